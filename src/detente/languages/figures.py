"""The shape of ``figures.toml``: numbers in words, units, and what is no figure."""

from __future__ import annotations

import msgspec


class FigureLists(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Lists of words.

    ``strong`` nouns count even with a small number in words, as do persons to whom a verb of
    ``suffered`` happened; a ``definite`` word before such a number says that it is known already.
    ``approximators`` belong to the figure; ``linking`` words stand between a number and what it
    counts. A number before a word of ``never_after`` or after one of ``never_before`` is a date, an
    age, a score or a name. ``origins`` and ``ranges`` open the two ends of "from ... to",
    ``between`` the first of "between ... and", ``either`` the second end right after the first.
    ``eras`` are nouns that date a figure by a person's time in office; a time after a word of
    ``since`` is its first day, after one of ``until`` its last. Verbs of ``amounting`` have what is
    measured as their subject ("costs"), those of ``reckoning`` only in the passive; nouns of
    ``amounts`` stand for what they are of ("a sum of"). Who does what a verb of ``tallying`` tells
    (one word, or a verb and its object) gives the figure, through a noun of ``tallies`` ("a report
    of"); a participle that is a word of ``likening``, or stands before one, is not yet what is
    counted. Multipliers of ``alone`` are numbers by themselves, those that are ``bare`` need no
    linking word; a number after one of ``again`` counts what the figure before it does;
    ``plural_endings`` are one letter each.
    """

    strong: tuple[str, ...]
    suffered: tuple[str, ...]
    definite: tuple[str, ...]
    approximators: tuple[str, ...]
    linking: tuple[str, ...]
    never_after: tuple[str, ...]
    never_before: tuple[str, ...]
    ranges: tuple[str, ...]
    origins: tuple[str, ...]
    between: tuple[str, ...]
    either: tuple[str, ...]
    eras: tuple[str, ...]
    since: tuple[str, ...]
    until: tuple[str, ...]
    amounting: tuple[str, ...]
    reckoning: tuple[str, ...]
    tallying: tuple[str, ...]
    tallies: tuple[str, ...]
    likening: tuple[str, ...]
    amounts: tuple[str, ...]
    alone: tuple[str, ...]
    again: tuple[str, ...]
    bare: tuple[str, ...]
    plural_endings: tuple[str, ...]
    invariable: tuple[str, ...]


class FigureWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The table ``figures.toml``: words with their values; ``units`` of measure with what they are
    written as (ISO 4217 for currencies); ``things`` that are counted, with what they count as."""

    numbers: dict[str, float]
    multipliers: dict[str, float]
    collectives: dict[str, float]
    units: dict[str, str]
    things: dict[str, str]
    lists: FigureLists
