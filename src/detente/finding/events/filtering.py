"""Which triggers count: those whose company fits the frame, between parties that are not one."""

from __future__ import annotations

from collections.abc import Sequence

from detente.finding.events.cast import Cast
from detente.finding.events.codes import code
from detente.finding.events.drafts import Draft
from detente.finding.events.evidence import DEFAULT
from detente.finding.events.happenings import STANDING, Happening
from detente.records import Participant
from detente.text import fold


def counts(draft: Draft, cast: Cast) -> bool:
    """Whether a mention may count by its own sentence."""
    trigger, company = draft.trigger, draft.company
    if company.ruled_out:
        return False
    if trigger.needs and not any(fold(name) in company.slots for name in trigger.needs):
        return False
    enough = len(company.participants) >= trigger.least or trigger.passive
    if trigger.sort != "noun" and not enough:
        return False
    if code(draft.kind).group == "verbal":
        return _is_act(draft, cast)
    if _is_alone(draft, cast) or _is_named_after_a_place(draft, cast):
        return False
    return bool(company.participants) or draft.definite or not trigger.weak


def _is_named_after_a_place(draft: Draft, cast: Cast) -> bool:
    """Whether a treaty is only called by its name ("l'accord de Vienne"), with no day or verb."""
    scene, trigger = draft.scene, draft.trigger
    if draft.kind not in STANDING or trigger.sort != "noun":
        return False
    if draft.when is not None or draft.evidence.strength > DEFAULT:
        return False
    beside = scene.named.get(max(trigger.tokens) + 2)
    actor = cast.actors.get(beside.actor or "") if beside is not None else None
    return actor is not None and actor.kind == "place"


def _is_alone(draft: Draft, cast: Cast) -> bool:
    """Whether one person is said to do what takes two, and the verb is in the singular."""
    if not draft.trigger.frame.reciprocal:
        return False
    own, parse = draft.company.participants, draft.scene.parse
    verbs = (draft.trigger.i, *(t.i for t in parse.kids(draft.trigger.i, "aux")))
    plural = any("Number=Plur" in parse.tokens[i].morph for i in verbs)
    single = len(own) == 1 and cast.actors[own[0].actor].kind == "person"
    return single and not plural and not draft.company.slots & {"avec", "entre"}


def _is_act(draft: Draft, cast: Cast) -> bool:
    """A verbal act has a source that acts for a state or a body, and is not a quarrel at home."""
    own = draft.company.participants
    sources = [p for p in own if p.role == "source"]
    if not sources:
        return draft.trigger.sort == "noun" and draft.definite and bool(own)
    sides = {p.state or p.actor for p in own}
    if len(sides) == 1 and len(own) > 1:
        return False
    return any(_is_official(cast, p) for p in sources)


def _is_official(cast: Cast, participant: Participant) -> bool:
    actor = cast.actors[participant.actor]
    return actor.kind != "person" or actor.office is not None or bool(actor.states)


def standing(happenings: Sequence[Happening]) -> list[Happening]:
    """The happenings that are more than words: someone takes part, and a weak word has company.
    On a page that tells how two sides deal with one another, words that name a dealing say enough
    where nobody is named ("une réunion d'urgence")."""
    told = {h.number for h in happenings if _stands(h)}
    dealings = any(_is_dealing(h) for h in happenings if h.number in told)
    return [h for h in happenings if h.number in told or (dealings and _says_enough(h))]


def _stands(happening: Happening) -> bool:
    drafts = happening.drafts
    if code(drafts[0].kind).group == "verbal":
        return True
    if all(d.trigger.weak for d in drafts):
        return any(len(d.company.participants) >= 2 for d in drafts)
    if happening.told or happening.lender is not None:
        return True
    if any(d.trigger.alone or _is_from_a_place(d) for d in drafts):
        return True
    return any(_is_singular_gathering(d) for d in drafts)


def _is_from_a_place(draft: Draft) -> bool:
    """Whether a withdrawal says whence it is: that is told, whoever leaves."""
    beside = draft.scene.named.get(max(draft.trigger.tokens) + 2)
    return draft.trigger.frame.leaves and beside is not None and draft.company.where is not None


def _is_dealing(happening: Happening) -> bool:
    """Whether an encounter or a measure brings two sides together."""
    sides = {p.state or p.actor for p in happening.known.values()}
    return len(sides) > 1 and code(happening.kind).group != "verbal"


def _says_enough(happening: Happening) -> bool:
    return happening.kind in DEALINGS and any(
        d.trigger.sort == "noun" and not d.trigger.weak for d in happening.drafts
    )


def _is_singular_gathering(draft: Draft) -> bool:
    token = draft.scene.parse.tokens[draft.trigger.i]
    return draft.kind in ALONE and "Number=Plur" not in token.morph


ALONE = frozenset({"summit", "press_conference", "ceasefire", "recall"})
"""Kinds whose word says enough even where nobody is named."""

DEALINGS = frozenset(
    {"meeting", "call", "visit", "summit", "talks", "correspondence"}
    | {"sanction", "sanction_relief"}
)
"""Kinds whose words name a dealing between sides even where none is named."""
