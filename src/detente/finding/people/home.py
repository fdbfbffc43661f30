"""The country that a page is about: "Liban: l'état d'urgence voté" speaks of the government, the
president, the army of that country without saying so again."""

from __future__ import annotations

from detente.finding.people.spots import PlaceSpot, Scan


def home(scan: Scan) -> str | None:
    """The state whose name alone opens the first line, before a colon."""
    for spot in scan.spots:
        if spot.line is not scan.lines[0] or spot.first > 0:
            return None
        if isinstance(spot, PlaceSpot) and spot.line.low(spot.stop) == ":":
            named = [s.id for s in spot.senses if s.kind == "state"]
            return named[0] if len(named) == 1 else None
    return None
