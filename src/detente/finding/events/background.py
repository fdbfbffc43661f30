"""Which mentions are not told as the news of the page: the day of the news is not theirs."""

from __future__ import annotations

from collections.abc import Sequence

from detente.finding.events.codes import code
from detente.finding.events.drafts import Draft
from detente.finding.events.evidence import DEFAULT, IN_FORCE, PRESENT, Evidence
from detente.finding.events.lexicon import Lexicon
from detente.finding.events.scene import Scene
from detente.finding.events.timing import carriers
from detente.finding.events.trigger import Trigger
from detente.records import Time


def drawn_out(scene: Scene, triggers: Sequence[Trigger], lexicon: Lexicon) -> frozenset[int]:
    """The triggers, by their governing token, that are told of a stretch of time or of a past that
    no date bounds: "a mené ces derniers mois", "a imposé à l'époque", "se voient chaque mois"."""
    owners = carriers(scene, triggers, lexicon)
    found: set[int] = set()
    for i, time in scene.timed.items():
        head = scene.parse.tokens[i].head
        if _is_open(time) and head not in {t.i for t in scene.parse.at(time.start, time.end)}:
            found.update(owners.get(head, ()))
    for trigger in triggers:
        above = scene.timed.get(scene.parse.tokens[trigger.i].head)
        if above is not None and _is_open(above):
            found.add(trigger.i)
    return frozenset(found)


def _is_open(time: Time) -> bool:
    """Whether a time is a stretch or a past without bounds, or a habit."""
    value = time.value or ""
    unbounded = time.type == "DURATION" and value.startswith("PX")
    return unbounded or time.type == "SET" or value == "PAST_REF"


def is_background(draft: Draft, evidence: Evidence) -> bool:
    """Whether a mention that bears no time is told as known, as a state or as a habit: penalties in
    force, "trois sommets", "un traité signé par", and a measure that is only named beyond the
    title and the first paragraph."""
    if code(draft.kind).group == "verbal":
        return False
    if evidence.because == IN_FORCE or draft.drawn_out:
        return True
    measure = code(draft.kind).group == "measure"
    if draft.trigger.sort != "noun":
        state = measure and evidence.because == PRESENT and not draft.trigger.lasting
        described = measure and _describes(draft.scene, draft.trigger.i)
        return state or described or _was_so(draft.scene, draft.trigger.i)
    if evidence.strength > DEFAULT:
        return False
    several = bool(draft.scene.parse.kids(draft.trigger.i, "nummod"))
    return several or (measure and not draft.opens and not _is_told_anew(draft))


def _is_told_anew(draft: Draft) -> bool:
    """Whether the words take up what was just told, or a verb brings them as news."""
    above = draft.scene.parse.tokens[draft.scene.parse.tokens[draft.trigger.i].head]
    return draft.this or above.pos == "VERB"


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
