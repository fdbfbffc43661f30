"""What the clause around a noun tells of it where no word governs it: what goes with what is still
to come, what a possible effect takes for granted, a penalty that is kept up or runs out."""

from __future__ import annotations

from detente.finding.events.chains import FAVOURS
from detente.finding.events.codes import code
from detente.finding.events.evidence import (
    DEFAULT,
    IN_FORCE,
    STAYING,
    TAKEN_FOR_DONE,
    TAKEN_FOR_REAL,
    TENSE,
    WORDS,
    Evidence,
)
from detente.finding.events.introduced import Introduced
from detente.finding.events.order import verb_before
from detente.finding.events.trigger import Trigger
from detente.records import EventStatus
from detente.syntax import Token

DURING = Evidence("held", DEFAULT, TAKEN_FOR_REAL)
DURING_PAST = Evidence("held", DEFAULT, TAKEN_FOR_DONE)
GOES_WITH = "what goes with it is still to come"
AHEAD = "its effects are still to come"


class Surroundings(Introduced):
    """Reads the clauses around the nouns of one sentence."""

    def plain(self, trigger: Trigger) -> Evidence | None:
        """What tells that a noun took place, or will, where no word or tense does."""
        if self.is_judged_done(trigger):
            return Evidence("held", TENSE, "the page says how it went")
        first = trigger.tokens[0]
        lasting = self._lasts(trigger, first)
        if lasting is not None:
            return lasting
        during = self.scene.follows(first, self.words.during)
        amid = self._is_amid(first)
        yielded = self.scene.follows(first, self.words.yielded)
        if yielded and self._is_in_future(trigger.i):
            return Evidence("planned", TENSE, GOES_WITH)
        if (during or amid) and not self._goes_on_now(trigger) and self._is_ahead(trigger):
            return Evidence("planned", TENSE, GOES_WITH)
        if during:
            return DURING if self.clause_tense(trigger.i) != "held" else DURING_PAST
        return self._told_of_effects(trigger)

    def _goes_on_now(self, trigger: Trigger) -> bool:
        """Whether a journey of several days is one that the page has told: what is still to be done
        during "this tour" is done while it goes on."""
        kids = self.scene.parse.kids(trigger.i, "det")
        return trigger.kind == "visit" and any("PronType=Dem" in k.morph for k in kids)

    def _lasts(self, trigger: Trigger, first: int) -> Evidence | None:
        """A journey that somebody is on, a penalty that somebody is under."""
        if self._is_staying(trigger):
            return Evidence("ongoing", TENSE, STAYING)
        if trigger.kind == "sanction" and self._is_listed(trigger.i, first):
            return Evidence("ongoing", WORDS, "who is on the list is under a penalty")
        if trigger.kind == "sanction" and self._endures(trigger.i, first):
            return Evidence("ongoing", DEFAULT, IN_FORCE)
        return None

    def _is_staying(self, trigger: Trigger) -> bool:
        """Whether somebody is told to be on a journey: "X, en visite à Y", "est en déplacement"."""
        first = trigger.tokens[0]
        if trigger.kind == "visit" and self._is_there_for(trigger, first):
            return True
        bare = trigger.kind == "visit" and not self.scene.parse.kids(trigger.i, "det")
        if not bare or not self.scene.follows(first, self.words.staying, 0):
            return False
        above = self.scene.parse.tokens[self.scene.parse.tokens[trigger.i].head]
        if self.scene.parse.kids(trigger.i, "cop"):
            finite = self.finite(self.scene.parse.tokens[trigger.i])
            return finite is not None and "Tense=Pres" in finite.morph
        opens = first > 1 and self.scene.parse.tokens[first - 2].pos in ("PUNCT", "ADV")
        return above.i in self.scene.named or (above.pos == "NOUN" and opens)

    def _is_there_for(self, trigger: Trigger, first: int) -> bool:
        """Whether somebody is told in the present to be there for a journey: "se trouve à X pour
        une visite"."""
        if not self.scene.follows(first, self.words.purpose):
            return False
        chain = self.scene.parse.ancestors(trigger.i)
        verb = next((t for t in chain if t.pos in ("VERB", "AUX")), None)
        if verb is None or not {"VerbForm=Fin", "Tense=Pres"} <= verb.morph:
            return False
        alone = not any(t.head == verb.i and t.pos == "ADJ" for t in self.scene.parse.tokens)
        return alone and verb.base in self.words.dwelling

    def _is_listed(self, i: int, first: int) -> bool:
        """Whether somebody is told to be on a list of those under a penalty."""
        on = bool(set(self.scene.preposition(i)) & self.words.onto)
        return on and self.scene.lemma(first) in self.words.lists and not self._is_in_future(i)

    def _endures(self, i: int, first: int) -> bool:
        """Whether a penalty, or the first of its list, is one that somebody is under."""
        token = self.scene.parse.tokens[i]
        above = self.scene.parse.tokens[token.head]
        if self.scene.follows(first, self.words.enduring):
            return True
        return token.dep == "conj" and self.scene.follows(above.i, self.words.enduring)

    def _is_amid(self, first: int) -> bool:
        """Whether words for what is spoken of there lead to a noun, past a day: "au coeur mercredi
        de la visite"."""
        if self.scene.follows(first, self.words.amid):
            return True
        at = first
        while at > 0 and (self.scene.parse.tokens[at - 1].pos in ("DET", "ADP")):
            at -= 1
        timed = at
        while at > 0 and at - 1 in self.scene.timed:
            at -= 1
        return at < timed and self.scene.follows(at, self.words.amid_opened, 0)

    def is_option(self, trigger: Trigger) -> bool:
        """Whether a noun without an article is one of the courses that open a sentence: "Sanctions,
        blocus ou autres: X hésite"."""
        if trigger.sort != "noun" or self.scene.parse.kids(trigger.i, "det"):
            return False
        tokens = self.scene.parse.tokens
        colon = next((t.i for t in tokens if t.text == ":"), 0)
        if trigger.i >= colon:
            return False
        opening = tokens[:colon]
        alone = not any("VerbForm=Fin" in t.morph for t in opening)
        return alone and any(t.word in self.words.choosing for t in opening)

    def standing(self, trigger: Trigger) -> Evidence | None:
        """A penalty that is kept up, broken or runs out is in force meanwhile, whatever is said of
        that: "refuse de prolonger l'embargo", "l'embargo, qui expire en octobre"."""
        if trigger.kind != "sanction":
            return None
        token = self.scene.parse.tokens[trigger.i]
        above = self.scene.parse.tokens[token.head]
        verb = verb_before(self.scene, trigger.tokens[0]) or above
        kept = verb.pos == "VERB" and token.i > verb.i and self._keeps(verb)
        own = (k for k in self.scene.parse.kids(trigger.i, "acl:relcl") if self._runs(k))
        runs = token.dep == "nsubj" and self._runs(above)
        if kept or runs or next(own, None) is not None:
            return Evidence("ongoing", WORDS, IN_FORCE)
        return None

    def is_drafted(self, trigger: Trigger, found: Evidence) -> bool:
        """Whether what is still open is so because a text provides for it that is only a draft."""
        ahead = found.status in ("planned", "hoped", "hypothetical")
        if not ahead or code(trigger.kind).group == "verbal":
            return False
        if not self._is_put_forward(trigger.i) or self.introduced(trigger) is not None:
            return False
        return trigger.sort != "noun" or not self._is_amid(trigger.tokens[0])

    def is_granted(self, trigger: Trigger, found: Evidence) -> bool:
        """Whether a question or a condition takes a noun for granted, asking something else of it:
        "Pourquoi cette visite ?", "si la réunion échoue"."""
        if trigger.sort != "noun" or found.strength > DEFAULT:
            return False
        kids = self.scene.parse.kids(trigger.i, "det")
        if any("PronType=Dem" in k.morph for k in kids):
            return True
        known = any({"Definite=Def", "Poss=Yes"} & k.morph for k in kids)
        return known and any("VerbForm=Fin" in t.morph for t in self.scene.parse.tokens)

    def due(self, trigger: Trigger) -> Evidence | None:
        """An appointment without an article, as headlines have it: "rendez-vous à Moscou"."""
        named = " ".join(self.scene.parse.tokens[i].word for i in trigger.tokens)
        if named not in self.words.appointments or self.scene.parse.kids(trigger.i, "det"):
            return None
        past = self.clause_tense(trigger.i) == "held"
        return None if past else Evidence("planned", TENSE, "it is made for later")

    def has_a_date(self, trigger: Trigger) -> bool:
        """Whether the noun completes a word for its date: "la date du sommet", "aucune date n'est
        fixée pour la visite"."""
        noun = self.scene.parse.tokens[trigger.i]
        above = self.scene.parse.tokens[noun.head]
        if noun.dep == "nmod" and above.i < noun.i:
            return above.base in self.words.dates
        if above.pos != "VERB" or not self.scene.follows(trigger.tokens[0], self.words.purpose):
            return False
        kids = self.scene.parse.kids(above.i, "nsubj:pass", "obj")
        return any(kid.base in self.words.dates for kid in kids)

    def _keeps(self, verb: Token) -> bool:
        """Whether a verb takes for granted that its object is in force; not where it tells, or
        makes a condition of it, that it is prolonged."""
        names = set(self.lexicon.lemmas(verb.lemma, verb.text, is_verb=True))
        if not self.words.keeping & names or self.is_conditional(verb.i):
            return False
        if self.finite(verb) is None or self.is_negated(verb.i):
            return True
        anew = names & (self.words.occurrence | self.words.bringing)
        return not anew and self.verb(verb.i).status != "held"

    def _runs(self, verb: Token) -> bool:
        """Whether a verb says that its subject runs out, or still runs."""
        finite = self.finite(verb)
        if finite is None or self._tense(finite, verb).status == "held":
            return False
        names = set(self.lexicon.lemmas(verb.lemma, verb.text, is_verb=True))
        after = self.scene.parse.tokens[verb.i + 1 : verb.i + 4]
        lemmas = {t.base for t in after}
        reached = self.words.reaching & names and self.words.terms & lemmas
        return bool(self.words.expiring & names or reached)

    def _is_ahead(self, trigger: Trigger) -> bool:
        """Whether the clause around an encounter tells what will be, or is to be, done there."""
        lasting = trigger.lasting or trigger.kind == "talks"
        if code(trigger.kind).group != "encounter" or lasting:
            return False
        return self._is_in_future(trigger.i)

    def _is_in_future(self, i: int) -> bool:
        chain = self.scene.parse.ancestors(i)
        verb = next((t for t in chain if self.finite(t) is not None), None)
        return verb is not None and self._looks_ahead(verb)

    def _looks_ahead(self, verb: Token) -> bool:
        """Whether a finite verb is a future, or one that puts its infinitive ahead."""
        finite = self.finite(verb)
        if finite is None or self.is_negated(verb.i):
            return False
        own = self._tense(finite, verb)
        if verb.base in self.words.future and finite.i == verb.i:
            return own.status in ("ongoing", "planned")
        return own.status == "planned"

    def _told_of_effects(self, trigger: Trigger) -> Evidence | None:
        """A noun that is to have an effect has not happened yet: "une rencontre pourrait",
        "la rencontre permettra"; what lasts may have one meanwhile."""
        token = self.scene.parse.tokens[trigger.i]
        verb = self.scene.parse.tokens[token.head]
        finite = self.finite(verb)
        if token.dep != "nsubj" or finite is None or self._is_told(trigger):
            return None
        possible = self._is_possible(verb, finite)
        ahead = self._looks_ahead(verb)
        if trigger.lasting or code(trigger.kind).durable or not (possible or ahead):
            return None
        status: EventStatus = "hypothetical" if possible else "planned"
        if self.is_vague(trigger.i, trigger.tokens[0]):
            return Evidence(status, TENSE, AHEAD)
        if code(trigger.kind).group == "encounter":
            return Evidence("planned", DEFAULT, AHEAD)
        return Evidence(status, DEFAULT, AHEAD) if trigger.kind in FAVOURS else None

    def _is_possible(self, verb: Token, finite: Token) -> bool:
        if verb.base in self.words.possible:
            return finite.i == verb.i and "Tense=Imp" not in finite.morph
        own = self._tense(finite, verb)
        return own.status == "hypothetical" and finite.i == verb.i

    def _is_told(self, trigger: Trigger) -> bool:
        """Whether a day or a participle beside a noun tells of it: "une attaque menée mardi"."""
        for kid in self.scene.parse.subtree(trigger.i):
            past = {"Tense=Past", "VerbForm=Part"} <= kid.morph
            if kid.i in self.scene.timed or (past and kid.head == trigger.i):
                return True
        return False
