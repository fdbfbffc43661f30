"""Which name is meant where the parser took another word for it."""

from __future__ import annotations

from detente.finding.events.misread import is_bare
from detente.finding.events.scene import Scene
from detente.records import Mention
from detente.syntax import Token


def next_to(scene: Scene, own: list[Token], i: int) -> Token:
    """Of two names that the parser took for subjects the one next to the verb: "selon le
    porte-parole, X, le président Y a dit"; else the first."""
    named = [t for t in own if t.i in scene.named and t.i < i]
    actors = {scene.named[t.i].actor for t in named}
    return named[-1] if len(actors) > 1 and own[0] in named else own[0]


def renamed(scene: Scene, token: Token, verb: int) -> Token:
    """The name that a noun between two commas before the verb only says something of ("X et Y,
    deux puissances nucléaires, ont conclu"); else the noun itself."""
    tokens = scene.parse.tokens
    if token.i in scene.named:
        return token
    inside = [t.i for t in scene.parse.subtree(token.i) if t.i < verb]
    first, last = min([token.i, *inside]), max([token.i, *inside])
    if not 1 < first <= token.i < verb or last + 1 >= len(tokens):
        return token
    last -= tokens[last].text == ","
    set_off = tokens[first - 1].text == "," and tokens[last + 1].text == ","
    mention = scene.named.get(first - 2) if set_off else None
    if mention is None or scene.parse.kids(token.i, "case", "cc"):
        return token
    name = scene.head_of(mention)
    while name.dep == "conj" and name.head in scene.named and name.head < name.i:
        name = tokens[name.head]
    return token if scene.parse.kids(name.i, "case") else name


def called_by(scene: Scene, noun: Token) -> Token:
    """The name that a noun only says something of: "X et Y, pays avec lesquels"; else the noun."""
    above = scene.parse.tokens[noun.head]
    apposed = noun.dep == "appos" and noun.i not in scene.named and above.i < noun.i
    return above if apposed and above.i in scene.named else noun


def called(scene: Scene, noun: Token) -> Mention | None:
    """The name that a noun, and what describes it, stands straight before: "nos compatriotes X et
    Y"; past a comma only a list that the next one closes: "deux opposants, X et Y, détenus"."""
    tokens, at = scene.parse.tokens, noun.i + 1
    if noun.pos != "NOUN" or noun.i in scene.named or noun.i in scene.timed:
        return None
    while at < len(tokens) and tokens[at].dep == "amod" and at not in scene.named:
        at += 1
    comma = at < len(tokens) and tokens[at].text == ","
    mention = scene.named.get(at + comma)
    if mention is None or not comma:
        return mention
    listed = scene.joined.get(scene.parse.at(mention.start, mention.end)[0].i, ())
    last = scene.named[max(listed)] if listed else mention
    end = scene.parse.at(last.start, last.end)[-1].i + 1
    closed = end >= len(tokens) or tokens[end].pos == "PUNCT"
    return mention if listed and closed and "Number=Plur" in noun.morph else None


def straight_before(scene: Scene, i: int) -> Token | None:
    """The name, with no preposition, that a finite verb follows, where the parser missed it."""
    group = [scene.parse.tokens[i], *scene.parse.kids(i, "aux")]
    finite = any("VerbForm=Fin" in t.morph for t in group)
    if not finite and not is_bare(scene, group[0]):
        return None
    first = min(t.i for t in (*group, *scene.parse.kids(i, "expl", "advmod", "iobj")))
    before = scene.named.get(first - 1)
    head = scene.head_of(before) if before is not None else None
    return None if head is None or scene.parse.kids(head.i, "case") else head


def noun_before(scene: Scene, verb: Token) -> Token | None:
    """The noun or name straight before a predicate, where the parser hung it elsewhere, or past an
    aside the name that opens the sentence ("X, comme toujours, est prêt"); none where a preposition
    leads to it."""
    group = (verb, *scene.parse.kids(verb.i, "aux:tense", "aux:pass", "aux", "cop"))
    at = min(t.i for t in (*group, *scene.parse.kids(verb.i, "expl:comp", "expl:pass", "iobj")))
    tokens = scene.parse.tokens
    while at > 0 and tokens[at - 1].pos == "ADV":
        at -= 1
    aside = at > 0 and tokens[at - 1].text == ","
    while at > 0 and tokens[at - 1].pos in ("ADJ", "PUNCT"):
        at -= 1
    before = _opening(scene, at) if aside else tokens[at - 1] if at else None
    if before is None or before.pos not in ("NOUN", "PROPN", "PRON") or before.i in scene.timed:
        return None
    mention = scene.named.get(before.i)
    head = scene.head_of(mention) if mention is not None else before
    return None if scene.parse.kids(head.i, "case") else head


def _opening(scene: Scene, end: int) -> Token | None:
    """The name that opens a sentence in which no finite verb stands before token ``end`` but those
    of relative clauses."""
    tokens = scene.parse.tokens
    first = next((t.i for t in tokens if t.pos not in ("PUNCT", "DET")), end)
    mention = scene.named.get(first)
    finite = sum("VerbForm=Fin" in t.morph for t in tokens[first:end])
    if mention is None or finite > sum("PronType=Rel" in t.morph for t in tokens[first:end]):
        return None
    return scene.head_of(mention)
