"""What a page says of itself: title, outlet, authors, section, tags, related titles."""

from __future__ import annotations

import re
from collections.abc import Sequence

from detente.cleaning.dates import calendar
from detente.cleaning.furniture import Furniture, folded
from detente.cleaning.story import Story
from detente.cleaning.units import key_of
from detente.records import Block, BlockLabel, Metadata

_TAGS = re.compile(r"\s*[,;|•·]\s*")
_DIGITS = re.compile(r"\d")
_EDGES = " :,|()[]-–—·•"
_SHORTEST_TITLE = 25
_LONGEST_TAG = 80


class Visible:
    """Reads metadata off the labelled blocks of a page."""

    def __init__(self, furniture: Furniture) -> None:
        bylines, dates = furniture.words.byline, furniture.words.dates
        starts = (re.escape(start) for start in sorted(bylines.starts, key=len, reverse=True))
        self._start = re.compile(rf"(?:{'|'.join(starts)})\b\s*:?\s*", re.IGNORECASE)
        joins = "|".join(rf"\b{re.escape(word)}\b" for word in bylines.joins)
        self._between = re.compile(rf"\s*(?:[,;|&/(]|{joins})\s*")
        self._published = tuple(sorted(folded(dates.published + dates.updated), key=len)[::-1])
        self._calendar = calendar(dates)
        self._heads = folded(furniture.words.families["tags"].opens)

    def metadata(
        self, text: str, blocks: Sequence[Block], story: Story | None, outlet: str | None
    ) -> Metadata:
        """Metadata from the visible page; ``outlet`` is what the source declares."""
        told: dict[BlockLabel, list[Block]] = {}
        for block in blocks:
            told.setdefault(block.label, []).append(block)

        def said(label: BlockLabel) -> list[str]:
            return [" ".join(text[b.start : b.end].split()) for b in told.get(label, ())]

        title = None
        if story is not None and story.title is not None:
            block = blocks[story.title]
            title = " ".join(text[block.start : block.end].split())
        sections = [words.strip(_EDGES) for words in said("section")]
        related = [words for words in said("related") if len(words) >= _SHORTEST_TITLE]
        return Metadata(
            title=title,
            outlet=outlet,
            authors=self._authors([*said("byline"), *said("pubdate")]),
            section=sections[-1] if sections else None,
            tags=self._tags(said("tags")),
            related=_unique(related),
        )

    def _authors(self, lines: Sequence[str]) -> tuple[str, ...]:
        names = (name for line in lines for name in self._between.split(self._signed(line)))
        return _unique([n for n in names if n[:1].isupper() and not _DIGITS.search(n)])

    def _signed(self, line: str) -> str:
        """The part of a line that names its writers: without the word it begins with ("Par"), and
        without the date and the words that lead to it."""
        dates = self._calendar.find(line)
        start = self._start.match(line)
        if dates and not start and key_of(line[: dates[0].start]) in self._published:
            return ""
        if dates:
            line = line[: dates[0].start]
        if start:
            line = line[start.end() :]
        key = key_of(line) if dates else ""
        for phrase in self._published:
            if (at := key.find(phrase)) >= 0:
                line = line[:at]
                break
        words = line.split()
        while words and self._calendar.is_date_word(words[-1].strip(_EDGES)):
            words.pop()
        return " ".join(words)

    def _tags(self, lines: Sequence[str]) -> tuple[str, ...]:
        tags = (tag.strip(_EDGES) for line in lines for tag in _TAGS.split(line))
        return _unique(
            [tag for tag in tags if len(tag) <= _LONGEST_TAG and key_of(tag) not in self._heads]
        )


def _unique(values: Sequence[str]) -> tuple[str, ...]:
    stripped = [value.strip(_EDGES) for value in values]
    return tuple(dict.fromkeys([value for value in stripped if value]))
