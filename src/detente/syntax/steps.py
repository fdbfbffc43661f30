"""The steps of spaCy's parser, taken by the sentences of several batches together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from detente.syntax.layers import Affine, Numbers, Rows, greatest

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.tokens import Doc


IN_STEP = 64
"""Sentences from which on no batch joins them: what more of them say no longer fits the processor's
cache."""


class Steps:
    """Finds which move every unfinished sentence makes next, until all are trees.

    spaCy's own loop makes the same trees; it looks at a state number by number, which takes half of
    its time.
    """

    def __init__(self, parser: Any, sample: Doc) -> None:
        self._parser = parser
        self._narrowed = Affine(parser.model.get_ref("tok2vec").layers[-1])
        self._hidden = Hidden(parser.model.get_ref("lower"))
        self._scores = Affine(parser.model.get_ref("upper"))
        self._looks = parser.model.predict([sample])
        """Tells at which tokens a state looks, which is the same for every batch."""

    def attach(self, batches: Sequence[Sequence[Doc]], vectors: Sequence[Numbers]) -> None:
        """Give every token its governor, from the vectors of each batch. What a batch makes of a
        state does not depend on the other batches."""
        docs: list[Doc] = []
        seen: list[Numbers] = []
        for batch, its in zip(batches, vectors, strict=True):
            docs += batch
            seen.append(its)
            if len(docs) >= IN_STEP:
                self._attach(docs, seen)
                docs, seen = [], []
        if docs:
            self._attach(docs, seen)

    def _attach(self, docs: Sequence[Doc], vectors: Sequence[Numbers]) -> None:
        states = self._parser.moves.init_batch(docs)
        seen = self._hidden.seen([self._narrowed.of(some) for some in vectors])
        unfinished = [state for state in states if not state.is_final()]
        while unfinished:
            hidden = self._hidden.of(self._looks.get_token_ids(unfinished), seen)
            unfinished = self._parser.transition_states(unfinished, self._scores.of_each(hidden))
        self._parser.set_annotations(docs, states)


class Hidden:
    """The layer between the tokens a state looks at and the scores of its moves.

    A state looks at a token from each of several places; what a token says there is reckoned
    before, so that a step only adds it up. Of each unit's pieces the greatest counts.
    """

    def __init__(self, lower: Any) -> None:
        weights: Numbers = lower.get_param("W")
        self._places, units, self._pieces, width = weights.shape
        self._weights = weights.transpose(0, 3, 2, 1).reshape(self._places, width, -1).copy()
        padding = lower.get_param("pad").reshape(self._places, units, -1)
        self._padding = padding.transpose(0, 2, 1).reshape(self._places, -1)
        self._bias = lower.get_param("b").T.ravel()
        self._all = np.ones(self._places, np.float32)

    def seen(self, vectors: Sequence[Numbers]) -> Seen:
        """What each token says at each place, batch after batch. The first place adds the bias: a
        state looks from there once, as from any other."""
        rows = sum(map(len, vectors)) + 1
        said = np.empty((self._places, rows, len(self._bias)), np.float32)
        at = 0
        for some in vectors:
            np.matmul(some, self._weights, out=said[:, at : at + len(some)])
            at += len(some)
        said[:, -1] = np.roll(self._padding, -1, axis=0)
        said[0, :-1] += self._bias
        said[-1, -1] += self._bias
        return Seen(said.reshape(-1, len(self._bias)), np.arange(self._places) * rows)

    def of(self, tokens: NDArray[np.int32], seen: Seen) -> Numbers:
        """The hidden units of states that look at those tokens; -1 is no token."""
        said = seen.said.take(tokens + seen.begins, axis=0)
        return greatest(self._all @ said, self._pieces)


class Seen(NamedTuple):
    """What each token says at each place, place by place from where each begins. What no token says
    at a place stands right before it: at the end of the place before, or of the last."""

    said: Numbers
    begins: Rows
