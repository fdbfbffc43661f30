"""Who takes part in one mention: whom it names itself, else whom the page names elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from detente.finding.events.cast import Cast
from detente.finding.events.codes import code
from detente.finding.events.drafts import Draft
from detente.finding.events.happenings import Happening, keys
from detente.records import Participant

UNREAL = frozenset({"hoped", "proposed", "hypothetical"})
"""What somebody says that he would do, and has not decided."""

TALKS = "talks"

BOTH = 2
"""Sides that an encounter or a measure has at least: a mention that names them needs no others, and
one party alone is nobody's double."""


def shared(draft: Draft, happening: Happening, cast: Cast) -> tuple[Participant, ...]:
    """Those of an encounter or a measure. Where the mention names both sides they are its parties;
    where it names one or none, the other mentions of the happening complete it, those that use
    its own word before others. The leader whom another mention names stands for the state."""
    own = draft.company.participants
    group = code(draft.kind).group
    named = (p for p in draft.company.parties if not cast.is_vague(p.actor))
    full = len(sides(named)) >= BOTH and draft.kind != "visit"
    found = {p.actor: p for p in own}
    if group == "encounter":
        found |= {p.actor: p for p in _envoys(draft, happening, full)}
    if not full:
        told = [p for p in own if p.actor not in draft.unnamed]
        lent = [p for p in _lent(draft, happening, told, cast) if p.actor not in found]
        if group == "encounter" or not _tells_another(lent, told):
            found |= {p.actor: p for p in lent}
    order = {p.actor: n for n, p in enumerate(happening.participants())}
    listed = sorted(found.values(), key=lambda p: order.get(p.actor, len(order)))
    return _distinct(listed, draft.kind, cast)


def _envoys(draft: Draft, happening: Happening, full: bool) -> list[Participant]:
    """Whom other mentions name of a state that this one names, or calls by a role alone. Talks are
    between states, and so is what states on both sides are said to hold."""
    own = draft.company.participants
    between_states = draft.kind == "talks" or (full and all(p.actor == p.state for p in own))
    states: set[str | None] = set()
    if not between_states:
        states |= {p.state for p in own if p.actor == p.state}
    states |= {p.state for p in own if p.actor in draft.unnamed} - {None}
    known = {p.actor for p in own}
    return [p for p in happening.participants() if p.state in states and p.actor not in known]


def _lent(
    draft: Draft, happening: Happening, own: Sequence[Participant], cast: Cast
) -> list[Participant]:
    """The parties that other mentions lend: those with the same word first, then those of the same
    kind, then all; a side that is known already keeps the form in which it is named."""
    group = code(draft.kind).group
    lender = happening if happening.known else happening.lender or happening
    found: list[Participant] = []
    for key in keys(draft) if group == "encounter" else [()]:
        told = lender.named.get(key, {})
        new = [p for p in told.values() if not any(_is_one(p, q) for q in (*own, *found))]
        found += _distinct(new, draft.kind, cast)
    if group == "encounter":
        return _among_leaders(found, lender, cast)
    ordered = code(draft.kind).of_states
    return [cast.as_state(p) if ordered and p.role == "source" else p for p in found]


def as_sides(
    found: tuple[Participant, ...], draft: Draft, status: str, cast: Cast
) -> tuple[Participant, ...]:
    """The parties as states where these act, not who speaks for them: of a measure that its leader
    only threatens, offers or wishes; of talks that last or are only wished for, unless persons
    alone hold them ("X et Y négocient") or others of that state do too."""
    unreal = status in UNREAL
    if draft.kind == TALKS and (unreal or draft.trigger.lasting) and draft.word not in cast.chats:
        people = [p for p in found if cast.actors[p.actor].kind == "person"]
        times = Counter(p.state for p in found)
        if len(people) == len(found) > 1:
            return found
        sent = (cast.as_his_state(p) if times[p.state] == 1 else p for p in found)
        return tuple({p.actor: p for p in sent}.values())
    if code(draft.kind).group != "measure" or not unreal:
        return found
    told = {p.actor for p in draft.company.participants if p.role == "source"}
    ordered = (cast.as_state(p) if p.actor in told else p for p in found)
    return tuple({p.actor: p for p in ordered}.values())


def sides(found: Iterable[Participant]) -> set[str]:
    """The sides of parties: their states, else they themselves."""
    return {p.state or p.actor for p in found}


def _tells_another(lent: Sequence[Participant], own: Sequence[Participant]) -> bool:
    """Whether a mention names somebody else than the others do for what one side does to another:
    then it tells of another deed of that kind, and they lend it nobody."""
    filled = {p.role for p in own} - {"participant"}
    others = [p for p in lent if p.role in filled]
    return bool(others) and len(lent) > len(others)


def _is_one(one: Participant, other: Participant) -> bool:
    """Whether two are one party: the same, or a state and who acts for it."""
    if one.actor == other.actor:
        return True
    return one.state is not None and one.state == other.state in (one.actor, other.actor)


def _among_leaders(found: list[Participant], lender: Happening, cast: Cast) -> list[Participant]:
    """Leaders meet leaders: where one side is a person, the other is who is named for the state."""
    if not any(cast.actors[p.actor].kind == "person" for p in found):
        return found
    unnamed = cast.unnamed(lender.known)
    sent: dict[str | None, list[Participant]] = {}
    for one in lender.known.values():
        if cast.actors[one.actor].kind == "person" and one.actor not in unnamed:
            sent.setdefault(one.state, []).append(one)
    alone = {state: people[0] for state, people in sent.items() if len(people) == 1}
    return [alone.get(p.state, p) if p.actor == p.state else p for p in found]


def _distinct(found: Iterable[Participant], kind: str, cast: Cast) -> tuple[Participant, ...]:
    """The parties, each once and in one form."""
    named = without_crowds(tuple(found), cast)
    if len(named) < BOTH:
        return named
    group = code(kind).group
    return without_doubles(_without_unnamed(named, cast) if group == "encounter" else named, kind)


def without_crowds(found: tuple[Participant, ...], cast: Cast) -> tuple[Participant, ...]:
    """Groups that are told by a word for anybody ("certains") are left out where someone else is
    named."""
    named = tuple([p for p in found if not cast.is_vague(p.actor)]) if len(found) > 1 else ()
    return named or found


def _without_unnamed(found: tuple[Participant, ...], cast: Cast) -> tuple[Participant, ...]:
    """Of two persons of one state, who is only called by a role ("un ministre X", in a headline) is
    the one who is named."""
    unnamed = cast.unnamed(p.actor for p in found)
    people = (p for p in found if p.actor != p.state and p.actor not in unnamed)
    states = {p.state for p in people if cast.actors[p.actor].kind == "person"}
    return tuple(p for p in found if p.actor not in unnamed or p.state not in states)


def without_doubles(found: tuple[Participant, ...], kind: str) -> tuple[Participant, ...]:
    """A state and its own envoy are one party: who meets is the envoy, what states do is the
    state's; else who is named first."""
    states = {p.actor for p in found if p.actor == p.state}
    envoys = {p.state for p in found if p.actor != p.state and p.state is not None}
    both = states & envoys
    if code(kind).group == "encounter":
        return tuple(p for p in found if p.actor not in both)
    if code(kind).of_states:
        return tuple(p for p in found if p.state not in both or p.actor == p.state)
    first: dict[str, bool] = {}
    for p in found:
        if p.state in both:
            first.setdefault(p.state or "", p.actor == p.state)
    return tuple(p for p in found if p.state not in both or first[p.state] == (p.actor == p.state))
