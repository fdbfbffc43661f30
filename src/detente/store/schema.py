"""The tables of a record, read from ``schema.sql`` (readings) and ``links.sql`` (links)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from typing import Any

import duckdb
import pyarrow as pa

from detente.errors import RecordError


@cache
def sql() -> str:
    """The whole schema as SQL text, comments included."""
    return _text("schema.sql") + "\n" + _text("links.sql")


@cache
def fingerprint() -> str:
    """Short hash of the tables that hold readings: flat files made under another are not used."""
    return hashlib.sha256(_text("schema.sql").encode()).hexdigest()[:16]


@cache
def found_tables() -> tuple[str, ...]:
    """Names of the tables that hold readings, in order of the schema."""
    return tuple(_shapes("schema.sql"))


@cache
def link_tables() -> tuple[str, ...]:
    """Names of the tables that hold links, in order of the schema."""
    return tuple(name for name in _shapes("links.sql") if name not in ("decision", "about"))


@cache
def shapes() -> Mapping[str, pa.Schema]:
    """The Arrow schema of every table."""
    return {**_shapes("schema.sql"), **_shapes("links.sql")}


def shape(table: str) -> pa.Schema:
    """The Arrow schema of a table. Raises RecordError if there is no such table."""
    try:
        return shapes()[table]
    except KeyError:
        raise RecordError(
            f"There is no table {table}.", "", "The tables are: " + ", ".join(shapes()) + "."
        ) from None


def keys(table: str) -> tuple[str, ...]:
    """Columns by which the rows of a table are ordered, so that exports never depend on the order
    of pages."""
    names = tuple(shape(table).names)
    first = _KEYS.get(table, (names[0],))
    return first + tuple(name for name in ("page_id", "start", "end") if name in names)


_KEYS = {
    "participant": ("event_id", "actor_id", "role"),
    "actor": ("page_id", "actor_id"),
    "block": ("page_id", "start"),
    "time": ("page_id", "start"),
    "mention": ("page_id", "start"),
    "quotation": ("page_id", "start"),
    "event": ("page_id", "start"),
    "figure": ("page_id", "start"),
    "utterance_quotation": ("utterance_id", "quotation_id"),
    "occasion_event": ("occasion_id", "event_id"),
    "conflict": ("conflict_id", "side"),
    "relation": ("state_a", "state_b", "month"),
    "contribution": ("state_a", "state_b", "month", "subject"),
}


def table(name: str, rows: Iterable[Mapping[str, Any]]) -> pa.Table:
    """Rows (mappings by column) as an Arrow table of that shape."""
    return pa.Table.from_pylist(list(rows), schema=shape(name))


def comments() -> dict[str, tuple[str, dict[str, str]]]:
    """What every table and column holds: table -> (comment, column -> comment)."""
    with duckdb.connect() as base:
        base.execute(sql())
        found = {
            name: (comment, dict[str, str]())
            for name, comment in base.execute(
                "SELECT table_name, comment FROM duckdb_tables() ORDER BY table_oid"
            ).fetchall()
        }
        for name, column, comment in base.execute(
            "SELECT table_name, column_name, comment FROM duckdb_columns() "
            "WHERE NOT internal ORDER BY table_oid, column_index"
        ).fetchall():
            found[name][1][column] = comment
    return found


def _text(file: str) -> str:
    return resources.files(__package__).joinpath(file).read_text("utf-8")


@cache
def _shapes(file: str) -> Mapping[str, pa.Schema]:
    with duckdb.connect() as base:
        base.execute(_text(file))
        names = base.execute("SELECT table_name FROM duckdb_tables() ORDER BY table_oid").fetchall()
        return {
            name: base.execute(f'SELECT * FROM "{name}" LIMIT 0').to_arrow_table().schema
            for (name,) in names
        }
