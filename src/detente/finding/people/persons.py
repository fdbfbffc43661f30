"""Which names are persons, and which: full names first, over the whole page, then short ones.

A known full name is the person of that name whose time fits the page's day. An unknown run of
capitals is a person only on evidence: a civility, a role joined to it, a given name, a verb of
saying beside it. A bare family name counts when the page has that person, or when one holder of
a high office of the day bears it.
"""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.fuzz import ratio

from detente.days import Interval
from detente.finding.people.bearers import Bearers
from detente.finding.people.cast import Cast, Someone
from detente.finding.people.nearby import is_source, says
from detente.finding.people.spots import GroupSpot, NameSpot, RoleSpot, Scan
from detente.finding.people.vocabulary import Vocabulary
from detente.knowledge.base import Knowledge
from detente.knowledge.facts import Person
from detente.text import fold

ALIKE = 88.0
"""Likeness of two family names (0 to 100) from which one is a spelling of the other."""


class Census:
    """Finds the person of every name on a page. ``on`` are the days the page may be of."""

    def __init__(self, cast: Cast, words: Vocabulary, on: Interval | None) -> None:
        self.cast, self.words, self.on = cast, words, on
        self.knowledge: Knowledge = cast.knowledge
        self.found: dict[int, Someone] = {}
        self._joined: dict[int, list[RoleSpot]] = {}
        self.bearers = Bearers(cast.knowledge, words, on, cast.code)

    def take(self, scan: Scan, states: frozenset[str]) -> dict[int, Someone]:
        """The person of each name, by ``id`` of the spot; ``states`` are those on the page."""
        self.bearers.states = states
        self._joined = {}
        for role in (s for s in scan.spots if isinstance(s, RoleSpot) and s.name is not None):
            self._joined.setdefault(id(role.name), []).append(role)
        names = [s for s in scan.spots if isinstance(s, NameSpot)]
        names += [s.head for s in scan.spots if isinstance(s, GroupSpot) and s.head]
        full = [s for s in names if self._is_full(s)]
        for spot in full:
            self._note(spot, self._of_full(spot))
        for spot in full:
            if id(spot) not in self.found and not spot.known:
                self._note(spot, self.cast.named(" ".join(self._words(spot))))
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
        own = (spot.role,) if spot.role is not None else ()
        for role in self._joined.get(id(spot), own):
            self.cast.teach(someone, role)

    def _is_full(self, spot: NameSpot) -> bool:
        return bool(spot.known) or len(self._words(spot)) > 1

    def _words(self, spot: NameSpot) -> tuple[str, ...]:
        """The name without its civility and marks."""
        if not spot.said:
            words = [w for w in spot.line.words[spot.first : spot.stop] if w.spoken]
            while len(words) > 1 and words[0].civil and spot.civil:
                words = words[1:]
            spot.said = tuple([w.text for w in words])
        return spot.said

    # -- full names

    def _of_full(self, spot: NameSpot) -> Someone | None:
        words = self._words(spot)
        name = " ".join(words)
        person = self.bearers.choose(spot.known, spot) if spot.known else None
        if person is not None:
            someone = self.cast.known(person.id)
            self.cast.alias(someone, name)
            return someone
        called = self.cast.short(name) if spot.civil else ()
        before = self.cast.named(name) or self._variant(words)
        before = before or (called[0] if len(called) == 1 else None)
        if before is not None:
            self.cast.alias(before, name)
            return before
        if spot.surnamed and not spot.known:
            return self._of_short(spot)
        if not self._is_person(spot, words):
            return None
        holder = self.bearers.holder(spot, words[-1]) or self._respelled(words)
        if holder is not None:
            someone = self.cast.known(holder.id)
            self.cast.alias(someone, name)
            return someone
        return self.cast.unknown(name, spot.gender)

    def _respelled(self, words: Sequence[str]) -> Person | None:
        """The one leader or minister of the day in a state of the page with that first name and a
        family name alike: "Emomali Rakhmon" of "Emomali Rahmon"."""
        first, last = fold(words[0]), fold(words[-1])
        alike = (
            i
            for name, ids in self.cast.names.by_first(first)
            if ratio(name, last) >= ALIKE
            for i in ids
        )
        people = (self.knowledge.person(id) for id in dict.fromkeys(alike))
        found = [p for p in people if p is not None and self.bearers.governs(p)]
        return found[0] if len(found) == 1 else None

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
        return not before.isalpha() or before in self.words.classes.joining

    # -- short names

    def _of_short(self, spot: NameSpot) -> Someone | None:
        words = self._words(spot)
        name = " ".join(words)
        here = self.cast.short(name) or (self.cast.short(words[-1]) if len(words) == 1 else ())
        if here and not spot.new:
            return self._best_here(here, spot)
        near = self._alike(words[-1]) or self._family_first(name, spot) if spot.civil else None
        if near is not None:
            self.cast.short_name(near, name)
            return near
        person = None if spot.new else self.bearers.leader(spot.surnamed, spot, words[-1])
        if person is not None and self._is_stranger(spot, person):
            person = None
        person = person or self.bearers.crowned(spot, words[-1])
        if person is not None:
            return self.cast.known(person.id)
        alone = len(words) == 1 and not spot.civil and fold(name) not in self.words.ordinary
        after = spot.role is not None and spot.role.first > spot.first
        kin = spot.role is None or after or spot.role.noun.singular in self.words.kin
        namesakes = self.cast.first(name) if alone and kin else ()
        if len(namesakes) == 1:
            return namesakes[0]
        shown = after and spot.role is not None and spot.role.determiner in ("indefinite", "none")
        told = spot.civil or spot.new or shown or (alone and kin and spot.role is not None)
        given = fold(words[-1]) in self.cast.names.given and not told
        joined = spot.role is not None and not spot.role.plural and not given
        joined = joined or (self._age(spot) is not None and fold(name) not in self.words.ordinary)
        return self.cast.unknown(name, spot.gender) if spot.civil or joined else None

    def _is_stranger(self, spot: NameSpot, leader: Person) -> bool:
        """Whether what stands after a bare family name is not said of the leader who bears it:
        another age, or what any person is ("X, un chauffeur")."""
        line, stop = spot.line, spot.stop
        if spot.civil or line.low(stop) != ",":
            return False
        after, age, born = line.low(stop + 1), self._age(spot), leader.born.earliest
        today = self.on.latest if self.on is not None else None
        if age is not None:
            return not (born and today) or abs(today.year - born.year - age) > 1
        table = self.words.tables.determiners
        one = after in (table.feminine | table.masculine) & set(table.indefinite)
        return one and not (spot.role is not None and spot.role.offices)

    def _age(self, spot: NameSpot) -> int | None:
        """The age told right after a name: "X, 34 ans"."""
        line, k = spot.line, spot.stop + 1
        told = line.low(spot.stop) == "," and line.low(k + 1) in self.words.tables.names.ages
        return int(line.low(k)) if told and line.low(k).isdecimal() else None

    def _family_first(self, name: str, spot: NameSpot) -> Someone | None:
        """The one person of the page whose name begins with a word that is no given name, or with
        the family name of somebody known whose name begins with it too: the family name comes
        first there ("Meng Wanzhou", "Mme Meng")."""
        known = (self.cast.knowledge.person(id) for id in spot.surnamed)
        names = (k.name(self.cast.code).split() for k in known if k is not None)
        leads = any(len(words) > 1 and fold(words[0]) == fold(name) for words in names)
        given = fold(name) in self.words.given and not leads
        people = () if given else self.cast.first(name)
        return people[0] if len(people) == 1 else None

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
