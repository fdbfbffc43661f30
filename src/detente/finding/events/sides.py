"""On which side of the news a time lies: what is over was not to come, nor the other way round."""

from __future__ import annotations

import datetime as dt
import re

from detente.days import Interval, iso
from detente.finding.events.codes import code
from detente.finding.events.evidence import (
    ANNOUNCED,
    DEFAULT,
    DUE,
    IN_FORCE,
    PRESENT,
    SEEN_AHEAD,
    TAKEN_FOR_DONE,
    TO_COME,
    Evidence,
)
from detente.finding.events.stretches import BY_THEN
from detente.finding.events.timing import WEEK, Out, on, when_of
from detente.finding.events.trigger import Trigger
from detente.records import Time, When

_MONTH = re.compile(r"\d{4}-\d\d$")


def own_time(
    time: Time | None,
    kind: str,
    evidence: Evidence,
    out: Out,
    *,
    since: bool = False,
    lent: bool = False,
) -> When | None:
    """The time of a trigger, unless it cannot be its: what is over is not dated after the page,
    what is said is said by then, and what is in force has only a day ``since`` which it is. What
    another word has ``lent`` it stays as that word has it."""
    news, latest = out
    if time is None or (evidence.because == IN_FORCE and not since):
        return None
    if time.mod == BY_THEN and evidence.status in ("held", "ongoing"):
        return None
    when = when_of(time)
    if when.value is None:
        return None
    sure = evidence.strength > DEFAULT
    done = sure or evidence.because == TAKEN_FOR_DONE
    over = code(kind).group == "verbal" or (evidence.status == "held" and done)
    if over and when.earliest and latest and when.earliest > latest:
        return _other_week(time, latest, -WEEK)
    ahead = evidence.because == SEEN_AHEAD or (evidence.status in TO_COME and sure)
    ahead = ahead and evidence.because != DUE
    if ahead and when.latest and news and when.latest < news:
        wished = _next_year(time) if evidence.status != "planned" and not lent else None
        return _other_week(time, news, WEEK) or wished or when
    return when


def foretold(evidence: Evidence, trigger: Trigger, when: When | None, out: Out) -> Evidence:
    """The evidence for an encounter that the present tells of the day of the news or a later one:
    the press announces so what that day is to bring ("reçoit jeudi"), and tells in the past what it
    brought; of what lasts, its beginning. Other mentions that tell more outweigh it."""
    news, lasting = out[0], trigger.lasting or code(trigger.kind).durable
    encounter = code(trigger.kind).group == "encounter" and (evidence.begun or not lasting)
    if when is None or not news or evidence.because != PRESENT or not encounter:
        return evidence
    day = when.earliest if when.earliest == when.latest else None
    ahead = day is not None and day[:10] >= news[:10]
    return Evidence("planned", DEFAULT, ANNOUNCED) if ahead else evidence


def _other_week(time: Time, news: str, shift: int) -> When | None:
    """The weekday on the other side of the news, where the one was read that cannot be meant: what
    is over was not to come, what is to come is not over."""
    if time.earliest is None or time.earliest != time.latest:
        return None
    day = dt.date.fromisoformat(time.earliest)
    away = (dt.date.fromisoformat(news) - day).days * (1 if shift > 0 else -1)
    if any(c.isdigit() for c in time.text) or not 0 < away <= WEEK:
        return None
    return on(day + dt.timedelta(shift))


def _next_year(time: Time) -> When | None:
    """The month of the year after, where one was read that is over: what is hoped for is not."""
    if not _MONTH.match(time.value or "") or any(c.isdigit() for c in time.text):
        return None
    year, _, month = (time.value or "").partition("-")
    value = f"{int(year) + 1:04}-{month}"
    days = Interval.of(value)
    return When(value=value, earliest=iso(days.earliest), latest=iso(days.latest))
