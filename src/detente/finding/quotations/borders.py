"""Where a coordination takes the sentence out of a reported clause again."""

from __future__ import annotations

from detente.finding.quotations.claims import Hearing
from detente.finding.quotations.cue import Cue

_VERB = 12
"""Pieces after a conjunction within which the verb of its clause stands."""
_SAID = 6
"""Pieces behind a cue within which the marked words begin that it takes."""
_PAST = frozenset({"Tense=Imp", "Mood=Cnd"})


def of_infinitive(hearing: Hearing, cue: Cue, low: int, high: int) -> int:
    """An infinitive is not coordinated with a finite verb: "menace de partir et a fermé le port",
    "menace de partir et le conseil le soupçonne …", "menace de partir, le conseil proteste", nor
    with a clause where the cue takes none or of a relative above it: "une ville qu'il menace de
    fermer, mais que d'autres aiment"."""
    frame, words = hearing.frame, hearing.scene.words
    above = set() if cue.takes("que") else words.that
    if any(frame.word(k) in words.relatives for k in range(cue.first)):
        above |= words.subject_relatives
    for k in range(low + 1, high):
        if frame.word(k) in words.conjunctions and frame.word(k + 1) in above:
            return k - (frame.mark(k - 1) == ",")
        if frame.word(k) in hearing.scene.classes.opening:
            return high
        joined = frame.word(k) in words.conjunctions or _opens_clause(hearing, k)
        if joined and _verb(hearing, k + 1, high) is not None:
            return k - (frame.mark(k - 1) == ",")
    return high


def _opens_clause(hearing: Hearing, comma: int) -> bool:
    """A subject may stand behind a comma: "X menace de partir, Y proteste"."""
    frame, words = hearing.frame, hearing.scene.words
    if frame.mark(comma) != "," or not hearing.has(comma + 1):
        return False
    return frame.capitals[comma + 1] or frame.word(comma + 1) in words.definite


def of_clause(hearing: Hearing, low: int, high: int) -> int:
    """The writer's verbs are told in the present or the perfect where those of a reported clause
    are shifted into the past: "a dit que le port était sûr, mais il a fermé la digue"."""
    frame, words = hearing.frame, hearing.scene.words
    for k in range(low + 1, high):
        if frame.word(k) not in words.conjunctions or frame.word(k + 1) in words.that:
            continue
        verb = _verb(hearing, k + 1, high)
        begun = verb is not None and verb != k + 1 and not _is_below(hearing, low, k)
        if begun and verb is not None and _turns(hearing, k, verb):
            return k - (frame.mark(k - 1) == ",")
        if verb is None or not begun or not _shifted(hearing, low, k):
            continue
        token = hearing.scene.parsed(frame, verb)
        if token is not None and "Tense=Pres" in token.morph and "Mood=Ind" in token.morph:
            return k - (frame.mark(k - 1) == ",")
    return high


def _turns(hearing: Hearing, at: int, verb: int) -> bool:
    """Behind a comma somebody else is told to say something: "X assure que le port tient, mais Y
    parle d'un «mensonge»"."""
    frame, scene = hearing.frame, hearing.scene
    opens = frame.capitals[at + 1] or frame.word(at + 1) in scene.words.definite
    cue = next((c for c in hearing.cues if c.first <= verb < c.last), None)
    if cue is None or not opens or frame.mark(at - 1) != ",":
        return False
    said = frame.quotes(cue.last, cue.last + _SAID) or frame.word(cue.last) in scene.words.that
    return bool(said) and scene.starting(frame, at + 1) is not None


def _is_below(hearing: Hearing, low: int, high: int) -> bool:
    """A relative clause is open at ``high``, its verb still to come: "que la Suède et …"."""
    frame, classes = hearing.frame, hearing.scene.classes
    for k in range(high - 1, low, -1):
        if frame.word(k) in classes.below:
            return True
        token = hearing.scene.parsed(frame, k) if frame.word(k) else None
        if token is not None and "VerbForm=Fin" in token.morph:
            return False
    return False


def _shifted(hearing: Hearing, low: int, high: int) -> bool:
    """The first finite verb there stands in the imperfect or the conditional, and so do all
    others outside relative clauses."""
    frame, classes, below = hearing.frame, hearing.scene.classes, False
    verbs: list[bool] = []
    for k in range(low, high):
        below = below or frame.word(k) in classes.below
        token = hearing.scene.parsed(frame, k) if frame.word(k) else None
        if token is not None and "VerbForm=Fin" in token.morph:
            if not below:
                verbs.append(bool(_PAST & set(token.morph)))
            below = False
    return bool(verbs) and all(verbs)


def _verb(hearing: Hearing, low: int, high: int) -> int | None:
    """The finite verb of the clause that begins at ``low``, before a comma or another clause."""
    frame, classes = hearing.frame, hearing.scene.classes
    for k in range(low, min(low + _VERB, high)):
        below = classes.opening
        if frame.mark(k) in (",", ":", ";") or frame.word(k) in below or hearing.is_quote(k):
            return None
        token = hearing.scene.parsed(frame, k) if frame.word(k) else None
        if token is not None and "VerbForm=Fin" in token.morph:
            return k
    return None
