"""Journeys on public record: who was in which country, on which days."""

from __future__ import annotations

import csv
from functools import cache
from importlib import resources

from detente.days import Interval
from detente.records import Record


class Trip(Record, frozen=True, kw_only=True):
    """A person's stay in a country; ``cities`` by language code, ``when`` its days."""

    person: str
    country: str
    when: Interval
    cities: dict[str, tuple[str, ...]]
    source: str
    licence: str


@cache
def trips() -> dict[str, tuple[Trip, ...]]:
    """The journeys of each person, in order of time (American presidents and secretaries of
    state since 1945, as the Office of the Historian lists them).
    """
    text = resources.files(__package__).joinpath("trips.csv").read_text(encoding="utf-8")
    found: dict[str, list[Trip]] = {}
    for row in csv.DictReader(text.splitlines()):
        first, last = Interval.of(row["valid_from"]), Interval.of(row["valid_to"])
        trip = Trip(
            person=row["person"],
            country=row["country"],
            when=Interval(first.earliest, last.latest),
            cities={code: tuple(row[f"cities_{code}"].split("|")) for code in ("fr", "en")},
            source=row["source"],
            licence=row["licence"],
        )
        found.setdefault(trip.person, []).append(trip)
    return {person: tuple(journeys) for person, journeys in found.items()}
