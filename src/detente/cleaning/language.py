"""Which language a page is in, by its most frequent words."""

from __future__ import annotations

from collections import Counter
from functools import cache
from importlib import resources

import msgspec

from detente.cleaning.units import key_of
from detente.languages import language as languages

_SAMPLE = 2_000
_FEWEST_WORDS = 12
_FEWEST_HITS = 0.08


def detect(text: str) -> str | None:
    """The code of the language whose function words are most frequent in the text, ``None`` where
    no language's are frequent (names only, another script, too few words)."""
    words = Counter(key_of(_middle(text)).split())
    total = sum(words.values())
    if total < _FEWEST_WORDS:
        return None
    shares = {
        code: sum(words[word] for word in known) / total
        for code, known in _function_words().items()
    }
    best = max(shares, key=lambda code: shares[code])
    return best if shares[best] >= _FEWEST_HITS else None


def _middle(text: str) -> str:
    """A sample around the middle, where the story is rather than the menus."""
    start = max(0, (len(text) - _SAMPLE) // 2)
    return text[start : start + _SAMPLE]


@cache
def _function_words() -> dict[str, frozenset[str]]:
    path = resources.files(__package__).joinpath("function_words.toml")
    others = msgspec.toml.decode(path.read_bytes(), type=dict[str, tuple[str, ...]])
    own = {code: tuple(languages.load(code).function_words) for code in languages.supported()}
    return {
        code: frozenset(key_of(word) for word in words) for code, words in (own | others).items()
    }
