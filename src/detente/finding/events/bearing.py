"""Who takes a measure and who bears it, told by the words that a measure is spoken of with: "la
menace de sanctions", "sous le coup de sanctions", "X a subi des frappes"."""

from __future__ import annotations

from collections.abc import Iterator

from detente.finding.events.neighbours import Neighbours, Slot
from detente.finding.events.objects import objects
from detente.finding.events.order import climbed, governing_word
from detente.finding.events.trigger import Trigger
from detente.syntax import Token

PENALTY = "sanction"
RELIEF = "sanction_relief"

LISTED = 14
"""Tokens before a list within which the verb stands that puts somebody on it."""

CORE = ("obj", "obl:arg", "dep")
"""Where the noun stands that a verb is about."""


class Bearing(Neighbours):
    """Reads the nouns and verbs that a measure hangs on."""

    def _listed(self, i: int) -> int:
        """The first noun of the list that a noun closes: what is said of it is said of all."""
        tokens = self.scene.parse.tokens
        while tokens[i].dep == "conj" and tokens[tokens[i].head].pos == "NOUN":
            i = tokens[i].head
        return i

    def _raised(self, i: int, trigger: Trigger) -> tuple[int, list[Slot]]:
        """The last noun of a chain that a measure is spoken of in, and whose it is: "la menace de
        X de sanctions", "la décision de X"."""
        found: list[Slot] = []
        token, above = climbed(self.scene, self.lexicon, self._listed(i))
        while trigger.frame.decided and above.i != token.i:
            text = self._text_with(above, token)
            if text is None and not self._is_shell(above, token):
                break
            found += list(self._owners_of(above, token)) if text is None else []
            token, above = climbed(self.scene, self.lexicon, above.i if text is None else text.i)
        return token.i, found

    def _text_with(self, verb: Token, token: Token) -> Token | None:
        """The law or draft that a measure is laid down in: "une loi prévoyant des sanctions"."""
        text = self.scene.parse.tokens[verb.head]
        within = verb.pos == "VERB" and verb.dep in ("acl", "acl:relcl") and text.i < verb.i
        laid = token.dep.startswith("obj") and self._named(token) == ""
        known = {text.base, self.lexicon.singular(text.word)}
        return text if within and laid and known & self.lexicon.classes["texts"] else None

    def _is_shell(self, above: Token, token: Token) -> bool:
        known = {above.base, self.lexicon.singular(above.word)}
        held = above.pos == "NOUN" and above.i != token.i and self._named(token) == self.lexicon.of
        return held and bool(known & self.lexicon.classes["shells"])

    def _owners_of(self, noun: Token, but: Token) -> Iterator[Slot]:
        for kid in self.scene.parse.kids(noun.i, "nmod", "amod", "det"):
            if kid.dep == "amod":
                yield "adjective", kid
            elif kid.dep == "det" and "Poss=Yes" in kid.morph:
                yield "possessor", kid
            elif kid.i != but.i and kid.i in self.scene.named:
                yield self._named(kid), kid

    def _borne(
        self, token: Token, above: Token, trigger: Trigger, names: set[str]
    ) -> Iterator[Slot]:
        """Who bears what a noun names: "X a essuyé", "X, visé par", "X fait l'objet de"; by the
        order of the words where the tree tells none. ``names`` are the slots that are known."""
        if trigger.frame.dative != "target":
            return
        is_open = self._is_open(trigger, names)
        bearers = self._bearers(token, above, self._named(token), is_open)
        if bearers is None:
            menacing = self.lexicon.classes["menacing"]
            governor, link = governing_word(self.scene, trigger.tokens[0])
            if governor is None or governor.base not in menacing:
                return
            above, bearers = governor, self._bearers(token, governor, link, is_open)
        for one in bearers or ():
            if one is not None and one.i != token.i:
                yield "dative", one
        lemma = above.base
        if lemma in self.lexicon.classes["menacing"] and bearers and not self._is_menaced(above):
            subject = self.subject(above.i)
            yield from [("subject", subject)] if subject is not None else []

    def _put_on(self, trigger: Trigger) -> Iterator[Slot]:
        """Who is put on a list, and by whom: "X inscrit Y sur sa liste noire"."""
        first = trigger.tokens[0]
        word = self.lexicon.singular(self.scene.parse.tokens[first].word)
        if trigger.kind != PENALTY or word not in self.lexicon.classes["blacklist"]:
            return
        before = self.scene.parse.tokens[max(0, first - LISTED) : first]
        verb = next((t for t in reversed(before) if t.pos == "VERB"), None)
        if verb is not None and self.is_of(verb, "figuring"):
            subject = self.subject(verb.i)
            yield from [("dative", subject)] if subject is not None else []
        if verb is None or not self.is_of(verb, "listing"):
            return
        undergone = self._is_past(verb) if verb.dep == "acl" else self.is_passive(verb.i)
        if undergone:
            yield from (("dative", t) for t in self.scene.parse.kids(verb.i, "nsubj:pass", "nsubj"))
            yield from self._agents(verb)
            return
        things = (t for t in objects(self.scene, verb) if t.i != trigger.i)
        yield from (("dative", t) for t in things)
        subject = self.subject(verb.i)
        yield from [("subject", subject)] if subject is not None else []

    def _agents(self, verb: Token) -> Iterator[Slot]:
        """By whom something is done to somebody."""
        kids = self.scene.parse.kids(verb.i, "obl:agent", "obl", "obl:mod")
        yield from ((self.lexicon.agent, t) for t in kids if self._named(t) in self.lexicon.by)

    def _bearers(
        self, token: Token, above: Token, link: str, is_open: bool
    ) -> list[Token | None] | None:
        """Those whom a noun hits by the word that it hangs on; None if that word tells nothing."""
        lemma, classes = above.base, self.lexicon.classes
        if above.i == token.i:
            return None
        if above.pos == "NOUN" and lemma in classes["brunt"] and link == self.lexicon.of:
            return [*self.scene.parse.kids(above.i, "nsubj")] or [self._bearer(above)]
        if lemma in classes["earning"]:
            kids = self.scene.parse.kids(above.i, "iobj", "obl")
            return [t for t in kids if t.dep == "iobj" or self._named(t) == self.lexicon.to]
        hit = self._hit(token, above, link)
        return self._weighed_down(token, above, link) if hit is None and is_open else hit

    def _hit(self, token: Token, above: Token, link: str) -> list[Token | None] | None:
        """Whom a verb says that its complement hits: "X subit", "X, visé par", "menace X de"."""
        lemma, classes = above.base, self.lexicon.classes
        if self._is_undergone(token, above):
            return [self.subject(above.i)]
        if lemma in classes["aiming"] and (link == self.lexicon.to or link in self.lexicon.by):
            return [*self.scene.parse.kids(above.i, "nsubj")] or [self._aimed_at(above)]
        if lemma in classes["menacing"] and link == self.lexicon.of:
            return [self._menaced(above)]
        return [self.subject(above.head)] if self.sees_itself(above) else None

    def _is_open(self, trigger: Trigger, names: set[str]) -> bool:
        """Whether nothing beside a penalty says whom it hits."""
        told = names & {self.lexicon.against, self.lexicon.to, "dative", *self.lexicon.onto}
        return trigger.kind == PENALTY and not told

    def _weighed_down(self, token: Token, above: Token, link: str) -> list[Token | None] | None:
        """Who lives with a penalty: "X ploie sous", "sous la pression de", "X a contourné", "qui
        étranglent X", "a placé X sur liste noire"."""
        classes = self.lexicon.classes
        core = token.dep.startswith(CORE) or link in (self.lexicon.of, self.lexicon.to)
        if above.pos == "VERB" and self.is_of(above, "withstanding"):
            return [self.subject(above.i)] if core or link in self.lexicon.under else None
        if link in self.lexicon.under:
            return [self._bearer(token)]
        if above.base in classes["weights"] and link == self.lexicon.of:
            laden = self._named(above) in self.lexicon.under
            return [self._bearer(above)] if laden else None
        if token.dep.startswith("nsubj") and self.is_of(above, "crushing"):
            return [] if self.is_passive(above.i) else self._acted_on(above)
        if self.is_of(above, "placing") and (link == self.lexicon.to or link in self.lexicon.onto):
            return self._acted_on(above) or [*self.scene.parse.kids(above.i, "nsubj:pass")]
        return None

    def _acted_on(self, verb: Token) -> list[Token | None]:
        """What a verb acts on."""
        thing = self._next(verb.i)
        return [thing] if thing is not None else [*self.scene.parse.kids(verb.i, "obj")]

    def _menaced(self, verb: Token) -> Token | None:
        """Whom a threat is made to: "menace X de sanctions", "X, menacé de sanctions"."""
        if self._is_menaced(verb):
            return self._aimed_at(verb)
        found = self.scene.parse.kids(verb.i, "obj", "iobj")
        return self._next(verb.i) or next((t for t in found if t.i in self.scene.named), None)

    def _is_menaced(self, verb: Token) -> bool:
        """Whether a threat is made to the subject of its verb; a participle that acts on somebody
        shares the auxiliary of the verb before it ("a réagi et menacé X de")."""
        acts = verb.dep == "conj" and bool(self._next(verb.i))
        return (self._is_past(verb) and not acts) or self.is_passive(verb.i)

    def _is_undergone(self, token: Token, verb: Token) -> bool:
        """Whether a verb says that its subject bears its object, or "est l'objet de" it."""
        objects = self.scene.parse.kids(verb.i, "obj")
        fixed = any(t.base in self.lexicon.classes["brunt"] for t in objects)
        known = verb.base in self.lexicon.classes["undergoing"]
        return (known and token.dep.startswith("obj")) or (fixed and verb.pos == "VERB")

    def _bearer(self, noun: Token) -> Token | None:
        above = self.scene.parse.tokens[noun.head]
        return above if above.i in self.scene.named else self.around(noun.i)

    def _aimed_at(self, verb: Token) -> Token | None:
        above = self.scene.parse.tokens[verb.head]
        return above if verb.dep == "acl" else self.subject(verb.i)

    def _weighing(self, clause: Token) -> Iterator[Slot]:
        """On whom a measure lies by a clause of its own: "les sanctions qui pèsent sur X"."""
        lemma, classes = clause.base, self.lexicon.classes
        if lemma in classes["aiming"] and not self.is_passive(clause.i):
            thing = self._next(clause.i)
            found = self.scene.parse.kids(clause.i, "obj")
            found = found if thing is None else [thing]
        elif lemma in classes["weighing"]:
            found = self.scene.parse.kids(clause.i, "obl", "nmod", "obj")
            weighed = self.lexicon.onto | {self.lexicon.against}
            found = [t for t in found if self._named(t) in weighed]
        else:
            return
        for kid in found:
            yield self.lexicon.against, kid

    def _exchanged(self, trigger: Trigger) -> Iterator[Slot]:
        """Who is to have a relief for what he gives: "X a promis de Y en échange de sa levée"."""
        first = trigger.tokens[0]
        if trigger.kind != RELIEF or not self.scene.follows(first, self.lexicon.exchange):
            return
        doer = self.around(trigger.i)
        if doer is None or doer.i not in self.scene.named:
            before = next((k for k in range(first - 1, -1, -1) if k in self.scene.named), None)
            doer = None if before is None else self.scene.head_of(self.scene.named[before])
        if doer is not None:
            yield "dative", doer

    def _harmed(self, token: Token, above: Token, trigger: Trigger) -> Iterator[Slot]:
        """Whom a strike hits: "X a été tué dans une frappe", "une frappe a tué X"."""
        harms = trigger.frame.harms and not (trigger.weak or trigger.lasting)
        if not harms or above.base not in self.lexicon.classes["harm"]:
            return
        undergone = token.dep.startswith("obl")
        found = self.scene.parse.kids(above.i, "nsubj:pass" if undergone else "obj")
        if undergone and above.dep == "acl":
            found = [*found, self.scene.parse.tokens[above.head]]
        for kid in found:
            yield "object", kid
