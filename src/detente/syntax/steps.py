"""The steps of spaCy's parser, taken by all the sentences of a batch together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.tokens import Doc

    Numbers = NDArray[np.float32]


class Steps:
    """Finds which move every unfinished sentence makes next, until all are trees.

    spaCy's own loop makes the same trees; it asks for the interpreter's lock at every look at a
    state, which takes half of its time, and works on few sentences at once.
    """

    def __init__(self, parser: Any, sample: Doc) -> None:
        self._parser = parser
        self._vectors = parser.model.get_ref("tok2vec")
        lower, upper = parser.model.get_ref("lower"), parser.model.get_ref("upper")
        self._hidden = Hidden(*(lower.get_param(name) for name in ("W", "b", "pad")))
        self._weights = np.ascontiguousarray(upper.get_param("W").T)
        self._bias = upper.get_param("b")
        self._looks = parser.model.predict([sample])
        """Tells at which tokens a state looks, which is the same for every batch."""

    def attach(self, docs: Sequence[Doc]) -> None:
        """Give every token its governor."""
        states = self._parser.moves.init_batch(docs)
        seen = self._hidden.seen(self._vectors.predict(docs))
        unfinished = [state for state in states if not state.is_final()]
        while unfinished:
            hidden = self._hidden.of(self._looks.get_token_ids(unfinished), seen)
            scores = hidden @ self._weights
            scores += self._bias
            unfinished = self._parser.transition_states(unfinished, scores)
        self._parser.set_annotations(docs, states)


class Hidden:
    """The layer between the tokens a state looks at and the scores of its moves.

    A state looks at a token from each of several places; what a token says there is reckoned
    before, so that a step only adds it up. Of each unit's pieces the greatest counts.
    """

    def __init__(self, weights: Numbers, bias: Numbers, padding: Numbers) -> None:
        places, units, self._pieces, width = weights.shape
        self._places = np.arange(places)
        self._weights = weights.transpose(0, 2, 1, 3).reshape(-1, width).T.copy()
        self._bias = bias.T.ravel()
        self._padding = padding.reshape(places, units, -1).transpose(0, 2, 1).reshape(places, -1)

    def seen(self, vectors: Numbers) -> Numbers:
        """What each token says at each place; the first rows are for no token."""
        said = (vectors @ self._weights).reshape(-1, self._padding.shape[1])
        return np.concatenate((self._padding, said))

    def of(self, tokens: NDArray[np.int32], seen: Numbers) -> Numbers:
        """The hidden units of states that look at those tokens (-1 where there is none)."""
        rows = (tokens + 1) * len(self._places) + self._places
        total: Numbers = seen.take(rows, axis=0).sum(axis=1)
        total += self._bias
        pieces = total.reshape(len(tokens), self._pieces, -1)
        greatest: Numbers = pieces[:, 0]
        for piece in range(1, self._pieces):
            greatest = np.maximum(greatest, pieces[:, piece])
        return greatest
