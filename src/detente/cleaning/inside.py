"""Labels from the title to the last paragraph of the story."""

from __future__ import annotations

from collections.abc import Sequence

from detente.cleaning.signs import LONGEST_BYLINE, Signs
from detente.cleaning.story import Story, heads_box
from detente.cleaning.traits import Trait
from detente.records import BlockLabel

_BOXES = frozenset({"related", "tags", "share", "comments", "player"})
_SAME = 30


class Inside:
    """Walks from the title to the last paragraph and gives each unit its label."""

    def __init__(self, traits: Sequence[Trait], story: Story, signs: Signs) -> None:
        self._traits = traits
        self._story = story
        self._signs = signs
        self._box: BlockLabel | None = None
        self._box_apart = False
        self._begun = False
        self._led = False

    def labels(self) -> list[BlockLabel]:
        """The labels of the units from the head of the story to its last paragraph."""
        found: list[BlockLabel] = []
        for index in range(self._story.head, self._story.last + 1):
            label = self._label(index)
            if label == "body":
                self._begun = True
            found.append(label)
        return found

    def _label(self, index: int) -> BlockLabel:
        trait = self._traits[index]
        label = self._said(index)
        if label is None and self._box is not None and self._stays(index):
            label = self._box
        if label is None:
            self._box = None
            label = self._paragraph(index) if trait.kind == "prose" else self._line(index)
        return label

    def _said(self, index: int) -> BlockLabel | None:
        """What the unit itself says it is: a title, a date line, furniture, markup's word."""
        trait = self._traits[index]
        if index in self._story.titles:
            return "title"
        if self._signs.is_pubdate(trait) and not self._in_related_box(trait):
            self._box = None
            return "pubdate"
        if trait.is_furniture and trait.cue is not None:
            return self._furniture(index, trait.cue.label)
        return self._told_by_markup(trait)

    def _told_by_markup(self, trait: Trait) -> BlockLabel | None:
        """What the elements around a unit say it is, where they are to be believed."""
        if trait.role == "caption":
            return "source_credit" if trait.bare_credit else "caption"
        if trait.role == "byline" and trait.size <= LONGEST_BYLINE and trait.kind != "prose":
            return "byline"
        if trait.role == "standfirst" and trait.kind in {"prose", "headline"}:
            return "standfirst" if not self._begun else None
        return None

    def _in_related_box(self, trait: Trait) -> bool:
        return self._box == "related" and (self._begun or trait.kind != "headline")

    def _furniture(self, index: int, label: BlockLabel) -> BlockLabel:
        trait = self._traits[index]
        if self._is_crosshead(index):
            return "body"
        if trait.opens and label in _BOXES and (label == "tags" or heads_box(self._traits, index)):
            self._box = label
            self._box_apart = self._story.is_apart(trait)
        return "share" if trait.network else label

    def _is_crosshead(self, index: int) -> bool:
        """A line whose words menus or promotions know too, but here between two paragraphs."""
        trait = self._traits[index]
        if trait.cue is None or not self._begun or trait.opens:
            return False
        if trait.cue.label != "navigation" and not trait.cue.is_weak:
            return False
        around = self._traits[index - 1], self._traits[min(index + 1, len(self._traits) - 1)]
        return all(other.is_paragraph for other in around)

    def _stays(self, index: int) -> bool:
        """The unit belongs to the open box."""
        trait, box = self._traits[index], self._box
        if self._box_apart and not self._story.is_apart(trait):
            return False
        if trait.kind == "prose":
            if box in {"share", "player", "tags"}:
                return False
            if self._story.place is not None:
                return self._story.is_apart(trait)
            following = self._traits[min(index + 1, self._story.last)]
            return box == "related" and trait.size < 200 and following.kind == "headline"
        if box in {"share", "player"}:
            return trait.kind in {"short", "signs"} and not self._signs.is_byline(trait, True)
        return True

    def _paragraph(self, index: int) -> BlockLabel:
        trait = self._traits[index]
        following = self._traits[min(index + 1, self._story.last)]
        if not self._begun:
            if trait.credit and trait.size < 600:
                return "caption"
            after = self._traits[index + 1 : index + 3]
            if self._says_again(index) or any(other.bare_credit for other in after):
                return "caption"
            if not self._led and self._is_standfirst(index):
                self._led = True
                return "standfirst"
        elif trait.credit and trait.size < 300 and following.kind != "prose":
            return "caption"
        return "body"

    def _is_standfirst(self, index: int) -> bool:
        """The first paragraph, if something other than the story's text follows it."""
        trait = self._traits[index]
        if trait.size > 700 or index == self._story.last:
            return False
        following = self._traits[index + 1]
        apart = following.unit.place != trait.unit.place and following.kind == "prose"
        other = following.kind != "prose" and following.cue is None
        other = other and not self._is_plain_line(following)
        unclosed = trait.unit.text[-1].isalnum() and following.kind == "prose"
        furniture = following.is_furniture and not following.says("related")
        return unclosed or other or furniture or following.credit or apart

    def _is_plain_line(self, trait: Trait) -> bool:
        dated = self._signs.is_pubdate(trait) or self._signs.is_byline(trait, False)
        asks = trait.kind == "short" and trait.unit.text.endswith("?")
        line = trait.kind == "headline" or asks
        return line and trait.cue is None and not trait.credit and not dated

    def _says_again(self, index: int) -> bool:
        """A neighbour begins with the same words, as a picture's text and its caption do."""
        start = self._traits[index].unit.key[:_SAME]
        around = [*self._traits[max(0, index - 1) : index], *self._traits[index + 1 : index + 2]]
        return len(start) == _SAME and any(other.unit.key.startswith(start) for other in around)

    def _line(self, index: int) -> BlockLabel:
        """A line inside the story that is no paragraph and no known furniture."""
        trait = self._traits[index]
        edge = not self._begun or index == self._story.last
        if self._signs.is_byline(trait, edge) or self._signs.is_signed(trait):
            return "byline"
        if self._signs.is_source(trait) or trait.bare_credit:
            return "source_credit"
        if trait.credit:
            return "caption"
        if trait.kind == "signs":
            return "other_boilerplate"
        return "body" if self._begun else self._head_line(index)

    def _head_line(self, index: int) -> BlockLabel:
        """A line between the title and the first paragraph."""
        trait, signs = self._traits[index], self._signs
        if signs.is_dateline(trait):
            return "dateline"
        if trait.kind == "headline":
            return self._head_headline(index)
        if trait.kind in {"clock", "date"}:
            below = self._traits[index + 1 : index + 3]
            entry = trait.kind == "clock" and any(other.kind == "prose" for other in below)
            return "body" if entry else "pubdate"
        if trait.unit.text.endswith("?"):
            return "body"
        return "section" if trait.unit.key in signs.sections else "other_boilerplate"

    def _head_headline(self, index: int) -> BlockLabel:
        """A longer line between the title and the first paragraph: a picture's caption, or the
        standfirst, of which there is one."""
        following = self._traits[index + 1 : index + 3]
        if any(other.bare_credit for other in following) or self._says_again(index):
            return "caption"
        if index >= self._story.first:
            return "body"
        first, self._led = not self._led, True
        return "standfirst" if first else "other_boilerplate"
