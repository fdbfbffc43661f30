"""Which state's own affairs a page tells, and what is said among its people alone."""

from __future__ import annotations

from collections import Counter

from detente.finding.events.cast import Cast
from detente.finding.events.codes import code
from detente.finding.events.happenings import Happening
from detente.finding.ground import People
from detente.records import Participant

MUTUAL = frozenset({"meeting", "talks"})
"""Encounters that people of one state have among themselves as often."""

ENOUGH = 10
"""How many mentions tell what a page is about: a short text names few besides who speaks."""


def home(people: People, cast: Cast) -> str | None:
    """The state that a page names, with its people and organs, twice as often as all others
    together: it tells of that state's own affairs."""
    actors = (cast.actors.get(mention.actor or "") for mention in people.mentions)
    states = Counter(a.states[0] for a in actors if a is not None and a.states)
    most = states.most_common(1)
    if not most or states.total() < ENOUGH:
        return None
    state, times = most[0]
    return state if 3 * times >= 2 * states.total() else None


def is_said_at_home(happening: Happening, cast: Cast, own: str | None) -> bool:
    """Whether an act of words names nobody but that state's people and those of whom no side is
    known: a government that praises its voters, an opposition that blames it. Who denies answers
    somebody, and whom nobody named accuses may be accused from abroad."""
    kind, parties = happening.kind, happening.known.values()
    if own is None or kind == "denial":
        return False
    if kind in MUTUAL:
        return bool(parties) and all(party.state == own for party in parties)
    if code(kind).group != "verbal":
        return False
    if kind == "accusation" and not any(party.role == "source" for party in parties):
        return False
    return all(party.state == own or _is_of_no_side(party, cast) for party in parties)


def _is_of_no_side(party: Participant, cast: Cast) -> bool:
    """Whether a party is neither a state's nor a known body nor a group of states."""
    return not cast.is_side(party) and not cast.is_of_states(party.actor)
