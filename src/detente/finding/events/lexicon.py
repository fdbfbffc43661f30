"""The triggers of a language, compiled once: noun phrases by first word, verbs by lemma."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from functools import cache, lru_cache

from msgspec.structs import replace

from detente.finding.events.status_words import DatingWords, Phrases, StatusWords, phrases
from detente.languages.language import Language
from detente.languages.statuses import Dating, Statuses
from detente.languages.triggers import Adjectives, Frame, Nouns, Triggers, Verbs
from detente.memory import Kept, Plain
from detente.text import fold

VOCABULARY = 65_536
"""Words that are remembered without their plural ending, and with their lemmas."""


class Phrase(Plain, frozen=True, gc=False):
    """A noun trigger as folded words, each without its plural ending."""

    words: tuple[str, ...]
    entry: Nouns


class Construction(Plain, frozen=True, gc=False):
    """A verb in one construction, pronominal or not, with the classes of which it asks for a word
    each in its sentence."""

    entry: Verbs
    reflexive: bool
    asked: tuple[frozenset[str], ...]


class Lexicon:
    """What :mod:`detente.finding.events` looks words up in; built from the tables alone."""

    def __init__(self, triggers: Triggers, statuses: Statuses, dating: Dating) -> None:
        self.plurals = triggers.plural_endings
        self.singular: Callable[[str], str] = Kept(self._singular, VOCABULARY).__getitem__
        self.lemmas = lru_cache(VOCABULARY)(self._lemmas)
        self.constructions = lru_cache(VOCABULARY)(self._constructions)
        self.may_tell: Callable[[str], bool] = Kept(self._may_tell, VOCABULARY).__getitem__
        self.participles = triggers.participle_endings
        self.endings = tuple(ending for ending, _ in self.participles)
        self.finite = triggers.finite_endings
        self.irregular = triggers.irregular
        self._prepositions(triggers)
        self.frames = {name: _frame(frame) for name, frame in triggers.frames.items()}
        self.classes = {
            name: frozenset(self.singular(fold(word)) for word in words)
            for name, words in triggers.classes.items()
        }
        self.phrases: dict[str, list[Phrase]] = defaultdict(list)
        self.idioms: dict[tuple[str, ...], list[tuple[str, ...]]] = defaultdict(list)
        """Idioms by their first two words."""
        self.verbs: dict[tuple[str, bool], list[Verbs]] = defaultdict(list)
        self.adjectives: dict[str, Adjectives] = {}
        self.participial: dict[str, Adjectives] = {}
        self._possessives(triggers)
        self._fill(triggers)
        self.openers = self.phrases.keys() | {pair[0] for pair in self.idioms}
        """The words that a noun phrase or an idiom begins with."""
        self.telling = frozenset(lemma for lemma, _ in self.verbs)
        """The lemmas of verbs, pronominal or not."""
        self.bases = self.telling.union(self.adjectives, self.participial)
        """The lemmas of verbs and adjectives."""
        self.statuses = StatusWords(statuses, self.contractions)
        self.dating = DatingWords(dating, self.contractions, self.statuses.numbered)
        self._moments(triggers)
        self._joined()

    def _prepositions(self, triggers: Triggers) -> None:
        """Prepositions and other small words that tell slots apart."""
        self.contractions = triggers.contractions
        self.compounds = _compounds(triggers)
        self.compound = Phrases(sorted(self.compounds, key=len, reverse=True))
        self.longest = max(map(len, self.compounds))
        self.mutual = frozenset(map(fold, triggers.mutual))
        self.also = frozenset(map(fold, triggers.also))
        self.facing = frozenset(map(fold, triggers.facing))
        self.bodies = {fold(word): names for word, names in triggers.bodies.items()}
        self.blocs = {fold(word): name for word, name in triggers.blocs.items()}
        self.such = frozenset(map(fold, triggers.such))
        self.asides = frozenset(map(fold, triggers.asides))
        self.widest = max(len(phrase.split()) for phrase in self.such)
        self.relatives = frozenset(map(fold, triggers.relatives))
        self.inside = fold(triggers.inside)
        self.where = frozenset(map(fold, triggers.where))
        self.at_which = frozenset(map(fold, triggers.at_which))
        self.between = frozenset(map(fold, triggers.between))
        self.parties = frozenset(map(fold, triggers.parties)) | {"possessor"}
        self.places = frozenset(map(fold, triggers.places))
        self.here = frozenset(map(fold, triggers.here))
        self.of, self.some = fold(triggers.of), fold(triggers.some)
        self.nearby = frozenset(map(fold, triggers.nearby))
        self.onto = frozenset(map(fold, triggers.onto))
        self.articles = frozenset(map(fold, triggers.articles))
        self.pointing = frozenset(map(fold, triggers.pointing))
        self.whom = frozenset(map(fold, triggers.whom))
        self.by, self.agent = frozenset(map(fold, triggers.by)), fold(triggers.by[0])
        self.against, self.to = fold(triggers.against), fold(triggers.to)
        self.exchange = phrases(triggers.exchange, self.contractions)
        self.or_else = phrases(triggers.or_else, self.contractions)
        self.before = phrases(triggers.before, self.contractions)
        self.likewise = frozenset(map(fold, triggers.likewise))
        self.besides = frozenset(map(fold, triggers.besides))
        self.during = frozenset(map(fold, triggers.during))
        self.aims = frozenset(map(fold, triggers.aims))
        self.bidding = frozenset(map(fold, triggers.bidding))
        self.under = frozenset(map(fold, triggers.under))
        self.gathering = frozenset(map(fold, triggers.gathering))
        self.towards = frozenset(tuple(fold(words).split()) for words in triggers.towards)

    def _moments(self, triggers: Triggers) -> None:
        """What tells that something happens at a time or an occasion, or around it."""
        statuses = self.statuses
        self.moments = phrases(triggers.moments, self.contractions)
        closing = (words for words in statuses.closing if len(words) > 1)
        self.meanwhile = statuses.during + self.moments
        self.going_on = self.meanwhile + closing
        self.at_or_on = statuses.around + statuses.amid
        self.answered = phrases(triggers.answered, self.contractions)
        days = statuses.eve + statuses.day_after + self.dating.same_day
        self.counted_from = days + statuses.bounds
        self.since_or_until = statuses.since + statuses.leading + self.dating.until
        self.nearly = statuses.around + self.moments
        self.at_or_for = statuses.around + statuses.purpose + [(self.inside,)]

    def _joined(self) -> None:
        """Words that rules ask for together."""
        self.such_openers = frozenset(phrase.split()[0] for phrase in self.such)
        self.seats = self.parties | self.places
        self.jointly = self.between | self.mutual
        self.spoken = self.ours | self.mine | self.yours
        self.carrying = self.statuses.occurrence | self.dating.carrying
        self.counts = self.classes["quantities"] | self.statuses.counts

    def _possessives(self, triggers: Triggers) -> None:
        """Words that say whose something is, by person, and reflexive pronouns."""
        self.reflexives = frozenset(map(fold, triggers.reflexives))
        self.theirs = frozenset(map(fold, triggers.theirs))
        self.ours = frozenset(map(fold, triggers.ours))
        self.mine = frozenset(map(fold, triggers.mine))
        self.yours = frozenset(map(fold, triggers.yours))

    def _fill(self, triggers: Triggers) -> None:
        for nouns in triggers.nouns:
            for words in nouns.words:
                phrase = Phrase(tuple(map(self.singular, fold(words).split())), nouns)
                self.phrases[phrase.words[0]].append(phrase)
        for some in self.phrases.values():
            some.sort(key=lambda p: (-len(p.words), not p.entry.to, p.entry.word_class is None))
        for idiom in triggers.idioms:
            folded = tuple(map(self.singular, fold(idiom).split()))
            self.idioms[folded[:2]].append(folded)
        for verbs in triggers.verbs:
            entry = replace(verbs, needs=tuple(map(fold, verbs.needs)))
            for word in verbs.words:
                self.verbs[_infinitive(word)].append(entry)
        for entries in self.verbs.values():
            entries.sort(key=_looseness)
        for adjectives in triggers.adjectives:
            for word in adjectives.words:
                self.adjectives[fold(word)] = adjectives
                for verb in self._infinitives(word):
                    self.participial[fold(verb)] = adjectives

    def _infinitives(self, word: str) -> list[str]:
        """The verbs that a word may be a participle of."""
        endings = ((e, instead) for e, instead in self.participles if word.endswith(e))
        return [word[: -len(e)] + instead for e, instead in endings]

    def _singular(self, word: str) -> str:
        """A folded word without the ending that plurals have; the same for both numbers."""
        for ending, instead in self.plurals:
            if len(word) > len(ending) + 2 and word.endswith(ending):
                return word[: -len(ending)] + instead
        return word

    def _lemmas(self, lemma: str, text: str, is_verb: bool = False) -> tuple[str, ...]:
        """Lemmas to look a verb up by: the parser's, then those that its ending allows."""
        form = text.lower()
        endings = (*self.participles, *(self.finite if is_verb else ()))
        guesses = [form[: -len(e)] + instead for e, instead in endings if form.endswith(e)]
        known = [self.irregular[form]] if is_verb and form in self.irregular else []
        return tuple(dict.fromkeys(map(fold, (lemma, *guesses, *known))))

    def _constructions(self, lemma: str, text: str, is_verb: bool) -> tuple[Construction, ...]:
        """The constructions of the verbs that a token may be."""
        lemmas = self._lemmas(lemma, text, is_verb)
        uses = ((lemma, own) for lemma in lemmas for own in (False, True))
        known = ((entry, own) for lemma, own in uses for entry in self.verbs.get((lemma, own), ()))
        return tuple(Construction(entry, own, self._asked_by(entry)) for entry, own in known)

    def _asked_by(self, entry: Verbs) -> tuple[frozenset[str], ...]:
        asked = (entry.object, entry.by, entry.beside, entry.amid)
        return tuple(self.classes[name] for name in asked if name is not None)

    def _may_tell(self, text: str) -> bool:
        """Whether a token may name an event as a verb or an adjective by its ending."""
        told = not self.telling.isdisjoint(self._lemmas(text, text, is_verb=True))
        return told or self.singular(fold(text)) in self.adjectives


