"""Words with their places, and dictionaries of word sequences, without accents and case.

Unlike :func:`detente.text.fold` the flattening here keeps every offset: one character in, one out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Generic, NamedTuple, TypeVar

V = TypeVar("V")

_WORD = re.compile(r"[0-9a-z\u0153\u00e6]+")
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
    even = flat(text)
    words, starts, ends, joined, listed = [], [], [], [], []
    before, length = 0, 0
    for match in _WORD.finditer(even):
        start, end = match.span()
        gap = _gap(even[before:start])
        words.append(match.group())
        starts.append(start)
        ends.append(end)
        joined.append(gap.joins or (gap.dots and length == 1 == end - start))
        listed.append(gap.lists)
        before, length = end, end - start
    return Tokens(text, tuple(words), tuple(starts), tuple(ends), tuple(joined), tuple(listed))


class _Gap(NamedTuple):
    """What stands between two words: nothing that parts them, a comma, the dot of an initial."""

    joins: bool
    lists: bool
    dots: bool


@lru_cache(4_096)
def _gap(marks: str) -> _Gap:
    return _Gap(
        joins=_JOIN.fullmatch(marks) is not None,
        lists=marks.strip() == ",",
        dots=_INITIAL_DOT.fullmatch(marks) is not None,
    )


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

    @property
    def first_words(self) -> frozenset[str]:
        """The words that a sequence may begin with."""
        return frozenset(self._lengths)

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
