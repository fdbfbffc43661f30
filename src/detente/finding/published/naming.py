"""Where a page names things of the almanac: runs of words, accents and little words aside."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from detente.finding.ground import Ground
from detente.languages.language import Language
from detente.languages.published import Outlook
from detente.text import fold

Phrase = tuple[str, ...]
Named = TypeVar("Named")
Index = dict[str, list[tuple[Named, tuple[Phrase, ...]]]]
ANY = "*"
"""What ends a word that may go on in any way."""

_WORD = re.compile(r"\w+\*?")


class Word(NamedTuple):
    """A word of the content, folded, and its place on the page."""

    folded: str
    start: int
    end: int
    sentence: int


class Place(NamedTuple):
    """Where a phrase stands: from which word to which, both among the words of the page."""

    first: int
    last: int


class Found(NamedTuple):
    """A thing that is named: where its first phrase stands nearest to the others, within how many
    words of it they stand, and whether all in its sentence.
    """

    place: Place
    spread: int
    together: bool


class Words:
    """The words of a page's content but for the little ones, and the places of each."""

    def __init__(self, ground: Ground) -> None:
        idle = ground.language.table("published", Outlook).idle
        self.all = tuple(_read(ground, idle))
        self._places: dict[str, list[int]] = {}
        for place, word in enumerate(self.all):
            self._places.setdefault(word.folded, []).append(place)
        self._beginnings: dict[int, dict[str, list[int]]] = {}

    def named(self, index: Index[Named]) -> Iterator[tuple[Named, Found]]:
        """The things of an index whose words stand on the page, each once, where they stand
        closest together.
        """
        found: dict[int, tuple[Named, Found]] = {}
        for thing, way in self.ways(index):
            tightest = self._tightest(way)
            if id(thing) not in found or tightest.spread < found[id(thing)][1].spread:
                found[id(thing)] = thing, tightest
        yield from found.values()

    def _tightest(self, way: Sequence[Phrase]) -> Found:
        """Where the first of several phrases stands nearest to the others."""
        others = [sorted(place.first for place in self.find(part)) for part in way[1:]]
        found = (self._around(place, others) for place in self.find(way[0]))
        return min(found, key=lambda f: (f.spread, f.place))

    def _around(self, place: Place, others: Sequence[Sequence[int]]) -> Found:
        nearest = [_nearest(place.first, each) for each in others]
        sentence = self.all[place.first].sentence
        spread = max((abs(each - place.first) for each in nearest), default=0)
        together = all(self.all[each].sentence == sentence for each in nearest)
        return Found(place, spread, together)

    def ways(self, index: Index[Named]) -> Iterator[tuple[Named, tuple[Phrase, ...]]]:
        """The same, in every way that they are named."""
        lengths = sorted({len(word) - 1 for word in index if word.endswith(ANY)})
        present = self._places.keys() & index.keys()
        for length in lengths:
            present |= self._beginning(length).keys() & index.keys()
        for word in sorted(present):
            for thing, way in index[word]:
                if all(self._stands(part) for part in way):
                    yield thing, way

    def _stands(self, part: Phrase) -> bool:
        """Whether a phrase stands on the page; of a single word its being there is enough."""
        if len(part) == 1 or not self._at(part[0]):
            return bool(self._at(part[0]))
        return next(self.find(part), None) is not None

    def _beginning(self, length: int) -> dict[str, list[int]]:
        """The places of words by their first letters."""
        if length not in self._beginnings:
            found: dict[str, list[int]] = {}
            for word, places in self._places.items():
                if len(word) >= length:
                    found.setdefault(word[:length] + ANY, []).extend(places)
            self._beginnings[length] = found
        return self._beginnings[length]

    def _at(self, word: str) -> Sequence[int]:
        if word.endswith(ANY):
            return self._beginning(len(word) - 1).get(word, ())
        return self._places.get(word, ())

    def find(self, wanted: Phrase) -> Iterator[Place]:
        """Everywhere the phrase stands, in one sentence."""
        for first in self._at(wanted[0]):
            stretch = self.all[first : first + len(wanted)]
            whole = len(stretch) == len(wanted) and stretch[0].sentence == stretch[-1].sentence
            if whole and all(_fits(w, s.folded) for w, s in zip(wanted, stretch, strict=True)):
                yield Place(first, first + len(wanted) - 1)

    def span(self, place: Place) -> tuple[int, int]:
        """The canonical span of a phrase."""
        return self.all[place.first].start, self.all[place.last].end

    def at(self, place: int) -> str:
        """The word at a place, empty after the last."""
        return self.all[place].folded if place < len(self.all) else ""

    def place(self, start: int, end: int) -> Place:
        """The words of a canonical span."""
        first = bisect_left(self.all, start, key=lambda word: word.start)
        last = bisect_left(self.all, end, key=lambda word: word.start) - 1
        return Place(first, max(first, last))

    def before(self, place: Place, count: int) -> frozenset[str]:
        """The words just before a place."""
        return frozenset(w.folded for w in self.all[max(0, place.first - count) : place.first])

    def share_sentence(self, one: Place, other: Place) -> bool:
        """Whether two places lie in one sentence."""
        return self.all[one.first].sentence == self.all[other.last].sentence


def index(
    things: Iterable[tuple[Named, Iterable[Sequence[str]]]], language: Language
) -> Index[Named]:
    """Things by the first word of each way to name them; a way is phrases that must all stand."""
    found: Index[Named] = {}
    for thing, ways in things:
        for way in ways:
            phrases = tuple(p for part in way if (p := phrase(part, language)))
            if phrases:
                found.setdefault(phrases[0][0], []).append((thing, phrases))
    return found


def phrase(words: str, language: Language) -> Phrase:
    """The words of a phrase as they are looked for: folded, little ones left out."""
    idle = language.table("published", Outlook).idle
    return tuple(word for word in _folded(words) if word not in idle)


def _folded(words: str) -> Iterator[str]:
    for match in _WORD.finditer(words):
        bare = match.group()
        for part in fold(bare.rstrip(ANY)).split():
            yield part + ANY if bare.endswith(ANY) else part


def _nearest(place: int, places: Sequence[int]) -> int:
    """Of some places, in order, the nearest."""
    after = bisect_left(places, place)
    return min(places[max(0, after - 1) : after + 1], key=lambda near: abs(near - place))


def _fits(wanted: str, word: str) -> bool:
    return word.startswith(wanted[:-1]) if wanted.endswith(ANY) else word == wanted


def _read(ground: Ground, idle: frozenset[str]) -> Iterator[Word]:
    known: dict[str, str] = {}
    for number, sentence in enumerate(ground.sentences):
        for match in _WORD.finditer(sentence.text):
            word = match.group()
            if word not in known:
                known[word] = fold(word)
            if known[word] and known[word] not in idle:
                yield Word(known[word], *sentence.span(match.start(), match.end()), number)
