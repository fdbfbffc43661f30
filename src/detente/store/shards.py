"""The readings on disk: append-only Parquet shards under a manifest that is written last.

A shard counts only once the manifest names it, and the manifest is swapped in one step, so a run
that is cut off at any point leaves the record as it was, with at most a stray file beside it.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq

from detente.errors import RecordError
from detente.records import Reading
from detente.store.flat import Stored

FOLDER = "readings"
MANIFEST = "manifest.json"

_COLUMNS: dict[str, pa.DataType] = {
    "page_id": pa.string(),
    "source": pa.string(),
    "sha256": pa.string(),
    "program": pa.string(),
    "knowledge": pa.string(),
    "reading": pa.binary(),
    "text": pa.large_string(),
}
_SHAPE = pa.schema(_COLUMNS)
_READ = msgspec.json.Decoder(Reading)

Key = tuple[str, str | None, str, str]
"""page id, sha256 of the page, program version, fingerprint of the knowledge."""


class Shard(msgspec.Struct, frozen=True, kw_only=True):
    """One file of readings: its name, how many it holds, and its hash."""

    name: str
    rows: int
    sha256: str


class Manifest(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The shards that count, in the order they were added."""

    detente_record: str = "1"
    shards: tuple[Shard, ...] = ()


def manifest(folder: Path) -> Manifest:
    """The manifest of a readings folder. Raises RecordError if it is missing or wrong."""
    path = folder / MANIFEST
    try:
        return msgspec.json.decode(path.read_bytes(), type=Manifest)
    except FileNotFoundError:
        raise RecordError(
            f"{folder.parent} is not a record.",
            f"It has no {FOLDER}/{MANIFEST}.",
            "Make one with `detente build PAGES --record DIR`.",
        ) from None
    except msgspec.MsgspecError as error:
        raise RecordError(
            f"The manifest {path} cannot be read.", str(error), "Restore it from a copy."
        ) from error


def write_manifest(folder: Path, content: Manifest) -> None:
    """Swap the manifest in one step."""
    swap(folder / MANIFEST, msgspec.json.format(msgspec.json.encode(content), indent=1) + b"\n")


def append(folder: Path, kept: Iterable[Stored]) -> Shard | None:
    """Write readings as one more shard and name it in the manifest; nothing if there are none."""
    rows = [_row(one) for one in kept]
    if not rows:
        return None
    before = manifest(folder)
    part = folder / ".part.parquet"
    pq.write_table(
        pa.Table.from_pylist(rows, schema=_SHAPE), part, compression="zstd", row_group_size=1024
    )
    digest = sha256(part)
    shard = Shard(
        name=f"{len(before.shards):06d}-{digest[:12]}.parquet", rows=len(rows), sha256=digest
    )
    _settle(part)
    part.replace(folder / shard.name)
    write_manifest(folder, msgspec.structs.replace(before, shards=(*before.shards, shard)))
    return shard


def keys(folder: Path, shard: Shard) -> Iterator[Key]:
    """What each reading of a shard is known by."""
    columns = ["page_id", "sha256", "program", "knowledge"]
    for row in _open(folder, shard, columns).to_pylist():
        yield row["page_id"], row["sha256"], row["program"], row["knowledge"]


def load(folder: Path, shard: Shard) -> Iterator[Stored]:
    """The readings of a shard, in the order they were added."""
    for batch in _open(folder, shard, _SHAPE.names).to_batches(max_chunksize=256):
        for row in batch.to_pylist():
            yield Stored(
                reading=_READ.decode(row["reading"]),
                text=row["text"],
                program=row["program"],
                knowledge=row["knowledge"],
            )


def strays(folder: Path) -> list[str]:
    """Names of files that the manifest does not name: left by a run that was cut off."""
    named = {shard.name for shard in manifest(folder).shards} | {MANIFEST}
    return sorted(path.name for path in folder.iterdir() if path.name not in named)


def sha256(path: Path) -> str:
    """Hash of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def swap(path: Path, content: bytes) -> None:
    """Put a whole file in place of another in one step."""
    part = path.with_name(f".{path.name}.part")
    part.write_bytes(content)
    _settle(part)
    part.replace(path)


def _settle(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())


def _row(kept: Stored) -> dict[str, object]:
    page = kept.reading.page
    return {
        "page_id": page.id,
        "source": page.source,
        "sha256": page.sha256,
        "program": kept.program,
        "knowledge": kept.knowledge,
        "reading": msgspec.json.encode(msgspec.structs.replace(kept.reading, text=None)),
        "text": kept.text,
    }


def _open(folder: Path, shard: Shard, columns: list[str]) -> pa.Table:
    try:
        return pq.read_table(folder / shard.name, columns=columns)
    except (OSError, pa.ArrowException) as error:
        raise RecordError(
            f"The shard {folder / shard.name} cannot be read.",
            str(error),
            "Restore it from a copy, or build the record again from the pages.",
        ) from error
