"""Words to classes: a sentence as a string with one character for each word.

Every set of classes that a word of the language's table may belong to has a character of its own,
so that a pattern over classes is an ordinary regular expression over that string, and a sentence
is matched in a few steps however many words a class holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

UNKNOWN = "_"
_FIRST_CODE = 0xE000
_DIGITS = frozenset("0123456789")
CAPITAL = "CAPITAL"
SHAPES = ("NUM", "DAY", "HOUR", "MINUTE", "YEAR", "YY", "MON", "FRACTION", "ORD", "ODD", CAPITAL)
"""Classes that a word has by its form alone: numbers in digits, and capitals."""
_SAMPLES = ("0", "00", "7", "07", "17", "27", "30", "41", "78", "250", "3,5", "12000", "1x", "4x")


@dataclass(frozen=True, slots=True)
class Line:
    """The words of a sentence in lower case, their offsets in the passage, and their codes."""

    words: list[str]
    starts: list[int]
    ends: list[int]
    codes: str

    def __len__(self) -> int:
        return len(self.words)


class Lexicon:
    """The words of a table with their classes. ``years`` bounds what four digits may be a year."""

    def __init__(
        self,
        classes: Mapping[str, Iterable[str]],
        ordinals: Iterable[str],
        years: tuple[int, int],
    ) -> None:
        self._years = years
        self._sets: dict[str, set[str]] = {}
        for name, words in classes.items():
            for word in words:
                self._sets.setdefault(word, set()).add(name)
        self._code_of: dict[frozenset[str], str] = {}
        self._codes = {word: self.code(frozenset(names)) for word, names in self._sets.items()}
        self._capital = self.code(frozenset({CAPITAL}))
        self._splitter = _splitter(self._sets, ordinals)
        self._number_codes: dict[str, str] = {}
        for sample in (*_SAMPLES, str(years[0])):
            self._number(sample)

    def code(self, classes: frozenset[str]) -> str:
        """The character of a set of classes, given out in the order of asking."""
        return self._code_of.setdefault(classes, chr(_FIRST_CODE + len(self._code_of)))

    def charset(self, name: str) -> str:
        """All characters of the sets that hold a class; complete once every set was asked for."""
        return "".join(code for classes, code in self._code_of.items() if name in classes)

    def read(self, text: str, begin: int, stop: int) -> Line:
        """The words of ``text[begin:stop]``. Linear in its length."""
        words, starts, ends, codes = [], [], [], []
        known = self._codes
        for match in self._splitter.finditer(text, begin, stop):
            start, end = match.span()
            word = match.group()
            lowered = word.lower()
            code = known.get(lowered)
            if code is None:
                if word[0] in _DIGITS:
                    code = UNKNOWN if _is_glued(text, start) else self._number(lowered)
                else:
                    code = self._capital if word[0].isupper() else UNKNOWN
            words.append(lowered)
            starts.append(start)
            ends.append(end)
            codes.append(code)
        return Line(words, starts, ends, "".join(codes))

    def _number(self, word: str) -> str:
        shape = _shape(word, self._years)
        key = "|".join(shape)
        if key not in self._number_codes:
            self._number_codes[key] = self.code(frozenset(shape))
        return self._number_codes[key]


def _shape(word: str, years: tuple[int, int]) -> tuple[str, ...]:
    """What a number in digits may be, by its form alone."""
    if "," in word or "." in word:
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
        found.append("YEAR")
    return tuple(found)


def _is_glued(text: str, start: int) -> bool:
    """A number inside a name ("G20", "RT2012"), not one after a unit's letter ("18h30")."""
    if start < 2 or not text[start - 1].isalpha():
        return False
    return not text[start - 2].isdecimal()


def _splitter(words: Iterable[str], ordinals: Iterable[str]) -> re.Pattern[str]:
    """A pattern for one word: those of the table with a mark inside come first, whole."""
    joined = sorted((w for w in words if not w.isalpha() and len(w) > 1), key=len, reverse=True)
    whole = [re.escape(w) + r"(?!\w)" for w in joined if w[-1].isalpha()]
    whole += [re.escape(w) for w in joined if not w[-1].isalpha()]
    number = rf"\d{{1,3}}(?:[ .]\d{{3}})+(?!\d)|\d+(?:,\d+)?(?:(?:{'|'.join(ordinals)})\b)?"
    letters = r"[^\W\d_]+"
    pattern = rf"(?<!\w)(?:{'|'.join(whole)})|{number}|{letters}|[^\w\s]"
    return re.compile(pattern, re.IGNORECASE)
