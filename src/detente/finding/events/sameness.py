"""Whether a mention may tell a happening that others have told."""

from __future__ import annotations

from detente.days import Interval
from detente.finding.events.codes import code
from detente.finding.events.drafts import Draft
from detente.finding.events.evidence import TAKEN_FOR_DONE, TAKEN_FOR_REAL
from detente.finding.events.happenings import Happening, interval, reality
from detente.records import When
from detente.text import fold

ROUGHLY = 3
"""Days by which a time that is counted from the news may miss."""

SEATED = frozenset({"summit", "meeting"})
"""Kinds that are told apart by the place they are called after."""

TALKING = frozenset({"meeting", "talks"})
"""Kinds of which one may be a process and the other one of its meetings."""

FORCES = frozenset({"military"})
"""Kinds of which a page tells several at a time, of the same sides."""

ONE_WAY = frozenset({"release"})
"""Kinds that one does to another, of whom a page seldom tells several."""

BESIDE, CLIMBED = 2, 6
"""Steps up the tree from a noun to the verb that it says again, and over what somebody calls it."""

JOURNEY = "visit"
"""A kind that has parts of the same kind."""

COMING_TRUE: frozenset[str | None] = frozenset({"real", "ahead"})
"""What an encounter that is told in the present may turn out to be."""

Party = tuple[str, str | None, bool]
"""An actor, the state that it acts for, and whether it is called by a role alone."""


def fits(draft: Draft, happening: Happening, since: Interval) -> bool:
    """Whether parties, time and status allow a mention to be of a happening; what bears no date is
    of the days from ``since`` on."""
    if code(draft.kind).group == "verbal":
        return _is_same_act(draft, happening)
    if not _may_be_one_day(draft, happening, since) or not may_be_one(draft, happening):
        return False
    if not _is_one_sort(draft, happening) or _is_only_pointed_at(draft, happening):
        return False
    if not draft.company.parties:
        return draft.definite or _is_same_word(draft, happening) or _hangs_on(draft, happening)
    return same_parties(draft, happening)


def _is_another(draft: Draft, happening: Happening) -> bool:
    """Whether a happening was just told as the first since another ("sa première visite depuis son
    voyage à X"), or as a part of a journey ("se rendra à X au cours de cette tournée")."""
    last = happening.drafts[-1]
    during = draft.evidence.because in (TAKEN_FOR_REAL, TAKEN_FOR_DONE)
    whole = draft.kind == JOURNEY and draft.this and during
    beside = last.scene is draft.scene and last.trigger.i < draft.trigger.i
    return beside and (draft.since or whole)


def _is_only_pointed_at(draft: Draft, happening: Happening) -> bool:
    """Whether a happening is only known as one told before ("ces entretiens"), and a mention after
    it says whose it is: what points back does not point ahead."""
    named = bool(draft.company.parties) and not happening.known
    return named and all(d.this for d in happening.drafts)


def _is_one_sort(draft: Draft, happening: Happening) -> bool:
    """Whether both are something that lasts ("le dialogue"), or both over in a moment; a strike is
    no deployment, and of strikes that name nobody each word tells its own.

    A process is one with a meeting where both name the two sides and a day.
    """
    first = happening.drafts[0].trigger
    if draft.kind in FORCES:
        told = bool(draft.company.parties) or draft.word in happening.words or draft.this
        return told and draft.trigger.variant == first.variant
    if draft.kind not in TALKING or draft.trigger.lasting == first.lasting:
        return True
    sides = len(draft.company.parties) > 1 and len(happening.known) > 1
    return sides and draft.when is not None and happening.when is not None


def may_be_one(draft: Draft, happening: Happening) -> bool:
    """Whether status, number and place allow it, whatever the day."""
    return (
        not _is_another(draft, happening)
        and is_one_reality(draft, happening)
        and _is_one_in_number(draft, happening)
        and _is_one_place(draft, happening)
    )


def _is_one_in_number(draft: Draft, happening: Happening) -> bool:
    """Whether no count parts them: the second is not the first, nor what was told without a count,
    but for a headline."""
    if not draft.ordinal or draft.ordinal in happening.ordinals:
        return True
    if happening.ordinals:
        return False
    return draft.ordinal == 1 or all(d.scene.is_title for d in happening.drafts)


def _is_one_place(draft: Draft, happening: Happening) -> bool:
    mine, theirs = draft.company.where, happening.where
    if draft.kind not in SEATED or mine is None or theirs is None:
        return True
    return fold(mine) == fold(theirs)


