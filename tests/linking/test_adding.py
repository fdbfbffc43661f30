"""Adding to a record: what is as it was is not looked at again, and nothing comes out otherwise."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detente import linking
from detente.linking import decisions, utterances
from detente.records import Reading
from detente.store import Record
from tests.linking.load import Load, pages
from tests.linking.test_decisions import same_tables
from tests.linking.test_linking import PRESS

CROWD = [*pages(Load(7).quotations(160), "load"), *PRESS]


def record_of(folder: Path, readings: list[Reading]) -> Record:
    record = Record.create(folder / "record")
    record.add(readings, "1", "k")
    linking.link(record)
    return record


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Record:
    return record_of(tmp_path_factory.mktemp("whole"), CROWD)


@settings(
    max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(seed=st.integers(0, 999), first=st.integers(1, 40), then=st.integers(1, 5))
def test_pages_added_bit_by_bit_are_linked_as_all_at_once(
    tmp_path_factory: pytest.TempPathFactory, whole: Record, seed: int, first: int, then: int
) -> None:
    order = random.Random(seed).sample(CROWD, len(CROWD))
    record = record_of(tmp_path_factory.mktemp("parts"), order[:first])
    for some in (order[first : first + then], order[first + then :]):
        record.add(some, "1", "k")
        linking.link(record)
    same_tables(record, whole)


def test_what_is_as_it_was_is_not_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = record_of(tmp_path, CROWD[:-2])
    looked: list[utterances.Linked] = []
    link = utterances.link

    def watched(*arguments: object) -> utterances.Linked:
        looked.append(link(*arguments))  # type: ignore[arg-type]
        return looked[-1]

    monkeypatch.setattr(utterances, "link", watched)
    record.add(CROWD[-2:], "1", "k")
    linking.link(record)
    assert len(looked[0].fresh) < 0.2 * len(looked[0].kept)
    linking.link(record)
    assert {len({m.said.speaker for m in one.members}) for one in looked[1].fresh} <= {2}


def test_a_decision_is_obeyed_in_what_is_remembered(tmp_path: Path) -> None:
    record = record_of(tmp_path, CROWD)
    decisions.decide(record, "different", ["gazette-1/q1", "matin-1/q1"], "two evenings")
    linking.link(record)
    fresh = Record.create(tmp_path / "fresh")
    fresh.add(CROWD, "1", "k")
    shutil.copy(record.path / "decisions.jsonl", fresh.path)
    linking.link(fresh)
    same_tables(record, fresh)


@pytest.mark.parametrize("lost", ["links", "tables", "record.duckdb"])
def test_what_is_made_can_be_deleted(tmp_path: Path, whole: Record, lost: str) -> None:
    record = record_of(tmp_path, CROWD[:-2])
    gone = record.path / lost
    shutil.rmtree(gone) if gone.is_dir() else gone.unlink()
    again = Record.open(record.path)
    again.add(CROWD[-2:], "1", "k")
    linking.link(again)
    same_tables(again, whole)
