"""Frames: the writer's own sentences, in which each marked stretch counts as one token.

Quotations hold full stops, cues and names of their own; seen from the frame they are one thing
that the writer's words point to. Positions are those of the passage's text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

import msgspec

from detente.finding.quotations.marks import Stretch
from detente.text import Passage

_TOKEN = re.compile(r"[^\W_]+'?|\S")
_ENDS = frozenset(".!?…")
_BULLETS = frozenset("•▪►")
_DASHES = frozenset("-–—")
_BORDERS = _ENDS | _BULLETS | _DASHES
_CROSSHEAD = 12
"""Pieces of a heading between two dashes, at most."""


LONGEST = 250
"""Pieces after which a frame is cut: no sentence of prose is so long, and the work of a frame grows
faster than its length."""


class Piece(msgspec.Struct, frozen=True, gc=False):
    """A word (lower-cased in ``text``), a mark of punctuation, or a marked stretch."""

    kind: Literal["word", "mark", "quote"]
    text: str
    start: int
    end: int
    capital: bool = False
    stretch: Stretch | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """One sentence of the writer (or of an outer quotation, at ``depth`` above 0)."""

    passage: Passage
    pieces: tuple[Piece, ...]
    depth: int = 0
    lows: tuple[str, ...] = field(init=False, compare=False, repr=False)
    """The word of each piece, empty for what is no word."""
    marks: tuple[str, ...] = field(init=False, compare=False, repr=False)
    """The mark of each piece, empty for what is no mark."""
    quoted: tuple[int, ...] = field(init=False, compare=False, repr=False)
    """Indexes of the marked stretches."""

    def __post_init__(self) -> None:
        pieces = self.pieces
        lows = tuple([p.text if p.kind == "word" else "" for p in pieces])
        marks = tuple([p.text if p.kind == "mark" else "" for p in pieces])
        object.__setattr__(self, "lows", lows)
        object.__setattr__(self, "marks", marks)
        quoted = tuple([i for i, p in enumerate(pieces) if p.kind == "quote"])
        object.__setattr__(self, "quoted", quoted)

    @property
    def start(self) -> int:
        """Where it begins in the passage's text."""
        return self.pieces[0].start

    @property
    def end(self) -> int:
        """Where it ends in the passage's text."""
        return self.pieces[-1].end

    @property
    def asks(self) -> bool:
        """It ends in a question mark."""
        return self.pieces[-1].text == "?"

    def quotes(self, low: int = 0, high: int | None = None) -> list[int]:
        """Indexes of the marked stretches among ``pieces[low:high]``."""
        return [i for i in self.quoted if low <= i and (high is None or i < high)]

    def word(self, i: int) -> str:
        """The lower-case word at ``i``; empty outside the frame and for what is no word."""
        return self.lows[i] if 0 <= i < len(self.lows) else ""

    def mark(self, i: int) -> str:
        """The mark at ``i``; empty outside the frame and for what is no mark."""
        return self.marks[i] if 0 <= i < len(self.marks) else ""

    def words(self, low: int, high: int) -> str:
        """The text of ``pieces[low:high]`` as read; empty past the end of the frame."""
        if low >= high:
            return ""
        return self.passage.text[self.pieces[low].start : self.pieces[high - 1].end]

    def at(self, position: int) -> int:
        """The index of the first piece that ends after a position of the passage's text."""
        low, high = 0, len(self.pieces)
        while low < high:
            middle = (low + high) // 2
            if self.pieces[middle].end <= position:
                low = middle + 1
            else:
                high = middle
        return low


def frames(
    passage: Passage, stretches: Sequence[Stretch], abbreviations: frozenset[str], begin: int = 0
) -> list[Frame]:
    """The frame sentences of a passage from ``begin``."""
    pieces = _pieces(passage.text, begin, len(passage.text), stretches)
    return _split(passage, pieces, abbreviations, 0)


def inner_frames(
    passage: Passage, stretch: Stretch, abbreviations: frozenset[str], depth: int
) -> list[Frame]:
    """The frame sentences inside a marked stretch, in which its own stretches count as one."""
    pieces = _pieces(passage.text, stretch.start, stretch.end, stretch.children)
    return _split(passage, pieces, abbreviations, depth)


