"""Frames: the writer's own sentences, in which each marked stretch counts as one token.

Quotations hold full stops, cues and names of their own; seen from the frame they are one thing
that the writer's words point to. Positions are those of the passage's text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import sub

from detente.finding.quotations.marks import Stretch
from detente.text import Passage

_TOKEN = re.compile(r"\s*(?:[^\W_]+'?|\S)")
"""A word with its elision or a mark, and the space before it."""
_ENDS = frozenset(".!?…")
_BULLETS = frozenset("•▪►")
_DASHES = frozenset("-–—")
_BORDERS = _ENDS | _BULLETS | _DASHES
_CROSSHEAD = 12
"""Pieces of a heading between two dashes, at most."""


LONGEST = 250
"""Pieces after which a frame is cut: no sentence of prose is so long, and the work of a frame grows
faster than its length."""


@dataclass(frozen=True, eq=False, slots=True)
class Frame:
    """One sentence of the writer (or of an outer quotation, at ``depth`` above 0): its words, marks
    of punctuation and marked stretches, side by side."""

    passage: Passage
    depth: int
    lows: tuple[str, ...]
    """The word of each piece in lower case, empty for what is no word."""
    marks: tuple[str, ...]
    """The mark of each piece, empty for what is no mark."""
    capitals: tuple[bool, ...]
    """Whether each piece begins with a capital."""
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    """Where each piece begins and ends in the passage's text."""
    stretches: tuple[Stretch | None, ...]
    """The marked stretch that each piece is, if it is one."""
    quoted: tuple[int, ...]
    """Indexes of the marked stretches."""
    size: int
    """How many pieces there are."""

    @property
    def start(self) -> int:
        """Where it begins in the passage's text."""
        return self.starts[0]

    @property
    def end(self) -> int:
        """Where it ends in the passage's text."""
        return self.ends[-1]

    @property
    def asks(self) -> bool:
        """It ends in a question mark."""
        return self.marks[-1] == "?"

    def quotes(self, low: int = 0, high: int | None = None) -> list[int]:
        """Indexes of the marked stretches among the pieces from ``low`` up to ``high``."""
        return [i for i in self.quoted if low <= i and (high is None or i < high)]

    def word(self, i: int) -> str:
        """The lower-case word at ``i``; empty outside the frame and for what is no word."""
        return self.lows[i] if 0 <= i < self.size else ""

    def mark(self, i: int) -> str:
        """The mark at ``i``; empty outside the frame and for what is no mark."""
        return self.marks[i] if 0 <= i < self.size else ""

    def words(self, low: int, high: int) -> str:
        """The text of the pieces from ``low`` up to ``high`` as read; empty past the end of the
        frame."""
        if low >= high:
            return ""
        return self.passage.text[self.starts[low] : self.ends[high - 1]]

    def at(self, position: int) -> int:
        """The index of the first piece that ends after a position of the passage's text."""
        return bisect_right(self.ends, position)


def frames(
    passage: Passage, stretches: Sequence[Stretch], abbreviations: frozenset[str], begin: int = 0
) -> list[Frame]:
    """The frame sentences of a passage from ``begin``."""
    pieces = _Pieces(passage, begin, len(passage.text), stretches)
    return pieces.split(abbreviations, 0)


def inner_frames(
    passage: Passage, stretch: Stretch, abbreviations: frozenset[str], depth: int
) -> list[Frame]:
    """The frame sentences inside a marked stretch, in which its own stretches count as one."""
    pieces = _Pieces(passage, stretch.start, stretch.end, stretch.children)
    return pieces.split(abbreviations, depth)


