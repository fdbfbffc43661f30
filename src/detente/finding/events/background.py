"""Which mentions are not told as the news of the page: the day of the news is not theirs."""

from __future__ import annotations

from collections.abc import Sequence

from detente.finding.events.codes import code
from detente.finding.events.drafts import Draft
from detente.finding.events.evidence import (
    BEGUN,
    DEFAULT,
    IN_FORCE,
    NEWS,
    PAST,
    PRESENT,
    RECOGNIZED,
    TAKEN_FOR_DONE,
    TAKEN_FOR_REAL,
    Evidence,
)
from detente.finding.events.lexicon import Lexicon
from detente.finding.events.scene import Scene
from detente.finding.events.trigger import Trigger
from detente.records import Time


def drawn_out(
    scene: Scene, triggers: Sequence[Trigger], owners: dict[int, list[int]], lexicon: Lexicon
) -> frozenset[int]:
    """The triggers, by their governing token, that are told of a stretch of time or of a past that
    no date bounds: "a mené ces derniers mois", "a imposé à l'époque", "se voient chaque mois"; not
    of what came at its end ("après des mois de querelles"). ``owners`` are the triggers that a time
    dates by the token it hangs on."""
    found: set[int] = set()
    for i, time in scene.timed.items() if triggers else ():
        head = scene.parse.tokens[i].head
        inside = scene.parse.at(time.start, time.end)
        over = scene.follows(inside[0].i, lexicon.statuses.closing, 0)
        if _is_open(time) and not over and head not in {t.i for t in inside}:
            found.update(owners.get(head, ()))
    for trigger in triggers:
        above = scene.timed.get(scene.parse.tokens[trigger.i].head)
        if above is not None and (_is_open(above) or _fills(scene, trigger, above, lexicon)):
            found.add(trigger.i)
    return frozenset(found)


def _fills(scene: Scene, trigger: Trigger, time: Time, lexicon: Lexicon) -> bool:
    """Whether a noun is what a length of time was filled with: "neuf années de négociations"."""
    words = lexicon.statuses
    linked = set(scene.preposition(trigger.i)) & words.linked
    return time.type == "DURATION" and bool(linked)


def _is_open(time: Time) -> bool:
    """Whether a time is a stretch or a past without bounds, or a habit."""
    value = time.value or ""
    unbounded = time.type == "DURATION" and value.startswith("PX")
    return unbounded or time.type == "SET" or value == "PAST_REF"


def is_news(draft: Draft, evidence: Evidence) -> bool:
    """Whether a mention that bears no time is told as what the page is there to tell: it opens the
    page, or a verb of the past states it; an encounter also where things happen during it or it is
    taken up. One that lasts, and a noun of which nothing is said, may be of any day; so may a
    measure that is not stated."""
    if code(draft.kind).group == "verbal" or draft.opens:
        return True
    if code(draft.kind).group == "measure":
        now = evidence.because == NEWS and draft.trigger.sort != "noun"
        return draft.announced or ((now or evidence.because == PAST) and _is_stated(draft))
    over = draft.evidence.because in (TAKEN_FOR_REAL, TAKEN_FOR_DONE)
    during = over and draft.trigger.sort == "noun" and not draft.trigger.lasting
    if draft.trigger.sort != "noun" or during or draft.this or draft.kind == "press_conference":
        return True
    return evidence.strength > DEFAULT and evidence.because != BEGUN


def is_background(draft: Draft, evidence: Evidence, news: bool) -> bool:
    """Whether a mention that bears no time is told as known, as a state or as a habit (penalties in
    force, "trois sommets", "un traité signé par", "depuis leur rencontre"), or its happening is not
    told as ``news``."""
    if code(draft.kind).group == "verbal":
        return False
    if evidence.because in (IN_FORCE, RECOGNIZED) or draft.drawn_out or draft.since or not news:
        return True
    measure = code(draft.kind).group == "measure"
    if draft.trigger.sort != "noun":
        state = measure and evidence.because == PRESENT and not draft.trigger.lasting
        described = measure and _describes(draft.scene, draft.trigger.i)
        return state or described or _was_so(draft.scene, draft.trigger.i)
    several = bool(draft.scene.parse.kids(draft.trigger.i, "nummod"))
    return several and evidence.strength <= DEFAULT


def _is_stated(draft: Draft) -> bool:
    """Whether the verb of a mention, or the one above its noun, is that of a statement: not of a
    clause that says which is meant ("qui a signé") or what stands against it ("bien que")."""
    parse = draft.scene.parse
    verb = parse.tokens[draft.trigger.i]
    if draft.trigger.sort == "noun":
        verb = parse.tokens[verb.head]
    while verb.dep == "xcomp":
        verb = parse.tokens[verb.head]
    around = (verb, *parse.kids(verb.i, "aux", "aux:tense", "aux:pass", "cop"))
    subjects = parse.kids(verb.i, "nsubj", "nsubj:pass")
    described = any("PronType=Rel" in t.morph for t in subjects)
    conceded = any("Mood=Sub" in t.morph for t in around)
    return not described and not conceded and verb.dep not in ("acl:relcl", "advcl", "acl")


def _describes(scene: Scene, i: int) -> bool:
    """Whether a participle only says which noun is meant: "un traité signé par X"."""
    token = scene.parse.tokens[i]
    return token.dep in ("acl", "amod") and "VerbForm=Part" in token.morph


def _was_so(scene: Scene, i: int) -> bool:
    """Whether a verb tells how things used to be ("ce bureau réunissait"), not what somebody said
    or did meanwhile ("a dit qu'il recevait", "qui parlait")."""
    token = scene.parse.tokens[i]
    free = token.dep not in ("ccomp", "acl:relcl")
    return free and "Tense=Imp" in token.morph and "VerbForm=Fin" in token.morph
