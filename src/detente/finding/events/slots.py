"""Which words of a sentence fill which slot of a trigger: subject, object, a preposition's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from detente.finding.events.apposed import called_by
from detente.finding.events.carriers import CORE
from detente.finding.events.codes import code
from detente.finding.events.filling import Filling
from detente.finding.events.lexicon import Lexicon
from detente.finding.events.neighbours import Slot
from detente.finding.events.objects import objects
from detente.finding.events.opening import undergone_by
from detente.finding.events.order import FAR
from detente.finding.events.scene import Scene
from detente.finding.events.trigger import Trigger
from detente.syntax import Token

POSTED = frozenset({"recall"})
"""What is done to an envoy by the state that sent him, and told with where he is."""


class Slots(Filling):
    """Reads the slots of the triggers of one sentence."""

    def __init__(self, scene: Scene, lexicon: Lexicon, others: frozenset[int]) -> None:
        super().__init__(scene, lexicon, others)
        self._known: dict[int, tuple[Trigger, list[Slot]]] = {}
        """The slots of each trigger as it was last read."""

    def of(self, trigger: Trigger) -> list[Slot]:
        """The slots of a trigger, in order of the text; a token fills one slot."""
        known = self._known.get(trigger.i)
        if known is None or known[0] != trigger:
            known = self._known[trigger.i] = trigger, self._read(trigger)
        return known[1]

    def _read(self, trigger: Trigger) -> list[Slot]:
        passive = trigger.sort == "verb" and self.is_passive(trigger.i)
        noun = trigger.sort == "noun"
        measured = code(trigger.kind).group == "measure"
        near = self._noun(trigger) if noun else self._verb(trigger.i, passive, measured)
        found = self._undergone(trigger, list(near))
        held = () if noun else (*self._held_by(trigger), *self._begging(trigger))
        seen: dict[int, Slot] = {}
        mutual = self.lexicon.mutual.intersection(trigger.frame.prepositions)
        for slot, token in self._once((*self._posted(trigger), *found, *held)):
            if token.i in trigger.tokens or self._is_no_slot(token):
                continue
            name = slot if slot in CORE else self._meant_by(slot, token, trigger)
            name = self._told_with(token, mutual, name) if mutual and name in CORE else name
            if not self._is_of_another(name, token, trigger):
                seen.setdefault(token.i, (name, token))
        told = [seen[i] for i in sorted(seen)]
        return told if noun else self._without_those_of_nouns(told)

    def _without_those_of_nouns(self, told: list[Slot]) -> list[Slot]:
        """The slots of a verb but for who stands straight behind a noun that is told on its own,
        where the verb has its two sides: "a informé X de ses entretiens avec Y"."""
        theirs = [(name, t) for name, t in told if self._is_of_noun(name, t)]
        own = [s for s in told if s not in theirs]
        two = sum(token.i in self.scene.named for _, token in own) > 1
        return own if theirs and two else told

    def _posted(self, trigger: Trigger) -> Iterator[Slot]:
        """Where an envoy is posted who is called home or in: "son ambassadeur à X"."""
        if trigger.kind not in POSTED:
            return
        below = (t for i in trigger.tokens for t in self.scene.parse.subtree(i))
        for token in below:
            mention = self.scene.named.get(token.i)
            place = token.text[:1].isupper() and self._named(token) in self.lexicon.places
            if place and mention is not None and mention.form == "role":
                yield self.lexicon.to, token

    def meant(self, token: Token) -> Token:
        """What a relative pronoun stands for: "un pays avec lequel il a signé un accord"."""
        if "PronType=Rel" not in token.morph:
            return token
        for above in (token, *self.scene.parse.ancestors(token.i)):
            if above.dep.startswith("acl:relcl"):
                return called_by(self.scene, self.scene.parse.tokens[above.head])
        return token

    def _once(self, found: Iterable[Slot]) -> Iterator[Slot]:
        """Each mention in one slot: the words of one name may hang on several ("Corée du Sud")."""
        held: dict[int, int] = {}
        for name, token in found:
            mention = self.scene.named.get(token.i)
            if mention is None or held.setdefault(mention.start, token.i) == token.i:
                yield name, token

    def _verb(self, i: int, passive: bool, measured: bool) -> Iterator[Slot]:
        opened = undergone_by(self.scene, self.lexicon, self.scene.parse.tokens[i])
        if opened is not None:
            moved = self.scene.lemma(i) in self.lexicon.classes["moving"]
            yield "subject" if moved else "object", opened
        subject = None if passive or opened is not None else self.subject(i)
        thing = self._next(i)
        if thing is not None and (subject is None or thing.i != subject.i):
            yield "object", thing
        elif not passive and measured:
            yield from self._past_day(i)
        yield from self._complements(i)
        yield from self._straight_after(i)
        for noun in self.scene.parse.kids(i, "obj", "nsubj:pass"):
            for clause in self.scene.parse.kids(noun.i, "acl", "acl:relcl"):
                yield from self._weighing(clause)
        if self._is_loose(i):
            subject = self.subject(self.scene.parse.tokens[i].head)
        if subject is not None:
            yield "object" if self._is_loose(i) else "subject", subject
        for token in self.scene.parse.kids(i, "nsubj") if passive else ():
            yield "object", token
        token = self.scene.parse.tokens[i]
        above = self.scene.parse.tokens[token.head]
        if token.dep == "acl" and self._is_past(token):
            yield "subject" if self._has_moved(i) else "object", above
        if token.dep == "acl:relcl" and self._is_object_relative(i):
            yield "object", above
        elsewhere = self._relative_object(i)
        if elsewhere is not None:
            yield "object", elsewhere
        before = self._place_before(i)
        if before is not None:
            yield self.lexicon.inside, before

    def _past_day(self, i: int) -> Iterator[Slot]:
        """The object that a time parts from its verb, where the tree tells none: "a convoqué lundi
        l'ambassadeur de X"."""
        token = self.scene.parse.tokens[i]
        if i + 1 not in self.scene.timed:
            return
        things = (t for t in objects(self.scene, token) if t.i > i)
        yield from (("object", t) for t in things if t.i not in self.scene.named)

    def _is_loose(self, i: int) -> bool:
        """Whether a past participle on its own tells what its clause's subject underwent: "Reçu à
        X, Y a dit"; of those who moved it tells what they did."""
        token = self.scene.parse.tokens[i]
        alone = token.dep == "advcl" and not self.scene.parse.kids(i, "aux", "cop", "obj", "expl")
        return alone and self._is_past(token) and not self._has_moved(i)

    def _place_before(self, i: int) -> Token | None:
        """The place that a clause tells of: "l'Iran, où il est arrivé"."""
        tokens = self.scene.parse.tokens
        where = [t for t in tokens[max(0, i - FAR) : i] if t.word in self.lexicon.where]
        if not where:
            return None
        at = where[-1].i - 1 - (where[-1].i > 0 and tokens[where[-1].i - 1].text == ",")
        mention = self.scene.named.get(at)
        return self.scene.head_of(mention) if mention is not None else None

    def _relative_object(self, i: int) -> Token | None:
        """Whom a clause that the parser hung elsewhere is about: "a parlé à X, qu'il a revu"."""
        tokens = self.scene.parse.tokens
        objects = self.scene.parse.kids(i, "obj")
        if any(t.word not in self.lexicon.whom for t in objects):
            return None
        for at in range(i - 1, max(1, i - FAR), -1):
            if tokens[at].word in self.lexicon.whom and tokens[at - 1].text == ",":
                mention = self.scene.named.get(at - 2)
                return self.scene.head_of(mention) if mention is not None else None
            if at not in self.scene.named and tokens[at].pos not in ("PRON", "AUX", "ADV"):
                return None
        return None

    def _is_object_relative(self, i: int) -> bool:
        """Whether the relative pronoun is what the verb acts on: "X, que Y accuse"."""
        kids = self.scene.parse.children[i]
        if not any(t.dep == "nsubj" and "PronType=Rel" not in t.morph for t in kids):
            return False
        named = [t for t in kids if t.dep in ("obj", "mark") and t.i < i]
        return bool(named) and all(t.pos in ("PRON", "SCONJ") for t in named)

    def _noun(self, trigger: Trigger) -> Iterator[Slot]:
        doers = [*self._asked(trigger), *self._held_by(trigger)]
        near = [*doers, *self._dependents(trigger), *self._beside(trigger)]
        near += self._support(trigger, {name for name, _ in near})
        found = list(self._once(near))
        yield from found
        names = {name for name, _ in found}
        if not names & {self.lexicon.against, self.lexicon.to, "dative"}:
            yield from self._exchanged(trigger)
        yield from self._put_on(trigger)
        yield from self._brought(trigger)
        yield from self._warned(trigger, names)
        yield from self._wanting(trigger, names)
        yield from self._waged(trigger)
        if code(trigger.kind).group == "encounter":
            yield from self._joining(trigger)
        yield from self._other_side(trigger, names)
        if not names & self.lexicon.between:
            yield from self._between(trigger)

    def _dependents(self, trigger: Trigger) -> Iterator[Slot]:
        if self.scene.parse.kids(trigger.i, "cop"):
            subject = self.stranded(trigger.i)
            found = self.scene.parse.kids(trigger.i, "nsubj")
            laden = self._named(self.scene.parse.tokens[trigger.i]) in self.lexicon.under
            role = "dative" if laden and trigger.frame.dative == "target" else "subject"
            for kid in found or ([subject] if subject is not None else []):
                yield role, kid
        inside = set(trigger.tokens)
        for i in trigger.tokens:
            for kid in self.scene.parse.children[i]:
                if kid.i in inside or kid.i in self.scene.timed:
                    continue
                if kid.dep == "det" and "Poss=Yes" in kid.morph:
                    yield "possessor", kid
                elif kid.dep == "amod":
                    slot = self._of_inner(kid, inside) or "adjective"
                    for word in (kid, *self.scene.parse.kids(kid.i, "conj")):
                        yield slot, word
                elif kid.dep.startswith(("nmod", "obl", "appos", "flat", "dep")):
                    if self._named(kid) or self._is_paired(kid):
                        yield self._named(kid) or "de", kid
                    yield from self._deeper(kid)
                elif kid.dep == "acl":
                    yield from self._participle(kid)
                elif kid.dep == "acl:relcl":
                    yield from self._convened(kid.i)
                    yield from self._attended(kid.i)
                    yield from self._weighing(kid)

    def _of_inner(self, adjective: Token, inside: set[int]) -> str | None:
        """The preposition of the noun right before an adjective that the parser hung on the trigger
        further up: "des sanctions contre trois banques russes"."""
        noun = self.scene.parse.tokens[adjective.i - 1]
        if noun.pos != "NOUN" or noun.i in inside or noun.i < min(inside):
            return None
        name = self._named(noun)
        return name if name and name != self.lexicon.of else None

    def _participle(self, token: Token) -> Iterator[Slot]:
        """Complements of a participle with the noun: "lancée par X contre Y", "visant Y"."""
        if not self._is_past(token):
            yield from self._weighing(token)
        spoken_of = self.is_spoken_of(token)
        for name, kid in self._complements(token.i):
            if name in self.lexicon.by and self.is_brokered(token):
                yield "auspices", kid
                continue
            if name == self.lexicon.to and self.is_of(token, "blaming"):
                yield self.lexicon.agent, kid
                continue
            barred = name in self.lexicon.by or kid.i not in self.scene.named
            if name not in ("object", "") and not (spoken_of and barred):
                yield name, kid
