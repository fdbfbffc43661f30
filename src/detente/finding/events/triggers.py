"""Which words of a sentence name an event, one for each that it names."""

from __future__ import annotations

from msgspec.structs import replace

from detente.finding.events.codes import code
from detente.finding.events.lexicon import Lexicon
from detente.finding.events.misread import MISTAKEN, is_bare
from detente.finding.events.nouns import nouns
from detente.finding.events.objects import is_relative
from detente.finding.events.opening import BEFORE
from detente.finding.events.predicates import adjective
from detente.finding.events.scene import Scene
from detente.finding.events.trigger import Trigger
from detente.finding.events.verbs import VERBAL, verb

REFUSAL, HOPE = "refusal", "optimism"
COMPLEMENTS = frozenset({"obj", "obl", "obl:arg", "obl:mod", "nmod", "nsubj:pass"})

NEAR = 4
"""Tokens within which two nouns are one phrase."""

BESIDE = 3
"""Tokens from a verb to its noun within which both are the words of one event."""

OBJECT = 7
"""Tokens from a verb within which its object and what that is of are its words."""

SAYS_OF_WHAT = frozenset(
    {("aid", "sanction"), ("aid", "sanction_relief"), ("sanction", "sanction_relief")}
)
"""Kinds of which the first, below the second, only tells what is banned or lifted."""

STANDING = frozenset({"agreement"})
"""Kinds of which a word far from its participle only says what was concluded."""

LEFT = "withdrawal"
"""A kind that takes a treaty for granted."""

DONE = frozenset({"military", "aid"})
"""Kinds of which a noun may be what does the verb."""

GATHERED = frozenset({"meeting", "summit", "talks"})


def triggers(scene: Scene, lexicon: Lexicon) -> list[Trigger]:
    """The triggers of a sentence, in order; of two that name one event only one stays."""
    named = nouns(scene, lexicon)
    tokens = scene.parse.tokens
    asked = [t for t in tokens if t.pos in VERBAL or (t.pos in MISTAKEN and is_bare(scene, t))]
    held = {t.i for t in asked}
    asked += [t for t in tokens[:BEFORE] if t.i not in held]
    words = [t for t in asked if t.base in lexicon.bases or lexicon.may_tell(t.text)]
    verbs = [t for token in words for t in verb(scene, lexicon, token)]
    adjectives = [t for token in words for t in adjective(scene, lexicon, token)]
    taken = {i for t in named for i in t.tokens}
    verbs = [v for v in verbs if v.i not in taken]
    found = _settle(scene, lexicon, named, verbs) + adjectives
    return sorted(found, key=lambda t: t.tokens)


def _settle(
    scene: Scene, lexicon: Lexicon, named: list[Trigger], verbs: list[Trigger]
) -> list[Trigger]:
    """One event where a verb and its object name the same: "sign" and "agreement"."""
    by_token = {i: noun for noun in named for i in noun.tokens}
    kept: list[Trigger] = []
    gone: set[int] = set()
    left: set[int] = set()
    for one in verbs:
        noun = _noun_of(scene, one, by_token)
        meant = _gathered_as(scene, lexicon, one, by_token)
        if meant is not None:
            kept.append(meant)
            continue
        if _says_nothing(scene, lexicon, one, by_token, verbs):
            continue
        if _yields(one, noun):
            left |= {noun.i} if noun is not None else set()
            continue
        if noun is not None and noun.kind == one.kind and _is_said_of(scene, noun, one):
            gone |= {noun.i} if one.kind in STANDING else set()
            kept += [one] if one.kind in STANDING else []
            continue
        if noun is not None and is_relative(scene.parse.tokens[one.i]):
            kept.append(one)
        elif noun is not None and (one.noun_goes or _is_seized(one, noun)):
            gone |= {noun.i} - left
            kept.append(one)
        elif noun is not None and noun.kind == one.kind:
            gone.add(noun.i)
            kept.append(_joined(scene, noun, one))
        else:
            kept.append(one)
    told = {(i, v.kind) for v in kept for i in v.tokens}
    gone |= {n.i for n in named if (n.i, n.kind) in told}
    leaving = [v for v in kept if v.kind == LEFT]
    gone |= {n.i for n in named if n.kind in STANDING and _is_left(scene, n, leaving)}
    found = [n for n in named if n.i not in gone and not n.standing]
    found += [v for v in kept if not _convenes(scene, lexicon, v, by_token)]
    return _without_nested(scene, found)


