"""The shape of a language's ``published.toml``: words that set an occasion ahead or behind."""

from __future__ import annotations

import msgspec


class Outlook(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words near the name of an occasion that tell whether it is still to come.

    ``ahead`` are lemmas of verbs and adjectives that look forward, ``behind`` words that look
    back; ``idle`` are words too common to tell one occasion from another. ``former`` stand before
    a role that is over, ``elect`` before one to be taken up. ``aged`` and ``years`` stand about an
    age ("âgé de 44 ans"), which words of ``since`` unmake ("44 ans après"). ``ordinals`` end a
    number that counts editions. ``then`` stand before a year in which something took place,
    ``until`` before one to come. ``anniversary``, ``after``, ``year`` and ``to_the_day`` count
    years from an occasion, with ``numbers`` and ``ordinal_words``.
    """

    ahead: frozenset[str]
    behind: frozenset[str]
    idle: frozenset[str]
    former: frozenset[str]
    elect: frozenset[str]
    aged: frozenset[str]
    years: frozenset[str]
    since: frozenset[str]
    ordinals: frozenset[str]
    then: frozenset[str]
    until: frozenset[str]
    anniversary: frozenset[str]
    after: frozenset[str]
    to_the_day: tuple[str, ...]
    year: frozenset[str]
    numbers: dict[str, int]
    ordinal_words: dict[str, int]
