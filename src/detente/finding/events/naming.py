"""Whom the words of a slot name: a name, an adjective, an owner, a list, a people."""

from __future__ import annotations

from detente.finding.events.apposed import called
from detente.finding.events.asking import RELEASE
from detente.finding.events.cast import Cast
from detente.finding.events.codes import code
from detente.finding.events.envoys import of_envoy
from detente.finding.events.lists import coordinated
from detente.finding.events.members import companions, leader, listed, members, other_sides
from detente.finding.events.neighbours import Slot
from detente.finding.events.officials import as_officials
from detente.finding.events.relatives import is_someone, themselves
from detente.finding.events.scene import CLAUSES, Scene
from detente.finding.events.slots import Slots
from detente.finding.events.soil import (
    ground_hit,
    housed,
    is_ground_at,
    is_ground_hit,
    is_ground_near,
)
from detente.finding.events.subjects import HYPHEN
from detente.finding.events.trigger import Trigger
from detente.finding.events.waging import MILITARY
from detente.records import Actor, Mention
from detente.syntax import Token
from detente.text import fold

PERSONAL = frozenset({RELEASE, "visit"})
"""What happens to a person or is his, not a state's."""

UNION = "EUE"

BELOW = frozenset({"flat", "appos", "nmod", "dep", "obl"})
"""How what names an actor hangs on the noun that stands for him."""

DEEPEST = 4
"""How far below a slot's head an actor still stands for it ("les troupes du président turc")."""


def taking_part(
    trigger: Trigger, slots: Slots, cast: Cast, slot: Slot, speaker: str | None
) -> list[tuple[Actor, Mention | None]]:
    """Those whom a slot names, but for what only looks like a party."""
    name, pronoun = slot
    token = slots.meant(pronoun)
    if _is_where(trigger, slots, cast, (name, token)):
        return []
    if trigger.kind == MILITARY:
        token = housed(slots, token)
        ground = ground_hit(trigger, slots, cast, (name, token))
        done = trigger.frame.subject != "none"
        if ground or (done and is_ground_hit(slots, cast, (name, token))):
            return ground
    actors = of_envoy(trigger, slots, cast, token)
    actors = (
        actors or _actors(slots, cast, token, name) or _spoken(trigger, slots, cast, token, speaker)
    )
    actors = as_officials(trigger, slots, cast, token, themselves(slots, cast, actors))
    if token is not pronoun:
        actors = [(cast.country(one), mention) for one, mention in actors]
    if code(trigger.kind).group == "encounter" and is_someone(slots, token):
        return [one for one in actors if one[0].kind == "person"]
    if name == "possessor" and trigger.kind in PERSONAL and not _is_person(actors):
        actors = _person_before(slots, cast, token, trigger, actors)
    others = trigger.frame.possessor == "target" and _is_of_others(slots, slot, actors)
    if others or (trigger.kind == "withdrawal" and _is_left(slots, token)):
        return []
    if trigger.frame.leaves and name == slots.lexicon.of:
        return [one for one in actors if not _is_ground(slots, cast, token, one[1])]
    return actors


def _is_where(trigger: Trigger, slots: Slots, cast: Cast, slot: Slot) -> bool:
    """Whether a slot only tells where something happens: the place that opens the clause of what is
    said there ("A X, Y a salué"), ground near or at which one strikes."""
    name, token = slot
    if trigger.kind == MILITARY:
        at = is_ground_near(slots, token) or is_ground_at(trigger, slots, slot)
        return at or _is_of_union(cast, slot)
    if code(trigger.kind).group != "verbal" or token.i > trigger.i or name != slots.lexicon.to:
        return False
    mention = slots.scene.named.get(token.i)
    actor = cast.actors.get(mention.actor or "") if mention is not None else None
    return actor is not None and actor.kind == "place"


def _is_of_union(cast: Cast, slot: Slot) -> bool:
    """Whether an adjective is of the Union, which bears no arms: "un exercice européen" is of some
    of its states."""
    return slot[0] == "adjective" and any(UNION in a.states for a in cast.adjective(slot[1].text))


