"""Detente from Python: read pages, build a record, open one.

>>> readings = detente.read("pages/")
>>> readings.quotations.to_pandas()
>>> record = detente.build("pages/", "R")
>>> record.table("occasion").to_pandas()
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import overload

import msgspec
import pyarrow as pa

from detente import linking, notebook, pipeline, sources
from detente.knowledge.base import load
from detente.options import DEFAULTS, Options
from detente.records import Reading, Unreadable
from detente.sources.page import Page
from detente.store import Record, flat

Progress = Callable[[Iterator[Page]], Iterator[Page]]
Paths = str | Path | Iterable[str | Path]


class Readings(Sequence[Reading]):
    """The readings of some pages, in order, with the pages that could not be read.

    A sequence of :class:`Reading` with their text; every kind of finding is also an Arrow table
    over all pages, and ``frame`` gives it to pandas.
    """

    def __init__(self, read: Iterable[Reading | Unreadable]) -> None:
        everything = tuple(read)
        self._readings = tuple(one for one in everything if isinstance(one, Reading))
        self.unreadable = tuple(one for one in everything if isinstance(one, Unreadable))

    @overload
    def __getitem__(self, index: int) -> Reading: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Reading]: ...
    def __getitem__(self, index: int | slice) -> Reading | Sequence[Reading]:
        return self._readings[index]

    def __len__(self) -> int:
        return len(self._readings)

    def __repr__(self) -> str:
        return f"<{len(self)} readings, {len(self.unreadable)} pages not read>"

    def _repr_html_(self) -> str:
        return notebook.readings(self._readings, self.unreadable)

    def table(self, name: str) -> pa.Table:
        """One kind of finding over all pages: ``page``, ``quotation``, ``event``, ``time`` …

        Raises KeyError if there is no such table.
        """
        return self._tables[name]

    @property
    def quotations(self) -> pa.Table:
        """Who said what."""
        return self.table("quotation")

    @property
    def events(self) -> pa.Table:
        """What happened."""
        return self.table("event")

    @cached_property
    def _tables(self) -> dict[str, pa.Table]:
        return flat.tables(
            flat.Stored(reading=one, text=one.text or "", program=program(), knowledge="")
            for one in self._readings
        )


class Built(Record):
    """A record that was just built, with what the build did.

    ``pages`` is how many pages were given and could be read, ``added`` how many of them the record
    did not hold yet, ``linked`` what linking made of all.
    """

    def __init__(
        self,
        path: Path,
        pages: int,
        added: int,
        unreadable: tuple[Unreadable, ...],
        linked: linking.Summary,
    ) -> None:
        super().__init__(path)
        self.pages = pages
        self.added = added
        self.unreadable = unreadable
        self.linked = linked

    def summary(self) -> str:
        """The same in words, the pages that could not be read with their reason."""
        lines = [f"{self.pages} pages, {self.added} of them new."]
        for one in self.unreadable:
            reasons = "; ".join(problem.what for problem in one.problems)
            lines.append(f"Not read: {one.page.source or one.page.id}: {reasons}")
        return "\n".join((*lines, f"{self.linked}."))


def read(
    paths: Paths = (),
    *,
    text: str | None = None,
    published: str | None = None,
    knowledge: str | Path | None = None,
) -> Readings:
    """Read pages: files, folders, or the ``text`` of one page.

    ``published`` fixes the publication day (ISO); ``knowledge`` is a folder of own facts. A page
    that cannot be read is among ``unreadable``. Raises UsageError for a path that does not exist.
    """
    options = Options(published=published, knowledge=_folder(knowledge), text=True)
    found = pipeline.read_pages(_listed(paths), options)
    if text is None:
        return Readings(found)
    typed = pipeline.read_page(_page(text), options, load(options.knowledge))
    return Readings((typed, *found))


def build(
    paths: Paths,
    record: str | Path,
    options: Options = DEFAULTS,
    progress: Progress = iter,
) -> Built:
    """Read pages into a record, made if it is not there, and link it.

    A page that the record holds already is not read again. Safe to interrupt: what was read is
    kept.
    """
    opened = Record.create(record)
    options = msgspec.structs.replace(options, text=True)
    reader = _Reader(opened, options)
    added = opened.add(
        reader.read(progress(sources.open_pages(_listed(paths)))), program(), reader.knowledge
    )
    linked = linking.link(opened)
    return Built(opened.path, reader.pages, added, tuple(reader.unreadable), linked)


def open_record(path: str | Path) -> Record:
    """The record in a folder. Raises RecordError if there is none."""
    return Record.open(path)


def program() -> str:
    """Version of the program, as a record keeps it beside each reading."""
    return version("detente")


class _Reader:
    """Reads the pages that a record does not know yet, and counts them all."""

    def __init__(self, record: Record, options: Options) -> None:
        self._record = record
        self._options = options
        self._facts = load(options.knowledge)
        fixed = f"@{options.published}" if options.published else ""
        self.knowledge = self._facts.fingerprint + fixed
        self.pages = 0
        self.unreadable: list[Unreadable] = []

    def read(self, pages: Iterable[Page]) -> Iterator[Reading]:
        for found in pipeline.read_each(self._new(pages), self._options, self._facts):
            if isinstance(found, Reading):
                self.pages += 1
                yield found
            else:
                self.unreadable.append(found)

    def _new(self, pages: Iterable[Page]) -> Iterator[Page]:
        for page in pages:
            if self._record.knows(page.id, page.sha256, program(), self.knowledge):
                self.pages += 1
            else:
                yield page


def _listed(paths: Paths) -> list[str | Path]:
    return [paths] if isinstance(paths, str | Path) else list(paths)


def _folder(path: str | Path | None) -> Path | None:
    return Path(path) if path is not None else None


def _page(text: str) -> Page:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Page(id=digest, content=text, sha256=digest)
