"""Which sentences can name an event by their words alone: only these are parsed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from detente.finding.events.lexicon import Lexicon, lexicon
from detente.finding.ground import Ground
from detente.languages.language import Language
from detente.memory import Kept
from detente.syntax import lemmas
from detente.text import fold, folded_words

VOCABULARY = 50_000
"""Words whose look is remembered."""

SENTENCES = 1_000
"""Sentences of which it is remembered whether they pass: they are asked about twice a page."""

POINTED = 4
"""Words before a noun within which its demonstrative stands."""

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Look:
    """What the words between two spaces may be, whatever their part of speech: their lemmas and
    their folded words without plural endings as ``names``, for each verb they may be the classes of
    its object and of a word beside it, and whether they are ``is_enough``: they name an event
    without other words. ``opens`` tells whether a noun phrase may begin among them."""

    names: frozenset[str]
    verbs: frozenset[tuple[str | None, str | None]]
    is_enough: bool
    opens: bool


class Gate:
    """Asks of each word what the rules ask of its token, for every lemma that the token may get;
    a sentence that does not pass would yield no trigger if it were parsed."""

    def __init__(self, language: Language) -> None:
        self._lexicon: Lexicon = lexicon(language)
        self._model = language.model
        self._look = Kept(self._look_up, VOCABULARY)
        self.passes = lru_cache(SENTENCES)(self._passes)

    def _passes(self, text: str) -> bool:
        """Whether a noun phrase, a verb or an adjective of the lexicon may stand in a sentence."""
        looks = []
        for joint in text.split():
            look = self._look[joint]
            if look.is_enough:
                return True
            looks.append(look)
        nouns = self._nouns(text) if any(look.opens for look in looks) else set()
        if None in nouns:
            return True
        names = frozenset[str]().union(*(look.names for look in looks))
        return any(self._has_one_of(beside, names) for beside in nouns) or any(
            self._has_one_of(thing, names) and self._has_one_of(beside, names)
            for look in looks
            for thing, beside in look.verbs
        )

    def _nouns(self, text: str) -> set[str | None]:
        """The classes that the noun phrases of a sentence ask for; ``None`` if one asks for none,
        as what a demonstrative takes up. What only stands is no event of its own."""
        words = tuple(map(self._lexicon.singular, folded_words(text)))
        return {
            None
            if phrase.entry.weak and self._lexicon.pointing & {*words[max(0, at - POINTED) : at]}
            else phrase.entry.word_class
            for at, first in enumerate(words)
            if first in self._lexicon.phrases
            for phrase in self._lexicon.phrases[first]
            if words[at : at + len(phrase.words)] == phrase.words and not phrase.entry.standing
        }

    def _has_one_of(self, name: str | None, names: frozenset[str]) -> bool:
        return name is None or not names.isdisjoint(self._lexicon.classes[name])

    def _look_up(self, joint: str) -> Look:
        words = _WORD.findall(joint)
        parts = [part for word in words if "-" in word for part in word.split("-")]
        folded = frozenset(map(self._lexicon.singular, folded_words(joint)))
        names = folded.union(*map(self._lemmas, (*words, *parts)))
        entries = (self._lexicon.verbs.get((n, own), ()) for n in names for own in (False, True))
        verbs = frozenset((e.object, e.beside or e.by) for some in entries for e in some)
        known = (self._lexicon.adjectives, self._lexicon.participial)
        is_enough = (None, None) in verbs or any(n in some for n in names for some in known)
        opens = not folded.isdisjoint(self._lexicon.phrases)
        return Look(names, verbs, is_enough, opens)

    def _lemmas(self, word: str) -> list[str]:
        guesses = self._lexicon.lemmas(word, word, is_verb=True)
        return [*guesses, *map(fold, lemmas(self._model, word))]


@lru_cache
def gate(language: Language) -> Gate:
    """The gate of a language, built once a process."""
    return Gate(language)


def asks(ground: Ground) -> list[int]:
    """The numbers of the sentences that may name an event."""
    passes = gate(ground.language).passes
    return [n for n, sentence in enumerate(ground.sentences) if passes(sentence.text)]
