"""Who takes part where the words leave it to the page: the two it tells of, whom penalties hit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from detente.finding.events.cast import Cast
from detente.finding.events.drafts import Draft
from detente.finding.events.happenings import Happening
from detente.finding.events.sharing import sides, without_doubles
from detente.records import Participant

BETWEEN = frozenset(
    {"meeting", "call", "summit", "talks", "correspondence"} | {"agreement", "ceasefire"}
)
"""Kinds that take two, and are told without naming them."""

STATES_ONLY = frozenset({"talks", "agreement", "ceasefire"})
"""Of these, what is between states rather than persons."""

TRUCE = "ceasefire"
"""What others call for too, between whoever fights: nobody else may be spoken of with it."""

SIDES: frozenset[str] = frozenset({"person", "state", "organization"})
"""Kinds of actors that may be one of the two."""

VISIT = "visit"

PENALTIES = frozenset({"sanction", "sanction_relief"})

AID = "aid"

RELEASE = "release"

NEAR = 4
"""Tokens after a noun within which an adjective may tell of it."""

TWO = 2
CLEARLY = 2
"""How many times as often as any others the page tells of the two that it is about."""


@dataclass(frozen=True, slots=True)
class Implied:
    """The two sides that the page tells of most, those by whom they meet in an encounter of each
    kind, whom its penalties hit, most often first, and the happenings (by number) of which the
    page speaks with the two alone: others meet at a summit on public record."""

    pair: tuple[str, ...] = ()
    met: Mapping[str, tuple[Participant, ...]] = field(default_factory=dict)
    hit: tuple[Participant, ...] = ()
    theirs: frozenset[int] = frozenset()
    helped: tuple[Participant, ...] = ()
    """Who receives all the aid that the page tells with its receiver."""
    freed: tuple[Participant, ...] = ()
    """The persons of whose release the page tells, where it names the same each time."""
    journeys: Mapping[str, tuple[Participant, ...]] = field(default_factory=dict)
    """For each who is on a journey, the states that the page says he goes to."""
    joint: tuple[Participant, ...] = ()
    """The two sides of all that the page tells sides to do together, where they are the same."""
    between: Mapping[str, tuple[tuple[Participant, ...], ...]] = field(default_factory=dict)
    """For each kind the two sides, or more, of whom the page tells it, most often first."""


def implied(happenings: Sequence[Happening], cast: Cast) -> Implied:
    """What the happenings of a page, by who takes part in them, leave to be understood."""
    pairs: Counter[tuple[str, ...]] = Counter()
    hit: Counter[Participant] = Counter()
    met: dict[tuple[str, ...], dict[str, tuple[Participant, ...]]] = {}
    for happening in happenings:
        told = happening.participants()
        named = tuple(p for p in told if cast.actors[p.actor].kind != "group")
        two = tuple(sorted(sides(named)))
        if len(two) == TWO and all(map(cast.is_side, named)):
            pairs[two] += len(happening.drafts)
            if _in_person(named, cast):
                met.setdefault(two, {}).setdefault(happening.kind, named)
        if happening.kind in PENALTIES:
            hit.update({p: len(happening.drafts) for p in told if p.role == "target"})
    ranked = pairs.most_common(TWO)
    others = ranked[1][1] if len(ranked) > 1 else 1
    clear = bool(ranked) and ranked[0][1] >= CLEARLY * others
    pair = ranked[0][0] if clear else ()
    theirs = (h.number for h in happenings if pair and _is_theirs(h, pair, cast))
    ordered = tuple(p for p, _ in hit.most_common())
    theirs_alone, journeys = frozenset(theirs), _journeys(happenings)
    between, helped = _between(happenings), _helped(happenings)
    return Implied(
        pair=pair,
        met=met.get(pair, {}),
        hit=ordered,
        theirs=theirs_alone,
        helped=helped,
        freed=_freed(happenings, cast),
        journeys=journeys,
        joint=_joint(happenings, cast),
        between=between,
    )


def _joint(happenings: Sequence[Happening], cast: Cast) -> tuple[Participant, ...]:
    """The two between whom are all the talks, accords and truces of a page that names them."""
    told = [h.participants() for h in happenings if h.kind in STATES_ONLY]
    known = [t for t in told if len(sides(t)) >= TWO]
    same = {frozenset(sides(t)) for t in known}
    two = len(same) == 1 and len(next(iter(same))) == TWO
    return known[0] if two and not any(cast.is_vague(p.actor) for p in known[0]) else ()


def _helped(happenings: Sequence[Happening]) -> tuple[Participant, ...]:
    """The one receiver of all the aid of a page; nobody where there are several."""
    told = (p for h in happenings if h.kind == AID for p in h.participants() if p.role == "target")
    found = {p.state or p.actor: p for p in told}
    return tuple(found.values()) if len(found) == 1 else ()


def _freed(happenings: Sequence[Happening], cast: Cast) -> tuple[Participant, ...]:
    """The persons whom all mentions of a release free that name any."""
    drafts = [d for h in happenings if h.kind == RELEASE for d in h.drafts]
    named = [[p for p in d.company.participants if p.role == "target"] for d in drafts]
    told = [[p for p in t if cast.actors[p.actor].kind == "person"] for t in named]
    known = {frozenset(p.actor for p in t): t for t in told if t}
    return tuple(next(iter(known.values()))) if len(known) == 1 else ()


def _between(happenings: Sequence[Happening]) -> dict[str, tuple[tuple[Participant, ...], ...]]:
    """The sides of whom each kind is told most often, of equals the first told; where somebody goes
    is each traveller's own."""
    times: dict[str, Counter[tuple[Participant, ...]]] = {}
    for happening in happenings:
        told = happening.participants()
        if happening.kind != VISIT and len(sides(told)) >= TWO:
            times.setdefault(happening.kind, Counter())[told] += len(happening.drafts)
    return {kind: tuple(t for t, _ in c.most_common()) for kind, c in times.items()}


