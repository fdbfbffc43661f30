"""What kind of a phrase stands at a piece, by its small words: a pronoun, a label, a bare title."""

from __future__ import annotations

from detente.finding.quotations import phrases
from detente.finding.quotations.frame import Frame
from detente.finding.quotations.scene import Scene


def is_both(scene: Scene, frame: Frame, i: int) -> bool:
    """The phrase points back to two: "les deux ministres"."""
    words = scene.words
    return frame.word(i) in words.plural_article and frame.word(i + 1) in words.both


def is_likened(scene: Scene, frame: Frame, i: int) -> bool:
    """Marks after piece ``i`` say as what a verb before takes its object: "…, considèrent le plan
    comme «…»"."""
    quotes = frame.quotes(i)[:1]
    between = range(i, quotes[0]) if quotes else range(0)
    likened = any(frame.word(k) in scene.words.like for k in between)
    return likened and not any(frame.mark(k) == "," for k in between)


def is_taken_up(scene: Scene, frame: Frame, i: int) -> bool:
    """A pronoun between commas takes up the phrase before it: "la police, elle, affirme"."""
    stressed = frame.word(i) in scene.words.third_persons
    return stressed and i > 1 and frame.mark(i - 1) == "," == frame.mark(i + 1)


def is_label(scene: Scene, frame: Frame, start: int, end: int) -> bool:
    """Whether a phrase before a colon can name a speaker: a known actor, a name, or a noun for
    people that comes first in it."""
    first = phrases.inner(scene, frame, start, end)
    mention = scene.starting(frame, start) or scene.starting(frame, first)
    if mention is not None and mention.actor is not None:
        return True
    human = scene.is_human(frame, first)
    words = scene.words
    small = words.conjunctions | words.adverbs | words.subordinators | words.prepositions
    made = frame.word(first).endswith(words.participle_endings) and frame.word(end) in words.agent
    if frame.word(first) in small | words.asked or made:
        return False
    return human or all(frame.capitals[k] or frame.mark(k) for k in range(first, end))


def is_bare_title(scene: Scene, frame: Frame, start: int, end: int) -> bool:
    """The phrase is a title whose name the page has lost ("a déclaré M."), or "ce dernier"."""
    inside = range(phrases.inner(scene, frame, start, end), end)
    words = [frame.word(k) for k in inside if frame.word(k)]
    lost = scene.ground.language.abbreviations | scene.words.latter
    return len(words) == 1 and words[0] in lost


def is_named(scene: Scene, words: str) -> bool:
    """Words in marks are a thing with its name: "la «loi Horizon»"."""
    noun, _, name = words.partition(" ")
    return noun in scene.words.named_things and name.isalpha() and name.istitle()
