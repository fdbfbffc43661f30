"""Words to classes: a sentence as a string with one character for each word.

Every set of classes that a word of the language's table may belong to has a character of its own,
so that a pattern over classes is an ordinary regular expression over that string, and a sentence
is matched in a few steps however many words a class holds.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping
from functools import cached_property
from typing import TypeVar

from detente.finding.times.notation import OTHER
from detente.languages.times import Times

Kept = TypeVar("Kept")
UNKNOWN = "_"
_FIRST_CODE = 0xE000
_DIGITS = frozenset("0123456789")
CAPITAL, PLURAL = "CAPITAL", "PLURAL"
NUMBERS = ("NUM", "DAY", "HOUR", "MINUTE", "YEAR", "RECENT", "YY", "MON", "FRACTION")
"""Classes that numbers in digits have by their form alone."""
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+")
_MOST_KEPT, _LONGEST_KEPT = 100_000, 40
_SAMPLES = "0|00|7|07|17|27|30|41|78|250|000|3,5|12.000|1x|4x|1950"
"""One number of every shape."""


class Line:
    """The words of ``text[begin:stop]`` as codes; the words and their offsets when asked for."""

    def __init__(self, lexicon: Lexicon, text: str, begin: int, stop: int) -> None:
        self._lexicon = lexicon
        self._text = text
        self._begin = begin
        self._raw = text[begin:stop].split()
        self._cursor = 0, 0, begin
        self.codes = "".join(map(lexicon.known.__getitem__, self._raw))

    def __len__(self) -> int:
        return len(self.codes)

    @cached_property
    def words(self) -> list[str]:
        """The words in lower case, with the accent that a capital may lack."""
        lowered = self._lexicon.lowered
        return [word for joint in self._raw for word in lowered[joint]]

    def is_name(self, at: int) -> bool:
        """Whether a word that the table does not know bears a capital within the sentence."""
        return at > 0 and self.codes[at] == self._lexicon.capital

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The offsets in the text of the words ``first`` to ``last`` (excluded)."""
        return self._place(first)[0], self._place(last - 1)[1]

    def _place(self, at: int) -> tuple[int, int]:
        """The offsets of one word; it starts from the word asked for before, if that is behind."""
        joint, word, offset = self._cursor if self._cursor[1] <= at else (0, 0, self._begin)
        raw, codes, text = self._raw, self._lexicon.known, self._text
        while word + (size := len(codes[raw[joint]])) <= at:
            offset = text.index(raw[joint], offset) + len(raw[joint])
            joint, word = joint + 1, word + size
        self._cursor = joint, word, offset
        offset = text.index(raw[joint], offset)
        for part in self._lexicon.parts[raw[joint]]:
            offset = text.index(part, offset)
            if word == at:
                return offset, offset + len(part)
            word, offset = word + 1, offset + len(part)
        raise IndexError(at)


class _Parts(dict[str, list[str]]):
    """What stands between spaces ("l'année,") cut into the words of the table, other words,
    numbers and marks. Worked out when first met and kept while there is room."""

    def __init__(self, known: Container[str], fine: re.Pattern[str]) -> None:
        super().__init__()
        self._known = known
        self._fine = fine

    def __missing__(self, word: str) -> list[str]:
        whole = word.isalpha() or word.lower() in self._known
        parts = [word] if whole else self._fine.findall(word)
        return _kept(self, word, parts)


class _Lowered(dict[str, list[str]]):
    """The parts of words in lower case, with the accent that a capital may lack."""

    def __init__(self, parts: _Parts, capitals: Mapping[str, str]) -> None:
        super().__init__()
        self._parts = parts
        self._capitals = capitals

    def __missing__(self, word: str) -> list[str]:
        return _kept(self, word, [self._capitals.get(w) or w.lower() for w in self._parts[word]])


class _Codes(dict[str, str]):
    """The codes of what stands between spaces, one for each part."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self._lexicon = lexicon

    def __missing__(self, word: str) -> str:
        return _kept(self, word, "".join(map(self._lexicon.code_of, self._lexicon.parts[word])))


def _kept(found: dict[str, Kept], word: str, value: Kept) -> Kept:
    """Keep a value unless the word is long; begin anew when there are too many."""
    if len(word) <= _LONGEST_KEPT:
        if len(found) >= _MOST_KEPT:
            found.clear()
        found[word] = value
    return value


class Lexicon:
    """The words of a table with their classes."""

    def __init__(self, classes: Mapping[str, Iterable[str]], table: Times) -> None:
        self._years = years = table.years
        self._capitals = table.capitals
        self._plurals = table.plurals
        sets: dict[str, set[str]] = {}
        for name, words in classes.items():
            for word in words:
                sets.setdefault(word, set()).add(name)
        for word in filter(str.isdecimal, sets):
            sets[word].update(_shape(word, years))
        self._code_of: dict[frozenset[str], str] = {}
        self._codes = {word: self.code(frozenset(names)) for word, names in sets.items()}
        self.capital = self.code(frozenset({CAPITAL}))
        self._plural = self.code(frozenset({PLURAL}))
        for sample in (*_SAMPLES.split("|"), str(years[0])):
            self._number(sample)
        self.parts = _Parts(self._codes, _splitter(sets, table.ordinals))
        self.lowered = _Lowered(self.parts, table.capitals)
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
        code = self._codes.get(self._capitals.get(word) or word.lower())
        if code is not None:
            return code
        if word[0] in _DIGITS:
            return self._number(word.lower())
        if word[0].isupper():
            return self.capital
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
    if width == 3 and word[0] == "0":
        return ("GROUP",)
    found = ["NUM", "GROUP"] if width == 3 else ["NUM"]
    if width <= 2:
        found += ["DAY"] if 1 <= value <= 31 else []
        found += ["HOUR"] if value <= 24 else []
        found += ["MON"] if 1 <= value <= 12 else []
        found += ["MINUTE", "YY"] if width == 2 and value <= 59 else []
        found += ["YY"] if width == 2 and value > 59 else []
    elif width == 4 and years[0] <= value <= years[1]:
        found += ["YEAR", "RECENT"] if value >= 1900 else ["YEAR"]
    return tuple(found)


def _splitter(words: Iterable[str], ordinals: Iterable[str]) -> re.Pattern[str]:
    """A pattern for one part of what stands between spaces. Words of the table with a mark inside
    are one part, and so is a number inside a name ("G20"); a number and its unit ("18h30") come
    apart."""
    number = rf"\d{{1,3}}(?:\.\d{{3}})+(?!\d)|\d+(?:,\d+)?(?:(?i:{'|'.join(ordinals)})\b)?"
    name = r"(?<!\d)[^\W\d_]+\d\w*"
    joined = (w for w in words if not w.isalpha() and w[:1].isalpha())
    marked = sorted(joined, key=len, reverse=True)
    whole = "|".join(re.escape(w) + (r"(?!\w)" if w[-1].isalpha() else "") for w in marked)
    return re.compile(rf"(?<!\w)(?i:{whole})|{number}|{name}|[^\W\d_]+|[^\w\s]")
