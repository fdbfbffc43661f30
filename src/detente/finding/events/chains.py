"""What the words straight before a noun make of it, link by link: "l'espoir d'une relance des
pourparlers"."""

from __future__ import annotations

from collections.abc import Sequence

from detente.finding.events.codes import code
from detente.finding.events.described import Described
from detente.finding.events.evidence import DEFAULT, TENSE, WORDS, Evidence
from detente.finding.events.order import governing_word
from detente.finding.events.trigger import Trigger
from detente.languages.triggers import Verbs
from detente.records import EventStatus
from detente.syntax import Token

LINKS = 4
"""Words of a chain that are looked at; a chain of nouns seldom has more."""

FAVOURS = frozenset({"sanction_relief"})
"""Kinds of measure that are talked of before they are taken, by a definite noun too."""

UNREAL = ("hoped", "proposed", "hypothetical", "denied", "planned")
"""What a verb that is not yet, or not at all, makes of its object."""


class Chains(Described):
    """Reads the chain of words that a noun of which nothing else is told hangs on."""

    def chained(self, trigger: Trigger) -> Evidence | None:
        """What the chain above the noun tells of it, or above the one it is listed with ("évoquer
        des représailles ou des sanctions"); None if it does not."""
        first = trigger.tokens[0]
        vague = self.is_vague(trigger.i, first) or trigger.kind in FAVOURS
        for _ in range(LINKS):
            found = self._links(trigger, first, vague)
            token = self.scene.parse.tokens[trigger.i if first == trigger.tokens[0] else first]
            if found is not None or not self._goes_on_list(token):
                return found
            first = token.head
            over = self.scene.parse.tokens[first]
            first = over.head if over.dep in ("amod", "acl") else first
            vague = vague and self.is_vague(first, first)
        return None

    def _goes_on_list(self, token: Token) -> bool:
        """Whether a noun goes on with a list, as the tree tells or the bare noun after a comma."""
        bare = token.dep == "nmod" and not self.scene.preposition(token.i)
        return token.head < token.i and (token.dep == "conj" or bare)

    def _links(self, trigger: Trigger, first: int, vague: bool) -> Evidence | None:
        """What the chain above token ``first`` tells of the noun."""
        for _ in range(LINKS):
            above, link = governing_word(self.scene, first)
            if above is None or link in self.words.within:
                return None
            if not self._is_completed(above, link, trigger):
                return None
            found = self._decreed(above, trigger) or self._link(above, link, vague)
            found = found or self._asked_by(above, link, vague)
            if found is None and first < trigger.tokens[0]:
                found = self._told_ahead(above, trigger)
            if found is not None:
                return found
            between = self.words.phases | self.words.counts
            if above.pos != "NOUN" or above.base not in between:
                return None
            described = self.modified((above.i,), trigger.kind)
            if described is not None and described.strength == WORDS:
                return described
            first = above.i
        return None

    def _told_ahead(self, verb: Token, trigger: Trigger) -> Evidence | None:
        """What is announced by a part of it: "a annoncé la tenue d'une réunion"."""
        names = set(self.lexicon.lemmas(verb.lemma, verb.text, is_verb=True))
        told = verb.pos == "VERB" and bool(self.words.announcing & names)
        if not told or code(trigger.kind).done_by_announcing or self.is_negated(verb.i):
            return None
        return Evidence("planned", TENSE, "it is announced")

    def _asked_by(self, agent: Token, link: str, vague: bool) -> Evidence | None:
        """What a noun makes of another where who asks stands between: "l'appel du ministre à un
        cessez-le-feu", "la demande d'élus d'une réunion"."""
        if agent.pos != "NOUN" or not link or not (vague or link in self.words.hanging):
            return None
        above, between = governing_word(self.scene, agent.i)
        noun = above is not None and above.pos == "NOUN" and between in self.words.none_of
        if above is None or not noun or agent.dep != "nmod":
            return None
        mood = self.mood_of(above)
        return self.governed(mood, above) if mood in UNREAL else None

    def _link(self, above: Token, link: str, vague: bool) -> Evidence | None:
        if link in self.words.hanging and self.mood_of(above) == "postponed":
            return None
        article = link in self.words.merged
        cast = self._under_way(above) or self._cast(above, link, vague or article)
        return cast or self._threatened(above, link)

    def nearest(self, i: int) -> tuple[Token, EventStatus] | None:
        """The word straight before the noun that hopes for it, demands or denies it, and its mood,
        where the tree has the noun hang on another ("a annoncé un rappel et exigé une réunion")."""
        above, link = governing_word(self.scene, i)
        if above is None or above.i in self.scene.named or self._is_subject(i):
            return None
        if self.scene.follows(i, self.words.during):
            return None
        if above.pos == "VERB" and link and link not in self.words.merged:
            return None
        if not link and self._wants_preposition(above):
            return None
        mood = self.mood_of(above, link)
        return (above, mood) if mood in UNREAL and not self._is_modal(above) else None

    def _wants_preposition(self, verb: Token) -> bool:
        """Whether a verb that has a mood before "à" only names its object: "ce qu'il a appelé"."""
        names = self.lexicon.lemmas(verb.lemma, verb.text, is_verb=True)
        return bool(self.words.with_preposition & set(names))

    def _under_way(self, noun: Token) -> Evidence | None:
        """What is told of one of its days: "au premier jour d'une tournée"."""
        if noun.base not in self.words.stages:
            return None
        kids = self.scene.parse.kids(noun.i, "amod", "nummod")
        counted = any(k.base in self.words.ordinals for k in kids)
        return Evidence("ongoing", TENSE, "it is told day by day") if counted else None

    def _is_subject(self, i: int) -> bool:
        return self.scene.parse.tokens[i].dep.startswith("nsubj")

    def _is_modal(self, verb: Token) -> bool:
        lemma = verb.base
        return lemma in self.words.leading_on or lemma in self.words.turning_away

    def _is_completed(self, verb: Token, link: str, trigger: Trigger) -> bool:
        """Whether a noun completes a word, and no verb that names the same: "s'envoler pour un
        voyage"."""
        if verb.i in self.scene.named or (not link and self._wants_preposition(verb)):
            return False
        if verb.pos != "VERB":
            return True
        if link and link not in self.words.linking | self.words.merged:
            return False
        names = self.lexicon.lemmas(verb.lemma, verb.text, is_verb=True)
        entries = (e for name in names for own in (True, False) for e in self._entries(name, own))
        return not any(entry.kind == trigger.kind for entry in entries)

    def _entries(self, name: str, pronominal: bool) -> Sequence[Verbs]:
        return self.lexicon.verbs.get((name, pronominal), ())

    def _threatened(self, noun: Token, link: str) -> Evidence | None:
        """A noun beside whom the verb is aimed at: "menacer un pays de sanctions"."""
        verb = self.scene.parse.tokens[noun.head]
        if noun.pos != "NOUN" or link != "de" or noun.dep != "obj":
            return None
        mood = self.mood_of(verb)
        return self.governed(mood, verb) if mood == "hypothetical" else None

    def is_vague(self, head: int, first: int) -> bool:
        """Whether a noun points to nothing known: "un accord", "des sanctions", "d'accord"."""
        kids = self.scene.parse.kids(head, "det", "nummod")
        if any("Definite=Ind" in k.morph for k in kids):
            return True
        before = self.scene.parse.tokens[first - 1] if first else None
        merged = before is not None and before.word in self.words.merged
        return not kids and not merged

    def _cast(self, above: Token, link: str, vague: bool) -> Evidence | None:
        """What one link makes of the noun after it."""
        mood = self.mood_of(above, link)
        if mood is not None and mood != "held":
            return self.governed(mood, above)
        names = set(self.lexicon.lemmas(above.lemma, above.text, above.pos == "VERB"))
        if self.words.dates & names:
            return Evidence("planned", WORDS, "it is said when it is to be, or that this is open")
        if self.is_negated(above.i):
            named = None
        elif self.words.announcements & names:
            named = Evidence("planned", DEFAULT, "it is announced")
        else:
            named = self._talked_about(above, names) if vague else None
        if named is not None or above.pos not in ("VERB", "AUX"):
            return named
        brings = bool(self.words.leads_to & names)
        return self._brought(above, brings) if brings or vague else None

    def _talked_about(self, above: Token, names: set[str]) -> Evidence | None:
        """What is no more than needed, discussed or backed: "un débat sur des sanctions"."""
        if self.words.premises & names and above.pos == "NOUN":
            return Evidence("hypothetical", TENSE, f"what it needs is spoken of: {above.text!r}")
        if self.words.discussing & names:
            return Evidence("hypothetical", WORDS, f"it is only talked about: {above.text!r}")
        if self.words.backing & names:
            return Evidence("proposed", TENSE, f"it is only backed: {above.text!r}")
        return None

    def made(self, verb: Token) -> Evidence:
        """A noun that a verb makes happen; or is done for the sake of: "pour obtenir la
        libération"."""
        names = self.lexicon.lemmas(verb.lemma, verb.text, is_verb=True)
        brings = bool(self.words.leads_to & set(names))
        aimed = self._aimed_at(verb, brings) if brings else None
        return aimed or self.occurs(verb)

    def _brought(self, verb: Token, brings: bool) -> Evidence | None:
        """What a verb that is itself only hoped for, planned or denied makes of its object; what
        others are to lead to is hoped for, and so is what is done for its sake."""
        own = self.verb(verb.i)
        if own.strength == DEFAULT:
            return self._aimed_at(verb, brings)
        if own.status not in UNREAL or (own.status == "denied" and not brings):
            return None
        led = own.status == "planned" and verb.base in self.words.effects
        status = "hoped" if led else own.status
        return Evidence(status, max(own.strength, TENSE), own.because, governor=verb.i)

    def _aimed_at(self, verb: Token, brings: bool) -> Evidence | None:
        """What an infinitive of purpose makes of its object: as real as what is done for it."""
        if not self.is_purpose(verb):
            return None
        matrix = self.scene.parse.tokens[verb.head]
        own = self.verb(matrix.i) if matrix.pos == "VERB" and matrix.i != verb.i else None
        if own is not None and own.strength == WORDS and own.status in UNREAL:
            return Evidence(own.status, WORDS, own.because, governor=verb.i)
        return Evidence("hoped", TENSE, "it is what is aimed at") if brings else None

    def _decreed(self, verb: Token, trigger: Trigger) -> Evidence | None:
        """A penalty that is taken, told by a part of it: "a autorisé l'extension de sanctions"."""
        names = self.lexicon.lemmas(verb.lemma, verb.text, verb.pos == "VERB")
        taken = any(self.is_decreed(trigger.kind, name, verb) for name in names)
        return self.occurs(verb) if taken else None

    def is_decreed(self, kind: str, name: str, verb: Token) -> bool:
        """Whether a penalty is taken by being allowed: "a autorisé des sanctions"; not in a
        draft."""
        allowed = kind == "sanction" and name in self.words.allowing
        return allowed and not self._is_put_forward(verb.i)

    def _is_put_forward(self, i: int) -> bool:
        """Whether a text that is not adopted yet provides for it: "un projet de loi prévoyant",
        "le texte imposerait"."""
        for verb in (self.scene.parse.tokens[i], *self.scene.parse.ancestors(i)):
            present = {"VerbForm=Part", "Tense=Pres"} <= verb.morph
            finite = self.finite(verb)
            if verb.pos != "VERB" or not (present or finite is not None):
                continue
            if verb.dep in ("acl", "acl:relcl") and self._is_bill(
                self.scene.parse.tokens[verb.head]
            ):
                return True
            if finite is not None:
                subjects = self.scene.parse.kids(verb.i, "nsubj")
                names = set(self.lexicon.lemmas(verb.lemma, verb.text, is_verb=True))
                provides = names & (self.words.occurrence | self.words.deciding)
                active = bool(provides) and finite.i == verb.i
                return active and any(map(self._is_bill, subjects))
        return False

    def _is_bill(self, noun: Token) -> bool:
        kids = self.scene.parse.kids(noun.i, "acl", "amod")
        adopted = any(
            k.base in self.words.occurrence and "VerbForm=Fin" not in k.morph for k in kids
        )
        whole = self.scene.parse.tokens[noun.head] if noun.dep == "nmod" else noun
        named = {noun.base, whole.base}
        return bool(named & self.words.bills) and not adopted
