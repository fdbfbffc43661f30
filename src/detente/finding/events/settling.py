"""The status of a mention in its page: its words, its happening and the day of the news."""

from __future__ import annotations

from dataclasses import dataclass

from detente.days import Interval
from detente.finding.events.codes import code
from detente.finding.events.drafts import Draft
from detente.finding.events.evidence import (
    BEGUN,
    CLOSING,
    DEFAULT,
    DUE,
    HELD,
    IN_FORCE,
    KEPT,
    NEWS,
    PAST,
    STAYING,
    TAKEN_FOR_DONE,
    TAKEN_FOR_REAL,
    TENSE,
    WORDS,
    Evidence,
)
from detente.finding.events.happenings import OFF, REAL, WISHED, Happening, interval, is_open
from detente.records import Published, When

STAY = 2
"""Days after which a visit of which one day is told is over."""

WEEK = 7
"""Days of a stretch on some of which a journey was, not all."""

FRESH = 21
"""Days after which what has begun is no longer taken to go on without being said to."""

ON_RECORD = frozenset({"agreement", "sanction"})
"""Kinds whose noun names what stands: a signing or a penalty to come leaves it as it is."""

REPEATED = frozenset({"military", "visit", "meeting", "call"})
"""Kinds of which a plural tells several deeds, each of them over."""

PROCESSES = frozenset({"talks", "ceasefire"})
"""Kinds that go on as long as the present tells of them."""

UNDONE = ("cancelled", "postponed")
"""What may have become of what was due."""

FORCES = "military"
"""A kind that is announced with the days over which it goes on."""

UNDER_WAY = "its days are not over"

SEATED = "summit"
"""A kind that goes on over all its days on record."""

MOMENT = "meeting"
"""A kind that does not go on because the talks of its happening do."""


@dataclass(frozen=True, slots=True)
class Days:
    """The day of the news, when the page came out, and the days on record that are meant where the
    page tells none."""

    today: When
    published: Published
    known: When | None = None


def settle(draft: Draft, happening: Happening, agreed: Evidence | None, page: Days) -> Evidence:
    """The status of a mention: its own where its words tell one, else what the other mentions of
    its happening agree on; and what the day of the news makes of it."""
    own = draft.evidence
    if code(draft.kind).group == "verbal":
        return Evidence("ongoing", TENSE, KEPT) if draft.kept else _status_of_words(draft, own)
    told = own.strength > DEFAULT and not is_open(draft)
    out = Interval.of(page.published.best or page.today.value)
    known = _known_from_others(draft, happening, agreed, out)
    if known is not None:
        return known
    begun = draft.when is not None and _reaches(interval(draft.when), out)
    if agreed is not None and agreed.status == "planned" and begun and own.status in REAL:
        agreed = None
    if not told and agreed is not None and _may_take(draft, happening, agreed):
        own = agreed
    if own.governor is not None and own.status == "planned" and _is_long_past(draft, out):
        return Evidence("held", TENSE, "it was decided long ago")
    standing = agreed is None and own.strength == DEFAULT and _is_in_force(draft, happening)
    if standing or own.because == IN_FORCE:
        return Evidence("ongoing", DEFAULT, IN_FORCE)
    return own if own.strength == WORDS else _by_day(draft, happening, own, page)


def _known_from_others(
    draft: Draft, happening: Happening, agreed: Evidence | None, out: Interval
) -> Evidence | None:
    """What other mentions make of a journey whose end is still to come, of what was due, and of
    manoeuvres on one of whose days the page came out."""
    own = draft.evidence
    if own.because == CLOSING:
        there = any(d.evidence.status in REAL for d in happening.drafts if d is not draft)
        return Evidence("ongoing" if there else "planned", TENSE, CLOSING)
    if agreed is None:
        return None
    if own.because == DUE and agreed.status in UNDONE:
        return agreed
    forces = draft.kind == FORCES and own == HELD and agreed.status == "planned"
    if forces and _is_under_way(happening, out):
        return Evidence("ongoing", TENSE, UNDER_WAY)
    return None


def _by_day(draft: Draft, happening: Happening, own: Evidence, page: Days) -> Evidence:
    """What the day of the news and the mention's own make of what no word decides."""
    days = interval(draft.when or happening.when or page.known or page.today)
    out = Interval.of(page.published.best or page.today.value)
    if draft.kind == SEATED and own == HELD and (days.days or 0) > 1 and _is_within(out, days):
        return Evidence("ongoing", TENSE, UNDER_WAY)
    if own.status not in ("held", "ongoing"):
        dated = draft.when is not None or happening.when is not None
        past = own.status == "planned" and dated and is_after(out, days)
        return Evidence("held", TENSE, "its day is past") if past else own
    over = own.strength == TENSE and draft.when is None
    stands = draft.kind in ON_RECORD and draft.when is None and draft.trigger.sort == "noun"
    if not over and not stands and is_after(days, out):
        return Evidence("planned", TENSE, "its day is still to come")
    return _going_on(draft, happening, own, days, out)


def _is_long_past(draft: Draft, out: Interval) -> bool:
    """Whether the day beside a mention is old news."""
    days = None if draft.when is None else interval(draft.when).latest
    return bool(days and out.earliest and (out.earliest - days).days > FRESH)


