"""A record: a folder of readings, of what people decided, and of the database made from both."""

from __future__ import annotations

import fcntl
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType

import duckdb
import msgspec
import pyarrow as pa

from detente.errors import RecordError
from detente.records import Reading
from detente.store import checks, formats, links, projection, schema, shards
from detente.store.flat import Stored

DECISIONS = "decisions.jsonl"
SHARD_ROWS = 500


class Decision(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a person judged: one line of ``decisions.jsonl``."""

    verb: str
    ids: tuple[str, ...]
    members: tuple[tuple[str, ...], ...] = ()
    why: str | None = None
    decided: str | None = None


class Record:
    """A record on disk.

    Readings are only ever added; links and the database are made from them and replaced whole.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._keys: set[shards.Key] | None = None
        self._found: tuple[str, duckdb.DuckDBPyConnection] | None = None

    @classmethod
    def create(cls, path: str | Path) -> Record:
        """The record in that folder, made if there is none yet.

        Raises RecordError if the folder holds something else.
        """
        root = Path(path)
        readings = root / shards.FOLDER
        if not (readings / shards.MANIFEST).is_file():
            if root.exists() and (not root.is_dir() or _is_foreign(root)):
                raise RecordError(
                    f"{root} holds something that is not a record.", "", "Give a new folder."
                )
            readings.mkdir(parents=True, exist_ok=True)
            shards.write_manifest(readings, shards.Manifest())
        return cls.open(root)

    @classmethod
    def open(cls, path: str | Path) -> Record:
        """The record in that folder. Raises RecordError if there is none."""
        shards.manifest(Path(path) / shards.FOLDER)
        return cls(Path(path))

    def knows(self, page_id: str, sha256: str | None, program: str, knowledge: str) -> bool:
        """Whether this page was read with this program and knowledge already."""
        return (page_id, sha256, program, knowledge) in self._known()

    def add(self, readings: Iterable[Reading], program: str, knowledge: str) -> int:
        """Add readings (with their ``text``); how many were new.

        What came before an error in the iterable, or before an interruption, is kept.
        """
        added = 0
        with self._writing():
            fresh: list[Stored] = []
            try:
                for reading in readings:
                    one = _stored(reading, program, knowledge)
                    key = (reading.page.id, reading.page.sha256, program, knowledge)
                    if key not in self._known():
                        self._known().add(key)
                        fresh.append(one)
                    if len(fresh) == SHARD_ROWS:
                        added += self._append(fresh)
            finally:
                added += self._append(fresh)
        return added

    def readings(self) -> Iterator[Stored]:
        """Every reading ever added, in the order it was added."""
        folder = self.path / shards.FOLDER
        for shard in shards.manifest(folder).shards:
            yield from shards.load(folder, shard)

    def found(
        self, table: str, columns: Sequence[str] = (), only: Sequence[str] | None = None
    ) -> pa.Table:
        """A table of the readings as they are now, whether or not they have been projected; of
        some pages only if ``only`` gives their ids."""
        wanted = ", ".join(f'"{c}"' for c in columns) or "*"
        order = ", ".join(f'"{column}"' for column in schema.keys(table))
        where = "" if only is None else "WHERE page_id IN (SELECT unnest(?))"
        query = f'SELECT {wanted} FROM "{table}" {where} ORDER BY {order}'
        base = self._open_found()
        return base.execute(query, [] if only is None else [list(only)]).to_arrow_table()

    def asked(self, sql: str) -> pa.Table:
        """The answer of the readings as they are now, projected or not, to a query in SQL."""
        return self._open_found().execute(sql).to_arrow_table()

    def decisions(self) -> tuple[Decision, ...]:
        """What people decided, oldest first."""
        path = self.path / DECISIONS
        if not path.is_file():
            return ()
        try:
            lines = path.read_bytes().splitlines()
            return tuple(msgspec.json.decode(line, type=Decision) for line in lines if line.strip())
        except msgspec.MsgspecError as error:
            raise RecordError(
                f"{path} has a line that is no decision.", str(error), "Correct or remove the line."
            ) from error

    def decide(
        self,
        verb: str,
        ids: tuple[str, ...],
        members: tuple[tuple[str, ...], ...],
        why: str | None = None,
        on: str | None = None,
    ) -> None:
        """Write a decision down; linking obeys it from now on (see linking/decisions.py)."""
        decision = Decision(verb=verb, ids=ids, members=members, why=why, decided=on)
        with self._writing():
            before = (self.path / DECISIONS).read_bytes() if self.decisions() else b""
            shards.swap(self.path / DECISIONS, before + msgspec.json.encode(decision) + b"\n")

    def remembered(self, name: str) -> pa.Table | None:
        """What linking left for next time under that name."""
        return links.remembered(self.path, name)

    def former(self, name: str) -> pa.Table | None:
        """A table of links as the last linking left it; none if it was never linked."""
        return links.linked(self.path, name)

    def keep(
        self,
        tables: Mapping[str, Sequence[Mapping[str, object]]],
        memory: Mapping[str, pa.Table],
        kept: Mapping[str, pa.Table] = MappingProxyType({}),
    ) -> None:
        """Put new links, and the rows of old ones that are kept, in place of the old ones and
        project the record again."""
        with self._writing():
            found = {name: schema.table(name, rows) for name, rows in tables.items()}
            for name, rows in kept.items():
                found[name] = pa.concat_tables((rows, found[name])).sort_by(
                    [(column, "ascending") for column in schema.keys(name)]
                )
            links.write(self.path, found, memory)
            self._project()

    def project(self) -> None:
        """Make ``record.duckdb`` again from readings, links and decisions."""
        with self._writing():
            self._project()

    def table(self, name: str) -> pa.Table:
        """A table of the linked database, its rows in a fixed order."""
        schema.shape(name)
        order = ", ".join(f'"{column}"' for column in schema.keys(name))
        return self.query(f'SELECT * FROM "{name}" ORDER BY {order}')

    def query(self, sql: str, parameters: Sequence[object] = ()) -> pa.Table:
        """The answer of the linked database to a query in SQL; it cannot be changed by one."""
        path = self.path / projection.DATABASE
        if not path.is_file():
            self.project()
        with duckdb.connect(str(path), read_only=True) as base:
            return base.execute(sql, list(parameters)).to_arrow_table()

    def export(self, table: str, format: str) -> bytes:
        """A table as the bytes of a file: ``jsonl``, ``csv`` or ``parquet``."""
        return b"".join(formats.write(self.table(table), format))

    def check(self) -> list[str]:
        """What is wrong with the record, a sentence each; an empty list is a sound one."""
        return [
            " ".join(part for part in (problem.what, problem.why, problem.hint) if part)
            for problem in checks.check(self.path)
        ]

    def _open_found(self) -> duckdb.DuckDBPyConnection:
        """The readings as tables; opened once, until more are added."""
        made_of = shards.sha256(self.path / shards.FOLDER / shards.MANIFEST)
        if self._found is None or self._found[0] != made_of:
            self._found = (made_of, projection.found(self.path))
        return self._found[1]

    def _known(self) -> set[shards.Key]:
        if self._keys is None:
            folder = self.path / shards.FOLDER
            self._keys = {
                key
                for shard in shards.manifest(folder).shards
                for key in shards.keys(folder, shard)
            }
        return self._keys

    def _append(self, fresh: list[Stored]) -> int:
        shard = shards.append(self.path / shards.FOLDER, fresh)
        fresh.clear()
        return shard.rows if shard else 0

    def _project(self) -> None:
        rows = [
            {"decision_id": f"d{number}", **msgspec.structs.asdict(decision)}
            for number, decision in enumerate(self.decisions(), 1)
        ]
        projection.build(self.path, links.paths(self.path), schema.table("decision", rows))

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """One writer at a time, also across programs; the lock goes when the program ends."""
        with (self.path / ".lock").open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as error:
                raise RecordError(
                    f"Another program is writing to {self.path}.",
                    "",
                    "Wait for it, then try again.",
                ) from error
            yield


def _stored(reading: Reading, program: str, knowledge: str) -> Stored:
    if reading.text is None:
        raise RecordError(
            f"The reading of {reading.page.id} came without its text.",
            "A record keeps the words that findings rest on.",
            "Read with the text.",
        )
    bare = msgspec.structs.replace(reading, text=None)
    return Stored(reading=bare, text=reading.text, program=program, knowledge=knowledge)


def _is_foreign(root: Path) -> bool:
    ours = {shards.FOLDER, DECISIONS, projection.DATABASE, projection.TABLES, links.FOLDER, ".lock"}
    return any(path.name not in ours and not path.name.startswith(".") for path in root.iterdir())
