"""Claims are weighed on the calendar: the days that most evidence allows win."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from detente.days import Interval
from detente.finding.published.claims import (
    FIRST,
    LAST,
    Claim,
    after,
    around,
    before,
    best_days,
    holds,
    union,
    yearly,
)
from detente.records import DateEvidence

D = dt.date.fromisoformat
DAYS = st.dates(D("2016-12-01"), D("2017-02-01"))
SPANS = st.builds(lambda a, b: Interval(min(a, b), max(a, b)), DAYS, DAYS)


def claim(*spans: Interval, weight: int = 1) -> Claim:
    shown = DateEvidence(start=None, end=None, text="", because="", supports="")
    return Claim(union(spans), weight, shown)


CLAIMS = st.lists(
    st.builds(lambda s, w: claim(*s, weight=w), st.lists(SPANS, max_size=3), st.integers(1, 9)),
    min_size=1,
    max_size=5,
)


@given(CLAIMS)
def test_no_day_satisfies_more_than_the_best(claims: list[Claim]) -> None:
    days, top = best_days(claims)

    def height(day: dt.date) -> int:
        return sum(c.weight for c in claims if any(day in span for span in c.spans))

    every = [D("2016-11-30") + dt.timedelta(n) for n in range(66)]
    assert max(map(height, every)) <= top
    assert all((height(day) == top) == any(day in span for span in days) for day in every)


@given(CLAIMS)
def test_what_holds_on_the_best_days_adds_up_to_their_weight(claims: list[Claim]) -> None:
    days, top = best_days(claims)
    assert sum(c.weight for c in claims if holds(c, days)) <= top


def test_a_lone_claim_gives_way_to_two() -> None:
    early, late = Interval(D("2017-01-01"), D("2017-01-05")), after(D("2017-01-20"))
    days, top = best_days([claim(early), claim(*late), claim(*late)])
    assert days == (Interval(D("2017-01-20"), LAST),)
    assert top == 2


def test_open_sides_reach_the_horizon() -> None:
    assert before(D("2017-01-01")) == (Interval(FIRST, D("2017-01-01")),)
    assert after(None) == (Interval(FIRST, LAST),)


def test_spans_that_touch_become_one() -> None:
    one, two = (
        Interval(D("2017-01-01"), D("2017-01-05")),
        Interval(D("2017-01-06"), D("2017-01-09")),
    )
    assert union([two, one]) == (Interval(D("2017-01-01"), D("2017-01-09")),)


def test_a_day_without_its_year_comes_every_year_that_has_it() -> None:
    leap = list(yearly(2, 29))
    assert all(d.earliest is not None and d.earliest.year % 4 == 0 for d in leap)
    assert around(yearly(12, 25), 0, 10)[-1].latest == D("2060-12-31")
