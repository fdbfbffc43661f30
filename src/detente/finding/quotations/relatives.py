"""Whose words a relative clause reports where its noun only describes somebody: "Jean Durand, allié
du maire, qui a dit"."""

from __future__ import annotations

from detente.finding.quotations import openings, phrases
from detente.finding.quotations.cue import Cue
from detente.finding.quotations.frame import Frame
from detente.finding.quotations.scene import Scene
from detente.records import Mention

_ADVERBIAL = 8
"""Pieces between a relative and its verb: "qui, quelques jours plus tôt, avait dit"."""


def speaker(scene: Scene, frame: Frame, cue: Cue) -> Mention | None:
    """Who speaks in the relative clause in which a cue stands, where its noun only describes
    somebody."""
    at = _relative(scene, frame, cue)
    if frame.word(at) not in scene.words.subject_relatives:
        return None
    listed = _listed(scene, frame, at)
    return listed or _antecedent(scene, frame, cue, at) or _addressed(scene, frame, at)


def _antecedent(scene: Scene, frame: Frame, cue: Cue, at: int) -> Mention | None:
    """Who speaks in a relative clause that follows an apposition: after a comma the one described;
    right behind the last noun that one, if whom the clause speaks to or of is the one described
    ("Jean Durand, allié du maire qui l'accuse")."""
    if at < 2:
        return None
    objects = any(frame.word(k) in scene.words.objects for k in range(at + 1, cue.first))
    parted = frame.mark(at - 1) == ","
    comma = _opening(scene, frame, at - 2 if parted else at - 1)
    described = ending(scene, frame, comma) if comma is not None else None
    if described is None or not phrases.is_person(scene, described):
        return None
    if parted:
        return described
    beside = ending(scene, frame, at)
    return beside if objects and beside is not None and beside.actor != described.actor else None


def _addressed(scene: Scene, frame: Frame, relative: int) -> Mention | None:
    """Who is spoken to, or has acted, right before a relative clause: "…, a dit le maire à Jean
    Durand, qui a dénoncé …"."""
    mention = ending(scene, frame, relative - 1) if frame.mark(relative - 1) == "," else None
    if mention is None:
        return None
    words, at = scene.words, openings.beginning(scene, frame, scene.piece(frame, mention.start))
    while frame.word(at - 1) in scene.classes.bare_articles | words.possessives:
        at -= 1
    governs = scene.classes.towards | words.agent
    hangs = frame.word(at - 1) in governs or frame.word(at) in words.contracted_to
    return mention if hangs else None


def _relative(scene: Scene, frame: Frame, cue: Cue) -> int:
    """The piece of the relative before a cue, an adverbial between them left out; that before its
    small words, if there is none."""
    words, at = scene.words, cue.first - 1
    while frame.word(at) in scene.classes.beside_verb:
        at -= 1
    for k in range(at, max(0, at - _ADVERBIAL), -1):
        word = frame.word(k)
        if word in words.subject_relatives:
            return k
        token = scene.parsed(frame, k) if word else None
        verb = token is not None and "VerbForm=Fin" in token.morph
        if verb or word in words.conjunctions or k in frame.quoted:
            break
    return at


def beside(scene: Scene, frame: Frame, cue: Cue) -> Mention | None:
    """Who is named right before the relative clause in which a cue stands: "une mesure saluée par
    Jean Durand, qui a parlé de …"."""
    words, at = scene.words, _relative(scene, frame, cue)
    if frame.word(at) not in words.subject_relatives:
        return None
    return ending(scene, frame, at - 1 if frame.mark(at - 1) == "," else at)


def _listed(scene: Scene, frame: Frame, relative: int) -> Mention | None:
    """Who is described by the first of two relative clauses, the second of which a conjunction
    joins to it: "le maire Jean Durand, que le préfet avait reçu, et qui a dit"."""
    joined = frame.word(relative - 1) in scene.words.conjunctions
    return _described(scene, frame, relative - 1) if joined else None


def resumed(scene: Scene, frame: Frame, at: int) -> Mention | None:
    """Who is described by a relative clause with whose verb one after the conjunction at ``at`` is
    joined: "rejeté par la Suède, qui prépare un vote, et a exhorté"."""
    return _described(scene, frame, at)


def _described(scene: Scene, frame: Frame, high: int) -> Mention | None:
    """Who is named right before the last relative that follows a comma before piece ``high``."""
    words = scene.words
    for k in range(high - 1, 1, -1):
        if frame.word(k) in words.relatives and frame.mark(k - 1) == ",":
            return ending(scene, frame, k - 1)
    return None


def _opening(scene: Scene, frame: Frame, i: int) -> int | None:
    """The comma before piece ``i`` that opens an apposition: no verb and no mark after it."""
    words = scene.words
    while i >= 0 and frame.mark(i) in ("", "-", "'"):
        if frame.word(i) in scene.classes.auxiliaries | words.relatives | words.subjects:
            return None
        if i in frame.quoted:
            return None
        token = scene.parsed(frame, i)
        if token is not None and "VerbForm=Fin" in token.morph:
            return None
        i -= 1
    return i if frame.mark(i) == "," else None


def ending(scene: Scene, frame: Frame, i: int) -> Mention | None:
    """Who is named right before piece ``i``."""
    mention = scene.over(*scene.span(frame, i - 1, i)) if i > 0 else None
    return mention if mention is not None and mention.actor else None
