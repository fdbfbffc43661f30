"""Who takes a measure and who bears it, told by the words that a measure is spoken of with: "la
menace de sanctions", "sous le coup de sanctions", "X a subi des frappes"."""

from __future__ import annotations

from collections.abc import Iterator

from detente.finding.events.neighbours import Neighbours, Slot
from detente.finding.events.order import climbed
from detente.finding.events.trigger import Trigger
from detente.syntax import Token

RELIEF = "sanction_relief"


class Bearing(Neighbours):
    """Reads the nouns and verbs that a measure hangs on."""

    def _listed(self, i: int) -> int:
        """The first noun of the list that a noun closes: what is said of it is said of all."""
        tokens = self.scene.parse.tokens
        while tokens[i].dep == "conj" and tokens[tokens[i].head].pos == "NOUN":
            i = tokens[i].head
        return i

    def _raised(self, i: int, trigger: Trigger) -> tuple[int, list[Slot]]:
        """The last noun of a chain that a measure is spoken of in, and whose it is: "la menace de
        X de sanctions", "la décision de X"."""
        found: list[Slot] = []
        token, above = climbed(self.scene, self.lexicon, self._listed(i))
        while trigger.frame.decided and self._is_shell(above, token):
            found += list(self._owners_of(above, token))
            token, above = climbed(self.scene, self.lexicon, above.i)
        return token.i, found

    def _is_shell(self, above: Token, token: Token) -> bool:
        known = {self.scene.lemma(above.i), self.lexicon.singular(above.word)}
        held = above.pos == "NOUN" and above.i != token.i and self._named(token) == self.lexicon.of
        return held and bool(known & self.lexicon.classes["shells"])

    def _owners_of(self, noun: Token, but: Token) -> Iterator[Slot]:
        for kid in self.scene.parse.kids(noun.i, "nmod", "amod", "det"):
            if kid.dep == "amod":
                yield "adjective", kid
            elif kid.dep == "det" and "Poss=Yes" in kid.morph:
                yield "possessor", kid
            elif kid.i != but.i and kid.i in self.scene.named:
                yield self._named(kid), kid

    def _borne(self, token: Token, above: Token, trigger: Trigger) -> Iterator[Slot]:
        """Who bears what a noun names: "X a essuyé", "X, visé par", "X fait l'objet de"."""
        lemma, classes = self.scene.lemma(above.i), self.lexicon.classes
        link = self._named(token)
        bearers: list[Token | None] = []
        if trigger.frame.dative != "target" or above.i == token.i:
            return
        if above.pos == "NOUN" and lemma in classes["brunt"] and link == self.lexicon.of:
            bearers = [*self.scene.parse.kids(above.i, "nsubj")] or [self._bearer(above)]
        elif lemma in classes["earning"]:
            kids = self.scene.parse.kids(above.i, "iobj", "obl")
            bearers = [t for t in kids if t.dep == "iobj" or self._named(t) == self.lexicon.to]
        elif self._is_undergone(token, above):
            bearers = [self.subject(above.i)]
        elif lemma in classes["aiming"] and link in (*self.lexicon.by, self.lexicon.to):
            bearers = [*self.scene.parse.kids(above.i, "nsubj")] or [self._aimed_at(above)]
        elif lemma in classes["menacing"] and link == self.lexicon.of:
            bearers = [self._menaced(above)]
        elif self.sees_itself(above):
            bearers = [self.subject(above.head)]
        for one in bearers:
            if one is not None and one.i != token.i:
                yield "dative", one
        if lemma in classes["menacing"] and bearers and not self.is_passive(above.i):
            subject = None if self._is_past(above) else self.subject(above.i)
            yield from [("subject", subject)] if subject is not None else []

    def _menaced(self, verb: Token) -> Token | None:
        """Whom a threat is made to: "menace X de sanctions", "X, menacé de sanctions"."""
        if self._is_past(verb) or self.is_passive(verb.i):
            return self._aimed_at(verb)
        found = self.scene.parse.kids(verb.i, "obj", "iobj")
        return self._next(verb.i) or next((t for t in found if t.i in self.scene.named), None)

    def _is_undergone(self, token: Token, verb: Token) -> bool:
        """Whether a verb says that its subject bears its object, or "est l'objet de" it."""
        objects = self.scene.parse.kids(verb.i, "obj")
        fixed = any(self.scene.lemma(t.i) in self.lexicon.classes["brunt"] for t in objects)
        known = self.scene.lemma(verb.i) in self.lexicon.classes["undergoing"]
        return (known and token.dep.startswith("obj")) or (fixed and verb.pos == "VERB")

    def _bearer(self, noun: Token) -> Token | None:
        above = self.scene.parse.tokens[noun.head]
        return above if above.i in self.scene.named else self.around(noun.i)

    def _aimed_at(self, verb: Token) -> Token | None:
        above = self.scene.parse.tokens[verb.head]
        return above if verb.dep == "acl" else self.subject(verb.i)

    def _weighing(self, clause: Token) -> Iterator[Slot]:
        """On whom a measure lies by a clause of its own: "les sanctions qui pèsent sur X"."""
        lemma, classes = self.scene.lemma(clause.i), self.lexicon.classes
        if lemma in classes["aiming"] and not self.is_passive(clause.i):
            thing = self._next(clause.i)
            found = self.scene.parse.kids(clause.i, "obj")
            found = found if thing is None else [thing]
        elif lemma in classes["weighing"]:
            found = self.scene.parse.kids(clause.i, "obl", "nmod", "obj")
            found = [
                t for t in found if self._named(t) in (*self.lexicon.onto, self.lexicon.against)
            ]
        else:
            return
        for kid in found:
            yield self.lexicon.against, kid

    def _exchanged(self, trigger: Trigger) -> Iterator[Slot]:
        """Who is to have a relief for what he gives: "X a promis de Y en échange de sa levée"."""
        first = min(trigger.tokens)
        if trigger.kind != RELIEF or not self.scene.follows(first, self.lexicon.exchange):
            return
        doer = self.around(trigger.i)
        if doer is None or doer.i not in self.scene.named:
            before = next((k for k in range(first - 1, -1, -1) if k in self.scene.named), None)
            doer = None if before is None else self.scene.head_of(self.scene.named[before])
        if doer is not None:
            yield "dative", doer

    def _harmed(self, token: Token, above: Token, trigger: Trigger) -> Iterator[Slot]:
        """Whom a strike hits: "X a été tué dans une frappe", "une frappe a tué X"."""
        harms = trigger.frame.harms and not (trigger.weak or trigger.lasting)
        if not harms or self.scene.lemma(above.i) not in self.lexicon.classes["harm"]:
            return
        undergone = token.dep.startswith("obl")
        found = self.scene.parse.kids(above.i, "nsubj:pass" if undergone else "obj")
        if undergone and above.dep == "acl":
            found = [*found, self.scene.parse.tokens[above.head]]
        for kid in found:
            yield "object", kid
