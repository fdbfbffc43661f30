"""Claims of the source itself, and of people of public record named with their office."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from detente.days import Interval, iso
from detente.finding.ground import Ground, Naming
from detente.finding.published import calendar
from detente.finding.published.calendar import Habit, Step
from detente.finding.published.claims import Claim, after, held, on
from detente.finding.published.weights import WEIGHTS
from detente.knowledge.facts import Term
from detente.languages.published import Outlook
from detente.records import DateEvidence
from detente.text import fold

CAREER = Habit(
    Step(-3650, -12),
    Step(-1000, -7),
    Step(-365, -3),
    Step(-1, -1),
    Step(730, 0),
    Step(3650, -3),
    Step(1 << 30, -6),
)
"""How seldom news names people before their first office and after their last, by days."""
RANK = 40
"""How much less each further declaration of the source weighs."""


def declared(ground: Ground) -> Iterator[Claim]:
    """Claims of the source itself: metadata, date lines, the caller; strongest first."""
    for rank, evidence in enumerate(ground.article.declared):
        days = Interval.of(evidence.supports)
        if not days.is_open:
            yield on([days], max(WEIGHTS["past"], WEIGHTS["declared"] - rank * RANK), evidence)


def holders(ground: Ground, namings: Sequence[Naming]) -> Iterator[Claim]:
    """Claims of people named with their office: the page is of a time when they held it."""
    seen: set[tuple[str | None, ...]] = set()
    for naming in namings:
        if naming.person is None or naming.office is None or _to_be(ground, naming):
            continue
        key = (naming.person, naming.office, naming.state, str(naming.former))
        terms = [
            term
            for term in ground.knowledge.terms(naming.person)
            if term.office == naming.office and naming.state in (None, term.of)
        ]
        if not terms or key in seen:
            continue
        seen.add(key)
        yield from _held(ground, naming, terms)


def _held(ground: Ground, naming: Naming, terms: Sequence[Term]) -> Iterator[Claim]:
    """The days on which a named person held the office, or had left it."""
    ends = [t.end.earliest for t in terms if t.end.earliest and not t.is_open]
    spans = [after(min(ends))] if naming.former and ends else [_held_for(term) for term in terms]
    words = "had left" if naming.former else "held"
    name = _name(ground, terms[0].person)
    theirs = f" of {ground.knowledge.english(naming.state)}" if naming.state else ""
    because = f"{name} {words} the office of {naming.office}{theirs}"
    shown = _shown(ground, naming, because, spans)
    if not naming.former and not naming.titled:
        yield from held(spans, shown)
    elif not naming.former:
        yield on(spans, WEIGHTS["titled"], shown, "title")
    elif ends:
        yield on(spans, WEIGHTS["former"], shown)


def careers(ground: Ground, namings: Sequence[Naming]) -> Iterator[Claim]:
    """Claims of people named in full: news speaks of people from their first office on, and
    seldom long after their last.
    """
    seen: set[str] = set()
    for naming in namings:
        terms = ground.knowledge.terms(naming.person) if naming.person else ()
        if naming.person is None or naming.person in seen or not terms:
            continue
        seen.add(naming.person)
        held = [_held_for(term) for term in terms]
        last = (
            None
            if any(term.is_open for term in terms)
            else max(filter(None, (h.latest for h in held)), default=None)
        )
        span = Interval(held[0].earliest, last)
        because = f"{_name(ground, naming.person)} was in office in these years"
        shown = _shown(ground, naming, because, [span])
        yield Claim(calendar.around(span, CAREER), shown, "career")


def _shown(ground: Ground, naming: Naming, because: str, spans: Sequence[Interval]) -> DateEvidence:
    first, last = spans[0].earliest, spans[-1].latest
    return DateEvidence(
        start=naming.start,
        end=naming.end,
        text=ground.words(naming.start, naming.end),
        because=because,
        supports=f"{iso(first) or '..'}/{iso(last) or '..'}",
    )


def _to_be(ground: Ground, naming: Naming) -> bool:
    """Whether the office is still to be taken up ("le futur ministre")."""
    words = fold(ground.words(naming.start, naming.end)).split()
    return not ground.language.table("published", Outlook).elect.isdisjoint(words)


def _name(ground: Ground, person: str) -> str:
    known = ground.knowledge.person(person)
    return known.name(ground.language.code) if known else person


def _closed(term: Term) -> Interval:
    return Interval(term.start.earliest, term.end.latest or term.start.latest)


def _held_for(term: Term) -> Interval:
    """From the first day of the term; nobody knows when an open one ended."""
    return Interval(term.start.earliest, None if term.is_open else term.end.latest)
