"""States by their adjective: "a-t-on affirmé côté français"."""

from __future__ import annotations

from detente.finding.quotations.scene import Scene
from detente.records import Actor


def state(scene: Scene, adjective: str) -> Actor | None:
    """The state that an adjective belongs to, as an actor of the page."""
    language = scene.ground.language.code
    for known in scene.ground.knowledge.states:
        if adjective and adjective in known.adjectives.get(language, ()):
            name = known.names[language]
            made = Actor(id=known.id, kind="state", name=name, states=(known.id,))
            return scene.actors.setdefault(known.id, made)
    return None
