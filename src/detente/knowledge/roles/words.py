"""The role words of a language, compiled with the names of the knowledge base."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from detente.knowledge.base import Knowledge
from detente.knowledge.roles.tokens import Phrases, words_of
from detente.languages.language import Language
from detente.languages.roles import Determiner, OrganRole, Role, RoleWords, Standing

REGION = "a region"
"""Stands for the id of a place whose name holds a state's and that is none (Northern Ireland)."""


@dataclass(frozen=True, slots=True)
class Noun:
    """A form of a noun of office."""

    lemma: str
    feminine: bool
    plural: bool


@dataclass(frozen=True, slots=True)
class Complement:
    """What completes a noun to a title: its words before and after the place of an adjective
    (``None`` if it has no such place), and the role that it makes."""

    before: tuple[str, ...]
    after: tuple[str, ...] | None
    plural: bool
    role: Role


class Complements:
    """The complements of a noun, by the word that follows it: most begin with other words."""

    def __init__(self, known: list[Complement]) -> None:
        firsts = {c.before[0] for c in known if c.before}
        self._bare = tuple(c for c in known if not c.before)
        self._by_first = {
            word: tuple(c for c in known if not c.before or c.before[0] == word) for word in firsts
        }

    def at(self, word: str) -> tuple[Complement, ...]:
        """Those that may begin with a word, those without words of their own included."""
        return self._by_first.get(word, self._bare)


@dataclass(frozen=True, slots=True)
class Words:
    """Everything a reader of role phrases looks up; ids of states and organs as values."""

    nouns: Phrases[Noun]
    complements: dict[str, Complements]
    organ_roles: dict[str, tuple[OrganRole, ...]]
    adjectives: Phrases[str]
    states: Phrases[str]
    capitals: Phrases[str]
    organs: Phrases[str]
    common_organs: Phrases[str]
    of: Phrases[None]
    at: Phrases[None]
    about: Phrases[None]
    joins: frozenset[str]
    infinitives: tuple[str, ...]
    adjective_endings: tuple[str, ...]
    loose: Phrases[None]
    fielded: frozenset[str]
    fields: Phrases[None]
    no_fields: Phrases[None]
    lesser: Phrases[None]
    determiners: Phrases[Determiner]
    feminine_determiners: frozenset[str]
    numbers: dict[str, int]
    before: Phrases[Standing]
    after: Phrases[Standing]
    epithets: Phrases[None]
    noise: Phrases[None]


@lru_cache(maxsize=4)
def compiled(language: Language, knowledge: Knowledge) -> Words:
    """The words of a language over the names of a knowledge base; made once a process."""
    table = language.table("roles", RoleWords)
    nouns = Phrases(_forms(table))
    return Words(
        nouns=nouns,
        complements=_complements(table),
        organ_roles={
            lemma: tuple(role for role in table.organ_roles if lemma in role.nouns)
            for lemma in table.nouns
        },
        **_names(table, language.code, knowledge),
        of=_plain(table.of),
        at=_plain(table.at),
        about=_plain(table.about),
        joins=frozenset(table.joins),
        infinitives=table.infinitives,
        adjective_endings=table.adjective_endings,
        loose=_plain(table.loose),
        fielded=frozenset(table.fielded),
        fields=_plain(table.fields),
        no_fields=_plain(table.no_fields),
        lesser=_plain(table.lesser),
        determiners=Phrases((w, kind) for kind, words in table.determiners.items() for w in words),
        feminine_determiners=frozenset(table.feminine_determiners),
        numbers=table.numbers,
        before=Phrases((w, kind) for kind, words in table.before.items() for w in words),
        after=Phrases((w, kind) for kind, words in table.after.items() for w in words),
        epithets=_plain(table.epithets),
        noise=_plain(table.noise),
    )


def _plain(words: tuple[str, ...]) -> Phrases[None]:
    return Phrases((word, None) for word in words)


def _names(table: RoleWords, code: str, knowledge: Knowledge) -> dict[str, Phrases[str]]:
    adjectives, capitals, organs, common = [], [], [], []
    states = [(region, REGION) for region in table.regions]
    for state in knowledge.states:
        adjectives += [(word, state.id) for word in state.adjectives.get(code, ())]
        own = (state.names.get(code, ""), *state.aliases.get(code, ()))
        states += [(name, state.id) for name in own]
        capitals += [(name, state.id) for name in state.capitals.get(code, ())]
    for organ in knowledge.organs:
        own = (organ.names.get(code, ""), *organ.aliases.get(code, ()))
        organs += [(name, organ.id) for name in own if name[:1].isupper()]
        common += [(name, organ.id) for name in own if name[:1].islower()]
    return {
        "adjectives": Phrases(adjectives),
        "states": Phrases(states),
        "capitals": Phrases(capitals),
        "organs": Phrases(organs),
        "common_organs": Phrases(common),
    }


def _forms(table: RoleWords) -> Iterator[tuple[str, Noun]]:
    for lemma, forms in table.nouns.items():
        for place, form in enumerate(forms):
            if form != "-":
                yield form, Noun(lemma, feminine=place in (1, 3), plural=place > 1)


def _complements(table: RoleWords) -> dict[str, Complements]:
    found: dict[str, list[Complement]] = {lemma: [] for lemma in table.nouns}
    for role in table.roles:
        for lemma in role.nouns:
            found[lemma] += [_complement(words, role, plural=False) for words in role.complements]
            found[lemma] += [
                _complement(words, role, plural=True) for words in role.plural_complements
            ]
    return {lemma: Complements(known) for lemma, known in found.items()}


def _complement(words: str, role: Role, *, plural: bool) -> Complement:
    before, star, after = words.partition("*")
    return Complement(words_of(before), words_of(after) if star else None, plural, role)
