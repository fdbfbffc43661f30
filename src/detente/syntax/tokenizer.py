"""spaCy's tokenizer, ready in a fraction of the time.

Of each language spaCy keeps a pattern of words that stay whole ("arrière-petit-fils"). The French
one spells out every letter of every script hundreds of times, and takes longer to compile than all
the rest of the model to load. Here it is taken apart: a rough pattern stops nearly every word, and
an alternative of the true one is only compiled for a word that it may match.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from spacy.tokenizer import Tokenizer

KEPT = 200_000
"""Stretches between two spaces of which it is kept how they are cut, of about 100 bytes each.
spaCy's own limit of 10,000 is reached after some hundred pages, and from then on it cuts every
stretch that it does not know yet anew, wherever it stands."""

_OPEN, _BETWEEN, _CLOSE = "(?iu)(?:", ")|(?:", ")"
_LETTERS = re.compile(r"\[[^\]]{100,}\]")
"""A class that spells out letters."""
_GROUP = re.compile(r"\([^()]*\)[?*]?")
_NEEDED = re.compile(r"\[([^\]]+)\](?![?*])")
"""A class of which one character must stand."""


def read(tokenizer: Tokenizer, path: Path) -> Tokenizer:
    """The tokenizer as the model's file tells it."""
    told = path.read_bytes()
    rules: dict[str, Any] = msgspec.msgpack.decode(told)
    tokenizer.from_bytes(told, exclude=["token_match"])
    if rules.get("token_match"):
        tokenizer.token_match = matcher(rules["token_match"])
    tokenizer.max_cache_size = KEPT
    return tokenizer


def matcher(pattern: str) -> Any:
    """What matches the same words as the pattern, from their first letter on."""
    if not (pattern.startswith(_OPEN) and pattern.endswith(_CLOSE)):
        return re.compile(pattern).match
    return Whole(pattern.removeprefix(_OPEN).removesuffix(_CLOSE).split(_BETWEEN))


class Whole:
    """Matches a word that one of many alternatives matches."""

    def __init__(self, alternatives: list[str]) -> None:
        self._alternatives = [f"(?:{alternative})" for alternative in alternatives]
        self._rough = [_LETTERS.sub(".", alternative) for alternative in self._alternatives]
        self._marks = _marks([_LETTERS.sub(".", alternative) for alternative in alternatives])
        self._any = re.compile("|".join(self._rough), re.IGNORECASE | re.DOTALL)
        self._compiled = lru_cache(None)(re.compile)

    def __call__(self, word: str) -> re.Match[str] | None:
        """The match of the first alternative that matches."""
        if self._marks and self._marks.isdisjoint(word):
            return None
        if self._any.match(word) is None:
            return None
        for rough, alternative in zip(self._rough, self._alternatives, strict=True):
            if self._compiled(rough, re.IGNORECASE | re.DOTALL).match(word):
                match = self._compiled(alternative, re.IGNORECASE).match(word)
                if match is not None:
                    return match
        return None


def _marks(alternatives: list[str]) -> frozenset[str]:
    """Hyphens and the like of which every alternative needs one; none if one does without."""
    found: set[str] = set()
    for alternative in alternatives:
        bare = _GROUP.sub("", alternative)
        needed = [marks for marks in _NEEDED.findall(bare) if not re.search(r"\w", marks)]
        if not needed or "|" in bare or "(" in bare:
            return frozenset()
        found.update(needed[0])
    return frozenset(found)
