"""The full names of somebody's kin: the press tells by a first name alone those who bear the family
name of whose kin they are ("le père de X Y, Z" is Z Y)."""

from __future__ import annotations

from collections.abc import Mapping

from detente.finding.people.cast import Cast, Someone
from detente.finding.people.focus import Focus
from detente.finding.people.spelling import plain
from detente.finding.people.spots import RoleSpot
from detente.finding.people.vocabulary import Vocabulary


class Kindred:
    """Names the kin of the people of one page."""

    def __init__(self, cast: Cast, words: Vocabulary, focus: Focus) -> None:
        self.cast, self.words, self.focus = cast, words, focus

    def name(self, role: RoleSpot, kin: Someone, persons: Mapping[int, Someone]) -> None:
        """Give one of somebody's kin the family name, where the page has a first name only and
        has not spoken of him or her before."""
        name = role.name
        new = " " not in kin.name and kin.person is None and kin.id not in self.focus.known
        if role.noun.singular not in self.words.kindred or name is None or name.civil or not new:
            return
        owner = persons.get(id(role.whose)) if role.whose is not None else self._owner(role)
        if owner is None or owner is kin or owner.kind != "person" or owner.nameless:
            return
        family = self._family(owner)
        other = plain(family).endswith(self.words.tables.names.gendered)
        if family and not (other and kin.gender != owner.gender):
            self.cast.rename(kin, f"{kin.name} {family}")

    def _owner(self, role: RoleSpot) -> Someone | None:
        """Whose kin "son père" is: who stands beside it ("X et son père"), else the subject."""
        line, table = role.line, self.words.tables
        if line.low(role.first) not in table.determiners.possessive:
            return None
        if line.low(role.first - 1) not in table.prepositions.and_:
            return self.focus.subject(role, far=True)
        seen = next(self.focus.back(role, 0), None)
        beside = seen is not None and seen.spot.line is line and seen.spot.stop == role.first - 1
        return seen.someone if seen is not None and beside else None

    def _family(self, owner: Someone) -> str:
        """The family name in a full name, from its particle on; "" if it is one word."""
        known = owner.person.surnames if owner.person is not None else ()
        own = [s for s in known if s in owner.name and s != owner.name]
        if own:
            return max(own, key=len)
        first, *rest = owner.name.split()
        particles = self.words.tables.names.particles
        at = next((k for k, w in enumerate(rest) if w.lower() in particles), len(rest) - 1)
        return " ".join(rest[at:]) if first and rest else ""
