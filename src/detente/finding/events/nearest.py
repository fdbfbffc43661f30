"""Which trigger a time dates by where it stands, whatever the parser hung it on."""

from __future__ import annotations

from collections.abc import Sequence

from detente.finding.events.codes import code
from detente.finding.events.lexicon import Lexicon
from detente.finding.events.scene import Scene
from detente.finding.events.trigger import Trigger

NEAR = 14
"""Tokens between a trigger and a time that the parser hung elsewhere."""

LEADING = 3
"""Words of what stands before the first of several days: "à compter de"."""


def nearest(scene: Scene, i: int, triggers: Sequence[Trigger]) -> int | None:
    """The governing token of the trigger that stands nearest to a time; None if none is near or
    the time tells of something else."""
    near = [(abs(t.i - i), t.i, t.kind) for t in triggers if abs(t.i - i) <= NEAR]
    if not near:
        return None
    _, at, kind = min(near)
    told_of = code(kind).group == "encounter" and _is_of_object(scene, i, at)
    return None if told_of or _is_parted(scene, i, at, triggers) else at


def _is_of_object(scene: Scene, i: int, at: int) -> bool:
    """Whether a time hangs on a verb whose object is only something of what a noun names: "X a
    défendu jeudi les résultats du sommet"."""
    tokens = scene.parse.tokens
    verb, thing = tokens[tokens[i].head], tokens[tokens[at].head]
    whole = tokens[at].dep == "nmod" and thing.pos == "NOUN" and thing.dep == "obj"
    return whole and verb.pos == "VERB" and thing.head == verb.i


def _is_parted(scene: Scene, i: int, at: int, triggers: Sequence[Trigger]) -> bool:
    """Whether a verb that tells something else stands between a time and a trigger."""
    own = {k for t in triggers for k in t.tokens}
    between = scene.parse.tokens[min(i, at) + 1 : max(i, at)]
    return any(
        t.pos == "VERB" and t.i not in own and "VerbForm=Inf" not in t.morph for t in between
    )


def nearer(
    scene: Scene,
    i: int,
    owner: list[int] | None,
    triggers: Sequence[Trigger],
    lexicon: Lexicon,
) -> list[int] | None:
    """The noun that a time follows, where the parser hung it on one further off: "la troisième
    entrevue depuis leur sommet de juin", "prêt pour la réunion du 3 mai"."""
    words, tokens = lexicon.statuses, scene.parse.tokens
    begun = _begins(scene, i, triggers, lexicon) if not owner else None
    if begun is not None:
        return begun
    kinds = {t.i: t.kind for t in triggers}
    said = all(code(kinds[k]).group == "verbal" for k in owner or ())
    for trigger in triggers if owner else ():
        between = tokens[trigger.tokens[-1] + 1 : i]
        if trigger.sort != "noun" or not max(owner or [i]) < trigger.i < i:
            continue
        listed = {t.i for t in between if t.pos == "CCONJ" and t.i - 1 in scene.named}
        stops = ("VERB", "AUX", "PUNCT", "CCONJ")
        if any(t.pos in stops and t.i not in listed for t in between):
            continue
        first, meets = trigger.tokens[0], code(trigger.kind).group == "encounter"
        if scene.follows(first, words.bounding):
            return [trigger.i]
        if meets and said and scene.follows(first, words.purpose):
            return [trigger.i]
    return owner


def _begins(
    scene: Scene, i: int, triggers: Sequence[Trigger], lexicon: Lexicon
) -> list[int] | None:
    """The noun that a time after it says the beginning of, whatever the parser hung it on: "une
    trêve de trois jours à compter de lundi"."""
    if not scene.follows(i, lexicon.dating.beginning, 0):
        return None
    before = [t for t in triggers if t.sort == "noun" and t.tokens[-1] < i]
    for trigger in before[-1:]:
        between = scene.parse.tokens[trigger.tokens[-1] + 1 : i - LEADING]
        if not any(t.pos in ("VERB", "AUX", "PUNCT", "CCONJ") for t in between):
            return [trigger.i]
    return None


def verbs_over(i: int, owner: Sequence[int], triggers: Sequence[Trigger]) -> list[int]:
    """The verb before a time that names what the noun after it does, where the parser hung the time
    on the noun: "doivent signer d'ici trois semaines cet accord"."""
    nouns = [t for t in triggers if t.i in owner and t.sort == "noun" and t.i > i]
    verbs = [t for t in triggers if t.sort == "verb" and t.i < i]
    return [v.i for n in nouns for v in verbs[-1:] if v.kind == n.kind and v.i not in owner]


def put_off_to(scene: Scene, i: int, triggers: Sequence[Trigger], lexicon: Lexicon) -> int | None:
    """The encounter before a verb that tells to which time it is put off: "reportée à jeudi"."""
    words = lexicon.statuses
    time, verb = scene.timed[i], scene.parse.tokens[scene.parse.tokens[i].head]
    first = scene.parse.at(time.start, time.end)[0]
    linked = words.hanging.intersection((*scene.before(first.i, 1), first.word))
    if verb.pos != "VERB" or not linked or words.governors.get(verb.base) != "postponed":
        return None
    before = (t for t in reversed(triggers) if t.sort == "noun" and t.i < verb.i)
    return next((t.i for t in before if code(t.kind).group == "encounter"), None)


def follows_noun(scene: Scene, i: int, triggers: Sequence[Trigger]) -> list[int] | None:
    """The noun that a time to come follows straight: "a confirmé mardi un sommet avec X le 3
    juillet"."""
    before = [t for t in triggers if t.sort == "noun" and t.tokens[-1] < i]
    for trigger in before[-1:]:
        between = scene.parse.tokens[trigger.tokens[-1] + 1 : i]
        if not any(t.pos in ("VERB", "AUX", "PUNCT", "PRON") for t in between):
            return [trigger.i] if code(trigger.kind).group == "encounter" else None
    return None
