"""A record: what is added stays, whatever cuts a run off, and the order of pages is nothing."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.errors import RecordError, UsageError
from detente.records import Reading
from detente.store import Record, schema, shards
from tests.press import press

PAGES = (
    press(
        "gazette-1",
        'Varela a déclaré : «<q by="varela" about="RUS">La porte reste ouverte</q>» avant de '
        '<e kind="meeting" with="varela boret" when="2001-05-12" status="planned">rencontrer</e> '
        "Boret.",
    ),
    press(
        "courrier-1",
        '<e kind="visit" with="varela RUS" when="2001-05" where="Oslo">La visite</e> a duré deux '
        'jours. <n of="delegates" value="35">35</n> délégués en étaient.',
        published="2001-05-14",
    ),
    press("matin-1", "Rien ce jour.", published=None),
)


def built(path: Path, pages: tuple[Reading, ...] = PAGES) -> Record:
    record = Record.create(path)
    record.add(pages, "1.0", "k")
    record.project()
    return record


def exported(record: Record) -> dict[str, bytes]:
    return {name: record.export(name, "jsonl") for name in schema.shapes() if name != "about"}


def test_every_table_and_column_has_a_comment() -> None:
    comments = schema.comments()
    assert list(comments) == list(schema.shapes())
    for table, (comment, columns) in comments.items():
        assert comment, table
        assert list(columns) == schema.shape(table).names
        assert all(columns.values()), table


def test_rows_carry_their_page_and_words(tmp_path: Path) -> None:
    record = built(tmp_path / "r")
    texts = {row["page_id"]: row["text"] for row in record.table("page").to_pylist()}
    (quotation,) = record.table("quotation").to_pylist()
    assert quotation["quotation_id"] == "gazette-1/q1"
    assert texts["gazette-1"][quotation["start"] : quotation["end"]] == "La porte reste ouverte"
    assert quotation["about"] == ["RUS"]
    events = {row["event_id"]: row for row in record.table("event").to_pylist()}
    assert events["courrier-1/e1"]["earliest"] == "2001-05-01"
    assert {row["actor_id"] for row in record.table("participant").to_pylist()} == {
        "varela",
        "boret",
        "RUS",
    }
    (figure,) = record.table("figure").to_pylist()
    assert (figure["measure"], figure["value"]) == ("delegates", 35.0)
    assert record.check() == []


@settings(max_examples=8, deadline=None)
@given(order=st.permutations(PAGES), cut=st.integers(0, 3))
def test_order_of_pages_changes_nothing(
    tmp_path_factory: pytest.TempPathFactory, order: list[Reading], cut: int
) -> None:
    plain = built(tmp_path_factory.mktemp("plain") / "r")
    mixed = Record.create(tmp_path_factory.mktemp("mixed") / "r")
    mixed.add(order[:cut], "1.0", "k")
    mixed.add(order[cut:], "1.0", "k")
    mixed.project()
    assert exported(mixed) == exported(plain)


def test_a_page_already_read_is_not_added_again(tmp_path: Path) -> None:
    record = Record.create(tmp_path / "r")
    assert record.add(PAGES, "1.0", "k") == 3
    assert record.add(PAGES, "1.0", "k") == 0
    again = Record.open(tmp_path / "r")
    assert again.knows("matin-1", PAGES[2].page.sha256, "1.0", "k")
    assert not again.knows("matin-1", PAGES[2].page.sha256, "1.1", "k")
    assert again.add(PAGES, "1.0", "k") == 0
    assert again.add(PAGES[:1], "1.1", "k") == 1


def test_a_page_read_again_by_a_newer_program_is_replaced_and_kept(tmp_path: Path) -> None:
    record = built(tmp_path / "r")
    newer = msgspec.structs.replace(PAGES[0], quotations=())
    record.add([newer], "1.1", "k")
    record.project()
    assert record.table("quotation").num_rows == 0
    assert record.table("event").num_rows == 2
    assert record.table("page").num_rows == 3
    assert [kept.program for kept in record.readings()] == ["1.0", "1.0", "1.0", "1.1"]
    assert record.check() == []


def test_what_came_before_an_interruption_is_kept(tmp_path: Path) -> None:
    def cut_off() -> Iterator[Reading]:
        yield from PAGES[:2]
        raise KeyboardInterrupt

    record = Record.create(tmp_path / "r")
    with pytest.raises(KeyboardInterrupt):
        record.add(cut_off(), "1.0", "k")
    assert [kept.reading.page.id for kept in Record.open(tmp_path / "r").readings()] == [
        "gazette-1",
        "courrier-1",
    ]


def test_a_cut_off_shard_is_ignored_and_reported(tmp_path: Path) -> None:
    record = built(tmp_path / "r")
    (tmp_path / "r" / shards.FOLDER / "000009-half.parquet").write_bytes(b"PAR1")
    assert record.add(PAGES, "1.0", "k") == 0
    assert record.table("page").num_rows == 3
    (problem,) = record.check()
    assert "000009-half.parquet is not part of the record" in problem


def test_a_changed_shard_is_found(tmp_path: Path) -> None:
    record = built(tmp_path / "r")
    (shard,) = (tmp_path / "r" / shards.FOLDER).glob("*.parquet")
    shard.write_bytes(shard.read_bytes()[:-9] + b"x" * 9)
    assert any("its hash differs" in problem for problem in record.check())
    shard.unlink()
    assert any("is missing" in problem for problem in record.check())


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"text": "La porte reste fermée"}, "says 'La porte reste fermée'"),
        ({"end": 9999}, "is no stretch of the page"),
        ({"speaker": "nobody"}, "points to nobody"),
        ({"within": "q9"}, "within q9, which is missing"),
    ],
)
def test_a_wrong_reading_is_found(tmp_path: Path, change: dict[str, object], told: str) -> None:
    wrong = msgspec.structs.replace(PAGES[0].quotations[0], **change)
    record = built(tmp_path / "r", (msgspec.structs.replace(PAGES[0], quotations=(wrong,)),))
    assert any(told in problem for problem in record.check())


def test_a_database_behind_its_readings_is_found(tmp_path: Path) -> None:
    record = built(tmp_path / "r", PAGES[:1])
    record.add(PAGES[1:], "1.0", "k")
    (problem,) = record.check()
    assert "does not hold the last readings" in problem


def test_one_writer_at_a_time(tmp_path: Path) -> None:
    record = built(tmp_path / "r")

    def nested() -> Iterator[Reading]:
        Record.open(tmp_path / "r").add(PAGES, "2", "k")
        yield PAGES[0]

    with pytest.raises(RecordError, match="Another program is writing"):
        record.add(nested(), "2", "k")


def test_formats_tell_the_same(tmp_path: Path) -> None:
    record = built(tmp_path / "r")
    lines = [json.loads(line) for line in record.export("event", "jsonl").splitlines()]
    rows = list(csv.DictReader(io.StringIO(record.export("event", "csv").decode())))
    table = pq.read_table(io.BytesIO(record.export("event", "parquet")))
    assert lines == table.to_pylist()
    assert [row["event_id"] for row in rows] == [line["event_id"] for line in lines]
    assert [row["place"] for row in rows] == [line["place"] or "" for line in lines]


def test_errors_say_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="is not a record"):
        Record.open(tmp_path)
    (tmp_path / "letter.txt").write_text("x")
    with pytest.raises(RecordError, match="Give a new folder"):
        Record.create(tmp_path)
    record = built(tmp_path / "r")
    with pytest.raises(RecordError, match="There is no table nothing"):
        record.table("nothing")
    with pytest.raises(UsageError, match="jsonl, csv, parquet"):
        record.export("event", "xml")
    with pytest.raises(RecordError, match="came without its text"):
        record.add([msgspec.structs.replace(PAGES[0], text=None)], "1", "k")


def test_decisions_are_kept_in_order(tmp_path: Path) -> None:
    record = built(tmp_path / "r")
    record.decide("same", ("a/q1", "b/q1"), (("a/q1",), ("b/q1",)), "one speech")
    record.decide("reject", ("u-1",), (("a/q1", "c/q2"),))
    record.project()
    rows = Record.open(tmp_path / "r").table("decision").to_pylist()
    assert [(row["decision_id"], row["verb"], row["why"]) for row in rows] == [
        ("d1", "same", "one speech"),
        ("d2", "reject", None),
    ]
