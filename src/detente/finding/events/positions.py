"""Verbal acts that tell where somebody stands, not what he said on a day."""

from __future__ import annotations

from detente.finding.events.codes import code
from detente.finding.events.evidence import PAST, PRESENT, SINCE_THEN, Evidence
from detente.finding.events.lexicon import Lexicon
from detente.finding.events.order import MARKS
from detente.finding.events.scene import Scene
from detente.finding.events.trigger import Trigger
from detente.records import Quotation

ENDS = frozenset({".", "!", "?", "...", "…"})
"""What a sentence of the page ends with."""

SPOKEN = frozenset({"direct", "mixed"})
"""Quotations of which words are given."""

OF_THE_DAY = frozenset({"praise", "optimism", "pessimism"})
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
    if evidence.because not in (PRESENT, SINCE_THEN) or trigger.kind in OF_THE_DAY:
        return False
    token = scene.parse.tokens[trigger.i]
    mine = {"Person=1", "Person=2"} & token.morph
    quoted = said is not None and said.kind in SPOKEN
    if trigger.tokens[-1] + 1 in scene.timed:
        return False
    relayed = any(k.i > trigger.i for k in scene.parse.kids(trigger.i, "nsubj"))
    if mine or quoted or relayed or _takes_turn(scene, words):
        return False
    return _is_whole_and_unmarked(scene)


def _is_whole_and_unmarked(scene: Scene) -> bool:
    """Whether a sentence comes to its end, unlike a heading, and quotes no words; a mark after its
    end belongs to the next."""
    words = [t.text for t in scene.parse.tokens]
    while words and MARKS & set(words[-1]):
        words.pop()
    return bool(words) and words[-1] in ENDS and not any(MARKS & set(w) for w in words)


def _is_always(scene: Scene, trigger: Trigger, words: Lexicon) -> bool:
    """Whether a verb is told with a word for all times."""
    kids = scene.parse.kids(trigger.i, "advmod", "obl:mod", "obl")
    return any(k.word in words.dating.always for k in kids)


def _takes_turn(scene: Scene, words: Lexicon) -> bool:
    """Whether a sentence tells who speaks next: "pour sa part"."""
    return words.dating.turns.stand_in(scene.plain)
