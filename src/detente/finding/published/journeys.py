"""Journeys of public record that a page tells with their weekday: they fix the week."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from detente.days import Interval
from detente.finding.ground import Expression, Ground, Naming
from detente.finding.published.claims import Claim, on
from detente.finding.published.weights import WEIGHTS
from detente.knowledge.base import Knowledge
from detente.knowledge.facts import Occasion
from detente.knowledge.trips import Trip, trips
from detente.records import DateEvidence
from detente.text import fold

BESIDE = 25
"""Characters between a weekday and its place, which stand side by side."""
WEEK = dt.timedelta(6)
_WEEKDAY = re.compile(r"XXXX-WXX-(\d)")


def claims(
    ground: Ground, expressions: Sequence[Expression], namings: Sequence[Naming]
) -> Iterator[Claim]:
    """Of "X arrived in Y on Tuesday": the weeks of X's journeys to Y that had a Tuesday there."""
    known, told = trips(), _told(ground.knowledge, ground.language.code)
    days = {e.sentence: (e, int(m[1])) for e in expressions if (m := _WEEKDAY.match(e.value or ""))}
    for naming in namings:
        if naming.sentence not in days or naming.person is None:
            continue
        expression, weekday = days[naming.sentence]
        words = f" {fold(_beside(ground, expression))} "
        stays = [t.when for t in known.get(naming.person, ()) if _is_to(t, words, ground)]
        person = ground.knowledge.person(naming.person)
        surnames = [fold(name) for name in person.surnames] if person else []
        stays += [
            occasion.when
            for surname in surnames
            for place, occasion in told.get(surname, ())
            if f" {place} " in words
        ]
        spans = [_week(day, expression) for stay in stays for day in _days(stay, weekday)]
        if spans:
            yield on(
                spans,
                WEIGHTS["journey"],
                DateEvidence(
                    start=expression.start,
                    end=expression.end,
                    text=expression.text,
                    because=f"on such a day {ground.words(naming.start, naming.end)} was there",
                    supports="|".join(str(s.earliest) for s in spans[:3]),
                ),
            )


def _beside(ground: Ground, expression: Expression) -> str:
    """The words next to a time: where its place stands, if it tells one."""
    sentence = ground.sentences[expression.sentence]
    begin = sentence.passage.index(expression.start) - sentence.begin
    stop = sentence.passage.index(expression.end) - sentence.begin
    return sentence.text[max(0, begin - BESIDE) : stop + BESIDE]


def _is_to(trip: Trip, words: str, ground: Ground) -> bool:
    """Whether the words name a city of the journey (a country may only be the subject)."""
    cities = trip.cities.get(ground.language.code, ())
    return any(city and f" {fold(city)} " in words for city in cities)


@lru_cache(maxsize=4)
def _told(knowledge: Knowledge, code: str) -> dict[str, list[tuple[str, Occasion]]]:
    """Visits and meetings of public record by each word of their name, with their place."""
    found: dict[str, list[tuple[str, Occasion]]] = {}
    for occasion in knowledge.occasions:
        place = fold(occasion.places.get(code, ""))
        if occasion.kind in ("visit", "meeting") and place:
            for word in dict.fromkeys(fold(occasion.names.get(code, "")).split()):
                found.setdefault(word, []).append((place, occasion))
    return found


def _days(stay: Interval, weekday: int) -> Iterator[dt.date]:
    day, last = stay.earliest, stay.latest
    while day is not None and last is not None and day <= last:
        if day.isoweekday() == weekday:
            yield day
        day += dt.timedelta(1)


def _week(day: dt.date, expression: Expression) -> Interval:
    if expression.tense == "future":
        return Interval(day - WEEK, day)
    return Interval(day, day + WEEK)
