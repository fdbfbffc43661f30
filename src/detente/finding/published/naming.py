"""Where a page names things of the almanac: runs of words, accents and little words aside."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, KeysView, Sequence
from functools import lru_cache
from itertools import accumulate, chain
from operator import itemgetter, ne
from typing import Generic, NamedTuple, TypeVar

from ahocorasick_rs import AhoCorasick, Implementation

from detente.finding.ground import Ground
from detente.languages.language import Language
from detente.languages.published import Outlook
from detente.text import fold, fold_word

Phrase = tuple[str, ...]
Way = tuple[Phrase, ...]
"""One way to name a thing: phrases that must all stand on the page."""
Named = TypeVar("Named")
BREAK = " \n "
"""What stands between the words of two sentences in a line."""
ANY = "*"
"""What ends a word that may go on in any way."""
_WORD = re.compile(r"\w+")
_WANTED = re.compile(r"\w+\*?")
_RANK = itemgetter(0)
JOINTS = 65_536
"""Stretches between two spaces of which the words are remembered."""


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


class Naming(NamedTuple, Generic[Named]):
    """A thing, one way to name it, and where each phrase of that way stands."""

    thing: Named
    way: Way
    places: Sequence[Sequence[Place]]


class Words:
    """The words of a page's content but for the little ones, and the places of each and of
    phrases."""

    def __init__(self, ground: Ground, phrases: Phrases) -> None:
        idle = ground.language.table("published", Outlook).idle
        self._ground = ground
        self.sentences = [
            list(chain.from_iterable(map(_words, sentence.text.split())))
            for sentence in ground.sentences
        ]
        """The words of each sentence, the little ones too."""
        self._spans: dict[int, list[tuple[int, int]]] = {}
        self.all: list[str] = []
        self.sentence: list[int] = []
        """The words in order, and the sentence of each."""
        self._in_sentence: list[int] = []
        for number, words in enumerate(self.sentences):
            kept = [at for at, word in enumerate(words) if word and word not in idle]
            self.all += [words[at] for at in kept]
            self.sentence += [number] * len(kept)
            self._in_sentence += kept
        self._places: dict[str, list[int]] = {}
        for place, word in enumerate(self.all):
            self._places.setdefault(word, []).append(place)
        self.line, self.begins = _line(self.all, self.sentence)
        """The words in one line, sentences parted, and which word begins where in it."""
        self.phrases = phrases.on(self)
        """Where each of the phrases stands, in order."""

    def named(self, index: Index[Named]) -> Iterator[tuple[Named, Found]]:
        """The things of an index whose words stand on the page, each once, where they stand
        closest together.
        """
        found: dict[int, tuple[Named, Found]] = {}
        for thing, _, places in index.on(self):
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

    def spans(self, sentence: int) -> list[tuple[int, int]]:
        """The places of the words of a sentence in its text: few sentences are asked for them."""
        if sentence not in self._spans:
            text = self._ground.sentences[sentence].text
            self._spans[sentence] = [match.span() for match in _WORD.finditer(text)]
        return self._spans[sentence]

    def _where(self, word: int) -> tuple[int, int]:
        return self.spans(self.sentence[word])[self._in_sentence[word]]

    def _span(self, word: int) -> tuple[int, int]:
        return self._ground.sentences[self.sentence[word]].span(*self._where(word))

    def at(self, place: int) -> str:
        """The word at a place, empty after the last."""
        return self.all[place] if place < len(self.all) else ""

    def place(self, start: int, end: int) -> Place:
        """The words of a canonical span."""
        first = bisect_left(range(len(self.all)), start, key=lambda word: self._span(word)[0])
        last = bisect_left(range(len(self.all)), end, key=lambda word: self._span(word)[0]) - 1
        return Place(first, max(first, last))

    def before(self, place: Place, count: int) -> frozenset[str]:
        """The words just before a place."""
        return frozenset(self.all[max(0, place.first - count) : place.first])

    def share_sentence(self, one: Place, other: Place) -> bool:
        """Whether two places lie in one sentence."""
        return self.sentence[one.first] == self.sentence[other.last]


class Phrases:
    """Phrases that are all looked for in one pass."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        parts = {each: _parts(each) for each in phrases}
        shared = Counter(key for each in parts.values() for key, _ in each)
        wanted: dict[str, list[tuple[Phrase, int | None]]] = {}
        for each, keys in parts.items():
            key, before = min(keys, key=lambda part: shared[part[0]])
            wanted.setdefault(key, []).append((each, before))
        self._phrases = [tuple(each) for each in wanted.values()]
        self._keys = AhoCorasick(list(wanted), implementation=Implementation.ContiguousNFA)

    def on(self, words: Words) -> dict[Phrase, list[Place]]:
        """Where each phrase stands on the page, in order."""
        found: dict[Phrase, list[Place]] = {}
        for key, begin, _ in self._keys.find_matches_as_indexes(words.line, overlapping=True):
            at = words.begins.get(begin)
            if at is None:
                continue
            for wanted, before in self._phrases[key]:
                whole = Place(at, at + len(wanted) - 1) if before is None else None
                place = whole or words.stands(wanted, at - (before or 0))
                if place is not None:
                    found.setdefault(wanted, []).append(place)
        for places in found.values():
            places.sort()
        return found


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

    def on(self, words: Words) -> Iterator[Naming[Named]]:
        """The things whose words stand on the page, in every way that they are named."""
        places, present = words.phrases, words.phrases.keys()
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


def _parts(wanted: Phrase) -> list[tuple[str, int | None]]:
    """What to look for in a line of words: the parts of a phrase, each up to a word that may end
    in any way, and how many words stand before it; None if the part is all of it.
    """
    parts: list[tuple[str, int | None]] = []
    first = 0
    for number, word in enumerate(wanted, 1):
        if word.endswith(ANY) or number == len(wanted):
            whole = number - first == len(wanted)
            part = f" {' '.join(wanted[first:number])} ".removesuffix(f"{ANY} ")
            parts.append((part, None if whole else first))
            first = number
    return parts


def _line(words: Sequence[str], sentences: Sequence[int]) -> tuple[str, dict[int, int]]:
    """The words in one line, with white space about each and a break between sentences, and by the
    place of the space before it each word.
    """
    opens = map(ne, sentences, chain((-1,), sentences))
    parts = [BREAK + word if new else " " + word for word, new in zip(words, opens, strict=True)]
    ends = accumulate(map(len, parts))
    begins = {end - len(word) - 1: n for n, (end, word) in enumerate(zip(ends, words, strict=True))}
    return "".join(parts) + " ", begins


@lru_cache(JOINTS)
def _words(joint: str) -> tuple[str, ...]:
    """The words of what stands between two spaces, folded."""
    return tuple(map(fold_word, _WORD.findall(joint)))


def _folded(words: str) -> Iterator[str]:
    for match in _WANTED.finditer(words):
        bare = match.group()
        for part in fold(bare.rstrip(ANY)).split():
            yield part + ANY if bare.endswith(ANY) else part


def _nearest(place: int, places: Sequence[int]) -> int:
    """Of some places, in order, the nearest."""
    after = bisect_left(places, place)
    return min(places[max(0, after - 1) : after + 1], key=lambda near: abs(near - place))


def _fits(wanted: str, word: str) -> bool:
    return word.startswith(wanted[:-1]) if wanted.endswith(ANY) else word == wanted
