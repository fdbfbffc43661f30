"""The ways to say whose a body or a group is: by an adjective or after "of", before or behind what
completes its noun."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from detente.finding.people.spelling import head, plain
from detente.finding.people.vocabulary import Gender, Vocabulary

WAYS = 4_096
"""Bodies and groups of a state whose names are remembered."""


class Parts(NamedTuple):
    """A name without the words that tell its state: the noun with its adjectives, what follows
    them from the first preposition on, and whether the name told the state by an adjective or
    after "of"."""

    noun: str
    rest: str
    gender: Gender | None
    many: bool
    told: bool


@lru_cache(WAYS)
def ways_to_say(
    words: Vocabulary,
    parts: Parts,
    adjectives: tuple[tuple[str, ...], ...],
    genitives: tuple[str, ...],
) -> tuple[str, ...]:
    """The ways to say whose it is, by adjectives in all their forms and by names after "of": pages
    tell the same few bodies of the same few states."""
    found: list[str] = []
    for forms in adjectives:
        adjective = _agreeing(forms, parts.gender, parts.many)
        if adjective:
            inner = f"{parts.noun} {adjective} {parts.rest}".rstrip()
            outer = f"{parts.noun} {parts.rest} {adjective}".replace("  ", " ")
            found += (inner, outer) if _is_field(words, parts) else (outer, inner)
    whole = f"{parts.noun} {parts.rest}".rstrip()
    return (*found, *(f"{whole} {genitive}" for genitive in genitives))


def _agreeing(forms: tuple[str, ...], gender: Gender | None, many: bool) -> str:
    """The form of an adjective that agrees; "" where the gender it needs is not known."""
    male, female = forms[2 * many], forms[2 * many + 1]
    if gender is None and male != female:
        return ""
    return female if gender == "f" else male


def _is_field(words: Vocabulary, parts: Parts) -> bool:
    """Whether an adjective goes before the complement of a noun: "le ministère russe de la
    Défense", but "les forces de l'ordre russes"."""
    inside = head(parts.rest) in map(plain, words.tables.prepositions.bound)
    return inside or (is_articled(words, parts.rest) and head(parts.noun) in words.fielded)


def is_articled(words: Vocabulary, rest: str) -> bool:
    """Whether what follows a noun has an article, so that an adjective goes before it: "le
    ministère russe de la Défense", but "le comité d'enquête russe"."""
    table, low = words.tables, rest.lower()
    first = low.split(" ", maxsplit=1)[0]
    articled = low.startswith(tuple(table.forms.of.values()))
    return articled or first in table.determiners.contracted or first in table.prepositions.bound
