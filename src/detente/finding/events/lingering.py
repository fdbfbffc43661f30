"""Accords that are only spoken of: long since concluded, with no day and no verb of their own."""

from __future__ import annotations

from detente.finding.events.drafts import Draft
from detente.finding.events.evidence import DEFAULT
from detente.finding.events.happenings import STANDING, Happening, interval
from detente.records import When

LONG = 90
"""Days after which an accord that the page speaks of is no news."""


def only_stands(draft: Draft, happening: Happening, when: When, today: When) -> bool:
    """Whether a noun points to an accord of long ago, or to one of which no mention tells a day, a
    verb or an announcement."""
    own = draft.when is not None and not draft.recalled
    told = own or draft.evidence.strength > DEFAULT or draft.evidence.status != "held"
    if draft.kind not in STANDING or draft.trigger.sort != "noun" or told or not draft.definite:
        return False
    if when.value is None:
        return not any(_tells(d) for d in happening.drafts)
    then, now = interval(when).latest, interval(today).earliest
    return then is not None and now is not None and (now - then).days > LONG


def _tells(draft: Draft) -> bool:
    """Whether a mention tells of the accord as of something that takes place."""
    told = draft.evidence.strength > DEFAULT or draft.when is not None or not draft.definite
    return told or draft.announced or draft.opens or draft.trigger.sort != "noun"
