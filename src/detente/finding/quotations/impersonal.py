"""Those behind a "on": whom the words beside it or before it name ("raconte-t-on autour du maire",
"À Berlin, on assure")."""

from __future__ import annotations

from detente.finding.quotations import phrases, sides
from detente.finding.quotations.frame import Frame
from detente.finding.quotations.scene import Scene
from detente.records import Actor

_NEAR = 6
"""Pieces after a "on" in which the place of those behind it is named."""


def behind(scene: Scene, frame: Frame, i: int) -> int | None:
    """Where the phrase begins that names those behind the "on" at piece ``i``: after a preposition
    or a "côté" beside it, or at the head of its clause, before a comma."""
    ahead = _ahead(scene, frame, i)
    if ahead is not None:
        return ahead
    stop = min(i + _NEAR, frame.size)
    return next((at for k in range(i + 1, stop) if (at := _named(scene, frame, k))), None)


def _ahead(scene: Scene, frame: Frame, i: int) -> int | None:
    """The phrase that opens the clause of a "on"; one that names nobody who could speak ("À l'issue
    de la rencontre, on …") is none."""
    words = scene.words
    if frame.mark(i - 1) != ",":
        return None
    start = i - 1
    while start > 0 and not frame.mark(start - 1):
        start -= 1
    while frame.word(start) in words.conjunctions:
        start += 1
    at = _named(scene, frame, start) if start < i - 1 else None
    if at is None or at >= i - 1 or frame.word(at) in words.side or town(scene, frame, at):
        return at
    named = any(m.actor for m in scene.within(*scene.span(frame, at, i - 1)))
    return at if named or phrases.is_human(scene, frame, at, i - 1) else None


def _named(scene: Scene, frame: Frame, k: int) -> int | None:
    """Where the phrase begins that the word at piece ``k`` leads to: "à", "dans", "de source",
    "du côté de"; "côté" itself before an adjective. An "A" at the head of a frame is no verb."""
    words, stop = scene.words, frame.size
    if frame.word(k) in words.contracted_of and frame.word(k + 1) in words.side:
        k += 1
    if frame.word(k) in words.side:
        of = frame.word(k + 1) in scene.classes.of
        at = k + 2 if of else k
        return at if at < stop else None
    source = frame.word(k) in words.of and scene.is_human(frame, k + 1)
    capital = k == 0 and phrases.is_capital(scene, frame, k)
    leads = source or capital or frame.word(k) in scene.classes.towards | words.within
    return k + 1 if leads and k + 1 < stop else None


def town(scene: Scene, frame: Frame, i: int) -> Actor | None:
    """The state whose capital is named at piece ``i``, as an actor of the page. Where several had
    it, the one that the page speaks of."""
    knowledge = scene.ground.knowledge
    for stop in range(i + 1, min(i + 3, frame.size) + 1):
        named = knowledge.named(frame.words(i, stop)) if frame.capitals[i] else ()
        ids = {name.id for name in named if name.kind == "capital"}
        told = ids if len(ids) == 1 else ids.intersection(scene.actors)
        if len(told) == 1:
            return sides.actor(scene, told.pop())
    return None
