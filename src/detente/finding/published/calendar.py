"""Every day on which a page may have been published, as one line of numbers.

A clue gives each day a weight, so that dates, offices and happenings add up whatever their shape.
Weights are in decibans, Turing's unit of the weight of evidence: 10 makes a day ten times as likely
as one of weight 0, 20 a hundred times.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from detente.days import Interval
from detente.finding.published.stretches import Days, Numbers, Weights

FIRST_YEAR, LAST_YEAR = 1900, 2060
FIRST = dt.date(FIRST_YEAR, 1, 1)
LAST = dt.date(LAST_YEAR, 12, 31)
SIZE = (LAST - FIRST).days + 1

SCALE = 100
"""Weights are whole hundredths of a deciban: whole numbers add up alike everywhere."""

WEEKDAYS: Days = (np.arange(SIZE) + FIRST.weekday()) % 7 + 1
"""The ISO weekday of every day."""
_YEAR = 366
"""Days of a leap year, so that a day of the year has one number in every year."""
NEW_YEARS: Days = np.array(
    [(dt.date(year, 1, 1) - FIRST).days for year in range(FIRST_YEAR, LAST_YEAR + 1)] + [SIZE],
    dtype=np.int64,
)
"""The first day of every year, and of the one after the last."""
_LEAP_DAY = 31 + 29 - 1
_BY_YEARDAY: Days = NEW_YEARS[:-1, np.newaxis] + np.arange(_YEAR + 1)
_BY_YEARDAY[np.diff(NEW_YEARS) < _YEAR, _LEAP_DAY + 1 :] -= 1
"""The day of every year with that number; where there is no leap day, the day after it."""


TIMES = 4_096
"""Times of which it is remembered how a habit weighs the days around them: most are those of the
almanac, which page after page names."""


class Step(NamedTuple):
    """Up to how many days (or years) after a time, and the weight there."""

    until: int
    weight: float


class Habit:
    """How often the press is that far from what it tells: steps in order, the last without end.

    ``weights`` holds that of each step, ``untils`` the last lag at which each but the last holds.
    """

    __slots__ = ("untils", "weights")

    def __init__(self, *steps: Step) -> None:
        self.weights: Numbers = np.array([round(s.weight * SCALE) for s in steps], dtype=np.int32)
        self.untils: Days = np.array([s.until for s in steps[:-1]], dtype=np.int64)


def day(number: int) -> dt.date:
    """The day of that number."""
    return FIRST + dt.timedelta(int(number))


def number(day: dt.date) -> int:
    """The number of a day; those outside have the first or last number."""
    return min(max((day - FIRST).days, 0), SIZE - 1)


def blank() -> Weights:
    """No weight on any day."""
    return on((), 0)


def on(spans: Iterable[Interval], weight: float) -> Weights:
    """That weight on the days of the spans, each day once."""
    bounds: list[int] = []
    for first, last in sorted(_numbers(spans)):
        if bounds and first <= bounds[-1]:
            bounds[-1] = max(bounds[-1], last + 1)
        else:
            bounds += first, last + 1
    values = np.zeros(len(bounds) + 1, dtype=np.int32)
    values[1::2] = round(weight * SCALE)
    return Weights.of(np.array([*bounds, SIZE], dtype=np.int64), values)


def since(when: dt.date, habit: Habit) -> Weights:
    """The weights of a habit, counted in days from a day."""
    return around(Interval(when, when), habit)


@lru_cache(TIMES)
def around(when: Interval, habit: Habit) -> Weights:
    """The same, counted back from the first day and on from the last; those of a lag of 0 between
    them.
    """
    first = number(when.earliest or FIRST)
    last = number(when.latest or LAST)
    ends = np.append(np.where(habit.untils < 0, first, last) + habit.untils + 1, SIZE)
    return Weights.of(ends.clip(0, SIZE), habit.weights)


@lru_cache(maxsize=1024)
def every_year(month: int, mday: int, habit: Habit, back: int) -> Weights:
    """The weights of a habit, counted from that day of every year; lags run from ``-back`` on."""
    start = dt.date(2000, month, min(mday, 29 if month == 2 else 31)).timetuple().tm_yday - 1
    weights = habit.weights
    begins = np.append(0, habit.untils + 1 + back).clip(0, _YEAR)
    begun = begins < np.append(begins[1:], _YEAR)
    yeardays = (begins[begun] + start - back) % _YEAR
    order = np.argsort(yeardays)
    yeardays, weights = yeardays[order], weights[begun][order]
    ends = _BY_YEARDAY[:, np.append(yeardays, _YEAR)]
    in_a_year = np.concatenate((weights[-1:], weights))
    return Weights.of(ends.ravel(), np.tile(in_a_year, len(ends)))


def in_years(year: int, habit: Habit) -> Weights:
    """The weights of a habit, counted in years from a year."""
    after = (habit.untils + (year + 1 - FIRST_YEAR)).clip(0, len(NEW_YEARS) - 1)
    return Weights.of(np.append(NEW_YEARS[after], SIZE), habit.weights)


def _numbers(spans: Iterable[Interval]) -> Iterator[tuple[int, int]]:
    for span in spans:
        first, last = span.earliest or FIRST, span.latest or LAST
        if first <= last and first <= LAST and last >= FIRST:
            yield number(first), number(last)
