"""Which mentions tell one happening, and what each then knows of it from the others."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from detente.days import Interval
from detente.finding.events.codes import code
from detente.finding.events.drafts import Draft
from detente.finding.events.moods import DEFAULT, Evidence
from detente.records import Participant, When

FAMILIES = (
    frozenset({"meeting", "talks", "summit"}),
    frozenset({"visit"}),
)
RECENT = 12
"""How many happenings of a family a mention is compared with, the latest first."""


@dataclass(slots=True)
class Happening:
    """Mentions of one happening, in order of the page."""

    number: int
    drafts: list[Draft] = field(default_factory=list)
    states: set[str] = field(default_factory=set)
    actors: set[str] = field(default_factory=set)
    when: When | None = None

    def add(self, draft: Draft) -> None:
        """Take a mention in."""
        self.drafts.append(draft)
        self.states |= draft.states
        self.actors |= {p.actor for p in draft.company.participants}
        if self.when is None or _is_narrower(draft.when, self.when):
            self.when = draft.when or self.when

    def participants(self) -> tuple[Participant, ...]:
        """All that any mention names, in order, each once, in the role it is given most often."""
        roles: dict[str, Counter[str]] = {}
        first: dict[str, Participant] = {}
        for draft in self.drafts:
            for p in draft.company.participants:
                first.setdefault(p.actor, p)
                roles.setdefault(p.actor, Counter())[p.role] += 1
        return tuple(first.values())

    def where(self) -> str | None:
        """The first place that a mention names."""
        return next((d.company.where for d in self.drafts if d.company.where), None)

    def evidence(self) -> Evidence | None:
        """The status that the mentions which tell one agree on most; of equals the first told."""
        told = [d.evidence for d in self.drafts if d.evidence.strength > DEFAULT]
        if not told:
            return None
        best = max(e.strength for e in told)
        counts = Counter(e.status for e in told if e.strength == best)
        most = max(counts.values())
        return next(e for e in told if e.strength == best and counts[e.status] == most)

    @property
    def goes_on(self) -> bool:
        """Whether a mention says that it has begun or is under way."""
        return any(d.evidence.begun or d.evidence.status == "ongoing" for d in self.drafts)


def gather(drafts: list[Draft]) -> list[Happening]:
    """Happenings in order of their first mention. A mention joins the latest happening of its
    family that its actors, time and status allow; a mention of a verbal act only its like."""
    found: list[Happening] = []
    by_family: dict[object, list[Happening]] = {}
    for draft in drafts:
        family = by_family.setdefault(_family(draft.kind), [])
        happening = next((h for h in reversed(family[-RECENT:]) if _fits(draft, h)), None)
        if happening is None:
            happening = Happening(len(found) + 1)
            found.append(happening)
            family.append(happening)
        happening.add(draft)
    return found


def _family(kind: str) -> object:
    return next((f for f in FAMILIES if kind in f), kind)


def _fits(draft: Draft, happening: Happening) -> bool:
    if code(draft.kind).group == "verbal":
        return _is_same_act(draft, happening)
    if not _times_meet(draft.when, happening.when):
        return False
    if _is_called_off(draft) != any(_is_called_off(d) for d in happening.drafts):
        return False
    if not draft.states and not draft.others:
        return draft.definite or not draft.trigger.weak
    if not happening.states and not happening.actors:
        return True
    return _shares(draft, happening)


def _is_same_act(draft: Draft, happening: Happening) -> bool:
    """A verbal act told again: by a noun, with the same source."""
    if draft.trigger.sort != "noun":
        return False
    if not draft.company.participants:
        return draft.definite
    sources = {p.state or p.actor for p in draft.company.participants if p.role == "source"}
    known = {
        p.state or p.actor
        for d in happening.drafts
        for p in d.company.participants
        if p.role == "source"
    }
    return bool(sources & known)


def _shares(draft: Draft, happening: Happening) -> bool:
    """Whether one side's states (or bodies) hold the other's, or they have two in common."""
    mine = draft.states | draft.others
    theirs = happening.states | (happening.actors - happening.states)
    common = mine & theirs
    return bool(common) and (len(common) >= 2 or common in (mine, happening.states))


def _is_called_off(draft: Draft) -> bool:
    return draft.evidence.status in ("denied", "cancelled") and draft.evidence.strength > DEFAULT


def _times_meet(mine: When | None, theirs: When | None) -> bool:
    if mine is None or theirs is None:
        return True
    return interval(mine).meets(interval(theirs))


def _is_narrower(mine: When | None, theirs: When) -> bool:
    if mine is None:
        return False
    own, other = interval(mine).days, interval(theirs).days
    return own is not None and (other is None or own < other)


def interval(when: When) -> Interval:
    """The days of a time."""
    return Interval(Interval.of(when.earliest).earliest, Interval.of(when.latest).latest)
