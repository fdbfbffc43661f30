"""Sources named by a preposition or beside the words: "selon X", "pour X,", "comme l'a dit X"."""

from __future__ import annotations

from collections.abc import Iterator

from detente.finding.quotations import clauses, papers, phrases, relatives
from detente.finding.quotations.claims import COMMAS, Claim, Hearing
from detente.finding.quotations.cue import Cue
from detente.finding.quotations.memory import UNKNOWN, Voice
from detente.finding.quotations.participles import is_adverb

_LABEL = 5
"""Pieces of a headline before which the colon of its country stands."""
_WORDS = 4
"""Words in marks from which a document is quoted."""
_NOUN = 20
"""Pieces between a noun of saying and the relative that tells what was said."""
_HEAD = 14
"""Pieces within which a source at the head of a frame is closed by its comma."""


def reported(hearing: Hearing) -> Iterator[Claim]:
    """What each source preposition of the frame reports."""
    head = _label(hearing)
    found = clauses.sources(hearing.scene, hearing.frame)
    for i in sorted({head, head + 1, *found}):
        width = found.get(i) or _opening(hearing, i, head)
        if width and hearing.has(i + width):
            yield from _source(hearing, i, i + width)
    yield from _described(hearing)


def _described(hearing: Hearing) -> Iterator[Claim]:
    """What a relative clause makes somebody say: "le maire, selon qui le port est sûr",
    "l'annonce de la Suède selon laquelle le port ferme"."""
    frame, words = hearing.frame, hearing.scene.words
    told_by = words.subject_relatives | words.which
    phrases_of = hearing.scene.lexicon.table.sources.sure
    single = {phrase[0] for phrase in phrases_of if len(phrase) == 1}
    for at in range(1, len(frame.pieces) - 2):
        if frame.word(at) not in single or frame.word(at + 1) not in told_by:
            continue
        voice = _antecedent(hearing, at)
        high = clauses.end(hearing.scene, frame, at + 2, hearing.cues, hearing.bounds)
        if voice.actor is not None and at + 2 < high:
            quotes = frame.quotes(at + 2, high)
            yield Claim("source", frame, at + 2, high, voice, (at, at + 2), quotes)


def _antecedent(hearing: Hearing, at: int) -> Voice:
    """Whom a "selon qui" or "selon laquelle" at piece ``at`` points to: who is named right before
    it, or whose words the noun of saying before it tells of."""
    frame, scene, words = hearing.frame, hearing.scene, hearing.scene.words
    before = at - (frame.mark(at - 1) == ",")
    saying = scene.lexicon.table.nouns.saying
    nouns = [k for k in range(max(0, at - _NOUN), at) if frame.word(k) in saying]
    if nouns and frame.word(at + 1) in scene.words.which:
        return hearing.voices.owner(frame, nouns[-1] + 1, at)
    mention = relatives.ending(scene, frame, before)
    if mention is None or frame.word(at + 1) not in words.subject_relatives:
        return hearing.voices.named(mention) if mention is not None else UNKNOWN
    if phrases.is_person(scene, mention):
        return hearing.voices.named(mention)
    return hearing.voices.current or UNKNOWN


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
        yield from _around(hearing, voice, (at, cue.last), start)


def _opening(hearing: Hearing, i: int, head: int) -> int:
    """The width of "pour" before a named source and a comma, at the head of a frame."""
    frame, table = hearing.frame, hearing.scene.lexicon.table.sources
    joined = frame.word(head) in hearing.scene.words.conjunctions
    if i != head and not (joined and i == head + 1):
        return 0
    for phrase in table.opening:
        start = i + len(phrase)
        if not hearing.has(start) or any(frame.word(i + k) != w for k, w in enumerate(phrase)):
            continue
        if frame.word(start) in hearing.scene.words.possessives and is_adverb(
            frame, start + 1, hearing.scene.words
        ):
            continue
        voice = hearing.voices.source(frame, start)
        actor = hearing.scene.actors.get(voice.actor or "")
        comma = any(frame.mark(k) == "," for k in range(start, start + _HEAD))
        if comma and actor and actor.kind != "place":
            return len(phrase)
    return 0


def _label(hearing: Hearing) -> int:
    """The piece after the country that opens a headline: "Norvège: pour le maire, …"; 0 if none."""
    frame = hearing.frame
    if frame.passage.label != "title" or frame.depth:
        return 0
    return next((k + 1 for k in range(1, _LABEL) if frame.mark(k) == ":"), 0)


