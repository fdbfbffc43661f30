"""The forms of the cue verbs, made from their infinitives, and the small words of a language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from detente.errors import DataError
from detente.languages.cues import Conjugation, Cues, Irregular, Words
from detente.languages.language import Language

Mood = Literal["finite", "future", "conditional", "participle", "gerund", "infinitive"]
MOODS: tuple[Literal["finite", "future", "conditional", "participle", "gerund"], ...] = (
    "finite",
    "future",
    "conditional",
    "participle",
    "gerund",
)


@dataclass(frozen=True, slots=True)
class Verb:
    """A cue verb. ``tail`` are the words that follow its head ("savoir" of "faire savoir")."""

    lemma: str
    takes: frozenset[str]
    reflexive: bool
    tail: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """A written form of a verb's head."""

    verb: Verb
    mood: Mood


class Classes:
    """Classes of small words joined once, since rules ask for them at every word: words that
    open a clause ``below`` another, ``auxiliaries``, the ``contracted`` prepositions, articles that
    are no preposition (``bare_articles`` not in any case, ``articles`` "de" apart), what stands
    before a title (``leading``), the ``small`` words before a noun, what stands between a subject
    and its verb (``beside_verb``; ``before_verb`` without adverbs, ``close_by`` with auxiliaries),
    the ``closing`` words at which a noun phrase ends, "of" and "to" with their articles (``of``,
    ``towards``, ``facing`` with what else is said to one), prepositions with those in an article
    (``governing``, ``swallowing`` with "du" too), what opens another clause (``opening``,
    ``turning`` with conjunctions, ``introducing`` where it is no preposition; ``told_by`` relatives
    after "selon"), what an ``adverbial`` begins with, what stands before those who are counted
    (``counting``) or owned (``owning``), and what joins a row (``links``)."""

    def __init__(self, words: Words) -> None:
        self.below = words.relatives | words.that
        self.auxiliaries = words.have | words.be
        self.contracted = words.contracted_of | words.contracted_to
        self.articles = words.articles - words.of
        self.bare_articles = self.articles - words.contracted_of
        self.leading = words.articles | words.contracted_to
        self.small = words.prepositions | self.leading
        self.before_verb = words.clitics | words.negation
        self.beside_verb = self.before_verb | words.adverbs
        self.close_by = self.before_verb | words.reflexive | self.auxiliaries
        self.of = words.of | words.contracted_of
        self.towards = words.to | words.contracted_to
        self.facing = self.towards | words.facing
        self.governing = words.prepositions | words.contracted_to
        self.swallowing = self.governing | words.contracted_of
        self.opening = self.below | words.whether
        self.turning = self.below | words.conjunctions
        self.introducing = words.that | (words.subordinators - words.like - words.prepositions)
        self.adverbial = self.governing | words.adverbs
        self.counting = words.articles | words.contracted_of
        self.owning = words.articles | words.possessives
        self.told_by = words.subject_relatives | words.which
        self.links = words.conjunctions | words.lightly
        inside = words.of | words.to | self.contracted | words.gerund_marker
        self.closing = (words.prepositions - inside) | words.relatives | self.auxiliaries


class Runs:
    """Runs of words, looked up where they stand: by each length that those with the same first word
    have."""

    def __init__(self, runs: Iterable[tuple[str, ...]]) -> None:
        self._known = frozenset(runs)
        lengths: dict[str, set[int]] = {}
        for run in self._known:
            lengths.setdefault(run[0], set()).add(len(run))
        self._lengths = {word: sorted(some, reverse=True) for word, some in lengths.items()}
        self.first = frozenset(lengths)
        self.last = frozenset(run[-1] for run in self._known)
        """The words that a run begins with, and those that one ends with."""

    def at(self, lows: tuple[str, ...], i: int) -> list[int]:
        """The lengths of the runs that begin at a word, the longest first."""
        lengths = self._lengths.get(lows[i]) if 0 <= i < len(lows) else None
        return [n for n in lengths if lows[i : i + n] in self._known] if lengths else []


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The cue table, made ready: ``forms`` by lower-case word, longest verbs first, source
    prepositions (``openings`` only at the head of a sentence) and ``mouths`` with every form of the
    "of" they may end with, and what says that somebody is called so."""

    table: Cues
    forms: dict[str, tuple[Form, ...]]
    sources: Runs
    openings: Runs
    callings: Runs
    ties: Runs
    mouths: frozenset[tuple[str, ...]]
    classes: Classes

    @property
    def words(self) -> Words:
        """The small words."""
        return self.table.words


@cache
def lexicon(language: Language) -> Lexicon:
    """The lexicon of a language; built once a process.

    Raises DataError if a verb of the table fits no conjugation.
    """
    table = language.table("cues", Cues)
    forms: dict[str, list[Form]] = {}
    for verb, head in _verbs(table):
        for mood, words in _forms(table, verb, head):
            for word in words:
                forms.setdefault(word, []).append(Form(verb, mood))
    ordered = {word: tuple(sorted(f, key=_rank)) for word, f in forms.items()}
    named = (*table.sources.sure, *table.sources.own)
    sources = Runs(s for phrase in named for s in _spelled(phrase, table.words))
    mouths = frozenset(s for phrase in table.mouths for s in _spelled(phrase, table.words))
    runs, ties = Runs(table.callings), Runs(table.ties)
    openings, classes = Runs(table.sources.opening), Classes(table.words)
    return Lexicon(table, ordered, sources, openings, runs, ties, mouths, classes)


def _spelled(phrase: tuple[str, ...], words: Words) -> list[tuple[str, ...]]:
    """A source preposition, with every form of the "of" that it may end with."""
    if len(phrase) == 1 or phrase[-1] not in words.of:
        return [phrase]
    return [(*phrase[:-1], end) for end in sorted(words.of | words.contracted_of)]


def _rank(form: Form) -> tuple[int, bool, bool, str]:
    order = form.mood != "participle"
    return -len(form.verb.tail), not form.verb.reflexive, order, form.verb.lemma


def _verbs(table: Cues) -> list[tuple[Verb, str]]:
    takes: dict[str, frozenset[str]] = {}
    for group in table.verbs:
        for lemma in group.words:
            takes[lemma] = takes.get(lemma, frozenset()) | group.takes
    found = []
    for lemma, constructions in takes.items():
        words = lemma.replace("'", "' ").split()
        reflexive = words[0] in table.words.reflexive
        head, *tail = words[1:] if reflexive else words
        spelled = tuple(w for part in tail for w in part.split())
        found.append((Verb(lemma, constructions, reflexive, spelled), head))
    return found


def _forms(table: Cues, verb: Verb, head: str) -> list[tuple[Mood, tuple[str, ...]]]:
    irregular = table.irregular.get(verb.lemma) or table.irregular.get(head)
    if irregular:
        return [("infinitive", (head,)), *_whole(irregular)]
    for rule in table.conjugation:
        if head.endswith(rule.ending):
            return [("infinitive", (head,)), *_made(rule, head[: -len(rule.cut)])]
    raise DataError(f"The cue verb {verb.lemma} fits no conjugation of cues.toml.")


def _whole(irregular: Irregular) -> list[tuple[Mood, tuple[str, ...]]]:
    return [(mood, getattr(irregular, mood)) for mood in MOODS]


def _made(rule: Conjugation, stem: str) -> list[tuple[Mood, tuple[str, ...]]]:
    return [(mood, tuple(stem + ending for ending in getattr(rule, mood))) for mood in MOODS]
