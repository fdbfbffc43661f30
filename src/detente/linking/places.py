"""Places as far as linking must know them: which state a city, a palace or a country lies in."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import resources

import msgspec

from detente.knowledge.base import Knowledge
from detente.text import fold


class Places:
    """Compares the names of places by what the knowledge base knows of them."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._states: dict[str, frozenset[str]] = {}
        self._cities: dict[str, set[str]] = {}
        self._organs: dict[str, set[str]] = {}
        for state in knowledge.states:
            for name in _all(state.names, state.aliases):
                self._states[name] = self._states.get(name, frozenset()) | {state.id}
            for name in _all({}, state.capitals):
                self._cities.setdefault(name, set()).add(state.id)
        for organ in knowledge.organs:
            if organ.state:
                for name in _all(organ.names, organ.aliases):
                    self._organs.setdefault(name, set()).add(organ.state)
        for state_id, names in _cities().items():
            for name in names:
                self._cities.setdefault(fold(name), set()).add(state_id)

    def compare(self, a: str | None, b: str | None) -> str:
        """``same``, ``within`` (a city or palace and its country), ``different`` or ``open``."""
        if a is None or b is None:
            return "open"
        one, other = fold(a), fold(b)
        if one == other or f" {one} " in f" {other} " or f" {other} " in f" {one} ":
            return "same"
        here, there = self.states(a), self.states(b)
        if not here or not there:
            return "open"
        if not here & there:
            return "different"
        cities = one in self._cities and other in self._cities
        return "different" if cities else "within"

    def states(self, place: str | None) -> frozenset[str]:
        """The states that a place is or lies in; none if it is not known."""
        name = fold(place or "")
        return self._states.get(name) or frozenset(
            self._cities.get(name) or self._organs.get(name) or ()
        )

    def precision(self, place: str) -> int:
        """How much a name narrows a place down: a country 0, a city or palace 1."""
        return 0 if fold(place) in self._states else 1


class _Cities(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    cities: dict[str, tuple[str, ...]]


@cache
def _cities() -> dict[str, tuple[str, ...]]:
    data = resources.files(__package__).joinpath("cities.toml").read_bytes()
    return msgspec.toml.decode(data, type=_Cities).cities


def _all(names: dict[str, str], aliases: dict[str, tuple[str, ...]]) -> Iterator[str]:
    yield from (fold(name) for name in names.values() if name)
    yield from (fold(name) for many in aliases.values() for name in many if name)
