"""Whom a sentence without a word of speech brings on: the press presents somebody, then quotes."""

from __future__ import annotations

from dataclasses import dataclass

from detente.finding.quotations import agreement, given, openings, phrases, subjects
from detente.finding.quotations.frame import Frame
from detente.finding.quotations.scene import Scene
from detente.records import Mention


@dataclass(frozen=True, slots=True)
class Presented:
    """Where somebody is presented: the pieces of a frame from the phrase on to its verb, and the
    mention that names that one, if there is any."""

    frame: Frame
    start: int
    verb: int
    mention: Mention | None

    def fits(self, scene: Scene, pronoun: str) -> bool:
        """Whether a pronoun agrees with who is presented, in number and gender."""
        if self.mention is not None and self.mention.actor:
            return agreement.agrees(scene, self.mention.actor, pronoun)
        words, first = scene.words, self.frame.word(self.start)
        if self.frame.capitals[self.start] and first not in words.articles:
            return pronoun not in words.plurals
        if _is_several(scene, self.frame, self.start):
            return pronoun in words.plurals
        gender = words.feminine if first in words.feminine_indefinite else words.masculine
        return pronoun in gender and pronoun not in words.plurals


def presented(scene: Scene, frame: Frame) -> Presented | None:
    """Whom a frame presents: the people that open it under an indefinite or plural noun ("Un
    pêcheur a tout vu", "Des pompiers ont défilé"), or the one person named in it, if it is the
    first time on the page and no other is its subject ("Parmi eux, Jean Durand, 30 ans"), or who
    opens it by a name that the page's people lack ("Au port, Odile Ramberval, coiffeuse, …")."""
    human = openings.human_opening(scene, frame, frame.size)
    start = subjects.first(scene, frame)
    if start is not None and frame.word(start) in scene.words.subjects:
        return None
    if human is not None and _brings_on(scene, frame, human):
        verb = _verb(scene, frame, human)
        return Presented(frame, human, verb, None) if verb is not None else None
    known = _single(scene, frame)
    name = given.opening(scene, frame) if known is None and human is None else None
    if name is not None:
        return Presented(frame, *name, None)
    if known is None:
        return None
    at = scene.piece(frame, known.start)
    if human is not None and human < at and not _is_apposed(frame, at):
        return None
    return Presented(frame, at, at + 1, known)


def _verb(scene: Scene, frame: Frame, start: int) -> int | None:
    """The finite verb after a phrase, in a sentence that was parsed."""
    for k in range(start + 1, frame.size):
        token = scene.parsed(frame, k) if frame.word(k) else None
        if token is not None and "VerbForm=Fin" in token.morph:
            return k
    return None


def _brings_on(scene: Scene, frame: Frame, start: int) -> bool:
    """An indefinite or plural phrase that names nobody."""
    inner = phrases.inner(scene, frame, start, frame.size - 1)
    named = scene.starting(frame, start) or scene.starting(frame, inner)
    actor = scene.actors.get(named.actor or "") if named is not None else None
    if actor is not None and actor.kind != "group":
        return False
    return frame.word(start) in scene.words.indefinite or _is_several(scene, frame, start)


def _is_several(scene: Scene, frame: Frame, start: int) -> bool:
    """The noun of the phrase is in the plural, or counts people: "une trentaine d'élus"."""
    words = scene.words
    inner = phrases.inner(scene, frame, start, frame.size)
    counted = frame.word(inner) in words.quantities
    plural = inner > start and frame.word(inner).endswith(words.many)
    single = frame.word(start) in words.indefinite | words.pointing
    return counted or (plural and not single)


def _single(scene: Scene, frame: Frame) -> Mention | None:
    """The one person named in a frame, if by a name and for the first time on the page."""
    low, high = scene.span(frame, 0, frame.size)
    inside = [m for m in scene.within(low, high) if m.form != "pronoun"]
    kinds = ((m, scene.actors.get(m.actor or "")) for m in inside)
    persons = [m for m, actor in kinds if actor is not None and actor.kind == "person"]
    named = [m for m in persons if m.form == "name"]
    if len({m.actor for m in persons}) != 1 or not named:
        return None
    earlier = any(m.actor == named[0].actor for m in scene.mentions if m.start < low)
    return None if earlier else named[0]


def _is_apposed(frame: Frame, at: int) -> bool:
    """A name set beside the phrase that opens the frame, after a comma."""
    return frame.mark(at - 1) == ","
