"""States by their adjective: "a-t-on affirmé côté français"."""

from __future__ import annotations

from detente.finding.quotations.scene import Scene
from detente.records import Actor


def state(scene: Scene, adjective: str) -> Actor | None:
    """The state that an adjective belongs to, as an actor of the page."""
    language = scene.ground.language.code
    for known in scene.ground.knowledge.states:
        if adjective and adjective in known.adjectives.get(language, ()):
            return actor(scene, known.id)
    return None


def actor(scene: Scene, id: str) -> Actor | None:
    """The state of that id, as an actor of the page."""
    known = scene.ground.knowledge.state(id)
    if known is None:
        return None
    made = Actor(
        id=known.id,
        kind="state",
        name=known.names[scene.ground.language.code],
        states=(known.id,),
    )
    return scene.actors.setdefault(known.id, made)
