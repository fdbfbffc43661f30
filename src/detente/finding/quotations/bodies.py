"""Another word for a body that the page has named: "le groupe", "le géant suédois de l'acier",
"l'organisation"."""

from __future__ import annotations

from collections.abc import Iterable

from detente.finding.quotations import sides
from detente.finding.quotations.frame import Frame
from detente.finding.quotations.scene import Scene
from detente.records import Actor

_FIRM = frozenset({"company"})
_OTHERS = frozenset(
    {"company", "media", "news_agency", "parliament", "presidency", "foreign_ministry"}
)
"""Kinds of bodies that nobody calls an organization."""


def is_word(scene: Scene, noun: str) -> bool:
    """The noun alone tells what kind of a body somebody is."""
    nouns = scene.lexicon.table.nouns
    return noun in nouns.firms or noun in nouns.bodies


def fitting(
    scene: Scene, frame: Frame, phrase: tuple[int, int], candidates: Iterable[str | None]
) -> Actor | None:
    """The first of the candidates that can be called by the words of a phrase, whose first noun
    stands at its start."""
    noun = frame.word(phrase[0])
    if not _is_plain(scene, frame, phrase):
        return None
    states = [sides.state(scene, frame.word(k)) for k in range(*phrase)]
    told = {state.id for state in states if state is not None}
    for id in candidates:
        actor = scene.actors.get(id or "")
        if actor is None or actor.kind != "organization" or actor.name[:1].islower():
            continue
        organ = scene.ground.knowledge.body(actor.id)
        kind = organ.kind if organ is not None else None
        firm = kind is None or kind in _FIRM
        fits = firm if noun in scene.lexicon.table.nouns.firms else kind not in _OTHERS
        home = organ.state if organ is not None else None
        if fits and (not told or home is None or home in told):
            return actor
    return None


def _is_plain(scene: Scene, frame: Frame, phrase: tuple[int, int]) -> bool:
    """Whether nothing makes the noun that of another body, as an adjective other than a state's
    would ("la société civile"), or a complement without a name ("le groupe de travail")."""
    after = frame.word(phrase[0] + 1)
    if phrase[1] == phrase[0] + 1 or sides.state(scene, after) is not None:
        return True
    named = frame.words(phrase[1] - 1, phrase[1])[:1].isupper()
    return after in scene.words.prepositions and named
