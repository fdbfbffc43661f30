"""Whether a pronoun can stand for an actor, by how the page speaks of that one."""

from __future__ import annotations

from detente.finding.quotations.cue import Cue
from detente.finding.quotations.frame import Frame
from detente.finding.quotations.scene import Scene


def is_plural(scene: Scene, frame: Frame, cue: Cue) -> bool:
    """The verb of a cue asks for several: "ont annoncé", "estiment"."""
    if cue.is_bare or cue.passive:
        return False
    at = cue.first + (frame.word(cue.first) in scene.words.reflexive)
    return frame.word(at).endswith(scene.words.plural_endings)


def agrees(scene: Scene, id: str, pronoun: str) -> bool:
    """A person or several of them: in number, and in gender where the page shows one. A state or
    a body agrees with the noun for it, which differs from mention to mention."""
    words, actor = scene.words, scene.actors.get(id)
    if actor is None or pronoun in words.impersonal:
        return False
    many = actor.name[:1].islower() and actor.name.split()[0].endswith(words.many)
    if actor.kind == "group" or (actor.kind == "person" and many):
        return pronoun in words.plurals
    if actor.kind != "person" or pronoun in words.plurals:
        return False
    female = _is_female(scene, id)
    return female is None or female == (pronoun in words.feminine)


def _is_female(scene: Scene, id: str) -> bool | None:
    """By articles, civilities and pronouns of the mentions of a person; ``None`` if they are
    silent or disagree."""
    words, female, male = scene.words, 0, 0
    for mention in scene.mentions:
        if mention.actor == id:
            first = mention.text.lower().replace("’", "'").split()[0].rstrip(".")
            female += first in words.feminine
            male += first in words.masculine
    return None if female == male else female > male
