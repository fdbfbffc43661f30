"""The command line: one command a verb, each thin over the Python functions it names."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from detente.errors import DetenteError, UsageError

if TYPE_CHECKING:
    from detente.options import Options
    from detente.records import Reading, Unreadable

Item = TypeVar("Item")

app = typer.Typer(
    name="detente",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="""Reads press pages and keeps a sourced record of how states deal with one another.

    \b
    Start with a page, then make a record of many and ask it:
      detente read page.txt
      detente build pages/ --record R
      detente chronicle USA RUS --record R
    """,
)
knowledge_app = typer.Typer(no_args_is_help=True, help="The facts that roles and dates rest on.")
app.add_typer(knowledge_app, name="knowledge")

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


@app.command()
def read(
    paths: Paths,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="One reading a line, as JSON.")] = False,
    text: Annotated[bool, typer.Option("--text", help="Add the canonical text.")] = False,
    published: Annotated[
        str | None, typer.Option(help="The day the pages were published (ISO).", metavar="DATE")
    ] = None,
    knowledge: KnowledgePath = None,
    quiet: Quiet = False,
) -> None:
    """Read pages and say what is in them.

    Without --jsonl a reading is printed for people; with it, one page a line for programs.

    \b
      detente read page.html
      detente read pages/ --jsonl > readings.jsonl
    """
    from detente import pipeline, records

    found = pipeline.read_pages(paths, _options(published, knowledge, text))
    any_found = any_read = False
    for reading in _with_progress(found, quiet):
        any_found = True
        any_read |= isinstance(reading, records.Reading)
        _print(reading, jsonl)
    if not any_found:
        _say(f"There is no page in {', '.join(paths)}.")
    raise typer.Exit(0 if any_read else 1)


@app.command()
def build(
    paths: Paths,
    record: RecordPath,
    published: Annotated[
        str | None, typer.Option(help="The day the pages were published (ISO).", metavar="DATE")
    ] = None,
    knowledge: KnowledgePath = None,
    quiet: Quiet = False,
) -> None:
    """Read pages into a record and link them.

    Safe to repeat and to interrupt. It makes the record or adds to it: a page that the record
    holds already is not read again.

    \b
      detente build pages/ --record R
    """
    from detente import api

    built = api.build(
        paths,
        record,
        options=_options(published, knowledge, text=True),
        progress=lambda items: _with_progress(items, quiet),
    )
    _say(built.summary())
    raise typer.Exit(0 if built.pages else 1)


@app.command()
def link(record: RecordPath) -> None:
    """Link the pages of a record again.

    Utterances, occasions, outcomes, conflicts and relations are made anew from all its readings
    and from what people decided.
    """
    from detente import api, linking

    _say(str(linking.link(api.open_record(record))))


@app.command()
def export(
    table: Annotated[str, typer.Argument(help="A table: quotation, event, occasion, utterance …")],
    record: RecordPath,
    format: Annotated[Format, typer.Option(help="How to write it.")] = Format.jsonl,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="A file instead of standard output.")
    ] = None,
) -> None:
    """Write a table of a record.

    \b
      detente export quotation --record R --format csv > quotations.csv
    """
    from detente import api

    data = api.open_record(record).export(table, format.value)
    if output:
        output.write_bytes(data)
    else:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()


@app.command()
def check(record: RecordPath) -> None:
    """Check that a record is whole.

    Every span is its page's text, every reference resolves, every file has its hash.
    """
    from detente import api

    problems = api.open_record(record).check()
    for problem in problems:
        typer.echo(problem)
    _say("The record holds." if not problems else f"{len(problems)} problems.")
    raise typer.Exit(1 if problems else 0)


@app.command()
def chronicle(
    first: Annotated[str, typer.Argument(help="A state, as ISO 3166-1 alpha-3: USA")],
    second: Annotated[str, typer.Argument(help="The other state: RUS, or SUN before 1992")],
    record: RecordPath,
) -> None:
    """Tell what passed between two states.

    In order of time, each line with its source.

    \b
      detente chronicle USA SUN --record R
    """
    from detente import api, show

    show.chronicle(api.open_record(record), first.upper(), second.upper())


@app.command()
def relation(
    first: Annotated[str, typer.Argument(help="A state, as ISO 3166-1 alpha-3: USA")],
    second: Annotated[str, typer.Argument(help="The other state: RUS")],
    record: RecordPath,
    month: Annotated[
        str | None, typer.Option(help="Show the sentences behind one month.", metavar="YYYY-MM")
    ] = None,
) -> None:
    """Show how warm a relation is, by month.

    With --month, the sentences that moved it.

    \b
      detente relation USA SUN --record R --month 1987-12
    """
    from detente import api, show

    show.relation(api.open_record(record), first.upper(), second.upper(), month)


@app.command()
def decide(
    verb: Annotated[Verb, typer.Argument(help="What you judge.")],
    ids: Annotated[list[str], typer.Argument(help="The links or records you judge.")],
    record: RecordPath,
    why: Annotated[str, typer.Option(help="Your reason, kept beside the decision.")],
) -> None:
    """Judge a link, for good.

    Confirm or reject it, or say that records are the same or different.

    \b
      detente decide different q12 q31 --record R --why "two speeches"
    """
    from detente import api
    from detente.linking import decisions

    opened = api.open_record(record)
    decisions.decide(opened, verb.value, ids, why)
    _say("Decided; `detente link` obeys it from now on.")


@app.command()
def who(
    role: Annotated[str, typer.Argument(help="A role as the press writes it.")],
    on: Annotated[str, typer.Option(help="The day asked about (ISO).", metavar="DATE")],
    language: Annotated[str, typer.Option(help="The language of the role.")] = "fr",
    format: Annotated[Answer, typer.Option(help="How to write it.")] = Answer.text,
    knowledge: KnowledgePath = None,
) -> None:
    """Say who held an office on a day.

    \b
      detente who "secrétaire d'Etat américain" --on 2017-05-11
    """
    from detente import show
    from detente.days import Interval
    from detente.knowledge import base, roles
    from detente.languages.language import load

    answers = roles.who(role, Interval.of(_day(on)), base.load(knowledge), load(language))
    show.answers(answers, jsonl=format is Answer.jsonl)
    if not answers:
        _say("Not known.")


@knowledge_app.command("check")
def knowledge_check(knowledge: KnowledgePath = None) -> None:
    """Check the facts: overlaps, gaps, dangling ids, missing sources."""
    from detente import show
    from detente.knowledge import base, check

    errors = show.findings(check.check(base.load(knowledge)))
    raise typer.Exit(1 if errors else 0)


def main() -> None:
    """Run the command line; an error of ours is a sentence, not a traceback."""
    try:
        app()
    except UsageError as error:
        _say(str(error))
        sys.exit(2)
    except DetenteError as error:
        _say(str(error))
        sys.exit(1)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)


def _options(published: str | None, knowledge: Path | None, text: bool) -> Options:
    from detente.options import Options

    if published:
        _day(published)
    return Options(published=published, knowledge=knowledge, text=text)


def _day(value: str) -> str:
    from detente.days import Interval

    if Interval.of(value).earliest is None:
        raise UsageError(f"{value!r} is not a date.", hint="Write 2017-05-11, 2017-05 or 2017.")
    return value


def _print(reading: Reading | Unreadable, jsonl: bool) -> None:
    if jsonl:
        import msgspec

        sys.stdout.buffer.write(msgspec.json.encode(reading) + b"\n")
    else:
        from detente import show

        show.reading(reading)


def _say(words: str) -> None:
    typer.echo(words, err=True)


def _with_progress(items: Iterator[Item], quiet: bool) -> Iterator[Item]:
    from detente import show

    return items if quiet or not sys.stderr.isatty() else show.progress(items)
