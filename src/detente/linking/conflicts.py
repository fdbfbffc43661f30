"""Conflicts: where independent pages disagree, each side with its source. Nothing is settled."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import combinations

from detente.days import Interval, iso
from detente.linking.claims import Claims, Counted, Said, Told
from detente.linking.decisions import Decided
from detente.linking.figures import disagree, figures_of_one
from detente.linking.happenings import PLANS
from detente.linking.occasions import Occasion
from detente.linking.places import Places
from detente.linking.quoting import Comparer
from detente.linking.utterances import Utterance

Row = dict[str, object]

_OFF = ("cancelled", "denied")
_TOOK_PLACE = ("held", "ongoing")
_SHORT = 7
"""Days of a stretch that is told to the day."""
_SURE = 0.75
"""How sure a reading must be to stand against another: a doubtful one is no disagreement."""
_LASTING = frozenset({"summit", "talks", "visit"})
"""Kinds that may take days, of which pages tell now one and now another."""
_FRESH = 180
"""Days after which a page only recalls what was said."""
_FIGURES = 0.8
"""How sure it is that two figures of one measure and time measure one thing."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One page's word on a matter: the value, how it reads, the finding that gives it."""

    value: str
    words: str
    finding: str
    page: str
    start: int
    end: int


Side = Sequence[Claim]


@dataclass(frozen=True, slots=True)
class Matter:
    """What pages may disagree about: their claims, and when two sides exclude one another."""

    kind: str
    subject: str
    claims: Side
    apart: Callable[[Side, Side], bool]
    score: float

    @property
    def id(self) -> str:
        """The id that a conflict about it has."""
        matter = f"{self.kind} {self.subject}".encode()
        return "x-" + hashlib.blake2b(matter, digest_size=6).hexdigest()

    def sides(self, texts: Mapping[str, str]) -> list[list[Claim]]:
        """The claims by value, of those values that another text's value excludes; in order.
        ``texts`` maps each page to the first of those that copy one another."""
        sides: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.claims:
            sides[claim.value].append(claim)
        against = {
            value
            for a, b in combinations(sorted(sides), 2)
            if _others(sides[a], sides[b], texts) and self.apart(sides[a], sides[b])
            for value in (a, b)
        }
        return [sides[value] for value in sorted(against)]


def rows(matters: Iterable[Matter], claims: Claims, decided: Decided) -> list[Row]:
    """Rows of the table ``conflict``, one for each page on each side; none for what a person
    rejected."""
    found: list[Row] = []
    texts = _texts(claims)
    for matter in matters:
        verdict = decided.conflicts.get(matter.id)
        sides = matter.sides(texts) if verdict != "reject" else []
        score = 1.0 if verdict == "confirm" else matter.score
        for number, side in enumerate(sides, 1):
            found += _rows(matter, number, side, score, claims)
    return found


def of_utterances(
    utterances: Iterable[Utterance], comparer: Comparer, claims: Claims
) -> Iterator[Matter]:
    """Different speakers of one utterance; a page that recalls it long after is no witness."""

    def apart(a: Side, b: Side) -> bool:
        return comparer.apart(a[0].value, b[0].value)

    for one in utterances:
        said = [member.said for member in one.members if _is_sure(member.said, comparer)]
        said = [q for q in said if not _is_recalled(q.page, {o.page for o in said}, claims)]
        if len({quotation.speaker for quotation in said}) > 1:
            told = [_claim(q, q.speaker or "", comparer.name(q.speaker or "")) for q in said]
            yield Matter("speaker", one.id, told, apart, one.score)


def _is_recalled(page: str, pages: Iterable[str], claims: Claims) -> bool:
    """Whether a page came out long after the first of some pages."""
    own = claims.sources[page].published.earliest
    others = (claims.sources[other].published.latest for other in pages)
    first = min((day for day in others if day), default=None)
    return bool(own and first and (own - first).days > _FRESH)


def _is_sure(said: Said, comparer: Comparer) -> bool:
    """Whether a quotation names one speaker, and surely; who several people are is often meant."""
    return (
        said.speaker is not None
        and said.confidence >= _SURE
        and comparer.kind(said.speaker) != "group"
    )


def of_occasions(occasions: Iterable[Occasion], claims: Claims, places: Places) -> Iterator[Matter]:
    """Different dates, places and statuses of one occasion."""
    texts = _texts(claims)
    for one in occasions:
        if len({texts[page] for page in one.pages}) > 1:
            there = [_claim(told, told.place) for told in one.mentions if told.place]
            elsewhere = partial(_elsewhere, there, places)
            held, plans = _dates(one, claims)
            lasting = {told.id for told in one.mentions if told.kind in _LASTING}
            days = partial(_other_days, held, lasting)
            yield Matter("status", one.id, list(_statuses(one, claims)), _undone, one.score)
            yield Matter("place", one.id, there, elsewhere, one.score)
            yield Matter("date", one.id, held, days, one.score)
            if not Matter("date", one.id, held, days, one.score).sides(texts):
                at_once = partial(_other_plans, claims)
                yield Matter("date", one.id, plans, at_once, one.score)


