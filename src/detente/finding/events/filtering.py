"""Which triggers count: those whose company fits the frame, between parties that are not one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from detente.finding.events.cast import Cast
from detente.finding.events.codes import code
from detente.finding.events.drafts import Draft
from detente.finding.events.evidence import DEFAULT
from detente.finding.events.happenings import STANDING, Happening
from detente.finding.events.home import is_said_at_home
from detente.finding.events.participants import Company
from detente.finding.events.trigger import Trigger
from detente.records import Participant


def fits(trigger: Trigger, company: Company, cast: Cast) -> bool:
    """Whether a trigger has the company that its frame asks for."""
    if company.ruled_out or (trigger.people and not _is_of_people(trigger, company, cast)):
        return False
    if trigger.needs and company.slots.isdisjoint(trigger.needs):
        return False
    enough = len(company.participants) >= trigger.least or trigger.passive
    return trigger.sort == "noun" or enough


def counts(draft: Draft, cast: Cast) -> bool:
    """Whether a mention may count by its own sentence, however real it is."""
    if code(draft.kind).group == "verbal":
        said = _is_act(draft, cast) or _may_be_act(draft, cast)
        return said and not draft.at_home and not _is_no_quarrel(draft, cast)
    if _is_alone(draft, cast):
        return False
    return bool(draft.company.participants) or draft.definite or not draft.trigger.weak


def _is_of_people(trigger: Trigger, company: Company, cast: Cast) -> bool:
    """Whether only persons take part, as in what states do not do: see one another; a state may
    ring somebody."""
    kinds = sorted(cast.actors[p.actor].kind for p in company.participants)
    return {*kinds} <= {"person"} or (trigger.kind == CALL and kinds == RINGING)


def is_no_news(draft: Draft, cast: Cast) -> bool:
    """Whether a treaty is only named, accords are only called those that somebody has signed, or
    an attack is no state's affair."""
    if code(draft.kind).group == "verbal":
        return False
    crime = draft.trigger.verbally is not None and _is_crime(draft.company.participants, cast)
    return crime or _is_named_after_a_place(draft, cast) or _is_of_old(draft)


def _is_of_old(draft: Draft) -> bool:
    """Whether accords in the plural are only called those that somebody has signed, on no day:
    "oublier les accords qu'il a signés"."""
    token = draft.scene.parse.tokens[draft.trigger.i]
    if draft.kind not in STANDING or draft.trigger.sort != "verb" or draft.when is not None:
        return False
    thing = draft.trigger.object
    if token.dep != "acl:relcl" or thing is None or token.head != thing:
        return False
    return "Number=Plur" in draft.scene.parse.tokens[thing].morph


def _is_crime(parties: Sequence[Participant], cast: Cast) -> bool:
    """Whether an attack names nobody but private persons: "l'attaque contre l'ex-agent"."""
    return bool(parties) and all(_is_private(cast, party) for party in parties)


def _is_named_after_a_place(draft: Draft, cast: Cast) -> bool:
    """Whether a treaty is only called by its name ("l'accord de Vienne"), with no day or verb."""
    scene, trigger = draft.scene, draft.trigger
    if draft.kind not in STANDING or trigger.sort != "noun":
        return False
    if draft.when is not None or draft.evidence.strength > DEFAULT:
        return False
    beside = scene.named.get(trigger.tokens[-1] + 2)
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
    return not _is_at_home(draft, cast) and any(_is_official(cast, p) for p in sources)


def _is_at_home(draft: Draft, cast: Cast) -> bool:
    """Whether who speaks and whom he speaks to or of are of one side. A state that asks something
    for its own people asks others, and so does it blame others that complains of what is said or
    done to it; who denies answers somebody."""
    own = draft.company.participants
    sides = {p.state or p.actor for p in own}
    if len(sides) != 1 or len({p.role for p in own}) == 1 or draft.kind == ANSWER:
        return False
    sources = [p for p in own if p.role == "source"]
    others = [p for p in own if p.role != "source"]
    if any(cast.actors[p.actor].kind == "person" for p in sources):
        return True
    asks = draft.kind == REQUEST and all(_is_private(cast, p) for p in others)
    blames = draft.kind == BLAME and all(cast.actors[p.actor].kind == "state" for p in others)
    return not (asks or blames)


def _is_private(cast: Cast, participant: Participant) -> bool:
    """Whether a person holds no office."""
    actor = cast.actors[participant.actor]
    return actor.kind == "person" and actor.office is None


def _may_be_act(draft: Draft, cast: Cast) -> bool:
    """Whether a page that tells how two sides deal with one another makes a verbal act of words of
    which a private person is the source, or whose source the sentence does not name: a noun that
    says enough, that takes up what was said or says whom it is aimed at ("cette sommation", "des
    critiques à l'égard de X"), a verb outside quotations with a target or a pronoun before it."""
    if _is_at_home(draft, cast):
        return False
    named = bool(draft.company.participants)
    if draft.trigger.sort == "noun":
        return named or draft.this or draft.trigger.alone
    answers = draft.kind == ANSWER or _is_his(draft)
    return draft.trigger.sort == "verb" and draft.speaker is None and (named or answers)


