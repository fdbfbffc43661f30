"""Uses in which a verb means something else."""

from __future__ import annotations

from detente.finding.events.codes import code
from detente.finding.events.lexicon import Lexicon
from detente.finding.events.objects import has_complement, objects
from detente.finding.events.scene import Scene
from detente.languages.triggers import Verbs
from detente.syntax import Token

COMPLEMENTS = ("obj", "obl", "obl:arg", "obl:mod", "nmod", "xcomp", "advmod")

GOING = frozenset({"go"})
"""Frames of verbs that say where somebody goes."""

PACTS = frozenset({"agreement"})
"""Kinds that somebody is said to be unable to bring about."""

ABILITY = 10
"""Tokens before an infinitive within which the word stands that says whether one is able to."""

DOERS = frozenset({"NOUN", "PRON"})
PROMISE = "promise"

SPLIT = 4
"""Tokens after a verb of motion within which its infinitive stands, whatever the parser says."""


def is_another_use(scene: Scene, lexicon: Lexicon, token: Token, entry: Verbs) -> bool:
    """Whether its voice, a clause or a complement tells that the verb means something else."""
    voice = entry.voice is not None and entry.voice != _voice(scene, token)
    if entry.people and not any(t.i in scene.named for t in objects(scene, token)):
        return True
    clauses = ("ccomp", "xcomp") if entry.people else ("ccomp",)
    if voice or (entry.factual and scene.parse.kids(token.i, *clauses)):
        return True
    mute = code(entry.kind).group == "verbal" and (
        _is_caused(scene, lexicon, token) or _is_done_by_a_thing(scene, lexicon, token, entry)
    )
    passing = not entry.aside and _is_aside(scene, lexicon, token)
    if mute or passing or (entry.barred and _is_barred(scene, lexicon, token, entry.barred)):
        return True
    if entry.agents is not None and _is_done_by_others(scene, lexicon, token, entry):
        return True
    reach = entry.kind in PACTS and is_in_reach(scene, lexicon, token)
    modal = token.base in lexicon.statuses.modals
    if reach or (modal and _has_infinitive_near(scene, token)):
        return True
    return entry.unlike is not None and _is_unlike(scene, lexicon, token, entry)


def is_in_reach(scene: Scene, lexicon: Lexicon, token: Token) -> bool:
    """Whether somebody is only said to be able to do it: "l'incapacité de X à s'entendre"."""
    words = lexicon.classes["ability"]
    infinitive = "VerbForm=Inf" in token.morph and scene.parse.kids(token.i, "mark", "case")
    before = scene.parse.tokens[max(0, token.i - ABILITY) : token.i] if infinitive else ()
    return any(lexicon.singular(t.word) in words for t in before)


def _is_unlike(scene: Scene, lexicon: Lexicon, token: Token, entry: Verbs) -> bool:
    """Whether a complement is of the class that the verb may not have; where somebody goes may be
    told beside it ("arriver à X, à la tête de")."""
    other, purpose = lexicon.classes[entry.unlike or ""], lexicon.statuses.purpose
    complements = scene.parse.kids(token.i, *COMPLEMENTS)
    if entry.frame in GOING and any(_is_whither(scene, lexicon, t) for t in complements):
        return False
    complements += _hung_on_object(scene, lexicon, token)
    kids = [t for t in complements if not other.isdisjoint((t.base, lexicon.singular(t.word)))]
    return any(not scene.follows(t.i, purpose) for t in kids)


def _hung_on_object(scene: Scene, lexicon: Lexicon, token: Token) -> list[Token]:
    """What a verb has with "to", hung on its object by the parser: "condamner X à N ans"."""
    below = (k for t in scene.parse.kids(token.i, "obj") for k in scene.parse.kids(t.i, "nmod"))
    return [k for k in below if lexicon.to in scene.preposition(k.i)]


def _is_aside(scene: Scene, lexicon: Lexicon, token: Token) -> bool:
    """Whether a clause only tells of its object, in the present ("ceux que X qualifie de"), or of
    what somebody calls a thing ("ce qu'il a appelé")."""
    before = scene.parse.tokens[max(0, token.i - SPLIT) : token.i]
    told = [t.i for t in before if t.pos != "VERB" and t.word in lexicon.whom]
    if any(i > 0 and scene.parse.tokens[i - 1].word in lexicon.pointing for i in told):
        return True
    return bool(told) and "VerbForm=Fin" in token.morph and "Tense=Pres" in token.morph


def _is_caused(scene: Scene, lexicon: Lexicon, token: Token) -> bool:
    """Whether something makes one do it: "la crise fait craindre"."""
    above = scene.parse.tokens[token.head]
    infinitive = "VerbForm=Inf" in token.morph and token.dep == "xcomp"
    bare = infinitive and not scene.parse.kids(token.i, "mark", "case")
    return bare and above.base in lexicon.classes["causing"]


def _is_done_by_a_thing(scene: Scene, lexicon: Lexicon, token: Token, entry: Verbs) -> bool:
    """Whether who does an act of words is no one who speaks: "la crise menace X", "éreintés par la
    crise", "l'accord garantit"; what is asked in a text is asked."""
    things = lexicon.classes["things"]
    things = things | lexicon.classes["pact"] if entry.kind == PROMISE else things
    subjects = [t for t in scene.parse.kids(token.i, "nsubj", "obl:agent") if t.pos in DOERS]
    if token.dep == "acl:relcl" and any("PronType=Rel" in t.morph for t in subjects):
        subjects = [scene.parse.tokens[token.head]]
    told = (t for t in subjects if t.i not in scene.named and t.pos == "NOUN")
    return any(lexicon.singular(t.word) in things for t in told)


def _is_done_by_others(scene: Scene, lexicon: Lexicon, token: Token, entry: Verbs) -> bool:
    """Whether a thing or people whom nobody names are said to do what only the class does: "les
    entretiens interviennent", "des touristes arrivent", "frappé par la crise"."""
    words = lexicon.classes[entry.agents or ""]
    undergone = scene.parse.kids(token.i, "aux:pass", "nsubj:pass") and entry.frame not in GOING
    subjects = () if undergone else scene.parse.kids(token.i, "nsubj", "nsubj:pass")
    nearest = sorted(subjects, key=lambda t: abs(t.i - token.i))[:1]
    who = [*scene.parse.kids(token.i, "obl:agent"), *nearest]
    if token.dep == "acl:relcl" and any("PronType=Rel" in t.morph for t in who):
        who = [scene.parse.tokens[token.head]]
    who = [t for t in who if t.pos == "NOUN" and t.i not in scene.timed]
    few = [
        k
        for t in who
        if t.base in lexicon.classes["quantities"]
        for k in scene.parse.kids(t.i, "nmod")
    ]
    return any(
        t.i not in scene.named and t.base not in words and lexicon.singular(t.word) not in words
        for t in few or who
    )


def _is_whither(scene: Scene, lexicon: Lexicon, token: Token) -> bool:
    """Whether a complement names a place: "arriver à X, à la tête d'une délégation"."""
    before = scene.preposition(token.i)[:1]
    named = token.i in scene.named and token.pos == "PROPN"
    return named and any(lexicon.contractions.get(w, w) in lexicon.places for w in before)


def _is_barred(scene: Scene, lexicon: Lexicon, token: Token, barred: tuple[str, ...]) -> bool:
    """Whether a complement that follows the verb says that it is another use, the verb's own or its
    object's; what stands before ("dans ce cadre, X s'est engagé à") only tells when."""
    owners = [token.i, *(t.i for t in objects(scene, token))]
    return any(has_complement(scene, lexicon, i, barred, after=token.i) for i in owners)


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
