"""Whom a source preposition names: "selon lui", "selon des experts", "de source sûre"."""

from __future__ import annotations

from detente.finding.quotations import agreement, phrases, subjects
from detente.finding.quotations.frame import Frame
from detente.finding.quotations.memory import UNKNOWN, Voice
from detente.finding.quotations.naming import Naming


class Sourcing(Naming):
    """The speakers that source prepositions name."""

    def source(self, frame: Frame, start: int) -> Voice:
        """Whom a source preposition names: "selon lui", "selon des experts", "de source sûre"."""
        if frame.word(start - 1) in self.scene.lexicon.table.nouns.human:
            return self._unnamed(frame, start - 1, phrases.stop(self.scene, frame, start), None)
        if frame.word(start) in self.scene.words.third_persons:
            voice = self._beside_source(frame, start) or self._before_source(frame, start)
            return voice or self.pronoun(frame, start)
        return self.phrase(frame, start)

    def own_view(self, frame: Frame, at: int) -> Voice:
        """Whose view "à ses yeux" tells: who opens the sentence, in a clause behind that one's ("X
        a signé, la loi étant à ses yeux «juste»"); else who was spoken of before."""
        about = self.opening(frame, at)
        start = subjects.first(self.scene, frame)
        verb = next((k for k in range(start or 0, at) if not self._leads(frame, k)), at)
        commas = [k for k in range(verb, at - 1) if frame.mark(k) == ","]
        own = self.scene.words.subjects & set(frame.lows[commas[-1] : at]) if commas else ()
        apart = commas and not own
        if about is None or about.actor is None or not apart:
            return self.before(frame, at)
        span = self.scene.span(frame, at, at + 1)
        return Voice(about.actor, span, "pronoun", "the one whom the sentence is about")

    def _leads(self, frame: Frame, i: int) -> bool:
        """No finite verb stands at piece ``i``."""
        token = self.scene.parsed(frame, i) if frame.word(i) else None
        return token is None or "VerbForm=Fin" not in token.morph

    def _beside_source(self, frame: Frame, i: int) -> Voice | None:
        """In "X a salué une loi qui est selon elle «juste»" the pronoun means whom the sentence is
        about, if it agrees: not in "X, selon elle, viendra", where what she says is told of X."""
        classes, at = self.scene.classes, i - 1
        about = self.opening(frame, i)
        tells = self.scene.is_parsed(frame, i) and not subjects.leads(self.scene, frame, i)
        apart = frame.mark(at - 1) == "," and not any(frame.quotes(0, i))
        below = any(frame.word(k) in classes.below for k in range(at))
        if not tells or (apart and not below):
            about = None
        about = self._agent_above(frame, i) or about or (self._above(frame, i) if below else None)
        if about is None or about.actor is None:
            return None
        if not agreement.agrees(self.scene, about.actor, frame.word(i)):
            return None
        span = self.scene.span(frame, i, i + 1)
        return Voice(about.actor, span, "pronoun", "the one whom the sentence is about")

    def _agent_above(self, frame: Frame, i: int) -> Voice | None:
        """The person behind a passive before a relative clause: "un mot repris par Jean Durand pour
        viser ceux qui, selon lui, …"."""
        if frame.word(i - 3) not in self.scene.words.subject_relatives:
            return None
        low, high = self.scene.span(frame, 0, i)
        named = [m for m in self.scene.within(low, high) if phrases.is_person(self.scene, m)]
        last = named[-1] if named else None
        at = self.scene.piece(frame, last.start) if last is not None else 0
        agent = last is not None and frame.word(at - 1) in self.scene.words.agent
        return self.named(last) if last is not None and agent else None

    def _above(self, frame: Frame, i: int) -> Voice | None:
        """The person who is the subject of a verb above the clause of piece ``i``."""
        for start, head in subjects.above(self.scene, frame, i):
            voice = self.phrase(frame, start, head + 1) if head < i else UNKNOWN
            actor = self.scene.actors.get(voice.actor or "")
            if voice.how == "named" and actor is not None and actor.kind == "person":
                return voice
        return None

    def _before_source(self, frame: Frame, i: int) -> Voice | None:
        """Who has just spoken, if the pronoun of a source agrees: "… a dit X. Selon lui, …"."""
        for known in (self.current, self.spoke):
            if known is None or known.actor is None or known.how == "unknown":
                continue
            if agreement.agrees(self.scene, known.actor, frame.word(i)):
                span = self.scene.span(frame, i, i + 1)
                return Voice(known.actor, span, "pronoun", "the source is who has just spoken")
        return None
