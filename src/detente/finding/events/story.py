"""The time that a clause takes up from the words before it: "alors", "dans la foulée"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from detente.finding.events.codes import code
from detente.finding.events.evidence import EARLIER, Evidence
from detente.finding.events.lexicon import Lexicon
from detente.finding.events.scene import Scene
from detente.finding.events.trigger import Trigger
from detente.records import Time

FAR_BEFORE, FAR_AFTER = 7, 4
"""Tokens before and after a verb within which a word stands that says when it was."""


def taken_up(
    scene: Scene, trigger: Trigger, evidence: Evidence, words: Lexicon, story: Sequence[Time]
) -> Time | None:
    """The last time that the paragraph told before, where words beside a trigger take it up: those
    for a day ("le même jour"), or of what is over those for any time ("alors", "aussitôt")."""
    at = _said(scene, trigger, evidence, words) if story else None
    if at is None:
        return None
    start, begins = scene.parse.tokens[at].start, scene.sentence.passage.start
    before = bisect_left([time.start for time in story], start)
    time = story[before - 1] if before else None
    return time if time is not None and time.start >= begins else None


def _said(scene: Scene, trigger: Trigger, evidence: Evidence, words: Lexicon) -> int | None:
    """The token after which such words end, in the clause of a trigger."""
    if not words.dating.taking_up.stand_in(scene.plain):
        return None
    tokens = scene.parse.tokens
    verbal = code(trigger.kind).group == "verbal"
    over = evidence.because == EARLIER or (evidence.status == "held" and not verbal)
    days = words.dating.that_day.stand_in(scene.plain)
    over = over and words.dating.then.stand_in(scene.plain)
    first, last = trigger.tokens[0], trigger.tokens[-1]
    if not days and not over:
        return None
    for i in range(max(1, first - FAR_BEFORE), min(len(tokens), last + FAR_AFTER)):
        day = scene.follows(i, words.dating.that_day, 0)
        then = over and scene.follows(i, words.dating.then, 0)
        if not day and not (then and tokens[i].word.rstrip("'’") not in words.relatives):
            continue
        between = tokens[i:first] if i <= first else tokens[last + 1 : i]
        if not any(t.text in (",", ";", ":") or "VerbForm=Fin" in t.morph for t in between[:-1]):
            return i - 1
    return None
