"""Quoted words as numbers: hashed stems, which of them carry content, and the n-grams of them.

Spelling, case, accents and endings of a word do not matter to whether two outlets quote the same
words, so a word is compared by its first letters, folded. What differs in a language (which words
carry no content) comes from its data.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import msgspec
import numpy as np
import numpy.typing as npt

from detente.languages import language
from detente.text import fold

STEM = 6
"""Letters of a word that are compared; the rest is mostly ending."""

_WHOLE = 5
"""Letters of a word whose ending may be cut."""
_WORD = re.compile(r"\w+")
_EDITORIAL = re.compile(r"\[[^\]]{0,200}\]|\([^)]{0,200}\)")


class _Comparing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    light: frozenset[str]
    alike: tuple[tuple[str, ...], ...]
    endings: tuple[str, ...]


Stems = tuple[int, ...]
Hashes = npt.NDArray[np.uint64]


class Words:
    """Turns text into stems; every word is looked at once."""

    def __init__(self) -> None:
        self._stems: dict[str, Stems] = {}
        self._light: set[int] = set()
        self._alike: dict[int, int] = {}
        tables = [language.load(c).table("linking", _Comparing) for c in language.supported()]
        self._endings = tuple(ending for table in tables for ending in table.endings)
        for table in tables:
            self._light |= {_crc(word) for raw in table.light for word in fold(raw).split()}
            for first, *others in table.alike:
                stem = self._stem(fold(first))
                self._alike |= dict.fromkeys((self._stem(fold(word)) for word in others), stem)

    def stems(self, text: str) -> Stems:
        """The stems of a text, in order; what an editor put in brackets is left out unless
        nothing else is there."""
        bare = _EDITORIAL.sub(" ", text) if "[" in text or "(" in text else text
        words = _WORD.findall(bare) or _WORD.findall(text)
        known = self._stems
        return tuple(
            chain.from_iterable(known[word] if word in known else self._of(word) for word in words)
        )

    def content(self, stems: Stems) -> Stems:
        """Those that carry content, in order."""
        light = self._light
        return tuple(stem for stem in stems if stem not in light)

    def _of(self, word: str) -> Stems:
        known = self._stems.get(word)
        if known is None:
            known = tuple(self._hash(part) for part in fold(word).split())
            self._stems[word] = known
        return known

    def _hash(self, word: str) -> int:
        whole = _crc(word)
        if whole in self._light:
            return whole
        stem = self._stem(word)
        return self._alike.get(stem, stem)

    def _stem(self, word: str) -> int:
        if len(word) >= _WHOLE:
            word = next((word[: -len(e)] for e in self._endings if word.endswith(e)), word)
        return _crc(word[:STEM])


def _crc(word: str) -> int:
    return zlib.crc32(word.encode())


@dataclass(frozen=True, slots=True)
class Ragged:
    """The stems of many texts: all in a row, and how many are of each text."""

    flat: Hashes
    lengths: npt.NDArray[np.int64]

    @classmethod
    def of(cls, texts: Sequence[Stems]) -> Ragged:
        """Texts of which each is a tuple of stems."""
        lengths = np.fromiter((len(one) for one in texts), np.int64, len(texts))
        flat = np.fromiter((s for one in texts for s in one), np.uint64, int(lengths.sum()))
        return cls(flat, lengths)

    @property
    def starts(self) -> npt.NDArray[np.int64]:
        """Where each text begins in the row."""
        return np.asarray(np.cumsum(self.lengths) - self.lengths)

    def places(self, texts: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
        """The places in the row of all stems of some texts, one text after the other."""
        lengths = self.lengths[texts]
        before = np.cumsum(lengths) - lengths
        shift = np.repeat(self.starts[texts] - before, lengths)
        return np.asarray(np.arange(int(lengths.sum())) + shift)

    def taken(self, texts: npt.NDArray[np.int64]) -> Ragged:
        """Some of the texts, in that order."""
        return Ragged(self.flat[self.places(texts)], self.lengths[texts])


def grams(texts: Ragged, size: int) -> tuple[Hashes, npt.NDArray[np.int32]]:
    """The hashed n-grams of many texts, and which text each comes from. A text shorter than
    ``size`` gives one gram of all its words."""
    flat, lengths = texts.flat, texts.lengths
    owner = np.repeat(np.arange(len(lengths), dtype=np.int32), lengths)
    mixed = np.zeros(len(flat), np.uint64)
    whole = np.ones(len(flat), bool)
    for k in range(size):
        ahead, same = _shifted(flat, owner, k)
        mixed = mixed * np.uint64(0x9E3779B97F4A7C15) + ahead * same + np.uint64(k)
        whole &= same
    first = np.zeros(len(flat), bool)
    first[texts.starts[lengths > 0]] = True
    short = np.repeat(lengths < size, lengths) & first
    kept = whole | short
    return mixed[kept] ^ (mixed[kept] >> np.uint64(29)), owner[kept]


def _shifted(
    flat: Hashes, owner: npt.NDArray[np.int32], by: int
) -> tuple[Hashes, npt.NDArray[np.bool_]]:
    """The stem ``by`` places ahead, and whether it is still of the same text."""
    ahead = np.zeros(len(flat), np.uint64)
    same = np.zeros(len(flat), bool)
    stop = max(0, len(flat) - by)
    ahead[:stop] = flat[by:]
    same[:stop] = owner[by:] == owner[:stop]
    return ahead, same
