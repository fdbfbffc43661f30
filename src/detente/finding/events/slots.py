"""Which words of a sentence fill which slot of a trigger: subject, object, a preposition's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from detente.finding.events.lexicon import Lexicon
from detente.finding.events.scene import CLAUSES, Scene
from detente.finding.events.trigger import Trigger
from detente.syntax import Token

Slot = tuple[str, Token]
"""A slot's name (``subject``, ``object``, ``dative``, ``possessor``, ``adjective`` or the folded
preposition) and the token that heads what fills it."""

PASSIVE = ("aux:pass", "nsubj:pass")


@dataclass(frozen=True, slots=True)
class Slots:
    """Reads the slots of the triggers of one sentence."""

    scene: Scene
    lexicon: Lexicon
    others: frozenset[int] = frozenset()
    """Tokens of the noun triggers: what hangs on one of them is not another's."""

    def of(self, trigger: Trigger) -> list[Slot]:
        """The slots of a trigger, in order of the text; a token fills one slot."""
        passive = trigger.sort == "verb" and self.is_passive(trigger.i)
        noun = trigger.sort == "noun"
        found = self._noun(trigger) if noun else self._verb(trigger.i, passive)
        seen: dict[int, Slot] = {}
        for name, token in found:
            if token.i not in trigger.tokens:
                seen.setdefault(token.i, (name, token))
        return [seen[i] for i in sorted(seen)]

    def _verb(self, i: int, passive: bool) -> Iterator[Slot]:
        subject = None if passive else self.subject(i)
        thing = self._next(i)
        if thing is not None and (subject is None or thing.i != subject.i):
            yield "object", thing
        yield from self._complements(i)
        if subject is not None:
            yield "subject", subject
        for token in self.scene.parse.kids(i, "nsubj") if passive else ():
            yield "object", token
        token = self.scene.parse.tokens[i]
        above = self.scene.parse.tokens[token.head]
        if token.dep == "acl" and self._is_past(token):
            yield "object", above
        if token.dep == "acl:relcl" and self._is_object_relative(i):
            yield "object", above

    def _next(self, i: int) -> Token | None:
        """A name straight after the verb is its object, whatever the parser took it for."""
        for token in self.scene.parse.tokens[i + 1 : i + 4]:
            if token.i in self.scene.named and token.i not in self.scene.timed:
                head = self.scene.head_of(self.scene.named[token.i])
                return None if self.scene.parse.kids(head.i, "case") else head
            if token.pos not in ("PRON", "ADV", "DET"):
                return None
        return None

    def _is_object_relative(self, i: int) -> bool:
        """Whether the relative pronoun is what the verb acts on: "X, que Y accuse"."""
        kids = self.scene.parse.kids(i)
        if not any(t.dep == "nsubj" and "PronType=Rel" not in t.morph for t in kids):
            return False
        named = [t for t in kids if t.dep in ("obj", "mark") and t.i < i]
        return bool(named) and all(t.pos in ("PRON", "SCONJ") for t in named)

    def _complements(self, i: int) -> Iterator[Slot]:
        last = ""
        for kid in self.scene.parse.kids(i):
            if kid.dep == "conj" and kid.i in self.scene.named and last:
                yield last, kid
                continue
            if kid.i not in self.scene.timed:
                name = self._slot_name(kid)
                if name is None:
                    continue
                last = name
                yield name, kid
            yield from self._deeper(kid)

    def _slot_name(self, kid: Token) -> str | None:
        if kid.dep == "obj":
            return "object"
        if kid.dep in ("iobj", "obj:lvc"):
            return "dative"
        return self._named(kid) if kid.dep.startswith(("obl", "nmod", "dep")) else None

    def _deeper(self, top: Token) -> Iterator[Slot]:
        """Complements that the parser hung on a neighbour: "a reçu X à Moscou avec Y"."""
        open_ = [top]
        while open_:
            at = open_.pop()
            for kid in self.scene.parse.kids(at.i):
                if kid.dep in CLAUSES or at.i in self.others:
                    continue
                open_.append(kid)
                name = self._named(kid)
                if name and name not in ("de", "object") and not kid.dep.startswith("conj"):
                    yield name, kid

    def _named(self, token: Token) -> str:
        """The preposition before a token; of a compound one the whole, contractions undone."""
        words = self.scene.preposition(token.i)
        return " ".join(self.lexicon.contractions.get(word, word) for word in words)

    def subject(self, i: int, depth: int = 0) -> Token | None:
        """Who does it: the verb's own subject, or the one it shares with the verb above."""
        token = self.scene.parse.tokens[i]
        own = self.scene.parse.kids(i, "nsubj") or [
            t for k in self.scene.parse.kids(i, "aux") for t in self.scene.parse.kids(k.i, "nsubj")
        ]
        if own:
            return self._antecedent(own[0], token)
        inverted = self._inverted(i)
        if inverted is not None:
            return inverted
        if depth > 6 or token.head == i or token.dep in ("dep", "nmod", "flat:name"):
            return self._stranded(i)
        above = self.scene.parse.tokens[token.head]
        if token.dep == "acl" and above.pos in ("NOUN", "PROPN", "PRON"):
            return self._of_participle(token, above, depth)
        if token.dep in (
            "xcomp",
            "advcl",
            "conj",
            "acl",
            "ccomp",
            "obl:mod",
            "obl:arg",
            "parataxis",
        ):
            return self._controller(token, above, depth)
        return None

    def _stranded(self, i: int) -> Token | None:
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
        for kid in self.scene.parse.kids(i):
            named = kid.i in self.scene.named
            if named and (kid.dep == "expl:subj" or (says and kid.dep == "obj" and kid.i > i)):
                return kid
        return None

    def _of_participle(self, token: Token, above: Token, depth: int) -> Token | None:
        """A participle after a comma says what the clause's subject does: "a annoncé le retrait,
        accusant X"; straight after a noun it says what that noun does."""
        if self._is_past(token):
            return None
        if above.i in self.scene.named:
            return above
        if "VerbForm=Inf" in token.morph or token.i - above.i > 2:
            for up in self.scene.parse.ancestors(above.i):
                if up.pos in ("VERB", "AUX"):
                    return self.subject(up.i, depth + 1)
        return above

    def _controller(self, token: Token, above: Token, depth: int) -> Token | None:
        if token.dep == "xcomp" and self.scene.lemma(above.i) in self.lexicon.classes["commanding"]:
            given = [
                t for t in self.scene.parse.kids(above.i, "obj", "iobj", "obl") if t.i != token.i
            ]
            given = [t for t in given if t.i not in self.scene.timed]
            if given:
                return given[0]
        if self.is_passive(above.i) and token.dep == "conj" and not self.is_passive(token.i):
            return None
        return self.subject(above.i, depth + 1)

    def _antecedent(self, subject: Token, verb: Token) -> Token:
        """A relative pronoun stands for the noun its clause describes."""
        if "PronType=Rel" in subject.morph and verb.dep.startswith("acl"):
            return self.scene.parse.tokens[verb.head]
        return subject

    def _is_past(self, token: Token) -> bool:
        """A past participle on its own; with an auxiliary ("ayant mené") it has a subject."""
        past = "VerbForm=Part" in token.morph and "Tense=Past" in token.morph
        return past and not self.scene.parse.kids(token.i, "aux:tense")

    def is_passive(self, i: int) -> bool:
        """Whether the verb is in the passive; pronominal verbs and those of motion never are."""
        kids = self.scene.parse.kids(i)
        active = self.scene.lemma(i) in self.lexicon.classes["moving"]
        if active or any("Reflex=Yes" in kid.morph for kid in kids):
            return False
        return any(kid.dep in PASSIVE for kid in kids)

    def _noun(self, trigger: Trigger) -> Iterator[Slot]:
        found = [*self._dependents(trigger), *self._beside(trigger), *self._support(trigger)]
        yield from found
        yield from self._other_side(trigger, {name for name, _ in found})

    def _dependents(self, trigger: Trigger) -> Iterator[Slot]:
        inside = set(trigger.tokens)
        for i in trigger.tokens:
            for kid in self.scene.parse.kids(i):
                if kid.i in inside:
                    continue
                if kid.dep == "det" and "Poss=Yes" in kid.morph:
                    yield "possessor", kid
                elif kid.dep == "amod":
                    yield "adjective", kid
                elif kid.dep.startswith(("nmod", "obl", "appos", "flat", "dep")):
                    if self._named(kid) or kid.i in self.scene.named:
                        yield self._named(kid) or "de", kid
                    yield from self._deeper(kid)
                elif kid.dep == "acl":
                    yield from self._participle(kid)
                elif kid.dep == "acl:relcl":
                    yield from self._convened(kid.i)

    def _other_side(self, trigger: Trigger, names: set[str]) -> Iterator[Slot]:
        """Who wants, plans or refuses it: "X souhaite un dialogue avec Y"; and who writes, where
        the frame leaves it to the subject: "Dans une lettre à Y, X ..."."""
        above = self.scene.parse.tokens[self.scene.parse.tokens[trigger.i].head]
        wanted = names & self.lexicon.mutual and not names & self.lexicon.parties
        if wanted and self.scene.lemma(above.i) in self.lexicon.statuses.governors:
            subject = self.subject(above.i) if above.pos == "VERB" else None
        elif trigger.frame.owner and not names & self.lexicon.parties:
            subject = self.around(trigger.i)
        else:
            return
        if subject is not None:
            yield "subject", subject

    def _beside(self, trigger: Trigger) -> Iterator[Slot]:
        """An adjective and a complement that follow the noun, whatever they are hung on."""
        for token in self.scene.parse.tokens[max(trigger.tokens) + 1 :][:3]:
            if token.pos in ("PUNCT", "DET", "PRON", "CCONJ", "AUX"):
                break
            if token.pos == "ADP":
                yield from self._introduced(token)
                break
            yield "adjective", token

    def _introduced(self, preposition: Token) -> Iterator[Slot]:
        """What a preposition straight after the noun introduces."""
        head = self.scene.parse.tokens[preposition.head]
        if preposition.dep == "case" and head.i > preposition.i:
            yield self._named(head), head

    def _participle(self, token: Token) -> Iterator[Slot]:
        """Complements of a participle with the noun: "lancée par X contre Y"."""
        for name, kid in self._complements(token.i):
            if name not in ("object", ""):
                yield name, kid

    def _convened(self, i: int) -> Iterator[Slot]:
        """Whom a gathering brings together: "le sommet qui réunira X et Y"."""
        if self.scene.lemma(i) in self.lexicon.classes["convening"]:
            for kid in self.scene.parse.kids(i, "obj"):
                yield "subject", kid

    def _support(self, trigger: Trigger) -> Iterator[Slot]:
        """Slots of the verb that carries the noun: "X a tenu une réunion avec Y"."""
        token = self.scene.parse.tokens[trigger.i]
        above = self.scene.parse.tokens[token.head]
        if above.i == token.i or above.pos not in ("VERB", "AUX"):
            return
        if token.dep.startswith("nsubj") and not self.is_passive(above.i):
            yield from self._convened(above.i)
        if not self._carries(above, token, trigger):
            return
        for name, kid in self._complements(above.i):
            if kid.i != token.i and name not in ("object", "de", ""):
                yield name, kid
        if token.dep != "nsubj" and not self.is_passive(above.i):
            subject = self.subject(above.i)
            if subject is not None and subject.i != token.i:
                yield "subject", subject

    def _carries(self, above: Token, token: Token, trigger: Trigger) -> bool:
        """Whether a verb makes the noun happen, or names the same: "s'envoler pour un voyage"."""
        lemma = self.scene.lemma(above.i)
        entries = (*self.lexicon.verbs[lemma, True], *self.lexicon.verbs[lemma, False])
        if any(entry.kind == trigger.kind for entry in entries):
            return True
        words = self.lexicon.statuses
        core = token.dep.startswith(("obj", "nsubj", "obl:arg", "dep"))
        return lemma in words.occurrence and (core or lemma in words.attending)

    def owner(self, i: int) -> Token | None:
        """Whom a possessive most likely means: the actor named last before it, else the subject
        of the clause around it."""
        before = next((k for k in range(i - 1, -1, -1) if k in self.scene.named), None)
        if before is not None:
            return self.scene.head_of(self.scene.named[before])
        return self.around(i)

    def around(self, i: int) -> Token | None:
        """The subject of the clause around a token."""
        for above in self.scene.parse.ancestors(i):
            if above.pos in ("VERB", "AUX"):
                subject = self.subject(above.i)
                if subject is not None and subject.i != i:
                    return subject
        return None
