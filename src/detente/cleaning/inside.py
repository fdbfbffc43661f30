"""Labels from the title to the last paragraph of the story."""

from __future__ import annotations

import re
from collections.abc import Sequence

from detente.cleaning.furniture import Furniture, folded
from detente.cleaning.story import Story, heads_box
from detente.cleaning.traits import Observer, Trait
from detente.cleaning.units import key_of
from detente.records import BlockLabel

_BOXES = frozenset({"related", "tags", "share", "comments", "player"})
_SLASHED = re.compile(r"[A-ZÀ-Þ][^/]{1,30}(?:\s?/\s?[A-ZÀ-Þ][^/]{1,40}){1,3}")
_NAME_WORD = r"(?:[A-ZÀ-Þ][\w'’.-]+|[a-z]{1,3})"
_NAME = re.compile(rf"[A-ZÀ-Þ][\w'’.-]+(?:[ ,]+{_NAME_WORD})*")
_INITIALS = re.compile(r"[A-Za-z]{2,4}(?:\s?[/,-]\s?[A-Za-z]{2,8})*")
_SAME = 30
_LONGEST_BYLINE = 110


class Signs:
    """Bylines, date lines, credits and sources, by the words of a language."""

    def __init__(self, furniture: Furniture, observer: Observer) -> None:
        words = furniture.words
        self.calendar = observer.calendar
        self.sections = furniture.sections
        self.alone = furniture.alone
        self._agencies = folded(words.byline.agencies)
        self._starts = tuple(sorted(folded(words.byline.starts)))
        self._holds = tuple(sorted(folded(words.byline.holds)))
        self._published = tuple(sorted(folded(words.dates.published + words.dates.updated)))
        self._sources = folded(words.credit.sources)

    def is_pubdate(self, trait: Trait) -> bool:
        """A date line, or a short line that says "published" or signs, with a full date."""
        if trait.kind == "date":
            return bool(self.calendar.find(trait.unit.text)) or " " in trait.unit.text
        if trait.size > 140 or trait.kind == "prose":
            return False
        key = trait.unit.key
        if not self.calendar.find(trait.unit.text):
            return False
        said = any(phrase in key for phrase in self._published)
        return said or (self.is_byline(trait, False) and not self.is_signed(trait))

    def is_signed(self, trait: Trait) -> bool:
        """A name with a date beside it, the name the longer: "Prénom Nom | 04.12.2022"."""
        text = trait.unit.text
        dates = self.calendar.find(text)
        if not dates or trait.size > _LONGEST_BYLINE:
            return False
        name = (text[: dates[0].start] + text[dates[-1].end :]).strip(" |,-–—·•/:")
        longer = len(name) > sum(date.end - date.start for date in dates)
        return longer and len(name.split()) >= 2 and _NAME.fullmatch(name) is not None

    def is_signature(self, trait: Trait) -> bool:
        """A short line that names the writers, or says when the page was published."""
        if trait.kind == "date":
            return any(phrase in trait.unit.key for phrase in self._published)
        if trait.kind not in {"short", "headline"} or trait.cue is not None:
            return False
        return self.is_byline(trait, False) or self.is_pubdate(trait)

    def is_dateline(self, trait: Trait) -> bool:
        """Agency, place and writer between slashes: "AG / Ville / Prénom Nom"."""
        return trait.size <= 80 and _SLASHED.fullmatch(trait.unit.text) is not None

    def is_byline(self, trait: Trait, at_edge: bool) -> bool:
        """A line that names the writers; at the edge of the story a bare name is enough."""
        if trait.size > _LONGEST_BYLINE or trait.kind == "prose":
            return False
        text, key = trait.unit.text, trait.unit.key
        if key in self._agencies or any(phrase in f" {key} " for phrase in self._padded):
            return True
        for start in self._starts:
            if key == start or key.startswith(start + " "):
                rest = text.split(None, len(start.split()))[-1]
                return rest[:1].isupper() or key == start
        words = text.split()
        if not at_edge or any(key_of(word) in self.sections for word in (text, *words)):
            return False
        if 2 <= len(words) <= 6 and _NAME.fullmatch(text) is not None:
            return True
        return _INITIALS.fullmatch(text) is not None and text.islower()

    @property
    def _padded(self) -> tuple[str, ...]:
        return tuple(f" {phrase} " for phrase in self._holds)

    def is_source(self, trait: Trait) -> bool:
        """The line names the sources of the text."""
        first = trait.unit.key.split(" ", 1)[0]
        return trait.size <= 120 and first in self._sources and ":" in trait.unit.text[:12]


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
        if trait.role == "byline" and trait.size <= _LONGEST_BYLINE and trait.kind != "prose":
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
