"""The files of the knowledge base: CSV tables of ours, and a folder of the user's own on top.

A row of the user's adds a fact, or corrects the one with the same key: its filled cells replace
ours. Every mistake in a file is a DataError that names the file, the line and what to do.
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

from detente.days import Interval
from detente.errors import DataError
from detente.knowledge.almanac import load as almanac

_COMMON = ("valid_from", "valid_to", "source", "licence")
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_WITHDRAWN = "withdrawn"
DATES = ("valid_from", "valid_to", "checked_until")
_LANGUAGE = re.compile(r"(.+)_([a-z]{2})")


@dataclass(frozen=True, slots=True)
class Table:
    """One file: its name, the columns that make its key, and the others. A column named with a
    star exists once a language (``name_*``: ``name_fr``, ``name_en``)."""

    name: str
    key: tuple[str, ...]
    columns: tuple[str, ...]

    def knows(self, column: str) -> bool:
        """Whether the table may have that column."""
        known = {*self.key, *self.columns, *_COMMON, _WITHDRAWN}
        match = _LANGUAGE.fullmatch(column)
        return column in known or bool(match and f"{match[1]}_*" in known)


TABLES = (
    Table(
        "states",
        ("id",),
        (
            "iso2",
            "qid",
            "name_*",
            "article_*",
            "aliases_*",
            "adjectives_*",
            "compound_*",
            "capitals_*",
            "monarchy",
        ),
    ),
    Table(
        "organs",
        ("id",),
        (
            "kind",
            "state",
            "head_office",
            "head_of",
            "spokesperson_office",
            "spokesperson_of",
            "members",
            "qid",
            "name_*",
            "article_*",
            "aliases_*",
        ),
    ),
    Table("offices", ("id",), ("name_*", "holders", "tier")),
    Table(
        "people",
        ("id",),
        ("name_*", "name_native", "surnames", "aliases_*", "gender", "states"),
    ),
    Table(
        "terms",
        ("person", "office", "of", "valid_from"),
        ("title_*", "checked_until", "note", "confirmed_by"),
    ),
    Table("occasions", ("id",), ("kind", "status", "states", "name_*", "aliases_*", "place_*")),
)
Key = tuple[str, ...]


class Header:
    """The columns of a file: the place of each, and of those that exist once a language. Rows have
    an empty cell after the last, where a column that the file lacks is found."""

    def __init__(self, columns: Sequence[str]) -> None:
        self.columns = tuple(columns)
        self.places = {column: i for i, column in enumerate(columns)}
        self.languages: dict[str, list[tuple[str, int]]] = {}
        for i, column in enumerate(columns):
            if match := _LANGUAGE.fullmatch(column):
                self.languages.setdefault(match[1], []).append((match[2], i))
        self._pickers: dict[tuple[str, ...], Callable[[Sequence[str]], tuple[str, ...]]] = {}

    def picker(self, columns: tuple[str, ...]) -> Callable[[Sequence[str]], tuple[str, ...]]:
        """What takes the cells of these columns (two or more) out of a row."""
        if columns not in self._pickers:
            places = [self.places.get(column, -1) for column in columns]
            self._pickers[columns] = itemgetter(*places)
        return self._pickers[columns]


class Row(NamedTuple):
    """The cells of one line, and where it stands. ``own`` marks a user's row."""

    header: Header
    cells: Sequence[str]
    file: str
    line: int
    own: bool

    def cell(self, column: str) -> str:
        """The cell under a column, empty if the file has no such column."""
        return self.cells[self.header.places.get(column, -1)]

    def pick(self, columns: tuple[str, ...]) -> tuple[str, ...]:
        """The cells under several columns."""
        return self.header.picker(columns)(self.cells)

    def error(self, what: str, hint: str) -> DataError:
        """A DataError about this line."""
        return DataError(f"{self.file}, line {self.line}: {what}", hint=hint)

    def values(self, column: str) -> tuple[str, ...]:
        """The values of a cell, which are joined by ``|``."""
        return _split(self.cell(column))

    def by_language(self, stem: str) -> dict[str, str]:
        """The filled cells ``stem_<language>`` by language code."""
        columns = self.header.languages.get(stem, ())
        return {code: self.cells[place] for code, place in columns if self.cells[place]}

    def lists_by_language(self, stem: str) -> dict[str, tuple[str, ...]]:
        """The same, for cells of several values."""
        return {code: _split(cell) for code, cell in self.by_language(stem).items()}


@dataclass(frozen=True, slots=True)
class Files:
    """All rows by table, in order, and the SHA-256 of all bytes they were read from."""

    rows: Mapping[str, tuple[Row, ...]]
    fingerprint: str


