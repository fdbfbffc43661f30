"""How real a finite verb makes what it names, by its tense and mood."""

from __future__ import annotations

from detente.finding.events.evidence import (
    EARLIER,
    PAST,
    PRESENT,
    SEEN_AHEAD,
    SINCE_THEN,
    TENSE,
    WORDS,
    Evidence,
)
from detente.finding.events.opening import undergone_by
from detente.finding.events.polarity import Polarity
from detente.syntax import Token


class Tenses(Polarity):
    """Reads what the tenses of one sentence say of the happenings that its verbs name."""

    def _tense(self, finite: Token, verb: Token) -> Evidence:
        moving = verb.base in self.lexicon.classes["moving"]
        simple = finite.dep.startswith("cop") or (finite.dep == "aux:pass" and not moving)
        compound = finite.i != verb.i and not simple
        if self.is_conditional_form(finite):
            reported = self._reported_by(verb)
            if reported is not None and not self._is_left_open(reported):
                return Evidence("planned", TENSE, SEEN_AHEAD)
            return Evidence("hypothetical", TENSE, "its verb is in the conditional")
        future = "Tense=Fut" in finite.morph and finite.word.endswith(self.words.future_marks)
        if future or self._ends_in(finite, self.words.future_endings):
            return Evidence("planned", TENSE, "its verb is in the future")
        if "Tense=Imp" in finite.morph and compound:
            return Evidence("held", TENSE, EARLIER)
        present = {"Tense=Pres", "Tense=Fut"} & finite.morph or self._is_no_past(finite)
        if present and not compound:
            return self._present(verb)
        return Evidence("held", TENSE, PAST)

    def _opening(self, participle: Token) -> Evidence | None:
        """What a participle tells that opens the sentence: it was done to the subject before."""
        if undergone_by(self.scene, self.lexicon, participle) is None:
            return None
        return Evidence("held", TENSE, "the sentence opens with what was done to its subject")

    def _present(self, verb: Token) -> Evidence:
        if self._is_since_then(verb):
            return Evidence("ongoing", WORDS, SINCE_THEN)
        return Evidence("ongoing", TENSE, PRESENT)

    def _is_since_then(self, verb: Token) -> bool:
        """Whether a present tells what has gone on since a time: "sont réunis depuis lundi"."""
        kids = self.scene.parse.kids(verb.i, "obl", "nmod", "advmod")
        return any(
            k.i in self.scene.timed and self.scene.follows(k.i, self.words.since) for k in kids
        )

    def _is_no_past(self, finite: Token) -> bool:
        """Whether the parser takes a plural for the past that tells a story, without its ending."""
        past = {"Tense=Past", "Number=Plur", "VerbForm=Fin"} <= finite.morph
        return past and not finite.text.lower().endswith(self.words.past_plurals)

    def _ends_in(self, finite: Token, endings: tuple[str, ...]) -> bool:
        """The parser takes futures and conditionals it has not met for other tenses."""
        guessed = finite.pos in ("VERB", "AUX") and "Tense=Fut" not in finite.morph
        return guessed and finite.text.lower().endswith(endings)

    def is_conditional_form(self, finite: Token) -> bool:
        """Whether a finite verb is a conditional."""
        return "Mood=Cnd" in finite.morph or self._ends_in(finite, self.words.conditional_endings)

    def _reported_by(self, verb: Token) -> Token | None:
        """The past verb of saying that governs the clause, or with which the page relays it."""
        above = self.scene.parse.ancestors(verb.i)
        return next((t for t in above if t.base in self.words.saying), None)

    def _is_left_open(self, saying: Token) -> bool:
        """Whether what is said is not confirmed."""
        return saying.base in self.words.confirming and self.is_negated(saying.i)
