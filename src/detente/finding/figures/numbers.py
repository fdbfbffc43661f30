"""Numbers as they are written, in digits and words: "1.081", "27 milliards", "une centaine"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from detente.languages.figures import FigureWords
from detente.languages.language import Language
from detente.memory import Kept, Plain
from detente.text import fold, folded_words

_PIECE = re.compile(r"\d+(?:[ .\u202f]\d{3}(?!\d))*(?:,\d+)?|[^\W\d_]+\d?|[%$€£]|[^\w\s']")
_DIGIT = re.compile(r"\d")
_GROUPING = re.compile(r"[ .\u202f]")
_YEAR = re.compile(r"(19|20)\d\d$")

PIECES = 16_384
"""Words that are remembered folded."""

JOINTS = 65_536
"""Stretches between two spaces of which it is remembered whether a number may stand there."""

HUNDRED, THOUSAND = 100, 1000
SCORE, SCORES = 20, 4
"""Eighty is said as four twenties."""


class Piece(Plain, frozen=True, gc=False):
    """A number in digits, a word or a mark of a sentence, with its place in the sentence's text."""

    start: int
    end: int
    text: str
    word: str
    digits: float | None


@dataclass(frozen=True, slots=True)
class Number:
    """A number: pieces ``first`` up to ``last``, not included. ``plain`` ones are small words
    alone ("deux"), which count things more often than they measure; ``large`` ones end with a word
    that is joined to what it counts ("millions de")."""

    first: int
    last: int
    value: float
    plain: bool
    large: bool


class Words:
    """The table of figures, folded for comparison."""

    def __init__(self, table: FigureWords) -> None:
        self.numbers = {fold(w): v for w, v in table.numbers.items()}
        self.multipliers = {fold(w): v for w, v in table.multipliers.items()}
        self.collectives = {fold(w): v for w, v in table.collectives.items()}
        lists = table.lists
        self.units = {_key(w): u for w, u in table.units.items()}
        self.things = {fold(w): u for w, u in table.things.items()}
        self.strong = _folded(lists.strong)
        self.suffered = _folded(lists.suffered)
        self.definite = _folded(lists.definite)
        self.alone, self.bare = _folded(lists.alone), _folded(lists.bare)
        self.again = _folded(lists.again)
        self.linking = _folded(lists.linking)
        self.never_after = _folded(lists.never_after)
        self.never_before = _folded(lists.never_before)
        self.ranges, self.origins = _folded(lists.ranges), _folded(lists.origins)
        self.between, self.either = _folded(lists.between), _folded(lists.either)
        self.eras = _folded(lists.eras)
        self.since, self.until = _folded(lists.since), _folded(lists.until)
        self.amounting, self.amounts = _folded(lists.amounting), _folded(lists.amounts)
        self.reckoning = _folded(lists.reckoning)
        self.likening, self.tallies = _folded(lists.likening), _folded(lists.tallies)
        self.tallying = _folded(w for w in lists.tallying if " " not in w)
        self.tallying_with = frozenset(_key(w) for w in lists.tallying if " " in w)
        self.approximators: dict[str, list[tuple[str, ...]]] = {}
        """Phrases that make a number one of about so many, by their last word, longest first."""
        for phrase in sorted((tuple(fold(w).split()) for w in lists.approximators), key=len):
            self.approximators.setdefault(phrase[-1], []).insert(0, phrase)
        several = {w for w, v in self.numbers.items() if v != 1}
        self._counting = several.union(self.collectives, self.multipliers)
        self.opening = self.alone.intersection(self.multipliers).union(
            self.numbers, self.collectives
        )
        """Words that a number may begin with."""
        self._counts = Kept(self._may_count, JOINTS)
        self._plurals = lists.plural_endings
        self._invariable = _folded(lists.invariable)

    def may_count(self, text: str) -> bool:
        """Whether a number may stand in a sentence: digits, or a word for more or less than one,
        which alone measures nothing."""
        return any(map(self._counts.__getitem__, text.split()))

    def _may_count(self, joint: str) -> bool:
        has_digit = _DIGIT.search(joint) is not None
        return has_digit or not self._counting.isdisjoint(folded_words(joint))

    def is_large(self, word: str) -> bool:
        """Whether a number that ends with a word is joined to what it counts: "millions de"."""
        return word in self.collectives or (word in self.multipliers and word not in self.bare)

    def singular(self, word: str) -> str:
        """A folded word without the ending of plurals."""
        if len(word) > 3 and word.endswith(self._plurals) and word not in self._invariable:
            return word[:-1]
        return word


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(fold, words))


