"""The shapes of ``triggers.toml`` and ``statuses.toml``: what names an event, how real it is."""

from __future__ import annotations

from typing import Literal

import msgspec

from detente.records import EventStatus

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
    """Nouns and noun phrases of one kind (``variant`` tells apart what codes differ in).

    ``lasting`` ones go on for days, ``weak`` ones need an actor or an earlier mention,
    ``occasion`` ones name a body and count only
    as its meeting, ``standing`` ones count only with a verb of concluding, ``word_class`` names a
    class of which one word must stand beside the noun, ``unlike`` one of which none may, ``to`` the
    prepositions of which one must ("un appel entre X et Y" is no demand); ``verbally`` is the kind
    of what persons do with words alone ("les attaques du président contre la cour"); ``alone`` ones
    say enough where nobody is named, ``vague`` ones mean other things too.
    """

    kind: str
    frame: str
    words: tuple[str, ...]
    variant: str = ""
    lasting: bool = False
    weak: bool = False
    occasion: bool = False
    standing: bool = False
    word_class: str | None = None
    unlike: str | None = None
    to: tuple[str, ...] = ()
    verbally: str | None = None
    alone: bool = False
    vague: bool = False


class Verbs(Shape, frozen=True, kw_only=True):
    """Verbs of one kind in one construction.

    ``object`` is the class of the object's head (of a complement's, if ``oblique``),
    ``beside`` a class of
    which one word must depend on the verb, ``to`` the prepositions of which one is required,
    ``infinitive`` whether one must follow;
    ``by`` the class of the subject's head;
    ``voice`` is the only one in which the verb counts ("retrouvé mort" tells of no meeting),
    ``barred`` are prepositions of which
    none may introduce a complement of the verb or of its object;
    ``bare`` verbs have no object but a pronoun, ``factual`` ones no clause ("reconnaître que"), and
    ``unlike`` names a class of which no word may complete the verb ("arriver au pouvoir");
    ``alone`` ones say
    enough where nobody is named; ``noun_wins`` leaves the event to its object, ``noun_goes``
    takes the object's for its own;
    what ``ahead`` ones name is still to come ("est attendu à"); the word ``beside`` is
    part of ``whole`` ones ("jouer les médiateurs").
    """

    kind: str
    frame: str
    words: tuple[str, ...]
    variant: str = ""
    lasting: bool = False
    object: str | None = None
    oblique: bool = False
    by: str | None = None
    beside: str | None = None
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


class Adjectives(Shape, frozen=True, kw_only=True):
    """Predicative adjectives that name an act: "se dire prêt à"; ``professed`` ones only after a
    verb by which somebody says it of himself."""

    kind: str
    frame: str
    words: tuple[str, ...]
    professed: bool = False


class Triggers(Shape, frozen=True, kw_only=True):
    """The table ``triggers.toml``. ``idioms`` are phrases in which a trigger's word names nothing
    that happens, ``compounds`` prepositions of several words, by the plain one they stand for."""

    frames: dict[str, Frame]
    classes: dict[str, tuple[str, ...]]
    plural_endings: tuple[tuple[str, str], ...]
    participle_endings: tuple[tuple[str, str], ...]
    finite_endings: tuple[tuple[str, str], ...]
    idioms: tuple[str, ...]
    contractions: dict[str, str]
    compounds: dict[str, tuple[str, ...]]
    places: tuple[str, ...]
    here: tuple[str, ...]
    of: str
    nearby: tuple[str, ...]
    onto: tuple[str, ...]
    articles: tuple[str, ...]
    towards: tuple[str, ...]
    relatives: tuple[str, ...]
    gathering: tuple[str, ...]
    mutual: tuple[str, ...]
    also: tuple[str, ...]
    such: tuple[str, ...]
    exchange: tuple[str, ...]
    bodies: dict[str, tuple[str, ...]]
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
    inside: str
    reflexives: tuple[str, ...]
    theirs: tuple[str, ...]
    parties: tuple[str, ...]
    nouns: tuple[Nouns, ...]
    verbs: tuple[Verbs, ...]
    adjectives: tuple[Adjectives, ...]


