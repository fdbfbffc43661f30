"""Whose words a document holds: of those it names, of those it belongs to, of who wrote it; and who
speaks for a body that is not named again."""

from __future__ import annotations

from msgspec.structs import replace

from detente.finding.quotations import complements, described, phrases, subjects
from detente.finding.quotations.frame import Frame
from detente.finding.quotations.memory import Voice
from detente.finding.quotations.recalling import Recalling


class Documents(Recalling):
    """The speakers of documents."""

    def document(self, frame: Frame, pieces: tuple[int, int], own: str | None) -> Voice:
        """A document speaks for whom it names, for who spoke last, or for itself under its
        ``own`` words."""
        start, end = pieces
        span = self.scene.span(frame, start, end)
        inside = [m for m in self.scene.within(*span) if m.actor]
        if inside:
            voice = self.named(inside[0])
            return replace(voice, mention=span, because="the document is theirs")
        whose = described.author(self.scene, frame, start, end)
        if whose is not None:
            return described.voice(self.scene, whose, span)
        issuer = self._issuer(frame, pieces) if own is not None else None
        if issuer is not None:
            return issuer
        writer = None if own is not None else self._writer(frame, start)
        if writer is not None:
            return replace(writer, mention=span, how="carried", because="a document of theirs")
        known = self.last or self.subject
        if own is not None or known is None:
            words = own or frame.words(phrases.inner(self.scene, frame, start, end), end)
            return described.voice(self.scene, words, span)
        return Voice(known.actor, span, "carried", "a document of the last speaker")

    def _issuer(self, frame: Frame, pieces: tuple[int, int]) -> Voice | None:
        """The body that has just spoken, for what a body says of itself: "Portex a confirmé la
        vente. Les emplois seront gardés, d'après un communiqué."."""
        inner = phrases.inner(self.scene, frame, *pieces)
        known = self.spoke
        actor = self.scene.actors.get(known.actor or "") if known is not None else None
        issued = frame.word(inner) in self.scene.lexicon.table.nouns.issued
        if not issued or actor is None or actor.kind != "organization":
            return None
        span = self.scene.span(frame, *pieces)
        return Voice(actor.id, span, "carried", "a document of the last speaker")

    def _writer(self, frame: Frame, before: int) -> Voice | None:
        """Who opens the sentence in which a document is told of later: "Jean Durand a publié un
        message parlant de «…»"."""
        start = subjects.first(self.scene, frame)
        hangs = frame.word(before - 1) in self.scene.words.prepositions
        hangs = hangs or phrases.is_governed(self.scene, frame, before)
        if start is None or start >= before or hangs:
            return None
        mention = self.scene.starting(frame, start)
        actor = self.scene.actors.get(mention.actor or "") if mention is not None else None
        known = actor is not None and actor.kind in ("person", "state", "organization")
        return self.named(mention) if mention is not None and known else None

    def speaking_for(self, frame: Frame, start: int, name: str) -> Voice | None:
        """Whoever speaks for the body that the sentence is about, or that spoke last: "L'ONU est
        inquiète, une porte-parole soulignant que …"."""
        indefinite = frame.word(start) in self.scene.words.indefinite
        if not (indefinite and complements.is_bare_voice(self.scene, name)):
            return None
        head = subjects.first(self.scene, frame)
        opening = self.scene.starting(frame, head) if head is not None and head < start else None
        ids = (opening.actor if opening else None, self.current.actor if self.current else None)
        for body in (self.scene.actors.get(id or "") for id in ids):
            if body is not None and body.kind == "organization" and not body.members:
                span = self.scene.span(frame, start, start + 2)
                whole = complements.speaking_for(self.scene, name, body)
                return described.voice(self.scene, whole, span)
        return None
