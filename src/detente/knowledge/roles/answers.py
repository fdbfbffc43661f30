"""Who held the posts that a role phrase names, on given days."""

from __future__ import annotations

import datetime as dt

import msgspec

from detente.days import Interval
from detente.knowledge.base import Knowledge
from detente.knowledge.facts import Term
from detente.knowledge.roles.phrase import Post, RolePhrase
from detente.knowledge.roles.reading import find
from detente.knowledge.roles.tokens import tokens_of
from detente.languages.language import Language
from detente.languages.roles import Requirement
from detente.records import Record

_LEADING = ("head_of_state", "head_of_government")
_SETTLED = ("definite", "contracted", "demonstrative", None)


class Answer(Record, frozen=True, kw_only=True):
    """A person who held an office; ``state`` is the state or organ whose office it is. In JSON the
    bounds are ``from`` and ``to``: ISO dates, ``to`` null where no end is known."""

    actor: str
    name: str
    office: str
    state: str
    from_: str | None = msgspec.field(name="from")
    to: str | None
    because: str


def who(
    words: str, on: dt.date | Interval, knowledge: Knowledge, language: Language
) -> tuple[Answer, ...]:
    """The person, or for a plural the persons, that a role phrase names on a day.

    Empty where that is not known: no such role, no state named, an office that is vacant, of an
    unknown holder, or of several (on the day of a change both; ``candidates`` tells them).
    """
    found = find(words, knowledge, language)
    if len(found) != 1 or not _is_whole(found[0], words):
        return ()
    answers = candidates(found[0], on, knowledge, language.code)
    if not answers or any(len(member) != 1 for member in answers):
        return ()
    return tuple(member[0] for member in answers)


def candidates(
    phrase: RolePhrase, on: dt.date | Interval, knowledge: Knowledge, language: str
) -> tuple[tuple[Answer, ...], ...]:
    """For each person that a phrase means, everyone who may be meant on these days.

    Empty for a phrase that is not about those in office ("l'ancien président", "un ministre") or
    that names no state; fill the state in first (:meth:`RolePhrase.within`).
    """
    days = on if isinstance(on, Interval) else Interval.day(on)
    is_settled = phrase.determiner in _SETTLED
    is_in_office = phrase.standing in ("current", "acting")
    if not is_in_office or not is_settled or phrase.counterpart:
        return ()
    if phrase.plural and len(phrase.members) < 2:
        return ()
    return tuple(_answers(phrase, posts, days, knowledge, language) for posts in phrase.members)


def _is_whole(phrase: RolePhrase, words: str) -> bool:
    inside = [phrase.start <= start < phrase.end for start in tokens_of(words).starts if start >= 0]
    return all(inside)


def _answers(
    phrase: RolePhrase,
    posts: tuple[Post, ...],
    days: Interval,
    knowledge: Knowledge,
    language: str,
) -> tuple[Answer, ...]:
    found: dict[str, Answer] = {}
    for office, of in posts:
        if office is None or of is None:
            return ()
        if found and phrase.ranked:
            break
        for term in _terms(phrase, office, of, days, knowledge):
            if _fits(phrase, term, days, knowledge):
                found.setdefault(term.person, _answer(term, knowledge, language))
    return tuple(found.values())


def _terms(
    phrase: RolePhrase, office: str, of: str, days: Interval, knowledge: Knowledge
) -> tuple[Term, ...]:
    if phrase.subjects and not office.startswith(("un_amb", "ambassador_to_")):
        held = [knowledge.holders(office, of, days, subject) for subject in phrase.subjects]
        return tuple(term for terms in held for term in terms)
    terms = knowledge.holders(office, of, days)
    if terms:
        return terms
    if office == "effective_leader":
        return _leader_since(of, days, knowledge)
    if office in _LEADING and _seat(of, knowledge) == office:
        return knowledge.holders("effective_leader", of, days)
    return ()


def _leader_since(of: str, days: Interval, knowledge: Knowledge) -> tuple[Term, ...]:
    """Who leads a state after the years for which that is known: its last known leader while in a
    leading office, else the holder of the office in which its leaders always stood."""
    leaders = knowledge.terms_in("effective_leader", of)
    leading = [term for office in _LEADING for term in knowledge.holders(office, of, days)]
    if leaders and (same := [t for t in leading if t.person == leaders[-1].person]):
        return tuple(same[:1])
    seat = _seat(of, knowledge)
    return knowledge.holders(seat, of, days) if seat and leaders else ()


def _seat(of: str, knowledge: Knowledge) -> str | None:
    """The office in which all known effective leaders of a state stood, if it is one: head of
    state where they were that too, else head of government."""
    seats: set[str] = set()
    for leader in knowledge.terms_in("effective_leader", of):
        held = {
            office
            for office in _LEADING
            for term in knowledge.terms_in(office, of)
            if term.person == leader.person and term.possible.meets(leader.possible)
        }
        if held:
            seats.add("head_of_state" if "head_of_state" in held else "head_of_government")
    return seats.pop() if len(seats) == 1 else None


def _fits(phrase: RolePhrase, term: Term, days: Interval, knowledge: Knowledge) -> bool:
    person = knowledge.person(term.person)
    if phrase.feminine and person and person.gender == "m":
        return False
    return all(_meets(requirement, term, days, knowledge) for requirement in phrase.requires)


def _meets(requirement: Requirement, term: Term, days: Interval, knowledge: Knowledge) -> bool:
    state = knowledge.state(term.of)
    if requirement == "separate":
        heads = knowledge.holders("head_of_state", term.of, days)
        return all(head.person != term.person for head in heads)
    is_monarchy = state is not None and any(stretch.meets(days) for stretch in state.monarchy)
    return is_monarchy == (requirement == "monarchy")


def _answer(term: Term, knowledge: Knowledge, language: str) -> Answer:
    person = knowledge.person(term.person)
    return Answer(
        actor=term.person,
        name=person.name(language) if person else term.person,
        office=term.office,
        state=term.of,
        from_=term.since,
        to=term.until,
        because=because(term, knowledge),
    )


def because(term: Term, knowledge: Knowledge) -> str:
    """A term in words: "foreign minister of Russia since 2004-03-09"."""
    office = knowledge.office(term.office)
    name = office.name if office else term.office
    host = term.subject if term.office == "ambassador_to" else None
    to = f" to {knowledge.english(host)}" if host else ""
    bounds = f" since {term.since}" if term.since else ""
    if term.until:
        bounds = f" from {term.since} to {term.until}" if term.since else f" until {term.until}"
    return f"{name} of {knowledge.english(term.of)}{to}{bounds}"
