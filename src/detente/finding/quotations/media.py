"""Media that pass on what others say, called by their noun: "le quotidien", "l'agence", "ces
journaux"."""

from __future__ import annotations

from collections.abc import Sequence

from detente.finding.quotations import together
from detente.finding.quotations.frame import Frame
from detente.finding.quotations.memory import Voice
from detente.finding.quotations.scene import Scene
from detente.records import Actor
from detente.text import fold

_KINDS = ("media", "news_agency")
"""Kinds of bodies that report what others say: those any noun for media may mean, and those only a
noun for an agency does."""
_BESIDE = 12
"""Characters before the words for a medium in which its noun may stand: "le quotidien réformateur
Norrbladet"."""


def last(scene: Scene, frame: Frame, i: int, heard: Sequence[Voice]) -> str | None:
    """The medium that the noun at piece ``i`` means, the last one named of its sort: "selon le
    quotidien" is no agency. One that only the page knows, among those ``heard``, has such a noun
    beside its name ("le quotidien Norrbladet"); none where another body of that noun is named."""
    nouns, noun = scene.lexicon.table.nouns, frame.word(i)
    if noun not in nouns.media:
        return None
    kind = _KINDS[noun in nouns.agencies]
    alike = nouns.agencies if noun in nouns.agencies else nouns.media - nouns.agencies
    told = next((v for v in reversed(heard) if _is_called(scene, v, alike)), None)
    low = told.mention[1] if told is not None and told.mention is not None else 0
    for mention in reversed(scene.within(low, scene.span(frame, i, i + 1)[0])):
        organ = scene.ground.knowledge.organ(mention.actor)
        actor = scene.actors.get(mention.actor or "")
        if organ is None or actor is None or mention.form == "pronoun":
            continue
        if organ.kind == kind:
            return actor.id
        if fold(actor.name).split()[0] == noun:
            return None
    return told.actor if told is not None else None


def _is_called(scene: Scene, voice: Voice, nouns: frozenset[str]) -> bool:
    """A source has a name, and one of the nouns beside it."""
    actor = scene.actors.get(voice.actor or "")
    if actor is None or voice.mention is None or not actor.name[:1].isupper():
        return False
    start, end = voice.mention
    return not nouns.isdisjoint(scene.ground.words(max(0, start - _BESIDE), end).lower().split())


def passes_on(scene: Scene, actor: Actor, several: bool) -> bool:
    """A medium, or several of them, by what is known of it or by its noun."""
    members = together.members(scene, actor.id)
    organs = [scene.ground.knowledge.organ(id) for id in members or (actor.id,)]
    if all(organ is not None and organ.kind in _KINDS for organ in organs):
        return bool(members) == several
    noun = actor.name.lower().split()[0]
    return noun in scene.lexicon.table.nouns.media and noun.endswith(scene.words.many) == several
