"""What a verb acts on, and what completes it."""

from __future__ import annotations

from detente.finding.events.lexicon import Lexicon, links
from detente.finding.events.opening import undergone_by
from detente.finding.events.order import noun_after
from detente.finding.events.scene import Scene
from detente.languages.triggers import Verbs
from detente.syntax import Token

REACH = 14
"""Tokens within which a loose participle finds its noun."""

LED = 6
"""Tokens after a verb within which the noun stands that a preposition leads it to."""

BETWEEN = frozenset({"ADJ", "ADV", "PART", "PRON"})
"""What may stand between a noun and its passive."""

CLAUSE = 6
"""Tokens before a verb within which stands what opens its clause."""

LOOSE = frozenset({"ADJ", "PUNCT"})
"""What may stand between a noun and the "que" of its clause."""


def objects(scene: Scene, token: Token) -> list[Token]:
    """What the verb acts on: its object, a passive's subject, the noun of a participle."""
    undergone = scene.parse.kids(token.i, "aux:pass", "obl:agent")
    done = scene.parse.kids(token.i, "aux:tense") and not undergone
    things = ("obj",) if done else ("obj", "nsubj:pass")
    kids = [t for t in scene.parse.children[token.i] if t.dep in things]
    days = [t for t in kids if t.i in scene.timed]
    kids = [t for t in kids if t.i not in scene.timed] or _after_day(scene, days)
    kids = kids or _misread(scene, token) or _of_modal(scene, token)
    if is_relative(token):
        kids = [scene.parse.tokens[token.head] if _stands_for_noun(t) else t for t in kids]
    acts = "VerbForm=Fin" in token.morph or bool(scene.parse.kids(token.i, "aux:tense"))
    after = noun_after(scene, token.i) if not kids and acts else None
    if after is not None and not scene.parse.kids(after.i, "case"):
        kids = [after]
    first = _first_of_row(scene, token)
    if first.dep == "acl" and _is_past(token) and _is_past(first):
        kids.append(scene.parse.tokens[first.head])
    return kids


def _first_of_row(scene: Scene, token: Token) -> Token:
    """The first of the participles in a row that tell of one noun: "un texte rejeté par X et
    critiqué par Y"."""
    first = token
    while first.dep == "conj" and not scene.parse.kids(first.i, "aux", "nsubj", "obj"):
        first = scene.parse.tokens[first.head]
    return first


def _is_past(token: Token) -> bool:
    return {"VerbForm=Part", "Tense=Past"} <= token.morph


def _after_day(scene: Scene, days: list[Token]) -> list[Token]:
    """What the parser hung on a day that it took for the object: "annonce mardi des sanctions"."""
    below = [t for day in days for t in scene.parse.kids(day.i, "nmod")]
    return [t for t in below if t.pos == "NOUN" and t.i not in scene.timed]


def is_relative(token: Token) -> bool:
    """Whether a verb tells of a noun in a clause of its own: "l'embargo qui sera levé"."""
    return token.dep == "acl:relcl"


def _of_modal(scene: Scene, token: Token) -> list[Token]:
    """What an infinitive acts on that hangs on the verb above it: the subject of a passive ("le
    blocus doit être levé") or of who sees it done to him ("s'est vu convoquer par"), the noun of
    its clause ("les soldats que X veut retirer")."""
    above = scene.parse.tokens[token.head]
    below = scene.parse.kids(token.i, "ccomp", "xcomp")
    torn = any("VerbForm=Fin" not in t.morph for t in below)
    if token.dep != "xcomp" or above.i > token.i or torn:
        return []
    told = [above.head] if is_relative(above) else []
    let = scene.parse.kids(above.i, "expl") and scene.parse.kids(token.i, "obl:agent")
    if let or scene.parse.kids(token.i, "aux:pass"):
        who = scene.parse.kids(above.i, "nsubj", "nsubj:pass")
        whom = [told or [t.i] if "PronType=Rel" in t.morph else [t.i] for t in who]
        return [scene.parse.tokens[i] for some in whom for i in some]
    before = scene.parse.tokens[max(0, above.i - CLAUSE) : above.i]
    opens = [t for t in before if "PronType=Rel" in t.morph or (told and t.pos == "SCONJ")]
    if not opens or scene.parse.kids(opens[-1].i, "case"):
        return []
    at = opens[-1].i - 1
    while at > 0 and scene.parse.tokens[at].pos in LOOSE:
        at -= 1
    nouns = [scene.parse.tokens[i] for i in dict.fromkeys([at, *told]) if i >= 0]
    return [t for t in nouns if t.pos == "NOUN"]


