"""Who opens a sentence whose verb an aside parts from its subject: "La Suède, suivie par la
Norvège, a dit", "Jean Durand, que la Suède soutient et dont la flotte a coulé, a dit"."""

from __future__ import annotations

from detente.finding.quotations import agreement, openings, phrases, subjects
from detente.finding.quotations.agents import Agents
from detente.finding.quotations.cue import Cue
from detente.finding.quotations.frame import Frame
from detente.finding.quotations.memory import Voice

_OPENING = 4
"""Pieces within which the verb stands of a relative that opens a sentence."""


class Asides(Agents):
    """The speakers whom an aside parts from their verb."""

    def over_aside(self, frame: Frame, cue: Cue) -> Voice | None:
        """Who opens the sentence, where all between the first phrase and the cue stands apart
        between two commas."""
        at = self._comma(frame, cue.first)
        if frame.mark(at) != ",":
            return None
        voice = self._set_beside(frame, at) or self._related(frame, at)
        actor = self.scene.actors.get(voice.actor or "") if voice is not None else None
        if voice is None or actor is None or actor.kind != "person" or voice.how == "unnamed":
            return voice
        return None if agreement.is_plural(self.scene, frame, cue) else voice

    def parted(
        self, frame: Frame, cue: Cue, governor: subjects.Subject | None = None
    ) -> Voice | None:
        """Who opens the sentence that a gerund or an infinitive goes on, if the subject that the
        parse gives its verb, or none, stands in an aside before that."""
        for k in range(cue.first - 1, 0, -1):
            token = self.scene.parsed(frame, k) if frame.word(k) else None
            if token is None or "VerbForm=Fin" not in token.morph:
                continue
            at = self._comma(frame, k)
            if frame.mark(at) != ",":
                return None
            inside = governor is None or phrases.stop(self.scene, frame, 0, at) < governor[0] < at
            return self._related(frame, at) if inside else None
        return None

    def opening_relative(self, frame: Frame, cue: Cue) -> Voice | None:
        """Whom a relative means that opens a sentence: "… l'ancien maire. Lequel a promis …"."""
        if cue.first > _OPENING or frame.word(0) not in self.scene.words.which:
            return None
        return self.latest(frame, 0, self.scene.span(frame, 0, 1))

    def _comma(self, frame: Frame, i: int) -> int:
        """The piece before a verb and its small words."""
        at = i - 1
        while frame.word(at) in self.scene.classes.close_by:
            at -= 1
        return at

    def _set_beside(self, frame: Frame, at: int) -> Voice | None:
        """Who opens the sentence, with what stands beside that one without a verb."""
        start = subjects.first(self.scene, frame)
        if start is None or start >= at:
            return None
        stop = phrases.stop(self.scene, frame, start, at)
        beside, first = self.scene.starting(frame, stop + 1), self.scene.starting(frame, start)
        other = beside is not None and (first is None or beside.actor != first.actor)
        named = beside is not None and other and self.scene.piece(frame, beside.end) == at
        quoted = frame.quotes(stop, at)
        if named or quoted or not self._is_aside(frame, start, stop, at):
            return None
        relative = any(frame.word(k) in self.scene.words.relatives for k in range(stop, at))
        if relative or self._has_verb(frame, stop, at):
            return None
        mention = phrases.named(self.scene, frame, start, stop)
        if mention is None or not mention.actor or mention.form == "pronoun":
            return None
        return self.phrase(frame, start, stop)

    def _has_verb(self, frame: Frame, low: int, high: int) -> bool:
        """A finite verb stands between two pieces: "connue pour avoir promis un port" has none."""
        words = self.scene.words
        endings = words.infinitive_endings + words.gerund_endings
        inside = range(low + 1, high)
        verbs = (frame.word(k) for k in inside if frame.word(k) in self.scene.classes.auxiliaries)
        if any(not word.endswith(endings) for word in verbs):
            return True
        tokens = (self.scene.parsed(frame, k) for k in inside if frame.word(k))
        return any(t is not None and "VerbForm=Fin" in t.morph for t in tokens)

    def _related(self, frame: Frame, at: int) -> Voice | None:
        """Who opens the sentence, with relative clauses that tell of that one, each with a verb of
        its own."""
        first = subjects.first(self.scene, frame)
        for start in (first, openings.human_opening(self.scene, frame, at), self._many(frame)):
            if start is None or start >= at:
                continue
            stop = phrases.stop(self.scene, frame, start, at)
            told = frame.word(start) in self.scene.words.articles or start == first
            if not told or not self._is_aside(frame, start, stop, at):
                continue
            if self._is_relative(frame, stop, at):
                voice = self.phrase(frame, start, stop)
                return voice if voice.actor is not None and voice.how != "pronoun" else None
        return None

    def _many(self, frame: Frame) -> int | None:
        """Where a phrase opens a sentence that tells of several: "Des villes, dont Rome, ont …"."""
        words = self.scene.words
        several = words.plural_article | words.quantities | self.scene.classes.of
        return 0 if frame.word(0) in several else None

    def _is_aside(self, frame: Frame, start: int, stop: int, at: int) -> bool:
        """A phrase begins at ``start``, before any verb, and a comma ends it before that at
        ``at``."""
        words, first = self.scene.words, start
        while frame.word(first - 1) in self.scene.classes.bare_articles:
            first -= 1
        opens = not first or frame.mark(first - 1) or frame.word(first - 1) in words.conjunctions
        apart = frame.mark(stop) == "," and stop < at
        return bool(opens) and apart and subjects.leads(self.scene, frame, start)

    def _is_relative(self, frame: Frame, stop: int, at: int) -> bool:
        """Between two commas stand as many verbs as words that open a clause, one at least; or some
        of those before are named ("plusieurs pays, dont la Suède, …")."""
        words = self.scene.words
        opening = self.scene.classes.below | words.subordinators - words.prepositions - words.like
        clauses = [k for k in range(stop + 1, at) if frame.word(k) in opening]
        clauses = [k for k in clauses if not (frame.word(k) in words.that and k - 1 in clauses)]
        tokens = (self.scene.parsed(frame, k) for k in range(stop + 1, at) if frame.word(k))
        verbs = [t.start for t in tokens if t is not None and "VerbForm=Fin" in t.morph]
        if len(clauses) == 1 and not verbs:
            named = frame.word(clauses[0]) not in words.that
            return named and clauses[0] <= stop + 2
        if not clauses or len(clauses) != len(verbs):
            return False
        last = self.scene.piece(frame, verbs[-1])
        return not any(frame.mark(k) == "," for k in range(last, at))