def _may_take(draft: Draft, happening: Happening, agreed: Evidence) -> bool:
    """What others only wish for or deny, a mention takes from its own word ("la rencontre"), not
    where it names parties of its own, nor where something happens during it; what stands once it
    is taken is not what is still to be."""
    if agreed.status in REAL or _takes_up(draft, happening):
        return True
    stands = draft.kind in ON_RECORD
    if agreed.status == "planned" and (stands or draft.evidence.because == TAKEN_FOR_DONE):
        return False
    if agreed.status not in WISHED | OFF:
        return True
    if draft.evidence.because in (TAKEN_FOR_REAL, TAKEN_FOR_DONE) or draft.kind == "sanction":
        return False
    if agreed.status == "denied" and not draft.definite and draft.company.participants:
        return False
    return draft.scene.is_title or (
        draft.definite and (draft.word, agreed.status) in happening.stated
    )


def _takes_up(draft: Draft, happening: Happening) -> bool:
    """Whether a mention takes up what was just told and is not said to have happened."""
    pointed = draft.this and draft.kind != "agreement"
    return pointed and draft.evidence.because != TAKEN_FOR_DONE and not _is_real(happening)


def _is_real(happening: Happening) -> bool:
    """Whether some mention tells that it takes place, or took place."""
    told = (d.evidence for d in happening.drafts if not is_open(d))
    return any(e.strength > DEFAULT and e.status in REAL for e in told)


def _status_of_words(draft: Draft, own: Evidence) -> Evidence:
    """Words that name an act are said by being reported: only negation and doubt undo them, a verb
    too what governs it ("refuse de condamner"); a rejected ultimatum was laid down, and what
    goes with a future ("promettant") is said now."""
    undone = own.status in ("denied", "hypothetical", "cancelled")
    if undone and own.strength == WORDS and (own.governor is None or draft.trigger.sort == "verb"):
        return own
    token = draft.scene.parse.tokens[draft.trigger.i]
    beside = {"Tense=Pres", "VerbForm=Part"} <= token.morph
    if own.status == "planned" and own.strength >= TENSE and not beside:
        return own
    return Evidence("held", TENSE, "the page reports the words")


def _going_on(
    draft: Draft, happening: Happening, own: Evidence, days: Interval, out: Interval
) -> Evidence:
    """What lasts goes on from its beginning until it is old news or said to be over."""
    lasting = draft.trigger.lasting or (happening.lasting and draft.kind != MOMENT)
    lasting = lasting or (own.begun and draft.kind == "withdrawal")
    lasting = lasting or (_is_truce(draft) and own.strength == DEFAULT)
    if _are_several(draft):
        return Evidence("held", TENSE, "there were several of late")
    if own.because == STAYING:
        now = draft.when is None or not is_after(out, days)
        return own if now else Evidence("held", TENSE, "its day is past")
    if own.status == "ongoing":
        goes_on = lasting or code(draft.kind).durable or draft.kind in PROCESSES
        return own if goes_on else Evidence("held", own.strength, NEWS)
    stale = _is_old(days, out, FRESH) and not _reaches(days, out)
    begun = own.begun or (draft.trigger.sort == "verb" and draft.trigger.lasting)
    if draft.kind == FORCES and not own.begun:
        begun = own.because == PAST and draft.trigger.lasting
    if not lasting or stale or (own.strength == TENSE and not begun):
        return own
    passed = days.days in (1, WEEK)
    if draft.kind == "visit" and passed and _is_old(days, out):
        return Evidence("held", TENSE, "its day is past")
    return Evidence("ongoing", TENSE, BEGUN)


def _is_truce(draft: Draft) -> bool:
    """Whether a truce is named as one that is known, or that the page is there to tell of."""
    return draft.kind == "ceasefire" and (draft.definite or draft.scene.is_title)


def _is_old(days: Interval, out: Interval, most: int = STAY) -> bool:
    """Whether a time began more than so many days before the news."""
    return bool(days.earliest and out.latest and (out.latest - days.earliest).days > most)


def _reaches(days: Interval, out: Interval) -> bool:
    """Whether a stretch of time goes on from long ago to the news: "depuis quinze ans"."""
    whole = bool(days.latest and out.earliest and days.latest >= out.earliest)
    return whole and _is_old(days, out, FRESH)


def _are_several(draft: Draft) -> bool:
    """Whether a plural tells what was done over a stretch of time up to now: "ces derniers mois des
    essais"; of talks, a plural is one."""
    token = draft.scene.parse.tokens[draft.trigger.i]
    noun = draft.trigger.sort == "noun" and "Number=Plur" in token.morph
    return draft.drawn_out and noun and draft.kind in REPEATED


def _is_in_force(draft: Draft, happening: Happening) -> bool:
    """Whether a penalty is only named as known, and no mention tells of a day."""
    named = draft.trigger.sort == "noun" and draft.definite and draft.evidence.status == "held"
    return draft.kind == "sanction" and named and happening.when is None


def _is_under_way(happening: Happening, out: Interval) -> bool:
    """Whether some mention tells several days on one of which the page came out."""
    told = (interval(d.when) for d in happening.drafts if d.when is not None)
    return any((days.days or 0) > 1 and _is_within(out, days) for days in told)


def _is_within(out: Interval, days: Interval) -> bool:
    """Whether a page came out before the last of some days was over, on which it began."""
    return not is_after(days, out) and not is_after(out, days)


def is_after(days: Interval, out: Interval) -> bool:
    """Whether the first days all lie after the second."""
    return bool(days.earliest and out.latest and days.earliest > out.latest)
