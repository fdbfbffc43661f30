"""The facts asked and checked: who held an office, and whether the facts hold."""

from __future__ import annotations

from typing import Annotated

import typer

from detente.cli.arguments import Answer, KnowledgePath, day
from detente.cli.progress import say


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

    answers = roles.who(role, Interval.of(day(on)), base.load(knowledge), load(language))
    show.answers(answers, jsonl=format is Answer.jsonl)
    if not answers:
        say("Not known.")


def check(knowledge: KnowledgePath = None) -> None:
    """Check the facts: overlaps, gaps, dangling ids, missing sources."""
    from detente import show
    from detente.knowledge import base
    from detente.knowledge import check as checking

    errors = show.findings(checking.check(base.load(knowledge)))
    raise typer.Exit(1 if errors else 0)
