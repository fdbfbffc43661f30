"""Sources that have no name but what the page calls them ("le ministère suédois")."""

from __future__ import annotations

from detente.finding.quotations.memory import Voice
from detente.finding.quotations.scene import Scene
from detente.records import Actor, Span
from detente.text import fold


def longer(scene: Scene, name: str) -> Actor | None:
    """The one source without a name of its own that the page has called so at more length:
    "le ministère suédois" after "le ministère suédois de la Défense"."""
    begins = fold(name).replace(" ", "-") + "-"
    longer = [a for id, a in scene.actors.items() if id.startswith(begins)]
    return longer[0] if len(longer) == 1 and "-" in begins[:-1] else None


def voice(scene: Scene, name: str, span: Span) -> Voice:
    """The voice of a source known from the page alone, which becomes an actor of the scene."""
    slug = fold(name).replace(" ", "-")
    if slug not in scene.actors:
        actor = Actor(id=slug, kind="person", name=name)
        scene.actors[slug] = actor
    return Voice(slug, span, "unnamed", f"a source known only from here: {name}")
