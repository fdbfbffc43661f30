"""What a quotation carries besides its words: addressee, subjects, polarity, brackets."""

from __future__ import annotations

import re
from typing import Literal

from detente.finding.quotations import phrases
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


def addressee(scene: Scene, draft: Draft) -> str | None:
    """To whom it is said: "à son homologue", or the object of a verb like "exhorter"."""
    claim, words = draft.claim, scene.words
    if claim.cue is None or claim.verb is None:
        return None
    frame, verb = claim.frame, claim.verb
    high = claim.low if claim.low >= verb.last else min(verb.last + 12, len(frame.pieces))
    for i in range(verb.last, high):
        if frame.mark(i) in (",", ":", ";") or frame.pieces[i].kind == "quote":
            break
        to = frame.word(i) in words.to | words.contracted_to
        if to or _is_object(scene, draft, i):
            actor = _actor_at(scene, draft, i + 1 if to else i)
            if actor and actor != draft.voice.actor:
                return actor
    return None


def _is_object(scene: Scene, draft: Draft, i: int) -> bool:
    """The piece starts the bare object of a verb that takes one before its infinitive."""
    claim = draft.claim
    if claim.rule != "infinitive" or claim.verb is None:
        return False
    return not phrases.is_governed(scene, claim.frame, i)


def _actor_at(scene: Scene, draft: Draft, i: int) -> str | None:
    frame = draft.claim.frame
    for k in (i - 1, i, i + 1):
        if 0 <= k < len(frame.pieces):
            mention = scene.starting(frame, k)
            if mention and mention.actor:
                return mention.actor
    return None


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
