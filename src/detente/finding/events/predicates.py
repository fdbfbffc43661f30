"""Predicative adjectives that name an act: "se dire prêt à"."""

from __future__ import annotations

from detente.finding.events.lexicon import Lexicon
from detente.finding.events.scene import Scene
from detente.finding.events.trigger import Trigger
from detente.finding.events.verbs import is_pronominal, verb_group
from detente.syntax import Token

AIMED = 8
"""Tokens after an adjective within which it says what somebody is ready to do."""

APART = 4
"""Tokens before an adjective within which stands the verb by which somebody says it of himself."""


def adjective(scene: Scene, lexicon: Lexicon, token: Token) -> list[Trigger]:
    """The trigger that a token is as a predicative adjective, if it is one."""
    if token.pos not in ("ADJ", "VERB"):
        return []
    entry = lexicon.adjectives.get(token.base)
    if entry is None:
        entry = lexicon.adjectives.get(lexicon.singular(token.word))
    if entry is None and "Tense=Past" in token.morph:
        entry = lexicon.participial.get(token.base)
    if entry is None:
        return []
    professed = _professing(scene, lexicon, token)
    if entry.professed and professed is None and not _is_professed(scene, lexicon, token):
        return []
    told = professed is not None or _is_predicate(scene, token)
    if not told and not _is_headline(scene, lexicon, token):
        return []
    frame = lexicon.frames[entry.frame]
    tokens = tuple(range(_first(scene, lexicon, token, professed), token.i + 1))
    governs = token.i if professed is None else professed
    kind = entry.turned if _is_against(scene, lexicon, token, entry.against) else entry.kind
    return [Trigger(governs, tokens, "adjective", kind, frame, least=1)]


def _first(scene: Scene, lexicon: Lexicon, token: Token, professed: int | None) -> int:
    """The first word of what tells it: the verb that is said of somebody, or by which he says it of
    himself ("s'est dit prêt")."""
    above = scene.parse.tokens[token.head if professed is None else professed]
    near = above.i < token.i <= above.i + APART
    if near and above.base in lexicon.classes["professing"]:
        return min(verb_group(scene, lexicon, above))
    return min([token.i, *(t.i for t in scene.parse.kids(token.i, "cop"))])


def _is_against(scene: Scene, lexicon: Lexicon, token: Token, name: str | None) -> bool:
    """Whether what somebody is ready to do tells that he threatens: "prêt à riposter"."""
    words = lexicon.classes[name] if name is not None else frozenset()
    after = (t for t in scene.parse.tokens[token.i + 1 : token.i + 1 + AIMED] if words)
    return any(t.base in words or lexicon.singular(t.word) in words for t in after)


def _is_predicate(scene: Scene, token: Token) -> bool:
    if scene.parse.kids(token.i, "obj", "aux:tense"):
        return False
    if scene.parse.kids(token.i, "cop", "aux:pass"):
        return True
    return token.dep in ("xcomp", "advcl") and scene.parse.tokens[token.head].pos == "VERB"


def _is_headline(scene: Scene, lexicon: Lexicon, token: Token) -> bool:
    """Whether a headline says it of the name before it, without a verb: "X prêt à négocier"."""
    tokens = scene.parse.tokens
    if not scene.is_title or token.i + 2 > len(tokens):
        return False
    before = next((t for t in reversed(tokens[: token.i]) if t.pos != "PUNCT"), None)
    after = next((t for t in tokens[token.i + 1 :] if t.pos != "PUNCT"), None)
    named = before is not None and before.i in scene.named
    return named and after is not None and after.word in lexicon.aims


def _is_professed(scene: Scene, lexicon: Lexicon, token: Token) -> bool:
    """Whether it completes a verb of saying of oneself: "s'est dite inquiète"."""
    above = scene.parse.tokens[token.head]
    return above.base in lexicon.classes["professing"]


def _professing(scene: Scene, lexicon: Lexicon, token: Token) -> int | None:
    """The verb by which somebody says it of himself, where a day or marks part them and the parser
    loses it: "s'est dit mardi prêt à"."""
    above = scene.parse.tokens[token.head]
    if above.i < token.i and above.pos == "VERB":
        known = above.base in lexicon.classes["professing"] and token.dep != "xcomp"
        return above.i if known and is_pronominal(scene, lexicon, above) else None
    for before in reversed(scene.parse.tokens[max(0, token.i - APART) : token.i]):
        if before.pos == "ADP" or (before.pos == "NOUN" and before.i not in scene.timed):
            return None
        if before.base in lexicon.classes["professing"]:
            return before.i if is_pronominal(scene, lexicon, before) else None
    return None
