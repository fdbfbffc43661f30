"""The walk through a page that turns spots into mentions, one after the other."""

from __future__ import annotations

from detente.days import Interval
from detente.finding.ground import Ground, People
from detente.finding.people.answers import Answer
from detente.finding.people.cast import Cast, Someone
from detente.finding.people.clauses import Clauses
from detente.finding.people.focus import Focus, Seen
from detente.finding.people.gazetteer import Gazetteer
from detente.finding.people.groups import Groups
from detente.finding.people.holders import Holders
from detente.finding.people.home import home
from detente.finding.people.institutions import Found, Institutions, spelled_out
from detente.finding.people.kindred import Kindred
from detente.finding.people.nearby import (
    acts,
    has_rival,
    is_subject,
    leads_and_speaks,
    opens_after,
    speaks,
)
from detente.finding.people.persons import Census
from detente.finding.people.revealed import Revealed
from detente.finding.people.rows import Rows, whole
from detente.finding.people.spots import (
    GroupSpot,
    NameSpot,
    PlaceSpot,
    PronounSpot,
    RoleSpot,
    Scan,
    Spot,
)
from detente.finding.people.unnamed import bare_words
from detente.finding.people.vocabulary import Gender, Vocabulary
from detente.records import Mention, MentionForm, Time

AHEAD = 12
"""Spots after a pronoun among which the subject of its main clause is looked for."""


