"""Which quotations are worth comparing: shared words, or one speaker, one week and some words."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import numpy as np

from detente.linking import candidates
from detente.linking.quoting import Quoted
from detente.linking.words import Hashes, grams


def pairs(made: Sequence[Quoted]) -> candidates.Pairs:
    """Pairs of places in ``made`` whose quotations may be one utterance."""
    contents = [one.content for one in made]
    three, owners3 = grams(contents, 3)
    two, owners2 = grams(contents, 2)
    weekly, owners = _weekly(made)
    found = np.concatenate(
        [
            candidates.pairs(three, owners3),
            candidates.pairs(two, owners2, at_least=2),
            candidates.pairs(two ^ _voices(made)[owners2], owners2),
            candidates.pairs(weekly, owners, at_least=2),
        ]
    )
    return np.unique(found, axis=0)


def _voices(made: Sequence[Quoted]) -> Hashes:
    """A number for the speaker of each quotation."""
    speakers = {one.said.speaker or one.said.id for one in made}
    number = {speaker: int.from_bytes(hashed(speaker), "big") for speaker in speakers}
    return np.array([number[one.said.speaker or one.said.id] for one in made], np.uint64)


def _weekly(made: Sequence[Quoted]) -> tuple[Hashes, candidates.Numbers]:
    """Keys of speaker, week and word: they find what was said once and translated twice."""
    keys, owners = [], []
    for number, one in enumerate(made):
        first, last = one.said.days.earliest, one.said.days.latest
        if one.said.speaker is None or first is None or last is None:
            continue
        stems = np.fromiter(set(one.content), np.uint64)
        start, stop = first.toordinal() // 7, last.toordinal() // 7
        weeks = set(range(start, min(stop, start + 5) + 1))
        for days in () if one.said.dated else one.setting.days:
            if days.earliest is not None:
                weeks.add(days.earliest.toordinal() // 7)
        for week in sorted(weeks):
            salt = int.from_bytes(hashed(f"{one.said.speaker} {week}"), "big")
            keys.append(stems ^ np.uint64(salt))
            owners.append(np.full(len(stems), number, np.int32))
    if not keys:
        return np.empty(0, np.uint64), np.empty(0, np.int32)
    return np.concatenate(keys), np.concatenate(owners)


def hashed(words: str) -> bytes:
    """Eight bytes that stand for some words."""
    return hashlib.blake2b(words.encode(), digest_size=8).digest()
