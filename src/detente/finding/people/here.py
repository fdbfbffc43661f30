"""Whose a body without a name is by its own sentence: "A Kiev, l'armée a annoncé", "Caracas a
refusé, a indiqué le ministère de la Culture", "Côté russe, la police a promis".
"""

from __future__ import annotations

from detente.finding.people.focus import Focus, Seen
from detente.finding.people.gazetteer import Gazetteer
from detente.finding.people.nearby import follows_verb, is_opening
from detente.finding.people.spots import GroupSpot
from detente.finding.people.vocabulary import Vocabulary


def state_here(spot: GroupSpot, focus: Focus, words: Vocabulary, names: Gazetteer) -> str | None:
    """The state of the side or the place that opens the sentence, where no other is named before
    the body; for one that says the sentence, the one state that is a subject in it."""
    if spot.quoted or not _is_domestic(spot, words):
        return None
    side = _side(spot, words, names)
    if side is not None:
        return side
    before = [s for s in focus.back(spot, 0) if s.spot.line is spot.line and not s.spot.quoted]
    named = [s for s in before if s.someone.kind in ("place", "state") and s.someone.states]
    said = follows_verb(spot, words)
    told = [s for s in named if s.subject and s.someone.kind == "state"] if said else named
    states = {s.someone.states[0] for s in told}
    if len(states) != 1 or not (said or _opens(told[-1], words)):
        return None
    return states.pop()


def _side(spot: GroupSpot, words: Vocabulary, names: Gazetteer) -> str | None:
    """The state of the side right before the body: "Côté russe, la police …"."""
    line, at = spot.line, spot.first - 1
    if line.low(at) != "," or line.low(at - 2) not in words.tables.forms.side:
        return None
    return names.state_of(line.plain(at - 1))


def _is_domestic(spot: GroupSpot, words: Vocabulary) -> bool:
    """Whether each country has its own such body, and nothing tells that it is of another kind."""
    if spot.noun not in words.institutions | words.governments or spot.states or spot.possessive:
        return False
    of = {spot.line.plain(k) for k in range(spot.first, spot.stop)}
    own = spot.noun in words.domestic or (spot.told and spot.noun in words.departments)
    return own and not of & words.beyond


def _opens(seen: Seen, words: Vocabulary) -> bool:
    """Whether a place is where the sentence sets out: "A Kiev, ..."."""
    spot = seen.spot
    return seen.someone.kind == "place" and is_opening(spot, words)
