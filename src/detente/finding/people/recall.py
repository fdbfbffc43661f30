"""Who a role is by the page's own words: whom it has called so, or whom it is about.

Nouns for any person ("l'homme", "la chercheuse") point back to somebody in focus, never to whoever
says the sentence they stand in.
"""

from __future__ import annotations

from detente.days import Interval
from detente.finding.people.answers import NOBODY, Answer, last, matches, may_be
from detente.finding.people.cast import Cast, Someone
from detente.finding.people.focus import ALL, Focus
from detente.finding.people.nearby import is_source, is_subject, says
from detente.finding.people.spots import RoleSpot
from detente.finding.people.vocabulary import Vocabulary
from detente.finding.people.words import Line

NEAR, AGAIN = 2, 6
"""Sentences back in which a person may be spoken of anew as what he or she is, and by a noun that
the page has used."""


class Recall:
    """Finds people of one page again by a role. ``on`` are the days it may be of."""

    def __init__(self, cast: Cast, words: Vocabulary, focus: Focus, on: Interval) -> None:
        self.cast, self.words, self.focus, self.on = cast, words, focus, on
        self.knowledge = cast.knowledge

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

    def taught(self, role: RoleSpot, *, loose: bool = True) -> Answer:
        """Somebody whom the page has called so: the same noun, and no word that tells otherwise;
        if ``loose``, also whom the text is about when it uses a noun for any person."""
        said = frozenset(
            w.plain
            for w in role.line.words[role.head + len(role.noun.words) : role.stop]
            if w.spoken and len(w.text) > 2
        )

        def fits(someone: Someone) -> bool:
            return (
                someone.kind == "person"
                and may_be(someone, role)
                and any(matches(t, role, said) for t in someone.roles)
            )

        chosen = self._beside(role) if loose else None
        if chosen is None:
            called = [p for p in self.cast.posts.called(role.noun.singular, said) if fits(p)]
            chosen = self.focus.newest(role, called)
            chosen = chosen or (called[0] if len(called) == 1 else None)
        chosen = chosen or self._told_in_full(role, said)
        if chosen is not None:
            return Answer(chosen, f"the page gives {chosen.name} this role")
        if not loose:
            return NOBODY
        epithet = role.noun.singular in self.words.epithets and role.determiner == "definite"
        if epithet and not self._has_complement(role):
            return self._epithet(role)
        fame = role.noun.singular in self.words.genderless
        if (role.former or fame) and role.determiner == "definite":
            return self._once(role)
        bare = role.phrase is None and not said
        return self.redescribed(role) if bare else self.introduced(role)

    def _once(self, role: RoleSpot) -> Answer:
        """What somebody was before, said of the one just spoken of in the same paragraph: "X a pris
        acte ... l'ancien ambassadeur". An office of the knowledge base tells by itself who held
        it."""
        if role.quoted or not is_subject(role, self.words):
            return NOBODY
        barred, posted = self._barred(role), role.noun.singular in self.words.posted

        def fits(someone: Someone) -> bool:
            theirs = not role.states or not someone.states or posted
            theirs = theirs or bool(set(role.states) & set(someone.states))
            now = any(t.noun == role.noun.singular and not t.former for t in someone.roles)
            other = now or (bool(role.offices) and someone.person is not None)
            named = someone.kind == "person" and not someone.nameless and someone.id not in barred
            return named and theirs and not other and may_be(someone, role)

        here = (s for s in self.focus.back(role, NEAR) if s.spot.line is role.line)
        seen = [s for s in here if not s.spot.quoted and fits(s.someone)]
        near = [s for s in seen if s.sentence == seen[0].sentence]
        leads = [s for s in near if s.subject] or near
        people = {s.someone.id: s.someone for s in leads}
        if len(people) != 1:
            return NOBODY
        someone = leads[0].someone
        return Answer(someone, f"what {someone.name} was before, whom the text is about here")

    def _told_in_full(self, role: RoleSpot, said: frozenset[str]) -> Someone | None:
        """The one person just spoken of whom the page has called by the noun alone: "le procureur
        X ... le procureur de Paris"; nobody where it calls another so."""
        noun = role.noun.singular
        many = noun in self.words.epithets or noun in self.words.leaders or role.phrase is not None
        if not said or role.former or many or role.determiner != "definite":
            return None
        called = self.cast.posts.called(noun, frozenset())
        bare = len(called) == 1 and all(
            t.words <= {*noun.split(), noun} for t in called[0].roles if t.noun == noun
        )
        fits = bare and may_be(called[0], role)
        states = {*called[0].states} if fits else set()
        theirs = fits and (not role.states or not states or bool(states & {*role.states}))
        near = self.focus.last.newest(called, role.sentence - AGAIN) if theirs else None
        return near

    def _beside(self, role: RoleSpot) -> Someone | None:
        """The one person named before in the same sentence, for a noun for any person: "la peine
        de X a été levée, la chercheuse reste ..."."""
        if role.noun.singular not in self.words.epithets or self._has_complement(role):
            return None
        barred = self._barred(role)
        here = {s.someone.id: s.someone for s in self.focus.back(role, 0) if not role.quoted}
        here = {id: someone for id, someone in here.items() if id not in barred}
        people = [p for p in here.values() if p.kind == "person" and self._may_be(p, role)]
        alone = len(people) == 1 and people[0].gender is not None
        return people[0] if alone and not role.states else None

    def _barred(self, role: RoleSpot) -> frozenset[str]:
        """Who a noun for any person cannot be: whoever says the sentence it stands in, the subject
        of its own clause, and one before a "que" that it follows ("X craint que l'opposant")."""
        line, that = role.line, self.words.tables.linkers.that
        seen = [s for s in self.focus.back(role, 0) if s.subject and s.spot.line is line]
        seen = [s for s in seen if s.spot.quoted == role.quoted]
        return frozenset(
            s.someone.id
            for s in seen
            if s.speaks or _is_one_clause(line, s.spot.stop, role.first, that)
        )

    def _may_be(self, someone: Someone, role: RoleSpot) -> bool:
        """Whether gender and office suit: nobody in office is "l'opposant"."""
        outside = role.noun.singular in self.words.outsiders
        return may_be(someone, role) and not (outside and self.offices(someone))

    def _has_complement(self, role: RoleSpot) -> bool:
        """Whether more than adjectives follow the noun: "l'émissaire pour les négociations"."""
        after = range(role.head + len(role.noun.words), role.stop)
        return any(role.line.low(k) in self.words.tables.prepositions.all for k in after)

    def _epithet(self, role: RoleSpot) -> Answer:
        """A noun for any person: the last one in focus of that gender and state."""
        barred = self._barred(role)

        def fits(someone: Someone) -> bool:
            theirs = not role.states or bool(set(role.states) & set(someone.states))
            suits = someone.kind == "person" and self._may_be(someone, role)
            return suits and theirs and someone.id not in barred

        near = last(self.focus.latest(role, fits, 4))
        if near.someone is None and role.states and role.noun.singular in self.words.traits:
            known = list(filter(fits, self.focus.last.since(role.sentence - ALL)))
            near = last(known[0] if len(known) == 1 else None)
        return near

    def pointed(self, role: RoleSpot) -> Answer:
        """Whom "cet ancien diplomate" points to: the last person named, in any function."""

        def fits(someone: Someone) -> bool:
            return someone.kind == "person" and not someone.nameless and may_be(someone, role)

        back = (s for s in self.focus.back(role, NEAR) if s.sentence < role.sentence)
        before = (s.someone for s in back if fits(s.someone))
        return last(None if role.quoted else next(before, None))

    def redescribed(self, role: RoleSpot) -> Answer:
        """A role that nobody is known for, said of the one person the text is about: the page
        speaks of that person anew ("X ... La ministre de l'Environnement")."""
        if role.quoted or role.former or not is_subject(role, self.words):
            return NOBODY
        near = {
            s.someone.id: s.someone
            for s in self.focus.back(role, NEAR)
            if s.subject and s.someone.kind == "person" and not s.spot.quoted
        }
        fitting = [s for s in near.values() if may_be(s, role) and not s.nameless]
        if len(fitting) != 1:
            return NOBODY
        someone = fitting[0]
        strange = bool(self.offices(someone)) or (not role.offices and bool(someone.roles))
        foreign = bool(role.states) and not set(role.states) & set(someone.states)
        if strange or (foreign and someone.states):
            return NOBODY
        return Answer(someone, f"the text is about {someone.name} here")

    def introduced(self, role: RoleSpot) -> Answer:
        """The one person who speaks in the sentence before and is named there for the first time,
        if the page tells nowhere else what that one is: "«…», a dit X. Le secrétaire général de
        l'ONG rappelle …"."""
        definite = role.determiner == "definite" and not role.plural and not role.former
        opens = role.line.opens(role.first) or role.line.opens(role.first - 1)
        tells = says(role, self.words) or is_source(role, self.words)
        if not (definite and opens and tells) or role.quoted:
            return NOBODY
        seen = [s for s in self.focus.back(role, 1) if s.someone.kind == "person"]
        near = [s for s in seen if s.sentence == role.sentence - 1 and s.spot.line is role.line]
        people = {s.someone.id: s.someone for s in near}
        here = [s for s in seen if s.sentence == role.sentence]
        spoke = any(says(s.spot, self.words) and not s.spot.quoted for s in near)
        if len(people) != 1 or here or not spoke:
            return NOBODY
        someone = near[0].someone
        known = someone.nameless or someone.roles or self.offices(someone)
        before = self.focus.knew(near[-1])
        foreign = bool(role.states and someone.states) and not {*role.states} & {*someone.states}
        if known or before or foreign or not may_be(someone, role):
            return NOBODY
        return Answer(someone, f"what {someone.name}, just named, is")


def _is_one_clause(line: Line, first: int, stop: int, that: frozenset[str]) -> bool:
    """Whether no comma stands between two words of a line, or a "que" does."""
    between = [line.low(k) for k in range(first, stop)]
    return "," not in between or any(low in that for low in between)
