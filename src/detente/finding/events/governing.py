"""Which words govern an infinitive or a clause, and what mood they have."""

from __future__ import annotations

from detente.finding.events.codes import code
from detente.finding.events.evidence import EARLIER, OFF, PAST, TENSE, WISHED, WORDS, Evidence
from detente.finding.events.order import FAR, conjunctions, governor_before
from detente.finding.events.tenses import Tenses
from detente.finding.events.verbs import is_pronominal
from detente.records import EventStatus
from detente.syntax import Token

SENT = "sent"
"""The frame of what somebody has others do: "envoyer un émissaire"."""

RANKED = 6
"""Words before a noun, or between it and its infinitive, within which it is said to be the most."""

STRAY = frozenset({"ADJ", "NOUN", "PROPN", "ADV", "ADP"})
"""What the parser takes verbs for that it has not met."""


class Governing(Tenses):
    """Reads which words of one sentence hope for, plan or deny what they govern."""

    def mood_of(self, token: Token, link: str = "") -> EventStatus | None:
        """What a word makes of what it governs, with the word that links them where that makes a
        difference ("compter", "compter sur"); of a verb also by what its ending allows."""
        verbal = token.pos == "VERB" or self._is_stray_verb(token)
        names = self.lexicon.lemmas(token.lemma, token.text, verbal)
        nominal = token.pos != "VERB" or bool(self.scene.parse.kids(token.i, "det"))
        names = (*names, token.word) if nominal else names
        linked = (self.linked(form, link) for form in (*names, token.word) if link)
        found = next((mood for mood in linked if mood is not None), None)
        if found is not None:
            return found
        for name in names:
            mood = self.words.governors.get(name)
            asked = name in self.words.turning_away
            if mood is not None and (not asked or is_pronominal(self.scene, self.lexicon, token)):
                return mood
        return None

    def linked(self, form: str, link: str) -> EventStatus | None:
        """What a word makes of what it governs by a linking word, where that makes a difference."""
        return self.words.governors.get(f"{form} {self.scene.contractions.get(link, link)}")

    def _is_stray_verb(self, token: Token) -> bool:
        """Whether a word that the parser took for another stands where only a verb does: without an
        article, straight after the name of who acts, "who" or a negation."""
        if token.pos not in STRAY or token.i in self.scene.named or not token.i:
            return False
        if self.scene.parse.kids(token.i, "det", "case"):
            return False
        before = self.scene.parse.tokens[token.i - 1]
        word = before.word.rstrip("'’")
        return before.i in self.scene.named or word in self.words.verb_leaders

    def _has_mood(self, token: Token) -> bool:
        return self.mood_of(token) is not None

    def word_over(self, token: Token) -> Token | None:
        """The noun or adjective that an infinitive follows straight on and that has a mood."""
        before, _ = governor_before(self.scene, token.i)
        if before is not None and not self._governs(before, token):
            before = None
        return self._ready_before(token) or before

    def _governs(self, before: Token, infinitive: Token) -> bool:
        """Whether the word before an infinitive has a mood: a noun, or a verb that the tree does
        not know for one or does not hang the infinitive on ("X presse Y de partir")."""
        if not self._has_mood(before):
            return False
        above = self.scene.parse.tokens[infinitive.head]
        lost = above.i == infinitive.i or above.pos not in ("VERB", "AUX", "ADJ", "NOUN")
        return (
            before.pos == "NOUN" or self._is_stray_verb(before) or (lost and before.pos == "VERB")
        )

    def _ready_before(self, token: Token) -> Token | None:
        """The adjective that an infinitive follows straight on: "se disant prêtes à négocier"."""
        marks = self.scene.parse.kids(token.i, "mark")
        at = marks[0].i - 1 if marks else token.i
        while at > 0 and at in self.scene.timed:
            at -= 1
        last = self.scene.parse.tokens[max(at, 0)]
        return last if last.pos == "ADJ" and self._has_mood(last) else None

    def is_purpose(self, infinitive: Token) -> bool:
        """Whether an infinitive is what something is done for: "pour négocier"."""
        marks = self.scene.preposition(infinitive.i)
        if any(marks[: len(p)] == p for p in self.words.purpose):
            return True
        return self.scene.follows(infinitive.i, self.words.purpose, 0)

    def is_of_the_first(self, noun: Token) -> bool:
        """Whether an infinitive tells what someone is counted for: "le troisième pays à signer"."""
        kids = self.scene.parse.kids(noun.i, "amod", "nummod")
        return noun.pos in ("NOUN", "ADJ") and any(
            t.base in self.words.ordinals for t in (noun, *kids)
        )

    def singled_out(self, infinitive: Token) -> Token | None:
        """The noun that an infinitive after "à" follows straight on and that is the first, or the
        most, of those who do it: "devient le quatrième pays à signer", "le plus haut élu à"."""
        if not self.words.hanging.intersection(self.scene.preposition(infinitive.i)):
            return None
        before, _ = governor_before(self.scene, infinitive.i)
        if before is None or before.pos != "NOUN":
            return None
        tokens = self.scene.parse.tokens
        around = tokens[max(0, before.i - RANKED) : infinitive.i]
        most = (tokens[t.head] for t in around if t.word in self.lexicon.dating.most)
        ranked = any(t.pos == "ADJ" and t.i != infinitive.i - 2 for t in most)
        return before if ranked or self.is_of_the_first(before) else None

    def is_judged(self, token: Token, above: Token) -> bool:
        """Whether an infinitive is what a predicate judges: "il serait inutile de négocier"."""
        if above.pos not in ("ADJ", "NOUN") or not self.scene.parse.kids(above.i, "cop"):
            return False
        subjects = self.scene.parse.kids(above.i, "nsubj", "expl:subj")
        impersonal = [t for t in subjects if t.pos == "PRON" and t.i not in self.scene.named]
        return token.dep == "csubj" or bool(impersonal)

    def _joint(self, verb: Token) -> str:
        """What joins a clause to the word above it: "que", or the preposition before "ce que"."""
        for last in conjunctions(self.scene, verb):
            if self.scene.parse.tokens[last].word.rstrip("'’") in self.lexicon.relatives:
                before = self.scene.before(last, 2)
                return before[0] if before[1:] == (self.words.antecedent,) else self.words.joint
        return ""

    def _ends_as_infinitive(self, token: Token) -> bool:
        """Whether a word ends as infinitives do: the parser takes other presents for them."""
        return token.text.lower().endswith(self.words.infinitives)

    def _just_done(self, token: Token, above: Token, finite: Token | None) -> Evidence | None:
        """What somebody is told to have just done: "vient de conclure"."""
        linked = self.words.none_of.intersection(self.scene.preposition(token.i))
        told = finite is not None and finite.i == above.i and not self.is_negated(above.i)
        done = told and linked and above.base in self.words.coming
        return Evidence("held", TENSE, PAST) if done else None

    def _is_unhindered(self, verb: Token) -> bool:
        """Whether a verb says, negated, that its infinitive is done: "n'a pas tardé à"."""
        names = self.lexicon.lemmas(verb.lemma, verb.text, verb.pos == "VERB")
        modal = verb.head if verb.dep == "xcomp" else verb.i
        negated = self.is_negated(verb.i) or self.is_negated(modal)
        return bool(self.words.unhindered & set(names)) and negated

    def _permitted(self, above: Token, finite: Token | None) -> Evidence | None:
        """What something makes possible is done once it has: "a permis de libérer"."""
        if above.base not in self.words.permitting:
            return None
        own = None if finite is None else self._tense(finite, above)
        if own is not None and own.because in (PAST, EARLIER):
            return own
        return Evidence("hypothetical", TENSE, f"{above.text!r} only makes it possible")

    def _is_subjunctive(self, verb: Token) -> bool:
        finite = self.finite(verb)
        return finite is not None and "Mood=Sub" in finite.morph

    def _gives_time(self, verb: Token) -> bool:
        """Whether a verb gives somebody a stretch of time or an ultimatum: "laisser un mois"."""
        if verb.base not in self.words.granting:
            return False
        after = self.scene.parse.tokens[verb.i + 1 : verb.i + 1 + FAR]
        stretch = (t for t in after if t.i in self.scene.timed or self.mood_of(t) == "proposed")
        return any(
            t.i not in self.scene.timed or self.scene.timed[t.i].type == "DURATION" for t in stretch
        )

    def _is_encounter(self, verb: Token) -> bool:
        """Whether a verb names an encounter or the way to one."""
        names = self.lexicon.lemmas(verb.lemma, verb.text, is_verb=True)
        entries = (
            e for n in names for own in (True, False) for e in self.lexicon.verbs.get((n, own), ())
        )
        return any(code(e.kind).group == "encounter" and e.frame != SENT for e in entries)

    def _is_announced(self, will: Token, over: Token) -> bool:
        """Whether what somebody wants is announced: "a annoncé vouloir"."""
        if will.base not in self.words.willing or self.finite(will) is not None:
            return False
        told = self.words.announced | self.words.announcements
        return over.base in told and not self.is_negated(over.i)

    def _taken_up(self, thought: Token, over: Token) -> EventStatus | None:
        """What becomes of a thought or an offer that is accepted, backed, turned down or dropped:
        "a accepté l'invitation à un sommet", "rejette l'idée de"."""
        core = thought.dep.startswith(("obj", "obl:arg", "nsubj:pass"))
        if not core or over.pos != "VERB" or thought.base not in self.words.thoughts:
            return None
        names = set(self.lexicon.lemmas(over.lemma, over.text, is_verb=True))
        mood = self.mood_of(over, next(iter(self.scene.preposition(thought.i)), ""))
        if self.is_negated(over.i):
            return "hypothetical" if mood == "denied" else None
        if names & self.words.accepting:
            return "planned"
        if names & self.words.backing or mood == "proposed":
            return "proposed"
        return mood if mood == "denied" or mood in OFF else None

    def _undoes(self, over: Token) -> bool:
        """Whether a word above a plan wishes for it, doubts it or calls it off."""
        return self.mood_of(over) in WISHED | OFF

    def _is_called_off(self, verb: Token) -> bool:
        """Whether a negated future tells of an encounter of others that it will not be: there was
        to be one, or nobody would say so ("le sommet n'aura pas lieu")."""
        finite = self.finite(verb)
        if finite is None or {"Person=1", "Person=2"} & finite.morph:
            return False
        ahead = self._tense(finite, verb)
        lemma = verb.base
        names_none = not self.lexicon.verbs.get((lemma, False))
        meets = lemma in self.words.taking_place and names_none
        return ahead.status == "planned" and (meets or self._is_encounter(verb))

    def _is_awaited(self, i: int) -> bool:
        """Whether a negated clause is only made a condition: "tant que X n'aura pas signé"."""
        opened = self._opened(self.scene.parse.tokens[i])
        return opened is not None and opened.status == "hypothetical"

    def _is_moved(self, token: Token, mood: EventStatus) -> bool:
        """Whether the word above a clause tells how real it is: if it plans it, only what is in the
        subjunctive ("a accepté que X parte")."""
        if mood == "planned":
            return self._is_subjunctive(token)
        return mood in WISHED and not self._came_before(token)

    def _came_before(self, verb: Token) -> bool:
        """Whether a clause tells what came before, under a verb whose complement would be in the
        subjunctive: it is told of a name before it ("exclut tout retour de X, qu'il avait vu")."""
        finite, over = self.finite(verb), self.scene.parse.tokens[verb.head]
        plain = finite is not None and {"Mood=Ind", "Tense=Imp"} <= finite.morph
        return plain and over.base in self.words.subjunctive

    def _is_believed(self, token: Token, above: Token) -> bool:
        """Whether somebody only believes what was done: "je crois qu'ils ont signé"."""
        names = self.lexicon.lemmas(above.lemma, above.text, above.pos == "VERB")
        finite = self.finite(token)
        told = finite is not None and "Mood=Ind" in finite.morph and self._is_done(token)
        return told and bool(self.words.believing & set(names)) and not self.is_negated(above.i)

    def _opened(self, verb: Token) -> Evidence | None:
        """What the words that open a clause make of it: "pour que", "à moins que", "sans que"."""
        for last in conjunctions(self.scene, verb):
            for status, phrases in self.words.opening.items():
                if self.scene.follows(last + 1, phrases, 0):
                    return Evidence(status, WORDS, "the words before it say so", governor=last)
        return None
