"""Which quotations are worth comparing: shared words, or one speaker, one week and some words."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import numpy as np

from detente.linking import candidates
from detente.linking.quoting import Quoted
from detente.linking.words import Hashes, grams

_WEEKS = 6
"""Weeks beyond which the days of a quotation are too vague to be a key."""
_MIX = np.uint64(0x9E3779B97F4A7C15)


def pairs(made: Sequence[Quoted]) -> candidates.Pairs:
    """Pairs of places in ``made`` whose quotations may be one utterance, as rows, in order."""
    contents = [one.content for one in made]
    voices = _voices(made)
    three, owners3 = grams(contents, 3)
    two, owners2 = grams(contents, 2)
    one, owners1 = grams(contents, 1)
    found = [
        candidates.codes(three, owners3),
        candidates.codes(two, owners2, at_least=2),
        candidates.codes(two ^ voices[owners2], owners2),
        candidates.codes(*_weekly(made, one ^ voices[owners1], owners1), at_least=2),
    ]
    return candidates.unpacked(np.unique(np.concatenate(found)))


def _voices(made: Sequence[Quoted]) -> Hashes:
    """A number for the speaker of each quotation; one without a speaker has its own."""
    names = [one.said.speaker or one.said.id for one in made]
    number = {name: int.from_bytes(hashed(name), "big") for name in dict.fromkeys(names)}
    return np.array([number[name] for name in names], np.uint64)


def _weekly(
    made: Sequence[Quoted], words: Hashes, owners: candidates.Numbers
) -> tuple[Hashes, candidates.Numbers]:
    """Keys of speaker, week and word, in order of owner: they find what was said once and
    translated twice."""
    weeks = [_weeks(one) for one in made]
    table = np.zeros((len(made), max(map(len, weeks), default=0)), np.uint64)
    for number, some in enumerate(weeks):
        table[number, : len(some)] = some
    keys = np.repeat(words, table.shape[1]).reshape(len(words), table.shape[1])
    own = table[owners]
    keys ^= own * _MIX
    everyone = np.repeat(owners, table.shape[1])
    told = (own > 0).ravel()
    return keys.ravel()[told], everyone[told]


def _weeks(one: Quoted) -> list[int]:
    """The weeks in which it may have been said, if they are few."""
    found = {
        week
        for first, last in one.spoken
        if last - first < 7 * _WEEKS
        for week in range(first // 7, last // 7 + 1)
    }
    return sorted(found) if one.said.speaker else []


def hashed(words: str) -> bytes:
    """Eight bytes that stand for some words."""
    return hashlib.blake2b(words.encode(), digest_size=8).digest()
