"""Which words a source reports, by where it stands in its sentence: "Selon X, …", "…, selon X",
"…, selon X, …"."""

from __future__ import annotations

from collections.abc import Iterator

from detente.finding.quotations import clauses, phrases
from detente.finding.quotations.claims import COMMAS, Claim, Hearing
from detente.finding.quotations.memory import Voice
from detente.finding.quotations.participles import is_adverb

_LABEL = 5
"""Pieces of a headline before which the colon of its country stands."""
_NOUN = 4
"""Pieces behind an article among which the noun stands that says who somebody is."""


def label(hearing: Hearing) -> int:
    """The piece after the country that opens a headline: "Norvège: pour le maire, …"; 0 if none."""
    frame = hearing.frame
    if frame.passage.label != "title" or frame.depth:
        return 0
    return next((k + 1 for k in range(1, _LABEL) if frame.mark(k) == ":"), 0)


def around(hearing: Hearing, voice: Voice, cue: tuple[int, int], start: int) -> Iterator[Claim]:
    """The words after a source that opens its clause, or before one that closes it."""
    frame, at = hearing.frame, cue[0]
    if _opens(hearing, at):
        stop = _end(hearing, start)
        low = stop + 1 if frame.mark(stop) == "," else stop
        high = clauses.end(hearing.scene, frame, low, hearing.cues, hearing.bounds, finite=True)
        rest = None
    elif _is_amid(hearing, at, start):
        amid = _amid(hearing, at, start)
        if amid is None:
            return
        low, high, rest = *amid, None
    elif _begins_inside(hearing, at):
        low, rest = _after_name(hearing, voice, start), None
        high = clauses.end(hearing.scene, frame, low, hearing.cues, hearing.bounds)
    else:
        high = at - (frame.word(at - 1) in hearing.scene.words.conjunctions)
        high = hearing.comma_before(high)
        below = _below(hearing, high, start)
        if below is not None:
            end = clauses.end(hearing.scene, frame, below, hearing.cues, hearing.bounds)
            yield Claim("source", frame, below, end, voice, cue, frame.quotes(below, end))
            return
        low = hearing.left(high)
        rest = hearing.rest(low, high, start, sure=True)
        if rest is None and _is_unsaid(hearing, low, high, start):
            return
        low = low if rest is None else hearing.clause_around(low, high)
        going_on = None if rest else _goes_on(hearing, voice, at)
        if rest is None and frame.mark(at - 1) not in COMMAS:
            low = _phrase_start(hearing, low, at)
        if going_on is not None:
            rest, low = going_on, _clause_start(hearing, low, at)
        elif rest is None and frame.word(start) in hearing.scene.words.third_persons:
            low, high, rest = _beside(hearing, low, high, start)
    if low < high:
        quotes = frame.quotes(low, rest[1] if rest else high)
        yield Claim("source", frame, low, high, voice, cue, quotes, rest=rest)


def _below(hearing: Hearing, high: int, start: int) -> int | None:
    """Where a clause goes on that a source stands in right behind the word that opens it: "des
    élus qui, selon le maire, ont menti"."""
    frame, classes = hearing.frame, hearing.scene.classes
    opens = classes.below
    if frame.word(high - 1) not in opens or frame.mark(high) != ",":
        return None
    stop = phrases.stop(hearing.scene, frame, start)
    return stop + 1 if frame.mark(stop) == "," and hearing.has(stop + 1) else None


def _is_unsaid(hearing: Hearing, low: int, high: int, start: int) -> bool:
    """Nothing that stands before the source is what it reports."""
    return _is_below(hearing, low, high, start) or _is_relayed(hearing, high, start)


def _is_below(hearing: Hearing, low: int, high: int, start: int) -> bool:
    """The source stands between two commas behind a phrase without a verb, before the main verb:
    "Dans une lettre écrite, selon ses amis, en mai, X promet …"."""
    frame, after = hearing.frame, start
    while hearing.has(after) and frame.mark(after) != ",":
        after += 1
    last = frame.size
    if frame.mark(high) != "," or after + 1 >= last or low >= high or frame.quotes(low, high):
        return False
    verbless = not hearing.has_verb(low, high, "Fin")
    return verbless and hearing.has_verb(after, last, "Fin")


