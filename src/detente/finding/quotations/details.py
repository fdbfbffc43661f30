"""What a quotation carries besides its words: subjects, polarity, brackets."""

from __future__ import annotations

import re
from typing import Literal

from detente.finding.quotations.drafts import Draft
from detente.finding.quotations.scene import Scene
from detente.records import Span

_EDITORIAL = re.compile(r"\[[^\[\]]{0,160}\]|\([^()]{0,160}\)")
Polarity = Literal["asserted", "negated", "hypothetical", "asked"]


def editorial(scene: Scene, draft: Draft, parts: list[Span]) -> tuple[Span, ...]:
    """Brackets and parentheses inside the marks: cuts, glosses and "(sic)"."""
    if draft.kind == "indirect":
        return ()
    text = scene.ground.text
    return tuple(
        (a + m.start(), a + m.end()) for a, b in parts for m in _EDITORIAL.finditer(text[a:b])
    )


def about(scene: Scene, draft: Draft) -> tuple[str, ...]:
    """States and persons that the reported words mention, in order, each once."""
    found: dict[str, None] = {}
    spans = draft.parts if draft.kind == "direct" else [draft.content, *draft.parts]
    inside = {m.start: m for low, high in spans for m in scene.within(low, high)}
    for _, mention in sorted(inside.items()):
        actor = scene.actors.get(mention.actor or "")
        if actor and actor.kind in ("state", "person") and mention.form != "pronoun":
            found[actor.id] = None
    return tuple(found)


def polarity(scene: Scene, draft: Draft) -> Polarity:
    """Asserted, or said not to have been said, only supposed, or asked."""
    claim = draft.claim
    verb = claim.verb
    if verb is None:
        return "asserted"
    if verb.negated:
        return "negated"
    if claim.frame.asks and claim.rule not in ("incise", "colon", "aside"):
        return "asked"
    supposed = claim.frame.word(0) in scene.words.whether and verb.first < 12
    if verb.conditional or (supposed and claim.rule not in ("incise", "aside")):
        return "hypothetical"
    return "asserted"
