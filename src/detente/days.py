"""Days and intervals of days: what a partial date or a TIMEX3 value names on the calendar."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from functools import lru_cache

import msgspec

VALUES = 4_096
"""Dates of which it is remembered what days they name: a page tells the same few many times."""

_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


class Interval(msgspec.Struct, frozen=True, order=True, gc=False):
    """Days from ``earliest`` to ``latest``, both included; ``None`` is open."""

    earliest: dt.date | None = None
    latest: dt.date | None = None

    @classmethod
    def of(cls, value: str | None) -> Interval:
        """The days of an ISO date that may be partial (``2004``, ``2004-03``, ``2004-03-09``);
        open on both sides if the value is none of these."""
        return _days(value or "")

    @classmethod
    def day(cls, day: dt.date) -> Interval:
        """One day."""
        return cls(day, day)

    @property
    def is_empty(self) -> bool:
        """No day is in it."""
        return bool(self.earliest and self.latest and self.earliest > self.latest)

    @property
    def is_open(self) -> bool:
        """At least one side has no bound."""
        return self.earliest is None or self.latest is None

    @property
    def days(self) -> int | None:
        """How many days, ``None`` if open."""
        if self.earliest is None or self.latest is None:
            return None
        return max(0, (self.latest - self.earliest).days + 1)

    def __contains__(self, day: dt.date) -> bool:
        return not (
            (self.earliest is not None and day < self.earliest)
            or (self.latest is not None and day > self.latest)
        )

    def meets(self, other: Interval) -> bool:
        """Whether a day may be in both: an open side bounds nothing."""
        start, end = self._start(other), self._end(other)
        return start is None or end is None or start <= end

    def __and__(self, other: Interval) -> Interval:
        """The days in both; empty if there are none."""
        return Interval(self._start(other), self._end(other))

    def _start(self, other: Interval) -> dt.date | None:
        one, two = self.earliest, other.earliest
        return two if one is None or (two is not None and two > one) else one

    def _end(self, other: Interval) -> dt.date | None:
        one, two = self.latest, other.latest
        return two if one is None or (two is not None and two < one) else one

    def widened(self, days: int) -> Interval:
        """The interval with some days more on both sides."""
        reach = dt.timedelta(days)
        return Interval(
            self.earliest - reach if self.earliest else None,
            self.latest + reach if self.latest else None,
        )


@lru_cache(VALUES)
def _days(value: str) -> Interval:
    match = _PARTIAL.match(value)
    if not match:
        return Interval()
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        if year is None:
            return Interval()
        if month is None:
            return Interval(dt.date(year, 1, 1), dt.date(year, 12, 31))
        if day is None:
            return Interval(dt.date(year, month, 1), month_end(year, month))
        return Interval(dt.date(year, month, day), dt.date(year, month, day))
    except ValueError:
        return Interval()


def month_end(year: int, month: int) -> dt.date:
    """The last day of a month."""
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def iso(day: dt.date | None) -> str | None:
    """ISO form of a day, ``None`` stays ``None``."""
    return day.isoformat() if day else None
