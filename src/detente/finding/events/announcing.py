"""Measures that are taken by being announced: the day of the announcement is theirs."""

from __future__ import annotations

from collections.abc import Sequence

from detente.finding.events.codes import code
from detente.finding.events.lexicon import Lexicon
from detente.finding.events.order import verb_before
from detente.finding.events.scene import Scene
from detente.finding.events.stretches import is_date
from detente.finding.events.trigger import Trigger
from detente.records import Time
from detente.syntax import Token

LISTED = 3
"""Members of a list that are followed back to its first."""


def announced(scene: Scene, triggers: Sequence[Trigger], words: Lexicon) -> dict[int, Time | None]:
    """The measures that somebody announces, by their governing token, with the time at which he
    does so: "a annoncé lundi des sanctions", "a annoncé lundi qu'il expulsait"."""
    found: dict[int, Time | None] = {}
    for trigger in triggers:
        if code(trigger.kind).group != "measure":
            continue
        verb = _announces(scene, trigger, words)
        if verb is not None:
            found[trigger.i] = _time_of(scene, verb)
    return found


def _announces(scene: Scene, trigger: Trigger, words: Lexicon) -> Token | None:
    """The verb in the past that announces a measure, its own or that of the list it is in."""
    token = scene.parse.tokens[trigger.i]
    for _ in range(LISTED):
        if token.dep != "conj" or token.head >= token.i:
            break
        token = scene.parse.tokens[token.head]
    above = scene.parse.tokens[token.head]
    if trigger.sort == "noun":
        straight = token.dep in ("obj", "nsubj:pass", "nmod") and above.pos == "VERB"
        verb = above if straight else verb_before(scene, trigger.tokens[0])
    else:
        verb = above if token.dep == "ccomp" else None
    if verb is None or verb.base not in words.dating.announcing:
        return None
    past = bool(scene.parse.kids(verb.i, "aux", "aux:tense", "aux:pass"))
    return verb if past and "VerbForm=Inf" not in verb.morph else None


def _time_of(scene: Scene, verb: Token) -> Time | None:
    """The time that hangs on a verb straight."""
    for i, time in sorted(scene.timed.items()):
        if scene.parse.tokens[i].head == verb.i and is_date(time):
            return time
    return None
