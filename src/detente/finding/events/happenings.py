"""Which mentions tell one happening, and what each then knows of it from the others."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from detente.days import Interval
from detente.finding.events.codes import code
from detente.finding.events.drafts import Draft
from detente.finding.events.moods import DEFAULT, Evidence
from detente.records import Participant, When

FAMILIES = (frozenset({"meeting", "talks"}),)
RECENT = 12
"""How many happenings of a family a mention is compared with, the latest first."""

MOST = 24
"""Parties of a happening that are kept: no text names more with care."""

CURRENT = 21
"""Days before the news from which what bears no date is taken to be."""

JUST_BEFORE = 1
"""Sentences back to what a bare noun takes up."""

ROUGHLY = 3
"""Days by which a time that is counted from the news may miss."""

STANDING = frozenset({"agreement"})
"""Kinds whose outcome stands for years and is spoken of without being news."""

REAL: frozenset[str] = frozenset({"held", "ongoing"})
OFF: frozenset[str] = frozenset({"denied", "cancelled"})
WISHED: frozenset[str] = frozenset({"proposed", "hoped", "hypothetical"})


@dataclass(slots=True)
class Happening:
    """Mentions of one happening, in order of the page, and what they tell together."""

    number: int
    drafts: list[Draft] = field(default_factory=list)
    known: dict[str, Participant] = field(default_factory=dict)
    words: set[str] = field(default_factory=set)
    realities: set[str | None] = field(default_factory=set)
    when: When | None = None
    reckoned: bool = False
    where: str | None = None
    lasting: bool = False
    lender: Happening | None = None

    def add(self, draft: Draft) -> None:
        """Take a mention in."""
        self.drafts.append(draft)
        self.words.add(draft.word)
        self.realities.add(_reality(draft))
        self.lasting = self.lasting or draft.trigger.lasting
        self.where = self.where or draft.company.where
        for participant in draft.company.participants[: MOST - len(self.known)]:
            self.known.setdefault(participant.actor, participant)
        if self._is_better(draft):
            self.when, self.reckoned = draft.when, draft.reckoned

    def _is_better(self, draft: Draft) -> bool:
        """Whether a mention tells the time better: told rather than reckoned, then narrower."""
        if self.when is None or draft.when is None or self.reckoned != draft.reckoned:
            return draft.when is not None and (self.when is None or self.reckoned)
        return _is_narrower(draft.when, self.when)

    @property
    def kind(self) -> str:
        """The kind of the first mention."""
        return self.drafts[0].kind

    def participants(self) -> tuple[Participant, ...]:
        """All that any mention names, in order, each once, in its first role."""
        if not self.known and self.lender is not None:
            return self.lender.participants()
        return tuple(self.known.values())

    def evidence(self) -> Evidence | None:
        """The status that the mentions which tell one agree on most; of equals the first told."""
        told = [d.evidence for d in self.drafts if d.evidence.strength > DEFAULT]
        if not told:
            return None
        best = max(e.strength for e in told)
        counts = Counter(e.status for e in told if e.strength == best)
        most = max(counts.values())
        return next(e for e in told if e.strength == best and counts[e.status] == most)


def gather(drafts: list[Draft], today: When) -> list[Happening]:
    """Happenings in order of their first mention.

    A mention joins a happening of its family that its parties, time and status allow: of the
    latest, one that the same word names before any other. A verbal act joins only its like.
    """
    found: list[Happening] = []
    by_family: dict[object, list[Happening]] = {}
    since = _since(today)
    for draft in drafts:
        family = by_family.setdefault(_family(draft.kind), [])
        happening = _choice(draft, family[-RECENT:], since)
        if happening is None:
            happening = Happening(len(found) + 1)
            found.append(happening)
            family.append(happening)
        happening.add(draft)
    for family in by_family.values():
        _lend(family, since)
    return found


def _lend(family: list[Happening], since: Interval) -> None:
    """A happening that names nobody ("la signature") is between those of the one of its family
    that the page tells most often."""
    known = sorted((h for h in family if h.known), key=lambda h: -len(h.drafts))
    for happening in family:
        if happening.known or code(happening.kind).group == "verbal":
            continue
        here = happening.drafts[0].scene
        beside = [h for h in known if any(d.scene is here for d in h.drafts)]
        lenders = (h for h in (*beside, *known) if _times_meet(happening.when, h.when, since))
        happening.lender = next((h for h in lenders if _may_borrow(happening, h)), None)


def _may_borrow(happening: Happening, lender: Happening) -> bool:
    """A noun borrows only from what a noun has named: a treaty that is left is not the news."""
    if any(d.trigger.sort != "noun" for d in happening.drafts):
        return True
    if not any(d.definite or d.scene.is_title for d in happening.drafts):
        return False
    standing = lender.kind in STANDING
    return not standing or any(d.trigger.sort == "noun" for d in lender.drafts)


def _since(today: When) -> Interval:
    return Interval(interval(today).widened(CURRENT).earliest, None)


def _choice(draft: Draft, recent: list[Happening], since: Interval) -> Happening | None:
    open_to = [h for h in reversed(recent) if _fits(draft, h, since)]
    alike = [h for h in open_to if draft.word in h.words]
    if alike or open_to:
        known = [h for h in alike or open_to if h.known]
        return _meant(draft, known) if known else (alike or open_to)[0]
    if not draft.definite or draft.when is not None or draft.trigger.sort != "noun":
        return None
    others = (h for h in reversed(recent) if draft.word in h.words)
    return next((h for h in others if _is_one_reality(draft, h) and _same_parties(draft, h)), None)


def _meant(draft: Draft, known: list[Happening]) -> Happening:
    """Which of several a mention means, the latest first: a bare noun means what was told just
    before, else what the page tells most."""
    latest = known[0]
    bare = draft.trigger.sort == "noun" and not draft.company.participants and draft.when is None
    if not bare or draft.scene.number - latest.drafts[-1].scene.number <= JUST_BEFORE:
        return latest
    return max(known, key=lambda h: len(h.drafts))


def _family(kind: str) -> object:
    return next((f for f in FAMILIES if kind in f), kind)


def _fits(draft: Draft, happening: Happening, since: Interval) -> bool:
    if code(draft.kind).group == "verbal":
        return _is_same_act(draft, happening)
    if not _may_be_one_day(draft, happening, since):
        return False
    if not _is_one_reality(draft, happening):
        return False
    if not draft.company.participants:
        return draft.definite or _is_same_word(draft, happening) or _hangs_on(draft, happening)
    return _same_parties(draft, happening)


def _hangs_on(draft: Draft, happening: Happening) -> bool:
    """Whether the noun says what the verb before it was: "se sont vus lors d'une réunion"."""
    other, parse = happening.drafts[-1], draft.scene.parse
    if draft.trigger.sort != "noun" or other.scene is not draft.scene:
        return False
    above = {parse.tokens[i].head for i in draft.trigger.tokens}
    above |= {parse.tokens[i].head for i in above}
    return other.trigger.sort == "verb" and bool(above & set(other.trigger.tokens))


def _is_one_reality(draft: Draft, happening: Happening) -> bool:
    """Whether both are real, both to come, both wished or both called off, as far as both tell.

    A measure that is only wished for is not the one that the page takes for granted.
    """
    mine = _reality(draft)
    theirs = happening.realities
    if mine is None and draft.trigger.lasting and not draft.definite:
        return not theirs & {"ahead", "off"}
    if code(draft.kind).group == "measure" and "wished" in {mine, *theirs}:
        return theirs == {mine}
    return mine is None or not theirs - {None} or mine in theirs


def _reality(draft: Draft) -> str | None:
    if draft.evidence.strength == DEFAULT:
        return None
    status = draft.evidence.status
    named = ((REAL, "real"), (OFF, "off"), (WISHED, "wished"))
    return next((name for statuses, name in named if status in statuses), "ahead")


def _is_same_word(draft: Draft, happening: Happening) -> bool:
    return not draft.trigger.weak and draft.word in happening.words


def _is_same_act(draft: Draft, happening: Happening) -> bool:
    """A verbal act told again: by a noun, with the same source."""
    if draft.trigger.sort != "noun":
        return False
    if not draft.company.participants:
        return draft.definite
    sources = {p.state or p.actor for p in draft.company.participants if p.role == "source"}
    known = {p.state or p.actor for p in happening.known.values() if p.role == "source"}
    return bool(sources & known)


def _same_parties(draft: Draft, happening: Happening) -> bool:
    """Whether all parties of the side that names fewer are among the other's; an envoy stands
    for the state, and the state for its envoy."""
    mine = {(p.actor, p.state) for p in draft.company.participants}
    theirs = {(p.actor, p.state) for p in happening.known.values()}
    if not mine or not theirs:
        return True
    few, many = sorted((mine, theirs), key=lambda side: (len(side), side is theirs))
    return all(any(_is_party(one, other) for other in many) for one in few)


def _is_party(one: tuple[str, str | None], other: tuple[str, str | None]) -> bool:
    if one[0] == other[0]:
        return True
    return one[1] is not None and one[1] == other[1] and one[1] in (one[0], other[0])


def _may_be_one_day(draft: Draft, happening: Happening, since: Interval) -> bool:
    """Whether the times meet; one that is reckoned may be some days off."""
    mine, theirs = draft.when, happening.when
    if mine is not None and theirs is not None and (draft.reckoned or happening.reckoned):
        return interval(mine).widened(ROUGHLY).meets(interval(theirs))
    return _times_meet(mine, theirs, since)


def _times_meet(mine: When | None, theirs: When | None, since: Interval) -> bool:
    """Whether they may be one day; what bears no date is of the days around the news."""
    own = interval(mine) if mine is not None else since
    other = interval(theirs) if theirs is not None else since
    return own.meets(other)


def _is_narrower(mine: When, theirs: When) -> bool:
    own, other = interval(mine).days, interval(theirs).days
    return own is not None and (other is None or own < other)


def interval(when: When) -> Interval:
    """The days of a time."""
    return Interval(Interval.of(when.earliest).earliest, Interval.of(when.latest).latest)
