"""Who a role is on the day: by the page's own words first, then by the offices of the day.

Every answer comes with its reason in words. A role that fits nobody, or two people equally, stays
without an answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from detente.days import Interval
from detente.finding.people.cast import Cast, Someone, Taught
from detente.finding.people.focus import Focus
from detente.finding.people.spots import RoleSpot
from detente.finding.people.vocabulary import Vocabulary
from detente.knowledge.facts import Term


class Answer(NamedTuple):
    """Who, and why."""

    someone: Someone | None
    because: str


NOBODY = Answer(None, "no holder is known for the day, and the page names none")


class Holders:
    """Resolves the roles of one page. ``on`` are the days it may be of."""

    def __init__(self, cast: Cast, words: Vocabulary, focus: Focus, on: Interval | None) -> None:
        self.cast, self.words, self.focus, self.on = cast, words, focus, on
        self.knowledge = cast.knowledge

    def resolve(self, role: RoleSpot) -> Answer:
        """Who a singular role without a name of its own is."""
        if role.determiner in ("possessive", "their"):
            return self._owned(role)
        if role.offices:
            return self._office(role, role.offices, role.of)
        return self._taught(role)

    def both(self, role: RoleSpot) -> tuple[Someone, ...]:
        """The holders of a plural role of several states: "les présidents russe et américain"."""
        if len(role.states) < 2 or not role.offices:
            return ()
        answers = [self._office(role, role.offices, state).someone for state in role.states]
        return tuple(a for a in answers if a is not None) if None not in answers else ()

    # -- by office

    def _office(self, role: RoleSpot, offices: Sequence[str], of: str | None) -> Answer:
        here = [p for p in self.cast.people if self._holds(p, offices, of, former=role.former)]
        chosen = self._nearest(here, role)
        if chosen is not None:
            return Answer(chosen, self._reason(chosen, offices, of))
        if of is None or role.former or role.future:
            return self._taught(role)
        return self._of_day(offices, of, role.subject)

    def _of_day(self, offices: Sequence[str], of: str, subject: str | None) -> Answer:
        """The one holder that the knowledge base has for the day."""
        if self.on is None:
            return Answer(None, "the day of the page is not known")
        terms = [t for o in offices for t in self.knowledge.holders(o, of, self.on, subject)]
        people = tuple(dict.fromkeys(t.person for t in terms))
        if len(people) != 1:
            return NOBODY if not people else Answer(None, "several people may have held it then")
        return Answer(self.cast.known(people[0]), self.reason(terms[0]))

    def _holds(
        self, someone: Someone, offices: Sequence[str], of: str | None, *, former: bool
    ) -> bool:
        """Whether a person of the page holds (or, ``former``, once held) one of the offices."""
        for taught in someone.roles:
            same = bool(set(taught.offices) & set(offices)) and of in (None, taught.of)
            if same and taught.former == former:
                return True
        return self._term(someone, offices, of, former=former) is not None

    def _term(
        self, someone: Someone, offices: Sequence[str], of: str | None, *, former: bool
    ) -> Term | None:
        for term in self.knowledge.terms(someone.id) if someone.person else ():
            if term.office not in offices or of not in (None, term.of):
                continue
            if former:
                end = term.end.earliest
                if self.on is None or (end and self.on.latest and end < self.on.latest):
                    return term
            elif self.on is None or term.possible.meets(self.on):
                return term
        return None

    def _nearest(self, people: Sequence[Someone], role: RoleSpot) -> Someone | None:
        """Of several, the one last spoken of; one who comes only later if he is the only one."""
        if len(people) > 1:
            chosen = self.focus.latest(role, people.__contains__)
            return chosen if chosen is not None else None
        return people[0] if people else None

    def _reason(self, someone: Someone, offices: Sequence[str], of: str | None) -> str:
        for former in (False, True):
            term = self._term(someone, offices, of, former=former)
            if term is not None:
                return self.reason(term)
        return f"the page gives {someone.name} this role"

    def reason(self, term: Term) -> str:
        """A term in words: "foreign minister of RUS since 2004-03-09"."""
        office = self.knowledge.office(term.office)
        name = office.name if office else term.office
        if term.until is None or term.until > self._today():
            return f"{name} of {term.of} since {term.since}"
        return f"{name} of {term.of} from {term.since} to {term.until}"

    def _today(self) -> str:
        day = self.on.latest if self.on else None
        return day.isoformat() if day else "9999"

    # -- by what belongs to somebody

    def _owned(self, role: RoleSpot) -> Answer:
        """Whose it is: "son homologue américain", "son ministre des Finances", "son chef"."""
        owner = self.focus.subject(role)
        if owner is None:
            return Answer(None, "whose it is, is not clear")
        if role.noun.singular in self.words.counterparts:
            return self._counterpart(role, owner)
        of = role.of or (owner.states[0] if owner.states else None)
        if owner.kind == "organization" and role.noun.singular in self.words.leaders:
            return self._head(owner)
        if role.offices and of:
            return self._office(role, role.offices, of)
        return self._taught(role)

    def _counterpart(self, role: RoleSpot, owner: Someone) -> Answer:
        """The holder of the owner's office in the other state."""
        if not role.states:
            return Answer(None, "the counterpart's state is not told")
        offices = self.offices(owner)
        if not offices:
            return Answer(None, f"the office of {owner.name} is not known")
        for office in offices:
            answer = self._office(role, (office,), role.states[0])
            if answer.someone is not None and answer.someone is not owner:
                return Answer(answer.someone, f"counterpart of {owner.name}: {answer.because}")
        return NOBODY

    def offices(self, someone: Someone) -> tuple[str, ...]:
        """The offices of a person on the page's day, highest first."""
        taught = [o for t in someone.roles if not t.former for o in t.offices]
        held = [
            t.office
            for t in (self.knowledge.terms(someone.id) if someone.person else ())
            if self.on is None or t.possible.meets(self.on)
        ]
        known = {o: self.knowledge.office(o) for o in dict.fromkeys((*taught, *held))}
        return tuple(sorted(known, key=lambda o: known[o].tier if known[o] else 5))  # type: ignore[union-attr]

    def _head(self, organ: Someone) -> Answer:
        """The head of an institution: the holder of its highest office."""
        if self.on is None:
            return Answer(None, "the day of the page is not known")
        terms = [
            t
            for of in self._organ_ids(organ)
            for office in self.knowledge.offices
            for t in self.knowledge.holders(office.id, of, self.on)
        ]
        ranked = sorted(terms, key=lambda t: (self._tier(t.office), t.office))
        if not ranked:
            return NOBODY
        first = [t for t in ranked if t.office == ranked[0].office]
        people = tuple(dict.fromkeys(t.person for t in first))
        if len(people) > 1:
            return Answer(None, "several people may have held it then")
        return Answer(self.cast.known(people[0]), self.reason(first[0]))

    def _organ_ids(self, organ: Someone) -> tuple[str, ...]:
        return tuple(o.id for o in self.knowledge.organs if organ.id in (o.id, o.qid))

    def _tier(self, office: str) -> int:
        known = self.knowledge.office(office)
        return known.tier if known else 5

    # -- by the page's own words

    def _taught(self, role: RoleSpot) -> Answer:
        """Somebody whom the page has called so: the same noun, and no word that tells otherwise."""
        said = frozenset(
            w.plain
            for w in role.line.words[role.head + len(role.noun.words) : role.stop]
            if w.text[0].isalnum() and len(w.text) > 2
        )

        def fits(someone: Someone) -> bool:
            if someone.kind != "person" or not _may_be(someone, role):
                return False
            return any(_matches(t, role, said) for t in someone.roles)

        chosen = self.focus.latest(role, fits)
        if chosen is None:
            later = [p for p in self.cast.people if fits(p)]
            chosen = later[0] if len(later) == 1 else None
        if chosen is not None:
            return Answer(chosen, f"the page gives {chosen.name} this role")
        if role.noun.singular in self.words.epithets and role.determiner == "definite":
            return self._epithet(role)
        return NOBODY

    def _epithet(self, role: RoleSpot) -> Answer:
        """A noun for any person: the last one in focus of that gender and state."""

        def fits(someone: Someone) -> bool:
            return (
                someone.kind == "person"
                and _may_be(someone, role)
                and (not role.states or bool(set(role.states) & set(someone.states)))
            )

        chosen = self.focus.latest(role, fits, 4)
        return Answer(chosen, f"the last person spoken of is {chosen.name}") if chosen else NOBODY


def _may_be(someone: Someone, role: RoleSpot) -> bool:
    return role.gender is None or someone.gender in (None, role.gender)


def _matches(taught: Taught, role: RoleSpot, said: frozenset[str]) -> bool:
    """Whether a role taught by the page covers the words of another."""
    same = taught.noun == role.noun.singular
    return same and said <= taught.words and (taught.former or not role.former)
