"""Rules over classes, compiled: which of them matches where, and what its slots hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from detente.errors import DataError
from detente.finding.times.lexing import Lexicon, Line
from detente.finding.times.notation import (
    EXTENT,
    SEPARATOR,
    NotationError,
    Reader,
    words_of,
)
from detente.languages.language import Language
from detente.languages.times import Rule, Scalar, Times

_REACH = 8
"""Words from the beginning of an expression within which a word of the gate must stand."""
_SLOT = re.compile(r"\(\?P<\w+>")


@dataclass(frozen=True, slots=True)
class Found:
    """A rule that matched: the words ``first`` to ``last`` (excluded) are the expression, and
    ``slots`` give the range of words of each named piece."""

    rule: Rule
    first: int
    last: int
    slots: dict[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class _Compiled:
    rule: Rule
    named: re.Pattern[str]
    slots: tuple[tuple[int, str], ...]
    bare: str
    first: frozenset[str] | None


class Grammar:
    """The rules of one language. Among those that match at a word, the first in the table wins."""

    def __init__(self, table: Times) -> None:
        self.table = table
        self.lexicon = _lexicon(table)
        self._rules = tuple(self._compile(rule) for rule in table.rules)
        first = frozenset[str]().union(*(rule.first or () for rule in self._rules))
        core = "".join(map(self.lexicon.charset, ("YEAR", *table.gate)))
        self._opening = re.compile(
            f"[{''.join(sorted(first))}](?=.{{0,{_REACH}}}[{core}])|[{core}]"
        )
        self.gate = re.compile(f"[{core}]")
        """What the codes of a line must hold to hold a time at all."""
        self._at: dict[str, re.Pattern[str] | None] = {}

    def search(self, line: Line) -> Iterator[Found]:
        """What is in a line from left to right, without overlap, traps included."""
        codes, at = line.codes, 0
        while start := self._opening.search(codes, at):
            at = start.start()
            code = codes[at]
            pattern = self._at[code] if code in self._at else self._starting(code)
            match = pattern.match(codes, at) if pattern else None
            if match is None:
                at += 1
                continue
            found = self._slots(self._rules[int(str(match.lastgroup)[1:])], codes, at)
            yield found
            at = max(at + 1, found.last)

    def value(self, name: str, word: str) -> Scalar | None:
        """What a word stands for in a class of the table, ``None`` if it is not in it."""
        return self.table.classes.get(name, {}).get(word)

    def _starting(self, code: str) -> re.Pattern[str] | None:
        """All rules that may begin with a code, as one pattern; made when first met."""
        rules = [
            f"(?P<r{i}>{c.bare})" for i, c in enumerate(self._rules) if c.first and code in c.first
        ]
        self._at[code] = re.compile("|".join(rules)) if rules else None
        return self._at[code]

    def _slots(self, compiled: _Compiled, codes: str, at: int) -> Found:
        match = compiled.named.match(codes, at)
        if match is None:
            return Found(compiled.rule, at, at, {})
        spans: dict[str, tuple[int, int]] = {}
        for group, slot in compiled.slots:
            if match.start(group) < match.end(group):
                spans.setdefault(slot, match.span(group))
        first, last = spans.pop(EXTENT, match.span())
        return Found(compiled.rule, first, last, spans)

    def _compile(self, rule: Rule) -> _Compiled:
        try:
            pattern = Reader(self.lexicon.charset, self.table.macros).read(rule.match)
            named = re.compile(pattern.regex)
        except (NotationError, re.error) as error:
            raise DataError(f"The rule {rule.name!r} of times.toml: {error}.") from error
        if pattern.nullable or pattern.first is None:
            raise DataError(f"The rule {rule.name!r} of times.toml may begin with anything.")
        slots = tuple((i, n.partition(SEPARATOR)[0]) for n, i in named.groupindex.items())
        return _Compiled(rule, named, slots, _SLOT.sub("(?:", pattern.regex), pattern.first)


def _lexicon(table: Times) -> Lexicon:
    classes: dict[str, list[str]] = {name: list(words) for name, words in table.classes.items()}
    for name, words in table.lists.items():
        classes.setdefault(name, []).extend(words)
    for notation in [*table.macros.values(), *(rule.match for rule in table.rules)]:
        for word in words_of(notation):
            if word.islower() or not (word[0].isalpha() or word.startswith("@")):
                classes.setdefault(word, [word])
    return Lexicon(classes, table)


@cache
def of(language: Language) -> Grammar:
    """The grammar of a language, made once a process."""
    return Grammar(language.table("times", Times))
