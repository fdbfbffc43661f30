"""Verbs that name an event, each in a construction."""

from __future__ import annotations

from itertools import pairwise

from detente.finding.events.lexicon import Lexicon
from detente.finding.events.order import noun_after
from detente.finding.events.scene import Scene
from detente.finding.events.trigger import Trigger
from detente.languages.triggers import Verbs
from detente.syntax import Token
from detente.text import fold

VERBAL = frozenset({"VERB", "AUX", "ADJ"})
REACH = 14
"""Tokens within which a loose participle finds its noun."""
TORN = 7
"""Tokens before a participle within which its auxiliary is looked for."""

AUXILIARY = ("aux", "cop", "expl")
COMPLEMENTS = ("obj", "obl", "obl:arg", "obl:mod", "nmod", "xcomp", "advmod")

LOOSE = frozenset({"ADJ", "PUNCT"})
"""What may stand between a noun and the "que" of its clause."""

SPLIT = 4
"""Tokens after a verb of motion within which its infinitive stands, whatever the parser says."""


def verb(scene: Scene, lexicon: Lexicon, token: Token) -> list[Trigger]:
    """The trigger that a token is as a verb, if it is one."""
    if token.pos not in VERBAL or token.dep.startswith(("aux", "cop")):
        return []
    lemmas = lexicon.lemmas(token.lemma, token.text, token.pos == "VERB")
    if lexicon.telling.isdisjoint(lemmas):
        return []
    reflexive = is_pronominal(scene, lexicon, token)
    for lemma in lemmas:
        for entry in lexicon.verbs.get((lemma, reflexive), ()):
            trigger = _fits(scene, lexicon, token, entry)
            if trigger is not None:
                return [trigger]
    return []


def is_pronominal(scene: Scene, lexicon: Lexicon, token: Token) -> bool:
    """Whether a reflexive pronoun goes with the verb: with it, with its auxiliary, or before the
    auxiliary that the parser tore from it."""
    owners = [token, *scene.parse.kids(token.i, "aux", "cop")]
    for kid in (k for o in owners for k in scene.parse.kids(o.i) if k.pos == "PRON"):
        if kid.dep in ("expl:comp", "expl:pass") or "Reflex=Yes" in kid.morph:
            return True
    before = scene.parse.tokens[max(0, token.i - TORN) : token.i]
    return "VerbForm=Part" in token.morph and any(
        one.word in lexicon.reflexives and two.pos == "AUX" for one, two in pairwise(before)
    )


def _fits(scene: Scene, lexicon: Lexicon, token: Token, entry: Verbs) -> Trigger | None:
    thing = _object_in(scene, lexicon, token, entry) if entry.object else None
    if (entry.object and thing is None) or not _is_so_built(scene, lexicon, token, entry):
        return None
    frame = lexicon.frames[entry.frame]
    return Trigger(
        token.i,
        verb_group(scene, lexicon, token),
        "verb",
        entry.kind,
        frame,
        needs=entry.needs or frame.needs,
        least=frame.least if entry.least is None else entry.least,
        noun_wins=entry.noun_wins,
        noun_goes=entry.noun_goes,
        object=thing,
        variant=entry.variant,
        lasting=entry.lasting,
        alone=entry.alone,
        ahead=entry.ahead,
        verbally=entry.verbally,
        passive=bool(scene.parse.kids(token.i, "nsubj:pass")),
    )


def _is_done_by(scene: Scene, lexicon: Lexicon, token: Token, name: str) -> bool:
    """Whether the subject of a verb, or a noun that its participle is about, is in a class."""
    words = lexicon.classes[name]
    who = scene.parse.kids(token.i, "nsubj", "nsubj:pass")
    top = scene.parse.tokens[token.head]
    relative = any("PronType=Rel" in t.morph for t in who)
    if relative or (not who and token.dep in ("acl", "conj", "xcomp")):
        who = [top, *scene.parse.kids(top.i, "nsubj")]
    return any(scene.lemma(t.i) in words or lexicon.singular(t.word) in words for t in who)


