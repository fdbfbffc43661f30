"""The day whose news a page tells."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from detente.days import Interval, iso
from detente.finding.events.lexicon import Lexicon
from detente.finding.events.stretches import is_date
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
    if words.statuses.since.close(_before(ground, time)):
        return False
    said = fold(time.text).split()
    return not any(tuple(said[-len(p) :]) == p for p in words.dating.earlier)


def _before(ground: Ground, time: Time) -> tuple[str, ...]:
    """The folded words before a time."""
    return tuple(fold(ground.words(max(0, time.start - BEFORE), time.start)).split())


def story(ground: Ground, times: Sequence[Time], words: Lexicon) -> tuple[Time, ...]:
    """The times at which a page tells that something was: days and months that do not only bound
    it ("depuis mai", "avant lundi"), in order."""
    found = []
    for time in sorted(times, key=lambda t: t.start):
        if time.value is None or not is_date(time):
            continue
        plain = tuple([words.contractions.get(w, w) for w in _before(ground, time)])
        if not words.since_or_until.close(plain):
            found.append(time)
    return tuple(found)


def news_day(ground: Ground, times: Sequence[Time], published: Published) -> When:
    """The day whose news the page tells: of the last days to its publication the latest named in
    the first sentence of the lead that names a day, unless that begins with another, else the
    latest that is named, else the day of publication."""
    out = Interval.of(published.best)
    if out.is_open or out.earliest != out.latest or out.earliest is None:
        return When(value=published.best, earliest=published.earliest, latest=published.latest)
    since = out.earliest - dt.timedelta(NEWS_DAYS)
    body = [p for p in ground.passages if p.label in ("body", "live_update")]
    lead_from, lead_to = (body[0].start, body[0].end) if body else (0, 0)
    latest: dt.date | None = None
    led = False
    for time in sorted(times, key=lambda t: t.start):
        day = Interval.of((time.value or "")[:10])
        if time.start < lead_from or day.earliest is None or day.earliest != day.latest:
            continue
        fits = since <= day.earliest <= out.earliest
        in_lead = time.start < lead_to
        if (led and not in_lead) or (in_lead and not fits and not led):
            break
        if in_lead and not led:
            lead_to = next((s.end for s in ground.sentences if s.end > time.start), lead_to)
        led = led or in_lead
        if fits and (latest is None or day.earliest > latest):
            latest = day.earliest
    if latest is not None:
        return on(latest)
    return When(value=published.best, earliest=iso(out.earliest), latest=iso(out.latest))
