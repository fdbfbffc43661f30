"""The weekdays that a page has told of: "la réunion de mardi" is that Tuesday."""

from __future__ import annotations

import datetime as dt

from detente.finding.ground import Expression
from detente.finding.times import choosing
from detente.finding.times.choosing import Choice

WEEK = 7
"""Days from the page's within which a weekday is called by its name alone."""

WHY = "the day of that name of which the page has told"


class Weekdays:
    """Chooses the days of bare weekdays, and remembers them in order of the page."""

    def __init__(self) -> None:
        self._told: dict[int, Choice] = {}

    def choose(self, expression: Expression, base: dt.date, number: int, *, notice: bool) -> Choice:
        """The day of a bare weekday near the page's; that of a noun ("la réunion de mardi") is the
        one of which the page has told before."""
        free = expression.direction is None
        known = self._told.get(number)
        if expression.attributive and free and known is not None:
            return known
        choice = choosing.weekday(expression, base, number, notice=notice)
        if free and not expression.quoted:
            self._told[number] = choice[0], WHY
        return choice

    def tell(self, expression: Expression, day: dt.date, base: dt.date | None) -> None:
        """Remember a date that names its weekday ("mardi 18 décembre")."""
        near = base is not None and abs((day - base).days) <= WEEK
        if expression.weekday and expression.direction is None and near:
            self._told[expression.weekday] = day.isoformat(), WHY
