"""Which statements are worth comparing: shared words, or one speaker, one week and some words."""

from __future__ import annotations

import numpy as np

from detente.linking import candidates
from detente.linking.statements import Statements
from detente.linking.words import Hashes, grams

_WEEKS = 6
"""Weeks beyond which the days of a statement are too vague to be a key."""
_MIX = np.uint64(0x9E3779B97F4A7C15)


def pairs(made: Statements) -> candidates.Pairs:
    """Pairs of places in ``made`` whose statements may be one utterance, as rows, in order."""
    three, owners3 = grams(made.content, 3)
    two, owners2 = grams(made.content, 2)
    found = [
        candidates.codes(three, owners3),
        candidates.codes(two, owners2, at_least=2),
        candidates.codes(two ^ made.voices[owners2], owners2),
        candidates.codes(*_weekly(made), at_least=2),
    ]
    together = np.sort(np.concatenate(found))
    fresh = np.r_[True, together[1:] != together[:-1]] if len(together) else np.empty(0, bool)
    return candidates.unpacked(together[fresh])


def _weekly(made: Statements) -> tuple[Hashes, candidates.Numbers]:
    """Keys of speaker, week and word: they find what was said once and translated twice."""
    owners, first, last = made.stretches()
    sharp = (last - first < 7 * _WEEKS) & made.spoken[owners]
    owners, first, last = owners[sharp], first[sharp] // 7, last[sharp] // 7
    many = last - first + 1
    before = np.cumsum(many) - many
    weeks = np.arange(int(many.sum())) + np.repeat(first - before, many)
    owners = np.repeat(owners, many)
    places = made.content.places(owners)
    lengths = made.content.lengths[owners]
    keys = made.content.flat[places] ^ np.repeat(made.voices[owners], lengths)
    keys ^= np.repeat(weeks.astype(np.uint64) * _MIX, lengths)
    return keys, np.repeat(owners, lengths).astype(np.int32)
