"""Who takes part in an event: the actors in its slots, with their roles and states."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from detente.finding.events.anchors import Parties
from detente.finding.events.cast import Cast
from detente.finding.events.codes import code
from detente.finding.events.scene import CLAUSES, Scene
from detente.finding.events.slots import Slots
from detente.finding.events.trigger import Trigger
from detente.languages.triggers import Frame, SlotRole
from detente.records import Actor, Mention, Participant, ParticipantRole
from detente.syntax import Token

SEATED = frozenset({"summit", "meeting", "talks", "agreement"})
"""Kinds that are called after the city in which they take place."""

DEEPEST = 3
"""How far below a slot's head an actor still stands for it ("les troupes du président turc")."""


@dataclass(frozen=True, slots=True)
class Company:
    """Those who take part, which slots they fill, the place that is named, and whether a
    complement rules the event out (a "rencontre contre" is a match); ``told`` is False where only
    the knowledge base says who took part, and ``brokers`` brought the others together."""

    participants: tuple[Participant, ...] = ()
    slots: frozenset[str] = frozenset()
    where: str | None = None
    ruled_out: bool = False
    told: bool = True
    brokers: frozenset[str] = frozenset()

    @property
    def parties(self) -> tuple[Participant, ...]:
        """Those between whom it is."""
        return tuple(p for p in self.participants if p.actor not in self.brokers)


def company(trigger: Trigger, slots: Slots, cast: Cast, speaker: str | None) -> Company:
    """The company of one trigger, from its own sentence alone; "we" is the speaker's state."""
    found: dict[str, Participant] = {}
    filled: set[str] = set()
    brokers: set[str] = set()
    where: str | None = None
    found_slots = slots.of(trigger)
    if trigger.occasion and trigger.i in slots.scene.named:
        found_slots = [("subject", slots.scene.parse.tokens[trigger.i]), *found_slots]
    for name, token in found_slots:
        role = _role(trigger.frame, name)
        actors = _actors(slots, cast, token, name) or _spoken(cast, token, speaker)
        if code(trigger.kind).group == "encounter" and _is_someone(slots, token):
            actors = []
        if trigger.kind == "withdrawal" and _is_left(slots, token):
            actors = []
        seat = _seat(trigger, slots, cast, name, actors)
        goes = trigger.kind == "visit" and name in slots.lexicon.places
        where = where or seat or (_place(actors) if goes else None)
        if seat is not None:
            continue
        if role is None or role == "none":
            continue
        if token.pos == "PROPN":
            filled.add(name)
        for actor, mention in actors:
            taken = _take(cast, actor, mention, role)
            if taken is not None and (role == "broker" or _are_forces(trigger, slots, name, token)):
                taken = cast.as_state(taken)
            if taken is not None:
                filled.add(name)
                found.setdefault(taken.actor, taken)
                brokers |= {taken.actor} if role == "broker" else set()
    ruled_out = any(
        name in trigger.frame.never or _is_interview(trigger, slots, cast, name, token)
        for name, token in found_slots
    )
    return Company(
        tuple(found.values()), frozenset(filled), where, ruled_out, brokers=frozenset(brokers)
    )


def together(mention: Mention, cast: Cast) -> Company:
    """The company of several people who are named together."""
    taken = (_take(cast, actor, mention, "participant") for actor in cast.expand(mention.actor))
    return Company(tuple(p for p in taken if p is not None), frozenset({"subject"}))


def parties(participants: Iterable[Participant], cast: Cast) -> Parties:
    """Participants as the knowledge base knows them."""
    found = tuple(participants)
    return Parties(
        states=frozenset(p.state for p in found if p.state is not None),
        names=cast.words(p.actor for p in found),
        people=frozenset(p.actor for p in found if cast.actors[p.actor].kind == "person"),
    )


def _role(frame: Frame, name: str) -> SlotRole | None:
    own: dict[str, SlotRole] = {
        "subject": frame.subject,
        "object": frame.object,
        "dative": frame.dative,
        "possessor": frame.possessor,
        "adjective": frame.adjective,
        "auspices": frame.auspices,
    }
    return own.get(name) or frame.prepositions.get(name)


def _take(cast: Cast, actor: Actor, mention: Mention | None, role: SlotRole) -> Participant | None:
    acts = role in ("host", "source", "target")
    taker = cast.host(actor, receives=role == "host") if acts else actor
    if taker is None or taker.kind == "place" or (role == "host" and taker.kind != "state"):
        return None
    as_role: ParticipantRole = "participant" if role in ("host", "broker", "none") else role  # type: ignore[assignment]
    span = (mention.start, mention.end) if mention is not None else None
    return Participant(actor=taker.id, role=as_role, state=cast.state_of(taker), mention=span)


def _actors(
    slots: Slots, cast: Cast, token: Token, name: str
) -> list[tuple[Actor, Mention | None]]:
    scene = slots.scene
    if name == "adjective":
        return [(actor, None) for actor in cast.adjective(token.text)]
    if name == "possessor" and token.i not in scene.named and "Person=1" not in token.morph:
        return [one for owner in slots.owners(token.i) for one in _named(scene, cast, owner, 0)]
    home = _homeland(slots, token)
    if home is not None:
        return _named(scene, cast, home, 0)
    found: list[tuple[Actor, Mention | None]] = []
    for head in _coordinated(scene, token):
        found += _named(scene, cast, head, 0)
    for _, mention in list(found):
        first = scene.parse.at(mention.start, mention.end)[0] if mention is not None else None
        for i in scene.joined.get(first.i, ()) if first is not None else ():
            found += _named(scene, cast, scene.parse.tokens[i], 0)
    return found


