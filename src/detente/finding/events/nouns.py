"""Noun phrases that name an event."""

from __future__ import annotations

from detente.finding.events.lexicon import Lexicon, Phrase
from detente.finding.events.scene import Scene
from detente.finding.events.trigger import Trigger
from detente.languages.triggers import Nouns
from detente.syntax import Token
from detente.text import fold

NOMINAL = frozenset({"NOUN", "PROPN", "X", "ADJ", "NUM", "SYM"})


def nouns(scene: Scene, lexicon: Lexicon) -> list[Trigger]:
    """The noun triggers of a sentence, in order, the longest phrase at each place."""
    found: list[Trigger] = []
    at = 0
    while at < len(scene.words):
        phrase = _phrase_at(scene, lexicon, at)
        if phrase is None:
            at += 1
            continue
        tokens = tuple(dict.fromkeys(i for _, i in scene.words[at : at + len(phrase.words)]))
        trigger = _noun(scene, lexicon, phrase.entry, tokens)
        if trigger is not None:
            found.append(trigger)
        at += len(phrase.words)
    return found


def _phrase_at(scene: Scene, lexicon: Lexicon, at: int) -> Phrase | None:
    first = lexicon.singular(scene.words[at][0])
    for phrase in lexicon.phrases.get(first, ()):
        window = scene.words[at : at + len(phrase.words)]
        if tuple(lexicon.singular(word) for word, _ in window) == phrase.words:
            return phrase
    return None


def _noun(scene: Scene, lexicon: Lexicon, entry: Nouns, tokens: tuple[int, ...]) -> Trigger | None:
    head = scene.parse.tokens[tokens[0]]
    if head.pos not in NOMINAL and not _is_noun_here(scene, head):
        return None
    if entry.occasion and not _is_occasion(scene, lexicon, head):
        return None
    if not entry.occasion and _is_in_name(scene, head):
        return None
    if _is_interview(scene, lexicon, head):
        return None
    if entry.word_class and not _stands_beside(scene, lexicon, head.i, entry.word_class):
        return None
    return Trigger(
        head.i,
        tokens,
        "noun",
        entry.kind,
        lexicon.frames[entry.frame],
        least=lexicon.frames[entry.frame].least,
        weak=entry.weak,
        variant=entry.variant,
        lasting=entry.lasting,
        standing=entry.standing,
        occasion=entry.occasion,
    )


def _is_in_name(scene: Scene, head: Token) -> bool:
    """A word inside a longer name or role ("l'émissaire pour les négociations") is no event."""
    mention = scene.named.get(head.i)
    return mention is not None and scene.head_of(mention).i != head.i


def _is_noun_here(scene: Scene, token: Token) -> bool:
    """A word the parser took for a verb, after a determiner of its own or opening a headline."""
    if scene.parse.kids(token.i, "det"):
        return True
    return scene.is_title and token.i == 0 and not scene.parse.kids(token.i, "nsubj")


def _is_occasion(scene: Scene, lexicon: Lexicon, head: Token) -> bool:
    """The name of a body stands for its meeting: after "during", beside "next" or with a date."""
    words = lexicon.statuses
    if scene.follows(head.i, words.during + words.trailing + words.leading):
        return True
    kids = [scene.lemma(t.i) for t in scene.parse.kids(head.i, "amod", "acl")]
    return any(lemma in words.modifiers for lemma in kids)


def _is_interview(scene: Scene, lexicon: Lexicon, head: Token) -> bool:
    """Talks that are "granted" are given to a newspaper."""
    given = [scene.lemma(t.i) for t in scene.parse.kids(head.i, "acl")]
    given.append(scene.lemma(head.head))
    return scene.lemma(head.i) in lexicon.classes["interviews"] and any(
        lemma in lexicon.classes["granted"] for lemma in given
    )


def _stands_beside(scene: Scene, lexicon: Lexicon, i: int, name: str) -> bool:
    words = lexicon.classes[name]
    return any(
        lexicon.singular(fold(t.text)) in words or scene.lemma(t.i) in words
        for t in scene.parse.kids(i, "amod", "nmod", "acl", "appos", "obl")
    )
