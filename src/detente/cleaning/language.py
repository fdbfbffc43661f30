"""Which language a page is in, by its most frequent words."""

from __future__ import annotations

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
    words = key_of(_middle(text)).split()
    if len(words) < _FEWEST_WORDS:
        return None
    codes, languages_of = _function_words()
    hits = dict.fromkeys(codes, 0)
    for word in words:
        for code in languages_of.get(word, ()):
            hits[code] += 1
    best = max(hits, key=lambda code: hits[code])
    return best if hits[best] / len(words) >= _FEWEST_HITS else None


def _middle(text: str) -> str:
    """A sample around the middle, where the story is rather than the menus."""
    start = max(0, (len(text) - _SAMPLE) // 2)
    return text[start : start + _SAMPLE]


@cache
def _function_words() -> tuple[tuple[str, ...], dict[str, tuple[str, ...]]]:
    """The languages that can be told, our own first, and those that have a word."""
    path = resources.files(__package__).joinpath("function_words.toml")
    others = msgspec.toml.decode(path.read_bytes(), type=dict[str, tuple[str, ...]])
    own = {code: tuple(languages.load(code).function_words) for code in languages.supported()}
    known = own | others
    found: dict[str, tuple[str, ...]] = {}
    for code, words in known.items():
        for word in sorted(set(map(key_of, words))):
            found[word] = (*found.get(word, ()), code)
    return tuple(known), found
