"""The title of a story: the line above it that reads most like one, and its repeats."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import accumulate

from detente.cleaning.traits import Trait
from detente.cleaning.units import key_of
from detente.records import Span

_DAY_AND_YEAR = re.compile(r"\b\d{1,2}\b.*\b(?:19|20)\d\d\b")
Signed = Callable[[Trait], bool]

_REACH = 80
_STEM = 5
_SHORTEST_CUT = 15
_LEAST, _SIGNED = 1.0, 0.8


def find_title(
    traits: Sequence[Trait], span: Span, headline: str | None, signed: Signed
) -> int | None:
    """The unit above (or just at the head of) the story that reads most like its title.

    ``span`` are the story's first and last unit, ``headline`` the title that the page declares
    outside its text, ``signed`` tells the lines that name a writer or the day.
    """
    first, last = span
    search = _Search(traits, first, last, headline)
    best: tuple[float, int] | None = None
    for index in range(max(0, first - _REACH), min(first + 3, last, len(traits) - 1) + 1):
        if not search.is_candidate(index):
            continue
        score = search.score(index)
        if score + _SIGNED < (best[0] if best else _LEAST):
            continue
        score += _SIGNED * any(signed(trait) for trait in traits[index + 1 : index + 3])
        if score >= _LEAST and (best is None or score >= best[0]):
            best = score, index
    return best[1] if best else _plain_title(traits, first, last)


class _Sums:
    """Counts of what holds, over any stretch of a page."""

    def __init__(self, holds: Sequence[bool]) -> None:
        self._before = list(accumulate(holds, initial=0))
        self._last = len(holds)

    def within(self, start: int, stop: int) -> int:
        """How many of those from ``start`` to ``stop`` hold."""
        start = max(start, 0)
        return self._before[min(stop, self._last)] - self._before[min(start, self._last)]


class _Search:
    """What speaks for a line as the title, with what can be counted once counted once."""

    def __init__(
        self, traits: Sequence[Trait], first: int, last: int, headline: str | None
    ) -> None:
        self._traits = traits
        self._first = first
        self._vocabulary = _vocabulary(traits, first, last)
        self._counts = Counter(trait.unit.key for trait in traits)
        self._declared = set(key_of(headline or "").split())
        dated = [
            trait.kind in {"date", "clock"} and not leads_entry(traits, index)
            for index, trait in enumerate(traits)
        ]
        credited = [t.credit and t.size < 80 and not t.is_furniture for t in traits]
        self._dates = _Sums(dated)
        self._credits = _Sums(credited)
        self._asides = _Sums([trait.heads_aside for trait in traits])

    def is_candidate(self, index: int) -> bool:
        """The line may be a title: of a title's length, no furniture, said of the story."""
        trait = self._traits[index]
        unit = trait.unit
        heading = unit.markup.heading if unit.markup else 0
        if trait.kind in {"date", "clock", "signs"} or not 12 <= trait.size <= 250:
            return False
        if (unit.key.count(" ") < 2 and heading != 1) or leads_entry(self._traits, index):
            return False
        named = trait.is_furniture and not heading
        whole = named and trait.cue is not None and trait.cue.reach in {"opens", "line"}
        long = trait.kind == "prose" and (trait.size > 130 or unit.text.endswith("."))
        if trait.credit or whole or (long and heading != 1):
            return False
        apt = heading or index == 0 or self._counts[unit.key] > 1 or self._declared
        return bool(apt) or self._known(unit.key) > 0

    def score(self, index: int) -> float:
        """The sum over all that speaks for the line and against it."""
        trait, first = self._traits[index], self._first
        unit = trait.unit
        heading = unit.markup.heading if unit.markup else 0
        score = 3.0 * self._known(unit.key) - 0.06 * max(0, first - index) - self._beside(index)
        score += 0.8 * (self._counts[unit.key] > 1) + 1.0 * (index == 0) + 0.3 * unit.gap
        score += 0.5 * (index == first - 1) - 1.2 * (index > first)
        score += 0.5 * (trait.kind == "headline") - 0.8 * (unit.bullet is not None)
        score -= 1.0 * (trait.is_furniture and not heading)
        score += {1: 2.5, 2: 0.8}.get(heading, 0.0)
        if self._declared:
            own = set(unit.key.split())
            score += 3.0 * len(own & self._declared) / len(own | self._declared)
        return score

    def _known(self, key: str) -> float:
        """The share of its longer words that the story has too."""
        words = [word for word in key.split() if len(word) > 4]
        return sum([word[:_STEM] in self._vocabulary for word in words]) / max(3, len(words))

    def _beside(self, index: int) -> float:
        """What the neighbours say against a title (a picture's credit below, a list of dates,
        an aside above), and what a date below says for it."""
        credited = self._credits.within(index + 1, index + 3) > 0
        before = self._dates.within(index - 6, index)
        after = self._dates.within(index + 1, index + 8)
        below = self._dates.within(index + 1, index + 2)
        listed = after >= 2 or (before >= 2 and below == 1)
        dated = _DAY_AND_YEAR.search(self._traits[index].unit.text) is not None
        aside = self._asides.within(index - 6, index) > 0
        return 1.5 * credited + 1.5 * listed + 1.0 * dated + 2.5 * aside - 0.4 * below


def _vocabulary(traits: Sequence[Trait], first: int, last: int) -> frozenset[str]:
    """How the longer words of the story's first paragraphs begin."""
    words: set[str] = set()
    paragraphs = [t for t in traits[first : last + 1] if t.is_paragraph]
    for trait in paragraphs[:12]:
        words.update([word[:_STEM] for word in trait.unit.key.split() if len(word) > 4])
    return frozenset(words)


def _plain_title(traits: Sequence[Trait], first: int, last: int) -> int | None:
    """A page that begins with a short line and goes on with longer ones has it as its title."""
    if first > 1 or last < 1 or traits[0].kind in {"date", "clock", "signs"}:
        return None
    following = traits[1]
    short = traits[0].size <= 120 and following.size >= 1.5 * traits[0].size
    return 0 if short and not traits[0].is_furniture else None


def repeats(traits: Sequence[Trait], title: int | None) -> frozenset[int]:
    """The units that say the title again, whole or cut short with dots."""
    if title is None:
        return frozenset()
    key = traits[title].unit.key
    head = key[:_SHORTEST_CUT]
    short = is_cut(traits[title])
    found = {title}
    for index, trait in enumerate(traits):
        own = trait.unit.key
        if own == key:
            found.add(index)
        elif own.startswith(head) and len(head) == _SHORTEST_CUT and trait.size < 250:
            longer = short and own.startswith(key)
            if longer or (is_cut(trait) and key.startswith(own)):
                found.add(index)
    return frozenset(found)


def is_cut(trait: Trait) -> bool:
    """The line was cut short with dots."""
    return trait.unit.text.endswith(("...", "…")) and len(trait.unit.key) >= _SHORTEST_CUT


def leads_entry(traits: Sequence[Trait], index: int) -> bool:
    """A time of day over a paragraph, or the line between them: an entry of a live page."""
    if traits[index].kind == "clock":
        start = index
    elif index > 0 and traits[index - 1].kind == "clock":
        start = index - 1
    else:
        return False
    return any(trait.is_paragraph for trait in traits[start + 1 : start + 3])
