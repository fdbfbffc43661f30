"""The figure finder: numbers that measure something, with unit, time and who gives them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from detente.finding.figures.claims import Claims
from detente.finding.figures.dates import date
from detente.finding.figures.eras import era
from detente.finding.figures.measures import Line, Measure, line, measures
from detente.finding.figures.numbers import Words, words
from detente.finding.ground import Expression, Ground, People
from detente.records import Figure, Quotation, Time
from detente.syntax import Sentence

Timed = TypeVar("Timed", Time, Expression)


def find(
    ground: Ground, people: People, times: Sequence[Time], quotations: Sequence[Quotation]
) -> tuple[Figure, ...]:
    """The figures in the content of a page, in order. Linear in its length."""
    table = words(ground.language)
    claims = Claims(quotations, people, table)
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
        when = when or date(parse, measure.tokens, limit, _its(times, read, n), table)
        speaker = claims.by(parse, measure)
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


def _its(times: Sequence[Time], read: Sequence[Measure], n: int) -> Sequence[Time]:
    """The times that may be those of the ``n``-th figure: of two that are set against each other
    each has its own."""
    if read[n].contrasts:
        times = [time for time in times if time.start >= read[n].end]
    if n + 1 < len(read) and read[n + 1].contrasts:
        times = [time for time in times if time.start < read[n + 1].start]
    return times


def _because(ground: Ground, measure: Measure, when: str | None, speaker: str | None) -> str:
    written = ground.words(measure.start, measure.end)
    said = f"{written!r} counts {measure.of}" if measure.of else f"{written!r}"
    if measure.unit:
        said += f", in {measure.unit}"
    if when:
        said += f", for {when}"
    return said + (", as its source says" if speaker else ", as the page says")
