"""Labels of what stands before the title and after the story."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from detente.cleaning.signs import Signs
from detente.cleaning.story import heads_box
from detente.cleaning.traits import Trait
from detente.cleaning.units import key_of
from detente.records import BlockLabel

# What may stand between the last paragraph and the line that signs or dates it.
_EDGE = frozenset({"byline", "pubdate", "source_credit", "share", "promo", "other_boilerplate"})
_STICKY = frozenset({"comments", "consent"})
# How many short lines in a row a box keeps before they are taken for a menu.
_LISTS: dict[BlockLabel, int] = {"tags": 8, "related": 6, "promo": 3, "share": 3}
_NEAR = 2
_AFTER = 4


class Outside:
    """Walks over furniture: a heading opens a box, and the box keeps what fits it."""

    def __init__(self, traits: Sequence[Trait], signs: Signs) -> None:
        self._traits = traits
        self._signs = signs
        self._after_story = False
        self._box: BlockLabel | None = None
        self._entries: dict[int, bool] = {}
        self._by_headlines = {
            near
            for index, trait in enumerate(traits)
            if trait.kind == "headline"
            for near in range(index - _NEAR, index + _NEAR + 1)
        }

    def labels(self, start: int, stop: int, after_story: bool) -> list[BlockLabel]:
        """The labels of ``traits[start:stop]``, which holds no story."""
        self._box, self._after_story = None, after_story
        found: list[BlockLabel] = []
        edge = start + _AFTER if after_story else start
        for index in range(start, stop):
            trait = self._traits[index]
            bare = trait.kind == "short" and trait.cue is None and self._box is None
            if bare and index >= edge and index not in self._by_headlines:
                found.append("navigation")  # most of what stands there: entries of menus
                continue
            label: BlockLabel | None = None
            if index < edge and self._box is None:
                label = self._edge(trait, apart=not _EDGE.issuperset(found))
            if label is None and trait.cue is not None:
                label = self._known(index, trait.cue.label)
            if label is None:
                label = self._plain(index, found[-1] if found else None)
                if label == "navigation" and self._box not in _STICKY:
                    self._box = None
            found.append(label)
        return found

    def _edge(self, trait: Trait, apart: bool) -> BlockLabel | None:
        """Right after the last paragraph: who wrote it, when, and the source. A bare date that
        stands ``apart`` from the story is that of another page."""
        if trait.network:
            self._box = "share"
            return "share"
        if self._signs.is_source(trait):
            return "source_credit"
        bare = trait.kind == "date" and not self._signs.is_signature(trait)
        if self._signs.is_pubdate(trait) and not (apart and bare):
            return "pubdate"
        said = trait.cue is None and trait.kind != "signs"
        if said and self._signs.is_byline(trait, at_edge=not trait.unit.bullet):
            return "byline"
        return None

    def _known(self, index: int, label: BlockLabel) -> BlockLabel:
        """The label of a unit whose words are known; opens and closes boxes."""
        trait = self._traits[index]
        if not trait.opens:
            if self._box in _STICKY and label in {"navigation", "share", "promo"} and self._box:
                return self._box
            if self._box in {"share", "promo"} and trait.network and self._box:
                return self._box
            return label
        if self._heads(index, label):
            self._box = label
            return label
        if self._box not in _STICKY:
            self._box = None
        return self._signs.alone(trait.unit.key) or "navigation"

    def _heads(self, index: int, label: BlockLabel) -> bool:
        """The unit, whose words may head a box, does."""
        trait = self._traits[index]
        if label == "tags":
            return self._after_story and not self._is_menu(index)
        if label == "consent":
            return self._leads_to(index, "consent")
        if label == "related" and not trait.unit.bullet and not self._is_menu(index):
            return True
        aside = trait.heads_aside and self._after_story
        return label == "comments" or aside or self._heads_list(index)

    def _heads_list(self, index: int) -> bool:
        """Something longer than a menu entry follows, or entries whose links a dump has lost."""
        following = self._traits[index + 1 : index + 3]
        gaps = len(following) == 2 and all(trait.kind == "signs" for trait in following)
        return gaps or heads_box(self._traits, index)

    def _leads_to(self, index: int, label: BlockLabel) -> bool:
        """A paragraph of that family follows closely."""
        following = self._traits[index + 1 : index + 4]
        return any(trait.kind == "prose" and trait.says(label) for trait in following)

    def _plain(self, index: int, before: BlockLabel | None) -> BlockLabel:
        """The label of a unit whose words say nothing."""
        trait = self._traits[index]
        if trait.kind == "signs":
            return self._sign(index, before)
        if self._box == "consent" or (self._box == "comments" and self._is_talk(index)):
            return self._box
        if trait.kind in {"clock", "date"}:
            listed = self._near_headline(index)
            if listed and self._box in _STICKY:
                self._box = "related"
            entry: BlockLabel = "navigation" if self._is_menu(index) else "other_boilerplate"
            return self._box or ("related" if listed else entry)
        if trait.kind == "prose":
            return self._box or ("other_boilerplate" if self._after_story else "related")
        return self._headline(index) if trait.kind == "headline" else self._short(index)

    def _sign(self, index: int, before: BlockLabel | None) -> BlockLabel:
        """A line without words (a lost icon, a rule), a lone number, or one for machines."""
        key = self._traits[index].unit.key
        if key.isdigit() and self._near_headline(index):
            return self._box or "related"
        if key:
            return self._box if self._box in _STICKY and self._box else "other_boilerplate"
        return self._box or self._next_label(index) or before or "navigation"

    def _headline(self, index: int) -> BlockLabel:
        if self._box in {"promo", "tags"} and self._box:
            return self._box
        if self._box == "related":
            return "related"
        return "navigation" if self._is_entry(index) else "related"

    def _short(self, index: int) -> BlockLabel:
        trait, box = self._traits[index], self._box
        if box == "related":
            told = self._after_story and trait.unit.key not in self._signs.sections
            listed = told and self._is_in_list(index, box)
            return "related" if listed or self._near_headline(index) else "navigation"
        if box is not None and box in _LISTS and self._is_in_list(index, box):
            return box if box != "promo" or not trait.unit.bullet else "navigation"
        beside = not trait.unit.bullet and self._near_headline(index)
        return "related" if beside else "navigation"

    def _next_label(self, index: int) -> BlockLabel | None:
        """The label that the next words point to, past entries without words."""
        for trait in self._traits[index + 1 : index + 8]:
            if trait.kind != "signs":
                return trait.cue.label if trait.cue and trait.cue.reach == "line" else None
        return None

    def _is_talk(self, index: int) -> bool:
        """A unit of the comments: a paragraph, or lines not far from one or from the form."""
        if self._traits[index].kind == "prose":
            return True
        before = self._traits[max(0, index - 4) : index]
        return any(other.kind == "prose" or other.says("comments") for other in before)

    def _near_headline(self, index: int) -> bool:
        if index not in self._by_headlines:
            return False
        low, high = max(0, index - _NEAR), min(len(self._traits), index + _NEAR + 1)
        return any(
            self._traits[other].kind == "headline" and not self._is_entry(other)
            for other in range(low, high)
        )

    def _is_entry(self, index: int) -> bool:
        """A long line that is yet a menu's: it stands among short ones, or holds several names."""
        if index not in self._entries:
            self._entries[index] = self._reads_as_entry(index)
        return self._entries[index]

    def _reads_as_entry(self, index: int) -> bool:
        line = self._traits[index].unit.text
        return self._is_menu(index) or _is_list_of_names(line) or self._names_sections(index)

    def _names_sections(self, index: int) -> bool:
        """A line without a full stop in which two sections are named side by side."""
        line = self._traits[index].unit.text
        named = sum(1 for word in line.split() if word[0].isupper() and self._is_section(word))
        return named >= 2 and line[-1].isalnum()

    def _is_section(self, word: str) -> bool:
        return key_of(word) in self._signs.sections

    def _is_menu(self, index: int) -> bool:
        """Short entries stand on both sides, at the same place."""
        place = self._traits[index].unit.place
        around = [*self._traits[max(0, index - 1) : index], *self._traits[index + 1 : index + 2]]
        return all(trait.kind == "short" and trait.unit.place == place for trait in around)

    def _is_in_list(self, index: int, box: BlockLabel) -> bool:
        """No more short units than a list of the box has stand up to this one without a break."""
        most = _LISTS[box]
        run = self._traits[max(0, index - most) : index + 1]
        return len(run) <= most or any(trait.kind != "short" or trait.opens for trait in run)


@lru_cache(maxsize=8_192)
def _is_list_of_names(line: str) -> bool:
    """Several menu entries on one line: most words begin with a capital."""
    words = [word for word in line.split() if word[0].isalpha()]
    capital = sum(1 for word in words if word[0].isupper())
    return len(words) >= 4 and capital >= 0.75 * len(words) and line[-1].isalnum()