def _actors(
    slots: Slots, cast: Cast, token: Token, name: str
) -> list[tuple[Actor, Mention | None]]:
    scene = slots.scene
    if name == "adjective":
        told = cast.adjective(token.text) or _side(scene, cast, token) or cast.bloc(token.text)
        return [(actor, None) for actor in told]
    if token.word in slots.lexicon.spoken:
        return []
    if name == "possessor" and token.i not in scene.named:
        return [one for owner in slots.owners(token.i) for one in _named(scene, cast, owner, 0)]
    home = _homeland(slots, token)
    if home is not None:
        return _named(scene, cast, home, 0)
    found: list[tuple[Actor, Mention | None]] = []
    nouns = [*coordinated(scene, token), *companions(scene, slots.lexicon, token)]
    nouns += other_sides(scene, token) if name in slots.lexicon.between else []
    for noun in nouns:
        head = leader(scene, slots.lexicon, noun) or noun
        theirs = _of_group(slots, cast, head) or _named(scene, cast, head, 0)
        found += theirs if _is_person(theirs) else _called(scene, cast, head) or theirs
    for _, mention in list(found):
        first = scene.parse.at(mention.start, mention.end)[0] if mention is not None else None
        for i in scene.joined.get(first.i, ()) if first is not None else ():
            found += _named(scene, cast, scene.parse.tokens[i], 0)
    return found


def _called(scene: Scene, cast: Cast, noun: Token) -> list[tuple[Actor, Mention | None]]:
    """The persons whose names follow a noun that only says what they are."""
    mention = called(scene, noun)
    if mention is None or not mention.text[:1].isupper():
        return []
    return [(one, mention) for one in cast.expand(mention.actor) if one.kind == "person"]


def _side(scene: Scene, cast: Cast, token: Token) -> list[Actor]:
    """One of the two whose names a hyphen joins behind a noun: "le sommet UE-X"."""
    beside = {t.text for t in scene.parse.tokens[max(0, token.i - 1) : token.i + 2]}
    if HYPHEN not in beside or not token.text[:1].isupper():
        return []
    one = cast.side(token.text)
    return [one] if one is not None else []


def _of_group(slots: Slots, cast: Cast, head: Token) -> list[tuple[Actor, Mention | None]]:
    """Those whom a group is said to be; nobody where its name tells that."""
    mention = slots.scene.named.get(head.i)
    actor = cast.actors.get(mention.actor or "") if mention is not None else None
    if mention is not None and (actor is None or actor.kind != "group" or actor.members):
        return []
    named = members(slots.scene, slots.lexicon, head)
    return [(one, each) for each in named for one in cast.expand(each.actor)]


def _homeland(slots: Slots, token: Token) -> Token | None:
    """Whose country "his country" is, which acts as he does."""
    if token.i in slots.scene.named:
        return None
    if slots.lexicon.singular(token.word) not in slots.lexicon.classes["homeland"]:
        return None
    owners = [t for t in slots.scene.parse.kids(token.i, "det") if "Poss=Yes" in t.morph]
    if not owners:
        return None
    return slots.around(token.i) or slots.owner(owners[0].i)


def _is_of_others(slots: Slots, slot: Slot, actors: list[tuple[Actor, Mention | None]]) -> bool:
    """Whether a possessive is of several, and not of the one found: "X réclame leur libération"."""
    name, token = slot
    alone = len(actors) == 1 and actors[0][0].kind in ("person", "state")
    return name == "possessor" and token.word in slots.lexicon.theirs and alone


def _is_person(actors: list[tuple[Actor, Mention | None]]) -> bool:
    return any(actor.kind == "person" for actor, _ in actors)


def _person_before(
    slots: Slots,
    cast: Cast,
    token: Token,
    trigger: Trigger,
    actors: list[tuple[Actor, Mention | None]],
) -> list[tuple[Actor, Mention | None]]:
    """The person named last before "his release", not the state or body that speaks of it; before
    "his visit" he of the state that is named last, else that state."""
    before = (slots.scene.named.get(k) for k in range(token.i - 1, -1, -1))
    named = ((cast.actors.get(m.actor or ""), m) for m in before if m is not None)
    people = [(a, m) for a, m in named if a is not None and a.kind == "person"]
    if trigger.kind == RELEASE:
        return [*people[:1]]
    states = {cast.state_of(a) for a, _ in actors} - {None}
    theirs = [(a, m) for a, m in people if cast.state_of(a) in states]
    return [*theirs[:1]] or actors


