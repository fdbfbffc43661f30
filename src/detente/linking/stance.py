"""The stance of a statement: how warm or cold its words sound, by a table of words."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import msgspec

from detente.languages import language
from detente.text import fold

_REACH = 3
"""Words before a warm or cold one in which a negation turns it round."""
_LONGEST = 14


class _Turned(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    words: frozenset[str]


class _Stances(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    warm: dict[str, tuple[str, ...]]
    cold: dict[str, tuple[str, ...]]
    turned: _Turned


def stance(text: str, code: str | None) -> float:
    """From -1 (cold) to 1 (warm); 0 where the words tell nothing or the language is not known.

    Shrunk towards 0: one word of stance is half a stance.
    """
    if code is None or code not in language.supported():
        return 0.0
    strengths, turning = _table(code)
    words = fold(text).split()
    warm = cold = 0.0
    for at, word in enumerate(words):
        strength = _strength(word, strengths)
        if strength and not turning.isdisjoint(words[max(0, at - _REACH) : at]):
            strength *= -0.5
        warm += max(0.0, strength)
        cold += max(0.0, -strength)
    return round((warm - cold) / (warm + cold + 1), 4)


def _strength(word: str, strengths: Mapping[str, float]) -> float:
    """That of the longest beginning of the word which the table has."""
    for length in range(min(len(word), _LONGEST), 2, -1):
        found = strengths.get(word[:length])
        if found is not None:
            return found
    return strengths.get(word + " ", 0.0)


@cache
def _table(code: str) -> tuple[Mapping[str, float], frozenset[str]]:
    table = language.load(code).table("stance", _Stances)
    strengths: dict[str, float] = {}
    for side, sign in ((table.warm, 1.0), (table.cold, -1.0)):
        for strength, words in side.items():
            for word in words:
                whole = " " if word.endswith(" ") else ""
                strengths[fold(word) + whole] = sign * float(strength)
    return strengths, frozenset(part for word in table.turned.words for part in fold(word).split())
