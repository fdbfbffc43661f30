"""Verbal acts that tell where somebody stands, not what he said on a day."""

from __future__ import annotations

from detente.finding.events.codes import code
from detente.finding.events.evidence import PAST, PRESENT, SINCE_THEN, Evidence
from detente.finding.events.lexicon import Lexicon
from detente.finding.events.scene import Scene
from detente.finding.events.trigger import Trigger
from detente.records import Quotation

MARKS = frozenset('"«»“”')
"""What sets off the words that somebody said on a day."""

SPOKEN = frozenset({"direct", "mixed"})
"""Quotations of which words are given."""

THOUGHTS = frozenset({"optimism", "pessimism"})
"""Kinds that tell what somebody thinks of the news."""


def keeps_to(
    scene: Scene, trigger: Trigger, evidence: Evidence, said: Quotation | None, words: Lexicon
) -> bool:
    """Whether a verb tells what somebody accuses, asks, refuses as long as nothing changes: in the
    present, without a word of his, a turn in what is said, or the page's aside ("préviennent des
    experts"): "la Chine, que Tokyo accuse de"; or at all times ("a toujours démenti")."""
    if code(trigger.kind).group != "verbal" or trigger.sort != "verb":
        return False
    always = _is_always(scene, trigger, words)
    if always and evidence.because in (PAST, PRESENT):
        return True
    if evidence.because not in (PRESENT, SINCE_THEN) or trigger.kind in THOUGHTS:
        return False
    token = scene.parse.tokens[trigger.i]
    mine = {"Person=1", "Person=2"} & token.morph
    quoted = said is not None and said.kind in SPOKEN
    marked = any(MARKS & set(t.text) for t in scene.parse.tokens)
    relayed = any(k.i > trigger.i for k in scene.parse.kids(trigger.i, "nsubj"))
    return not (mine or quoted or marked or relayed or _takes_turn(scene, words))


def _is_always(scene: Scene, trigger: Trigger, words: Lexicon) -> bool:
    """Whether a verb is told with a word for all times."""
    kids = scene.parse.kids(trigger.i, "advmod", "obl:mod", "obl")
    return any(k.word in words.dating.always for k in kids)


def _takes_turn(scene: Scene, words: Lexicon) -> bool:
    """Whether a sentence tells who speaks next: "pour sa part"."""
    said = " " + " ".join(scene.plain) + " "
    return any(f" {' '.join(phrase)} " in said for phrase in words.dating.turns)
