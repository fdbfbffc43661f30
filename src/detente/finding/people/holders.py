"""Who a role is on the day: by the page's own words first, then by the offices of the day.

Every answer comes with its reason in words. A role that fits nobody, or two people equally, stays
without an answer.
"""

from __future__ import annotations

from collections.abc import Sequence

from detente.days import Interval
from detente.finding.people.answers import (
    NOBODY,
    SEVERAL,
    Answer,
    changed,
    last,
    matches,
    may_be,
)
from detente.finding.people.cast import Cast, Someone
from detente.finding.people.focus import Focus
from detente.finding.people.nearby import is_subject
from detente.finding.people.spots import RoleSpot
from detente.finding.people.vocabulary import Vocabulary
from detente.knowledge.facts import Term
from detente.knowledge.roles import RolePhrase, because, candidates

NEAR = 2
"""Sentences back in which a person may be spoken of anew as what he or she is."""


class Holders:
    """Resolves the roles of one page. ``on`` are the days it may be of."""

    def __init__(self, cast: Cast, words: Vocabulary, focus: Focus, on: Interval | None) -> None:
        self.cast, self.words, self.focus = cast, words, focus
        self.knowledge = cast.knowledge
        self.on = on or Interval()

    def resolve(self, role: RoleSpot) -> Answer:
        """Who a singular role without a name of its own is."""
        if role.determiner == "possessive":
            return self._owned(role)
        if role.determiner == "demonstrative":
            return self._pointed(role)
        if role.phrase is not None and not role.phrase.counterpart:
            return self._post(role, role.phrase)
        organ = self.knowledge.organ(role.organs[0]) if role.organs else None
        if organ is not None and role.noun.singular in self.words.leaders and not role.former:
            return self._head(self.cast.organ(organ))
        return self._taught(role)

    def members(self, role: RoleSpot) -> tuple[Someone, ...]:
        """The holders of a plural role of several states: "les présidents russe et américain"."""
        if role.phrase is None or len(role.phrase.members) < 2:
            return ()
        people: list[Someone] = []
        for posts in role.phrase.members:
            answer = self._post(role, changed(role.phrase, members=(posts,), plural=False))
            if answer.someone is None:
                return ()
            people.append(answer.someone)
        return tuple(dict.fromkeys(people))

    # -- by office

    def _post(self, role: RoleSpot, phrase: RolePhrase) -> Answer:
        """The holder of a post: somebody of the page, else the one holder of the day."""
        named = phrase.of
        here = [p for p in self.cast.people if self._fills(p, role, phrase, named)]
        chosen = self._nearest(here, role)
        if chosen is not None:
            return Answer(chosen, self._reason(chosen, phrase, named))
        if here:
            return SEVERAL
        answer = self._of_day(phrase) if named else NOBODY
        if answer.someone is not None:
            return answer
        taught = self._taught(role)
        return taught if taught.someone else self._redescribed(role)

    def _of_day(self, phrase: RolePhrase) -> Answer:
        """The one holder that the knowledge base has for the day."""
        members = candidates(phrase, self.on, self.knowledge, self.cast.code)
        if len(members) != 1 or not members[0]:
            return NOBODY
        if len(members[0]) > 1:
            return SEVERAL
        answer = members[0][0]
        return Answer(self.cast.known(answer.actor), answer.because)

    def _fills(
        self, someone: Someone, role: RoleSpot, phrase: RolePhrase, of: Sequence[str]
    ) -> bool:
        """Whether a person of the page holds, or once held, what the phrase names."""
        if not may_be(someone, role):
            return False
        known = someone.person and self._ever(someone, phrase)
        for taught in () if known else someone.roles:
            same = bool(set(taught.offices) & set(phrase.offices)) and taught.former == role.former
            theirs = not of or set(of) & set(taught.of or someone.states) or not someone.states
            if same and theirs:
                return True
        return self._term(someone, role, phrase, of) is not None

    def _ever(self, someone: Someone, phrase: RolePhrase) -> bool:
        """Whether the knowledge base has the person in one of the offices at any time: then its
        dates decide, and whether a title suits ("le roi" is no president)."""
        return any(t.office in phrase.offices for t in self.knowledge.terms(someone.id))

    def _term(
        self, someone: Someone, role: RoleSpot, phrase: RolePhrase, of: Sequence[str]
    ) -> Term | None:
        for term in self.knowledge.terms(someone.id) if someone.person else ():
            if term.office not in phrase.offices or (of and term.of not in of):
                continue
            if role.former:
                end, today = term.end.earliest, self.on.latest
                if today is None or (end is not None and end < today):
                    return term
            elif term.possible.meets(self.on):
                wanted = phrase if of else phrase.within(term.of)
                members = candidates(wanted, self.on, self.knowledge, self.cast.code)
                if any(a.actor == someone.id for member in members for a in member):
                    return term
        return None

    def _nearest(self, people: Sequence[Someone], role: RoleSpot) -> Someone | None:
        """Of several, the one last spoken of; one who comes only later if nobody else may be."""
        if len(people) > 1:
            return self.focus.latest(role, people.__contains__)
        return people[0] if people else None

    def _reason(self, someone: Someone, phrase: RolePhrase, of: Sequence[str]) -> str:
        for term in self.knowledge.terms(someone.id) if someone.person else ():
            held = term.office in phrase.offices and (not of or term.of in of)
            if held and (phrase.former or term.possible.meets(self.on)):
                return because(term, self.knowledge)
        return f"the page gives {someone.name} this role"

    # -- by what belongs to somebody

    def _owned(self, role: RoleSpot) -> Answer:
        """Whose it is: "son homologue américain", "son ministre des Finances", "son chef"."""
        owner = self.focus.subject(role)
        if owner is None:
            return Answer(None, "whose it is, is not clear")
        if role.noun.singular in self.words.counterparts:
            return self._counterpart(role, owner)
        if owner.kind == "organization" and role.noun.singular in self.words.leaders:
            return self._head(owner)
        if role.phrase is None:
            return self._taught(role, loose=False)
        if role.phrase.of or not owner.states:
            return self._post(role, role.phrase)
        within = role.phrase.within(owner.states[0])
        return self._post(role, changed(within, determiner="definite"))

    def _counterpart(self, role: RoleSpot, owner: Someone) -> Answer:
        """The holder of the owner's office in the other state."""
        if not role.states:
            return Answer(None, "the counterpart's state is not told")
        offices = self.offices(owner)
        if not offices:
            return Answer(None, f"the office of {owner.name} is not known")
        of = role.states[0]
        for office in offices:
            for person in self.cast.people:
                if person is not owner and self._in_office(person, office, of):
                    return Answer(person, f"counterpart of {owner.name}: {office} of {of}")
            holders = self.knowledge.holders(office, of, self.on)
            people = tuple(dict.fromkeys(t.person for t in holders))
            if len(people) == 1:
                reason = because(holders[0], self.knowledge)
                return Answer(self.cast.known(people[0]), f"counterpart of {owner.name}: {reason}")
        return NOBODY

    def _in_office(self, someone: Someone, office: str, of: str) -> bool:
        if any(office in t.offices and of in t.of and not t.former for t in someone.roles):
            return True
        return any(t.person == someone.id for t in self.knowledge.holders(office, of, self.on))

    def offices(self, someone: Someone) -> tuple[str, ...]:
        """The offices of a person on the page's day, highest first."""
        taught = [o for t in someone.roles if not t.former for o in t.offices]
        terms = self.knowledge.terms(someone.id) if someone.person else ()
        held = [t.office for t in terms if t.possible.meets(self.on)]
        if held:
            taught = [o for o in taught if o in held]
        return tuple(sorted(dict.fromkeys((*taught, *held)), key=self._tier))

    def _tier(self, office: str) -> int:
        known = self.knowledge.office(office)
        return known.tier if known else 5

    def _head(self, organ: Someone) -> Answer:
        """The head of an institution: the holder of its highest office."""
        ids = tuple(o.id for o in self.knowledge.organs if organ.id in (o.id, o.qid))
        for office in sorted(self.knowledge.offices, key=lambda o: (o.tier, o.id)):
            terms = [t for of in ids for t in self.knowledge.holders(office.id, of, self.on)]
            people = tuple(dict.fromkeys(t.person for t in terms))
            if len(people) > 1:
                return SEVERAL
            if people:
                return Answer(self.cast.known(people[0]), because(terms[0], self.knowledge))
        return NOBODY

    # -- by the page's own words

    def _taught(self, role: RoleSpot, *, loose: bool = True) -> Answer:
        """Somebody whom the page has called so: the same noun, and no word that tells otherwise;
        if ``loose``, also whom the text is about when it uses a noun for any person."""
        said = frozenset(
            w.plain
            for w in role.line.words[role.head + len(role.noun.words) : role.stop]
            if w.text[0].isalnum() and len(w.text) > 2
        )

        def fits(someone: Someone) -> bool:
            return (
                someone.kind == "person"
                and may_be(someone, role)
                and any(matches(t, role, said) for t in someone.roles)
            )

        chosen = self._beside(role) if loose else None
        chosen = chosen or self.focus.latest(role, fits)
        if chosen is None:
            later = [p for p in self.cast.people if fits(p)]
            chosen = later[0] if len(later) == 1 else None
        if chosen is not None:
            return Answer(chosen, f"the page gives {chosen.name} this role")
        if not loose:
            return NOBODY
        epithet = role.noun.singular in self.words.epithets and role.determiner == "definite"
        if epithet and not self._has_complement(role):
            return self._epithet(role)
        bare = role.phrase is None and not said
        return self._redescribed(role) if bare else NOBODY

    def _beside(self, role: RoleSpot) -> Someone | None:
        """The one person named before in the same sentence, for a noun for any person: "la peine
        de X a été levée, la chercheuse reste ..."."""
        if role.noun.singular not in self.words.epithets or self._has_complement(role):
            return None
        barred = self._barred(role)
        here = {s.someone.id: s.someone for s in self.focus.back(role, 0) if not role.quoted}
        here = {id: someone for id, someone in here.items() if id not in barred}
        people = [p for p in here.values() if p.kind == "person" and may_be(p, role)]
        alone = len(people) == 1 and people[0].gender is not None
        return people[0] if alone and not role.states else None

    def _barred(self, role: RoleSpot) -> frozenset[str]:
        """Who a noun for any person cannot be: whoever says the sentence it stands in, and the
        subject before a "que" that it follows ("X a dit que l'opposant ...")."""
        line, that = role.line, self.words.tables.linkers.that
        seen = [s for s in self.focus.back(role, 0) if s.subject and s.spot.line is line]
        seen = [s for s in seen if s.spot.quoted == role.quoted]
        return frozenset(
            s.someone.id
            for s in seen
            if s.speaks or any(line.low(k) in that for k in range(s.spot.stop, role.first))
        )

    def _has_complement(self, role: RoleSpot) -> bool:
        """Whether more than adjectives follow the noun: "l'émissaire pour les négociations"."""
        after = range(role.head + len(role.noun.words), role.stop)
        return any(role.line.low(k) in self.words.tables.prepositions.all for k in after)

    def _epithet(self, role: RoleSpot) -> Answer:
        """A noun for any person: the last one in focus of that gender and state."""
        barred = self._barred(role)

        def fits(someone: Someone) -> bool:
            theirs = not role.states or bool(set(role.states) & set(someone.states))
            suits = someone.kind == "person" and may_be(someone, role)
            return suits and theirs and someone.id not in barred

        return last(self.focus.latest(role, fits, 4))

    def _pointed(self, role: RoleSpot) -> Answer:
        """Whom "cet ancien diplomate" points to: the last person named, in any function."""

        def fits(someone: Someone) -> bool:
            return someone.kind == "person" and not someone.nameless and may_be(someone, role)

        back = (s for s in self.focus.back(role, NEAR) if s.sentence < role.sentence)
        before = (s.someone for s in back if fits(s.someone))
        return last(None if role.quoted else next(before, None))

    def _redescribed(self, role: RoleSpot) -> Answer:
        """A role that nobody is known for, said of the one person the text is about: the page
        speaks of that person anew ("X ... La ministre de l'Environnement")."""
        near = {
            s.someone.id: s.someone
            for s in self.focus.back(role, NEAR)
            if s.subject and s.someone.kind == "person" and not s.spot.quoted
        }
        fitting = [s for s in near.values() if may_be(s, role) and not s.nameless]
        if len(fitting) != 1 or role.quoted or role.former or not is_subject(role, self.words):
            return NOBODY
        someone = fitting[0]
        strange = bool(self.offices(someone)) if role.offices else bool(someone.roles)
        foreign = bool(role.states) and not set(role.states) & set(someone.states)
        if strange or (foreign and someone.states):
            return NOBODY
        return Answer(someone, f"the text is about {someone.name} here")
