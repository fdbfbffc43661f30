"""Verbs that the parser took for nouns or adverbs."""

from __future__ import annotations

from detente.finding.events.scene import Scene
from detente.syntax import Token

MISTAKEN = frozenset({"NOUN", "ADV", "PROPN", "X"})


def is_bare(scene: Scene, token: Token) -> bool:
    """Whether a word that the parser took for a noun is a verb: it has an auxiliary ("a déjeuné
    avec"), or no article and follows the name of who acts, or "and" before whom he acts on ("X
    menace d'agir", "et menace Y de", "X dément.")."""
    if token.pos == "ADJ":
        return _is_told(scene, token)
    tokens, named = scene.parse.tokens, scene.named
    if token.pos not in MISTAKEN or token.i in named or not 0 < token.i < len(tokens) - 1:
        return False
    before = tokens[token.i - 1]
    is_name = token.pos == "PROPN" and token.text[:1].isupper()
    if (is_name or before.pos == "AUX") and scene.parse.kids(token.i, "aux:tense"):
        return True
    linked = not is_name and (before.pos == "CCONJ" or before.i in named)
    return linked and _is_linked(scene, token, before)


def _is_linked(scene: Scene, token: Token, before: Token) -> bool:
    """Whether a word without an article is what the name before it does, or after "and" what is
    done to the name after it."""
    tokens, named, after = scene.parse.tokens, scene.named, token.i + 1
    if scene.parse.kids(token.i, "det", "case", "nummod"):
        return False
    while after < len(tokens) - 1 and tokens[after].pos == "ADV":
        after += 1
    if before.pos == "CCONJ":
        return after in named and not scene.parse.kids(after, "case")
    if scene.parse.kids(scene.head_of(named[before.i]).i, "case"):
        return False
    ends = token.pos == "ADV" and tokens[after].pos in ("PUNCT", "AUX", "SCONJ")
    return ends or tokens[after].pos in ("ADP", "DET", "PRON") or after in named


def _is_told(scene: Scene, token: Token) -> bool:
    """Whether a sentence says a word of the name straight before it without "être", as it does no
    adjective: "X vante le travail de Y"."""
    after = scene.parse.tokens[token.i + 1 : token.i + 2]
    if token.dep != "ROOT" or scene.parse.kids(token.i, "cop", "aux") or not after:
        return False
    subjects = scene.parse.kids(token.i, "nsubj")
    near = token.i - 1 in scene.named or any(t.i == token.i - 1 for t in subjects)
    return bool(subjects) and near and (after[0].pos in ("DET", "ADP") or after[0].i in scene.named)
