"""Who speaks: from a cue and its frame to a person, state or institution of the page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from detente.finding.quotations import phrases, subjects
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


_NEAR = 4
"""Pieces after a "on" in which the place of those behind it is named."""
UNKNOWN = Voice(None, None, "unknown", "no speaker is named")


class Voices:
    """The speakers of one page, read in order. ``last`` is who spoke last, ``subject`` who the
    frame before was about, ``current`` who speaks in this one. Sources that only quotations name
    become actors of the scene."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.last: Voice | None = None
        self.subject: Voice | None = None
        self.current: Voice | None = None

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
        subject = subjects.of_verb(self.scene, frame, cue.head)
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
            return self._together(frame, mention) or self._named(mention)
        return self._unnamed(frame, start, end, mention)

    def _together(self, frame: Frame, mention: Mention) -> Voice | None:
        """Two or more who speak with one voice: "Jean Durand et Anne Petit ont ajouté"."""
        scene, found = self.scene, [mention]
        at = scene.piece(frame, mention.end)
        while frame.word(at) in scene.words.conjunctions or frame.mark(at) == ",":
            beside = scene.starting(frame, at + 1) if at + 1 < len(frame.pieces) else None
            if beside is None or beside.actor is None or beside.form == "pronoun":
                break
            found.append(beside)
            at = scene.piece(frame, beside.end)
        ids = list(dict.fromkeys(m.actor for m in found if m.actor))
        joined = frame.word(scene.piece(frame, found[-1].start) - 1)
        if len(ids) < 2 or joined not in scene.words.conjunctions:
            return None
        span = found[0].start, found[-1].end
        name = scene.ground.words(*span)
        slug = "+".join(ids)
        if slug not in scene.actors:
            group = Actor(id=slug, kind="group", name=name, members=tuple(ids))
            scene.actors[slug] = group
        return Voice(slug, span, "named", f"several with one voice: {name}")

    def pronoun(self, frame: Frame, i: int) -> Voice:
        """Who a pronoun stands for: the subject of its own sentence, else who spoke last."""
        span = self.scene.span(frame, i, i + 1)
        words = self.scene.words
        if frame.word(i) in words.impersonal:
            return self._among(frame, i)
        mention = self.scene.over(*span)
        if mention and mention.actor:
            return Voice(mention.actor, span, "pronoun", f"the pronoun means {self.name(mention)}")
        known = self.subject or self.last
        if known is None or (frame.word(i) in words.plurals and self._is_one(known)):
            return replace(UNKNOWN, mention=span)
        return Voice(known.actor, span, "pronoun", "the pronoun goes on with the last speaker")

    def _is_one(self, voice: Voice) -> bool:
        """A single person with a name: no plural pronoun goes on with that one."""
        actor = self.scene.actors.get(voice.actor or "")
        return actor is not None and actor.kind == "person" and voice.how != "unnamed"

    def _among(self, frame: Frame, i: int) -> Voice:
        """Who stands behind a "on": "raconte-t-on autour du maire"."""
        words = self.scene.words
        places = words.to | words.contracted_to | words.within
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
        """Whose words a noun of saying announces: "les propos de X sur …"."""
        start, end = self.scene.span(frame, low, high)
        for mention in self.scene.within(start, end):
            actor = self.scene.actors.get(mention.actor or "")
            if actor and actor.kind in ("person", "organization", "state", "group"):
                return self._named(mention)
        return UNKNOWN

    def _other(self, frame: Frame, i: int) -> Voice:
        """A stressed pronoun that a relative hangs on ("lui qui …") is not who speaks beside it."""
        here = self.current.actor if self.current else None
        known = [v for v in (self.last, self.subject) if v is not None and v.actor != here]
        if not known:
            return self.pronoun(frame, i)
        span = self.scene.span(frame, i, i + 1)
        return Voice(known[0].actor, span, "pronoun", "the pronoun means the one spoken of before")

    def carried(self) -> Voice:
        """The last speaker, going on without a word that says so."""
        known = self.last or self.subject
        if known is None:
            return UNKNOWN
        return Voice(known.actor, known.mention, "carried", "the last speaker goes on")

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
        if frame.word(head) in self.scene.words.third_persons:
            return self._other(frame, head)
        while start < head and frame.word(start) in self.scene.words.prepositions:
            start += 1
        return self.phrase(frame, start, limit if limit > start else None)

    def _shared(self, frame: Frame, cue: Cue, inside: bool) -> Voice:
        """The subject of the verb that a gerund, infinitive or second participle hangs on."""
        if self.current is not None and not inside:
            return self.current
        governor = subjects.governor(self.scene, frame, cue.head)
        if governor is not None:
            return self._at(frame, governor, len(frame.pieces))
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
            if mention.actor and not phrases.is_governed(self.scene, frame, at):
                return self._named(mention)
        start = subjects.first(self.scene, frame)
        if start is not None and start < limit:
            return self.phrase(frame, start, limit)
        return self._headed(frame, limit)

    def _headed(self, frame: Frame, limit: int) -> Voice:
        """Whom the noun for people means that opens a frame: "L'ambassade de Sarnaville estime"."""
        words, start = self.scene.words, 0
        while frame.mark(start) or frame.word(start) in words.conjunctions:
            start += 1
        head = start
        while frame.word(head) in words.articles:
            head += 1
        human = frame.word(head) in self.scene.lexicon.table.nouns.human
        return self.phrase(frame, start, limit) if human and head < limit else UNKNOWN

    def opening(self, frame: Frame) -> Voice | None:
        """Whom a frame is about: the person, state or body its first free phrase names."""
        start = subjects.first(self.scene, frame)
        if start is None or start > 25:
            return None
        mention = self.scene.starting(frame, start)
        if mention is None or not mention.actor:
            return None
        actor = self.scene.actors.get(mention.actor)
        return self._named(mention) if actor and actor.kind == "person" else None

    def _unnamed(self, frame: Frame, start: int, end: int, mention: Mention | None) -> Voice:
        """A source without a known name: "un haut responsable européen", "Cette lettre"."""
        span = self.scene.span(frame, start, end)
        if phrases.is_bare_title(self.scene, frame, start, end):
            return self.pronoun(frame, start)
        if phrases.is_document(self.scene, frame, start, end):
            return self._document(span)
        found = phrases.source_name(self.scene, frame, start, end)
        if found is None and mention is not None:
            found = mention.text
        return self._make(found, span) if found else replace(UNKNOWN, mention=span)

    def _document(self, span: Span) -> Voice:
        """A document speaks for who spoke last, or else for itself."""
        inside = [m for m in self.scene.within(*span) if m.actor]
        if inside:
            voice = self._named(inside[0])
            return replace(voice, mention=span, because="the document is theirs")
        known = self.last or self.subject
        if known is None:
            return self._make(self.scene.ground.words(*span), span)
        return Voice(known.actor, span, "carried", "a document of the last speaker")

    def _make(self, name: str, span: Span) -> Voice:
        slug = fold(name).replace(" ", "-")
        if slug not in self.scene.actors:
            actor = Actor(id=slug, kind="person", name=name)
            self.scene.actors[slug] = actor
        return Voice(slug, span, "unnamed", f"a source known only from here: {name}")
