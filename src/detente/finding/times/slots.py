"""The slots of a match by what they stand for: the table's values, numbers, words."""

from __future__ import annotations

from detente.finding.times.grammar import Found, Grammar
from detente.finding.times.lexing import Line
from detente.languages.times import Scalar


class Slots:
    """The slots of a match by what they stand for."""

    def __init__(self, found: Found, line: Line, grammar: Grammar) -> None:
        self._found = found
        self._line = line
        self._grammar = grammar
        self._names = found.slots.keys() | found.rule.fixed.keys()

    def __contains__(self, name: str) -> bool:
        return name in self._names

    def get(self, name: str) -> Scalar | None:
        """A slot's value: what the rule fixes, else what its first word stands for in the class
        of the slot's name, else a number, else the word."""
        if name not in self._names:
            return None
        if name in self._found.rule.fixed:
            return self._found.rule.fixed[name]
        words = self._words(name)
        value = self._grammar.value(name.upper(), words[0])
        return value if value is not None else _figure(words[0])

    def number(self, name: str) -> int | None:
        """A slot's value as a whole number, ``None`` if it is none."""
        value = self.get(name) if name in self._names else None
        return value if isinstance(value, int) else None

    def word(self, name: str) -> str | None:
        """A slot's value as text."""
        value = self.get(name) if name in self._names else None
        return None if value is None else str(value)

    def amount(self) -> float | None:
        """The amount, in digits or words ("vingt-cinq", "quatre-vingts")."""
        if "amount" in self._found.rule.fixed:
            return float(self._found.rule.fixed["amount"])
        if "amount" not in self._found.slots:
            return None
        total = current = 0.0
        for word in self._words("amount"):
            value = self._value(word)
            if value is None:
                continue
            if value in self._grammar.table.multipliers and 0 < current < value:
                current *= value
            else:
                current += value
            if value >= 1000:
                total, current = total + current, 0.0
        return total + current

    def _value(self, word: str) -> float | None:
        for name in ("NUMWORD", "COUNT"):
            value = self._grammar.value(name, word)
            if isinstance(value, int):
                return value
        figure = word.replace(" ", "").replace(".", "").replace(",", ".")
        return float(figure) if figure[:1].isdecimal() and _is_figure(figure) else None

    def _words(self, name: str) -> list[str]:
        first, last = self._found.slots[name]
        return self._line.words[first:last]


def _figure(word: str) -> Scalar:
    digits = word.rstrip("".join(set(word) - set("0123456789")))
    return int(digits) if digits.isdecimal() and len(digits) < 12 else word


def _is_figure(figure: str) -> bool:
    return figure.replace(".", "", 1).isdecimal()
