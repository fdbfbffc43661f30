"""Text as it is read: folding for comparison, and passages that keep their way back to the page.

A page's canonical text is never changed. What a finder reads is a :class:`Passage`: the same
words on one line, with typographic variants made plain and every character mapped to the canonical
offsets it came from, so that a finding is always a slice of the page.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from detente.records import Span

_PLAIN = {
    "\u2019": "'",
    "\u02bc": "'",
    "\u2018": "'",
    "\u2032": "'",
    "\u0060": "'",
    "\u00b4": "'",
    "\u2010": "-",
    "\u2011": "-",
}
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f")
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d"})
_NOT_WORD = re.compile(r"[^0-9a-z]+")
_SENTENCE_END = ".!?…"
_CLOSING = "»”\"')]"
_DASHES = frozenset("-–—")


SHORT = 32
"""Characters of what is worth remembering folded: a word, a name."""


def fold(words: str) -> str:
    """Lower case, no accents, one space between words: two spellings of a name fold alike."""
    return _fold_short(words) if len(words) <= SHORT else _fold(words)


def _fold(words: str) -> str:
    return " ".join(words.translate(_FOLDED).split())


_fold_short = lru_cache(maxsize=65_536)(_fold)


class _Folded(dict[int, str]):
    """What each character folds to, found once: a space for what belongs to no word."""

    def __missing__(self, code: int) -> str:
        parts = unicodedata.normalize("NFKD", chr(code).lower().translate(_LIGATURES))
        bare = "".join(c for c in parts if not unicodedata.combining(c))
        self[code] = _NOT_WORD.sub(" ", bare)
        return self[code]


_FOLDED = _Folded()


@dataclass(frozen=True, slots=True)
class Passage:
    """One content block as one line, with the canonical span of every character.

    ``starts[i]`` and ``ends[i]`` are the canonical offsets of ``text[i]``; a space that the page
    lacks after a full stop ("fin.Le") or around a crosshead is put in and has an empty span.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    block: int
    label: str

    @property
    def start(self) -> int:
        """Canonical offset of the first character."""
        return self.starts[0] if self.starts else 0

    @property
    def end(self) -> int:
        """Canonical offset after the last character."""
        return self.ends[-1] if self.ends else 0

    def span(self, start: int, end: int) -> Span:
        """The canonical span of ``text[start:end]``."""
        if start >= end:
            at = self.starts[start] if start < len(self.starts) else self.end
            return at, at
        return self.starts[start], self.ends[end - 1]

    def index(self, offset: int) -> int:
        """The first position in ``text`` at or after a canonical offset."""
        low, high = 0, len(self.starts)
        while low < high:
            middle = (low + high) // 2
            if self.starts[middle] < offset:
                low = middle + 1
            else:
                high = middle
        return low


def passage(canonical: str, start: int, end: int, block: int, label: str) -> Passage:
    """Read ``canonical[start:end]`` as one line. Linear in its length."""
    chars: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for char, a, b in _characters(canonical, start, end):
        if char == " " and (not chars or chars[-1] == " "):
            continue
        if _is_glued(chars, char):
            chars.append(" ")
            starts.append(a)
            ends.append(a)
        chars.append(char)
        starts.append(a)
        ends.append(b)
    while chars and chars[-1] == " ":
        chars.pop(), starts.pop(), ends.pop()
    return Passage("".join(chars), tuple(starts), tuple(ends), block, label)


def _characters(canonical: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Plain characters with their spans; a combining sequence comes out composed, as one."""
    at = start
    while at < end:
        char, stop = canonical[at], at + 1
        while stop < end and unicodedata.combining(canonical[stop]):
            stop += 1
        if stop > at + 1:
            composed = unicodedata.normalize("NFC", canonical[at:stop])
            char = composed[0]
        if char not in _INVISIBLE:
            yield (" " if char.isspace() else _PLAIN.get(char, char)), at, stop
        at = stop


def _is_glued(chars: list[str], char: str) -> bool:
    """A sentence or a crosshead that begins straight after the end of another: "impasse.Le
    président", "(ONU).Le président", "impasse.- Un accord -Le président"."""
    begins = char.isupper() or char in "«“"
    if len(chars) < 3 or not (begins or char in _DASHES):
        return False
    if chars[-1] in _DASHES:
        return begins and chars[-2] in ' »”"'
    if chars[-1] in _SENTENCE_END:
        return _may_end(chars[-3], chars[-2])
    return chars[-1] in _CLOSING and chars[-2] in _SENTENCE_END and char not in "«“"


def _may_end(before: str, last: str) -> bool:
    """Whether a sentence can end in those two characters: an initial or one letter is none."""
    if last.isalpha():
        return before.isalpha()
    return last.isdigit() or last in _CLOSING
