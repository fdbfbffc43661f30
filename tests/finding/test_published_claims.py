"""Claims are weighed on the calendar: the days that most evidence allows win."""

import datetime as dt

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from detente.days import Interval
from detente.finding.published import calendar
from detente.finding.published.calendar import SCALE, Habit, Step
from detente.finding.published.claims import Claim, on
from detente.finding.published.infer import mass, shortest
from detente.records import DateEvidence

D = dt.date.fromisoformat
SHOWN = DateEvidence(start=None, end=None, text="", because="", supports="")
HABIT = Habit(Step(-1, -5), Step(0, 9), Step(10, 4), Step(1 << 30, 0))
DAYS = st.dates(D("1901-01-01"), D("2059-12-31"))


def claim(first: str, last: str, weight: float = 10) -> Claim:
    return on([Interval(D(first), D(last))], weight, SHOWN)


@given(DAYS)
def test_a_day_has_its_number(day: dt.date) -> None:
    assert calendar.day(calendar.number(day)) == day


def test_spans_weigh_their_days_and_no_others() -> None:
    found = claim("2017-01-05", "2017-01-07")
    assert [found.holds(D(f"2017-01-{n:02}")) for n in range(4, 9)] == [0, 1, 1, 1, 0]


def test_an_open_span_reaches_the_horizon() -> None:
    found = on([Interval(D("2017-01-05"), None)], 10, SHOWN)
    assert found.holds(calendar.LAST)
    assert not found.holds(calendar.FIRST)


@given(DAYS)
def test_a_habit_counts_from_its_day(day: dt.date) -> None:
    weights = calendar.since(day, HABIT)
    at = calendar.number(day)
    assert weights[at] == 9 * SCALE
    assert weights[at - 1] == -5 * SCALE
    assert weights[min(at + 3, calendar.SIZE - 1)] in (4 * SCALE, 9 * SCALE)


def test_a_habit_of_a_span_counts_from_its_ends() -> None:
    weights = calendar.around(Interval(D("2017-01-05"), D("2017-01-20")), HABIT)
    told = {day: weights[calendar.number(D(f"2017-01-{day:02}"))] // SCALE for day in (4, 12, 25)}
    assert told == {4: -5, 12: 9, 25: 4}


@given(st.integers(1, 12), st.integers(1, 28), st.integers(1901, 2059))
def test_a_yearly_day_comes_every_year(month: int, mday: int, year: int) -> None:
    weights = calendar.every_year(month, mday, HABIT, 120)
    assert weights[calendar.number(dt.date(year, month, mday))] == 9 * SCALE


def test_a_leap_day_comes_in_leap_years() -> None:
    weights = calendar.every_year(2, 29, HABIT, 120)
    assert int((weights.by_day() == 9 * SCALE).sum()) == sum(
        1 for y in range(1900, 2061) if _is_leap(y)
    )


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


@given(
    st.lists(st.integers(0, 9), min_size=1, max_size=60).filter(any),
    st.sampled_from([0.5, 0.9, 0.97]),
)
def test_the_shortest_run_holds_its_part(few: list[int], part: float) -> None:
    shares = np.zeros(calendar.SIZE, dtype=np.int64)
    shares[1000 : 1000 + len(few)] = few
    first, last = (calendar.number(day) for day in shortest(shares, part))
    wanted = max(1, int(shares.sum() * part))
    assert shares[first : last + 1].sum() >= wanted
    assert shares[first:last].sum() < wanted
    assert shares[first + 1 : last + 1].sum() < wanted


def test_ten_decibans_are_ten_times_as_likely() -> None:
    shares = mass(claim("2017-01-05", "2017-01-05", 10).weights.by_day())
    at = calendar.number(D("2017-01-05"))
    assert shares[at] == 10 * shares[at - 1]
