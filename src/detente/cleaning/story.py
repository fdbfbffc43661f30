"""Where the story is on a page: its first and last paragraph, and its title."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from detente.cleaning.titles import Signed, find_title, is_cut, leads_entry, repeats
from detente.cleaning.traits import Trait

_BOXES = frozenset({"related", "promo", "comments", "consent"})
_OPENER = {"related": -2.0, "promo": -1.0, "comments": -5.0, "consent": -4.0, "tags": -2.0}
_FURNITURE = {"consent": -3.0, "comments": -2.0, "promo": -0.7, "navigation": -0.8, "share": -0.3}
_OPEN_ALWAYS = frozenset({"comments", "tags"})
_SENTENCE_END = frozenset(".?!:»")
_LARGEST = 8.0
_TOLD = 8.0
_ASIDE = -0.5
_FEW = 3
_RESUMES = 120
_APART = 0.4
_MINGLED = 0.3
_ABOVE = 12


@dataclass(frozen=True, slots=True)
class Story:
    """Indices of units: ``first`` to ``last`` (included) hold the story's paragraphs, ``title``
    its headline, ``titles`` every unit that repeats it. ``place`` is where the paragraphs hang,
    if the page's layout tells."""

    first: int
    last: int
    title: int | None
    titles: frozenset[int]
    place: str | None

    @property
    def head(self) -> int:
        """The first unit of the story, its title (or a repeat close above it) included."""
        if self.title is None:
            return self.first
        close = (index for index in self.titles if self.title - _ABOVE <= index <= self.first)
        return min(self.first, *close)

    def is_apart(self, trait: Trait) -> bool:
        """The unit hangs elsewhere than the story's paragraphs."""
        return self.place is not None and not _is_near(trait.unit.place, self.place)


def find_story(
    traits: Sequence[Trait],
    headline: str | None = None,
    signed: Signed = lambda trait: False,
) -> Story | None:
    """The story of a page, ``None`` if there is no paragraph. ``headline`` is the title that the
    page declares outside its text, ``signed`` tells lines that name a writer or the day.

    The story is the contiguous run of units with the largest sum of weights: paragraphs count by
    their length, furniture and lists count against (the maximum-sum segment, as in Pasternack and
    Roth, WWW 2009, with words in place of trained token scores).
    """
    if _is_plain(traits):
        return _whole(traits, headline, signed)
    place = _story_place(traits)
    weights = _weights(traits, place)
    best, start, run, span = 0.0, 0, 0.0, None
    for index, weight in enumerate(weights):
        if run <= 0:
            run, start = 0.0, index
        run += weight
        if run > best:
            best, span = run, (start, index)
    if span is None:
        return None
    first, last = span
    last = _without_notice(traits, first, last)
    title = find_title(traits, (first, last), headline, signed)
    if title is not None and first <= title < last:
        first = title + 1
    first = next((i for i in range(first, last + 1) if traits[i].is_paragraph), first)
    titles = repeats(traits, title)
    if title is not None and is_cut(traits[title]):
        title = max(titles, key=lambda index: (traits[index].size, -abs(index - first)))
    return Story(first, last, title, titles, place)


def _without_notice(traits: Sequence[Trait], first: int, last: int) -> int:
    """The last paragraph that is no notice of the outlet's ("part of our dispatches only …")."""
    told = [i for i in range(first, last + 1) if traits[i].is_paragraph]
    while len(told) > 2 and traits[told[-1]].says("other_boilerplate"):
        told.pop()
        last = told[-1]
    return last


def _is_plain(traits: Sequence[Trait]) -> bool:
    """A page that is all story, as an archive or a corpus gives it: nothing on it reads like
    furniture, and most of its characters are paragraphs' (or it is but a few lines)."""
    if any(trait.is_furniture or trait.unit.bullet for trait in traits):
        return False
    prose = sum(trait.size for trait in traits if trait.kind == "prose")
    whole = sum(trait.size for trait in traits)
    return prose >= 0.7 * whole or len(traits) <= _FEW


def _whole(traits: Sequence[Trait], headline: str | None, signed: Signed) -> Story | None:
    """The story of a page that has nothing else."""
    kinds = {"prose", "headline", "short"}
    told = [index for index, trait in enumerate(traits) if trait.kind in kinds]
    if not told:
        return None
    last = told[-1]
    prose = [i for i in told if traits[i].kind == "prose"]
    title = find_title(traits, (prose[0] if prose else told[0], last), headline, signed)
    first = told[0] if title is None else min(title + 1, last)
    return Story(first, last, title, repeats(traits, title), None)


