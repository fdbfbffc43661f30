"""What stands straight beside a trigger, whatever the parser hung it on: names, times, places."""

from __future__ import annotations

from collections.abc import Iterator

from detente.finding.events.codes import code
from detente.finding.events.subjects import HYPHEN, Subjects
from detente.finding.events.trigger import Trigger
from detente.syntax import Token

REACH = 12
"""Tokens after a verb within which its object may follow a time and a place."""

ADJECTIVES = 2
"""Adjectives after a noun that are looked at."""

BACKDROP = 4
"""Words before a noun within which those stand that make of it what goes on meanwhile."""

STOPS = frozenset({"PUNCT", "DET", "PRON", "CCONJ", "SCONJ", "AUX"})

DASHES = frozenset({HYPHEN, "–", "—", "/"})

UNREAL = frozenset({"hoped", "proposed", "hypothetical"})
"""What verbs of wishing and doubting make of what they govern."""

Slot = tuple[str, Token]
"""A slot's name (``subject``, ``object``, ``dative``, ``possessor``, ``adjective`` or the folded
preposition) and the token that heads what fills it."""


class Neighbours(Subjects):
    """Reads the words after a trigger in their order."""

    def _next(self, i: int) -> Token | None:
        """A name straight after the verb is its object, whatever the parser took it for; a time and
        a place may stand between: "a rencontré mardi à Paris X"."""
        tokens = self.scene.parse.tokens
        at, last = i + 1, min(len(tokens), i + REACH)
        while at < last:
            named = self.scene.named.get(at)
            if at in self.scene.timed or tokens[at].pos in ("PRON", "ADV", "DET"):
                at += 1
            elif named is not None:
                head = self.scene.head_of(named)
                beyond = at > i + 3 and tokens[at - 1].pos != "ADP"
                return head if beyond or not self.scene.parse.kids(head.i, "case") else None
            else:
                beyond_place = self._past_place(at)
                if beyond_place is None:
                    return None
                at = beyond_place
        return None

    def _past_place(self, at: int) -> int | None:
        """Where the words go on after a preposition of place and a name, known or not."""
        tokens = self.scene.parse.tokens
        word = tokens[at].word
        before = self.lexicon.contractions.get(word, word)
        if tokens[at].pos != "ADP" or before not in self.lexicon.places:
            return None
        mention = self.scene.named.get(at + 1)
        if mention is not None:
            return self.scene.parse.at(mention.start, mention.end)[-1].i + 1
        end = at + 1
        while end < len(tokens) and tokens[end].pos == "PROPN" and end not in self.scene.named:
            end += 1
        return end if end > at + 1 else None

    def _straight_after(self, i: int) -> Iterator[Slot]:
        """Names behind prepositions that follow a verb straight on, times and places between them:
        "conclu en 2015 entre X et Y", "s'est entretenu mardi à Z avec X"."""
        tokens = self.scene.parse.tokens
        at, last = i + 1, min(len(tokens), i + REACH)
        while at < last:
            if self._is_time(at):
                at += 1
            elif tokens[at].pos == "ADP":
                yield from self._introduced(tokens[at])
                at = self._past_place(at) or self._past_name(at)
            elif tokens[at].pos == "ADV":
                at += 1
            else:
                return

    def _beside(self, trigger: Trigger) -> Iterator[Slot]:
        """What follows the noun straight on, whatever the parser hung it on: adjectives, times,
        and names behind prepositions, each after the other ("sommet en 2018 entre X et Y")."""
        tokens = self.scene.parse.tokens
        at, last = trigger.tokens[-1] + 1, min(len(tokens), trigger.tokens[-1] + 1 + REACH)
        adjectives = 0
        while at < last:
            token = tokens[at]
            if self._is_time(at):
                at += 1
            elif (end := self._past_compound(at)) is not None:
                yield from self._introduced(tokens[end])
                at = self._past_name(end)
            elif token.pos == "ADP":
                agent, before = token.word in self.lexicon.by, tokens[at - 1]
                if not (agent and (self.is_spoken_of(before) or self.is_brokered(before))):
                    yield from self._introduced(token)
                at = self._past_name(at)
            elif token.pos == "CCONJ" and (past := self._past_manner(at + 1)) < len(tokens):
                at = past
            elif token.text == HYPHEN and adjectives > 0 and at + 1 < last:
                yield "adjective", tokens[at + 1]
                at += 2
            elif at in self.scene.named:
                mention = self.scene.named[at]
                at = self.scene.parse.at(mention.start, mention.end)[-1].i + 1
            elif adjectives < ADJECTIVES and token.pos not in STOPS:
                yield "adjective", token
                adjectives += 1
                at += 1
            else:
                return

    def is_spoken_of(self, token: Token) -> bool:
        """Whether a participle tells what is said or thought of something: by whom it is, takes no
        part in that ("une visite condamnée par X"), but who claims a deed does."""
        if token.pos not in ("VERB", "ADJ") or token.dep not in ("acl", "amod"):
            return False
        if self.is_of(token, "waging"):
            return False
        words = self.lexicon.statuses
        for lemma in self.lexicon.lemmas(token.lemma, token.text):
            entries = self.lexicon.verbs.get((lemma, False), ())
            if words.governors.get(lemma) in UNREAL or (
                entries and all(code(entry.kind).group == "verbal" for entry in entries)
            ):
                return True
        return False

    def is_brokered(self, token: Token) -> bool:
        """Whether a participle tells who brought others together: "un accord négocié par X"."""
        lemmas = self.lexicon.lemmas(token.lemma, token.text)
        return bool(self.lexicon.classes["brokering"] & set(lemmas))

    def _are_auspices(self, name: str, token: Token) -> bool:
        """Whether a preposition and a noun say who brings others together: "sous l'égide de X"."""
        known = self.lexicon.classes["auspices"]
        return name in self.lexicon.under and self.lexicon.singular(token.word) in known

    def _is_parted(self, name: str, token: Token, trigger: Trigger) -> bool:
        """Whether a side is told with what parts two ("les tensions entre X et Y"), or only with
        what goes on meanwhile ("dans un contexte de crise diplomatique avec X")."""
        mutual = name in self.lexicon.mutual
        cases = (
            self.scene.parse.kids(token.i, "case") if mutual or name in self.lexicon.between else ()
        )
        if not cases or cases[0].i == 0:
            return False
        before = self.scene.parse.tokens[cases[0].i - 1]
        if before.i in trigger.tokens:
            return False
        if mutual and before.dep == "amod" and before.head < before.i:
            before = self.scene.parse.tokens[before.head]
        parts = self.lexicon.singular(before.word) in self.lexicon.classes["discord"]
        return parts and not (mutual and not self._is_backdrop(before))

    def _is_backer(self, token: Token, trigger: Trigger) -> bool:
        """Whether somebody is only told to stand behind one of the sides: "Y, soutenu par X"."""
        verb = self.scene.parse.tokens[token.head]
        return verb.i not in trigger.tokens and verb.pos == "VERB" and self.is_of(verb, "backing")

    def _is_backdrop(self, noun: Token) -> bool:
        """Whether a noun follows words for what goes on meanwhile: "sur fond de", "en pleine"."""
        words = [
            self.lexicon.singular(t.word)
            for t in self.scene.parse.tokens[max(0, noun.i - BACKDROP) : noun.i]
        ]
        return not self.lexicon.classes["backdrop"].isdisjoint(words)

    def _is_time(self, at: int) -> bool:
        """Whether a time stands here, or the preposition before one."""
        tokens = self.scene.parse.tokens
        after = at + 1 < len(tokens) and at + 1 in self.scene.timed
        return at in self.scene.timed or (after and tokens[at].pos in ("ADP", "DET"))

    def _past_name(self, at: int) -> int:
        """Where the words go on after a preposition and the list of names behind it, or after how
        something is done ("sans délai"); else the end."""
        tokens = self.scene.parse.tokens
        first = at + 1
        while first < len(tokens) and tokens[first].pos in ("DET", "ADP"):
            first += 1
        mention = self.scene.named.get(first)
        if mention is None:
            return self._past_manner(at)
        start = self.scene.parse.at(mention.start, mention.end)[0].i
        joined = self.scene.joined.get(start, ())
        ends = [mention.end, *(self.scene.named[i].end for i in joined)]
        return self.scene.parse.at(mention.start, max(ends))[-1].i + 1

    def _past_manner(self, at: int) -> int:
        """Where the words go on after a preposition and a noun that tells how something is done:
        "en visioconférence", "à huis clos", "sans délai"; else the end."""
        tokens, manner = self.scene.parse.tokens, self.lexicon.classes["manner"]
        end = at + 1
        while end < len(tokens) and self.lexicon.singular(tokens[end].word) in manner:
            end += 1
        return end if end > at + 1 else len(tokens)

    def _past_compound(self, at: int) -> int | None:
        """The last token of the preposition of several words that begins here."""
        plain, begins = self.scene.plain, self.scene.begins
        if self.lexicon.compound.openers.isdisjoint(plain[begins[at] : begins[at] + 1]):
            return None
        for end in range(at + 1, min(at + self.lexicon.longest, len(begins) - 1)):
            words = len(self.compound(end))
            if words > 1 and begins[end + 1] == begins[at] + words:
                return end
        return None

    def _introduced(self, preposition: Token) -> Iterator[Slot]:
        """What a preposition straight after the noun introduces."""
        head = self.scene.parse.tokens[preposition.head]
        if preposition.dep == "case" and head.i > preposition.i:
            yield self._named(head), head

    def _between(self, trigger: Trigger) -> Iterator[Slot]:
        """Two sides that a clause parts from the noun: "l'accord qu'il a rendu possible entre"."""
        tokens = self.scene.parse.tokens
        first = trigger.tokens[-1] + 1
        for at in range(first, min(len(tokens) - 1, first + REACH)):
            if at in self.others or tokens[at].text in (";", ":", "."):
                return
            if tokens[at].pos == "ADP" and tokens[at].word in self.lexicon.between:
                before = tokens[at - 1]
                before = tokens[before.head] if before.dep == "amod" else before
                hurt = self.lexicon.singular(before.word) in self.lexicon.classes["casualties"]
                parted = before.pos == "NOUN" and before.i not in self.scene.timed and not hurt
                if not parted and (hurt or {at + 1, at + 2} & self.scene.named.keys()):
                    yield from self._introduced(tokens[at])
                return

    def _is_of_noun(self, name: str, token: Token) -> bool:
        """Whether "with" stands straight behind a noun that is told on its own."""
        if name not in self.lexicon.mutual:
            return False
        return any(t.i - 1 in self.others for t in self.scene.parse.kids(token.i, "case")[:1])

    def _is_paired(self, token: Token) -> bool:
        """Whether a name beside a noun, with no preposition, is one of two ("l'accord X-Y"); one
        alone is whom the next words are about."""
        mention = self.scene.named.get(token.i)
        if mention is None:
            return False
        inside = self.scene.parse.at(mention.start, mention.end)
        tokens, ends = self.scene.parse.tokens, (inside[0].i - 1, inside[-1].i + 1)
        whole = self.scene.head_of(mention).i == token.i
        ties = (i for i in ends if 0 < i < len(tokens) and _ties(tokens[i], whole))
        around = (i - 1 if i < token.i else i + 1 for i in ties)
        near = {m.actor for i in around if (m := self.scene.named.get(i)) is not None}
        return bool(near - {mention.actor}) or inside[0].i in self.scene.joined


def _ties(mark: Token, whole: bool) -> bool:
    """Whether a word or mark makes two of the names around it: "X-Y", "X et Y"; a comma only where
    the ``whole`` name hangs on the noun, and not a stray part of it."""
    return (whole and mark.text == ",") or mark.text in DASHES or mark.pos == "CCONJ"
