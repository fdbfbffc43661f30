"""A record asked: its tables, its proof, what passed between states, what people decide."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from detente.cli.arguments import Format, RecordPath, Verb
from detente.cli.progress import say


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


def check(record: RecordPath) -> None:
    """Check that a record is whole.

    Every span is its page's text, every reference resolves, every file has its hash.
    """
    from detente import api

    problems = api.open_record(record).check()
    for problem in problems:
        typer.echo(problem)
    say("The record holds." if not problems else f"{len(problems)} problems.")
    raise typer.Exit(1 if problems else 0)


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
    say("Decided; `detente link` obeys it from now on.")
