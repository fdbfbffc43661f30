"""Participles that open a sentence and tell what its subject underwent: "Reçu à X, Y a dit"."""

from __future__ import annotations

from detente.finding.events.lexicon import Lexicon
from detente.finding.events.scene import Scene
from detente.syntax import Token

BEFORE = 2
"""Words that may stand before it ("A peine arrivé à X, Y")."""

REACH = 18
"""Tokens within which the comma stands that ends what a sentence opens with."""

SMALL = frozenset({"PUNCT", "ADV", "CCONJ"})
LIGHT = frozenset({"DET", "NUM", "ADJ", "PUNCT"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
OWN = ("aux", "cop", "obj", "nsubj", "expl", "det", "case")
"""What no loose participle has."""


def is_opening(scene: Scene, lexicon: Lexicon, token: Token) -> bool:
    """Whether a word is such a participle, also where the parser took it for a noun: then it ends
    as one, and a day or who does it comes next ("Intercepté lundi par X, le navire")."""
    tokens = scene.parse.tokens
    if token.i > BEFORE or any(t.pos not in SMALL for t in tokens[: token.i]):
        return False
    if scene.parse.kids(token.i, *OWN) or token.i + 1 >= len(tokens) or token.i in scene.named:
        return False
    if {"VerbForm=Part", "Tense=Past"} <= token.morph:
        return True
    after = tokens[token.i + 1]
    ends = token.text.endswith(lexicon.endings)
    told = after.i in scene.timed or lexicon.contractions.get(after.word, after.word) in lexicon.by
    return token.pos in NOMINAL and ends and told


def undergone_by(scene: Scene, lexicon: Lexicon, token: Token) -> Token | None:
    """Whom an opening participle is about: the noun after the comma that ends it."""
    if not is_opening(scene, lexicon, token):
        return None
    tokens = scene.parse.tokens[token.i + 1 : token.i + 1 + REACH]
    comma = next((t.i for t in tokens if t.text == "," or t.pos in ("AUX", "SCONJ")), None)
    if comma is None or scene.parse.tokens[comma].text != ",":
        return None
    rest = (t for t in scene.parse.tokens[comma + 1 :] if t.pos not in LIGHT)
    first = next(rest, None)
    if first is None or first.pos not in NOMINAL or scene.parse.kids(first.i, "case"):
        return None
    mention = scene.named.get(first.i)
    return first if mention is None else scene.head_of(mention)
