"""How real a happening is, from tense, mood, negation and the words that govern its trigger."""

from __future__ import annotations

from detente.finding.events.evidence import (
    DEFAULT,
    DUE,
    EARLIER,
    HELD,
    OFF,
    PAST,
    PRESENT,
    TENSE,
    TO_COME,
    WISHED,
    WORDS,
    Evidence,
)
from detente.finding.events.governing import Governing
from detente.finding.events.order import conjunctions
from detente.finding.events.verbs import is_pronominal
from detente.records import EventStatus
from detente.syntax import Token

COUNTED = Evidence("held", DEFAULT, "who did it is counted")


class Moods(Governing):
    """Reads what the verbs of one sentence say of the happenings they name or govern."""

    def verb(self, i: int) -> Evidence:
        """The status that the verb at token ``i`` gives what it names."""
        token = self.scene.parse.tokens[i]
        if self.is_negated(i) and not self._is_awaited(i):
            return self._undone(i)
        return self._opening(token) or self._affirmed(token)

    def _affirmed(self, token: Token) -> Evidence:
        """The status that a verb which is not negated gives what it names."""
        finite = self.finite(token)
        if finite is not None:
            return self._above(token, self._tense(finite, token))
        if token.text.lower().endswith(self.words.future_marks):
            return Evidence("planned", TENSE, "its verb is in the future")
        formless = not any(mark.startswith("VerbForm") for mark in token.morph)
        if formless or ("VerbForm=Inf" in token.morph and not self._ends_as_infinitive(token)):
            return self._above(token, self._present(token))
        if "VerbForm=Inf" in token.morph or self._has_infinitive_auxiliary(token.i):
            return self._infinitive(token)
        return self._participle(token)

    def _undone(self, i: int) -> Evidence:
        """What a negated verb names: called off if it is not to be after all."""
        after_all = self.words.after_all & {k.word for k in self.scene.parse.kids(i, "advmod")}
        if after_all or self._is_called_off(self.scene.parse.tokens[i]):
            return Evidence("cancelled", WORDS, "it is not to be after all")
        return Evidence("denied", WORDS, "its verb is negated")

    def _has_infinitive_auxiliary(self, i: int) -> bool:
        return any("VerbForm=Inf" in kid.morph for kid in self.scene.parse.kids(i, "aux", "cop"))

    def _above(self, token: Token, own: Evidence) -> Evidence:
        """A finite clause under a verb of hoping, proposing, denying: "souhaite que ..."."""
        if token.dep in ("conj", "ROOT"):
            return self._opened(token) or self._introduced_by_verb(token) or own
        if token.dep not in ("ccomp", "advcl", "acl", "csubj"):
            return own
        above = self.scene.parse.tokens[token.head]
        mood = self.mood_of(above, self._joint(token))
        if self.is_condition(token):
            return Evidence("hypothetical", WORDS, "it is a condition")
        opened = self._opened(token)
        if opened is not None:
            return opened
        if token.dep == "ccomp" and mood is not None and self._is_moved(token, mood):
            return own if self._is_believed(token, above) else self.governed(mood, above)
        return self._introduced_by_verb(token) or own if token.dep == "advcl" else own

    def _introduced_by_verb(self, token: Token) -> Evidence | None:
        """A finite clause after a verb of hoping or doubting and "que" that the tree hangs
        elsewhere: "on peut imaginer que X et Y finiront par"."""
        if self.scene.parse.kids(token.i, "mark"):
            return None
        for last in conjunctions(self.scene, token):
            before = self.scene.parse.tokens[last - 1] if last else token
            mood = self.mood_of(before) if before.pos == "VERB" else None
            joined = self.scene.parse.tokens[last].word.rstrip("'’") in self.lexicon.relatives
            if joined and mood in WISHED and not self._is_believed(token, before):
                return self.governed(mood, before)
        return None

    def governed(self, mood: EventStatus, above: Token) -> Evidence:
        """The status of what ``above`` hopes, plans, denies: the other way if it is negated; only
        possible if it hopes or plans it on a condition; hoped if its thought is ("optimiste à
        l'idée de")."""
        if mood in TO_COME and self.is_conditional(above.i):
            return Evidence("hypothetical", WORDS, "it is made a condition", governor=above.i)
        over = self.scene.parse.tokens[above.head]
        within = above.dep == "xcomp" if mood == "proposed" else above.pos == "NOUN"
        if mood == "hoped" and self._is_announced(above, over):
            mood = "planned"
        elif mood in ("hypothetical", "proposed") and within and self.mood_of(over) == "hoped":
            mood = "hoped"
        elif above.pos == "NOUN" and (taken := self._taken_up(above, over)) is not None:
            mood = taken
        elif mood == "planned" and above.pos == "NOUN" and self._undoes(over):
            mood, above = self.mood_of(over) or mood, over
        elif mood == "planned" and above.pos == "NOUN" and over.pos == "VERB":
            own = self.verb(over.i)
            if own.strength == WORDS and own.status in WISHED:
                return own
        elif mood in ("planned", "proposed") and self._is_only_said(above):
            mood = "hypothetical"
        elif mood == "held" and self.mood_of(over) in WISHED | TO_COME:
            return HELD
        if self.is_negated(above.i):
            mood = "planned" if mood in OFF else "hypothetical" if mood == "denied" else "denied"
        return Evidence(mood, WORDS, f"it is governed by {above.text!r}", governor=above.i)

    def _is_only_said(self, above: Token) -> bool:
        """Whether a readiness or a plan stands in a conditional of its own or is only possible:
        "seraient prêts à", "pourraient être décidées"."""
        if "VerbForm=Inf" in above.morph or self._has_infinitive_auxiliary(above.i):
            return self._infinitive(above).status == "hypothetical"
        finite = self.finite(above)
        conditional = finite is not None and "Mood=Cnd" in finite.morph
        return conditional and self._reported_by(above) is None

    def _infinitive(self, token: Token) -> Evidence:
        marks = self.scene.preposition(token.i)
        if marks and marks[0] in self.words.without:
            return Evidence("denied", WORDS, "it is said not to have happened")
        if any(marks[: len(p)] == p for p in self.words.after):
            above = self.scene.parse.tokens[token.head]
            finite = self.finite(above)
            told = None if finite is None else self._tense(finite, above).because
            return Evidence("held", WORDS, EARLIER if told == EARLIER else "it is said to be over")
        first = min((t.i for t in self.scene.parse.kids(token.i, "expl", "mark")), default=token.i)
        places = (first, token.i)
        said = any(self.scene.follows(i, self.words.introductions, 0) for i in places)
        for status, phrases in self.words.introducing.items() if said else ():
            if any(self.scene.follows(i, phrases, 0) for i in places):
                return Evidence(status, WORDS, "the words before it say so", governor=first)
        return self._bare_infinitive(token)

    def _bare_infinitive(self, token: Token) -> Evidence:
        above = self.scene.parse.tokens[token.head]
        if above.pos == "ADV" and self.is_purpose(token):
            above = self.scene.parse.tokens[above.head]
        if token.dep == "conj" and "VerbForm=Inf" in above.morph and above.i < token.i:
            return self._infinitive(above)
        if self.is_of_the_first(above):
            return self._counted(above)
        if self.singled_out(token) is not None:
            under = above.pos == "VERB" and above.i != token.i
            own = self.verb(above.i) if under else self._counted(above)
            return COUNTED if own.status in ("held", "ongoing") else own
        return self._governed_infinitive(token, self.word_over(token) or above)

    def _governed_infinitive(self, token: Token, above: Token) -> Evidence:
        if above.i == token.i:
            return Evidence("planned", DEFAULT, "an infinitive on its own looks ahead")
        if self._is_unhindered(above):
            finite = self.finite(above)
            sure = Evidence("planned", TENSE, "nothing is said to be in its way")
            return sure if finite is None else self._tense(finite, above)
        governed = self._infinitive_under(token, above)
        if governed is not None:
            return governed
        if self.is_judged(token, above) and above.base in self.words.advised:
            return Evidence("proposed", WORDS, f"it is called {above.text!r}")
        if self.is_judged(token, above):
            return Evidence("hypothetical", TENSE, f"it is only called {above.text!r}")
        own = self.verb(above.i) if above.pos in ("VERB", "AUX") else None
        if own is not None and self.is_purpose(token):
            own = self._aim(token, above, own)
        return own or Evidence("planned", DEFAULT, "an infinitive looks ahead")

    def _aim(self, token: Token, above: Token, own: Evidence) -> Evidence | None:
        """What an infinitive of purpose is once what is done for it is: of what came before the
        news, and of an encounter that somebody has come for, it is taken to have been reached; what
        others are given time for is asked of them."""
        if own.status == "held" and self._gives_time(above):
            return Evidence("proposed", TENSE, f"{above.text!r} gives time for it")
        if own.because == EARLIER:
            return Evidence("held", DEFAULT, EARLIER)
        names = set(self.lexicon.lemmas(above.lemma, above.text, is_verb=True))
        came = names & self.words.seizing or (
            self._is_encounter(token) and self._is_encounter(above)
        )
        return Evidence("held", DEFAULT, PAST) if came and own.because == PAST else None

    def _counted(self, noun: Token) -> Evidence:
        """What somebody is counted for is done, unless he is only to be so: "devrait être la
        seule à partir"."""
        finite, over = self.finite(noun), self.scene.parse.tokens[noun.head]
        modal = over.base in self.words.ahead
        if finite is None and modal and self.scene.parse.kids(noun.i, "cop"):
            finite = self.finite(over)
            return self._ahead(over) if finite is not None and finite.i == over.i else HELD
        own = self._tense(finite, noun) if finite is not None else HELD
        done = own.status in ("held", "ongoing")
        return Evidence("held", TENSE, COUNTED.because) if done else own

    def _infinitive_under(self, token: Token, above: Token) -> Evidence | None:
        """What the word that governs an infinitive makes of it."""
        lemma = above.base
        finite = self.finite(above)
        names = self.lexicon.lemmas(above.lemma, above.text, above.pos == "VERB")
        if finite is not None and self.words.compelling & set(names):
            return self._tense(finite, above)
        if lemma in self.words.future and finite is None and lemma in self.words.modals:
            return self._infinitive(above)
        if lemma in self.words.ahead:
            return self._possible(above) if lemma in self.words.possible else self._ahead(above)
        made = self._just_done(token, above, finite) or self._permitted(above, finite)
        if made is not None:
            return made
        chance = self._taken_chance(above) if lemma in self.words.chances else None
        return chance or self._begun(token, above) or self._wanted(token, above)

    def _taken_chance(self, above: Token) -> Evidence:
        """What somebody had the chance to do is done; else the chance leaves it open."""
        over = self.scene.parse.tokens[above.head]
        had = self.verb(over.i) if over.base in self.words.having else None
        real = had is not None and had.because == PAST
        return had if had is not None and real else self.governed("hypothetical", above)

    def _wanted(self, token: Token, above: Token) -> Evidence | None:
        """What a word that hopes, orders or denies makes of its infinitive."""
        lemma = above.base
        done = self._has_infinitive_auxiliary(token.i)
        bare = self.words.none_of.issuperset(self.scene.preposition(token.i) or ("",))
        if lemma in self.words.ordering and bare and not done:
            return self.governed("proposed", above)
        mood = self.mood_of(above, next(iter(self.scene.preposition(token.i)), ""))
        if mood is not None and not (done and mood not in ("denied", "hypothetical")):
            return self.governed(mood, above)
        return Evidence("held", TENSE, "its infinitive is in the past") if done else None

    def _begun(self, token: Token, above: Token) -> Evidence | None:
        """What a verb of beginning or of charging says of its infinitive: "a commencé à partir",
        "a chargé X de négocier"."""
        names = set(self.lexicon.lemmas(above.lemma, above.text, above.pos == "VERB"))
        finite, linked = self.finite(above), self.scene.preposition(token.i) != ()
        if finite is None or above.pos != "VERB" or not linked or self.is_purpose(token):
            return None
        own = self.verb(above.i)
        charged = self.words.charging & names and not is_pronominal(self.scene, self.lexicon, above)
        if charged and own.status in ("held", "ongoing"):
            return Evidence("planned", WORDS, f"{above.text!r} leaves it to be done")
        if self.words.starting & names and own.because in (PAST, PRESENT):
            return Evidence("ongoing", WORDS, f"it has begun: {above.text!r}")
        return None

    def _possible(self, above: Token) -> Evidence:
        finite = self.finite(above)
        if self.is_negated(above.i):
            return Evidence("denied", WORDS, "it is said not to be possible")
        if finite is None and self.mood_of(self.scene.parse.tokens[above.head]) == "hoped":
            return self.governed("hoped", self.scene.parse.tokens[above.head])
        wished = self._above(above, HELD)
        if finite is not None and "Mood=Sub" in finite.morph and wished.status == "hoped":
            return wished
        if finite is not None and finite.i != above.i and "Mood=Cnd" not in finite.morph:
            return Evidence("held", TENSE, "it was possible, and done")
        over = self.scene.parse.tokens[above.head]
        if finite is None and over.pos == "VERB" and over.base in self.words.occurrence:
            return self.verb(over.i)
        return Evidence("hypothetical", WORDS, "it is only possible")

    def _ahead(self, above: Token) -> Evidence:
        if self.is_negated(above.i):
            return Evidence("denied", WORDS, "its verb is negated")
        finite = self.finite(above)
        done = finite is not None and finite.i != above.i
        if finite is not None and "Mood=Cnd" in finite.morph:
            if done:
                return Evidence("cancelled", WORDS, "it should have been")
            return Evidence("planned", TENSE, "it is expected")
        if done and finite is not None and "Tense=Fut" not in finite.morph:
            return Evidence("held", TENSE, "it had to be done")
        must = above.base in self.words.must
        over = self.scene.parse.tokens[above.head]
        if must and above.dep == "ccomp" and over.base in self.words.urging:
            return Evidence("proposed", WORDS, f"{over.text!r} makes a demand of it")
        due = finite is not None and "Tense=Imp" in finite.morph
        because = DUE if due else f"{above.text!r} puts it ahead"
        return Evidence("planned", WORDS, because, must=must)

    def _participle(self, token: Token) -> Evidence:
        if token.dep in ("acl", "amod", "conj", "ROOT") and "Tense=Past" in token.morph:
            return Evidence("held", TENSE, "a past participle")
        above = self.scene.parse.tokens[token.head]
        if above.i != token.i and above.pos in ("VERB", "AUX") and "Tense=Pres" in token.morph:
            return self.verb(above.i)
        return Evidence("held", DEFAULT, "a participle")
