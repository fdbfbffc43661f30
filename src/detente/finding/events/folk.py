"""What goes on among the people of one state: a party that blames its president, talks with an
opposition, an interview; states deal with one another elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from detente.finding.events.cast import Cast
from detente.finding.events.codes import code
from detente.finding.events.participants import Company
from detente.finding.events.slots import Slots
from detente.finding.events.trigger import Trigger
from detente.records import Participant
from detente.syntax import Token

MUTUAL = frozenset({"meeting", "talks"})
"""Encounters that people of one state have among themselves as often."""

JOURNEY = "visit"

ABROAD = frozenset({"foreign_minister", "ambassador"})
"""Offices whose holders deal with other states: whom they meet is of one."""


def is_at_home(trigger: Trigger, slots: Slots, company: Company, cast: Cast) -> bool:
    """Whether people who do not act for a state ("l'opposition", "des manifestants", "la presse")
    do it or have it done to them, and no state but their own takes part beside them."""
    meets = trigger.kind in MUTUAL and (trigger.sort == "noun" or trigger.frame.reciprocal)
    goes = trigger.kind == JOURNEY
    if code(trigger.kind).group != "verbal" and not (meets or goes):
        return False
    if goes and _is_in_own_land(company, cast):
        return True
    people = list(_people(trigger, slots, cast))
    if goes:
        sent = ("lawmakers", "travellers")
        people = [b for b in people if not any(_is_one_of(b, name, slots) for name in sent)]
    if not people:
        return False
    spans = [(min(t.start for t in below), max(t.end for t in below)) for below in people]
    words = {t.word for below in people for t in below}
    theirs = {a.id for word in sorted(words) for a in cast.adjective(word)}
    beside = [p for p in company.participants if not _is_among(p, spans, theirs, cast)]
    sides = {p.state or p.actor for p in beside}
    if theirs and not sides:
        return not any(_is_one_of(below, "lawmakers", slots) for below in people)
    if theirs:
        return sides <= theirs
    return len(sides) <= 1 and not any(_is_beyond(p, cast) for p in beside)


def _is_in_own_land(company: Company, cast: Cast) -> bool:
    """Whether who travels is received by his own country: "X, ministre turc, dans la ville turque
    de Y"."""
    sides = {p.state or p.actor for p in company.participants}
    kinds = {cast.actors[p.actor].kind for p in company.participants}
    return len(sides) == 1 and kinds == {"person", "state"}


def _people(trigger: Trigger, slots: Slots, cast: Cast) -> Iterator[tuple[Token, ...]]:
    """The words of each noun for such people that fills a slot or tells whose it is."""
    scene = slots.scene
    told = [t for _, t in slots.of(trigger)]
    if trigger.sort == "noun" and trigger.kind in MUTUAL:
        told += scene.parse.kids(trigger.i, "amod")
    for token in told:
        mention = scene.named.get(token.i)
        if _is_person(token, slots, cast):
            continue
        head = token if mention is None else scene.head_of(mention)
        if not _is_one_of((head,), "citizens", slots):
            continue
        below = (head, *(t for t in scene.parse.subtree(head.i) if t.i != head.i))
        of_body = any(_is_body(t, slots, cast) for t in below)
        named = any(_is_person(t, slots, cast) for t in scene.parse.kids(head.i, "appos"))
        if not (of_body or named):
            yield below


def _is_one_of(below: tuple[Token, ...], name: str, slots: Slots) -> bool:
    """Whether the first of some words is of a class."""
    words = slots.lexicon.classes[name]
    return slots.scene.lemma(below[0].i) in words or slots.lexicon.singular(below[0].word) in words


def _is_person(token: Token, slots: Slots, cast: Cast) -> bool:
    """Whether a word names a person."""
    mention = slots.scene.named.get(token.i)
    actor = cast.actors.get(mention.actor or "") if mention is not None else None
    return actor is not None and actor.kind == "person"


def _is_body(token: Token, slots: Slots, cast: Cast) -> bool:
    """Whether a word names a court or a body of states: its judges are no state's people."""
    mention = slots.scene.named.get(token.i)
    return mention is not None and cast.is_civil(mention.actor or "")


def _is_among(
    party: Participant, spans: list[tuple[int, int]], theirs: set[str], cast: Cast
) -> bool:
    """Whether a party is such people, or only says whose they are."""
    if party.mention is None:
        return party.actor in theirs or cast.actors[party.actor].kind == "group"
    return any(start <= party.mention[0] < end for start, end in spans)


def _is_beyond(party: Participant, cast: Cast) -> bool:
    """Whether a party is no state's, or deals with other states by its office."""
    return party.state is None or cast.actors[party.actor].office in ABROAD
