"""Of whom a measure is asked, and who holds those whose release is spoken of."""

from __future__ import annotations

from collections.abc import Iterator

from detente.finding.events.codes import code
from detente.finding.events.neighbours import Slot
from detente.finding.events.occasions import Occasions
from detente.finding.events.order import FAR, climbed
from detente.finding.events.trigger import Trigger

RELEASE = "release"


class Asking(Occasions):
    """Reads who would have to do what a noun names."""

    def _asked(self, trigger: Trigger) -> Iterator[Slot]:
        """Of whom it is asked: "réclame à X la libération de Y", "demande à X la levée de"."""
        if code(trigger.kind).group != "measure":
            return
        token, verb = climbed(self.scene, self.lexicon, trigger.i)
        names = self.lexicon.lemmas(verb.lemma, verb.text, is_verb=True)
        wanted = self.lexicon.statuses.requested & set(names)
        if verb.pos != "VERB" or not wanted or token.dep.startswith("nsubj"):
            return
        for name, kid in self._complements(verb.i):
            if name in (self.lexicon.to, "dative") and kid.i in self.scene.named:
                yield self.lexicon.agent, kid

    def _held_by(self, trigger: Trigger) -> Iterator[Slot]:
        """Where those are held whose release is spoken of: "deux chercheurs détenus en X"."""
        if trigger.kind != RELEASE:
            return
        last = max(trigger.tokens)
        below = [t for t in self.scene.parse.subtree(trigger.i) if t.i > last]
        held = [t.i for t in below if self.scene.lemma(t.i) in self.lexicon.classes["holding"]]
        for token in below if held else ():
            near = held[0] < token.i <= held[0] + FAR and token.i in self.scene.named
            if near and self._named(token) in self.lexicon.places:
                yield self.lexicon.agent, token
                return
