"""Verbs that the parser took for nouns or adverbs."""

from __future__ import annotations

from detente.finding.events.scene import Scene
from detente.syntax import Token

MISTAKEN = frozenset({"NOUN", "ADV", "PROPN", "X"})


def is_bare(scene: Scene, token: Token) -> bool:
    """Whether a word that the parser took for a noun is a verb: it has an auxiliary ("a déjeuné
    avec"), or no article and follows the name of who acts, or "and" before whom he acts on ("X
    menace d'agir", "et menace Y de", "X dément.")."""
    tokens = scene.parse.tokens
    told = token.pos == "ADJ" and _is_told(scene, token)
    mistaken = token.pos in MISTAKEN and token.i not in scene.named
    if told or not (mistaken and 0 < token.i < len(tokens) - 1):
        return told
    is_name = token.pos == "PROPN" and token.text[:1].isupper()
    torn = is_name or tokens[token.i - 1].pos == "AUX"
    if torn and scene.parse.kids(token.i, "aux:tense"):
        return True
    if is_name or scene.parse.kids(token.i, "det", "case", "nummod"):
        return False
    before, after = tokens[token.i - 1], token.i + 1
    while after < len(tokens) - 1 and tokens[after].pos == "ADV":
        after += 1
    if before.pos == "CCONJ":
        return after in scene.named and not scene.parse.kids(after, "case")
    mention = scene.named.get(before.i)
    if mention is None or scene.parse.kids(scene.head_of(mention).i, "case"):
        return False
    ends = token.pos == "ADV" and tokens[after].pos in ("PUNCT", "AUX", "SCONJ")
    return ends or tokens[after].pos in ("ADP", "DET", "PRON") or after in scene.named


def _is_told(scene: Scene, token: Token) -> bool:
    """Whether a sentence says a word of the name straight before it without "être", as it does no
    adjective: "X vante le travail de Y"."""
    after = scene.parse.tokens[token.i + 1 : token.i + 2]
    if token.dep != "ROOT" or scene.parse.kids(token.i, "cop", "aux") or not after:
        return False
    subjects = scene.parse.kids(token.i, "nsubj")
    near = token.i - 1 in scene.named or any(t.i == token.i - 1 for t in subjects)
    return bool(subjects) and near and (after[0].pos in ("DET", "ADP") or after[0].i in scene.named)