def of_figures(occasions: Sequence[Occasion], claims: Claims) -> Iterator[Matter]:
    """Different values for one figure: a count of an occasion, or one measure of one time."""

    def apart(a: Side, b: Side) -> bool:
        return disagree(a[0].value, b[0].value)

    for subject, figures in figures_of_one(claims, occasions):
        kind = "count" if subject.startswith("o-") else "figure"
        found = [_claim(one, f"{one.value:.12g}", one.text) for one in figures]
        yield Matter(kind, subject, found, apart, _FIGURES)


def _elsewhere(told: Side, places: Places, a: Side, b: Side) -> bool:
    """Places that exclude one another, told by pages that agree on no other place."""
    if places.compare(a[0].value, b[0].value) != "different":
        return False
    here = {one.value for one in told if one.page in {claim.page for claim in a}}
    there = {one.value for one in told if one.page in {claim.page for claim in b}}
    return not any(places.compare(x, y) == "same" for x in here for y in there)


def _dates(occasion: Occasion, claims: Claims) -> tuple[list[Claim], list[Claim]]:
    """Days of what took place, and days of the plans. The two may differ without conflict, and so
    may a season and a month; a page whose own day is only inferred tells none to the day."""
    held: list[Claim] = []
    plans: list[Claim] = []
    for one in occasion.mentions:
        known = claims.sources[one.page].published.days == 1
        sure = known and one.firm and one.confidence >= _SURE
        if one.dated and sure and (one.days.days or 9999) <= 31:
            first, last = iso(one.days.earliest), iso(one.days.latest)
            claim = _claim(one, first if first and first == last else f"{first}/{last}")
            (plans if one.status in PLANS else held).append(claim)
    return held, plans


def _other_days(told: Side, lasting: Container[str], a: Side, b: Side) -> bool:
    """Days that exclude one another; those of a stretch that some page knows, or next to one
    another of what may last days, do not."""
    one, other = _days(a[0].value), _days(b[0].value)
    if one.meets(other):
        return _overlap(one, other)
    if one.widened(2).meets(other) and any(claim.finding in lasting for claim in (*a, *b)):
        return False
    stretches = [days for claim in told if 1 < ((days := _days(claim.value)).days or 0) <= _SHORT]
    return not any(all_ & one == one and all_ & other == other for all_ in stretches)


def _other_plans(claims: Claims, a: Side, b: Side) -> bool:
    """Plans for days that exclude one another, by pages that came out at one time: a plan may
    have been changed since."""
    one, other = _days(a[0].value), _days(b[0].value)
    if one.meets(other) and not _overlap(one, other):
        return False
    out = [[claims.sources[claim.page].published for claim in side] for side in (a, b)]
    return any(x.widened(_SHORT).meets(y) for x in out[0] for y in out[1])


def _overlap(a: Interval, b: Interval) -> bool:
    """Two stretches told to the day that share days, neither within the other."""
    short = max(a.days or 9999, b.days or 9999) <= _SHORT
    return short and a & b not in (a, b)


def _days(value: str) -> Interval:
    first, _, last = value.partition("/")
    return Interval(Interval.of(first).earliest, Interval.of(last or first).latest)


def _statuses(occasion: Occasion, claims: Claims) -> Iterator[Claim]:
    """Held by one page, not held by another that came out when it should have been."""
    due = occasion.days.earliest
    for one in occasion.mentions:
        published = claims.sources[one.page].published.latest
        if one.status in _TOOK_PLACE:
            yield _claim(one, "held")
        elif one.status in _OFF and (due is None or published is None or published >= due):
            yield _claim(one, one.status)


def _undone(a: Side, b: Side) -> bool:
    return (a[0].value == "held") != (b[0].value == "held")


def _claim(one: Told | Counted | Said, value: str, words: str = "") -> Claim:
    return Claim(value, words or value, one.id, one.page, one.start, one.end)


def _texts(claims: Claims) -> Mapping[str, str]:
    return {page: source.copies for page, source in claims.sources.items()}


def _others(a: Iterable[Claim], b: Iterable[Claim], texts: Mapping[str, str]) -> bool:
    """Whether the two sides are told by different texts: neither does one page argue with itself
    nor a text with its copy."""
    return not {texts[one.page] for one in a} & {texts[one.page] for one in b}


def _rows(
    matter: Matter, number: int, side: Sequence[Claim], score: float, claims: Claims
) -> Iterator[Row]:
    pages: dict[str, Claim] = {}
    for one in sorted(side, key=lambda one: (one.page, one.start)):
        pages.setdefault(one.page, one)
    names = ", ".join(sorted(map(claims.name, pages)))
    for page, one in pages.items():
        yield {
            "conflict_id": matter.id,
            "kind": matter.kind,
            "subject": matter.subject,
            "side": number,
            "value": one.value,
            "finding_id": one.finding,
            "page_id": page,
            "start": one.start,
            "end": one.end,
            "sources": claims.independent(set(pages)),
            "score": score,
            "because": f"{matter.kind} {one.words} by {names}",
        }
