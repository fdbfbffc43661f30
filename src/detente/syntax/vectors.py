"""The vector of each token, from its word and from the words around it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any

import numpy as np

from detente.syntax.layers import Maxout, Numbers, Rows, Window
from detente.syntax.words import OUTSIDE, Words

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Vectors:
    """spaCy's first layers, with the same arithmetic. The first one that looks around is reckoned
    by word: what a word says to its neighbours is the same wherever it stands."""

    def __init__(self, model: Any, vocab: Any) -> None:
        embedding, context = model.layers
        first, *wider = context.layers[0].layers
        self._gap = [OUTSIDE] * context.attrs["pad"]
        self._first = Maxout(first)
        self._words = Words(embedding, self._first, vocab)
        self._wider = [Window(layer) for layer in wider]

    def of(self, docs: Sequence[Doc]) -> Numbers:
        """The vectors of all tokens, one sentence after the other."""
        line = self._line(self._words.rows(docs))
        vectors = self._words.vectors(line)
        vectors += self._first.of(self._words.heard(line))
        for window in self._wider:
            vectors += window.of(vectors)
        tokens: Numbers = vectors[line != OUTSIDE]
        return tokens

    def _line(self, sentences: Sequence[Sequence[int]]) -> Rows:
        """The rows of all sentences in one line, so far apart that none sees another."""
        apart = chain.from_iterable((*self._gap, *sentence) for sentence in sentences)
        return np.array([*apart, *self._gap], np.intp)