def read(extra: Path | None = None) -> Files:
    """Our tables, and over them those of the folder ``extra``.

    Raises DataError if the folder is missing, has no table, or a file of it is wrong.
    """
    digest = hashlib.sha256()
    rows: dict[str, tuple[Row, ...]] = {}
    folder = resources.files(__package__)
    found = _own_files(extra) if extra is not None else {}
    for table in TABLES:
        data = folder.joinpath(f"{table.name}.csv").read_bytes()
        digest.update(data)
        ours = tuple(_rows(table, data, f"{table.name}.csv", own=False))
        rows[table.name] = ours
        if table.name in found:
            path = found[table.name]
            own = path.read_bytes()
            digest.update(own)
            merged = _by_key(table, ours)
            _lay_over(merged, _by_key(table, _rows(table, own, str(path), own=True)))
            rows[table.name] = tuple(merged.values())
    return Files(rows, digest.hexdigest())


def _own_files(folder: Path) -> dict[str, Path]:
    if not folder.is_dir():
        raise DataError(
            f"{folder} is no folder.", hint="Give a folder with files such as terms.csv."
        )
    names = [table.name for table in TABLES]
    found = sorted(folder.glob("*.csv"))
    files = {path.stem: path for path in found if not almanac.is_file(path.name)}
    for stem, path in files.items():
        if stem not in names:
            raise DataError(
                f"{path} is no table of the knowledge base.",
                hint=f"Name it one of {', '.join(f'{n}.csv' for n in names)}, or move it away.",
            )
    if not found:
        raise DataError(f"{folder} has no .csv file.", hint="Put a terms.csv or people.csv there.")
    return files


def _rows(table: Table, data: bytes, file: str, *, own: bool) -> Iterator[Row]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DataError(f"{file} is not in UTF-8.", str(error), "Save it as UTF-8.") from error
    lines = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header = Header(next(lines, []))
        _check_header(table, header.columns, file)
        for cells in lines:
            if cells:
                row = Row(header, cells, file, lines.line_num, own)
                if len(cells) != len(header.columns):
                    raise row.error(
                        f"{len(cells)} cells under {len(header.columns)} columns.",
                        "Put a cell that holds a comma between double quotes.",
                    )
                cells.append("")
                if own:
                    _check_cells(table, row)
                yield row
    except csv.Error as error:
        raise DataError(
            f"{file}, line {lines.line_num}: not readable as CSV.",
            str(error),
            "Separate cells by commas and put a cell with a comma between double quotes.",
        ) from error


def _check_header(table: Table, header: Sequence[str], file: str) -> None:
    unknown = [column for column in header if not table.knows(column)]
    missing = [column for column in table.key if column not in header]
    columns = ", ".join((*table.key, *table.columns, *_COMMON))
    if unknown or missing:
        what = f"unknown column {unknown[0]!r}" if unknown else f"no column {missing[0]!r}"
        raise DataError(f"{file}, line 1: {what}.", hint=f"The columns are {columns}.")


def _check_cells(table: Table, row: Row) -> None:
    for column in table.key:
        if not row.cell(column) and column not in DATES:
            raise row.error(f"no {column}.", f"Fill the column {column}.")
    for column in DATES:
        if row.cell(column) and not is_date(row.cell(column)):
            raise row.error(
                f"{row.cell(column)!r} in {column} is no date.",
                "Write 2004, 2004-03 or 2004-03-09.",
            )


def is_date(cell: str) -> bool:
    """Whether a cell is an ISO date, which may be partial."""
    return bool(_DATE.fullmatch(cell)) and Interval.of(cell) != Interval()


def _split(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


def _by_key(table: Table, rows: Iterable[Row]) -> dict[Key, Row]:
    found: dict[Key, Row] = {}
    for row in rows:
        key = row.pick(table.key) if len(table.key) > 1 else (row.cell(table.key[0]),)
        if key in found:
            raise row.error(
                f"the same {', '.join(table.key)} as line {found[key].line}.",
                "Keep one of the two.",
            )
        found[key] = row
    return found


def _lay_over(merged: dict[Key, Row], rows: dict[Key, Row]) -> None:
    for key, row in rows.items():
        before = merged.get(key)
        if row.cell(_WITHDRAWN):
            if before is None:
                raise row.error("there is no such row to withdraw.", "Copy the key of the row.")
            del merged[key]
            continue
        base = dict(zip(before.header.columns, before.cells, strict=False)) if before else {}
        filled = {c: cell for c, cell in zip(row.header.columns, row.cells, strict=False) if cell}
        if "valid_to" in filled:
            base["checked_until"] = ""
        base |= {"source": f"{Path(row.file).name}, line {row.line}", "licence": "own"} | filled
        merged[key] = Row(Header(tuple(base)), (*base.values(), ""), row.file, row.line, own=True)
