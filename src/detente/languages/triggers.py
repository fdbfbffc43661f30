"""The shape of ``triggers.toml``: what names an event."""

from __future__ import annotations

from typing import Literal

import msgspec

SlotRole = Literal["source", "target", "participant", "host", "broker", "none"]
"""``host`` is a state or place that receives: it takes part as a participant, through its state;
``broker`` brings others together, and takes part as its state where the page says that it did."""


class Shape(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base of the shapes below: a field that the program does not know is an error."""


class Frame(Shape, frozen=True, kw_only=True):
    """Which slot of the syntax fills which role; ``least`` is the number of actors it takes,
    ``never`` the prepositions that rule the event out; with ``owner`` it is the clause's subject's
    where it says no other; with ``attended``, where
    it says what goes on during it; ``mutual`` is what he has with whom he speaks of or to then,
    ``reciprocal`` what no one does alone, ``decided`` what
    takes place because its source says so, what ``harms`` has whom it hits as its target, what is
    ``given`` whom it reaches, and who ``leaves`` a country is not the country."""

    subject: SlotRole = "none"
    object: SlotRole = "none"
    dative: SlotRole = "none"
    possessor: SlotRole = "none"
    adjective: SlotRole = "none"
    auspices: SlotRole = "none"
    prepositions: dict[str, SlotRole] = {}
    needs: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    owner: bool = False
    attended: bool = False
    mutual: bool = False
    reciprocal: bool = False
    decided: bool = False
    harms: bool = False
    given: bool = False
    leaves: bool = False
    least: int = 0


class Nouns(Shape, frozen=True, kw_only=True):
    """Nouns and noun phrases of one kind (``variant`` tells apart what codes differ in;
    beside a word of the class ``variants`` they are of the variant of its name).

    ``lasting`` ones go on for days, ``weak`` ones need an actor or an earlier mention,
    ``occasion`` ones name a body and count only
    as its meeting, ``standing`` ones count only with a verb of concluding, ``word_class`` names a
    class of which one word must stand beside the noun, ``unlike`` one of which none may, ``to`` the
    prepositions of which one must ("un appel entre X et Y" is no demand), ``plural`` ones have
    another sense in the singular; ``verbally`` is the kind
    of what persons do with words alone ("les attaques du président contre la cour"); ``alone`` ones
    say enough where nobody is named, ``vague`` ones mean other things too.
    """

    kind: str
    frame: str
    words: tuple[str, ...]
    variant: str = ""
    lasting: bool = False
    variants: str | None = None
    weak: bool = False
    occasion: bool = False
    standing: bool = False
    word_class: str | None = None
    unlike: str | None = None
    to: tuple[str, ...] = ()
    verbally: str | None = None
    alone: bool = False
    vague: bool = False
    plural: bool = False


class Verbs(Shape, frozen=True, kw_only=True):
    """Verbs of one kind in one construction.

    ``object`` is the class of the object's head (of a complement's, if ``oblique``),
    ``beside`` a class of
    which one word must depend on the verb, ``amid`` one of which a word must stand in its sentence,
    ``to`` the prepositions of which one is required,
    ``infinitive`` whether one must follow;
    ``by`` the class of the subject's head, ``agents`` that of common nouns that may do it at all;
    ``voice`` is the only one in which the verb counts ("retrouvé mort" tells of no meeting),
    ``barred`` are prepositions of which
    none may introduce a complement of the verb or of its object;
    ``bare`` verbs have no object but a pronoun, ``factual`` ones no clause ("reconnaître que"), and
    ``unlike`` names a class of which no word may complete the verb ("arriver au pouvoir");
    ``alone`` ones say
    enough where nobody is named; ``noun_wins`` leaves the event to its object, ``noun_goes``
    takes the object's for its own;
    only ``people`` do to one another what some name;
    what ``ahead`` ones name is still to come ("est attendu à"); the word ``beside`` is
    part of ``whole`` ones ("jouer les médiateurs"); those that do not count ``aside`` only say in a
    clause of a noun what somebody calls it ("ceux que X qualifie de").
    """

    kind: str
    frame: str
    words: tuple[str, ...]
    variant: str = ""
    lasting: bool = False
    object: str | None = None
    oblique: bool = False
    by: str | None = None
    agents: str | None = None
    beside: str | None = None
    amid: str | None = None
    to: tuple[str, ...] = ()
    infinitive: bool = False
    needs: tuple[str, ...] = ()
    least: int | None = None
    voice: Literal["active", "passive"] | None = None
    verbally: str | None = None
    barred: tuple[str, ...] = ()
    bare: bool = False
    factual: bool = False
    unlike: str | None = None
    alone: bool = False
    noun_wins: bool = False
    noun_goes: bool = False
    ahead: bool = False
    whole: bool = False
    aside: bool = True
    people: bool = False


class Adjectives(Shape, frozen=True, kw_only=True):
    """Predicative adjectives that name an act: "se dire prêt à"; ``professed`` ones only after a
    verb by which somebody says it of himself; with a word of the class ``against`` after it the
    act is of the kind ``turned`` ("prêt à riposter")."""

    kind: str
    frame: str
    words: tuple[str, ...]
    professed: bool = False
    against: str | None = None
    turned: str = ""


class Triggers(Shape, frozen=True, kw_only=True):
    """The table ``triggers.toml``. ``idioms`` are phrases in which a trigger's word names nothing
    that happens, ``compounds`` prepositions of several words, by the plain one they stand for."""

    frames: dict[str, Frame]
    classes: dict[str, tuple[str, ...]]
    plural_endings: tuple[tuple[str, str], ...]
    participle_endings: tuple[tuple[str, str], ...]
    finite_endings: tuple[tuple[str, str], ...]
    irregular: dict[str, str]
    idioms: tuple[str, ...]
    contractions: dict[str, str]
    compounds: dict[str, tuple[str, ...]]
    places: tuple[str, ...]
    here: tuple[str, ...]
    of: str
    some: str
    nearby: tuple[str, ...]
    onto: tuple[str, ...]
    articles: tuple[str, ...]
    pointing: tuple[str, ...]
    towards: tuple[str, ...]
    relatives: tuple[str, ...]
    gathering: tuple[str, ...]
    mutual: tuple[str, ...]
    also: tuple[str, ...]
    such: tuple[str, ...]
    exchange: tuple[str, ...]
    or_else: tuple[str, ...]
    answered: tuple[str, ...]
    before: tuple[str, ...]
    bodies: dict[str, tuple[str, ...]]
    blocs: dict[str, str]
    facing: tuple[str, ...]
    asides: tuple[str, ...]
    whom: tuple[str, ...]
    by: tuple[str, ...]
    against: str
    to: str
    besides: tuple[str, ...]
    moments: tuple[str, ...]
    likewise: tuple[str, ...]
    during: tuple[str, ...]
    bidding: tuple[str, ...]
    aims: tuple[str, ...]
    under: tuple[str, ...]
    between: tuple[str, ...]
    where: tuple[str, ...]
    at_which: tuple[str, ...]
    inside: str
    reflexives: tuple[str, ...]
    theirs: tuple[str, ...]
    ours: tuple[str, ...]
    mine: tuple[str, ...]
    yours: tuple[str, ...]
    parties: tuple[str, ...]
    nouns: tuple[Nouns, ...]
    verbs: tuple[Verbs, ...]
    adjectives: tuple[Adjectives, ...]
