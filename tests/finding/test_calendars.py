"""The days that values name, and the day of Easter."""

from __future__ import annotations

import pytest

from detente.finding.times.calendars import days_of, easter


@pytest.mark.parametrize(
    ("value", "mod", "days"),
    [
        ("2019-W01", None, ("2018-12-31", "2019-01-06")),
        ("2019-W49-WE", None, ("2019-12-07", "2019-12-08")),
        ("2019-WI", None, ("2019-12-01", "2020-02-29")),
        ("2019-Q2", None, ("2019-04-01", "2019-06-30")),
        ("2019-H2", None, ("2019-07-01", "2019-12-31")),
        ("196X", None, ("1960-01-01", "1969-12-31")),
        ("18XX", None, ("1800-01-01", "1899-12-31")),
        ("2018-11", "END", ("2018-11-21", "2018-11-30")),
        ("2018-11", "START", ("2018-11-01", "2018-11-10")),
        ("2019-12-10TEV", None, ("2019-12-10", "2019-12-10")),
        ("2017-07-07/2017-07-08", None, ("2017-07-07", "2017-07-08")),
        ("P3D", None, (None, None)),
        ("XXXX-WXX-2", None, (None, None)),
        ("2019-W60", None, (None, None)),
    ],
)
def test_values_name_days(value: str, mod: str | None, days: tuple[str | None, str | None]) -> None:
    found = days_of(value, mod)
    assert (
        found.earliest.isoformat() if found.earliest else None,
        found.latest.isoformat() if found.latest else None,
    ) == days


@pytest.mark.parametrize(
    ("year", "day"),
    [(1818, "03-22"), (1954, "04-18"), (2000, "04-23"), (2019, "04-21"), (2038, "04-25")],
)
def test_easter(year: int, day: str) -> None:
    assert easter(year).isoformat() == f"{year}-{day}"
