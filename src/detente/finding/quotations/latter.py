"""Whom words mean that point to those last told of: "ce dernier", "l'intéressée", "ces pays"."""

from __future__ import annotations

from collections.abc import Iterable

from detente.finding.quotations import agreement, described, phrases
from detente.finding.quotations.frame import Frame
from detente.finding.quotations.memory import Voice
from detente.finding.quotations.scene import Scene
from detente.records import Span


def latest(scene: Scene, place: Frame, stop: int, span: Span) -> Voice | None:
    """The last person named before a piece of a sentence who agrees with the words at ``span``; the
    last people told of, if those are of several."""
    words = scene.words
    said = scene.ground.words(*span).lower().replace("'", " ").split()
    if said[-1].endswith(words.many):
        return _people(scene, place, stop, span)
    gender = words.feminine if words.feminine & {*said} else words.masculine
    pronoun = next(iter(sorted(words.subjects & gender)), "")
    for mention in reversed(scene.within(*scene.span(place, 0, stop))):
        person = phrases.is_person(scene, mention) and mention.actor is not None
        if person and agreement.agrees(scene, mention.actor or "", pronoun):
            return Voice(mention.actor, span, "pronoun", "the last one named before")
    return None


def _people(scene: Scene, place: Frame, stop: int, span: Span) -> Voice | None:
    """The people last told of in a sentence before a piece: "aux élus. Ces derniers"."""
    words = scene.words
    articles = scene.classes.articles | words.contracted_to
    for k in range(stop - 1, -1, -1):
        if not (place.word(k).endswith(words.many) and place.word(k - 1) in articles):
            continue
        mention = scene.starting(place, k) or scene.starting(place, k - 1)
        actor = scene.actors.get(mention.actor or "") if mention is not None else None
        if actor is not None and actor.kind == "group":
            return Voice(actor.id, span, "pronoun", "the people last told of")
        if actor is None and scene.is_human(place, k):
            end = phrases.stop(scene, place, k, stop)
            name = described.source_name(scene, place, k, end)
            return described.voice(scene, name, span) if name is not None else None
    return None


def at_length(scene: Scene, places: Iterable[Frame], noun: str, span: Span) -> Voice | None:
    """Those whom a sentence before calls by the same noun at more length: "sept pays nordiques
    … Ces pays …"."""
    for before in places:
        for i in range(before.size - 1, 0, -1):
            if before.word(i) != noun:
                continue
            start = i - 1
            while start and before.word(start - 1) in scene.words.articles:
                start -= 1
            stop = phrases.stop(scene, before, i)
            found = described.source_name(scene, before, start, stop)
            if found is not None and " " in found:
                return described.voice(scene, found, span)
    return None
