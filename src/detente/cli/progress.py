"""What a command says beside its answer, on standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TypeVar

import typer

Item = TypeVar("Item")


def say(words: str) -> None:
    """A sentence for whoever runs the command."""
    typer.echo(words, err=True)


def with_progress(items: Iterator[Item], quiet: bool) -> Iterator[Item]:
    """The items, counted on a terminal as they pass."""
    from detente import show

    return items if quiet or not sys.stderr.isatty() else show.progress(items)
