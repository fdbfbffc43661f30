"""Which findings are worth comparing: those that share a key, within a window.

Every finding emits keys (hashed word n-grams; speaker, week and word; parties and month). Under
one key the findings stand in a fixed order, and each is paired with its next neighbours only; the
more findings share a key, the fewer neighbours, so that the number of pairs grows with the number
of findings and no key is thrown away (the sorted neighbourhood of Hernández and Stolfo 1995).
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from detente.linking.words import Hashes

WINDOW = 12
"""Neighbours to pair with under a key that few findings share."""
_CROWD = 40
"""Findings under one key beyond which only the nearest neighbours are paired."""

Numbers = npt.NDArray[np.int32]
Pairs = npt.NDArray[np.int64]


def codes(keys: Hashes, owners: Numbers, at_least: int = 1) -> Pairs:
    """Pairs of owners under a common key, each once and in order, as ``low << 32 | high``.

    ``owners`` are numbers from 0 in the order in which neighbours should stand; ``at_least`` is
    how many keys a pair must share.
    """
    keys, owners = _in_order(keys, owners)
    size, rank = _groups(keys)
    found: list[Pairs] = []
    for step in range(1, WINDOW + 1):
        reach = size if step <= 2 else np.where(size <= _CROWD, size, 0)
        at = np.nonzero(rank + step < reach)[0]
        if not len(at):
            break
        found.append((owners[at].astype(np.int64) << 32) | owners[at + step])
    if not found:
        return np.empty(0, np.int64)
    pairs = np.sort(np.concatenate(found))
    stops = np.nonzero(np.r_[pairs[1:] != pairs[:-1], True])[0]
    return np.asarray(pairs[stops[np.diff(np.r_[-1, stops]) >= at_least]])


def unpacked(codes: Pairs) -> Pairs:
    """Codes as rows of low and high owner."""
    return np.column_stack((codes >> 32, codes & 0xFFFFFFFF))


def _in_order(keys: Hashes, owners: Numbers) -> tuple[Hashes, Numbers]:
    """Keys with their owners, by key and then by owner, each pair of the two once. The last bits
    of a key give way to the owner, so that one sort of numbers does it all."""
    bits = int(owners.max(initial=0)).bit_length()
    mask = np.uint64((1 << bits) - 1)
    packed = np.sort((keys & ~mask) | owners.astype(np.uint64))
    packed = packed[np.r_[True, packed[1:] != packed[:-1]]] if len(packed) else packed
    return packed & ~mask, (packed & mask).astype(np.int32)


def _groups(keys: Hashes) -> tuple[Pairs, Pairs]:
    """For every entry, how many share its key and how many of them stand before it."""
    starts = np.nonzero(np.r_[True, keys[1:] != keys[:-1]])[0] if len(keys) else np.empty(0, int)
    sizes = np.diff(np.r_[starts, len(keys)])
    size = np.repeat(sizes, sizes)
    rank = np.arange(len(keys)) - np.repeat(starts, sizes)
    return size, rank
