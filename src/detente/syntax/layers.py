"""spaCy's layers for one purpose, to be read fast: nothing is kept for training."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float32]
Rows = NDArray[np.intp]


class Affine:
    """A multiplication and a sum."""

    def __init__(self, layer: Any) -> None:
        self._weights = np.ascontiguousarray(layer.get_param("W").T)
        self._bias = layer.get_param("b")

    def of(self, vectors: Numbers) -> Numbers:
        """What the layer makes of each vector."""
        product: Numbers = vectors @ self._weights
        product += self._bias
        return product

    def of_each(self, vectors: Numbers) -> Numbers:
        """The same, whatever vectors stand beside it: see ``one_by_one``."""
        product = one_by_one(vectors, self._weights)
        product += self._bias
        return product


class Maxout:
    """Units of several pieces, of which the greatest counts; then evened out: mean nought, spread
    one, and the layer's own scale."""

    def __init__(self, layer: Any) -> None:
        nodes = {node.name: node for node in layer.walk()}
        maxout, norm = nodes["maxout"], nodes["layernorm"]
        weights: Numbers = maxout.get_param("W")
        self.units, self._pieces, width = weights.shape
        self.weights = np.ascontiguousarray(weights.transpose(2, 1, 0).reshape(width, -1))
        self._bias = maxout.get_param("b").T.ravel()
        self._gain, self._shift = norm.get_param("G"), norm.get_param("b")

    def of(self, heard: Numbers) -> Numbers:
        """The units, from what their pieces hear (which is used up)."""
        heard += self._bias
        units = greatest(heard, self._pieces)
        units -= units.mean(axis=1, keepdims=True)
        spread = np.einsum("ij,ij->i", units, units) / np.float32(self.units)
        units /= np.sqrt(spread + np.float32(1e-8))[:, np.newaxis]
        units *= self._gain
        units += self._shift
        return units


class Window:
    """A layer that looks at each place of a line and at its two neighbours."""

    def __init__(self, layer: Any) -> None:
        self._maxout = Maxout(layer)

    def of(self, line: Numbers) -> Numbers:
        """What the layer makes of each place."""
        count, width = line.shape
        three = np.empty((count, 3, width), np.float32)
        three[0, 0] = three[-1, 2] = 0
        three[1:, 0] = line[:-1]
        three[:, 1] = line
        three[:-1, 2] = line[1:]
        return self._maxout.of(three.reshape(count, -1) @ self._maxout.weights)


def one_by_one(vectors: Numbers, weights: Numbers) -> Numbers:
    """``vectors @ weights``, each row multiplied by itself: in one product of many rows the last
    digit depends on where in the matrix a row stands, and what is made of a word or of a page may
    not depend on others."""
    product: Numbers = (vectors[:, np.newaxis] @ weights)[:, 0]
    return product


def greatest(heard: Numbers, pieces: int) -> Numbers:
    """Of each unit the piece that heard most; the first pieces of all units come first."""
    units = heard.shape[1] // pieces
    most: Numbers = np.maximum(heard[:, :units], heard[:, units : 2 * units])
    for at in range(2 * units, heard.shape[1], units):
        np.maximum(most, heard[:, at : at + units], out=most)
    return most
