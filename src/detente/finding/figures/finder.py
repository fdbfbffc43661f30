"""The figure finder: numbers that measure something, with unit, time and who gives them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from detente.finding.figures.dates import date
from detente.finding.figures.eras import era
from detente.finding.figures.measures import Line, Measure, line, measures
from detente.finding.figures.numbers import Words, words
from detente.finding.ground import Expression, Ground, People
from detente.records import Figure, Quotation, Time
from detente.syntax import Sentence

Timed = TypeVar("Timed", Time, Expression)

DEEPEST = 8
"""How many quotations that begin before a place are looked at, the latest first."""


def find(
    ground: Ground, people: People, times: Sequence[Time], quotations: Sequence[Quotation]
) -> tuple[Figure, ...]:
    """The figures in the content of a page, in order. Linear in its length."""
    table, claims = words(ground.language), Claims(quotations)
    near = _by_sentence(ground, times)
    lines = _lines(ground, near, table)
    ground.syntax.parse(found.sentence for _, found in lines)
    return tuple(
        figure
        for n, found in lines
        for figure in _figures(ground, people, found, near.get(n, ()), table, claims)
    )


def asks(ground: Ground, expressions: Sequence[Expression]) -> Iterator[Sentence]:
    """The sentences with numbers that may be figures: these are parsed."""
    lines = _lines(ground, _by_sentence(ground, expressions), words(ground.language))
    return (found.sentence for _, found in lines)


def _by_sentence(ground: Ground, times: Sequence[Timed]) -> dict[int, list[Timed]]:
    starts = [sentence.start for sentence in ground.sentences]
    found: dict[int, list[Timed]] = {}
    for time in sorted(times, key=lambda t: t.start):
        found.setdefault(bisect_right(starts, time.start) - 1, []).append(time)
    return found


def _lines(
    ground: Ground, times: Mapping[int, Sequence[Time | Expression]], table: Words
) -> list[tuple[int, Line]]:
    read = ((n, line(s, times.get(n, ()), table)) for n, s in enumerate(ground.sentences))
    return [(n, found) for n, found in read if found is not None]


class Claims:
    """Who gives the words at a place: the speaker of the quotation that covers it."""

    def __init__(self, quotations: Sequence[Quotation]) -> None:
        self._quotations = sorted(quotations, key=lambda q: (min(q.start, q.content_start), q.end))
        self._starts = [min(q.start, q.content_start) for q in self._quotations]

    def by(self, start: int, end: int) -> str | None:
        """The speaker of the innermost quotation over the span, if any."""
        before = bisect_right(self._starts, start)
        for quotation in reversed(self._quotations[max(0, before - DEEPEST) : before]):
            if end <= max(quotation.end, quotation.content_end):
                return quotation.speaker
        return None


def _figures(
    ground: Ground,
    people: People,
    found: Line,
    times: Sequence[Time],
    table: Words,
    claims: Claims,
) -> Iterator[Figure]:
    read, sentence = measures(ground, found, table), found.sentence
    parse = ground.syntax.of(sentence)
    for n, measure in enumerate(read):
        last = n + 1 == len(read)
        limit, end = (
            (len(parse), sentence.end) if last else (read[n + 1].tokens.start, read[n + 1].start)
        )
        when = era(ground, people, (measure.end, end), table)
        when = when or date(parse, measure.tokens, limit, times, table)
        speaker = claims.by(measure.start, measure.end)
        yield Figure(
            start=measure.start,
            end=measure.end,
            text=ground.words(measure.start, measure.end),
            value=measure.value,
            unit=measure.unit,
            of=measure.of,
            when=when,
            claimed_by=speaker,
            because=_because(ground, measure, when, speaker),
        )


def _because(ground: Ground, measure: Measure, when: str | None, speaker: str | None) -> str:
    written = ground.words(measure.start, measure.end)
    said = f"{written!r} counts {measure.of}" if measure.of else f"{written!r}"
    if measure.unit:
        said += f", in {measure.unit}"
    if when:
        said += f", for {when}"
    return said + (", as the speaker says" if speaker else ", as the page says")
