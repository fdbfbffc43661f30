"""Incises: the cue and its subject stand after the words, or break into them."""

from __future__ import annotations

from collections.abc import Iterator

from detente.finding.quotations import papers, phrases, shapes, starts, subjects
from detente.finding.quotations.claims import COMMAS, Claim, Hearing, Rule
from detente.finding.quotations.cue import Cue
from detente.finding.quotations.memory import UNKNOWN
from detente.finding.quotations.participles import is_adverb


def is_incise(hearing: Hearing, cue: Cue) -> bool:
    """Whether a cue stands as an incise: "…", affirme X; X viendra, a-t-il dit."""
    frame, before = hearing.frame, cue.first - 1
    while frame.word(before) in hearing.scene.words.clitics:
        before -= 1
    if not _may_be(hearing, cue):
        return False
    parted = frame.mark(before) in COMMAS
    quoted = hearing.is_quote(before - 1) if parted else hearing.is_quote(before) and before <= 1
    if not cue.takes("incise") and not (quoted and parted):
        return False
    if cue.pronoun is not None:
        return quoted or parted or before < 0 or hearing.is_quote(before)
    start = phrases.after(hearing.scene, frame, cue.last) if before >= 0 else None
    if start is None or subjects.is_charged(hearing.scene, frame, cue, start):
        return False
    if quoted:
        return not _is_apposed(hearing, cue)
    told = cue.takes("que") and _breaks(hearing, cue, start)
    return frame.mark(before) == "," and (told or _is_bare(hearing, cue, start))


def _may_be(hearing: Hearing, cue: Cue) -> bool:
    if cue.passive or cue.is_bare:
        return False
    return hearing.frame.word(cue.last) not in hearing.scene.words.that


def _is_apposed(hearing: Hearing, cue: Cue) -> bool:
    """X, «furieux», dénonce le plan: the marks describe a subject that stands before them."""
    quote = hearing.frame.quotes(0, cue.first)[-1]
    return hearing.frame.mark(quote - 1) == "," and _has_subject_before(hearing, cue)


def _has_subject_before(hearing: Hearing, cue: Cue) -> bool:
    subject = subjects.of_verb(hearing.scene, hearing.frame, cue.head)
    return (
        subject is not None
        and subject[1] < cue.first
        and _agrees(hearing, subject[1], cue)
        and not _has_verb_of_its_own(hearing, subject[1], cue.first)
    )


def _agrees(hearing: Hearing, subject: int, cue: Cue) -> bool:
    """A noun in the singular, alone, is not the subject of a verb in the plural."""
    frame, scene, joined = hearing.frame, hearing.scene, hearing.scene.words.conjunctions
    noun, verb = scene.parsed(frame, subject), scene.parsed(frame, cue.first)
    if noun is None or verb is None:
        return True
    if any(frame.word(i) in joined for i in range(subject, cue.first)):
        return True
    return not ("Number=Sing" in noun.morph and "Number=Plur" in verb.morph)


def _has_verb_of_its_own(hearing: Hearing, subject: int, high: int) -> bool:
    """A verb other than the cue follows the subject, outside relative clauses: "Le port est fermé,
    a expliqué le maire"."""
    classes, frame, below = hearing.scene.classes, hearing.frame, False
    for i in range(subject + 1, high):
        if frame.word(i) in classes.below:
            below = True
        elif frame.mark(i) == ",":
            below = False
        token = None if below else hearing.scene.parsed(frame, i)
        if token is not None and "VerbForm=Fin" in token.morph:
            return True
    return False


def _is_bare(hearing: Hearing, cue: Cue, start: int) -> bool:
    """An incise in a sentence without marks: "X viendra, a annoncé le ministre"."""
    scene, frame = hearing.scene, hearing.frame
    if (
        cue.takes("seen")
        or not cue.takes("que")
        or (cue.first < 4 and not frame.quotes(0, cue.first))
    ):
        return False
    if starts.start_of_that(scene, frame, cue, hearing.cues) is not None:
        return False
    if cue.takes("infinitive") and _is_person(hearing, cue.last):
        return hearing.has_verb(0, cue.first, "Fin")
    begun = not cue.takes("infinitive") and _has_subject_before(hearing, cue)
    begun = begun or shapes.is_likened(scene, frame, cue.last) or _is_object(hearing, cue, start)
    if begun or starts.start_of_infinitive(scene, frame, cue) is not None:
        return False
    straight = start == cue.last or not cue.takes("infinitive")
    voice = hearing.voices.phrase(frame, start)
    made = voice.how == "carried" or papers.is_document(
        scene, frame, start, phrases.stop(scene, frame, start)
    )
    owned = made and _closes_apposition(hearing, cue)
    if voice.actor is None or owned or not (straight or not _has_subject_before(hearing, cue)):
        return False
    return hearing.has_verb(0, cue.first, "Fin") or not scene.is_parsed(frame, cue.head)


