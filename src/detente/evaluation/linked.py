"""The links that the program makes of the project's pages, ready to be measured."""

from __future__ import annotations

import tempfile
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

import pyarrow as pa

from detente import linking
from detente.evaluation import by_hand
from detente.evaluation.answers import PageAnswers
from detente.evaluation.links import Disagreement, Found, Item, Links, tally
from detente.evaluation.measuring import pair_events, pair_quotations
from detente.evaluation.scoring import Score, Scores
from detente.records import Reading
from detente.store import Record

BY_HAND = "links by hand"
"""Linking alone: it is given the findings of the answers."""

FOUND = "links found"
"""Linking on what the program found."""


def measure(
    readings: Sequence[Reading], answers: Mapping[str, PageAnswers], links: Links
) -> Scores:
    """Links on the findings of the answers, then on the program's own."""
    names = {one.page.id: Path(one.page.source or "").stem for one in readings}
    hands = [by_hand.reading(answers[names[one.page.id]], one) for one in readings]
    corpora = {
        BY_HAND: _found(hands, names, _itself(links), links),
        FOUND: _found(readings, names, _placed(readings, answers, names), links),
    }
    return Scores(
        tuple(
            Score(corpus, name, counts)
            for corpus, found in corpora.items()
            for name, counts in tally(links, found).items()
        )
    )


def _itself(links: Links) -> dict[Item, Item]:
    return {item: item for item in (*links.utterances, *links.occasions)}


def _placed(
    readings: Sequence[Reading], answers: Mapping[str, PageAnswers], names: Mapping[str, str]
) -> dict[Item, Item]:
    """Which answer each finding of the program stands for."""
    placed: dict[Item, Item] = {}
    for one in readings:
        name = names[one.page.id]
        page = answers[name]
        for w, g in pair_quotations(page, one).items():
            quotation = one.quotations[g]
            placed[name, quotation.start, quotation.end] = (name, *(page.quotations or ())[w].span)
        for w, g in pair_events(page, one).items():
            event = one.events[g]
            placed[name, event.start, event.end] = (name, *(page.events or ())[w].span)
    return placed


def _found(
    readings: Sequence[Reading],
    names: Mapping[str, str],
    placed: Mapping[Item, Item],
    links: Links,
) -> Found:
    with tempfile.TemporaryDirectory() as folder:
        record = Record.create(Path(folder) / "record")
        record.add(readings, "evaluation", "evaluation")
        linking.link(record)
        utterances = _clusters(record.table("utterance_quotation"), "utterance_id", names, placed)
        occasions = _clusters(record.table("occasion_event"), "occasion_id", names, placed)
        became = {
            row["occasion_id"]: str(row["outcome"]) for row in record.table("outcome").to_pylist()
        }
        disagreements = _conflicts(record.table("conflict"), names)
    return Found(utterances, occasions, _outcomes(links, occasions, became), disagreements)


def _clusters(
    table: pa.Table, key: str, names: Mapping[str, str], placed: Mapping[Item, Item]
) -> dict[Item, str]:
    clusters = {}
    for row in table.to_pylist():
        item = (names[row["page_id"]], row["start"], row["end"])
        if item in placed:
            clusters[placed[item]] = str(row[key])
    return clusters


def _outcomes(
    links: Links, occasions: Mapping[Item, str], became: Mapping[str, str]
) -> dict[str, str]:
    """The outcome of each occasion by hand: that of the found one which holds most of it."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for item, name in links.occasions.items():
        if (found := occasions.get(item)) is not None and found in became:
            votes[name][found] += 1
    return {
        name: became[min(count, key=lambda found: (-count[found], found))]
        for name, count in votes.items()
    }


def _conflicts(table: pa.Table, names: Mapping[str, str]) -> tuple[Disagreement, ...]:
    kinds: dict[str, str] = {}
    pages: dict[str, set[str]] = defaultdict(set)
    for row in table.to_pylist():
        kinds[row["conflict_id"]] = row["kind"]
        pages[row["conflict_id"]].add(names[row["page_id"]])
    return tuple((kinds[id_], frozenset(pages[id_])) for id_ in sorted(kinds))
