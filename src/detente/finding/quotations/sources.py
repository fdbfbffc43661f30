"""Sources named by a preposition or beside the words: "selon X", "pour X,", "comme l'a dit X"."""

from __future__ import annotations

from collections.abc import Iterator

from detente.finding.quotations import clauses, papers, phrases, relatives
from detente.finding.quotations.around import around, label
from detente.finding.quotations.claims import Claim, Hearing
from detente.finding.quotations.cue import Cue
from detente.finding.quotations.memory import UNKNOWN, Voice
from detente.finding.quotations.participles import is_adverb

_WORDS = 4
"""Words in marks from which a document is quoted."""
_NOUN = 20
"""Pieces between a noun of saying and the relative that tells what was said."""
_PHRASE = 7
"""Pieces that a phrase without a name takes."""
_HEAD = 14
"""Pieces within which a source at the head of a frame is closed by its comma."""


def reported(hearing: Hearing) -> Iterator[Claim]:
    """What each source preposition of the frame reports."""
    head = label(hearing)
    found, opening = hearing.scene.sources(hearing.frame), hearing.scene.lexicon.openings.first
    for i in sorted({head, head + 1, *found}):
        width = found.get(i) or (hearing.frame.word(i) in opening and _opening(hearing, i, head))
        if width and hearing.has(i + width):
            yield from _source(hearing, i, i + width)
    yield from _described(hearing)


def _described(hearing: Hearing) -> Iterator[Claim]:
    """What a relative clause makes somebody say: "le maire, selon qui le port est sûr",
    "l'annonce de la Suède selon laquelle le port ferme"; a view only in marks: "le maire, pour qui
    le port est une «ruine»"."""
    frame, told_by = hearing.frame, hearing.scene.classes.told_by
    if told_by.isdisjoint(frame.lows):
        return
    sure, viewing = (table := hearing.scene.lexicon.table.sources).sure, table.viewing
    for at, after in enumerate(frame.lows[1:-1]):
        if at == 0 or after not in told_by:
            continue
        view = frame.word(at) in viewing and frame.mark(at - 1) == ","
        if not (view or (frame.word(at),) in sure):
            continue
        voice = _antecedent(hearing, at, view)
        high = clauses.end(hearing.scene, frame, at + 2, hearing.cues, hearing.bounds)
        quotes = frame.quotes(at + 2, high)
        if voice.actor is not None and at + 2 < high and (quotes or not view):
            yield Claim("source", frame, at + 2, high, voice, (at, at + 2), quotes)


def _antecedent(hearing: Hearing, at: int, view: bool) -> Voice:
    """Whom a "selon qui" or "selon laquelle" at piece ``at`` points to: who is named right before
    it, or whose words the noun of saying before it tells of; only the former for a ``view``."""
    frame, scene, words = hearing.frame, hearing.scene, hearing.scene.words
    before = at - (frame.mark(at - 1) == ",")
    saying = scene.lexicon.table.nouns.saying
    mention = relatives.ending(scene, frame, before)
    if view:
        return hearing.voices.named(mention) if mention is not None else UNKNOWN
    nouns = [k for k in range(max(0, at - _NOUN), at) if frame.word(k) in saying]
    which = frame.word(at + 1) in words.which
    owner = hearing.voices.owner(frame, nouns[-1] + 1, at) if nouns and which else UNKNOWN
    if owner.actor is None and mention is None and which:
        return _described_before(hearing, before)
    if nouns and which:
        return owner
    if mention is None or which:
        return hearing.voices.named(mention) if mention is not None else UNKNOWN
    if phrases.is_person(scene, mention):
        return hearing.voices.named(mention)
    return hearing.voices.current or UNKNOWN


def _described_before(hearing: Hearing, high: int) -> Voice:
    """Whom a phrase without a name means that ends before a piece: "un ministre selon lequel"."""
    frame, scene = hearing.frame, hearing.scene
    for start in range(high - 2, max(-1, high - _PHRASE), -1):
        if not frame.word(start):
            break
        human = scene.is_human(frame, start + 1)
        if human and frame.word(start) in scene.words.articles:
            return hearing.voices.phrase(frame, start, high)
    return UNKNOWN


def as_said(hearing: Hearing, cue: Cue) -> Iterator[Claim]:
    """Comme l'a dit X, Y viendra: the cue's subject follows it, its words stand around it."""
    frame, words = hearing.frame, hearing.scene.words
    at = cue.first - 1
    while frame.word(at) in words.clitics:
        at -= 1
    if frame.word(at) not in words.like or cue.is_bare or cue.passive:
        return
    start = phrases.after(hearing.scene, frame, cue.last)
    if start is None or start > cue.last + 3:
        return
    voice = hearing.voices.inverted(frame, cue)
    if voice.actor is not None:
        yield from around(hearing, voice, (at, cue.last), start)


def _opening(hearing: Hearing, i: int, head: int) -> int:
    """The width of "pour" before a named source and a comma, at the head of a frame."""
    frame = hearing.frame
    joined = frame.word(head) in hearing.scene.words.conjunctions
    if i != head and not (joined and i == head + 1):
        return 0
    for width in hearing.scene.lexicon.openings.at(frame.lows, i):
        start = i + width
        if not hearing.has(start):
            continue
        if frame.word(start) in hearing.scene.words.possessives and is_adverb(
            frame, start + 1, hearing.scene.words
        ):
            continue
        voice = hearing.voices.source(frame, start)
        actor = hearing.scene.actors.get(voice.actor or "")
        comma = any(frame.mark(k) == "," for k in range(start, start + _HEAD))
        if comma and actor and actor.kind != "place":
            return width
    return 0


def _source(hearing: Hearing, at: int, start: int) -> Iterator[Claim]:
    words = tuple(hearing.frame.word(k) for k in range(at, start))
    own = words in hearing.scene.lexicon.table.sources.own
    voices = hearing.voices
    frame = hearing.frame
    voice = voices.own_view(frame, at) if own else voices.source(frame, start)
    if voice.actor is None:
        return
    end = phrases.stop(hearing.scene, hearing.frame, start)
    record = not own and papers.is_record(hearing.scene, hearing.frame, start, end)
    speaks = not record or _is_owned(hearing, voice, start, end)
    for claim in around(hearing, voice, (at, start), start):
        if record:
            claim.quotes = [i for i in claim.quotes if _length(claim, i) >= _WORDS]
        if speaks or claim.quotes:
            yield claim


def _is_owned(hearing: Hearing, voice: Voice, start: int, end: int) -> bool:
    """A law, a count or a picture that nobody is named for says nothing unless its words stand in
    marks: "selon les chiffres officiels", not "selon un bilan du ministère"."""
    actor = hearing.scene.actors.get(voice.actor or "")
    noun = papers.head(hearing.scene, hearing.frame, start, end)
    return actor is not None and noun not in actor.name.lower().replace("'", " ").split()


def _length(claim: Claim, i: int) -> int:
    """How many words stand in marks: few are a label in what a record tells, a "oui" that won."""
    stretch = claim.frame.stretches[i]
    return len(claim.frame.passage.text[stretch.start : stretch.end].split()) if stretch else 0
