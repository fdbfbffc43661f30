"""Days from the knowledge base: a happening of which the page tells the month or the year."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from detente.days import Interval, iso
from detente.finding.events.scene import Scene
from detente.knowledge.base import Knowledge
from detente.knowledge.facts import Occasion
from detente.knowledge.trips import trips
from detente.records import When
from detente.text import fold

KINDS: dict[str, frozenset[str]] = {
    "summit": frozenset({"summit", "conference", "meeting"}),
    "meeting": frozenset({"summit", "meeting", "visit"}),
    "visit": frozenset({"visit", "summit", "meeting"}),
    "talks": frozenset({"talks", "negotiation", "conference"}),
    "agreement": frozenset({"treaty_signed", "agreement", "treaty_in_force"}),
    "ceasefire": frozenset({"ceasefire"}),
    "withdrawal": frozenset(
        {"treaty_withdrawal", "treaty_end", "withdrawal", "treaty_withdrawal_announced"}
    ),
    "withdrawal/troops": frozenset({"withdrawal"}),
    "recognition": frozenset({"recognition", "diplomatic_relations"}),
    "military": frozenset({"war_start", "invasion", "attack", "test", "exercise"}),
    "expulsion": frozenset({"expulsion", "ouster"}),
    "sanction": frozenset({"sanctions"}),
}
"""Kinds of occasions of the knowledge base that an event of a kind, or a variant, may be."""

ENCOUNTERS = frozenset({"summit", "meeting", "visit", "conference", "talks", "negotiation"})
"""Kinds of occasions at which people meet."""

STAYS = frozenset({"visit", "meeting", "talks"})
"""Kinds that a stay in a country dates."""

MEETINGS = frozenset({"meeting", "summit"})
"""Kinds that are known by who met in a month."""

MONTH = 31

_WORD = re.compile(r"\w+")

RARE = 25
"""A word in more names of occasions than this tells none of them from the others."""

SHORTEST = 4
LONGEST = 366
"""Days of the longest stretch that an occasion is looked for in."""

NO_KIND: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Parties:
    """Who takes part: states, the words of the names of the bodies among them, and persons."""

    states: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()


class Anchors:
    """Occasions by kind and year, with the words that tell each."""

    def __init__(self, knowledge: Knowledge, code: str) -> None:
        words = {o.id: _words(o, code) for o in knowledge.occasions}
        counts = Counter(word for found in words.values() for word in found)
        self._words = {
            id: frozenset(w for w in found if counts[w] <= RARE) for id, found in words.items()
        }
        self._all = words
        self._by_kind: dict[tuple[str, int], list[Occasion]] = {}
        for occasion in knowledge.occasions:
            if occasion.when.earliest is not None and occasion.when.latest is not None:
                for year in range(occasion.when.earliest.year, occasion.when.latest.year + 1):
                    self._by_kind.setdefault((occasion.kind, year), []).append(occasion)

    def day(
        self, scene: Scene, sort: tuple[str, str], days: Interval, parties: Parties
    ) -> When | None:
        """The days of the one occasion of ``days`` and of a kind with its variant that the
        sentence's words or the parties point to; None if none does, or several do."""
        if days.earliest is None or days.latest is None or not 1 < (days.days or 0) <= LONGEST:
            return None
        kind = "/".join(sort) if "/".join(sort) in KINDS else sort[0]
        alike = list(self._like(kind, days))
        if not alike and kind not in STAYS:
            return None
        said = set(scene.words)
        states, names = parties.states, parties.names
        ranked: dict[tuple[int, int], dict[str, Occasion]] = defaultdict(dict)
        for occasion in alike:
            named = len(self._all[occasion.id] & names)
            common = len(self._words[occasion.id] & said) + named
            shared = len(states.intersection(occasion.states))
            if named or _points(common, shared, states):
                ranked[common, shared][occasion.id] = occasion
        best = ranked[max(ranked)] if ranked else self._between(kind, days, states)
        if len(best) == 1:
            return _when(next(iter(best.values())).when)
        return _stay(days, parties) if kind in STAYS and not best else None

    def _between(self, kind: str, days: Interval, states: frozenset[str]) -> dict[str, Occasion]:
        """The occasions of a month on which just these states met, and no others."""
        if kind not in MEETINGS or len(states) < 2 or (days.days or LONGEST) > MONTH:
            return {}
        return {o.id: o for o in self._like(kind, days) if states == set(o.states)}

    def _like(self, kind: str, days: Interval) -> Iterator[Occasion]:
        """The occasions of ``days`` that an event of that kind may be."""
        if days.earliest is None or days.latest is None:
            return
        for year in range(days.earliest.year, days.latest.year + 1):
            for known in KINDS.get(kind, NO_KIND):
                yield from (o for o in self._by_kind.get((known, year), ()) if o.when.meets(days))


def _stay(days: Interval, parties: Parties) -> When | None:
    """The days of the one stay of ``days`` that a traveller on public record made with a party."""
    stays = {
        (trip.when.earliest, trip.when.latest): trip.when
        for person in sorted(parties.people)
        for trip in trips().get(person, ())
        if trip.country in parties.states and trip.when.meets(days)
    }
    return _when(next(iter(stays.values()))) if len(stays) == 1 else None


def _points(common: int, shared: int, parties: frozenset[str]) -> bool:
    """Whether enough says that an occasion is meant, where no body that meets is named: its words
    are there, and no party is a stranger to it. That two states met in those months is not enough:
    they meet often."""
    if len(parties) >= 2 and shared < len(parties):
        return False
    return common > 0 and (shared > 0 or not parties)


def _words(occasion: Occasion, code: str) -> set[str]:
    """The words that tell an occasion. Of an encounter these are its place and the body that
    meets ("G20", "OTAN"), never the names of people: they meet again and again."""
    names = (occasion.names.get(code, ""), *occasion.aliases.get(code, ()))
    if occasion.kind in ENCOUNTERS:
        names = tuple(w for name in names for w in _WORD.findall(name) if _is_body(w))
    text = " ".join((*names, occasion.places.get(code, "")))
    return {word for word in fold(text).split() if _tells(word)}


def _is_body(word: str) -> bool:
    return any(c.isdigit() for c in word) or (word.isupper() and len(word) > 2)


def _tells(word: str) -> bool:
    """Whether a word may tell an occasion: long enough, or a name with a figure ("G20")."""
    figured = any(c.isdigit() for c in word)
    return not word.isdigit() and (len(word) >= SHORTEST or figured)


def _when(days: Interval) -> When:
    first, last = iso(days.earliest), iso(days.latest)
    return When(value=first if first == last else f"{first}/{last}", earliest=first, latest=last)


@cache
def anchors(knowledge: Knowledge, code: str) -> Anchors:
    """The anchors of a knowledge base in a language, built once."""
    return Anchors(knowledge, code)
