"""Documents as speakers: a communiqué speaks for who wrote it, a count for nobody."""

from __future__ import annotations

from detente.finding.quotations import phrases
from detente.finding.quotations.frame import Frame
from detente.finding.quotations.scene import Scene


def head(scene: Scene, frame: Frame, start: int, end: int) -> str:
    """The first noun of a phrase that means people or a document; empty if there is none. One in
    capitals behind a name is part of it: "le Norrland Post"."""
    nouns, first = scene.lexicon.table.nouns, phrases.inner(scene, frame, start, end)
    for k in range(first, end):
        word, capital = frame.word(k), frame.capitals[k]
        if word in nouns.human or (
            word in nouns.document and not (capital and k > first and frame.capitals[k - 1])
        ):
            return word
    return ""


def is_document(scene: Scene, frame: Frame, start: int, end: int) -> bool:
    """The phrase names a document rather than who wrote it."""
    nouns, noun = scene.lexicon.table.nouns, head(scene, frame, start, end)
    first = frame.word(phrases.inner(scene, frame, start, end))
    return noun in nouns.document and (noun not in nouns.human or first == noun)


def is_record(scene: Scene, frame: Frame, start: int, end: int) -> bool:
    """The phrase names a document or a count that speaks for nobody: "les chiffres officiels"."""
    return head(scene, frame, start, end) in scene.lexicon.table.nouns.itself
