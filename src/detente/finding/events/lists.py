"""What a list or an apposition adds to a noun or a name."""

from __future__ import annotations

from detente.finding.events.scene import Scene
from detente.syntax import Token


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
    kids = [kid for t in inside for kid in scene.parse.kids(t.i, "conj", "appos")]
    if mention is not None:
        kids = [kid for kid in kids if kid.i in scene.named or not _is_aside(scene, kid)]
    listed = [scene.parse.tokens[i] for i in scene.joined.get(inside[0].i, ())]
    return [kid for kid in kids if not scene.parse.kids(kid.i, "nsubj")] + listed


def _is_aside(scene: Scene, token: Token) -> bool:
    """Whether a noun says what a name is: an apposition, which bears no article even where the
    parser took it for the next of a list ("X, bête noire de Y")."""
    bare = token.pos == "NOUN" and not scene.parse.kids(token.i, "det", "cc", "case", "nummod")
    return token.dep == "appos" or bare