def _is_relayed(hearing: Hearing, high: int, start: int) -> bool:
    """The source passes on what the cue before it reports: "expliquant, selon l'agence, que"."""
    frame = hearing.frame
    commas = (k for k in range(start, frame.size) if frame.mark(k) == ",")
    after = next(commas, start)
    return frame.word(after + 1) in hearing.scene.words.that and any(
        c.last == high for c in hearing.cues
    )


def _beside(
    hearing: Hearing, low: int, high: int, start: int
) -> tuple[int, int, tuple[int, int] | None]:
    """What a pronoun reports that stands between commas in the middle of a clause: only the phrase
    around it ("… Paul Varenne, élu maire, selon eux, par fraude")."""
    frame, words = hearing.frame, hearing.scene.words
    comma = start + 1
    begins = hearing.scene.classes.below | words.subordinators
    parted = frame.mark(high) == "," and frame.mark(comma) == "," and hearing.has(comma + 2)
    links = hearing.scene.classes.governing | words.articles | words.openers
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
    return frame.word(at - 1) in words.conjunctions and hearing.has_verb(at, frame.size, "Fin")


def _after_name(hearing: Hearing, voice: Voice, start: int) -> int:
    """The piece after the words that name a source, and after their comma."""
    frame = hearing.frame
    stop = hearing.scene.piece(frame, voice.mention[1]) if voice.mention else start + 1
    return stop + 1 if frame.mark(stop) == "," else stop


def _goes_on(hearing: Hearing, voice: Voice, at: int) -> tuple[int, int] | None:
    """The rest of a clause around a source without commas ("n'est autre, selon lui que du sel"),
    or a relative clause in marks after it ("Une faute selon lui, qui «aggrave» la crise")."""
    frame, words = hearing.frame, hearing.scene.words
    if frame.mark(at - 1) in COMMAS or voice.mention is None:
        return None
    stop = hearing.scene.piece(frame, voice.mention[1])
    while hearing.has(stop) and frame.capitals[stop]:
        stop += 1
    relative = frame.mark(stop) == "," and frame.word(stop + 1) in words.relatives
    low = stop + 1 if relative else stop
    high = clauses.end(hearing.scene, frame, low, hearing.cues, hearing.bounds)
    if frame.mark(low) or low >= high or (relative and not frame.quotes(low, high)):
        return None
    return low, high


def _amid(hearing: Hearing, at: int, start: int) -> tuple[int, int] | None:
    """What a pronoun as the source amid a clause reports: the marks behind it, else the clause
    around it."""
    frame, scene = hearing.frame, hearing.scene
    low = start + 1 + (frame.word(start + 1) in scene.words.latter)
    high = clauses.end(scene, frame, low, hearing.cues, hearing.bounds)
    begin = low if frame.quotes(low, high) else _predicate(hearing, at)
    return None if begin is None else (begin, high)


def _predicate(hearing: Hearing, at: int) -> int | None:
    """Where the clause begins whose verb stands right before a pronoun as the source: "… : les
    sommes couvrent d'après lui des frais anciens"."""
    frame, scene, low = hearing.frame, hearing.scene, hearing.left(at)
    token = scene.parsed(frame, at - 1) if frame.word(at - 1) else None
    below = scene.classes.below
    if token is None or "VerbForm=Fin" not in token.morph or token.pos == "AUX":
        return None
    plain = not any(frame.word(k) in below or frame.mark(k) == "," for k in range(low, at))
    return low if plain and low < at - 1 else None


def _is_amid(hearing: Hearing, at: int, start: int) -> bool:
    """A pronoun as the source stands inside a clause, without commas: "afin selon lui de «…»"."""
    frame, words = hearing.frame, hearing.scene.words
    end = start + 1 + (frame.word(start + 1) in words.latter)
    parted = frame.mark(at - 1) in COMMAS or frame.mark(end)
    named = frame.word(start) in words.third_persons or end > start + 1
    return not parted and named and hearing.has(end)


