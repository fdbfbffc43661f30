"""Where a reported clause begins in its frame: after a "que", an infinitive, an adjective."""

from __future__ import annotations

from detente.finding.quotations.cue import Cue
from detente.finding.quotations.frame import Frame
from detente.finding.quotations.scene import Scene

_TO_THAT = 16
"""Pieces between a cue and its "que": an addressee, a day, a place."""
_TO_INFINITIVE = 14
_TO_STATE = 5


def start_of_that(scene: Scene, frame: Frame, cue: Cue, cues: list[Cue]) -> int | None:
    """The first piece after the "que" of a cue: "a dit mardi à la presse que …"."""
    words, auxiliaries = scene.words, scene.classes.auxiliaries
    heads = {c.head for c in cues}
    for i in range(cue.last, min(cue.last + _TO_THAT, len(frame.pieces))):
        word, mark = frame.word(i), frame.mark(i)
        if word in words.that:
            return i + 1 if _is_that(scene, frame, i, cue) else None
        if mark in (":", ";", "(") or frame.pieces[i].kind == "quote":
            return None
        if word in words.subject_relatives or (i > cue.last and word in auxiliaries):
            return None
        if i in heads:
            return None
    return None


def _is_that(scene: Scene, frame: Frame, i: int, cue: Cue) -> bool:
    """The word is the conjunction of its own, not part of another ("alors que") and not the
    relative of a noun before it."""
    words, before = scene.words, frame.word(i - 1)
    hangs = before in words.prepositions and i - 1 > cue.last
    if before in words.joined or hangs or _is_cleft(scene, frame, i, cue):
        return False
    if before in words.facts:
        return True
    if i == cue.last or before in words.adverbs or before.isdigit() or frame.pieces[i - 1].capital:
        return True
    parsed = scene.syntax(frame, i)
    if parsed is None:
        return True
    parse, token = parsed
    if token.pos == "PRON":
        return False
    clause = parse.tokens[token.head]
    return clause.dep not in ("acl:relcl", "acl")


def _is_cleft(scene: Scene, frame: Frame, i: int, cue: Cue) -> bool:
    """The "que" belongs to a "c'est" before the cue, with nothing but a noun of the cue's between:
    "C'est contre un tract dénonçant le régime que la ville s'est élevée"."""
    words = scene.words
    if cue.mood != "gerund" or i == cue.last:
        return False
    opens = (k for k in range(cue.first) if frame.word(k) in words.cleft)
    at = next((k for k in opens if frame.word(k + 1) in words.be), None)
    return at is not None and not any(frame.word(k) in words.that for k in range(at, cue.first))


def start_of_question(scene: Scene, frame: Frame, cue: Cue) -> int | None:
    """The first piece of an indirect question, its "si" left out."""
    for i in range(cue.last, min(cue.last + 6, len(frame.pieces))):
        if frame.word(i) in scene.words.whether:
            return i + 1
        if frame.mark(i) or frame.pieces[i].kind == "quote":
            return None
    return None


def start_of_infinitive(scene: Scene, frame: Frame, cue: Cue) -> int | None:
    """The first piece of the infinitive a cue takes, its preposition left out: "accuse X d'avoir
    menti", "affirme ne pas savoir"."""
    words = scene.words
    stop = min(cue.last + _TO_INFINITIVE, len(frame.pieces) - 1)
    aside: int | None = None
    for i in range(cue.last, stop):
        word = frame.word(i)
        if frame.pieces[i].kind == "quote" or frame.mark(i) in (":", ";"):
            return None
        if frame.mark(i) == "," and aside is None:
            aside = _after_aside(frame, i, stop)
        if i < (aside or 0):
            continue
        listed = frame.word(i + 1) in words.conjunctions
        if (frame.mark(i) == "," and aside != i + 1 and not listed) or word in words.relatives:
            return None
        linked = (cue.takes("de") and word in words.of) or (cue.takes("a") and word in words.to)
        if linked and _is_infinitive(scene, frame, i + 1):
            return i + 1
        if cue.takes("infinitive") and _is_infinitive(scene, frame, i):
            bare = frame.word(i - 1) not in words.prepositions
            return i if bare else None
    return None


def start_of_state(scene: Scene, frame: Frame, cue: Cue) -> int | None:
    """The adjective that a reflexive verb of saying takes with an infinitive: "s'est dit vendredi
    prêt à parler", "se disant inquiet de le voir partir"."""
    if not cue.takes("state"):
        return None
    words = scene.words
    for i in range(cue.last, min(cue.last + _TO_STATE, len(frame.pieces) - 1)):
        linked = frame.word(i + 1) in words.to | words.of and _is_infinitive(scene, frame, i + 2)
        token = scene.parsed(frame, i) if frame.word(i) else None
        if linked and token is not None and token.pos in ("ADJ", "VERB"):
            return i
        if not frame.word(i) or frame.word(i) in words.that | words.articles:
            return None
    return None


def _after_aside(frame: Frame, comma: int, stop: int) -> int:
    """The piece after the comma that closes an aside: "a affirmé, au début, être prêt"."""
    closing = (k for k in range(comma + 1, stop) if frame.mark(k) == ",")
    return next(closing, comma - 1) + 1


def _is_infinitive(scene: Scene, frame: Frame, i: int) -> bool:
    """An infinitive, or its negation or pronoun with one close by, starts at ``i``."""
    words, at = scene.words, i
    while at < min(i + 4, len(frame.pieces)) and (
        frame.word(at) in words.negation
        or frame.word(at) in words.negators
        or frame.word(at) in words.clitics
    ):
        at += 1
    if at >= len(frame.pieces) or frame.pieces[at].kind == "mark":
        return False
    if frame.pieces[at].kind == "quote":
        stretch = frame.pieces[at].stretch
        position = stretch.start if stretch else 0
        return _is_infinitive_at(scene, frame, position)
    return _is_infinitive_at(scene, frame, frame.pieces[at].start)


def _is_infinitive_at(scene: Scene, frame: Frame, position: int) -> bool:
    token = scene.token(frame.passage, position)
    return token is not None and "VerbForm=Inf" in token.morph
