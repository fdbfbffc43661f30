"""The time of a figure given by a person's time in office: "à l'époque du président X"."""

from __future__ import annotations

from detente.finding.figures.numbers import Words, pieces
from detente.finding.ground import Ground, People
from detente.records import Span

LEADERS = ("head_of_state", "head_of_government", "effective_leader")


def era(ground: Ground, people: People, within: Span, table: Words) -> str | None:
    """The days of the leader named in a stretch of the page beside a word such as "era"."""
    place = next((w.start for w in pieces(ground.words(*within)) if w.word in table.eras), None)
    if place is None:
        return None
    for mention in people.mentions:
        if within[0] + place <= mention.start < within[1] and mention.actor is not None:
            term = _term(ground, mention.actor)
            if term is not None:
                return term
    return None


def _term(ground: Ground, person: str) -> str | None:
    for term in ground.knowledge.terms(person):
        if term.office in LEADERS and term.since and term.until:
            return f"{term.since}/{term.until}"
    return None
