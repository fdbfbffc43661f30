"""The command line: one command a verb, each thin over the Python functions it names."""

from __future__ import annotations

import os
import sys

import typer

from detente.cli import asking, knowledge, reading
from detente.cli.progress import say
from detente.errors import DetenteError, UsageError

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
for verb in (
    reading.read,
    reading.build,
    reading.link,
    asking.export,
    asking.check,
    asking.chronicle,
    asking.relation,
    asking.decide,
    knowledge.who,
):
    app.command()(verb)
knowledge_app.command()(knowledge.check)


def main() -> None:
    """Run the command line; an error of ours is a sentence, not a traceback."""
    try:
        app()
    except UsageError as error:
        say(str(error))
        sys.exit(2)
    except DetenteError as error:
        say(str(error))
        sys.exit(1)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
