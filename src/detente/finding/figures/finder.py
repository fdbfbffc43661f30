"""The figure finder: numbers that measure something, with unit, time and who gives them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from detente.finding.figures.eras import era
from detente.finding.figures.measures import Measure, measures
from detente.finding.figures.numbers import Words, words
from detente.finding.ground import Ground, People
from detente.records import Figure, Quotation, Time
from detente.syntax import Sentence

DEEPEST = 8
"""How many quotations that begin before a place are looked at, the latest first."""


def find(
    ground: Ground, people: People, times: Sequence[Time], quotations: Sequence[Quotation]
) -> tuple[Figure, ...]:
    """The figures in the content of a page, in order. Linear in its length."""
    table = words(ground.language)
    claims = Claims(quotations)
    starts = sorted(times, key=lambda t: t.start)
    at = 0
    found: list[Figure] = []
    for sentence in ground.sentences:
        while at < len(starts) and starts[at].start < sentence.start:
            at += 1
        here = []
        while at < len(starts) and starts[at].start < sentence.end:
            here.append(starts[at])
            at += 1
        found += _figures(ground, people, sentence, here, table, claims)
    return tuple(found)


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
    sentence: Sentence,
    times: list[Time],
    table: Words,
    claims: Claims,
) -> Iterator[Figure]:
    found = measures(sentence, times, table)
    for n, measure in enumerate(found):
        start, end = sentence.span(measure.start, measure.end)
        limit = found[n + 1].start if n + 1 < len(found) else len(sentence.text)
        when = era(ground, people, sentence, (measure.end, limit), table)
        when = when or _when(sentence, measure, times, limit)
        speaker = claims.by(start, end)
        yield Figure(
            start=start,
            end=end,
            text=ground.words(start, end),
            value=measure.value,
            unit=measure.unit,
            of=measure.of,
            when=when,
            claimed_by=speaker,
            because=_because(measure, when, speaker),
        )


def _when(sentence: Sentence, measure: Measure, times: list[Time], limit: int) -> str | None:
    """The time between the figure and the next one; else the only time of the sentence."""
    end = sentence.span(measure.start, measure.end)[1]
    stop = sentence.span(max(0, limit - 1), limit)[1]
    dated = [(t, value) for t in times if (value := _value(t)) is not None]
    after = [value for t, value in dated if end <= t.start < stop]
    if after:
        return after[0]
    return dated[0][1] if len(dated) == 1 else None


def _value(time: Time) -> str | None:
    """The value of a date; of a reference such as "today", the day it names."""
    if time.type not in ("DATE", "TIME") or time.value is None:
        return None
    if not time.value[:1].isdigit():
        return time.earliest if time.earliest == time.latest else None
    return time.value


def _because(measure: Measure, when: str | None, speaker: str | None) -> str:
    said = f"{measure.written!r} counts {measure.of}" if measure.of else f"{measure.written!r}"
    if measure.unit:
        said += f", in {measure.unit}"
    if when:
        said += f", for {when}"
    return said + (", as the speaker says" if speaker else ", as the page says")