def _gathered_as(
    scene: Scene, lexicon: Lexicon, one: Trigger, nouns: dict[int, Trigger]
) -> Trigger | None:
    """A verb of gathering told as what a noun without an article says: "se réunir en sommet"."""
    if one.kind not in GATHERED or scene.lemma(one.i) not in lexicon.classes["convening"]:
        return None
    below = [
        nouns[t.i]
        for t in scene.parse.kids(one.i, "obl", "obl:mod", "obl:arg", "dep")
        if t.i in nouns
    ]
    bare = (n for n in below if not scene.parse.kids(n.i, "det") and scene.parse.kids(n.i, "case"))
    noun = next((n for n in bare if n.kind in GATHERED), None)
    if noun is None:
        return None
    least = min(one.least, noun.least)
    return replace(one, kind=noun.kind, tokens=noun.tokens, least=least)


def _says_nothing(
    scene: Scene, lexicon: Lexicon, one: Trigger, nouns: dict[int, Trigger], verbs: list[Trigger]
) -> bool:
    """Whether another trigger tells all that a verb would: a noun of its kind below it or that
    does it, the event that is refused or hoped for."""
    below = _below(scene, lexicon, one, nouns) if nouns else []
    alone = code(one.kind).group != "verbal" and _noun_of(scene, one, nouns) is None
    if alone and any(n.kind == one.kind for n in below):
        return True
    if one.kind in (REFUSAL, HOPE) and _governs_one(scene, one, verbs):
        return True
    if one.kind == HOPE and below:
        return True
    if "object" in one.needs and any(scene.parse.tokens[n.i].dep == "obj" for n in below):
        return True
    return one.kind in DONE and _is_done_by_one(scene, lexicon, one, nouns)


def _yields(one: Trigger, noun: Trigger | None) -> bool:
    """Whether a verb leaves the event to its object."""
    if noun is None or _is_seized(one, noun):
        return False
    return one.noun_wins or noun.kind != one.kind == "military"


def _is_seized(one: Trigger, noun: Trigger) -> bool:
    """Whether relief is only what is seized or shot at on its way."""
    return one.kind == "military" and noun.kind == "aid"


def _noun_of(scene: Scene, one: Trigger, nouns: dict[int, Trigger]) -> Trigger | None:
    """The noun trigger that is the object of a verb, or of the same kind and what its object is of:
    "envoyer des tonnes d'aide"."""
    noun = nouns.get(one.object) if one.object is not None else None
    if noun is not None or not nouns or code(one.kind).group == "verbal":
        return noun
    things = scene.parse.kids(one.i, "obj")
    found = (nouns.get(k.i) for t in things for k in scene.parse.kids(t.i, "nmod"))
    return next((n for n in found if n is not None and n.kind == one.kind), None)


def _is_done_by_one(
    scene: Scene, lexicon: Lexicon, verb: Trigger, nouns: dict[int, Trigger]
) -> bool:
    """Whether a noun of the same kind is what does it: "des frappes ont visé un dépôt"."""
    subjects = scene.parse.kids(verb.i, "nsubj")
    doers = (nouns.get(t.i) for t in subjects if not lexicon.besides & {*scene.preposition(t.i)})
    return any(noun is not None and noun.kind == verb.kind for noun in doers)


def _is_said_of(scene: Scene, noun: Trigger, verb: Trigger) -> bool:
    """Whether a participle some words after a noun only says that it took place: "un prêt d'un
    milliard accordé par X"."""
    far = verb.tokens[0] > noun.tokens[-1] + 2
    return far and scene.parse.tokens[verb.i].dep == "acl"


def _without_nested(scene: Scene, found: list[Trigger]) -> list[Trigger]:
    """Of two nouns that say one thing, the first with the words of both ("rétablissement des
    sanctions"); of others those that tell something of their own."""
    kept = {t.i: t for t in found}
    for trigger in found:
        above = _nesting(scene, trigger, found)
        if above is None:
            continue
        kept.pop(trigger.i)
        near = trigger.tokens[0] - above.tokens[-1] <= NEAR
        if near and above.sort == trigger.sort == "noun" and above.i in kept:
            both = tuple(range(above.tokens[0], trigger.tokens[-1] + 1))
            kept[above.i] = replace(kept[above.i], tokens=both)
    return list(kept.values())


