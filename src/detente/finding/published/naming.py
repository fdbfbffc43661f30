"""Where a page names things of the almanac: runs of words, accents and little words aside."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, KeysView, Sequence
from typing import NamedTuple

from detente.finding.ground import Ground
from detente.finding.published.phrases import ANY, Index, Named, Phrase, Phrases, Place

Read = list[tuple[str, tuple[int, int]]]
"""Words of a sentence, folded, with their places in its text."""


class Found(NamedTuple):
    """A thing that is named: where its first phrase stands nearest to the others, within how many
    words of it they stand, and whether all in its sentence.
    """

    place: Place
    spread: int
    together: bool


class Words:
    """The words of a page's content but for the little ones, and the places of each and of
    phrases."""

    def __init__(self, ground: Ground, phrases: Phrases) -> None:
        self._ground = ground
        self._joints = phrases.joints
        self._read: dict[int, Read] = {}
        sentences = [phrases.read(sentence.text) for sentence in ground.sentences]
        self.all = [word.text for words in sentences for word in words]
        self.sentence = [number for number, words in enumerate(sentences) for _ in words]
        """The words in order, and the sentence of each."""
        self._places: dict[str, list[int]] = defaultdict(list)
        for place, word in enumerate(self.all):
            self._places[word].append(place)
        self.phrases = phrases.on(sentences)
        """Where each of the phrases stands, in order."""

    def named(self, index: Index[Named]) -> Iterator[tuple[Named, Found]]:
        """The things of an index whose words stand on the page, each once, where they stand
        closest together.
        """
        found: dict[int, tuple[Named, Found]] = {}
        for thing, _, places in index.on(self.phrases):
            tightest = self._tightest(places)
            if id(thing) not in found or tightest.spread < found[id(thing)][1].spread:
                found[id(thing)] = thing, tightest
        yield from found.values()

    def _tightest(self, places: Sequence[Sequence[Place]]) -> Found:
        """Where the first of several phrases stands nearest to the others."""
        others = [[place.first for place in each] for each in places[1:]]
        found = (self._around(place, others) for place in places[0])
        return min(found, key=lambda f: (f.spread, f.place))

    def _around(self, place: Place, others: Sequence[Sequence[int]]) -> Found:
        nearest = [_nearest(place.first, each) for each in others]
        sentence = self.sentence[place.first]
        spread = max((abs(each - place.first) for each in nearest), default=0)
        together = all(self.sentence[each] == sentence for each in nearest)
        return Found(place, spread, together)

    def find(self, wanted: Phrase) -> Iterator[Place]:
        """Everywhere the phrase stands, in one sentence."""
        return (place for first in self._at(wanted[0]) if (place := self.stands(wanted, first)))

    def _at(self, word: str) -> Iterable[int]:
        if not word.endswith(ANY):
            return self._places.get(word, ())
        known = self._places.items()
        return (place for other, places in known if other.startswith(word[:-1]) for place in places)

    @property
    def known(self) -> KeysView[str]:
        """Each word once."""
        return self._places.keys()

    def sentences_with(self, word: str) -> Iterator[int]:
        """The sentences in which a word stands, as often as it stands there."""
        return map(self.sentence.__getitem__, self._places[word])

    def stands(self, wanted: Phrase, first: int) -> Place | None:
        """The place of the phrase if it stands at that word, in one sentence."""
        last = first + len(wanted) - 1
        if first < 0 or last >= len(self.all) or self.sentence[first] != self.sentence[last]:
            return None
        if all(map(_fits, wanted, self.all[first : last + 1])):
            return Place(first, last)
        return None

    def span(self, place: Place) -> tuple[int, int]:
        """The canonical span of a phrase."""
        return self._span(place.first)[0], self._span(place.last)[1]

    def where(self, place: Place) -> tuple[int, int]:
        """The place of a phrase in the text of its sentence."""
        return self._where(place.first)[0], self._where(place.last)[1]

    def of(self, sentence: int) -> list[str]:
        """The words of a sentence."""
        return self.all[self._begun(sentence) : self._begun(sentence + 1)]

    def read(self, sentence: int) -> Read:
        """The same with their places in its text: few sentences are asked for them."""
        if sentence not in self._read:
            self._read[sentence] = list(self._placed(self._ground.sentences[sentence].text))
        return self._read[sentence]

    def _placed(self, text: str) -> Iterator[tuple[str, tuple[int, int]]]:
        at = 0
        for joint in text.split():
            at = text.index(joint, at)
            for word in self._joints[joint]:
                yield word.text, (at + word.start, at + word.end)
            at += len(joint)

    def _begun(self, sentence: int) -> int:
        return bisect_left(self.sentence, sentence)

    def _where(self, word: int) -> tuple[int, int]:
        sentence = self.sentence[word]
        return self.read(sentence)[word - self._begun(sentence)][1]

    def _from(self, offset: int) -> int:
        """The first word at or after a canonical offset."""
        sentences = self._ground.sentences
        number = bisect_right(sentences, offset, key=lambda sentence: sentence.start) - 1
        words = range(self._begun(number + 1))
        return bisect_left(words, offset, self._begun(number), key=lambda word: self._span(word)[0])

    def _span(self, word: int) -> tuple[int, int]:
        return self._ground.sentences[self.sentence[word]].span(*self._where(word))

    def at(self, place: int) -> str:
        """The word at a place, empty after the last."""
        return self.all[place] if place < len(self.all) else ""

    def place(self, start: int, end: int) -> Place:
        """The words of a canonical span."""
        first = self._from(start)
        return Place(first, max(first, self._from(end) - 1))

    def before(self, place: Place, count: int) -> frozenset[str]:
        """The words just before a place."""
        return frozenset(self.all[max(0, place.first - count) : place.first])

    def share_sentence(self, one: Place, other: Place) -> bool:
        """Whether two places lie in one sentence."""
        return self.sentence[one.first] == self.sentence[other.last]


def _nearest(place: int, places: Sequence[int]) -> int:
    """Of some places, in order, the nearest."""
    after = bisect_left(places, place)
    return min(places[max(0, after - 1) : after + 1], key=lambda near: abs(near - place))


def _fits(wanted: str, word: str) -> bool:
    return word.startswith(wanted[:-1]) if wanted.endswith(ANY) else word == wanted
