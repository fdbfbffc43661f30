"""The shape of ``<code>/people.toml``: the words of a language that name people and groups."""

from __future__ import annotations

import msgspec

Words = tuple[str, ...]


class _Table(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base of the tables: a key that is not known here is an error in the file."""


class Determiners(_Table, frozen=True):
    """Words that open a noun phrase, by what they say of it."""

    definite: frozenset[str]
    indefinite: Words
    demonstrative: frozenset[str]
    possessive: frozenset[str]
    possessive_plural: frozenset[str]
    contracted: frozenset[str]
    feminine: frozenset[str]
    masculine: frozenset[str]
    plural: frozenset[str]
    pair: frozenset[str]
    few: dict[str, int]
    numbers: frozenset[str]

    @property
    def one(self) -> frozenset[str]:
        """The indefinite articles of one thing."""
        return (self.feminine | self.masculine) & frozenset(self.indefinite)


class Prepositions(_Table, frozen=True):
    """Prepositions by what they do around a name or a role."""

    of: frozenset[str]
    bare_of: frozenset[str]
    the: frozenset[str]
    bound: frozenset[str]
    and_: frozenset[str] = msgspec.field(name="and")
    alike: frozenset[str]
    field: frozenset[str]
    charged: Words
    all: frozenset[str]
    source: frozenset[str]
    agent: frozenset[str]
    dating: frozenset[str]


class Linkers(_Table, frozen=True):
    """What may stand between a name and its verb, and what a finite verb looks like."""

    words: frozenset[str]
    relative: frozenset[str]
    that: frozenset[str]
    whose: frozenset[str]
    copulas: frozenset[str]
    clitics: frozenset[str]
    asides: frozenset[str]
    auxiliaries: frozenset[str]
    verb_endings: Words
    plural_verb_endings: Words


class Saying(_Table, frozen=True):
    """Verb forms that stand beside who speaks, and words before a verb that has its subject
    after it."""

    openers: frozenset[str]
    forms: frozenset[str]


class Pronouns(_Table, frozen=True):
    """Third-person pronouns by gender and number, and the impersonal uses of one."""

    masculine: Words
    feminine: Words
    masculine_plural: Words
    feminine_plural: Words
    nearest: frozenset[str]
    forward: Words
    after_relative: frozenset[str]
    strong: dict[str, str]
    pointing: dict[str, str]
    strong_after: frozenset[str]
    strong_before: Words
    tying: frozenset[str]
    infinitives: Words
    impersonal_subject: str
    impersonal: Words
    impersonal_after: frozenset[str]
    having: frozenset[str]
    things: Words


class Civilities(_Table, frozen=True):
    """Words that go before a person's name, by gender."""

    masculine: frozenset[str]
    feminine: frozenset[str]
    either: frozenset[str]
    plural: frozenset[str]


class Names(_Table, frozen=True):
    """Parts of names, and capitals that are none."""

    particles: frozenset[str]
    gendered: tuple[str, ...]
    elided: frozenset[str]
    noble: Words
    doubled: Words
    joined: Words
    masculine: Words
    feminine: Words
    ordinary: Words
    bodies: Words
    openers: frozenset[str]
    not_person_after: Words
    led: Words
    calling: Words
    ages: frozenset[str]
    whole: frozenset[str]
    parts: frozenset[str]
    branches: Words
    lands: Words
    governments: Words


class Roles(_Table, frozen=True):
    """Nouns that name a person by what they do, and the words around them."""

    masculine: Words
    feminine: Words
    genderless: Words
    within: Words
    him: Words
    her: Words
    plurals: dict[str, str]
    adjectives: Words
    adjective_endings: Words
    sided: Words
    ordinal: str
    no_adjectives: Words
    contested: Words
    partisan: dict[str, str]
    tails: Words
    mandated: Words
    posted: Words
    apart: Words
    houses: Words
    voices: Words
    former: Words
    future: Words
    other: Words
    before: Words
    asides: Words
    epithets: Words
    outsiders: Words
    traits: Words
    leaders: Words
    counterparts: Words
    kin: Words
    kindred: Words
    ranks: Words
    seconds: Words


class Groups(_Table, frozen=True):
    """Plural and collective nouns that act."""

    persons: Words
    states: Words
    institutions: Words
    narrowing: Words
    charges: Words
    mankind: Words
    countries: Words
    generic: Words
    kinds: dict[str, Words]
    seats: dict[str, tuple[str, ...]]
    makers: Words
    own: Words
    unnamed: Words
    bodies: Words
    lifeless: Words
    crowds: Words
    governments: Words
    parties: Words
    domestic: Words
    departments: Words
    beyond: Words
    tellers: Words
    quantities: Words
    vague: Words
    shared: frozenset[str]
    peoples: dict[str, str]
    sides: dict[str, Words]
    locals: dict[str, dict[str, str]]


class Capitals(_Table, frozen=True):
    """What tells a capital that acts from one where something happens."""

    place_before: Words
    departing: Words
    addressed: Words
    owned: Words
    dateline: frozenset[str]
    actor_before: frozenset[str]
    state_place: frozenset[str]
    state_place_contracted: frozenset[str]


class Forms(_Table, frozen=True):
    """How names are put together: "de" with an article, a state's government, two names."""

    of: dict[str, str]
    of_bare: str
    of_the: str
    of_vowel: str
    articles: dict[str, str]
    article_vowel: str
    article_plural: str
    worldwide: frozenset[str]
    feminine_ending: str
    either: frozenset[str]
    vowels: str
    omitted: Words
    inside: dict[str, str]
    inside_bare: str
    mute: str
    feminine: Words
    unowned: Words
    missions: Words
    fielded: Words
    invariable: Words
    government: str
    joiner: str
    side: Words
    stands: dict[str, str]

    def articled(self, name: str, plural: str) -> str:
        """A common noun with its article; ``plural`` ends those of many."""
        first = name.split(" ", maxsplit=1)[0].lower()
        if first.endswith(plural):
            return self.article_plural + name
        if name[:1] in self.vowels:
            return self.article_vowel + name
        return self.articles["f" if first in self.feminine else "m"] + name

    def joined(self, name: str) -> str:
        """A name with its article after "of": "du Venezuela", "de la Russie", "d'Israël"."""
        for start, joined in self.of.items():
            if name.lower().startswith(start):
                return joined + name[len(start) :]
        return (self.of_vowel if name[:1] in self.vowels else self.of_bare) + name


class Media(_Table, frozen=True):
    """Nouns before the name of a body that the knowledge base lacks."""

    heads: Words
    linking: frozenset[str]


class Tables(_Table, frozen=True):
    """``people.toml`` as written."""

    elisions: Words
    respelled: dict[str, str]
    enclitics: dict[str, str]
    euphonic: str
    plural_ending: str
    former_prefix: str
    determiners: Determiners
    prepositions: Prepositions
    linkers: Linkers
    saying: Saying
    pronouns: Pronouns
    civilities: Civilities
    names: Names
    roles: Roles
    groups: Groups
    capitals: Capitals
    forms: Forms
    media: Media