def _source(hearing: Hearing, at: int, start: int) -> Iterator[Claim]:
    words = tuple(hearing.frame.word(k) for k in range(at, start))
    own = words in hearing.scene.lexicon.table.sources.own
    voices = hearing.voices
    voice = voices.before(hearing.frame, at) if own else voices.source(hearing.frame, start)
    if voice.actor is None:
        return
    for claim in _around(hearing, voice, (at, start), start):
        if voice.how != "unnamed" or not _is_count(hearing, claim, start):
            yield claim


def _is_count(hearing: Hearing, claim: Claim, start: int) -> bool:
    """A law, a count or a picture that nobody is named for says nothing unless its words stand in
    marks: "selon les chiffres officiels"."""
    scene, frame = hearing.scene, hearing.frame
    if not papers.is_record(scene, frame, start, phrases.stop(scene, frame, start)):
        return False
    stretches = (frame.pieces[i].stretch for i in claim.quotes)
    lengths = [len(frame.passage.text[s.start : s.end].split()) for s in stretches if s]
    return max(lengths, default=0) < _WORDS


def _around(hearing: Hearing, voice: Voice, cue: tuple[int, int], start: int) -> Iterator[Claim]:
    """The words after a source that opens its clause, or before one that closes it."""
    frame, at = hearing.frame, cue[0]
    if _opens(hearing, at):
        stop = _end(hearing, start)
        low = stop + 1 if frame.mark(stop) == "," else stop
        high = clauses.end(hearing.scene, frame, low, hearing.cues, hearing.bounds)
        rest = None
    elif _is_amid(hearing, at, start):
        low, rest = start + 1 + (frame.word(start + 1) in hearing.scene.words.latter), None
        high = clauses.end(hearing.scene, frame, low, hearing.cues, hearing.bounds)
        if not frame.quotes(low, high):
            return
    elif _begins_inside(hearing, at):
        low, rest = _after_name(hearing, voice, start), None
        high = clauses.end(hearing.scene, frame, low, hearing.cues, hearing.bounds)
    else:
        high = at - (frame.word(at - 1) in hearing.scene.words.conjunctions)
        high = hearing.comma_before(high)
        low = hearing.left(high)
        rest = hearing.rest(low, high, start, sure=True)
        going_on = None if rest else _goes_on(hearing, voice, at, start)
        if going_on is not None:
            rest, low = going_on, _clause_start(hearing, low, at)
        elif rest is None and frame.word(start) in hearing.scene.words.third_persons:
            low, high, rest = _beside(hearing, low, high, start)
    if low < high:
        quotes = frame.quotes(low, rest[1] if rest else high)
        yield Claim("source", frame, low, high, voice, cue, quotes, rest=rest)


def _beside(
    hearing: Hearing, low: int, high: int, start: int
) -> tuple[int, int, tuple[int, int] | None]:
    """What a pronoun reports that stands between commas in the middle of a clause: only the phrase
    around it ("… Paul Varenne, élu maire, selon eux, par fraude")."""
    frame, words = hearing.frame, hearing.scene.words
    comma = start + 1
    begins = words.relatives | words.that | words.subordinators
    parted = frame.mark(high) == "," and frame.mark(comma) == "," and hearing.has(comma + 2)
    links = words.prepositions | words.contracted_to | words.articles | words.openers
    if not parted or frame.word(comma + 1) not in links:
        return low, high, None
    opening = [k for k in range(low, high) if frame.mark(k) == "," or frame.word(k) in begins]
    end = clauses.end(hearing.scene, frame, comma + 1, hearing.cues, hearing.bounds)
    return (opening[-1] + 1 if opening else low), high, (comma + 1, end)


def _begins_inside(hearing: Hearing, at: int) -> bool:
    """The source opens a clause of its own: "… à Sarnaville, où selon le maire les ponts …"."""
    frame, words = hearing.frame, hearing.scene.words
    if frame.word(at - 1) in words.places:
        return True
    return frame.word(at - 1) in words.conjunctions and hearing.has_verb(
        at, len(frame.pieces), "Fin"
    )


def _after_name(hearing: Hearing, voice: Voice, start: int) -> int:
    """The piece after the words that name a source, and after their comma."""
    frame = hearing.frame
    stop = hearing.scene.piece(frame, voice.mention[1]) if voice.mention else start + 1
    return stop + 1 if frame.mark(stop) == "," else stop


