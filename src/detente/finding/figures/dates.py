"""The time that a figure holds for: the one of its own clause."""

from __future__ import annotations

from collections.abc import Sequence

from detente.finding.figures.numbers import Words
from detente.records import Time
from detente.syntax import Parse, Token

CLAUSES = frozenset({"VERB", "AUX"})
BREAKS = frozenset({"SCONJ", "CCONJ"})


def date(
    parse: Parse, figure: range, limit: int, times: Sequence[Time], table: Words
) -> str | None:
    """The value of the time of a figure of the tokens ``figure``: one that follows it before the
    next figure (at token ``limit``) and before another clause, else the only one that hangs on the
    same verb. What holds since a day is open at its end."""
    near: str | None = None
    beside: list[str] = []
    for time in times:
        value = _value(time)
        tokens = parse.at(time.start, time.end)
        if value is None or not tokens:
            continue
        at = tokens[0].i
        bounded = _bounded(parse, at, value, table)
        if figure.stop <= at < limit and not _is_parted(parse.tokens[figure.stop : at]):
            near = near or bounded
        elif _is_of_its_clause(parse, figure, tokens, table):
            beside.append(bounded)
    return near or (beside[0] if len(set(beside)) == 1 else None)


def _value(time: Time) -> str | None:
    """The value of a date; of a reference such as "today", the day it names."""
    if time.type not in ("DATE", "TIME") or time.value is None:
        return None
    if not time.value[:1].isdigit():
        return time.earliest if time.earliest == time.latest else None
    return time.value


def _bounded(parse: Parse, at: int, value: str, table: Words) -> str:
    """The value, open on one side after "since" or "until"."""
    before = {t.word for t in parse.tokens[max(0, at - 2) : at]}
    if before & table.since:
        return f"{value}/.."
    return f"../{value}" if before & table.until else value


def _is_parted(between: Sequence[Token]) -> bool:
    """Whether another clause begins in a stretch of tokens after a figure: a verb, a conjunction, a
    relative; a participle of another noun than what is counted."""
    for n, token in enumerate(between):
        if token.pos in BREAKS or token.text in ";:" or "PronType=Rel" in token.morph:
            return True
        own = "VerbForm=Part" in token.morph and all(t.pos != "NOUN" for t in between[:n])
        if token.pos in CLAUSES and not own:
            return True
    return False


def _is_of_its_clause(parse: Parse, figure: range, time: list[Token], table: Words) -> bool:
    """Whether a time hangs on the verb that the figure hangs on, or on the participle of what is
    counted; not on a noun of its own ("the vote of 9 August")."""
    before = parse.tokens[time[0].i - 1] if time[0].i else None
    if {time[0].word, before.word if before is not None else ""} & table.linking:
        return False
    inside = {t.i for t in time}
    top = next((t for t in time if t.head not in inside or t.head == t.i), time[0])
    verb = _verb(parse, top.i)
    return verb is not None and (
        verb == _verb(parse, figure.stop - 1) or parse.tokens[verb].head in figure
    )


def _verb(parse: Parse, at: int) -> int | None:
    """The verb of the clause that a token stands in."""
    return next((t.i for t in parse.ancestors(at) if t.pos in CLAUSES), None)
