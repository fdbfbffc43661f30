"""Who speaks in an incise: the subject after its verb, or an inverted pronoun."""

from __future__ import annotations

from detente.finding.quotations import agreement, described, phrases
from detente.finding.quotations.cue import Cue
from detente.finding.quotations.frame import Frame
from detente.finding.quotations.memory import UNKNOWN, Voice
from detente.finding.quotations.sourcing import Sourcing


class Inverting(Sourcing):
    """The speakers of incises."""

    def inverted(self, frame: Frame, cue: Cue) -> Voice:
        """The speaker of an incise: "…", a déclaré hier à la presse le ministre."""
        if cue.pronoun is not None:
            voice = self._replying(frame, cue) or self.going_on(frame, cue.pronoun)
            voice = voice or self._another(frame, cue.pronoun)
        else:
            start = phrases.after(self.scene, frame, cue.last)
            voice = UNKNOWN if start is None else self._called(frame, start)
            if start is not None and voice.actor is None:
                voice = self._whoever(frame, cue, start) or voice
        if voice.actor is not None:
            self.current = voice
        return voice

    def _whoever(self, frame: Frame, cue: Cue, start: int) -> Voice | None:
        """The subject of an incise under its own words, whatever the noun: "…, écrivent les
        soignants"; a text or a sign is nobody."""
        scene, nouns = self.scene, self.scene.lexicon.table.nouns
        end = phrases.stop(scene, frame, start)
        first = phrases.inner(scene, frame, start, end)
        noun, words = frame.word(first), scene.words
        small = words.adverbs | words.moments | words.first | words.second
        told = first > start and first < end and not frame.capitals[first] and noun not in small
        if not told or noun in nouns.signs | nouns.document | nouns.saying:
            return None
        if frame.word(start) in words.contracted_of and not agreement.is_plural(scene, frame, cue):
            return None
        return described.voice(scene, frame.words(first, end), scene.span(frame, start, end))

    def _called(self, frame: Frame, start: int) -> Voice:
        """Who is called so after an incise: who has just spoken, by what many are, where the page
        never calls so the one its people take the word for: "…, a dit Jean Durand. «…», a ajouté
        l'élu"."""
        voice, spoke = self.phrase(frame, start), self.spoke
        noun = frame.word(start + 1)
        bare = phrases.stop(self.scene, frame, start) == start + 2
        bare = bare and noun in self.scene.lexicon.table.nouns.epithets
        actor = self.scene.actors.get(spoke.actor or "") if spoke is not None else None
        if not bare or actor is None or actor.kind != "person" or voice.actor == actor.id:
            return self._turned_to(frame, start, voice) or voice
        named = self.scene.starting(frame, start)
        called = (m for m in self.scene.mentions if m.actor == voice.actor and m != named)
        if frame.word(start) not in self.scene.words.definite or any(
            m.form == "role" and noun in m.text.lower() for m in called
        ):
            return voice
        if not self._fits(frame.word(start), actor.id):
            return voice
        span = self.scene.span(frame, start, start + 2)
        known = Voice(actor.id, span, "pronoun", f"another word for {actor.name}")
        return self.given(frame, start, known) or known

    def _turned_to(self, frame: Frame, start: int, voice: Voice) -> Voice | None:
        """Who the sentence before has told to speak, under longer words for what that one is, if
        nobody else is named in them: "Jean Durand a réagi lundi. «…», a écrit l'élue du Nord"."""
        scene, told = self.scene, self.told
        words, noun = scene.words, frame.word(start + 1)
        actor = scene.actors.get(told.actor or "") if told is not None else None
        made = scene.actors.get(voice.actor or "")
        known = actor is not None and actor.kind == "person" and actor.name[:1].isupper()
        nameless = made is None or made.name[:1].islower()
        definite = frame.word(start) in words.definite - words.plural_article
        if not (known and nameless and definite) or noun not in scene.lexicon.table.nouns.epithets:
            return None
        end = phrases.stop(scene, frame, start)
        inside = scene.within(*scene.span(frame, start + 1, end))
        person = any(phrases.is_person(scene, m) and m.actor != voice.actor for m in inside)
        if actor is None or person or not self._fits(frame.word(start), actor.id):
            return None
        span = scene.span(frame, start, end)
        return Voice(actor.id, span, "carried", f"another word for {actor.name}")

    def _fits(self, article: str, id: str) -> bool:
        """Whether somebody can be called with that article; an elided one tells no gender."""
        words = self.scene.words
        gender = words.feminine if article in words.feminine else words.masculine
        pronoun = next(iter(sorted(gender & words.subjects)), "")
        return article.endswith("'") or agreement.agrees(self.scene, id, pronoun)

    def _replying(self, frame: Frame, cue: Cue) -> Voice | None:
        """Who answers the one who has just spoken: "…, a dit X à Anne Petit. «…», lui a-t-elle
        répondu"."""
        told = frame.word(cue.first - 1) in self.scene.words.third_persons
        if cue.pronoun is None or not told or not cue.takes("reply"):
            return None
        other = self.counterpart(frame, frame.word(cue.pronoun))
        if other is None:
            return None
        span = self.scene.span(frame, cue.pronoun, cue.pronoun + 1)
        return Voice(other.actor, span, "pronoun", "who answers the last speaker")

    def _another(self, frame: Frame, i: int) -> Voice:
        """Who the pronoun of an incise stands for, but not somebody named in what is said."""
        voice, told = self.pronoun(frame, i), self.told_of(frame, i)
        if voice.actor not in told:
            return voice
        others = [c for c in self.scene.cues(frame) if c.first < i and not c.is_bare]
        known = self.last if len(others) < 2 else None
        if known is None or known.actor is None or known.actor in told:
            return UNKNOWN
        fits = agreement.agrees(self.scene, known.actor, frame.word(i))
        return self.carried_by(known, voice) if fits else UNKNOWN
