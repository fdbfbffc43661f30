"""Who takes part in an event: the actors in its slots, with their roles and states."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from detente.finding.events.anchors import Parties
from detente.finding.events.bearing import PENALTY, RELIEF
from detente.finding.events.cast import Cast
from detente.finding.events.codes import code
from detente.finding.events.naming import taking_part
from detente.finding.events.neighbours import Slot
from detente.finding.events.relatives import is_elsewhere
from detente.finding.events.slots import Slots
from detente.finding.events.soil import is_struck_at_home
from detente.finding.events.trigger import Trigger
from detente.finding.events.waging import MILITARY, SHOW
from detente.languages.triggers import Frame, SlotRole
from detente.memory import Plain
from detente.records import Actor, Mention, Participant, ParticipantRole
from detente.syntax import Token

FROM_GROUND = frozenset({"expulsion", "release"})
"""What a state does with those who are on its ground."""

PENALTIES = frozenset({PENALTY, RELIEF})

HELD_OUT = frozenset({"promise", "offer"})
"""What is said to somebody who is to have something."""

AID = "aid"
STATE_DEEDS = frozenset({AID, "recall"})
"""What a state does, whichever leader tells it."""

OWN = frozenset({"subject", "doer", "object", "dative", "possessor", "adjective", "auspices"})
"""Slots that no preposition leads to: a frame has the role of each."""

SEATED = frozenset({"summit", "meeting", "talks", "agreement"})
"""Kinds that are called after the city in which they take place."""


class Company(Plain, frozen=True, gc=False):
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
        if not self.brokers:
            return self.participants
        return tuple(p for p in self.participants if p.actor not in self.brokers)

    def brought_together(self, people: Iterable[Participant]) -> tuple[Participant, ...]:
        """Parties by what is done between them: brokers act, the others have it done to them."""
        return tuple(
            replace(one, role="source" if one.actor in self.brokers else "target") for one in people
        )


def company(trigger: Trigger, slots: Slots, cast: Cast, speaker: str | None) -> Company:
    """The company of one trigger, from its own sentence alone; "we" is the speaker's state."""
    found: dict[str, Participant] = {}
    filled: set[str] = set()
    brokers: set[str] = set()
    grounds: set[str] = set()
    where: str | None = None
    found_slots = _slots(trigger, slots)
    for name, token in found_slots:
        role = _role(trigger.frame, name)
        actors = taking_part(trigger, slots, cast, (name, token), speaker)
        if trigger.frame.leaves and name == "subject" and found:
            continue
        seat = _seat(trigger, slots, cast, name, actors)
        goes = trigger.kind == "visit" and name in slots.lexicon.places
        where = where or seat or (_place(actors) if goes else None)
        if seat is not None or role is None or role == "none":
            continue
        if token.pos == "PROPN":
            filled.add(name)
        for actor, mention in actors:
            as_role = _role_below(trigger, slots, (name, token), role, mention)
            if as_role is None:
                continue
            given = _is_given(trigger, name) or _is_borne(
                trigger, slots, cast, (name, token), actor
            )
            taken = _take(cast, actor, mention, as_role, given)
            if taken is None:
                continue
            taken = _acting(trigger, slots, cast, (name, token), taken)
            filled.add(name)
            found.setdefault(taken.actor, taken)
            grounds |= {taken.actor} if _is_ground(trigger, cast, actor, mention) else set()
            brokers |= {taken.actor} if role == "broker" else set()
    for id in (*_at_home(grounds, found, cast), *_spares(trigger, found.values(), cast)):
        found.pop(id, None)
    ruled_out = any(_rules_out(trigger, slots, cast, slot) for slot in found_slots)
    return Company(
        tuple(found.values()), frozenset(filled), where, ruled_out, brokers=frozenset(brokers)
    )


def _at_home(grounds: Iterable[str], found: dict[str, Participant], cast: Cast) -> list[str]:
    """The states whose ground is struck by nobody from abroad."""
    struck = (state for state in grounds if found[state].role == "target")
    return [state for state in struck if is_struck_at_home(state, found.values(), cast)]


def _spares(trigger: Trigger, found: Iterable[Participant], cast: Cast) -> list[str]:
    """The bodies whose penalties others impose anew: "X rétablit les sanctions de l'ONU"."""
    doers = [p for p in found if p.role == "source"] if trigger.kind in PENALTIES else []
    bodies = [p.actor for p in doers if p.state is None and cast.is_civil(p.actor)]
    return bodies if len(bodies) < len(doers) else []


def _role_below(
    trigger: Trigger, slots: Slots, slot: Slot, role: SlotRole, mention: Mention | None
) -> SlotRole | None:
    """The role of who is named below the noun that fills a slot: whose a penalty is that is lifted
    imposes it, and whom it is against bears it ("les sanctions de X contre Y levées"); whom aid
    goes to does not give it, and where forces are sent is not what they are used against."""
    token = slot[1]
    shown = trigger.variant == SHOW
    if not (shown or trigger.kind in PENALTIES | {AID}) or role not in ("source", "target"):
        return role
    far = is_elsewhere(slots, token, mention)
    word, classes = slots.lexicon.singular(token.word), slots.lexicon.classes
    known = word in classes["penalties"] - classes["held_back"]
    if known and trigger.kind in PENALTIES and token.i not in slots.scene.named:
        return "target" if far else "source"
    return None if far and (shown or role == "source") else role


