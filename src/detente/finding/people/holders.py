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
    may_be,
)
from detente.finding.people.cast import Cast, Someone
from detente.finding.people.clauses import Clauses
from detente.finding.people.focus import Focus
from detente.finding.people.nearby import says
from detente.finding.people.recall import Recall
from detente.finding.people.spots import RoleSpot
from detente.finding.people.vocabulary import Vocabulary
from detente.knowledge.facts import Organ, Term
from detente.knowledge.roles import RolePhrase, because, candidates


class Holders:
    """Resolves the roles of one page. ``on`` are the days it may be of."""

    def __init__(self, cast: Cast, words: Vocabulary, focus: Focus, on: Interval | None) -> None:
        self.cast, self.words, self.focus = cast, words, focus
        self.knowledge = cast.knowledge
        self.on = on or Interval()
        self.page = Recall(cast, words, focus, self.on)
        self.home: str | None = None
        self.clauses = Clauses((), words, self.on)

    def resolve(self, role: RoleSpot) -> Answer:
        """Who a singular role without a name of its own is, on the day of its clause."""
        own, day = self.on, self.clauses.day(role)
        if day is None:
            return self._resolve(role)
        self.on = day
        try:
            return self._resolve(role)
        finally:
            self.on = own

    def _resolve(self, role: RoleSpot) -> Answer:
        subject = self._attributed(role)
        if subject is not None:
            return Answer(subject, f"what the page says {subject.name} is")
        if role.determiner == "possessive":
            return self._owned(role)
        if role.determiner == "demonstrative":
            return self.page.pointed(role)
        if role.phrase is not None and not role.phrase.counterpart:
            return self._post(role, role.phrase)
        organ = self.knowledge.organ(role.organs[0]) if role.organs else None
        if organ is not None and role.noun.singular in self.words.leaders and not role.former:
            return self._head(self.cast.organ(organ))
        return self.page.taught(role)

    def _attributed(self, role: RoleSpot) -> Someone | None:
        """The subject of "is" right before a role, which the role is said of: "X est le dirigeant
        le plus écouté"; None if the role is no such attribute, or another person's."""
        line, table = role.line, self.words.tables.linkers
        k = role.first - 1
        while line.low(k) in table.asides:
            k -= 1
        if line.low(k) not in table.copulas or role.determiner == "possessive":
            return None
        seen = next(self.focus.back(role, 0), None)
        if seen is None or seen.spot.line is not line or seen.someone.kind != "person":
            return None
        beside = k - 1 <= seen.spot.stop <= k and seen.subject
        return seen.someone if beside and may_be(seen.someone, role) else None

    def members(self, role: RoleSpot) -> tuple[Someone, ...]:
        """The holders of a plural role of several states: "les présidents russe et américain", "ses
        homologues russe et américain"."""
        if role.noun.singular in self.words.counterparts and role.determiner == "possessive":
            return self._counterparts(role)
        if role.phrase is None or len(role.phrase.members) < 2:
            return ()
        people: list[Someone] = []
        for posts in role.phrase.members:
            answer = self._post(role, changed(role.phrase, members=(posts,), plural=False))
            if answer.someone is None:
                return ()
            people.append(answer.someone)
        return tuple(dict.fromkeys(people))

    def _counterparts(self, role: RoleSpot) -> tuple[Someone, ...]:
        """Those of several states who hold the office of whose counterparts they are."""
        owner = self.focus.subject(role)
        words = (role.line.plain(k) for k in range(role.head + 1, role.stop))
        known = (self.cast.names.states_of(word) for word in words)
        states = tuple(dict.fromkeys(ids[0] for ids in known if ids))
        if owner is None or owner.kind != "person":
            return ()
        found = [self._counterpart(of, owner).someone for of in states]
        people = tuple(one for one in found if one is not None)
        return people if len(people) == len(states) else ()

    # -- by office

    def _post(self, role: RoleSpot, phrase: RolePhrase) -> Answer:
        """The holder of a post: somebody of the page, else the one holder of the day."""
        named = phrase.of
        able = self.cast.posts.holding(phrase.offices)
        here = [p for p in able if self._fills(p, role, phrase, named)]
        chosen = self._nearest(here, role)
        if chosen is not None:
            return Answer(chosen, self._reason(chosen, phrase, named))
        if here:
            return SEVERAL
        answer = self._of_day(phrase) if named else NOBODY
        if answer.someone is not None:
            return answer
        page = self.page
        known = (page.taught(role), page.redescribed(role), page.introduced(role))
        for answer in (*known, self._at_home(phrase)):
            if answer.someone is not None:
                return answer
        return NOBODY

    def _at_home(self, phrase: RolePhrase) -> Answer:
        """The holder of the day in the country that the page is about, if no other is named."""
        known = self.home is not None and not phrase.of and not phrase.plural
        return self._of_day(phrase.within(self.home)) if known and self.home else NOBODY

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
            return self.focus.newest(role, people)
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
        owner = self.focus.subject(role, far=says(role, self.words))
        if owner is None:
            return Answer(None, "whose it is, is not clear")
        if role.noun.singular in self.words.counterparts:
            return self._counterpart(next(iter(role.states), None), owner)
        if owner.kind == "organization" and role.noun.singular in self.words.leaders:
            return self._head(owner)
        spoken = role.noun.singular in self.words.voices and not role.of
        if spoken or role.phrase is None:
            return self._voice(role, owner) if spoken else self.page.taught(role, loose=False)
        if role.phrase.of or not owner.states:
            return self._post(role, role.phrase)
        within = role.phrase.within(owner.states[0])
        answer = self._post(role, changed(within, determiner="definite"))
        return answer if answer.someone is not owner else self._of_another(role, owner)

    def _of_another(self, role: RoleSpot, owner: Someone) -> Answer:
        """Whose president a president speaks of: that of the other state of the sentence."""
        near = [s.someone for s in self.focus.back(role, 0) if s.someone.kind == "state"]
        other = [s for s in near if s.id not in owner.states]
        if not other or role.phrase is None:
            return Answer(None, "whose it is, is not clear")
        return self._post(role, changed(role.phrase.within(other[0].id), determiner="definite"))

    def _voice(self, role: RoleSpot, owner: Someone) -> Answer:
        """Who speaks for somebody: for a body, or for the one whose head that person is."""
        taught = self.page.taught(role, loose=False)
        posts = dict.fromkeys(o.spokesperson for o in self.bodies(owner) if o.spokesperson)
        held = [t for office, of in posts for t in self.knowledge.holders(office, of, self.on)]
        people = tuple(dict.fromkeys(t.person for t in held))
        if taught.someone is not None or len(people) != 1:
            return taught
        someone = self.cast.known(people[0])
        return (
            Answer(someone, because(held[0], self.knowledge)) if may_be(someone, role) else taught
        )

    def bodies(self, owner: Someone) -> list[Organ]:
        """The institution that somebody is, or those that he or she heads."""
        offices = set(self.page.offices(owner)) if owner.kind == "person" else set()
        return [
            organ
            for organ in self.knowledge.organs
            if owner.id in (organ.id, organ.qid)
            or (organ.head and organ.head[0] in offices and organ.head[1] in owner.states)
        ]

    def _counterpart(self, of: str | None, owner: Someone) -> Answer:
        """The holder of the owner's office in the other state."""
        if of is None:
            return Answer(None, "the counterpart's state is not told")
        offices = self.page.offices(owner)
        if not offices:
            return Answer(None, f"the office of {owner.name} is not known")
        for office in offices:
            for person in self.cast.people:
                if person is not owner and self._in_office(person, office, of):
                    post = f"{office} of {self.knowledge.english(of)}"
                    return Answer(person, f"counterpart of {owner.name}: {post}")
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
