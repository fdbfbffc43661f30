"""How real a happening is: what the words around its trigger say, noun or verb."""

from __future__ import annotations

from detente.finding.events.codes import code
from detente.finding.events.evidence import (
    DEFAULT,
    HELD,
    OFF,
    TENSE,
    TO_COME,
    WISHED,
    WORDS,
    Evidence,
)
from detente.finding.events.granted import HELD_TO_BE, Granted
from detente.finding.events.order import climbed, follows_straight, verb_before
from detente.finding.events.trigger import Trigger
from detente.records import EventStatus
from detente.syntax import Token

HIGHEST = 5
"""How many governors above a trigger may bear on its status."""

GOVERNED = ("obj", "obl:arg", "nsubj:pass")


class Judge(Granted):
    """Reads the statuses of the triggers of one sentence."""

    def of(self, trigger: Trigger, quoted: bool = False) -> Evidence:
        """The status of a trigger, as its sentence tells it; in somebody's own words what is due is
        what he demands or hopes for."""
        found = self._noun(trigger) if trigger.sort == "noun" else self._verb(trigger)
        if trigger.ahead and found.status in ("held", "ongoing"):
            found = Evidence("planned", TENSE, "who is expected has not come yet")
        if (
            found.strength < WORDS
            and self.is_asked(trigger.i)
            and not self.is_granted(trigger, found)
        ):
            return Evidence("hypothetical", WORDS, "it is asked or made a condition")
        if self.is_drafted(trigger, found):
            return Evidence("proposed", WORDS, "a text that is put forward provides for it")
        if found.must and quoted and code(trigger.kind).group == "measure":
            return Evidence("proposed", WORDS, "it is said that it must be")
        if self.is_held_out(trigger, found):
            return Evidence("proposed", WORDS, "it is held out, not given yet")
        if found.status in ("planned", "proposed") and (
            self.depends(trigger.i)
            or self.is_conditional(trigger.i)
            or self.is_depending(trigger.i)
            or (found.status == "planned" and self.is_doubted(trigger.i))
        ):
            return Evidence("hypothetical", WORDS, "it depends on a condition")
        return found

    def _verb(self, trigger: Trigger) -> Evidence:
        return HELD_TO_BE if self.keeps_recognizing(trigger) else self.started(trigger)

    def _noun(self, trigger: Trigger) -> Evidence:
        if self.has_no(trigger.i) or self.is_none_of(trigger.tokens[0]):
            return Evidence("denied", WORDS, "there is said to be none")
        if self.is_option(trigger):
            return Evidence("hypothetical", WORDS, "it is one of several courses")
        if self.has_a_date(trigger):
            undone = self.modified(trigger.tokens, trigger.kind)
            dated = Evidence("planned", WORDS, "it is said when it is to be, or that this is open")
            return undone if undone is not None and undone.status in OFF else dated
        said = self.standing(trigger) or self.called(trigger) or self.judged_so(trigger)
        said = said or self.ended(trigger)
        if said is not None:
            return said
        granted = self.taken_for_granted(trigger)
        if granted is not None:
            return self.modified(trigger.tokens, trigger.kind) or granted
        above = self._noun_above(self.scene.parse.tokens[trigger.i], trigger.kind, 0)
        return self.happened_anyway(trigger, above) or self._told(trigger, above)

    def _told(self, trigger: Trigger, above: Evidence) -> Evidence:
        """What is told of a noun by the words with it and before it, given what is above it."""
        undone = above.status in OFF or (above.status == "denied" and above.governor is None)
        said = above if undone else self.modified(trigger.tokens, trigger.kind)
        if said is not None:
            wished = above.governor is not None and above.status in WISHED
            wished = wished and not self.is_what_for(trigger)
            real = above.strength == TENSE and above.status == "held"
            done = real and (said.status in ("hoped", "proposed") or said.status in OFF)
            done = done or (above.status in TO_COME and said.status in OFF)
            return above if done or (wished and said.status == "planned") else said
        if above.strength < WORDS and self.is_any(trigger.i):
            return Evidence("hypothetical", WORDS, "any such thing is meant")
        leading = self.introduced(trigger)
        if leading is not None or above.strength > DEFAULT:
            return leading or above
        known = self.plain(trigger) or self._chained(trigger) or self.attended(trigger)
        known = known or self.due(trigger) or self.met_for(trigger)
        return known or self._brought_back(trigger) or above

    def _brought_back(self, trigger: Trigger) -> Evidence | None:
        """What a verb of bringing about makes of its object, a manner between them: "réimposer de
        façon unilatérale des sanctions"."""
        token = self.scene.parse.tokens[trigger.i]
        verb = self.scene.parse.tokens[token.head]
        names = self.lexicon.lemmas(verb.lemma, verb.text, is_verb=True)
        core = token.dep in ("obj", "obl:arg") and verb.i < token.i
        if not core or verb.pos != "VERB" or not self.words.bringing & set(names):
            return None
        return self.made(verb)

    def _chained(self, trigger: Trigger) -> Evidence | None:
        group = code(trigger.kind).group
        if group == "verbal":
            return None
        chained = self.chained(trigger)
        vague = group == "encounter" and self.is_vague(trigger.i, trigger.tokens[0])
        if chained is None and vague and self.clause_tense(trigger.i) == "planned":
            return Evidence("planned", TENSE, "what goes with it is still to come")
        return chained

    def _noun_above(self, token: Token, kind: str, depth: int) -> Evidence:
        token, above = climbed(self.scene, self.lexicon, token.i)
        nearest = None if depth else self.nearest(token.i)
        if nearest is not None and nearest[0].i != above.i:
            return self.governed(nearest[1], nearest[0])
        if above.pos in ("VERB", "AUX") and above.i != token.i:
            return self._under_verb(token, above, kind)
        before = verb_before(self.scene, token.i)
        if before is not None and (self._names_it(before, kind) or self._tells_of(before, token)):
            return self.occurs(before)
        return HELD if above.i == token.i else self._under_noun(token, above, kind, depth)

    def _tells_of(self, verb: Token, noun: Token) -> bool:
        """Whether a noun that the tree leaves loose is what its verb says there is: "il y aura de
        nouveau des frappes"."""
        return noun.dep == "dep" and verb.base in self.words.occurrence

    def _completes(self, token: Token) -> bool:
        """Whether a noun completes its verb, as the tree or the order of the words tells."""
        return token.dep.startswith((*GOVERNED, "obl:arg")) or follows_straight(self.scene, token)

    def _under_noun(self, token: Token, above: Token, kind: str, depth: int) -> Evidence:
        mood = self.mood_of(above, next(iter(self.scene.preposition(token.i)), ""))
        if self.scene.follows(token.i, self.words.during):
            return HELD
        if mood is not None and token.dep.startswith(("nmod", "obl", "xcomp")):
            return self.governed(mood, above)
        if token.dep in ("conj", "appos") and depth <= HIGHEST:
            own = self._noun_above(above, kind, depth + 1)
            return self._listed(token, above, kind, depth) if own == HELD else own
        if token.dep.startswith("nsubj"):
            return self._predicated(above)
        return HELD

    def _listed(self, token: Token, above: Token, kind: str, depth: int) -> Evidence:
        """What governs the first of a list, where the tree hangs the second on a word below it."""
        verb = self.scene.parse.tokens[above.head]
        free = not self.scene.preposition(token.i) and self.scene.preposition(above.i)
        if above.dep.startswith("obl") and free and verb.pos == "VERB":
            return self._under_verb(token.hung(verb.i, "obj"), verb, kind)
        if not above.dep.startswith("nmod"):
            return HELD
        return self._noun_above(self._whole(above), kind, depth + 1)

    def _whole(self, token: Token) -> Token:
        """The noun that a token below it belongs to: the parser hangs the second of a list on the
        last word of the first ("un gel des avoirs et des sanctions")."""
        while token.dep.startswith("nmod") and token.head != token.i:
            token = self.scene.parse.tokens[token.head]
        return token

    def _predicated(self, predicate: Token) -> Evidence:
        """A noun with a predicate: "la rencontre est prévue", "une visite n'est pas exclue"."""
        after = self.scene.parse.tokens[predicate.i + 1 : predicate.i + 2]
        phrase = " ".join((predicate.word, *(t.word for t in after)))
        status = self.words.modifiers.get(predicate.base)
        status = self.words.modifiers.get(phrase) or status
        if status is not None:
            made = self.in_the_making(predicate) if status == "ongoing" else None
            return Evidence(made or status, WORDS, f"it is called {predicate.text!r}")
        if self.has_been(predicate):
            return Evidence("held", TENSE, "the page says how it went")
        if predicate.base in self.words.premises and predicate.pos == "NOUN":
            return Evidence("hypothetical", TENSE, f"it is called {predicate.text!r}")
        finite = self.finite(predicate)
        if finite is not None and self.is_conditional_form(finite):
            return Evidence("hypothetical", DEFAULT, "its verb is in the conditional")
        if finite is not None and "Tense=Fut" in finite.morph:
            return Evidence("planned", TENSE, "its verb is in the future")
        return HELD

    def _under_verb(self, token: Token, verb: Token, kind: str) -> Evidence:
        lemma = verb.base
        core = token.dep.startswith(("nsubj", "obj", "obl:arg", "obl:agent", "ccomp", "xcomp"))
        governed = self._under_mood(token, verb, core, kind)
        if governed is not None:
            return governed
        if lemma in self.words.announcing and core and not code(kind).done_by_announcing:
            return self._announced(verb, token)
        if self.scene.follows(token.i, self.words.during):
            return HELD
        holding = self.holds(verb, lemma, token) if kind == "ceasefire" else None
        if holding is not None or self.makes_happen(token, verb):
            return holding or self.made(verb)
        if token.dep.startswith("obj") and self._names_it(verb, kind):
            return self.occurs(verb)
        return self._as_subject(token, verb, kind)

    def _announced(self, verb: Token, noun: Token) -> Evidence:
        if self.is_negated(verb.i) and verb.base in self.words.confirming:
            return Evidence("hypothetical", WORDS, "it is not confirmed")
        if self.is_negated(verb.i):
            return Evidence("denied", WORDS, "it is not announced")
        own = self.verb(verb.i)
        if noun.base in self.words.done and own.status in ("held", "ongoing"):
            return own
        wished = own.strength == WORDS and own.status in WISHED
        sure = DEFAULT if verb.base in self.words.confirming else TENSE
        return own if wished else Evidence("planned", sure, "it is announced")

    def _under_mood(self, token: Token, verb: Token, core: bool, kind: str) -> Evidence | None:
        """A noun that is hoped for, planned, put off, denied by the verb above it."""
        outer = self._above(verb, HELD) if token.dep == "nsubj:pass" else HELD
        if outer.governor is not None:
            return outer
        link = next(iter(self.scene.preposition(token.i)), "")
        names = self.lexicon.lemmas(verb.lemma, verb.text, is_verb=True)
        for name in (*names, verb.word):
            known = self.words.governors.get(name) if name in names else None
            mood = self.linked(name, link) or known
            if token.dep == "obj" and name in self.words.with_preposition:
                continue
            if name in self.words.turning_away:
                mood = self.mood_of(verb)
            if mood == "postponed" and set(self.scene.preposition(token.i)) & self.words.hanging:
                continue
            if mood in ("postponed", "cancelled") and core:
                return self._fate(mood, verb)
            if mood is None or name in self.words.leading_on:
                continue
            if self.is_decreed(kind, name, verb):
                return self.occurs(verb)
            if set(self.scene.preposition(token.i)) & self.words.within:
                continue
            if mood == "ongoing" and not token.dep.startswith(("obj", "nsubj:pass")):
                continue
            if self._completes(token):
                return self.governed(mood, verb)
        return self._wished(token, verb)

    def _wished(self, token: Token, verb: Token) -> Evidence | None:
        """A noun in a clause that is hoped for or doubted: "doute qu'un sommet soit organisé"."""
        if token.dep != "nsubj:pass" and not self.makes_happen(token, verb):
            return None
        found = self._above(verb, HELD)
        return found if found.governor is not None else None

    def _as_subject(self, token: Token, verb: Token, kind: str) -> Evidence:
        """A noun that is to do something, or brings people together, is as its verb says."""
        lemma = verb.base
        carried = self.carried_out(verb) if token.dep == "nsubj" else None
        if carried is not None:
            return self.became(verb) or self.occurs(carried)
        if token.dep != "nsubj" or self.is_negated(verb.i):
            return self._conditionally(token, verb)
        if lemma in self.words.future:
            must = lemma in self.words.must
            return Evidence("planned", TENSE, f"{verb.text!r} puts it ahead", must=must)
        gathers = code(kind).group == "encounter" and lemma in self.lexicon.classes["convening"]
        gathers = gathers or self.is_vague(token.i, token.i)
        own = self.verb(verb.i) if gathers else HELD
        sure = own.status == "planned" or (own.strength == WORDS and own.status == "hypothetical")
        return own if sure else self.goes_on(verb, lemma, kind) or self.at_its_end(verb, lemma)

    def _conditionally(self, token: Token, verb: Token) -> Evidence:
        """A noun of which a predicate that the parser takes for a verb is only said to be true:
        "une levée serait prématurée"."""
        finite = self.finite(verb)
        passive = token.dep == "nsubj:pass" and finite is not None
        judged = passive and finite is not None and self.is_conditional_form(finite)
        if judged and self.is_vague(token.i, token.i):
            return Evidence("hypothetical", DEFAULT, "its verb is in the conditional")
        return HELD

    def _names_it(self, verb: Token, kind: str) -> bool:
        """Whether a verb and its object name one event: "réimposer des sanctions"."""
        entries = self.lexicon.verbs.get((verb.base, False), ())
        return any(e.noun_wins and e.kind == kind for e in entries)

    def _fate(self, mood: EventStatus, verb: Token) -> Evidence:
        if self.is_negated(verb.i):
            return HELD
        own = self.verb(verb.i)
        over = self.scene.parse.tokens[verb.head]
        decided = own.governor is not None and over.base in self.words.announcing
        if not decided and (own.status not in ("held", "ongoing") or self.is_asked(verb.i)):
            return Evidence("planned", WORDS, f"it is not {verb.text!r} yet")
        return Evidence(mood, WORDS, f"the verb {verb.text!r} says so")
