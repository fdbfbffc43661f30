from __future__ import annotations

import pytest

from detente.evaluation.links import (
    Found,
    Item,
    Links,
    PlantedConflict,
    apart,
    b_cubed,
    conflicts,
    outcomes,
    pairs,
)
from detente.evaluation.matching import Counts


def _clusters(names: str) -> dict[Item, str]:
    """One item a letter, in the cluster of that letter; a dot was not found."""
    return {("p", n, n + 1): name for n, name in enumerate(names) if name != "."}


@pytest.mark.parametrize(
    ("truth", "found", "counts"),
    [
        ("aab", "xxy", Counts(1, 1, 1)),
        ("aab", "xxx", Counts(1, 3, 1)),
        ("aab", "xyz", Counts(0, 0, 1)),
        ("aab", "x.y", Counts(0, 0, 1)),
        ("aabb", "xxyy", Counts(2, 2, 2)),
    ],
)
def test_pairs(truth: str, found: str, counts: Counts) -> None:
    assert pairs(_clusters(truth), _clusters(found)) == counts


def test_a_whole_and_its_part_count_neither_way() -> None:
    near = frozenset({frozenset("ab")})
    assert pairs(_clusters("aab"), _clusters("xxx"), near) == Counts(1, 1, 1)
    assert b_cubed(_clusters("aab"), _clusters("xxx"), near).precision == pytest.approx(100)


def test_b_cubed_is_the_mean_over_items() -> None:
    counts = b_cubed(_clusters("aab"), _clusters("xxx"))
    assert counts.precision == pytest.approx(100 * (2 / 3 + 2 / 3 + 1 / 3) / 3)
    assert counts.recall == pytest.approx(100)
    missed = b_cubed(_clusters("aab"), _clusters("x.y"))
    assert missed.precision == pytest.approx(100)
    assert missed.recall == pytest.approx(100 * (1 / 2 + 1 / 2 + 1) / 3)


def test_look_alikes_must_stay_apart_in_every_mention() -> None:
    listed = (frozenset("ab"), frozenset("ac"))
    assert apart(_clusters("aabc"), _clusters("xyyz"), listed) == Counts(1, 2, 2)


def test_outcomes_and_conflicts_invented_ones_count_against() -> None:
    links = Links(
        {},
        {},
        outcomes={"a": "held", "b": "cancelled", "c": "no_trace"},
        conflicts=(PlantedConflict(kind="date", of="a", sides=(("p",), ("q", "o"))),),
    )
    found = Found(
        {},
        {},
        outcomes={"a": "held", "b": "held", "z": "held"},
        conflicts=(("date", frozenset("pr")), ("date", frozenset("po"))),
    )
    assert outcomes(links, found) == Counts(1, 2, 3)
    assert conflicts(links, found) == Counts(1, 2, 1)


@pytest.mark.parametrize(
    ("kind", "pages", "found"),
    [("figure", "pq", True), ("count", "pq", True), ("figure", "p", False), ("date", "pq", False)],
)
def test_a_planted_conflict_is_known_by_kind_and_sides(kind: str, pages: str, found: bool) -> None:
    planted = PlantedConflict(kind="figure", of="a", sides=(("p",), ("q",)))
    assert planted.is_found(kind, frozenset(pages)) is found