def _is_left(slots: Slots, token: Token) -> bool:
    """Whether a noun is the treaty that is left: whom it concerns does not leave it."""
    known = {token.base, slots.lexicon.singular(token.word)}
    treaty = bool(known & slots.lexicon.classes["treaty"])
    return treaty and token.i not in slots.scene.named


def _is_ground(slots: Slots, cast: Cast, token: Token, mention: Mention | None) -> bool:
    """Whether "de" and a country without its article say whence: "le retrait de Syrie"."""
    if mention is None or slots.scene.named.get(token.i) is not mention:
        return False
    actor = cast.actors.get(mention.actor or "")
    if actor is None or actor.kind not in ("state", "place") or cast.is_capital(mention.text):
        return False
    inside = slots.scene.parse.at(mention.start, mention.end)
    before = slots.scene.parse.tokens[inside[0].i - 1].word if inside[0].i else ""
    bears = slots.lexicon.singular(fold(mention.text)) in slots.lexicon.classes["articleless"]
    plain = before in (slots.lexicon.of, "d")
    return plain and not bears and not slots.scene.parse.kids(token.i, "det")


def _spoken(
    trigger: Trigger, slots: Slots, cast: Cast, token: Token, speaker: str | None
) -> list[tuple[Actor, Mention | None]]:
    """A first person in quoted words: one who speaks, also of whom "we" met, else the state that
    he speaks for."""
    actor = cast.actors.get(speaker or "")
    ours = token.word in slots.lexicon.ours
    if actor is None or not (ours or token.word in slots.lexicon.mine or "Person=1" in token.morph):
        return []
    met = ours and code(trigger.kind).group == "encounter" and trigger.kind != "talks"
    several = (ours and not met) or (token.pos == "PRON" and "Number=Plur" in token.morph)
    state = cast.state(cast.state_of(actor)) if several else None
    return [(state or actor, None)]


def _named(
    scene: Scene, cast: Cast, token: Token, depth: int
) -> list[tuple[Actor, Mention | None]]:
    """The actor named at a token, or by what hangs on it: a name, an adjective, an owner."""
    mention = scene.named.get(token.i)
    if mention is not None:
        return [(actor, mention) for actor in cast.expand(mention.actor)]
    if depth >= DEEPEST or token.pos in ("VERB", "AUX"):
        return []
    found: list[tuple[Actor, Mention | None]] = _people(scene, cast, token)
    for kid in () if found else scene.parse.children[token.i]:
        if kid.dep in CLAUSES and kid.i != token.i + 1:
            continue
        if kid.dep == "amod" or (kid.i == token.i + 1 and kid.pos in ("ADJ", "VERB")):
            if scene.parse.tokens[kid.i - 1].word in cast.makings:
                continue
            words = (kid, *scene.parse.kids(kid.i, "conj"), *listed(scene, token, kid))
            told = [(actor, None) for word in words for actor in cast.adjective(word.text)]
            found += (told and _titled(scene, cast, kid)) or told
        if found:
            break
        if kid.family in BELOW or (kid.dep == "det" and "Poss=Yes" in kid.morph):
            below = _named(scene, cast, kid, depth + 1)
            found += [one for one in below if not _is_head_of_crowd(token, one[0])]
        if found:
            break
    return found


def _titled(scene: Scene, cast: Cast, adjective: Token) -> list[tuple[Actor, Mention | None]]:
    """The person named straight after a title and its adjective: "les dirigeants italien X"."""
    mention = scene.named.get(adjective.i + 1)
    actor = cast.actors.get(mention.actor or "") if mention is not None else None
    return [(actor, mention)] if actor is not None and actor.kind == "person" else []


def _is_head_of_crowd(token: Token, actor: Actor) -> bool:
    """Whether a noun tells of one person by the group he is of: "la figure de l'opposition"."""
    return actor.kind == "group" and not actor.members and "Number=Plur" not in token.morph


def _people(scene: Scene, cast: Cast, token: Token) -> list[tuple[Actor, Mention | None]]:
    """The state of a people named without an article: "entre Serbes et Croates"."""
    kids = scene.parse.children[token.i]
    bare = token.text[:1].isupper() and token.pos in ("NOUN", "PROPN", "ADJ")
    if not bare or "Number=Sing" in token.morph or any(k.dep in ("det", "nummod") for k in kids):
        return []
    return [(actor, None) for actor in cast.adjective(token.text)]
