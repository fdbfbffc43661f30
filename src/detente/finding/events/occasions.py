"""Who is there, told by the clause around an encounter: "lors d'un entretien avec X, Y a dit"."""

from __future__ import annotations

from collections.abc import Iterator

from detente.finding.events.carriers import Carriers
from detente.finding.events.codes import code
from detente.finding.events.neighbours import Slot
from detente.finding.events.trigger import Trigger
from detente.syntax import Token

GATHERINGS = frozenset({"meeting", "summit"})
"""Where somebody is of several, whoever the others are."""

VISIT = "visit"

SUMMIT = "summit"


VERBAL = ("VERB", "AUX")

PRESS = "press_conference"
"""What he gives who speaks at it, however it is called."""


class Occasions(Carriers):
    """Reads from the clause around a noun who takes part in what it names."""

    def _other_side(self, trigger: Trigger, names: set[str]) -> Iterator[Slot]:
        """Who wants, plans or refuses it: "X souhaite un dialogue avec Y"; who writes or speaks,
        where the frame leaves it to the subject: "Dans une lettre à Y, X ..."; and who is there,
        where the clause tells what went on at it."""
        if trigger.kind == SUMMIT:
            yield from self._there(self.scene.parse.tokens[trigger.i])
        if names & self.lexicon.parties or self._is_of_body(trigger):
            yield from self._at_summit(trigger)
            return
        token = self.scene.parse.tokens[trigger.i]
        above, words = self.scene.parse.tokens[token.head], self.lexicon.statuses
        lemma = above.base
        pursued = lemma in self.lexicon.classes["pursuing"]
        wanting = lemma in words.governors or lemma in words.announcing or pursued
        if names & self.lexicon.mutual and wanting:
            subject = self._who_wants(above) if above.pos == "VERB" else None
        elif self._is_his(trigger, names, pursued):
            subject = self.subject(above.i)
        elif self._is_owned(trigger):
            subject = self.around(trigger.i)
        else:
            met = code(trigger.kind).group == "encounter"
            subject = self._partner(trigger) if met and names & self.lexicon.mutual else None
            if subject is None:
                yield from self._present(trigger, names)
                return
        if subject is not None:
            yield "subject", subject

    def _partner(self, trigger: Trigger) -> Token | None:
        """Who meets whom a noun alone tells with: he who does what its clause tells ("X a évoqué Y
        dans un entretien avec Z"), unless he only judges it or brings it about for others."""
        token = self.scene.parse.tokens[self._listed(trigger.i)]
        above = self.scene.parse.ancestors(token.i)
        said = [t for t in above if t.pos in VERBAL or self.scene.parse.kids(t.i, "cop")]
        if not said or token.dep.startswith("nsubj") or self.is_of(said[0], "brokering"):
            return None
        judged = token.dep.startswith(("obj", "obl:arg")) and self.is_of(said[0], "appraising")
        after = self._goes_on(trigger.tokens[0])
        subjects = (self.subject(verb.i) for verb in (said if after else said[:1]))
        subject = next((s for s in subjects if s is not None and s.i in self.scene.named), None)
        return None if judged else subject

    def _is_his(self, trigger: Trigger, names: set[str], pursued: bool) -> bool:
        """Whether the subject of the verb over a noun is at it: who cancels or goes on with a trip
        or a press conference, who organizes a gathering and nobody says between whom it is."""
        token = self.scene.parse.tokens[trigger.i]
        staged = self.scene.lemma(token.head) in self.lexicon.classes["staging"]
        gathers = trigger.kind in GATHERINGS or trigger.kind == PRESS
        others = names & self.lexicon.jointly
        trip = pursued and trigger.frame.attended and not self.is_known(trigger)
        given_up = token.dep.startswith("obl") and self._named(token) == self.lexicon.to
        objects = token.dep == "obj" or (trip and given_up)
        announced = (
            trigger.kind == PRESS
            and self.scene.lemma(token.head) in self.lexicon.statuses.announcing
        )
        return (trip or ((staged or announced) and gathers and not others)) and objects

    def _brought(self, trigger: Trigger) -> Iterator[Slot]:
        """Who is at it by the word that it completes: "est invité à un sommet", "la participation
        de X au sommet"; and whose it is: "X, en visite à"."""
        token = self.scene.parse.tokens[trigger.i]
        above, link = self.scene.parse.tokens[token.head], self._named(token)
        lemma, classes = above.base, self.lexicon.classes
        if trigger.frame.attended and link in self.lexicon.during and above.i in self.scene.named:
            yield "subject", above
        elif trigger.kind == VISIT and link in self.lexicon.during and above.pos in VERBAL:
            subject = self.around(trigger.i)
            yield from [("subject", subject)] if subject is not None else []
        if trigger.kind == VISIT and self.is_of(above, "inviting") and self.is_passive(above.i):
            aimed = self.scene.follows(trigger.tokens[0], self.lexicon.statuses.purpose)
            guests = self.scene.parse.kids(above.i, "nsubj:pass") if aimed else []
            yield from (("subject", guest) for guest in guests)
        if link != self.lexicon.to or code(trigger.kind).group != "encounter":
            return
        if above.pos == "NOUN" and lemma in classes["presence"]:
            owner = self.of_noun(above)
            found = [owner] if owner is not None else []
        elif lemma in classes["inviting"]:
            thing = self._next(above.i)
            asked = self.scene.parse.kids(above.i, "nsubj:pass")
            found = asked or ([thing] if thing is not None else [])
        else:
            return
        for one in found:
            yield "subject", one

    def _present(self, trigger: Trigger, names: set[str]) -> Iterator[Slot]:
        """Those whom the clause around an encounter brings there: its subject, and whom it speaks
        to where nobody else is named ("lors d'un entretien, X a dit à Y")."""
        first, words = trigger.tokens[0], self.lexicon.statuses
        gathers = trigger.frame.mutual or trigger.kind in GATHERINGS
        met = code(trigger.kind).group == "encounter" and gathers
        if not met or not self.scene.follows(first, self.lexicon.nearly):
            return
        subject = self.around(trigger.i)
        verb = self.scene.parse.tokens[subject.head] if subject is not None else None
        if subject is None or subject.i not in self.scene.named or self._is_seen(trigger, verb):
            return
        if names & self.lexicon.mutual:
            yield "subject", subject
        elif not self.is_known(trigger) and not self._may_be_interview(trigger):
            addressed = self.addressed(subject) if trigger.frame.mutual else None
            alone = addressed is None and self.scene.follows(first, words.during)
            if alone or addressed is not None:
                yield "subject", subject
            if addressed is not None:
                yield "object", addressed

    def _is_seen(self, trigger: Trigger, verb: Token | None) -> bool:
        """Whether somebody only makes something of a noun: "X voit dans la réunion un échec"."""
        inside = self._named(self.scene.parse.tokens[trigger.i]) == self.lexicon.inside
        return inside and verb is not None and self.is_of(verb, "seeing")

    def _is_of_body(self, trigger: Trigger) -> bool:
        """Whether the words for an encounter name the body that meets: "sommet du X"."""
        return any(i != trigger.i and i in self.scene.named for i in trigger.tokens)

    def _at_summit(self, trigger: Trigger) -> Iterator[Slot]:
        """Who is at the summit of a body: he who does something at it or at its end, prepares or
        leaves it."""
        if trigger.kind != SUMMIT or trigger.occasion:
            return
        token = self.scene.parse.tokens[trigger.i]
        verb = self.scene.parse.tokens[token.head]
        there = verb.pos in VERBAL and self._named(token) == self.lexicon.to
        handled = token.dep.startswith("obj") and self.is_of(verb, "handling")
        if there or handled or self._goes_on(trigger.tokens[0]):
            subject = self.around(trigger.i)
            if subject is not None and subject.i in self.scene.named:
                yield "subject", subject

    def _there(self, token: Token) -> Iterator[Slot]:
        """Who is told straight before "at the summit": "affiché par X et Y au sommet"."""
        cases = self.scene.parse.kids(token.i, "case")
        mention = self.scene.named.get(cases[0].i - 1) if cases and cases[0].i else None
        if mention is None or self._named(token) != self.lexicon.to:
            return
        tokens = self.scene.parse.tokens
        first = self.scene.parse.at(mention.start, mention.end)[0].i
        starts = [i for i, others in self.scene.joined.items() if first in others]
        yield "subject", tokens[min([first, *starts])]

    def _goes_on(self, first: int) -> bool:
        """Whether a clause tells what went on at it or at its end, not only before or since."""
        return self.scene.follows(first, self.lexicon.going_on, gap=1)

    def _may_be_interview(self, trigger: Trigger) -> bool:
        """Whether a bare word may tell of what is said to the press: "a critiqué X lors d'un
        entretien"."""
        words = {self.lexicon.singular(self.scene.parse.tokens[i].word) for i in trigger.tokens}
        return words <= self.lexicon.classes["interviews"]

    def addressed(self, subject: Token) -> Token | None:
        """Whom somebody speaks to, urges or thanks in the clause that he is the subject of."""
        verb = self.scene.parse.tokens[subject.head]
        below = self.scene.parse.kids(verb.i, "xcomp")
        urged = (self._next(v.i) for v in (verb, *below) if self._addresses(v))
        thing = next((t for t in urged if t is not None), None)
        verbs = (verb, *self.scene.parse.kids(verb.i, "xcomp", "ccomp"))
        kids = [t for v in verbs for t in self.scene.parse.kids(v.i, "iobj", "obl")]
        named = [t for t in kids if t.i in self.scene.named and t.i != subject.i]
        to = [t for t in named if self._named(t) == self.lexicon.to]
        return thing if thing is not None else next(iter(to), None)

    def _addresses(self, verb: Token) -> bool:
        """Whether the object of a verb is whom it is said to: "féliciter X", "exhorter X"."""
        lemma = verb.base
        entries = self.lexicon.verbs.get((lemma, False), ())
        verbal = any(code(entry.kind).group == "verbal" for entry in entries)
        return verbal or lemma in self.lexicon.classes["commanding"]

    def owners(self, i: int) -> list[Token]:
        """Whom a possessive means; "leur" are several: those named together last before it, else
        the subject of the clause around it and whom he speaks to."""
        owner = self.owner(i)
        word = self.scene.parse.tokens[i].word
        if owner is None or word not in self.lexicon.theirs or self._are_several(owner):
            return [owner, *self._joined(owner)] if owner is not None else []
        subjects = list(self.subjects_around(i))
        several = next((s for s in subjects if self._are_several(s)), None)
        if several is not None:
            return [several, *self._joined(several)]
        subject = subjects[0] if subjects else owner
        other = self.addressed(subject) if subject.i in self.scene.named else None
        other = owner if other is None and self._is_another(owner, subject) else other
        other = self._counterpart(subject, subjects) if other is None else other
        return [subject, other] if other is not None else [subject]

    def _counterpart(self, subject: Token, subjects: list[Token]) -> Token | None:
        """Whose counterpart the subject of a clause is by its words: he of the clause above."""
        named = self.scene.named.get(subject.i)
        own = any("Poss=Yes" in t.morph for t in self.scene.parse.kids(subject.i, "det"))
        above = (t for t in subjects[1:] if own and t.i in self.scene.named)
        return (
            next((t for t in above if self.scene.named[t.i].actor != named.actor), None)
            if named
            else None
        )

    def _is_another(self, one: Token, other: Token) -> bool:
        """Whether a token names whom another one, a different actor, turns to."""
        mine, theirs = self.scene.named.get(one.i), self.scene.named.get(other.i)
        above = self.scene.parse.tokens[one.head] if one.dep == "appos" else one
        link = self._named(above)
        turned = link == self.lexicon.to or link in self.lexicon.mutual | self.lexicon.facing
        two = mine is not None and theirs is not None and mine.actor != theirs.actor
        return turned and two

    def _are_several(self, token: Token) -> bool:
        return bool(self._joined(token)) or "Number=Plur" in token.morph

    def _joined(self, token: Token) -> list[Token]:
        """The others of the list that a name is in."""
        mention = self.scene.named.get(token.i)
        first = self.scene.parse.at(mention.start, mention.end)[0].i if mention is not None else -1
        return [self.scene.parse.tokens[i] for i in self.scene.joined.get(first, ())]

    def is_known(self, trigger: Trigger) -> bool:
        """Whether a definite article says that the page has told of it."""
        dets = self.scene.parse.kids(trigger.i, "det")
        cases = self.scene.parse.kids(trigger.i, "case")
        merged = any(t.word in self.lexicon.statuses.merged for t in cases)
        return merged or any("Definite=Def" in t.morph or "Poss=Yes" in t.morph for t in dets)

    def _attended(self, i: int) -> Iterator[Slot]:
        """Who is at it by a clause of its own: "un sommet auquel X assiste"."""
        if not self.is_of(self.scene.parse.tokens[i], "present"):
            return
        thing = self._next(i)
        found = [t for t in self.scene.parse.kids(i, "nsubj") if t.i in self.scene.named]
        for kid in found or ([thing] if thing is not None else []):
            yield "subject", kid

    def _joining(self, trigger: Trigger) -> Iterator[Slot]:
        """Who is at an encounter by a clause that the parser hung elsewhere: "une réunion
        avec Y, à laquelle a participé X"."""
        noun = self.scene.parse.tokens[trigger.i]
        sort = {m for m in noun.morph if m.startswith(("Gender", "Number"))}
        for token in self.scene.parse.tokens[trigger.tokens[-1] + 1 :]:
            verb = self.scene.parse.tokens[token.head]
            clause = "PronType=Rel" in token.morph and token.word in self.lexicon.at_which
            if token.i in self.others or (clause and not self.is_of(verb, "present")):
                return
            agrees = sort <= token.morph or "Gender=Masc" in sort - token.morph
            if clause and agrees and verb.head != trigger.i:
                yield from self._attended(verb.i)
                return

    def _who_wants(self, verb: Token) -> Token | None:
        """Whose event a verb wishes for: its subject's, or his whom it urges ("presse X d'engager
        un dialogue")."""
        if verb.base not in self.lexicon.classes["urging"]:
            return self.subject(verb.i)
        urged = [t for t in self.scene.parse.kids(verb.i, "obj") if t.i in self.scene.named]
        return urged[0] if urged else None

    def _is_owned(self, trigger: Trigger) -> bool:
        """Whether the clause around a noun says whose it is: a letter, a trip he is on."""
        if not trigger.frame.attended:
            return trigger.frame.owner
        known = any("Definite=Def" in t.morph for t in self.scene.parse.kids(trigger.i, "det"))
        known = known and trigger.kind != PRESS
        during = self.scene.follows(trigger.tokens[0], self.lexicon.meanwhile)
        return during and not known
