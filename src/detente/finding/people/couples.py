"""Two that a page names together: whom "les deux pays", "les deux hommes" mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from detente.finding.people.cast import Someone

PAIR, OFTEN = 2, 2
"""A couple, and how often it is named together before it is what the page is about."""


class Couples:
    """The couples of a page, as it goes on."""

    def __init__(self) -> None:
        self._times: Counter[str] = Counter()
        self._members: dict[str, tuple[Someone, ...]] = {}

    def note(self, group: Someone) -> None:
        """Note a mention of two together; of anyone else nothing is noted."""
        if len(group.members) == PAIR:
            self._times[group.id] += 1
            self._members.pop(group.id, None)
            self._members[group.id] = group.members

    def of(self, two: Sequence[Someone], near: Iterable[Someone]) -> tuple[Someone, ...]:
        """The two that the page keeps naming together, where one of the last two is of them: "les
        deux pays" are those. For persons once is enough where the other of the last two is not
        ``near``. Nobody if there is no such couple."""
        around = {s.id for s in near}
        far = any(s.kind == "person" and s.id not in around for s in two)
        for id, times in self._times.most_common():
            members = self._members[id]
            if all(m.kind == s.kind for m, s in zip(members, two, strict=False)):
                shared = {s.id for s in two} & {m.id for m in members}
                often = times >= (1 if far else OFTEN)
                return members if often and len(shared) == 1 else ()
        return ()

    def last(self, kind: str) -> tuple[Someone, ...]:
        """The two of a kind that were last named together."""
        newest = reversed(self._members.values())
        return next((two for two in newest if all(m.kind == kind for m in two)), ())

    def has(self, two: Sequence[Someone]) -> bool:
        """Whether the page keeps naming these two together."""
        return self._times["+".join(sorted(s.id for s in two))] >= OFTEN


def in_one_sentence(told: Iterable[tuple[int, Someone]]) -> tuple[str, ...]:
    """The two states, or those of the two persons, of the nearest sentence that tells of two;
    nobody where it tells of more. ``told`` are mentions with their sentence, newest first."""
    parts: dict[int, list[Someone]] = {}
    for sentence, someone in told:
        parts.setdefault(sentence, []).extend(someone.members or (someone,))
    for them in parts.values():
        states = {s.id for s in them if s.kind == "state"}
        people = {s.states[0] for s in them if s.kind == "person" and s.states}
        if len(people) == PAIR and len(states) < PAIR:
            return tuple(sorted(people))
        if len(states) >= PAIR:
            return tuple(sorted(states)) if len(states) == PAIR else ()
    return ()
