"""Places as far as linking must know them: which state a city, a palace or a country lies in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources

import msgspec

from detente.knowledge.base import Knowledge
from detente.text import fold


class Places:
    """Compares the names of places by what the knowledge base knows of them."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._states: dict[str, frozenset[str]] = {}
        self._cities: dict[str, frozenset[str]] = {}
        self._sites = {fold(n): fold(city) for city, names in _table().sites.items() for n in names}
        for state in knowledge.states:
            for name in (fold(state.id), *_all(state.names), *_all(state.aliases)):
                self._states[name] = self._states.get(name, frozenset()) | {state.id}
            for name in _all(state.capitals):
                self._cities[name] = self._cities.get(name, frozenset()) | {state.id}
        for id, names in _table().cities.items():
            for name in map(fold, names):
                self._cities[name] = self._cities.get(name, frozenset()) | {id}

    def compare(self, a: str | None, b: str | None) -> str:
        """``same``, ``within`` (a site and its city, a city and its country), ``different`` or
        ``open`` where one is not known."""
        if a is None or b is None:
            return "open"
        one, other = fold(a), fold(b)
        if f" {one} " in f" {other} " or f" {other} " in f" {one} ":
            return "same"
        here, there = self._sites.get(one, one), self._sites.get(other, other)
        if here == there:
            return "within"
        lands = self.states(a), self.states(b)
        if not lands[0] or not lands[1]:
            return "open"
        if not lands[0] & lands[1]:
            return "different"
        countries = (one in self._states, other in self._states)
        cities = here in self._cities and there in self._cities
        return "different" if cities and countries[0] == countries[1] else "within"

    def states(self, place: str | None) -> frozenset[str]:
        """The states that a place is or lies in; none if it is not known."""
        name = fold(place or "")
        city = self._sites.get(name, name)
        return self._states.get(name) or self._cities.get(city) or frozenset()

    def precision(self, place: str) -> int:
        """How much a name narrows a place down: a country 0, a city or palace 1."""
        return 0 if fold(place) in self._states else 1


class _Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    cities: dict[str, tuple[str, ...]]
    sites: dict[str, tuple[str, ...]]


@cache
def _table() -> _Table:
    data = resources.files(__package__).joinpath("cities.toml").read_bytes()
    return msgspec.toml.decode(data, type=_Table)


def _all(names: Mapping[str, str | tuple[str, ...]]) -> Iterator[str]:
    for some in names.values():
        yield from map(fold, (some,) if isinstance(some, str) else some)
