"""Times that name days: one expression, or two that a stretch lies between."""

from __future__ import annotations

import datetime as dt

from msgspec.structs import replace

from detente.finding.events.lexicon import Lexicon
from detente.finding.events.scene import Scene
from detente.records import Time

WEEK = 7


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
    if end is None or not is_date(end) or (time.earliest or "") >= (end.latest or ""):
        return time
    latest = _within_a_week(time, end)
    return replace(time, value=f"{time.earliest}/{latest}", latest=latest)


def _within_a_week(first: Time, last: Time) -> str | None:
    """The last day of a stretch between two weekdays, which is never longer than a week."""
    if first.earliest is None or last.latest is None or any(c.isdigit() for c in last.text):
        return last.latest
    begins, ends = dt.date.fromisoformat(first.earliest), dt.date.fromisoformat(last.latest)
    named = last.earliest == last.latest and 0 <= (ends - begins).days - WEEK < WEEK
    return (ends - dt.timedelta(WEEK)).isoformat() if named else last.latest
