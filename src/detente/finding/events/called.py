"""What a noun is said or judged to be, by the order of the words: "un accord est possible". The
parser often hangs such a predicate on the last name before it."""

from __future__ import annotations

from detente.finding.events.codes import code
from detente.finding.events.evidence import WORDS, Evidence
from detente.finding.events.status_words import Phrases
from detente.finding.events.surroundings import Surroundings
from detente.finding.events.trigger import Trigger
from detente.records import EventStatus
from detente.syntax import Token

FAR = 20
"""Tokens between a noun and what is said of it: its parties and its place."""

SKIPPED = 4
"""Adverbs and times between the verb and the predicate: "reste pour l'heure très"."""

WITHIN = frozenset({"DET", "ADP", "NOUN", "PROPN", "ADJ", "NUM", "CCONJ"})
OPENING = frozenset({"PUNCT", "SCONJ", "CCONJ"})
STANDING = frozenset({"agreement", "ceasefire", "sanction", "military", "aid", "recognition"})
"""Kinds that are there once they are known: "l'accord est nécessaire" tells of the one there is."""


class Called(Surroundings):
    """Reads the predicates of the nouns of one sentence."""

    def called(self, trigger: Trigger) -> Evidence | None:
        """What the predicate of a noun makes of it; None if it has none, or one that does not tell
        how real it is."""
        if trigger.sort != "noun" or code(trigger.kind).group == "verbal":
            return None
        tokens = self.scene.parse.tokens
        before = trigger.tokens[0] - 1
        while before >= 0 and tokens[before].pos in ("DET", "ADJ", "NUM"):
            before -= 1
        if before >= 0 and (tokens[before].pos not in OPENING or self._is_wished(before)):
            return None
        copula = self._copula_after(trigger.tokens[-1], tokens[trigger.i])
        found = None if copula is None else self._predicate(copula.i + 1, trigger)
        if copula is None or found is None:
            return None
        said, status = found
        negated = any(t.word in self.words.negations for t in tokens[copula.i + 1 : copula.i + 4])
        if negated and not self._is(said, self.words.unlikely):
            status = "denied" if status == "hypothetical" else "hypothetical"
        return Evidence(status, WORDS, f"it is called {tokens[said].text!r}")

    def judged_so(self, trigger: Trigger) -> Evidence | None:
        """What somebody judges a noun to be: "jugent prématurée une rencontre"."""
        tokens = self.scene.parse.tokens
        at = trigger.tokens[0] - 1
        while at > 0 and tokens[at].pos == "DET":
            at -= 1
        verb = tokens[at - 1] if at > 0 else None
        if verb is None or tokens[at].pos not in ("ADJ", "VERB"):
            return None
        names = set(self.lexicon.lemmas(verb.lemma, verb.text, is_verb=True))
        if not self.words.judging & names or not self.is_vague(trigger.i, trigger.tokens[0]):
            return None
        found = self._predicate(at, trigger)
        if found is None:
            return None
        status: EventStatus = "denied" if self.is_negated(verb.i) else found[1]
        return Evidence(status, WORDS, f"it is called {tokens[at].text!r}")

    def _is_wished(self, opening: int) -> bool:
        """Whether what stands before the first word of a clause hopes for it or demands it, which
        tells more than its predicate: "l'espoir qu'un sommet sera possible"."""
        over = self.scene.parse.tokens[opening - 1] if opening else None
        return over is not None and self.mood_of(over) in ("hoped", "proposed")

    def _copula_after(self, last: int, noun: Token) -> Token | None:
        """The verb that links a noun with its predicate, past what belongs to the noun."""
        tokens = self.scene.parse.tokens
        for token in tokens[last + 1 : last + 1 + FAR]:
            if token.pos in ("AUX", "VERB"):
                names = self.lexicon.lemmas(token.lemma, token.text, is_verb=True)
                links = bool(self.words.copulas & set(names))
                finite = "VerbForm=Fin" in token.morph
                return token if links and finite and _agree(noun, token) else None
            known = token.i in self.scene.named or token.i in self.scene.timed
            particle = token.word in self.words.particles
            if not (known or particle or token.pos in WITHIN):
                return None
        return None

    def _predicate(self, first: int, trigger: Trigger) -> tuple[int, EventStatus] | None:
        """The first word of a predicate from token ``first`` on that tells how real a thing is,
        adverbs and times before it, and what it tells of a thing of that kind."""
        tokens = self.scene.parse.tokens
        vague = self.is_vague(trigger.i, trigger.tokens[0])
        stands = trigger.kind in STANDING and not vague
        encounter = code(trigger.kind).group == "encounter"
        for at in range(first, min(first + SKIPPED, len(tokens))):
            if (encounter or stands) and self._is(at, self.words.threatened):
                return at, "held" if stands else "hypothetical"
            if encounter and self._is(at, self.words.upheld):
                return at, "planned"
            if self._is(at, self.words.unlikely):
                return None if self._is_far_from(at) else (at, "hypothetical")
            for status, phrases in self.words.predicates.items():
                if self._is(at, phrases):
                    return None if stands and status == "proposed" else (at, status)
            if tokens[at].pos != "ADV" and at not in self.scene.timed:
                return None
        return None

    def _is_far_from(self, at: int) -> bool:
        """Whether a single word tells what a thing is not: "est loin de l'ambition"."""
        after = self.scene.parse.tokens[at + 1 : at + 2]
        return self.scene.parse.tokens[at].pos == "ADV" and any(
            t.word.rstrip("'’") in self.words.none_of for t in after
        )

    def _is(self, at: int, phrases: Phrases) -> bool:
        """Whether one of the phrases begins at a token; one of a single word in any form."""
        first, token = self.scene.begins[at], self.scene.parse.tokens[at]
        names = {token.base, *self.lexicon.lemmas(token.lemma, token.text)}
        return any(
            (len(phrase) == 1 and phrase[0] in names)
            or self.scene.plain[first : first + len(phrase)] == phrase
            for phrase in phrases
        )


def _agree(noun: Token, verb: Token) -> bool:
    """Whether a verb may have the noun as its subject, by their number."""
    numbers = [{m for m in t.morph if m.startswith("Number=")} for t in (noun, verb)]
    return not all(numbers) or numbers[0] == numbers[1]
