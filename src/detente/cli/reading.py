"""Pages in: read them, build a record of them, link it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.arguments import Day, KnowledgePath, Paths, Quiet, RecordPath, options_of
from detente.cli.progress import say, with_progress

if TYPE_CHECKING:
    from detente.records import Reading, Unreadable


def read(
    paths: Paths,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="One reading a line, as JSON.")] = False,
    text: Annotated[bool, typer.Option("--text", help="Add the canonical text.")] = False,
    published: Day = None,
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

    found = pipeline.read_pages(paths, options_of(published, knowledge, text))
    any_found = any_read = False
    for reading in with_progress(found, quiet):
        any_found = True
        any_read |= isinstance(reading, records.Reading)
        _print(reading, jsonl)
    if not any_found:
        say(f"There is no page in {', '.join(paths)}.")
    raise typer.Exit(0 if any_read else 1)


def build(
    paths: Paths,
    record: RecordPath,
    published: Day = None,
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
        options=options_of(published, knowledge, text=True),
        progress=lambda items: with_progress(items, quiet),
    )
    say(built.summary())
    raise typer.Exit(0 if built.pages else 1)


def link(record: RecordPath) -> None:
    """Link the pages of a record again.

    Utterances, occasions, outcomes, conflicts and relations are made anew from all its readings
    and from what people decided.
    """
    from detente import api, linking

    say(str(linking.link(api.open_record(record))))


def _print(reading: Reading | Unreadable, jsonl: bool) -> None:
    if jsonl:
        import msgspec

        sys.stdout.buffer.write(msgspec.json.encode(reading) + b"\n")
    else:
        from detente import show

        show.reading(reading)
