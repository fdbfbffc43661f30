"""How the naming of an occasion or a word fades: hardly ever before its time, mostly soon after."""

from __future__ import annotations

from functools import lru_cache

from detente.days import Interval
from detente.finding.published import calendar
from detente.finding.published.calendar import SCALE, Habit, Step
from detente.finding.published.stretches import Weights

ENDLESS = 1 << 30
BEFORE = ((730, -28), (365, -20), (60, -12), (1, -8))
"""Decibans for days on which a thing could not be named yet, by how many days there are to it: what
leads up to it is told in much the same words."""
DURING = 14
"""Decibans for the days of its news."""
AHEAD = ((1, 2), (0.5, 3), (0.3, 6), (0.2, 8), (0.12, 10), (0.06, 12), (0.03, 14))
"""And before, by parts of the days for which it was to come."""
FADING = (
    (0.1, 13),
    (0.25, 11),
    (0.5, 8.5),
    (1, 5),
    (1.6, 1.5),
    (2.5, -2.5),
    (4, -7.5),
    (6, -12.5),
    (9, -17),
)
"""Then, by times its echo."""
FORGOTTEN = -18
LASTING = Habit(Step(-1, 0), Step(0, DURING), Step(200, 10), Step(800, 3), Step(ENDLESS, -9))
"""The same of words that stay in use, by days."""
UNKNOWN = -31
"""Decibans for days on which a word was not known yet, against those of its first use: a page may
mean another."""


def floor(when: Interval, ahead: int) -> Weights:
    """A thing is seldom named before its time."""
    return calendar.around(when, _early(ahead))


@lru_cache(maxsize=1024)
def _early(ahead: int) -> Habit:
    steps = (Step(-ahead - days, weight) for days, weight in BEFORE)
    return Habit(*steps, Step(ENDLESS, 0))


def nearness(when: Interval, ahead: int, echo: int) -> Weights:
    """It is mostly named near its time."""
    return calendar.around(when, _near(ahead, echo))


@lru_cache(maxsize=1024)
def _near(ahead: int, echo: int) -> Habit:
    weights = (0, *(weight for _, weight in AHEAD))
    ends = (*(round(ahead * part) + 1 for part, _ in AHEAD), 1)
    before = [Step(-end, weight) for end, weight in zip(ends, weights, strict=True)]
    after = [
        Step(max(n, round(echo * times)), weight) for n, (times, weight) in enumerate(FADING, 1)
    ]
    return Habit(*before, Step(0, DURING), *after, Step(ENDLESS, FORGOTTEN))


def in_use(when: Interval) -> Weights:
    """Words that came into use, and the end of their daily use."""
    weights = floor(when, 0) + calendar.around(when, LASTING)
    return weights.at_least((DURING + UNKNOWN) * SCALE)
