"""Claims: what one piece of evidence says of the day a page was published."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from detente.days import Interval
from detente.records import DateEvidence

FIRST_YEAR, LAST_YEAR = 1900, 2060
FIRST = dt.date(FIRST_YEAR, 1, 1)
LAST = dt.date(LAST_YEAR, 12, 31)


@dataclass(frozen=True, slots=True)
class Claim:
    """Days on which the page can have been published if the evidence holds, and its weight.

    ``spans`` are in order and do not overlap. Claims can clash (a slip, a verb misread), so they
    are weighed against one another, never intersected one after the other.
    """

    spans: tuple[Interval, ...]
    weight: int
    evidence: DateEvidence


def union(spans: Iterable[Interval]) -> tuple[Interval, ...]:
    """The spans in order, clipped to the horizon, those that touch made one."""
    clipped = (
        Interval(max(s.earliest or FIRST, FIRST), min(s.latest or LAST, LAST)) for s in spans
    )
    merged: list[tuple[dt.date, dt.date]] = []
    for first, last in sorted(_bounds(clipped)):
        if merged and first <= merged[-1][1] + dt.timedelta(1):
            merged[-1] = (merged[-1][0], max(merged[-1][1], last))
        else:
            merged.append((first, last))
    return tuple(Interval(first, last) for first, last in merged)


def after(day: dt.date | None) -> tuple[Interval, ...]:
    """That day or later."""
    return union([Interval(day, None)])


def before(day: dt.date | None) -> tuple[Interval, ...]:
    """That day or earlier."""
    return union([Interval(None, day)])


def around(days: Iterable[Interval], back: int, on: int) -> tuple[Interval, ...]:
    """From ``back`` days before the first day of each interval to ``on`` days after its last."""
    return union(
        Interval(_moved(d.earliest, -back), _moved(d.latest, on)) for d in days if not d.is_open
    )


def yearly(month: int, day: int | None) -> Iterator[Interval]:
    """That day, or that whole month, in every year of the horizon that has it."""
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        value = f"{year}-{month:02}" if day is None else f"{year}-{month:02}-{day:02}"
        found = Interval.of(value)
        if not found.is_open:
            yield found


def best_days(claims: Iterable[Claim], slack: int = 0) -> tuple[tuple[Interval, ...], int]:
    """The days that satisfy the most weight of claims, or up to ``slack`` less, and that weight.

    A sweep over the ends of all spans: linear in their number but for the sort.
    """
    changes: dict[dt.date, int] = {}
    for claim in claims:
        for first, last in _bounds(claim.spans):
            changes[first] = changes.get(first, 0) + claim.weight
            if last < LAST:
                following = last + dt.timedelta(1)
                changes[following] = changes.get(following, 0) - claim.weight
    steps, height, top = [(FIRST, 0)], 0, 0
    for day in sorted(changes):
        height += changes[day]
        steps.append((day, height))
        top = max(top, height)
    ends = [day for day, _ in steps[1:]] + [LAST + dt.timedelta(1)]
    found = (
        Interval(day, end - dt.timedelta(1))
        for (day, height), end in zip(steps, ends, strict=True)
        if height >= top - slack and day < end
    )
    return union(found), top


def holds(claim: Claim, days: tuple[Interval, ...]) -> bool:
    """Whether all these days satisfy the claim."""
    return all(
        any(first >= a and last <= b for a, b in _bounds(claim.spans))
        for first, last in _bounds(days)
    )


def _bounds(spans: Iterable[Interval]) -> Iterator[tuple[dt.date, dt.date]]:
    for span in spans:
        if span.earliest is not None and span.latest is not None and span.earliest <= span.latest:
            yield span.earliest, span.latest


def _moved(day: dt.date | None, days: int) -> dt.date | None:
    if day is None:
        return None
    return min(max(day + dt.timedelta(days), FIRST), LAST) if FIRST <= day <= LAST else day