def _frame(frame: Frame) -> Frame:
    """A frame with its prepositions folded as tokens are."""
    prepositions = {fold(words): role for words, role in frame.prepositions.items()}
    never, needs = tuple(map(fold, frame.never)), tuple(map(fold, frame.needs))
    return replace(frame, prepositions=prepositions, never=never, needs=needs)


def _compounds(triggers: Triggers) -> dict[tuple[str, ...], str]:
    """The words of compound prepositions, contractions undone, each with its plain one."""
    found: dict[tuple[str, ...], str] = {}
    for plain, some in triggers.compounds.items():
        for phrase in phrases(some, triggers.contractions):
            found[phrase] = fold(plain)
    return found


def _looseness(entry: Verbs) -> tuple[bool, ...]:
    """The order in which a verb's constructions are tried: those that ask for most come first."""
    wanted = (entry.by, entry.beside, entry.object)
    return (not entry.infinitive, *(w is None for w in wanted), not entry.to)


def _infinitive(word: str) -> tuple[str, bool]:
    """The lemma and whether the use is pronominal: a reflexive pronoun is a word of its own."""
    first, *rest = fold(word).split()
    return (rest[-1], True) if rest and len(first) <= 2 else (" ".join((first, *rest)), False)


@cache
def links(prepositions: tuple[str, ...]) -> frozenset[str]:
    """The prepositions that a construction asks for, as tokens are compared."""
    return frozenset(map(fold, prepositions))


@cache
def lexicon(language: Language) -> Lexicon:
    """The compiled triggers of a language, built once a process."""
    tables = language.table("triggers", Triggers), language.table("statuses", Statuses)
    return Lexicon(*tables, language.table("dating", Dating))
