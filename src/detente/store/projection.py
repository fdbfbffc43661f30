"""The linked database as a projection: flat files a shard, then one DuckDB file swapped in whole.

The flat files under ``tables/`` are made once for every shard and can be deleted at any time.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from detente.records import CONTRACT
from detente.store import flat, schema, shards

DATABASE = "record.duckdb"
TABLES = "tables"


def found(root: Path) -> duckdb.DuckDBPyConnection:
    """A connection in which every table that holds readings is a view over the flat files.

    A page read more than once counts as last read: by the program and knowledge that came to the
    record last, then by its date and its hash, so that the order of pages does not matter.
    """
    folders = _flats(root)
    base = duckdb.connect()
    if not folders:
        base.execute(schema.sql())
        return base
    stale = _superseded(base, folders)
    for name in schema.found_tables():
        files = [str(folder / f"{name}.parquet") for folder in folders]
        base.execute(f'CREATE VIEW "{name}" AS {_select(name, files, stale)}')
    return base


def build(root: Path, links: Mapping[str, Path], decisions: pa.Table) -> None:
    """Project readings, links and decisions into ``record.duckdb`` and swap it in.

    The new file is built beside the old one, so readers of the old one never see half a record.
    """
    part = root / f".{DATABASE}.part"
    for leftover in (part, part.with_name(part.name + ".wal")):
        leftover.unlink(missing_ok=True)
    with found(root) as base:
        base.execute(f"ATTACH '{_quote(part)}' AS record")
        base.execute("USE record")
        base.execute(schema.sql())
        for name in schema.found_tables():
            _fill(base, name, f'memory.main."{name}"')
        for name, path in links.items():
            _fill(base, name, f"read_parquet('{_quote(path)}')")
        base.register("decided", decisions)
        _fill(base, "decision", "decided")
        base.executemany("INSERT INTO about VALUES (?, ?)", list(_made_from(root)))
        base.execute("USE memory")
        base.execute("DETACH record")
    part.replace(root / DATABASE)


def _made_from(root: Path) -> Iterator[tuple[str, str]]:
    yield "contract", CONTRACT
    yield "readings", shards.sha256(root / shards.FOLDER / shards.MANIFEST)


def _fill(base: duckdb.DuckDBPyConnection, name: str, source: str) -> None:
    order = ", ".join(f'"{column}"' for column in schema.keys(name))
    base.execute(f'INSERT INTO record."{name}" BY NAME SELECT * FROM {source} ORDER BY {order}')


def _flats(root: Path) -> list[Path]:
    """The folder of flat files of every shard, made where it is missing."""
    home = root / TABLES / schema.fingerprint()
    folders = []
    for shard in shards.manifest(root / shards.FOLDER).shards:
        folder = home / Path(shard.name).stem
        if not folder.is_dir():
            _flatten(root / shards.FOLDER, shard, folder)
        folders.append(folder)
    return folders


def _flatten(readings: Path, shard: shards.Shard, folder: Path) -> None:
    part = folder.with_name(f".{folder.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True)
    for name, table in flat.tables(shards.load(readings, shard)).items():
        pq.write_table(table, part / f"{name}.parquet", compression="zstd")
    part.replace(folder)


def _superseded(base: duckdb.DuckDBPyConnection, folders: Sequence[Path]) -> bool:
    """Note the pages of each file that a later reading replaces; whether there are any."""
    files = [str(folder / "page.parquet") for folder in folders]
    base.register(
        "shard_order", pa.table({"folder": [str(f) for f in folders], "n": range(len(folders))})
    )
    base.execute(
        f"""CREATE TEMP TABLE superseded AS
        WITH read AS (
          SELECT page_id, program, knowledge, published, sha256,
                 parse_dirpath(filename) AS folder, file_row_number AS row
          FROM read_parquet({files}, filename = true, file_row_number = true)
        ), aged AS (
          SELECT read.*, n, min(n) OVER (PARTITION BY program, knowledge) AS generation
          FROM read JOIN shard_order USING (folder)
        )
        SELECT folder, page_id FROM aged
        QUALIFY row_number() OVER (
          PARTITION BY page_id
          ORDER BY generation DESC, coalesce(published, '') DESC, sha256 DESC, n DESC, row DESC
        ) > 1"""
    )
    row = base.execute("SELECT count(*) FROM superseded").fetchone()
    return bool(row and row[0])


def _select(name: str, files: list[str], stale: bool) -> str:
    if not stale:
        return f"SELECT * FROM read_parquet({files})"
    return (
        f"SELECT * EXCLUDE (filename) FROM read_parquet({files}, filename = true) AS rows "
        "WHERE NOT EXISTS (SELECT 1 FROM superseded AS old "
        "WHERE old.page_id = rows.page_id AND old.folder = parse_dirpath(rows.filename))"
    )


def _quote(path: Path) -> str:
    return str(path).replace("'", "''")
