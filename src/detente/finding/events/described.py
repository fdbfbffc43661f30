"""What stands with a noun and tells how real it is: adjectives, participles, relative clauses."""

from __future__ import annotations

from collections.abc import Sequence

from detente.finding.events.codes import code
from detente.finding.events.evidence import OFF, TENSE, WORDS, Evidence
from detente.finding.events.moods import Moods
from detente.finding.events.order import set_off
from detente.finding.events.trigger import Trigger
from detente.records import EventStatus
from detente.syntax import Token
from detente.text import fold


class Described(Moods):
    """Reads what the words with a noun say of it."""

    def modified(self, tokens: Sequence[int], kind: str) -> Evidence | None:
        """What an adjective, a participle or a relative clause says of the noun."""
        apart = set_off(self.scene, tokens[0]) or self._straight_after(tokens[-1])
        for i in tokens:
            for kid in (*self.scene.parse.kids(i), *((apart,) if apart else ())):
                beside = kid.dep.startswith(("amod", "acl", "advmod", "nmod", "appos"))
                if not beside and kid is not apart:
                    continue
                lemmas = self.lexicon.lemmas(kid.lemma, kid.text)
                said = map(self.words.modifiers.get, (*lemmas, fold(kid.text)))
                status = next((s for s in said if s), None) if beside else None
                if status is None and (kid.dep in ("acl", "amod") or kid is apart):
                    status = self._asked_for(kid, lemmas) or self._fate_of(lemmas)
                if status == "ongoing":
                    status = self._in_the_making(kid) or status
                if status == "planned" and self._has_been_told(kid, kind):
                    status = "held"
                if status == "planned" and self._is_provided(kid):
                    status = None
                undone = self._undone_since(kid) if status == "planned" else None
                if undone is not None:
                    return undone
                if status is not None and kid.dep != "acl:relcl":
                    return Evidence(status, WORDS, f"it is called {kid.text!r}")
                if kid.dep == "acl:relcl":
                    found = self._relative(kid)
                    if found is not None:
                        return found
                if kid.dep == "acl" and self._has_taken_place(kid):
                    return Evidence("held", TENSE, f"{kid.text!r} says that it took place")
        return None

    def _straight_after(self, last: int) -> Token | None:
        """The past participle straight after a noun, whatever the tree hangs it on."""
        after = self.scene.parse.tokens[last + 1 : last + 2]
        past = {"Tense=Past", "VerbForm=Part"}
        found = after[0] if after and after[0].pos == "VERB" and past <= after[0].morph else None
        return found if found is not None and not self.scene.parse.kids(found.i, "aux") else None

    def _undone_since(self, participle: Token) -> Evidence | None:
        """What a relative clause beside a participle says became of the plan: "prévu lundi mais qui
        a été reporté"."""
        beside = (self._relative(k) for k in self.scene.parse.kids(participle.i, "conj"))
        return next((e for e in beside if e is not None and e.status in OFF), None)

    def is_judged_done(self, trigger: Trigger) -> bool:
        """Whether a noun is said to have gone well or badly: "une réunion houleuse"."""
        if self.scene.follows(min(trigger.tokens), self.words.purpose):
            return False
        kids = self.scene.parse.kids(trigger.i, "amod", "acl")
        return any({self.scene.lemma(k.i), k.word} & self.words.judged for k in kids)

    def is_any(self, i: int) -> bool:
        """Whether no one happening is meant: "toute rencontre"."""
        kids = self.scene.parse.kids(i, "det")
        return len(kids) == 1 and kids[0].word in self.words.any_such

    def _in_the_making(self, noun: Token) -> EventStatus | None:
        """What is under way only for being prepared: "en cours de préparation"."""
        moods = (self.mood_of(kid) for kid in self.scene.parse.kids(noun.i, "nmod"))
        return next((m for m in moods if m is not None), None)

    def _has_been_told(self, participle: Token, kind: str) -> bool:
        """Whether a noun is of what announcing does: "l'accord annoncé"."""
        lemmas = self.lexicon.lemmas(participle.lemma, participle.text)
        return code(kind).done_by_announcing and bool(self.words.announcing & set(lemmas))

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

    def _asked_for(self, participle: Token, lemmas: Sequence[str]) -> EventStatus | None:
        """Whether a past participle says that a noun is asked for: "les sanctions réclamées"."""
        active = "Tense=Pres" in participle.morph
        return "proposed" if self.words.requested & set(lemmas) and not active else None

    def _fate_of(self, lemmas: Sequence[str]) -> EventStatus | None:
        """What a participle says becomes of the noun: "la réunion ajournée", "programmée"."""
        moods = [self.words.governors.get(lemma) for lemma in lemmas]
        return next((m for m in moods if m in ("postponed", "cancelled", "planned")), None)

    def _relative(self, verb: Token) -> Evidence | None:
        """A relative clause that says what becomes of the noun: "le sommet qui se tiendra"."""
        opening = self.scene.parse.subtree(verb.i)[:3]
        pronoun = next((t for t in opening if "PronType=Rel" in t.morph), None)
        if pronoun is None:
            return None
        lemma = self.scene.lemma(verb.i)
        mood = None if self._acts(pronoun, verb) else self.mood_of(verb)
        if lemma in self.words.future:
            mood = self.undone_in(verb) or mood
        if mood in ("postponed", "cancelled", "planned"):
            return Evidence(mood, WORDS, f"the verb {verb.text!r} says so")
        if mood in ("hoped", "proposed", "hypothetical") and pronoun.dep == "obj":
            return self.governed(mood, verb)
        if lemma in self.words.future:
            return self._ahead(verb)
        if lemma in self.words.possible:
            return self._possible(verb)
        takes = lemma in self.words.taking_place and self.has_its_noun(verb, lemma)
        return self.occurs(verb) if takes else None

    def _acts(self, pronoun: Token, verb: Token) -> bool:
        """Whether a relative clause tells what its noun itself does: "une réunion qui a annulé"."""
        reflexive = self.scene.parse.kids(verb.i, "expl:pass", "expl:comp")
        return pronoun.dep == "nsubj" and not reflexive

    def has_its_noun(self, verb: Token, lemma: str) -> bool:
        """Whether a light verb stands with the noun that makes it take place ("avoir lieu")."""
        noun, after = self.words.light.get(lemma), self.scene.parse.tokens[verb.i + 1 : verb.i + 3]
        return noun is None or any(
            self.scene.lemma(t.i) == noun for t in (*self.scene.parse.kids(verb.i), *after)
        )

    def occurs(self, verb: Token) -> Evidence:
        """A noun that a verb makes happen has that verb's status; one begun may still go on."""
        own = self.verb(verb.i)
        begun = self.scene.lemma(verb.i) in self.words.inceptive and own.status == "held"
        status = own.status
        return Evidence(status, max(own.strength, TENSE), own.because, begun, own.governor)
