"""The day whose news a page tells."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from detente.days import Interval, iso
from detente.finding.events.lexicon import Lexicon
from detente.finding.events.timing import on
from detente.finding.ground import Ground
from detente.records import Published, Time, When
from detente.text import fold

NEWS_DAYS = 4
"""A page tells what happened at most so many days before it came out."""

BEFORE = 24
"""Characters before a time in which the word stands that bounds it."""


def tells_news(ground: Ground, time: Time, words: Lexicon) -> bool:
    """Whether a time may say when the news was: not since when something is so ("depuis samedi"),
    nor how long before a later time something was ("deux jours plus tôt")."""
    before = fold(ground.words(max(0, time.start - BEFORE), time.start)).split()
    said = fold(time.text).split()
    since = any(tuple(before[-len(phrase) :]) == phrase for phrase in words.statuses.since)
    return not since and not any(tuple(said[-len(p) :]) == p for p in words.dating.earlier)


def news_day(ground: Ground, times: Sequence[Time], published: Published) -> When:
    """The day whose news the page tells: of the last days to its publication the one that
    the first paragraph names, else the latest that is named, else the day of publication."""
    out = Interval.of(published.best)
    if out.is_open or out.earliest != out.latest or out.earliest is None:
        return When(value=published.best, earliest=published.earliest, latest=published.latest)
    since = out.earliest - dt.timedelta(NEWS_DAYS)
    body = [p for p in ground.passages if p.label in ("body", "live_update")]
    lead_from, lead_to = (body[0].start, body[0].end) if body else (0, 0)
    latest: dt.date | None = None
    for time in sorted(times, key=lambda t: t.start):
        day = Interval.of((time.value or "")[:10])
        if time.start < lead_from or day.earliest is None or day.earliest != day.latest:
            continue
        fits = since <= day.earliest <= out.earliest
        if time.start < lead_to:
            if fits:
                return on(day.earliest)
            break
        if not fits:
            continue
        if latest is None or day.earliest > latest:
            latest = day.earliest
    if latest is not None:
        return on(latest)
    return When(value=published.best, earliest=iso(out.earliest), latest=iso(out.latest))
