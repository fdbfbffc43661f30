"""Occasions of public record that a page speaks of, told or still to come, and their claims."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from detente.days import Interval, iso
from detente.finding.ground import Expression, Ground
from detente.finding.published import fading
from detente.finding.published.calendar import SCALE
from detente.finding.published.claims import Claim, after, around, before, on
from detente.finding.published.weights import WEIGHTS
from detente.knowledge.base import Knowledge
from detente.knowledge.facts import Occasion
from detente.languages.language import Language
from detente.languages.published import Outlook
from detente.records import DateEvidence
from detente.syntax import Parse, Sentence, Token
from detente.text import fold

SURE = 2
"""How much more the name of a scheduled occasion tells than the words of a happening."""
REMEMBERED = -4
"""Decibans for the days long after an occasion: the press comes back to what is on record."""
REACH = {
    "summit": (400, 60),
    "visit": (60, 15),
    "meeting": (60, 30),
    "call": (2, 15),
    "conference": (300, 60),
    "forum": (300, 30),
    "assembly": (120, 30),
    "election": (500, 200),
    "referendum": (500, 400),
    "games": (2500, 200),
    "commemoration": (300, 30),
    "inauguration": (100, 400),
    "congress": (400, 200),
    "resignation": (0, 100),
    "sanctions": (100, 100),
    "speech": (5, 200),
    "": (0, 1500),
}
"""By the kind of an occasion: for how many days before it the press names it, and within how many
days after it half of the pages that name it are written."""

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

ENCOUNTERS = frozenset({"summit", "meeting", "visit", "call"})
"""Kinds of occasions that come again between the same people."""
EVENT_REACH = 12
"""Characters between words that count from an occasion and its name."""
WORDS_BEFORE, BESIDE = 3, 40
"""Words before the name of an occasion that set it in time, and characters within which a time
expression does."""

_WORD = re.compile(r"\w+")
_BRACKETS = re.compile(r"\s*\([^)]*\)")


@dataclass(frozen=True, slots=True)
class Naming:
    """Words of a sentence that name an occasion; several, if it comes again under that name."""

    number: int
    sentence: Sentence
    begin: int
    stop: int
    occasions: tuple[Occasion, ...]


Index = dict[str, list[tuple[frozenset[str], tuple[Occasion, ...]]]]


def claims(ground: Ground, expressions: Sequence[Expression]) -> Iterator[Claim]:
    """What the occasions named on the page say of its day, each once a side; what a verb alone
    tells gives way to what is told outright.
    """
    times: dict[int, list[Expression]] = {}
    for expression in expressions:
        times.setdefault(expression.sentence, []).append(expression)
    outlook = ground.language.table("published", Outlook)
    index = _index(ground.knowledge, ground.language)
    named = [n for i, s in enumerate(ground.sentences) for n in _named(i, s, index)]
    ground.syntax.parse(n.sentence for n in named)
    told: dict[tuple[str, bool], tuple[Naming, bool]] = {}
    for naming in named:
        beside = times.get(naming.number, ())
        eve = _day_after(naming, beside)
        if eve is not None:
            yield _next_day(ground, naming, eve)
            continue
        ahead, sure = _outlook(ground, naming, beside, outlook)
        if ahead is not None:
            known = told.setdefault((naming.occasions[0].id, ahead), (naming, sure))
            if sure and not known[1]:
                told[naming.occasions[0].id, ahead] = naming, sure
    for (id, ahead), (naming, sure) in told.items():
        if sure or not told.get((id, not ahead), (naming, False))[1]:
            yield from _claim(ground, naming, ahead, sure)


def _claim(ground: Ground, naming: Naming, ahead: bool, sure: bool) -> Iterator[Claim]:
    """The days before or after the occasion; of those that come again, whichever is near."""
    first, *others = naming.occasions
    scheduled = _is_scheduled(naming)
    kind = "weak" if others or not scheduled else "occasion" if sure else "past"
    sides = [before(o.when.earliest) if ahead else after(o.when.earliest) for o in naming.occasions]
    near = [fading.nearness(o.when, *_reach(o, ahead)) for o in naming.occasions]
    start, end = naming.sentence.span(naming.begin, naming.stop)
    when = "still to come" if ahead else "told as past"
    shown = DateEvidence(
        start=start,
        end=end,
        text=ground.words(start, end),
        because=f"{_name(naming)} ({iso(first.when.earliest)}) is {when}",
        supports=f"../{iso(first.when.latest)}" if ahead else f"{iso(first.when.earliest)}/..",
    )
    yield on(sides, WEIGHTS[kind], shown)
    floors = [fading.floor(o.when, _reach(o, ahead)[0]) for o in naming.occasions]
    yield Claim(np.maximum.reduce(floors) * (SURE if scheduled else 1), shown)
    yield Claim(np.maximum(np.maximum.reduce(near), REMEMBERED * SCALE), shown)


def _reach(occasion: Occasion, ahead: bool) -> tuple[int, int]:
    """For how many days before it is named, and how long news of it echoes."""
    back, echo = REACH.get(occasion.kind, REACH[""])
    return (back if ahead else 0), echo


def _day_after(naming: Naming, times: Sequence[Expression]) -> Expression | None:
    """The words that count one day on from the occasion they stand before ("au lendemain de")."""
    start, _ = naming.sentence.span(naming.begin, naming.stop)
    near = (t for t in times if t.anchor == "event" and 0 <= start - t.end <= EVENT_REACH)
    return next((t for t in near if t.shift == ("day", 1)), None)


def _next_day(ground: Ground, naming: Naming, eve: Expression) -> Claim:
    _, end = naming.sentence.span(naming.begin, naming.stop)
    following = (Interval(o.when.latest, o.when.latest) for o in naming.occasions)
    spans = [Interval(s.latest, s.latest) for s in around(following, 0, 1)]
    days = " or ".join(dict.fromkeys(str(span.latest) for span in spans))
    return on(
        spans,
        WEIGHTS["eve"],
        DateEvidence(
            start=eve.start,
            end=end,
            text=ground.words(eve.start, end),
            because=f"{_name(naming)} had just ended, so that this is of {days}",
            supports="|".join(dict.fromkeys(str(span.latest) for span in spans)),
        ),
    )


def _name(naming: Naming) -> str:
    return _BRACKETS.sub("", naming.occasions[0].names["en"])


def _is_scheduled(naming: Naming) -> bool:
    return all(o.kind in SCHEDULED for o in naming.occasions)


def _outlook(
    ground: Ground, naming: Naming, times: Sequence[Expression], outlook: Outlook
) -> tuple[bool | None, bool]:
    """Whether the sentence sets the occasion in the future (None where it does not tell), and
    whether it says so outright: by words just before it or a time beside it, not by its verb.
    """
    if not _is_scheduled(naming):
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


def _named(number: int, sentence: Sentence, index: Index) -> Iterator[Naming]:
    """Occasions whose words all stand in the sentence; the fullest naming of each stretch."""
    words = [(fold(m.group()), m.start(), m.end()) for m in _WORD.finditer(sentence.text)]
    present = {w for w, _, _ in words}
    found: list[tuple[frozenset[str], Naming]] = []
    for word in sorted(present):
        for names, occasions in index.get(word, ()):
            if names <= present:
                begin, stop = _tightest(words, names)
                if stop - begin <= _REACH * len(names):
                    found.append((names, Naming(number, sentence, begin, stop, occasions)))
    for names, naming in found:
        if not any(names < other for other, _ in found):
            yield naming


_REACH = 22
"""Characters a word of an occasion's name may spread over in a sentence."""


