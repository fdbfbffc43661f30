"""Who does what a verb says: its own subject, a shared, controlled or inverted one."""

from __future__ import annotations

from collections.abc import Iterator

from detente.finding.events.apposed import next_to, noun_before, renamed, straight_before
from detente.finding.events.lexicon import Lexicon
from detente.finding.events.order import (
    antecedent,
    closes_aside,
    governor_before,
    is_active,
    is_finite,
    is_gerund,
    is_infinitive,
    is_set_off,
    opened_for,
    past_colon,
    said_after,
)
from detente.finding.events.scene import Scene
from detente.syntax import Token

HYPHEN = "-"
"""What ties a pronoun to the verb that it follows: "a-t-il dit"."""

WHOLE = frozenset({"ccomp", "advcl", "parataxis"})
"""Clauses whose finite verb has a subject of its own, wherever the parser hung it."""

SHARING = frozenset({"xcomp", "conj", "acl", "obl:mod", "obl:arg"}) | WHOLE
"""How a verb hangs on the one whose subject it shares."""

PASSIVE, AGENT = ("aux:pass", "nsubj:pass"), "obl:agent"


class Subjects:
    """Finds the subjects of the verbs of one sentence."""

    def __init__(self, scene: Scene, lexicon: Lexicon, others: frozenset[int]) -> None:
        self.scene, self.lexicon = scene, lexicon
        self.others = others
        """Tokens of the noun triggers: what hangs on one of them is not another's."""
        self._prepositions: dict[int, str] = {}
        """What stands before a token: several triggers ask for that of the same."""
        self._completed: dict[int, list[tuple[str, Token]]] = {}
        """What completes a verb."""

    def subject(self, i: int, depth: int = 0) -> Token | None:
        """Who does it: the verb's own subject, or the one it shares with the verb above."""
        token = self.scene.parse.tokens[i]
        own = past_colon(self.scene, self._own(i), i)
        if own:
            asked = [t for t in own if t.text.startswith(HYPHEN)]
            chosen = asked[-1] if asked else renamed(self.scene, next_to(self.scene, own, i), i)
            return antecedent(self.scene, chosen, token)
        other = self._inverted(i) or self._owner_before(i) or straight_before(self.scene, i)
        other = other or opened_for(self.scene, token) or self._torn(token)
        if other is None and is_gerund(self.scene, self.lexicon, token):
            other = self.around(i)
        if other is not None:
            return other
        return None if self._is_bare_subject(token) else self._from_above(token, depth)

    def _from_above(self, token: Token, depth: int) -> Token | None:
        """The subject that a verb shares with the one above; a finite clause has its own, unless a
        pronoun that stands for nobody known may mean that one."""
        loose = ("dep", "nmod", "flat:name", *(("amod",) if self.scene.is_title else ()))
        if depth > 6 or token.head == token.i or token.dep in loose:
            return self.stranded(token.i)
        if token.dep in WHOLE and is_finite(self.scene, token):
            own = noun_before(self.scene, token)
            if own is None or own.pos != "PRON" or own.i in self.scene.named:
                return own
        above = self.scene.parse.tokens[token.head]
        if token.dep == "acl" and above.pos in ("NOUN", "PROPN", "PRON"):
            return self._of_participle(token, above, depth)
        return self._controller(token, above, depth) if token.dep in SHARING else None

    def _own(self, i: int) -> list[Token]:
        """The subjects that hang on a verb or on its auxiliary, also where the parser took an
        active verb for a passive one."""
        found = self.scene.parse.kids(i, "nsubj")
        if found and is_infinitive(self.scene, self.scene.parse.tokens[i]):
            found = [t for t in found if t.i < i]
        if not found and is_active(self.scene, self.lexicon, i):
            found = self.scene.parse.kids(i, "nsubj:pass")
        auxiliaries = self.scene.parse.kids(i, "aux") if not found else []
        return found or [t for k in auxiliaries for t in self.scene.parse.kids(k.i, "nsubj")]

    def _torn(self, token: Token) -> Token | None:
        """The name of whom the parser took what he does for a clause about him, with no relative
        pronoun: "X, après avoir parlé à Y, a promis"; who opens the sentence, where it hung that on
        the end of an aside: "X, se gardant de fâcher Y, promet"."""
        above = self.scene.parse.tokens[token.head]
        comma = self.scene.parse.tokens[token.i - 1].text == "," and above.i < token.i
        if token.dep == "acl" and comma and is_finite(self.scene, token):
            return self.stranded(token.i)
        if token.dep != "acl:relcl" or above.i > token.i or above.i not in self.scene.named:
            return None
        within = self.scene.parse.subtree(token.i)
        opened = ("PronType=Rel" in t.morph or t.word in self.lexicon.whom for t in within)
        return None if any(opened) else above

    def is_of(self, token: Token, name: str) -> bool:
        """Whether a verb is of a class, by its lemma or, where the parser has not met the form, by
        what its ending allows."""
        lemmas = self.lexicon.lemmas(token.lemma, token.text, token.pos == "VERB")
        return not self.lexicon.classes[name].isdisjoint(lemmas)

    def _owner_before(self, i: int) -> Token | None:
        """Whose attempt or wish an infinitive is: "la volonté de X de partir"."""
        governor, owner = governor_before(self.scene, i)
        return owner if governor is not None and governor.pos == "NOUN" else None

    def stranded(self, i: int) -> Token | None:
        """A name before the verb that the parser left without a governor or made one itself."""
        first = min([i, *(t.i for t in self.scene.parse.kids(i, "aux", "expl", "advmod", "cop"))])
        before = self.scene.named.get(first - 1)
        if before is not None:
            head = self.scene.head_of(before)
            return None if self.scene.parse.kids(head.i, "case") else head
        for k in range(i - 1, -1, -1):
            token = self.scene.parse.tokens[k]
            loose = token.dep in ("ROOT", "dep", "dislocated", "nsubj")
            if loose and k in self.scene.named and not self.scene.parse.kids(k, "case"):
                return token
        return None

    def _inverted(self, i: int) -> Token | None:
        """A subject after its verb that the parser took for something else: "a affirmé le
        président X", "a-t-il ajouté"."""
        says = self.scene.lemma(i) in self.lexicon.statuses.saying
        for kid in self.scene.parse.children[i]:
            named = kid.i in self.scene.named
            if named and (kid.dep == "expl:subj" or (says and kid.dep == "obj" and kid.i > i)):
                return kid
        return said_after(self.scene, self.lexicon, i) if says else None

    def _of_participle(self, token: Token, above: Token, depth: int) -> Token | None:
        """A participle after a comma says what the clause's subject does: "a annoncé le retrait,
        accusant X"; straight after a noun it says what that noun does."""
        moved = self._has_moved(token.i)
        if self._is_past(token) and not moved:
            torn = self.scene.parse.tokens[max(0, token.i - 7) : token.i]
            return self.stranded(token.i) if any(t.pos == "AUX" for t in torn) else None
        if above.i in self.scene.named or (moved and self._is_past(token)):
            return above
        if closes_aside(self.scene, self.lexicon, above.i):
            return self._controller(token, self.scene.parse.tokens[above.head], depth)
        if "VerbForm=Inf" in token.morph:
            own = self.of_noun(above)
            if own is not None:
                return own
        if "VerbForm=Inf" in token.morph or token.i - above.i > 2:
            for up in self.scene.parse.ancestors(above.i):
                if up.pos in ("VERB", "AUX"):
                    judged = above.dep.startswith("obj") and self.is_of(up, "appraising")
                    own = None if judged else self.subject(up.i, depth + 1)
                    return self._enabled(up, above) or own
        return above

    def _enabled(self, verb: Token, thing: Token) -> Token | None:
        """Whom a verb gives the means to do something: "donne à X le pouvoir de", not his own who
        gives his word."""
        giving = self.is_of(verb, "enabling") and thing.dep.startswith("obj")
        found = self.scene.parse.kids(verb.i, "iobj", "obl") if giving else []
        return next((t for t in found if self._named(t) == self.lexicon.to), None)

    def of_noun(self, noun: Token) -> Token | None:
        """Whose a noun is: "la volonté de X de partir", "sa promesse"."""
        for kid in self.scene.parse.kids(noun.i, "nmod", "det"):
            if kid.dep == "det" and "Poss=Yes" in kid.morph:
                return self.owner(kid.i)
            if kid.i in self.scene.named and self._named(kid) == "de":
                return kid
        return None

    def _controller(self, token: Token, above: Token, depth: int) -> Token | None:
        """Who does what a verb below another tells: whom that one urges, blames or thanks ("appelle
        X à lever"), else the subject of that one."""
        named = above.i in self.scene.named and above.pos != "VERB"
        verb = self.scene.parse.tokens[above.head] if named else above
        if self.is_of(verb, "commanding"):
            given = [above] if named else self._given(verb.i, token)
            if given:
                return given[0]
            if self._is_for_others(verb, token):
                return None
        if self.is_passive(verb.i) and token.dep == "conj" and not self.is_passive(token.i):
            return None
        if self._is_past(token) and self.scene.parse.kids(token.i, AGENT):
            return None
        if self.sees_itself(token):
            return None
        return self.subject(verb.i, depth + 1)

    def _is_for_others(self, verb: Token, token: Token) -> bool:
        """Whether nobody is told who is to do it: "X appelle à respecter la trêve"; who is called
        upon himself does it ("X est pressé de partir")."""
        asked = "VerbForm=Inf" in token.morph and self._named(token) in self.lexicon.bidding
        wanted = verb.base in self.lexicon.statuses.requested
        acts = not (self._is_past(verb) or self.is_passive(verb.i) or self._is_reflexive(verb.i))
        return asked and acts and not wanted and self.is_of(verb, "urging")

    def sees_itself(self, token: Token) -> bool:
        """Whether an infinitive tells what is done to the subject above: "X s'est vu imposer"."""
        above = self.scene.parse.tokens[token.head]
        seeing = above.base in self.lexicon.classes["seeing"]
        infinitive = "VerbForm=Inf" in token.morph
        return seeing and infinitive and above.i < token.i and self._is_reflexive(above.i)

    def _is_bare_subject(self, token: Token) -> bool:
        """Whether an infinitive straight after "que" is what the clause speaks of, with no doer:
        "il estime que sanctionner X serait une erreur"."""
        before = self.scene.parse.tokens[token.i - 1].word if token.i else ""
        return "VerbForm=Inf" in token.morph and before in self.lexicon.whom

    def _given(self, verb: int, but: Token) -> list[Token]:
        """Whom a verb of urging is addressed to, its object before others: "a demandé à X"."""
        group = (but, *self.scene.parse.kids(but.i, "aux"))
        infinitive = any("VerbForm=Inf" in t.morph for t in group)
        asked = self._named(but) in self.lexicon.bidding and not self._is_reflexive(verb)
        if not infinitive or not asked:
            return []
        found = self.scene.parse.kids(verb, "obj", "iobj", "obl")
        found = [t for t in found if t.i != but.i and t.i not in self.scene.timed]
        found = [t for t in found if not is_set_off(self.scene, t)]
        return sorted(found, key=lambda t: (t.dep not in ("obj", "iobj"), t.dep != "obl:arg"))

    def _is_past(self, token: Token) -> bool:
        """A past participle on its own; with an auxiliary ("ayant mené") it has a subject."""
        past = "VerbForm=Part" in token.morph and "Tense=Past" in token.morph
        return past and not self.scene.parse.kids(token.i, "aux:tense")

    def _has_moved(self, i: int) -> bool:
        """Whether a verb is one of motion, whose participle tells what somebody did."""
        return self.scene.lemma(i) in self.lexicon.classes["moving"]

    def is_passive(self, i: int) -> bool:
        """Whether the verb is in the passive; pronominal verbs and those of motion never are."""
        if not self.scene.parse.kids(i, *PASSIVE):
            return False
        active = self.scene.lemma(i) in self.lexicon.classes["moving"]
        return not (active or self._is_reflexive(i) or is_active(self.scene, self.lexicon, i))

    def _is_reflexive(self, i: int) -> bool:
        return any("Reflex=Yes" in kid.morph for kid in self.scene.parse.children[i])

    def owner(self, i: int) -> Token | None:
        """Whom a possessive most likely means: the actor named last before it, else the subject
        of the clause around it; in what someone does ("avant d'achever son séjour"), puts off or
        goes on with ("a reporté son voyage") he who does."""
        tokens = self.scene.parse.tokens
        verb = tokens[tokens[tokens[i].head].head]
        before = next((k for k in range(i - 1, -1, -1) if k in self.scene.named), None)
        first = before is None or before < verb.i < i
        does = "VerbForm=Inf" in verb.morph or self.is_of(verb, "pursuing")
        doer = self.subject(verb.i) if first and does else None
        if doer is not None and doer.i in self.scene.named:
            return doer
        if before is not None:
            return self.scene.head_of(self.scene.named[before])
        return self.around(i)

    def around(self, i: int) -> Token | None:
        """The subject of the clause around a token."""
        return next(self.subjects_around(i), None)

    def subjects_around(self, i: int) -> Iterator[Token]:
        """The subjects of the clauses around a token, the nearest first."""
        for above in self.scene.parse.ancestors(i):
            if above.pos in ("VERB", "AUX"):
                subject = self.subject(above.i)
                if subject is not None and subject.i != i:
                    yield subject

    def _named(self, token: Token) -> str:
        """The preposition before a token; of a compound one the plain one that it stands for,
        contractions undone."""
        known = self._prepositions.get(token.i)
        if known is None:
            known = self._prepositions[token.i] = self._preposition(token)
        return known

    def _preposition(self, token: Token) -> str:
        words = self.scene.preposition(token.i)
        if not words:
            return ""
        words = words[1:] if len(words) > 1 and words[0] in self.lexicon.whom else words
        before = [t.i for t in self.scene.parse.kids(token.i, "case", "mark") if t.i < token.i]
        known = self.lexicon.compounds.get(self.compound(max(before)) if before else ())
        return known or " ".join(map(self.lexicon.contractions.get, words, words))

    def compound(self, i: int) -> tuple[str, ...]:
        """The words of the compound preposition that ends with token ``i``; none if none does."""
        plain, end = self.scene.plain, self.scene.begins[i + 1]
        return plain[end - self.lexicon.compound.before(plain, end) : end]
