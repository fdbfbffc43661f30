"""Officials without a name whom a measure hits or who meet or travel: a group of their own, not
their state."""

from __future__ import annotations

from detente.finding.events.cast import Cast
from detente.finding.events.slots import Slots
from detente.finding.events.trigger import Trigger
from detente.records import Actor, Mention
from detente.syntax import Token

IN_PERSON = frozenset({"sanction", "sanction_relief", "visit", "meeting"})
"""What is done to or by people, not by the state that they serve."""

Named = tuple[Actor, Mention | None]


def as_officials(
    trigger: Trigger, slots: Slots, cast: Cast, token: Token, actors: list[Named]
) -> list[Named]:
    """Those whom a slot names; officials of a state as the people they are ("de hauts responsables
    x"), where only an adjective beside them tells whose."""
    if trigger.kind not in IN_PERSON or len(actors) != 1 or actors[0][0].kind != "state":
        return actors
    noun = _officials(slots, token)
    words = _words(slots, cast, noun, actors[0][0]) if noun is not None else ()
    if not words:
        return actors
    return [(cast.people(" ".join(words), actors[0][0]), actors[0][1])]


def _officials(slots: Slots, token: Token) -> Token | None:
    """The noun for officials in the plural that fills a slot, past what counts or holds them or
    what the parser took for it."""
    known = slots.lexicon.classes["officials"]
    for one in (token, *slots.scene.parse.kids(token.i, "nmod", "amod")):
        if slots.lexicon.singular(one.word) in known and "Number=Plur" in one.morph:
            return one
    return None


def _words(slots: Slots, cast: Cast, noun: Token, state: Actor) -> tuple[str, ...]:
    """The words for them: how many, how high, what, and of which state."""
    tokens = slots.scene.parse.tokens
    after = tokens[noun.i + 1 : noun.i + 2]
    if not any(state in cast.adjective(t.text) for t in after):
        return ()
    ranks, first = slots.lexicon.classes["ranks"], noun.i
    while first and (tokens[first - 1].pos == "NUM" or slots.scene.lemma(first - 1) in ranks):
        first -= 1
    return tuple(t.text for t in tokens[first : noun.i + 2])