def _story_place(traits: Sequence[Trait]) -> str | None:
    """The place that holds most of the prose, if the page's layout tells places apart."""
    mass: Counter[str] = Counter()
    for trait in traits:
        if trait.is_paragraph:
            mass[trait.unit.place] += trait.size
    if not mass or len({trait.unit.place for trait in traits}) < 3:
        return None
    place, _ = mass.most_common(1)[0]
    near = sum(size for other, size in mass.items() if _is_near(other, place))
    if near < 0.6 * sum(mass.values()):
        return None
    lines = Counter([t.unit.place for t in traits if t.kind in {"short", "headline"}])
    beside = sum(number for other, number in lines.items() if _is_near(other, place))
    return place if beside <= _MINGLED * lines.total() else None


def _is_near(place: str, other: str) -> bool:
    """The same place; in a text page also two columns aside, where markup shifts a paragraph."""
    if place == other:
        return True
    return place.isdigit() and other.isdigit() and abs(int(place) - int(other)) <= 2


def _weights(traits: Sequence[Trait], place: str | None) -> list[float]:
    """How much each unit speaks for being in the story, in hundreds of characters."""
    weights: list[float] = []
    box: str | None = None
    told = 0.0
    seen: set[str] = set()
    near = {p: place is None or _is_near(p, place) for p in {t.unit.place for t in traits}}
    for index, trait in enumerate(traits):
        off = not near[trait.unit.place]
        if trait.is_furniture and trait.cue is not None:
            label = trait.cue.label
            opens = trait.opens and (label in _OPEN_ALWAYS or heads_box(traits, index))
            if opens and label in _BOXES:
                box = label
            table = _OPENER if opens and label in _OPENER else _FURNITURE
            weight = _ASIDE if trait.heads_aside else table.get(label, -0.5)
            weights.append(weight * (_APART if off else 1))
        elif trait.kind == "prose":
            weight = min(trait.size / 100, _LARGEST)
            resumes = place is not None and not off
            if place is None and box in {"related", "promo"}:
                resumes = trait.size >= _RESUMES and _goes_on(traits, index)
            if resumes or told < _TOLD:
                box = None
            if box is not None:
                weight *= 0.2
            elif off:
                weight *= 0.4
            told += weight
            weights.append(weight)
        elif leads_entry(traits, index):
            weights.append(0.0)
        else:
            again = told >= _TOLD and trait.unit.key in seen
            weight = _line_weight(trait, None if off else box, again)
            weights.append(weight * (_APART if off else 1))
        if trait.size > 3:
            seen.add(trait.unit.key)
    return weights


def _goes_on(traits: Sequence[Trait], index: int) -> bool:
    """After this paragraph the story goes on, or ends; a list of linked titles with their
    teasers alternates headlines and paragraphs instead."""
    following = traits[index + 1 : index + 2]
    return all(trait.kind != "headline" for trait in following)


def _line_weight(trait: Trait, box: str | None, again: bool) -> float:
    """A line that is neither paragraph nor known furniture; ``again``: a line from above comes
    back after the story, as a byline does at its end."""
    if again and trait.kind == "short":
        return -2.0
    if not box and trait.unit.markup is not None and trait.unit.markup.heading > 1:
        return 0.0
    if not box and trait.unit.text[-1:] in _SENTENCE_END and not trait.unit.bullet:
        return -0.2
    if trait.kind == "headline":
        return -1.2 if box else -0.6
    if trait.kind in {"date", "clock"}:
        return -0.5
    return -0.8 if trait.unit.bullet else -0.5


def heads_box(traits: Sequence[Trait], index: int) -> bool:
    """An opener heads a box if something longer than a menu entry follows."""
    following = traits[index + 1 : index + 4]
    cue = traits[index].cue
    if cue is not None and cue.label in {"promo", "share"}:
        if cue.label == "promo" and following and following[0].kind == "headline":
            return not traits[index].unit.bullet
        return any(t.kind == "prose" or t.says("promo") or t.says("share") for t in following[:2])
    return any(trait.kind in {"headline", "prose", "clock", "date"} for trait in following)
