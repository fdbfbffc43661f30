"""Several named together: "A et B", "A, B, C et D", which a plural pronoun may stand for."""

from __future__ import annotations

from detente.finding.people.focus import Focus, Seen
from detente.finding.people.spots import NameSpot, RoleSpot, Spot
from detente.finding.people.vocabulary import Vocabulary

JOINED = ("person", "state", "organization")
"""Kinds of actors that are named together."""


class Rows:
    """Finds the rows of one page as the walk goes on."""

    def __init__(self, words: Vocabulary, focus: Focus) -> None:
        self.words, self.focus = words, focus

    def before(self, seen: Seen) -> tuple[Seen, ...]:
        """Those named together with the one just met, before it; none if it stands alone."""
        line, first = seen.spot.line, whole(seen.spot).first
        if seen.someone.kind not in JOINED or not self.focus.seen:
            return ()
        if line.low(first - 1) not in self.words.tables.prepositions.and_:
            return ()
        last = self.focus.seen[-1]
        if not _stands_at(last, seen, first - 1) or last.someone is seen.someone:
            return ()
        return (*self._listed(last), last)

    def _listed(self, last: Seen) -> tuple[Seen, ...]:
        """Those before the last but one, with commas between."""
        row: list[Seen] = []
        for seen in reversed(self.focus.seen[:-1]):
            comma = whole(last.spot).first - 1
            if last.spot.line.low(comma) != "," or not _stands_at(seen, last, comma):
                break
            row.insert(0, seen)
            last = seen
        return tuple(row)


def _stands_at(earlier: Seen, later: Seen, stop: int) -> bool:
    """Whether one mention ends at word ``stop`` of the other's line, and both are of one kind."""
    near = earlier.spot.line is later.spot.line and whole(earlier.spot).stop == stop
    return near and earlier.someone.kind == later.someone.kind


def whole(spot: Spot) -> Spot:
    """A name and the role joined to it as one stretch of words."""
    other: Spot | None = None
    if isinstance(spot, NameSpot) and spot.role is not None:
        other = spot.role
    if isinstance(spot, RoleSpot) and spot.name is not None:
        other = spot.name
    if other is None:
        return spot
    return Spot(spot.line, min(spot.first, other.first), max(spot.stop, other.stop))
