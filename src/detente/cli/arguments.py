"""What several commands take, and how the words of a command line become options."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente.errors import UsageError

if TYPE_CHECKING:
    from detente.options import Options

Paths = Annotated[
    list[str],
    typer.Argument(
        help="Pages: .txt .html, .warc .wet .jsonl (these also as .gz), folders of all but .jsonl, "
        "or - for JSON Lines."
    ),
]
RecordPath = Annotated[Path, typer.Option("--record", "-r", help="The folder of the record.")]
KnowledgePath = Annotated[
    Path | None, typer.Option("--knowledge", help="A folder of your own facts (CSV files).")
]
Day = Annotated[
    str | None, typer.Option(help="The day the pages were published (ISO).", metavar="DATE")
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress on standard error.")]


class Format(StrEnum):
    """How a table is written."""

    jsonl = "jsonl"
    csv = "csv"
    parquet = "parquet"


class Answer(StrEnum):
    """How an answer is written: for people or for programs."""

    text = "text"
    jsonl = "jsonl"


class Verb(StrEnum):
    """What a person can judge of a link."""

    confirm = "confirm"
    reject = "reject"
    same = "same"
    different = "different"


def options_of(published: str | None, knowledge: Path | None, text: bool) -> Options:
    """The options of a run."""
    from detente.options import Options

    if published:
        day(published)
    return Options(published=published, knowledge=knowledge, text=text)


def day(value: str) -> str:
    """The day, if it is one."""
    from detente.days import Interval

    if Interval.of(value).earliest is None:
        raise UsageError(f"{value!r} is not a date.", hint="Write 2017-05-11, 2017-05 or 2017.")
    return value
