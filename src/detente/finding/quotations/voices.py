"""Who speaks: from a cue and its frame to a person, state or institution of the page."""

from __future__ import annotations

from detente.finding.quotations import (
    absolutes,
    described,
    openings,
    phrases,
    relatives,
    shapes,
    subjects,
)
from detente.finding.quotations.asides import Asides
from detente.finding.quotations.cue import Cue
from detente.finding.quotations.frame import Frame
from detente.finding.quotations.memory import UNKNOWN, Voice


class Voices(Asides):
    """The speakers of one page, read in order, from the cues of each frame."""

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
        if cue.passive or self.is_reproached(frame, cue):
            return self.agent(frame, cue) if cue.passive else UNKNOWN
        if cue.is_bare:
            return self._shared(frame, cue, inside)
        again = self._saying_on(frame, cue, inside) or self.opening_relative(frame, cue)
        if again is not None:
            return again
        speaker = relatives.speaker(self.scene, frame, cue)
        if speaker is not None:
            return self.named(speaker)
        return self.over_aside(frame, cue) or self._by_syntax(frame, cue)

    def _saying_on(self, frame: Frame, cue: Cue, inside: bool) -> Voice | None:
        """Who has said something, and goes on behind a conjunction once that is told, in a tense of
        his own: "X a dit que Y avait menti et lui a demandé de …"."""
        words, at = self.scene.words, cue.first - 1
        while frame.word(at) in words.clitics:
            at -= 1
        if inside or frame.word(at) not in words.conjunctions or self.current is None:
            return None
        said = [c for c in self.scene.cues(frame) if c.last < at and not c.is_bare]
        clause = said and said[-1].takes("que") and frame.word(said[-1].last) in words.that
        if not clause or frame.word(cue.first) in frame.lows[said[-1].last : at]:
            return None
        return self.current if self.current.actor is not None else None

    def _by_syntax(self, frame: Frame, cue: Cue) -> Voice:
        """The speaker by the parse, else the phrase that can be the subject."""
        subject = subjects.of_cue(self.scene, frame, cue)
        if subject is None:
            several = subjects.several(self.scene, frame, cue)
            if several is not None:
                return self.phrase(frame, several, cue.first)
            known = self._continued(frame, cue) or self.parted(frame, cue)
            return known or self._nearest(frame, cue.first)
        return self._subject(frame, cue, subject)

    def _subject(self, frame: Frame, cue: Cue, subject: tuple[int, int]) -> Voice:
        """Who the grammatical subject of a cue is, or whom it describes. That of an incise may be
        parsed with its verb: "…, disent ses élus, qui jugent"."""
        named = subjects.right_before(self.scene, frame, cue, subject)
        if named is not None:
            return self.phrase(frame, named, cue.first)
        start, head = subject
        said = (c.last for c in self.scene.cues(frame) if c.first <= start < c.last < cue.first)
        start = next(said, start)
        subject = start, max(start, head)
        voice = self._at(frame, subject, cue.first)
        if voice.how == "unnamed" and not self._is_pronoun(frame, subject):
            apposed = self._apposed(frame, subject[0])
            human = self.scene.is_human(frame, subject[1])
            beside = None if human else relatives.beside(self.scene, frame, cue)
            if beside is not None and phrases.is_person(self.scene, beside):
                return self.named(beside)
            return apposed if apposed.actor is not None else voice
        if voice.actor is None and voice.how == "unknown" and not self._is_pronoun(frame, subject):
            beside = relatives.beside(self.scene, frame, cue)
            others = (
                self.named(beside) if beside else UNKNOWN,
                self._apposed(frame, subject[0]),
                self._headed(frame, cue.first),
            )
            voice = next((v for v in others if v.actor is not None), voice)
        return self._somebody(frame, cue, subject, voice) if cue.takes("personal") else voice

    def _somebody(self, frame: Frame, cue: Cue, subject: tuple[int, int], voice: Voice) -> Voice:
        """The subject of a verb that only somebody can be the subject of, under its own words where
        the page's people lack it: "les pro-Européens affirment"."""
        start, head = subject
        noun, verb = self.scene.parsed(frame, head), self.scene.parsed(frame, cue.head)
        known = voice.actor is not None or voice.mention is None
        known = known or frame.word(start) in self.scene.words.nobody
        if known or noun is None or verb is None or head >= cue.first or start == head:
            return voice
        if noun.pos not in ("NOUN", "PROPN", "ADJ") or noun.head != verb.i:
            return voice
        end = max(phrases.stop(self.scene, frame, start, cue.first), head + 1)
        while start < head and frame.word(start) in self.scene.words.articles:
            start += 1
        return described.voice(
            self.scene, frame.words(start, end), self.scene.span(frame, start, end)
        )

    def teller(self, frame: Frame) -> Voice | None:
        """Who says something in a frame that reports no words: "Le parquet a annoncé leur
        inculpation." What stands in marks there, or next, is that one's."""
        stop = next(iter(frame.quotes()), frame.size)
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
        while frame.word(at) in self.scene.classes.beside_verb:
            at -= 1
        start = subjects.first(self.scene, frame)
        if frame.word(at) not in words.conjunctions:
            return None
        if start is None or not subjects.leads(self.scene, frame, start):
            start = openings.human_opening(self.scene, frame, at)
        known = UNKNOWN if start is None or start >= at else self.phrase(frame, start, at)
        above = relatives.resumed(self.scene, frame, at) if known.actor is None else None
        voice = self.named(above) if above is not None else known
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

    def _at(self, frame: Frame, subject: tuple[int, int], limit: int) -> Voice:
        start, head = subject
        mention = self.scene.over(*self.scene.span(frame, start, start + 1))
        if mention is not None and mention.form == "name":
            start = min(start, max(0, self.scene.piece(frame, mention.start)))
        if frame.word(head) in self.scene.words.subjects:
            return self.pronoun(frame, head)
        if frame.word(head) in self.scene.words.third_persons:
            return self.other(frame, head)
        small = self.scene.words.prepositions | self.scene.words.that
        while start < head and frame.word(start) in small:
            start += 1
        return self.phrase(frame, start, limit if limit > start else None)

    def _shared(self, frame: Frame, cue: Cue, inside: bool) -> Voice:
        """The subject of the verb that a gerund, infinitive or second participle hangs on."""
        governor = subjects.governor(self.scene, frame, cue.head)
        own = self._own(frame, cue) or (self.parted(frame, cue, governor) if governor else None)
        if own is not None:
            return own
        known = self.current is not None and not inside
        if known and not self._is_later(frame, cue, governor):
            return self.current or UNKNOWN
        apart = cue.mood == "gerund" and frame.mark(cue.first - 1) == ","
        if governor is not None:
            return self._governed(frame, cue, governor, apart)
        headed = self._headed(frame, cue.first)
        if headed.actor is not None:
            return headed
        start = subjects.first(self.scene, frame)
        if start is not None:
            return self.phrase(frame, start)
        return UNKNOWN if apart else self.carried()

    def _governed(self, frame: Frame, cue: Cue, subject: subjects.Subject, apart: bool) -> Voice:
        """The subject of the verb above; of one set ``apart`` that of the main clause, else whom
        the sentence is about."""
        below = apart or cue.mood == "infinitive"
        main = self._main(frame, cue, subject) if below else None
        if main is not None:
            return main
        voice = self._at(frame, subject, frame.size)
        return voice if voice.actor or not apart else self.about(frame) or voice

    def _main(self, frame: Frame, cue: Cue, subject: subjects.Subject) -> Voice | None:
        """Who is the subject of the main clause that follows the one that opens the sentence, if
        the subject told for a participle is that of the latter: "Alors que la cour siégeait, le
        maire est sorti, parlant de …"."""
        words, start = self.scene.words, subject[0]
        opens = (words.subordinators | words.places | words.that) & set(frame.lows[:start])
        if not opens or any(frame.mark(k) == "," for k in range(start)):
            return None
        comma = next((k for k in range(start, cue.first - 1) if frame.mark(k) == ","), 0)
        leads = comma and (frame.word(comma + 1) in words.definite or self._named_at(frame, comma))
        voice = self.phrase(frame, comma + 1, cue.first) if leads else UNKNOWN
        return voice if voice.actor is not None and voice.how != "unnamed" else None

    def _named_at(self, frame: Frame, comma: int) -> bool:
        """Somebody is named right behind a comma."""
        return self.scene.starting(frame, comma + 1) is not None

    def _is_later(self, frame: Frame, cue: Cue, subject: subjects.Subject | None) -> bool:
        """The subject of the verb that an infinitive hangs on is told after who speaks first in the
        sentence: "X a parlé, quand le maire jugeait bon de dire que"."""
        known = self.current.mention if self.current is not None else None
        if subject is None or known is None or cue.mood != "infinitive":
            return False
        words, start = self.scene.words, subject[0]
        while frame.word(start - 1) in words.articles:
            start -= 1
        after = self.scene.piece(frame, known[1]) <= start
        return after and frame.word(start - 1) in words.subordinators

    def _own(self, frame: Frame, cue: Cue) -> Voice | None:
        """The subject that a present participle has of its own, or the noun that it describes."""
        own = absolutes.subject(self.scene, frame, cue)
        if own is not None:
            return self.phrase(frame, *own)
        noun = subjects.of_participle(self.scene, frame, cue)
        if noun is None:
            return None
        said = frame.word(noun[1]) in self.scene.lexicon.table.nouns.saying
        owner = self.owner(frame, noun[1] + 1, cue.first) if said else UNKNOWN
        return owner if owner.actor is not None else self._at(frame, noun, cue.first)

    def about(self, frame: Frame) -> Voice | None:
        """Whom a sentence is about, by the phrase that opens it before any verb."""
        start = openings.human_opening(self.scene, frame, frame.size)
        if start is None:
            start = subjects.first(self.scene, frame)
        if start is None or not subjects.leads(self.scene, frame, start):
            return None
        voice = self.phrase(frame, start)
        return voice if voice.actor is not None else None

    def _nearest(self, frame: Frame, limit: int) -> Voice:
        """Whom the clause of a cue opens with, else the nearest phrase before the cue that hangs on
        no preposition."""
        own = openings.of_clause(self.scene, frame, limit)
        if own is not None:
            return self.phrase(frame, own, limit)
        low = frame.passage.span(frame.start, frame.start + 1)[0]
        high = self.scene.span(frame, limit, limit + 1)[0]
        for mention in reversed(self.scene.within(low, high)):
            at = self.scene.piece(frame, mention.start)
            actor = self.scene.actors.get(mention.actor or "")
            if actor is None or actor.kind == "place":
                continue
            if phrases.is_governed(self.scene, frame, at):
                continue
            if shapes.is_taken_up(self.scene, frame, at):
                continue
            if not phrases.is_object(self.scene, frame, at):
                if frame.word(at) in self.scene.words.subjects:
                    return self.pronoun(frame, at)
                several = self.both(frame, at, limit) or self._together(frame, mention)
                return several or self.named(mention)
        start = subjects.first(self.scene, frame)
        if start is not None and start < limit and not phrases.is_object(self.scene, frame, start):
            return self.phrase(frame, start, limit)
        return self._headed(frame, limit)

    def _headed(self, frame: Frame, limit: int) -> Voice:
        """Whom the noun for people means that opens a frame: "L'ambassade de Sarnaville estime"."""
        start = openings.human_opening(self.scene, frame, limit)
        return UNKNOWN if start is None else self.phrase(frame, start, limit)
