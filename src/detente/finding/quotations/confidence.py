"""How sure a quotation is: the share of right ones of its class on annotated pages.

A class is the rule that found it and how its speaker is told. The counts are data with their
provenance (``confidence.toml``; docs/design/quotations.md says how to make them again); few
examples lean on those of like rules.
"""

from __future__ import annotations

from functools import cache
from importlib import resources

import msgspec

from detente.errors import DataError
from detente.finding.quotations.drafts import Draft

Class = tuple[str, str]
Counts = dict[Class, tuple[int, int]]

_WEIGHT = 3
"""How many examples the like rules count for together, beside those of the class."""
_DOUBT = 1.5
"""Wrong ones taken to be yet unseen: errors cluster by page, so a clean count of a few pages
promises less than it seems to."""
_WITHOUT_SPEAKER = 0.5
_FAMILIES = (
    frozenset({"speech"}),
    frozenset({"aside", "source", "that", "question", "infinitive", "state"}),
    frozenset({"object", "passive", "noun", "attribute"}),
    frozenset({"carried"}),
)
"""Rules that fail for like reasons, and lend each other their counts."""
_SPEECH = frozenset({"incise", "colon", "label", "turn"})
"""Rules for speech set apart by its marks and its cue, counted as one."""

_RULES = {
    "incise": "the cue follows or breaks into the words",
    "aside": "the cue and its subject close the sentence",
    "colon": "a cue and a colon announce the words",
    "label": "a name and a colon announce the words",
    "that": "a reported clause follows the cue",
    "question": "an indirect question follows the cue",
    "infinitive": "an infinitive that the cue takes",
    "state": "the cue says how its subject feels or what it is ready for",
    "object": "words in marks stand in what the cue is about",
    "attribute": "in a headline, words in marks say how the one named before them is",
    "passive": "words in marks are said by the agent of the cue",
    "source": "a preposition names the source",
    "noun": "a noun of saying announces the words",
    "turn": "an interview turn",
    "carried": "words in marks without a cue of their own",
}


class Row(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One class and its counts."""

    rule: str
    how: str
    right: int
    found: int


class Table(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The counts and where they come from."""

    provenance: str
    row: tuple[Row, ...]


@cache
def table() -> Counts:
    """The counts of the package. Raises DataError if the file is wrong."""
    path = resources.files(__package__).joinpath("confidence.toml")
    try:
        rows = msgspec.toml.decode(path.read_bytes(), type=Table).row
    except msgspec.MsgspecError as error:
        raise DataError("The table confidence.toml of quotations is wrong.", str(error)) from error
    return {(row.rule, row.how): (row.right, row.found) for row in rows}


def class_of(draft: Draft) -> Class:
    """The class of a draft. Speech after an infinitive is as sure as what infinitives report."""
    rule, verb = draft.claim.rule, draft.claim.verb
    if rule in _SPEECH and verb is not None and verb.mood == "infinitive":
        rule = "infinitive"
    return ("speech" if rule in _SPEECH else rule), draft.voice.how


def confidence(draft: Draft) -> float:
    """The confidence of a draft, two digits."""
    return _rounded(class_of(draft))


@cache
def _rounded(kind: Class) -> float:
    return round(confidence_of(kind, table()), 2)


def confidence_of(kind: Class, counts: Counts) -> float:
    """The share of right quotations of a class, drawn to that of like rules where examples lack."""
    rule, how = kind
    family = next(f for f in _FAMILIES if rule in f)
    same = [count for (name, _), count in counts.items() if name in family]
    whole = _share(sum(right for right, _ in same), sum(found for _, found in same))
    right, found = counts.get(kind, (0, 0))
    share = (_share(right, found) * (found + 2) + _WEIGHT * whole) / (found + 2 + _WEIGHT)
    return min(share, _WITHOUT_SPEAKER) if how == "unknown" else share


def _share(right: int, found: int) -> float:
    return (right + 2 - _DOUBT) / (found + 2)


def reason(draft: Draft) -> str:
    """Why these words are taken as said, and by whom."""
    return f"{_RULES[draft.claim.rule]}; {draft.voice.because}"
