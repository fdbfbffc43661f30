"""A table as the bytes of a file, in the formats that people open."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq

from detente.errors import UsageError

_ROWS = 4096


def write(table: pa.Table, format: str) -> Iterator[bytes]:
    """The bytes of the file, in chunks. Raises UsageError if the format is not known."""
    if format not in WRITERS:
        raise UsageError(
            f"There is no format {format}.", "", "The formats are: " + ", ".join(WRITERS) + "."
        )
    return WRITERS[format](table)


def _jsonl(table: pa.Table) -> Iterator[bytes]:
    """One JSON object a line; NULL is null."""
    for batch in table.to_batches(max_chunksize=_ROWS):
        yield b"".join(msgspec.json.encode(row) + b"\n" for row in batch.to_pylist())


def _csv(table: pa.Table) -> Iterator[bytes]:
    """UTF-8, RFC 4180, with a header; NULL is empty, lists and structs are JSON."""
    line = io.StringIO()
    writer = csv.writer(line)
    writer.writerow(table.column_names)
    for batch in table.to_batches(max_chunksize=_ROWS):
        for row in batch.to_pylist():
            writer.writerow([_cell(value) for value in row.values()])
        yield _taken(line)
    yield _taken(line)


def _parquet(table: pa.Table) -> Iterator[bytes]:
    """A Parquet file, compressed with zstd."""
    file = io.BytesIO()
    pq.write_table(table, file, compression="zstd")
    yield file.getvalue()


def _cell(value: object) -> object:
    return msgspec.json.encode(value).decode() if isinstance(value, list | dict) else value


def _taken(line: io.StringIO) -> bytes:
    words = line.getvalue()
    line.seek(0)
    line.truncate()
    return words.encode()


WRITERS: dict[str, Callable[[pa.Table], Iterator[bytes]]] = {
    "jsonl": _jsonl,
    "csv": _csv,
    "parquet": _parquet,
}
