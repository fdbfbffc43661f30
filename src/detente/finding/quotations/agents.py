"""Who is behind a passive or a charge: "a été qualifié de «…» par X", "X a puni des élus accusés de
«vol»"."""

from __future__ import annotations

from detente.finding.quotations import openings, subjects
from detente.finding.quotations.cue import Cue
from detente.finding.quotations.frame import Frame
from detente.finding.quotations.inverting import Inverting
from detente.finding.quotations.memory import UNKNOWN, Voice
from detente.finding.quotations.participles import is_agent


class Agents(Inverting):
    """The speakers of passives."""

    def agent(self, frame: Frame, cue: Cue) -> Voice:
        """The agent of a passive: "a été qualifié de «…» par X"."""
        for i in range(cue.last, frame.size - 1):
            if is_agent(frame, i, self.scene.words):
                if frame.word(i) in self.scene.words.side:
                    return self.side(frame, i)
                return self.phrase(frame, i + 1)
        return self._accuser(frame, cue) if cue.takes("charge") else UNKNOWN

    def _accuser(self, frame: Frame, cue: Cue) -> Voice:
        """Who has done something to those whom a charge describes: "X a puni des élus accusés de
        «vol»"; nobody, if they are said to have been punished."""
        words = self.scene.words
        start = subjects.first(self.scene, frame)
        if start is None or not subjects.leads(self.scene, frame, start):
            start = openings.human_opening(self.scene, frame, cue.first)
        if start is None:
            return UNKNOWN
        verb = next((k for k in range(start, cue.first) if frame.word(k) in words.have), None)
        hidden = words.been | words.be | self.scene.classes.below
        if verb is None or any(frame.word(k) in hidden for k in range(start, cue.first)):
            return UNKNOWN
        return self.phrase(frame, start, verb)

    def is_reproached(self, frame: Frame, cue: Cue) -> bool:
        """In "X l'a réprimandé pour avoir dit …" or "X accuse Y d'avoir menacé de …" it is not X
        who said it, but whom X speaks of."""
        words, at = self.scene.words, cue.first
        purpose = self.scene.lexicon.table.light.purpose
        infinitive = frame.word(at).endswith(words.infinitive_endings)
        if cue.mood != "participle" or not infinitive:
            return False
        if frame.word(at - 1) in words.of:
            told = [c for c in self.scene.cues(frame) if c.last < at and c.takes("de")]
            return bool(told) and not told[-1].verb.reflexive
        if frame.word(at - 1) not in purpose:
            return False
        verbs = self.scene.classes.auxiliaries
        return any(
            frame.word(k) in words.objects and frame.word(k + 1) in verbs for k in range(at - 1)
        )
