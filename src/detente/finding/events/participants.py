"""Who takes part in an event: the actors in its slots, with their roles and states."""

from __future__ import annotations

from dataclasses import dataclass

from detente.finding.events.cast import Cast
from detente.finding.events.scene import CLAUSES, Scene
from detente.finding.events.slots import Slots
from detente.finding.events.triggers import Trigger
from detente.languages.triggers import SlotRole
from detente.records import Actor, Mention, Participant, ParticipantRole
from detente.syntax import Token
from detente.text import fold

DEEPEST = 3
"""How far below a slot's head an actor still stands for it ("les troupes du président turc")."""


@dataclass(frozen=True, slots=True)
class Company:
    """Those who take part, which slots they fill, and the place that is named."""

    participants: tuple[Participant, ...] = ()
    slots: frozenset[str] = frozenset()
    where: str | None = None


def company(trigger: Trigger, slots: Slots, cast: Cast) -> Company:
    """The company of one trigger, from its own sentence alone."""
    scene = slots.scene
    found: dict[str, Participant] = {}
    filled: set[str] = set()
    where: str | None = None
    prepositions = {fold(name): role for name, role in trigger.frame.prepositions.items()}
    for name, token in slots.of(trigger):
        role = _role(trigger, prepositions, name)
        actors = _actors(scene, cast, token, name)
        place = _place(name, slots.lexicon.places, actors)
        where = where or place
        if role is None or role == "none":
            continue
        for actor, mention in actors:
            taken = _take(cast, actor, mention, role)
            if taken is not None:
                filled.add(name)
                found.setdefault(taken.actor, taken)
    return Company(tuple(found.values()), frozenset(filled), where)


def _role(trigger: Trigger, prepositions: dict[str, SlotRole], name: str) -> SlotRole | None:
    frame = trigger.frame
    own: dict[str, SlotRole] = {
        "subject": frame.subject,
        "object": frame.object,
        "dative": frame.dative,
        "possessor": frame.possessor,
        "adjective": frame.adjective,
    }
    return own.get(name) or prepositions.get(name)


def _take(cast: Cast, actor: Actor, mention: Mention | None, role: SlotRole) -> Participant | None:
    taker = cast.host(actor) if role == "host" else actor
    if taker is None or taker.kind == "place":
        return None
    as_role: ParticipantRole = "participant" if role in ("host", "none") else role  # type: ignore[assignment]
    span = (mention.start, mention.end) if mention is not None else None
    return Participant(actor=taker.id, role=as_role, state=cast.state_of(taker), mention=span)


def _actors(
    scene: Scene, cast: Cast, token: Token, name: str
) -> list[tuple[Actor, Mention | None]]:
    if name == "adjective":
        return [(actor, None) for actor in cast.adjective(token.text)]
    found: list[tuple[Actor, Mention | None]] = []
    for head in _coordinated(scene, token):
        found += _named(scene, cast, head, 0)
    return found


def _coordinated(scene: Scene, token: Token) -> list[Token]:
    """The token and those coordinated or in apposition with it, lists included."""
    found, open_ = [], [token]
    while open_:
        at = open_.pop(0)
        found.append(at)
        open_ += [
            kid
            for kid in scene.parse.kids(at.i, "conj", "appos")
            if not scene.parse.kids(kid.i, "nsubj") and kid.pos not in ("VERB", "AUX")
        ]
    return found


def _named(
    scene: Scene, cast: Cast, token: Token, depth: int
) -> list[tuple[Actor, Mention | None]]:
    """The actor named at a token, or by what hangs on it: a name, an adjective, an owner."""
    mention = scene.named.get(token.i)
    if mention is not None:
        return [(actor, mention) for actor in cast.expand(mention.actor)]
    if depth >= DEEPEST or token.pos in ("VERB", "AUX"):
        return []
    found: list[tuple[Actor, Mention | None]] = []
    for kid in scene.parse.kids(token.i):
        if kid.dep in CLAUSES:
            continue
        if kid.dep == "amod":
            found += [(actor, None) for actor in cast.adjective(kid.text)]
        elif kid.dep.startswith(("flat", "appos", "nmod", "dep", "obl")) or (
            kid.dep == "det" and "Poss=Yes" in kid.morph
        ):
            found += _named(scene, cast, kid, depth + 1)
        if found:
            break
    return found


def _place(
    name: str, places: frozenset[str], actors: list[tuple[Actor, Mention | None]]
) -> str | None:
    if name not in places:
        return None
    return next((a.name for a, _ in actors if a.kind in ("place", "state")), None)