class Statuses(Shape, frozen=True, kw_only=True):
    """The table ``statuses.toml``: words that tell how real a happening is.

    ``governors`` act on what they govern, ``modifiers`` on the noun they stand with.
    ``occurrence`` verbs say that their noun takes place, ``inceptive`` ones that it has begun,
    ``attending`` ones take it as any complement. ``future`` verbs put their infinitive ahead,
    ``possible`` ones make it hypothetical, as ``chances`` do (nouns: "l'occasion de"); ``modals``
    are part of the trigger's words.
    ``taking_place`` ones have it as their subject, as ``arising`` ones do with a reflexive
    pronoun (``light`` ones only with a noun of
    theirs), ``announcing`` ones tell it beforehand.
    ``future_endings`` and ``conditional_endings`` are endings, accents kept, of no other tense.
    ``particles`` are the first half of a negation, which ``limiting`` words restrict ("pas
    seulement"); ``judged`` says how a thing went that took place.
    ``leading`` and ``trailing`` are prepositions
    before a noun that is still to come or is over (not if ``misleading``), ``since`` before a time
    that only bounds what is told, ``closing`` before what is over once the rest of the clause is
    true; what is called one of the ``premises`` is not yet; a penalty after ``enduring`` words is
    in force;
    ``eve`` and ``day_after`` by one day;
    ``hours`` are parts of a day or of a month, ``counts`` nouns
    that tell how many of another ("une série de"), ``numbered`` are the words for
    first, second and so on, each with its like, ``ordinals`` single
    out who did what ("le premier à partir"), ``provided`` introduces the text that
    provides for what there is. ``deciding`` verbs have as their subject who takes the measure that
    is their object; what has ``dates`` that are named or sought is to come; verbs
    ``turning_away`` from a thing do so in their pronominal use; with
    ``any_such`` as its only determiner a noun means no one happening. ``appointments`` without an
    article are still to come.
    ``unhindered`` verbs tell, negated, that their infinitive is done; what stands ``within``
    something is not what its verb hopes for or plans; ``opening`` words open a clause that tells
    what is aimed at, made a condition or did not come about. A noun after a negation and a word of
    ``none_of`` is denied (without the particle only after ``opening_negations``, at the head of a
    sentence); with that word before their infinitive verbs of ``ordering`` make a demand of it;
    what has only ``backing`` is proposed. What stands after a word of ``hanging`` is not itself put
    off: something hangs on it, or is put off to it.
    """

    governors: dict[EventStatus, tuple[str, ...]]
    modifiers: dict[EventStatus, tuple[str, ...]]
    opening: dict[EventStatus, tuple[str, ...]]
    occurrence: tuple[str, ...]
    inceptive: tuple[str, ...]
    copulas: tuple[str, ...]
    future: tuple[str, ...]
    modals: tuple[str, ...]
    possible: tuple[str, ...]
    chances: tuple[str, ...]
    saying: tuple[str, ...]
    negations: tuple[str, ...]
    particles: tuple[str, ...]
    limiting: tuple[str, ...]
    judged: tuple[str, ...]
    taking_place: tuple[str, ...]
    announcing: tuple[str, ...]
    light: dict[str, str]
    future_endings: tuple[str, ...]
    conditional_endings: tuple[str, ...]
    attending: tuple[str, ...]
    negative_determiners: tuple[str, ...]
    without: tuple[str, ...]
    conditions: tuple[str, ...]
    provided: tuple[str, ...]
    any_such: tuple[str, ...]
    appointments: tuple[str, ...]
    deciding: tuple[str, ...]
    phases: tuple[str, ...]
    bringing: tuple[str, ...]
    effects: tuple[str, ...]
    discussing: tuple[str, ...]
    merged: tuple[str, ...]
    linking: tuple[str, ...]
    excepting: tuple[str, ...]
    attempts: tuple[str, ...]
    defying: tuple[str, ...]
    ending: tuple[str, ...]
    future_marks: tuple[str, ...]
    stages: tuple[str, ...]
    with_preposition: tuple[str, ...]
    requested: tuple[str, ...]
    conceding: tuple[str, ...]
    unhindered: tuple[str, ...]
    within: tuple[str, ...]
    urging: tuple[str, ...]
    must: tuple[str, ...]
    introducing: dict[EventStatus, tuple[str, ...]]
    hours: tuple[str, ...]
    counts: tuple[str, ...]
    ordinals: tuple[str, ...]
    numbered: tuple[tuple[str, ...], ...]
    leading: tuple[str, ...]
    misleading: tuple[str, ...]
    closing: tuple[str, ...]
    enduring: tuple[str, ...]
    premises: tuple[str, ...]
    trailing: tuple[str, ...]
    during: tuple[str, ...]
    since: tuple[str, ...]
    purpose: tuple[str, ...]
    after: tuple[str, ...]
    before: tuple[str, ...]
    day_after: tuple[str, ...]
    eve: tuple[str, ...]
    dates: tuple[str, ...]
    turning_away: tuple[str, ...]
    none_of: tuple[str, ...]
    hanging: tuple[str, ...]
    opening_negations: tuple[str, ...]
    ordering: tuple[str, ...]
    backing: tuple[str, ...]
    announced: tuple[str, ...]
    announcements: tuple[str, ...]
    arising: tuple[str, ...]
    starting: tuple[str, ...]
    past_plurals: tuple[str, ...]
    charging: tuple[str, ...]
    believing: tuple[str, ...]
    keeping: tuple[str, ...]
    expiring: tuple[str, ...]
    reaching: tuple[str, ...]
    terms: tuple[str, ...]
    bills: tuple[str, ...]
    describing: tuple[str, ...]
    amid: tuple[str, ...]
    yielded: tuple[str, ...]
    choosing: tuple[str, ...]


class Dating(Shape, frozen=True, kw_only=True):
    """The table ``dating.toml``: words that tell which day an event has. ``until`` stands before a
    time that only bounds, ``when`` before the clause that a time dates, ``earlier`` after a length
    that is counted back, ``range`` maps the word before the first of two times to that between
    them; what a noun after ``same_day`` names is of the day of the news, after ``day_of`` it is on
    one of its days ({} stands for a number); ``closing`` verbs tell the last day of a stay, and the
    time of ``carrying`` ones is that of their object, and so is that of ``announcing`` ones, of a
    measure that is taken thereby; a noun after ``during`` lends its day to what is told of it."""

    until: tuple[str, ...]
    when: tuple[str, ...]
    earlier: tuple[str, ...]
    range: dict[str, str]
    same_day: tuple[str, ...]
    day_of: tuple[str, ...]
    closing: tuple[str, ...]
    carrying: tuple[str, ...]
    announcing: tuple[str, ...]
    during: tuple[str, ...]
