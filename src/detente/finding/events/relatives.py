"""Who is told only by what he is to somebody: "la fille de X", "l'avocat de Y". Neither X nor Y
takes part in what they do; and who is named below a noun, but not as whose it is."""

from __future__ import annotations

from detente.finding.events.cast import Cast
from detente.finding.events.slots import Slots
from detente.records import Actor, Mention
from detente.syntax import Token


def themselves(
    slots: Slots, cast: Cast, actors: list[tuple[Actor, Mention | None]]
) -> list[tuple[Actor, Mention | None]]:
    """Those named, but for who only tells whose relative or aide somebody is ("la soeur de X"): in
    his stead the one whom a comma brings, if any ("le gendre de X, Y")."""
    found: list[tuple[Actor, Mention | None]] = []
    for actor, mention in actors:
        if mention is None or actor.kind != "person" or not _is_whose(slots, mention):
            found.append((actor, mention))
            continue
        at = slots.scene.parse.at(mention.start, mention.end)[-1].i + 1
        comma = at < len(slots.scene.parse.tokens) and slots.scene.parse.tokens[at].text == ","
        after = slots.scene.named.get(at + 1) if comma else None
        other = cast.actors.get(after.actor or "") if after is not None else None
        if other is not None and other.kind == "person":
            found.append((other, after))
    return found


def _is_whose(slots: Slots, mention: Mention) -> bool:
    """Whether "of" and a noun for one person stand before a name."""
    scene = slots.scene
    i = scene.parse.at(mention.start, mention.end)[0].i - 1
    while i > 0 and scene.parse.tokens[i].pos == "DET":
        i -= 1
    word = scene.parse.tokens[i].word if i > 0 else ""
    if scene.contractions.get(word, word) != slots.lexicon.of:
        return False
    nouns = (t for t in reversed(scene.parse.tokens[max(0, i - 2) : i]) if t.pos != "ADJ")
    noun = next(nouns, None)
    return noun is not None and noun.pos == "NOUN" and _is_single(slots, noun)


def is_someone(slots: Slots, token: Token) -> bool:
    """Whether a noun tells of one person who is not known: what hangs on it is not him."""
    if token.i in slots.scene.named or not _is_single(slots, token):
        return False
    kids = slots.scene.parse.kids(token.i, "appos", "flat")
    return not any(k.i in slots.scene.named for k in kids)


def _is_single(slots: Slots, token: Token) -> bool:
    """Whether a noun tells of one person by what he is to others."""
    known = {token.base, slots.lexicon.singular(token.word)}
    return "Number=Plur" not in token.morph and bool(known & slots.lexicon.classes["single"])


def is_elsewhere(slots: Slots, token: Token, mention: Mention | None) -> bool:
    """Whether a preposition leads from a noun down to a name: against whom or for whom something
    is, or where, is not whose it is ("un embargo contre X", "l'aide à Y")."""
    at = slots.scene.head_of(mention) if mention is not None else token
    while at.i not in (token.i, at.head):
        words = slots.scene.preposition(at.i)
        plain = slots.scene.contractions.get(words[-1], words[-1]) if words else slots.lexicon.of
        if plain != slots.lexicon.of and plain not in slots.lexicon.by:
            return True
        at = slots.scene.parse.tokens[at.head]
    return False
