"""Claims of the dates that a story tells, by the tense that governs them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from detente.days import Interval
from detente.finding.ground import Expression, Ground
from detente.finding.published import calendar, habits
from detente.finding.published.calendar import FIRST_YEAR, LAST_YEAR
from detente.finding.published.claims import Claim, told
from detente.finding.published.stretches import Weights
from detente.finding.published.weights import WEIGHTS
from detente.languages.published import Outlook
from detente.text import fold

_FIXED = re.compile(r"\d{4}(-\d{2}){0,2}$")
_YEARLESS = re.compile(r"XXXX-(\d{2})(?:-(\d{2}))?$")
_YEAR = len("2018")
REACH = 16
"""Characters before a year among which stand the words that set it in time."""
PARTS = {"MID": 10, "END": 20}
"""The day on which a part of a month begins."""


def claims(ground: Ground, found: Sequence[Expression]) -> Iterator[Claim]:
    """Claims of dates in the story; each date once a tense."""
    seen: dict[tuple[str, str | None], Expression] = {}
    for expression in found:
        if expression.type in ("DATE", "TIME"):
            seen.setdefault((_value(expression), expression.tense), expression)
    fixed = []
    for (value, _), expression in seen.items():
        if match := _YEARLESS.match(value):
            yield _yearless(expression, int(match[1]), int(match[2]) if match[2] else None)
        elif _FIXED.match(value) and not Interval.of(value).is_open:
            fixed.append(expression)
    yield from _fixed(ground, fixed)


def _value(expression: Expression) -> str:
    return (expression.value or "").split("/")[0].split("T")[0]


def _yearless(expression: Expression, month: int, mday: int | None) -> Claim:
    tense = expression.tense if expression.tense != "present" else None
    if mday is None:
        begun = PARTS.get(expression.mod or "", 1)
        habit = (habits.PART if begun > 1 else habits.MONTH)[tense]
        weights = calendar.every_year(month, begun, habit, habits.MONTH_BACK[tense])
        return Claim(weights, told(expression, _because(tense)), "month")
    if expression.anchor == "publication":
        weights = calendar.every_year(month, mday, habits.TODAY, habits.TODAY_BACK)
        weights += _weekdays(expression, month, mday)
        return Claim(weights, told(expression, "the page calls this day today"))
    named = expression.weekday is not None
    near = (habits.NAMED_DAY if named else habits.DAY)[tense]
    weights = calendar.every_year(month, mday, near, habits.DAY_BACK[tense])
    if not named:
        return Claim(weights, told(expression, _because(tense)), "day")
    weights += _weekdays(expression, month, mday)
    return Claim(weights, told(expression, _because(tense)), "named day")


def _because(tense: str | None) -> str:
    if tense == "future":
        return "still to come, not far ahead"
    return "told in the past, not long after" if tense else "named without its year, so near"


def _yearly(month: int, mday: int) -> Iterator[Interval]:
    """That day in every year of the calendar that has it."""
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        found = Interval.of(f"{year}-{month:02}-{mday:02}")
        if not found.is_open:
            yield found


def _weekdays(expression: Expression, month: int, mday: int) -> Weights:
    """The half years around the years in which the day falls on its weekday."""
    weekday = expression.weekday
    if weekday is None:
        return calendar.blank()
    near = dt.timedelta(182)
    spans = (
        Interval(d.earliest - near, d.earliest + near)
        for d in _yearly(month, mday)
        if d.earliest and d.earliest.isoweekday() == weekday
    )
    return calendar.on(spans, WEIGHTS["weekday"])


def _fixed(ground: Ground, found: Sequence[Expression]) -> Iterator[Claim]:
    """Claims of dates with their year: of those past the latest tells most, else the first."""
    settings = [(expression, _setting(ground, expression)) for expression in found]
    past = [e for e, setting in settings if setting == "past"]
    loose = [e for e, setting in settings if setting == "loose"]
    future = [e for e, setting in settings if setting == "future"]
    for expression in past:
        yield Claim(_after(expression), told(expression, "told as past"), "dated")
    for expression in loose:
        yield Claim(_after(expression).halved(), told(expression, "told as past"), "dated")
    if past or loose:
        latest = max(past or loose, key=_value)
        weights = calendar.in_years(int(_value(latest)[:_YEAR]), habits.LATEST)
        shown = told(latest, "the latest time told as past")
        yield Claim(weights if past else weights.halved(), shown)
    first = min(future, key=_value, default=None)
    for expression in future:
        yield _future(expression, expression is first)


def _setting(ground: Ground, expression: Expression) -> str:
    """Whether a date is set in the past or the future; ``loose`` if only its verb says so, which
    tells little of a year that belongs to a noun ("le scrutin de 2020").
    """
    outlook = ground.language.table("published", Outlook)
    before = fold(ground.words(max(0, expression.start - REACH), expression.start)).split()[-2:]
    if expression.tense == "future" or not outlook.until.isdisjoint(before):
        return "future"
    if len(_value(expression)) > _YEAR:
        return "past" if expression.tense == "past" and not expression.quoted else "loose"
    sure = bool(before) and before[-1] in outlook.then and not expression.quoted
    return "past" if sure and expression.tense == "past" else "loose"


def _after(expression: Expression) -> Weights:
    value = _value(expression)
    if len(value) == _YEAR:
        return calendar.in_years(int(value), habits.PAST_YEAR)
    day = Interval.of(value).earliest or calendar.FIRST
    unsaid = calendar.in_years(day.year, habits.UNSAID_YEAR)
    return calendar.since(day, habits.PAST_DAY) + unsaid


def _future(expression: Expression, is_first: bool) -> Claim:
    value = _value(expression)
    if len(value) == _YEAR:
        habit = habits.NEXT_YEAR if is_first else habits.FUTURE_YEAR
        weights = calendar.in_years(int(value), habit)
    else:
        weights = calendar.since(Interval.of(value).latest or calendar.LAST, habits.NEXT_DAY)
    if expression.quoted or expression.tense != "future":
        weights = weights.halved()
    return Claim(weights, told(expression, "still to come"), None if is_first else "dated")
