"""What the model makes of a word wherever it stands, reckoned once and kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from detente.syntax.layers import Maxout, Numbers, Rows, one_by_one

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.tokens import Doc

KEPT = 16_384
"""Words that are remembered, of about 4 kB each."""

OUTSIDE = 0
"""The row of what is no word: it says nothing."""

Look = tuple[int, int]
"""A word as written, and whether a space follows: all that the model knows of it alone."""


class Words:
    """A row of numbers for each word: its vector, and what it says in the first layer that looks
    around to the token after it, to its own and to the token before.

    Words are kept until there are too many; then all are forgotten.
    """

    def __init__(self, embedding: Any, first: Maxout, vocab: Any) -> None:
        self._vocab = vocab
        self._features = Features(embedding.layers[0], vocab)
        self._maxout = Maxout(embedding.layers[1])
        width = self._maxout.units
        self._says = np.concatenate(np.split(first.weights, 3), axis=1)
        self._rows: dict[Look, int] = {}
        self._vectors = np.zeros((KEPT, width), np.float32)
        self._said = np.zeros((KEPT, self._says.shape[1]), np.float32)

    def rows(self, docs: Sequence[Doc]) -> list[int]:
        """The row of each token of all sentences."""
        from spacy.attrs import ORTH, SPACY

        looks = list(zip(*columns(docs, [ORTH, SPACY]).tolist(), strict=True))
        try:
            return list(map(self._rows.__getitem__, looks))
        except KeyError:
            if len(self._rows) >= KEPT:
                self._rows.clear()
            self._learn([look for look in dict.fromkeys(looks) if look not in self._rows])
            return list(map(self._rows.__getitem__, looks))

    def vectors(self, rows: Rows) -> Numbers:
        """The vectors of the words in those rows."""
        return self._vectors.take(rows, axis=0)

    def heard(self, rows: Rows) -> Numbers:
        """What each place of a line of words hears: from before it, from itself, from after it."""
        said = self._said.reshape(len(self._said) * 3, -1)
        heard: Numbers = said.take(rows * 3 + 1, axis=0)
        heard[1:] += said.take(rows[:-1] * 3, axis=0)
        heard[:-1] += said.take(rows[1:] * 3 + 2, axis=0)
        return heard

    def _learn(self, looks: Sequence[Look]) -> None:
        first = len(self._rows) + 1
        stop = first + len(looks)
        vectors = self._maxout.of(one_by_one(self._features.of(looks), self._maxout.weights))
        self._vectors = _with_room(self._vectors, stop)
        self._vectors[first:stop] = vectors
        self._said = _with_room(self._said, stop)
        self._said[first:stop] = one_by_one(vectors, self._says)
        self._rows.update(zip(looks, range(first, stop), strict=True))


class Features:
    """What a word is embedded by: hashes of its form, beginning, end and shape, and the vector
    that it has in the model's dictionary, if it has one."""

    def __init__(self, features: Any, vocab: Any) -> None:
        nodes = {node.name: node for node in features.walk()}
        self._vocab = vocab
        self._columns = nodes["extract_features"].attrs["columns"]
        hashed = [node for node in features.walk() if node.name == "hashembed"]
        self._hashed = sorted(hashed, key=lambda node: int(node.attrs["column"]))
        self._static = np.ascontiguousarray(nodes["static_vectors"].get_param("W").T)

    def of(self, looks: Sequence[Look]) -> Numbers:
        """The features of words, a row each."""
        from spacy.tokens import Doc

        words = [self._vocab.strings[word] for word, _ in looks]
        doc = Doc(self._vocab, words=words, spaces=[bool(spaced) for _, spaced in looks])
        ids = np.ascontiguousarray(doc.to_array(self._columns).astype(np.uint64).T)
        found = [_hashed(node, ids[at]) for at, node in enumerate(self._hashed)]
        return np.concatenate([*found, self._known(looks)], axis=1)

    def _known(self, looks: Sequence[Look]) -> Numbers:
        vectors = self._vocab.vectors
        rows = vectors.find(keys=[word for word, _ in looks])
        known = one_by_one(vectors.data[rows], self._static)
        known[rows < 0] = 0
        return known


def columns(docs: Sequence[Doc], attributes: list[int | str]) -> NDArray[np.uint64]:
    """Attributes of all tokens of the sentences, a row for each attribute."""
    found: NDArray[np.uint64] = np.concatenate([doc.to_array(attributes) for doc in docs]).T
    return found


def _hashed(node: Any, ids: Any) -> Numbers:
    """The sum of the rows of a table that a number is hashed to."""
    table = node.get_param("E")
    found: Numbers = table[node.ops.hash(ids, node.attrs["seed"]) % len(table)].sum(axis=1)
    return found


def _with_room(table: Numbers, rows: int) -> Numbers:
    """The table, made longer if it has not that many rows."""
    if rows <= len(table):
        return table
    longer = np.zeros((2 * rows, table.shape[1]), np.float32)
    longer[: len(table)] = table
    return longer
