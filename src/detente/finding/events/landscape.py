"""Where the names of places end, also of those that begin with what they are: "mer Jaune"."""

from __future__ import annotations

from detente.finding.events.lexicon import Lexicon
from detente.finding.events.scene import Scene


def last_of_landscape(scene: Scene, lexicon: Lexicon, first: int) -> int | None:
    """The last token of the name that a noun like "mer" begins; none where no name follows it."""
    tokens = scene.parse.tokens
    known = lexicon.singular(tokens[first].word) in lexicon.classes["landscape"]
    if first in scene.named or not known:
        return None
    at = first + 1
    while at < len(tokens) and tokens[at].pos in ("ADP", "DET"):
        at += 1
    if at == len(tokens) or not tokens[at].text[:1].isupper():
        return None
    mention = scene.named.get(at)
    last = scene.parse.at(mention.start, mention.end)[-1].i if mention is not None else at
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    joined = after is not None and (after.text[:1].isupper() or at > first + 1)
    return last + 1 if after is not None and joined and after.pos in ("ADJ", "PROPN") else last


def last_of_name(scene: Scene, first: int) -> int:
    """The last token of a name that nobody of the page bears."""
    tokens, last = scene.parse.tokens, first
    while last + 1 < len(tokens):
        after = tokens[last + 1]
        if after.pos != "PROPN" or after.i in scene.named or not after.text[:1].isupper():
            break
        last += 1
    return last
