"""Who does or keeps what a noun names, by the verb it completes: "X a revendiqué l'attaque",
"impute l'attaque à X", "a riposté par des frappes", "X viole la trêve"."""

from __future__ import annotations

from collections.abc import Iterator

from detente.finding.events.asking import Asking
from detente.finding.events.neighbours import Slot
from detente.finding.events.order import climbed
from detente.finding.events.trigger import Trigger
from detente.syntax import Token

MILITARY = "military"

SHOW = "show"
"""What is done to be seen, and hits nobody."""

KEPT = frozenset({"ceasefire", "agreement"})
"""What those keep or break between whom it is."""


class Waging(Asking):
    """Reads whose deed a strike is, and whose word a truce."""

    def _undergone(self, trigger: Trigger, found: list[Slot]) -> list[Slot]:
        """The slots of a strike, with whom it hits as its target: of whom it is where another does
        it ("le bombardement de X par Y"), on whose soil it is ("en territoire X")."""
        known = trigger.frame.prepositions
        if trigger.kind != MILITARY or trigger.variant == SHOW or self.lexicon.against not in known:
            return found
        by = any(n in self.lexicon.by and t.head in trigger.tokens for n, t in found)
        return [
            (self.lexicon.against, t)
            if (by and n == self.lexicon.of and t.head in trigger.tokens)
            or (n not in known and self._is_soil(n, t))
            else (n, t)
            for n, t in found
        ]

    def _is_soil(self, name: str, token: Token) -> bool:
        """Whether something is told to take place on the soil of a state, by an adjective."""
        known = self.lexicon.singular(token.word) in self.lexicon.classes["soil"]
        return known and name in self.lexicon.here and token.i not in self.scene.named

    def _waged(self, trigger: Trigger) -> Iterator[Slot]:
        """Whose deed or word it is by the verb over the noun."""
        if trigger.kind != MILITARY and trigger.kind not in KEPT:
            return
        raised = self._spoken_of(trigger)
        token, verb = climbed(self.scene, self.lexicon, raised)
        if verb.pos != "VERB" or verb.i == token.i:
            return
        if trigger.kind == MILITARY:
            yield from self._done(token, verb)
        elif self.is_of(verb, "keeping") and self._is_about(token) and self._is_told(verb):
            yield from self._of_subject(verb)

    def _spoken_of(self, trigger: Trigger) -> int:
        """The last noun of the chain that a strike is spoken of in: "un projet de frappes"."""
        token = self.scene.parse.tokens[self._listed(trigger.i)]
        above = self.scene.parse.tokens[token.head]
        while self._is_shell(above, token):
            token, above = above, self.scene.parse.tokens[above.head]
        return token.i

    def _done(self, token: Token, verb: Token) -> Iterator[Slot]:
        if self.is_of(verb, "blaming"):
            kids = self.scene.parse.kids(verb.i, "iobj", "obl")
            yield from ((self.lexicon.agent, t) for t in kids if self._named(t) == self.lexicon.to)
        waged = self.is_of(verb, "waging") and self._is_about(token)
        answered = self.is_of(verb, "answering") and self._named(token) in self.lexicon.by
        if waged or answered:
            yield from self._of_subject(verb)

    def _is_about(self, token: Token) -> bool:
        """Whether a noun is what its verb is about, not what it is done with or after."""
        return self._is_core(token, ("obj", "obl:arg"))

    def _is_told(self, verb: Token) -> bool:
        """Whether a verb tells what its subject does, not what somebody is called upon to do."""
        if "VerbForm=Inf" not in verb.morph or self.scene.parse.kids(verb.i, "aux:tense"):
            return True
        above = self.scene.parse.tokens[verb.head]
        return not self.is_of(above, "commanding") or self._is_reflexive(above.i)

    def _of_subject(self, verb: Token) -> Iterator[Slot]:
        subject = None if self.is_passive(verb.i) else self.subject(verb.i)
        if subject is not None:
            yield "doer", subject
