"""Words with their places, and dictionaries of word sequences, without accents and case.

Unlike :func:`detente.text.fold` the flattening here keeps every offset: one character in, one out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, chain
from typing import Generic, NamedTuple, TypeVar

from detente.memory import Kept

V = TypeVar("V")

_WORD = re.compile(r"[0-9a-z\u0153\u00e6]+")
_GAP_AND_WORD = re.compile(r"([^0-9a-z\u0153\u00e6]*)([0-9a-z\u0153\u00e6]+)")
_JOIN = re.compile(r"[\s'-]*")
_INITIAL_DOT = re.compile(r"\.\s?")


@cache
def _bare_letters() -> dict[int, str]:
    table = {}
    for code in range(0x250):
        lower = chr(code).lower()[:1]
        base = unicodedata.normalize("NFKD", lower)[:1] or " "
        table[code] = base if base.isascii() or lower in "œæ" else lower
    return table | {0x2019: "'", 0x2018: "'", 0x2010: "-", 0x2011: "-"}


def flat(text: str) -> str:
    """The text in lower case without accents, character by character."""
    return text.translate(_bare_letters())


def words_of(phrase: str) -> tuple[str, ...]:
    """The flat words of a phrase."""
    return tuple(_WORD.findall(flat(phrase)))


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of a text. ``joined[i]`` tells that only spaces, apostrophes or hyphens stand
    between word ``i`` and the one before, ``listed[i]`` that a comma does."""

    text: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    joined: tuple[bool, ...]
    listed: tuple[bool, ...]

    def __len__(self) -> int:
        return len(self.words)


def tokens_of(text: str) -> Tokens:
    """The words of a text with their places. Linear in its length."""
    pieces = _GAP_AND_WORD.findall(flat(text))
    words = tuple([word for _, word in pieces])
    gaps = [_gap(gap) for gap, _ in pieces]
    bounds = list(accumulate(map(len, chain.from_iterable(pieces))))
    joined = [
        gap.joins or (gap.dots and i > 0 and len(words[i - 1]) == 1 == len(words[i]))
        for i, gap in enumerate(gaps)
    ]
    listed = tuple([gap.lists for gap in gaps])
    return Tokens(text, words, tuple(bounds[::2]), tuple(bounds[1::2]), tuple(joined), listed)


class _Gap(NamedTuple):
    """What stands between two words: nothing that parts them, a comma, the dot of an initial."""

    joins: bool
    lists: bool
    dots: bool


def _read_gap(marks: str) -> _Gap:
    return _Gap(
        joins=_JOIN.fullmatch(marks) is not None,
        lists=marks.strip() == ",",
        dots=_INITIAL_DOT.fullmatch(marks) is not None,
    )


_gap = Kept(_read_gap, 4_096).__getitem__


class Phrases(Generic[V]):
    """Word sequences with values; several values may share one sequence."""

    def __init__(self, entries: Iterable[tuple[str, V]]) -> None:
        self._values: dict[tuple[str, ...], dict[V, None]] = {}
        for phrase, value in entries:
            if words := words_of(phrase):
                self._values.setdefault(words, {})[value] = None
        lengths: dict[str, set[int]] = {}
        for words in self._values:
            lengths.setdefault(words[0], set()).add(len(words))
        self._lengths = {first: tuple(sorted(ns, reverse=True)) for first, ns in lengths.items()}

    def __contains__(self, words: tuple[str, ...]) -> bool:
        return words in self._values

    def starts(self, tokens: Tokens) -> list[int]:
        """The words with which a sequence may begin, in order."""
        return [i for i, word in enumerate(tokens.words) if word in self._lengths]

    def all_at(self, tokens: Tokens, i: int) -> list[tuple[int, tuple[V, ...]]]:
        """Sequences that begin with word ``i``: the index after each and its values, longest
        first."""
        if i >= len(tokens.words):
            return []
        found = []
        for n in self._lengths.get(tokens.words[i], ()):
            values = self._values.get(tokens.words[i : i + n])
            if values and i + n <= len(tokens.words) and all(tokens.joined[i + 1 : i + n]):
                found.append((i + n, tuple(values)))
        return found

    def at(self, tokens: Tokens, i: int) -> tuple[int, tuple[V, ...]] | None:
        """The longest of them."""
        found = self.all_at(tokens, i)
        return found[0] if found else None

    def behind(self, tokens: Tokens, i: int) -> tuple[int, tuple[V, ...]] | None:
        """The longest sequence of at most three words that ends before word ``i``: the index of
        its first word and its values."""
        for n in (3, 2, 1):
            if n > i or not all(tokens.joined[i - n + 1 : i + 1]):
                continue
            if values := self._values.get(tokens.words[i - n : i]):
                return i - n, tuple(values)
        return None
