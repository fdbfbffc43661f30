"""Present participles with a subject of their own: "Des élus ont protesté, le député Jean Durand
parlant de «…»"."""

from __future__ import annotations

from detente.finding.quotations import phrases
from detente.finding.quotations.cue import Cue
from detente.finding.quotations.frame import Frame
from detente.finding.quotations.scene import Scene


def subject(scene: Scene, frame: Frame, cue: Cue) -> tuple[int, int] | None:
    """The pieces of the phrase between a comma and a present participle that is its subject: a
    name, or somebody called by a noun for people."""
    words, end = scene.words, cue.first
    if cue.mood != "gerund" or end < 2 or frame.word(end - 1) in words.gerund_marker:
        return None
    while frame.word(end - 1) in scene.classes.before_verb:
        end -= 1
    end = _before_apposition(scene, frame, end)
    first = end - 1
    while first > 0 and frame.mark(first - 1) in ("", "-", "'"):
        first -= 1
    if first < 2 or frame.mark(first - 1) != "," or first >= end:
        return None
    opens = frame.word(first) in words.determiners or frame.capitals[first]
    whole = opens and phrases.stop(scene, frame, first, end) == end
    return (first, end) if whole and _is_somebody(scene, frame, first, end) else None


def _before_apposition(scene: Scene, frame: Frame, end: int) -> int:
    """The piece after the role that a name between commas spells out: ", le maire, Jean Durand,
    parlant de …"."""
    if frame.mark(end - 1) != ",":
        return end
    name = scene.over(*scene.span(frame, end - 2, end - 1))
    first = scene.piece(frame, name.start) if name is not None else 0
    if name is None or name.form == "pronoun" or first < 2 or frame.mark(first - 1) != ",":
        return end
    role = scene.over(*scene.span(frame, first - 2, first - 1))
    return first - 1 if role is not None and role.actor == name.actor else end


def _is_somebody(scene: Scene, frame: Frame, first: int, end: int) -> bool:
    """A phrase that names somebody, or whose own noun means people."""
    mention = scene.over(*scene.span(frame, end - 1, end))
    if mention is not None and mention.actor and mention.form != "pronoun":
        at = scene.piece(frame, mention.start)
        if at == first or not phrases.is_governed(scene, frame, at):
            return True
    inner = phrases.inner(scene, frame, first, end)
    return inner > first and phrases.is_human(scene, frame, inner, end)
