"""Those whom a group is said to consist of: "quatre pays (A, B, C et D)", "des pays, dont A"."""

from __future__ import annotations

from collections.abc import Sequence

from detente.finding.events.lexicon import Lexicon
from detente.finding.events.scene import Scene
from detente.records import Mention
from detente.syntax import Token

OPENS = frozenset({"(", ":", "-", "--", "–", "—"})
"""Marks after which the members of a group are told."""

SMALL = frozenset({"DET", "ADP"})

TITLES = SMALL | {"NOUN", "ADJ"}
"""What may stand before the first member: "dont les sénateurs X et Y"."""

LED = 6
"""Tokens after a noun within which the verb stands that tells who leads."""

REACH = 8
"""Tokens after a plural noun within which its complement ends and its members are told."""


def members(scene: Scene, lexicon: Lexicon, token: Token) -> list[Mention]:
    """The names that say who a group is, in brackets or after a word ("dont", "notamment"); none
    where the noun is one alone, or where another word goes on about it."""
    mention = scene.named.get(token.i)
    if mention is None and not _is_plural(scene, token):
        return []
    inside = scene.parse.at(mention.start, mention.end) if mention is not None else [token]
    at = inside[-1].i + 1
    limit = min(len(scene.parse.tokens), at + REACH)
    while at < limit:
        first = _opening(scene, lexicon, at)
        if first is not None:
            return _names(scene, first)
        if scene.parse.tokens[at].pos in ("VERB", "AUX", "PUNCT", "CCONJ", "SCONJ"):
            return []
        at += 1
    return []


def companions(scene: Scene, lexicon: Lexicon, token: Token) -> list[Token]:
    """Those whom a participle about somebody says to do the same: "X, suivi par Y", "accompagné de
    Y"."""
    mention = scene.named.get(token.i)
    if mention is None:
        return []
    at = scene.parse.at(mention.start, mention.end)[-1].i + 1
    known = lexicon.classes["following"]
    for verb in scene.parse.tokens[at : at + 2]:
        if verb.pos != "VERB":
            continue
        if not known.isdisjoint(lexicon.lemmas(verb.lemma, verb.text, True)):
            return [k for k in scene.parse.kids(verb.i, "obl", "nmod") if k.i in scene.named]
    return []


def other_sides(scene: Scene, token: Token) -> list[Token]:
    """The second of two sides where the parser joined it to what the first is of: "entre les
    dirigeants de l'Union et le président X"."""
    below = [t for t in scene.parse.subtree(token.i) if t.dep == "conj" and t.head != token.i]
    apart = [t for t in below if not scene.parse.kids(t.i, "case")]
    return [t for t in apart if scene.parse.kids(t.head, "case") and t.i in scene.named]


def leader(scene: Scene, lexicon: Lexicon, token: Token) -> Token | None:
    """Who leads those whom a noun without a name tells of: "la coalition dirigée par X"."""
    if token.i in scene.named or token.pos != "NOUN":
        return None
    known = lexicon.classes["leading"]
    for verb in scene.parse.tokens[token.i + 1 : token.i + 1 + LED]:
        if verb.pos == "VERB" and known & set(lexicon.lemmas(verb.lemma, verb.text, True)):
            kids = scene.parse.kids(verb.i, "obl:agent", "obl", "obl:arg", "obl:mod", "nmod")
            led = (k for k in kids if set(scene.preposition(k.i)) & lexicon.by)
            return next(led, None)
        if verb.pos not in ("ADJ", "ADP", "NOUN", "DET") or verb.i in scene.named:
            return None
    return None


def listed(scene: Scene, noun: Token, adjective: Token) -> list[Token]:
    """The other adjectives of a list that tells several apart: "les ministres X, Y et Z", also
    where the parser took the last for the subject of what follows."""
    if "Number=Plur" not in noun.morph or adjective.i < noun.i:
        return []
    tokens, found, at = scene.parse.tokens, [], adjective.i + 2
    while at < len(tokens):
        word, tie = tokens[at], tokens[at - 1]
        tied = tie.text == "," or tie.pos == "CCONJ"
        bare = word.pos in ("ADJ", "NOUN") and word.text.islower() and at not in scene.named
        if not (tied and bare):
            break
        found.append(word)
        at += 2
    return found


def _is_plural(scene: Scene, token: Token) -> bool:
    """Whether a noun or what determines it is in the plural ("plusieurs pays")."""
    if "Number=Plur" in token.morph or token.dep == "nummod":
        return True
    kids = scene.parse.kids(token.i, "det", "nummod", "amod")
    return any("Number=Plur" in t.morph or t.dep == "nummod" for t in kids)


def _opening(scene: Scene, lexicon: Lexicon, at: int) -> int | None:
    """Where the members begin, if they are told from token ``at`` on."""
    tokens = scene.parse.tokens
    marked = tokens[at].text in OPENS
    at += marked or tokens[at].text == ","
    at += marked and at < len(tokens) and tokens[at].text in OPENS
    said = _said(lexicon, tokens[at : at + lexicon.widest])
    at += said
    small = TITLES if said else SMALL
    while at < len(tokens) and tokens[at].pos in small and at not in scene.named:
        at += 1
    return at if (marked or said) and at in scene.named else None


def _said(lexicon: Lexicon, tokens: Sequence[Token]) -> int:
    """How many of the next tokens say that members are told."""
    words = [t.word for t in tokens]
    if not words or words[0].partition(" ")[0] not in lexicon.such_openers:
        return 0
    return next((n for n in range(len(words), 0, -1) if " ".join(words[:n]) in lexicon.such), 0)


def _names(scene: Scene, at: int) -> list[Mention]:
    """The names of the list that begins at a token; none where they are the subject of a clause
    ("comme X l'a dit", "dont X est membre")."""
    tokens, found = scene.parse.tokens, []
    while at < len(tokens):
        mention = scene.named.get(at)
        if mention is not None:
            found.append(mention)
            at = scene.parse.at(mention.start, mention.end)[-1].i + 1
        elif tokens[at].text == "," or tokens[at].pos in ("DET", "ADP", "CCONJ"):
            at += 1
        else:
            told = tokens[at].pos in ("VERB", "AUX", "PRON") and tokens[at - 1].text != ","
            return [] if told else found
    return found
