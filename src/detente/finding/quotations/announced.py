"""Words announced by a colon, a label or a noun of saying."""

from __future__ import annotations

from collections.abc import Iterator

from detente.finding.quotations import clauses, phrases
from detente.finding.quotations.claims import Claim, Hearing
from detente.finding.quotations.cue import Cue
from detente.finding.quotations.cues import is_idle
from detente.finding.quotations.memory import UNKNOWN, Voice
from detente.finding.quotations.reports import object_start

_NEAR = 16
"""Pieces between a noun of saying and the marks it announces."""


def after_colons(hearing: Hearing) -> Iterator[Claim]:
    """Marks straight after a colon: "X a dit : «…»", "X : «…»", "X avance des chiffres : «…»".
    Nobody says what one does not come to exclaim: "pas pour s'écrier : «…»"."""
    frame = hearing.frame
    claimed = {i for c in hearing.claims for i in c.quotes if c.rule == "incise"}
    for i in frame.quotes():
        colon = hearing.colon_before(i)
        told = None if colon is None else _teller(hearing, colon, i)
        if told is not None and colon is not None:
            yield _parted(told, colon, i)
        elif i not in claimed and colon is not None and i - colon <= 2 and frame.mark(i - 1):
            yield from _after_colon(hearing, colon, i)


def _teller(hearing: Hearing, colon: int, quote: int) -> Claim | None:
    """The claim whose clause goes up to a colon, if the marks after it are of the same voice and no
    cue of that clause announces them: "X dit que Y ment: «…»", but not "... que Y a lancé: «…»"."""
    rules = ("source", "that", "infinitive")
    claims = (c for c in hearing.claims if c.rule in rules and c.cue and c.cue[0] < c.low)
    told = next((c for c in claims if quote in c.quotes), None)
    if told is None or quote - colon > 1 or told.low >= colon:
        return None
    said = any(_leads(hearing, cue, colon) for cue in _announcing(hearing, colon, told.low))
    return None if said else told


def _leads(hearing: Hearing, cue: Cue, colon: int) -> bool:
    """Nothing but whom it is said to, when or where stands between a cue and a colon."""
    words, frame = hearing.scene.words, hearing.frame
    hangs = frame.word(cue.last) in hearing.scene.classes.governing | words.adverbs
    return cue.mood != "infinitive" and (cue.last == colon or hangs)


def _parted(source: Claim, colon: int, quote: int) -> Claim:
    """Marks after a colon are words of the one whose clause stands before them, apart from it:
    "Pour X, le maire ment: «…»", "X dit que le maire ment: «…»"."""
    later = [i for i in source.quotes if i >= quote]
    high = source.high if len(later) > 1 else quote + 1
    source.high, source.rest = colon, None
    source.quotes = [i for i in source.quotes if i < colon]
    span = (colon, colon + 1)
    return Claim("label", source.frame, quote, high, source.voice, span, later)


def _announcing(hearing: Hearing, colon: int, low: int = 0) -> list[Cue]:
    """The cues from ``low`` on that may announce what follows a colon."""
    cues = (c for c in hearing.cues if low <= c.first and c.last <= colon)
    return [c for c in cues if not c.passive and c not in hearing.incises and c.may_announce]


def _after_colon(hearing: Hearing, colon: int, quote: int) -> Iterator[Claim]:
    frame, voices = hearing.frame, hearing.voices
    before = _announcing(hearing, colon)
    other = _turned(hearing, before[-1].last if before else 0, colon)
    if other is not None:
        yield Claim("label", frame, quote, quote + 1, other, (colon, colon + 1), [quote])
        return
    if before:
        cue = before[-1]
        idle = cue.mood == "infinitive" and is_idle(frame, cue.first - 1, hearing.scene.lexicon)
        voice = UNKNOWN if idle else voices.of(frame, cue, hearing.is_reported(cue))
        span = (cue.first, cue.last)
        yield Claim("colon", frame, quote, quote + 1, voice, span, [quote], cue)
        rest = frame.quotes(quote + 1)
        if rest and not any(c.first > quote for c in hearing.cues):
            low = min(quote + 2, rest[0])
            yield Claim("colon", frame, low, rest[-1] + 1, voice, span, rest, cue)
        return
    closed = any(c.rule == "source" and quote in c.quotes for c in hearing.claims)
    if closed and any(_is_finite(hearing, k) for k in range(colon)):
        return
    voice = voices.label(frame, colon)
    if voice.actor is None:
        voice = voices.opening(frame) or _echoed(hearing, colon) or voice
    if voice.actor is not None and voice.mention is not None:
        yield Claim("label", frame, quote, quote + 1, voice, (colon, colon + 1), [quote])