def _key(unit: str) -> tuple[str, ...]:
    return tuple(fold(unit).split()) or (unit,)


@cache
def words(language: Language) -> Words:
    """The table of a language, built once a process."""
    return Words(language.table("figures", FigureWords))


def pieces(text: str) -> list[Piece]:
    """The pieces of a sentence's text. A number glued to letters or a hyphen is part of a name."""
    return [
        Piece(
            *match.span(),
            word := match[0],
            _folded_piece(word),
            _digits(text, match) if word[0].isdecimal() else None,
        )
        for match in _PIECE.finditer(text)
    ]


_folded_piece = Kept(lambda text: fold(text) or text, PIECES).__getitem__
"""A word folded; a mark as it is."""


def _digits(text: str, match: re.Match[str]) -> float | None:
    start, end = match.span()
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    if before and (before.isalnum() or before in "-.,:/+"):
        return None
    if after and (after.isalpha() or after in "-:/'°"):
        return None
    return float(_GROUPING.sub("", match[0]).replace(",", "."))


def is_year(piece: Piece) -> bool:
    """Whether a piece may be a year: four figures without a mark between them."""
    return _YEAR.match(piece.text) is not None


def numbers(found: list[Piece], table: Words) -> Iterator[Number]:
    """Numbers of a sentence, in order, each as long as it goes."""
    stop = 0
    for at, piece in enumerate(found):
        opens = piece.digits is not None or piece.word in table.opening
        number = _number(found, at, table) if opens and at >= stop else None
        if number is not None:
            yield number
            stop = number.last


def _number(found: list[Piece], at: int, table: Words) -> Number | None:
    total, current, k = 0.0, None, at
    while k < len(found):
        piece = found[k]
        if piece.digits is not None and current is None:
            current = piece.digits
        elif piece.word in table.numbers:
            beside = k > at and found[k - 1].word in table.numbers
            current = _joined(current, table.numbers[piece.word], beside)
        elif piece.word in table.collectives:
            current = (current or 1) * table.collectives[piece.word]
        elif piece.word in table.multipliers and (k > at or piece.word in table.alone):
            total, current = _multiplied(total, current, table.multipliers[piece.word])
        elif not (_is_between(piece, k, found, table) and (current or total)):
            break
        k += 1
    while k > at and (found[k - 1].word == "-" or found[k - 1].word in table.linking):
        k -= 1
    if k == at:
        return None
    read = found[at:k]
    counted = any(p.word in table.collectives or p.word in table.multipliers for p in read)
    plain = read[0].digits is None and not counted
    return Number(at, k, total + (current or 0), plain, table.is_large(read[-1].word))


def _joined(current: float | None, value: float, beside: bool) -> float:
    """Two number words in a row: "quatre-vingt-dix" is four twenties and ten, "un demi" a half."""
    if current is None:
        return value
    if value < 1 and beside:
        return current * value
    if value == SCORE and current % HUNDRED == SCORES:
        return current + SCORE * SCORES - SCORES
    return current + value


def _multiplied(total: float, current: float | None, by: float) -> tuple[float, float | None]:
    if by < THOUSAND:
        return total, (current or 1) * by
    return (total or 1) * by if current is None else total + current * by, None


def _is_between(piece: Piece, k: int, found: list[Piece], table: Words) -> bool:
    """A hyphen, or "de" between a collective and its multiplier ("une centaine de millions")."""
    if k + 1 >= len(found):
        return False
    following = found[k + 1].word
    if piece.text == "-":
        return following in table.numbers or following in table.multipliers
    return piece.word in table.linking and following in table.multipliers