def _is_so_built(scene: Scene, lexicon: Lexicon, token: Token, entry: Verbs) -> bool:
    """Whether the verb stands in the construction that its entry asks for."""
    by = entry.by is None or _is_done_by(scene, lexicon, token, entry.by)
    beside = entry.beside is None or _has_below(scene, lexicon, token.i, entry.beside)
    if not (by and beside) or _is_another_use(scene, lexicon, token, entry):
        return False
    if lexicon.frames[entry.frame].reciprocal and _is_in_a_state(scene, token):
        return False
    if entry.to and not _has_complement(scene, lexicon, token.i, entry.to):
        return False
    below = scene.parse.kids(token.i, "xcomp")
    if entry.infinitive and not any("VerbForm=Inf" in t.morph for t in below):
        return False
    if entry.bare and (below or any(t.pos != "PRON" for t in _objects(scene, token))):
        return False
    return not entry.ahead or _is_undergone(scene, token)


def _is_another_use(scene: Scene, lexicon: Lexicon, token: Token, entry: Verbs) -> bool:
    """Whether its voice, a clause or a complement tells that the verb means something else."""
    if entry.voice is not None and entry.voice != _voice(scene, token):
        return True
    if entry.factual and scene.parse.kids(token.i, "ccomp"):
        return True
    if entry.barred and _is_barred(scene, lexicon, token, entry.barred):
        return True
    if scene.lemma(token.i) in lexicon.statuses.modals and _has_infinitive_near(scene, token):
        return True
    if entry.unlike is None:
        return False
    other, purpose = lexicon.classes[entry.unlike], lexicon.statuses.purpose
    kids = [t for t in scene.parse.kids(token.i, *COMPLEMENTS) if scene.lemma(t.i) in other]
    return any(not scene.follows(t.i, purpose) for t in kids)


def _is_barred(scene: Scene, lexicon: Lexicon, token: Token, barred: tuple[str, ...]) -> bool:
    """Whether a complement of the verb or of its object says that it is another use."""
    owners = [token.i, *(t.i for t in _objects(scene, token))]
    return any(_has_complement(scene, lexicon, i, barred) for i in owners)


def _has_infinitive_near(scene: Scene, token: Token) -> bool:
    """Whether "aller" only puts a verb ahead that the parser tore from it."""
    for after in scene.parse.tokens[token.i + 1 : token.i + 1 + SPLIT]:
        if after.pos in ("ADP", "PUNCT", "CCONJ", "SCONJ", "NOUN", "PROPN"):
            return False
        if "VerbForm=Inf" in after.morph:
            return True
    return False


def _voice(scene: Scene, token: Token) -> str:
    """Whether what the verb tells is done or undergone, as by a participle on its own."""
    if scene.parse.kids(token.i, "nsubj:pass", "aux:pass"):
        return "passive"
    acts = scene.parse.kids(token.i, "aux:tense", "expl:comp", "expl:pass")
    loose = {"Tense=Past", "VerbForm=Part"} <= set(token.morph) and not acts
    return "passive" if loose else "active"


def _is_in_a_state(scene: Scene, token: Token) -> bool:
    """Whether the verb only says how someone is left: "se retrouver isolé"."""
    after = scene.parse.tokens[token.i + 1 : token.i + 2]
    if any(t.pos == "ADJ" or "VerbForm=Part" in t.morph for t in after):
        return True
    return any(
        t.pos in ("ADJ", "NOUN") or "VerbForm=Part" in t.morph
        for t in scene.parse.kids(token.i, "xcomp")
        if not scene.parse.kids(t.i, "case", "mark", "det")
    )


def _objects(scene: Scene, token: Token) -> list[Token]:
    """What the verb acts on: its object, a passive's subject, the noun of a participle."""
    kids = [t for t in scene.parse.kids(token.i) if t.dep in ("obj", "nsubj:pass")]
    kids = [t for t in kids if t.i not in scene.timed] or _misread(scene, token)
    if is_relative(token):
        kids = [scene.parse.tokens[token.head] if _stands_for_noun(t) else t for t in kids]
    acts = "VerbForm=Fin" in token.morph or bool(scene.parse.kids(token.i, "aux:tense"))
    after = noun_after(scene, token.i) if not kids and acts else None
    if after is not None and not scene.parse.kids(after.i, "case"):
        kids = [after]
    if token.dep == "acl" and "VerbForm=Part" in token.morph and "Tense=Past" in token.morph:
        kids.append(scene.parse.tokens[token.head])
    return kids


def is_relative(token: Token) -> bool:
    """Whether a verb tells of a noun in a clause of its own: "l'embargo qui sera levé"."""
    return token.dep == "acl:relcl"


def _stands_for_noun(token: Token) -> bool:
    return "PronType=Rel" in token.morph or token.pos == "SCONJ"