def _stands_for_noun(token: Token) -> bool:
    return "PronType=Rel" in token.morph or token.pos == "SCONJ"


def _misread(scene: Scene, token: Token) -> list[Token]:
    """A bare noun straight after the verb that the parser took for something else."""
    kids = scene.parse.kids(token.i, "xcomp", "dep", "obl")
    near = [t for t in kids if token.i < t.i <= token.i + 3 and t.pos in ("NOUN", "PROPN")]
    return [t for t in near if t.i not in scene.timed and not scene.parse.kids(t.i, "case")]


def object_in(scene: Scene, lexicon: Lexicon, token: Token, entry: Verbs) -> int | None:
    """The noun of the class that an entry asks for which the verb acts on or tells of."""
    words = lexicon.classes[entry.object or ""]
    complements = _oblique(scene, token) if entry.oblique else []
    things = [*objects(scene, token), *complements, *_some(scene, lexicon, token)]
    opened = undergone_by(scene, lexicon, token)
    things += [opened] if opened is not None else []
    things += _described(scene, lexicon, token) or _undergoing(scene, token)
    told = [t for t in things if not _is_of_others(scene, lexicon, t, words)]
    for thing in [*told, *_counted(scene, lexicon, things)]:
        if thing.base in words or lexicon.singular(thing.word) in words:
            return thing.i
    beside = _led_to(scene, token) if entry.oblique else None
    if beside is not None and lexicon.singular(beside.word) in words:
        return beside.i
    return _earlier_in(scene, lexicon, token, words) or _told_of(scene, lexicon, token, words)


def _described(scene: Scene, lexicon: Lexicon, token: Token) -> list[Token]:
    """The noun before a participle that the parser took for an adjective: "otages échangés"."""
    above = scene.parse.tokens[token.head]
    ends = token.text.endswith(lexicon.endings)
    loose = token.pos == "ADJ" and token.dep == "amod" and ends
    return [above] if loose and above.i < token.i else []


def _undergoing(scene: Scene, token: Token) -> list[Token]:
    """The noun straight before a passive that the parser hung elsewhere: "un accord en vertu duquel
    des soldats sont déployés"."""
    passives = scene.parse.kids(token.i, "aux:pass")
    if not passives or scene.parse.kids(token.i, "nsubj", "nsubj:pass"):
        return []
    at = min(t.i for t in scene.parse.kids(token.i, "aux")) - 1
    while at > 0 and (scene.parse.tokens[at].pos in BETWEEN or at in scene.timed):
        at -= 1
    noun = scene.parse.tokens[max(at, 0)]
    above = [scene.parse.tokens[noun.head]] if noun.dep == "nmod" and noun.head < at else []
    return [t for t in (*above, noun) if t.pos == "NOUN"]


def _oblique(scene: Scene, token: Token) -> list[Token]:
    """What completes a verb by a preposition, also where the parser hung it on the day or on
    the object before it ("s'est emparé vendredi d'un navire", "inscrit X sur sa liste")."""
    kids = list(scene.parse.kids(token.i, "obl", "xcomp"))
    torn = [t for t in scene.parse.kids(token.i, "obl:mod") if t.i in scene.timed]
    torn += scene.parse.kids(token.i, "obj")
    return [*kids, *(k for t in torn if t.i > token.i for k in scene.parse.kids(t.i, "nmod"))]


