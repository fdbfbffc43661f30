"""The phrases of a row: "le ministère, la mairie de Brest et la police"."""

from __future__ import annotations

from detente.finding.quotations import agreement, phrases
from detente.finding.quotations.frame import Frame
from detente.finding.quotations.scene import Scene

Part = tuple[int, int]
"""First piece of a phrase and the piece after it."""


def parts(scene: Scene, frame: Frame, start: int, limit: int | None = None) -> list[Part]:
    """The phrases of the row that begins at ``start``, a conjunction before the last of them; none
    where a phrase stands alone, or beside a verb in the singular ("…, a dit M. X, venu à la mairie
    et au port").
    """
    stop = frame.size if limit is None else limit
    links = scene.classes.links
    if links.isdisjoint(frame.lows[start:stop]):
        return []
    found = _split(scene, frame, start, stop, limit is None)
    if not found or found[-1][0] >= stop:
        return []
    end = found[-1][1]
    hangs = limit is None and phrases.is_governed(scene, frame, start)
    if hangs and any(frame.mark(last) == "," for _, last in found[:-1]):
        return found if frame.mark(end) == "," else []
    fits = hangs or (limit is None and _is_asked_for(scene, frame, start))
    return found if fits or (limit is not None and not _is_of_one(scene, frame, end)) else []


def _split(scene: Scene, frame: Frame, start: int, stop: int, close: bool) -> list[Part]:
    """The phrases from ``start`` on up to the one after a conjunction; a ``close`` row, after a
    verb or a preposition, has no comma before that."""
    found: list[Part] = []
    at, joined = start, False
    while at < stop and not joined:
        end = phrases.stop(scene, frame, at, stop)
        cut = next((k for k in range(at + 1, end) if _link(scene, frame, start, k)), end)
        found.append((at, cut))
        width, comma = _link(scene, frame, start, cut), frame.mark(cut) == ","
        apart = comma and _link(scene, frame, start, cut + 1)
        if apart and (len(found) > 1 or close):
            return []
        if not (width or apart or (comma and _opens(scene, frame, start, cut + 1))):
            return []
        joined = bool(width or apart)
        at = cut + (width or 1) + apart
    return [*found, (at, phrases.stop(scene, frame, at, stop))] if joined else []


def _link(scene: Scene, frame: Frame, start: int, k: int) -> int:
    """How many pieces from ``k`` on join a phrase with an article of its own, or a name, to the one
    that begins at ``start``: "et", "ainsi que"; 0 if none do."""
    words = scene.words
    likewise = frame.word(k) in words.lightly and frame.word(k + 1) in words.that
    width = 2 if likewise else int(frame.word(k) in words.conjunctions)
    at = k + width
    if not width or at >= frame.size:
        return 0
    fits = scene.starting(frame, at) is not None or _opens(scene, frame, start, at)
    return width if fits else 0


def joins(scene: Scene, frame: Frame, at: int) -> bool:
    """A row goes on at piece ``at``, right behind what joins."""
    words = scene.words
    likewise = frame.word(at - 1) in words.that and frame.word(at - 2) in words.lightly
    return likewise or frame.word(at - 1) in words.conjunctions


def _opens(scene: Scene, frame: Frame, start: int, at: int) -> bool:
    """An article that is no preposition stands at a piece, or one that may be both behind words
    without a complement ("la Suède et des élus"); or a noun for people without any, as at the head
    of the row: "médecins et élus"."""
    word, words = frame.word(at), scene.words
    human = scene.lexicon.table.nouns.human
    if word in words.contracted_of:
        of = scene.classes.of
        alone = of.isdisjoint(frame.lows[start + 1 : at])
        alike = word in (frame.word(start), frame.word(start - 1))
        return alike or (alone and word.endswith(words.many) and frame.word(at + 1) in human)
    if word in scene.classes.bare_articles - words.of:
        return True
    bare = frame.word(start - 1) not in words.articles and frame.word(start).endswith(words.many)
    return bare and word in human and frame.word(start) in human


def _is_of_one(scene: Scene, frame: Frame, i: int) -> bool:
    """A verb in the singular stands at piece ``i``."""
    token = scene.parsed(frame, i) if i < frame.size and frame.word(i) else None
    return token is not None and "VerbForm=Fin" in token.morph and "Number=Sing" in token.morph


def _is_asked_for(scene: Scene, frame: Frame, start: int) -> bool:
    """The verb of an incise before piece ``start`` asks for several."""
    before = [cue for cue in scene.cues(frame) if cue.last <= start]
    return bool(before) and agreement.is_plural(scene, frame, before[-1])