def _goes_on(hearing: Hearing, voice: Voice, at: int, start: int) -> tuple[int, int] | None:
    """The rest of a clause around a source without commas ("n'est autre, selon lui que du sel"),
    or a relative clause in marks after it ("Une faute selon lui, qui «aggrave» la crise")."""
    frame, words = hearing.frame, hearing.scene.words
    if frame.mark(at - 1) in COMMAS or voice.mention is None:
        return None
    stop = hearing.scene.piece(frame, voice.mention[1])
    while hearing.has(stop) and frame.pieces[stop].capital:
        stop += 1
    relative = frame.mark(stop) == "," and frame.word(stop + 1) in words.relatives
    low = stop + 1 if relative else stop
    high = clauses.end(hearing.scene, frame, low, hearing.cues, hearing.bounds)
    if frame.mark(low) or low >= high or (relative and not frame.quotes(low, high)):
        return None
    return low, high


def _is_amid(hearing: Hearing, at: int, start: int) -> bool:
    """A pronoun as the source stands inside a clause, without commas: "afin selon lui de «…»"."""
    frame, words = hearing.frame, hearing.scene.words
    end = start + 1 + (frame.word(start + 1) in words.latter)
    parted = frame.mark(at - 1) in COMMAS or frame.mark(end)
    named = frame.word(start) in words.third_persons or end > start + 1
    return not parted and named and hearing.has(end)


def _clause_start(hearing: Hearing, low: int, at: int) -> int:
    """Where the clause around a source begins that no comma parts from it: after its "que"."""
    that = hearing.scene.words.that
    return next((k + 1 for k in range(at - 1, low, -1) if hearing.frame.word(k) in that), low)


def _opens(hearing: Hearing, at: int) -> bool:
    """Nothing but a conjunction or adverb stands before: "Mais selon X", "Pourtant, selon X"."""
    frame, words = hearing.frame, hearing.scene.words
    return all(
        frame.mark(k) or frame.word(k) in words.conjunctions or is_adverb(frame, k, words)
        for k in range(_label(hearing), at)
    )


def _end(hearing: Hearing, start: int) -> int:
    """The comma that closes a source at the head of a frame, its appositions passed over."""
    frame = hearing.frame
    commas = [k for k in range(start, len(frame.pieces)) if frame.mark(k) == ","]
    if not commas:
        return phrases.stop(hearing.scene, frame, start)
    for n, comma in enumerate(commas):
        if n == len(commas) - 1 or hearing.is_quote(comma + 1):
            return commas[0] if n and _is_predicate(hearing, comma + 1) else comma
        if _begins_clause(hearing, comma):
            return comma
    return commas[-1]


def _is_predicate(hearing: Hearing, i: int) -> bool:
    """A verb stands at piece ``i`` without a subject, which was told before: "Pour la Suède, le
    port, un vieux quai, est sale"."""
    frame, words = hearing.frame, hearing.scene.words
    while frame.word(i) in words.clitics | words.negation:
        i += 1
    token = hearing.scene.parsed(frame, i) if hearing.has(i) and frame.word(i) else None
    return token is not None and "VerbForm=Fin" in token.morph


def _begins_clause(hearing: Hearing, comma: int) -> bool:
    """What follows a comma is the subject of the reported clause, no apposition of its source."""
    frame, words = hearing.frame, hearing.scene.words
    word, first = frame.word(comma + 1), frame.pieces[comma + 1]
    if word in words.subjects | words.openers or word.isdigit():
        return True
    token = hearing.scene.parsed(frame, comma + 1) if word else None
    if token is not None and token.pos == "NUM":
        return True
    if first.capital and hearing.scene.starting(frame, comma + 1) is None:
        return True
    may_be = first.capital or word in words.articles | words.determiners
    return may_be and not _apposed(hearing, comma)


def _apposed(hearing: Hearing, comma: int) -> bool:
    """What follows a comma is closed by another before any verb: an apposition."""
    frame, words = hearing.frame, hearing.scene.words
    for k in range(comma + 1, len(frame.pieces)):
        if frame.mark(k) == ",":
            return True
        if (
            frame.word(k) in words.have | words.be | words.negation
            or frame.pieces[k].kind == "quote"
        ):
            return False
        token = hearing.scene.parsed(frame, k)
        if token is not None and "VerbForm=Fin" in token.morph:
            return False
    return False
