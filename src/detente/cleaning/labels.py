"""The labeler: one label for every unit of a page, from features of text lines and DOM blocks."""

from __future__ import annotations

from collections.abc import Sequence

from detente.cleaning.furniture import Furniture, folded
from detente.cleaning.inside import Inside
from detente.cleaning.outside import Outside
from detente.cleaning.signs import Signs
from detente.cleaning.story import Story, find_story
from detente.cleaning.traits import Observer, Trait
from detente.cleaning.units import Unit
from detente.records import Block, BlockLabel

_FEWEST_ENTRIES = 3
_ABOVE = 3
_LISTED = 6


class Labeler:
    """Labels pages of one language."""

    def __init__(self, furniture: Furniture) -> None:
        self._observer = Observer(furniture)
        self.signs = Signs(furniture, self._observer)
        self._live = folded(furniture.words.live.marks)

    def blocks(
        self,
        units: Sequence[Unit],
        headline: str | None = None,
        recurring: frozenset[str] = frozenset(),
    ) -> tuple[tuple[Block, ...], Story | None]:
        """The blocks of the units, in order, and where the story is. ``headline`` is the title
        that the page declares outside its text, ``recurring`` the keys of lines that stand on
        many pages of its site."""
        traits = self._observer.traits(units, recurring)
        story = find_story(traits, headline, self.signs.is_signature)
        outside = Outside(traits, self.signs)
        if story is None:
            labels = outside.labels(0, len(traits), after_story=False)
        else:
            inside = Inside(traits, story, self.signs).labels()
            labels = [
                *outside.labels(0, story.head, after_story=False),
                *inside,
                *outside.labels(story.last + 1, len(traits), after_story=True),
            ]
            self._name_surroundings(traits, story, labels)
        times = self._entries(traits, story, labels)
        blocks = [
            Block(
                start=unit.start,
                end=unit.end,
                label=label,
                time=times.get(index),
                path=unit.markup.path if unit.markup else None,
            )
            for index, (unit, label) in enumerate(zip(units, labels, strict=True))
        ]
        return tuple(blocks), story

    def _name_surroundings(
        self, traits: Sequence[Trait], story: Story, labels: list[BlockLabel]
    ) -> None:
        """Titles repeated outside the story, and the sections named on the lines above one."""
        for index in story.titles:
            labels[index] = "title"
        for index in sorted(story.titles):
            above = index - 1
            while above >= 0 and self._is_section(traits, above):
                labels[above] = "section"
                above -= 1
        for index in range(max(0, story.head - _ABOVE), story.head):
            earlier = traits[max(0, index - _LISTED) : index]
            listed = any(trait.kind in {"date", "clock"} for trait in earlier)
            dated = traits[index].kind == "date" and not listed
            if dated and self._observer.calendar.find(traits[index].unit.text):
                labels[index] = "pubdate"

    def _is_section(self, traits: Sequence[Trait], index: int) -> bool:
        """A section's name that is no entry of a menu: the menu's entries stand above it."""
        unit = traits[index].unit
        above = traits[max(0, index - 2) : index]
        menu = len(above) == 2 and all(
            other.kind == "short" and other.unit.place == unit.place for other in above
        )
        numbered = unit.bullet is not None and unit.bullet[:1].isdigit()
        return unit.key in self.signs.sections and (numbered or not menu)

    def _entries(
        self, traits: Sequence[Trait], story: Story | None, labels: list[BlockLabel]
    ) -> dict[int, str]:
        """On a live page, turns the dated or bulleted paragraphs into updates; the times that
        they give themselves, by index."""
        if story is None:
            return {}
        inside = [i for i in range(story.head, story.last + 1) if labels[i] == "body"]
        clock = self._observer.calendar.clock_at_start
        timed = {i: t for i in inside if (t := clock(traits[i].unit.text)) is not None}
        bulleted = [i for i in inside if traits[i].unit.bullet and traits[i].kind == "prose"]
        if len(timed) >= _FEWEST_ENTRIES:
            return self._timed_entries(traits, inside, timed, labels)
        marked = any(trait.unit.key in self._live for trait in traits)
        if len(bulleted) >= _FEWEST_ENTRIES and (marked or 2 * len(bulleted) > len(inside) + 4):
            for index in bulleted:
                labels[index] = "live_update"
        return {}

    def _timed_entries(
        self,
        traits: Sequence[Trait],
        inside: list[int],
        timed: dict[int, str],
        labels: list[BlockLabel],
    ) -> dict[int, str]:
        """What follows a time, up to the next one, is its entry."""
        times: dict[int, str] = {}
        current: str | None = None
        last = max(timed)
        if traits[last].kind == "clock":
            last += 1
        for index in inside:
            current = timed.get(index, current)
            if index > last and traits[index].kind != "prose":
                break  # a crosshead ends the last entry
            if current is not None:
                labels[index] = "live_update"
                times[index] = current
        return times
