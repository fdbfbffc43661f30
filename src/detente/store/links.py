"""Links on disk: one Parquet file a table, and what linking remembers to link faster next time.

Everything here can be made again from the readings and the decisions.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq

from detente.store import schema, shards

FOLDER = "links"
MANIFEST = "manifest.json"


class Linked(msgspec.Struct, frozen=True, kw_only=True):
    """Which file holds each table of links, and the hash of the files of memory."""

    tables: dict[str, str] = {}
    memory: dict[str, str] = {}


def read(root: Path) -> Linked:
    """What the links folder holds; nothing if it is missing or cannot be used."""
    try:
        return msgspec.json.decode((root / FOLDER / MANIFEST).read_bytes(), type=Linked)
    except (FileNotFoundError, msgspec.MsgspecError):
        return Linked()


def paths(root: Path) -> dict[str, Path]:
    """The file of each table of links that is there."""
    files = {name: root / FOLDER / file for name, file in read(root).tables.items()}
    return {
        name: path
        for name, path in files.items()
        if name in schema.link_tables() and path.is_file()
    }


def linked(root: Path, name: str) -> pa.Table | None:
    """A table of links, if it is there and whole."""
    file = read(root).tables.get(name)
    return _table(root, file)


def remembered(root: Path, name: str) -> pa.Table | None:
    """What linking left under that name, if it is there and whole."""
    return _table(root, read(root).memory.get(name))


def _table(root: Path, file: str | None) -> pa.Table | None:
    try:
        return pq.read_table(root / FOLDER / file) if file else None
    except (OSError, pa.ArrowException):
        return None


def write(root: Path, tables: Mapping[str, pa.Table], memory: Mapping[str, pa.Table]) -> None:
    """Put new links in place of the old ones: new files first, then the manifest in one step."""
    folder = root / FOLDER
    folder.mkdir(exist_ok=True)
    linked = Linked(
        tables={name: _write(folder, name, table) for name, table in tables.items()},
        memory={name: _write(folder, f"memory-{name}", table) for name, table in memory.items()},
    )
    shards.swap(folder / MANIFEST, msgspec.json.format(msgspec.json.encode(linked), indent=1))
    kept = {MANIFEST, *linked.tables.values(), *linked.memory.values()}
    for path in folder.iterdir():
        if path.name not in kept:
            path.unlink()


def _write(folder: Path, name: str, table: pa.Table) -> str:
    part = folder / f".{name}.part"
    pq.write_table(table, part, compression="zstd")
    with part.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    target = folder / f"{name}-{digest[:12]}.parquet"
    part.replace(target)
    return target.name
