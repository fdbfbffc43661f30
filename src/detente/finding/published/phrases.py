"""Phrases that tell the day, looked for all at once among the words of a page.

A phrase is a run of words, accents and little words aside, of which one may go on in any way.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from operator import itemgetter
from typing import Generic, NamedTuple, TypeVar

from detente.languages.language import Language
from detente.languages.published import Outlook
from detente.memory import Kept
from detente.text import fold, fold_word

Phrase = tuple[str, ...]
Way = tuple[Phrase, ...]
"""One way to name a thing: phrases that must all stand on the page."""
Named = TypeVar("Named")
ANY = "*"
"""What ends a word that may go on in any way."""
JOINTS = 65_536
"""Stretches between two spaces of which the words are remembered."""
_WORD = re.compile(r"\w+")
_WANTED = re.compile(r"\w+\*?")
_RANK = itemgetter(0)


class Place(NamedTuple):
    """Where a phrase stands: from which word to which, both among the words of the page."""

    first: int
    last: int


Places = Mapping[Phrase, Sequence[Place]]
"""Where the phrases of a page stand, in order."""


class Naming(NamedTuple, Generic[Named]):
    """A thing, one way to name it, and where each phrase of that way stands."""

    thing: Named
    way: Way
    places: Sequence[Sequence[Place]]


class _Node:
    """What may follow the words so far, and the phrase that they are, if they are one."""

    __slots__ = ("after", "phrase")

    def __init__(self) -> None:
        self.after: dict[str, _Node] = {}
        self.phrase: Phrase | None = None


class Word(NamedTuple):
    """A word of a page, folded, with its place in what stands between two spaces: which words of
    phrases it fits, and what may follow where phrases begin with it."""

    text: str
    start: int
    end: int
    fits: tuple[str, ...]
    begins: tuple[_Node, ...]


class Phrases:
    """Phrases as a tree of their words, so that a page is read once for all of them. ``idle`` are
    the little words that are left out."""

    def __init__(self, phrases: Iterable[Phrase], idle: frozenset[str]) -> None:
        self._first = _Node()
        self._known: set[str] = set()
        self._idle = idle
        self.joints = Kept(self._cut, JOINTS)
        """The words of what stands between two spaces, but for the little ones."""
        for phrase in phrases:
            node = self._first
            for word in phrase:
                node = node.after.setdefault(word, _Node())
            node.phrase = phrase
            self._known.update(phrase)

    def read(self, text: str) -> list[Word]:
        """The words of a text but for the little ones."""
        return list(chain.from_iterable(map(self.joints.__getitem__, text.split())))

    def on(self, sentences: Iterable[Sequence[Word]]) -> Places:
        """Where each phrase stands among the words of a page, in one of its sentences."""
        found: dict[Phrase, list[Place]] = {}
        begun = 0
        for words in sentences:
            for at, word in enumerate(words):
                for node in word.begins:
                    for phrase in _phrases(node, words, at + 1):
                        first = begun + at
                        place = Place(first, first + len(phrase) - 1)
                        found.setdefault(phrase, []).append(place)
            begun += len(words)
        return found

    def _cut(self, joint: str) -> tuple[Word, ...]:
        words = ((fold_word(match.group()), match) for match in _WORD.finditer(joint))
        return tuple(self._word(w, match) for w, match in words if w and w not in self._idle)

    def _word(self, word: str, match: re.Match[str]) -> Word:
        """A word with the words of phrases that it fits: itself, and those that it goes on."""
        begun = (word[:size] + ANY for size in range(1, len(word) + 1))
        fits = tuple(known for known in (word, *begun) if known in self._known)
        first = self._first.after
        return Word(
            word, *match.span(), fits, tuple(first[known] for known in fits if known in first)
        )


def _phrases(node: _Node, words: Sequence[Word], at: int) -> list[Phrase]:
    """The phrases that begin with the words so far and go on from a place."""
    found = [] if node.phrase is None else [node.phrase]
    if node.after and at < len(words):
        for word in words[at].fits:
            below = node.after.get(word)
            if below is not None:
                found += _phrases(below, words, at + 1)
    return found


class Index(Generic[Named]):
    """Things by the ways to name them."""

    def __init__(self, things: Iterable[tuple[Named, Iterable[Sequence[str]]]], language: Language):
        ways = [(thing, way) for thing, named in things for way in _ways(named, language)]
        ways.sort(key=lambda pair: pair[1][0][0])
        shared = Counter(phrase for _, way in ways for phrase in way)
        self._ways: dict[Phrase, list[tuple[int, Named, Way, frozenset[Phrase]]]] = {}
        for rank, (thing, way) in enumerate(ways):
            rarest = min(way, key=shared.__getitem__)
            self._ways.setdefault(rarest, []).append((rank, thing, way, frozenset(way)))
        self._rarest = frozenset(self._ways)
        self.phrases = frozenset(shared)
        """All that is to be looked for on a page."""

    def on(self, places: Places) -> Iterator[Naming[Named]]:
        """The things whose words stand on the page, in every way that they are named."""
        present = frozenset(places)
        ways = [
            known
            for phrase in present & self._rarest
            for known in self._ways[phrase]
            if len(known[2]) == 1 or present >= known[3]
        ]
        for _, thing, way, _ in sorted(ways, key=_RANK):
            yield Naming(thing, way, [places[phrase] for phrase in way])


def phrase(words: str, language: Language) -> Phrase:
    """The words of a phrase as they are looked for: folded, little ones left out."""
    idle = language.table("published", Outlook).idle
    return tuple(word for word in _folded(words) if word not in idle)


def _ways(named: Iterable[Sequence[str]], language: Language) -> Iterator[Way]:
    for way in named:
        phrases = tuple(p for part in way if (p := phrase(part, language)))
        if phrases:
            yield phrases


def _folded(words: str) -> Iterator[str]:
    for match in _WANTED.finditer(words):
        bare = match.group()
        for part in fold(bare.rstrip(ANY)).split():
            yield part + ANY if bare.endswith(ANY) else part
