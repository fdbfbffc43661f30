"""Dates as furniture writes them: on date lines, in bylines, in metadata attributes."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache

from detente.cleaning.furniture import Dates
from detente.cleaning.units import key_of

_ISO = re.compile(r"\b(1[89]\d\d|20\d\d)-(0[1-9]|1[0-2])(?:-([0-2]\d|3[01]))?(?![\d-])")
_NUMERIC = re.compile(r"\b([0-2]?\d|3[01])([./-])(0?[1-9]|1[0-2])\2(1[89]\d\d|20\d\d|\d\d)\b")
_DAY_MONTH = re.compile(r"\b(?:[0-2]\d|3[01])/(?:0[1-9]|1[0-2])\b")
_DIGIT = re.compile(r"\d")
_FROM, _TO = 1800, 2100


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in a line: where it stands and its ISO value (day or month)."""

    start: int
    end: int
    value: str


class Calendar:
    """Finds dates and clock times of a language in short lines."""

    def __init__(self, dates: Dates) -> None:
        self._months = {key_of(n): i for i, names in enumerate(dates.months, 1) for n in names}
        months = "|".join(sorted({n for s in dates.months for n in s}, key=len, reverse=True))
        first = rf"1\s?{dates.ordinal}"
        self._named = re.compile(
            rf"\b(?:({first}|[0-2]?\d|3[01])\s+)?({months})\.?\s+(1[89]\d\d|20\d\d)\b",
            re.IGNORECASE,
        )
        hours = "|".join(dates.hours)
        self._clock = re.compile(
            rf"(?<![\d/])([01]?\d|2[0-3])\s?(?::|(?:{hours})\b|(?:{hours})(?=\s?:?\d))\s?:?"
            r"([0-5]\d)?(?:min\b|:\d{2})?",
            re.IGNORECASE,
        )
        phrases = (*dates.words, *dates.weekdays)
        self._words = frozenset(word for phrase in phrases for word in key_of(phrase).split())
        self._said = self._words.union(self._months, map(key_of, dates.hours), ["min"])

    def find(self, text: str) -> list[Dated]:
        """The full dates (at least month and year) in ``text``, in order."""
        if not _DIGIT.search(text):
            return []
        readers = ((_ISO, _iso), (_NUMERIC, _numeric), (self._named, self._name))
        found = [
            Dated(match.start(), match.end(), value)
            for pattern, read in readers
            for match in pattern.finditer(text)
            if (value := read(match)) is not None
        ]
        return sorted(found, key=lambda date: date.start)

    def is_date_line(self, text: str) -> bool:
        """The line says when, and nothing else: a date, a clock time, "il y a 3 heures"."""
        if any(word.isalpha() and word not in self._said for word in key_of(text).split()):
            return False
        rest = self._clock.sub(" ", text)
        for pattern in (_ISO, _NUMERIC, _DAY_MONTH):
            rest = pattern.sub(" ", rest)
        words = [word for word in key_of(rest).split() if not word.isdigit()]
        said = rest != text or any(word in self._months for word in words)
        return said and all(word in self._words or word in self._months for word in words)

    def is_date_word(self, word: str) -> bool:
        """The word is one of those that date lines are made of, or a clock time."""
        key = key_of(word)
        return not key or key in self._words or self.clock_at_start(word) == word

    def clock_at_start(self, text: str) -> str | None:
        """The time of day that a line begins with, as written ("14h30", "14:30")."""
        match = self._clock.match(text)
        return match[0].strip() if match and (match[2] or ":" not in match[0]) else None

    def is_clock(self, text: str) -> bool:
        """The line is a time of day, or a day and month in figures, and nothing else."""
        return self.clock_at_start(text) == text or bool(_DAY_MONTH.fullmatch(text))

    def _name(self, match: re.Match[str]) -> str | None:
        day, month, year = match.groups()
        number = self._months[key_of(month)]
        return _value(int(year), number, int(re.sub(r"\D", "", day)) if day else None)


def _iso(match: re.Match[str]) -> str | None:
    year, month, day = match.groups()
    return _value(int(year), int(month), int(day) if day else None)


def _numeric(match: re.Match[str]) -> str | None:
    day, _, month, year = match.groups()
    full = int(year) if len(year) == 4 else 2000 + int(year)
    return _value(full, int(month), int(day))


def _value(year: int, month: int, day: int | None) -> str | None:
    if not _FROM <= year <= _TO:
        return None
    if day is None:
        return f"{year:04}-{month:02}"
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return None


@cache
def calendar(dates: Dates) -> Calendar:
    """The calendar of a language's dates."""
    return Calendar(dates)
