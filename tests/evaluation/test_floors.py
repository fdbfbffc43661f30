from __future__ import annotations

from pathlib import Path

import pytest

from detente.errors import DataError
from detente.evaluation import calibration, floors, report
from detente.evaluation.calibration import Bet
from detente.evaluation.matching import Counts
from detente.evaluation.scoring import Score, Scores

SCORES = Scores((Score("pages", "times.value", Counts(8, 10, 10)),))


@pytest.mark.parametrize(
    ("least", "below", "raisable"),
    [
        ({"pages": {"times.value": 80.0}}, 0, 0),
        ({"pages": {"times.value": 80.1}}, 1, 0),
        ({"pages": {"times.value": 78.0}}, 0, 1),
        ({"pages": {"times.gone": 10.0}}, 1, 0),
        ({"absent": {"times.value": 99.0}}, 0, 0),
    ],
)
def test_floors(least: floors.Floors, below: int, raisable: int) -> None:
    assert len(floors.below(SCORES, least)) == below
    assert len(floors.raisable(SCORES, least)) == raisable


def test_floors_that_cannot_be_read_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    path.write_text('{"pages": 3}')
    with pytest.raises(DataError):
        floors.load(path)


def test_calibration_bins_hold_their_edges() -> None:
    bets = [Bet("event", c, r) for c, r in ((0.9, True), (0.94, False), (0.95, True), (1.0, True))]
    bins = calibration.table(bets)
    assert [(b.low, b.high, b.count, b.right) for b in bins] == [
        (0.9, 0.95, 2, 50.0),
        (0.95, 1.0, 2, 100.0),
    ]


def test_the_table_shows_value_and_floor() -> None:
    line = report.table(SCORES, {"pages": {"times.value": 75.0}}).splitlines()[1]
    assert line.split() == ["pages", "times.value", *["80.0"] * 3, "8", "10", "10", "75.0"]


def test_floors_are_raised_and_never_lowered(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    floors.save(path, floors.raised(SCORES, {"pages": {"times.value": 12.5, "times.gone": 3.0}}))
    assert floors.load(path) == {"pages": {"times.gone": 3.0, "times.value": 80.0}}
    assert floors.raised(SCORES, {"pages": {"times.value": 99.0}}) == {
        "pages": {"times.value": 99.0}
    }