def _pieces(text: str, start: int, end: int, stretches: Sequence[Stretch]) -> list[Piece]:
    found, at = [], start
    for stretch in stretches:
        found += _plain(text, at, stretch.open)
        found.append(Piece("quote", "", stretch.open, stretch.close, stretch=stretch))
        at = stretch.close
    found += _plain(text, at, end)
    return found


def _plain(text: str, start: int, end: int) -> list[Piece]:
    found = []
    for match in _TOKEN.finditer(text, start, end):
        word, (begin, stop) = match.group(), match.span()
        first = word[0]
        kind: Literal["word", "mark"] = "word" if first.isalnum() else "mark"
        found.append(Piece(kind, word.lower(), begin, stop, first.isupper()))
    return found


def _split(
    passage: Passage, pieces: list[Piece], abbreviations: frozenset[str], depth: int
) -> list[Frame]:
    found, begin = [], 0
    for i, piece in enumerate(pieces):
        may_end = piece.text in _BORDERS or piece.kind == "quote" or i - begin >= LONGEST
        if not may_end:
            continue
        if piece.text in _BULLETS and i > begin:
            found.append(Frame(passage, tuple(pieces[begin:i]), depth))
            begin = i
        elif _is_crosshead(pieces, begin, i):
            begin = i + 1
        elif _in_crosshead(pieces, begin, i):
            continue
        elif i - begin >= LONGEST or _closes(passage.text, pieces, i, abbreviations):
            found.append(Frame(passage, tuple(pieces[begin : i + 1]), depth))
            begin = i + 1
    if begin < len(pieces):
        found.append(Frame(passage, tuple(pieces[begin:]), depth))
    return found


def _is_crosshead(pieces: list[Piece], begin: int, i: int) -> bool:
    """Piece ``i`` is the dash that closes a heading put into the paragraph, which nobody says:
    "… à Vienne.- Un accord fragile -Le ministre"."""
    first, last = pieces[begin], pieces[i]
    if first.text not in _DASHES or last.text not in _DASHES or not 1 < i - begin <= _CROSSHEAD:
        return False
    after = pieces[i + 1] if i + 1 < len(pieces) else None
    apart = first.end < pieces[begin + 1].start and pieces[i - 1].end < last.start
    return apart and (after is None or after.capital or after.kind == "quote")


def _in_crosshead(pieces: list[Piece], begin: int, i: int) -> bool:
    """Piece ``i`` ends a question or a cry that is a heading: its closing dash comes next."""
    ends = (pieces[i].text in _ENDS or pieces[i].kind == "quote") and i > begin
    return ends and i + 1 < len(pieces) and _is_crosshead(pieces, begin, i + 1)


def _closes(text: str, pieces: list[Piece], i: int, abbreviations: frozenset[str]) -> bool:
    """Whether a sentence of the frame ends with piece ``i``."""
    piece, last = pieces[i], i + 1 == len(pieces)
    if last:
        return False
    after = pieces[i + 1]
    if piece.kind == "quote" and piece.stretch:
        begins = after.capital or after.kind == "quote" or after.text in _DASHES
        return text[piece.stretch.end - 1] in _ENDS and begins
    opens = after.capital or after.kind == "quote" or after.text in "-–—•" or after.text.isdigit()
    if piece.text not in _ENDS or not opens or (i >= 2 and pieces[i - 1].text == "("):
        return False
    if after.start == piece.end and not _is_glued(pieces[i - 1] if i else piece, after):
        return False
    return not (piece.text == "." and i and _is_short(pieces[i - 1], piece, abbreviations))


def _is_glued(before: Piece, after: Piece) -> bool:
    """Two sentences that the page puts together without a space: "en 2018.Le ministre"."""
    if after.kind == "quote" or before.kind == "quote":
        return True
    return len(before.text) > 1 and len(after.text) > 1 and after.capital


def _is_short(before: Piece, stop: Piece, abbreviations: frozenset[str]) -> bool:
    """The full stop belongs to a title ("M. Durand") or an initial; before a capital, one after
    a small abbreviation ends the sentence."""
    if before.kind != "word" or before.end != stop.start:
        return False
    return before.capital and (before.text in abbreviations or len(before.text) == 1)
