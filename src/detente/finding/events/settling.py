"""The status of a mention in its page: its words, its happening and the day of the news."""

from __future__ import annotations

from dataclasses import dataclass

from detente.days import Interval
from detente.finding.events.codes import code
from detente.finding.events.drafts import Draft
from detente.finding.events.happenings import OFF, WISHED, Happening, interval, is_open
from detente.finding.events.moods import DEFAULT, TAKEN_FOR_REAL, TENSE, WORDS, Evidence
from detente.records import Published, When

FRESH = 21
"""Days after which what has begun is no longer taken to go on without being said to."""

MOMENT = "meeting"
"""A kind that does not go on because the talks of its happening do."""


@dataclass(frozen=True, slots=True)
class Days:
    """The day of the news and when the page came out."""

    today: When
    published: Published


def settle(draft: Draft, happening: Happening, agreed: Evidence | None, page: Days) -> Evidence:
    """The status of a mention: its own where its words tell one, else what the other mentions of
    its happening agree on; and what the day of the news makes of it."""
    own = draft.evidence
    if code(draft.kind).group == "verbal":
        return _status_of_words(own)
    told = own.strength > DEFAULT and not is_open(draft)
    if not told and agreed is not None and _may_take(draft, agreed):
        own = agreed
    days = interval(draft.when or happening.when or page.today)
    out = Interval.of(page.published.best or page.today.value)
    over = own.strength == TENSE and draft.when is None
    happened = own.strength < WORDS and own.status in ("held", "ongoing")
    if happened and not over and is_after(days, out):
        return Evidence("planned", TENSE, "its day is still to come")
    dated = draft.when is not None or happening.when is not None
    past = dated and is_after(out, days)
    if own.strength < WORDS and own.status == "planned" and past:
        return Evidence("held", TENSE, "its day is past")
    if own.status in ("held", "ongoing") and own.strength < WORDS:
        return _going_on(draft, happening, own, days, out)
    return own


def _may_take(draft: Draft, agreed: Evidence) -> bool:
    """What others deny, a mention that names its own parties does not: it tells of another; nor is
    that only wished for during which something happens."""
    if draft.evidence.because == TAKEN_FOR_REAL and agreed.status in (*WISHED, *OFF):
        return False
    return agreed.status != "denied" or draft.definite or not draft.company.participants


def _status_of_words(own: Evidence) -> Evidence:
    """Words that name an act are said by being reported: only negation and doubt undo them."""
    own_words = own.strength == WORDS and own.governor is None
    if own_words and own.status in ("denied", "hypothetical"):
        return own
    if own.status == "planned" and own.strength >= TENSE:
        return own
    return Evidence("held", TENSE, "the page reports the words")


def _going_on(
    draft: Draft, happening: Happening, own: Evidence, days: Interval, out: Interval
) -> Evidence:
    """What lasts goes on from its beginning until it is old news or said to be over."""
    lasting = draft.trigger.lasting or (happening.lasting and draft.kind != MOMENT)
    if own.status == "ongoing":
        goes_on = lasting or code(draft.kind).durable
        return own if goes_on else Evidence("held", own.strength, "the news tells it")
    stale = days.earliest and out.latest and (out.latest - days.earliest).days > FRESH
    begun = own.begun or (draft.trigger.sort == "verb" and draft.trigger.lasting)
    if not lasting or stale or (own.strength == TENSE and not begun):
        return own
    return Evidence("ongoing", TENSE, "it has begun and is not said to be over")


def is_after(days: Interval, out: Interval) -> bool:
    """Whether the first days all lie after the second."""
    return bool(days.earliest and out.latest and days.earliest > out.latest)
