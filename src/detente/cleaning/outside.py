"""Labels of what stands before the title and after the story."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from detente.cleaning.inside import Signs
from detente.cleaning.story import heads_box
from detente.cleaning.traits import Trait
from detente.records import BlockLabel

_STICKY = frozenset({"comments", "consent"})
# How many short lines in a row a box keeps before it is taken for a menu.
_LISTS = {"tags": 8, "related": 6, "promo": 3, "share": 3}
_NEAR = 2
_AFTER = 4


class Outside:
    """Walks over furniture: a heading opens a box, and the box keeps what fits it."""

    def __init__(self, traits: Sequence[Trait], signs: Signs) -> None:
        self._traits = traits
        self._signs = signs

    def labels(self, start: int, stop: int, after_story: bool) -> list[BlockLabel]:
        """The labels of ``traits[start:stop]``, which holds no story."""
        found: list[BlockLabel] = []
        box: BlockLabel | None = None
        for index in range(start, stop):
            trait = self._traits[index]
            label: BlockLabel | None = None
            if after_story and index < start + _AFTER and box is None:
                label = self._edge(trait)
            if label is None and trait.cue is not None and trait.cue.label:
                label, box = self._furniture(index, box, after_story)
            if label is None:
                label = self._plain(index, box, found[-1] if found else None, after_story)
                if label == "navigation" and box not in _STICKY:
                    box = None
            found.append(label)
        return found

    def _edge(self, trait: Trait) -> BlockLabel | None:
        """Right after the last paragraph: who wrote it, when, and the source."""
        if self._signs.is_source(trait):
            return "source_credit"
        if self._signs.is_pubdate(trait):
            return "pubdate"
        if trait.cue is None and self._signs.is_byline(trait, at_edge=not trait.unit.bullet):
            return "byline"
        return None

    def _furniture(
        self, index: int, box: BlockLabel | None, after_story: bool
    ) -> tuple[BlockLabel, BlockLabel | None]:
        """The label of a unit whose words are known, and the box that is open after it."""
        trait = self._traits[index]
        assert trait.cue is not None
        label, reach = trait.cue.label, trait.cue.reach
        if box in _STICKY and label in {"navigation", "share", "promo"} and reach != "opens":
            return box, box
        if box in {"share", "promo"} and label in {"share", "promo"} and reach == "line":
            return box, box
        if reach != "opens":
            return label, box
        if label == "tags" and after_story and not self._is_menu(index):
            return label, label
        if label == "consent":
            return label, label if self._leads_to(index, "consent") else box
        heads = heads_box(self._traits, index) or self._heads_gaps(index)
        heads = heads or (trait.heads_aside and after_story)
        if label == "comments" or (heads and label != "tags"):
            return label, label
        if label == "related" and not trait.unit.bullet and not self._is_menu(index):
            return label, label
        return self._signs.alone(trait.unit.key) or "navigation", box if box in _STICKY else None

    def _plain(
        self, index: int, box: BlockLabel | None, before: BlockLabel | None, after_story: bool
    ) -> BlockLabel:
        """The label of a unit whose words say nothing."""
        trait = self._traits[index]
        if trait.kind == "signs":
            if trait.size > 1 and any(char.isalnum() for char in trait.unit.text):
                return box if box in _STICKY and box else "other_boilerplate"
            return box or self._next_label(index) or before or "navigation"
        if box == "consent" or (box == "comments" and self._is_talk(index)):
            return box
        if trait.kind in {"clock", "date"}:
            return box or ("related" if self._near_headline(index) else "other_boilerplate")
        if trait.kind == "prose":
            return box or ("other_boilerplate" if after_story else "related")
        if trait.kind == "headline":
            if (box != "related" and _is_list_of_names(trait)) or (
                box is None and self._is_menu(index)
            ):
                return "tags" if box == "tags" else "navigation"
            return box if box in {"promo", "tags"} and box else "related"
        if box in _LISTS and box and box != "related" and self._run_of_short(index) <= _LISTS[box]:
            return box
        if self._near_headline(index) and (box == "related" or not trait.unit.bullet):
            return "related"
        listed = box == "related" and after_story and trait.unit.key not in self._signs.sections
        if listed and self._run_of_short(index) <= _LISTS["related"]:
            return "related"
        return "navigation"

    def _next_label(self, index: int) -> BlockLabel | None:
        """The label that the next words point to, past entries without words."""
        for trait in self._traits[index + 1 : index + 8]:
            if trait.kind != "signs":
                return trait.cue.label if trait.cue and trait.cue.reach == "line" else None
        return None

    def _is_talk(self, index: int) -> bool:
        """A unit of the comments: a paragraph, or lines not far from one or from the form."""
        trait = self._traits[index]
        if trait.kind == "prose":
            return True
        before = self._traits[max(0, index - 4) : index]
        return any(other.kind == "prose" or other.says("comments") for other in before)

    def _leads_to(self, index: int, label: BlockLabel) -> bool:
        """A paragraph of that family follows closely."""
        following = self._traits[index + 1 : index + 4]
        return any(trait.kind == "prose" and trait.says(label) for trait in following)

    def _heads_gaps(self, index: int) -> bool:
        """A list of empty entries follows, whose links a dump has lost."""
        following = self._traits[index + 1 : index + 3]
        return len(following) == 2 and all(trait.kind == "signs" for trait in following)

    def _near_headline(self, index: int) -> bool:
        low, high = max(0, index - _NEAR), index + _NEAR + 1
        return any(trait.kind == "headline" for trait in self._traits[low:high])

    def _is_menu(self, index: int) -> bool:
        """Short entries stand on both sides, at the same place."""
        place = self._traits[index].unit.place
        around = [*self._traits[max(0, index - 1) : index], *self._traits[index + 1 : index + 2]]
        return all(trait.kind == "short" and trait.unit.place == place for trait in around)

    def _run_of_short(self, index: int) -> int:
        """How many units up to this one, without a break, are short and not furniture."""
        run = 0
        for trait in islice(reversed(self._traits[: index + 1]), 12):
            if trait.kind != "short" or trait.opens:
                break
            run += 1
        return run


def _is_list_of_names(trait: Trait) -> bool:
    """Several menu entries on one line: most words begin with a capital."""
    words = [word for word in trait.unit.text.split() if word[0].isalpha()]
    capital = sum(1 for word in words if word[0].isupper())
    return len(words) >= 4 and capital >= 0.75 * len(words) and trait.unit.text[-1].isalnum()
