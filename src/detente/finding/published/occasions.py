"""Occasions of public record that a page speaks of, told or still to come, and their claims."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain

from detente.days import Interval, iso
from detente.finding.ground import Expression, Ground
from detente.finding.published import anniversaries, calendar, fading
from detente.finding.published.anniversaries import Counted
from detente.finding.published.calendar import SCALE
from detente.finding.published.claims import Claim, after, around, before, on
from detente.finding.published.naming import Read, Words
from detente.finding.published.outlooks import Naming, is_scheduled, outlook_of
from detente.finding.published.stretches import greatest, total
from detente.finding.published.weights import WEIGHTS
from detente.knowledge.base import Knowledge
from detente.knowledge.facts import Occasion
from detente.languages.language import Language
from detente.languages.published import Outlook
from detente.records import DateEvidence
from detente.text import fold

SURE = 2
"""How much more the name of a scheduled occasion tells than the words of a happening."""
MOST = {"occasion": 48, "past": 25, "weak": 12}
"""How much an occasion may tell in all: one set in time outright, by its verb only, and one that
comes again or unannounced, of which the page may well mean something else."""
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
    "law": (60, 1500),
    "agreement": (400, 1500),
    "resignation": (0, 100),
    "sanctions": (100, 100),
    "speech": (5, 200),
    "": (0, 1500),
}
"""By the kind of an occasion: for how many days before it the press names it, and within how many
days after it half of the pages that name it are written."""

PREPARED = frozenset({"law", "agreement", "sanctions"})
"""Kinds that are named in the same words while they are prepared."""

ENCOUNTERS = frozenset({"summit", "meeting", "visit", "call"})
"""Kinds of occasions that come again between the same people."""
EVENT_REACH = 12
"""Characters between words that count from an occasion and its name."""
_BRACKETS = re.compile(r"\s*\([^)]*\)")


Named = tuple[frozenset[str], tuple[Occasion, ...]]
"""The words of a name, and the occasions that go under it."""
Index = dict[str, list[Named]]


def claims(ground: Ground, words: Words, expressions: Sequence[Expression]) -> Iterator[Claim]:
    """What the occasions named on the page say of its day, each once a side; what a verb alone
    tells gives way to what is told outright.
    """
    times: dict[int, list[Expression]] = {}
    for expression in expressions:
        times.setdefault(expression.sentence, []).append(expression)
    outlook = ground.language.table("published", Outlook)
    index = _index(ground.knowledge, ground.language)
    told: dict[tuple[str, bool], tuple[Naming, bool]] = {}
    for naming in _named(ground, words, index):
        beside = times.get(naming.number, ())
        eve = _day_after(naming, beside)
        if eve is not None:
            yield _next_day(ground, naming, eve)
            continue
        anniversary = anniversaries.claim(ground, words, _counted(naming))
        if anniversary is not None:
            yield anniversary
            continue
        ahead, sure = outlook_of(ground, naming, beside, outlook)
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
    scheduled = is_scheduled(naming)
    kind = "weak" if others or not scheduled else "occasion" if sure else "past"
    sides = [before(o.when.earliest) if ahead else after(_first(o)) for o in naming.occasions]
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
    floors = [fading.floor(o.when, _reach(o, ahead)[0]) for o in naming.occasions]
    told = total(
        [
            calendar.on(sides, WEIGHTS[kind]),
            greatest(floors).times(SURE if scheduled else 1),
            greatest(near).at_least(REMEMBERED * SCALE),
        ]
    )
    yield Claim(told.at_least(told.most - MOST[kind] * SCALE), shown)


def _first(occasion: Occasion) -> dt.date | None:
    """The first day on which it may be told in the words of something that has come."""
    begun = occasion.when.earliest
    if begun is None or occasion.kind not in PREPARED:
        return begun
    return begun - dt.timedelta(REACH[occasion.kind][0])


def _reach(occasion: Occasion, ahead: bool) -> tuple[int, int]:
    """For how many days before it is named, and how long news of it echoes."""
    back, echo = REACH.get(occasion.kind, REACH[""])
    return (back if ahead or occasion.kind in PREPARED else 0), echo


def _counted(naming: Naming) -> Counted:
    """As what years are counted from, if it is one occasion only."""
    begun = naming.occasions[0].when.earliest if len(naming.occasions) == 1 else None
    return Counted(_name(naming), begun, naming.number, naming.begin, naming.stop)


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


def _named(ground: Ground, words: Words, index: Index) -> Iterator[Naming]:
    """Occasions whose words all stand in one sentence; the fullest naming of each stretch."""
    rarest: dict[int, set[str]] = {}
    for word in words.known & index.keys():
        for number in words.sentences_with(word):
            rarest.setdefault(number, set()).add(word)
    for number in sorted(rarest):
        yield from _named_in(ground, words, number, [index[w] for w in sorted(rarest[number])])


def _named_in(
    ground: Ground, words: Words, number: int, candidates: Iterable[Sequence[Named]]
) -> Iterator[Naming]:
    present = set(words.of(number))
    sentence = ground.sentences[number]
    found: list[tuple[frozenset[str], Naming]] = []
    for names, occasions in chain.from_iterable(candidates):
        if names <= present:
            begin, stop = _tightest(words.read(number), names)
            if stop - begin <= _REACH * len(names):
                found.append((names, Naming(number, sentence, begin, stop, occasions)))
    for names, naming in found:
        if not any(names < other for other, _ in found):
            yield naming


_REACH = 22
"""Characters a word of an occasion's name may spread over in a sentence."""


def _tightest(words: Read, names: frozenset[str]) -> tuple[int, int]:
    """The shortest stretch that holds all the words."""
    last: dict[str, int] = {}
    best = (0, 1 << 30)
    for word, (begin, stop) in words:
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
