"""Hints: what tags, roles, class names and ids around a block say of it, in any language."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib import resources

import msgspec

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_WORD = re.compile(r"[A-Za-z]+")
_ATTRIBUTES = ("role", "itemprop")


class Hints(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The table ``markup_hints.toml``: families by tag, by attribute value, by word of a name."""

    tags: dict[str, str]
    attributes: dict[str, str]
    words: dict[str, tuple[str, ...]]

    def by_word(self) -> dict[str, str]:
        """The family of each word; the first family that names it has it."""
        found: dict[str, str] = {}
        for family, words in self.words.items():
            for word in words:
                found.setdefault(word.lower(), family)
        return found


@cache
def load() -> tuple[Hints, dict[str, str]]:
    """The table, and the family of each word."""
    path = resources.files(__package__).joinpath("markup_hints.toml")
    hints = msgspec.toml.decode(path.read_bytes(), type=Hints)
    return hints, hints.by_word()


def hint(tag: str, attributes: dict[str, str]) -> str | None:
    """The family that an element declares itself to be of, ``None`` if it does not."""
    hints, _ = load()
    for name in _ATTRIBUTES:
        if (value := attributes.get(name)) and value in hints.attributes:
            return hints.attributes[value]
    if tag in hints.tags:
        return hints.tags[tag]
    named = attributes.get("class", ""), attributes.get("id", "")
    return _of_names(" ".join(named)) if any(named) else None


@lru_cache(maxsize=65_536)
def _of_names(names: str) -> str | None:
    """The first family named by the words of class names and ids; long utility lists say
    nothing."""
    if len(names) > 200:
        return None
    _, families = load()
    for word in _WORD.findall(_CAMEL.sub(" ", names)):
        if (family := families.get(word.lower())) is not None:
            return family
    return None
