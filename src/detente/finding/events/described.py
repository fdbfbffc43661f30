"""What stands with a noun and tells how real it is: adjectives, participles, relative clauses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from detente.finding.events.clauses import clause_of
from detente.finding.events.codes import code
from detente.finding.events.evidence import OFF, PRESENT, TENSE, WORDS, Evidence
from detente.finding.events.moods import Moods
from detente.finding.events.order import FAR, follows_straight, set_off
from detente.finding.events.trigger import Trigger
from detente.finding.events.verbs import is_pronominal
from detente.records import EventStatus
from detente.syntax import Token

BESIDE = frozenset({"amod", "acl", "advmod", "nmod", "appos"})
"""How words that tell of a noun hang on it."""


class Described(Moods):
    """Reads what the words with a noun say of it."""

    def modified(self, tokens: Sequence[int], kind: str) -> Evidence | None:
        """What an adjective, a participle or a relative clause says of the noun."""
        apart = set_off(self.scene, tokens[0]) or self._straight_after(tokens)
        said = [self._said_by(kid, kid is apart, kind) for kid in self._beside(tokens, apart)]
        told = [found for found in said if found is not None]
        wished = (found for found in told if found.status in ("proposed", "hoped"))
        return next(wished, None) or next(iter(told), None)

    def _beside(self, tokens: Sequence[int], apart: Token | None) -> Iterator[Token]:
        """The words that may tell of a noun, and the participle apart from it."""
        for i in tokens:
            for kid in (*self.scene.parse.children[i], *((apart,) if apart else ())):
                tells = kid is apart or (kid.family in BESIDE and not self._is_apart(kid))
                if tells and (len(tokens) == 1 or self._agrees(kid, tokens)):
                    yield kid

    def _said_by(self, kid: Token, apart: bool, kind: str) -> Evidence | None:
        """What one word beside a noun says of it."""
        status = self._status_of(kid, apart)
        if status == "ongoing":
            status = self.in_the_making(kid) or status
        if status == "planned" and self._has_been_told(kid, kind):
            status = "held"
        if status == "planned" and self._is_provided(kid):
            status = None
        undone = self._undone_since(kid) if status == "planned" else None
        if undone is not None:
            return undone
        if kid.dep == "acl:relcl":
            return self._relative(kid)
        if status is not None:
            return Evidence(status, WORDS, f"it is called {kid.text!r}")
        if (kid.dep == "acl" or apart) and (
            self._has_taken_place(kid) or self._is_taken(kid, kind)
        ):
            return Evidence("held", TENSE, f"{kid.text!r} says that it took place")
        return None

    def _status_of(self, kid: Token, apart: bool) -> EventStatus | None:
        """The status that a word gives the noun it stands beside; a whole clause that the parser
        took for a participle gives none ("un entretien à la fin duquel ils sont convenus de")."""
        if kid.dep == "acl" and self.scene.parse.kids(kid.i, "nsubj", "aux:tense"):
            return None
        lemmas = self.lexicon.lemmas(kid.lemma, kid.text)
        said = map(self.words.modifiers.get, (*lemmas, kid.word))
        beside = kid.family in BESIDE and not self._is_apart(kid)
        status = next((s for s in said if s), None) if beside else None
        if status is None and (kid.dep in ("acl", "amod") or apart):
            status = self._asked_for(kid, lemmas) or self._fate_of(kid, lemmas)
        return status

    def _agrees(self, kid: Token, noun: Sequence[int]) -> bool:
        """Whether a participle below one of several words is of what they name together: not so
        "la levée des sanctions ordonnées"."""
        head = self.scene.parse.tokens[noun[0]]
        marks = {m for m in kid.morph if m.startswith(("Gender", "Number"))}
        past = {"Tense=Past", "VerbForm=Part"} <= kid.morph and kid.dep in ("acl", "amod")
        return not past or kid.head == head.i or head.pos != "NOUN" or marks <= head.morph

    def _is_apart(self, noun: Token) -> bool:
        """Whether a noun below another does not describe it: "au cours de laquelle", "sans
        précédent"; "en cours" does."""
        linked = self.scene.preposition(noun.i) if noun.dep.startswith("nmod") else ()
        return bool(linked) and not self.words.describing & set(linked)

    def _straight_after(self, noun: Sequence[int]) -> Token | None:
        """The past participle straight after a noun, or past names and nouns that belong to it and
        that it does not agree with, whatever the tree hangs it on: "la visite à Lyon de X prévue
        mardi", "une aide de deux millions d'euros octroyée"."""
        tokens, past = self.scene.parse.tokens, {"Tense=Past", "VerbForm=Part"}
        last = noun[-1]
        head = next((tokens[i] for i in noun if tokens[i].pos == "NOUN"), tokens[last])
        clause = clause_of(self.scene, head, noun[0], last)
        if clause is not None:
            return clause
        passed: list[Token] = []
        for token in tokens[last + 1 : last + 2 + 2 * FAR]:
            if token.pos == "VERB":
                marks = {m for m in token.morph if m.startswith(("Gender", "Number"))}
                if any(marks <= noun.morph for noun in passed):
                    return None
                alone = token.i == last + 1 and len(noun) == 1
                agrees = alone or (len(marks) > 1 and marks <= head.morph)
                bare = past <= token.morph and not self.scene.parse.kids(token.i, "aux")
                return token if agrees and bare else None
            named = token.i in self.scene.named or token.pos == "PROPN"
            if token.pos == "NOUN" and not named:
                passed.append(token)
            if not named and token.pos not in ("ADP", "DET", "NOUN", "NUM", "ADJ"):
                return None
        return None

    def _undone_since(self, participle: Token) -> Evidence | None:
        """What is told beside a participle of what became of the plan: "prévu lundi mais reporté",
        "mais qui a été reporté", whatever the tree hangs the clause on."""
        tokens, verbs = self.scene.parse.tokens, self.scene.parse.kids(participle.i, "conj")
        for token in tokens[participle.i + 1 : participle.i + 1 + 2 * FAR]:
            if "VerbForm=Fin" in token.morph:
                break
            if "PronType=Rel" in token.morph and tokens[token.i - 1].pos == "CCONJ":
                verbs.append(tokens[token.head])
                break
        told = (v for v in verbs if v.pos == "VERB" and not self.is_negated(v.i))
        verb = next((v for v in told if self.mood_of(v) in OFF), None)
        mood = None if verb is None else self.mood_of(verb)
        return Evidence(mood, WORDS, f"the verb {verb.text!r} says so") if verb and mood else None

    def is_judged_done(self, trigger: Trigger) -> bool:
        """Whether a noun is said to have gone well or badly: "une réunion houleuse"."""
        if self.scene.follows(trigger.tokens[0], self.words.purpose):
            return False
        kids = self.scene.parse.kids(trigger.i, "amod", "acl")
        return any({k.base, k.word} & self.words.judged for k in kids)

    def has_been(self, predicate: Token) -> bool:
        """Whether a predicate says in the past how its subject was: "ont été constructives"."""
        copulas = self.scene.parse.kids(predicate.i, "cop")
        finite = self.finite(predicate)
        compound = any("VerbForm=Part" in k.morph for k in copulas) and finite is not None
        return compound and finite is not None and "Tense=Pres" in finite.morph

    def is_any(self, i: int) -> bool:
        """Whether no one happening is meant: "toute rencontre"."""
        kids = self.scene.parse.kids(i, "det")
        return len(kids) == 1 and kids[0].word in self.words.any_such

    def in_the_making(self, noun: Token) -> EventStatus | None:
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
        names = self.lexicon.lemmas(participle.lemma, participle.text)
        if self.words.announcing & set(names):
            return False
        return "Tense=Past" in participle.morph and any(
            set(self.scene.preposition(k.i)) & self.words.provided and k.i not in self.scene.timed
            for k in kids
        )

    def _has_taken_place(self, participle: Token) -> bool:
        """Whether a past participle tells that its noun took place: "la réunion tenue lundi"."""
        takes = self.words.taking_place.difference(self.words.light)
        return "Tense=Past" in participle.morph and participle.base in takes

    def _is_taken(self, participle: Token, kind: str) -> bool:
        """Whether a past participle tells that a penalty was taken or help given, not since when it
        is there: "les sanctions décrétées par X"."""
        names = self.lexicon.lemmas(participle.lemma, participle.text, is_verb=True)
        kids = self.scene.parse.kids(participle.i, "obl", "nmod", "advmod")
        since = any(self.scene.follows(k.i, self.words.since) for k in kids)
        past = "Tense=Past" in participle.morph and not since
        verbs = {"sanction": self.words.taking, "aid": self.words.giving}.get(kind, frozenset())
        return past and bool(verbs & set(names))

    def _asked_for(self, participle: Token, lemmas: Sequence[str]) -> EventStatus | None:
        """Whether a past participle says that a noun is asked for: "les sanctions réclamées"."""
        active = "Tense=Pres" in participle.morph
        return "proposed" if self.words.requested & set(lemmas) and not active else None

    def _fate_of(self, kid: Token, lemmas: Sequence[str]) -> EventStatus | None:
        """What a participle says becomes of the noun: "la réunion ajournée", "annoncée"."""
        if self.words.announced & set(lemmas):
            return "planned"
        moods = [self.words.governors.get(lemma) for lemma in lemmas]
        undergone = "Tense=Past" in kid.morph
        begun = bool(self.words.inceptive & set(lemmas))
        told = ("postponed", "cancelled", *(("hoped",) if undergone else ()))
        told = told if begun else (*told, "planned")
        return next((m for m in moods if m in told), None)

    def _relative(self, verb: Token) -> Evidence | None:
        """A relative clause that says what becomes of the noun: "le sommet qui se tiendra"."""
        opening = self.scene.parse.subtree(verb.i)[:3]
        pronoun = next((t for t in opening if "PronType=Rel" in t.morph), None)
        if pronoun is None:
            return None
        lemma = verb.base
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
            t.base == noun for t in (*self.scene.parse.children[verb.i], *after)
        )

    def occurs(self, verb: Token) -> Evidence:
        """A noun that a verb makes happen has that verb's status; one begun may still go on."""
        own = self.verb(verb.i)
        real = own.status == "held" or own.because == PRESENT
        names = self.lexicon.lemmas(verb.lemma, verb.text, is_verb=True)
        begun = bool(self.words.inceptive & set(names)) and real
        status = own.status
        return Evidence(status, max(own.strength, TENSE), own.because, begun, own.governor)

    def undone_in(self, verb: Token) -> EventStatus | None:
        """What a clause beside says became of what was to be: "devait avoir lieu avant d'être
        ajourné"."""
        kids = self.scene.parse.kids
        carried = [k for x in kids(verb.i, "xcomp") for k in kids(x.i, "advcl", "conj")]
        beside = [*kids(verb.i, "advcl", "conj"), *carried]
        said = (self.mood_of(t) for t in beside if t.pos == "VERB" and not self.is_negated(t.i))
        return next((mood for mood in said if mood in OFF), None)

    def became(self, modal: Token) -> Evidence | None:
        """What became of what was due: "devait se tenir lundi, mais a été annulé"."""
        undone = self.undone_in(modal)
        return Evidence(undone, WORDS, "what was due is said not to be") if undone else None

    def carried_out(self, modal: Token) -> Token | None:
        """What a noun can or must do, if it is to take place: "n'ont pas pu reprendre"."""
        if modal.base not in self.words.leading_on:
            return None
        for kid in self.scene.parse.kids(modal.i, "xcomp"):
            lemma = kid.base
            if lemma in self.words.taking_place and self.has_its_noun(kid, lemma):
                return kid
            if lemma in self.words.arising and is_pronominal(self.scene, self.lexicon, kid):
                return kid
        return None

    def makes_happen(self, token: Token, verb: Token) -> bool:
        """Whether the verb carries the noun: as its subject in "take place", else as its object."""
        lemma = verb.base
        names = self.lexicon.lemmas(verb.lemma, verb.text, is_verb=True)
        if token.dep == "nsubj":
            takes = lemma in self.words.taking_place
            return takes and self.has_its_noun(verb, lemma)
        if self.words.attending & set(names):
            return True
        core = token.dep.startswith(("obj", "nsubj:pass", "dep"))
        if token.dep.startswith("obl:arg"):
            core = lemma not in self.words.light
        core = core or follows_straight(self.scene, token)
        if token.dep == "nsubj:pass" and self.words.renewing & set(names):
            return True
        return bool(self.words.occurrence & set(names)) and core
