"""Short descriptions of somebody whom the page has told of: "cette source", "le quotidien", "les
rebelles", "ses partisans"."""

from __future__ import annotations

from detente.finding.quotations import complements, described, phrases
from detente.finding.quotations.frame import Frame
from detente.finding.quotations.memory import Memory, Voice
from detente.records import Span

_MEDIA = ("media", "news_agency")
"""Kinds of bodies that report what others say."""


class Recalling(Memory):
    """The speakers that a short description points back to."""

    def recalled(self, frame: Frame, start: int, end: int, name: str) -> Voice | None:
        """Whom the phrase ``pieces[start:end]``, called ``name`` by the page, points back to."""
        words, first = self.scene.words, frame.word(start)
        span = self.scene.span(frame, start, end)
        if first in words.possessives:
            return self._theirs(frame, start, end, span)
        if first not in words.definite:
            return None
        known = self._pointed(first, span) or self._medium(frame, start, end, span)
        longer = described.longer(self.scene, name) if known is None else None
        if longer is not None:
            return Voice(longer.id, span, "unnamed", f"short for {longer.name}")
        return known

    def _pointed(self, first: str, span: Span) -> Voice | None:
        """One called by a demonstrative is who has just spoken: "…, a dit un élu. Selon cette
        source, …"."""
        known = self.current or self.spoke
        actor = self.scene.actors.get(known.actor or "") if known is not None else None
        if first not in self.scene.words.pointing or actor is None or actor.kind == "group":
            return None
        return Voice(actor.id, span, "pronoun", f"another word for {actor.name}")

    def _medium(self, frame: Frame, start: int, end: int, span: Span) -> Voice | None:
        """A medium called by its noun alone is the last one named: "selon le quotidien"."""
        media, inner = (
            self.scene.lexicon.table.nouns.media,
            phrases.inner(self.scene, frame, start, end),
        )
        single = end == inner + 1 and frame.word(start) not in self.scene.words.plural_article
        if not single or frame.word(inner) not in media:
            return None
        for mention in reversed(self.scene.within(0, span[0])):
            organ = self.scene.ground.knowledge.organ(mention.actor)
            if organ is not None and organ.kind in _MEDIA and mention.form != "pronoun":
                return Voice(mention.actor, span, "pronoun", "the medium named last")
        return None

    def _theirs(self, frame: Frame, start: int, end: int, span: Span) -> Voice | None:
        """Those who belong to somebody spoken of are called after that one: "partisans d'Anne
        Petit"."""
        words = self.scene.words
        name = frame.words(start + 1, end)
        owner = self.opening(frame, start) or self.subject or self.last
        actor = self.scene.actors.get(owner.actor or "") if owner is not None else None
        several = frame.word(start) in words.their
        if actor is None or several != (actor.kind == "group") or owner is None:
            return None
        if owner.how == "unnamed" or not actor.name[:1].isupper():
            return None
        if actor.kind == "state":
            return None
        return described.voice(
            self.scene, complements.belonging(self.scene, name, actor.name), span
        )
