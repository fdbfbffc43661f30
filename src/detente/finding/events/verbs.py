"""Verbs that name an event, each in a construction."""

from __future__ import annotations

from itertools import pairwise

from detente.finding.events.lexicon import Lexicon
from detente.finding.events.misread import is_bare
from detente.finding.events.objects import has_complement, object_in, objects
from detente.finding.events.opening import is_opening, undergone_by
from detente.finding.events.scene import Scene
from detente.finding.events.trigger import Trigger
from detente.finding.events.uses import is_another_use
from detente.languages.triggers import Verbs
from detente.syntax import Token

VERBAL = frozenset({"VERB", "AUX", "ADJ"})
IDIOM = 7
"""Tokens after a verb within which the noun stands that makes an idiom of it."""

TORN = 7
"""Tokens before a participle within which its auxiliary is looked for."""

AUXILIARY = ("aux", "cop", "expl:comp", "expl:pass")
"""What goes with a verb, but for the subject that the parser takes for an impersonal one."""

NOUNS = frozenset({"nsubj", "obj", "iobj", "nmod", "obl"})
"""How nouns hang on others."""

PRESENT = frozenset({"VerbForm=Part", "Tense=Pres"})


def verb(scene: Scene, lexicon: Lexicon, token: Token) -> list[Trigger]:
    """The trigger that a token is as a verb, if it is one."""
    bare, opens = is_bare(scene, token), is_opening(scene, lexicon, token)
    bare = bare or (opens and token.pos not in VERBAL)
    if not (token.pos in VERBAL or bare) or token.dep.startswith(("aux", "cop")):
        return []
    known = not opens and (bare or token.pos == "VERB")
    uses = lexicon.constructions(token.lemma, token.text, known)
    lacks = scene.forms.isdisjoint
    may_fit = [use for use in uses if not (use.asked and any(map(lacks, use.asked)))]
    if not may_fit or _is_someone(scene, token) or _is_like(scene, token):
        return []
    reflexive = is_pronominal(scene, lexicon, token)
    for one in may_fit:
        fits = one.reflexive is reflexive
        trigger = _fits(scene, lexicon, token, one.entry) if fits else None
        if trigger is not None:
            return [trigger]
    return []


def _is_someone(scene: Scene, token: Token) -> bool:
    """Whether a present participle has an article and stands where a noun does: "l'opposant", but
    not "X, l'exhortant à"."""
    if not token.morph >= PRESENT or not scene.parse.kids(token.i, "det"):
        return False
    placed = token.family in NOUNS or bool(scene.parse.kids(token.i, "case"))
    around = [t.pos for t in scene.parse.tokens[max(0, token.i - 2) : token.i + 2]]
    return placed and not (around[0] == "PUNCT" and around[-1] == "ADP")


def _is_like(scene: Scene, token: Token) -> bool:
    """Whether a present participle straight after a noun only tells which one it is: "le ministre
    sortant"."""
    if not token.morph >= PRESENT or token.i == 0 or scene.parse.children[token.i]:
        return False
    noun = scene.parse.tokens[token.i - 1]
    return token.head == noun.i and (noun.pos == "NOUN" or noun.i in scene.named)


def is_pronominal(scene: Scene, lexicon: Lexicon, token: Token) -> bool:
    """Whether a reflexive pronoun goes with the verb: with it, with its auxiliary, or before the
    auxiliary that the parser tore from it; not with who lets it be done to him ("s'est fait
    arraisonner par")."""
    if scene.parse.kids(token.i, "obl:agent") and any(
        t.i < token.i and t.base in lexicon.classes["causing"]
        for t in scene.parse.children[token.i]
    ):
        return False
    for owner in (token, *scene.parse.kids(token.i, "aux", "cop")):
        for kid in scene.parse.children[owner.i]:
            reflexive = kid.dep in ("expl:comp", "expl:pass") or "Reflex=Yes" in kid.morph
            if reflexive and kid.pos == "PRON":
                return True
    if "VerbForm=Part" not in token.morph:
        return False
    before = scene.parse.tokens[max(0, token.i - TORN) : token.i]
    return any(one.word in lexicon.reflexives and two.pos == "AUX" for one, two in pairwise(before))


def _fits(scene: Scene, lexicon: Lexicon, token: Token, entry: Verbs) -> Trigger | None:
    thing = object_in(scene, lexicon, token, entry) if entry.object else None
    if (entry.object and thing is None) or not _is_so_built(scene, lexicon, token, entry):
        return None
    frame = lexicon.frames[entry.frame]
    return Trigger(
        token.i,
        _words(scene, lexicon, token, entry),
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
        people=entry.people,
        verbally=entry.verbally,
        passive=bool(scene.parse.kids(token.i, "nsubj:pass")),
    )


def _words(scene: Scene, lexicon: Lexicon, token: Token, entry: Verbs) -> tuple[int, ...]:
    """The words of the verb, up to the noun that makes an idiom of it ("servir de médiateur"),
    unless a name parts them."""
    group = verb_group(scene, lexicon, token)
    if not entry.whole or entry.beside is None:
        return group
    words = lexicon.classes[entry.beside]
    near = (t for t in scene.parse.tokens[token.i + 1 : token.i + 1 + IDIOM])
    last = next((t.i for t in near if lexicon.singular(t.word) in words), token.i)
    parted = any(i in scene.named for i in range(token.i + 1, last))
    return group if parted else tuple(range(group[0], last + 1))


