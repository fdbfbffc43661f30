"""What a page says of itself: title, outlet, authors, section, tags, related titles."""

from __future__ import annotations

import re
from collections.abc import Sequence

from detente.cleaning.furniture import Bylines, folded
from detente.cleaning.story import Story
from detente.cleaning.units import key_of
from detente.records import Block, BlockLabel, Metadata

_SPLIT = re.compile(r"\s*(?:,|;|\||\bet\b|&)\s*")
_DIGITS = re.compile(r"\d")
_SHORTEST_TITLE = 25


class Visible:
    """Reads metadata off the labelled blocks of a page."""

    def __init__(self, bylines: Bylines) -> None:
        starts = sorted((key_of(start) for start in bylines.starts), key=len, reverse=True)
        self._starts = tuple(starts)
        self._agencies = folded(bylines.agencies)

    def metadata(
        self, text: str, blocks: Sequence[Block], story: Story | None, outlet: str | None
    ) -> Metadata:
        """Metadata from the visible page; ``outlet`` is what the source declares."""

        def said(label: BlockLabel) -> list[str]:
            return [" ".join(text[b.start : b.end].split()) for b in blocks if b.label == label]

        title = None
        if story is not None and story.title is not None:
            block = blocks[story.title]
            title = " ".join(text[block.start : block.end].split())
        sections = said("section")
        related = [words for words in said("related") if len(words) >= _SHORTEST_TITLE]
        return Metadata(
            title=title,
            outlet=outlet,
            authors=self._authors(said("byline")),
            section=sections[-1] if sections else None,
            tags=_unique([tag for line in said("tags") for tag in _SPLIT.split(line) if tag]),
            related=_unique(related),
        )

    def _authors(self, lines: Sequence[str]) -> tuple[str, ...]:
        names = [name for line in lines for name in _SPLIT.split(self._bare(line))]
        return _unique([n for n in names if n and n[0].isupper() and not _DIGITS.search(n)])

    def _bare(self, line: str) -> str:
        """The line without the word it begins with ("Par")."""
        key = key_of(line)
        for start in self._starts:
            if key.startswith(start + " "):
                return line.split(None, len(start.split()))[-1]
        return line


def _unique(values: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value.strip(" :,") for value in values if value.strip(" :,")))
