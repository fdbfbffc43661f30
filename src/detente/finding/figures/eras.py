"""The time of a figure given by a person's time in office: "à l'époque du président X"."""

from __future__ import annotations

from detente.finding.figures.numbers import Words, pieces
from detente.finding.ground import Ground, People
from detente.records import Span
from detente.syntax import Sentence

LEADERS = ("head_of_state", "head_of_government", "effective_leader")


def era(
    ground: Ground, people: People, sentence: Sentence, within: Span, table: Words
) -> str | None:
    """The days of the leader named in a stretch of a sentence beside a word such as "era"."""
    words = pieces(sentence.text[within[0] : within[1]])
    place = next((w.start + within[0] for w in words if w.word in table.eras), None)
    if place is None:
        return None
    start, end = sentence.span(place, max(place + 1, within[1]))
    for mention in people.mentions:
        if start <= mention.start < end and mention.actor is not None:
            term = _term(ground, mention.actor)
            if term is not None:
                return term
    return None


def _term(ground: Ground, person: str) -> str | None:
    for term in ground.knowledge.terms(person):
        if term.office in LEADERS and term.since and term.until:
            return f"{term.since}/{term.until}"
    return None
