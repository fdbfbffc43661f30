"""The time that a figure holds for: the one of its own clause."""

from __future__ import annotations

from collections.abc import Sequence

from detente.finding.figures.clauses import VERBS, predicate
from detente.finding.figures.numbers import Words
from detente.records import Time
from detente.syntax import Parse, Token

SMALL = frozenset({"ADP", "DET"})
NEAR = 7
"""Words within which "since" stands before what it is since."""
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
        bounded = _bounded(parse, tokens, value, table)
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


def _bounded(parse: Parse, time: tuple[Token, ...], value: str, table: Words) -> str:
    """The value, open on one side after "since" or "until", also where the time tells when that
    was which it is since: "depuis la chute, en 2011, du régime"."""
    at = time[0].i
    before = {t.word for t in parse.tokens[max(0, at - 2) : at]}
    if before & table.since or _is_since(parse, at, table):
        return f"{value}/.."
    return f"../{value}" if before & table.until else value


def _is_since(parse: Parse, at: int, table: Words) -> bool:
    """Whether the time at a token tells when that was which something is "since"."""
    opens = at if parse.tokens[at].pos in SMALL else at - 1
    if opens < 1 or parse.tokens[opens].pos not in SMALL:
        return False
    opens -= parse.tokens[opens - 1].text == ","
    for token in reversed(parse.tokens[max(0, opens - NEAR) : opens]):
        if token.pos in VERBS or token.pos == "PUNCT":
            return False
        if token.word in table.since:
            return True
    return False


def _is_parted(between: Sequence[Token]) -> bool:
    """Whether another clause begins in a stretch of tokens after a figure: a verb, a conjunction, a
    relative; a participle of another noun than what is counted."""
    for n, token in enumerate(between):
        if token.pos in BREAKS or token.text in ";:" or "PronType=Rel" in token.morph:
            return True
        own = "VerbForm=Part" in token.morph and all(t.pos != "NOUN" for t in between[:n])
        if token.pos in VERBS and not own:
            return True
    return False


def _is_of_its_clause(parse: Parse, figure: range, time: tuple[Token, ...], table: Words) -> bool:
    """Whether a time hangs on the verb that the figure hangs on, or on the participle of what is
    counted; not on a noun of its own ("the vote of 9 August", "the present crisis")."""
    before = parse.tokens[time[0].i - 1] if time[0].i else None
    if {time[0].word, before.word if before is not None else ""} & table.linking:
        return False
    if _top(time).pos == "ADJ":
        return False
    verb = predicate(parse, _top(time).i)
    if verb is None or _is_across(parse, time[0].i, figure.start):
        return False
    return verb == predicate(parse, figure.stop - 1) or parse.tokens[verb].head in figure


def _is_across(parse: Parse, time: int, figure: int) -> bool:
    """Whether a time before a figure belongs to another clause that "et" joins to it: each has a
    verb of its own, before the time and after the figure."""
    joins = [t.i for t in parse.tokens[time:figure] if t.pos == "CCONJ"]
    if not joins:
        return False
    finite = [t.i for t in parse.tokens if "VerbForm=Fin" in t.morph]
    return bool(finite) and finite[0] < time and finite[-1] > figure


def _top(time: tuple[Token, ...]) -> Token:
    """The word of a time that the others hang on."""
    inside = {t.i for t in time}
    return next((t for t in time if t.head not in inside or t.head == t.i), time[0])