def _is_done_by(scene: Scene, lexicon: Lexicon, token: Token, name: str) -> bool:
    """Whether the subject of a verb, or a noun that its participle is about, is in a class."""
    words = lexicon.classes[name]
    who = scene.parse.kids(token.i, "nsubj", "nsubj:pass")
    top = scene.parse.tokens[token.head]
    relative = any("PronType=Rel" in t.morph for t in who)
    if relative or (not who and token.dep in ("acl", "conj", "xcomp")):
        who = [top, *scene.parse.kids(top.i, "nsubj")]
    return any(t.base in words or lexicon.singular(t.word) in words for t in who)


def _is_so_built(scene: Scene, lexicon: Lexicon, token: Token, entry: Verbs) -> bool:
    """Whether the verb stands in the construction that its entry asks for."""
    by = entry.by is None or _is_done_by(scene, lexicon, token, entry.by)
    beside = entry.beside is None or _has_below(scene, lexicon, token.i, entry.beside)
    amid = entry.amid is None or _stands_in(scene, lexicon, entry.amid)
    if not (by and beside and amid) or is_another_use(scene, lexicon, token, entry):
        return False
    if lexicon.frames[entry.frame].reciprocal and _is_in_a_state(scene, token):
        return False
    if entry.to and not has_complement(scene, lexicon, token.i, entry.to):
        return False
    below = scene.parse.kids(token.i, "xcomp")
    if entry.infinitive and not any("VerbForm=Inf" in t.morph for t in below):
        return False
    if entry.bare and (below or any(t.pos != "PRON" for t in objects(scene, token))):
        return False
    return not entry.ahead or _is_undergone(scene, lexicon, token)


def _is_in_a_state(scene: Scene, token: Token) -> bool:
    """Whether the verb only says how someone is left: "se retrouver isolé"."""
    after = scene.parse.tokens[token.i + 1 : token.i + 2]
    if any(t.pos == "ADJ" or "VerbForm=Part" in t.morph for t in after):
        return True
    return any(
        t.pos in ("ADJ", "NOUN") or "VerbForm=Part" in t.morph
        for t in scene.parse.kids(token.i, "xcomp")
        if t.i not in scene.timed and not scene.parse.kids(t.i, "case", "mark", "det")
    )


def _is_undergone(scene: Scene, lexicon: Lexicon, token: Token) -> bool:
    """Whether an actor undergoes the verb: a passive, or a participle beside a name."""
    acts = any(t.i not in scene.timed for t in scene.parse.kids(token.i, "obj"))
    auxiliaries = [t.base for t in scene.parse.kids(token.i, "aux:tense")]
    has_done = any(lemma not in lexicon.classes["being"] for lemma in auxiliaries)
    if acts or has_done or "VerbForm=Fin" in token.morph:
        return False
    opened = undergone_by(scene, lexicon, token)
    who = [*objects(scene, token), *scene.parse.kids(token.i, "nsubj"), *filter(None, [opened])]
    return any(t.i in scene.named for t in who)


def _has_below(scene: Scene, lexicon: Lexicon, i: int, name: str) -> bool:
    """Whether a word of a class depends on the verb, however far down; what a clause that stands
    before it tells of its subject is another's ("X, qui a parlé au téléphone, a appelé à")."""
    words = lexicon.classes[name]
    found = [t for t in scene.parse.subtree(i) if lexicon.singular(t.word) in words]
    return any(not _is_aside(scene, t, i) for t in found)


def _stands_in(scene: Scene, lexicon: Lexicon, name: str) -> bool:
    """Whether a word of a class stands anywhere in the sentence."""
    words = lexicon.classes[name]
    return any(lexicon.singular(t.word) in words or t.base in words for t in scene.parse)


def _is_aside(scene: Scene, token: Token, i: int) -> bool:
    """Whether a word before a verb is of a clause that only tells of its subject."""
    while token.i < i and not _is_relative_clause(scene, token) and token.head != token.i:
        token = scene.parse.tokens[token.head]
    return token.i < i and _is_relative_clause(scene, token)


def _is_relative_clause(scene: Scene, verb: Token) -> bool:
    """Whether a verb stands in a clause of a noun, also where the parser hung it on another."""
    subjects = scene.parse.kids(verb.i, "nsubj")
    return verb.dep == "acl:relcl" or any("PronType=Rel" in t.morph for t in subjects)


def verb_group(scene: Scene, lexicon: Lexicon, token: Token) -> tuple[int, ...]:
    """A verb with its auxiliaries, pronouns, negation and the verb of future or doubt above it."""
    tokens = scene.parse.tokens
    start = token.i
    for kid in scene.parse.kids(token.i, *AUXILIARY):
        if kid.pos in ("AUX", "VERB", "PRON") and token.i - kid.i <= TORN:
            start = min(start, kid.i)
    above = tokens[token.head]
    modals = lexicon.statuses.modals
    if token.dep == "xcomp" and above.base in modals and token.i - above.i <= 4:
        start = min(start, above.i)
    while (
        start > 0
        and tokens[start - 1].pos in ("PRON", "ADV", "PART")
        and (
            tokens[start - 1].head in range(start, token.i + 1)
            and tokens[start - 1].dep != "expl:subj"
            and tokens[start - 1].dep.startswith(("expl", "obj", "iobj", "advmod"))
            and len(tokens[start - 1].text) <= 3
        )
    ):
        start -= 1
    return tuple(range(start, token.i + 1))
