"""Clusters of findings that are one, grown from the surest link to the least sure.

A link joins two clusters only if nothing speaks against the whole that comes out: the caller's
``fits`` looks at both clusters, so that two incompatible findings are never chained through a
third. What a person decided comes first and holds against everything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Link:
    """Two findings, by number, judged to be one."""

    low: int
    high: int
    weight: float
    because: str
    decided: bool = False


@dataclass(slots=True)
class Cluster:
    """Findings that are one, in order, and the links that joined them."""

    members: list[int]
    links: list[Link] = field(default_factory=list)


Fits = Callable[[Cluster, Cluster, Link], bool]


def grow(
    size: int,
    links: Iterable[Link],
    fits: Fits,
    same: Sequence[tuple[int, int, str]] = (),
    different: Iterable[tuple[int, int]] = (),
) -> list[Cluster]:
    """The clusters of ``size`` findings, in order of their first members.

    ``same`` (with the reason given) and ``different`` are pairs that a person decided.
    """
    forest = _Forest(size, different)
    for low, high, because in same:
        forest.join(Link(low, high, 30.0, because, decided=True), None)
    for link in sorted(links, key=lambda one: (-one.weight, one.low, one.high)):
        forest.join(link, fits)
    return sorted(forest.clusters(), key=lambda cluster: cluster.members[0])


class _Forest:
    def __init__(self, size: int, different: Iterable[tuple[int, int]]) -> None:
        self._root = list(range(size))
        self._cluster: dict[int, Cluster] = {}
        self._apart: dict[int, set[int]] = {}
        for low, high in different:
            self._apart.setdefault(low, set()).add(high)
            self._apart.setdefault(high, set()).add(low)

    def join(self, link: Link, fits: Fits | None) -> None:
        low, high = self._find(link.low), self._find(link.high)
        if low == high:
            return
        a, b = self._of(low), self._of(high)
        if self._decided_apart(a, b) or (fits is not None and not fits(a, b, link)):
            return
        if len(a.members) < len(b.members) or (len(a.members) == len(b.members) and high < low):
            low, high, a, b = high, low, b, a
        self._root[high] = low
        a.members += b.members
        a.members.sort()
        a.links += b.links
        a.links.append(link)
        self._cluster[low] = a
        self._cluster.pop(high, None)

    def clusters(self) -> Iterator[Cluster]:
        for number, root in enumerate(self._root):
            if number == root:
                yield self._of(number)

    def _find(self, number: int) -> int:
        while self._root[number] != number:
            self._root[number] = self._root[self._root[number]]
            number = self._root[number]
        return number

    def _of(self, root: int) -> Cluster:
        return self._cluster.get(root) or Cluster([root])

    def _decided_apart(self, a: Cluster, b: Cluster) -> bool:
        if not self._apart:
            return False
        few, many = sorted((a.members, b.members), key=len)
        return any(not self._apart.get(member, set()).isdisjoint(many) for member in few)