def _journeys(happenings: Sequence[Happening]) -> dict[str, tuple[Participant, ...]]:
    """Where those go who are on a journey, by the happenings that tell it."""
    found: dict[str, dict[str, Participant]] = {}
    for happening in happenings:
        told = happening.participants() if happening.kind == VISIT else ()
        hosts = {p.actor: p for p in told if p.actor == p.state}
        for one in told:
            if one.actor != one.state:
                theirs = {id: p for id, p in hosts.items() if p.state != one.state}
                found.setdefault(one.actor, {}).update(theirs)
    return {who: tuple(hosts.values()) for who, hosts in found.items()}


def completed(
    found: tuple[Participant, ...], draft: Draft, happening: Happening, page: Implied, cast: Cast
) -> tuple[Participant, ...]:
    """The parties of a mention with those whom the page implies: the two it is about, where it
    names nobody; whom a penalty hits or aid goes to, where it names only who gives it."""
    between = draft.kind in BETWEEN and happening.number in page.theirs
    if not found and between and _speaks_of(draft, page.pair, cast):
        return _two(draft, page, cast)
    most = next(iter(page.between.get(draft.kind, ())), ())
    if not found and _is_among(draft, most, cast):
        return most
    apart = draft.kind == TRUCE and not _is_among(draft, page.joint, cast)
    if not found and draft.kind in STATES_ONLY and not (apart or _is_inner(draft, cast)):
        return page.joint
    if len(sides(found)) == 1 and draft.kind != VISIT:
        found = _with_other_side(found, draft, page, cast)
    if draft.kind == VISIT and draft.trigger.sort == "noun":
        return _gone(found, draft, page, cast)
    if found and draft.kind in PENALTIES and not any(p.role == "target" for p in found):
        known = sides(found)
        others = (p for p in page.hit if (p.state or p.actor) not in known)
        return (*found, *islice(others, 1))
    filled = {RELEASE: _with_freed, AID: _with_receiver}.get(draft.kind)
    return filled(found, draft, page) if filled is not None else found


def _with_freed(
    found: tuple[Participant, ...], draft: Draft, page: Implied
) -> tuple[Participant, ...]:
    """Those of a release with the persons whom the page's others free, where the mention names
    nobody and takes them for known: "leur libération", "la libération des deux chercheurs"."""
    if any(p.role == "target" for p in found) or not _takes_for_known(draft, len(page.freed) > 1):
        return found
    return (*found, *page.freed)


def _takes_for_known(draft: Draft, several: bool) -> bool:
    """Whether a noun is told of whom the page has named, by a possessive, an article or a number
    that fits; a headline tells first whom the page names then."""
    parse = draft.scene.parse
    below = parse.kids(draft.trigger.i, "nmod", "det") if draft.trigger.sort == "noun" else ()
    own = [t for t in below if t.dep == "det" and "Poss=Yes" in t.morph]
    whom = [t for t in below if t.dep == "nmod" and parse.kids(t.i, "case") and t.pos == "NOUN"]
    if own:
        return True
    for token in whom[:1]:
        around = (*parse.kids(token.i, "det", "case"), token)
        known = any(m in t.morph for t in around for m in ("Definite=Def", "PronType=Dem"))
        known = known or (draft.scene.is_title and bool(parse.kids(token.i, "nummod", "det")))
        return known and ("Number=Plur" in token.morph) == several
    return False


