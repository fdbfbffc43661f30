"""The notation of the rules in ``times.toml``, read into regular expressions over codes.

A word in lower case is itself, a name in capitals a class, ``ANY`` any word,
``OTHER`` one in lower case that the table does not know, ``@NAME`` a macro of
the table; ``slot:`` before a piece keeps what it matches; ``( | )``, ``?``, ``*`` and ``+`` are as
in regular expressions; ``!X`` wants no X next; ``< >`` bound the expression within its context.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

EXTENT = "extent"
ANY = "ANY"
OTHER = "OTHER"
SEPARATOR = "__"
"""Between a slot's name and its number: a slot may stand in several branches of a pattern."""
_PIECE = re.compile(r"[()|?*+<>]|\^*!?[^\s()|?*+<>]+")
_MARKS = frozenset("()|?*+<>")


class NotationError(Exception):
    """A pattern that cannot be read; the message says where."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern over codes: as a regular expression, the codes that may come first (``None`` for
    any), and whether it may match nothing."""

    regex: str
    first: frozenset[str] | None
    nullable: bool


_NOTHING = Pattern("", frozenset(), True)


def words_of(notation: str) -> Iterator[str]:
    """The words, classes and macros that a pattern names."""
    for piece in _PIECE.findall(notation):
        if piece not in _MARKS:
            word = piece.lstrip("^!")
            slot, colon, rest = word.partition(":")
            if rest or not (colon and slot):
                yield rest if colon and slot else word


class Reader:
    """Reads one pattern. ``charset`` gives the codes of a word or class, ``macros`` the pieces."""

    def __init__(self, charset: Callable[[str], str], macros: Mapping[str, str]) -> None:
        self._charset = charset
        self._macros = macros
        self._pieces: list[str] = []
        self._at = 0
        self._slots = 0

    def read(self, notation: str) -> Pattern:
        """The pattern of a notation. Raises NotationError."""
        self._pieces, self._at, self._slots = _PIECE.findall(notation), 0, 0
        pattern = self._choice()
        if self._at < len(self._pieces):
            raise NotationError(f"{self._pieces[self._at]!r} closes nothing")
        return pattern

    def _choice(self) -> Pattern:
        options = [self._sequence()]
        while self._next() == "|":
            self._at += 1
            options.append(self._sequence())
        if len(options) == 1:
            return options[0]
        return Pattern(
            "(?:" + "|".join(o.regex for o in options) + ")",
            _either(*(o.first for o in options)),
            any(o.nullable for o in options),
        )

    def _sequence(self) -> Pattern:
        whole = _NOTHING
        while (piece := self._next()) not in {"|", ")", ">", ""}:
            self._at += 1
            part = self._repeated(self._item(piece))
            first = _either(whole.first, part.first) if whole.nullable else whole.first
            whole = Pattern(whole.regex + part.regex, first, whole.nullable and part.nullable)
        return whole

    def _item(self, piece: str) -> Pattern:
        if piece in {"(", "<"}:
            inner = self._choice()
            if self._next() != (")" if piece == "(" else ">"):
                raise NotationError(f"{piece!r} is not closed")
            self._at += 1
            opening = "(?:" if piece == "(" else f"(?P<{EXTENT}>"
            return Pattern(f"{opening}{inner.regex})", inner.first, inner.nullable)
        if piece[0] in "^!" and len(piece) > 1:
            return self._look(piece)
        slot, colon, rest = piece.partition(":")
        if not (colon and slot):
            return self._word(piece)
        if not rest:
            rest = self._next()
            self._at += 1
        self._slots += 1
        group = f"{slot}{SEPARATOR}{self._slots}"
        inner = self._item(rest)
        return Pattern(f"(?P<{group}>{inner.regex})", inner.first, inner.nullable)

    def _look(self, piece: str) -> Pattern:
        """A look at the next word, or with ``^`` at one before; it takes no word."""
        back = len(piece) - len(piece.lstrip("^"))
        word = piece.lstrip("^!")
        sign = "!" if "!" in piece[: len(piece) - len(word)] else "="
        behind = "<" if back else ""
        rest = "." * (back - 1)
        return Pattern(f"(?{behind}{sign}{self._word(word).regex}{rest})", frozenset(), True)

    def _repeated(self, part: Pattern) -> Pattern:
        mark = self._next()
        if mark not in {"?", "*", "+"}:
            return part
        self._at += 1
        return Pattern(f"(?:{part.regex}){mark}", part.first, part.nullable or mark != "+")

    def _word(self, piece: str) -> Pattern:
        if piece in _MARKS:
            raise NotationError(f"{piece!r} stands where a word should")
        if piece == ANY:
            return Pattern(".", None, False)
        if piece.startswith("@"):
            if piece[1:] not in self._macros:
                raise NotationError(f"there is no macro {piece}")
            inner = self._macro(self._macros[piece[1:]])
            return Pattern(f"(?:{inner.regex})", inner.first, inner.nullable)
        codes = self._charset(piece)
        if not codes:
            raise NotationError(f"there is no class {piece!r}")
        return Pattern(f"[{codes}]", frozenset(codes), False)

    def _macro(self, notation: str) -> Pattern:
        outside = self._pieces, self._at
        self._pieces, self._at = _PIECE.findall(notation), 0
        inner = self._choice()
        self._pieces, self._at = outside
        return inner

    def _next(self) -> str:
        return self._pieces[self._at] if self._at < len(self._pieces) else ""


def _either(*firsts: frozenset[str] | None) -> frozenset[str] | None:
    if any(first is None for first in firsts):
        return None
    return frozenset().union(*(first for first in firsts if first is not None))