def _phrase_start(hearing: Hearing, low: int, at: int) -> int:
    """Where the phrase begins that a source without a comma says of somebody: "L'élu, victime d'un
    vol selon ses amis, …"."""
    frame = hearing.frame
    commas = [k for k in range(low, at) if frame.mark(k) == ","]
    if not commas or commas[-1] + 2 >= at or frame.quotes(low, at):
        return low
    words, first = hearing.scene.words, frame.word(commas[-1] + 1)
    listed = first in words.articles or not first or first.isdigit()
    told = hearing.has_verb(commas[-1] + 1, at, "Fin") or not hearing.scene.is_parsed(frame, at)
    auxiliaries = hearing.scene.classes.auxiliaries
    told = told or any(frame.word(k) in auxiliaries for k in range(commas[-1], at))
    return low if told or listed else commas[-1] + 1


def _clause_start(hearing: Hearing, low: int, at: int) -> int:
    """Where the clause around a source begins that no comma parts from it: after its "que"."""
    that = hearing.scene.words.that
    return next((k + 1 for k in range(at - 1, low, -1) if hearing.frame.word(k) in that), low)


def _opens(hearing: Hearing, at: int) -> bool:
    """Nothing but a conjunction or adverb stands before: "Mais selon X", "Pourtant, selon X"."""
    frame, words = hearing.frame, hearing.scene.words
    return all(
        frame.mark(k) or frame.word(k) in words.conjunctions or is_adverb(frame, k, words)
        for k in range(label(hearing), at)
    )


def _end(hearing: Hearing, start: int) -> int:
    """The comma that closes a source at the head of a frame, its appositions passed over."""
    frame = hearing.frame
    commas = [k for k in range(start, frame.size) if frame.mark(k) == ","]
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
    frame, classes = hearing.frame, hearing.scene.classes
    while frame.word(i) in classes.before_verb:
        i += 1
    token = hearing.scene.parsed(frame, i) if hearing.has(i) and frame.word(i) else None
    return token is not None and "VerbForm=Fin" in token.morph


def _begins_clause(hearing: Hearing, comma: int) -> bool:
    """What follows a comma is the subject of the reported clause, no apposition of its source."""
    frame, words = hearing.frame, hearing.scene.words
    word, capital = frame.word(comma + 1), frame.capitals[comma + 1]
    if word in words.subjects | words.openers or word.isdigit():
        return True
    token = hearing.scene.parsed(frame, comma + 1) if word else None
    if token is not None and token.pos == "NUM":
        return True
    if capital and hearing.scene.starting(frame, comma + 1) is None:
        return True
    if word in words.definite | words.indefinite and not _is_human(hearing, comma + 1):
        return True
    may_be = capital or word in words.articles | words.determiners
    return may_be and not _apposed(hearing, comma)


def _is_human(hearing: Hearing, i: int) -> bool:
    """The noun behind the article at piece ``i`` may say who somebody is: "un élu", "la principale
    agence", "l'un des chefs"."""
    frame, nouns = hearing.frame, hearing.scene.lexicon.table.nouns
    known = nouns.human | nouns.epithets | nouns.media | nouns.bodies | nouns.firms | nouns.document
    near = [frame.word(k) for k in range(i + 1, i + 1 + _NOUN)]
    near += [word[:-1] for word in near if word.endswith(hearing.scene.words.many)]
    named = hearing.scene.starting(frame, i) or hearing.scene.starting(frame, i + 1)
    return named is not None or any(word in known for word in near)


def _apposed(hearing: Hearing, comma: int) -> bool:
    """What follows a comma is closed by another before any verb: an apposition."""
    frame, words = hearing.frame, hearing.scene.words
    for k in range(comma + 1, frame.size):
        if frame.mark(k) == ",":
            return True
        if (
            frame.word(k) in hearing.scene.classes.auxiliaries | words.negation | words.reflexive
            or k in frame.quoted
        ):
            return False
        token = hearing.scene.parsed(frame, k)
        if token is not None and "VerbForm=Fin" in token.morph:
            return False
    return False
