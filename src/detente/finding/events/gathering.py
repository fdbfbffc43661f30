"""Which mentions tell one happening, and who takes part where none of them says."""

from __future__ import annotations

from detente.days import Interval
from detente.finding.events.codes import code
from detente.finding.events.drafts import Draft
from detente.finding.events.evidence import DEFAULT
from detente.finding.events.happenings import STANDING, Happening, interval
from detente.finding.events.sameness import fits, may_be_one, same_parties, times_meet
from detente.records import When

FAMILIES = (frozenset({"meeting", "talks"}),)
RECENT = 12
"""How many happenings of a family a mention is compared with, the latest first."""

LENDERS = 24
"""How many happenings of a family are asked for their parties, those told most often first."""

CURRENT = 21
"""Days before the news from which what bears no date is taken to be."""

ENCOUNTERS = frozenset({"meeting", "talks", "summit", "call"})
"""Kinds of which one word may take up another ("cette rencontre", of a summit)."""

JUST_BEFORE = 1
"""Sentences back to what a bare noun takes up."""

SHORTLY_BEFORE = 2
"""Sentences back to what a demonstrative takes up by another word."""


def gather(drafts: list[Draft], today: When) -> list[Happening]:
    """Happenings in order of their first mention.

    A mention joins a happening of its family that its parties, time and status allow: the one
    that it takes up; of the latest, one that the same word names before any other. A verbal act
    joins only its like.
    """
    found: list[Happening] = []
    by_family: dict[object, list[Happening]] = {}
    met: Happening | None = None
    since = Interval(interval(today).widened(CURRENT).earliest, None)
    for draft in drafts:
        family = by_family.setdefault(_family(draft.kind), [])
        happening = _choice(draft, family[-RECENT:], since, met)
        if happening is None:
            happening = Happening(len(found) + 1, draft.kind)
            found.append(happening)
            family.append(happening)
        happening.add(draft)
        if draft.kind in ENCOUNTERS:
            met = happening
    for family in by_family.values():
        _lend(family, since)
    return found


def _family(kind: str) -> object:
    return next((f for f in FAMILIES if kind in f), kind)


def _choice(
    draft: Draft, recent: list[Happening], since: Interval, met: Happening | None
) -> Happening | None:
    """The happening that a mention tells, None if it is the first to do so; ``met`` is the
    encounter told last."""
    taken = _taken_up(draft, recent) or _taken_up_as(draft, recent, met)
    if taken is not None:
        return taken
    open_to = [h for h in reversed(recent) if fits(draft, h, since)]
    open_to = _concluded(draft, open_to, recent)
    alike = [h for h in open_to if draft.word in h.words]
    if alike or open_to:
        known = [h for h in alike or open_to if h.known]
        return _meant(draft, known) if known else (alike or open_to)[0]
    if not _points_back(draft):
        return None
    others = (h for h in reversed(recent) if _is_known_by(draft, h))
    return next((h for h in others if may_be_one(draft, h) and same_parties(draft, h)), None)


def _concluded(draft: Draft, open_to: list[Happening], recent: list[Happening]) -> list[Happening]:
    """Of an accord that is only named as known, those that a page tells as concluded, on whatever
    day, before those that are still to come."""
    named = draft.kind in STANDING and draft.evidence.strength == DEFAULT and _points_back(draft)
    if not named or any("real" in h.realities for h in open_to):
        return open_to
    real = [
        h
        for h in reversed(recent)
        if "real" in h.realities and may_be_one(draft, h) and same_parties(draft, h)
    ]
    return real or open_to


def _points_back(draft: Draft) -> bool:
    """Whether a noun is of something known, and does not say when it was."""
    other = code(draft.kind).group == "verbal" or draft.drawn_out or draft.when is not None
    return draft.definite and draft.trigger.sort == "noun" and not other


def _taken_up(draft: Draft, recent: list[Happening]) -> Happening | None:
    """What was told just before, on whatever day, and is taken up: "ce retrait"."""
    if not draft.this or not _points_back(draft):
        return None
    near = [h for h in reversed(recent) if _is_within(draft, h, JUST_BEFORE)]
    near.sort(key=lambda h: _place(h.drafts[-1]), reverse=True)
    return next((h for h in near if may_be_one(draft, h) and same_parties(draft, h)), None)


def _place(draft: Draft) -> tuple[int, int]:
    """Where on the page a mention stands."""
    return draft.scene.number, draft.trigger.i


def _taken_up_as(draft: Draft, recent: list[Happening], met: Happening | None) -> Happening | None:
    """The encounter told before, where another word takes it up: "cette rencontre", of a summit;
    not where the same word has just named one of its own."""
    if met is None or draft.kind not in ENCOUNTERS or not draft.this or not _points_back(draft):
        return None
    own = any(draft.word in h.words and _is_within(draft, h, SHORTLY_BEFORE) for h in recent)
    taken = (
        _is_within(draft, met, SHORTLY_BEFORE)
        and may_be_one(draft, met)
        and same_parties(draft, met)
    )
    return met if taken and not own else None


def _is_within(draft: Draft, happening: Happening, sentences: int) -> bool:
    """Whether a happening was last told at most so many sentences before a mention."""
    return draft.scene.number - happening.drafts[-1].scene.number <= sentences


def _is_known_by(draft: Draft, happening: Happening) -> bool:
    """Whether the word, or the kind and the parties, name a happening of another day."""
    if draft.word in happening.words:
        return True
    return draft.kind == happening.kind and bool(draft.company.parties and happening.known)


def _meant(draft: Draft, known: list[Happening]) -> Happening:
    """Which of several a mention means, the latest first: a bare noun means what was told just
    before, else what the page tells most."""
    latest = known[0]
    bare = draft.trigger.sort == "noun" and not draft.company.parties and draft.when is None
    if not bare or _is_within(draft, latest, JUST_BEFORE):
        return latest
    return max(known, key=lambda h: len(h.drafts))


def _lend(family: list[Happening], since: Interval) -> None:
    """A happening that names nobody ("la signature") is between those of one of its family in its
    sentence, else of the one that the page tells most often; an accord is signed on another day
    than it is made."""
    known = sorted((h for h in family if h.told), key=lambda h: -len(h.drafts))
    beside: dict[int, list[Happening]] = {}
    for happening in known:
        for number in dict.fromkeys(d.scene.number for d in happening.drafts):
            beside.setdefault(number, []).append(happening)
    for happening in family:
        if happening.told or code(happening.kind).group == "verbal":
            continue
        here = beside.get(happening.drafts[0].scene.number, [])[:LENDERS]
        asked = (
            h
            for h in (*here, *known[:LENDERS])
            if happening.kind in STANDING or times_meet(happening.when, h.when, since)
        )
        happening.lender = next((h for h in asked if _may_borrow(happening, h)), None)


def _may_borrow(happening: Happening, lender: Happening) -> bool:
    """A noun borrows only from what a noun has named: a treaty that is left is not the news; what
    points back ("ces entretiens") not from what is told after it."""
    pointing = all(d.this for d in happening.drafts)
    if pointing and _place(happening.drafts[0]) < _place(lender.drafts[0]):
        return False
    if any(d.trigger.sort != "noun" for d in happening.drafts):
        return True
    if not any(d.definite or d.scene.is_title for d in happening.drafts):
        return False
    standing = lender.kind in STANDING
    return not standing or any(d.trigger.sort == "noun" for d in lender.drafts)