class Resolution:
    """Resolves one page. ``on`` are the days it may be of, None if they are not known."""

    def __init__(
        self, ground: Ground, words: Vocabulary, names: Gazetteer, on: Interval | None
    ) -> None:
        self.ground, self.words, self.on = ground, words, on
        self.cast = Cast(words, names)
        self.focus = Focus(lambda earlier, later: has_rival(earlier, later, words))
        self.census = Census(self.cast, words, on)
        self.holders = Holders(self.cast, words, self.focus, on)
        self.groups = Groups(self.cast, words, self.focus, self.holders)
        self.rows = Rows(words, self.focus)
        self.revealed = Revealed(self.cast, words, self.focus)
        self.kindred = Kindred(self.cast, words, self.focus)
        self.places = Institutions(self.cast, words, on, self.focus.last)
        self.mentions: list[Mention] = []

    def run(self, scan: Scan, times: tuple[Time, ...]) -> People:
        """The actors and mentions of a scanned page."""
        self.holders.clauses = Clauses(times, self.words, self.holders.on)
        states = scan.states
        self.persons = self.census.take(scan, states)
        self.groups.persons = self.persons
        self.holders.home = home(scan)
        self.groups.states = states.union(*(p.states for p in self.persons.values()))
        self.groups.unnamed.begin(scan, self.groups.states, self.holders.home)
        self.places.begin(scan, self.groups.states, self.holders.home)
        for place, spot in enumerate(scan.spots):
            self.ahead = scan.spots[place + 1 : place + 1 + AHEAD]
            self._one(spot)
        mentions = sorted(self.mentions, key=lambda m: (m.start, -m.end))
        pointed = {m.actor for m in mentions}
        pointed |= {m.id for s in self.cast if s.id in pointed for m in s.members}
        actors = [s for s in self.cast if s.id in pointed]
        return People(actors=tuple(s.actor() for s in actors), mentions=tuple(mentions))

    def _one(self, spot: Spot) -> None:
        if isinstance(spot, NameSpot):
            self._name(spot)
        elif isinstance(spot, RoleSpot):
            self._role(spot)
        elif isinstance(spot, PlaceSpot):
            found = self.places.resolve(spot)
            self._found(spot, found)
            if found is not None and spot.spelled:
                self.cast.alias(found.someone, spot.spelled)
        elif isinstance(spot, PronounSpot):
            self._pronoun(spot)
        elif isinstance(spot, GroupSpot):
            self._found(spot, self.groups.resolve(spot))

    # -- one kind after the other

    def _name(self, spot: NameSpot) -> None:
        someone = self.persons.get(id(spot))
        if someone is None:
            return
        self.revealed.name(spot, someone, self.mentions)
        full = len(spot.name) > 1 and not spot.civil
        if someone.person is not None:
            because = "named in full" if full else f"short for {someone.name}"
        else:
            because = "a person whom the page names" if full else f"short for {someone.name}"
        self._note(spot, someone, "name" if full else "short_name", because)

    def _role(self, spot: RoleSpot) -> None:
        if spot.name is not None:
            someone = self.persons.get(id(spot.name))
            if someone is not None:
                self.kindred.name(spot, someone, self.persons)
                self.revealed.name(spot.name, someone, self.mentions)
                self._note(spot, someone, "role", f"the page names {someone.name} with it")
                return
        if spot.determiner == "none":
            return
        if spot.plural:
            found = self.groups.plural_role(spot) or self._unnamed(spot)
            self._found(spot, found)
            # Those of a body, called by what they are alone, are told by its name.
            own = spot.determiner == "possessive"
            if found is None and not own and spot.owner is not None and spot.organs:
                self._found(spot.owner, self.places.resolve(spot.owner))
        elif spot.determiner == "indefinite":
            self._found(spot, self._unnamed(spot))
        else:
            answer = self.holders.resolve(spot)
            if answer.someone is not None:
                self._note(spot, answer.someone, "role", answer.because)
            else:
                self._nobody(spot, answer.because)

    def _nobody(self, spot: RoleSpot, because: str) -> None:
        """A role that nobody is known for: its holder without a name, if he or she speaks and it
        is no office of the knowledge base; else a mention of an actor not known."""
        says = speaks(spot, self.words)
        office = (spot.offices or spot.former) and not spot.around
        found = self._unnamed(spot) if says and not office else None
        if found is not None:
            self._found(spot, found)
        elif spot.offices or says:
            self._unresolved(spot, because)

    def _unnamed(self, spot: RoleSpot) -> Found | None:
        """Somebody without a name who speaks or acts: an actor under the page's own words."""
        if not speaks(spot, self.words):
            apposed = spot.line.low(spot.first - 1) == "," and not opens_after(spot, self.words)
            if spot.offices or apposed or not acts(spot, self.words):
                return None
        told = spot.stop > spot.head + len(spot.noun.words)
        if spot.determiner not in ("indefinite", "none") and not told:
            return None
        words = bare_words(spot, self.words)
        if not told and spot.noun.singular in self.words.voices:
            body = self.focus.latest(spot, lambda s: s.kind == "organization", 3)
            words = f"{words} {self.cast.of(body.article)}" if body else words
        words = spelled_out(self.cast, words, spot.organs)
        someone = self.cast.unnamed(words, another=spot.other, plural=spot.plural)
        if spot.line.low(spot.first) in self.words.tables.determiners.numbers:
            self.cast.alias(someone, f"{spot.line.text(spot.first, spot.first + 1)} {words}")
        someone.gender = someone.gender or spot.gender
        self.cast.teach(someone, spot)
        return Found(someone, "role", "somebody whom the page leaves without a name")

    def _pronoun(self, spot: PronounSpot) -> None:
        spot.speaks = speaks(spot, self.words)
        ahead = self._ahead(spot) if spot.forward else None
        someone = ahead.someone if ahead else self.focus.pronoun(spot)
        if someone is not None and someone.id:
            because = f"agrees with {someone.name}, the likeliest in the sentences before"
            self._note(spot, someone, "pronoun", because)

    def _ahead(self, spot: PronounSpot) -> Answer | None:
        """Who the subject of the main clause is, for a pronoun in a clause before it: "Lorsqu'il
        avait parlé, X avait précisé"; None if that is no person of its gender."""
        for later in self.ahead:
            if later.sentence != spot.sentence or later.line is not spot.line:
                return None
            apart = spot.line.low(whole(later).first - 1) == ","
            if later.quoted or not apart or not is_subject(whole(later), self.words):
                continue
            if isinstance(later, NameSpot | RoleSpot):
                answer = self._who(later)
                someone = answer.someone
                agrees = someone is None or someone.gender in (None, spot.gender)
                return answer if agrees and not spot.plural else None
        return None

    def _who(self, spot: NameSpot | RoleSpot) -> Answer:
        """The person of a name, or of a role with or without one."""
        if isinstance(spot, RoleSpot) and spot.name is None:
            return self.holders.resolve(spot)
        name = spot.name if isinstance(spot, RoleSpot) else spot
        return Answer(self.persons.get(id(name)), "named")

    # -- writing it down

    def _found(self, spot: Spot, found: Found | None) -> None:
        if found is not None:
            self._note(spot, found.someone, found.form, found.because)

    def _note(self, spot: Spot, someone: Someone, form: MentionForm, because: str) -> None:
        start, end = spot.line.span(spot.first, spot.stop)
        text = self.ground.words(start, end)
        self.mentions.append(
            Mention(start=start, end=end, text=text, actor=someone.id, form=form, because=because)
        )
        entire = whole(spot)
        subject, says = leads_and_speaks(entire, self.words)
        subject = subject or (isinstance(spot, PronounSpot) and not spot.strong)
        seen = Seen(someone, spot, subject, says)
        if isinstance(spot, PlaceSpot | GroupSpot):
            capital = form == "metonym" and isinstance(spot, PlaceSpot)
            seen.form = ("m", False) if capital else self._form(spot)
        seen.agent = spot.line.low(entire.first - 1) in self.words.tables.prepositions.agent
        seen.below = self._is_below(seen)
        self._together(seen)
        if not (isinstance(spot, GroupSpot) and spot.aside):
            self.focus.add(seen)

    def _form(self, spot: Spot) -> tuple[Gender | None, bool] | None:
        """Gender and number as the determiner of a mention shows them; None where it does not."""
        table = self.words.tables.determiners
        classes, low = self.words.classes, spot.line.low(spot.first)
        if low not in classes.shown:
            low = spot.line.low(spot.first - 1)
        if low not in classes.shown or (
            isinstance(spot, PlaceSpot) and low not in classes.gendered
        ):
            return None
        gender: Gender | None = "m" if low in table.masculine else None
        return "f" if low in table.feminine else gender, low in table.plural

    def _together(self, seen: Seen) -> None:
        """Note the row that a mention ends: "A, B et C"."""
        row = self.rows.before(seen)
        if not row:
            return
        them = self.cast.group((*(s.someone for s in row), seen.someone))
        both = Spot(seen.spot.line, whole(row[0].spot).first, whole(seen.spot).stop)
        says = seen.speaks or row[-1].speaks or speaks(both, self.words)
        if says:
            start, end = both.line.span(both.first, both.stop)
            because = " and ".join(s.name for s in them.members) + " together"
            text = self.ground.words(start, end)
            self.mentions.append(
                Mention(
                    start=start, end=end, text=text, actor=them.id, form="name", because=because
                )
            )
        for one in (*row, seen):
            one.row = True
        self.focus.add(Seen(them, seen.spot, seen.subject or row[-1].subject, says))

    def _is_below(self, seen: Seen) -> bool:
        """Whether a mention stands in a clause after "que" that somebody of its sentence says."""
        line, that = seen.spot.line, self.words.tables.linkers.that
        for s in self.focus.back(seen.spot, 0):
            other = s.speaks and s.someone is not seen.someone and s.spot.line is line
            beside = other and s.spot.quoted == seen.spot.quoted
            if beside and not that.isdisjoint(line.lows[s.spot.stop : seen.spot.first]):
                return True
        return False

    def _unresolved(self, spot: RoleSpot, because: str) -> None:
        start, end = spot.line.span(spot.first, spot.stop)
        text = self.ground.words(start, end)
        self.mentions.append(
            Mention(start=start, end=end, text=text, actor=None, form="role", because=because)
        )
        nobody = Someone("", "person", text, gender=spot.gender, plural=spot.plural, nameless=True)
        entire = whole(spot)
        subject, says = leads_and_speaks(entire, self.words)
        seen = Seen(nobody, spot, subject, says)
        seen.below = self._is_below(seen)
        self.focus.add(seen)
