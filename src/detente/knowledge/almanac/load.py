"""Reading the almanac's files, with a word to the writer of each wrong line."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import NoReturn, TypeVar

from detente.days import Interval
from detente.errors import DataError
from detente.knowledge.almanac.rows import Almanac, Edition, Happening, Holder, Life, Way, Ways
from detente.knowledge.facts import Words

_COMMON = ("valid_from", "valid_to", "source", "licence")
_SOURCE = {"source", "licence"}
_COLUMNS = {
    "happenings": ("name_en", "words_fr", "ahead", "echo"),
    "words": ("name_en", "words_fr"),
    "holders": ("name_fr", "aliases_fr", "role_fr", "role_en"),
    "lives": ("name_fr", "aliases_fr"),
    "editions": ("name_en", "words_fr", "number"),
}
_Noun = TypeVar("_Noun")


class _Line:
    """One line of a file, which can say what is wrong with it."""

    def __init__(self, cells: Mapping[str, str], file: str, number: int) -> None:
        self.cells, self.file, self.number = cells, file, number

    def fail(self, what: str, hint: str) -> NoReturn:
        raise DataError(f"{self.file}, line {self.number}: {what}", hint=hint)

    def filled(self, column: str) -> str:
        """The cell, which must not be empty."""
        return self.cells[column] or self.fail(f"no {column}.", "Fill it.")

    def count(self, column: str) -> int:
        """The cell as a number of days."""
        cell = self.filled(column)
        return int(cell) if cell.isdigit() else self.fail(f"{cell!r} in {column}.", "Give days.")

    def day(self, column: str) -> Interval:
        """The cell as the days that it may mean; open if it is empty."""
        found = Interval.of(self.cells[column])
        if self.cells[column] and (found.is_open or len(self.cells[column]) not in (4, 7, 10)):
            self.fail(
                f"{self.cells[column]!r} in {column} is no date.", "Write 2004-03-09 or 2004."
            )
        return found

    def days(self) -> Interval:
        """From the first day to the last; without a last one, to the end of the first."""
        first, last = self.day("valid_from"), self.day("valid_to")
        if first.is_open:
            self.fail("no valid_from.", "Give the first day.")
        return self._ordered(Interval(first.earliest, last.latest or first.latest))

    def term(self) -> Interval:
        """From the first day to the last, open without one."""
        if self.day("valid_from").is_open:
            self.fail("no valid_from.", "Give the first day.")
        return self._ordered(Interval(self.day("valid_from").earliest, self.day("valid_to").latest))

    def _ordered(self, days: Interval) -> Interval:
        return self.fail("it ends before it begins.", "Mend a day.") if days.is_empty else days

    def ways(self) -> Ways:
        """The ways to name it: alternatives by "|", their parts by "&"."""
        ways = (_parts(way) for way in self.filled("words_fr").split("|"))
        found = tuple(way for way in ways if way)
        for part in (part for way in found for part in way):
            if any(len(word) < 3 for word in part.split() if word.endswith("*")):
                self.fail(f"{part!r} may end in too many ways.", "Two letters or more before *.")
        return {"fr": found}

    def listed(self, *columns: str) -> Words:
        """The values of some cells, by language."""
        cells = "|".join(self.cells[column] for column in columns).split("|")
        found = tuple(dict.fromkeys(cell.strip() for cell in cells if cell.strip()))
        return {"fr": found} if found else self.fail(f"no {columns[0]}.", "Fill it.")


def _parts(way: str) -> Way:
    return tuple(part.strip() for part in way.split("&") if part.strip())


@lru_cache(maxsize=4)
def almanac(extra: Path | None = None) -> Almanac:
    """All rows of the almanac, in the order of the files, and after them those of the user's own
    folder. Raises DataError, with file and line.
    """
    parts = [_part(folder, is_own=folder is extra) for folder in _folders(extra)]
    return Almanac(
        happenings=tuple(row for part in parts for row in part.happenings),
        holders=tuple(row for part in parts for row in part.holders),
        lives=tuple(row for part in parts for row in part.lives),
        editions=tuple(row for part in parts for row in part.editions),
    )


def fingerprint(extra: Path | None = None) -> str:
    """SHA-256 of the names and bytes of all files of the almanac."""
    digest = hashlib.sha256()
    for folder in _folders(extra):
        for table in _COLUMNS:
            for file in _files(folder, table):
                digest.update(file.name.encode() + hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def is_file(name: str) -> bool:
    """Whether a file of that name is one of the almanac."""
    return name.startswith(tuple(f"{table}_" for table in _COLUMNS)) and name.endswith(".csv")


def _folders(extra: Path | None) -> list[Traversable]:
    ours = resources.files(__package__)
    return [ours] if extra is None else [ours, extra]


def _part(folder: Traversable, *, is_own: bool) -> Almanac:
    return Almanac(
        happenings=(
            *read(folder, "happenings", happening, is_own=is_own),
            *read(folder, "words", word, is_own=is_own),
        ),
        holders=read(folder, "holders", holder, is_own=is_own),
        lives=read(folder, "lives", life, is_own=is_own),
        editions=read(folder, "editions", edition, is_own=is_own),
    )


def read(
    folder: Traversable, table: str, make: Callable[[_Line], _Noun], *, is_own: bool = False
) -> tuple[_Noun, ...]:
    """The rows of a table in a folder, file by file in the order of their names. The user's own
    need not name their source.
    """
    files = _files(folder, table)
    return tuple(make(line) for file in files for line in _lines(table, file, is_own=is_own))


def _files(folder: Traversable, table: str) -> list[Traversable]:
    files = (f for f in folder.iterdir() if f.name.startswith(f"{table}_") and is_file(f.name))
    return sorted(files, key=lambda f: f.name)


def _lines(table: str, file: Traversable, *, is_own: bool) -> Iterator[_Line]:
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DataError(f"{file.name} is not in UTF-8.", str(error), "Save it as UTF-8.") from error
    reader = csv.DictReader(text.splitlines(), restkey="")
    head, columns = set(reader.fieldnames or ()), {*_COLUMNS[table], *_COMMON}
    missing = columns - head - (_SOURCE if is_own else set())
    if missing or head - columns:
        raise DataError(
            f"{file.name}: its columns are not those of {table}.",
            hint=f"Head it with {', '.join((*_COLUMNS[table], *_COMMON))}.",
        )
    for cells in reader:
        line = _Line(cells, file.name, reader.line_num)
        if set(cells) != head or None in cells.values():
            line.fail("too many or too few cells.", "Put cells with a comma in quotation marks.")
        if not is_own and not (cells["source"] and cells["licence"]):
            line.fail("no source or licence.", "Fill both.")
        yield line


def happening(line: _Line) -> Happening:
    """A line of happenings."""
    return Happening(
        name=line.filled("name_en"),
        ways=line.ways(),
        when=line.days(),
        ahead=line.count("ahead"),
        echo=line.count("echo"),
    )


def word(line: _Line) -> Happening:
    """A line of words: a happening that lasts while they are in use."""
    return Happening(
        name=line.filled("name_en"), ways=line.ways(), when=line.term(), ahead=0, echo=None
    )


def holder(line: _Line) -> Holder:
    """A line of holders."""
    return Holder(
        names=line.listed("name_fr", "aliases_fr"),
        role=line.filled("role_en"),
        roles=line.listed("role_fr"),
        when=line.term(),
    )


def life(line: _Line) -> Life:
    """A line of lives."""
    names = line.listed("name_fr", "aliases_fr")
    return Life(names=names, born=line.day("valid_from"), died=line.day("valid_to"))


def edition(line: _Line) -> Edition:
    """A line of editions."""
    number = line.count("number") if line.cells["number"] else None
    return Edition(name=line.filled("name_en"), ways=line.ways(), number=number, when=line.days())
