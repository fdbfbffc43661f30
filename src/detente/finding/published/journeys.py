"""Journeys of public record that a page tells with their weekday: they fix the week."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from detente.days import Interval
from detente.finding.ground import Expression, Ground, Naming
from detente.finding.published.claims import Claim, union
from detente.finding.published.evidence import WEIGHTS
from detente.knowledge.trips import Trip, trips
from detente.records import DateEvidence
from detente.text import fold

WEEK = dt.timedelta(6)
_WEEKDAY = re.compile(r"XXXX-WXX-(\d)")


def claims(
    ground: Ground, expressions: Sequence[Expression], namings: Sequence[Naming]
) -> Iterator[Claim]:
    """Of "X arrived in Y on Tuesday": the weeks of X's journeys to Y that had a Tuesday there."""
    known = trips()
    days = {e.sentence: (e, int(m[1])) for e in expressions if (m := _WEEKDAY.match(e.value or ""))}
    for naming in namings:
        if naming.sentence not in days or naming.person not in known:
            continue
        expression, weekday = days[naming.sentence]
        words = f" {fold(ground.sentences[naming.sentence].text)} "
        found = [t for t in known[naming.person] if _is_to(t, words, ground)]
        spans = [_week(day, expression) for t in found for day in _days(t, weekday)]
        if spans:
            yield Claim(
                union(spans),
                WEIGHTS["dated"],
                DateEvidence(
                    start=expression.start,
                    end=expression.end,
                    text=expression.text,
                    because=f"on such a day {ground.words(naming.start, naming.end)} was there",
                    supports="|".join(str(s.earliest) for s in spans[:3]),
                ),
            )


def _is_to(trip: Trip, words: str, ground: Ground) -> bool:
    """Whether the sentence names a city of the journey (a country may only be the subject)."""
    cities = trip.cities.get(ground.language.code, ())
    return any(city and f" {fold(city)} " in words for city in cities)


def _days(trip: Trip, weekday: int) -> Iterator[dt.date]:
    day, last = trip.when.earliest, trip.when.latest
    while day is not None and last is not None and day <= last:
        if day.isoweekday() == weekday:
            yield day
        day += dt.timedelta(1)


def _week(day: dt.date, expression: Expression) -> Interval:
    if expression.tense == "future":
        return Interval(day - WEEK, day)
    return Interval(day, day + WEEK)
