"""Interview turns: paragraphs that open with a name and a colon and hold the words unmarked."""

from __future__ import annotations

from detente.finding.quotations import phrases
from detente.finding.quotations.claims import Claim
from detente.finding.quotations.frame import Frame
from detente.finding.quotations.scene import Scene
from detente.finding.quotations.voices import Voices

FEWEST = 2
"""Turns that make an interview; one paragraph of that form is a heading."""


def turns(scene: Scene, voices: Voices) -> dict[int, Claim]:
    """The turns of a page by the block they stand in; empty if it is no interview."""
    found: dict[int, Claim] = {}
    for frame in scene.frames:
        if frame.start == 0 and frame.passage.label in ("body", "live_update"):
            claim = _turn(scene, voices, frame)
            if claim is not None:
                found[frame.passage.block] = claim
    return found if len(found) >= FEWEST else {}


def _turn(scene: Scene, voices: Voices, frame: Frame) -> Claim | None:
    mention = scene.starting(frame, 0)
    if mention is None or mention.actor is None or not phrases.is_person(scene, mention):
        return None
    colon = scene.piece(frame, mention.end)
    after = colon + 1
    if frame.mark(colon) != ":" or after >= frame.size or not frame.capitals[after]:
        return None
    voice = voices.phrase(frame, 0, colon)
    return Claim("turn", frame, after, frame.size, voice, (colon, colon + 1), [])
