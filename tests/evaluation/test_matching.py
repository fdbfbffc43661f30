from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.evaluation.matching import Counts, bare, match, overlap

SPANS = st.tuples(st.integers(0, 30), st.integers(1, 10)).map(lambda s: (s[0], s[0] + s[1]))


@pytest.mark.parametrize(
    ("one", "other", "value"),
    [((0, 4), (0, 4), 1.0), ((0, 4), (2, 6), 2 / 6), ((0, 2), (2, 4), 0.0), ((0, 1), (5, 6), 0.0)],
)
def test_overlap(one: tuple[int, int], other: tuple[int, int], value: float) -> None:
    assert overlap(one, other) == pytest.approx(value)


def test_bare_drops_marks_at_the_edges_only() -> None:
    text = "« D'accord », oui"
    start, end = bare(text, (0, 12))
    assert text[start:end] == "D'accord"


def test_likest_first_and_each_once() -> None:
    wanted, given_ = [(0, 10), (2, 12)], [(2, 12)]
    assert match(wanted, given_, overlap, 0.1) == {1: 0}


@given(st.lists(SPANS, max_size=8), st.lists(SPANS, max_size=8))
def test_one_to_one_and_never_below_the_least(
    wanted: list[tuple[int, int]], given_: list[tuple[int, int]]
) -> None:
    pairs = match(wanted, given_, overlap, 0.5)
    assert len(set(pairs.values())) == len(pairs)
    assert all(overlap(wanted[w], given_[g]) >= 0.5 for w, g in pairs.items())


@given(st.lists(SPANS, max_size=8, unique=True))
def test_a_thing_is_matched_with_itself(spans: list[tuple[int, int]]) -> None:
    assert match(spans, spans, overlap, 0.5) == {i: i for i in range(len(spans))}


def test_counts_come_to_precision_recall_and_f() -> None:
    counts = Counts(2, 4, 2) + Counts(1, 1, 3)
    assert (counts.precision, counts.recall, counts.f) == (60.0, 60.0, 60.0)
    assert Counts().f == 0.0
