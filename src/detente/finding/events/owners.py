"""What a time dates by what it hangs on: the nearest trigger, or the verb that carries one."""

from __future__ import annotations

from detente.finding.events.clauses import agrees
from detente.finding.events.lexicon import Lexicon
from detente.finding.events.nearest import NEAR
from detente.finding.events.scene import CLAUSES, Scene
from detente.syntax import Token


def owned(
    scene: Scene, i: int, carriers: dict[int, list[int]], lexicon: Lexicon
) -> list[int] | None:
    """The triggers that a time dates by what it hangs on; None if it hangs on none of them."""
    below = scene.parse.tokens[i]
    for above in scene.parse.ancestors(i):
        apart = _is_clause(below, above, i) or _is_done_before(scene, below, i)
        if apart or _is_predicate(scene, below, i):
            return _described(scene, i, carriers)
        if above.i in carriers:
            return [t for t in carriers[above.i] if not _is_of_part(scene, below, t)]
        if below.dep == "acl:relcl" and below.pos == "VERB":
            return _described(scene, i, carriers)
        if _is_occasion(scene, below, above, lexicon):
            below = above
            continue
        said = any(t.i > i for t in scene.parse.kids(above.i, "ccomp"))
        aside = below.dep == "appos" and below.pos == "NOUN" and below.i not in scene.timed
        if said or aside or _tells_of_another(scene, below, above, lexicon):
            return _claimed(scene, i, above, carriers, lexicon)
        if _is_its_date(scene, i, above, lexicon) or _is_of_office(scene, above):
            return []
        below = above
    return None


def _is_predicate(scene: Scene, token: Token, time: int) -> bool:
    """Whether a time is all that a relative clause says of its noun: "X, qui était mardi à Y"."""
    return token.i == time and token.dep == "acl:relcl" and bool(scene.parse.kids(time, "cop"))


def _is_of_part(scene: Scene, participle: Token, trigger: int) -> bool:
    """Whether a participle tells of the last word of a noun with its complement, and not of what
    they name together: "la levée des sanctions imposées en mai"."""
    noun = scene.parse.tokens[trigger]
    within = participle.dep == "acl" and participle.head > trigger and noun.pos == "NOUN"
    return within and scene.parse.tokens[participle.head].dep.startswith("nmod")


def tells_its_day(participle: Token, lexicon: Lexicon) -> bool:
    """Whether the time of a participle is that of its noun ("prévue lundi", "tenue lundi"), not of
    those who told it ("annoncée lundi")."""
    words = lexicon.statuses
    names = {participle.word, *lexicon.lemmas(participle.lemma, participle.text)}
    return bool(names & words.due) and not names & words.telling


def _claimed(
    scene: Scene, i: int, verb: Token, carriers: dict[int, list[int]], lexicon: Lexicon
) -> list[int]:
    """The triggers of what somebody says now that he did at the time before: "lundi, X assure
    avoir frappé"."""
    present = {"VerbForm=Fin", "Tense=Pres"} <= verb.morph
    if i > verb.i or not present or verb.base not in lexicon.statuses.saying:
        return []
    return [t for k in scene.parse.kids(verb.i, "xcomp", "ccomp") for t in carriers.get(k.i, ())]


def _is_done_before(scene: Scene, token: Token, time: int) -> bool:
    """Whether a time follows an infinitive that tells what came before what is told of it: "accuse
    X d'avoir livré en mai"."""
    aux = [t for t in scene.parse.kids(token.i, "aux") if t.dep in ("aux", "aux:tense")]
    return token.i < time and any("VerbForm=Inf" in t.morph for t in aux)


def _is_occasion(scene: Scene, below: Token, noun: Token, lexicon: Lexicon) -> bool:
    """Whether a time says when the occasion was at which something happens: "lors du dîner de la
    veille", "lors d'une cérémonie prévue mardi"."""
    if noun.pos not in ("NOUN", "PROPN") or not scene.follows(noun.i, lexicon.statuses.during):
        return False
    return below.dep != "acl" or tells_its_day(below, lexicon)


def _tells_of_another(scene: Scene, below: Token, above: Token, lexicon: Lexicon) -> bool:
    """Whether a time dates what is said, or a participle with a noun of its own: "leur alliance
    lancée il y a un an"."""
    if above.base in lexicon.statuses.saying:
        return True
    words = lexicon.statuses
    told = below.base in words.told
    participle = below.dep == "acl" and "Tense=Past" in below.morph and not told
    counted = above.base in words.counts
    return participle and above.pos in ("NOUN", "PROPN") and not counted


def _is_clause(token: Token, above: Token, time: int) -> bool:
    """Whether a word opens a clause that tells of something else than the word it hangs on: not
    one that describes a noun, nor what someone comes for."""
    if "VerbForm=Inf" in token.morph or token.dep == "xcomp":
        return False
    if token.dep == "conj":
        return token.pos == "VERB" and token.i < time
    return token.dep in CLAUSES and token.pos == "VERB" and above.pos in ("VERB", "AUX", "PROPN")


def _is_its_date(scene: Scene, i: int, noun: Token, lexicon: Lexicon) -> bool:
    """Whether a time only says which noun is meant: "l'élection du 9 août"; the hours of a day are
    that day itself ("dans la nuit de mardi")."""
    time = scene.timed.get(i)
    inside = scene.parse.at(time.start, time.end) if time is not None else []
    if noun.i not in {t.head for t in inside} or noun.pos != "NOUN" or noun.i in scene.timed:
        return False
    if scene.follows(inside[0].i, lexicon.dating.during, 0):
        return False
    first = inside[0].word
    words = (first,) if inside[0].pos == "ADP" else scene.before(inside[0].i, 1)
    introduced = {lexicon.contractions.get(w, w) for w in words} & lexicon.parties
    return bool(introduced) and noun.base not in lexicon.statuses.hours


def _is_of_office(scene: Scene, noun: Token) -> bool:
    """Whether a time hangs on what a name before a comma is: "X, présidente du Conseil en mai"."""
    before = scene.parse.tokens[max(0, noun.i - 2) : noun.i]
    beside = len(before) == 2 and before[1].text == "," and before[0].i in scene.named
    return beside and noun.pos == "NOUN" and noun.i not in scene.timed


def _described(scene: Scene, i: int, carriers: dict[int, list[int]]) -> list[int]:
    """The triggers of the noun phrase that the relative clause around a time is about: "le sommet
    de l'Alliance, qui a lieu lundi"."""
    tokens = scene.parse.tokens
    near = range(i - 1, max(-1, i - NEAR), -1)
    pronoun = next((k for k in near if "PronType=Rel" in tokens[k].morph), None)
    if pronoun is None or sum(t.text == "," for t in tokens[pronoun + 1 : i]):
        return []
    for k in range(pronoun - 1, max(-1, pronoun - NEAR), -1):
        if tokens[k].pos in ("VERB", "AUX", "PRON", "SCONJ"):
            return []
        if k in carriers and agrees(scene, tokens[pronoun], tokens[k]):
            return [t for t in carriers[k] if tokens[t].pos not in ("VERB", "AUX")]
    return []
