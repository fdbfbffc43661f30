"""Which words of a sentence name an event, one for each that it names."""

from __future__ import annotations

from dataclasses import replace

from detente.finding.events.lexicon import Lexicon
from detente.finding.events.nouns import nouns
from detente.finding.events.scene import Scene
from detente.finding.events.trigger import Trigger
from detente.finding.events.verbs import adjective, verb

REFUSAL = "refusal"
GATHERED = frozenset({"meeting", "summit", "talks"})


def triggers(scene: Scene, lexicon: Lexicon) -> list[Trigger]:
    """The triggers of a sentence, in order; of two that name one event only one stays."""
    named = nouns(scene, lexicon)
    verbs = [t for token in scene.parse for t in verb(scene, lexicon, token)]
    adjectives = [t for token in scene.parse for t in adjective(scene, lexicon, token)]
    taken = {i for t in named for i in t.tokens}
    verbs = [v for v in verbs if v.i not in taken]
    found = _settle(scene, lexicon, named, verbs) + adjectives
    return sorted(found, key=lambda t: t.tokens)


def _settle(
    scene: Scene, lexicon: Lexicon, named: list[Trigger], verbs: list[Trigger]
) -> list[Trigger]:
    """One event where a verb and its object name the same: "sign" and "agreement"."""
    by_token = {i: noun for noun in named for i in noun.tokens}
    kept: list[Trigger] = []
    gone: set[int] = set()
    for one in verbs:
        noun = by_token.get(one.object) if one.object is not None else None
        below = _below(scene, lexicon, one.i, by_token)
        if noun is None and any(n.kind == one.kind for n in below):
            continue
        if one.kind == REFUSAL and _governs_one(scene, one, verbs):
            continue
        if "object" in one.needs and any(scene.parse.tokens[n.i].dep == "obj" for n in below):
            continue
        if noun is not None and (one.noun_wins or noun.kind != one.kind == "military"):
            continue
        if noun is not None and one.noun_goes:
            gone.add(noun.i)
            kept.append(one)
        elif noun is not None and noun.kind == one.kind:
            gone.add(noun.i)
            kept.append(_joined(noun, one))
        else:
            kept.append(one)
    found = [n for n in named if n.i not in gone and not n.standing]
    found += [v for v in kept if not _convenes(scene, lexicon, v, by_token)]
    return [t for t in found if not _is_nested(scene, t, found)]


def _convenes(scene: Scene, lexicon: Lexicon, verb: Trigger, nouns: dict[int, Trigger]) -> bool:
    """Whether the verb only says whom a noun's event brings together: "la rencontre qui devait
    réunir X et Y"."""
    if scene.lemma(verb.i) not in lexicon.classes["convening"]:
        return False
    token = scene.parse.tokens[verb.i]
    top = scene.parse.tokens[token.head] if token.dep == "xcomp" else token
    return top.dep == "acl:relcl" and top.head in nouns and nouns[top.head].kind in GATHERED


def _governs_one(scene: Scene, one: Trigger, verbs: list[Trigger]) -> bool:
    """Whether another verb's event is what is refused: that one is then told as not to be."""
    below = {t.i for t in scene.parse.kids(one.i, "xcomp")}
    return any(v.i in below for v in verbs)


def _below(scene: Scene, lexicon: Lexicon, i: int, by_token: dict[int, Trigger]) -> list[Trigger]:
    """The nouns that a verb makes happen; not what it took place at ("lors d'une réunion")."""
    kids = [by_token[t.i] for t in scene.parse.kids(i, "obl", "obj") if t.i in by_token]
    words = lexicon.statuses
    around = words.during + words.trailing + words.leading
    return [n for n in kids if not scene.follows(min(n.tokens), around)]


def _joined(noun: Trigger, verb: Trigger) -> Trigger:
    """The verb's event; its words take in a noun that stands before it ("accord conclu")."""
    if noun.tokens[-1] < verb.tokens[0] <= noun.tokens[-1] + 2:
        return replace(verb, tokens=tuple(range(noun.tokens[0], verb.tokens[-1] + 1)))
    return verb


def _is_nested(scene: Scene, trigger: Trigger, found: list[Trigger]) -> bool:
    """A trigger that only says what another one is: "accord de normalisation", "convenir de
    signer", "l'accord négocié par X"."""
    token = scene.parse.tokens[trigger.i]
    above = next((t for t in found if token.head in t.tokens and t is not trigger), None)
    if above is None:
        return False
    if token.dep.startswith(("nmod", "xcomp")):
        return above.kind == trigger.kind
    return token.dep == "acl" and trigger.kind == "talks" and above.kind == "agreement"
