"""Whether a clause affirms what it names: negated, made a condition, or asked."""

from __future__ import annotations

from detente.finding.events.lexicon import Lexicon
from detente.finding.events.scene import Scene
from detente.syntax import Token

HANGING = frozenset({"advcl", "acl", "acl:relcl", "parataxis"})
"""How the clause of a condition may hang on what it makes hypothetical."""

BOUNDS = frozenset({";", ":", "(", "«", "“", '"', "--", "-"})
"""Marks that a clause does not go past."""

PARTICLE = 8
"""Tokens before a noun within which the first half of its negation stands."""


class Polarity:
    """Reads what the clauses of one sentence deny, make a condition or ask."""

    def __init__(self, scene: Scene, lexicon: Lexicon) -> None:
        self.scene = scene
        self.lexicon = lexicon
        self.words = lexicon.statuses
        said = self.words.polar.intersection(scene.words)
        self._is_denying = not self.words.particles.isdisjoint(said)
        self._is_without = not self.words.negative_determiners.isdisjoint(said)
        self._is_on_condition = not self.words.conditions.isdisjoint(said)

    def finite(self, token: Token) -> Token | None:
        """The verb form that carries tense and mood: the verb or its auxiliary."""
        if "VerbForm=Fin" in token.morph:
            return token
        for kid in self.scene.parse.kids(token.i, "aux", "cop"):
            if "VerbForm=Fin" in kid.morph:
                return kid
        return None

    def is_negated(self, i: int) -> bool:
        """Whether the verb at token ``i``, or its object, is negated."""
        if self._is_denying and self._has_particle(i):
            return True
        kids = self.scene.parse.children[i] if self._is_without else ()
        return any(k.dep in ("obj", "nsubj", "nsubj:pass") and self.has_no(k.i) for k in kids)

    def _has_particle(self, i: int) -> bool:
        """Whether both halves of a negation stand with the verb at token ``i``."""
        kids = self.scene.parse.children[i]
        below = self.scene.parse.kids(i, "aux", "cop", "advmod")
        around = [*kids, *(t for k in below for t in self.scene.parse.children[k.i])]
        around = [t for t in around if t.dep.startswith(("advmod", "obj", "nsubj"))]
        words = {t.word for t in around if not self._is_limited(t)}
        if not words & self.words.particles:
            return False
        return bool(words & self.words.negations) or self._is_negated_after(i)

    def _is_negated_after(self, i: int) -> bool:
        """Whether the second half of a negation follows the verb straight on, where the tree hangs
        it on the next one: "ne compte pas partir"."""
        after = self.scene.parse.tokens[i + 1 : i + 2]
        return any(t.word in self.words.negations and not self._is_limited(t) for t in after)

    def _is_limited(self, negation: Token) -> bool:
        """Whether a word denies only that there is no more to it: "pas seulement", "plus que",
        "pas d'autre choix"."""
        after = self.scene.parse.tokens[negation.i + 1 : negation.i + 7]
        words = [t.word for t in after]
        if self.words.excepting & set(words[:3]) and self.lexicon.relatives & set(words):
            return True
        first = words[0].rstrip("'’") if words else ""
        return first in self.words.limiting or first in self.lexicon.relatives

    def has_no(self, i: int) -> bool:
        """Whether the noun at token ``i`` has a determiner such as "aucun"."""
        return self._is_without and any(
            kid.word in self.words.negative_determiners
            for kid in self.scene.parse.kids(i, "det", "amod", "advmod")
        )

    def is_none_of(self, first: int) -> bool:
        """Whether the words straight before a noun say that there is none: "ne déclarera jamais
        de", and of a headline "pas de rencontre"."""
        tokens = self.scene.parse.tokens
        if first < 2 or tokens[first - 1].word not in self.words.none_of:
            return False
        negation = tokens[first - 2]
        if negation.word not in self.words.negations or self._is_limited(negation):
            return False
        before = {t.word for t in tokens[max(0, first - PARTICLE) : first - 2]}
        alone = all(t.pos == "PUNCT" for t in tokens[: first - 2])
        opens = alone and negation.word in self.words.opening_negations
        return opens or bool(before & self.words.particles)

    def is_condition(self, verb: Token) -> bool:
        """Whether a clause is opened by "if"; with what was done it only concedes ("si X a été
        libéré, Y ne l'est pas")."""
        if not self._is_on_condition:
            return False
        marks = [t.word for t in self.scene.parse.kids(verb.i, "mark")]
        if not any(mark in self.words.conditions for mark in marks):
            return False
        return verb.dep == "ccomp" or not self._is_done(verb)

    def _is_done(self, verb: Token) -> bool:
        finite = self.finite(verb)
        if finite is None or finite.i == verb.i or finite.dep.startswith("cop"):
            return False
        moves = verb.base in self.lexicon.classes["moving"]
        passive = finite.dep == "aux:pass" and not moves
        return "Tense=Pres" in finite.morph and not passive

    def is_conditional(self, i: int) -> bool:
        """Whether a token stands below a condition."""
        if not self._is_on_condition:
            return False
        chain = (self.scene.parse.tokens[i], *self.scene.parse.ancestors(i))
        return any(t.pos in ("VERB", "AUX", "ADJ") and self.is_condition(t) for t in chain)

    def depends(self, i: int) -> bool:
        """Whether the clause around a token hangs on a condition: "signera si X cède"; not on a
        concession ("même si")."""
        if not self._is_on_condition:
            return False
        for token in (self.scene.parse.tokens[i], *self.scene.parse.ancestors(i)):
            kids = self.scene.parse.children[token.i]
            later = [k for t in kids if t.i > token.i for k in self.scene.parse.children[t.i]]
            if any(k.dep in HANGING and self._is_real_condition(k) for k in (*kids, *later)):
                return True
            if "VerbForm=Fin" in token.morph:
                break
        return self._follows_condition(i) or self._leads_to_condition(i)

    def _leads_to_condition(self, i: int) -> bool:
        """Whether a clause with "if" follows in the same breath, where the tree knows none:
        "prêt à envoyer des troupes chez son voisin si X tombe"."""
        tokens = self.scene.parse.tokens
        for token in tokens[i + 1 :]:
            if token.text in BOUNDS or token.text == "," or "VerbForm=Fin" in token.morph:
                return False
            if token.pos == "SCONJ" and token.word in self.words.conditions:
                return tokens[token.i - 1].word not in self.words.conceding
        return False

    def _follows_condition(self, i: int) -> bool:
        """Whether a comma parts what comes before from a clause with "if", where the tree hangs
        that elsewhere: "mais si X cède, alors Y signera"."""
        tokens, comma = self.scene.parse.tokens, False
        for token in reversed(tokens[:i]):
            if token.text in BOUNDS:
                return False
            comma = comma or token.text == ","
            if token.pos == "SCONJ" and token.word in self.words.conditions:
                verb = tokens[token.head]
                hangs = verb.dep == "ccomp" or tokens[token.i - 1].word in self.words.conceding
                return comma and not hangs and not self._is_done(verb)
        return False

    def _is_real_condition(self, verb: Token) -> bool:
        marks = self.scene.parse.kids(verb.i, "mark")
        before = [self.scene.parse.tokens[m.i - 1].word for m in marks if m.i]
        return self.is_condition(verb) and not self.words.conceding & set(before)

    def is_doubted(self, i: int) -> bool:
        """Whether words of doubt, or of what is threatened otherwise, stand in the clause around a
        token: "signera peut-être", "à défaut, X signera"."""
        chain = (self.scene.parse.tokens[i], *self.scene.parse.ancestors(i))
        verb = next((t for t in chain if self.finite(t) is not None), None)
        if verb is None:
            return False
        first = verb.i
        while first > 0 and self.scene.parse.tokens[first - 1].text not in BOUNDS:
            first -= 1
        plain, begins = self.scene.plain, self.scene.begins
        end = begins[verb.i + 3] if verb.i + 3 < len(begins) else len(plain)
        words = plain[begins[first] : end]
        return self.words.doubting.stand_in(words)

    def is_depending(self, i: int) -> bool:
        """Whether words after a token, in its clause, tell what it hangs on: "en cas de"."""
        tokens, last = self.scene.parse.tokens, i
        while last + 1 < len(tokens) and tokens[last].text not in BOUNDS:
            last += 1
        words = self.scene.plain[self.scene.begins[i] : self.scene.begins[last]]
        return self.words.depending.stand_in(words)

    def _opens_with_condition(self, i: int) -> bool:
        """Whether the sentence begins with "if" and the trigger stands before its first comma; the
        "s'" of "S'adressant à" is no "if"."""
        tokens = self.scene.parse.tokens
        first = next((t for t in tokens if t.pos != "PUNCT"), None)
        if first is None or first.word not in self.words.conditions or "Reflex=Yes" in first.morph:
            return False
        if first.dep == "mark" and not self.is_condition(tokens[first.head]):
            return False
        return not any(t.text == "," for t in tokens[first.i : i])

    def is_asked(self, i: int) -> bool:
        """Whether the sentence asks, or begins with the condition that token ``i`` stands in."""
        if self._is_on_condition and self._opens_with_condition(i):
            return True
        text = self.scene.sentence.text.rstrip(" »”\"')")
        if not text.endswith("?"):
            return False
        return not any(mark in text[:-1] for mark in ':;«“"')
