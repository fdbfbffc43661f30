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
import numpy.typing as npt

from detente.days import Interval

FIRST_YEAR, LAST_YEAR = 1900, 2060
FIRST = dt.date(FIRST_YEAR, 1, 1)
LAST = dt.date(LAST_YEAR, 12, 31)
SIZE = (LAST - FIRST).days + 1

Numbers = npt.NDArray[np.int32]
Weights = npt.NDArray[np.int32]
"""A weight for every day, in hundredths of a deciban: whole numbers add up alike everywhere."""
SCALE = 100

DAYS: Numbers = np.arange(SIZE, dtype=np.int32)
_dates = [FIRST + dt.timedelta(n) for n in range(SIZE)]
YEARS: Numbers = np.array([d.year for d in _dates], dtype=np.int32)
WEEKDAYS: Numbers = np.array([d.isoweekday() for d in _dates], dtype=np.int32)
_YEARDAYS: Numbers = np.array(
    [d.replace(year=2000).timetuple().tm_yday - 1 for d in _dates], dtype=np.int32
)
"""Days into a leap year, so that a day of the year has one number in every year."""
_YEAR = 366


class Step(NamedTuple):
    """Up to how many days (or years) after a time, and the weight there."""

    until: int
    weight: float


Habit = tuple[Step, ...]
"""How often the press is that far from what it tells: steps in order, the last without end."""


def day(number: int) -> dt.date:
    """The day of that number."""
    return FIRST + dt.timedelta(int(number))


def number(day: dt.date) -> int:
    """The number of a day; those outside have the first or last number."""
    return min(max((day - FIRST).days, 0), SIZE - 1)


def blank() -> Weights:
    """No weight on any day."""
    return np.zeros(SIZE, dtype=np.int32)


def on(spans: Iterable[Interval], weight: float) -> Weights:
    """That weight on the days of the spans, each day once."""
    found = blank()
    for first, last in _numbers(spans):
        found[first : last + 1] = round(weight * SCALE)
    return found


def by_habit(lags: Numbers, habit: Habit) -> Weights:
    """The weights of a habit at these lags, which rise."""
    weights, untils = _steps(habit)
    ends = np.searchsorted(lags, untils, side="right")
    return np.repeat(weights, np.diff(ends, prepend=0, append=len(lags)))


def since(when: dt.date, habit: Habit) -> Weights:
    """The weights of a habit, counted in days from a day."""
    return around(Interval(when, when), habit)


def around(when: Interval, habit: Habit) -> Weights:
    """The same, counted back from the first day and on from the last; those of a lag of 0 between
    them.
    """
    first = number(when.earliest or FIRST)
    last = number(when.latest or LAST)
    weights, untils = _steps(habit)
    ends = np.where(untils < 0, first + untils, last + untils) + 1
    bounds = np.concatenate(((0,), np.clip(ends, 0, SIZE), (SIZE,)))
    return np.repeat(weights, bounds[1:] - bounds[:-1])


@lru_cache(maxsize=4096)
def _steps(habit: Habit) -> tuple[Weights, Numbers]:
    """The weights of a habit, and the last lag at which each holds, but for that of the last."""
    weights = np.array([round(step.weight * SCALE) for step in habit], dtype=np.int32)
    return weights, np.array([step.until for step in habit[:-1]], dtype=np.int64)


def every_year(month: int, mday: int, habit: Habit, back: int) -> Weights:
    """The weights of a habit, counted from that day of every year; lags run from ``-back`` on."""
    start = dt.date(2000, month, min(mday, 29 if month == 2 else 31)).timetuple().tm_yday - 1
    lags = np.arange(-back, _YEAR - back, dtype=np.int32)
    return by_habit(lags, habit)[(_YEARDAYS - start + back) % _YEAR]


def in_years(year: int, habit: Habit) -> Weights:
    """The weights of a habit, counted in years from a year."""
    return by_habit(YEARS - np.int32(year), habit)


def _numbers(spans: Iterable[Interval]) -> Iterator[tuple[int, int]]:
    for span in spans:
        first, last = span.earliest or FIRST, span.latest or LAST
        if first <= last and first <= LAST and last >= FIRST:
            yield number(first), number(last)
