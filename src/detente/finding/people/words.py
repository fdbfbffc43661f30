"""A content block as words: what they are, whether they are quoted, and in which sentence."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import chain, pairwise

from detente.finding.ground import Ground
from detente.finding.people.vocabulary import Form, Vocabulary
from detente.records import Span
from detente.syntax import Sentence
from detente.text import Passage

_OPENING, _CLOSING = "«“", "»”"
_MARKS = frozenset(_OPENING + _CLOSING + '"')


@dataclass(frozen=True, eq=False, slots=True)
class Line:
    """A passage with its words and marks, side by side: as they are compared, where they begin and
    stop in the passage's text, whether they stand inside marks, and in which sentence of the page.
    """

    passage: Passage
    number: int
    words: tuple[Form, ...]
    lows: tuple[str, ...]
    plains: tuple[str, ...]
    begins: tuple[int, ...]
    stops: tuple[int, ...]
    quoted: tuple[bool, ...]
    sentences: tuple[int, ...]
    size: int
    """How many words and marks there are."""
    inverted: dict[int, bool]
    """Whether a verb of saying stands before a word as before its subject; asked several times."""

    def span(self, first: int, stop: int) -> Span:
        """Canonical span of the words from ``first`` up to ``stop``."""
        return self.passage.span(self.begins[first], self.stops[stop - 1])

    def starting(self, position: int) -> int | None:
        """The word that begins at a position of the passage's text."""
        i = bisect_left(self.begins, position)
        return i if i < len(self.begins) and self.begins[i] == position else None

    def ending(self, position: int) -> int | None:
        """The word that stops at a position of the passage's text."""
        i = bisect_left(self.stops, position)
        return i if i < len(self.stops) and self.stops[i] == position else None

    def text(self, first: int, stop: int) -> str:
        """The words from ``first`` up to ``stop`` as read, on one line."""
        return self.passage.text[self.begins[first] : self.stops[stop - 1]]

    def opens(self, i: int) -> bool:
        """Whether word ``i`` is the first word of its sentence, marks aside."""
        while i > 0 and self.sentences[i - 1] == self.sentences[i]:
            if self.words[i - 1].spoken:
                return False
            i -= 1
        return True

    def low(self, i: int) -> str:
        """Word ``i`` in lower case; empty beyond the ends."""
        return self.lows[i] if 0 <= i < self.size else ""

    def plain(self, i: int) -> str:
        """Word ``i`` in lower case without accents; empty beyond the ends."""
        return self.plains[i] if 0 <= i < self.size else ""


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
    words: list[Form] = []
    begins: list[int] = []
    stops: list[int] = []
    place = 0
    for joint in passage.text.split(" "):
        for begin, stop, form in vocabulary.pieces(joint):
            words.append(form)
            begins.append(place + begin)
            stops.append(place + stop)
        place += len(joint) + 1
    lows = tuple([form.low for form in words])
    return Line(
        passage,
        number,
        tuple(words),
        lows,
        tuple([form.plain for form in words]),
        tuple(begins),
        tuple(stops),
        _quoted(passage.text, lows, begins),
        _sentences(sentences, begins),
        len(words),
        inverted={},
    )


def _sentences(sentences: list[tuple[int, Sentence]], begins: list[int]) -> tuple[int, ...]:
    """The number of the sentence of each word, by where words begin: what stands before the first
    sentence belongs to it."""
    if not sentences:
        return (0,) * len(begins)
    firsts = [bisect_left(begins, sentence.begin) for _, sentence in sentences[1:]]
    parts = zip(sentences, pairwise((0, *firsts, len(begins))), strict=True)
    return tuple(
        chain.from_iterable([number] * (stop - first) for (number, _), (first, stop) in parts)
    )


def _quoted(text: str, lows: tuple[str, ...], begins: list[int]) -> tuple[bool, ...]:
    """Whether each word stands inside marks; an opening mark does, one that closes does not."""
    marks = [i for i, low in enumerate(lows) if low in _MARKS]
    depth, straight = 0, False
    found = [False] * len(lows)
    for i, after in pairwise((*marks, len(lows))):
        mark = lows[i]
        if mark in _OPENING:
            depth += 1
        elif mark in _CLOSING:
            depth = max(0, depth - 1)
        else:
            straight = _is_opening(text, begins[i], straight)
        if depth > 0 or straight:
            found[i:after] = [True] * (after - i)
    return tuple(found)


def _is_opening(text: str, at: int, straight: bool) -> bool:
    """Whether a straight mark opens a quotation: by the spaces around it, else by turns."""
    before = at == 0 or text[at - 1] in " (["
    after = at + 1 == len(text) or text[at + 1] in " ,.;:!?)]"
    if before == after:
        return not straight
    return before or (not straight and text[at + 1 : at + 3].strip()[:1].isupper())
