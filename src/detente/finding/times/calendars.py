"""The calendar behind TIMEX3 values: filling open digits, moving by units, and the days named."""

from __future__ import annotations

import calendar
import datetime as dt
import re

from detente.days import Interval, month_end

SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_WEEK = re.compile(r"(\d{4})-W(\d{2})(?:-(WE|[1-7]))?")
_SEASON = re.compile(r"(\d{4})-(SP|SU|FA|WI)")
_PARTS = re.compile(r"(\d{4})-([QH])(\d)")
_OPEN_YEARS = re.compile(r"(\d+)(X+)$")
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
_DAYS = {"day": 1, "night": 1, "week": 7, "weekend": 7}


def moved(day: dt.date, unit: str, steps: int) -> dt.date | None:
    """The day some units later (earlier if negative); ``None`` beyond the calendar. Units
    shorter than a day leave the day as it is."""
    try:
        if unit in _DAYS:
            return day + dt.timedelta(days=_DAYS[unit] * steps)
        months = _MONTHS.get(unit, 12_000 if unit == "millennium" else 0) * steps
        year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
        if not 1 <= year <= 9999:
            return None
        return day.replace(
            year=year, month=month + 1, day=min(day.day, calendar.monthrange(year, month + 1)[1])
        )
    except (ValueError, OverflowError):
        return None


def filled(template: str, day: dt.date) -> str:
    """A template with all its digits open (``XXXX-WXX``, ``XXXX-XX-XXTEV``) for a day."""
    date, mark, clock = template.partition("T")
    year, week, _ = day.isocalendar()
    value = {
        "XXXX-XX-XX": day.isoformat(),
        "XXXX-WXX": f"{year:04}-W{week:02}",
        "XXXX-WXX-WE": f"{year:04}-W{week:02}-WE",
        "XXXX-XX": f"{day:%Y-%m}",
        "XXXX-QX": f"{day.year:04}-Q{(day.month + 2) // 3}",
        "XXXX-HX": f"{day.year:04}-H{1 if day.month <= 6 else 2}",
        "XXXX": f"{day.year:04}",
        "XXX": f"{day.year // 10:03}X",
        "XX": f"{day.year // 100:02}XX",
        "X": f"{day.year // 1000}XXX",
    }.get(date, date)
    return value if clock.startswith("XX") else value + mark + clock


def days_of(value: str | None, mod: str | None = None) -> Interval:
    """The days that a TIMEX3 value names; open on both sides for a duration, a set, a reference
    or a value with open digits. ``mod`` START, MID or END narrows it to about a third."""
    if not value:
        return Interval()
    first, slash, last = value.partition("/")
    if slash:
        return Interval(days_of(first).earliest, days_of(last).latest)
    return _third(_days_of(value), mod)


def _days_of(value: str) -> Interval:
    if match := _WEEK.match(value):
        return _week(int(match[1]), int(match[2]), match[3])
    if match := _SEASON.match(value):
        year, month = int(match[1]), SEASON_MONTHS[match[2]]
        after = moved(dt.date(year, month, 1), "quarter", 1)
        return Interval(dt.date(year, month, 1), after - dt.timedelta(1) if after else None)
    if match := _PARTS.match(value):
        year, size = int(match[1]), 3 if match[2] == "Q" else 6
        last = min(12, size * int(match[3]))
        return Interval(dt.date(year, last - size + 1, 1), month_end(year, last))
    if match := _OPEN_YEARS.fullmatch(value):
        low = int(match[1]) * 10 ** len(match[2])
        high = low + 10 ** len(match[2]) - 1
        if low >= 1 and high <= 9999:
            return Interval(dt.date(low, 1, 1), dt.date(high, 12, 31))
        return Interval()
    return Interval() if "X" in value.partition("T")[0] else Interval.of(value)


def _week(year: int, week: int, part: str | None) -> Interval:
    try:
        monday = dt.date.fromisocalendar(year, week, 1)
    except ValueError:
        return Interval()
    if part is None:
        return Interval(monday, monday + dt.timedelta(6))
    if part == "WE":
        return Interval(monday + dt.timedelta(5), monday + dt.timedelta(6))
    return Interval.day(monday + dt.timedelta(int(part) - 1))


def _third(interval: Interval, mod: str | None) -> Interval:
    if mod not in {"START", "MID", "END"} or interval.earliest is None or interval.latest is None:
        return interval
    third = dt.timedelta((interval.latest - interval.earliest).days // 3)
    if mod == "START":
        return Interval(interval.earliest, interval.earliest + third)
    if mod == "END":
        return Interval(interval.latest - third, interval.latest)
    return Interval(interval.earliest + third, interval.latest - third)


def easter(year: int) -> dt.date:
    """Easter Sunday of a Gregorian year, by the Meeus/Jones/Butcher rule (Jean Meeus,
    Astronomical Algorithms, chapter 8)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    leap = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * leap) // 451
    month, day = divmod(h + leap - 7 * m + 114, 31)
    return dt.date(year, month, day + 1)


def on(year: int, month: int, day: int) -> dt.date | None:
    """That day, ``None`` if the calendar has none (29 February)."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
