"""Dates that a dump glued to the front of a paragraph: "date 2019-03 Le ministre …"."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from detente.cleaning.dates import Calendar
from detente.cleaning.furniture import Dates, folded
from detente.cleaning.units import Unit, key_of

_FRONT = 90
_LATEST_START = 30
_SHORTEST_REST = 60
_WORD = re.compile(r"\s*(\S+)")
_JOINTS = re.compile(r"[\s|:;,.·•–—-]*")


class Parter:
    """Parts glued dates from the paragraphs they stand before, as units of their own."""

    def __init__(self, dates: Dates, calendar: Calendar) -> None:
        self._calendar = calendar
        self._leads = folded(dates.published + dates.updated)
        self._firsts = frozenset(lead.split(" ", 1)[0] for lead in self._leads)

    def part(self, text: str, units: Sequence[Unit]) -> list[Unit]:
        """The units, those that begin with a publication word and a date in two."""
        found: list[Unit] = []
        for unit in units:
            cut = self._cut(text[unit.start : unit.end]) if len(unit.text) > _FRONT else None
            if cut is None:
                found.append(unit)
                continue
            end, start = unit.start + cut[0], unit.start + cut[1]
            found.append(_between(text, unit, unit.start, end))
            found.append(_between(text, unit, start, unit.end))
        return found

    def _cut(self, words: str) -> tuple[int, int] | None:
        """Where the glued date ends and the paragraph begins."""
        first = key_of(words[:_LATEST_START]).split(" ", 1)[0]
        if first not in self._firsts:
            return None
        dates = self._calendar.find(words[:_FRONT])
        if not dates or dates[0].start > _LATEST_START:
            return None
        if key_of(words[: dates[0].start]) not in self._leads:
            return None
        end = dates[0].end
        while (match := _WORD.match(words, end)) and self._calendar.is_date_word(match[1]):
            end = match.end()
        joint = _JOINTS.match(words, end)
        start = joint.end() if joint else end
        return (end, start) if len(words) - start >= _SHORTEST_REST else None


def _between(text: str, unit: Unit, start: int, end: int) -> Unit:
    words = " ".join(text[start:end].split())
    return msgspec.structs.replace(unit, start=start, end=end, text=words, key=key_of(words))
