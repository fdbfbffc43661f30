"""How near to a page lies the happening that it names, by how and where its words stand.

What a page names it mostly names on the day itself or the next, whatever it is; else it comes back
to it, ever more seldom; or the words stand there for another matter, most often for what led up to
it. How often each, goes by where the words stand: counted on dated agency texts and rounded.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import NamedTuple

from detente.days import Interval
from detente.finding.published import calendar
from detente.finding.published.calendar import Habit, Step
from detente.finding.published.stretches import Weights


class Standing(NamedTuple):
    """How often words that stand so are news of the day, recall something long past, or name
    another matter before it; else they come back to it while it echoes.
    """

    news: float
    recalled: float
    early: float


LEAD = Standing(0.75, 0.06, 0.04)
"""Close together in the first sentences."""
TOGETHER = Standing(0.3, 0.1, 0.04)
"""Close together further down."""
DATED = Standing(0.15, 0.25, 0.06)
"""The same beside a date, which is more often that of something past."""
NEAR = Standing(0.33, 0.2, 0.1)
"""Not far from one another."""
SCATTERED = Standing(0.2, 0.25, 0.3)
"""Here and there on the page."""
WEEKDAY = 4
"""How much better the odds of news of the day are where the sentence tells its weekday."""

FIRST_DAYS = (0.45, 0.33, 0.1, 0.04, 0.025, 0.02, 0.015)
"""How the news of a day lies on that day and on the days after it."""
ANNOUNCED, IN_LEAD = 0.2, 0.3
"""How much of what comes announced is named before, and how much where it is news of the day."""
RECALLED, EARLY = 1500, 60
"""Days within which half of what recalls it stands after it, and of other matters before it."""
NEVER = 0.005
"""How much falls on no matter which day."""
EVER = 8000
"""Days among which a page is looked for that tells nothing: weight 0."""
_GROWTH = 1.25
_FURTHEST = 40000
ENDLESS = 1 << 30


def near(when: Interval, ahead: int, echo: int, standing: Standing) -> Weights:
    """The weights of the days about a happening that a page names."""
    return calendar.around(when, _habit(ahead, echo, standing))


def on_its_weekday(standing: Standing) -> Standing:
    """The same where the weekday of the happening stands beside it."""
    odds = WEEKDAY * standing.news
    news = odds / (odds + 1 - standing.news)
    less = (1 - news) / (1 - standing.news)
    return Standing(news, standing.recalled * less, standing.early * less)


@lru_cache(maxsize=4096)
def _habit(ahead: int, echo: int, standing: Standing) -> Habit:
    after = [*range(len(FIRST_DAYS)), *_further()]
    untils = [-lag for lag in after[::-1]] + after[1:]
    sinces = [untils[0] - 1, *untils[:-1]]
    steps = []
    for since, until in zip(sinces, untils, strict=True):
        share = _share((since + 1 + until) // 2, ahead, max(2, echo), standing)
        steps.append(Step(until, 10 * math.log10(share * EVER)))
    return Habit(*steps[:-1], Step(ENDLESS, steps[-1].weight))


def _further() -> list[int]:
    """Days ever further apart."""
    found = [len(FIRST_DAYS)]
    while found[-1] < _FURTHEST:
        found.append(math.ceil(found[-1] * _GROWTH))
    return found


def _share(lag: int, ahead: int, echo: int, standing: Standing) -> float:
    """How much of the pages that name it stand on the day so many days after it."""
    told = 1 - standing.news - standing.recalled - standing.early
    share = NEVER / EVER
    announced = IN_LEAD * standing.news + ANNOUNCED * told if ahead else 0
    if lag < 0:
        coming = max(0.0, 1 + lag / (ahead + 1)) * 2 / (ahead + 1)
        return share + standing.early * _fade(-lag, EARLY) + announced * coming
    if lag < len(FIRST_DAYS):
        share += standing.news * (1 - IN_LEAD * bool(ahead)) * FIRST_DAYS[lag]
    share += told * (1 - ANNOUNCED * bool(ahead)) * _fade(lag, echo)
    return share + standing.recalled * _fade(lag, RECALLED)


def _fade(lag: int, half: int) -> float:
    """Of what fades so that half of it stands within so many days: how much on one of them."""
    return 1 / (half * (1 + lag / half) ** 2)
