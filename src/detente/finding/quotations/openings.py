"""Where a noun phrase begins: at the head of a sentence, or before the name it ends with."""

from __future__ import annotations

from detente.finding.quotations.frame import Frame
from detente.finding.quotations.scene import Scene

_ADVERBIAL = 9
"""Pieces within which an adverbial at the head of a sentence ends."""
_TITLE = 3
"""Pieces before a name within which its title stands: "la chancelière allemande Anne Petit"."""


def beginning(scene: Scene, frame: Frame, i: int) -> int:
    """Where the phrase of a name at piece ``i`` begins, its title and the article of that
    included: "son homologue suédoise Anne Petit"."""
    words, human = scene.words, scene.lexicon.table.nouns.human
    if not frame.pieces[i].capital:
        return i
    for head in range(i - 1, max(-1, i - 1 - _TITLE), -1):
        if not frame.word(head) or frame.pieces[head].capital or _is_small(scene, frame, head):
            break
        if frame.word(head) in human:
            opens = frame.word(head - 1) in words.articles | words.contracted_to
            return head - 1 if opens else i
    return i


def _is_small(scene: Scene, frame: Frame, i: int) -> bool:
    words = scene.words
    return frame.word(i) in words.prepositions | words.articles | words.contracted_to


def human_opening(scene: Scene, frame: Frame, limit: int) -> int | None:
    """Where the phrase begins that opens a frame with a noun for people, before ``limit``: at once
    or after an adverbial ("Plus tôt, les médecins …")."""
    start = 0
    while frame.mark(start) or frame.word(start) in scene.words.conjunctions:
        start += 1
    for begin in (start, _after_adverbial(scene, frame, start)):
        head = begin
        while frame.word(head) in scene.words.articles:
            head += 1
        if frame.word(head) in scene.lexicon.table.nouns.human and head < limit:
            return begin
    return None


def _after_adverbial(scene: Scene, frame: Frame, start: int) -> int:
    """The piece after the comma that closes an adverbial at the head of a frame."""
    words = scene.words
    small = words.adverbs | words.prepositions | words.contracted_to
    comma = next((k for k in range(start, start + _ADVERBIAL) if frame.mark(k) == ","), None)
    if comma is None or frame.word(start) not in small:
        return start
    verbs = any(frame.word(k) in words.have | words.be for k in range(start, comma))
    return start if verbs else comma + 1
