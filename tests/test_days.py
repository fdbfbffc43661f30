"""Partial dates are intervals of days."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.days import Interval, month_end

D = dt.date.fromisoformat
DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1))
INTERVALS = st.builds(Interval, st.none() | DAYS, st.none() | DAYS)


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("1988", "1988-01-01", "1988-12-31"),
        ("1988-02", "1988-02-01", "1988-02-29"),
        ("1988-05-29", "1988-05-29", "1988-05-29"),
        ("1988-05-29T16:00", "1988-05-29", "1988-05-29"),
    ],
)
def test_a_partial_date_names_its_days(value: str, first: str, last: str) -> None:
    assert Interval.of(value) == Interval(D(first), D(last))


@pytest.mark.parametrize("value", [None, "", "soon", "1988-13", "1988-02-30", "0000", "XXXX-05"])
def test_what_is_no_date_is_open(value: str | None) -> None:
    assert Interval.of(value) == Interval()


@given(INTERVALS, INTERVALS, DAYS)
def test_the_meeting_of_two_intervals_holds_the_days_of_both(
    one: Interval, two: Interval, day: dt.date
) -> None:
    assert (day in (one & two)) == (day in one and day in two)


@given(INTERVALS, INTERVALS)
def test_meeting_is_mutual(one: Interval, two: Interval) -> None:
    assert one.meets(two) == two.meets(one)


def test_days_are_counted_with_both_ends() -> None:
    assert Interval(D("1986-10-11"), D("1986-10-12")).days == 2
    assert Interval(D("1986-10-12"), D("1986-10-11")).days == 0
    assert Interval(None, D("1986-10-12")).days is None


def test_widening_keeps_open_ends_open() -> None:
    assert Interval(D("1986-10-11"), None).widened(1) == Interval(D("1986-10-10"), None)


def test_the_last_month_there_is_has_an_end() -> None:
    assert month_end(9999, 12) == dt.date(9999, 12, 31)
