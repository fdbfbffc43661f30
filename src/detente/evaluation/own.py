"""The project's own pages: read, brought together with their answers, and measured."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from detente.errors import DataError
from detente.evaluation import linked, links, sheets
from detente.evaluation.answers import PageAnswers
from detente.evaluation.scoring import Scores, measure
from detente.evaluation.slips import slips
from detente.options import Options
from detente.pipeline import read_pages
from detente.records import Reading

PAGES = "pages"
ANSWERS = "answers"


def read(gold: Path) -> tuple[Reading, ...]:
    """The readings of the project's pages, with their text. Raises DataError for a page that
    cannot be read: every one of them can."""
    readings = []
    for reading in read_pages([gold / PAGES], Options(text=True)):
        if not isinstance(reading, Reading):
            raise DataError(f"The page {reading.page.source} cannot be read.")
        readings.append(reading)
    return tuple(readings)


def answers(gold: Path, readings: Sequence[Reading]) -> dict[str, PageAnswers]:
    """The answers of every page, placed in the text that was read. Raises DataError where pages
    and answers do not fit together."""
    known, actors = sheets.load(gold / ANSWERS)
    texts = {Path(reading.page.source or "").stem: reading.text or "" for reading in readings}
    if texts.keys() != known.keys():
        odd = ", ".join(sorted(texts.keys() ^ known.keys()))
        raise DataError(f"These pages lack answers, or these answers lack a page: {odd}.")
    return {name: sheets.resolve(name, known[name], texts[name], actors) for name in texts}


def measure_all(gold: Path) -> tuple[Scores, tuple[str, ...]]:
    """Every measure on the project's own pages, of each page and of the links between them; and
    where readings and answers differ."""
    readings = read(gold)
    known = answers(gold, readings)
    made = links.load(gold / ANSWERS, known)
    scores = measure(readings, known) + linked.measure(readings, known, made)
    return scores, tuple(slips(readings, known))
