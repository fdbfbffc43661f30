"""What a list or an apposition adds to a noun or a name."""

from __future__ import annotations

from detente.finding.events.scene import Scene
from detente.syntax import Token

ADDED = frozenset({"conj", "appos"})
"""How what a list or an apposition adds hangs on what stands before it."""


def coordinated(scene: Scene, token: Token) -> list[Token]:
    """The token and those coordinated or in apposition with it, lists included."""
    found: list[Token] = []
    open_ = [token]
    seen: set[int] = set()
    while open_:
        at = open_.pop(0)
        if at.i in seen:
            continue
        seen.add(at.i)
        found.append(at)
        open_ += _next_people(scene, at)
        open_ += [
            kid
            for kid in _linked(scene, at)
            if kid.i in scene.named or kid.pos not in ("VERB", "AUX")
        ]
    return found


def _linked(scene: Scene, token: Token) -> list[Token]:
    """Tokens that a list or an apposition adds to a token, or to the mention it is in. What else
    is said of a name is not who takes part ("X, un partenaire de Y")."""
    mention = scene.named.get(token.i)
    inside = scene.parse.at(mention.start, mention.end) if mention is not None else [token]
    kids = [kid for t in inside for kid in scene.parse.children[t.i] if kid.family in ADDED]
    if mention is not None:
        kids = [kid for kid in kids if kid.i in scene.named or not _is_aside(scene, kid)]
    listed = [scene.parse.tokens[i] for i in scene.joined.get(inside[0].i, ())]
    return [kid for kid in kids if not scene.parse.kids(kid.i, "nsubj")] + listed


def _next_people(scene: Scene, token: Token) -> list[Token]:
    """The second of two peoples without an article, whatever the parser took it for: "entre x et
    y"."""
    after = scene.parse.tokens[token.i + 1 : token.i + 3]
    two = len(after) > 1 and after[0].pos == "CCONJ" and _is_people(scene, token)
    return [after[1]] if two and _is_people(scene, after[1]) else []


def _is_people(scene: Scene, token: Token) -> bool:
    """Whether a word without an article may be the name of a people: "Serbes"."""
    bare = token.text[:1].isupper() and token.i not in scene.named
    return bare and not scene.parse.kids(token.i, "det", "flat:name")


def _is_aside(scene: Scene, token: Token) -> bool:
    """Whether a noun says what a name is: an apposition, which bears no article even where the
    parser took it for the next of a list ("X, bête noire de Y")."""
    bare = token.pos == "NOUN" and not scene.parse.kids(token.i, "det", "cc", "case", "nummod")
    return token.dep == "appos" or bare
