"""What somebody ends, hurries on, takes back or only holds out: "l'arrêt des frappes", "accélérer
les négociations", "couper l'aide"."""

from __future__ import annotations

from detente.finding.events.called import Called
from detente.finding.events.codes import code
from detente.finding.events.evidence import (
    CLOSING,
    DEFAULT,
    STAYING,
    TENSE,
    TO_COME,
    WISHED,
    WORDS,
    Evidence,
)
from detente.finding.events.order import climbed, governing_word
from detente.finding.events.trigger import Trigger
from detente.syntax import Token

LASTING = frozenset({"military", "talks", "visit"})
"""Kinds that go on until somebody ends them."""

GOES_ON = Evidence("ongoing", WORDS, "what is to be ended goes on")
ENDED = Evidence("held", TENSE, "it was ended")
UNDER_WAY = Evidence("ongoing", WORDS, "what is hurried on or hindered goes on")
BROKEN_OFF = Evidence("cancelled", WORDS, "they are broken off")
LAST_DAY = Evidence("ongoing", TENSE, STAYING)
STILL_ON = Evidence("ongoing", DEFAULT, CLOSING)
TAKEN_BACK = Evidence("cancelled", WORDS, "it is taken back")
STILL_GIVEN = Evidence("ongoing", DEFAULT, "it is not taken back yet")


class Ended(Called):
    """Reads what the words over a noun take for granted of what it names."""

    def ended(self, trigger: Trigger) -> Evidence | None:
        """What a noun is that somebody ends, hinders, hurries on or takes back."""
        if trigger.sort != "noun" or code(trigger.kind).group == "verbal":
            return None
        if trigger.kind == "aid":
            return self._taken_back(climbed(self.scene, self.lexicon, trigger.i)[1])
        above, link = governing_word(self.scene, trigger.tokens[0])
        if above is not None and self._closes(above, link, trigger):
            return ENDED
        if above is not None and not link and self._is_stay_closed(above, trigger):
            own = self.verb(above.i)
            if own.status in ("planned", "ongoing") and own.governor is None:
                return STILL_ON if own.status == "planned" else LAST_DAY
        if above is None or trigger.kind not in LASTING:
            return None
        return self._brought_about(above, link, trigger)

    def _brought_about(self, above: Token, link: str, trigger: Trigger) -> Evidence | None:
        """What the word over a noun does with what it names."""
        names = self.lexicon.lemmas(above.lemma, above.text, above.pos == "VERB")
        if self.words.stops & set(names):
            return self._brought_to(above, link)
        if above.pos == "VERB" and not link:
            return self._hurried(above, trigger) or self._stopped(above)
        return None

    def _hurried(self, verb: Token, trigger: Trigger) -> Evidence | None:
        """Talks that are hurried on, hindered or broken off."""
        if trigger.kind != "talks":
            return None
        vague = self.is_vague(trigger.i, trigger.tokens[0])
        names = set(self.lexicon.lemmas(verb.lemma, verb.text, is_verb=True))
        if self.words.furthering & names and not vague:
            own = self.verb(verb.i)
            wished = own.governor is not None and own.status in ("proposed", "hypothetical")
            return own if wished else UNDER_WAY
        if self.words.breaking & names and self.verb(verb.i).status == "held":
            return BROKEN_OFF
        return None

    def _closes(self, verb: Token, link: str, trigger: Trigger) -> bool:
        """Whether something is done to end an encounter: "pour conclure le sommet"."""
        if link or code(trigger.kind).group != "encounter":
            return False
        names = self.lexicon.lemmas(verb.lemma, verb.text, is_verb=True)
        closing = verb.pos == "VERB" and self.words.ending & set(names) and self.is_purpose(verb)
        return bool(closing) and not self.is_vague(trigger.i, trigger.tokens[0])

    def _is_stay_closed(self, verb: Token, trigger: Trigger) -> bool:
        """Whether a verb tells the end of somebody's journey, which goes on meanwhile if that is
        now, or if other mentions tell that it has begun: "achèvera sa visite par un entretien"."""
        kids = self.scene.parse.kids(trigger.i, "det")
        known = trigger.kind == "visit" and any("Definite=Ind" not in k.morph for k in kids)
        names = self.lexicon.lemmas(verb.lemma, verb.text, is_verb=True)
        return known and verb.pos == "VERB" and bool(self.words.ending & set(names))

    def _stopped(self, verb: Token) -> Evidence | None:
        names = self.lexicon.lemmas(verb.lemma, verb.text, is_verb=True)
        return self._ended_by(verb) if self.words.stopping & set(names) else None

    def _brought_to(self, end: Token, link: str) -> Evidence | None:
        """What is brought to an end ("mettre un terme à"), or whose end is wished for."""
        over, between = governing_word(self.scene, end.i)
        if over is None:
            return None
        if link in self.words.hanging:
            return self._ended_by(over) if over.base in self.words.putting else None
        return GOES_ON if self.mood_of(over, between) in WISHED | TO_COME else None

    def _ended_by(self, verb: Token) -> Evidence:
        return ENDED if self.verb(verb.i).status == "held" else GOES_ON

    def _taken_back(self, verb: Token) -> Evidence | None:
        names = self.lexicon.lemmas(verb.lemma, verb.text, verb.pos == "VERB")
        if not self.words.cutting & set(names) or self.is_negated(verb.i):
            return None
        return TAKEN_BACK if self.verb(verb.i).status == "held" else STILL_GIVEN

    def is_held_out(self, trigger: Trigger, found: Evidence) -> bool:
        """Whether somebody offers help of his own, or any, not a sum: "a offert son aide"."""
        if trigger.kind != "aid" or trigger.sort != "verb" or found.status != "held":
            return False
        if self.scene.lemma(trigger.i) not in self.words.offering:
            return False
        kids = (k for i in trigger.tokens for k in self.scene.parse.kids(i, "det"))
        return any("Poss=Yes" in k.morph or k.word in self.words.any_such for k in kids)