def _is_undergone(scene: Scene, token: Token) -> bool:
    """Whether an actor undergoes the verb: a passive, or a participle beside a name."""
    acts = any(t.i not in scene.timed for t in scene.parse.kids(token.i, "obj"))
    if acts or scene.parse.kids(token.i, "aux:tense") or "VerbForm=Fin" in token.morph:
        return False
    who = [*_objects(scene, token), *scene.parse.kids(token.i, "nsubj")]
    return any(t.i in scene.named for t in who)


def _misread(scene: Scene, token: Token) -> list[Token]:
    """A bare noun straight after the verb that the parser took for something else."""
    kids = scene.parse.kids(token.i, "xcomp", "dep", "obl")
    near = [t for t in kids if token.i < t.i <= token.i + 3 and t.pos in ("NOUN", "PROPN")]
    return [t for t in near if t.i not in scene.timed and not scene.parse.kids(t.i, "case")]


def _object_in(scene: Scene, lexicon: Lexicon, token: Token, entry: Verbs) -> int | None:
    words = lexicon.classes[entry.object or ""]
    complements = scene.parse.kids(token.i, "obl", "xcomp") if entry.oblique else []
    for thing in [*_objects(scene, token), *complements]:
        if scene.lemma(thing.i) in words or lexicon.singular(thing.word) in words:
            return thing.i
    return _earlier_in(scene, lexicon, token, words) or _told_of(scene, lexicon, token, words)


def _earlier_in(scene: Scene, lexicon: Lexicon, token: Token, words: frozenset[str]) -> int | None:
    """The noun that a participle after a comma is about: "le traité X, dénoncé en 2018"."""
    if "Tense=Past" not in token.morph or scene.parse.kids(token.i, "aux", "cop", "obj", "nsubj"):
        return None
    for i in range(token.i - 1, max(-1, token.i - REACH), -1):
        before = scene.parse.tokens[i]
        if before.pos in ("VERB", "AUX"):
            return None
        if scene.lemma(i) in words or lexicon.singular(before.word) in words:
            return i
    return None


def _told_of(scene: Scene, lexicon: Lexicon, token: Token, words: frozenset[str]) -> int | None:
    """The noun before "que" that the parser took for the start of a clause of its own: "l'accord
    nucléaire que X a quitté"."""
    if scene.parse.kids(token.i, "obj", "ccomp", "xcomp"):
        return None
    tokens = scene.parse.tokens
    for mark in (t.i for t in scene.parse.kids(token.i, "mark") if t.word in lexicon.whom):
        at = next((i for i in range(mark - 1, -1, -1) if tokens[i].pos not in LOOSE), None)
        if at is not None and (
            scene.lemma(at) in words or lexicon.singular(tokens[at].word) in words
        ):
            return at
    return None


def _has_below(scene: Scene, lexicon: Lexicon, i: int, name: str) -> bool:
    words = lexicon.classes[name]
    return any(lexicon.singular(t.word) in words for t in scene.parse.subtree(i))


def _has_complement(scene: Scene, lexicon: Lexicon, i: int, prepositions: tuple[str, ...]) -> bool:
    wanted = {tuple(fold(p).split()) for p in prepositions}
    kids = scene.parse.kids(i, "obl", "xcomp", "ccomp", "iobj", "nmod", "advcl")
    found = (scene.preposition(t.i)[:1] for t in kids)
    return any(tuple(lexicon.contractions.get(w, w) for w in words) in wanted for words in found)


def verb_group(scene: Scene, lexicon: Lexicon, token: Token) -> tuple[int, ...]:
    """A verb with its auxiliaries, pronouns, negation and the verb of future or doubt above it."""
    tokens = scene.parse.tokens
    start = token.i
    for kid in scene.parse.kids(token.i, *AUXILIARY):
        if kid.pos in ("AUX", "VERB", "PRON") and token.i - kid.i <= TORN:
            start = min(start, kid.i)
    above = tokens[token.head]
    modals = lexicon.statuses.modals
    if token.dep == "xcomp" and scene.lemma(above.i) in modals and token.i - above.i <= 4:
        start = min(start, above.i)
    while (
        start > 0
        and tokens[start - 1].pos in ("PRON", "ADV", "PART")
        and (
            tokens[start - 1].head in range(start, token.i + 1)
            and tokens[start - 1].dep.startswith(("expl", "obj", "iobj", "advmod"))
            and len(tokens[start - 1].text) <= 3
        )
    ):
        start -= 1
    return tuple(range(start, token.i + 1))