def _tightest(words: Sequence[tuple[str, int, int]], names: frozenset[str]) -> tuple[int, int]:
    """The shortest stretch that holds all the words."""
    last: dict[str, int] = {}
    best = (0, 1 << 30)
    for word, begin, stop in words:
        if word in names:
            last[word] = begin
            if len(last) == len(names):
                first = min(last.values())
                if stop - first < best[1] - best[0]:
                    best = (first, stop)
    return best


def _tells_apart(key: frozenset[str], occasion: Occasion, code: str) -> bool:
    """Whether a name is of this occasion alone: two leaders meet again and again, so that a
    meeting is known by its place or year, not by who meets.
    """
    place = set(fold(occasion.places.get(code, "")).split())
    return (
        occasion.kind not in ENCOUNTERS
        or bool(key & place)
        or any(any(c.isdigit() for c in word) for word in key)
    )


@lru_cache(maxsize=4)
def _index(knowledge: Knowledge, language: Language) -> Index:
    """The occasions by the rarest word of each name that they go under."""
    idle = language.table("published", Outlook).idle
    names: dict[frozenset[str], dict[str, Occasion]] = {}
    code = language.code
    for occasion in knowledge.occasions:
        for name in (occasion.names.get(code, ""), *occasion.aliases.get(code, ())):
            words = fold(_BRACKETS.sub("", name)).split()
            key = frozenset(w for w in words if w not in idle)
            if key and _tells_apart(key, occasion, code):
                names.setdefault(key, {})[occasion.id] = occasion
    counts: dict[str, int] = {}
    for key in names:
        for word in key:
            counts[word] = counts.get(word, 0) + 1
    index: Index = {}
    for key, occasions in sorted(names.items(), key=lambda pair: sorted(pair[0])):
        rarest = min(key, key=lambda w: (counts[w], w))
        index.setdefault(rarest, []).append((key, tuple(occasions.values())))
    return index
