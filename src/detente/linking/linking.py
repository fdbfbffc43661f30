"""The order of linking: sources, utterances, occasions, outcomes, conflicts, relations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from detente.days import iso
from detente.knowledge.base import load
from detente.linking import (
    conflicts,
    containing,
    decisions,
    judge,
    moves,
    occasions,
    outcomes,
    quoting,
    relations,
    settings,
    sources,
    tables,
    telling,
    utterances,
)
from detente.linking.claims import Claims
from detente.linking.happenings import happenings
from detente.linking.ledger import Ledger
from detente.linking.occasions import Occasion
from detente.linking.places import Places
from detente.linking.statements import Statements
from detente.linking.words import Words
from detente.memory import uncollected

Row = dict[str, object]


@dataclass(frozen=True, slots=True)
class Summary:
    """What linking made of a record, in numbers."""

    quotations: int
    utterances: int
    events: int
    occasions: int
    outcomes: Mapping[str, int]
    conflicts: int

    def __str__(self) -> str:
        open_ = ", ".join(f"{count} {name}" for name, count in self.outcomes.items()) or "none"
        return (
            f"{self.quotations} quotations are {self.utterances} utterances, {self.events} events "
            f"are {self.occasions} occasions (announced: {open_}), {self.conflicts} conflicts"
        )


def link(ledger: Ledger) -> Summary:
    """Link everything in a record and project it again. Raises RecordError if it cannot be kept."""
    with uncollected():
        return _link(ledger)


def _link(ledger: Ledger) -> Summary:
    words, places, decided = Words(), Places(load()), decisions.read(ledger.decisions())
    memory = _Memory(ledger)
    pages, sketches = sources.read(ledger, words, memory("sketches"))
    known = tables.parties(ledger)
    everything = Claims(
        sources=pages,
        parties=known,
        said=tuple(tables.said(ledger, pages)),
        told=tuple(tables.told(ledger, pages, known)),
        counted=tuple(tables.counted(ledger)),
    )
    found = happenings(everything.told, load(), places, words)
    told = occasions.link(found, everything, telling.Comparer(places), decided)
    beside = settings.settings(everything.said, told)
    made = Statements(everything, words, beside, memory("words"))
    said = utterances.link(made, everything, decided, memory)
    moved = moves.again(memory("moves"), said.kept) if said.kept else []
    moved += moves.of_utterances(said.fresh, everything)
    linked = _tables(said.fresh, told, moved, everything, decided, places)
    remembered = {"sketches": sketches, "moves": moves.remembered(moved), **said.memory}
    ledger.keep(linked, memory.signed(remembered), _kept(memory, said.kept))
    return Summary(
        quotations=len(everything.said),
        utterances=len(said.fresh) + len(said.kept),
        events=len(everything.told),
        occasions=len(told),
        outcomes=dict(sorted(Counter(str(row["outcome"]) for row in linked["outcome"]).items())),
        conflicts=len({row["conflict_id"] for row in linked["conflict"]}),
    )


class _Memory:
    """What the last linking left, if this very program left it and its links are still there."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._is_whole = all(ledger.former(name) is not None for name in _REUSED)

    def __call__(self, name: str) -> pa.Table | None:
        """What is remembered under a name."""
        found = self._ledger.remembered(name) if self._is_whole else None
        mine = found is not None and (found.schema.metadata or {}).get(_MADE_BY) == _me()
        return found if mine else None

    def former(self, name: str) -> pa.Table | None:
        """A table of links as the last linking left it."""
        return self._ledger.former(name)

    def signed(self, tables: Mapping[str, pa.Table]) -> dict[str, pa.Table]:
        """Tables to remember, with the mark of this program."""
        return {n: t.replace_schema_metadata({_MADE_BY: _me()}) for n, t in tables.items()}


_MADE_BY = b"made_by"
_REUSED = ("utterance", "utterance_quotation")


def _me() -> bytes:
    return judge.fingerprint().encode()


def _kept(memory: _Memory, utterances: frozenset[str]) -> dict[str, pa.Table]:
    """The rows of the utterances that are as they were."""
    if not utterances:
        return {}
    ids = pa.array(sorted(utterances))
    tables = {name: memory.former(name) for name in _REUSED}
    return {
        name: table.filter(pc.is_in(table["utterance_id"], ids))
        for name, table in tables.items()
        if table is not None
    }


def _tables(
    said: Sequence[utterances.Utterance],
    told: Sequence[Occasion],
    moved: Sequence[moves.Move],
    everything: Claims,
    decided: decisions.Decided,
    places: Places,
) -> dict[str, list[Row]]:
    comparer = quoting.Comparer(judge.table("utterances"), everything.parties)
    matters = (
        *conflicts.of_utterances(said, comparer, everything),
        *conflicts.of_occasions(told, everything, places),
        *conflicts.of_figures(told, everything),
    )
    whole, parts = utterances.rows(said, everything)
    relation, contribution = relations.rows((*moves.of_occasions(told, everything), *moved))
    part_of = containing.within(told, places)
    return {
        "utterance": whole,
        "utterance_quotation": parts,
        "occasion": [_occasion(one, part_of.get(one.id), everything) for one in told],
        "occasion_event": [row for one in told for row in _events(one)],
        "outcome": outcomes.rows(told, everything),
        "conflict": conflicts.rows(matters, everything, decided),
        "relation": relation,
        "contribution": contribution,
    }


def _occasion(one: Occasion, within: str | None, everything: Claims) -> Row:
    actors = [*one.persons, *one.bodies]
    names = [everything.parties[id].name if id in everything.parties else id for id in actors]
    return {
        "occasion_id": one.id,
        "kind": one.kind,
        "family": one.family,
        "status": one.status,
        "date": _partial(one),
        "earliest": iso(one.days.earliest),
        "latest": iso(one.days.latest),
        "place": one.place,
        "states": list(one.states),
        "actors": actors,
        "names": names,
        "source": one.source,
        "target": one.target,
        "within": within,
        "page_id": one.head.page,
        "start": one.head.start,
        "end": one.head.end,
        "text": one.head.text,
        "mentions": len(one.mentions),
        "page_ids": sorted(one.pages),
        "sources": everything.independent(one.pages),
        "score": one.score,
        "because": one.because,
    }


def _partial(one: Occasion) -> str | None:
    """The day, month or year of an occasion, as precise as its dated mentions allow."""
    first, last = iso(one.days.earliest), iso(one.days.latest)
    if not one.dated or first is None or last is None:
        return None
    return next((first[:n] for n in (10, 7, 4) if first[:n] == last[:n]), None)


def _events(one: Occasion) -> list[Row]:
    return [
        {
            "occasion_id": one.id,
            "event_id": mention.id,
            "page_id": mention.page,
            "start": mention.start,
            "end": mention.end,
            "score": one.joined[mention.id][0],
            "because": one.joined[mention.id][1],
        }
        for mention in one.mentions
    ]