class _Pieces:
    """The words, marks and marked stretches of a part of a passage, side by side as in a frame."""

    def __init__(
        self, passage: Passage, start: int, end: int, stretches: Sequence[Stretch]
    ) -> None:
        self.passage = passage
        self.lows: list[str] = []
        self.marks: list[str] = []
        self.capitals: list[bool] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.stretches: list[Stretch | None] = []
        for stretch in stretches:
            self._read(start, stretch.open)
            self.lows.append("")
            self.marks.append("")
            self.capitals.append(False)
            self.starts.append(stretch.open)
            self.ends.append(stretch.close)
            self.stretches.append(stretch)
            start = stretch.close
        self._read(start, end)

    def _read(self, start: int, end: int) -> None:
        """Read a part of the text that stands outside the marks, with as few steps a word as can
        be: a page has some seven hundred."""
        text = self.passage.text
        spaced = _TOKEN.findall(text, start, end)
        tokens = list(map(str.lstrip, spaced))
        ends = list(accumulate(map(len, spaced), initial=start))[1:]
        starts = list(map(sub, ends, map(len, tokens)))
        firsts = [token[0] for token in tokens]
        lows = [token.lower() for token in tokens]
        words = list(map(str.isalnum, firsts))
        self.lows += [low if word else "" for low, word in zip(lows, words, strict=True)]
        self.marks += ["" if word else low for low, word in zip(lows, words, strict=True)]
        self.capitals += map(str.isupper, firsts)
        self.starts += starts
        self.ends += ends
        self.stretches += [None] * len(tokens)

    def split(self, abbreviations: frozenset[str], depth: int) -> list[Frame]:
        """The frames of the pieces."""
        found, begin = [], 0
        for i, mark in enumerate(self.marks):
            long = i - begin >= LONGEST
            if not (mark in _BORDERS or long or self.stretches[i] is not None):
                continue
            if mark in _BULLETS and i > begin:
                found.append(self._frame(begin, i, depth))
                begin = i
            elif self._is_crosshead(begin, i):
                begin = i + 1
            elif self._in_crosshead(begin, i):
                continue
            elif long or self._closes(i, abbreviations):
                found.append(self._frame(begin, i + 1, depth))
                begin = i + 1
        if begin < len(self.lows):
            found.append(self._frame(begin, len(self.lows), depth))
        return found

    def _frame(self, begin: int, stop: int, depth: int) -> Frame:
        return Frame(
            self.passage,
            depth,
            tuple(self.lows[begin:stop]),
            tuple(self.marks[begin:stop]),
            tuple(self.capitals[begin:stop]),
            tuple(self.starts[begin:stop]),
            tuple(self.ends[begin:stop]),
            stretches := tuple(self.stretches[begin:stop]),
            tuple([i for i, stretch in enumerate(stretches) if stretch is not None]),
            stop - begin,
        )

    def _is_crosshead(self, begin: int, i: int) -> bool:
        """Piece ``i`` is the dash that closes a heading put into the paragraph, which nobody says:
        "… à Vienne.- Un accord fragile -Le ministre"."""
        dashes = self.marks[begin] in _DASHES and self.marks[i] in _DASHES
        if not dashes or not 1 < i - begin <= _CROSSHEAD:
            return False
        apart = self.ends[begin] < self.starts[begin + 1] and self.ends[i - 1] < self.starts[i]
        return apart and (i + 1 == len(self.lows) or self._opens(i + 1))

    def _in_crosshead(self, begin: int, i: int) -> bool:
        """Piece ``i`` ends a question or a cry that is a heading: its closing dash comes next."""
        ends = (self.marks[i] in _ENDS or self.stretches[i] is not None) and i > begin
        return ends and i + 1 < len(self.lows) and self._is_crosshead(begin, i + 1)

    def _opens(self, i: int) -> bool:
        """A word with a capital or marks stand at piece ``i``."""
        return self.capitals[i] or self.stretches[i] is not None

    def _closes(self, i: int, abbreviations: frozenset[str]) -> bool:
        """Whether a sentence of the frame ends with piece ``i``."""
        after, stretch = i + 1, self.stretches[i]
        if after == len(self.lows):
            return False
        if stretch is not None:
            begins = self._opens(after) or self.marks[after] in _DASHES
            return self.passage.text[stretch.end - 1] in _ENDS and begins
        low, mark = self.lows[after], self.marks[after]
        opens = self._opens(after) or low.isdigit() or mark in _DASHES or mark == "•"
        if self.marks[i] not in _ENDS or not opens or (i >= 2 and self.marks[i - 1] == "("):
            return False
        if self.starts[after] == self.ends[i] and not self._is_glued(max(0, i - 1), after):
            return False
        return not (self.marks[i] == "." and i and self._is_short(i, abbreviations))

    def _is_glued(self, before: int, after: int) -> bool:
        """Two sentences that the page puts together without a space: "en 2018.Le ministre"."""
        if self.stretches[after] is not None or self.stretches[before] is not None:
            return True
        return len(self.lows[before]) > 1 and len(self.lows[after]) > 1 and self.capitals[after]

    def _is_short(self, stop: int, abbreviations: frozenset[str]) -> bool:
        """The full stop belongs to a title ("M. Durand") or an initial; before a capital, one after
        a small abbreviation ends the sentence."""
        word = self.lows[stop - 1]
        if not word or self.ends[stop - 1] != self.starts[stop]:
            return False
        return self.capitals[stop - 1] and (word in abbreviations or len(word) == 1)
