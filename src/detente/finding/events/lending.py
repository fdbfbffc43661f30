"""Days that an occasion lends to what goes on during it, and takes from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from detente.finding.events.drafts import Draft
from detente.finding.events.happenings import Happening
from detente.finding.events.lexicon import Lexicon
from detente.finding.events.scene import Scene
from detente.syntax import Token

Place = tuple[int, int]
"""Where a mention stands: its sentence and a token of its trigger."""

HIGHEST = 4
"""Words above an occasion that are looked at."""

APART = frozenset({"acl:relcl", "ccomp", "parataxis", "advcl"})
"""Clauses that tell something of their own."""

OBJECTS = ("obj", "nsubj:pass", "nsubj", "obl:arg")
"""Where the noun stands that a verb makes happen."""


def occasions(
    happenings: Iterable[Happening], told: dict[Place, Happening], words: Lexicon
) -> dict[Place, Happening]:
    """For mentions that go on during another ("a rencontré X en marge du sommet"), and for the
    occasions themselves, the happening on the other side."""
    found: dict[Place, Happening] = {}
    for happening in happenings:
        for draft in happening.drafts:
            if not _is_occasion(draft, words):
                continue
            for place in _around(draft, words):
                other = told.get(place)
                if other is not None and other is not happening:
                    found.setdefault(place, happening)
                    found.setdefault((draft.scene.number, draft.trigger.i), other)
                    break
    return found


def _is_occasion(draft: Draft, words: Lexicon) -> bool:
    if draft.trigger.sort != "noun":
        return False
    return draft.scene.follows(draft.trigger.tokens[0], words.dating.during)


def _around(draft: Draft, words: Lexicon) -> Iterator[Place]:
    """The words that may tell what goes on during an occasion: those that it hangs on, and what
    their verbs make happen; else those before it, back to the verb."""
    scene = draft.scene
    below = scene.parse.tokens[draft.trigger.i]
    for n, above in enumerate(scene.parse.ancestors(draft.trigger.i)):
        if n >= HIGHEST or below.dep in APART:
            return
        yield scene.number, above.i
        if above.pos == "VERB":
            yield from ((scene.number, k.i) for k in _made(scene, above, words))
        below = above
    for token in reversed(scene.parse.tokens[: draft.trigger.tokens[0]]):
        if token.pos == "PUNCT":
            return
        yield scene.number, token.i
        if token.pos in ("VERB", "AUX"):
            return


def _made(scene: Scene, verb: Token, words: Lexicon) -> list[Token]:
    """The nouns that a verb makes happen: "a tenu une conférence de presse"."""
    carrying = words.carrying
    return scene.parse.kids(verb.i, *OBJECTS) if verb.base in carrying else []
