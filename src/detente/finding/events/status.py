"""How real a happening is: what the words around its trigger say, noun or verb."""

from __future__ import annotations

from collections.abc import Sequence

from detente.finding.events.codes import code
from detente.finding.events.moods import DEFAULT, OFF, TAKEN_FOR_REAL, TENSE, WORDS, Evidence, Moods
from detente.finding.events.order import climbed, follows_straight, verb_before
from detente.finding.events.trigger import Trigger
from detente.records import EventStatus
from detente.syntax import Token
from detente.text import fold

HIGHEST = 5
"""How many governors above a trigger may bear on its status."""

WISHED = ("hoped", "proposed", "hypothetical", "denied")
"""What is only wished for or doubted, though it be called the next."""

GOVERNED = ("obj", "obl:arg", "nsubj:pass")

HELD = Evidence("held", DEFAULT, "nothing says otherwise")
DURING = Evidence("held", DEFAULT, TAKEN_FOR_REAL)


class Judge(Moods):
    """Reads the statuses of the triggers of one sentence."""

    def of(self, trigger: Trigger) -> Evidence:
        """The status of a trigger, as its sentence tells it."""
        found = self._noun(trigger) if trigger.sort == "noun" else self.verb(trigger.i)
        if trigger.ahead and found.status in ("held", "ongoing"):
            found = Evidence("planned", TENSE, "who is expected has not come yet")
        if found.strength < WORDS and self.is_asked(trigger.i):
            return Evidence("hypothetical", WORDS, "it is asked or made a condition")
        return found

    def _noun(self, trigger: Trigger) -> Evidence:
        if self.has_no(trigger.i):
            return Evidence("denied", WORDS, "there is said to be none")
        if self._has_a_date(trigger):
            return Evidence("planned", WORDS, "it is said when it is to be, or that this is open")
        above = self._noun_above(self.scene.parse.tokens[trigger.i], trigger.kind, 0)
        said = above if above.status in OFF else self._modified(trigger)
        if said is not None:
            wished = above.governor is not None and above.status in WISHED
            return above if wished and said.status == "planned" else said
        if above.strength < WORDS and self._is_any(trigger.i):
            return Evidence("hypothetical", WORDS, "any such thing is meant")
        leading = self._introduced(trigger)
        if leading is None and above.strength == DEFAULT:
            return self._plain(trigger, above)
        return leading or above

    def _plain(self, trigger: Trigger, above: Evidence) -> Evidence:
        """What tells that a noun took place where no word or tense does."""
        if self._is_judged_done(trigger):
            return Evidence("held", TENSE, "the page says how it went")
        return DURING if self.scene.follows(min(trigger.tokens), self.words.during) else above

    def _has_a_date(self, trigger: Trigger) -> bool:
        """Whether the noun completes a word for its date: "la date du sommet", "aucune date n'est
        fixée pour la visite"."""
        noun = self.scene.parse.tokens[trigger.i]
        above = self.scene.parse.tokens[noun.head]
        if noun.dep == "nmod" and above.i < noun.i:
            return self.scene.lemma(above.i) in self.words.dates
        if above.pos != "VERB" or not self.scene.follows(min(trigger.tokens), self.words.purpose):
            return False
        kids = self.scene.parse.kids(above.i, "nsubj:pass", "obj")
        return any(self.scene.lemma(kid.i) in self.words.dates for kid in kids)

    def _is_judged_done(self, trigger: Trigger) -> bool:
        """Whether a noun is said to have gone well or badly: "une réunion houleuse"."""
        if self.scene.follows(min(trigger.tokens), self.words.purpose):
            return False
        kids = self.scene.parse.kids(trigger.i, "amod", "acl")
        return any({self.scene.lemma(k.i), k.word} & self.words.judged for k in kids)

    def _is_any(self, i: int) -> bool:
        """Whether no one happening is meant: "toute rencontre"."""
        kids = self.scene.parse.kids(i, "det")
        return len(kids) == 1 and kids[0].word in self.words.any_such

    def _modified(self, trigger: Trigger) -> Evidence | None:
        for i in trigger.tokens:
            for kid in self.scene.parse.kids(i):
                if not kid.dep.startswith(("amod", "acl", "advmod", "nmod", "appos")):
                    continue
                lemmas = self.lexicon.lemmas(kid.lemma, kid.text)
                said = map(self.words.modifiers.get, (*lemmas, fold(kid.text)))
                status = next((s for s in said if s), None)
                if status is None and kid.dep in ("acl", "amod"):
                    status = self._fate_of(lemmas)
                if status == "planned" and self._is_provided(kid):
                    status = None
                if status is not None and kid.dep != "acl:relcl":
                    return Evidence(status, WORDS, f"it is called {kid.text!r}")
                if kid.dep == "acl:relcl":
                    found = self._relative(kid)
                    if found is not None:
                        return found
                if kid.dep == "acl" and self._has_taken_place(kid):
                    return Evidence("held", TENSE, f"{kid.text!r} says that it took place")
        return None

    def _is_provided(self, participle: Token) -> bool:
        """Whether a text provides for what there is: "les sanctions prévues par la loi"."""
        kids = self.scene.parse.kids(participle.i, "obl", "nmod")
        return "Tense=Past" in participle.morph and any(
            set(self.scene.preposition(k.i)) & self.words.provided and k.i not in self.scene.timed
            for k in kids
        )

    def _has_taken_place(self, participle: Token) -> bool:
        """Whether a past participle tells that its noun took place: "la réunion tenue lundi"."""
        takes = self.words.taking_place - self.words.light.keys()
        return "Tense=Past" in participle.morph and self.scene.lemma(participle.i) in takes

    def _fate_of(self, lemmas: Sequence[str]) -> EventStatus | None:
        """What a participle says becomes of the noun: "la réunion ajournée", "programmée"."""
        moods = [self.words.governors.get(lemma) for lemma in lemmas]
        return next((m for m in moods if m in ("postponed", "cancelled", "planned")), None)

    def _relative(self, verb: Token) -> Evidence | None:
        """A relative clause that says what becomes of the noun: "le sommet qui se tiendra"."""
        if not any("PronType=Rel" in t.morph for t in self.scene.parse.subtree(verb.i)[:3]):
            return None
        lemma = self.scene.lemma(verb.i)
        mood = self.mood_of(verb)
        if lemma in self.words.future:
            mood = self.undone_in(verb) or mood
        if mood in ("postponed", "cancelled", "planned"):
            return Evidence(mood, WORDS, f"the verb {verb.text!r} says so")
        if lemma in self.words.future:
            return self._ahead(verb)
        if lemma in self.words.possible:
            return self._possible(verb)
        takes = lemma in self.words.taking_place and self._has_its_noun(verb, lemma)
        return self._occurs(verb) if takes else None

    def _introduced(self, trigger: Trigger) -> Evidence | None:
        at = min(trigger.tokens)
        if set(self.scene.preposition(trigger.i)) & self.words.without:
            return Evidence("denied", WORDS, "there is said to be none")
        if self.scene.follows(at, self.words.misleading):
            return None
        if self.scene.follows(at, self.words.leading):
            before = self.words.before + self.words.eve
            if self.scene.follows(at, before) and self.is_looked_back_on(trigger.i):
                return Evidence("held", TENSE, "what was before it is told from later on")
            return Evidence("planned", TENSE, "it is spoken of as still to come")
        if self.scene.follows(at, self.words.trailing):
            return Evidence("held", TENSE, "it is spoken of as over")
        return None

    def _noun_above(self, token: Token, kind: str, depth: int) -> Evidence:
        token, above = climbed(self.scene, self.lexicon, token.i)
        if above.pos in ("VERB", "AUX") and above.i != token.i:
            return self._under_verb(token, above, kind)
        before = verb_before(self.scene, token.i)
        if before is not None and self._names_it(before, kind):
            return self._occurs(before)
        return HELD if above.i == token.i else self._under_noun(token, above, kind, depth)

    def _completes(self, token: Token) -> bool:
        """Whether a noun completes its verb, as the tree or the order of the words tells."""
        return token.dep.startswith((*GOVERNED, "obl:arg")) or follows_straight(self.scene, token)

    def _under_noun(self, token: Token, above: Token, kind: str, depth: int) -> Evidence:
        mood = self.mood_of(above)
        if mood is not None and token.dep.startswith(("nmod", "obl", "xcomp")):
            return self.governed(mood, above)
        if token.dep in ("conj", "appos") and depth <= HIGHEST:
            return self._noun_above(above, kind, depth + 1)
        if token.dep.startswith("nsubj"):
            return self._predicated(above)
        return HELD

    def _predicated(self, predicate: Token) -> Evidence:
        """A noun with a predicate: "la rencontre est prévue", "une visite n'est pas exclue"."""
        status = self.words.modifiers.get(self.scene.lemma(predicate.i))
        if status is not None:
            return Evidence(status, WORDS, f"it is called {predicate.text!r}")
        finite = self.finite(predicate)
        if finite is not None and "Tense=Fut" in finite.morph:
            return Evidence("planned", TENSE, "its verb is in the future")
        return HELD

    def _under_verb(self, token: Token, verb: Token, kind: str) -> Evidence:
        lemma = self.scene.lemma(verb.i)
        core = token.dep.startswith(("nsubj", "obj", "obl:arg", "obl:agent", "ccomp", "xcomp"))
        governed = self._under_mood(token, verb, core)
        if governed is not None:
            return governed
        if lemma in self.words.announcing and core and not code(kind).done_by_announcing:
            if self.is_negated(verb.i):
                return Evidence("denied", WORDS, "it is not announced")
            return Evidence("planned", TENSE, "it is announced")
        if self._makes_happen(token, verb):
            return self._occurs(verb)
        if token.dep.startswith("obj") and self._names_it(verb, kind):
            return self._occurs(verb)
        return self._as_subject(token, verb, kind)

    def _under_mood(self, token: Token, verb: Token, core: bool) -> Evidence | None:
        """A noun that is hoped for, planned, put off, denied by the verb above it."""
        for name in self.lexicon.lemmas(verb.lemma, verb.text, is_verb=True):
            mood = self.words.governors.get(name)
            if name in self.words.turning_away:
                mood = self.mood_of(verb)
            if mood in ("postponed", "cancelled") and core:
                return self._fate(mood, verb)
            if mood is None or name in self.words.modals | self.words.future:
                continue
            if self._completes(token):
                return self.governed(mood, verb)
        return self._wished(token, verb)

    def _wished(self, token: Token, verb: Token) -> Evidence | None:
        """A noun in a clause that is hoped for or doubted: "doute qu'un sommet soit organisé"."""
        if token.dep != "nsubj:pass" and not self._makes_happen(token, verb):
            return None
        found = self._above(verb, HELD)
        return found if found.governor is not None else None

    def _as_subject(self, token: Token, verb: Token, kind: str) -> Evidence:
        """A noun that is to do something, or brings people together, is as its verb says."""
        lemma = self.scene.lemma(verb.i)
        if token.dep != "nsubj" or self.is_negated(verb.i):
            return HELD
        if self.words.copulas & set(self.lexicon.lemmas(verb.lemma, verb.text, is_verb=True)):
            return self._left(verb)
        if lemma in self.words.future:
            return Evidence("planned", TENSE, f"{verb.text!r} puts it ahead")
        gathers = code(kind).group == "encounter" and lemma in self.lexicon.classes["convening"]
        own = self.verb(verb.i) if gathers else HELD
        sure = own.status == "planned" or (own.strength == WORDS and own.status == "hypothetical")
        return own if sure else HELD

    def _left(self, copula: Token) -> Evidence:
        """What a noun is said to remain: "un sommet reste improbable"."""
        for kid in self.scene.parse.kids(copula.i, "xcomp", "amod"):
            lemmas = self.lexicon.lemmas(kid.lemma, kid.text)
            status = next((s for m in lemmas if (s := self.words.modifiers.get(m))), None)
            if status is not None:
                return Evidence(status, WORDS, f"it is called {kid.text!r}")
        return HELD

    def _makes_happen(self, token: Token, verb: Token) -> bool:
        """Whether the verb carries the noun: as its subject in "take place", else as its object."""
        lemma = self.scene.lemma(verb.i)
        if token.dep == "nsubj":
            takes = lemma in self.words.taking_place
            return takes and self._has_its_noun(verb, lemma)
        if lemma in self.words.attending:
            return True
        core = token.dep.startswith(("obj", "nsubj:pass", "dep"))
        if token.dep.startswith("obl:arg"):
            core = lemma not in self.words.light
        core = core or follows_straight(self.scene, token)
        return lemma in self.words.occurrence and core

    def _names_it(self, verb: Token, kind: str) -> bool:
        """Whether a verb and its object name one event: "réimposer des sanctions"."""
        entries = self.lexicon.verbs.get((self.scene.lemma(verb.i), False), ())
        return any(e.noun_wins and e.kind == kind for e in entries)

    def _has_its_noun(self, verb: Token, lemma: str) -> bool:
        """Whether a light verb stands with the noun that makes it take place ("avoir lieu")."""
        noun, after = self.words.light.get(lemma), self.scene.parse.tokens[verb.i + 1 : verb.i + 3]
        return noun is None or any(
            self.scene.lemma(t.i) == noun for t in (*self.scene.parse.kids(verb.i), *after)
        )

    def _fate(self, mood: EventStatus, verb: Token) -> Evidence:
        if self.is_negated(verb.i):
            return HELD
        own = self.verb(verb.i)
        over = self.scene.parse.tokens[verb.head]
        decided = own.governor is not None and self.scene.lemma(over.i) in self.words.announcing
        if not decided and (own.status not in ("held", "ongoing") or self.is_asked(verb.i)):
            return Evidence("planned", WORDS, f"it is not {verb.text!r} yet")
        return Evidence(mood, WORDS, f"the verb {verb.text!r} says so")

    def _occurs(self, verb: Token) -> Evidence:
        """A noun that a verb makes happen has that verb's status; one begun may still go on."""
        own = self.verb(verb.i)
        begun = self.scene.lemma(verb.i) in self.words.inceptive and own.status == "held"
        status = own.status
        return Evidence(status, max(own.strength, TENSE), own.because, begun, own.governor)
