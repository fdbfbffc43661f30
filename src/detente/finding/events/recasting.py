"""Words that mean something else by who takes part: a leader's "attacks" on a court are words, a
"talk" with a newspaper is no meeting, and the "release" of a country frees nobody who was held."""

from __future__ import annotations

from msgspec.structs import replace

from detente.finding.events.cast import Cast
from detente.finding.events.lexicon import Lexicon
from detente.finding.events.participants import Company
from detente.finding.events.scene import Scene
from detente.finding.events.trigger import Trigger
from detente.records import Participant, Quotation

SET_FREE = "release"
ADMITTED = "recognition"
REQUEST = "demand"
QUESTION = "?"
LAND = frozenset({"state", "place"})
TAKERS = ("nmod", "obl", "obl:arg")

NEAR = 5
"""Words after a talk within which it says with whom it is."""


def recast(trigger: Trigger, company: Company, cast: Cast) -> Trigger:
    """The trigger with the kind it has where persons alone do it, or a civil body suffers it."""
    if trigger.verbally is None:
        return trigger
    doers = [p for p in company.participants if p.role == "source"]
    people = bool(doers) and all(cast.actors[p.actor].kind == "person" for p in doers)
    bodies = [p for p in company.participants if p.role == "target" and cast.is_civil(p.actor)]
    if not people and not bodies:
        return trigger
    return replace(trigger, kind=trigger.verbally, lasting=False, variant="")


def heard(company: Company, quotation: Quotation, cast: Cast) -> Company:
    """The company of a verbal act by the verb that introduces somebody's words: who says them is
    its source, where the sentence names none ("a averti hier le ministre")."""
    if any(p.role == "source" for p in company.participants):
        return company
    speakers = [
        Participant(
            actor=actor.id,
            role="source",
            state=cast.state_of(actor),
            mention=quotation.speaker_mention,
        )
        for actor in cast.expand(quotation.speaker)
    ]
    own = {p.actor for p in speakers}
    others = [p for p in company.participants if p.actor not in own]
    return replace(company, participants=(*speakers, *others))


def admits(trigger: Trigger, said: Quotation | None) -> bool:
    """Whether a verb that brings somebody's words only admits or asks a question: "la tâche est
    ardue, a reconnu X", "qui paiera ?, a demandé X"."""
    if said is None or trigger.sort != "verb":
        return False
    return trigger.kind == ADMITTED or (trigger.kind == REQUEST and QUESTION in said.text)


def means_else(scene: Scene, trigger: Trigger, cast: Cast, words: Lexicon) -> bool:
    """Whether whom the words name beside the trigger rules the event out."""
    if trigger.kind == SET_FREE:
        return _is_of_land(scene, trigger, cast, words)
    given = trigger.sort == "noun" and scene.lemma(trigger.i) in words.classes["interviews"]
    return given and (
        _is_with_press(scene, trigger, cast, words) or _is_given(scene, trigger, words)
    )


def _is_of_land(scene: Scene, trigger: Trigger, cast: Cast, words: Lexicon) -> bool:
    """Whether what is freed is a country or a town, by its name; not who frees."""
    kids = scene.parse.kids(trigger.i, "nmod", "obj")
    others = words.by | words.jointly
    freed = [t for t in kids if not others & {*scene.preposition(t.i)}]
    named = [scene.named[t.i] for t in freed if t.i in scene.named and t.pos == "PROPN"]
    actors = [cast.actors[m.actor] for m in named if m.actor in cast.actors]
    return bool(actors) and all(a.kind in LAND for a in actors)


def _is_given(scene: Scene, trigger: Trigger, words: Lexicon) -> bool:
    """Whether somebody says something "in" it and it tells of nobody else: "a dit dans un
    entretien"."""
    before = scene.plain[max(0, scene.begins[trigger.i] - 2) : scene.begins[trigger.i]]
    token = scene.parse.tokens[trigger.i]
    owned = any("Poss=Yes" in t.morph for t in scene.parse.kids(trigger.i, "det"))
    if before[:1] != (words.inside,) or owned or "Number=Plur" in token.morph:
        return False
    last = trigger.tokens[-1]
    following = scene.plain[scene.begins[last] + 1 :][:NEAR]
    return not {*following} & words.jointly


def _is_with_press(scene: Scene, trigger: Trigger, cast: Cast, words: Lexicon) -> bool:
    """Whether a newspaper or a channel is whom the talk is with."""
    for token in scene.parse.kids(trigger.i, *TAKERS):
        mention = scene.named.get(token.i)
        if mention is not None and cast.is_medium(mention.actor):
            return True
        if token.base in words.classes["outlets"]:
            return True
    return False
