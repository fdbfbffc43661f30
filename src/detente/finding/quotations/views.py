"""Views told of one after the other: "« une farce » pour X, « une fête » selon Y", "…, mais pour X
il s'agit d'une « farce »"."""

from __future__ import annotations

from collections.abc import Iterator

from detente.finding.quotations import clauses, phrases
from detente.finding.quotations.claims import Claim, Hearing
from detente.finding.quotations.memory import Voice
from detente.finding.quotations.reports import object_start


def reported(hearing: Hearing) -> Iterator[Claim]:
    """What stands in marks right before or behind whose view it is, inside a sentence."""
    viewing = hearing.scene.lexicon.table.sources.viewing
    if viewing.isdisjoint(hearing.frame.lows):
        return
    for at, word in enumerate(hearing.frame.lows[1:-1], 1):
        if word not in viewing:
            continue
        if hearing.is_quote(at - 1):
            yield from _behind(hearing, at)
        else:
            yield from _before(hearing, at)


def _behind(hearing: Hearing, at: int) -> Iterator[Claim]:
    """Marks right before the view of one, if others in the sentence have their own: "une victoire
    « nette » pour X" alone may be a victory of X."""
    frame, scene = hearing.frame, hearing.scene
    known, viewing = scene.sources(frame), scene.lexicon.table.sources.viewing
    others = (q + 1 for q in frame.quoted if q != at - 1)
    said = any(c.rule != "source" and at - 1 in c.quotes for c in hearing.claims)
    if not said and any(k in known or frame.word(k) in viewing for k in others):
        voice, low = _viewer(hearing, at), object_start(hearing, 0, at - 1)
        if voice is not None:
            yield Claim("source", frame, low, at, voice, (at, at + 1), [at - 1])


def _before(hearing: Hearing, at: int) -> Iterator[Claim]:
    """Marks in a clause that a view opens, whose subject is a pronoun: "mais pour X, c'est …"."""
    frame, words = hearing.frame, hearing.scene.words
    joined = frame.word(at - 1) in words.conjunctions | words.that
    if not (joined or frame.mark(at - 1) in (",", ";")):
        return
    voice = _viewer(hearing, at)
    if voice is None or voice.mention is None:
        return
    named = hearing.scene.over(*voice.mention)
    end = hearing.scene.piece(frame, voice.mention[1])
    low = phrases.past_name(hearing.scene, frame, named) if named is not None else end
    low += frame.mark(low) == ","
    if low <= at or frame.word(low) not in words.subjects | words.cleft:
        return
    high = clauses.end(hearing.scene, frame, low, hearing.cues, hearing.bounds)
    quotes = frame.quotes(low, high)
    if quotes:
        yield Claim("source", frame, low, high, voice, (at, at + 1), quotes)


def _viewer(hearing: Hearing, at: int) -> Voice | None:
    """Whose view a preposition tells: somebody, a state or a body."""
    voice = hearing.voices.source(hearing.frame, at + 1)
    actor = hearing.scene.actors.get(voice.actor or "")
    return voice if actor is not None and actor.kind != "place" else None
