"""Shape of the ``cues`` table: what attributes words to a source, and the forms it takes."""

from __future__ import annotations

import msgspec


class Conjugation(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How verbs of one ending make their third persons: endings put after the infinitive less
    ``cut``. The first class of the table whose ``ending`` fits a verb is taken."""

    ending: str
    cut: str
    finite: tuple[str, ...]
    future: tuple[str, ...] = ()
    conditional: tuple[str, ...] = ()
    participle: tuple[str, ...]
    gerund: tuple[str, ...]


class Irregular(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Forms of a verb that no class makes, whole."""

    finite: tuple[str, ...]
    future: tuple[str, ...] = ()
    conditional: tuple[str, ...] = ()
    participle: tuple[str, ...]
    gerund: tuple[str, ...]


class Verbs(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Verbs that take the same constructions; the table says what each word of ``takes`` means."""

    takes: frozenset[str]
    words: tuple[str, ...]


class Nouns(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Nouns of saying, what somebody is rather than a post (``epithets``), or is called whatever
    the gender (``stars``), documents that speak (those for nobody else: ``itself``; those of a body
    that ``issued`` them itself) and what they are when somebody has ``made`` them, people who may
    speak without a name, those of them that pass on what others say (``media``) and do nothing
    else (``agencies``), those one speaks with (``counterparts``), what goes with the highest
    ``posts`` of a state (``offices``), what ``firms`` and ``bodies`` are called by, words for those
    whom a medium leaves ``nameless``, views that another shares (``echoes``), and signs that show
    words which nobody says."""

    saying: frozenset[str]
    epithets: frozenset[str]
    stars: frozenset[str]
    document: frozenset[str]
    itself: frozenset[str]
    made: frozenset[str]
    media: frozenset[str]
    agencies: frozenset[str]
    counterparts: frozenset[str]
    offices: frozenset[str]
    posts: tuple[str, ...]
    feminine_posts: frozenset[str]
    firms: frozenset[str]
    bodies: frozenset[str]
    nameless: frozenset[str]
    issued: frozenset[str]
    echoes: frozenset[str]
    human: frozenset[str]
    signs: frozenset[str]


class Sources(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Prepositions that name a source (as words): anywhere, or only at the head of a sentence.
    ``own`` are whole: their possessive points to the one spoken of; those ``viewing`` tell before a
    relative whose view follows."""

    sure: tuple[tuple[str, ...], ...]
    own: tuple[tuple[str, ...], ...]
    viewing: frozenset[str]
    opening: tuple[tuple[str, ...], ...]
    not_source: frozenset[str]


class Light(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words before an infinitive of saying that assert it, those that deny it, those of a purpose,
    which a negation before them denies, and verbs before the infinitive of an ``incise``."""

    asserting: frozenset[str]
    incise: frozenset[str]
    denying: frozenset[str]
    purpose: frozenset[str]


class Words(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Small words by the work they do in a clause."""

    that: frozenset[str]
    whether: frozenset[str]
    of: frozenset[str]
    to: frozenset[str]
    contracted_of: frozenset[str]
    contracted_to: frozenset[str]
    prepositions: frozenset[str]
    have: frozenset[str]
    be: frozenset[str]
    been: frozenset[str]
    conditional_auxiliaries: frozenset[str]
    reflexive: frozenset[str]
    clitics: frozenset[str]
    objects: frozenset[str]
    datives: frozenset[str]
    asked: frozenset[str]
    facing: frozenset[str]
    subjects: frozenset[str]
    third_persons: frozenset[str]
    latter: frozenset[str]
    feminine: frozenset[str]
    masculine: frozenset[str]
    former: frozenset[str]
    feminine_former: frozenset[str]
    plural_article: frozenset[str]
    definite: frozenset[str]
    indefinite: frozenset[str]
    feminine_indefinite: frozenset[str]
    first: frozenset[str]
    second: frozenset[str]
    possessives: frozenset[str]
    their: frozenset[str]
    pointing: frozenset[str]
    pointing_several: frozenset[str]
    alike: frozenset[str]
    quantities: frozenset[str]
    nobody: frozenset[str]
    many: tuple[str, ...]
    both: frozenset[str]
    linking: frozenset[str]
    negation: frozenset[str]
    negators: frozenset[str]
    adverbs: frozenset[str]
    adverb_endings: tuple[str, ...]
    conjunctions: frozenset[str]
    joined: frozenset[str]
    lightly: frozenset[str]
    comparing: frozenset[str]
    facts: frozenset[str]
    openers: frozenset[str]
    cleft: frozenset[str]
    moments: frozenset[str]
    contrasts: frozenset[str]
    impersonal: frozenset[str]
    within: frozenset[str]
    side: frozenset[str]
    plurals: frozenset[str]
    determiners: frozenset[str]
    articles: frozenset[str]
    relatives: frozenset[str]
    subject_relatives: frozenset[str]
    which: frozenset[str]
    places: frozenset[str]
    subordinators: frozenset[str]
    closers: frozenset[str]
    trailers: tuple[tuple[str, ...], ...]
    summaries: frozenset[str]
    last_closers: frozenset[str]
    gerund_endings: tuple[str, ...]
    plural_endings: tuple[str, ...]
    infinitive_endings: tuple[str, ...]
    participle_endings: tuple[str, ...]
    gerund_marker: frozenset[str]
    agent: frozenset[str]
    naming: frozenset[str]
    names: frozenset[str]
    named_things: frozenset[str]
    like: frozenset[str]


class Cues(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The whole table. ``reading`` are the words after a quotation that say where one can read
    it, without hyphens and linking letters; ``ties`` open a sentence that goes on from
    another; ``callings`` stand before the name that somebody goes
    by, ``mouths`` before who speaks for another (those with a noun of ``throats`` anywhere in a
    sentence), ``citing`` before whom a medium passes on."""

    conjugation: tuple[Conjugation, ...]
    irregular: dict[str, Irregular]
    verbs: tuple[Verbs, ...]
    light: Light
    reading: tuple[tuple[str, ...], ...]
    callings: tuple[tuple[str, ...], ...]
    ties: tuple[tuple[str, ...], ...]
    mouths: tuple[tuple[str, ...], ...]
    throats: frozenset[str]
    citing: tuple[tuple[str, ...], ...]
    nouns: Nouns
    sources: Sources
    words: Words
