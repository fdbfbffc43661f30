"""Where readings and answers differ, finding by finding, for those who improve the program."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from detente.evaluation.answers import PageAnswers
from detente.evaluation.identity import Cast
from detente.evaluation.kinds import alike
from detente.evaluation.measuring import (
    is_when,
    label_of,
    pair_events,
    pair_quotations,
    pair_times,
)
from detente.evaluation.scoring import page_name
from detente.records import Reading, Span, Unreadable

_AROUND = 25
"""Characters shown on either side of a finding."""


def slips(
    readings: Iterable[Reading | Unreadable], answers: Mapping[str, PageAnswers]
) -> Iterator[str]:
    """One line a difference: the page, what is wrong, the words in their place."""
    finders: tuple[Callable[[PageAnswers, Reading], Iterator[str]], ...] = (
        _blocks,
        _published,
        _times,
        _quotations,
        _events,
    )
    for reading in readings:
        name = page_name(reading, answers)
        if name is None or isinstance(reading, Unreadable):
            continue
        for finder in finders:
            for line in finder(answers[name], reading):
                yield f"{name}: {line}"


def _shown(reading: Reading, span: Span) -> str:
    text = reading.text or ""
    before, words, after = (
        text[max(0, span[0] - _AROUND) : span[0]],
        text[slice(*span)],
        text[span[1] : span[1] + _AROUND],
    )
    return " ".join(f"{before}[{words}]{after}".split())


def _blocks(page: PageAnswers, reading: Reading) -> Iterator[str]:
    for line in page.blocks or ():
        found = label_of(line.span, reading)
        if found != line.label:
            words = (reading.text or "")[slice(*line.span)]
            yield f"block {found} should be {line.label}: {words[: 3 * _AROUND]}"


def _published(page: PageAnswers, reading: Reading) -> Iterator[str]:
    if page.published and reading.published.best != page.published.best:
        given = reading.published
        yield (
            f"published {given.best} ({given.earliest} to {given.latest}) "
            f"should be {page.published.best}"
        )


def _times(page: PageAnswers, reading: Reading) -> Iterator[str]:
    if page.times is None:
        return
    pairs = pair_times(page, reading)
    for place, answer in enumerate(page.times):
        if answer.borderline:
            continue
        shown = _shown(reading, answer.span)
        if place not in pairs:
            yield f"time missed: {shown} {answer.value}"
        elif (given := reading.times[pairs[place]]).value != answer.value:
            yield f"time {given.value} should be {answer.value}: {shown} ({given.because})"
    for place, given in enumerate(reading.times):
        if place not in pairs.values():
            yield f"time invented: {_shown(reading, (given.start, given.end))} {given.value}"


def _quotations(page: PageAnswers, reading: Reading) -> Iterator[str]:
    if page.quotations is None:
        return
    cast, pairs = Cast(reading), pair_quotations(page, reading)
    for place, answer in enumerate(page.quotations):
        if answer.borderline:
            continue
        shown = _shown(reading, answer.span)
        if place not in pairs:
            yield f"quotation missed: {answer.kind} {shown}"
            continue
        given = reading.quotations[pairs[place]]
        if not cast.is_right(answer.speaker, given.speaker, given.speaker_mention):
            wanted = answer.speaker.names[0] if answer.speaker else None
            yield f"speaker {given.speaker} should be {wanted}: {shown}"
        if given.kind != answer.kind:
            yield f"quotation {given.kind} should be {answer.kind}: {shown}"
    for place, given in enumerate(reading.quotations):
        if place not in pairs.values():
            shown = _shown(reading, (given.start, given.end))
            yield f"quotation invented: {given.kind} by {given.speaker} {shown}"


def _events(page: PageAnswers, reading: Reading) -> Iterator[str]:
    if page.events is None:
        return
    pairs = pair_events(page, reading)
    for place, answer in enumerate(page.events):
        if answer.borderline:
            continue
        shown = _shown(reading, answer.span)
        given = reading.events[pairs[place]] if place in pairs else None
        if given is None or not alike(answer.kind, given.kind):
            yield f"event missed: {answer.kind} {answer.status} {shown}"
            continue
        if given.status != answer.status:
            yield f"status {given.status} should be {answer.status}: {shown}"
        if answer.when and not is_when(answer.when, given.when.value):
            yield f"event on {given.when.value} should be on {answer.when}: {shown}"
    for place, given in enumerate(reading.events):
        if place not in pairs.values():
            shown = _shown(reading, (given.start, given.end))
            yield f"event invented: {given.kind} {given.status} {shown}"
