"""What moved a relation: each occasion and each utterance, with its weight before damping."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib import resources
from itertools import combinations

import msgspec
import pyarrow as pa

from detente.days import iso
from detente.linking.claims import Claims
from detente.linking.occasions import Occasion
from detente.linking.stance import stance
from detente.linking.utterances import Utterance

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


class Move(msgspec.Struct, frozen=True):
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


def of_occasions(occasions: Iterable[Occasion], claims: Claims) -> Iterator[Move]:
    """What occasions moved."""
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


def of_utterances(utterances: Iterable[Utterance], claims: Claims) -> Iterator[Move]:
    """What the words of one state about another moved."""
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


def remembered(moves: Sequence[Move]) -> pa.Table:
    """Moves as a table."""
    rows = [msgspec.structs.asdict(one) for one in moves]
    return pa.Table.from_pylist(rows, schema=_SHAPE)


def again(memory: pa.Table | None, subjects: frozenset[str]) -> list[Move]:
    """The moves of some subjects, as they are remembered."""
    rows = memory.to_pylist() if memory is not None else ()
    return [msgspec.convert(row, Move) for row in rows if row["subject"] in subjects]


_SHAPE = pa.schema(
    {
        "states": pa.list_(pa.string()),
        "month": pa.string(),
        "subject": pa.string(),
        "weight": pa.float64(),
        "repeats": pa.string(),
        "sure": pa.float64(),
        "page": pa.string(),
        "start": pa.int64(),
        "end": pa.int64(),
        "because": pa.string(),
    }
)
