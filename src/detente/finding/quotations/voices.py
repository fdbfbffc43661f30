"""Who speaks: from a cue and its frame to a person, state or institution of the page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from detente.finding.quotations import phrases
from detente.finding.quotations.cues import Cue
from detente.finding.quotations.frame import Frame
from detente.finding.quotations.scene import Scene
from detente.records import Actor, Mention, Span
from detente.text import fold

How = Literal["named", "pronoun", "carried", "unnamed", "unknown"]


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker: the actor, the words that name it nearest to the cue, and how it was told."""

    actor: str | None
    mention: Span | None
    how: How
    because: str


UNKNOWN = Voice(None, None, "unknown", "no speaker is named")


class Voices:
    """The speakers of one page, read in order. ``last`` is who spoke last, ``subject`` who the
    frame before was about; ``made`` are the actors that only quotations name."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.last: Voice | None = None
        self.subject: Voice | None = None
        self.current: Voice | None = None
        self.made: dict[str, Actor] = {}

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
        subject = self.grammatical(frame, cue.head)
        if subject is not None:
            return self._at(frame, subject, cue.first)
        return self._nearest(frame, cue.first)

    def inverted(self, frame: Frame, cue: Cue) -> Voice:
        """The speaker of an incise: "…", a déclaré hier à la presse le ministre."""
        if cue.pronoun is not None:
            voice = self.pronoun(frame, cue.pronoun)
        else:
            start = phrases.after(self.scene, frame, cue.last)
            voice = UNKNOWN if start is None else self.phrase(frame, start)
        if voice.actor is not None:
            self.current = voice
        return voice

    def agent(self, frame: Frame, cue: Cue) -> Voice:
        """The agent of a passive: "a été qualifié de «…» par X"."""
        words = self.scene.words
        for i in range(cue.last, len(frame.pieces) - 1):
            if frame.word(i) in words.agent:
                return self.phrase(frame, i + 1)
        return UNKNOWN

    def phrase(self, frame: Frame, start: int, limit: int | None = None) -> Voice:
        """The speaker that the phrase at piece ``start`` names."""
        if frame.word(start) in self.scene.words.subjects:
            return self.pronoun(frame, start)
        end = phrases.stop(self.scene, frame, start, limit)
        mention = phrases.named(self.scene, frame, start, end)
        if mention and mention.form == "pronoun":
            return self.pronoun(frame, start)
        if mention and mention.actor:
            return self._named(mention)
        return self._unnamed(frame, start, end, mention)

    def pronoun(self, frame: Frame, i: int) -> Voice:
        """Who a pronoun stands for: the subject of its own sentence, else who spoke last."""
        span = self.scene.span(frame, i, i + 1)
        mention = self.scene.over(*span)
        if mention and mention.actor:
            return Voice(mention.actor, span, "pronoun", f"the pronoun means {self.name(mention)}")
        known = self.subject or self.last
        if known is None:
            return replace(UNKNOWN, mention=span)
        return Voice(known.actor, span, "pronoun", "the pronoun goes on with the last speaker")

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
        return self.phrase(frame, start, colon)

    def owner(self, frame: Frame, low: int, high: int) -> Voice:
        """Whose words a noun of saying announces: "les propos de X sur …"."""
        start, end = self.scene.span(frame, low, high)
        for mention in self.scene.within(start, end):
            actor = self.scene.actors.get(mention.actor or "")
            if actor and actor.kind in ("person", "organization", "state", "group"):
                return self._named(mention)
        return UNKNOWN

    def carried(self) -> Voice:
        """The last speaker, going on without a word that says so."""
        if self.last is None:
            return UNKNOWN
        return Voice(self.last.actor, self.last.mention, "carried", "the last speaker goes on")

    def name(self, mention: Mention) -> str:
        """The name of a mention's actor."""
        actor = self.scene.actors.get(mention.actor or "")
        return actor.name if actor else mention.text

    def _named(self, mention: Mention) -> Voice:
        because = mention.because if mention.form != "name" else f"named: {self.name(mention)}"
        return Voice(mention.actor, (mention.start, mention.end), "named", because)

    def _at(self, frame: Frame, subject: tuple[int, int], limit: int) -> Voice:
        start, head = subject
        if frame.word(head) in self.scene.words.subjects:
            return self.pronoun(frame, head)
        return self.phrase(frame, start, limit if limit > start else None)

    def _shared(self, frame: Frame, cue: Cue, inside: bool) -> Voice:
        """The subject of the verb that a gerund, infinitive or second participle hangs on."""
        if self.current is not None and not inside:
            return self.current
        governor = self._governor(frame, cue)
        if governor is not None:
            return self._at(frame, governor, len(frame.pieces))
        start = self._first(frame)
        if start is not None:
            return self.phrase(frame, start)
        return self.carried()

    def _governor(self, frame: Frame, cue: Cue) -> tuple[int, int] | None:
        parsed = self.scene.syntax(frame, cue.head)
        if parsed is None:
            return None
        parse, token = parsed
        for above in parse.ancestors(token.i):
            subject = self._subject_of(frame, above.i, cue.head)
            if subject is not None:
                return subject
        return None

    def main_subject(self, frame: Frame, i: int) -> int | None:
        """The piece where the subject of the clause above the verb at ``i`` starts, if that
        clause comes after it."""
        parsed = self.scene.syntax(frame, i)
        if parsed is None:
            return None
        parse, token = parsed
        for above in parse.ancestors(token.i):
            if above.i < token.i:
                return None
            subject = self._subject_of(frame, above.i, i)
            if subject is not None and subject[0] > i:
                return subject[0]
        return None

    def grammatical(self, frame: Frame, i: int) -> tuple[int, int] | None:
        """First piece and head piece of the subject of the verb at ``i``, by the parse."""
        parsed = self.scene.syntax(frame, i)
        if parsed is None:
            return None
        parse, token = parsed
        chain = [token.i]
        while parse.tokens[chain[-1]].dep in ("conj", "aux:tense", "aux:pass", "cop", "fixed"):
            chain.append(parse.tokens[chain[-1]].head)
        found = (self._subject_of(frame, k, i) for k in chain)
        return next((s for s in found if s is not None), None)

    def _subject_of(self, frame: Frame, k: int, verb: int) -> tuple[int, int] | None:
        parsed = self.scene.syntax(frame, verb)
        assert parsed is not None
        parse, _ = parsed
        for token in parse.kids(k, "nsubj"):
            subject = token
            if token.text.lower() in self.scene.words.subject_relatives:
                antecedent = parse.tokens[parse.tokens[k].head]
                if parse.tokens[k].dep != "acl:relcl":
                    continue
                subject = antecedent
            return self._edges(frame, [t.start for t in parse.subtree(subject.i)], subject.start)
        return None

    def _edges(self, frame: Frame, starts: list[int], head: int) -> tuple[int, int] | None:
        at = self.scene.piece(frame, head)
        if at >= len(frame.pieces) or frame.pieces[at].kind != "word":
            return None
        first = self.scene.piece(frame, min(starts))
        if not frame.start <= frame.passage.index(min(starts)):
            return None
        while first < at and (frame.pieces[first].kind != "word"):
            first += 1
        return first, at

    def _nearest(self, frame: Frame, limit: int) -> Voice:
        """The nearest phrase before a cue that hangs on no preposition."""
        low = frame.passage.span(frame.start, frame.start + 1)[0]
        high = self.scene.span(frame, limit, limit + 1)[0]
        for mention in reversed(self.scene.within(low, high)):
            at = self.scene.piece(frame, mention.start)
            if mention.actor and not phrases.is_governed(self.scene, frame, at):
                return self._named(mention)
        start = self._first(frame)
        return self.phrase(frame, start, limit) if start is not None and start < limit else UNKNOWN

    def _first(self, frame: Frame) -> int | None:
        """Where the first phrase of a frame starts that hangs on no preposition."""
        for i, piece in enumerate(frame.pieces):
            if piece.kind != "word" or phrases.is_governed(self.scene, frame, i):
                continue
            if self.scene.starting(frame, i) or piece.text in self.scene.words.subjects:
                return i
        return None

    def opening(self, frame: Frame) -> Voice | None:
        """Whom a frame is about: the person, state or body its first free phrase names."""
        start = self._first(frame)
        if start is None or start > 25:
            return None
        mention = self.scene.starting(frame, start)
        if mention is None or not mention.actor:
            return None
        actor = self.scene.actors.get(mention.actor)
        return self._named(mention) if actor and actor.kind == "person" else None

    def _unnamed(self, frame: Frame, start: int, end: int, mention: Mention | None) -> Voice:
        """A source without a known name: "un haut responsable européen", "Cette lettre"."""
        scene, words = self.scene, self.scene.words
        nouns = scene.lexicon.table.nouns
        first = start
        while first < end and frame.word(first) in words.articles:
            first += 1
        if first >= end:
            return UNKNOWN
        said = [frame.word(k) for k in range(first, end)]
        span = scene.span(frame, start, end)
        head = next((w for w in said if w in nouns.human or w in nouns.document), "")
        if said[0] in nouns.document or (head in nouns.document and head not in nouns.human):
            return self._document(span)
        if end - first == 1 and said[0] in scene.ground.language.abbreviations:
            return self.pronoun(frame, first)
        capitals = [k for k in range(first, end) if frame.pieces[k].capital]
        if not head and not capitals and not (mention and mention.actor is None):
            return replace(UNKNOWN, mention=span)
        if len(capitals) > 1 and capitals[-1] == end - 1:
            first = self._name_start(frame, capitals)
        name = frame.words(first, end)
        return self._make(name, "person" if head or len(capitals) > 1 else "organization", span)

    def _name_start(self, frame: Frame, capitals: list[int]) -> int:
        """The first piece of the run of capitals that ends a phrase: its proper name."""
        start = capitals[-1]
        while start - 1 in capitals and frame.pieces[start - 1].end < frame.pieces[start].start:
            start -= 1
        return start if start < capitals[-1] else capitals[0]

    def _document(self, span: Span) -> Voice:
        """A document speaks for who spoke last, or else for itself."""
        inside = [m for m in self.scene.within(*span) if m.actor]
        if inside:
            voice = self._named(inside[0])
            return replace(voice, mention=span, because="the document is theirs")
        if self.last is None:
            return self._make(self.scene.ground.words(*span), "organization", span)
        return Voice(self.last.actor, span, "carried", "a document of the last speaker")

    def _make(self, name: str, kind: Literal["person", "organization"], span: Span) -> Voice:
        slug = fold(name).replace(" ", "-")
        if slug not in self.scene.actors:
            actor = Actor(id=slug, kind=kind, name=name)
            self.scene.actors[slug] = actor
            self.made[slug] = actor
        return Voice(slug, span, "unnamed", f"an unnamed source: {name}")
