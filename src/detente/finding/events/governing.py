"""Which words govern an infinitive or a clause, and what mood they have."""

from __future__ import annotations

from detente.finding.events.order import governor_before
from detente.finding.events.tenses import Tenses
from detente.finding.events.verbs import is_pronominal
from detente.records import EventStatus
from detente.syntax import Token


class Governing(Tenses):
    """Reads which words of one sentence hope for, plan or deny what they govern."""

    def mood_of(self, token: Token) -> EventStatus | None:
        """What a word makes of what it governs; of a verb also by what its ending allows."""
        names = self.lexicon.lemmas(token.lemma, token.text, token.pos == "VERB")
        for name in names:
            mood = self.words.governors.get(name)
            asked = name in self.words.turning_away
            if mood is not None and (not asked or is_pronominal(self.scene, self.lexicon, token)):
                return mood
        return None

    def _has_mood(self, token: Token) -> bool:
        return self.mood_of(token) is not None

    def word_over(self, token: Token) -> Token | None:
        """The noun or adjective that an infinitive follows straight on and that has a mood."""
        before, _ = governor_before(self.scene, token.i)
        if before is not None and (before.pos != "NOUN" or not self._has_mood(before)):
            before = None
        return self._ready_before(token) or before

    def _ready_before(self, token: Token) -> Token | None:
        """The adjective that an infinitive follows straight on: "se disant prêtes à négocier"."""
        marks = self.scene.parse.kids(token.i, "mark")
        at = marks[0].i - 1 if marks else token.i
        while at > 0 and at in self.scene.timed:
            at -= 1
        last = self.scene.parse.tokens[max(at, 0)]
        return last if last.pos == "ADJ" and self._has_mood(last) else None

    def is_purpose(self, infinitive: Token) -> bool:
        """Whether an infinitive is what something is done for: "pour négocier"."""
        marks = self.scene.preposition(infinitive.i)
        if any(marks[: len(p)] == p for p in self.words.purpose):
            return True
        return self.scene.follows(infinitive.i, self.words.purpose, 0)

    def is_of_the_first(self, noun: Token) -> bool:
        """Whether an infinitive tells what someone is counted for: "le troisième pays à signer"."""
        kids = self.scene.parse.kids(noun.i, "amod", "nummod")
        return noun.pos in ("NOUN", "ADJ") and any(
            self.scene.lemma(t.i) in self.words.ordinals for t in (noun, *kids)
        )

    def is_judged(self, token: Token, above: Token) -> bool:
        """Whether an infinitive is what a predicate judges: "il serait inutile de négocier"."""
        if above.pos not in ("ADJ", "NOUN") or not self.scene.parse.kids(above.i, "cop"):
            return False
        subjects = self.scene.parse.kids(above.i, "nsubj", "expl:subj")
        impersonal = [t for t in subjects if t.pos == "PRON" and t.i not in self.scene.named]
        return token.dep == "csubj" or bool(impersonal)
