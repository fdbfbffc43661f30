"""From what a page says to claims on its day: dates with their tense, office-holders, the source.

The weights say how far a kind of evidence may be trusted against the others; the habits of the
press (a date without its year is recent) weigh least.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from detente.days import Interval, iso
from detente.finding.ground import Expression, Ground, Naming
from detente.finding.published.claims import Claim, after, around, before, union, yearly
from detente.knowledge.facts import Term
from detente.records import DateEvidence

WEIGHTS = {
    "declared": 60,
    "deictic": 24,
    "weekday": 8,
    "holder": 8,
    "occasion": 6,
    "past": 4,
    "future": 4,
    "dated": 2,
    "habit": 1,
}
DAY_REACH, NEAR_DAY = 180, 66
"""Days for which the press writes a day and month without the year, and for which it mostly does
so of the nearest such day of a page (53 of 61 annotated pages)."""
MONTH_REACH, NEAR_MONTH = 300, 120
"""The same of a month without the year."""
AHEAD = 300
"""Days ahead for which it writes a day or a month without the year."""
CAREER_BEFORE, CAREER_AFTER = 200, 730
"""Days before the first and after the last office of a person in which news still names them."""

_FIXED = re.compile(r"\d{4}(-\d{2}){0,2}$")
_YEARLESS = re.compile(r"XXXX-(\d{2})(?:-(\d{2}))?$")


def declared(ground: Ground) -> Iterator[Claim]:
    """Claims of the source itself: metadata, date lines, the caller; strongest first."""
    for rank, evidence in enumerate(ground.article.declared):
        days = Interval.of(evidence.supports)
        if not days.is_open:
            weight = max(1, WEIGHTS["declared"] - rank * 8)
            yield Claim(union([days]), weight, evidence)


def expressions(found: Sequence[Expression]) -> Iterator[Claim]:
    """Claims of dates in the story, by the tense that governs them; each date once a tense."""
    seen: set[tuple[str, str | None]] = set()
    for expression in found:
        value = expression.value or ""
        value = value.split("/")[0].split("T")[0]
        if expression.type not in ("DATE", "TIME") or (value, expression.tense) in seen:
            continue
        seen.add((value, expression.tense))
        yearless = _YEARLESS.match(value)
        if yearless:
            month, day = int(yearless[1]), int(yearless[2]) if yearless[2] else None
            yield from _yearless(expression, list(yearly(month, day)), day is not None)
        elif _FIXED.match(value):
            yield from _fixed(expression, Interval.of(value))


def _yearless(expression: Expression, days: list[Interval], exact: bool) -> Iterator[Claim]:
    weight = WEIGHTS["past"]
    if expression.weekday is not None and exact:
        days = [d for d in days if d.earliest and d.earliest.isoweekday() == expression.weekday]
        weight = WEIGHTS["weekday"]
    if expression.anchor == "publication" and exact:
        yield _claim(expression, union(days), WEIGHTS["deictic"], "the page calls this day today")
        return
    reach, near = (DAY_REACH, NEAR_DAY) if exact else (MONTH_REACH, NEAR_MONTH)
    if expression.tense == "future":
        ahead = around(days, AHEAD, 0)
        yield _claim(expression, ahead, weight, "still to come, not far ahead")
    elif expression.tense == "past":
        yield _claim(expression, around(days, 0, reach), weight, "told in the past, not long after")
        yield _claim(expression, around(days, 0, near), WEIGHTS["habit"], "told soon after")
    else:
        span = around(days, near, near)
        yield _claim(expression, span, WEIGHTS["dated"], "named without its year, so near")


def _fixed(expression: Expression, days: Interval) -> Iterator[Claim]:
    told = expression.tense if not expression.quoted else None
    if expression.tense == "future":
        weight = WEIGHTS["future" if told else "habit"]
        yield _claim(expression, before(days.latest), weight, "still to come")
        return
    if told == "past" and days.latest:
        following = after(days.latest.replace(month=12, day=31))
        yield _claim(expression, following, WEIGHTS["dated"], "the year of the page goes unsaid")
    sure = told == "past" and len(expression.value or "") > len("2018")
    weight = WEIGHTS["past" if sure else "dated" if told == "past" else "habit"]
    yield _claim(expression, after(days.earliest), weight, "told as past")


def holders(ground: Ground, namings: Sequence[Naming]) -> Iterator[Claim]:
    """Claims of people named with their office: the page is of a time when they held it."""
    seen: set[tuple[str | None, ...]] = set()
    for naming in namings:
        if naming.person is None or naming.office is None:
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
    if naming.former and not ends:
        return
    if naming.former:
        spans, words = after(min(ends)), "had left the office of"
    else:
        spans = union(
            Interval(t.start.earliest, None if t.is_open else t.end.latest) for t in terms
        )
        words = "held the office of"
    name = _name(ground, terms[0].person)
    first, last = iso(spans[0].earliest), iso(spans[-1].latest)
    yield Claim(
        spans,
        WEIGHTS["dated" if naming.titled else "holder"],
        DateEvidence(
            start=naming.start,
            end=naming.end,
            text=ground.words(naming.start, naming.end),
            because=f"{name} {words} {naming.office} of {naming.state}",
            supports=f"{first}/{last}",
        ),
    )


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
        spans = around([_closed(term) for term in terms], CAREER_BEFORE, CAREER_AFTER)
        if any(term.is_open for term in terms):
            spans = after(spans[0].earliest)
        first, last = iso(spans[0].earliest), iso(spans[-1].latest)
        name = _name(ground, naming.person)
        yield Claim(
            union([Interval(spans[0].earliest, spans[-1].latest)]),
            WEIGHTS["habit"],
            DateEvidence(
                start=naming.start,
                end=naming.end,
                text=ground.words(naming.start, naming.end),
                because=f"{name} was in office in these years",
                supports=f"{first}/{last}",
            ),
        )


def _name(ground: Ground, person: str) -> str:
    known = ground.knowledge.person(person)
    return known.name(ground.language.code) if known else person


def _closed(term: Term) -> Interval:
    return Interval(term.start.earliest, term.end.latest or term.start.latest)


def _held_for(term: Term) -> Interval:
    """From the first day of the term; nobody knows when an open one ended."""
    return Interval(term.start.earliest, None if term.is_open else term.end.latest)


def _claim(expression: Expression, spans: tuple[Interval, ...], weight: int, because: str) -> Claim:
    return Claim(
        spans,
        weight,
        DateEvidence(
            start=expression.start,
            end=expression.end,
            text=expression.text,
            because=because,
            supports=expression.value or "",
        ),
    )
