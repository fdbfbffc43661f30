"""The shape of ``figures.toml``: numbers in words, units, and what is no figure."""

from __future__ import annotations

import msgspec


class FigureLists(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Lists of words.

    ``strong`` units count even with a small number in words; ``approximators`` belong to the
    figure; ``linking`` words stand between a number and what it counts; a number before a word of
    ``never_after`` or after one of ``never_before`` is a date, an age, a score or a name.
    ``origins`` and ``ranges`` open the two ends of "from ... to"; ``eras`` are nouns that date a
    figure by a person's time in office; multipliers of ``alone`` are numbers by themselves;
    ``stops`` end the words of what is counted; ``plural_endings`` are one letter each.
    """

    strong: tuple[str, ...]
    approximators: tuple[str, ...]
    linking: tuple[str, ...]
    never_after: tuple[str, ...]
    never_before: tuple[str, ...]
    ranges: tuple[str, ...]
    origins: tuple[str, ...]
    eras: tuple[str, ...]
    alone: tuple[str, ...]
    stops: tuple[str, ...]
    plural_endings: tuple[str, ...]
    invariable: tuple[str, ...]


class FigureWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The table ``figures.toml``: words with their values, units with what they are written as
    (ISO 4217 for currencies)."""

    numbers: dict[str, float]
    multipliers: dict[str, float]
    collectives: dict[str, float]
    units: dict[str, str]
    lists: FigureLists
