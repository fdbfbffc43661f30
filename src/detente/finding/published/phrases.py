"""Phrases that tell the day, looked for all at once among the words of a page.

A phrase is a run of words, accents and little words aside, of which one may go on in any way.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Generic, NamedTuple, TypeVar

from detente.languages.language import Language
from detente.languages.published import Outlook
from detente.text import fold

Phrase = tuple[str, ...]
Way = tuple[Phrase, ...]
"""One way to name a thing: phrases that must all stand on the page."""
Named = TypeVar("Named")
ANY = "*"
"""What ends a word that may go on in any way."""
VOCABULARY = 65_536
"""Words of pages of which it is remembered which words of phrases they fit."""
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


class Phrases:
    """Phrases as a tree of their words, so that a page is read once for all of them."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self._first = _Node()
        self._known: set[str] = set()
        self._fitting = lru_cache(VOCABULARY)(self._fitting_of)
        for phrase in phrases:
            node = self._first
            for word in phrase:
                node = node.after.setdefault(word, _Node())
            node.phrase = phrase
            self._known.update(phrase)

    def on(self, words: Sequence[str], sentences: Sequence[int]) -> Places:
        """Where each phrase stands among words in one of the sentences that they are of."""
        found: dict[Phrase, list[Place]] = {}
        fitting = list(map(self._fitting, words))
        for first, wanted in enumerate(fitting):
            for word in wanted:
                below = self._first.after.get(word)
                for phrase in _phrases(below, fitting, first + 1) if below else ():
                    last = first + len(phrase) - 1
                    if sentences[first] == sentences[last]:
                        found.setdefault(phrase, []).append(Place(first, last))
        return found

    def _fitting_of(self, word: str) -> tuple[str, ...]:
        """The words of phrases that a word of a page fits: itself, and those that it goes on."""
        begun = (word[:size] + ANY for size in range(1, len(word) + 1))
        return tuple(known for known in (word, *begun) if known in self._known)


def _phrases(node: _Node, fitting: Sequence[Sequence[str]], at: int) -> Iterator[Phrase]:
    """The phrases that begin with the words so far and go on from a place."""
    if node.phrase is not None:
        yield node.phrase
    if node.after and at < len(fitting):
        for word in fitting[at]:
            below = node.after.get(word)
            if below is not None:
                yield from _phrases(below, fitting, at + 1)


class Index(Generic[Named]):
    """Things by the ways to name them."""

    def __init__(self, things: Iterable[tuple[Named, Iterable[Sequence[str]]]], language: Language):
        ways = [(thing, way) for thing, named in things for way in _ways(named, language)]
        ways.sort(key=lambda pair: pair[1][0][0])
        shared = Counter(phrase for _, way in ways for phrase in way)
        self._by_rarest: dict[Phrase, list[tuple[int, Named, Way, frozenset[Phrase]]]] = {}
        for rank, (thing, way) in enumerate(ways):
            rarest = min(way, key=shared.__getitem__)
            self._by_rarest.setdefault(rarest, []).append((rank, thing, way, frozenset(way)))
        self.phrases = frozenset(shared)
        """All that is to be looked for on a page."""

    def on(self, places: Places) -> Iterator[Naming[Named]]:
        """The things whose words stand on the page, in every way that they are named."""
        present = places.keys()
        ways = [
            known
            for phrase in present & self._by_rarest.keys()
            for known in self._by_rarest[phrase]
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
