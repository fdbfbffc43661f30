"""Asking a record how warm two states were, month by month."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from detente.linking.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Contribution:
    """What moved a month: its points, the words it is opened at, and where they stand."""

    subject: str
    points: float
    because: str
    words: str
    page_id: str
    source: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Month:
    """One month of a relation. ``warmth`` is the sum of the points, ``None`` where nothing is
    known."""

    month: str
    warmth: float | None
    low: float | None
    high: float | None
    word: str
    contributions: tuple[Contribution, ...] = ()


def curve(ledger: Ledger, a: str, b: str) -> list[Month]:
    """The months from the first to the last that a record tells of two states, in order; a month
    without evidence says so."""
    states = sorted((a, b))
    opened: dict[str, list[Contribution]] = {}
    for row in ledger.query(_OPENED, states).to_pylist():
        opened.setdefault(row.pop("month"), []).append(Contribution(**row))
    rows = {row["month"]: row for row in ledger.query(_MONTHS, states).to_pylist()}
    return [
        Month(contributions=tuple(opened.get(month, ())), **rows[month])
        if month in rows
        else Month(month, None, None, None, "too little evidence")
        for month in _months(sorted(rows))
    ]


_MONTHS = """
SELECT month, warmth, low, high, word FROM relation
WHERE state_a = ? AND state_b = ? ORDER BY month
"""
_OPENED = """
SELECT c.month, c.subject, c.points, c.because, c.page_id, p.source, c.start, c."end",
       substr(p.text, c.start + 1, c."end" - c.start) AS words
FROM contribution c JOIN page p USING (page_id)
WHERE c.state_a = ? AND c.state_b = ? ORDER BY c.month, abs(c.points) DESC, c.subject
"""


def _months(known: list[str]) -> Iterator[str]:
    if not known:
        return
    year, month = (int(part) for part in known[0].split("-"))
    while (at := f"{year:04d}-{month:02d}") <= known[-1]:
        yield at
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
