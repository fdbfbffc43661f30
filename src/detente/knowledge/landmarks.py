"""Deeds that the press looks back on for years, and the words by which it calls them to mind."""

from __future__ import annotations

import csv
from functools import cache
from importlib import resources

from detente.days import Interval
from detente.errors import DataError
from detente.records import Record

Way = tuple[str, ...]
"""Words that all stand in a sentence; one that ends in a star may go on in any way."""


class Landmark(Record, frozen=True, kw_only=True):
    """An encounter or a measure of known days, of a ``variant`` of its kind where the table tells
    one ("withdrawal/troops"). ``by`` are the states of which one takes part where
    a page speaks of it, ``beside`` others that may be named with them; ``ways`` by language."""

    name: str
    kind: str
    variant: str
    by: frozenset[str]
    beside: frozenset[str]
    ways: dict[str, tuple[Way, ...]]
    when: Interval
    source: str
    licence: str


@cache
def landmarks() -> tuple[Landmark, ...]:
    """All landmarks, in the order of the table. Raises DataError, with the line, if it is wrong."""
    text = resources.files(__package__).joinpath("landmarks.csv").read_text(encoding="utf-8")
    reader = csv.DictReader(text.splitlines())
    return tuple(_landmark(row, reader.line_num) for row in reader)


def _landmark(row: dict[str, str], line: int) -> Landmark:
    first = Interval.of(row["valid_from"])
    last = Interval.of(row["valid_to"] or row["valid_from"])
    ways = tuple(way for words in row["words_fr"].split("|") if (way := _way(words)))
    kind, _, variant = row["kind"].partition("/")
    whole = kind and row["source"] and row["licence"] and ways
    if not whole or first.is_open or last.is_open or first.earliest > last.latest:  # type: ignore[operator]
        raise DataError(
            f"landmarks.csv, line {line}: a kind, words, a day, a source or a licence is missing.",
            hint="Fill the cell; write days as 2004-03-09, the first before the last.",
        )
    return Landmark(
        name=row["name_en"],
        kind=kind,
        variant=variant,
        by=_states(row["by"]),
        beside=_states(row["beside"]),
        ways={"fr": ways},
        when=Interval(first.earliest, last.latest),
        source=row["source"],
        licence=row["licence"],
    )


def _states(cell: str) -> frozenset[str]:
    return frozenset(cell.split("|")) - {""}


def _way(words: str) -> Way:
    return tuple(part.strip() for part in words.split("&") if part.strip())
