"""The parses of one page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from detente.syntax.model import load
from detente.syntax.sentences import Sentence
from detente.syntax.trees import Parse

LONGEST = 2_000
"""Characters of a sentence beyond which it is not parsed: no sentence of prose is so long."""

_EMPTY = Parse.of(())


class Syntax:
    """The parses of one page's sentences, made when asked for and kept."""

    def __init__(self, model: str) -> None:
        self.model = model
        self._parses: dict[tuple[int, int, int], Parse] = {}
        self._expected: tuple[Sentence, ...] = ()

    def expect(self, sentences: Iterable[Sentence]) -> None:
        """Parse these when ``parse_expected`` is called, or with the next that are asked for: one
        large batch takes less time than several small ones."""
        self._expected += tuple(sentences)

    def parse(self, sentences: Iterable[Sentence]) -> None:
        """Parse those not parsed yet, together: ask for all you need in one call."""
        asked = list(sentences)
        if any(_key(s) not in self._parses for s in asked):
            self.expect(asked)
            parse_expected([self])

    def of(self, sentence: Sentence) -> Parse:
        """The parse of a sentence; empty if it is too long for prose."""
        if _key(sentence) not in self._parses:
            self.parse([sentence])
        return self._parses[_key(sentence)]

    def unparsed(self) -> list[Sentence]:
        """The sentences that are expected, each once; those too long for prose have no tree."""
        wanted = {_key(s): s for s in self._expected if _key(s) not in self._parses}
        self._expected = ()
        self._parses.update(dict.fromkeys(wanted, _EMPTY))
        return [s for s in wanted.values() if s.stop - s.begin <= LONGEST]

    def keep(self, sentences: Sequence[Sentence], trees: Iterable[Parse]) -> None:
        """Keep the trees of sentences."""
        self._parses.update(zip(map(_key, sentences), trees, strict=True))

    @property
    def parsed(self) -> int:
        """How many sentences were parsed."""
        return len(self._parses)


def parse_expected(pages: Iterable[Syntax]) -> None:
    """Parse what is expected of some pages: their sentences take the parser's steps together, which
    changes no tree."""
    by_model: dict[str, list[Syntax]] = {}
    for page in pages:
        by_model.setdefault(page.model, []).append(page)
    for model, ours in by_model.items():
        wanted = [page.unparsed() for page in ours]
        trees = load(model).parse(wanted) if any(wanted) else iter(())
        for page, sentences in zip(ours, wanted, strict=True):
            page.keep(sentences, islice(trees, len(sentences)))


def _key(sentence: Sentence) -> tuple[int, int, int]:
    return sentence.passage.block, sentence.begin, sentence.stop


def lemmas(model: str, word: str) -> frozenset[str]:
    """The lemmas that the tokens of a word may have, known without a parse."""
    return load(model).lemmas(word)
