"""What pages claim, as linking compares it: sources, actors, statements, events, figures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import msgspec

from detente.days import Interval
from detente.text import fold


class Source(msgspec.Struct, frozen=True):
    """A page as a source: how it is called, its days, the group of pages that copy one another."""

    page: str
    name: str
    outlet: str | None
    language: str | None
    published: Interval
    agency: str | None
    copies: str


class Party(msgspec.Struct, frozen=True):
    """An actor as linking compares it: a person or body, with the states it stands for."""

    id: str
    kind: str
    name: str
    states: frozenset[str]
    members: tuple[str, ...] = ()

    @property
    def is_known(self) -> bool:
        """Whether the knowledge base or an authority knows who this is: the id is not made of the
        name."""
        return self.id != fold(self.name).replace(" ", "-")

    @property
    def is_described(self) -> bool:
        """Whether the page only describes this person ("his counterpart", "many observers")."""
        return self.kind == "person" and not self.name[:1].isupper()


class Said(msgspec.Struct, frozen=True):
    """A quotation with its speaker and the days on which it can have been said.

    Marked stretches of one clause are one statement: it runs over all of them and has the id of
    the first; ``segments`` are the ids and places of each. ``dated`` is whether the page tells the
    day; ``whole`` is where the reported clause stands.
    """

    id: str
    page: str
    start: int
    end: int
    text: str
    content: str
    kind: str
    speaker: str | None
    about: frozenset[str]
    dated: bool
    days: Interval
    confidence: float
    polarity: str
    whole: tuple[int, int]
    segments: tuple[tuple[str, int, int], ...] = ()

    def overlaps(self, other: Said) -> bool:
        """Whether one stands in the other, or in what the other reports."""
        a, b = self.whole, other.whole
        return self.page == other.page and a[0] < b[1] and b[0] < a[1]


class Told(msgspec.Struct, frozen=True):
    """An event as one page tells it, its groups opened into members.

    ``persons`` maps each person to the state acted for; ``states`` holds every state that takes
    part, also through a person or body. ``firm`` is whether its day is told, and not only that of
    the news.
    """

    id: str
    page: str
    happening: str
    start: int
    end: int
    text: str
    kind: str
    status: str
    dated: bool
    firm: bool
    days: Interval
    place: str | None
    persons: Mapping[str, str]
    bodies: frozenset[str]
    states: frozenset[str]
    source: frozenset[str]
    target: frozenset[str]
    confidence: float


class Counted(msgspec.Struct, frozen=True):
    """A figure of a page."""

    id: str
    page: str
    start: int
    end: int
    text: str
    value: float
    unit: str | None
    measure: str | None
    date: str | None


@dataclass(frozen=True)
class Claims:
    """Everything that is linked, by id and in order of id."""

    sources: Mapping[str, Source]
    parties: Mapping[str, Party]
    said: tuple[Said, ...]
    told: tuple[Told, ...]
    counted: tuple[Counted, ...]

    def name(self, page: str) -> str:
        """How a page is called when a reason names it."""
        return self.sources[page].name

    @cached_property
    def as_of(self) -> dt.date | None:
        """Publication day of the last page read."""
        days = (s.published.latest or s.published.earliest for s in self.sources.values())
        return max((day for day in days if day), default=None)

    def independent(self, pages: frozenset[str] | set[str]) -> int:
        """How many of some pages are independent: copies of one text, and pages that credit one
        agency for one story, count once."""
        sources = [self.sources[page] for page in pages]
        return len({s.agency or s.copies for s in sources})
