"""Relations: how warm two states were in a month, as a sum of what passed between them.

Each occasion and each utterance counts once, however many pages tell it. Its points are the
weight of its kind (or the stance of its words), less for what is only planned, less for the
second and third of the same kind by the same actor, less for doubt; a common factor keeps the sum
within -10 and 10. Points are rounded first and added after, so the sum can be checked by hand.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import combinations

import msgspec

from detente.days import iso
from detente.linking.claims import Claims
from detente.linking.occasions import Occasion
from detente.linking.stance import stance
from detente.linking.utterances import Utterance

Row = dict[str, object]

_MOST_STATES = 4
"""Beyond this many states a gathering tells little of any two of them."""


class _Statement(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    weight: float
    least: float


class _Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    thaw: float
    freeze: float
    least_evidence: int
    crowd: float


class Scale(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table ``warmth.toml``."""

    kinds: dict[str, float]
    statuses: dict[str, float]
    statement: _Statement
    words: _Words


@dataclass(frozen=True, slots=True)
class Move:
    """One thing that moved a relation: its weight before damping, and who and what it was."""

    states: tuple[str, str]
    month: str
    subject: str
    weight: float
    repeats: str
    sure: float
    page: str
    start: int
    end: int
    because: str


@cache
def scale() -> Scale:
    """The weights and thresholds."""
    data = resources.files(__package__).joinpath("warmth.toml").read_bytes()
    return msgspec.toml.decode(data, type=Scale)


def rows(
    utterances: Sequence[Utterance], occasions: Sequence[Occasion], claims: Claims
) -> tuple[list[Row], list[Row]]:
    """Rows of the tables ``relation`` and ``contribution``."""
    months: dict[tuple[str, str, str], list[Move]] = defaultdict(list)
    for move in (*_of_occasions(occasions, claims), *_of_utterances(utterances, claims)):
        months[(*move.states, move.month)].append(move)
    relations: list[Row] = []
    contributions: list[Row] = []
    for key, moves in sorted(months.items()):
        parts = _parts(key, moves)
        contributions += parts
        relations.append(_month(key, parts, moves))
    return relations, contributions


def _of_occasions(occasions: Iterable[Occasion], claims: Claims) -> Iterator[Move]:
    for one in occasions:
        kind = "gathering" if one.family == "gathering" else one.kind
        weight = scale().kinds.get(kind, 0.0) * scale().statuses[one.status]
        month = _month_of(one, claims)
        if not weight or month is None:
            continue
        for states in _pairs(one):
            yield Move(
                states=states,
                month=month,
                subject=one.id,
                weight=weight,
                repeats=f"{kind} {one.source or ''}",
                sure=one.score * one.head.confidence,
                page=one.head.page,
                start=one.head.start,
                end=one.head.end,
                because=f"{one.status} {kind}",
            )


def _pairs(one: Occasion) -> list[tuple[str, str]]:
    """The pairs of states between which an occasion passed, in order."""
    sources = {s for happening in one.happenings for s in happening.source}
    targets = {s for happening in one.happenings for s in happening.target}
    if sources and targets:
        found = {(min(a, b), max(a, b)) for a in sources for b in targets if a != b}
    elif len(one.states) <= _MOST_STATES and not sources:
        found = set(combinations(one.states, 2))
    else:
        return []
    return sorted(pair for pair in found if all(_is_state(state) for state in pair))


def _is_state(id: str) -> bool:
    return len(id) == 3 and id.isalpha() and id.isupper()


def _month_of(one: Occasion, claims: Claims) -> str | None:
    """The month it was in; without a date, that of the first page which tells it."""
    if one.dated and (one.days.days or 999) <= 31:
        return (iso(one.days.earliest) or "")[:7]
    return min((m for page in one.pages if (m := _published(page, claims))), default=None)


def _published(page: str, claims: Claims) -> str | None:
    published = claims.sources[page].published
    if (published.days or 999) > 31:
        return None
    return (iso(published.latest) or "")[:7]


def _of_utterances(utterances: Iterable[Utterance], claims: Claims) -> Iterator[Move]:
    for one in utterances:
        said = one.head.said
        party = claims.parties.get(one.speaker or "")
        if party is None or said.polarity != "asserted":
            continue
        about = {
            state
            for id in said.about
            for state in (claims.parties[id].states if id in claims.parties else ())
        }
        pairs = {(min(a, b), max(a, b)) for a in party.states for b in about - party.states}
        if not pairs:
            continue
        lean = stance(said.content, claims.sources[said.page].language)
        month = (iso(one.said.latest) or "")[:7]
        if abs(lean) < scale().statement.least or not month:
            continue
        for states in sorted(pair for pair in pairs if all(_is_state(s) for s in pair)):
            yield Move(
                states=states,
                month=month,
                subject=one.id,
                weight=round(lean * scale().statement.weight, 4),
                repeats=f"{'warm' if lean > 0 else 'cold'} words of {one.speaker}",
                sure=one.score * said.confidence,
                page=said.page,
                start=said.start,
                end=said.end,
                because=f"{'warm' if lean > 0 else 'cold'} words of {party.name}",
            )


def _parts(key: tuple[str, str, str], moves: Sequence[Move]) -> list[Row]:
    """Rows of ``contribution``, the strongest first."""
    ordered = sorted(moves, key=lambda one: (-abs(one.weight * one.sure), one.subject))
    times: dict[str, int] = defaultdict(int)
    damped: list[tuple[Move, float]] = []
    for move in ordered:
        times[move.repeats] += 1
        damped.append((move, move.sure / times[move.repeats]))
    crowd = scale().words.crowd
    factor = crowd / (crowd + sum(abs(move.weight) * left for move, left in damped))
    found: list[Row] = []
    for move, left in damped:
        damping = round(left * factor, 4)
        found.append(
            {
                "state_a": key[0],
                "state_b": key[1],
                "month": key[2],
                "subject": move.subject,
                "weight": move.weight,
                "damping": damping,
                "points": round(move.weight * damping, 2),
                "page_id": move.page,
                "start": move.start,
                "end": move.end,
                "because": f"{move.because}: {move.weight:+.2f}, of which {damping:.0%} is left",
            }
        )
    return found


def _month(key: tuple[str, str, str], parts: Sequence[Row], moves: Sequence[Move]) -> Row:
    points = [float(str(part["points"])) for part in parts]
    warmth = round(math.fsum(points), 2)
    sure = {move.subject: move.sure for move in moves}
    doubt = sum(
        p * p * (1 - sure[str(part["subject"])]) for p, part in zip(points, parts, strict=True)
    )
    half = 1.645 * math.sqrt(doubt + 4 / (len(parts) + 1))
    subjects = list(dict.fromkeys(str(part["subject"]) for part in parts))
    return {
        "state_a": key[0],
        "state_b": key[1],
        "month": key[2],
        "warmth": warmth,
        "low": round(max(-10.0, warmth - half), 2),
        "high": round(min(10.0, warmth + half), 2),
        "word": word(warmth, len(subjects)),
        "evidence": len(subjects),
        "moved_by": subjects,
        "because": "sum of " + " ".join(f"{one:+.2f}" for one in points),
    }


def word(warmth: float, evidence: int) -> str:
    """The month in a word."""
    words = scale().words
    if evidence < words.least_evidence:
        return "too little evidence"
    if warmth >= words.thaw:
        return "thaw"
    return "freeze" if warmth <= words.freeze else "standstill"