def _is_left(scene: Scene, noun: Trigger, verbs: list[Trigger]) -> bool:
    """Whether a treaty is only what somebody leaves, makes void or slams the door of."""
    tokens = scene.parse.tokens
    token = tokens[noun.i]
    above = {token.head, tokens[token.head].head} if token.dep in COMPLEMENTS else set()
    return any(
        v.i in above or (tokens[v.i].dep == "acl:relcl" and tokens[v.i].head == noun.i)
        for v in verbs
    )


def _convenes(scene: Scene, lexicon: Lexicon, verb: Trigger, nouns: dict[int, Trigger]) -> bool:
    """Whether the verb only says whom a noun's event brings together: "la rencontre qui devait
    réunir X et Y", "une rencontre a réuni X et Y"."""
    if scene.lemma(verb.i) not in lexicon.classes["convening"]:
        return False
    doers = (nouns.get(t.i) for t in scene.parse.kids(verb.i, "nsubj"))
    if any(noun is not None and noun.kind in GATHERED for noun in doers):
        return True
    token = scene.parse.tokens[verb.i]
    top = scene.parse.tokens[token.head] if token.dep == "xcomp" else token
    return top.dep == "acl:relcl" and top.head in nouns and nouns[top.head].kind in GATHERED


def _governs_one(scene: Scene, one: Trigger, verbs: list[Trigger]) -> bool:
    """Whether another verb's event is what is refused: that one is then told as not to be."""
    below = {t.i for t in scene.parse.kids(one.i, "xcomp")}
    return any(v.i in below for v in verbs)


def _below(
    scene: Scene, lexicon: Lexicon, one: Trigger, by_token: dict[int, Trigger]
) -> list[Trigger]:
    """The nouns that a verb makes happen; not what it took place at ("lors d'une réunion"), what
    its own object serves ("déployer des avions pour un exercice"), nor what it answers ("en
    riposte à")."""
    kids = [by_token[t.i] for t in scene.parse.kids(one.i, "obl", "obj") if t.i in by_token]
    serves = one.object is not None and code(one.kind).group == "measure"
    around = lexicon.at_or_for if serves else lexicon.statuses.around
    others = (around, lexicon.answered)
    return [n for n in kids if not any(scene.follows(n.tokens[0], o) for o in others)]


def _joined(scene: Scene, noun: Trigger, verb: Trigger) -> Trigger:
    """The verb's event; its words take in a noun that stands beside it ("accord conclu", "conclure
    un accord")."""
    before = noun.tokens[-1] < verb.tokens[0] <= noun.tokens[-1] + BESIDE
    reach = BESIDE if scene.parse.tokens[noun.i].head == verb.i else OBJECT
    after = verb.tokens[-1] < noun.tokens[0] <= verb.tokens[-1] + reach
    if not (before or after):
        return verb
    first, last = min(noun.tokens[0], verb.tokens[0]), max(noun.tokens[-1], verb.tokens[-1])
    return replace(verb, tokens=tuple(range(first, last + 1)))


def _nesting(scene: Scene, trigger: Trigger, found: list[Trigger]) -> Trigger | None:
    """The trigger that another one only says something of: "accord de normalisation", "convenir de
    signer", "l'accord négocié par X", "l'embargo sur les ventes d'armes"."""
    token = scene.parse.tokens[trigger.i]
    above = next((t for t in found if token.head in t.tokens and t is not trigger), None)
    if above is None:
        return None
    told = token.dep == "acl" and trigger.kind == "talks" and above.kind == "agreement"
    between = scene.parse.tokens[above.i + 1 : trigger.i]
    listed = trigger.i < above.i or any(t.pos == "CCONJ" for t in between)
    if token.dep.startswith(("nmod", "xcomp")) and not (listed and trigger.sort == "noun"):
        told = above.kind == trigger.kind or (trigger.kind, above.kind) in SAYS_OF_WHAT
    return above if told else None
