"""A happening: the mentions that tell it, and what they tell together."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

import msgspec

from detente.days import VALUES, Interval
from detente.finding.events.codes import code
from detente.finding.events.drafts import Draft
from detente.finding.events.evidence import (
    ANNOUNCED,
    DEFAULT,
    DUE,
    IN_FORCE,
    PAST,
    PRESENT,
    Evidence,
)
from detente.records import Participant, When

MOST = 24
"""Parties of a happening that are kept: no text names more with care."""

STOP = "stop"
"""A part of a journey, which does not say how real the whole is: "y fera étape"."""

STANDING = frozenset({"agreement"})
"""Kinds whose outcome stands for years and is spoken of without being news."""

REAL: frozenset[str] = frozenset({"held", "ongoing"})
OFF: frozenset[str] = frozenset({"denied", "cancelled"})
WISHED: frozenset[str] = frozenset({"proposed", "hoped", "hypothetical"})


class Happening(msgspec.Struct):
    """Mentions of one happening, in order of the page, and what they tell together; it is ``told``
    where one of them names who takes part."""

    number: int
    kind: str
    """The kind of the first mention."""
    drafts: list[Draft] = []
    known: dict[str, Participant] = {}
    unnamed: set[str] = set()
    words: set[str] = set()
    ordinals: set[int] = set()
    realities: set[str | None] = set()
    when: When | None = None
    reckoned: bool = False
    recalled: bool = False
    where: str | None = None
    lasting: bool = False
    told: bool = False
    stated: set[tuple[str, str]] = set()
    lender: Happening | None = None
    named: dict[tuple[str, ...], dict[str, Participant]] = {}
    """Those whom the mentions name, by kind and word, by kind, and all."""

    def add(self, draft: Draft) -> None:
        """Take a mention in."""
        self.drafts.append(draft)
        self.words.add(draft.word)
        self.ordinals |= {draft.ordinal} - {0}
        self.realities |= {reality(draft)} if draft.trigger.variant != STOP else set()
        self.stated.add((draft.word, draft.evidence.status))
        self.lasting = self.lasting or draft.trigger.lasting
        self.where = self.where or draft.company.where
        self.unnamed |= draft.unnamed
        self.told = self.told or bool(draft.company.parties and draft.company.told)
        parties = draft.company.parties[: MOST - len(self.known)]
        told = [self.named.setdefault(key, {}) for key in keys(draft)] if parties else ()
        for known in (self.known, *told):
            for party in parties:
                known.setdefault(party.actor, party)
        if self._is_better(draft):
            self.when, self.reckoned = draft.when, draft.reckoned
            self.recalled = draft.recalled

    def _is_better(self, draft: Draft) -> bool:
        """Whether a mention tells the time better: told rather than reckoned, then narrower."""
        if self.when is None or draft.when is None or self.reckoned != draft.reckoned:
            return draft.when is not None and (self.when is None or self.reckoned)
        return _is_narrower(draft.when, self.when)

    def participants(self) -> tuple[Participant, ...]:
        """All that any mention names, in order, each once, in its first role."""
        if not self.known and self.lender is not None:
            return self.lender.participants()
        return tuple(self.known.values())

    def evidence(self) -> Evidence | None:
        """The status that the mentions which tell one agree on most; of equals the first told. What
        is only announced in the present counts where none tells more."""
        whole = [d for d in self.drafts if d.trigger.variant != STOP] or self.drafts
        sure = [d.evidence for d in whole if not is_open(d)]
        sure = [e for e in sure if e.because != IN_FORCE]
        told = [e for e in sure if e.strength > DEFAULT]
        told = [e for e in told if e.because != DUE] or told
        if any(e.status == "ongoing" and e.because == PRESENT for e in told):
            arrived = [d.evidence for d in self.drafts if _is_arrival(d)]
            told = [e for e in told if e not in arrived]
        if not told:
            return next((e for e in sure if e.because == ANNOUNCED), None)
        best = max(e.strength for e in told)
        counts = Counter(e.status for e in told if e.strength == best)
        most = max(counts.values())
        return next(e for e in told if e.strength == best and counts[e.status] == most)


def keys(draft: Draft) -> tuple[tuple[str, ...], ...]:
    """What a mention's parties are kept by, the closest first."""
    return (draft.kind, draft.word), (draft.kind,), ()


def is_open(draft: Draft) -> bool:
    """Whether the present of a verb tells of an encounter that is over in a moment: "X rencontre
    Y" is said before it and after."""
    passing = draft.trigger.sort == "verb" and not draft.trigger.lasting
    group = code(draft.kind).group
    return passing and group == "encounter" and draft.evidence.because == PRESENT


def _is_arrival(draft: Draft) -> bool:
    """Whether a verb tells that a journey has been made, not that the stay is over."""
    moved = draft.kind == "visit" and draft.trigger.sort == "verb"
    return moved and draft.evidence.because == PAST


def reality(draft: Draft) -> str | None:
    """Whether a mention says that it is real, ahead, open which of the two, wished for or off; None
    if it does not: what was due may have become anything."""
    if draft.evidence.strength == DEFAULT or draft.evidence.because == DUE:
        return None
    if is_open(draft):
        return "open"
    status = draft.evidence.status
    named = ((REAL, "real"), (OFF, "off"), (WISHED, "wished"))
    return next((name for statuses, name in named if status in statuses), "ahead")


def _is_narrower(mine: When, theirs: When) -> bool:
    own, other = interval(mine).days, interval(theirs).days
    return own is not None and (other is None or own < other)


def interval(when: When) -> Interval:
    """The days of a time."""
    return _between(when.earliest, when.latest)


@lru_cache(VALUES)
def _between(earliest: str | None, latest: str | None) -> Interval:
    return Interval(Interval.of(earliest).earliest, Interval.of(latest).latest)
