"""The time that a mention itself tells, counted, remembered, or brought to the day on record."""

from __future__ import annotations

from dataclasses import replace

from detente.days import Interval
from detente.finding.events.drafts import Draft
from detente.finding.events.happenings import interval
from detente.finding.events.lexicon import Lexicon
from detente.finding.events.participants import parties
from detente.finding.events.recall import looks_back
from detente.finding.events.telling import Page
from detente.finding.events.timing import next_to, reckoned
from detente.records import When


def dated(draft: Draft, words: Lexicon, page: Page) -> Draft:
    """A mention with its time: the one beside it, else counted from the news, else that of the
    deed on record that its words call to mind."""
    beside = next_to(draft.scene, draft.trigger, words, draft.when)
    if beside is not None:
        return replace(draft, when=_anchored(draft, beside, page), reckoned=True)
    if draft.when is not None:
        return replace(draft, when=_anchored(draft, draft.when, page))
    counted = reckoned(draft.scene, draft.trigger, words, page.today)
    if counted is not None:
        return replace(draft, when=_anchored(draft, counted, page), reckoned=True)
    if not looks_back(draft):
        return draft
    past = Interval(None, Interval.of(page.latest).latest)
    deed = page.memory.of(draft, past, dated=False)
    return replace(draft, when=deed, recalled=deed is not None)


def _anchored(draft: Draft, when: When, page: Page) -> When:
    """A told time, to the day where the knowledge base knows it."""
    days = interval(when)
    if days.is_open or days.days == 1:
        return when
    who = parties(draft.company.participants, page.cast)
    deed = page.memory.of(draft, days, dated=True)
    return deed or page.anchors.day(draft.scene, draft.kind, days, who) or when
