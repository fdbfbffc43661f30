"""How the words of a trigger point: to what is known, to what was just told, to one of several."""

from __future__ import annotations

from detente.finding.events.lexicon import Lexicon
from detente.finding.events.scene import Scene
from detente.finding.events.trigger import Trigger
from detente.syntax import Token


def is_definite(scene: Scene, trigger: Trigger) -> bool:
    """Whether the words point to something known: an article, a demonstrative, an owner; or name
    it alone, as crossheads do."""
    kids = scene.parse.kids(trigger.i, "det")
    if _is_aside(scene, trigger):
        return True
    if kids or trigger.sort != "noun":
        return any(_points(k) for k in kids)
    token = scene.parse.tokens[trigger.i]
    above = scene.parse.kids(token.head, "det") if token.dep == "nmod" else []
    return trigger.i == 0 or any(_points(k) for k in above)


def takes_up(scene: Scene, trigger: Trigger) -> bool:
    """Whether a demonstrative takes up what was just told ("ce retrait"), or a sentence without a
    verb says more of it ("Une rencontre tendue.")."""
    kids = scene.parse.kids(trigger.i, "det")
    return _is_aside(scene, trigger) or any("PronType=Dem" in k.morph for k in kids)


def ordinal(scene: Scene, trigger: Trigger, words: Lexicon) -> int:
    """Which of several a noun is said to be ("le deuxième sommet"), 0 if it is not said."""
    if trigger.sort != "noun":
        return 0
    kids = scene.parse.kids(trigger.i, "amod", "nummod")
    known = words.statuses.numbered
    return next((n for k in kids if (n := known.get(k.base, 0))), 0)


def _is_aside(scene: Scene, trigger: Trigger) -> bool:
    """Whether a noun opens a sentence of the text without a verb of its own."""
    if trigger.sort != "noun" or scene.is_title or scene.parse.tokens[trigger.i].dep != "ROOT":
        return False
    kids, own = scene.parse.kids(trigger.i, "det"), ("nsubj", "cop", "aux", "expl")
    if len(kids) != 1 or kids[0].i > 0 or "Definite=Ind" not in kids[0].morph:
        return False
    return not scene.parse.kids(trigger.i, *own)


def _points(token: Token) -> bool:
    morph = token.morph
    return "Definite=Def" in morph or "PronType=Dem" in morph or "Poss=Yes" in morph