def _homeland(slots: Slots, token: Token) -> Token | None:
    """Whose country "his country" is, which acts as he does."""
    owners = [t for t in slots.scene.parse.kids(token.i, "det") if "Poss=Yes" in t.morph]
    known = slots.lexicon.singular(token.word) in slots.lexicon.classes["homeland"]
    if not owners or not known or token.i in slots.scene.named:
        return None
    return slots.around(token.i) or slots.owner(owners[0].i)


def _are_forces(trigger: Trigger, slots: Slots, name: str, token: Token) -> bool:
    """Whether a noun is what a leader acts with ("les troupes du président X"), not he himself."""
    own = name not in ("object", "possessor") and token.i not in slots.scene.named
    return own and token.pos == "NOUN" and code(trigger.kind).of_states


def _is_someone(slots: Slots, token: Token) -> bool:
    """Whether a noun tells of one person who is not known: what hangs on it is not him."""
    single = "Number=Plur" not in token.morph and token.i not in slots.scene.named
    known = {slots.scene.lemma(token.i), slots.lexicon.singular(token.word)}
    named = any(k.i in slots.scene.named for k in slots.scene.parse.kids(token.i, "appos", "flat"))
    return single and not named and bool(known & slots.lexicon.classes["single"])


def _is_interview(trigger: Trigger, slots: Slots, cast: Cast, name: str, token: Token) -> bool:
    """Whether somebody is asked by a news medium, and meets nobody ("un entretien avec")."""
    mention = slots.scene.named.get(token.i)
    met = name in slots.lexicon.mutual and trigger.frame.mutual
    return met and mention is not None and cast.is_medium(mention.actor)


def _is_left(slots: Slots, token: Token) -> bool:
    """Whether a noun is the treaty that is left: whom it concerns does not leave it."""
    known = {slots.scene.lemma(token.i), slots.lexicon.singular(token.word)}
    treaty = bool(known & slots.lexicon.classes["treaty"])
    return treaty and token.i not in slots.scene.named


def _spoken(cast: Cast, token: Token, speaker: str | None) -> list[tuple[Actor, Mention | None]]:
    """A first person in quoted words: one who speaks, or the state that he speaks for."""
    actor = cast.actors.get(speaker or "")
    if actor is None or "Person=1" not in token.morph:
        return []
    state = cast.state(cast.state_of(actor)) if "Number=Plur" in token.morph else None
    return [(state or actor, None)]


def _coordinated(scene: Scene, token: Token) -> list[Token]:
    """The token and those coordinated or in apposition with it, lists included."""
    found: list[Token] = []
    open_ = [token]
    seen: set[int] = set()
    while open_:
        at = open_.pop(0)
        if at.i in seen:
            continue
        seen.add(at.i)
        found.append(at)
        open_ += [
            kid
            for kid in _linked(scene, at)
            if kid.i in scene.named or kid.pos not in ("VERB", "AUX")
        ]
    return found


def _linked(scene: Scene, token: Token) -> list[Token]:
    """Tokens that a list or an apposition adds to a token, or to the mention it is in. What else
    is said of a name is not who takes part ("X, un partenaire de Y")."""
    mention = scene.named.get(token.i)
    inside = scene.parse.at(mention.start, mention.end) if mention is not None else [token]
    kids = [kid for t in inside for kid in scene.parse.kids(t.i, "conj", "appos")]
    if mention is not None:
        kids = [kid for kid in kids if kid.i in scene.named or not _is_aside(scene, kid)]
    listed = [scene.parse.tokens[i] for i in scene.joined.get(inside[0].i, ())]
    return [kid for kid in kids if not scene.parse.kids(kid.i, "nsubj")] + listed


def _is_aside(scene: Scene, token: Token) -> bool:
    """Whether a noun says what a name is: an apposition, which bears no article even where the
    parser took it for the next of a list ("X, bête noire de Y")."""
    bare = token.pos == "NOUN" and not scene.parse.kids(token.i, "det", "cc", "case", "nummod")
    return token.dep == "appos" or bare


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


def _seat(
    trigger: Trigger,
    slots: Slots,
    cast: Cast,
    name: str,
    actors: list[tuple[Actor, Mention | None]],
) -> str | None:
    """The place that a gathering is named after, also where a state bears the same name."""
    seated = trigger.sort == "noun" and trigger.kind in SEATED
    if not seated or name not in slots.lexicon.parties | slots.lexicon.places or len(actors) != 1:
        return None
    named = actors[0][0]
    return named.name if named.kind == "place" or cast.is_city(named) else None


def _place(actors: list[tuple[Actor, Mention | None]]) -> str | None:
    """The place that a journey goes to."""
    return next((a.name for a, _ in actors if a.kind in ("place", "state")), None)
