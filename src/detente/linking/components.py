"""Findings that hang together by links, directly or through others, and by what to know them again.

What becomes of a component depends on nothing outside it. One whose findings and links are all as
they were is therefore clustered as it was, and need not be looked at.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

from detente.linking.clusters import Links
from detente.linking.words import Hashes

Numbers = npt.NDArray[np.int64]


def of(size: int, links: Links, decided: Iterable[tuple[int, int]]) -> Numbers:
    """For each of ``size`` findings the least number in its component."""
    pairs = np.array(list(decided), np.int64).reshape(-1, 2)
    low, high = np.concatenate((links.pairs, pairs)).T
    label = np.arange(size)
    while True:
        least = np.minimum(label[low], label[high])
        before = label.copy()
        np.minimum.at(label, label[low], least)
        np.minimum.at(label, label[high], least)
        label = label[label]
        if (label == before).all():
            return label


def keys(component: Numbers, prints: Hashes, links: Links) -> Hashes:
    """For each finding the key of its component: made of the ``prints`` of all its findings, and
    of the links between them with their weights."""
    low, high = links.pairs.T
    known = mixed(prints[low] * np.uint64(3) ^ prints[high] ^ links.weights.view(np.uint64))
    total = np.zeros(len(component), np.uint64)
    np.add.at(total, component, mixed(prints))
    np.add.at(total, component[low], known)
    return total[component]


def mixed(numbers: Hashes) -> Hashes:
    """Numbers stirred, so that sums of them tell different ones apart (Steele and others 2014)."""
    numbers = numbers + np.uint64(0x9E3779B97F4A7C15)
    numbers = (numbers ^ (numbers >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    numbers = (numbers ^ (numbers >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return numbers ^ (numbers >> np.uint64(31))
