"""Of whom a measure is asked, and who holds those whose release is spoken of."""

from __future__ import annotations

from collections.abc import Iterator

from detente.finding.events.bearing import PENALTY, RELIEF
from detente.finding.events.codes import code
from detente.finding.events.neighbours import Slot
from detente.finding.events.occasions import Occasions
from detente.finding.events.order import FAR, climbed
from detente.finding.events.trigger import Trigger

RELEASE = "release"

GIFTS = frozenset({"aid", RELIEF})
"""What is for him to whom it is offered."""


class Asking(Occasions):
    """Reads who would have to do what a noun names."""

    def _asked(self, trigger: Trigger) -> Iterator[Slot]:
        """Of whom it is asked: "réclame à X la libération de Y", "demande à X la levée de"; to whom
        it is offered."""
        if code(trigger.kind).group != "measure":
            return
        token, verb = climbed(self.scene, self.lexicon, trigger.i)
        names = self.lexicon.lemmas(verb.lemma, verb.text, is_verb=True)
        wanted = self.lexicon.statuses.requested & set(names)
        if verb.pos != "VERB" or token.dep.startswith("nsubj"):
            return
        wrung = self.is_of(verb, "wresting")
        for name, kid in self._complements(verb.i) if wanted or wrung else ():
            to = wanted and name in (self.lexicon.to, "dative")
            if (to or (wrung and name == self.lexicon.of)) and kid.i in self.scene.named:
                given = trigger.kind in GIFTS and self.is_of(verb, "granting")
                yield self.lexicon.to if given else self.lexicon.agent, kid

    def _wanting(self, trigger: Trigger, names: set[str]) -> Iterator[Slot]:
        """Who asks that penalties be lifted is whom they hit, where no other is told."""
        if trigger.kind != RELIEF:
            return
        token, verb = climbed(self.scene, self.lexicon, trigger.i)
        lemmas = self.lexicon.lemmas(verb.lemma, verb.text, is_verb=True)
        asks = verb.pos == "VERB" and self.lexicon.statuses.requested & set(lemmas)
        told = names & {self.lexicon.against, self.lexicon.to, "dative", *self.lexicon.onto}
        if not asks or told or token.dep.startswith("nsubj"):
            return
        subject = None if self.is_passive(verb.i) else self.subject(verb.i)
        if subject is not None and subject.i in self.scene.named:
            yield "dative", subject

    def _begging(self, trigger: Trigger) -> Iterator[Slot]:
        """Who asks others to lift penalties, where no other is told: "X demande à Y de lever ses
        sanctions"."""
        infinitive = "VerbForm=Inf" in self.scene.parse.tokens[trigger.i].morph
        if trigger.kind != RELIEF or not infinitive:
            return
        verb = self.scene.parse.tokens[self.scene.parse.tokens[trigger.i].head]
        if not self.is_of(verb, "commanding"):
            return
        own = [t for k in self.scene.parse.kids(trigger.i, "obj") for t in self._deeper(k)]
        subject, doer = self.subject(verb.i), self.subject(trigger.i)
        others = doer is not None and subject is not None and doer.i != subject.i
        if others and not own and subject is not None and subject.i in self.scene.named:
            yield "dative", subject

    def _warned(self, trigger: Trigger, names: set[str]) -> Iterator[Slot]:
        """Who sets a term before a penalty, and to whom: "X a donné un mois à Y avant d'éventuelles
        sanctions", "X somme Y d'agir sous peine de sanctions"."""
        if trigger.kind != PENALTY or names - {"adjective"}:
            return
        first = trigger.tokens[0]
        told = self.scene.follows(first, self.lexicon.or_else)
        ahead = self.scene.follows(first, self.lexicon.before) and not self.is_known(trigger)
        subject = self.around(trigger.i) if told or ahead else None
        if subject is None:
            return
        between = self.scene.parse.tokens[subject.i + 1 : first]
        given = [
            t for t in between if t.i in self.scene.named and self._named(t) == self.lexicon.to
        ]
        other = given[0] if given else self.addressed(subject)
        if other is not None and subject.i in self.scene.named:
            yield "subject", subject
            yield "dative", other

    def _is_brought_about(self, trigger: Trigger) -> bool:
        """Whether somebody is only to make others let people go: "pour faire libérer X"."""
        if trigger.kind != RELEASE or trigger.sort != "verb":
            return False
        before = self.scene.parse.tokens[max(0, trigger.i - 1)]
        return "VerbForm=Inf" in before.morph and self.is_of(before, "causing")

    def _held_by(self, trigger: Trigger) -> Iterator[Slot]:
        """Where those are held whose release is spoken of: "deux chercheurs détenus en X", "Y,
        détenu en X, a été libéré"."""
        if trigger.kind != RELEASE:
            return
        tokens = self.scene.parse.tokens
        for held in (t for t in tokens if self.is_of(t, "holding") and t.i not in trigger.tokens):
            for token in tokens[held.i + 1 : held.i + 1 + FAR]:
                if token.i in self.scene.named and self._named(token) in self.lexicon.places:
                    yield self.lexicon.agent, token
                    return
