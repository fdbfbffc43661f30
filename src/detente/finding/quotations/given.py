"""The name given behind what somebody is: "le patron du parti Jean Durand", "la doyenne de la
Chambre et élue du port, Anne Petit", "une femme disant s'appeler Odile"."""

from __future__ import annotations

from detente.finding.quotations.frame import Frame
from detente.finding.quotations.scene import Scene

_FAR = 14
"""Pieces that what somebody is may go on for, before the comma and the name."""
_NEAR = 7
"""Pieces between somebody and the words that tell how that one is called."""

Name = tuple[int, int]
"""The pieces of a name."""


def beside(scene: Scene, frame: Frame, start: int, at: int) -> Name | None:
    """The full name that stands at piece ``at`` behind a description from ``start`` on, or after
    the next comma with no verb before it; none that another's title brings ("un conseiller du
    président Jean Durand")."""
    words = scene.words
    straight = _full(scene, frame, at)
    if straight is not None and _has_title(scene, frame, start, at):
        return None
    if straight is not None:
        return straight
    for k in range(at, min(at + _FAR, frame.size)):
        if frame.mark(k) == ",":
            return _full(scene, frame, k + 1)
        joined = frame.word(k) in words.conjunctions and frame.word(k + 1) in words.articles
        token = scene.parsed(frame, k) if frame.word(k) else None
        verb = token is not None and token.pos in ("VERB", "AUX")
        if joined or verb or not frame.word(k) or frame.word(k) in words.relatives:
            return None
    return None


def called(scene: Scene, frame: Frame, at: int) -> Name | None:
    """The name by which somebody goes, told in so many words after piece ``at``: "…, qui dit
    s'appeler Odile", "…, prénommée Odile"."""
    articles = scene.classes.articles
    for k in range(at, min(at + _NEAR, frame.size)):
        width = is_calling(scene, frame, k)
        if width:
            start = k + width
            start += frame.mark(start) == ","
            end = _run(frame, start)
            return (start, end) if end > start and _is_person(scene, frame, start) else None
        if frame.word(k) in articles or frame.mark(k) in (".", ":", ";"):
            return None
    return None


def opening(scene: Scene, frame: Frame) -> Name | None:
    """The full name that opens a frame, or follows the place or time that does, with what somebody
    is set beside it: "Au port, Odile Ramberval, coiffeuse de 56 ans, …". An "A" in capitals is no
    verb."""
    words = scene.words
    hangs = frame.word(0) in scene.classes.governing | words.have
    comma = next((k for k in range(min(_NEAR, frame.size)) if frame.mark(k) == ","), None)
    start = comma + 1 if hangs and comma is not None else 0
    end = _run(frame, start)
    apposed = frame.mark(end) == "," and frame.word(end + 1) and not frame.capitals[end + 1]
    full = end - start > 1 and apposed and _is_person(scene, frame, start)
    return (start, end) if full else None


def is_calling(scene: Scene, frame: Frame, i: int) -> int:
    """How many pieces from ``i`` on say that somebody is called so; 0 if none do."""
    return max(scene.lexicon.callings.at(frame.lows, i), default=0)


def _full(scene: Scene, frame: Frame, start: int) -> Name | None:
    """A name of two words at least, behind which the clause ends or a relative begins."""
    end = _run(frame, start)
    after = frame.word(end)
    ends = not after or after in scene.words.relatives | scene.words.prepositions
    full = end - start > 1 and ends and not frame.quotes(end, end + 1)
    return (start, end) if full and _is_person(scene, frame, start) else None


def _has_title(scene: Scene, frame: Frame, start: int, at: int) -> bool:
    """Whether what stands right before a name is a title of that person, and not the whole
    description that begins at ``start``."""
    name, low = scene.starting(frame, at), scene.span(frame, start, start + 1)[1]
    if name is None or name.actor is None:
        return False
    before = [m for m in scene.within(low, name.start) if m.actor == name.actor]
    return any(m.form == "role" and scene.piece(frame, m.end) == at for m in before)


def _run(frame: Frame, start: int) -> int:
    """The piece after the words with a capital, and their hyphens, from piece ``start`` on."""
    at = start
    while at < frame.size and (frame.capitals[at] or _is_hyphen(frame, start, at)):
        at += 1
    return at


def _is_hyphen(frame: Frame, start: int, at: int) -> bool:
    inside = start < at < frame.size - 1 and frame.capitals[at + 1]
    tight = inside and frame.ends[at] == frame.starts[at + 1]
    return tight and frame.mark(at) in ("-", "'")


def _is_person(scene: Scene, frame: Frame, start: int) -> bool:
    """Nobody but a person is known under the name at piece ``start``."""
    mention = scene.starting(frame, start)
    actor = scene.actors.get(mention.actor or "") if mention is not None else None
    return actor is None or actor.kind == "person"
