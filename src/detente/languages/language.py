"""A language as data: tables of words and classes in ``<code>/*.toml``, checked when loaded."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from typing import Any, TypeVar

import msgspec

from detente.errors import DataError

Shape = TypeVar("Shape")


class Language(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One language: its code, names, syntax model and the marks of its sentences."""

    code: str
    name: str
    model: str
    abbreviations: frozenset[str]
    openers: tuple[str, ...]
    function_words: frozenset[str]

    @property
    def glued(self) -> re.Pattern[str]:
        """Where a word that opens sentences stands in capitals inside what looks like one word:
        "jeudiLe"."""
        return _glued(self.openers)

    def table(self, name: str, shape: type[Shape]) -> Shape:
        """The table ``<code>/<name>.toml`` as ``shape``; read once a process.

        Raises DataError if the file is missing, is no TOML or does not have that shape.
        """
        return _table(self.code, name, shape)


@cache
def _glued(openers: tuple[str, ...]) -> re.Pattern[str]:
    """The first letter of an opener is sought before all else, so that what stands before and after
    is looked at behind few letters of a text."""
    firsts = "".join(sorted({w[0] for w in openers}))
    words = "|".join(rf"(?<={w[0]}){re.escape(w[1:])}" for w in openers if len(w) > 1)
    elided = "".join(w for w in openers if len(w) == 1)
    behind = rf"(?:{words})(?= )|(?<=[{elided}])(?=['\u2019])"
    return re.compile(rf"[{firsts}](?<=[^\W\d_]{{4}})(?:{behind})")


@cache
def supported() -> tuple[str, ...]:
    """Codes of the languages that have data here, in order."""
    root = resources.files(__package__)
    return tuple(sorted(d.name for d in root.iterdir() if d.joinpath("language.toml").is_file()))


def load(code: str) -> Language:
    """The language of that code. Raises DataError if there is no data for it."""
    return _table(code, "language", Language)


_TABLES: dict[tuple[str, str, Any], Any] = {}


def _table(code: str, name: str, shape: type[Shape]) -> Shape:
    key = (code, name, shape)
    if key not in _TABLES:
        _TABLES[key] = _read(code, name, shape)
    found: Shape = _TABLES[key]
    return found


def _read(code: str, name: str, shape: type[Shape]) -> Shape:
    path = resources.files(__package__).joinpath(code, f"{name}.toml")
    try:
        return msgspec.toml.decode(path.read_bytes(), type=shape)
    except FileNotFoundError as error:
        raise DataError(f"The table languages/{code}/{name}.toml is missing.") from error
    except msgspec.MsgspecError as error:
        raise DataError(
            f"The table languages/{code}/{name}.toml is wrong.", str(error), "Correct the file."
        ) from error
