"""The words of a language compiled for reading pages: phrases by first word, nouns, pronouns.

A phrase is a tuple of words as the page splits them. Nouns and names are compared *plain* (lower
case without accents), grammatical words in lower case with their accents.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Literal

from detente.finding.people.classes import Classes
from detente.finding.people.spelling import FORMS, plain, plain_set, split, tied, word_pattern
from detente.finding.people.verbs import speaking
from detente.languages.language import Language
from detente.languages.people import Names, Roles, Tables, Words
from detente.memory import Kept, Plain

Gender = Literal["m", "f"]
Phrases = dict[str, tuple[Words, ...]]


class Noun(Plain, frozen=True, gc=False):
    """A noun for a person: its words (plain), gender where it shows one, number, singular form;
    ``written`` is its first word with accents, for "jugé" is no "juge"."""

    words: Words
    gender: Gender | None
    plural: bool
    singular: str
    written: str = ""


class Pronoun(Plain, frozen=True, gc=False):
    """A pronoun: its words (lower case), gender, number, and whether it points to the nearest."""

    words: Words
    gender: Gender
    plural: bool
    nearest: bool


class Form(Plain, frozen=True, gc=False):
    """A word or mark as it is compared: ``low`` in lower case, ``plain`` also without accents,
    ``spoken`` if it is no mark; and what may be read where it stands, so that only its reader looks
    closer: ``opens`` is that any may, ``short`` a country, a side or two tied names."""

    text: str
    low: str
    plain: str
    capital: bool
    spoken: bool
    opens: bool
    pronoun: bool
    pair: bool
    noun: bool
    collective: bool
    short: bool
    civil: bool
    adjective: bool


Piece = tuple[int, int, Form]
"""A form, and where it begins and ends within what stands between two spaces."""


class Vocabulary:
    """The tables of a language, ready for reading words: phrases as tuples by first word."""

    def __init__(self, tables: Tables, spoken: frozenset[str] = frozenset()) -> None:
        self.tables = tables
        self.pieces = Kept(self._pieces, FORMS).__getitem__
        self._form = Kept(self._read_form, FORMS).__getitem__
        self.saying = tables.saying.forms | spoken
        self.pattern = word_pattern(tables.elisions)
        hung = "|".join(sorted(tables.enclitics, key=len, reverse=True))
        self.enclitic = re.compile(rf"(.+?)-(?:{tables.euphonic}-)?({hung})", re.IGNORECASE)
        self.nouns = self._nouns()
        self.pronouns = self._pronouns()
        self.forward = self._phrases(tables.pronouns.forward, lower=True)
        self.impersonal = re.compile("|".join(f"(?:{p})" for p in tables.pronouns.impersonal))
        self.things = re.compile("|".join(f"(?:{p})" for p in tables.pronouns.things))
        self._read_roles(tables.roles)
        self._read_names(tables.names)
        self._read_groups(tables)
        civil = tables.civilities
        self.civilities = (civil.masculine, civil.feminine, civil.either)
        self.classes = Classes(tables, self.saying)
        self.starts = self._starts()

    def _pieces(self, joint: str) -> tuple[Piece, ...]:
        """The forms of what stands between two spaces ("l'accord,"): a pronoun hung on a verb is
        one of its own."""
        found = []
        for match in self.pattern.finditer(joint):
            start, stop = match.span()
            hung = self.enclitic.fullmatch(joint, start, stop) if "-" in match.group() else None
            spans = (hung.span(1), hung.span(2)) if hung else ((start, stop),)
            found += [(begin, end, self._form(joint[begin:end])) for begin, end in spans]
        return tuple(found)

    def _read_form(self, text: str) -> Form:
        tables = self.tables
        low = tables.respelled.get(text) or text.lower()
        word = plain(low)
        prefixed, capital = word.startswith(tables.former_prefix), text[0].isupper()
        pronouns = (self.pronouns, tables.pronouns.strong, tables.pronouns.pointing)
        return Form(
            text,
            low,
            word,
            capital,
            text[0].isalnum(),
            opens=capital or low in self.starts or word in self.starts or prefixed,
            pronoun=any(low in known for known in pronouns),
            pair=low in tables.determiners.pair or low in tables.determiners.few,
            noun=word.removeprefix(tables.former_prefix) in self.nouns,
            collective=any(word in known for known in (self.unnamed, self.media, self.kind_nouns))
            or low in self.vague,
            short=word in self.countries or (capital and (word in self.sides or bool(tied(text)))),
            civil=any(word in known for known in self.civilities),
            adjective=not capital and self._is_adjective(low, word),
        )

    def _is_adjective(self, low: str, word: str) -> bool:
        """An adjective of the tables, or what looks like one."""
        roles = self.tables.roles
        if word in self.adjectives or word.startswith(roles.sided):
            return True
        other = word in self.no_adjectives or low in self.saying or word in self.nouns
        return word.endswith(roles.adjective_endings) and not other

    def _read_roles(self, roles: Roles) -> None:
        self.adjectives = plain_set(roles.adjectives)
        self.no_adjectives = plain_set(roles.no_adjectives)
        self.ordinal = re.compile(roles.ordinal)
        self.contested = plain_set(roles.contested)
        self.former = plain_set(roles.former)
        self.future = plain_set(roles.future)
        self.other = plain_set(roles.other)
        self.before = plain_set(roles.before) | self.former | self.future | self.other
        self.asides = plain_set(roles.asides)
        self.tails = self._phrases(roles.tails)
        self.posted = plain_set(roles.posted)
        self.genderless = plain_set(roles.genderless)
        shown: tuple[tuple[Gender, Words], ...] = (("m", roles.him), ("f", roles.her))
        self.shown = {plain(word): gender for gender, words in shown for word in words}
        self.within = self._phrases(roles.within, lower=True)
        self.mandated = plain_set(roles.mandated)
        self.charged = plain_set(self.tables.prepositions.charged)
        self.houses = plain_set(roles.houses)
        self.partisan = {plain(word): state for word, state in roles.partisan.items()}
        self.apart = plain_set(roles.apart)
        self.voices = plain_set(roles.voices)
        self.epithets = plain_set(roles.epithets)
        self.traits = plain_set(roles.traits)
        self.outsiders = plain_set(roles.outsiders)
        self.leaders = plain_set(roles.leaders)
        self.counterparts = plain_set(self._with_plurals(roles.counterparts))
        self.kin = plain_set(roles.kin)
        self.kindred, self.ranks = plain_set(roles.kindred), plain_set(roles.ranks)
        self.seconds = self.kin | plain_set(roles.seconds)

    def _read_names(self, names: Names) -> None:
        self.given: dict[str, Gender | None] = dict.fromkeys(map(plain, names.masculine), "m")
        for name in map(plain, names.feminine):
            self.given[name] = None if name in self.given else "f"
        self.ordinary = plain_set(names.ordinary)
        self.bodies = plain_set(names.bodies)
        self.joined = tuple(map(plain, names.joined))
        self.noble = self._phrases(names.noble)
        self.not_person_after = plain_set(names.not_person_after)
        self.led = plain_set(names.led)
        self.calling = self._phrases(names.calling, lower=True)
        self.lands, self.branches = self._phrases(names.lands), plain_set(names.branches)
        self.administrations = plain_set(names.governments)

    def _read_groups(self, tables: Tables) -> None:
        groups = tables.groups
        self.group_persons = self._phrases(groups.persons)
        self.group_states = self._phrases(groups.states)
        self.narrowing = self._phrases(groups.narrowing)
        self.charges = self._phrases(groups.charges)
        self.mankind = self._phrases(groups.mankind)
        self.everybody = {w for some in self.mankind.values() for words in some for w in words[1:]}
        self.group_bodies = self._phrases(groups.institutions)
        self.own, self.generic = plain_set(groups.own), plain_set(groups.generic)
        self.kinds = {plain(noun): kinds for noun, kinds in groups.kinds.items()}
        self.kind_nouns = self._phrases(groups.kinds)
        self.makers = plain_set(groups.makers)
        self.countries = plain_set(groups.countries)
        self.institutions = plain_set(groups.bodies)
        self.unnamed = self._phrases((*groups.unnamed, *groups.parties, *groups.tellers))
        self.tellers = plain_set(groups.tellers)
        self.parties = plain_set(groups.parties) | self.tellers
        self.domestic = plain_set(groups.domestic)
        self.departments = plain_set(groups.departments)
        self.beyond = plain_set(groups.beyond)
        self.quantities = plain_set(groups.quantities)
        self.lifeless, self.crowds = plain_set(groups.lifeless), plain_set(groups.crowds)
        self.governments = plain_set(groups.governments)
        self.vague = self._phrases(groups.vague, lower=True)
        self.peoples = {plain(k): v for k, v in groups.peoples.items()}
        self.locals = {plain(k): v for k, v in groups.locals.items()}
        self.sides = {plain(k): v for k, v in groups.sides.items()}
        self.place_before = self._phrases(tables.capitals.place_before, lower=True)
        self.departing = plain_set(tables.capitals.departing)
        self.addressed = plain_set(tables.capitals.addressed)
        self.owned = plain_set(tables.capitals.owned)
        self.indefinite = self._phrases(tables.determiners.indefinite, lower=True)
        self.one = tables.determiners.one
        self.media = self._phrases(tables.media.heads)
        self.feminine = plain_set(tables.forms.feminine)
        self.missions = plain_set(tables.forms.missions)
        self.unowned = plain_set(tables.forms.unowned)
        self.fielded = plain_set(tables.forms.fielded)
        self.invariable = plain_set(tables.forms.invariable)
        self.common = self.institutions.union(self.unnamed, self.media)

    def _starts(self) -> frozenset[str]:
        """Every word in lower case, plain or not, at which something may be read."""
        tables = self.tables
        heads = (self.nouns, self.unnamed, self.media, self.kind_nouns, self.pronouns, self.vague)
        civil = tables.civilities
        return frozenset(
            {w for head in heads for w in head}
            | tables.pronouns.strong.keys()
            | tables.pronouns.pointing.keys()
            | tables.determiners.pair
            | tables.determiners.few.keys()
            | self.countries
            | civil.masculine
            | civil.feminine
            | civil.either
        )

    def _phrases(self, phrases: Iterable[str], *, lower: bool = False) -> Phrases:
        """Phrases by first word, longest first; compared plain, or in lower case with accents."""
        form = str.lower if lower else plain
        found: dict[str, list[Words]] = {}
        for phrase in phrases:
            words = tuple(form(w) for w in split(phrase, self.tables.elisions))
            found.setdefault(words[0], []).append(words)
        return {
            key: tuple(sorted(set(ws), key=lambda w: (-len(w), w))) for key, ws in found.items()
        }

    def _with_plurals(self, nouns: Words) -> Words:
        return tuple(w for n in nouns for w in (n, self._plural(n)))

    def _plural(self, noun: str) -> str:
        special = self.tables.roles.plurals.get(noun)
        ending = self.tables.plural_ending
        return special or (noun if noun.endswith(ending) else noun + ending)

    def _nouns(self) -> dict[str, tuple[Noun, ...]]:
        roles, found = self.tables.roles, dict[Words, Noun]()
        kinds: tuple[tuple[Gender | None, Words], ...] = (
            ("m", roles.masculine),
            ("f", roles.feminine),
            (None, roles.genderless),
        )
        for gender, noun in ((gender, noun) for gender, nouns in kinds for noun in nouns):
            for form, plural in ((self._plural(noun), True), (noun, False)):
                spelled = split(form, self.tables.elisions)
                words = tuple(map(plain, spelled))
                before = found.get(words)
                both = before is not None and before.gender != gender
                own = None if both else gender
                found[words] = Noun(words, own, plural, plain(noun), spelled[0])
        index: dict[str, list[Noun]] = {}
        for noun_ in found.values():
            index.setdefault(noun_.words[0], []).append(noun_)
        return {k: tuple(sorted(ns, key=lambda n: -len(n.words))) for k, ns in index.items()}

    def _pronouns(self) -> dict[str, tuple[Pronoun, ...]]:
        table, found = self.tables.pronouns, dict[str, list[Pronoun]]()
        kinds: tuple[tuple[Words, Gender, bool], ...] = (
            (table.masculine, "m", False),
            (table.feminine, "f", False),
            (table.masculine_plural, "m", True),
            (table.feminine_plural, "f", True),
        )
        for forms, gender, plural in kinds:
            for form in forms:
                words = tuple(w.lower() for w in split(form, self.tables.elisions))
                pronoun = Pronoun(words, gender, plural, form in table.nearest)
                found.setdefault(words[0], []).append(pronoun)
        return {k: tuple(sorted(ps, key=lambda p: -len(p.words))) for k, ps in found.items()}


@cache
def vocabulary(language: Language) -> Vocabulary:
    """The vocabulary of a language; compiled once a process."""
    return Vocabulary(language.table("people", Tables), speaking(language))
