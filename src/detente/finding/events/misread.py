"""Verbs that the parser took for nouns."""

from __future__ import annotations

from detente.finding.events.scene import Scene
from detente.syntax import Token


def is_bare(scene: Scene, token: Token) -> bool:
    """Whether a word that the parser took for a noun is a verb: it has no article and follows the
    name of who acts, or "and" before whom he acts on ("X menace d'agir", "et menace Y de")."""
    tokens = scene.parse.tokens
    loose = token.pos == "NOUN" and not scene.parse.kids(token.i, "det", "case", "nummod")
    if not loose or not 0 < token.i < len(tokens) - 1 or token.i in scene.named:
        return False
    before, after = tokens[token.i - 1], token.i + 1
    while after < len(tokens) - 1 and tokens[after].pos == "ADV":
        after += 1
    if before.pos == "CCONJ":
        return after in scene.named and not scene.parse.kids(after, "case")
    mention = scene.named.get(before.i)
    if mention is None or scene.parse.kids(scene.head_of(mention).i, "case"):
        return False
    return tokens[after].pos in ("ADP", "DET", "PRON") or after in scene.named
