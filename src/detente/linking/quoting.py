"""Comparing two quotations: words, edits, speakers, days, what they are about."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
from rapidfuzz.distance import Indel, LCSseq

from detente.linking.claims import Party, Said
from detente.linking.judge import Table, Verdict
from detente.linking.settings import NOWHERE, Setting
from detente.linking.words import Stems, Words
from detente.text import fold

Days = tuple[int, int]
"""First and last day, as ordinals."""

LONG = 5
"""Words of content that no two utterances share by chance."""
BRIEF = 3


class Quoted(msgspec.Struct, frozen=True):
    """A quotation with its words as stems (as quoted, and of the whole reported clause) and the
    days on which it may have been said."""

    said: Said
    stems: Stems
    content: Stems
    clause: Stems | None
    setting: Setting
    spoken: tuple[Days, ...]

    @property
    def fullness(self) -> tuple[int, int, str]:
        """By which the fullest of some quotations is chosen."""
        return len(self.content), len(self.stems), self.said.id


def quoted(said: Said, words: Words, setting: Setting = NOWHERE) -> Quoted:
    """A quotation made ready to be compared. The clause counts only where the marked words are a
    part of it that is too short to know again."""
    stems = words.stems(said.text)
    content = words.content(stems)
    clause = None
    if said.kind == "mixed" and len(content) < LONG and said.content != said.text:
        clause = words.content(words.stems(said.content))
    return Quoted(said, stems, content, clause, setting, spoken(said, setting))


class Comparer:
    """Compares quotations, knowing who the actors are."""

    def __init__(self, table: Table, parties: Mapping[str, Party]) -> None:
        self._table = table
        self._parties = parties

    def judge(self, a: Quoted, b: Quoted) -> Verdict:
        """Whether two quotations are one utterance, and why."""
        words = self.words(a, b)
        if words == "apart":
            return self._table.judge({"words": words})
        return self._table.judge(
            {
                "words": words,
                "edit": _edit(a, b),
                "speaker": self.speaker(a.said.speaker, b.said.speaker),
                "day": _day(a, b),
                "occasion": "same" if a.setting.occasions & b.setting.occasions else "open",
                "about": _about(a.said.about, b.said.about),
                "page": self._page(a.said, b.said),
            }
        )

    def _page(self, a: Said, b: Said) -> str:
        """Words that a speaker quotes are another's, even where they stand in his own."""
        if a.page != b.page:
            return "other"
        return "nested" if a.overlaps(b) and self.apart(a.speaker, b.speaker) else "same"

    def name(self, actor: str) -> str:
        """The name of an actor."""
        party = self._parties.get(actor)
        return party.name if party else actor

    def kind(self, actor: str) -> str | None:
        """What an actor is, if that is known."""
        party = self._parties.get(actor)
        return party.kind if party else None

    def words(self, a: Quoted, b: Quoted) -> str:
        """How the words of two quotations compare: the best of marked words and clauses."""
        levels = [_words(a.content, b.content)]
        if a.stems == b.stems and len(a.stems) >= _SENTENCE:
            levels.append("brief")
        if a.clause is not None or b.clause is not None:
            levels.append(_words(a.clause or a.content, b.clause or b.content))
        return min(levels, key=_ORDER.index)

    def speaker(self, a: str | None, b: str | None) -> str:
        """How two speakers compare: a person may stand for a state or body, and it for them."""
        if a is None or b is None:
            return "unknown"
        if a == b:
            return "same"
        one, other = self._parties.get(a), self._parties.get(b)
        if one is None or other is None:
            return "different"
        if one.is_described or other.is_described:
            return "unknown"
        if namesakes(one, other):
            return "same"
        return _sides(one, other)

    def apart(self, a: str | None, b: str | None) -> bool:
        """Whether two speakers cannot be one."""
        return self.speaker(a, b) in ("same_side", "different")


def _sides(one: Party, other: Party) -> str:
    if not one.states & other.states:
        return "different"
    if "state" in (one.kind, other.kind):
        return "stands_for"
    return "same_side" if (one.kind == "person") == (other.kind == "person") else "stands_for"


def namesakes(a: Party, b: Party) -> bool:
    """Two persons of one name, spelled in two ways or once without the first name, one of whom
    nobody has identified."""
    if not a.kind == b.kind == "person" or (a.is_known and b.is_known):
        return False
    if a.states and b.states and not a.states & b.states:
        return False
    one, other = fold(a.name).split(), fold(b.name).split()
    few, many = sorted((one, other), key=len)
    if not few:
        return False
    if len(few) < len(many):
        return few[-1] == many[-1] and set(few) <= set(many)
    return len(few) > 1 and Indel.normalized_similarity(" ".join(one), " ".join(other)) >= _ALIKE


_ALIKE = 0.85
_SENTENCE = 6
"""Words that are no chance if they are the same one by one, little as they may carry."""

_ORDER = ("same", "close", "brief", "brief_close", "reworded", "scrap", "word", "loose", "apart")


def _words(a: Stems, b: Stems) -> str:
    """How much of the shorter is in the longer, in order, and how many words that is."""
    least = min(len(a), len(b))
    if not least:
        return "apart"
    shared = LCSseq.similarity(a, b)
    share = shared / least
    if share >= 0.88:
        if shared >= LONG:
            return "same"
        return "brief" if shared >= BRIEF else "scrap" if shared > 1 else "word"
    if share >= 0.68 and shared >= BRIEF:
        return "close" if shared >= LONG else "brief_close"
    return _bag(a, b)


def _bag(a: Stems, b: Stems) -> str:
    """The same without regard to order: a second translation turns the sentence round."""
    one, other = set(a), set(b)
    shared = len(one & other)
    share = shared / min(len(one), len(other))
    whole = 2 * shared / (len(one) + len(other))
    if shared >= 4 and share >= 0.55 and whole >= 0.45:
        return "reworded"
    return "loose" if shared >= 4 and share >= 0.45 else "apart"


def _edit(a: Quoted, b: Quoted) -> str:
    if a.stems == b.stems:
        return "identical" if len(a.stems) > 3 else "near"
    short, long = sorted((len(a.stems), len(b.stems)))
    return "cut" if short < 0.6 * long else "near"


def _day(a: Quoted, b: Quoted) -> str:
    """The best that the days of two quotations compare, among those on which each may have been
    said."""
    best = min(_apart(x, y) for x in a.spoken for y in b.spoken)
    if best == _FAR and not (a.said.dated and b.said.dated):
        return "recalled"
    return _DAYS[best]


_DAYS = ("same", "near", "open", "week", "far")
_FAR = 4


def _apart(a: Days, b: Days) -> int:
    """How two stretches of days compare, as a place in ``_DAYS``."""
    shared = min(a[1], b[1]) - max(a[0], b[0])
    if shared >= 0:
        return 0 if shared == 0 else 1 if shared < 40 else 2
    sharp = a[1] - a[0] < 2 and b[1] - b[0] < 2
    return 3 if -shared <= (2 if sharp else 7) else _FAR


def spoken(said: Said, setting: Setting) -> tuple[Days, ...]:
    """The days on which it may have been said: its own, or else those of the page and of what is
    told beside it."""
    stretches = (said.days,) if said.dated else (said.days, *setting.days)
    return tuple(
        (
            one.earliest.toordinal() if one.earliest else -EVER,
            one.latest.toordinal() if one.latest else EVER,
        )
        for one in stretches
    )


EVER = 10**7


def _about(a: frozenset[str], b: frozenset[str]) -> str:
    if not a or not b:
        return "open"
    return "same" if a & b else "different"
