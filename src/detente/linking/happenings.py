"""Happenings: what one page tells of one thing, all its mentions on that page put together."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

import msgspec

from detente.days import Interval
from detente.knowledge.base import Knowledge
from detente.knowledge.facts import Occasion
from detente.linking.claims import Told
from detente.linking.places import Places
from detente.linking.words import Words

PLANS = ("planned", "proposed", "hoped")
UNREAL = frozenset({"hypothetical", "denied"})
OFF = frozenset({"cancelled", "postponed", "denied"})
ON = frozenset({"held", "ongoing"})
LONG = 14
"""Days that the longest encounter takes, with the slips of those who tell it."""
PRECISE = 3
"""Days within which a happening is as good as dated to the day."""


class _Family(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    kinds: tuple[str, ...]
    table: str
    each: bool = False


class _Families(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    families: dict[str, _Family]


@dataclass(frozen=True, slots=True)
class Happening:
    """The mentions of one happening on one page, and what they say together.

    ``days`` are those that its dated mentions allow (``dated``), else those that its tense and
    the page's date suggest; ``firm`` is whether the page tells them, and does not only bring the
    thing as the news of a day. ``persons`` maps each person to a state. ``cast`` are the persons
    who take part in anything that the page tells, if this is a summit told without naming anybody.
    """

    id: str
    family: str
    table: str
    page: str
    mentions: tuple[Told, ...]
    dated: bool
    firm: bool
    days: Interval
    places: tuple[str, ...]
    persons: Mapping[str, str]
    bodies: frozenset[str]
    states: frozenset[str]
    source: frozenset[str]
    target: frozenset[str]
    statuses: frozenset[str]
    kinds: frozenset[str]
    words: frozenset[int]
    cast: frozenset[str] = frozenset()

    @property
    def is_bare(self) -> bool:
        """Whether the page says of nobody that they take part."""
        return not (self.states or self.persons or self.bodies)

    @property
    def reality(self) -> str:
        """``real`` if the page says that it was, is or will be, else what it says instead."""
        if self.statuses <= {"denied"}:
            return "denied"
        return "real" if self.statuses - UNREAL else "hypothetical"

    @property
    def precise(self) -> bool:
        """Whether it is told to the day, or nearly."""
        return self.firm and (self.days.days or 9999) <= PRECISE

    @property
    def directed(self) -> bool:
        """Whether it goes from somebody to somebody."""
        return bool(self.source)


def happenings(
    told: Iterable[Told], knowledge: Knowledge, places: Places, words: Words
) -> tuple[Happening, ...]:
    """The happenings of all pages, in order of id (that of the first mention)."""
    groups: dict[tuple[str, str], list[Told]] = defaultdict(list)
    casts: dict[str, set[str]] = defaultdict(set)
    gatherings = Gatherings(knowledge, places)
    for one in told:
        groups[one.happening, family(one.kind)].append(one)
        casts[one.page] |= one.persons.keys()
    found = [
        _happening(gatherings.family(name, mentions), mentions, words, casts[mentions[0].page])
        for (_, name), mentions in groups.items()
    ]
    return tuple(sorted(found, key=lambda one: one.id))


class Gatherings:
    """Known meetings of many states, by which a summit of many is told from one of two."""

    def __init__(self, knowledge: Knowledge, places: Places) -> None:
        self._many = [one for one in knowledge.occasions if len(one.states) != 2]
        self._places = places

    def family(self, name: str, mentions: Sequence[Told]) -> str:
        """``gathering`` if one of the mentions is a summit of many, else the family as given."""
        if any(one.kind == "summit" and self._holds(one) for one in mentions):
            return "gathering"
        return name

    def _holds(self, one: Told) -> bool:
        """By who is there, or where and when it is."""
        if len(one.states) > 2 or (one.bodies and len(one.persons) < 2):
            return True
        return one.dated and any(
            known.when.meets(one.days) and self._is_at(one.place, known) for known in self._many
        )

    def _is_at(self, place: str | None, known: Occasion) -> bool:
        return any(self._places.compare(place, there) == "same" for there in known.places.values())


def family(kind: str) -> str:
    """The family that a kind of event belongs to."""
    return _by_kind().get(kind, (kind, "measures"))[0]


@cache
def _by_kind() -> dict[str, tuple[str, str]]:
    data = resources.files(__package__).joinpath("families.toml").read_bytes()
    families = msgspec.toml.decode(data, type=_Families).families
    return {
        kind: (kind if group.each else name, group.table)
        for name, group in families.items()
        for kind in group.kinds
    }


def _table(family: str) -> str:
    tables = dict(_by_kind().values())
    return "encounters" if family == "gathering" else tables.get(family, "measures")


def _happening(
    family: str, mentions: Sequence[Told], words: Words, cast: Iterable[str]
) -> Happening:
    mentions = sorted(mentions, key=lambda one: (one.start, one.id))
    dated = [one for one in mentions if one.dated]
    firm = [one for one in dated if one.firm]
    days = together(one.days for one in firm or dated or mentions)
    places = dict.fromkeys(place for one in mentions if (place := _place(one)))
    return Happening(
        id=min(one.id for one in mentions),
        family=family,
        table=_table(family),
        page=mentions[0].page,
        mentions=tuple(mentions),
        dated=bool(dated),
        firm=bool(firm),
        days=days,
        places=tuple(places),
        persons=dict(sorted(_persons(mentions))),
        bodies=frozenset[str]().union(*(one.bodies for one in mentions)),
        states=frozenset[str]().union(*(one.states for one in mentions)),
        source=frozenset[str]().union(*(one.source for one in mentions)),
        target=frozenset[str]().union(*(one.target for one in mentions)),
        statuses=frozenset(one.status for one in mentions),
        kinds=frozenset(one.kind for one in mentions),
        words=frozenset(stem for one in mentions for stem in words.content(words.stems(one.text))),
        cast=frozenset(cast if _table(family) == "encounters" else ()),
    )


def _place(one: Told) -> str | None:
    """Where it is; a visit to a state is in that state."""
    if one.place is None and one.kind == "visit" and one.persons:
        hosts = one.states - set(one.persons.values())
        return min(hosts) if len(hosts) == 1 else None
    return one.place


def _persons(mentions: Iterable[Told]) -> Iterator[tuple[str, str]]:
    for one in mentions:
        yield from one.persons.items()


def together(days: Iterable[Interval]) -> Interval:
    """The days that several intervals tell of one thing: the stretch of those told to the day, and
    what the vaguer ones leave of the rest. One that does not fit the more precise is left out."""
    found = Interval()
    for one in sorted(days, key=lambda one: (one.days or 9999, str(one))):
        both = found & one
        if both.is_empty:
            continue
        if found != Interval() and (one.days or 9999) <= LONG:
            found = Interval(_least(found, one), _most(found, one))
        else:
            found = both
    return found


def _least(a: Interval, b: Interval) -> dt.date | None:
    return min((day for day in (a.earliest, b.earliest) if day), default=None)


def _most(a: Interval, b: Interval) -> dt.date | None:
    return max((day for day in (a.latest, b.latest) if day), default=None)