def _hangs_on(draft: Draft, happening: Happening) -> bool:
    """Whether the noun says what the verb before it was: "se sont vus lors d'une réunion", or "lors
    de ce que X a qualifié de «rencontre»"."""
    other, tokens = happening.drafts[-1], draft.scene.parse.tokens
    if draft.trigger.sort != "noun" or other.scene is not draft.scene:
        return False
    if other.trigger.sort != "verb":
        return False
    above = [draft.trigger.i]
    while len(above) <= CLIMBED and tokens[above[-1]].head != above[-1]:
        above.append(tokens[above[-1]].head)
    called = any(tokens[i].pos == "PRON" for i in above)
    return not set(above if called else above[: BESIDE + 1]).isdisjoint(other.trigger.tokens)


def is_one_reality(draft: Draft, happening: Happening) -> bool:
    """Whether both are real, both to come, both wished or both called off, as far as both tell.

    A measure that is only wished for is not the one that the page takes for granted.
    """
    mine = reality(draft)
    theirs = happening.realities
    if mine is None and draft.trigger.lasting and not draft.definite:
        return not theirs & {"ahead", "off"}
    if code(draft.kind).group == "measure" and (mine == "wished" or "wished" in theirs):
        return theirs == {mine}
    if draft.this and draft.kind in FORCES:
        return "off" not in theirs
    told = theirs - {None, "open"}
    if mine == "open":
        return not told or bool(told & COMING_TRUE)
    return (
        mine is None or mine in told or (not told and ("open" not in theirs or mine in COMING_TRUE))
    )


def _is_same_word(draft: Draft, happening: Happening) -> bool:
    return not draft.trigger.weak and draft.word in happening.words


def _is_same_act(draft: Draft, happening: Happening) -> bool:
    """A verbal act told again: by a noun, with the same source."""
    if draft.trigger.sort != "noun":
        return False
    if not draft.company.parties:
        return draft.definite
    sources = {p.state or p.actor for p in draft.company.parties if p.role == "source"}
    known = {p.state or p.actor for p in happening.known.values() if p.role == "source"}
    return bool(sources & known)


def same_parties(draft: Draft, happening: Happening) -> bool:
    """Whether all parties of the side that names fewer are among the other's; an envoy stands
    for the state, and the state for its envoy, and who is called by a role for one with a name."""
    unnamed = draft.unnamed | happening.unnamed
    mine = {(p.actor, p.state, p.actor in unnamed) for p in draft.company.parties}
    theirs = {(p.actor, p.state, p.actor in unnamed) for p in happening.known.values()}
    if code(draft.kind).group == "encounter":
        theirs -= _with_envoys(theirs)
    if not mine or not theirs:
        return True
    if draft.kind in ONE_WAY and _is_completed(draft, happening):
        return True
    few, many = sorted((mine, theirs), key=lambda side: (len(side), side is theirs))
    return all(any(_is_party(one, other) for other in many) for one in few)


def _is_completed(draft: Draft, happening: Happening) -> bool:
    """Whether one mention only says who does it, and the others to whom: "la libération de X",
    "Y doit les libérer"."""
    mine = {p.role for p in draft.company.parties}
    theirs = {p.role for p in happening.known.values()}
    return {frozenset(mine), frozenset(theirs)} == {frozenset({"source"}), frozenset({"target"})}


def _with_envoys(parties: set[Party]) -> set[Party]:
    """The states among those who meet for whom somebody is named: they stand for nobody else."""
    sent = {state for actor, state, unnamed in parties if actor != state and not unnamed}
    return {p for p in parties if p[0] == p[1] and p[0] in sent}


def _is_party(one: Party, other: Party) -> bool:
    if one[0] == other[0]:
        return True
    if one[1] is None or one[1] != other[1]:
        return False
    return one[1] in (one[0], other[0]) or one[2] or other[2]


def _may_be_one_day(draft: Draft, happening: Happening, since: Interval) -> bool:
    """Whether the times meet; one that is reckoned may be some days off, what is told of a stretch
    of time that no date bounds is of no day, and a day on record that the page does not tell parts
    no mentions of one word."""
    mine, theirs = draft.when, happening.when
    if draft.drawn_out and theirs is not None:
        return False
    if mine is None and happening.recalled and draft.word in happening.words:
        return True
    if mine is not None and theirs is not None and (draft.reckoned or happening.reckoned):
        return interval(mine).widened(ROUGHLY).meets(interval(theirs))
    return times_meet(mine, theirs, since)


def times_meet(mine: When | None, theirs: When | None, since: Interval) -> bool:
    """Whether they may be one day; what bears no date is of the days around the news."""
    own = interval(mine) if mine is not None else since
    other = interval(theirs) if theirs is not None else since
    return own.meets(other)
