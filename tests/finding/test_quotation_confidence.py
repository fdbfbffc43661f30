"""Confidence: the table, its bounds, and what it promises on pages it was not made from."""

from __future__ import annotations

import pytest

from detente.finding.quotations.confidence import confidence_of, table
from tests.finding import calibration


def test_more_right_ones_give_more_confidence() -> None:
    kind = ("speech", "named")
    low = confidence_of(kind, {kind: (5, 10)})
    high = confidence_of(kind, {kind: (10, 10)})
    assert 0 < low < high < 1


def test_a_class_never_seen_leans_on_its_rule() -> None:
    rich = {("speech", "named"): (40, 40)}
    poor = {("speech", "named"): (4, 40)}
    assert confidence_of(("speech", "carried"), rich) > confidence_of(("speech", "carried"), poor)


def test_no_speaker_is_never_sure() -> None:
    assert confidence_of(("speech", "unknown"), table()) < 0.6


@pytest.mark.skipif(not calibration.GOLD.exists(), reason="the annotated pages are not here")
def test_nine_in_ten_of_the_sure_are_right_on_pages_held_out() -> None:
    graded = calibration.held_out(calibration.graded())
    for low in (0.0, 0.5, 0.7, 0.8, 0.9):
        inside = [fine for sure, fine in graded if low <= sure]
        print(f"confidence >= {low}: {sum(inside)} right of {len(inside)}")
    sure = [fine for confidence, fine in graded if confidence >= 0.9]
    assert len(sure) >= 50
    assert sum(sure) >= 0.9 * len(sure)
