"""The title of a story: the line above it that reads most like one, and its repeats."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from detente.cleaning.traits import Trait
from detente.cleaning.units import key_of
from detente.records import Span

_DAY_AND_YEAR = re.compile(r"\b\d{1,2}\b.*\b(?:19|20)\d\d\b")
_REACH = 80
_STEM = 5
_SHORTEST_CUT = 15


def find_title(
    traits: Sequence[Trait], span: Span, headline: str | None, signed: frozenset[int]
) -> int | None:
    """The unit above (or just at the head of) the story that reads most like its title."""
    first, last = span
    vocabulary = _vocabulary(traits, first, last)
    counts = Counter(trait.unit.key for trait in traits)
    declared = set(key_of(headline or "").split())
    best: tuple[float, int] | None = None
    for index in range(max(0, first - _REACH), min(first + 3, last, len(traits) - 1) + 1):
        score = _title_score(traits, index, first, vocabulary, counts, declared)
        if score is None:
            continue
        score += 0.8 * any(below in signed for below in (index + 1, index + 2))
        if score >= 1.0 and (best is None or score >= best[0]):
            best = score, index
    return best[1] if best else _plain_title(traits, first, last)


def _title_score(
    traits: Sequence[Trait],
    index: int,
    first: int,
    vocabulary: frozenset[str],
    counts: Counter[str],
    declared: set[str],
) -> float | None:
    trait = traits[index]
    unit = trait.unit
    heading = unit.markup.heading if unit.markup else 0
    if trait.kind in {"date", "clock", "signs"} or not 12 <= trait.size <= 250:
        return None
    named = trait.is_furniture and not heading
    if trait.credit or (named and trait.cue is not None and trait.cue.reach in {"opens", "line"}):
        return None
    if trait.kind == "prose" and heading != 1 and (trait.size > 130 or unit.text.endswith(".")):
        return None
    words = [word for word in unit.key.split() if len(word) > 4]
    if (len(unit.key.split()) < 3 and heading != 1) or leads_entry(traits, index):
        return None
    known = sum(1 for word in words if word[:_STEM] in vocabulary) / max(3, len(words))
    if not (known or heading or index == 0 or counts[unit.key] > 1 or declared):
        return None
    score = 3.0 * known - 0.06 * max(0, first - index) - _beside(traits, index)
    beside = any(other.heads_aside for other in traits[max(0, index - 6) : index])
    score -= 2.5 * beside + 1.2 * (index > first)
    score += 0.8 * (counts[unit.key] > 1) + 1.0 * (index == 0) + 0.3 * unit.gap
    score += 0.5 * (index == first - 1)
    score += 0.4 * _dates(traits, index + 1, index + 2) - 1.0 * named
    score += 0.5 * (trait.kind == "headline") - 0.8 * (unit.bullet is not None)
    score += {1: 2.5, 2: 0.8}.get(heading, 0.0)
    if declared:
        own = set(unit.key.split())
        score += 3.0 * len(own & declared) / len(own | declared)
    return score


def _beside(traits: Sequence[Trait], index: int) -> float:
    """What the neighbours say against a title: a picture's credit below, a list of dates."""
    credited = any(
        trait.credit and trait.size < 80 and not trait.is_furniture
        for trait in traits[index + 1 : index + 3]
    )
    before = _dates(traits, index - 6, index)
    after = _dates(traits, index + 1, index + 8)
    listed = after >= 2 or (before >= 2 and _dates(traits, index + 1, index + 2) == 1)
    dated = _DAY_AND_YEAR.search(traits[index].unit.text) is not None
    return 1.5 * credited + 1.5 * listed + 1.0 * dated


def _dates(traits: Sequence[Trait], start: int, stop: int) -> int:
    """How many of these lines are dates or times, those of a live page's entries apart."""
    return sum(
        1
        for index in range(max(0, start), min(stop, len(traits)))
        if traits[index].kind in {"date", "clock"} and not leads_entry(traits, index)
    )


def _vocabulary(traits: Sequence[Trait], first: int, last: int) -> frozenset[str]:
    """How the longer words of the story's first paragraphs begin."""
    words: set[str] = set()
    paragraphs = [t for t in traits[first : last + 1] if t.is_paragraph]
    for trait in paragraphs[:12]:
        words.update(word[:_STEM] for word in trait.unit.key.split() if len(word) > 4)
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
    short = is_cut(traits[title])
    found = {title}
    for index, trait in enumerate(traits):
        own = trait.unit.key
        if own == key:
            found.add(index)
        elif own[:_SHORTEST_CUT] == key[:_SHORTEST_CUT] and trait.size < 250:
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
