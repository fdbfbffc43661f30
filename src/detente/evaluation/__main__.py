"""Measure the program: ``python -m detente.evaluation --gold gold --floors gold/floors.json``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from detente.errors import DetenteError
from detente.evaluation import floors, own, report, shared
from detente.evaluation.scoring import Scores, measure
from detente.options import Options
from detente.pipeline import read_pages


def main(arguments: Sequence[str] | None = None) -> int:
    """Print every measure; 1 if one is below its floor or a page was lost, 2 for wrong data."""
    asked = _parser().parse_args(arguments)
    try:
        least = floors.load(asked.floors) if asked.floors else {}
        scores, differences = own.measure_all(asked.gold)
        scores += _measure_shared(asked.shared)
    except DetenteError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    if asked.slips:
        sys.stdout.writelines(f"{line}\n" for line in differences)
    sys.stdout.write(report.table(scores, least) + "\n")
    if asked.floors and asked.raise_floors:
        floors.save(asked.floors, floors.raised(scores, least))
    return _judge(scores, least)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m detente.evaluation", description=__doc__)
    parser.add_argument("--gold", type=Path, default=Path("gold"), help="the project's own pages")
    parser.add_argument("--floors", type=Path, help="the least value of every measure")
    parser.add_argument("--shared", type=Path, help="annotated pages from elsewhere, if any")
    parser.add_argument(
        "--raise-floors", action="store_true", help="raise every floor to what is reached now"
    )
    parser.add_argument(
        "--slips", action="store_true", help="list every difference on the project's own pages"
    )
    return parser


def _measure_shared(folder: Path | None) -> Scores:
    total = Scores()
    if folder is None or not folder.is_dir():
        return total
    options = Options(text=True)
    for corpus in shared.corpora(folder):
        total += measure(read_pages(corpus.paths, options), corpus.answers)
    return total


def _judge(scores: Scores, least: floors.Floors) -> int:
    failures = floors.below(scores, least)
    for found in floors.raisable(scores, least):
        sys.stdout.write(f"The floor could be raised: {found}\n")
    for found in failures:
        sys.stderr.write(f"Below its floor: {found}\n")
    for page in scores.missing:
        sys.stderr.write(f"No reading of a page that has answers: {page}\n")
    return 1 if failures or scores.missing else 0


if __name__ == "__main__":
    sys.exit(main())
