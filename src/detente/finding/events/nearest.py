"""Which trigger a time dates where the parser hung it on none: the one that stands nearest."""

from __future__ import annotations

from collections.abc import Sequence

from detente.finding.events.codes import code
from detente.finding.events.scene import Scene
from detente.finding.events.trigger import Trigger

NEAR = 14
"""Tokens between a trigger and a time that the parser hung elsewhere."""


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
