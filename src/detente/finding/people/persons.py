"""Which names are persons, and which: full names first, over the whole page, then short ones.

A known full name is the person of that name whose time fits the page's day. An unknown run of
capitals is a person only on evidence: a civility, a role joined to it, a given name, a verb of
saying beside it. A bare family name counts when the page has that person, or when one holder of
a high office of the day bears it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from rapidfuzz.fuzz import ratio

from detente.days import Interval
from detente.finding.people.cast import Cast, Someone
from detente.finding.people.nearby import is_source, says
from detente.finding.people.spots import GroupSpot, NameSpot, RoleSpot, Scan
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
ALIKE = 88.0
"""Likeness of two family names (0 to 100) from which one is a spelling of the other."""
SHORTEST = 4
"""Letters of a bare family name that is trusted without help from the page."""


class Census:
    """Finds the person of every name on a page. ``on`` are the days the page may be of."""

    def __init__(self, cast: Cast, words: Vocabulary, on: Interval | None) -> None:
        self.cast, self.words, self.on = cast, words, on
        self.knowledge: Knowledge = cast.knowledge
        self.found: dict[int, Someone] = {}
        self.states: frozenset[str] = frozenset()

    def take(self, scan: Scan, states: frozenset[str]) -> dict[int, Someone]:
        """The person of each name, by ``id`` of the spot; ``states`` are those on the page."""
        self.states = states
        names = [s for s in scan.spots if isinstance(s, NameSpot)]
        names += [s.head for s in scan.spots if isinstance(s, GroupSpot) and s.head]
        full = [s for s in names if self._is_full(s)]
        for spot in full:
            self._note(spot, self._of_full(spot))
        self._promote([s for s in names if id(s) not in self.found])
        short = [s for s in names if id(s) not in self.found]
        for spot in short:
            self._note(spot, self._of_short(spot))
        return self.found

    def _promote(self, names: list[NameSpot]) -> None:
        """A run of capitals is a person's name if the page calls its last (or first) word by a
        civility: "Li Wenliang" where it also says "le Dr Li"."""
        called = {fold(self._words(s)[-1]) for s in names if s.civil and not self._is_full(s)}
        for spot in names:
            words = self._words(spot)
            if len(words) > 1 and called & {fold(words[0]), fold(words[-1])}:
                someone = self.cast.unknown(" ".join(words), spot.gender)
                if fold(words[0]) in called:
                    self.cast.short_name(someone, words[0])
                self._note(spot, someone)

    def _note(self, spot: NameSpot, someone: Someone | None) -> None:
        if someone is None:
            return
        self.found[id(spot)] = someone
        someone.named += 1
        someone.gender = someone.gender or spot.gender
        if spot.role is not None:
            self.cast.teach(someone, spot.role)

    def _is_full(self, spot: NameSpot) -> bool:
        return bool(spot.known) or len(self._words(spot)) > 1

    def _words(self, spot: NameSpot) -> tuple[str, ...]:
        """The name without its civility and marks."""
        table = self.words.tables.civilities
        skip = table.masculine | table.feminine | table.either
        words = [w for w in spot.line.words[spot.first : spot.stop] if w.text[0].isalnum()]
        while len(words) > 1 and words[0].plain in skip and spot.civil:
            words = words[1:]
        return tuple(w.text for w in words)

    # -- full names

    def _of_full(self, spot: NameSpot) -> Someone | None:
        words = self._words(spot)
        name = " ".join(words)
        person = self.choose(spot.known, spot) if spot.known else None
        if person is not None:
            someone = self.cast.known(person.id)
            self.cast.alias(someone, name)
            return someone
        before = self.cast.named(name) or self._variant(words)
        if before is not None:
            self.cast.alias(before, name)
            return before
        if spot.surnamed and not spot.known:
            return self._of_short(spot)
        if not self._is_person(spot, words):
            return None
        holder = self._holder(spot, words[-1])
        if holder is not None:
            someone = self.cast.known(holder.id)
            self.cast.alias(someone, name)
            return someone
        return self.cast.unknown(name, spot.gender)

    def _holder(self, spot: NameSpot, surname: str) -> Person | None:
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

    def _variant(self, words: Sequence[str]) -> Someone | None:
        """The page's person of the same first and last word."""
        for someone in self.cast.short(words[-1]):
            own = someone.name.split()
            if len(own) > 1 and fold(own[0]) == fold(words[0]):
                return someone
        return None

    def _is_person(self, spot: NameSpot, words: Sequence[str]) -> bool:
        """Whether a run of capitals is a person's name."""
        folded = [fold(w) for w in words]
        if any(w.isupper() and len(w) > 1 for w in words[:1]) and not spot.civil:
            return False
        if spot.civil or (spot.role is not None and not spot.role.plural):
            return True
        line = spot.line
        placed = line.low(spot.first - 1) in self.words.tables.capitals.state_place
        state = any(n.kind in ("state", "capital") for n in self.knowledge.named(words[0]))
        said = says(spot, self.words) and self._stands_alone(spot)
        if spot.given and not state:
            return not placed and (said or not any(w in self.words.ordinary for w in folded[1:]))
        plain = folded[:1] if said and len(words) > 1 else folded
        if placed or any(w in self.words.ordinary for w in plain) or len(words) > 4:
            return False
        return said or is_source(spot, self.words)

    def _stands_alone(self, spot: NameSpot) -> bool:
        """Whether no noun or adjective right before makes it the name of a thing: "la firme
        automobile X"."""
        before = spot.line.low(spot.first - 1)
        table = self.words.tables
        joins = table.linkers.words | table.names.openers | self.words.saying
        return not before.isalpha() or before in joins

    # -- short names

    def _of_short(self, spot: NameSpot) -> Someone | None:
        words = self._words(spot)
        name = " ".join(words)
        here = self.cast.short(name) or (self.cast.short(words[-1]) if len(words) == 1 else ())
        if here:
            return self._best_here(here, spot)
        near = self._alike(words[-1]) if spot.civil else None
        if near is not None:
            self.cast.short_name(near, name)
            return near
        ids = spot.surnamed
        person = self._leader(ids, spot, words[-1])
        if person is not None:
            return self.cast.known(person.id)
        alone = len(words) == 1 and not spot.civil and fold(name) not in self.words.ordinary
        after = spot.role is not None and spot.role.first > spot.first
        kin = spot.role is None or after or spot.role.noun.singular in self.words.kin
        namesakes = self.cast.first(name) if alone and kin else ()
        if len(namesakes) == 1:
            return namesakes[0]
        given = fold(words[-1]) in self.cast.names.given and not spot.civil
        joined = spot.role is not None and not spot.role.plural and not given
        return self.cast.unknown(name, spot.gender) if spot.civil or joined else None

    def _alike(self, surname: str) -> Someone | None:
        """The one person of the page whose family name differs by a slip or a spelling."""
        found = [
            p
            for p in self.cast.people
            if " " in p.name and ratio(fold(p.name.split()[-1]), fold(surname)) >= ALIKE
        ]
        return found[0] if len(found) == 1 else None

    def _best_here(self, here: Sequence[Someone], spot: NameSpot) -> Someone | None:
        """Of the page's people of one family name, the one that fits: gender first, then the one
        named most (the other is told apart by a first name)."""
        fitting = [s for s in here if not (spot.gender and s.gender and s.gender != spot.gender)]
        if not fitting:
            return None
        return max(fitting, key=lambda s: s.named)

    def _leader(self, ids: Sequence[str], spot: NameSpot, word: str) -> Person | None:
        """The one holder of a high office whom a bare family name can mean on the page's day."""
        people = [p for p in map(self.knowledge.person, ids) if p is not None]
        if spot.role is not None and spot.role.offices:
            holders = [p for p in people if self._held(p, spot.role)]
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

    # -- one of several known people

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