def _led_to(scene: Scene, token: Token) -> Token | None:
    """The noun that a preposition straight after a verb leads to, however the parser took the two
    words: "se mettre d'accord" is often one adverb to it."""
    rest = scene.parse.tokens[token.i + 1 : token.i + 1 + LED]
    led = next((k for k, t in enumerate(rest) if t.pos == "ADP"), None)
    if led is None or any(t.pos != "ADV" for t in rest[:led]):
        return None
    after = (t for t in rest[led + 1 :] if t.pos not in ("DET", "ADJ"))
    noun = next(after, None)
    return noun if noun is not None and noun.pos == "NOUN" else None


def _some(scene: Scene, lexicon: Lexicon, token: Token) -> list[Token]:
    """What the verb acts on some of: the parser takes the article for a preposition ("livrer du
    matériel", "a bombardé samedi des positions"), also after the name of who receives it ("a livré
    à X des vivres")."""
    found = []
    kids = scene.parse.kids(token.i, "obl", "nmod")
    torn = (t for t in kids if t.i > token.i and _may_bear(scene, t))
    for kid in [*kids, *(k for t in torn for k in scene.parse.kids(t.i, "nmod"))]:
        if kid.i > token.i and kid.pos == "NOUN" and kid.i not in scene.timed:
            words = [lexicon.contractions.get(word, word) for word in scene.preposition(kid.i)]
            found += [kid] if words == [lexicon.of] else []
    return found


def _may_bear(scene: Scene, token: Token) -> bool:
    """Whether the parser may have hung on a word what follows it: on a name or a day."""
    return token.i in scene.timed or (token.i in scene.named and token.pos == "PROPN")


def _counted(scene: Scene, lexicon: Lexicon, things: list[Token]) -> list[Token]:
    """What a noun that only tells how many is of: "une dizaine de diplomates"."""
    many = [t for t in things if t.base in lexicon.counts]
    return [k for t in many for k in scene.parse.kids(t.i, "nmod")]


def _is_of_others(scene: Scene, lexicon: Lexicon, token: Token, words: frozenset[str]) -> bool:
    """Whether a number says how many there are of something of no class: "des millions de"."""
    if token.base not in lexicon.counts & lexicon.classes["money"]:
        return False
    known = words | lexicon.classes["money"]
    kids = [
        t for t in scene.parse.kids(token.i, "nmod") if t.pos == "NOUN" and t.i not in scene.timed
    ]
    return bool(kids) and not any(t.base in known or t.word in known for t in kids)


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


def has_complement(
    scene: Scene, lexicon: Lexicon, i: int, prepositions: tuple[str, ...], after: int = -1
) -> bool:
    """Whether one of the prepositions introduces a complement of token ``i`` past the token
    ``after``, or follows it."""
    wanted = links(prepositions)
    kids = list(scene.parse.kids(i, "obl", "xcomp", "ccomp", "iobj", "nmod", "advcl"))
    kids += [t for o in scene.parse.kids(i, "obj", "xcomp") for t in _torn(scene, o)]
    kids += [t for o in scene.parse.kids(i, "obl") for t in scene.parse.kids(o.i, "nmod")]
    found = ["".join(scene.preposition(t.i)[:1]) for t in kids if t.i > after]
    beyond = _after(scene, i)
    found += [beyond.word] if beyond is not None and beyond.pos == "ADP" else []
    return any(lexicon.contractions.get(word, word) in wanted for word in found)


def _after(scene: Scene, i: int) -> Token | None:
    """What follows a verb straight on, adverbs and times aside."""
    tokens = scene.parse.tokens[i + 1 :]
    return next((t for t in tokens if t.pos != "ADV" and t.i not in scene.timed), None)


def _torn(scene: Scene, thing: Token) -> list[Token]:
    """What the parser hung on the object before it: an infinitive ("a appelé X à partir"), or a
    noun, which no name has with it ("a appelé Paris au calme")."""
    kids = [t for t in scene.parse.kids(thing.i, "acl") if "VerbForm=Inf" in t.morph]
    named = thing.i in scene.named and thing.pos == "PROPN"
    kids += [t for t in scene.parse.kids(thing.i, "nmod") if named and t.i not in scene.named]
    return [t for t in kids if t.i > thing.i]
