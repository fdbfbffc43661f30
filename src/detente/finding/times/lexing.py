"""Words to classes: a sentence as a string with one character for each word.

Every set of classes that a word of the language's table may belong to has a character of its own,
so that a pattern over classes is an ordinary regular expression over that string, and a sentence
is matched in a few steps however many words a class holds.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping
from functools import cached_property

from detente.finding.times.notation import OTHER
from detente.languages.times import Times

UNKNOWN = "_"
_FIRST_CODE = 0xE000
_DIGITS = frozenset("0123456789")
CAPITAL, PLURAL = "CAPITAL", "PLURAL"
NUMBERS = ("NUM", "DAY", "HOUR", "MINUTE", "YEAR", "RECENT", "YY", "MON", "FRACTION", "ORD")
SHAPES = (*NUMBERS, CAPITAL, PLURAL)
"""Classes that a word has by its form alone: numbers in digits, capitals, the end of a plural."""
_GROUPED = re.compile(r"\d{1,3}(?:[ .]\d{3})+")
_MOST_KEPT = 100_000
_SAMPLES = [
    "0",
    "00",
    "7",
    "07",
    "17",
    "27",
    "30",
    "41",
    "78",
    "250",
    "3,5",
    "12 000",
    "1x",
    "4x",
    "1950",
]


class Line:
    """The words of ``text[begin:stop]`` as codes; the words and their offsets when asked for."""

    def __init__(self, lexicon: Lexicon, text: str, begin: int, stop: int) -> None:
        self._lexicon = lexicon
        self._place = text, begin
        self._raw: list[str] = lexicon.coarse.findall(text, begin, stop)
        self._starts: list[int] = []
        self.codes = "".join(map(lexicon.known.__getitem__, self._raw))

    def __len__(self) -> int:
        return len(self.codes)

    @cached_property
    def written(self) -> list[str]:
        """The words as written, one for each code."""
        if len(self._raw) == len(self.codes):
            return self._raw
        parts = self._lexicon.parts
        return [word for joint in self._raw for word in parts[joint]]

    @cached_property
    def words(self) -> list[str]:
        """The words in lower case, with the accent that a capital may lack."""
        capitals = self._lexicon.capitals
        return [capitals.get(word) or word.lower() for word in self.written]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The offsets in the text of the words ``first`` to ``last`` (excluded)."""
        (text, at), words, known = self._place, self.written, self._starts
        if known:
            at = known[-1] + len(words[len(known) - 1])
        for word in words[len(known) : last]:
            at = text.index(word, at)
            known.append(at)
            at += len(word)
        return known[first], known[last - 1] + len(words[last - 1])


class _Parts(dict[str, list[str]]):
    """Joint words ("l'année") cut into the words of the table and the rest; any other is itself.
    Worked out when first met and kept while there is room."""

    def __init__(self, known: Container[str], fine: re.Pattern[str]) -> None:
        super().__init__()
        self._known = known
        self._fine = fine

    def __missing__(self, word: str) -> list[str]:
        if len(self) >= _MOST_KEPT:
            self.clear()
        joint = not word.isalpha() and word[0].isalpha() and word.lower() not in self._known
        parts = self[word] = self._fine.findall(word) if joint else [word]
        return parts


