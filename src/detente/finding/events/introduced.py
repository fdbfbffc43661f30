"""What the preposition before a noun tells of it: "sans", "en cas de", "avant", "à l'issue de"."""

from __future__ import annotations

from detente.finding.events.chains import Chains
from detente.finding.events.codes import code
from detente.finding.events.evidence import DEFAULT, TENSE, WORDS, Evidence
from detente.finding.events.reckoning import countdown
from detente.finding.events.trigger import Trigger
from detente.records import EventStatus


class Introduced(Chains):
    """Reads what introduces the nouns of one sentence, and the tense of the clause around them."""

    def introduced(self, trigger: Trigger) -> Evidence | None:
        """What the preposition before a noun says of it: "sans", "en cas de", "avant"."""
        at = trigger.tokens[0]
        if set(self.scene.preposition(trigger.i)) & self.words.without:
            open_ = self.clause_tense(trigger.i) in ("planned", "hypothetical")
            if open_ and self._comes_first(trigger.i):
                return Evidence("hypothetical", WORDS, "it is told what follows without it")
            return Evidence("denied", WORDS, "there is said to be none")
        if self.scene.follows(at, self.words.misleading):
            return None
        known = any("PronType=Dem" in k.morph for k in self.scene.parse.kids(trigger.i, "det"))
        said = not known and self.scene.follows(at, self.words.introductions)
        for status, phrases in self.words.introducing.items() if said else ():
            if self.scene.follows(at, phrases):
                return Evidence(status, WORDS, "the words before it say so")
        return self._before_or_after(trigger, at)

    def _before_or_after(self, trigger: Trigger, at: int) -> Evidence | None:
        left = countdown(self.scene, at, self.lexicon) is not None
        if left or self.scene.follows(at, self.words.leading):
            if self.scene.follows(at, self.words.until) and self.is_looked_back_on(trigger.i):
                return Evidence("held", TENSE, "what was before it is told from later on")
            return Evidence("planned", TENSE, "it is spoken of as still to come")
        closing = self.scene.follows(at, self.words.closing)
        if closing and self.clause_tense(trigger.i) == "planned":
            return Evidence("planned", DEFAULT, "what is to come follows it")
        if self.scene.follows(at, self.words.trailing):
            return Evidence("held", TENSE, "it is spoken of as over")
        return None

    def _comes_first(self, i: int) -> bool:
        """Whether a noun stands before the verb of its clause."""
        chain = self.scene.parse.ancestors(i)
        verb = next((t for t in chain if self.finite(t) is not None), None)
        return verb is not None and i < verb.i

    def clause_tense(self, i: int) -> EventStatus | None:
        """What the tense of the clause around a noun makes of it."""
        chain = self.scene.parse.ancestors(i)
        verb = next((t for t in chain if self.finite(t) is not None), None)
        own = None if verb is None else self.verb(verb.i)
        return own.status if own is not None and own.strength == TENSE else None

    def attended(self, trigger: Trigger) -> Evidence | None:
        """An encounter at which somebody is said to be later on: "sera présent au sommet", "ira au
        sommet"."""
        if code(trigger.kind).group != "encounter":
            return None
        token = self.scene.parse.tokens[trigger.i]
        verbs = [t for i in (token.i, token.head) for t in self.scene.parse.kids(i, "cop")]
        verbs += [self.scene.parse.tokens[token.head]] if token.dep.startswith("obl") else []
        later = any("Tense=Fut" in t.morph for t in verbs)
        before = {self.lexicon.contractions.get(w, w) for w in self.scene.preposition(token.i)}
        if not later or not before & self.lexicon.places:
            return None
        return Evidence("planned", TENSE, "who is to be there is told ahead")

    def is_looked_back_on(self, i: int) -> bool:
        """Whether the clause around a noun tells how things stood or had gone before: "avant la
        rencontre, X ignorait"."""
        above = self.scene.parse.ancestors(i)
        verb = next((t for t in above if self.finite(t) is not None), None)
        finite = None if verb is None else self.finite(verb)
        if verb is None or finite is None or verb.base in self.words.future:
            return False
        return "Tense=Imp" in finite.morph