def _is_object(hearing: Hearing, cue: Cue, start: int) -> bool:
    """Marks stand right behind the object of a verb: "…, juge la loi «dure»"."""
    return cue.takes("object") and hearing.is_quote(
        phrases.stop(hearing.scene, hearing.frame, start)
    )


def _breaks(hearing: Hearing, cue: Cue, start: int) -> bool:
    """Right behind the cue stands its subject, and behind the next comma a verb whose subject opens
    the sentence: "Le port, rapporte un élu, sera fermé"."""
    frame, words = hearing.frame, hearing.scene.words
    straight = all(is_adverb(frame, k, words) for k in range(cue.last, start))
    if not straight or hearing.has_verb(0, cue.first, "Fin"):
        return False
    comma = next((k for k in range(start, frame.size) if frame.mark(k) == ","), None)
    if comma is None or frame.quotes(cue.last, comma):
        return False
    at = comma + 1
    while frame.word(at) in hearing.scene.classes.before_verb:
        at += 1
    token = hearing.scene.parsed(frame, at) if hearing.has(at) and frame.word(at) else None
    verb = token is not None and "VerbForm=Fin" in token.morph
    voice = hearing.voices.phrase(frame, start) if verb else UNKNOWN
    return voice.actor is not None and voice.how not in ("carried", "pronoun")


def _closes_apposition(hearing: Hearing, cue: Cue) -> bool:
    """A name between two commas stands before the cue: "Son gendre, Jean Durand, a lancé"."""
    frame, scene = hearing.frame, hearing.scene
    mention = scene.over(*scene.span(frame, cue.first - 2, cue.first - 1))
    if mention is None or not phrases.is_person(scene, mention):
        return _is_name_apart(hearing, cue)
    return frame.mark(scene.piece(frame, mention.start) - 1) == ","


def _is_name_apart(hearing: Hearing, cue: Cue) -> bool:
    """Nothing but words with a capital stands between the two commas before a cue."""
    frame, at = hearing.frame, cue.first - 2
    while at >= 0 and (frame.capitals[at] or frame.mark(at) == "-"):
        at -= 1
    return frame.mark(at) == "," and at < cue.first - 2


def _is_person(hearing: Hearing, i: int) -> bool:
    """A person is named at piece ``i``: after a comma and a verb of saying, its subject."""
    mention = hearing.scene.starting(hearing.frame, i) if hearing.has(i) else None
    return mention is not None and phrases.is_person(hearing.scene, mention)


def reported(hearing: Hearing, cue: Cue) -> Iterator[Claim]:
    """What an incise reports: all before it, and marks that go on right after its subject."""
    frame, first = hearing.frame, cue.first
    while frame.word(first - 1) in hearing.scene.words.clitics:
        first -= 1
    high = hearing.comma_before(first)
    low = hearing.left(high)
    if low >= high:
        return
    voice = hearing.voices.inverted(frame, cue)
    quotes = frame.quotes(low, high)
    rule: Rule = "incise" if quotes else "aside"
    span = (cue.first, cue.last)
    if quotes and _is_row(hearing, low, high, quotes):
        for i in quotes:
            yield Claim(rule, frame, i, i + 1, voice, span, [i], cue)
    else:
        rest = None
        if quotes or not _is_link(hearing, low, high):
            rest = hearing.rest(low, high, cue.last, sure=False)
        if rest is not None:
            low = hearing.clause_around(low, high)
        within = frame.quotes(*rest) if rest else []
        yield Claim(rule, frame, low, high, voice, span, quotes + within, cue, rest)
        if within:
            return
    after = _resumed(hearing, cue)
    if after is not None:
        yield Claim("incise", frame, after, after + 1, voice, span, [after], cue)


def _is_link(hearing: Hearing, low: int, high: int) -> bool:
    """Nothing but small words stands before an incise: "Mais, a-t-il dit, «…»"."""
    links = hearing.scene.words.conjunctions
    return all(hearing.frame.word(k) in links for k in range(low, high))


def _is_row(hearing: Hearing, low: int, high: int, quotes: list[int]) -> bool:
    """Nothing but conjunctions and commas stands between the marked stretches."""
    frame, small = hearing.frame, hearing.scene.words.conjunctions
    between = [i for i in range(low, high) if i not in quotes]
    return all(frame.word(i) in small or frame.mark(i) == "," for i in between)


def _resumed(hearing: Hearing, cue: Cue) -> int | None:
    """A marked stretch that goes on after an incise outside the marks: «A», dit X, «b»."""
    later = hearing.frame.quotes(cue.last)
    if not later or any(cue.last < c.first < later[0] for c in hearing.cues):
        return None
    near = later[0] - cue.last <= 8
    return later[0] if near and hearing.frame.mark(later[0] - 1) in (",", ":") else None
