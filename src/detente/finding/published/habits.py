"""Habits of the press: how far from a page lie the times that it tells.

Counted over dated pages of five kinds and thirty years (agency texts, diplomacy pages, twelve news
sites, French TimeBank), rounded, and made milder where few were counted. Days and years count from
what is told to the page; a negative number is a time still to come.
"""

from __future__ import annotations

from detente.finding.published.calendar import Habit, Step

ENDLESS = 1 << 30

DAY: dict[str | None, Habit] = {
    "past": Habit(
        Step(-6, -6),
        Step(-1, -12),
        Step(10, 9),
        Step(34, 7),
        Step(66, 4),
        Step(121, -1),
        Step(180, -2),
        Step(ENDLESS, -7),
    ),
    "future": Habit(Step(-121, -6), Step(-31, 1), Step(0, 7), Step(ENDLESS, -4)),
    None: Habit(Step(-67, -2), Step(66, 2), Step(ENDLESS, -2)),
}
"""A day and month without the year, by tense: mostly told within two months."""
NAMED_DAY: dict[str | None, Habit] = {
    "past": Habit(
        Step(-8, -18),
        Step(-1, -14),
        Step(0, 24),
        Step(1, 17),
        Step(7, 9),
        Step(66, -4),
        Step(ENDLESS, -18),
    ),
    "future": Habit(Step(-31, -12), Step(-8, 2), Step(0, 16), Step(ENDLESS, -10)),
    None: Habit(Step(-31, -7), Step(-8, 2), Step(7, 10), Step(31, 2), Step(ENDLESS, -7)),
}
"""The same with its weekday: mostly told within a week."""
TODAY = Habit(
    Step(-8, 0),
    Step(-2, 14),
    Step(-1, 24),
    Step(0, 42),
    Step(3, 14),
    Step(ENDLESS, 0),
)
"""A day called today: of a few pages it is the day after, or one of the week to come."""
TODAY_BACK = 183
DAY_BACK = {"past": 120, "future": 300, None: 183}
"""How many days ahead such a day may still be to come; else it is of the year before."""

MONTH: dict[str | None, Habit] = {
    "past": Habit(Step(-1, -5), Step(30, -1), Step(90, 5), Step(210, 0), Step(ENDLESS, -5)),
    "future": Habit(Step(-181, -5), Step(-121, 0), Step(-1, 5), Step(30, 1), Step(ENDLESS, -5)),
    None: Habit(Step(-121, -2), Step(90, 2), Step(ENDLESS, -2)),
}
"""A month without the year, from its first day."""
PART: dict[str | None, Habit] = {
    **MONTH,
    "past": Habit(Step(-1, -5), Step(9, 0), Step(75, 5), Step(190, 0), Step(ENDLESS, -5)),
}
"""The middle or the end of one, from its tenth or twentieth day."""
MONTH_BACK = {"past": 30, "future": 335, None: 183}

LATEST = Habit(
    Step(-2, -10),
    Step(-1, -2),
    Step(1, 10),
    Step(2, 8),
    Step(5, 4),
    Step(10, -1),
    Step(30, -4),
    Step(ENDLESS, -7),
)
"""The latest time that a page tells in the past with its year, by years."""
PAST_YEAR = Habit(Step(-1, -8), Step(ENDLESS, 0))
NEXT_YEAR = Habit(
    Step(-11, -6),
    Step(-6, -2),
    Step(-3, 1),
    Step(-1, 5),
    Step(0, 4),
    Step(ENDLESS, -5),
)
"""The first year that it sets in the future."""
FUTURE_YEAR = Habit(Step(0, 0), Step(ENDLESS, -5))

PAST_DAY = Habit(Step(-1, -18), Step(ENDLESS, 0))
UNSAID_YEAR = Habit(Step(0, -3), Step(ENDLESS, 0))
"""A day or month with its year, counted in years: the page's own year mostly goes unsaid."""
NEXT_DAY = Habit(
    Step(-3650, -12),
    Step(-1500, -6),
    Step(-365, 0),
    Step(0, 6),
    Step(60, -12),
    Step(ENDLESS, -18),
)
"""A month or day with its year set in the future."""

AWAITED = Habit(
    Step(-300, -15),
    Step(-120, -5),
    Step(0, 10),
    Step(ENDLESS, -15),
)
"""From a happening of record whose day the page sets in the future."""

ANNIVERSARY = Habit(
    Step(-400, -20),
    Step(-60, -10),
    Step(-15, 0),
    Step(-4, 6),
    Step(-2, 12),
    Step(1, 18),
    Step(7, 11),
    Step(45, 4),
    Step(ENDLESS, -20),
)
"""From an anniversary that is named; the press comes back to some that are past."""
YEARS_AFTER = Habit(
    Step(-400, -20),
    Step(-200, -10),
    Step(-60, 0),
    Step(200, 6),
    Step(300, 0),
    Step(ENDLESS, -20),
)
"""From the day so many years after a thing told with "so many years after"."""
TO_THE_DAY = Habit(
    Step(-400, -30),
    Step(-2, -20),
    Step(1, 20),
    Step(7, 13),
    Step(45, 4),
    Step(ENDLESS, -20),
)
"""The same where they are counted to the day."""

ERA = Habit(
    Step(1944, -12),
    Step(1989, -4),
    Step(2004, -2),
    Step(2026, 0),
    Step(2027, -8),
    Step(2030, -12),
    Step(ENDLESS, -20),
)
"""Which years pages come from before anything is read: mostly those of the web, and none far after
the knowledge was compiled."""

LEAD = Habit(Step(0, 12), Step(1, 10), Step(2, 6), Step(3, 2), Step(ENDLESS, 0))
"""Days from the weekday of the lead to the page."""
