"""The measures as plain text, one table of everything."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from detente.evaluation.calibration import Bin
from detente.evaluation.floors import Floors
from detente.evaluation.scoring import Score, Scores

_HEAD = ("corpus", "measure", "P", "R", "F", "right", "found", "wanted", "floor")
_BINS = ("finding", "confidence", "count", "mean", "right")


def table(scores: Scores, floors: Floors) -> str:
    """Every measure with its floor, then how far confidence can be believed."""
    measures = [_row(score, floors) for score in scores.scores]
    text = _columns([_HEAD, *measures])
    bins = [_bin(found) for found in scores.calibration]
    return f"{text}\n\n{_columns([_BINS, *bins])}" if bins else text


def _row(score: Score, floors: Floors) -> tuple[str, ...]:
    counts = score.counts
    floor = floors.get(score.corpus, {}).get(score.measure)
    shares = (counts.precision, counts.recall, counts.f)
    return (
        score.corpus,
        score.measure,
        *(f"{value:.1f}" for value in shares),
        *(f"{number:g}" for number in (counts.right, counts.found, counts.wanted)),
        "-" if floor is None else f"{floor:.1f}",
    )


def _bin(found: Bin) -> tuple[str, ...]:
    return (
        found.finding,
        f"{found.low:.2f}-{found.high:.2f}",
        str(found.count),
        f"{found.confidence:.1f}",
        f"{found.right:.1f}",
    )


def _columns(rows: Sequence[Sequence[str]]) -> str:
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    return "\n".join(_line(row, widths) for row in rows)


def _line(row: Iterable[str], widths: Sequence[int]) -> str:
    cells = [
        cell.ljust(width) if place < _NAMES else cell.rjust(width)
        for place, (cell, width) in enumerate(zip(row, widths, strict=True))
    ]
    return "  ".join(cells).rstrip()


_NAMES = 2
"""The first columns hold names, the rest figures."""
