"""Words that one can read somewhere: "«…», peut-on lire sur le compte de X", "«…», est-il écrit
dans un communiqué de la marine"."""

from __future__ import annotations

from collections.abc import Iterator

from detente.finding.quotations import described, papers, phrases
from detente.finding.quotations.claims import COMMAS, Claim, Hearing
from detente.finding.quotations.memory import UNKNOWN, Voice
from detente.records import Mention, Span

_SPEAKERS = ("person", "organization", "state", "group")
"""Kinds of actors whose words a place may hold."""


def reported(hearing: Hearing) -> Iterator[Claim]:
    """Marks before a "lit-on dans", of the one to whom the place of the words belongs."""
    frame = hearing.frame
    claimed = hearing.claimed()
    for i in frame.quotes():
        at = i + 1 + (frame.mark(i + 1) in COMMAS)
        end = _reading(hearing, at)
        if end is None or i in claimed or frame.word(end) not in hearing.scene.words.within:
            continue
        voice = _owner(hearing, end + 1)
        if voice.actor is not None:
            yield Claim("incise", frame, i, i + 1, voice, (at, end), [i])


def _reading(hearing: Hearing, at: int) -> int | None:
    """The piece after the words that say one can read it, hyphens and linking letters left out."""
    frame, linking = hearing.frame, hearing.scene.words.linking
    here = frozenset(frame.lows[at:])
    for phrase in filter(here.issuperset, hearing.scene.lexicon.table.reading):
        k, rest = at, list(phrase)
        while rest and hearing.has(k):
            if frame.word(k) == rest[0]:
                rest.pop(0)
            elif frame.mark(k) != "-" and frame.word(k) not in linking:
                break
            k += 1
        if not rest:
            return k
    return None


def _owner(hearing: Hearing, start: int) -> Voice:
    """Whose the place is: of somebody named in it, of people it belongs to, of whose document it
    is."""
    frame, scene = hearing.frame, hearing.scene
    end = phrases.stop(scene, frame, start)
    span: Span = scene.span(frame, start, end)
    known = ((m, scene.actors.get(m.actor or "")) for m in scene.within(*span))
    named = [m for m, actor in known if actor is not None and actor.kind in _SPEAKERS]
    of = scene.classes.of
    owners = [m for m in named if _before(hearing, m) in of]
    whose = None if owners else described.author(scene, frame, start, end)
    if whose is not None:
        return described.voice(scene, whose, span)
    if named:
        return hearing.voices.named((owners or named)[0])
    paper = papers.is_document(scene, frame, start, end)
    return hearing.voices.phrase(frame, start, end) if paper else UNKNOWN


def _before(hearing: Hearing, mention: Mention) -> str:
    """The word before a mention, its articles left out: the "de" of "le compte Signalis de X"."""
    frame, at = hearing.frame, hearing.scene.piece(hearing.frame, mention.start)
    at = phrases.opening(hearing.scene, frame, at)
    return (
        frame.word(at)
        if frame.word(at) in hearing.scene.words.contracted_of
        else frame.word(at - 1)
    )
