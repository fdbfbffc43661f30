"""Checking the knowledge base: what contradicts itself, points nowhere or is missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from detente.days import Interval, iso
from detente.knowledge.base import Knowledge
from detente.knowledge.facts import Occasion, Office, Organ, Person, State, Term
from detente.records import Record

LONG_GAP = 90
"""Days without a known holder that are worth a note, in an office of the first tier."""

_ASIDE = ("acting", "contested", "joint", "inside the term of")
_Post = tuple[str, str, str | None]


class Finding(Record, frozen=True, kw_only=True):
    """Something found wrong (``error``) or worth knowing (``note``): about which row, and what."""

    severity: Literal["error", "note"]
    row: str
    what: str

    def __str__(self) -> str:
        return f"{self.severity}: {self.row}: {self.what}"


def check(knowledge: Knowledge) -> tuple[Finding, ...]:
    """Everything found, errors first.

    Errors: an id that points to nothing, a date out of order, a row without source or licence, two
    holders at once in an office that has one (an acting or contested holder, marked so by the note,
    may stand beside another). Notes: stretches in which the holder of a first-tier office is not
    known.
    """
    found = [
        *_sources(knowledge),
        *_dangling(knowledge),
        *_disordered(knowledge),
        *_overlaps(knowledge),
        *_gaps(knowledge),
    ]
    return tuple(sorted(found, key=lambda finding: finding.severity))


def _error(row: str, what: str) -> Finding:
    return Finding(severity="error", row=row, what=what)


def _label(term: Term) -> str:
    subject = f":{term.subject}" if term.subject else ""
    return f"{term.person} as {term.office}{subject} of {term.of}"


def _sources(knowledge: Knowledge) -> Iterator[Finding]:
    rows: list[tuple[str, State | Organ | Office | Person | Occasion | Term]] = [
        *((state.id, state) for state in knowledge.states),
        *((organ.id, organ) for organ in knowledge.organs),
        *((office.id, office) for office in knowledge.offices),
        *((person.id, person) for person in knowledge.people),
        *((occasion.id, occasion) for occasion in knowledge.occasions),
        *((_label(term), term) for term in knowledge.all_terms),
    ]
    for label, row in rows:
        if not row.source:
            yield _error(label, "no source")
        if not row.licence:
            yield _error(label, "no licence")


def _dangling(knowledge: Knowledge) -> Iterator[Finding]:
    for term in knowledge.all_terms:
        if not knowledge.person(term.person):
            yield _error(_label(term), f"no person {term.person}")
        if not knowledge.office(term.office):
            yield _error(_label(term), f"no office {term.office}")
        if not (knowledge.state(term.of) or knowledge.organ(term.of)):
            yield _error(_label(term), f"no state or organ {term.of}")
    for person in knowledge.people:
        yield from _unknown_states(knowledge, person.id, person.states)
    for occasion in knowledge.occasions:
        yield from _unknown_states(knowledge, occasion.id, occasion.states)
    for organ in knowledge.organs:
        own = (organ.state,) if organ.state else ()
        yield from _unknown_states(knowledge, organ.id, (*own, *organ.members))
        for office, of in filter(None, (organ.head, organ.spokesperson)):
            if not knowledge.office(office):
                yield _error(organ.id, f"no office {office}")
            if not (knowledge.state(of) or knowledge.organ(of)):
                yield _error(organ.id, f"no state or organ {of}")


def _unknown_states(knowledge: Knowledge, row: str, states: Sequence[str]) -> Iterator[Finding]:
    for id in states:
        if not knowledge.state(id):
            yield _error(row, f"no state {id}")


def _disordered(knowledge: Knowledge) -> Iterator[Finding]:
    for term in knowledge.all_terms:
        if term.possible.is_empty:
            yield _error(_label(term), f"ends before it starts ({term.since})")
        person = knowledge.person(term.person)
        died, first = person.died.latest if person else None, term.start.earliest
        if died and first and died < first:
            yield _error(_label(term), "starts after the death of the person")
        if term.start == Interval():
            yield _error(_label(term), "no start")
    for person in knowledge.people:
        if Interval(person.born.earliest, person.died.latest).is_empty:
            yield _error(person.id, "dies before birth")
    for occasion in knowledge.occasions:
        if occasion.when.is_empty or occasion.when == Interval():
            yield _error(occasion.id, "no days, or they end before they start")
    valid = [(state.id, state.valid) for state in knowledge.states]
    for id, days in (*valid, *((organ.id, organ.valid) for organ in knowledge.organs)):
        if days.is_empty:
            yield _error(id, "ends before it starts")


def _single(knowledge: Knowledge) -> dict[_Post, list[Term]]:
    posts: dict[_Post, list[Term]] = {}
    for term in knowledge.all_terms:
        office = knowledge.office(term.office)
        if office and office.holders == "one":
            posts.setdefault((term.office, term.of, term.subject), []).append(term)
    return posts


def _is_aside(term: Term) -> bool:
    return any(word in term.note.lower() for word in _ASIDE)


def _overlaps(knowledge: Knowledge) -> Iterator[Finding]:
    """Two people who both certainly held a single-holder office on more than a day of handover."""
    for terms in _single(knowledge).values():
        for place, term in enumerate(terms):
            for other in terms[place + 1 :]:
                shared = term.certain & other.certain
                days = 0 if term.certain.is_empty or other.certain.is_empty else shared.days
                is_same = term.person == other.person or _is_aside(term) or _is_aside(other)
                if not is_same and (days is None or days > 1):
                    yield _error(
                        _label(term),
                        f"beside {other.person} from {iso(shared.earliest)} "
                        f"to {iso(shared.latest) or 'now'}",
                    )


def _gaps(knowledge: Knowledge) -> Iterator[Finding]:
    for (name, of, _), terms in _single(knowledge).items():
        office = knowledge.office(name)
        if not office or office.tier > 1:
            continue
        reached = terms[0].possible.latest
        for term in terms[1:]:
            first = term.possible.earliest
            if reached and first and (first - reached).days > LONG_GAP:
                yield Finding(
                    severity="note",
                    row=f"{name} of {of}",
                    what=f"no holder known from {iso(reached)} to {iso(first)}",
                )
            latest = term.possible.latest
            reached = latest and reached and max(latest, reached)
