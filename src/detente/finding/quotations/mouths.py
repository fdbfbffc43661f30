"""Who says it behind the one named beside a cue: "la Suède, par la voix d'Anne Petit, a dit",
"rapporte l'agence du port en citant un élu"."""

from __future__ import annotations

from msgspec.structs import replace

from detente.finding.quotations.claims import Claim, Hearing
from detente.finding.quotations.memory import Voice

_AGENCY = "news_agency"
"""The kind of bodies that only pass on what others say."""


def trace(hearing: Hearing) -> None:
    """Give each claim to whoever lends its speaker a mouth, or is passed on by a medium."""
    lent = _lent(hearing) if hearing.claims else None
    for claim in hearing.claims:
        at = _behind(hearing, claim.voice)
        if lent is not None and _is_body(hearing, claim.voice):
            claim.voice = lent
            continue
        if at is None:
            continue
        spoken = _mouth(hearing, at)
        passed = _cited(hearing, at) if spoken is None and _passes_on(hearing, claim) else None
        if spoken is not None:
            claim.voice = spoken
        elif passed is not None:
            claim.relay, claim.voice = claim.voice.actor, passed


def _lent(hearing: Hearing) -> Voice | None:
    """The one person by whose voice the one body that speaks in a frame does so, wherever that is
    told: "la Suède a promis, par la voix d'Anne Petit, …"; not if another body is named between."""
    frame, scene = hearing.frame, hearing.scene
    if scene.lexicon.table.throats.isdisjoint(frame.lows):
        return None
    places = [i for i in range(frame.size) if _opens(hearing, i)]
    voices = [c.voice for c in hearing.claims if _is_body(hearing, c.voice)]
    if len(places) != 1 or len({v.actor for v in voices}) != 1 or voices[0].mention is None:
        return None
    at, told = scene.span(frame, places[0], places[0] + 1), voices[0].mention
    spoken = _mouth(hearing, places[0])
    between = scene.within(min(at[0], told[1]), max(at[0], told[0]))
    met = {m.actor for m in between if m.form != "pronoun"} - {None, voices[0].actor}
    known = scene.actors.get(spoken.actor or "") if spoken else None
    named = known is not None and known.name[:1].isupper()
    return spoken if named and spoken and met <= {spoken.actor} else None


def _opens(hearing: Hearing, at: int) -> bool:
    """A person's voice is named at a piece as what carries another's words."""
    lows, lexicon = hearing.frame.lows, hearing.scene.lexicon
    if not set(lows[at : at + 4]) & lexicon.table.throats:
        return False
    return any(lows[at : at + len(p)] == p for p in lexicon.mouths)


def _is_body(hearing: Hearing, voice: Voice) -> bool:
    """A state, an institution or a source without a name: somebody with a name speaks himself."""
    actor = hearing.scene.actors.get(voice.actor or "")
    return actor is not None and (actor.kind != "person" or actor.name[:1].islower())


def _behind(hearing: Hearing, voice: Voice) -> int | None:
    """The piece behind the words that name a speaker in this frame, after a comma."""
    frame, scene = hearing.frame, hearing.scene
    first, last = scene.span(frame, 0, frame.size)
    mention = voice.mention
    if mention is None or voice.how not in ("named", "unnamed") or not first <= mention[0] < last:
        return None
    at = scene.piece(frame, mention[1]) if mention[1] < last else frame.size
    return at + (frame.mark(at) == ",")


def _mouth(hearing: Hearing, at: int) -> Voice | None:
    """The person by whose mouth a body speaks: "par la voix de X", "par son porte-parole X"."""
    lows = hearing.frame.lows
    width = max(
        (len(p) for p in hearing.scene.lexicon.mouths if lows[at : at + len(p)] == p), default=0
    )
    words = hearing.scene.words
    if not width and lows[at : at + 1] and lows[at] in words.agent:
        width = int(hearing.frame.word(at + 1) in words.possessives)
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
