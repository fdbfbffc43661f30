"""What is on the programme of a journey or a meeting: it has the day of that."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from detente.finding.events.cast import Cast
from detente.finding.events.codes import code
from detente.finding.events.drafts import Draft
from detente.finding.events.happenings import Happening, interval
from detente.finding.events.stretches import is_date
from detente.records import Participant, When

LISTED = frozenset({"meeting", "talks", "press_conference"})
"""Kinds that a programme lists."""

ASIDE = frozenset({"acl:relcl", "acl", "ccomp"})
"""Clauses whose time is of something else."""

VISIT = "visit"

AHEAD = ("planned", "ongoing")
"""What has a programme: not what is over, after which people decide to meet again."""

GOING_ON = "ongoing"

LONGEST = 14
"""Days of the longest journey that has a programme."""


Trip = tuple[Happening, When]
"""A journey or a meeting, with its days."""


def ahead(happenings: Iterable[Happening], today: When) -> tuple[Trip, ...]:
    """The encounters of which the page tells the days, the day of the news among them or later; not
    those of which only the arrival is told."""
    news = interval(today).earliest
    found: list[Trip] = []
    for happening in happenings:
        if news is None or code(happening.kind).group != "encounter":
            continue
        told = happening.evidence()
        status = told.status if told is not None else GOING_ON
        if status not in AHEAD and not (status == "held" and _goes_on(happening, news)):
            continue
        for when in (happening.when, *(d.when for d in happening.drafts)):
            days = interval(when or When())
            if when is not None and days.latest and days.latest >= news:
                arrived = days.days == 1 and status == GOING_ON
                if (days.days or LONGEST) < LONGEST and not arrived:
                    found.append((happening, when))
                break
    return tuple(found)


def _goes_on(happening: Happening, news: dt.date) -> bool:
    """Whether the days of a journey that somebody has set out on go on past the news."""
    latest = interval(happening.when or When()).latest
    return happening.kind == VISIT and latest is not None and latest > news


def on_programme(
    draft: Draft, people: Sequence[Participant], trips: Sequence[Trip], cast: Cast
) -> When | None:
    """The days of the one journey or meeting on which somebody who takes part in what is planned
    sees those who are there: "arrive lundi à X; il doit aussi rencontrer Y". What bears a time of
    its own is not on it."""
    if draft.kind not in LISTED or _bears_a_time(draft):
        return None
    who = {p.actor for p in people if cast.actors[p.actor].kind == "person"}
    sides = {p.state or p.actor for p in people}
    others = [(h, when) for h, when in trips if draft not in h.drafts]
    found = [(h, when) for h, when in others if _sees(h, who, sides)]
    found += [(h, when) for h, when in others if h.kind == VISIT and _travels(h, who, people)]
    found = [(h, when) for h, when in found if h.kind == VISIT] or found
    days = {(when.earliest, when.latest): when for _, when in found}
    return next(iter(days.values())) if len(days) == 1 else None


def _sees(trip: Happening, who: set[str], sides: set[str]) -> bool:
    """Whether those whom a mention names are all there, one of them in person."""
    there = trip.participants()
    known = {p.state or p.actor for p in there}
    return bool(who & {p.actor for p in there}) and sides <= known


def _travels(visit: Happening, who: set[str], people: Sequence[Participant]) -> bool:
    """Whether one of those whom a mention names is on a visit, and the others are known to be of
    no other state than those there."""
    there = visit.participants()
    states = {p.state for p in there} | {None}
    return bool(who & {p.actor for p in there}) and all(p.state in states for p in people)


def _bears_a_time(draft: Draft) -> bool:
    """Whether its clause tells some time that is not only the length of something."""
    scene = draft.scene
    for i, time in scene.timed.items():
        told = is_date(time) or (time.value or "").endswith("_REF")
        path = (scene.parse.tokens[i], *scene.parse.ancestors(i))
        if told and not any(t.dep in ASIDE for t in path):
            return True
    return False
