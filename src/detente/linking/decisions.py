"""What people decided about links: written once, obeyed forever, whatever later becomes of them.

A decision about an utterance or occasion is kept as a decision about the quotations or events in
it, so that it still holds when links are made again and ids of links change.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, product

from detente.errors import UsageError
from detente.linking.ledger import Judgement, Ledger

VERBS = ("confirm", "reject", "same", "different")

_MEMBERS = (
    "SELECT quotation_id FROM utterance_quotation WHERE utterance_id = ? ORDER BY 1",
    "SELECT event_id FROM occasion_event WHERE occasion_id = ? ORDER BY 1",
    "SELECT DISTINCT conflict_id FROM conflict WHERE conflict_id = ?",
    'SELECT coalesce("group", quotation_id) FROM quotation WHERE quotation_id = ?',
    "SELECT event_id FROM event WHERE event_id = ?",
)

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Decided:
    """Decisions as pairs of findings, the latest word on each pair, and conflicts by id."""

    same: Mapping[Pair, str] = field(default_factory=dict)
    different: Mapping[Pair, str] = field(default_factory=dict)
    conflicts: Mapping[str, str] = field(default_factory=dict)

    def among(self, ids: Sequence[str]) -> tuple[list[tuple[int, int, str]], list[tuple[int, int]]]:
        """The pairs said to be the same, and those said to differ, as places in ``ids``."""
        number = {id: place for place, id in enumerate(ids)}
        same = [
            (number[a], number[b], why)
            for (a, b), why in self.same.items()
            if a in number and b in number
        ]
        different = [(number[a], number[b]) for a, b in self.different if {a, b} <= number.keys()]
        return same, different


def decide(
    ledger: Ledger, verb: str, ids: Sequence[str], why: str | None = None, on: str | None = None
) -> None:
    """Write down what a person judged of quotations, events, utterances, occasions or conflicts.

    ``confirm`` and ``reject`` take a link (one id), or a link and some of its findings; ``same``
    and ``different`` take two ids or more. Raises UsageError for another verb or an unknown id.
    """
    if verb not in VERBS:
        raise UsageError(f"{verb} is no verdict.", "", "Say " + ", ".join(VERBS) + ".")
    if verb in ("same", "different") and len(ids) < 2:
        raise UsageError(f"{verb} needs two ids or more.")
    groups = [_members(ledger, id) for id in ids]
    if verb == "reject" and len(groups) > 1:
        odd = {member for group in groups[1:] for member in group}
        groups[0] = tuple(member for member in groups[0] if member not in odd)
    ledger.decide(verb, tuple(ids), tuple(groups), why, on)


def _members(ledger: Ledger, id: str) -> tuple[str, ...]:
    for query in _MEMBERS:
        found = ledger.query(query, [id]).to_pylist()
        if found:
            return tuple(str(value) for row in found for value in row.values())
    raise UsageError(
        f"There is nothing in the record with the id {id}.",
        "",
        "Take ids from the tables utterance, occasion, conflict, quotation or event.",
    )


def read(judgements: Iterable[Judgement]) -> Decided:
    """The decisions as pairs; a later one replaces an earlier one on the same pair."""
    same: dict[Pair, str] = {}
    different: dict[Pair, str] = {}
    conflicts: dict[str, str] = {}
    for number, one in enumerate(judgements, 1):
        words = f"decided: {one.verb} (d{number}{f', {one.why}' if one.why else ''})"
        if len(one.members) == 1 and one.members[0][:1] == one.ids[:1]:
            conflicts[one.ids[0]] = one.verb
        joined = one.verb in ("same", "confirm")
        for low, high in _pairs(one.members, across=not joined):
            (different if joined else same).pop((low, high), None)
            (same if joined else different)[low, high] = words
    return Decided(same, different, conflicts)


def _pairs(groups: Sequence[Sequence[str]], across: bool) -> Iterable[Pair]:
    """All pairs within some findings, or only those across groups if there is more than one."""
    if across and len(groups) > 1:
        sides = combinations(groups, 2)
        found = [pair for one, other in sides for pair in product(one, other)]
    else:
        found = list(combinations(dict.fromkeys(m for group in groups for m in group), 2))
    return sorted({(min(pair), max(pair)) for pair in found if pair[0] != pair[1]})
