"""Claims: what one piece of evidence says of the day a page was published."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from detente.days import Interval
from detente.finding.ground import Expression
from detente.finding.published import calendar
from detente.finding.published.stretches import Weights
from detente.finding.published.weights import WEIGHTS
from detente.records import DateEvidence

GRACE = 40
"""Days for which a title still stands beside the name of someone who has just left."""

TERMS = 4_096
"""Terms of office of which it is remembered how they weigh: many pages name the same people."""


@dataclass(frozen=True, slots=True)
class Claim:
    """How likely one clue makes each day.

    Claims can clash (a slip, a verb misread), so they are weighed against one another, never
    intersected one after the other. ``group`` names clues of a kind on one page that are not
    independent of one another: they count the less, the more there are.
    """

    weights: Weights
    evidence: DateEvidence
    group: str | None = None

    def holds(self, day: dt.date) -> bool:
        """Whether the day is among those that it makes likely."""
        return self.weight_if_held(calendar.number(day)) > 0

    def weight_if_held(self, at: int) -> int:
        """How much it tells the likeliest day from the least likely; 0 if the day of that number
        is not among those that it makes likely.
        """
        most, least = self.weights.most, self.weights.least
        return most - least if 2 * self.weights[at] > most + least else 0


def on(
    spans: Iterable[Interval], weight: float, evidence: DateEvidence, group: str | None = None
) -> Claim:
    """A claim that the page is of one of these spans."""
    return Claim(calendar.on(spans, weight), evidence, group)


def held(spans: Sequence[Interval], evidence: DateEvidence) -> Iterator[Claim]:
    """Claims that a page is of someone's time in office: titles are never given before they are
    held, but stories of the past go on giving them.
    """
    begun, ended = _held(tuple(spans))
    yield Claim(begun, evidence)
    yield Claim(ended, evidence, "held")


@lru_cache(TERMS)
def _held(spans: tuple[Interval, ...]) -> tuple[Weights, Weights]:
    """The days from the first of those spans on, and the days of the spans with some grace."""
    begun = min((span.earliest or calendar.FIRST for span in spans), default=calendar.FIRST)
    half = WEIGHTS["left"] / 2
    ended = calendar.on(spans, half) + calendar.on(around(spans, 0, GRACE), half)
    return calendar.on([after(begun)], WEIGHTS["holder"]), ended


def after(day: dt.date | None) -> Interval:
    """That day or later."""
    return Interval(day, None)


def before(day: dt.date | None) -> Interval:
    """That day or earlier."""
    return Interval(None, day)


def around(days: Iterable[Interval], back: int, on: int) -> tuple[Interval, ...]:
    """From ``back`` days before the first day of each interval to ``on`` days after its last."""
    return tuple(
        Interval(_moved(d.earliest, -back), _moved(d.latest, on)) for d in days if not d.is_open
    )


def told(expression: Expression, because: str) -> DateEvidence:
    """A time expression as evidence."""
    return DateEvidence(
        start=expression.start,
        end=expression.end,
        text=expression.text,
        because=because,
        supports=expression.value or "",
    )


def _moved(day: dt.date | None, days: int) -> dt.date | None:
    if day is None:
        return None
    moved = calendar.number(day) + days
    return calendar.day(min(max(moved, 0), calendar.SIZE - 1))
