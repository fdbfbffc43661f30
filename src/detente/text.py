"""Text as it is read: folding for comparison, and passages that keep their way back to the page.

A page's canonical text is never changed. What a finder reads is a :class:`Passage`: the same
words on one line, with typographic variants made plain and every character mapped to the canonical
offsets it came from, so that a finding is always a slice of the page.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from detente.memory import Kept
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
_VARIANT = re.compile(f"[{''.join(_PLAIN)}]")
_BEYOND = r"\u00ad\u0300-\u200f\u2028-\u2031\u2033-\u209f\u20c0-\uffff\U00010000-\U0010ffff"
_RARE = re.compile(f"[{_BEYOND}]")
"""Characters beyond those of European prose: some are not seen, some belong to the one before."""
_MARKED = (
    r"[^\S ]|\s+(?=\s)"
    r"|[^\s0-9a-zà-öø-ÿ](?<=[.!?…»”\"')\]\-–—\u2010\u2011\u2019\u02bc\u2018\u2032`\u00b4].)"
)
_UNEVEN = re.compile(_MARKED, re.DOTALL)
"""Where a character may not stand for itself: white space that is not one space, and what may begin
a sentence straight after a mark."""
_UNEVEN_OR_RARE = re.compile(
    rf"[^{_BEYOND}]?[{_BEYOND}]+(?:[^{_BEYOND}][{_BEYOND}]+)*[^{_BEYOND}]?|{_MARKED}", re.DOTALL
)
"""The same, and rare characters with their neighbours."""

MOST_OFFSETS = 262_144
"""Offsets that are kept as numbers: few pages are longer."""

WORDS = 65_536
"""Words that are remembered folded."""

SHORT = 32
"""Characters of what is worth remembering folded: a word, a name."""


def fold(words: str) -> str:
    """Lower case, no accents, one space between words: two spellings of a name fold alike."""
    return fold_word(words) if len(words) <= SHORT else _fold(words)


def _fold(words: str) -> str:
    return " ".join(words.translate(_FOLDED).split())


fold_word = Kept(_fold, WORDS).__getitem__
"""The same of what is known to be short, as a word is: remembered."""


def slug(name: str) -> str:
    """A name as an identifier: "Nile Gardiner" is "nile-gardiner"."""
    return fold(name).replace(" ", "-")


@lru_cache(maxsize=1_024)
def folded_words(sentence: str) -> tuple[str, ...]:
    """The words of a sentence, folded: several finders ask for those of one page."""
    return tuple(chain.from_iterable(map(_JOINTS.__getitem__, sentence.split())))


def _words(joint: str) -> tuple[str, ...]:
    return tuple(joint.translate(_FOLDED).split())


_JOINTS = Kept(_words, WORDS)
"""The words of what stands between two spaces ("l'accord,"): pages have the same few again and
again."""


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
    lacks after a full stop ("fin.Le") or around a crosshead is put in and has an empty span, and so
    is the full stop of a heading that the page has glued to what follows ("jeudiLe").
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
        return bisect_left(self.starts, offset)


def passage(
    canonical: str,
    start: int,
    end: int,
    block: int,
    label: str,
    glued: re.Pattern[str] | None = None,
) -> Passage:
    """Read ``canonical[start:end]`` as one line. Linear in its length. ``glued`` finds where a
    sentence begins inside what looks like a word."""
    line, at = _Line(), start
    for match in glued.finditer(canonical, start, end) if glued is not None else ():
        _read(line, canonical, at, match.start())
        line.put_in(". ", match.start())
        at = match.start()
    _read(line, canonical, at, end)
    line.close()
    return Passage("".join(line.chars), tuple(line.starts), tuple(line.ends), block, label)


def _read(line: _Line, canonical: str, start: int, end: int) -> None:
    """Read a part of a passage that is taken as it stands."""
    at = start
    uneven = _UNEVEN_OR_RARE if _RARE.search(canonical, start, end) else _UNEVEN
    for match in uneven.finditer(canonical, start, end):
        line.take_even(canonical, at, match.start())
        for char, a, b in _characters(canonical, match.start(), match.end()):
            line.take(char, a, b)
        at = match.end()
    line.take_even(canonical, at, end)


class _Line:
    """A passage as it is read, character by character or a stretch at a time."""

    def __init__(self) -> None:
        self.chars: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []

    def take(self, char: str, start: int, end: int) -> None:
        """Read one character, with the space that the page lacks before it."""
        if char == " " and (not self.chars or self.chars[-1] == " "):
            return
        if _is_glued(self.chars, char):
            self.chars.append(" ")
            self.starts.append(start)
            self.ends.append(start)
        self.chars.append(char)
        self.starts.append(start)
        self.ends.append(end)

    def take_even(self, canonical: str, start: int, end: int) -> None:
        """Read a stretch in which each character stands for itself; its first may be a space
        too many."""
        if start < end and canonical[start] == " ":
            self.take(" ", start, start + 1)
            start += 1
        self.chars.extend(_VARIANT.sub(lambda variant: _PLAIN[variant[0]], canonical[start:end]))
        self.starts.extend(_offsets(start, end))
        self.ends.extend(_offsets(start + 1, end + 1))

    def put_in(self, chars: str, at: int) -> None:
        """Read characters that the page lacks at an offset."""
        self.chars.extend(chars)
        self.starts.extend(at for _ in chars)
        self.ends.extend(at for _ in chars)

    def close(self) -> None:
        """Leave out spaces at the end."""
        while self.chars and self.chars[-1] == " ":
            self.chars.pop(), self.starts.pop(), self.ends.pop()


_OFFSETS: list[int] = []
"""The numbers from nought on, made once: every page counts its characters with the same few."""


def _offsets(start: int, stop: int) -> Sequence[int]:
    """The numbers from one up to another, not included."""
    if stop > MOST_OFFSETS:
        return range(start, stop)
    if stop > len(_OFFSETS):
        _OFFSETS.extend(range(len(_OFFSETS), stop))
    return _OFFSETS[start:stop]


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
    return last.isdigit() or last in _CLOSING or last == "%"