def _acting(
    trigger: Trigger, slots: Slots, cast: Cast, slot: Slot, one: Participant
) -> Participant:
    """A party as the state it acts for: who brokers, lets others do it or has forces that do, whom
    a measure no longer hits, and a government in what only states do; those of a state who meet
    without a name stand for nobody else."""
    name, token = slot
    brokers = _role(trigger.frame, name) == "broker"
    if brokers or name == "doer" or _are_forces(trigger, slots, name, token):
        one = cast.as_state(one)
    if trigger.kind in STATE_DEEDS and one.role == "source":
        one = cast.as_government(cast.as_state(one))
    if one.actor in cast.nameless and code(trigger.kind).group == "encounter":
        one = replace(one, state=None)
    if trigger.kind == RELIEF and name == "dative":
        one = cast.as_his_state(one)
    return cast.as_government(one) if code(trigger.kind).of_states else one


def _rules_out(trigger: Trigger, slots: Slots, cast: Cast, slot: Slot) -> bool:
    """Whether a slot says that the trigger tells of no event of the kind."""
    name, token = slot
    return name in trigger.frame.never or _is_interview(trigger, slots, cast, name, token)


def _slots(trigger: Trigger, slots: Slots) -> list[Slot]:
    """The slots of a trigger; a body that is called as its meeting is one, and so is the one whose
    name the trigger holds ("sommet du X"); who announces that somebody leaves comes last."""
    found = slots.of(trigger)
    own = slots.scene.named.get(trigger.i)
    met = code(trigger.kind).group == "encounter" and trigger.sort == "noun"
    bodies = [i for i in trigger.tokens if met and slots.scene.named.get(i) not in (None, own)]
    if trigger.occasion and own is not None:
        bodies = [trigger.i]
    if bodies:
        found = [("subject", slots.scene.parse.tokens[bodies[-1]]), *found]
    return sorted(found, key=lambda s: s[0] == "subject") if trigger.frame.leaves else found


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
    if name not in OWN:
        return frame.prepositions.get(name)
    own: SlotRole | None = getattr(frame, "subject" if name == "doer" else name)
    return own


def _take(
    cast: Cast, actor: Actor, mention: Mention | None, role: SlotRole, given: bool = False
) -> Participant | None:
    acts = role in ("host", "source", "target")
    receives = role == "host" or (role in ("source", "target") and given)
    taker = cast.host(actor, receives=receives) if acts else actor
    if taker is not None and cast.is_nobody(taker):
        return None
    if taker is None or taker.kind == "place" or (role == "host" and taker.kind != "state"):
        return None
    as_role: ParticipantRole = "participant" if role in ("host", "broker", "none") else role  # type: ignore[assignment]
    span = (mention.start, mention.end) if mention is not None else None
    return Participant(actor=taker.id, role=as_role, state=cast.state_of(taker), mention=span)


def _is_given(trigger: Trigger, name: str) -> bool:
    """Whether what goes to a place goes to its state, or a state lets people go from its ground or
    drives them from it."""
    by_ground = trigger.kind in FROM_GROUND and trigger.frame.prepositions.get(name) == "source"
    return trigger.frame.given or by_ground


def _is_borne(trigger: Trigger, slots: Slots, cast: Cast, slot: Slot, actor: Actor) -> bool:
    """Whether a measure is taken or something held out to a country, which no other word of the
    page lets act: "imposer des sanctions à l'X", "promettre des millions à l'X"."""
    name, token = slot
    borne = trigger.frame.decided and trigger.frame.prepositions.get(name) == "target"
    borne = borne or (trigger.kind in HELD_OUT and _goes_with_object(trigger, slots, token))
    return borne and name == slots.lexicon.to and cast.is_country(actor)


def _goes_with_object(trigger: Trigger, slots: Slots, token: Token) -> bool:
    """Whether a word hangs on a verb or on what it acts on, not on what only goes on meanwhile."""
    path = [token, *slots.scene.parse.ancestors(token.i)]
    top = next((t for t in path if t.head == trigger.i), None)
    return top is not None and (top is token or top.dep.startswith("obj"))


def _are_forces(trigger: Trigger, slots: Slots, name: str, token: Token) -> bool:
    """Whether a noun is what a leader acts with ("les troupes du président X"), not he himself."""
    own = name not in ("object", "possessor") and token.i not in slots.scene.named
    return own and token.pos == "NOUN" and code(trigger.kind).of_states


def _is_interview(trigger: Trigger, slots: Slots, cast: Cast, name: str, token: Token) -> bool:
    """Whether somebody is asked by a news medium, and meets nobody ("un entretien avec")."""
    mention = slots.scene.named.get(token.i)
    met = name in slots.lexicon.mutual and trigger.frame.mutual
    return met and mention is not None and cast.is_medium(mention.actor)


def _is_ground(trigger: Trigger, cast: Cast, actor: Actor, mention: Mention | None) -> bool:
    """Whether a state is one on whose ground something is hit, told by a place."""
    place = cast.actors.get(mention.actor or "") if mention is not None else None
    told = place is not None and place.kind == "place" and place.id != actor.id
    return trigger.kind == MILITARY and told


def _seat(
    trigger: Trigger,
    slots: Slots,
    cast: Cast,
    name: str,
    actors: list[tuple[Actor, Mention | None]],
) -> str | None:
    """The place that a gathering is named after, also where a state bears the same name."""
    seated = trigger.sort == "noun" and trigger.kind in SEATED
    if not seated or name not in slots.lexicon.seats or len(actors) != 1:
        return None
    named = actors[0][0]
    return named.name if named.kind == "place" or cast.is_city(named) else None


def _place(actors: list[tuple[Actor, Mention | None]]) -> str | None:
    """The place that a journey goes to."""
    return next((a.name for a, _ in actors if a.kind in ("place", "state")), None)
