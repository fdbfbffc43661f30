"""How words are spelled and compared: plain, in lower case without accents; what a word is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from detente.languages.people import Words
from detente.memory import Kept
from detente.text import fold

FORMS = 65_536
"""Words whose form is remembered."""
PAIR, SHORTEST = 2, 3
"""Names that a hyphen ties, and the letters that each has at least."""


def _bare() -> dict[str, str]:
    """Every Latin letter with a sign to the letter without it."""
    letters = map(chr, (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)))
    folded = ((letter, fold(letter)) for letter in letters if letter.islower())
    return {letter: bare for letter, bare in folded if bare}


_BARE = _bare()
_SIGNED = re.compile(f"[{''.join(_BARE)}]")


def bare(words: str) -> str:
    """Lower case without accents, all else kept: the form in which nouns are compared."""
    low = words.lower()
    return low if low.isascii() else _SIGNED.sub(lambda letter: _BARE[letter[0]], low)


plain = Kept(bare, FORMS).__getitem__
"""The same of a word or a name, remembered."""


def split(phrase: str, elisions: Words) -> Words:
    """A phrase of the tables as the words of a page: elided words apart."""
    elided = phrase.endswith("'")
    words = tuple(m.group() for m in word_pattern(elisions).finditer(phrase + "x" * elided))
    return words[:-1] if elided else words


@cache
def word_pattern(elisions: Words) -> re.Pattern[str]:
    """What a word is: an elided word, letters and digits with inner hyphens and apostrophes, or
    one mark."""
    plain = r"\w++(?!['-])"
    """Asked first, for most words have neither."""
    elided = "|".join(re.escape(e) for e in sorted(elisions, key=len, reverse=True))
    near = rf"(?=\w{{1,{max(map(len, elisions), default=1)}}}')"
    """Asked before the elided words, of which there are many."""
    whole = r"\w+(?:['-]\w+)*|[^\w\s]"
    return re.compile(rf"{plain}|{near}(?:{elided})(?=[\w«“\"])|{whole}", re.IGNORECASE)


def plain_set(words: Iterable[str]) -> frozenset[str]:
    """Words as they are compared."""
    return frozenset(map(plain, words))


def head(name: str) -> str:
    """The first word of a name, plain."""
    return plain(name.split(" ", maxsplit=1)[0])


def tied(word: str) -> tuple[str, ...]:
    """The two names that a hyphen ties; none where that is no such word."""
    parts = tuple(word.split("-"))
    names = [p for p in parts if len(p) >= SHORTEST and p[0].isupper() and not p.isupper()]
    return parts if len(parts) == len(names) == PAIR else ()
