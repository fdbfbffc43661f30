"""Who says it behind the one named beside a cue: "la Suède, par la voix d'Anne Petit, a dit",
"rapporte l'agence du port en citant un élu"."""

from __future__ import annotations

from dataclasses import replace

from detente.finding.quotations.claims import Claim, Hearing
from detente.finding.quotations.memory import Voice

_AGENCY = "news_agency"
"""The kind of bodies that only pass on what others say."""


def trace(hearing: Hearing) -> None:
    """Give each claim to whoever lends its speaker a mouth, or is passed on by a medium."""
    for claim in hearing.claims:
        at = _behind(hearing, claim.voice)
        if at is None:
            continue
        spoken = _mouth(hearing, at)
        passed = _cited(hearing, at) if spoken is None and _passes_on(hearing, claim) else None
        if spoken is not None:
            claim.voice = spoken
        elif passed is not None:
            claim.relay, claim.voice = claim.voice.actor, passed


def _behind(hearing: Hearing, voice: Voice) -> int | None:
    """The piece behind the words that name a speaker in this frame, after a comma."""
    frame, scene = hearing.frame, hearing.scene
    first, last = scene.span(frame, 0, len(frame.pieces))
    mention = voice.mention
    if mention is None or voice.how not in ("named", "unnamed") or not first <= mention[0] < last:
        return None
    at = scene.piece(frame, mention[1]) if mention[1] < last else len(frame.pieces)
    return at + (frame.mark(at) == ",")


def _mouth(hearing: Hearing, at: int) -> Voice | None:
    """The person by whose mouth a body speaks."""
    lows = hearing.frame.lows
    width = max(
        (len(p) for p in hearing.scene.lexicon.mouths if lows[at : at + len(p)] == p), default=0
    )
    if not width or not hearing.has(at + width):
        return None
    voice = hearing.voices.phrase(hearing.frame, at + width)
    actor = hearing.scene.actors.get(voice.actor or "")
    return voice if actor is not None and actor.kind == "person" else None


def _cited(hearing: Hearing, at: int) -> Voice | None:
    """Whom a medium names as its source, right behind it or at the head of the sentence."""
    table, frame = hearing.scene.lexicon.table, hearing.frame
    for begin in (at, 0):
        for phrase in table.citing:
            start = begin + len(phrase)
            if frame.lows[begin:start] == phrase and hearing.has(start):
                voice = hearing.voices.phrase(frame, start)
                nameless = table.nouns.nameless & set(frame.lows[start : start + 4])
                return (
                    None
                    if voice.actor is None or nameless
                    else replace(voice, because=f"passed on: {voice.because}")
                )
    return None


def _passes_on(hearing: Hearing, claim: Claim) -> bool:
    """The speaker is a news agency, by what is known of it or by its noun; a paper that cites
    somebody speaks for itself."""
    scene, voice = hearing.scene, claim.voice
    organ = scene.ground.knowledge.body(voice.actor)
    if organ is not None:
        return organ.kind == _AGENCY
    named = scene.ground.words(*voice.mention) if voice.mention else ""
    words = named.lower().replace("'", " ").split()
    return bool(set(words) & scene.lexicon.table.nouns.agencies)
