"""Numbers that measure: which unit, of what, and which numbers are dates, ages or scores."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import pairwise

from detente.finding.figures.numbers import Number, Piece, Words, is_year, numbers, pieces
from detente.finding.figures.phrases import Phrase, counted, measured, undergone
from detente.finding.ground import Expression, Ground
from detente.knowledge.base import Knowledge
from detente.records import Time
from detente.syntax import Parse, Sentence, Token
from detente.text import fold

SMALL = 13
"""Numbers in words below this count things in passing ("les deux présidents")."""

PERSONS = "personnes"
RATE = "%"
HYPHEN = "-"

SENTENCES = 1_024
"""Sentences whose numbers are remembered: they are asked for twice a page."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A number with its canonical span, its unit and what it counts, and its ``tokens``.

    ``opens`` and ``closes`` mark the ends of a comparison, ``bare`` a number that takes what it
    counts from the next, ``again`` one that takes it from the figure before, ``contrasts`` one that
    holds for another time or another side than that ("30%, contre 12% en 2015")."""

    start: int
    end: int
    tokens: range
    value: float
    unit: str | None
    of: str | None
    opens: bool = False
    closes: bool = False
    bare: bool = False
    again: bool = False
    contrasts: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with numbers that may be figures."""

    sentence: Sentence
    pieces: list[Piece]
    numbers: list[Number]


def line(sentence: Sentence, times: Sequence[Time | Expression], table: Words) -> Line | None:
    """The numbers of a sentence that are no times, ages, scores or parts of names; None if it has
    none. Only a sentence that has some is parsed."""
    found, counting = _counted(sentence.text, table)
    taken = [(t.start, t.end) for t in times]
    read = []
    for number in counting:
        start, end = sentence.span(found[number.first].start, found[number.last - 1].end)
        timed = any(a < end and start < b for a, b in taken)
        if not timed and number.value > 0 and not _is_named(found, number, table):
            read.append(number)
    return Line(sentence, found, read) if read else None


@lru_cache(SENTENCES)
def _counted(text: str, table: Words) -> tuple[list[Piece], list[Number]]:
    """The pieces of a sentence that may hold numbers, and all its numbers."""
    found = pieces(text) if table.may_count(text) else []
    return found, list(numbers(found, table))


def _is_named(found: list[Piece], number: Number, table: Words) -> bool:
    """Whether the words beside a number make it a date, an age, a score or a part of a name."""
    after = [p.word for p in found[number.last : number.last + 2] if p.word not in table.origins]
    before = found[number.first - 1].word if number.first else ""
    return bool(set(after[:1]) & table.never_after) or before in table.never_before


def measures(ground: Ground, line: Line, table: Words) -> list[Measure]:
    """The figures of a sentence, in order."""
    parse = ground.syntax.of(line.sentence)
    if not len(parse):
        return []
    reader = _Reader(ground, line, parse, table)
    read = [reader.read(n) for n in range(len(line.numbers))]
    return _compared(read)


