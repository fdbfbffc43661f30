"""What the words around a known happening take for granted: who is asked to it or stays away, what
it aims at, who turns it down."""

from __future__ import annotations

from msgspec.structs import replace

from detente.finding.events.clauses import past_place
from detente.finding.events.codes import code
from detente.finding.events.ended import Ended
from detente.finding.events.evidence import (
    DEFAULT,
    HELD,
    PAST,
    PRESENT,
    RECOGNIZED,
    SINCE_THEN,
    TENSE,
    Evidence,
)
from detente.finding.events.order import governing_word
from detente.finding.events.trigger import Trigger
from detente.syntax import Token

ASKED_TO = Evidence("planned", DEFAULT, "who is asked to it or shuns it takes it for granted")


BROKEN = Evidence("held", TENSE, "it did not hold")
HELD_TO_BE = Evidence("ongoing", TENSE, RECOGNIZED)


class Granted(Ended):
    """Reads what the words of one sentence take for granted."""

    def taken_for_granted(self, trigger: Trigger) -> Evidence | None:
        """What a known encounter is where somebody is only asked to it ("invité au sommet"), does
        not attend it, or has an aim with it ("le but de la visite"): as other mentions tell."""
        if trigger.sort != "noun" or code(trigger.kind).group != "encounter":
            return None
        above, link = governing_word(self.scene, trigger.tokens[0])
        if above is None or not self.is_known(trigger):
            return None
        names = self._names(above)
        if names & self.words.shunning or not link:
            return self._shunned(above) if names & self.words.shunning else None
        if names & self.words.inviting and link not in self.words.none_of:
            return ASKED_TO
        if names & self.words.attending and self.is_negated(above.i):
            return HELD
        aimed = above.pos == "NOUN" and link in self.words.linked
        return HELD if aimed and names & self.words.aims else None

    def met_for(self, trigger: Trigger) -> Evidence | None:
        """What an encounter is for which people meet or go somewhere, as far as that goes on or is
        still to come: "sont réunis depuis lundi pour un sommet", "se rendront à X pour"."""
        if code(trigger.kind).group != "encounter" or trigger.kind == "visit":
            return None
        if not self.scene.follows(trigger.tokens[0], self.words.purpose):
            return None
        verb = past_place(self.scene, self.scene.parse.tokens[trigger.i])
        if verb.base in self.words.ahead:
            verb = next(iter(self.scene.parse.kids(verb.i, "xcomp")), verb)
        if verb.pos != "VERB" or not self._is_encounter(verb):
            return None
        own = self.verb(verb.i)
        return own if own.status == "planned" or own.because in (PRESENT, SINCE_THEN) else None

    def _shunned(self, word: Token) -> Evidence:
        """A known encounter from which somebody stays away: still to come if that is."""
        stayed_away = word.pos == "VERB" and self.verb(word.i).status == "held"
        return HELD if stayed_away else ASKED_TO

    def keeps_recognizing(self, trigger: Trigger) -> bool:
        """Whether a participle without a day only says by whom somebody is recognized: "X, reconnu
        par l'ONU"."""
        if trigger.kind != "recognition" or trigger.sort != "verb":
            return False
        token = self.scene.parse.tokens[trigger.i]
        free = not self.scene.parse.kids(token.i, "aux", "nsubj", "obj")
        if not free or token.dep == "ROOT" or "Tense=Past" not in token.morph:
            return False
        below = self.scene.parse.subtree(token.i)
        by = any(t.dep == "obl:agent" and t.head == token.i for t in below)
        return by and not any(t.i in self.scene.timed for t in below)

    def started(self, trigger: Trigger) -> Evidence:
        """The status of a verb; talks that it opens ("reprennent langue") have begun by it."""
        own, token = self.verb(trigger.i), self.scene.parse.tokens[trigger.i]
        names = self.lexicon.lemmas(token.lemma, token.text, is_verb=True)
        opens = trigger.kind == "talks" and bool(self.words.inceptive & set(names))
        return replace(own, begun=True) if opens and own.because == PRESENT else own

    def is_what_for(self, trigger: Trigger) -> bool:
        """Whether what is wished for is only meant for a noun: "que tout soit prêt pour la
        prochaine réunion"."""
        purpose = self.scene.follows(trigger.tokens[0], self.words.purpose)
        return purpose and not self.is_vague(trigger.i, trigger.tokens[0])

    def is_known(self, trigger: Trigger) -> bool:
        """Whether a noun means a happening that the page or the reader knows: by its article, a
        demonstrative or an owner."""
        first = trigger.tokens[0]
        kids = self.scene.parse.kids(trigger.i, "det")
        known = any({"Definite=Def", "PronType=Dem", "Poss=Yes"} & k.morph for k in kids)
        before = self.scene.parse.tokens[max(0, first - 1)].word
        return known or (not kids and before in self.words.merged)

    def happened_anyway(self, trigger: Trigger, above: Evidence) -> Evidence | None:
        """What was done though it failed or is turned down: an attack that was tried, an accord,
        what was just told ("rejette cette rencontre")."""
        if above.governor is None:
            return None
        lemma = self.scene.lemma(above.governor)
        if trigger.kind == "military" and lemma in self.words.attempts:
            return Evidence("held", TENSE, "it was tried")
        refused = above.status == "denied" and lemma in self.words.defying
        vague = self.is_vague(trigger.i, trigger.tokens[0])
        stands = trigger.kind in ("agreement", "sanction") or self.takes_up(trigger)
        return HELD if refused and stands and not vague else None

    def takes_up(self, trigger: Trigger) -> bool:
        """Whether a demonstrative takes up what was just told."""
        kids = self.scene.parse.kids(trigger.i, "det")
        return any("PronType=Dem" in k.morph for k in kids)

    def _names(self, token: Token) -> set[str]:
        return {token.word, *self.lexicon.lemmas(token.lemma, token.text, token.pos == "VERB")}

    def goes_on(self, verb: Token, lemma: str, kind: str) -> Evidence | None:
        """Talks of which the present tells something, and a truce that holds, go on."""
        finite = self.finite(verb)
        if finite is None or finite.i != verb.i:
            return None
        if (
            kind == "talks"
            and lemma not in self.words.ending
            and self._tense(finite, verb).because == PRESENT
        ):
            return Evidence("ongoing", DEFAULT, PRESENT)
        lasts = {"Tense=Pres", "Tense=Imp"} & finite.morph
        holds = kind == "ceasefire" and lemma in self.words.holding and lasts
        return Evidence("ongoing", TENSE, "it is said to hold") if holds else None

    def holds(self, verb: Token, lemma: str, truce: Token) -> Evidence | None:
        """A truce of which it is told whether it holds; one that did not was there all the same:
        "la trêve n'a pas tenu"."""
        if truce.dep != "nsubj":
            return None
        if not self.is_negated(verb.i):
            return self.goes_on(verb, lemma, "ceasefire")
        finite = self.finite(verb)
        past = finite is not None and self._tense(finite, verb).because == PAST
        return BROKEN if past and lemma in self.words.holding else None

    def at_its_end(self, verb: Token, lemma: str) -> Evidence:
        """What comes to its end in the present still goes on; what failed took place."""
        told = self.verb(verb.i).because
        if lemma in self.words.ending and told == PRESENT:
            return Evidence("ongoing", TENSE, "it is coming to its end")
        if lemma in self.words.ending and told == PAST:
            return Evidence("held", TENSE, "it has come to its end")
        failed = lemma in self.words.failing and told == PAST
        return Evidence("held", TENSE, "it came to nothing") if failed else HELD
