"""A content block as words: what they are, whether they are quoted, and in which sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from detente.finding.ground import Ground
from detente.finding.people.vocabulary import Vocabulary
from detente.records import Span
from detente.syntax import Sentence
from detente.text import Passage

_OPENING, _CLOSING = "«“", "»”"
_MARKS = frozenset(_OPENING + _CLOSING + '"')


class Word(NamedTuple):
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
    """A passage with its words and the places where its sentences begin (word numbers)."""

    passage: Passage
    number: int
    words: tuple[Word, ...]
    lows: tuple[str, ...]
    plains: tuple[str, ...]

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
    words = tuple(_words(passage, sentences, vocabulary))
    return Line(passage, number, words, tuple(w.low for w in words), tuple(w.plain for w in words))


def _words(
    passage: Passage, sentences: list[tuple[int, Sentence]], vocabulary: Vocabulary
) -> Iterator[Word]:
    at, depth, straight = 0, 0, False
    for start, end in _pieces(passage.text, vocabulary):
        while at + 1 < len(sentences) and sentences[at + 1][1].begin <= start:
            at += 1
        text, low, bare, capital = vocabulary.form(passage.text[start:end])
        if text in _MARKS:
            if text in _OPENING:
                depth += 1
            elif text in _CLOSING:
                depth = max(0, depth - 1)
            else:
                straight = _is_opening(passage.text, start, straight)
        quoted = depth > 0 or straight
        number = sentences[at][0] if sentences else 0
        yield Word(start, end, text, low, bare, capital, quoted, number)


def _is_opening(text: str, at: int, straight: bool) -> bool:
    """Whether a straight mark opens a quotation: by the spaces around it, else by turns."""
    before = at == 0 or text[at - 1] in " (["
    after = at + 1 == len(text) or text[at + 1] in " ,.;:!?)]"
    if before == after:
        return not straight
    return before or (not straight and text[at + 1 : at + 3].strip()[:1].isupper())


def _pieces(text: str, vocabulary: Vocabulary) -> Iterator[Span]:
    """Spans of the words; a pronoun hung on a verb is a word of its own."""
    for match in vocabulary.pattern.finditer(text):
        start, end = match.span()
        hung = vocabulary.enclitic.fullmatch(match.group()) if "-" in match.group() else None
        if hung:
            yield start, start + hung.end(1)
            yield start + hung.start(2), end
        else:
            yield start, end
