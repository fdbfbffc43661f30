"""Who on the page has what role or office, found without asking everybody."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from detente.finding.people.cast import Someone

EVERY = ""
"""Stands for any word of a role."""


class Posts:
    """The persons of one page by office, and by the noun and words of the roles it gives them."""

    def __init__(self) -> None:
        self._by_office: dict[str, dict[str, Someone]] = {}
        self._by_role: dict[tuple[str, str], dict[str, Someone]] = {}

    def hold(self, someone: Someone, offices: Iterable[str]) -> None:
        """Note that somebody holds, or once held, some offices."""
        for office in offices:
            self._by_office.setdefault(office, {})[someone.id] = someone

    def call(self, someone: Someone, noun: str, words: frozenset[str]) -> None:
        """Note that the page calls somebody so."""
        for word in (EVERY, *words):
            self._by_role.setdefault((noun, word), {})[someone.id] = someone

    def holding(self, offices: Iterable[str]) -> tuple[Someone, ...]:
        """The persons who hold, or once held, one of some offices."""
        found: dict[str, Someone] = {}
        for office in offices:
            found |= self._by_office.get(office, {})
        return tuple(p for p in found.values() if p.kind == "person")

    def called(self, noun: str, words: Iterable[str]) -> tuple[Someone, ...]:
        """Those whom the page calls by that noun and, with others or alone, the rarest word."""
        sets = [self._by_role.get((noun, word), {}) for word in (EVERY, *words)]
        return tuple(min(sets, key=len).values())
