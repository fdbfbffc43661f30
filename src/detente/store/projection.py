"""The linked database as a projection: flat files a shard, then one DuckDB file swapped in whole.

The flat files under ``tables/`` are made once for every shard and can be deleted at any time.
Where shards were only added, the new file begins as a copy of the old one, to which their rows are
added; links, decisions and all else are made anew each time.
"""

from __future__ import annotations

import hashlib
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
    return _found(_flats(root))[0]


def _found(folders: Sequence[Path]) -> tuple[duckdb.DuckDBPyConnection, bool]:
    """The same, and whether some page was read more than once."""
    base = duckdb.connect()
    if not folders:
        base.execute(schema.sql())
        return base, False
    stale = _superseded(base, folders)
    for name in schema.found_tables():
        base.execute(f'CREATE VIEW "{name}" AS {_select(_files(folders, name), stale)}')
    return base, stale


def _files(folders: Sequence[Path], name: str) -> list[str]:
    return [str(folder / f"{name}.parquet") for folder in folders]


def build(root: Path, links: Mapping[str, Path], decisions: pa.Table) -> None:
    """Project readings, links and decisions into ``record.duckdb`` and swap it in.

    The new file is built beside the old one, so readers of the old one never see half a record.
    """
    part = root / f".{DATABASE}.part"
    for leftover in (part, part.with_name(part.name + ".wal")):
        leftover.unlink(missing_ok=True)
    folders = _flats(root)
    base, stale = _found(folders)
    with base:
        held = 0 if stale else _held(root)
        if held:
            shutil.copyfile(root / DATABASE, part)
        base.execute(f"ATTACH '{_quote(part)}' AS record")
        base.execute("USE record")
        if held:
            _add(base, folders[held:])
        else:
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


def _add(base: duckdb.DuckDBPyConnection, folders: Sequence[Path]) -> None:
    """Add the rows of some shards to a database, and empty all tables that are made anew."""
    for name in schema.shapes():
        if name not in schema.found_tables():
            base.execute(f'DELETE FROM record."{name}"')
        elif folders:
            _fill(base, name, f"read_parquet({_files(folders, name)})")


def _held(root: Path) -> int:
    """How many shards the old database holds, if these are the first of those there are now and
    nothing else has changed since; else 0."""
    path = root / DATABASE
    try:
        with duckdb.connect(str(path), read_only=True) as old:
            about = dict(old.execute("SELECT key, value FROM about").fetchall())
    except duckdb.Error:
        return 0
    names = _names(root)
    held = about.get("shards", "").split()
    fits = about.get("schema") == _schema() and names[: len(held)] == held
    return len(held) if fits else 0


def _made_from(root: Path) -> Iterator[tuple[str, str]]:
    yield "contract", CONTRACT
    yield "readings", shards.sha256(root / shards.FOLDER / shards.MANIFEST)
    yield "shards", " ".join(_names(root))
    yield "schema", _schema()


def _names(root: Path) -> list[str]:
    return [shard.name for shard in shards.manifest(root / shards.FOLDER).shards]


def _schema() -> str:
    return hashlib.sha256(schema.sql().encode()).hexdigest()[:16]


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


def _select(files: list[str], stale: bool) -> str:
    if not stale:
        return f"SELECT * FROM read_parquet({files})"
    return (
        f"SELECT * EXCLUDE (filename) FROM read_parquet({files}, filename = true) AS rows "
        "WHERE NOT EXISTS (SELECT 1 FROM superseded AS old "
        "WHERE old.page_id = rows.page_id AND old.folder = parse_dirpath(rows.filename))"
    )


def _quote(path: Path) -> str:
    return str(path).replace("'", "''")