class _Reader:
    """Reads the numbers of one parsed sentence."""

    def __init__(self, ground: Ground, line: Line, parse: Parse, table: Words) -> None:
        self.ground, self.sentence, self.parse, self.table = ground, line.sentence, parse, table
        self.pieces, self.numbers = line.pieces, line.numbers

    def read(self, n: int) -> Measure | None:
        """The figure of the ``n``-th number, if it measures or counts something."""
        number, table = self.numbers[n], self.table
        unit, stop = _unit(self.pieces, number.last, table)
        first = _approximated(self.pieces, number.first, table)
        opening, after = self._token(first, 0), self._token(stop - 1, -1) + 1
        if unit is not None:
            phrase = measured(self.parse, range(opening, after), unit == RATE, table)
            last = after - 1
        else:
            phrase = counted(self.parse, after, number.large, table)
            last = phrase.noun.i if phrase is not None else after - 1
        before = self.pieces[first - 1].word if first else ""
        if unit is None and phrase is None:
            return self._bare(n, before)
        if not self._is_worth(number, unit, phrase, before):
            return None
        kind = unit if unit is not None or phrase is None else self._thing(phrase)
        return replace(
            self._made(first, last, number.value, stop if unit is not None else None),
            unit=kind,
            of=self._words(phrase, kind),
            opens=before in table.origins,
            closes=before in table.ranges,
            again=before in table.again,
            contrasts=before in table.again & table.ranges,
        )

    def _made(self, first: int, last: int, value: float, stop: int | None) -> Measure:
        """From a piece up to the piece ``stop``, or else to the end of the token ``last``."""
        start = self.sentence.span(self.pieces[first].start, self.pieces[first].end)[0]
        end = self.parse.tokens[last].end
        if stop is not None:
            end = self.sentence.span(self.pieces[stop - 1].start, self.pieces[stop - 1].end)[1]
        return Measure(start, end, range(self._token(first, 0), last + 1), value, None, None)

    def _token(self, piece: int, at: int) -> int:
        """The first (0) or last (-1) token of a piece."""
        place = self.pieces[piece]
        return self.parse.at(*self.sentence.span(place.start, place.end))[at].i

    def _bare(self, n: int, before: str) -> Measure | None:
        """A number that another completes: "de 20 à 27 milliards", "60 à 70 soldats", "17.000 des
        20.000 réfugiés", "110 soldats, dont 50"."""
        number, table = self.numbers[n], self.table
        after = self.pieces[number.last].word if number.last < len(self.pieces) else ""
        last = self._token(number.last - 1, -1)
        made = self._made(number.first, last, number.value, number.last)
        if number.plain and number.value == 1:
            return None
        if before in table.again:
            return replace(made, again=True, contrasts=before in table.ranges)
        if n + 1 == len(self.numbers):
            return None
        following = _approximated(self.pieces, self.numbers[n + 1].first, table)
        beside = following == number.last + 1
        pair = after in table.either or before in table.between or after in table.linking
        if beside and pair:
            return replace(made, bare=True)
        opens = before in table.origins and after in table.ranges
        return replace(made, opens=True) if opens else None

    def _is_worth(
        self, number: Number, unit: str | None, phrase: Phrase | None, before: str
    ) -> bool:
        """Small numbers in words count with a unit of measure, with what is always worth counting,
        or with people to whom something happened; what may be a year needs a unit."""
        if not number.plain:
            maybe = self.pieces[number.first]
            lone = number.last == number.first + 1
            return unit is not None or not (lone and is_year(maybe)) or self._is_listed(phrase)
        if number.value >= SMALL or unit is not None or phrase is None:
            return number.value > 1
        noun, last = phrase.noun, self.parse.tokens[phrase.last]
        strong = self.table.strong
        if number.value > 1 and before not in self.table.definite and self._name(noun, strong):
            return True
        done = undergone(self.parse, noun)
        befell = {last.base, done.base if done is not None else ""}
        return number.value > 1 and bool(befell & self.table.suffered)

    def _is_listed(self, phrase: Phrase | None) -> bool:
        return phrase is not None and self._thing(phrase) is not None

    def _name(self, noun: Token, names: Container[str]) -> str | None:
        """The word of ``names`` that a noun is, by its lemma or without its plural ending."""
        forms = (noun.base, noun.word, self.table.singular(noun.word))
        return next((form for form in forms if form in names), None)

    def _thing(self, phrase: Phrase) -> str | None:
        """What a noun counts as: people, countries, missiles; people of a nation are people."""
        name = self._name(phrase.noun, self.table.things)
        if name is not None:
            return self.table.things[name]
        national = phrase.noun.text[:1].isupper() and self._name(
            phrase.noun, nationals(self.ground.knowledge, self.ground.language.code)
        )
        return PERSONS if national else None

    def _words(self, phrase: Phrase | None, kind: str | None) -> str | None:
        """The page's words for what is counted; of people also what happened to them."""
        if phrase is None:
            return None
        tokens = self.parse.tokens
        last = phrase.last
        while last + 1 < len(tokens) and _is_one_word(tokens[last], tokens[last + 1]):
            last += 1
        words = (
            self.ground.words(tokens[phrase.first].start, tokens[last].end).strip(HYPHEN).split()
        )
        done = undergone(self.parse, phrase.noun) if kind == PERSONS else None
        if done is not None and done.base in self.table.suffered:
            words.append(done.text)
        return " ".join(words)


def _is_one_word(left: Token, right: Token) -> bool:
    """Whether two tokens are parts of one word: "sol-sol"."""
    return left.end == right.start and HYPHEN in (left.text, right.text)


def _unit(found: list[Piece], at: int, table: Words) -> tuple[str | None, int]:
    """The unit of measure at a place, perhaps after a linking word, and the place after it."""
    k = at + 1 if at < len(found) and found[at].word in table.linking else at
    for size in (2, 1):
        window = tuple(table.singular(p.word) for p in found[k : k + size])
        unit = table.units.get(window) or table.units.get(
            tuple(p.text for p in found[k : k + size])
        )
        if unit is not None and len(window) == size:
            return unit, k + size
    return None, at


def _approximated(found: list[Piece], at: int, table: Words) -> int:
    """The first piece of the figure with an approximator before it, if there is one."""
    for phrase in table.approximators.get(found[at - 1].word, ()) if at else ():
        size = len(phrase)
        if at >= size and tuple(p.word for p in found[at - size : at]) == phrase:
            return at - size
    return at


def _compared(read: list[Measure | None]) -> list[Measure]:
    """The two ends of "from ... to" measure the same: each lends the other what it lacks; a bare
    number takes what it counts from the next."""
    for n in range(len(read) - 2, -1, -1):
        left, right = read[n], read[n + 1]
        if left is None or right is None:
            continue
        if left.bare:
            read[n] = replace(left, unit=right.unit, of=right.of)
        elif left.opens and right.closes:
            unit = left.unit or right.unit
            read[n] = replace(left, unit=unit, of=left.of or right.of)
            read[n + 1] = replace(right, unit=right.unit or unit, of=right.of or left.of)
    for n, (left, right) in enumerate(pairwise(read), 1):
        if left is not None and right is not None and right.again:
            read[n] = replace(right, unit=right.unit or left.unit, of=right.of or left.of)
    return [m for m in read if m is not None and (m.unit is not None or m.of is not None)]


@cache
def nationals(knowledge: Knowledge, code: str) -> frozenset[str]:
    """The folded adjectives of states, which as nouns name their people."""
    return frozenset(fold(w) for s in knowledge.states for w in s.adjectives.get(code, ()))
