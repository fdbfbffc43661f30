"""Occasions: one happening told by several pages, or several times, before and after."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from detente.days import Interval, iso
from detente.linking import candidates
from detente.linking.claims import Claims, Told
from detente.linking.clusters import Cluster, Links, grow
from detente.linking.decisions import Decided
from detente.linking.happenings import LONG, Happening, together
from detente.linking.reasons import main_reason, reasons
from detente.linking.telling import Comparer, by_state, persons_clash, told_apart
from detente.text import fold

_RANK = (
    "held",
    "ongoing",
    "cancelled",
    "postponed",
    "planned",
    "proposed",
    "hoped",
    "hypothetical",
    "denied",
)
_MONTHS = 13

Crowd = tuple[Happening, ...]


@dataclass(frozen=True, slots=True)
class Occasion:
    """Happenings that are one, and what they say together."""

    id: str
    family: str
    kind: str
    status: str
    happenings: tuple[Happening, ...]
    head: Told
    dated: bool
    days: Interval
    place: str | None
    states: tuple[str, ...]
    persons: Mapping[str, str]
    bodies: tuple[str, ...]
    source: str | None
    target: str | None
    score: float
    because: str
    joined: Mapping[str, tuple[float, str]]

    @property
    def mentions(self) -> list[Told]:
        """All events, in order of id."""
        found = [one for happening in self.happenings for one in happening.mentions]
        return sorted(found, key=lambda one: one.id)

    @property
    def pages(self) -> set[str]:
        """The pages that tell it."""
        return {one.page for one in self.happenings}


def link(
    found: Sequence[Happening], claims: Claims, comparer: Comparer, decided: Decided
) -> list[Occasion]:
    """The occasions of some happenings, in order of id."""
    made = sorted(found, key=lambda one: (_first(one), one.id))
    links = Links.of(
        (low, high, verdict.weight)
        for low, high in _pairs(made).tolist()
        if (verdict := comparer.judge(made[low], made[high])).linked
    )
    same, different = _decided(made, decided)
    clusters = grow(len(made), links, _Rules(made, comparer), same, different)
    told = (_occasion(cluster, made, claims, comparer) for cluster in clusters)
    return sorted(told, key=lambda one: one.id)


def _first(one: Happening) -> str:
    return iso(one.days.earliest or one.days.latest) or ""


def _decided(
    made: Sequence[Happening], decided: Decided
) -> tuple[list[tuple[int, int, str]], list[tuple[int, int]]]:
    """What people decided of events, as places of happenings."""
    events = [(mention.id, n) for n, one in enumerate(made) for mention in one.mentions]
    place = [n for _, n in events]
    same, different = decided.among([id for id, _ in events])
    return (
        [(place[a], place[b], why) for a, b, why in same if place[a] != place[b]],
        [(place[a], place[b]) for a, b in different if place[a] != place[b]],
    )


def _pairs(made: Sequence[Happening]) -> candidates.Pairs:
    keys, owners = [], []
    for number, one in enumerate(made):
        for key in _keys(one):
            keys.append(int.from_bytes(_hash(key), "big"))
            owners.append(number)
    found = candidates.codes(np.array(keys, np.uint64), np.array(owners, np.int32))
    return candidates.unpacked(found)


def _keys(one: Happening) -> Iterator[str]:
    """Who met, with the month; where, with the month; who met, at any time."""
    states = sorted(one.states)
    who = [f"{a} {b}" for n, a in enumerate(states) for b in states[n + 1 :]] or states
    who += sorted((*one.persons, *one.bodies, *(one.cast if one.is_bare else ())))
    where = [fold(place) for place in one.places]
    months = list(_months(one.days))
    for name in (*who, *where):
        for month in months:
            yield f"{one.family} {name} {month}"
    for name in who:
        yield f"{one.family} {name}"


def _months(days: Interval) -> Iterator[str]:
    first, last = days.earliest or days.latest, days.latest or days.earliest
    if first is None or last is None:
        return
    year, month = first.year, first.month
    for _ in range(_MONTHS):
        if (year, month) > (last.year, last.month):
            return
        yield f"{year}-{month}"
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)


def _hash(words: str) -> bytes:
    return hashlib.blake2b(words.encode(), digest_size=8).digest()


class _Rules:
    """Whether two clusters may become one: no other people, days or places by a detour."""

    def __init__(self, made: Sequence[Happening], comparer: Comparer) -> None:
        self._made = made
        self._comparer = comparer

    def start(self, number: int) -> Crowd:
        return (self._made[number],)

    def fits(self, a: Crowd, b: Crowd, low: int, high: int) -> bool:
        """Nobody stands for a state in the one whom the other does not know, no page tells the
        two apart, and days or places differ only if those of the link itself do."""
        if a[0].table != "measures" and persons_clash(_people(a), _people(b)):
            return False
        if any(told_apart(x, y) for x in a for y in b):
            return False
        verdict = self._comparer.judge(self._made[low], self._made[high])
        if self._elsewhere(a, b) and verdict.levels.get("place") != "different":
            return False
        return _close((*a, *b))

    def joined(self, a: Crowd, b: Crowd) -> Crowd:
        return (*a, *b)

    def _elsewhere(self, one: Sequence[Happening], other: Sequence[Happening]) -> bool:
        here = {place for happening in one for place in happening.places}
        there = {place for happening in other for place in happening.places}
        levels = {self._comparer.places.compare(x, y) for x in here for y in there}
        return "different" in levels and "same" not in levels


def _close(crowd: Sequence[Happening]) -> bool:
    """All that is dated to the day lies within the days of one encounter, and may lie in the days
    of what is dated more vaguely."""
    dated = [one.days for one in crowd if one.firm]
    sharp = [days for days in dated if (days.days or 9999) <= LONG]
    firsts = [days.earliest for days in sharp if days.earliest]
    lasts = [days.latest for days in sharp if days.latest]
    if not firsts or not lasts:
        return True
    if (max(lasts) - min(firsts)).days >= LONG:
        return False
    span = Interval(min(firsts), max(lasts)).widened(20)
    return all(days.meets(span) for days in dated)


def _people(crowd: Sequence[Happening]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for one in crowd:
        for state, persons in by_state(one).items():
            found.setdefault(state, set()).update(persons)
    return found


def _occasion(
    cluster: Cluster, made: Sequence[Happening], claims: Claims, comparer: Comparer
) -> Occasion:
    def explain(low: int, high: int) -> str:
        return comparer.judge(made[low], made[high]).because

    def name(number: int) -> str:
        one = made[number]
        return f"{one.id.rpartition('/')[2]} of {claims.name(one.page)}"

    crowd = sorted((made[n] for n in cluster.members), key=lambda one: one.id)
    mentions = [mention for one in crowd for mention in one.mentions]
    dated = [one.days for one in crowd if one.dated]
    firm = [one.days for one in crowd if one.firm]
    found = reasons(cluster, explain, name, "told once")
    joined = {made[number].id: reason for number, reason in found.items()}
    return Occasion(
        id="o-" + _hash(crowd[0].id).hex()[:12],
        family=crowd[0].family,
        kind=_most(mention.kind for mention in mentions),
        status=_status(mentions, claims),
        happenings=tuple(crowd),
        head=max(mentions, key=_telling),
        dated=bool(dated),
        days=together(firm or dated or [one.days for one in crowd]),
        place=_place(crowd, claims, comparer),
        states=tuple(sorted(frozenset[str]().union(*(one.states for one in crowd)))),
        persons={p: s for one in crowd for p, s in one.persons.items()},
        bodies=tuple(sorted(frozenset[str]().union(*(one.bodies for one in crowd)))),
        source=_most(state for one in crowd for state in sorted(one.source)) or None,
        target=_most(state for one in crowd for state in sorted(one.target)) or None,
        score=min(score for score, _ in joined.values()),
        because=f"told {len(crowd)} times: {main_reason(found)}" if len(crowd) > 1 else "told once",
        joined={m.id: joined[one.id] for one in crowd for m in one.mentions},
    )


def _most(values: Iterator[str]) -> str:
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], value), default="")


def _status(mentions: Sequence[Told], claims: Claims) -> str:
    """What took place, took place; of what did not, the last page has the word."""
    if any(one.status == "held" for one in mentions):
        return "held"

    def age(one: Told) -> tuple[str, int]:
        published = claims.sources[one.page].published
        return iso(published.latest or published.earliest) or "", -_RANK.index(one.status)

    return max(mentions, key=age).status


def _telling(one: Told) -> tuple[bool, int, int, int, int, str]:
    narrow = -(one.days.days or 9999) if one.dated else -9999
    return one.dated, len(one.persons), narrow, one.place is not None, len(one.states), one.id


def _place(crowd: Sequence[Happening], claims: Claims, comparer: Comparer) -> str | None:
    """The most precise place, of these the one that most independent sources give."""
    pages: dict[str, set[str]] = {}
    words: dict[str, str] = {}
    for one in crowd:
        for place in one.places:
            pages.setdefault(fold(place), set()).add(one.page)
            words.setdefault(fold(place), place)
    if not pages:
        return None

    def rank(name: str) -> tuple[int, int, str]:
        precise = comparer.places.precision(words[name])
        return -precise, -claims.independent(pages[name]), name

    return words[min(pages, key=rank)]
