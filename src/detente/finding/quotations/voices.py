"""Who speaks: from a cue and its frame to a person, state or institution of the page."""

from __future__ import annotations

from dataclasses import replace

from detente.finding.quotations import (
    complements,
    described,
    phrases,
    relatives,
    sides,
    subjects,
    together,
)
from detente.finding.quotations.cues import Cue, is_agent
from detente.finding.quotations.frame import Frame
from detente.finding.quotations.memory import UNKNOWN, Memory, Voice
from detente.records import Mention, Span

_NEAR = 4
"""Pieces after a "on" in which the place of those behind it is named."""


class Voices(Memory):
    """The speakers of one page, read in order, from the cues of each frame. Sources that only
    quotations name become actors of the scene."""

    def of(self, frame: Frame, cue: Cue, inside: bool) -> Voice:
        """The speaker of a cue that comes after its subject, or shares one with a cue before.
        ``inside`` says that the cue stands in what another cue reports."""
        voice = self._of(frame, cue, inside)
        if not cue.is_bare and voice.actor is not None and not inside:
            self.current = voice
        return voice

    def _of(self, frame: Frame, cue: Cue, inside: bool) -> Voice:
        if cue.pronoun is not None:
            return self.pronoun(frame, cue.pronoun)
        if cue.passive:
            return self.agent(frame, cue)
        if cue.is_bare:
            return self._shared(frame, cue, inside)
        described = relatives.antecedent(self.scene, frame, cue)
        if described is not None:
            return self.named(described)
        subject = subjects.of_verb(self.scene, frame, cue.head)
        if subject and subject[0] >= cue.last and phrases.is_likened(self.scene, frame, cue.last):
            subject = None
        if subject is None:
            return self._continued(frame, cue) or self._nearest(frame, cue.first)
        voice = self._at(frame, subject, cue.first)
        if voice.actor is None and voice.how == "unknown" and not self._is_pronoun(frame, subject):
            beside = relatives.beside(self.scene, frame, cue)
            others = (
                self.named(beside) if beside else UNKNOWN,
                self._apposed(frame, subject[0]),
                self._headed(frame, cue.first),
            )
            voice = next((v for v in others if v.actor is not None), voice)
        return voice

    def teller(self, frame: Frame) -> Voice | None:
        """Who says something in a frame that reports no words: "Le parquet a annoncé leur
        inculpation." What stands in marks there, or next, is that one's."""
        stop = next(iter(frame.quotes()), len(frame.pieces))
        for cue in (c for c in self.scene.cues(frame) if c.first < stop):
            if not (cue.is_bare or cue.passive or cue.pronoun is not None) and cue.takes("incise"):
                voice = self.subject_of(frame, cue)
                if voice is not None:
                    return voice
        return None

    def subject_of(self, frame: Frame, cue: Cue) -> Voice | None:
        """Who is named right before a cue as its subject."""
        at = cue.first - 1
        while frame.word(at) in self.scene.words.adverbs | self.scene.words.clitics:
            at -= 1
        mention = self.scene.over(*self.scene.span(frame, at, at + 1)) if at >= 0 else None
        if mention is None or not mention.actor:
            return None
        if mention.form == "pronoun":
            return self.named(mention)
        first = self.scene.piece(frame, mention.start)
        return None if phrases.is_governed(self.scene, frame, first) else self.named(mention)

    def _continued(self, frame: Frame, cue: Cue) -> Voice | None:
        """The subject of the sentence, where a conjunction joins its second verb: "X a quitté la
        salle de Y et a dit"."""
        words, at = self.scene.words, cue.first - 1
        while frame.word(at) in words.clitics | words.adverbs | words.negation:
            at -= 1
        start = subjects.first(self.scene, frame)
        if frame.word(at) not in words.conjunctions or start is None or start >= at:
            return None
        voice = self.phrase(frame, start, at)
        return voice if voice.actor is not None else None

    def _is_pronoun(self, frame: Frame, subject: tuple[int, int]) -> bool:
        words = self.scene.words
        return frame.word(subject[1]) in words.subjects | words.third_persons

    def _apposed(self, frame: Frame, start: int) -> Voice:
        """The person whom a phrase after a comma describes: "Jean Durand, son allié qui a dit"."""
        if frame.mark(start - 1) != "," or start < 2:
            return UNKNOWN
        mention = self.scene.over(*self.scene.span(frame, start - 2, start - 1))
        person = mention is not None and phrases.is_person(self.scene, mention)
        return self.named(mention) if mention is not None and person else UNKNOWN

    def inverted(self, frame: Frame, cue: Cue) -> Voice:
        """The speaker of an incise: "…", a déclaré hier à la presse le ministre."""
        if cue.pronoun is not None:
            voice = self.going_on(frame, cue.pronoun) or self.pronoun(frame, cue.pronoun)
        else:
            start = phrases.after(self.scene, frame, cue.last)
            voice = UNKNOWN if start is None else self.phrase(frame, start)
        if voice.actor is not None:
            self.current = voice
        return voice

    def agent(self, frame: Frame, cue: Cue) -> Voice:
        """The agent of a passive: "a été qualifié de «…» par X"."""
        for i in range(cue.last, len(frame.pieces) - 1):
            if is_agent(frame, i, self.scene.words):
                return self.phrase(frame, i + 1)
        return UNKNOWN

    def phrase(self, frame: Frame, start: int, limit: int | None = None) -> Voice:
        """The speaker that the phrase at piece ``start`` names."""
        if frame.word(start) in self.scene.words.subjects:
            return self.pronoun(frame, start)
        if phrases.is_who(self.scene, frame, start):
            return self.before(frame, start)
        end = phrases.stop(self.scene, frame, start, limit)
        mention = phrases.named(self.scene, frame, start, end)
        if mention and mention.form == "pronoun":
            return self._together(frame, mention) or self.pronoun(frame, start)
        if mention and mention.actor:
            return self._together(frame, mention) or self.named(mention)
        return self._unnamed(frame, start, end, mention)

    def _together(self, frame: Frame, mention: Mention) -> Voice | None:
        """Two or more who speak with one voice: "Jean Durand et Anne Petit ont ajouté"."""
        found = together.several(self.scene, frame, mention)
        if found is None:
            return None
        actor, span = found
        return Voice(actor.id, span, "named", f"several with one voice: {actor.name}")

    def _beside(self, frame: Frame, start: int, made: Voice) -> Voice:
        """A source known only from here, with those named before it in one row."""
        if made.mention is None or frame.word(start - 1) not in self.scene.words.conjunctions:
            return made
        low, high = made.mention
        words = self.scene.ground.words(low, high)
        mention = Mention(
            start=low, end=high, text=words, actor=made.actor, form="name", because=made.because
        )
        return self._together(frame, mention) or made

    def pronoun(self, frame: Frame, i: int) -> Voice:
        """Who a pronoun stands for, those behind a "on" included."""
        if frame.word(i) in self.scene.words.impersonal:
            return self._among(frame, i)
        return self.stands_for(frame, i)

    def _among(self, frame: Frame, i: int) -> Voice:
        """Who stands behind a "on": "raconte-t-on autour du maire"."""
        words = self.scene.words
        places = words.to | words.contracted_to | words.within
        side = next((k for k in range(i + 1, i + _NEAR) if frame.word(k) in words.side), None)
        state = sides.state(self.scene, frame.word(side + 1)) if side is not None else None
        if state is not None:
            span = self.scene.span(frame, i, i + 1)
            return Voice(state.id, span, "named", f"on the side of {state.name}")
        at = next((k for k in range(i + 1, i + _NEAR) if frame.word(k) in places), None)
        if at is None or at + 1 >= len(frame.pieces):
            return replace(UNKNOWN, mention=self.scene.span(frame, i, i + 1))
        return self.phrase(frame, at + 1)

    def source(self, frame: Frame, start: int) -> Voice:
        """Whom a source preposition names: "selon lui", "selon des experts", "de source sûre"."""
        if frame.word(start - 1) in self.scene.lexicon.table.nouns.human:
            return self._unnamed(frame, start - 1, phrases.stop(self.scene, frame, start), None)
        if frame.word(start) in self.scene.words.third_persons:
            return self.pronoun(frame, start)
        return self.phrase(frame, start)

    def label(self, frame: Frame, colon: int) -> Voice:
        """Whom a label before a colon names: "Le ministre à propos du traité : «…»"."""
        start = 0
        while start < colon and frame.mark(start):
            start += 1
        if start == colon or phrases.is_governed(self.scene, frame, start):
            return UNKNOWN
        if frame.word(start) in self.scene.words.prepositions:
            return UNKNOWN
        end = phrases.stop(self.scene, frame, start, colon)
        if not phrases.is_label(self.scene, frame, start, end):
            return UNKNOWN
        return self.phrase(frame, start, colon)

    def owner(self, frame: Frame, low: int, high: int) -> Voice:
        """Whose words a noun of saying announces: "les propos de X sur …"; a place of speaking
        right after it is not ("son discours devant l'Assemblée")."""
        words = self.scene.words
        if frame.word(low) in words.prepositions - words.of - words.contracted_of - words.agent:
            return UNKNOWN
        start, end = self.scene.span(frame, low, high)
        for mention in self.scene.within(start, end):
            actor = self.scene.actors.get(mention.actor or "")
            if actor and actor.kind in ("person", "organization", "state", "group"):
                return self.named(mention)
        return UNKNOWN

    def _at(self, frame: Frame, subject: tuple[int, int], limit: int) -> Voice:
        start, head = subject
        mention = self.scene.over(*self.scene.span(frame, start, start + 1))
        if mention is not None and mention.form == "name":
            start = min(start, max(0, self.scene.piece(frame, mention.start)))
        if frame.word(head) in self.scene.words.subjects:
            return self.pronoun(frame, head)
        if frame.word(head) in self.scene.words.third_persons:
            return self.other(frame, head)
        while start < head and frame.word(start) in self.scene.words.prepositions:
            start += 1
        return self.phrase(frame, start, limit if limit > start else None)

    def _shared(self, frame: Frame, cue: Cue, inside: bool) -> Voice:
        """The subject of the verb that a gerund, infinitive or second participle hangs on."""
        own = relatives.own_subject(self.scene, frame, cue)
        if own is not None:
            return self.named(own)
        if self.current is not None and not inside:
            return self.current
        governor = subjects.governor(self.scene, frame, cue.head)
        if governor is not None:
            return self._at(frame, governor, len(frame.pieces))
        headed = self._headed(frame, cue.first)
        if headed.actor is not None:
            return headed
        start = subjects.first(self.scene, frame)
        if start is not None:
            return self.phrase(frame, start)
        return self.carried()

    def _nearest(self, frame: Frame, limit: int) -> Voice:
        """The nearest phrase before a cue that hangs on no preposition."""
        low = frame.passage.span(frame.start, frame.start + 1)[0]
        high = self.scene.span(frame, limit, limit + 1)[0]
        for mention in reversed(self.scene.within(low, high)):
            at = self.scene.piece(frame, mention.start)
            if not mention.actor or phrases.is_governed(self.scene, frame, at):
                continue
            if not phrases.is_object(self.scene, frame, at):
                return self._together(frame, mention) or self.named(mention)
        start = subjects.first(self.scene, frame)
        if start is not None and start < limit and not phrases.is_object(self.scene, frame, start):
            return self.phrase(frame, start, limit)
        return self._headed(frame, limit)

    def _headed(self, frame: Frame, limit: int) -> Voice:
        """Whom the noun for people means that opens a frame: "L'ambassade de Sarnaville estime"."""
        start = phrases.human_opening(self.scene, frame, limit)
        return UNKNOWN if start is None else self.phrase(frame, start, limit)

    def _unnamed(self, frame: Frame, start: int, end: int, mention: Mention | None) -> Voice:
        """A source without a known name: "un haut responsable européen", "Cette lettre"."""
        words = self.scene.words
        while end - 1 > start and frame.word(end - 1) in self.scene.words.of:
            end -= 1
        span = self.scene.span(frame, start, end)
        if phrases.is_bare_title(self.scene, frame, start, end):
            return self.pronoun(frame, start)
        both = self.last if phrases.is_both(self.scene, frame, start) else None
        if both is not None and len(together.members(self.scene, both.actor)) > 1:
            return Voice(both.actor, span, "pronoun", "both who spoke before")
        if phrases.is_document(self.scene, frame, start, end):
            return self._document(span)
        found = phrases.source_name(self.scene, frame, start, end)
        found = found and complements.spelled_out(self.scene, found, span)
        if found is None and mention is not None:
            found = mention.text
        if found is None:
            return replace(UNKNOWN, mention=span)
        known = described.longer(self.scene, found) if frame.word(start) in words.definite else None
        if known is not None:
            return Voice(known.id, span, "unnamed", f"short for {known.name}")
        return self._beside(frame, start, described.voice(self.scene, found, span))

    def _document(self, span: Span) -> Voice:
        """A document speaks for who spoke last, or else for itself."""
        inside = [m for m in self.scene.within(*span) if m.actor]
        if inside:
            voice = self.named(inside[0])
            return replace(voice, mention=span, because="the document is theirs")
        known = self.last or self.subject
        if known is None:
            return described.voice(self.scene, self.scene.ground.words(*span), span)
        return Voice(known.actor, span, "carried", "a document of the last speaker")
