"""Trees put right where an aside tears a noun from what it is of: "la levée annoncée des
sanctions"."""

from __future__ import annotations

from detente.finding.events.lexicon import Lexicon
from detente.syntax import Parse, Token

BELOW = ("obj", "obl", "nmod", "nsubj", "dep")
"""How the parser hangs the torn noun on the participle."""


def mended(parse: Parse, lexicon: Lexicon) -> Parse:
    """The tree, with what follows "of" hung on the noun, where a participle between the two only
    says what is thought of it."""
    told = [
        t for t in parse.tokens if t.dep == "acl" and t.head == t.i - 1 and "Tense=Past" in t.morph
    ]
    moved: dict[int, Token] = {}
    for token in told:
        if lexicon.classes["remarks"].isdisjoint((token.base, token.word)):
            continue
        for thing, link in _of(parse, token, lexicon):
            moved[thing.i] = thing.hung(token.head, "nmod")
            moved[link.i] = link.hung(link.head, "case", "ADP")
    if not moved:
        return parse
    return Parse.of(tuple(moved.get(t.i, t) for t in parse))


def _of(parse: Parse, token: Token, lexicon: Lexicon) -> list[tuple[Token, Token]]:
    """The noun straight after a participle that "of" leads to, with that word."""
    link = parse.tokens[token.i + 1] if token.i + 1 < len(parse) else token
    if lexicon.contractions.get(link.word, link.word) != lexicon.of or link.head <= token.i:
        return []
    noun = parse.tokens[link.head]
    return [(noun, link)] if noun.head == token.i and noun.family in BELOW else []
