"""What a person decided stands, and the order of the input changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detente import linking
from detente.errors import UsageError
from detente.linking import decisions
from detente.records import Reading
from detente.store import Record, schema
from tests.linking.test_linking import PRESS, cluster_of, linked


def same_tables(one: Record, other: Record) -> None:
    for table in schema.shapes():
        if table != "about":
            assert one.export(table, "jsonl") == other.export(table, "jsonl"), table


@settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(order=st.permutations(PRESS), cut=st.integers(1, 3))
def test_order_of_pages_changes_nothing(
    tmp_path_factory: pytest.TempPathFactory, order: list[Reading], cut: int
) -> None:
    plain = linked(tmp_path_factory.mktemp("plain"), PRESS)
    mixed = Record.create(tmp_path_factory.mktemp("mixed") / "record")
    for some in (order[:cut], order[cut:]):
        mixed.add(some, "1", "k")
        linking.link(mixed)
    same_tables(mixed, plain)


def test_decisions_are_obeyed_for_ever(tmp_path: Path) -> None:
    record = linked(tmp_path, PRESS)
    utterance = cluster_of(record, "utterance_quotation", "gazette-1/q1")
    assert cluster_of(record, "utterance_quotation", "courrier-1/q1") == utterance

    decisions.decide(record, "reject", [utterance, "courrier-1/q1"], "she was not there")
    decisions.decide(record, "same", ["soir-1/e1", "courrier-1/e1"], "the same journey")
    for _ in range(2):
        linking.link(record)
        apart = cluster_of(record, "utterance_quotation", "courrier-1/q1")
        assert apart != cluster_of(record, "utterance_quotation", "gazette-1/q1")
        assert apart != cluster_of(record, "utterance_quotation", "matin-1/q1")
        joined = cluster_of(record, "occasion_event", "soir-1/e1")
        assert joined == cluster_of(record, "occasion_event", "courrier-1/e1")
    rows = {row["event_id"]: row for row in record.table("occasion_event").to_pylist()}
    assert rows["soir-1/e1"]["because"].startswith("decided: same (d2, the same journey)")
    assert [row["verb"] for row in record.table("decision").to_pylist()] == ["reject", "same"]
    assert record.check() == []


def test_a_rejected_conflict_stays_away_and_a_later_word_replaces_an_earlier(
    tmp_path: Path,
) -> None:
    record = linked(tmp_path, PRESS)
    (conflict,) = {
        row["conflict_id"] for row in record.table("conflict").to_pylist() if row["kind"] == "date"
    }
    decisions.decide(record, "reject", [conflict], "one evening, two dates")
    linking.link(record)
    assert conflict not in record.table("conflict")["conflict_id"].to_pylist()
    pair = ["gazette-1/q1", "matin-1/q1"]
    for verb, same in (("different", False), ("same", True)):
        decisions.decide(record, verb, pair, verb)
        linking.link(record)
        one, other = (cluster_of(record, "utterance_quotation", id) for id in pair)
        assert (one == other) is same


@pytest.mark.parametrize(
    ("verb", "ids", "told"),
    [
        ("maybe", ["gazette-1/q1"], "maybe is no verdict"),
        ("same", ["gazette-1/q1"], "needs two ids"),
        ("reject", ["u-nothing"], "nothing in the record with the id u-nothing"),
    ],
)
def test_a_decision_that_makes_no_sense_is_refused(
    tmp_path: Path, verb: str, ids: list[str], told: str
) -> None:
    record = linked(tmp_path, PRESS)
    with pytest.raises(UsageError, match=told):
        decisions.decide(record, verb, ids)
    assert record.decisions() == ()
