"""How news of a happening fades: seldom named before its time, mostly soon after, then less."""

from __future__ import annotations

from detente.days import Interval
from detente.finding.published import calendar
from detente.finding.published.calendar import Habit, Step, Weights

BEFORE = ((730, -28), (365, -20), (60, -12), (1, -8))
"""Decibans for days on which a thing could not be named yet, by how many days there are to it: what
leads up to it is told in much the same words."""
DURING = 8
"""Decibans for the days of its news."""
AHEAD = ((1, 1), (0.5, 2), (0.3, 4), (0.2, 5), (0.12, 6), (0.06, 7), (0.03, 8))
"""And before, by parts of the days for which it was to come."""
FADING = (
    (0.1, 7.5),
    (0.25, 6.5),
    (0.5, 5),
    (1, 3),
    (1.6, 1),
    (2.5, -1.5),
    (4, -4.5),
    (6, -7.5),
    (9, -10.5),
)
"""Then, by times its echo."""
FORGOTTEN = -15
LASTING = ((200, 6), (800, 2))
"""The same of words that stay in use, by days."""
IN_USE = -2
ENDLESS = 1 << 30


def floor(when: Interval, ahead: int) -> Weights:
    """A thing is seldom named before its time."""
    steps = (Step(-ahead - days, weight) for days, weight in BEFORE)
    return calendar.around(when, (*steps, Step(ENDLESS, 0)))


def nearness(when: Interval, ahead: int, echo: int | None) -> Weights:
    """It is mostly named near its time."""
    return calendar.around(when, _habit(ahead, echo))


def _habit(ahead: int, echo: int | None) -> Habit:
    weights = (0, *(weight for _, weight in AHEAD))
    ends = (*(round(ahead * part) + 1 for part, _ in AHEAD), 1)
    before = [Step(-end, weight) for end, weight in zip(ends, weights, strict=True)]
    if echo is None:
        after = [Step(days, weight) for days, weight in LASTING]
        return (*before, Step(0, DURING), *after, Step(ENDLESS, IN_USE))
    after = [
        Step(max(n, round(echo * times)), weight) for n, (times, weight) in enumerate(FADING, 1)
    ]
    return (*before, Step(0, DURING), *after, Step(ENDLESS, FORGOTTEN))
