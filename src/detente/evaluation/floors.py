"""The floors: what every measure has reached, and must not fall below."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path

import msgspec

from detente.errors import DataError
from detente.evaluation.scoring import Scores

Floors = dict[str, dict[str, float]]
"""The least value by corpus and measure."""

ROOM = 2.0
"""A floor that lies this far below its value could be raised."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A measure and its floor; ``value`` is ``None`` where the measure was not taken."""

    corpus: str
    measure: str
    floor: float
    value: float | None

    def __str__(self) -> str:
        value = "not measured" if self.value is None else f"{self.value:.1f}"
        return f"{self.corpus} {self.measure}: {value}, floor {self.floor:.1f}"


def load(path: Path) -> Floors:
    """The floors of a file. Raises DataError if they cannot be used."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Floors)
    except (OSError, msgspec.MsgspecError) as error:
        raise DataError(f"The floors in {path.name} cannot be used.", str(error)) from error


def below(scores: Scores, floors: Floors) -> tuple[Finding, ...]:
    """Measures under their floor, and floors of a corpus that was read whose measure is gone."""
    return tuple(
        found
        for found in _findings(scores, floors)
        if found.value is None or round(found.value, 1) < found.floor
    )


def raisable(scores: Scores, floors: Floors) -> tuple[Finding, ...]:
    """Floors that lie well below what is reached now."""
    return tuple(
        found
        for found in _findings(scores, floors)
        if found.value is not None and found.value - found.floor >= ROOM
    )


def raised(scores: Scores, floors: Floors) -> Floors:
    """The floors with every one that lies below its value raised to it (to the whole number
    below); measures without a floor get one. None is ever lowered."""
    new = {corpus: dict(measures) for corpus, measures in floors.items()}
    for score in scores.scores:
        measures = new.setdefault(score.corpus, {})
        measures[score.measure] = max(
            measures.get(score.measure, 0.0), float(math.floor(score.value))
        )
    return {corpus: dict(sorted(new[corpus].items())) for corpus in sorted(new)}


def save(path: Path, floors: Floors) -> None:
    """Write the floors where they are kept."""
    path.write_bytes(msgspec.json.format(msgspec.json.encode(floors), indent=2) + b"\n")


def _findings(scores: Scores, floors: Floors) -> list[Finding]:
    read = {score.corpus for score in scores.scores}
    return [
        Finding(corpus, measure, floor, scores.value(corpus, measure))
        for corpus, measures in sorted(floors.items())
        if corpus in read
        for measure, floor in sorted(measures.items())
    ]