def _is_no_quarrel(draft: Draft, cast: Cast) -> bool:
    """Whether somebody is blamed, nobody says by whom, and it is no state: a court accuses him, or
    his own people do ("X, accusé d'espionnage")."""
    own = draft.company.participants
    if draft.kind not in (CHARGE, BLAME) or any(p.role == "source" for p in own):
        return False
    if not own and not draft.trigger.passive and (draft.this or _is_his(draft)):
        return False
    return all(cast.actors[p.actor].kind == "person" for p in own)


def _is_his(draft: Draft) -> bool:
    """Whether a pronoun is the subject of a verb that somebody does: "elle a menacé"."""
    parse = draft.scene.parse
    subjects = parse.kids(draft.trigger.i, "nsubj")
    return any(t.pos == "PRON" and "Person=3" in t.morph for t in subjects)


def _is_official(cast: Cast, participant: Participant) -> bool:
    actor = cast.actors[participant.actor]
    return actor.kind != "person" or actor.office is not None or bool(actor.states)


def standing(happenings: Sequence[Happening], cast: Cast, home: str | None) -> list[Happening]:
    """The happenings that are more than words: someone takes part, a weak word has company, and
    what is said on a page about one state's own affairs (``home``) is said to or of another.
    On a page that tells how two sides deal with one another, words that name a dealing say enough
    where nobody is named ("une réunion d'urgence")."""
    happenings = [h for h in happenings if not is_said_at_home(h, cast, home)]
    happenings = [h for h in happenings if not _goes_on_at_home(h, cast)]
    told = {h.number for h in happenings if _stands(h, cast)}
    if not any(_is_dealing(h) for h in happenings if h.number in told):
        return [h for h in happenings if h.number in told]
    spoken = _spoken(h for h in happenings if h.number in told)
    return [h for h in happenings if h.number in told or _says_enough(h, spoken)]


def _goes_on_at_home(happening: Happening, cast: Cast) -> bool:
    """Whether a mention tells what goes on among the people of one state, and none who else takes
    part."""
    if not any(d.at_home for d in happening.drafts):
        return False
    beside = [p for d in happening.drafts if not d.at_home for p in d.company.participants]
    return len({p.state or p.actor for p in beside if not cast.is_vague(p.actor)}) < TWO


def _spoken(happenings: Iterable[Happening]) -> frozenset[tuple[int, int]]:
    """The sentence and token of each word that names an encounter or a measure."""
    told = (d for h in happenings if code(h.kind).group != "verbal" for d in h.drafts)
    return frozenset((d.scene.number, i) for d in told for i in d.trigger.tokens)


def _stands(happening: Happening, cast: Cast) -> bool:
    drafts = happening.drafts
    if code(drafts[0].kind).group == "verbal":
        return any(_is_act(d, cast) for d in drafts)
    if all(d.trigger.weak for d in drafts):
        return any(len(d.company.participants) >= 2 for d in drafts)
    if happening.told or happening.lender is not None:
        return True
    if any(d.trigger.alone or _is_from_a_place(d) for d in drafts):
        return True
    return any(_is_singular_gathering(d) for d in drafts)


def _is_from_a_place(draft: Draft) -> bool:
    """Whether a withdrawal says whence it is: that is told, whoever leaves."""
    beside = draft.scene.named.get(draft.trigger.tokens[-1] + 2)
    return draft.trigger.frame.leaves and beside is not None and draft.company.where is not None


def _is_dealing(happening: Happening) -> bool:
    """Whether an encounter or a measure brings two sides together."""
    sides = {p.state or p.actor for p in happening.known.values()}
    return len(sides) > 1 and code(happening.kind).group != "verbal"


def _says_enough(happening: Happening, spoken: frozenset[tuple[int, int]]) -> bool:
    if code(happening.kind).group == "verbal":
        return any(_is_aimed(d, spoken) for d in happening.drafts)
    return happening.kind in DEALINGS and any(_is_plain(d.trigger) for d in happening.drafts)


def _is_plain(trigger: Trigger) -> bool:
    """Whether a noun means one thing whoever is named beside it."""
    return trigger.sort == "noun" and not (trigger.weak or trigger.vague or trigger.verbally)


def _is_aimed(draft: Draft, spoken: frozenset[tuple[int, int]]) -> bool:
    """Whether what a private person says is of somebody, or of an encounter or a measure; words of
    which nobody is named as the source need no more than what let them through."""
    own = draft.company.participants
    if draft.trigger.sort == "noun" or not any(p.role == "source" for p in own):
        return True
    aimed = any(p.role == "target" for p in own)
    return aimed or any((draft.scene.number, i) in spoken for i in draft.about)


def _is_singular_gathering(draft: Draft) -> bool:
    token = draft.scene.parse.tokens[draft.trigger.i]
    return draft.kind in ALONE and "Number=Plur" not in token.morph


CALL = "call"
RINGING = ["person", "state"]
"""The kinds of who rings and who is rung, where a state does."""

REQUEST, BLAME = "demand", "criticism"
CHARGE = "accusation"
"""What a court has to do with as often as a state."""

ANSWER = "denial"
"""What is said to somebody who has said it of the other, whoever is named."""

TWO = 2
"""Sides that deal with one another, at the least."""

ALONE = frozenset({"summit", "press_conference", "ceasefire", "recall"})
"""Kinds whose word says enough even where nobody is named."""

DEALINGS = frozenset(
    {"meeting", "call", "visit", "summit", "talks", "correspondence"}
    | {"sanction", "sanction_relief", "military"}
)
"""Kinds whose words name a dealing between sides even where none is named."""