class _Codes(dict[str, str]):
    """The codes of words as written, one for each part of a joint word, kept likewise."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self._lexicon = lexicon

    def __missing__(self, word: str) -> str:
        if len(self) >= _MOST_KEPT:
            self.clear()
        code = self[word] = "".join(map(self._lexicon.code_of, self._lexicon.parts[word]))
        return code


class Lexicon:
    """The words of a table with their classes."""

    def __init__(self, classes: Mapping[str, Iterable[str]], table: Times) -> None:
        self._years = years = table.years
        self.capitals = table.capitals
        self._plurals = table.plurals
        sets: dict[str, set[str]] = {}
        for name, words in classes.items():
            for word in words:
                sets.setdefault(word, set()).add(name)
        for word in filter(str.isdecimal, sets):
            sets[word].update(_shape(word, years))
        self._code_of: dict[frozenset[str], str] = {}
        self._codes = {word: self.code(frozenset(names)) for word, names in sets.items()}
        self._capital = self.code(frozenset({CAPITAL}))
        self._plural = self.code(frozenset({PLURAL}))
        for sample in (*_SAMPLES, str(years[0])):
            self._number(sample)
        self.coarse, fine = _splitters(sets, table.ordinals)
        self.parts = _Parts(self._codes, fine)
        self.known = _Codes(self)

    def code(self, classes: frozenset[str]) -> str:
        """The character of a set of classes, given out in the order of asking."""
        return self._code_of.setdefault(classes, chr(_FIRST_CODE + len(self._code_of)))

    def charset(self, name: str) -> str:
        """The characters of a class or word: those of all sets that hold it."""
        if name == OTHER:
            return UNKNOWN
        return "".join(code for classes, code in self._code_of.items() if name in classes)

    def code_of(self, word: str) -> str:
        """The code of a word as written."""
        code = self._codes.get(self.capitals.get(word) or word.lower())
        if code is not None:
            return code
        if word[0] in _DIGITS:
            return self._number(word.lower())
        if word[0].isupper():
            return self._capital
        return self._plural if word.endswith(self._plurals) else UNKNOWN

    def read(self, text: str, begin: int, stop: int) -> Line:
        """The words of ``text[begin:stop]``. Linear in its length."""
        return Line(self, text, begin, stop)

    def _number(self, word: str) -> str:
        return self.code(frozenset(_shape(word, self._years)))


def _shape(word: str, years: tuple[int, int]) -> tuple[str, ...]:
    """What a number in digits may be, by its form alone."""
    if _GROUPED.fullmatch(word):
        return ("NUM",)
    if "," in word:
        return ("NUM", "FRACTION")
    digits = word.rstrip("".join(set(word) - _DIGITS)) if not word.isdigit() else word
    if not digits.isdecimal():
        return ("ODD",)
    if digits != word:
        return ("ORD", "DAY") if int(digits) == 1 else ("ORD",)
    value, width = int(word) if len(word) < 12 else 10**12, len(word)
    found = ["NUM"]
    if width <= 2:
        found += ["DAY"] if 1 <= value <= 31 else []
        found += ["HOUR"] if value <= 24 else []
        found += ["MON"] if 1 <= value <= 12 else []
        found += ["MINUTE", "YY"] if width == 2 and value <= 59 else []
        found += ["YY"] if width == 2 and value > 59 else []
    elif width == 4 and years[0] <= value <= years[1]:
        found += ["YEAR", "RECENT"] if value >= 1900 else ["YEAR"]
    return tuple(found)


def _splitters(
    words: Iterable[str], ordinals: Iterable[str]
) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Patterns for one word: a coarse one, that keeps words with marks inside whole, and a fine
    one for what it keeps. A number inside a name ("G20") belongs to it; a number and its unit
    ("18h30") come apart."""
    number = rf"\d{{1,3}}(?:[ .]\d{{3}})+(?!\d)|\d+(?:,\d+)?(?:(?i:{'|'.join(ordinals)})\b)?"
    name = r"(?<!\d)[^\W\d_]+\d\w*"
    joint = r"[^\W\d_]++(?:['-][^\W\d_]++)*+'?+(?!\d)"
    coarse = rf"{joint}|{number}|{name}|[^\W\d_]+|[^\w\s]"
    marked = sorted(
        (w for w in words if not w.isalpha() and w[:1].isalpha()), key=len, reverse=True
    )
    whole = "|".join(re.escape(w) + (r"(?!\w)" if w[-1].isalpha() else "") for w in marked)
    return re.compile(coarse), re.compile(rf"(?<!\w)(?i:{whole})|[^\W\d_]+|[^\w\s]")
