"""Which of the days that a partial date may name is meant: the words, the tense, the nearest."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from detente.days import month_end
from detente.finding.ground import Expression
from detente.finding.times.calendars import SEASON_MONTHS, easter, moved, on

_MONTH_DAY = re.compile(r"XXXX-(\d\d)-(\d\d)$")
_MONTH = re.compile(r"XXXX-(\d\d)$")
_PART = re.compile(r"XXXX-([QH])(\d)$")
_SEASON = re.compile(r"XXXX-(SP|SU|FA|WI)$")

SOON = dt.timedelta(75)
"""How far ahead the press names a day or month without a verb that says it is to come."""
FARTHEST = 300
"""Days beyond which the press writes the year beside a day and month."""
MONTHS_AHEAD = 9
"""Months beyond which it writes the year, or a word for "next", beside a month to come."""

Choice = tuple[str, str]
"""A value, and the reason for it."""


def _side(expression: Expression) -> int | None:
    """Whether the expression looks back (-1) or ahead (1); ``None`` if nothing tells."""
    if expression.direction or expression.due:
        return expression.direction
    return {"past": -1, "future": 1}.get(expression.tense or "")


def _why(expression: Expression) -> str:
    if expression.direction:
        return "as its own words say"
    if expression.direction == 0:
        return "as the word for 'this' says"
    if expression.due:
        return "the nearest to it, as the verb says that it was due"
    return f"as the {expression.tense} verb says" if expression.tense else "no verb tells"


def weekday(expression: Expression, base: dt.date, number: int, *, notice: bool) -> Choice:
    """The day of that weekday, before or after the base day; where no verb tells, after it in a
    short ``notice``, else before it."""
    after = base + dt.timedelta((number - base.isoweekday()) % 7)
    before = base - dt.timedelta((base.isoweekday() - number) % 7)
    strict = expression.direction in {-1, 1} and after == before
    side = _side(expression)
    if side is None and expression.tense is None and expression.direction is None:
        side = 1 if notice else -1
    if side == -1:
        day = before - dt.timedelta(7) if strict else before
    elif (expression.direction == 0 and side is None) or expression.due:
        day = after if after - base <= base - before else before
    else:
        day = after + dt.timedelta(7) if strict else after
    where = "on" if day == base else "before" if day < base else "after"
    return day.isoformat(), f"that weekday {where} {base.isoformat()}, {_why(expression)}"


def year(expression: Expression, base: dt.date, date: str) -> Choice | None:
    """A date without its year (``XXXX-12-10``, ``XXXX-12``, ``XXXX-SU``) in the year
    that is meant; ``None`` if it is none of these or no such day exists."""
    if match := _MONTH_DAY.match(date):
        return _year_of_day(expression, base, int(match[1]), int(match[2]))
    if match := _MONTH.match(date):
        return _year_of_month(expression, base, int(match[1]))
    if match := _PART.match(date):
        last = int(match[2]) * (3 if match[1] == "Q" else 6)
        value, because = _year_of_month(expression, base, last)
        return f"{value[:4]}-{match[1]}{match[2]}", because
    if match := _SEASON.match(date):
        return _year_of_season(expression, base, match[1])
    return None


def _year_of_day(expression: Expression, base: dt.date, month: int, day: int) -> Choice | None:
    """A day and month in the year that is meant; a weekday beside it decides."""
    days = [d for y in range(base.year - 9, base.year + 10) if (d := on(y, month, day))]
    if expression.weekday:
        fitting = [d for d in days if d.isoweekday() == expression.weekday]
        near = [d for d in fitting if abs((d - base).days) <= 366]
        if near:
            chosen = _nearest(near, base, _side(expression))
            return chosen.isoformat(), "the year in which that day is that weekday"
    if not days:
        return None
    chosen = _nearest(days, base, _side(expression))
    told = expression.tense in {"past", "future"} or expression.direction is not None
    if not told and chosen > base + SOON:
        chosen = _nearest(days, base, -1)
    if expression.direction is None and abs((chosen - base).days) > FARTHEST:
        chosen = _nearest(days, base, None)
    return chosen.isoformat(), f"that day nearest to the page's, {_why(expression)}"


def _nearest(days: Sequence[dt.date], base: dt.date, side: int | None) -> dt.date:
    allowed = [d for d in days if side is None or (d - base).days * side >= 0]
    return min(allowed or days, key=lambda d: (abs((d - base).days), d))


def _year_of_month(expression: Expression, base: dt.date, month: int) -> Choice:
    """A month in the year that is meant."""
    side = _side(expression)
    years = [base.year - 1, base.year, base.year + 1]
    away = {y: (y - base.year) * 12 + month - base.month for y in years}
    strict = 1 if expression.direction in {-1, 1} else 0
    allowed = [y for y in years if side is None or away[y] * side >= strict]
    if not strict and side == 1 and min(away[y] for y in allowed) > MONTHS_AHEAD:
        allowed = years
    chosen = min(allowed, key=lambda y: (abs(away[y]), y))
    if expression.tense is None and side is None and away[chosen] * 30 > SOON.days:
        chosen -= 1
    return f"{chosen}-{month:02}", f"that month nearest to the page's, {_why(expression)}"


def _year_of_season(expression: Expression, base: dt.date, season: str) -> Choice:
    """A season in the year that is meant; a winter has the year of its December."""
    month = SEASON_MONTHS[season]
    starts = [dt.date(y, month, 1) for y in range(base.year - 2, base.year + 3)]
    ends = [_season_end(start) for start in starts]
    pairs = list(zip(starts, ends, strict=True))
    side = _side(expression)
    if expression.direction == -1:
        pairs = [p for p in pairs if p[1] < base] or pairs
    elif expression.direction == 1:
        pairs = [p for p in pairs if p[0] > base] or pairs
    elif side is not None and expression.direction is None:
        pairs = [p for p in pairs if (p[0] <= base if side < 0 else p[1] >= base)] or pairs
    chosen = min(pairs, key=lambda p: _gap(p, base))
    return f"{chosen[0].year}-{season}", f"that season nearest to the page's, {_why(expression)}"


def _season_end(start: dt.date) -> dt.date:
    last = moved(start, "month", 2) or start
    return month_end(last.year, last.month)


def _gap(pair: tuple[dt.date, dt.date], base: dt.date) -> int:
    return max(0, (pair[0] - base).days, (base - pair[1]).days)


def month_of_day(expression: Expression, base: dt.date, day: int) -> Choice | None:
    """A bare day of the month in the month that is meant."""
    months = [moved(base.replace(day=1), "month", step) for step in (-1, 0, 1)]
    days = [d for m in months if m and (d := on(m.year, m.month, day))]
    if expression.weekday:
        days = [d for d in days if d.isoweekday() == expression.weekday] or days
    if not days:
        return None
    chosen = _nearest(days, base, _side(expression))
    return chosen.isoformat(), f"that day of the month nearest to the page's, {_why(expression)}"


def feast(expression: Expression, base: dt.date, offset: int, year: int | None) -> Choice:
    """A feast that moves with Easter, in the year named or else the one that is meant."""
    years = [year] if year else [y for y in range(base.year - 1, base.year + 2) if 1 < y < 9999]
    days = [easter(y) + dt.timedelta(offset) for y in years]
    chosen = _nearest(days, base, _side(expression))
    return chosen.isoformat(), f"{offset} days after Easter Sunday of {chosen.year}"
