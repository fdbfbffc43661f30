"""What the knowledge base knows, as records: states, organs, offices, people, terms, occasions.

Names, aliases and adjectives are kept by language code. A date may be partial: it is then the
interval of the days it may mean. ``source`` and ``licence`` say where each row comes from; the
sources are described in ``SOURCES.md``.
"""

from __future__ import annotations

import datetime as dt
from typing import Literal

from detente.days import Interval, iso
from detente.records import Record

Words = dict[str, tuple[str, ...]]


class State(Record, frozen=True, kw_only=True):
    """A state, present or past. ``id`` is its ISO 3166 alpha-3 code (the former code of a state
    that is no more). ``adjectives`` begin with masculine and feminine singular and plural;
    ``capitals`` with the one in use. ``valid`` are the days on which it exists, ``monarchy`` those
    on which its head of state is a monarch."""

    id: str
    iso2: str
    qid: str
    names: dict[str, str]
    articles: dict[str, str]
    aliases: Words
    adjectives: Words
    compounds: dict[str, str]
    capitals: Words
    monarchy: tuple[Interval, ...]
    valid: Interval
    source: str
    licence: str


class Organ(Record, frozen=True, kw_only=True):
    """An institution: a ministry, a palace, an organization, an armed group, a news medium.

    ``articles`` hold the name with its article; ``state`` is the state it belongs to, if any.
    ``head`` is the office that heads it, with the state or organ whose office that is (the Kremlin:
    head of state of RUS); ``spokesperson`` likewise the office that speaks for it;
    ``members`` are the states of a format that is only those together."""

    id: str
    kind: str
    state: str | None
    head: tuple[str, str] | None
    spokesperson: tuple[str, str] | None
    members: tuple[str, ...]
    qid: str
    names: dict[str, str]
    articles: dict[str, str]
    aliases: Words
    valid: Interval
    source: str
    licence: str


class Office(Record, frozen=True, kw_only=True):
    """A kind of office. ``holders`` tells whether several people may hold it at a time, ``tier``
    how often the press speaks of its holders, from 1 (leaders) to 4 (ambassadors)."""

    id: str
    name: str
    holders: Literal["one", "many"]
    tier: int
    source: str
    licence: str


class Person(Record, frozen=True, kw_only=True):
    """A person. ``surnames`` are the short forms, ambiguous by nature; ``native`` is the name in
    its own script; ``born`` and ``died`` are intervals, open where unknown."""

    id: str
    names: dict[str, str]
    native: str
    surnames: tuple[str, ...]
    aliases: Words
    gender: str | None
    states: tuple[str, ...]
    born: Interval
    died: Interval
    source: str
    licence: str

    def name(self, language: str) -> str:
        """The name in a language, else in English."""
        return self.names.get(language) or self.names["en"]


class Term(Record, frozen=True, kw_only=True):
    """A person's time in an office of a state or organ (``of``).

    ``start`` and ``end`` are the intervals in which it began and ended. A term with no known end
    was still running on ``checked_until``; who holds the office after that day is not known.
    ``subject`` is what the office is about: the host of an ambassador, the file of an envoy.
    """

    person: str
    office: str
    of: str
    subject: str | None
    start: Interval
    end: Interval
    checked_until: dt.date | None
    titles: dict[str, str]
    note: str
    source: str
    licence: str

    @property
    def is_open(self) -> bool:
        """Whether no end is known."""
        return self.checked_until is not None

    @property
    def possible(self) -> Interval:
        """The days on which the person may have held the office."""
        return Interval(self.start.earliest, self.checked_until or self.end.latest)

    @property
    def certain(self) -> Interval:
        """The days on which the person did hold the office; may be empty."""
        return Interval(self.start.latest, self.checked_until or self.end.earliest)

    @property
    def since(self) -> str | None:
        """The first day as an ISO date, as precise as it is known."""
        return partial(self.start)

    @property
    def until(self) -> str | None:
        """The last day as an ISO date, as precise as it is known; None if no end is known."""
        return None if self.is_open else partial(self.end)


class Occasion(Record, frozen=True, kw_only=True):
    """A dated happening of the world: a summit, an election, a treaty. ``states`` has the host
    first; ``when`` are its days."""

    id: str
    kind: str
    status: str
    states: tuple[str, ...]
    names: dict[str, str]
    aliases: Words
    places: dict[str, str]
    when: Interval
    source: str
    licence: str


def partial(days: Interval) -> str | None:
    """An interval that is a day, a month or a year, as the ISO date it came from."""
    first, last = days.earliest, days.latest
    if first is None or last is None:
        return iso(first or last)
    if first == last:
        return first.isoformat()
    return (
        f"{first:%Y-%m}" if (first.year, first.month) == (last.year, last.month) else f"{first:%Y}"
    )
