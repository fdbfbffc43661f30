"""The shapes of ``statuses.toml`` and ``dating.toml``: how real an event is, and on which day."""

from __future__ import annotations

from detente.languages.triggers import Shape
from detente.records import EventStatus


class Statuses(Shape, frozen=True, kw_only=True):
    """The table ``statuses.toml``: words that tell how real a happening is.

    ``governors`` act on what they govern, ``modifiers`` on the noun they stand with; a governor of
    two words is one only with the second before what it governs ("compter sur"), ``joint`` or the
    preposition before the ``antecedent`` of a clause among them. ``verb_leaders`` are words that
    only a verb follows. ``thoughts`` are nouns for what is only thought of or offered, which
    ``accepting`` verbs make a plan; ``doubting`` words leave open what a future tells;
    ``infinitives`` end so; who is ``compelling`` another sees it done, and so does who is
    ``seizing`` the moment for it; ``inviting`` verbs and ``aims`` take a known encounter for
    granted; ``staying`` words before a journey tell it while it lasts,
    and so do ``dwelling`` verbs with what their subject is there for;
    what one announces that one is ``willing`` to do is planned,
    what is ``advised`` proposed, and so is what one is ``granting`` others time for; ``having`` had
    a chance is having taken it, and what is ``failing`` took place.
    ``occurrence`` verbs say that their noun takes place, ``inceptive`` ones that it has begun,
    ``attending`` ones take it as any complement. ``future`` verbs put their infinitive ahead,
    ``possible`` ones make it hypothetical, ``permitting`` ones until it is done, ``coming`` ones
    held, as ``chances`` do (nouns: "l'occasion de"); ``modals`` are part of the trigger's words.
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
    in force, and so is being ``onto`` one of the ``lists`` of the penalized;
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
    ``predicates`` are what a noun is said, or by ``judging`` verbs judged, to be; negated, the
    ``unlikely`` ones leave it open; an encounter that is ``threatened`` is only possible, one
    ``upheld`` planned. A truce that is ``holding`` goes on, and so do talks that somebody is
    ``furthering``, and so does what is to be brought to an end by ``stopping`` verbs, or
    ``putting`` ones with a noun of ``stops``; aid is taken back by ``cutting`` verbs, a penalty
    taken by ``taking`` ones and help given by ``giving`` ones, help of one's own only held out
    by ``offering`` ones; talks are called off by ``breaking`` verbs. Who is ``shunning`` an
    encounter takes it for granted; what is not ``confirming`` leaves it open; what is not to be
    ``after_all`` was planned; an offer or a plan is only possible that words of ``depending``
    follow. Deeds ``done`` are told by being announced; a clause under a ``subjunctive`` verb that
    tells what came before is no complement of it.
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
    permitting: tuple[str, ...]
    allowing: tuple[str, ...]
    coming: tuple[str, ...]
    holding: tuple[str, ...]
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
    renewing: tuple[str, ...]
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
    lists: tuple[str, ...]
    onto: tuple[str, ...]
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
    verb_leaders: tuple[str, ...]
    joint: str
    thoughts: tuple[str, ...]
    accepting: tuple[str, ...]
    doubting: tuple[str, ...]
    infinitives: tuple[str, ...]
    compelling: tuple[str, ...]
    seizing: tuple[str, ...]
    inviting: tuple[str, ...]
    aims: tuple[str, ...]
    staying: tuple[str, ...]
    willing: tuple[str, ...]
    advised: tuple[str, ...]
    granting: tuple[str, ...]
    having: tuple[str, ...]
    failing: tuple[str, ...]
    antecedent: str
    predicates: dict[EventStatus, tuple[str, ...]]
    judging: tuple[str, ...]
    unlikely: tuple[str, ...]
    threatened: tuple[str, ...]
    upheld: tuple[str, ...]
    furthering: tuple[str, ...]
    stopping: tuple[str, ...]
    stops: tuple[str, ...]
    putting: tuple[str, ...]
    cutting: tuple[str, ...]
    offering: tuple[str, ...]
    taking: tuple[str, ...]
    giving: tuple[str, ...]
    dwelling: tuple[str, ...]
    breaking: tuple[str, ...]
    shunning: tuple[str, ...]
    confirming: tuple[str, ...]
    after_all: tuple[str, ...]
    done: tuple[str, ...]
    subjunctive: tuple[str, ...]
    depending: tuple[str, ...]


class Dating(Shape, frozen=True, kw_only=True):
    """The table ``dating.toml``: words that tell which day an event has. ``until`` stands before a
    time that only bounds, ``beginning`` before the first of several days,
    ``by_then`` before one until which there is time, ``when`` before the
    clause that a time dates, ``earlier`` after a length that is counted back, ``range`` maps the
    word before the first of two times to that between them; what a noun after ``same_day`` names is
    of the day of the news, after ``day_of`` it is on one of its days ({} stands for a number);
    ``closing`` verbs tell the last day of a stay, and the time of ``carrying`` ones is that of
    their object, and so is that of ``announcing`` ones, of a measure that is taken thereby; a noun
    after ``during`` lends its day to what is told of it. After ``ago`` a length that nobody counted
    lies before the news, with ``lately`` it ends there. With a word for ``always`` a verb tells
    what somebody keeps to; ``turns`` tell who speaks next, of a day. Who does what the verbs of
    ``appearing`` tell speaks or acts on that day, and so does who is heard in ``utterances``; what
    a clause after ``during_which`` tells happened then. What is the first or the ``most`` of its
    kind since a time is not of that time. Words for ``then`` and ``that_day`` take up the time told
    before."""

    until: tuple[str, ...]
    beginning: tuple[str, ...]
    by_then: tuple[str, ...]
    when: tuple[str, ...]
    earlier: tuple[str, ...]
    range: dict[str, str]
    same_day: tuple[str, ...]
    day_of: tuple[str, ...]
    closing: tuple[str, ...]
    carrying: tuple[str, ...]
    announcing: tuple[str, ...]
    ago: tuple[str, ...]
    lately: tuple[str, ...]
    always: tuple[str, ...]
    turns: tuple[str, ...]
    during: tuple[str, ...]
    appearing: tuple[str, ...]
    utterances: tuple[str, ...]
    during_which: tuple[str, ...]
    most: tuple[str, ...]
    then: tuple[str, ...]
    that_day: tuple[str, ...]
