"""Short descriptions of somebody whom the page has told of: "cette source", "le quotidien", "les
rebelles", "ses partisans"."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from detente.finding.quotations import (
    agreement,
    bodies,
    complements,
    described,
    latter,
    media,
    phrases,
    shapes,
    subjects,
    together,
)
from detente.finding.quotations.frame import Frame
from detente.finding.quotations.memory import UNKNOWN, Memory, Voice
from detente.records import Span

_FAR = 30
"""Quotations, or mentions, back to which a short description may point."""
_NEAR = 6
"""Quotations back to which another word for a body may point."""


class Recalling(Memory):
    """The speakers that a short description points back to."""

    def recalled(self, frame: Frame, start: int, end: int, name: str) -> Voice | None:
        """Whom the phrase ``pieces[start:end]``, called ``name`` by the page, points back to."""
        words, first = self.scene.words, frame.word(start)
        span = self.scene.span(frame, start, end)
        if first in words.possessives:
            alone = end == start + 2 and frame.word(start + 1) in self._counterparts
            other = self.counterpart(frame, None) if alone else None
            if other is not None:
                because = "the other of the two who speak to each other"
                return Voice(other.actor, span, "carried", because)
            return self._theirs(frame, start, end, span)
        if first not in words.definite:
            return None
        known = self._pointed(frame, start, span) or self.medium(frame, start, end)
        known = known or self._again(frame, start, end, span)
        longer = described.longer(self.scene, name) if known is None else None
        if longer is not None:
            return Voice(longer.id, span, "unnamed", f"short for {longer.name}")
        return known or self.body(frame, start, end)

    def body(self, frame: Frame, start: int, end: int) -> Voice | None:
        """The company or other body that the page has named, under a word for what it is: the one
        the frame before opens with, who spoke last, or the one named last."""
        words, first = self.scene.words, phrases.inner(self.scene, frame, start, end)
        single = frame.word(start) in words.definite - words.plural_article
        if not single or first >= end or not bodies.is_word(self.scene, frame.word(first)):
            return None
        before = list(self._frames_before(frame))
        low = self.scene.span(before[-1], 0, 1)[0] if before else 0
        span = self.scene.span(frame, start, end)
        head = subjects.first(self.scene, before[0]) if before else None
        opening = self.scene.starting(before[0], head) if head is not None else None
        candidates = [opening.actor] if opening is not None else []
        candidates += [v.actor for v in reversed(self.heard[-_NEAR:])]
        candidates += [m.actor for m in reversed(self.scene.within(low, span[0]))]
        actor = bodies.fitting(self.scene, frame, (first, end), candidates)
        return Voice(actor.id, span, "carried", f"another word for {actor.name}") if actor else None

    def ordinal(self, frame: Frame, start: int, end: int) -> Voice | None:
        """The first or the second of two who are named before: "le premier", "la seconde"; nobody
        where two are not told apart."""
        words, which = self.scene.words, frame.word(start + 1)
        if end != start + 2 or which not in words.first | words.second:
            return None
        span = self.scene.span(frame, start, end)
        for place in (frame, *self._frames_before(frame)):
            low, high = self.scene.span(place, 0, place.size)
            named = self.scene.within(low, min(high, span[0]))
            persons = [m for m in named if phrases.is_person(self.scene, m) and m.form != "pronoun"]
            both = list(dict.fromkeys(m.actor for m in persons))
            if len(both) == 2:
                actor = both[which in words.second]
                return Voice(actor, span, "carried", "the one of two who is told of in that place")
        return replace(UNKNOWN, mention=span)

    @property
    def _counterparts(self) -> frozenset[str]:
        return self.scene.lexicon.table.nouns.counterparts

    def counterpart(self, frame: Frame, pronoun: str | None) -> Voice | None:
        """To whom the last speaker spoke: the person named last before a frame who is another, and
        agrees with a pronoun."""
        known = self.spoke or self.last
        low = self.scene.span(frame, 0, 1)[0]
        for mention in reversed(self.scene.within(0, low)[-_FAR:]):
            actor = self.scene.actors.get(mention.actor or "")
            if actor is None or actor.kind != "person" or known is None or actor.id == known.actor:
                continue
            if pronoun is None or agreement.agrees(self.scene, actor.id, pronoun):
                return self.named(mention)
        return None

    def both(self, frame: Frame, start: int, end: int) -> Voice | None:
        """The two of whom a "les deux ministres" reminds: those who spoke together last, else the
        only two named in the last sentence that names anybody."""
        if not shapes.is_both(self.scene, frame, start):
            return None
        span = self.scene.span(frame, start, end)
        for known in reversed(self.heard[-_FAR:]):
            several = together.members(self.scene, known.actor)
            if len(several) == 2:
                return Voice(known.actor, span, "pronoun", "both who spoke before")
        named = (together.named(self.scene, before) for before in self._frames_before(frame))
        last = next((ids for ids in named if ids), [])
        if len(last) != 2 or not self.scene.is_human(frame, start + 2):
            return None
        actor = together.group(self.scene, last, next(iter(self.scene.words.that)))
        return Voice(actor.id, span, "carried", f"both named before: {actor.name}")

    def one_of(self, frame: Frame, start: int, end: int) -> Voice | None:
        """Those who spoke last, where one of them goes on: "l'un d'eux"."""
        words = self.scene.words
        known = self.heard[-1] if self.heard else None
        if known is None or end - start <= 2 or frame.word(end - 1) not in words.plurals:
            return None
        small = words.definite | words.indefinite | words.of | words.third_persons
        if not all(frame.word(k) in small for k in range(start, end)):
            return None
        span = self.scene.span(frame, start, end)
        return Voice(known.actor, span, "carried", "one of those who have just spoken")

    def _pointed(self, frame: Frame, start: int, span: Span) -> Voice | None:
        """One called by a demonstrative is who has just spoken: "…, a dit un élu. Selon cette
        source, …"."""
        known = self._before_colon(frame, start) or self.current or self.spoke
        actor = self.scene.actors.get(known.actor or "") if known is not None else None
        if (
            frame.word(start) not in self.scene.words.pointing
            or actor is None
            or actor.kind == "group"
        ):
            return None
        return Voice(actor.id, span, "pronoun", f"another word for {actor.name}")

    def _again(self, frame: Frame, start: int, end: int, span: Span) -> Voice | None:
        """Who spoke before under the same noun, or as media where the noun is one for media: "ces
        quotidiens", "les mêmes sources"; one source that a demonstrative points to is the last
        without a name: "cet expert"."""
        words, nouns = self.scene.words, self.scene.lexicon.table.nouns
        first = phrases.inner(self.scene, frame, start, end)
        alike = frame.word(first) in words.alike
        first += alike
        points = frame.word(start) in words.pointing | words.pointing_several
        if end != first + 1 or not (alike or points):
            return None
        many = words.pointing_several | words.plural_article
        noun, several = frame.word(first), frame.word(start) in many
        for known in reversed(self.heard[-_FAR:]):
            actor = self.scene.actors.get(known.actor or "")
            if actor is None:
                continue
            same = actor.name.lower().split()[0] == noun
            reports = noun in nouns.media and media.passes_on(self.scene, actor, several)
            nameless = not several and known.how == "unnamed" and noun in nouns.human
            if same or reports or nameless:
                return Voice(actor.id, span, "pronoun", f"another word for {actor.name}")
        if not several:
            return None
        return latter.at_length(self.scene, self._frames_before(frame), noun, span)

    def latest(self, frame: Frame, start: int, span: Span) -> Voice | None:
        """Whom the words at ``span`` mean of those told of before a piece of a frame, or in the one
        before if it opens one: "cette dernière"."""
        place = frame if start else next(self._frames_before(frame), None)
        if place is None:
            return None
        return latter.latest(self.scene, place, start or place.size, span)

    def _frames_before(self, frame: Frame) -> Iterator[Frame]:
        """The two frames before one."""
        frames = self.scene.frames
        at = self.scene.place(frame)
        yield from reversed(frames[max(0, at - 2) : at])

    def medium(self, frame: Frame, start: int, end: int) -> Voice | None:
        """A medium called by its noun alone is the last one named: "selon le quotidien"."""
        inner = phrases.inner(self.scene, frame, start, end)
        single = end == inner + 1 and frame.word(start) not in self.scene.words.plural_article
        heard = self.heard[-_FAR:]
        found = media.last(self.scene, frame, inner, heard) if single else None
        span = self.scene.span(frame, start, end)
        return Voice(found, span, "pronoun", "the medium named last") if found else None

    def _theirs(self, frame: Frame, start: int, end: int, span: Span) -> Voice | None:
        """Those who belong to somebody spoken of are called after that one: "partisans d'Anne
        Petit"."""
        words = self.scene.words
        name = frame.words(start + 1, end)
        several = frame.word(start) in words.their
        here, ahead = self.opening(frame, start), self._ahead(frame, end)
        for owner in (here, self.spoke, ahead, self.subject, self.last):
            actor = self.scene.actors.get(owner.actor or "") if owner is not None else None
            if actor is None or owner is None or owner.how == "unnamed":
                continue
            if actor.kind == "state" or not actor.name[:1].isupper():
                continue
            if several == (actor.kind == "group"):
                belonging = complements.belonging(self.scene, name, actor.name)
                return described.voice(self.scene, belonging, span)
        longer = described.longer(self.scene, name)
        if longer is None or not longer.name.lower().startswith(name.lower() + " d"):
            return None
        return Voice(longer.id, span, "unnamed", f"short for {longer.name}")

    def _ahead(self, frame: Frame, end: int) -> Voice | None:
        """Who opens the clause after a source: "Selon ses partisans, Jean Durand est …"."""
        if frame.mark(end) != "," or end + 1 >= frame.size:
            return None
        mention = self.scene.starting(frame, end + 1)
        person = mention is not None and phrases.is_person(self.scene, mention)
        named = mention is not None and mention.form in ("name", "short_name", "role")
        return self.named(mention) if mention is not None and person and named else None

    def epithet(self, frame: Frame, start: int, end: int) -> Voice | None:
        """Somebody called by what he or she is, and by nothing more ("l'opposante", "ce faucon"),
        or was ("l'ancien gendre du maire"), is the person just spoken of, if the gender agrees."""
        words, nouns = self.scene.words, self.scene.lexicon.table.nouns
        inner = phrases.inner(self.scene, frame, start, end)
        definite = inner == start + 1 and frame.word(start) in words.definite - words.plural_article
        past = frame.word(inner) in words.former
        at = inner + past + (past and frame.mark(inner + 1) == "-")
        linked = self.scene.classes.of
        bare = not any(frame.word(k) in linked or frame.capitals[k] for k in range(inner, end))
        fits = (nouns.human if past else nouns.epithets) | nouns.stars
        if not definite or at >= end or frame.word(at) not in fits or not (past or bare):
            return None
        gender = words.feminine if frame.word(start) in words.feminine else words.masculine
        gender = words.feminine if frame.word(inner) in words.feminine_former else gender
        pronoun = next(iter(sorted(gender & words.subjects)), "")
        elided = frame.word(start).endswith("'") and not past
        free = elided or frame.word(at) in nouns.stars
        span = self.scene.span(frame, start, end)
        told = {m.actor for m in self.scene.within(*span)}
        shown = self._before_colon(frame, start) if frame.word(start) in words.pointing else None
        told_of = self.alone(frame) if past or frame.word(at) not in nouns.stars else None
        for known in (shown, self.spoke, told_of, self.subject, self.last):
            actor = self.scene.actors.get(known.actor or "") if known else None
            if known is None or actor is None or actor.kind != "person" or known.how == "unnamed":
                continue
            if actor.id not in told and (free or agreement.agrees(self.scene, actor.id, pronoun)):
                return Voice(actor.id, span, "pronoun", f"another word for {actor.name}")
        return None

    def alone(self, frame: Frame) -> Voice | None:
        """The one person with a name who is told of in the frame before, whatever of."""
        before = next(self._frames_before(frame), None)
        if before is None:
            return None
        inside = self.scene.within(*self.scene.span(before, 0, before.size))
        persons = {m.actor: m for m in inside if phrases.is_person(self.scene, m)}
        if len(persons) != 1:
            return None
        actor, mention = persons.popitem()
        known, linked = self.scene.actors.get(actor or ""), self.scene.words.of
        at = phrases.opening(self.scene, before, self.scene.piece(before, mention.start))
        of = before.word(at - 1) in linked or before.word(at) in self.scene.words.contracted_of
        named = known is not None and known.kind == "person" and known.name[:1].isupper()
        return self.named(mention) if named and not of else None

    def _before_colon(self, frame: Frame, high: int) -> Voice | None:
        """The one person named before a colon, of whom what follows is told: "Le mot est rejeté par
        Jean Durand: il ne s'agit pas d'un vol, a dit cet élu"."""
        colon = next((k for k in range(high) if frame.mark(k) == ":"), 0)
        low, top = self.scene.span(frame, 0, colon + 1)
        named = [m for m in self.scene.within(low, top) if phrases.is_person(self.scene, m)]
        alone = colon and len({m.actor for m in named}) == 1
        return self.named(named[-1]) if alone else None
