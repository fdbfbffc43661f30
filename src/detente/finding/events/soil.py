"""Whose ground is struck, and what only tells where: "des raids sur la banlieue de X", "en
territoire X", "près de X"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from detente.finding.events.cast import Cast
from detente.finding.events.neighbours import Slot
from detente.finding.events.objects import objects
from detente.finding.events.slots import Slots
from detente.finding.events.trigger import Trigger
from detente.finding.events.waging import SHOW
from detente.records import Actor, Mention, Participant
from detente.syntax import Token


def ground_hit(
    trigger: Trigger, slots: Slots, cast: Cast, slot: Slot
) -> list[tuple[Actor, Mention | None]]:
    """The state on whose ground is what a slot says is hit."""
    name, token = slot
    onto = name in slots.lexicon.onto or name in (slots.lexicon.against, "object")
    if trigger.variant == SHOW or not onto:
        return []
    return [found for found in _grounds(slots, cast, token) if found is not None][:1]


def housed(slots: Slots, token: Token) -> Token:
    """Whom a place that is struck houses: "des bases abritant des soldats X"; else the place."""
    known = slots.lexicon.singular(token.word) in slots.lexicon.classes["targets"]
    clauses = slots.scene.parse.kids(token.i, "acl", "acl:relcl") if known else ()
    inside = (t for c in clauses if slots.is_of(c, "housing") for t in objects(slots.scene, c))
    return next((t for t in inside if t.i > token.i), token)


def is_struck_at_home(state: str, found: Iterable[Participant], cast: Cast) -> bool:
    """Whether nobody is named who strikes the ground of a state from abroad: those of a country
    strike others in it."""
    doers = [cast.actors[p.actor] for p in found if p.role == "source"]
    return not doers or any(state in actor.states for actor in doers)


def _grounds(
    slots: Slots, cast: Cast, token: Token
) -> Iterator[tuple[Actor, Mention | None] | None]:
    """The state of the place that a token names, or that the part of a country or town is of."""
    mention = slots.scene.named.get(token.i)
    if mention is not None:
        yield _owner(cast, mention)
    elif slots.lexicon.singular(token.word) in slots.lexicon.classes["grounds"]:
        for kid in slots.scene.parse.kids(token.i, "nmod", "appos", "flat:name"):
            below = slots.scene.named.get(kid.i)
            if below is not None:
                yield _owner(cast, below)


def _owner(cast: Cast, mention: Mention) -> tuple[Actor, Mention | None] | None:
    actor = cast.actors.get(mention.actor or "")
    state = cast.host(actor) if actor is not None and actor.kind == "place" else None
    return (state, mention) if state is not None else None


def is_ground_hit(slots: Slots, cast: Cast, slot: Slot) -> bool:
    """Whether "sur" tells only where one strikes: a place, or no name at all ("sur fond de"), not
    whose what is hit is ("sur une base X")."""
    name, token = slot
    mention = slots.scene.named.get(token.i)
    actor = cast.actors.get(mention.actor or "") if mention is not None else None
    if name not in slots.lexicon.onto or (actor is not None and actor.kind != "place"):
        return False
    known = slots.lexicon.singular(token.word) in slots.lexicon.classes["targets"]
    owned = any(cast.adjective(k.text) for k in slots.scene.parse.kids(token.i, "amod"))
    return not (known and owned and mention is None)


def is_ground_near(slots: Slots, token: Token) -> bool:
    """Whether a name only tells where: "près de X", "vers la mer de X"."""
    scene, known = slots.scene, slots.lexicon.classes["landscape"]
    if slots.lexicon.singular(token.word) in known:
        return True
    mention = scene.named.get(token.i)
    at = scene.parse.at(mention.start, mention.end)[0].i if mention is not None else token.i
    while at > 0 and scene.parse.tokens[at - 1].pos in ("ADP", "DET"):
        at -= 1
        if scene.parse.tokens[at].word in slots.lexicon.nearby:
            return True
    before = scene.parse.tokens[at - 1].word if at else ""
    return before in slots.lexicon.nearby or slots.lexicon.singular(before) in known


def is_ground_at(trigger: Trigger, slots: Slots, slot: Slot) -> bool:
    """Whether a name after "à" only tells where ("un raid au X"), not with what and whose that is
    ("une attaque à la roquette du X")."""
    name, token = slot
    tool = trigger.frame.prepositions.get(name) == "source" and name not in slots.lexicon.by
    return tool and name != slots.lexicon.of and token.i in slots.scene.named
