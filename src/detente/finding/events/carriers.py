"""The verb that carries a noun ("tenir une réunion avec") and what hangs on a verb."""

from __future__ import annotations

from collections.abc import Iterator

from detente.finding.events.bearing import RELIEF, Bearing
from detente.finding.events.codes import code
from detente.finding.events.neighbours import Slot
from detente.finding.events.order import climbed, follows_straight, verb_before
from detente.finding.events.scene import CLAUSES
from detente.finding.events.trigger import Trigger
from detente.languages.triggers import Verbs
from detente.syntax import Token

STAGED = "military"
"""A kind that is organized: "organiser des manœuvres"."""

CORE = frozenset({"subject", "object"})
"""Slots that no preposition leads to."""

LINKED = frozenset({"obl", "nmod", "dep"})
"""How complements hang on a verb that a preposition leads to."""

JOINT = frozenset({"agreement", "ceasefire", "talks", "summit", "recognition"})
"""Kinds of what two sides do together."""


class Carriers(Bearing):
    """Reads the complements of verbs, and what the verb that carries a noun lends it."""

    def _complements(self, i: int) -> list[Slot]:
        """The slots of the verb at token ``i``: what carries a noun is asked for them again."""
        known = self._completed.get(i)
        if known is None:
            known = self._completed[i] = list(self._completing(i))
        return known

    def _completing(self, i: int) -> Iterator[Slot]:
        last = ""
        for kid in self.scene.parse.children[i]:
            if kid.dep == "conj" and kid.i in self.scene.named and last:
                yield last, kid
                continue
            if kid.i not in self.scene.timed:
                name = self._slot_name(kid)
                undergone = kid.dep == "nsubj:pass" and self.is_passive(i)
                if name is None and not undergone:
                    continue
                last = last if name is None else name
                yield from [(name, kid)] if name is not None else []
            if self.scene.parse.children[kid.i]:
                yield from self._deeper(kid)

    def _told_with(self, token: Token, known: frozenset[str], name: str) -> str:
        """The slot of who is told with "with", also where the parser took him for the object."""
        beside = self._named(token)
        return beside if beside in known else name

    def _slot_name(self, kid: Token) -> str | None:
        if kid.dep == "obj":
            return "object"
        if kid.dep in ("iobj", "obj:lvc"):
            return "dative"
        return self._named(kid) if kid.family in LINKED else None

    def _deeper(self, top: Token) -> Iterator[Slot]:
        """Complements that the parser hung on a neighbour: "a reçu X à Moscou avec Y"."""
        open_, children = [top], self.scene.parse.children
        while open_:
            at = open_.pop()
            for kid in () if at.i in self.others else children[at.i]:
                if not children[kid.i] or kid.dep in CLAUSES or self._is_of_clause(kid):
                    continue
                if self._is_within(at, kid) or self._is_other_deed(kid):
                    continue
                if self.scene.follows(kid.i, self.lexicon.answered, 1):
                    continue
                open_.append(kid)
                name = self._named(kid)
                if name and name not in ("de", "object") and kid.family != "conj":
                    yield name, kid

    def _is_other_deed(self, token: Token) -> bool:
        """Whether a participle joins another, past a noun that the parser took it to join:
        "négocié depuis deux mois et bloqué par X"."""
        return token.dep == "conj" and token.pos == "VERB" and self._is_past(token)

    def _is_of_clause(self, token: Token) -> bool:
        """Whether a word is of a clause of its own: its subject, or what it begins with."""
        return token.family == "nsubj" or "PronType=Rel" in token.morph

    def _is_within(self, above: Token, token: Token) -> bool:
        """Whether two words are of one name: "Corée du Sud"."""
        mention = self.scene.named.get(above.i)
        return mention is not None and self.scene.named.get(token.i) is mention

    def _convened(self, i: int) -> Iterator[Slot]:
        """Whom a gathering brings together: "le sommet qui réunira X et Y", "qui devait réunir"."""
        for verb in (self.scene.parse.tokens[i], *self.scene.parse.kids(i, "xcomp")):
            if verb.base not in self.lexicon.classes["convening"]:
                continue
            thing = self._next(verb.i)
            found = self.scene.parse.kids(verb.i, "obj")
            for kid in found if thing is None else [*found, thing]:
                yield "subject", kid

    def _opposed(self, i: int) -> Iterator[Slot]:
        """The two sides of what breaks out between them, or of what sets one against the other:
        "des combats ont éclaté entre X et Y", "opposent X à Y"."""
        among = next(iter(self.lexicon.between))
        pitted = self.is_of(self.scene.parse.tokens[i], "pitting")
        for name, kid in self._complements(i):
            if name in self.lexicon.between or (pitted and name in ("object", self.lexicon.to)):
                yield among, kid
        for thing in self.scene.parse.kids(i, "obj") if pitted else ():
            below = self.scene.parse.kids(thing.i, "nmod")
            yield from ((among, k) for k in below if self._named(k) == self.lexicon.to)

    def _support(self, trigger: Trigger, names: set[str]) -> Iterator[Slot]:
        """Slots of the verb that carries the noun: "X a tenu une réunion avec Y"."""
        raised, owners = self._raised(trigger.i, trigger)
        yield from owners
        token, above = climbed(self.scene, self.lexicon, raised)
        borne = list(self._borne(token, above, trigger, names))
        yield from borne
        if borne:
            return
        if above.pos not in ("VERB", "AUX"):
            before = verb_before(self.scene, token.i, self.lexicon.statuses.occurrence)
            if before is not None and before.pos != "VERB":
                yield from self._stray(before)
            if before is None or not self._is_named_by(before, trigger):
                return
            above = before
        if above.i != token.i:
            yield from self._harmed(token, above, trigger)
            if not names & self.lexicon.jointly:
                yield from self._announced(token, above, trigger)
            yield from self._carried(token, above, trigger)

    def _announced(self, token: Token, above: Token, trigger: Trigger) -> Iterator[Slot]:
        """Who announce together what several do: "X et Y ont annoncé un accord"."""
        subject = self.subject(above.i) if trigger.kind in JOINT else None
        if subject is None or self.is_passive(above.i) or not self.is_of(above, "proclaiming"):
            return
        others = self.lexicon.jointly
        alone = not any(name in others for name, _ in self._complements(above.i))
        if alone and self._are_two(subject) and self._is_core(token, ("obj",)):
            yield "subject", subject

    def _are_two(self, token: Token) -> bool:
        """Whether a token names the first of several: "X et Y"."""
        mention = self.scene.named.get(token.i)
        inside = self.scene.parse.at(mention.start, mention.end) if mention is not None else ()
        listed = any(t.i in self.scene.joined for t in inside[:1])
        others = self.scene.parse.kids(token.i, "conj")
        return listed or any(t.i in self.scene.named for t in others)

    def _carried(self, token: Token, above: Token, trigger: Trigger) -> Iterator[Slot]:
        """What the verb lends: its subject, and its complements if it makes the noun happen; a
        verb lends nothing to what it only happens after or in spite of."""
        if token.dep.startswith("nsubj") and not self.is_passive(above.i):
            yield from self._convened(above.i)
        if token.dep.startswith("nsubj"):
            yield from self._opposed(above.i)
        for clause in self.scene.parse.kids(token.i, "acl", "acl:relcl"):
            if self.is_of(clause, "pitting"):
                yield from self._opposed(clause.i)
        if self._named(token) in self.lexicon.besides or self._is_answered(trigger, token, above):
            return
        for name, kid in self._complements(above.i):
            if self._are_auspices(name, kid) and name != "object":
                yield name, kid
        carries = self._carries(above, token, trigger)
        decided = token.dep == "nsubj:pass" and self._is_decided(above, trigger)
        if not carries and not decided and not self._decides(above, token, trigger):
            return
        granted = self.is_of(above, "granting")
        for name, kid in self._complements(above.i) if carries or decided or granted else ():
            given = carries or decided or name in ("dative", self.lexicon.to)
            if given and kid.i != token.i and name not in ("object", "de", ""):
                yield name, kid
        if token.dep != "nsubj" and not self.is_passive(above.i):
            subject = self.subject(above.i)
            if subject is not None and subject.i != token.i:
                gained = trigger.kind == RELIEF and self.is_of(above, "wresting")
                yield "dative" if gained else "subject", subject

    def _is_answered(self, trigger: Trigger, token: Token, verb: Token) -> bool:
        """Whether a noun is what another has done, which somebody answers: "en riposte à des tirs",
        "a riposté à des tirs"."""
        replied = self._named(token) == self.lexicon.to and self.is_of(verb, "answering")
        first = (trigger.tokens[0], token.i)
        return replied or any(self.scene.follows(i, self.lexicon.answered) for i in first)

    def _stray(self, verb: Token) -> Iterator[Slot]:
        """The subject of a verb that the parser has not met and took for a preposition."""
        subject = self.stranded(verb.i)
        if subject is not None:
            yield "subject", subject

    def _decides(self, above: Token, token: Token, trigger: Trigger) -> bool:
        """Whether the verb's subject takes the measure: "X prépare des sanctions"."""
        core = self._is_core(token, ("obj", "obl:arg", "dep"))
        return core and self._is_decided(above, trigger) and not self.is_passive(above.i)

    def _is_decided(self, verb: Token, trigger: Trigger) -> bool:
        """Whether a measure is what a verb decides on."""
        return trigger.frame.decided and verb.base in self.lexicon.statuses.deciding

    def _has_thing(self, verb: Token) -> bool:
        """Whether a verb has an object of its own, which its complements are of ("n'ont aucun lien
        avec X"), and does not merely say that something happens ("a lieu avec X")."""
        light = self.lexicon.statuses.light.values()
        things = self.scene.parse.kids(verb.i, "obj")
        return any(self.lexicon.singular(t.word) not in light for t in things)

    def _is_core(self, token: Token, relations: tuple[str, ...]) -> bool:
        """Whether a noun is what its verb is about."""
        return token.dep.startswith(relations) or follows_straight(self.scene, token)

    def _is_named_by(self, verb: Token, trigger: Trigger) -> bool:
        lemma, noun = verb.base, self.scene.lemma(trigger.i)
        entries = (e for e in self._entries_of(lemma) if e.kind == trigger.kind)
        plain = (e for e in entries if not (e.to or e.beside or e.oblique))
        said = code(trigger.kind).group == "verbal"
        return any(not (said and e.object) or self._is_in(noun, e.object) for e in plain)

    def _is_in(self, noun: str, name: str | None) -> bool:
        """Whether a noun is in a class by its name."""
        return name is not None and noun in self.lexicon.classes[name]

    def _entries_of(self, lemma: str) -> tuple[Verbs, ...]:
        """What a verb may name, with a reflexive pronoun and without one."""
        verbs = self.lexicon.verbs
        return (*verbs.get((lemma, True), ()), *verbs.get((lemma, False), ()))

    def _carries(self, above: Token, token: Token, trigger: Trigger) -> bool:
        """Whether a verb makes the noun happen, or names the same: "s'envoler pour un voyage"."""
        lemma = above.base
        if token.dep == "nsubj" and self._has_thing(above):
            return False
        if self._is_named_by(above, trigger):
            return True
        entries = self._entries_of(lemma)
        words = self.lexicon.statuses
        if any(entry.kind == "visit" and not entry.object for entry in entries):
            return self.scene.follows(trigger.i, words.purpose)
        core = self._is_core(token, ("obj", "nsubj", "obl:arg", "dep"))
        if trigger.kind == STAGED and core and self.is_of(above, "staging"):
            return True
        known = words.occurrence & set(self.lexicon.lemmas(above.lemma, above.text, True))
        return bool(known) and (core or bool(known & words.attending))
