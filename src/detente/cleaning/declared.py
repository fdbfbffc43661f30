"""When the page says it was published, outside its story."""

from __future__ import annotations

import re
from collections.abc import Sequence

from detente.cleaning.dates import Calendar, Dated
from detente.cleaning.furniture import Dates, folded
from detente.cleaning.story import Story
from detente.cleaning.units import key_of
from detente.days import Interval
from detente.records import Block, DateEvidence

_LINES = frozenset({"pubdate", "byline", "dateline"})
_REACH = 12
_FRONT = 90
_PLACE = re.compile(r"[A-ZÀ-Þ][\w'’ /-]{1,30}(?:\([^)]{1,30}\))?,?\s*")
_DASH = re.compile(r"\s*(?:\([^)]{1,40}\))?\s*[-–—]{1,2}\s")
_ISO_DAY = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?(?=$|[T ])")


def by_carrier(published: str, by: str) -> DateEvidence | None:
    """The date that the caller or the source gives; ``None`` if it is no ISO date."""
    match = _ISO_DAY.match(published.strip())
    if match is None or Interval.of(match[0]).is_open:
        return None
    return DateEvidence(
        start=None, end=None, text=published, because=f"given by {by}", supports=match[0]
    )


class DateLines:
    """Reads the date lines of pages with the words of a language."""

    def __init__(self, dates: Dates, calendar: Calendar) -> None:
        self._calendar = calendar
        self._updated = folded(dates.updated)
        self._published = folded(dates.published)

    def find(
        self, text: str, blocks: Sequence[Block], story: Story | None
    ) -> tuple[DateEvidence, ...]:
        """Evidence from the lines of ``blocks`` that date the page, strongest first: lines that
        say "published", then bare dates near the story, then updates (published before)."""
        if story is None:
            return ()
        found: list[tuple[int, DateEvidence]] = []
        for block in blocks[max(0, story.head - _REACH) : story.last + _REACH + 1]:
            if block.label in _LINES:
                found.extend(self._line(text, block))
        found.extend(self._dateline(text, blocks, story))
        found.sort(key=lambda pair: (pair[0], pair[1].start or 0))
        return tuple(evidence for _, evidence in found)

    def _dateline(
        self, text: str, blocks: Sequence[Block], story: Story
    ) -> list[tuple[int, DateEvidence]]:
        """A place and a date before the first paragraph: "VILLE, 3 mars 2011 (Agence) - …"."""
        for block in blocks[story.first : story.last + 1]:
            if block.label not in {"body", "standfirst"}:
                continue
            words = text[block.start : min(block.end, block.start + _FRONT)]
            for date in self._calendar.find(words)[:1]:
                if _PLACE.fullmatch(words[: date.start]) and _DASH.match(words, date.end):
                    return [self._evidence(block.start, words, date, "")]
            return []
        return []

    def _line(self, text: str, block: Block) -> list[tuple[int, DateEvidence]]:
        words = text[block.start : block.end]
        found: list[tuple[int, DateEvidence]] = []
        before = 0
        for date in self._calendar.find(words):
            lead = key_of(words[before : date.start])
            before = date.end
            found.append(self._evidence(block.start, words, date, lead))
        return found

    def _evidence(self, start: int, words: str, date: Dated, lead: str) -> tuple[int, DateEvidence]:
        rank, because, supports = 1, "date line of the page", date.value
        if any(phrase in lead for phrase in self._updated):
            rank, because, supports = 2, "date of the page's last change", f"../{date.value}"
        elif any(phrase in lead for phrase in self._published):
            rank, because = 0, "publication line of the page"
        return rank, DateEvidence(
            start=start + date.start,
            end=start + date.end,
            text=words[date.start : date.end],
            because=because,
            supports=supports,
        )
