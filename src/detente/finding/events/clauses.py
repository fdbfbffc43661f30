"""What a relative clause is about, or an aim is of, where the parser hangs it on another word."""

from __future__ import annotations

from detente.finding.events.scene import Scene
from detente.syntax import Token

FAR = 16
"""Tokens between a noun and the clause that tells of it: its parties and its subject."""


def clause_of(scene: Scene, noun: Token, first: int, last: int) -> Token | None:
    """The verb of a relative clause about a noun that the tree hangs on another: on one above it,
    or on the last word of its complements, if the verb agrees with it alone."""
    pronoun = _pronoun_after(scene, last)
    if pronoun is None:
        return None
    verb = scene.parse.tokens[pronoun.head]
    if verb.dep != "acl:relcl" or verb.head == noun.i:
        return None
    if pronoun.i == last + 1:
        marks = {m for m in verb.morph if m.startswith(("Gender", "Number"))}
        return verb if verb.head < first and marks <= scene.parse.tokens[first].morph else None
    between = scene.parse.tokens[last + 1 : pronoun.i]
    others = [t for t in between if t.pos in ("NOUN", "PROPN") and _number(t)]
    subject = pronoun.dep.startswith("nsubj") and agrees(scene, pronoun, noun) and _number(noun)
    alone = others and not any(agrees(scene, pronoun, t) for t in others)
    return verb if subject and alone else None


def past_place(scene: Scene, token: Token) -> Token:
    """What a noun hangs on, past the name of a place that the parser hangs it on: "se rendra à X
    pour des entretiens"."""
    above = scene.parse.tokens[token.head]
    place = above.pos == "PROPN" and above.dep.startswith("obl") and above.i < token.i
    return scene.parse.tokens[above.head] if place else above


def agrees(scene: Scene, pronoun: Token, noun: Token) -> bool:
    """Whether the clause that a pronoun opens may be about a noun, by the number of its verb."""
    verb = scene.parse.tokens[pronoun.head]
    words = (verb, *scene.parse.kids(verb.i, "aux", "cop"))
    finite = next((t for t in words if "VerbForm=Fin" in t.morph), None)
    if finite is None or not pronoun.dep.startswith("nsubj"):
        return True
    return not _number(finite) or not _number(noun) or _number(finite) == _number(noun)


def _number(token: Token) -> frozenset[str]:
    return frozenset(m for m in token.morph if m.startswith("Number="))


def _pronoun_after(scene: Scene, last: int) -> Token | None:
    """The relative pronoun after a noun and what belongs to it, no verb between."""
    for token in scene.parse.tokens[last + 1 : last + 1 + FAR]:
        if "PronType=Rel" in token.morph:
            return token
        if token.pos in ("VERB", "AUX", "PRON", "SCONJ"):
            return None
    return None
