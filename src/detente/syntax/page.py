"""The parses of one page."""

from __future__ import annotations

from collections.abc import Iterable

from detente.syntax.model import load
from detente.syntax.sentences import Sentence
from detente.syntax.trees import Parse

LONGEST = 2_000
"""Characters of a sentence beyond which it is not parsed: no sentence of prose is so long."""

_EMPTY = Parse.of(())


class Syntax:
    """The parses of one page's sentences, made when asked for and kept."""

    def __init__(self, model: str) -> None:
        self._model = model
        self._parses: dict[tuple[int, int, int], Parse] = {}
        self._expected: tuple[Sentence, ...] = ()

    def expect(self, sentences: Iterable[Sentence]) -> None:
        """Parse these together with the next that are asked for: one large batch takes less time
        than several small ones."""
        self._expected += tuple(sentences)

    def parse(self, sentences: Iterable[Sentence]) -> None:
        """Parse those not parsed yet, together: ask for all you need in one call."""
        wanted = [s for s in sentences if _key(s) not in self._parses]
        if wanted:
            also = {_key(s): s for s in (*wanted, *self._expected)}
            wanted = [s for key, s in also.items() if key not in self._parses]
            self._expected = ()
        short = [s for s in wanted if s.stop - s.begin <= LONGEST]
        self._parses.update((_key(s), _EMPTY) for s in wanted)
        if short:
            parses = load(self._model).parse(short)
            self._parses.update(zip(map(_key, short), parses, strict=True))

    def of(self, sentence: Sentence) -> Parse:
        """The parse of a sentence; empty if it is too long for prose."""
        if _key(sentence) not in self._parses:
            self.parse([sentence])
        return self._parses[_key(sentence)]

    @property
    def parsed(self) -> int:
        """How many sentences were parsed."""
        return len(self._parses)


def _key(sentence: Sentence) -> tuple[int, int, int]:
    return sentence.passage.block, sentence.begin, sentence.stop


def lemmas(model: str, word: str) -> frozenset[str]:
    """The lemmas that the tokens of a word may have, known without a parse."""
    return load(model).lemmas(word)
