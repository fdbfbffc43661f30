"""Whether a sentence sets the occasion that it names in the future or in the past."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from detente.finding.ground import Expression, Ground
from detente.knowledge.facts import Occasion
from detente.languages.published import Outlook
from detente.syntax import Parse, Sentence, Token
from detente.text import fold

SCHEDULED = frozenset(
    {
        "summit",
        "election",
        "conference",
        "forum",
        "visit",
        "meeting",
        "assembly",
        "games",
        "commemoration",
        "inauguration",
        "referendum",
        "congress",
    }
)
"""Kinds of occasions that the press names before they take place; the others come unannounced."""

WORDS_BEFORE, BESIDE = 3, 40
"""Words before the name of an occasion that set it in time, and characters within which a time
expression does."""


@dataclass(frozen=True, slots=True)
class Naming:
    """Words of a sentence that name an occasion; several, if it comes again under that name."""

    number: int
    sentence: Sentence
    begin: int
    stop: int
    occasions: tuple[Occasion, ...]


def is_scheduled(naming: Naming) -> bool:
    """Whether all that it may name is of a kind that is announced."""
    return all(o.kind in SCHEDULED for o in naming.occasions)


def outlook_of(
    ground: Ground, naming: Naming, times: Sequence[Expression], outlook: Outlook
) -> tuple[bool | None, bool]:
    """Whether the sentence sets the occasion in the future (None where it does not tell), and
    whether it says so outright: by words just before it or a time beside it, not by its verb.
    """
    if not is_scheduled(naming):
        return False, True
    before_it = fold(naming.sentence.text[: naming.begin]).split()[-WORDS_BEFORE:]
    for word in reversed(before_it):
        if word in outlook.ahead or word in outlook.behind:
            return word in outlook.ahead, True
    start, end = naming.sentence.span(naming.begin, naming.stop)
    for time in times:
        near = start - BESIDE <= time.start <= end + BESIDE
        if near and time.type == "DATE" and time.tense in ("past", "future") and _dated(time):
            return time.tense == "future", True
    return _by_syntax(ground, naming, outlook), False


def _dated(time: Expression) -> bool:
    """A time of the calendar, not a bare now or then."""
    return (time.value or "")[:1] in ("1", "2", "X")


def _by_syntax(ground: Ground, naming: Naming, outlook: Outlook) -> bool | None:
    parse = ground.syntax.of(naming.sentence)
    inside = parse.at(*naming.sentence.span(naming.begin, naming.stop))
    if not inside:
        return None
    head = min(inside, key=lambda t: (len(list(parse.ancestors(t.i))), t.i))
    votes = [_vote(t, parse, outlook) for t in parse.kids(head.i) if t not in inside]
    for verb in parse.ancestors(head.i):
        votes.append(_vote(verb, parse, outlook))
        if verb.pos in ("VERB", "AUX"):
            votes += [_vote(t, parse, outlook) for t in parse.kids(verb.i, "aux", "cop")]
        if any(v is not None for v in votes):
            break
    return next((v for v in votes if v is not None), None)


def _vote(token: Token, parse: Parse, outlook: Outlook) -> bool | None:
    words = {fold(token.lemma), fold(token.text)}
    if "Tense=Fut" in token.morph or words & outlook.ahead:
        return True
    if words & outlook.behind:
        return False
    finite = "VerbForm=Fin" in token.morph and {"Tense=Past", "Tense=Imp"} & token.morph
    compound = "VerbForm=Part" in token.morph and parse.kids(token.i, "aux:tense")
    return False if token.pos in ("VERB", "AUX") and (finite or compound) else None