def _is_inner(draft: Draft, cast: Cast) -> bool:
    """Whether an adjective says that something goes on among the people of one country."""
    last = draft.trigger.tokens[-1] + 1
    near = draft.scene.parse.tokens[last : last + NEAR]
    return any(cast.is_inner(t.word) for t in near)


def _with_receiver(
    found: tuple[Participant, ...], draft: Draft, page: Implied
) -> tuple[Participant, ...]:
    """Those who give aid with the one who receives all that the page tells of; whom nothing is
    given to is told beside it."""
    given = bool(found) and draft.evidence.status != "denied"
    if not given or any(p.role == "target" for p in found):
        return found
    return (*found, *(p for p in page.helped if (p.state or p.actor) not in sides(found)))


def _with_other_side(
    found: tuple[Participant, ...], draft: Draft, page: Implied, cast: Cast
) -> tuple[Participant, ...]:
    """Those of a mention that names one side, with the other side that the page tells of most
    beside it, for what is done in the same direction."""
    own = {(p.state or p.actor, p.role) for p in found}
    for told in page.between.get(draft.kind, ()):
        two = len(sides(told)) == TWO and not any(cast.is_vague(p.actor) for p in told)
        both = two and own < {(p.state or p.actor, p.role) for p in told}
        if both and _is_among(draft, told, cast):
            others = tuple(p for p in told if (p.state or p.actor, p.role) not in own)
            return (*found, *without_doubles(others, draft.kind))
    return found


def _gone(
    found: tuple[Participant, ...], draft: Draft, page: Implied, cast: Cast
) -> tuple[Participant, ...]:
    """Those of a journey with the host that the page tells of; of a tour with all its hosts."""
    tour = draft.word in cast.tours
    guests = [p for p in found if p.actor != p.state]
    hosts = page.journeys.get(guests[0].actor, ()) if len(guests) == 1 else ()
    if not tour and (len(found) > 1 or len(hosts) > 1):
        return found
    known = {p.actor for p in found}
    return (*found, *(p for p in hosts if p.actor not in known))


def _is_theirs(happening: Happening, pair: tuple[str, ...], cast: Cast) -> bool:
    """Whether no mention of a happening is told with a stranger to the two, nor is its day that of
    a gathering on record."""
    when = happening.when
    if happening.kind == "summit" and when is not None and when.basis == "known":
        return False
    return all(_sides(draft, cast) <= set(pair) for draft in happening.drafts)


def _speaks_of(draft: Draft, pair: tuple[str, ...], cast: Cast) -> bool:
    """Whether the sentence of a mention names one of the two, and no stranger to them."""
    named = _sides(draft, cast)
    return bool(named) and named <= set(pair)


def _is_among(draft: Draft, known: tuple[Participant, ...], cast: Cast) -> bool:
    """Whether the sentence of a mention names no stranger to those."""
    return bool(known) and _sides(draft, cast) <= sides(known)


def _sides(draft: Draft, cast: Cast) -> set[str]:
    """Those whom the sentence of a mention names, by their states."""
    actors = (cast.actors.get(m.actor or "") for m in draft.scene.named.values())
    return {cast.state_of(a) or a.id for a in actors if a is not None and a.kind in SIDES}


def _in_person(named: tuple[Participant, ...], cast: Cast) -> bool:
    """Whether those named are two persons, one for each side."""
    return len(named) == TWO and all(cast.actors[p.actor].kind == "person" for p in named)


def _two(draft: Draft, page: Implied, cast: Cast) -> tuple[Participant, ...]:
    """The two, in person where the page tells who met in an encounter of that kind (ministers who
    met are not those of a summit) or, for a summit, who leads them; else as states."""
    if draft.kind not in STATES_ONLY and draft.kind in page.met:
        return page.met[draft.kind]
    leaders = [cast.leader(side) for side in page.pair] if draft.kind == "summit" else [None]
    states = [cast.state(side) or cast.actors.get(side) for side in page.pair]
    return tuple(
        Participant(actor=a.id, role="participant", state=cast.state_of(a), mention=None)
        for a in (leaders if all(leaders) else states)
        if a is not None
    )