def _turned(hearing: Hearing, low: int, colon: int) -> Voice | None:
    """Of whom the last clause before a colon tells, where a conjunction turns to that one: "X a
    signé, mais son rival ne décolère pas: «…»"."""
    frame, words = hearing.frame, hearing.scene.words
    turns = words.conjunctions | words.subordinators - words.prepositions
    for k in range(colon - 2, low, -1):
        if frame.mark(k) != "," or frame.word(k + 1) not in turns:
            continue
        start = k + 2 + (frame.word(k + 2) in words.that)
        stop = next((j for j in range(start, colon) if _is_finite(hearing, j)), colon)
        if stop == colon or phrases.is_governed(hearing.scene, frame, start):
            return None
        while frame.word(stop - 1) in hearing.scene.classes.before_verb:
            stop -= 1
        voice = hearing.voices.phrase(frame, start, stop)
        inside = hearing.scene.span(frame, start, colon)
        named = voice.mention is not None and inside[0] <= voice.mention[0] < inside[1]
        told = voice.actor is not None and named and voice.how in ("named", "unnamed")
        return voice if told else None
    return None


def _is_finite(hearing: Hearing, i: int) -> bool:
    token = hearing.scene.parsed(hearing.frame, i) if hearing.frame.word(i) else None
    return token is not None and "VerbForm=Fin" in token.morph


def _echoed(hearing: Hearing, colon: int) -> Voice | None:
    """Whom a view is told of that another shares, or a reaction: "Même son de cloche chez X :
    «…»", "Réponse de X : «…»"."""
    frame, scene = hearing.frame, hearing.scene
    mention = scene.over(*scene.span(frame, colon - 1, colon)) if colon else None
    if mention is None or not mention.actor or mention.form == "pronoun":
        return None
    first = scene.piece(frame, mention.start)
    told = set(frame.lows[:first]) & scene.lexicon.table.nouns.echoes
    hangs = phrases.is_governed(scene, frame, first)
    return hearing.voices.phrase(frame, first, colon) if told and hangs else None


def in_headlines(hearing: Hearing) -> Iterator[Claim]:
    """Marks straight after a name in a headline: "Jean Durand «soulagé» par le vote"."""
    frame, scene = hearing.frame, hearing.scene
    if frame.passage.label != "title" or frame.depth:
        return
    for i in frame.quotes(1):
        mention = scene.over(*scene.span(frame, i - 1, i))
        stretch = frame.stretches[i]
        if mention is None or mention.actor is None or stretch is None:
            continue
        first = scene.piece(frame, mention.start)
        verbs = any(first < c.first < i for c in hearing.cues)
        small = frame.passage.text[stretch.start].islower()
        if small and not verbs and not phrases.is_governed(scene, frame, first):
            high = clauses.end(scene, frame, i, hearing.cues, hearing.bounds)
            voice = hearing.voices.phrase(frame, first, i)
            if voice.actor is not None:
                quotes = frame.quotes(i, max(high, i + 1))
                yield Claim("attribute", frame, i, max(high, i + 1), voice, None, quotes)


def by_nouns(hearing: Hearing) -> Iterator[Claim]:
    """Words after a noun of saying: "les propos de X sur une alliance «morte»"."""
    frame, saying = hearing.frame, hearing.scene.lexicon.table.nouns.saying
    if saying.isdisjoint(frame.lows):
        return
    claimed = hearing.claimed()
    quotes = frame.quotes()
    for i in quotes:
        low = max(0, i - _NEAR)
        nouns = [k for k in range(low, i) if frame.lows[k] in saying]
        if i in claimed or not nouns or any(low < q < i for q in quotes):
            continue
        voice = hearing.voices.owner(frame, nouns[-1] + 1, i)
        if voice.actor is not None:
            start = object_start(hearing, nouns[-1] + 1, i)
            yield Claim("noun", frame, start, i + 1, voice, (nouns[-1], nouns[-1] + 1), [i])


RULES = (after_colons, by_nouns, in_headlines)
