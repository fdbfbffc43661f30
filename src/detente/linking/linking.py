"""The order of linking: sources, utterances, occasions, outcomes, conflicts, relations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from detente.days import iso
from detente.knowledge.base import load
from detente.linking import (
    conflicts,
    containing,
    decisions,
    judge,
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
from detente.linking.words import Words

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
    words, places, decided = Words(), Places(load()), decisions.read(ledger.decisions())
    pages, sketches = sources.read(ledger, words, ledger.remembered("sketches"))
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
    said, judged = utterances.link(everything, words, beside, decided, ledger.remembered("judged"))
    linked = _tables(said, told, everything, decided, places)
    ledger.keep(linked, {"sketches": sketches, "judged": judged})
    return Summary(
        quotations=len(everything.said),
        utterances=len(said),
        events=len(everything.told),
        occasions=len(told),
        outcomes=dict(sorted(Counter(str(row["outcome"]) for row in linked["outcome"]).items())),
        conflicts=len({row["conflict_id"] for row in linked["conflict"]}),
    )


def _tables(
    said: Sequence[utterances.Utterance],
    told: Sequence[Occasion],
    everything: Claims,
    decided: decisions.Decided,
    places: Places,
) -> dict[str, list[Row]]:
    comparer = quoting.Comparer(judge.table("utterances"), everything.parties)
    matters = (
        *conflicts.of_utterances(said, comparer),
        *conflicts.of_occasions(told, everything, places),
        *conflicts.of_figures(told, everything),
    )
    whole, parts = utterances.rows(said, everything)
    relation, contribution = relations.rows(said, told, everything)
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
