"""Which of the known people who bear a name is meant on the page's day: by office, time, state."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from detente.days import Interval
from detente.finding.people.spots import NameSpot, RoleSpot
from detente.finding.people.vocabulary import Vocabulary
from detente.knowledge.base import Knowledge
from detente.knowledge.facts import Person
from detente.text import fold

LEADER, MINISTER, OFFICIAL = 1, 2, 3
RECENT = 15
"""Years between a minor office and the page's day beyond which a namesake is likelier."""
ADULT = 18
"""Years before which nobody is in the news under a known name."""
FAME = 12
"""Years for which a former leader is still named without first name or civility."""
SHORTEST = 4
"""Letters of a bare family name that is trusted without help from the page."""


class Bearers:
    """Chooses among the known people of a name. ``on`` are the days the page may be of, ``states``
    those that it names, ``code`` its language."""

    def __init__(
        self, knowledge: Knowledge, words: Vocabulary, on: Interval | None, code: str
    ) -> None:
        self.knowledge, self.words, self.on, self.code = knowledge, words, on, code
        self.states: frozenset[str] = frozenset()

    def choose(self, ids: Iterable[str], spot: NameSpot) -> Person | None:
        """Of known people of one full name, the one whose time and role fit; None if none or two
        do equally."""
        people = [p for p in map(self.knowledge.person, ids) if p is not None]
        fits = ((self._fit(p, spot), p) for p in people)
        possible = [(fit, p) for fit, p in fits if fit is not None]
        ranked = sorted(possible, key=lambda one: (one[0], one[1].id))
        if not ranked:
            return None
        if len(ranked) > 1 and ranked[0][0] == ranked[1][0]:
            return None
        return ranked[0][1]

    def _fit(self, person: Person, spot: NameSpot) -> tuple[float, float, float] | None:
        """How well a person fits, the least the best; None if the time cannot be right."""
        terms = self.knowledge.terms(person.id)
        off = min((self._years_off(t.possible) for t in terms), default=0.0)
        tier = self.knowledge.tier(person.id)
        latest = self.on.latest if self.on else None
        born = person.born.earliest
        child = bool(latest and born and born > latest - dt.timedelta(ADULT * 365))
        role = spot.role
        foreign = bool(self.states) and not self.states.intersection(person.states)
        stray = tier > MINISTER and foreign and role is None
        if child or stray or (tier > MINISTER and off > RECENT):
            return None
        suits = 0.0 if role is None or not role.offices or self._held(person, role) else 1.0
        return suits, round(off / 4), tier - len(terms) / 1000

    def holder(self, spot: NameSpot, surname: str) -> Person | None:
        """The one bearer of a family name who holds the office joined with it on the page's day,
        under whatever first name: a slip of the page, or a spelling not known."""
        role = spot.role
        if role is None or not role.offices or self.on is None or role.former:
            return None
        people = [
            p
            for p in self.knowledge.surnamed(surname)
            if any(
                t.office in role.offices
                and (not role.of or t.of in role.of)
                and t.possible.meets(self.on)
                for t in self.knowledge.terms(p.id)
            )
        ]
        return people[0] if len(people) == 1 else None

    def governs(self, person: Person) -> bool:
        """Whether somebody leads or is a minister on the page's day, of a state that it names."""
        held = any(self._holds(person, tier) for tier in (LEADER, MINISTER))
        return held and bool(self.states.intersection(person.states))

    def leader(self, ids: Sequence[str], spot: NameSpot, word: str) -> Person | None:
        """The one holder of a high office whom a bare family name can mean on the page's day."""
        people = [p for p in map(self.knowledge.person, ids) if p is not None]
        if spot.role is not None and spot.role.offices:
            holders = [
                p for p in people if self._held(p, spot.role) and self._is_near(p, spot.role)
            ]
            if len(holders) == 1:
                return holders[0]
        joined = spot.civil or spot.role is not None
        doubtful = fold(word) in self.words.ordinary or len(word) < SHORTEST
        if doubtful and not joined:
            return None
        deepest = OFFICIAL if joined and not doubtful else LEADER
        for fits in (self._holds, self._held_lately):
            for tier in range(LEADER, deepest + 1):
                near = [p for p in people if fits(p, tier)]
                here = [p for p in near if self.states.intersection(p.states)]
                if len(here) == 1 or (not here and len(near) == 1 and tier == LEADER):
                    return (here or near)[0]
                if len(here) > 1:
                    return None
        return None

    def crowned(self, spot: NameSpot, word: str) -> Person | None:
        """The one holder on the page's days of the office joined with a first name, in the state
        told or in those of the page: "le roi X"."""
        role = spot.role
        if role is None or role.former or self.on is None:
            return None
        of = role.of or tuple(sorted(self.states))
        terms = [
            t
            for office in role.offices
            for state in of
            for t in self.knowledge.holders(office, state, self.on)
        ]
        people = {t.person: self.knowledge.person(t.person) for t in terms}
        called = [p for p in people.values() if p and fold(word) in fold(p.name(self.code)).split()]
        return called[0] if len(called) == 1 else None

    def _holds(self, person: Person, tier: int) -> bool:
        return self.on is not None and any(
            t.possible.meets(self.on) and self._tier(t.office) == tier
            for t in self.knowledge.terms(person.id)
        )

    def _held_lately(self, person: Person, tier: int) -> bool:
        if tier > LEADER:
            return False
        return any(
            self._tier(t.office) == tier and self._years_off(t.possible) <= FAME
            for t in self.knowledge.terms(person.id)
        )

    def _held(self, person: Person, role: RoleSpot) -> bool:
        return any(
            t.office in role.offices and (not role.of or t.of in role.of)
            for t in self.knowledge.terms(person.id)
        )

    def _is_near(self, person: Person, role: RoleSpot) -> bool:
        """Whether a person may be in the news: an office near the day, a state of the page."""
        off = min((self._years_off(t.possible) for t in self.knowledge.terms(person.id)), default=0)
        here = bool(role.of) or not self.states or bool(self.states.intersection(person.states))
        return here and off <= RECENT

    def _tier(self, office: str) -> int:
        known = self.knowledge.office(office)
        return known.tier if known else 5

    def _years_off(self, days: Interval) -> float:
        """Years between an interval and the page's days; 0 if they meet or the day is unknown."""
        if self.on is None or days.meets(self.on):
            return 0.0
        if days.latest and self.on.earliest and days.latest < self.on.earliest:
            return (self.on.earliest - days.latest).days / 365.25
        if days.earliest and self.on.latest and days.earliest > self.on.latest:
            return (days.earliest - self.on.latest).days / 365.25 + 1
        return 0.0
