"""Clusters of findings that are one, grown from the surest link to the least sure.

A link joins two clusters only if nothing speaks against the whole that comes out: the caller's
rules look at both clusters, so that two incompatible findings are never chained through a third.
What a person decided comes first and holds against everything.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar

import msgspec
import numpy as np
import numpy.typing as npt

State = TypeVar("State")


@dataclass(frozen=True, slots=True)
class Links:
    """Pairs of findings, by number, judged to be one: rows of ``pairs`` and their weights."""

    pairs: npt.NDArray[np.int64]
    weights: npt.NDArray[np.float64]

    @classmethod
    def of(cls, judged: Iterable[tuple[int, int, float]]) -> Links:
        """Links from low number, high number and weight."""
        rows = list(judged)
        pairs = np.array([row[:2] for row in rows], np.int64).reshape(-1, 2)
        return cls(pairs, np.array([row[2] for row in rows], np.float64))

    def among(self, places: npt.NDArray[np.int64]) -> Links:
        """The links between findings that have a place, by their places."""
        ends = places[self.pairs]
        placed = (ends >= 0).all(axis=1)
        return Links(ends[placed], self.weights[placed])

    def __iter__(self) -> Iterator[tuple[int, int, float]]:
        """The links, the surest first; of equal ones, the one of the lowest numbers."""
        order = np.lexsort((self.pairs[:, 1], self.pairs[:, 0], -self.weights))
        low, high = self.pairs[order].T.tolist()
        yield from zip(low, high, self.weights[order].tolist(), strict=True)


class Link(msgspec.Struct, frozen=True):
    """The link of two findings that joined two clusters; ``why`` if a person decided it."""

    low: int
    high: int
    weight: float
    why: str | None = None


@dataclass(slots=True)
class Cluster:
    """Findings that are one, in order, and the links that joined them."""

    members: list[int]
    links: list[Link] = field(default_factory=list)


class Rules(Protocol[State]):
    """What a caller knows of clusters: the state of one finding, whether two states go together
    by a link, and the state of the two as one."""

    def start(self, number: int) -> State:
        """The state of a finding alone."""

    def fits(self, a: State, b: State, low: int, high: int) -> bool:
        """Whether the clusters in these states may be one by the link of ``low`` and ``high``."""

    def joined(self, a: State, b: State) -> State:
        """The state of the two as one."""


def grow(
    size: int,
    links: Iterable[tuple[int, int, float]],
    rules: Rules[State],
    same: Sequence[tuple[int, int, str]] = (),
    different: Iterable[tuple[int, int]] = (),
) -> list[Cluster]:
    """The clusters of ``size`` findings, in order of their first members.

    ``links`` come the surest first. ``same`` (with the reason given) and ``different`` are pairs
    that a person decided.
    """
    forest = _Forest(size, rules, different)
    for low, high, why in same:
        forest.join(Link(low, high, 30.0, why))
    find = forest.find
    for low, high, weight in links:
        if find(low) != find(high):
            forest.join(Link(low, high, weight))
    return sorted(forest.clusters(), key=lambda cluster: cluster.members[0])


class _Forest(Generic[State]):
    def __init__(
        self, size: int, rules: Rules[State], different: Iterable[tuple[int, int]]
    ) -> None:
        self._root = list(range(size))
        self._rules = rules
        self._cluster: dict[int, Cluster] = {}
        self._state: dict[int, State] = {}
        self._apart: dict[int, set[int]] = {}
        for low, high in different:
            self._apart.setdefault(low, set()).add(high)
            self._apart.setdefault(high, set()).add(low)

    def join(self, link: Link) -> None:
        low, high = self.find(link.low), self.find(link.high)
        if low == high:
            return
        a, b = self._of(low), self._of(high)
        if self._decided_apart(a, b):
            return
        here, there = self._state_of(low), self._state_of(high)
        if link.why is None and not self._rules.fits(here, there, link.low, link.high):
            return
        state = self._rules.joined(here, there)
        if len(a.members) < len(b.members):
            low, high, a, b = high, low, b, a
        self._root[high] = low
        a.members += b.members
        a.links += b.links
        a.links.append(link)
        self._cluster[low] = a
        self._cluster.pop(high, None)
        self._state[low] = state
        self._state.pop(high, None)

    def clusters(self) -> Iterator[Cluster]:
        for number, root in enumerate(self._root):
            if number == root:
                found = self._of(number)
                found.members.sort()
                yield found

    def find(self, number: int) -> int:
        root = self._root
        while root[number] != number:
            root[number] = root[root[number]]
            number = root[number]
        return number

    def _of(self, root: int) -> Cluster:
        return self._cluster.get(root) or Cluster([root])

    def _state_of(self, root: int) -> State:
        if root not in self._state:
            self._state[root] = self._rules.start(root)
        return self._state[root]

    def _decided_apart(self, a: Cluster, b: Cluster) -> bool:
        if not self._apart:
            return False
        few, many = sorted((a.members, b.members), key=len)
        return any(not self._apart.get(member, set()).isdisjoint(many) for member in few)
