"""Conflicts: where independent pages disagree, each side with its source. Nothing is settled."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from detente.days import Interval, iso
from detente.linking.claims import Claims, Counted, Said, Told
from detente.linking.decisions import Decided
from detente.linking.figures import disagree, near, subject_of
from detente.linking.happenings import PLANS
from detente.linking.occasions import Occasion
from detente.linking.places import Places
from detente.linking.quoting import Comparer
from detente.linking.utterances import Utterance

Row = dict[str, object]

_OFF = ("cancelled", "denied")
_TOOK_PLACE = ("held", "ongoing")
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


@dataclass(frozen=True, slots=True)
class Matter:
    """What pages may disagree about: their claims, and which two values exclude one another."""

    kind: str
    subject: str
    claims: Sequence[Claim]
    apart: Callable[[str, str], bool]
    score: float

    @property
    def id(self) -> str:
        """The id that a conflict about it has."""
        matter = f"{self.kind} {self.subject}".encode()
        return "x-" + hashlib.blake2b(matter, digest_size=6).hexdigest()

    def sides(self) -> list[list[Claim]]:
        """The claims by value, of those values that another page's value excludes; in order."""
        sides: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.claims:
            sides[claim.value].append(claim)
        against = {
            value
            for a, b in combinations(sorted(sides), 2)
            if self.apart(a, b) and _others(sides[a], sides[b])
            for value in (a, b)
        }
        return [sides[value] for value in sorted(against)]


def rows(matters: Iterable[Matter], claims: Claims, decided: Decided) -> list[Row]:
    """Rows of the table ``conflict``, in order of id and side; none for what a person rejected."""
    found: list[Row] = []
    for matter in matters:
        verdict = decided.conflicts.get(matter.id)
        sides = matter.sides() if verdict != "reject" else []
        score = 1.0 if verdict == "confirm" else matter.score
        found += (_row(matter, n, side, score, claims) for n, side in enumerate(sides, 1))
    return sorted(found, key=lambda row: (str(row["conflict_id"]), int(str(row["side"]))))


def of_utterances(utterances: Iterable[Utterance], comparer: Comparer) -> Iterator[Matter]:
    """Different speakers of one utterance."""

    def apart(a: str, b: str) -> bool:
        return comparer.speaker(a, b) == "different"

    for one in utterances:
        said = [member.said for member in one.members if member.said.speaker]
        if len({quotation.speaker for quotation in said}) > 1:
            claims = [_claim(q, q.speaker or "", comparer.name(q.speaker or "")) for q in said]
            yield Matter("speaker", one.id, claims, apart, one.score)


def of_occasions(occasions: Iterable[Occasion], claims: Claims, places: Places) -> Iterator[Matter]:
    """Different dates, places and statuses of one occasion."""

    def elsewhere(a: str, b: str) -> bool:
        return places.compare(a, b) == "different"

    for one in occasions:
        if len(one.pages) > 1:
            there = [_claim(told, told.place) for told in one.mentions if told.place]
            yield Matter("date", one.id, list(_dates(one)), _other_days, one.score)
            yield Matter("place", one.id, there, elsewhere, one.score)
            yield Matter("status", one.id, list(_statuses(one, claims)), _undone, one.score)


def of_figures(occasions: Sequence[Occasion], claims: Claims) -> Iterator[Matter]:
    """Different values for one figure: a count of an occasion, or one measure of one time."""
    groups: dict[tuple[str, str], list[Counted]] = defaultdict(list)
    at = near(claims.counted, occasions)
    for figure in claims.counted:
        for matter in subject_of(figure, at.get(figure.id)):
            groups[matter].append(figure)
    for (kind, subject), figures in sorted(groups.items()):
        found = [_claim(one, f"{one.value:.12g}", one.text) for one in figures]
        yield Matter(kind, subject, found, disagree, _FIGURES)


def _dates(occasion: Occasion) -> Iterator[Claim]:
    """Days told by dated mentions: of what took place if any page says that it did, else of the
    plans. A plan and what came of it may differ without conflict."""
    dated = [one for one in occasion.mentions if one.dated]
    happened = [one for one in dated if one.status not in PLANS]
    for one in happened or dated:
        first, last = iso(one.days.earliest), iso(one.days.latest)
        yield _claim(one, first if first and first == last else f"{first}/{last}")


def _other_days(a: str, b: str) -> bool:
    return not _days(a).meets(_days(b))


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


def _undone(a: str, b: str) -> bool:
    return (a == "held") != (b == "held")


def _claim(one: Told | Counted | Said, value: str, words: str = "") -> Claim:
    return Claim(value, words or value, one.id, one.page, one.start, one.end)


def _others(a: Iterable[Claim], b: Iterable[Claim]) -> bool:
    """Whether the two sides are told by different pages: one page does not argue with itself."""
    return not {one.page for one in a} & {one.page for one in b}


def _row(matter: Matter, number: int, side: Sequence[Claim], score: float, claims: Claims) -> Row:
    first = min(side, key=lambda one: (one.page, one.start))
    pages = {one.page for one in side}
    return {
        "conflict_id": matter.id,
        "kind": matter.kind,
        "subject": matter.subject,
        "side": number,
        "value": first.value,
        "finding_id": first.finding,
        "page_id": first.page,
        "start": first.start,
        "end": first.end,
        "sources": claims.independent(pages),
        "score": score,
        "because": f"{matter.kind} {first.words} by {', '.join(sorted(map(claims.name, pages)))}",
    }
