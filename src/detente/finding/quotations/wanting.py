"""Which sentences need syntax: those in which a rule asks for it, and no other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from detente.finding.ground import Ground, People
from detente.finding.quotations import openings, phrases, rows, starts
from detente.finding.quotations.cue import Cue
from detente.finding.quotations.frame import Frame
from detente.finding.quotations.scene import Scene
from detente.syntax import Sentence
from detente.text import Passage

_HEAD = 2
"""Pieces of a frame at which a source may open it: "Mais selon X"."""
_CLOSE = 6
"""Pieces between a cue and marks that are its object beyond doubt."""

_ADDRESSED = 8
"""Pieces after an incise with a pronoun within which its comma closes it: "a-t-il dit à Paul,"."""

_SUBJECT = 8
"""Pieces of the subject of a clause that an aside follows."""


def asks(ground: Ground) -> list[Sentence]:
    """The sentences of which syntax will be asked for, told before anybody on the page is known:
    one in twelve of them will need none, since a name stands before the cue."""
    scene = Scene(ground, People())
    return scene.sheet.sentences(wanted(scene))


def wanted(scene: Scene) -> Iterator[tuple[Passage, int]]:
    """Positions whose sentences are to be parsed."""
    for before, after in pairwise(scene.frames):
        if _presents(scene, before, after):
            yield before.passage, before.starts[0]
    for frame in scene.frames:
        for cue in scene.cues(frame):
            if needs_syntax(scene, frame, cue):
                yield frame.passage, frame.starts[cue.head]
        for i in scene.sources(frame):
            if i < _HEAD or "," in frame.marks[:i]:
                yield frame.passage, frame.starts[i]
        if _opens_view(scene, frame):
            yield frame.passage, frame.starts[0]
        for i in frame.quotes()[1 if scene.cues(frame) else 0 :]:
            yield frame.passage, frame.ends[i] - 2


def _presents(scene: Scene, frame: Frame, after: Frame) -> bool:
    """A frame that opens with a noun for people stands before one with a pronoun that may mean
    them: "Des pompiers ont défilé. «…», ont-ils crié"."""
    words, cues = scene.words, scene.cues(after)
    pointed = any(c.pronoun is not None for c in cues) or after.word(0) in words.subjects
    if not cues or not pointed or frame.quotes():
        return False
    return openings.human_opening(scene, frame, frame.size) is not None


def _opens_view(scene: Scene, frame: Frame) -> bool:
    """A frame opens with "pour", an article or a name, and has two commas at least."""
    opens = not scene.lexicon.openings.first.isdisjoint(frame.lows[:_HEAD])
    return opens and frame.marks.count(",") > 1


def needs_syntax(scene: Scene, frame: Frame, cue: Cue) -> bool:
    """Whether the rules ask for the parse around a cue: not for an incise behind its marks, nor
    where a name stands right before it and what it reports right after."""
    before = cue.first - 1
    parted = "," in frame.marks[cue.last : cue.last + _ADDRESSED]
    if cue.pronoun is not None and frame.mark(before) == "," and parted:
        return True
    if cue.pronoun is None and scene.closes_quote(frame, before):
        return 0 not in frame.quoted and "," in frame.marks[cue.last :]
    if cue.pronoun is not None:
        return False
    leads = frame.word(0) not in scene.words.subordinators
    plain = _is_plain(scene, frame, cue) and not _is_coordinated(scene, frame, cue)
    if leads and _is_named(scene, frame, before) and plain:
        return False
    if (
        cue.takes("state")
        or frame.mark(before) == ","
        or frame.quotes(cue.last)
        or _may_take_infinitive(scene, frame, cue)
    ):
        return True
    near = frame.lows[cue.last : cue.last + starts.FAR]
    return not (scene.words.that.isdisjoint(near) and scene.words.whether.isdisjoint(near))


def _is_named(scene: Scene, frame: Frame, i: int) -> bool:
    """A mention that hangs on no preposition ends at piece ``i``."""
    if i < 0 or not frame.lows[i]:
        return False
    mention = scene.over(*scene.span(frame, i, i + 1))
    if mention is None or mention.actor is None or scene.piece(frame, mention.end - 1) != i:
        return False
    first = scene.piece(frame, mention.start)
    opening = phrases.opening(scene, frame, first)
    if rows.joins(scene, frame, opening) or frame.mark(first - 1) == ",":
        return False
    if frame.word(first - 1).endswith(scene.words.gerund_endings):
        return False
    return not phrases.is_governed(scene, frame, first)


def _is_plain(scene: Scene, frame: Frame, cue: Cue) -> bool:
    """A "que" or marks follow the cue so closely that no parse is needed to bind them."""
    if frame.word(cue.last) in scene.words.that:
        return True
    close = frame.quotes(cue.last, min(cue.last + _CLOSE, frame.size))
    if not close:
        return False
    links, between = scene.words.of | scene.words.to, range(cue.last, close[0])
    if any(frame.word(k) in links for k in between):
        return False
    endings = scene.words.infinitive_endings
    return not cue.takes("infinitive") or not any(frame.word(k).endswith(endings) for k in between)


def _is_coordinated(scene: Scene, frame: Frame, cue: Cue) -> bool:
    """A clause without marks is followed by a conjunction and a subject, or opens with an
    adverbial, so that its border is to be sought."""
    words, at = scene.words, cue.last
    if frame.word(at) not in words.that or frame.quotes(at):
        return False
    begins = words.subjects | scene.classes.articles
    links = (k for k in range(at, frame.size - 1) if frame.word(k) in words.conjunctions)
    subjects = (frame.word(k + 1) in begins or frame.capitals[k + 1] for k in links)
    return any(subjects) or frame.word(at + 1) in words.prepositions or _is_parted(scene, frame, at)


def _is_parted(scene: Scene, frame: Frame, that: int) -> bool:
    """An aside may part the subject of a clause from its verb: "que le port, comme le dit X, …"."""
    words = scene.words
    comma = next((k for k in range(that, frame.size) if frame.mark(k) == ","), None)
    if comma is None or comma - that > _SUBJECT or frame.word(comma + 1) not in words.like:
        return False
    return not any(frame.word(k) in scene.classes.auxiliaries for k in range(that, comma))


def _may_take_infinitive(scene: Scene, frame: Frame, cue: Cue) -> bool:
    """A word that looks like an infinitive stands where the cue could take one."""
    if not (cue.takes("infinitive") or cue.takes("de") or cue.takes("a")):
        return False
    near = range(cue.last, min(cue.last + starts.FAR, frame.size))
    return any(frame.word(k).endswith(scene.words.infinitive_endings) for k in near)
