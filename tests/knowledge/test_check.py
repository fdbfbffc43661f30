"""The check of the facts: clean on ours, and able to find each kind of mistake."""

from pathlib import Path

import pytest

from detente.knowledge import base, tables
from detente.knowledge.check import check

PEOPLE = "id,name_fr,states,valid_from,valid_to\nann-first,Ann First,FRA,{born},{died}\n"
TERMS = "person,office,of,valid_from,valid_to,note,source\n{rows}\n"
LAVROV = "Q58217,finance_minister,RUS,2004-01-01,2010-01-01,,"


def errors(tmp_path: Path, rows: str, born: str = "1950", died: str = "") -> list[str]:
    people = PEOPLE.format(born=born, died=died)
    (tmp_path / "people.csv").write_text(people, encoding="utf-8")
    (tmp_path / "terms.csv").write_text(TERMS.format(rows=rows), encoding="utf-8")
    return [str(f) for f in check(base.load(tmp_path)) if f.severity == "error"]


def test_our_facts_have_no_error() -> None:
    assert [str(f) for f in check(base.load()) if f.severity == "error"] == []


@pytest.mark.parametrize("table", tables.TABLES, ids=lambda table: table.name)
def test_no_key_stands_twice_in_our_tables(table: tables.Table) -> None:
    rows = tables.read().rows[table.name]
    keys = {tuple(row.cell(column) for column in table.key) for row in rows}
    assert len(rows) == len(keys) > 0


def test_gaps_are_notes() -> None:
    notes = [str(f) for f in check(base.load()) if f.severity == "note"]
    assert "note: head_of_state of AUT: no holder known from 2016-07-08 to 2017-01-26" in notes


@pytest.mark.parametrize(
    ("rows", "born", "died", "message"),
    [
        (f"{LAVROV}\nann-first,finance_minister,RUS,2005-01-01,2006-01-01,,", "1950", "",
         "Q58217 as finance_minister of RUS: beside ann-first from 2005-01-01 to 2006-01-01"),
        ("ann-first,finance_minister,RUS,2005-01-01,2004-01-01,,", "1950", "",
         "ends before it starts (2005-01-01)"),
        ("ann-first,finance_minister,RUS,2005-01-01,2006-01-01,,", "1950", "2001",
         "starts after the death of the person"),
        ("ann-first,finance_minister,RUS,,2006-01-01,,", "1950", "", "no start"),
        ("ann-first,finance_minister,RUS,2005-01-01,2006-01-01,,", "1950", "1940",
         "error: ann-first: dies before birth"),
    ],
)  # fmt: skip
def test_mistakes_are_found(rows: str, born: str, died: str, message: str, tmp_path: Path) -> None:
    assert any(message in error for error in errors(tmp_path, rows, born, died))


@pytest.mark.parametrize("note", ["acting", "contested: two parliaments", "joint"])
def test_a_holder_marked_as_beside_another_is_no_error(note: str, tmp_path: Path) -> None:
    rows = f"{LAVROV}\nann-first,finance_minister,RUS,2005-01-01,2006-01-01,{note},"
    assert errors(tmp_path, rows) == []


def test_a_handover_on_one_day_is_no_error(tmp_path: Path) -> None:
    rows = f"{LAVROV}\nann-first,finance_minister,RUS,2010-01-01,2011-01-01,,"
    assert errors(tmp_path, rows) == []


def test_a_state_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    text = "id,name_fr,states\nann-first,Ann First,FRX\n"
    (tmp_path / "people.csv").write_text(text, encoding="utf-8")
    found = [str(f) for f in check(base.load(tmp_path)) if f.severity == "error"]
    assert found == ["error: ann-first: no state FRX"]
