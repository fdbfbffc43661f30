"""The day of a clause: "en 2015, le secrétaire d'Etat" is who held the office then."""

from __future__ import annotations

import datetime as dt

from detente.days import Interval
from detente.finding.people.spots import RoleSpot
from detente.finding.people.vocabulary import Vocabulary
from detente.records import Time

OPENING = 3
"""Words before a time that opens its sentence: "à la fin de 2015"."""
REACH = 16
"""Words between such a time and a role that it still governs."""


class Clauses:
    """Finds the days of the clauses of one page, of its dates in order. ``on`` are its own days."""

    def __init__(self, times: tuple[Time, ...], words: Vocabulary, on: Interval) -> None:
        self.words, self.on = words, on
        self.dates = [(t.start, t.end, days) for t in times if (days := _days(t)) is not None]

    def day(self, role: RoleSpot) -> Interval | None:
        """The days that a date at the head of the sentence gives a role, if they are not the
        page's own; None for those inside marks, and where another clause begins between."""
        if role.quoted or not self.dates:
            return None
        line, first = role.line, role.first
        while first > 0 and line.sentences[first - 1] == role.sentence:
            first -= 1
        begin, end = line.span(first, first + 1)[0], line.span(role.first, role.first + 1)[0]
        found = next((d for d in self.dates if begin <= d[0] and d[1] <= end), None)
        if found is None or found[2].meets(self.on):
            return None
        before = [k for k in range(first, role.first) if line.span(k, k + 1)[1] <= found[0]]
        after = [k for k in range(first, role.first) if line.span(k, k + 1)[0] >= found[1]]
        opens = len(before) <= OPENING and all(self._is_dating(line.low(k)) for k in before)
        table = self.words.tables.linkers
        barred = table.that | table.relative | table.auxiliaries
        runs_on = len(after) <= REACH and not any(line.low(k) in barred for k in after)
        told = any(line.quoted[k] for k in range(first, role.first))
        return found[2] if opens and runs_on and not told else None

    def _is_dating(self, low: str) -> bool:
        """A word that may open a date of its own, unlike "depuis" and "jusqu'en"."""
        return low in self.words.tables.prepositions.dating or not low[:1].isalnum()


def _days(time: Time) -> Interval | None:
    if time.type != "DATE" or time.earliest is None or time.latest is None:
        return None
    return Interval(dt.date.fromisoformat(time.earliest), dt.date.fromisoformat(time.latest))
