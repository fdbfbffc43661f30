"""Who held an office on a day: a table of role phrases, days and persons from public lists."""

import datetime as dt
import tomllib
from pathlib import Path
from typing import NamedTuple

import pytest

from detente.knowledge import base, roles
from detente.languages import language

TABLE = Path(__file__).parents[1] / "cases" / "fr" / "roles.toml"


class Row(NamedTuple):
    phrase: str
    on: str
    who: tuple[str, ...]
    source: str


def rows() -> list[Row]:
    groups = tomllib.loads(TABLE.read_text(encoding="utf-8"))["groups"]
    return [
        Row(row["phrase"], row["on"], tuple(row["who"]), group["source"])
        for group in groups
        for row in group["rows"]
    ]


ROWS = rows()


@pytest.mark.parametrize("row", ROWS, ids=[f"{row.phrase} {row.on}" for row in ROWS])
def test_the_table_holds(row: Row) -> None:
    answers = roles.who(row.phrase, dt.date.fromisoformat(row.on), base.load(), language.load("fr"))
    assert tuple(answer.name for answer in answers) == row.who


def test_the_table_is_as_wide_as_it_claims() -> None:
    knowledge, french = base.load(), language.load("fr")
    known = [row for row in ROWS if row.who]
    states = {
        answer.state
        for row in known
        for answer in roles.who(row.phrase, dt.date.fromisoformat(row.on), knowledge, french)
    }
    assert len(known) >= 200
    assert len(ROWS) - len(known) >= 30
    assert len(states) >= 25
    assert min(row.on for row in known) < "1986"
    assert max(row.on for row in ROWS) >= "2026"
    assert all(row.source for row in ROWS)
