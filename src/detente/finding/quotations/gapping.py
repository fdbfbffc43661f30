"""Verbs left out where two say alike: "Anne Petit parle d'une «faute», Jean Durand d'un «vol»"."""

from __future__ import annotations

from detente.finding.quotations import phrases
from detente.finding.quotations.frame import Frame
from detente.finding.quotations.scene import Scene

_SHORT = 4
"""Pieces between who takes up the verb and the marks of what that one says."""


def gap(scene: Scene, frame: Frame, low: int, quote: int) -> int | None:
    """Where the phrase of another subject starts that takes up the verb before piece ``low`` with
    the marks at ``quote`` for its object: after a comma, what the first one says behind it."""
    words, at = scene.words, quote - 1
    while at > max(low, quote - _SHORT) and _may_lead(scene, frame, at):
        at -= 1
    name = scene.over(*scene.span(frame, at, at + 1))
    if at == quote - 1 or name is None or not name.actor or name.form == "pronoun":
        return None
    start = phrases.opening(scene, frame, scene.piece(frame, name.start))
    before = start - 1 - (frame.word(start - 1) in words.conjunctions)
    if frame.mark(before) != "," or before <= low:
        return None
    told = frame.quotes(low, before) or not scene.within(*scene.span(frame, low, before))
    return start if told and not phrases.is_governed(scene, frame, start) else None


def _may_lead(scene: Scene, frame: Frame, i: int) -> bool:
    """An article, a "de" or the noun that the marks describe stands at piece ``i``."""
    words = scene.words
    small = frame.word(i) in words.articles | words.of
    noun = frame.word(i) and not frame.capitals[i] and frame.word(i - 1) in words.articles
    return small or bool(noun)
