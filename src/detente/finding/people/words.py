"""A content block as words: what they are, whether they are quoted, and in which sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

import msgspec

from detente.finding.ground import Ground
from detente.finding.people.vocabulary import Form, Piece, Vocabulary
from detente.records import Span
from detente.syntax import Sentence
from detente.text import Passage

_OPENING, _CLOSING = "«“", "»”"
_MARKS = frozenset(_OPENING + _CLOSING + '"')

QUOTED = -1
"""The sentence of what the writer does not say: no sentence of the page."""


class Word(msgspec.Struct, frozen=True, gc=False):
    """One word or mark; ``start`` and ``end`` are positions in the passage's text. ``low`` is in
    lower case, ``plain`` also without accents; ``sentence`` counts over the page."""

    start: int
    end: int
    text: str
    low: str
    plain: str
    capital: bool
    quoted: bool
    sentence: int


@dataclass(frozen=True, slots=True)
class Line:
    """A passage with its words, and the number of each by where it starts and ends. ``voices`` is
    the sentence of each word outside marks, ``QUOTED`` for what is inside or no word."""

    passage: Passage
    number: int
    words: tuple[Word, ...]
    forms: tuple[Form, ...]
    lows: tuple[str, ...]
    plains: tuple[str, ...]
    voices: tuple[int, ...]
    starts: dict[int, int]
    ends: dict[int, int]

    def span(self, first: int, stop: int) -> Span:
        """Canonical span of the words from ``first`` up to ``stop``."""
        return self.passage.span(self.words[first].start, self.words[stop - 1].end)

    def text(self, first: int, stop: int) -> str:
        """The words from ``first`` up to ``stop`` as read, on one line."""
        return self.passage.text[self.words[first].start : self.words[stop - 1].end]

    def opens(self, i: int) -> bool:
        """Whether word ``i`` is the first word of its sentence, marks aside."""
        while i > 0 and self.words[i - 1].sentence == self.words[i].sentence:
            if self.words[i - 1].text[0].isalnum():
                return False
            i -= 1
        return True

    def low(self, i: int) -> str:
        """Word ``i`` in lower case; empty beyond the ends."""
        return self.lows[i] if 0 <= i < len(self.lows) else ""

    def plain(self, i: int) -> str:
        """Word ``i`` in lower case without accents; empty beyond the ends."""
        return self.plains[i] if 0 <= i < len(self.plains) else ""


def lines(ground: Ground, vocabulary: Vocabulary) -> tuple[Line, ...]:
    """The content of a page, block by block."""
    by_block: dict[int, list[tuple[int, Sentence]]] = {}
    for number, sentence in enumerate(ground.sentences):
        by_block.setdefault(sentence.passage.block, []).append((number, sentence))
    return tuple(
        _line(passage, number, by_block.get(passage.block, []), vocabulary)
        for number, passage in enumerate(ground.passages)
    )


def _line(
    passage: Passage, number: int, sentences: list[tuple[int, Sentence]], vocabulary: Vocabulary
) -> Line:
    joints = passage.text.split(" ")
    starts = accumulate((len(joint) + 1 for joint in joints), initial=0)
    placed = [
        (start + begin, start + stop, form)
        for start, pieces in zip(starts, map(vocabulary.pieces, joints), strict=False)
        for begin, stop, form in pieces
    ]
    words = tuple(_words(passage, sentences, placed))
    return Line(
        passage,
        number,
        words,
        tuple([form for _, _, form in placed]),
        tuple([form.low for _, _, form in placed]),
        tuple([form.plain for _, _, form in placed]),
        tuple([QUOTED if w.quoted or not w.text[0].isalnum() else w.sentence for w in words]),
        {start: i for i, (start, _, _) in enumerate(placed)},
        {end: i for i, (_, end, _) in enumerate(placed)},
    )


def _words(
    passage: Passage, sentences: list[tuple[int, Sentence]], placed: list[Piece]
) -> Iterator[Word]:
    depth, straight, quoted = 0, False, False
    number = sentences[0][0] if sentences else 0
    following = iter(sentences[1:])
    begun = next(following, None)
    for start, end, form in placed:
        while begun is not None and begun[1].begin <= start:
            number, begun = begun[0], next(following, None)
        if form.text in _MARKS:
            if form.text in _OPENING:
                depth += 1
            elif form.text in _CLOSING:
                depth = max(0, depth - 1)
            else:
                straight = _is_opening(passage.text, start, straight)
            quoted = depth > 0 or straight
        yield Word(start, end, form.text, form.low, form.plain, form.capital, quoted, number)


def _is_opening(text: str, at: int, straight: bool) -> bool:
    """Whether a straight mark opens a quotation: by the spaces around it, else by turns."""
    before = at == 0 or text[at - 1] in " (["
    after = at + 1 == len(text) or text[at + 1] in " ,.;:!?)]"
    if before == after:
        return not straight
    return before or (not straight and text[at + 1 : at + 3].strip()[:1].isupper())
