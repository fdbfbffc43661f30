"""The shape of a language's ``times.toml``: words in classes, and rules over those classes."""

from __future__ import annotations

from typing import Literal

import msgspec

Scalar = int | str
Tense = Literal["past", "present", "future"]
Reads = Literal[
    "date", "days", "shift", "duration", "set", "reference", "decade", "century", "nothing"
]


class Rule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One way to write a time.

    ``match`` is a pattern over words and classes (docs/design/times.md tells its notation),
    ``reads`` what it comes to, ``fixed`` slots that the words imply without naming them. ``plain``
    wants lower case, unless the sentence opens with it; ``reads = "nothing"`` is a trap: words
    that look like a time and are none.
    """

    name: str
    match: str
    reads: Reads
    fixed: dict[str, Scalar] = {}
    plain: bool = False


class Verbs(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What tells the tense of a verb by its form.

    ``forms`` are whole words and ``endings`` the ends of words, each with a tense; ``never`` are
    words with such an ending that are no verbs (``never_endings``: likewise, by their end), but for
    ``verbal_nouns`` after an auxiliary.
    ``auxiliaries`` make a past with a participle (``participles`` are its endings) that stands
    within ``reach`` words; beside ``copulas`` a participle tells nothing. ``projecting`` verbs look
    ahead with an infinitive (by its ending), those that are ``due`` from the past, so that it may
    be over by now; and so does an infinitive after one of the ``infinitive_leads``, unless a
    ``neutral`` word stands before that. ``leads`` are words right before an expression that turn it
    ahead ("à partir de") or back, whatever the verb, ``near`` such words at most ``near_reach``
    before ("la prochaine réunion, le 24"). An expression after an ``attributive`` word hangs on a
    noun ("l'élection de novembre"), unless that is one of the ``hours`` of a day; up to one after
    ``ends`` something goes on from now, unless a verb tells.
    ``clause_openers`` part
    clauses, but the ``marks`` of quotation no verb from its auxiliary.
    """

    forms: dict[str, Tense]
    endings: dict[str, Tense]
    never: frozenset[str]
    verbal_nouns: frozenset[str]
    never_endings: tuple[str, ...]
    infinitive_leads: frozenset[str]
    auxiliaries: frozenset[str]
    copulas: frozenset[str]
    participles: tuple[str, ...]
    projecting: frozenset[str]
    due: frozenset[str]
    infinitives: tuple[str, ...]
    reach: int
    neutral: frozenset[str]
    attributive: frozenset[str]
    hours: frozenset[str]
    leads: dict[str, Tense]
    near: dict[str, Tense]
    ends: frozenset[str]
    near_reach: int
    clause_openers: frozenset[str]
    marks: frozenset[str]


class Times(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The time expressions of a language.

    ``classes`` give words with what they stand for, ``lists`` words that stand for themselves;
    ``macros`` are pieces of patterns; ``multipliers`` are number words that multiply what precedes
    (vingt in "quatre-vingts"). ``ordinals`` are the endings of ordinals in digits, ``plurals``
    those of plural words that the table does not know, ``years`` the numbers that may be a year.
    ``capitals`` are words in capitals that stand for others. A sentence with no year and no word
    of the ``gate`` (classes, or words by themselves) holds no time.
    """

    gate: tuple[str, ...]
    classes: dict[str, dict[str, Scalar]]
    lists: dict[str, list[str]]
    macros: dict[str, str]
    multipliers: frozenset[int]
    ordinals: tuple[str, ...]
    plurals: tuple[str, ...]
    capitals: dict[str, str]
    years: tuple[int, int]
    verbs: Verbs
    rules: tuple[Rule, ...]
