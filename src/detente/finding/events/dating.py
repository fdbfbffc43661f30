"""The time that a mention itself tells, counted, remembered, or brought to the day on record."""

from __future__ import annotations

import datetime as dt

from msgspec.structs import replace

from detente.days import Interval
from detente.finding.events.cast import Cast
from detente.finding.events.codes import code
from detente.finding.events.drafts import Draft
from detente.finding.events.happenings import WISHED, interval
from detente.finding.events.lexicon import Lexicon
from detente.finding.events.participants import parties
from detente.finding.events.recall import LONG_AGO, days_of, is_real, looks_back
from detente.finding.events.reckoning import counted_back, next_to, reckoned, stay
from detente.finding.events.story import taken_up
from detente.finding.events.telling import Page
from detente.finding.events.timing import WEEK, when_of
from detente.knowledge.landmarks import Landmark
from detente.records import Participant, ParticipantRole, When

KNOWN_BETWEEN = frozenset({"agreement", "ceasefire"})
"""Measures that all who are on record for them take part in alike."""

BY_ONE_SIDE = frozenset({"withdrawal", "military"})
"""Measures whose states on record did them."""

ONCE = frozenset({"withdrawal", "recognition", "ceasefire"})
"""Measures that the same states do not take twice."""

VISIT = "visit"

FAR = 16
"""Tokens after a noun within which the deed stands since which it is the first."""


def dated(draft: Draft, words: Lexicon, page: Page) -> Draft:
    """A mention with its time: the one beside it, else counted from the news, else that of the
    deed on record that its words call to mind; who took part in that is on record, too."""
    scene, trigger = draft.scene, draft.trigger
    beside = next_to(scene, trigger, words, draft.when)
    if beside is not None:
        return _anchored(replace(draft, reckoned=True), beside, page)
    told = _told(draft, words, page)
    if told is None:
        then = taken_up(scene, trigger, draft.evidence, words, page.story)
        told = None if then is None else when_of(then)
    if told is not None:
        return _anchored(draft, told, page)
    counted = reckoned(scene, trigger, words, page.today)
    if counted is not None:
        return _anchored(replace(draft, reckoned=True), counted, page)
    past = _past(draft, words, page)
    if past is None:
        return draft
    deed = page.memory.of(draft, past, dated=False)
    if deed is None:
        return draft
    return _joined(replace(draft, when=days_of(deed), recalled=True), deed, page.cast)


def _past(draft: Draft, words: Lexicon, page: Page) -> Interval | None:
    """The days on which a deed may lie that a mention without a time calls to mind: all up to the
    page where the mention looks back; of what is not done twice, else those too long ago for its
    words to tell news."""
    latest = Interval.of(page.latest).latest
    back = looks_back(draft)
    once = draft.kind in ONCE and is_real(draft) and not draft.opens
    if not (back or (once and latest is not None)) or _is_the_next(draft, words):
        return None
    if back or latest is None:
        return Interval(None, latest)
    return Interval(None, latest - dt.timedelta(LONG_AGO))


def _is_the_next(draft: Draft, words: Lexicon) -> bool:
    """Whether a noun is told as the first since a deed, which is the one that its words call to
    mind: "la première rencontre depuis le sommet de"."""
    scene, last = draft.scene, draft.trigger.tokens[-1]
    after = scene.parse.tokens[last + 1 : last + 1 + FAR]
    until = next((t.i for t in after if t.pos in ("VERB", "AUX", "PUNCT")), last + 1 + len(after))
    said = scene.plain[scene.begins[last] : scene.begins[min(until, len(scene.parse) - 1)]]
    return any(phrase[0] in said for phrase in words.statuses.since)


def _told(draft: Draft, words: Lexicon, page: Page) -> When | None:
    """The time beside a mention: counted back from the one before it, over the days that a visit
    lasts, or as it stands."""
    back = counted_back(draft.scene, draft.trigger, words)
    if back is not None or draft.kind != VISIT:
        return back or draft.when
    return stay(draft.scene, draft.trigger, words, draft.when, page.today) or draft.when


def _anchored(draft: Draft, when: When, page: Page) -> Draft:
    """With a told time, to the day where the knowledge base knows it; a week that the page tells
    stays one."""
    days = interval(when)
    wished = draft.evidence.status in WISHED and code(draft.kind).group != "encounter"
    if days.is_open or wished or (days.days == 1 and draft.company.participants):
        return replace(draft, when=when)
    deed = page.memory.of(draft, days, dated=True)
    week = days.days == WEEK and not draft.reckoned
    if deed is not None and _may_mean(days, interval(days_of(deed))):
        return _joined(replace(draft, when=when if week else days_of(deed)), deed, page.cast)
    if week:
        return replace(draft, when=when)
    who = parties(draft.company.participants, page.cast)
    day = page.anchors.day(draft.scene, draft.sort, days, who)
    known = day is not None and _may_mean(days, interval(day))
    return replace(draft, when=day if known else when)


def _may_mean(told: Interval, known: Interval) -> bool:
    """Whether days on record may be the ones told: any of a week or more, of a shorter stretch
    ("du 8 au 10 juin") only those that hold all of it."""
    if (told.days or WEEK) >= WEEK or told.is_open or known.is_open:
        return True
    return all(known.meets(Interval.day(d)) for d in (told.earliest, told.latest) if d)


def _joined(draft: Draft, deed: Landmark, cast: Cast) -> Draft:
    """With those who are on record for the deed, where the mention does not name both sides."""
    own = draft.company.participants
    sides = {p.state or p.actor for p in draft.company.parties}
    encounter = code(draft.kind).group == "encounter"
    both = encounter or draft.kind in KNOWN_BETWEEN
    if not (both or draft.kind in BY_ONE_SIDE) or len(sides) > 1 or draft.this:
        return draft
    in_person = encounter and draft.kind != "talks"
    role: ParticipantRole = "participant" if both else "source"
    known = (cast.on_record(state, deed.when, in_person) for state in sorted(deed.by - sides))
    joined = (
        Participant(actor=actor.id, role=role, state=cast.state_of(actor), mention=None)
        for actor in known
        if actor is not None
    )
    company = replace(draft.company, participants=(*own, *joined), told=bool(sides))
    return replace(draft, company=company)
