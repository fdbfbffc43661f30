"""Words with their places, and dictionaries of word sequences, without accents and case.

Unlike :func:`detente.text.fold` the flattening here keeps every offset: one character in, one out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from typing import Generic, TypeVar

from detente.memory import Kept

V = TypeVar("V")

_WORD = re.compile(r"[0-9a-z\u0153\u00e6]+")
_WORD_AMONG = re.compile(f"({_WORD.pattern})")
_JOIN = re.compile(r"[\s'-]*")
_SPACES = [chr(code) for code in range(0x3001) if chr(code).isspace()]
_INITIAL_DOTS = frozenset([".", *[f".{space}" for space in _SPACES]])


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
    pieces = _WORD_AMONG.split(flat(text))
    words, gaps = tuple(pieces[1::2]), pieces[:-1:2]
    bounds = list(accumulate(map(len, pieces)))
    joined = list(map(_joins, gaps))
    for i in [i for i, gap in enumerate(gaps) if gap in _INITIAL_DOTS]:
        joined[i] = i > 0 and len(words[i - 1]) == 1 == len(words[i])
    listed = tuple(map(_lists, gaps))
    return Tokens(text, words, tuple(bounds[:-1:2]), tuple(bounds[1::2]), tuple(joined), listed)


def _read_join(marks: str) -> bool:
    return _JOIN.fullmatch(marks) is not None


def _read_list(marks: str) -> bool:
    return marks.strip() == ","


_joins = Kept(_read_join, 4_096).__getitem__
"""Whether nothing stands between two words that parts them."""
_lists = Kept(_read_list, 4_096).__getitem__
"""Whether a comma does."""


class Phrases(Generic[V]):
    """Word sequences with values; several values may share one sequence."""

    def __init__(self, entries: Iterable[tuple[str, V]]) -> None:
        known: dict[tuple[str, ...], dict[V, None]] = {}
        for phrase, value in entries:
            if words := words_of(phrase):
                known.setdefault(words, {})[value] = None
        self._values = {words: tuple(values) for words, values in known.items()}
        lengths: dict[str, set[int]] = {}
        for words in self._values:
            lengths.setdefault(words[0], set()).add(len(words))
        self._lengths = {first: tuple(sorted(ns, reverse=True)) for first, ns in lengths.items()}

    def __contains__(self, words: tuple[str, ...]) -> bool:
        return words in self._values

    def starts(self, tokens: Tokens) -> list[int]:
        """The words with which a sequence may begin, in order."""
        known = self._lengths
        return [i for i, word in enumerate(tokens.words) if word in known]

    def all_at(self, tokens: Tokens, i: int) -> list[tuple[int, tuple[V, ...]]]:
        """Sequences that begin with word ``i``: the index after each and its values, longest
        first."""
        if i >= len(tokens.words):
            return []
        found = []
        for n in self._lengths.get(tokens.words[i], ()):
            values = self._values.get(tokens.words[i : i + n])
            if values and i + n <= len(tokens.words) and all(tokens.joined[i + 1 : i + n]):
                found.append((i + n, values))
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
                return i - n, values
        return None
