"""Who spoke and who was spoken of before: whom pronouns and silent cues point to."""

from __future__ import annotations

from typing import Literal

from msgspec.structs import replace

from detente.finding.quotations import agreement, phrases, subjects
from detente.finding.quotations.frame import Frame
from detente.finding.quotations.presented import Presented
from detente.finding.quotations.scene import Scene
from detente.memory import Plain
from detente.records import Mention, Span

_FAR = 25
"""Pieces of a frame after which no phrase tells whom it is about."""
_ARTICLE = 4
"""Characters that an article takes, with the space behind it."""
How = Literal["named", "pronoun", "carried", "unnamed", "unknown"]


class Voice(Plain, frozen=True, gc=False):
    """A speaker: the actor, the words that name it nearest to the cue, and how it was told."""

    actor: str | None
    mention: Span | None
    how: How
    because: str


UNKNOWN = Voice(None, None, "unknown", "no speaker is named")


class Memory:
    """What of the frames read so far tells who speaks next. ``last`` is who spoke last, ``subject``
    whom the frame before was about, ``current`` who speaks in this one, ``spoke`` who spoke in the
    one before, ``told`` whom that one tells to speak without quoting a word, ``shown`` whom it
    brought on without a word of speech, ``heard`` all who have spoken."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.last: Voice | None = None
        self.subject: Voice | None = None
        self.current: Voice | None = None
        self.spoke: Voice | None = None
        self.told: Voice | None = None
        self.shown: Presented | None = None
        self.heard: list[Voice] = []

    def stands_for(self, frame: Frame, i: int) -> Voice:
        """Who a pronoun stands for: whom the page's people say, else who spoke last."""
        span = self.scene.span(frame, i, i + 1)
        words = self.scene.words
        mention = self.scene.over(*span)
        if mention and mention.actor:
            return Voice(mention.actor, span, "pronoun", f"the pronoun means {self.name(mention)}")
        known = self.subject or self.last
        if known is None or (frame.word(i) in words.plurals and self._is_one(known)):
            return replace(UNKNOWN, mention=span)
        if frame.word(i) in words.feminine and self._is_masculine(known):
            return replace(UNKNOWN, mention=span)
        return Voice(known.actor, span, "pronoun", "the pronoun goes on with the last speaker")

    def _is_masculine(self, voice: Voice) -> bool:
        """A source without a name, under a masculine article: "un diplomate". One under a feminine
        article may be a man ("une source")."""
        actor = self.scene.actors.get(voice.actor or "")
        if actor is None or voice.mention is None or not actor.name[:1].islower():
            return False
        words, (start, end) = self.scene.words, voice.mention
        before = self.scene.ground.text[max(0, start - _ARTICLE) : start].lower().split()[-1:]
        told = {*before, *self.scene.ground.words(start, end).lower().split()[:1]}
        return bool(told & (words.masculine | (words.indefinite - words.feminine_indefinite)))

    def going_on(self, frame: Frame, i: int) -> Voice | None:
        """In an incise after words of one who has just spoken, the pronoun is that one, if it
        agrees: "… a dit X. «…», a-t-il ajouté"; nobody says of himself by name what he says: "M. X,
        a-t-il ajouté, viendra"."""
        known, meant = (
            self.current or self.spoke,
            self.scene.over(*self.scene.span(frame, i, i + 1)),
        )
        told = self.told_of(frame, i, free=True)
        if known is None or known.actor is None or known.how == "unknown" or known.actor in told:
            return None
        opening = self.opening(frame, i)
        about = opening is not None and meant is not None and opening.actor == meant.actor
        if about and opening is not None:
            told = self.told_of(frame, i, free=True, roles=not frame.quotes(0, i))
            if opening.actor not in told:
                return None
        if not agreement.agrees(self.scene, known.actor, frame.word(i)):
            return None
        if frame.word(i) in self.scene.words.feminine and self._is_masculine(known):
            return None
        span = self.scene.span(frame, i, i + 1)
        return Voice(known.actor, span, "pronoun", "the pronoun goes on with the last speaker")

    def told_of(self, frame: Frame, i: int, free: bool = False, roles: bool = False) -> set[str]:
        """The persons named in the words that an incise at piece ``i`` reports, or called by their
        ``roles``; only those that hang on no preposition or stand in the marks, if ``free``."""
        scene, last = self.scene, frame.quotes(0, i)[-1:]
        cues = [c for c in scene.cues(frame) if c.last <= i and c.pronoun != i]
        begins = [k + 1 for k in range(i - 2) if frame.mark(k) in (":", ";")]
        begins += [k for k in last if any(c.last <= k for c in cues)]
        low, high = scene.span(frame, max(begins, default=0), i)
        forms = ("name", "short_name", "role") if roles else ("name", "short_name")
        named = [m for m in scene.within(low, high) if m.form in forms]
        if free:
            at = [scene.piece(frame, m.start) for m in named]
            hangs = [phrases.is_governed(scene, frame, k) for k in at]
            quoted = [k in frame.quoted for k in at]
            named = [m for m, h, q in zip(named, hangs, quoted, strict=True) if q or not h]
        known = (scene.actors.get(m.actor or "") for m in named)
        return {actor.id for actor in known if actor is not None and actor.kind == "person"}

    def _is_one(self, voice: Voice) -> bool:
        """A single person with a name, or a body in the singular: no plural pronoun goes on with
        that one."""
        actor = self.scene.actors.get(voice.actor or "")
        if actor is None or actor.kind == "group" or voice.how == "unnamed":
            return False
        first = self.scene.ground.words(*voice.mention).lower().split()[:1] if voice.mention else []
        return actor.kind == "person" or not set(first) & self.scene.words.plural_article

    def before(self, frame: Frame, i: int) -> Voice:
        """Who was spoken of, or spoke, in the sentences before: "à ses yeux", "celle qui …"."""
        word, span = frame.word(i), self.scene.span(frame, i, i + 1)
        gendered = word in self.scene.words.feminine | self.scene.words.masculine
        for known in (self.subject, self.last):
            if known is None or known.actor is None or known.how == "unnamed":
                continue
            if not gendered or agreement.agrees(self.scene, known.actor, word):
                return Voice(known.actor, span, "pronoun", "the one spoken of before")
        return replace(UNKNOWN, mention=span)

    def other(self, frame: Frame, i: int) -> Voice:
        """A stressed pronoun that a relative hangs on ("lui qui …") is not who speaks beside it."""
        here = self.current.actor if self.current else None
        known = [v for v in (self.last, self.subject) if v is not None and v.actor != here]
        if not known:
            return self.stands_for(frame, i)
        span = self.scene.span(frame, i, i + 1)
        return Voice(known[0].actor, span, "pronoun", "the pronoun means the one spoken of before")

    def carried_by(self, known: Voice, pronoun: Voice) -> Voice:
        """The voice of one who is known, told by a pronoun."""
        because = "the pronoun goes on with the last speaker"
        return Voice(known.actor, pronoun.mention, "pronoun", because)

    def carried(self) -> Voice:
        """The last speaker, going on without a word that says so."""
        known = self.subject or self.last
        if known is None:
            return UNKNOWN
        return Voice(known.actor, known.mention, "carried", "the last speaker goes on")

    def opening(self, frame: Frame, before: int = _FAR) -> Voice | None:
        """Whom a frame is about: the person that its first free phrase names, if that stands
        ``before`` a piece."""
        start = subjects.first(self.scene, frame)
        if start is None or start > _FAR or start >= before:
            return None
        mention = self.scene.starting(frame, start)
        if mention is None or not mention.actor:
            return None
        actor = self.scene.actors.get(mention.actor)
        return self.named(mention) if actor and actor.kind == "person" else None

    def named(self, mention: Mention) -> Voice:
        """The voice of who a mention names."""
        because = mention.because if mention.form != "name" else f"named: {self.name(mention)}"
        return Voice(mention.actor, (mention.start, mention.end), "named", because)

    def name(self, mention: Mention) -> str:
        """The name of a mention's actor."""
        actor = self.scene.actors.get(mention.actor or "")
        return actor.name if actor else mention.text
