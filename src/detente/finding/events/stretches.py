"""Times that name days: one expression, or two that a stretch lies between."""

from __future__ import annotations

import datetime as dt
import re

from msgspec.structs import replace

from detente.days import Interval, iso
from detente.finding.events.lexicon import Lexicon
from detente.finding.events.scene import Scene
from detente.records import Time, When
from detente.text import fold

WEEK = 7

SPAN = re.compile(r"P(\d+)([DWMY])$")
"""A length of time of a known number of units."""

SOME = re.compile(r"PX([DWM])$")
"""A length of time of some units, nobody says how many."""

LATELY = {"D": 7, "W": 28, "M": 92}
"""Days that "these last days, weeks, months" go back, about."""

BY_THEN = "ON_OR_BEFORE"
"""What marks the days that are left for something to happen."""

ABOUT = "APPROX"
"""What marks days that nobody has counted."""


def is_date(time: Time) -> bool:
    """Whether a time names days, not a length or a habit, nor only bounds them ("d'ici à", "dans
    moins de deux semaines")."""
    bounds = (time.value or "").endswith("_REF") or time.mod in ("LESS_THAN", "MORE_THAN")
    return time.type in ("DATE", "TIME") and time.earliest is not None and not bounds


def ranged(scene: Scene, time: Time, lexicon: Lexicon) -> Time:
    """The days from a time to the next, where words say so: "entre lundi et mardi"."""
    tokens, inside = scene.parse.tokens, scene.parse.at(time.start, time.end)
    first, last = inside[0].i, inside[-1].i
    before = scene.before(first, 1)
    words = lexicon.dating.range
    link = words.get(lexicon.contractions.get(before[0], before[0])) if before else None
    after = tokens[last + 1].word if last + 2 < len(tokens) else None
    if link is None or after is None or lexicon.contractions.get(after, after) != link:
        return time
    end = scene.timed.get(last + 2)
    if end is None or not is_date(end):
        return time
    latest = _within_a_week(time, end)
    if latest is None or (time.earliest or "") >= latest:
        return time
    return replace(time, end=end.end, value=f"{time.earliest}/{latest}", latest=latest)


def _within_a_week(first: Time, last: Time) -> str | None:
    """The last day of a stretch between two weekdays, which follows the first within a week."""
    named = last.earliest == last.latest and not any(c.isdigit() for c in last.text)
    if first.earliest is None or last.latest is None or not named:
        return last.latest
    begins, ends = dt.date.fromisoformat(first.earliest), dt.date.fromisoformat(last.latest)
    near = abs((ends - begins).days) < 2 * WEEK
    return (begins + (ends - begins) % dt.timedelta(WEEK)).isoformat() if near else last.latest


def bounded(scene: Scene, time: Time, lexicon: Lexicon, today: When) -> Time:
    """The days between the news and what bounds them: the time that is left ("d'ici la fin de
    l'année"), the length since ("depuis deux mois"); other times as they stand, and a whole month
    or year ("d'ici 2021") is its own."""
    if not today.earliest or today.earliest != today.latest:
        return time
    news, first = today.earliest, scene.parse.at(time.start, time.end)[0].i
    span = SPAN.match(time.value or "") if time.type == "DURATION" else None
    way = 0
    lately = _lately(scene, time, first, news, lexicon)
    if lately is not None:
        return lately
    whole = span is None and time.mod is None and time.earliest != time.latest
    if scene.follows(first, lexicon.dating.by_then, 0) and not whole:
        way = 1
    elif span is not None and scene.follows(first, lexicon.statuses.since, 0):
        way = -1
    away = time.latest if span is None else _away(news, way * int(span[1]), span[2])
    if not way or away is None or away == news or (away < news) is (way > 0):
        return time
    begins, ends = min(news, away), max(news, away)
    mod = BY_THEN if way > 0 else None
    value = f"{begins}/{ends}"
    return replace(time, type="DATE", value=value, mod=mod, earliest=begins, latest=ends)


def _lately(scene: Scene, time: Time, first: int, news: str, lexicon: Lexicon) -> Time | None:
    """The days before the news that "ces dernières semaines" and "il y a quelques jours" mean."""
    some = SOME.match(time.value or "") if time.type == "DURATION" else None
    if some is None:
        return None
    ago = scene.follows(first, lexicon.dating.ago, 0)
    if not ago and not lexicon.dating.lately & set(fold(time.text).split()):
        return None
    today = dt.date.fromisoformat(news)
    begins = (today - dt.timedelta(LATELY[some[1]])).isoformat()
    ends = (today - dt.timedelta(1)).isoformat() if ago else news
    return replace(
        time, type="DATE", value=f"{begins}/{ends}", mod=ABOUT, earliest=begins, latest=ends
    )


def _away(news: str, count: int, unit: str) -> str | None:
    """The day that is so many units from another, the first or last of its month or year."""
    there = shifted(dt.date.fromisoformat(news), count, unit)
    return there.earliest if count < 0 else there.latest


def shifted(base: dt.date, count: int, unit: str) -> When:
    """So many days, weeks, months or years from a day, as precise as it is counted."""
    if unit in "DW":
        day = (base + dt.timedelta(count * (WEEK if unit == "W" else 1))).isoformat()
        return When(value=day, earliest=day, latest=day)
    months = base.year * 12 + base.month - 1 + count * (12 if unit == "Y" else 1)
    value = f"{months // 12:04}" + (f"-{months % 12 + 1:02}" if unit == "M" else "")
    days = Interval.of(value)
    return When(value=value, earliest=iso(days.earliest), latest=iso(days.latest))
