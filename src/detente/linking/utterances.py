"""Utterances: the same words by one speaker on one occasion, whole or in part, in any page."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

import msgspec
import numpy as np
import pyarrow as pa

from detente.days import Interval, iso
from detente.linking import blocking, components, judge
from detente.linking.claims import Claims
from detente.linking.clusters import Cluster, Links, grow
from detente.linking.decisions import Decided
from detente.linking.quoting import Comparer, Quoted
from detente.linking.reasons import main_reason, reasons
from detente.linking.statements import Part, Statements
from detente.linking.words import Hashes

Row = dict[str, object]


class Utterance(msgspec.Struct, frozen=True):
    """Quotations that are one utterance, the fullest of them, and who said it when."""

    id: str
    members: tuple[Quoted, ...]
    head: Quoted
    speaker: str | None
    said: Interval
    score: float
    because: str
    joined: Mapping[str, tuple[float, str]]


class Linked(msgspec.Struct, frozen=True):
    """What linking made of statements: the utterances that were looked at, in order of id; the ids
    of those that are as they were; and what to remember, by name."""

    fresh: tuple[Utterance, ...]
    kept: frozenset[str]
    memory: Mapping[str, pa.Table]


Memory = Callable[[str], pa.Table | None]
"""What the last linking left, by name."""


def link(made: Statements, claims: Claims, decided: Decided, memory: Memory) -> Linked:
    """The utterances of some statements.

    What hangs together as it did is not looked at, unless somebody decided about it or it names
    two speakers, about whom pages may disagree.
    """
    comparer = Comparer(judge.table("utterances"), claims.parties)
    links, judged = _judged(made, comparer, memory("judged"))
    same, different = decided.among([one.id for one in made.said])
    ends = [(low, high) for low, high, _ in same]
    component = components.of(len(made), links, ends)
    keys = components.keys(component, made.prints, links)
    touched = component[sorted({end for pair in (*ends, *different) for end in pair})]
    is_open = np.isin(component, touched)
    grown = memory("grown")
    is_kept = np.zeros(len(made), bool)
    if grown is not None:
        is_kept = np.isin(keys, grown["component"].to_numpy()) & ~is_open
    part = made.part(np.nonzero(~is_kept)[0])
    clusters = grow(
        len(part),
        links.among(part.places),
        _Rules(part, comparer),
        [(part.places[a], part.places[b], why) for a, b, why in same],
        [(part.places[a], part.places[b]) for a, b in different],
    )
    found = (_utterance(cluster, part, claims, comparer) for cluster in clusters)
    fresh = tuple(sorted(found, key=lambda one: one.id))
    was = _was(grown, keys[is_kept])
    closed = dict(zip((one.id for one in part.said), keys[part.numbers].tolist(), strict=True))
    for number in np.nonzero(is_open)[0]:
        closed.pop(made.said[number].id)
    now = pa.concat_tables((was, _closed(fresh, closed)))
    kept = frozenset(map(str, was["utterance_id"].to_pylist()))
    return Linked(fresh, kept, {"judged": judged, "grown": now, "words": made.remembered()})


def _was(grown: pa.Table | None, keys: Hashes) -> pa.Table:
    """The utterances of the components that are as they were."""
    if grown is None:
        return _GROWN.empty_table()
    same = np.isin(grown["component"].to_numpy(), keys)
    return pa.table(grown.filter(pa.array(same)))


def _closed(fresh: Sequence[Utterance], component: Mapping[str, int]) -> pa.Table:
    """The utterances of the components that need not be looked at again: nobody decided about
    them, and each names one speaker at most."""
    keys = [component.get(one.members[0].said.id) for one in fresh]
    odd = {key for one, key in zip(fresh, keys, strict=True) if len(_speakers(one)) > 1}
    rows = [
        (key, one.id)
        for one, key in zip(fresh, keys, strict=True)
        if key is not None and key not in odd
    ]
    found = [{"component": key, "utterance_id": id} for key, id in rows]
    return pa.Table.from_pylist(found, schema=_GROWN)


def _speakers(one: Utterance) -> set[str]:
    return {member.said.speaker for member in one.members if member.said.speaker}


_COLUMNS: dict[str, pa.DataType] = {"component": pa.uint64(), "utterance_id": pa.string()}
_GROWN = pa.schema(_COLUMNS)


def rows(found: Sequence[Utterance], claims: Claims) -> tuple[list[Row], list[Row]]:
    """Rows of the tables ``utterance`` and ``utterance_quotation``."""
    whole: list[Row] = []
    parts: list[Row] = []
    for one in found:
        pages = sorted({member.said.page for member in one.members})
        head = one.head.said
        whole.append(
            {
                "utterance_id": one.id,
                "speaker": one.speaker,
                "said": iso(one.said.earliest) if one.said.days == 1 else None,
                "said_earliest": iso(one.said.earliest),
                "said_latest": iso(one.said.latest),
                "words": head.text,
                "page_id": head.page,
                "start": head.start,
                "end": head.end,
                "quotations": len(one.members),
                "page_ids": pages,
                "sources": claims.independent(set(pages)),
                "score": one.score,
                "because": one.because,
            }
        )
        for member in one.members:
            said = member.said
            score, because = one.joined[said.id]
            parts += (
                {
                    "utterance_id": one.id,
                    "quotation_id": id,
                    "page_id": said.page,
                    "start": start,
                    "end": end,
                    "score": score,
                    "because": because,
                }
                for id, start, end in said.segments
            )
    return whole, parts


def _judged(
    made: Statements, comparer: Comparer, memory: pa.Table | None
) -> tuple[Links, pa.Table]:
    """The links among the candidates. A pair that was judged before is not judged again."""
    pairs = blocking.pairs(made)
    prints = made.prints
    keys = prints[pairs[:, 0]] * np.uint64(3) ^ prints[pairs[:, 1]] if len(pairs) else prints[:0]
    weights = np.full(len(keys), np.nan)
    if memory is not None and len(memory):
        old, worth = (column.to_numpy() for column in memory.columns)
        at = np.minimum(np.searchsorted(old, keys), len(old) - 1)
        weights = np.where(old[at] == keys, worth[at], np.nan)
    for n in np.nonzero(np.isnan(weights))[0]:
        low, high = pairs[n].tolist()
        weights[n] = comparer.judge(made[low], made[high]).weight
    good = weights > 0
    order = np.argsort(keys)
    judged = {"pair": pa.array(keys[order]), "weight": pa.array(weights[order])}
    return Links(pairs[good], weights[good]), pa.table(judged)


class _State(msgspec.Struct, frozen=True):
    """What a cluster must be known by: who speaks, on which days, the fullest quotation."""

    speakers: frozenset[str]
    days: Interval
    head: Quoted


class _Rules:
    """Whether two clusters may become one: nobody is chained to words of somebody else."""

    def __init__(self, made: Part, comparer: Comparer) -> None:
        self._made = made
        self._comparer = comparer

    def start(self, number: int) -> _State:
        one = self._made[number]
        speakers = frozenset((one.said.speaker,) if one.said.speaker else ())
        return _State(speakers, one.said.days if one.said.dated else Interval(), one)

    def fits(self, a: _State, b: _State, low: int, high: int) -> bool:
        """Some speaker is in both (or the link itself is between two who are not), the days
        known meet, and the fullest quotations have words in common."""
        apart = self._comparer.apart
        strangers = (
            bool(a.speakers and b.speakers)
            and a.speakers.isdisjoint(b.speakers)
            and all(apart(x, y) for x in a.speakers for y in b.speakers)
        )
        if strangers and not apart(self._made[low].said.speaker, self._made[high].said.speaker):
            return False
        if not a.days.meets(b.days) and not a.days.widened(1).meets(b.days.widened(1)):
            return False
        heads = a.head is self._made[low] and b.head is self._made[high]
        return heads or self._comparer.words(a.head, b.head) not in ("apart", "loose")

    def joined(self, a: _State, b: _State) -> _State:
        both = a.days & b.days
        return _State(
            a.speakers | b.speakers,
            a.days if both.is_empty else both,
            max(a.head, b.head, key=lambda one: one.fullness),
        )


def _days(members: Sequence[Quoted]) -> Interval:
    """The days that the dated quotations allow; all of them if they disagree."""
    days = Interval()
    for one in sorted(members, key=lambda one: one.said.id):
        if one.said.dated:
            both = days & one.said.days
            days = days if both.is_empty else both
    return days


def _utterance(cluster: Cluster, made: Part, claims: Claims, comparer: Comparer) -> Utterance:
    def explain(low: int, high: int) -> str:
        return comparer.judge(made[low], made[high]).because

    def name(number: int) -> str:
        said = made[number].said
        return f"{said.id.rpartition('/')[2]} of {claims.name(said.page)}"

    found = reasons(cluster, explain, name, "quoted once")
    members = sorted((made[n] for n in cluster.members), key=lambda one: one.said.id)
    head = max(members, key=lambda one: one.fullness)
    days = _days(members)
    many = f"{len(members)} quotations: {main_reason(found)}"
    return Utterance(
        id="u-" + hashlib.blake2b(members[0].said.id.encode(), digest_size=6).hexdigest(),
        members=tuple(members),
        head=head,
        speaker=_speaker(members, claims),
        said=head.said.days if days == Interval() else days,
        score=min(score for score, _ in found.values()),
        because=many if len(members) > 1 else "quoted once",
        joined={made[number].said.id: reason for number, reason in found.items()},
    )


def _speaker(members: Sequence[Quoted], claims: Claims) -> str | None:
    """The speaker that most independent sources give; a person before the body it speaks for."""
    pages: dict[str, set[str]] = defaultdict(set)
    for one in members:
        if one.said.speaker:
            pages[one.said.speaker].add(one.said.page)
    if not pages:
        return None

    def rank(id: str) -> tuple[int, int, int, str]:
        party = claims.parties.get(id)
        person = party is not None and party.kind == "person"
        return -int(person), -claims.independent(pages[id]), -len(pages[id]), id

    return min(pages, key=rank)
