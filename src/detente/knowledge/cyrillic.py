"""Cyrillic names in Latin letters, by rule: Лавров is Lavrov or Lawrow, Сергей Sergueï or Sergei.

The schemes are data (``cyrillic.toml``): the usage of the French, English and German press, and
ISO 9 in its scientific form without diacritic signs for the soft and the hard sign.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib import resources

import msgspec

_CYRILLIC = re.compile("[\u0400-\u04ff]")


class Spelling(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Rules in order (pattern, replacement), then letters one by one (``"а=a б=b"``)."""

    rules: tuple[tuple[str, str], ...]
    letters: str


class Scheme(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A way to write Cyrillic in Latin letters, with what differs for the names of a state."""

    rules: tuple[tuple[str, str], ...]
    letters: str
    states: dict[str, Spelling] = {}


class _Schemes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    schemes: dict[str, Scheme]


def is_cyrillic(name: str) -> bool:
    """Whether a name has Cyrillic letters."""
    return bool(_CYRILLIC.search(name))


def latin(name: str, states: Iterable[str] = ()) -> dict[str, str]:
    """A Cyrillic name in every scheme, by scheme name; ``states`` (ids) pick the spelling."""
    known = tuple(sorted(states))
    return {key: _write(name, *_compiled(key, known)) for key in _schemes()}


@cache
def _schemes() -> dict[str, Scheme]:
    data = resources.files(__package__).joinpath("cyrillic.toml").read_bytes()
    return msgspec.toml.decode(data, type=_Schemes).schemes


@cache
def _compiled(
    key: str, states: tuple[str, ...]
) -> tuple[tuple[tuple[re.Pattern[str], str], ...], dict[str, str]]:
    scheme = _schemes()[key]
    rules, letters = list(scheme.rules), scheme.letters
    for state in states:
        if state in scheme.states:
            rules[:0] = scheme.states[state].rules
            letters += " " + scheme.states[state].letters
    pairs = {pair[0]: pair[2:] for pair in letters.split()}
    return tuple((re.compile(p, re.IGNORECASE), r) for p, r in rules), pairs


def _write(
    name: str, rules: tuple[tuple[re.Pattern[str], str], ...], letters: dict[str, str]
) -> str:
    for pattern, replacement in rules:
        name = pattern.sub(lambda m, r=replacement: _cased(m.group(), r), name)  # type: ignore[misc]
    return "".join(_cased(c, letters.get(c.lower(), c)) for c in name)


def _cased(original: str, written: str) -> str:
    return written[:1].upper() + written[1:] if original[:1].isupper() else written
