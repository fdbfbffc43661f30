"""The vector of each token, from its word and from the words around it."""

from __future__ import annotations

from collections.abc import Sequence
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
        self._gap = int(context.attrs["pad"])
        self._first = Maxout(first)
        self._words = Words(embedding, self._first, vocab)
        self._wider = [Window(layer) for layer in wider]

    def of(self, docs: Sequence[Doc]) -> Numbers:
        """The vectors of all tokens, one sentence after the other."""
        places = self._places(list(map(len, docs)))
        line = np.full(len(places) + self._gap * (len(docs) + 1), OUTSIDE, np.intp)
        line[places] = self._words.rows(docs)
        vectors = self._words.vectors(line)
        vectors += self._first.of(self._words.heard(line))
        for window in self._wider:
            vectors += window.of(vectors)
        return vectors.take(places, axis=0)

    def _places(self, lengths: Sequence[int]) -> Rows:
        """Where the tokens stand in one line, the sentences so far apart that none sees another."""
        before = np.arange(1, len(lengths) + 1) * self._gap
        return np.arange(sum(lengths)) + np.repeat(before, lengths)
