"""Which state an envoy is of, where only the words for him tell: "l'ambassadeur de X"."""

from __future__ import annotations

from detente.finding.events.cast import Cast
from detente.finding.events.slots import POSTED, Slots
from detente.finding.events.trigger import Trigger
from detente.records import Actor, Mention
from detente.syntax import Token

ENVOYS = POSTED | {"summons", "expulsion"}
"""What is done to an envoy of a state."""


def of_envoy(
    trigger: Trigger, slots: Slots, cast: Cast, token: Token
) -> list[tuple[Actor, Mention | None]]:
    """The state that sent an envoy, or in which he is posted, told in the words for him alone:
    "l'ambassadeur de X", "à X"."""
    mention = slots.scene.named.get(token.i)
    if trigger.kind not in ENVOYS or (mention is not None and mention.form != "role"):
        return []
    words = [token] if token.text[:1].isupper() else []
    if mention is None and slots.lexicon.singular(token.word) in slots.lexicon.classes["envoys"]:
        kids = slots.scene.parse.kids(token.i, "nmod")
        sent = [k for k in kids if _is_sender(slots, k)]
        posted = kids if trigger.kind in POSTED else []
        words = [k for k in sent or posted if k.i not in slots.scene.named]
    states = (cast.side(word.text) for word in words if word.text[:1].isupper())
    found = next((s for s in states if s is not None and s.kind == "state"), None)
    return [(found, None)] if found is not None else []


def _is_sender(slots: Slots, token: Token) -> bool:
    """Whether "of" leads to who sent an envoy, not to where he is posted."""
    before = slots.scene.preposition(token.i)[:1]
    return any(slots.lexicon.contractions.get(w, w) == slots.lexicon.of for w in before)
