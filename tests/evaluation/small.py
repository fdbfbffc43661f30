"""A small page with its readings and answers, to measure by hand."""

from __future__ import annotations

from typing import Any

from detente.evaluation.answers import (
    EventAnswer,
    PageAnswers,
    ParticipantAnswer,
    QuotationAnswer,
    Who,
)
from detente.records import (
    Actor,
    Event,
    PageInfo,
    Participant,
    Plover,
    Quotation,
    Reading,
    Time,
    When,
)

TEXT = (
    "Le roi part\n"
    "Le roi Otto a reçu mardi la reine Ida. « Nous avons parlé de 12 ponts », a dit la reine."
)
OTTO = Actor(id="otto", kind="person", name="Otto Premier", states=("OTT",))
IDA = Actor(id="ida", kind="person", name="Ida de Nord")
WHO_IDA = Who(names=("Ida de Nord",), mention=(79, 88))


def span_of(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def reading_of(**findings: Any) -> Reading:
    page = PageInfo(id="p", source="folder/small.txt", language="fr")
    return Reading(page=page, actors=(OTTO, IDA), text=TEXT, **findings)


def quotation_of(words: str, speaker: str | None = "ida", **more: Any) -> Quotation:
    start, end = span_of(words)
    fields: dict[str, Any] = {
        "id": "q1",
        "start": start,
        "end": end,
        "text": words,
        "kind": "direct",
        "parts": ((start, end),),
        "content_start": start,
        "content_end": end,
        "speaker": speaker,
        "speaker_mention": None,
        "cue": None,
        "cue_text": None,
        "confidence": 0.9,
        "because": "test",
    }
    return Quotation(**{**fields, **more})


def said_by_ida(borderline: bool = False) -> PageAnswers:
    span = span_of("Nous avons parlé de 12 ponts")
    answer = QuotationAnswer(
        span=span,
        spans=(span,),
        parts=(span,),
        kind="direct",
        speaker=WHO_IDA,
        borderline=borderline,
    )
    return PageAnswers(corpus="c", page="small", quotations=(answer,))


def time_of(words: str, value: str | None) -> Time:
    start, end = span_of(words)
    return Time(start=start, end=end, text=words, type="DATE", value=value, because="test")


def event_of(words: str, kind: str, when: str | None = None, status: Any = "held") -> Event:
    start, end = span_of(words)
    return Event(
        id="e1",
        happening="h1",
        start=start,
        end=end,
        text=words,
        kind=kind,
        participants=(Participant(actor="otto", role="participant"),),
        when=When(value=when),
        where=None,
        status=status,
        plover=Plover(type="CONSULT"),
        confidence=0.9,
        because="test",
    )


def met(when: str) -> PageAnswers:
    parts = (
        ParticipantAnswer(who=Who(names=("Otto Premier",)), role="participant"),
        ParticipantAnswer(who=WHO_IDA, role="participant"),
    )
    answer = EventAnswer(
        span=span_of("a reçu"),
        kind="meeting",
        participants=parts,
        when=when,
        where=None,
        status="held",
        occasion="o",
    )
    return PageAnswers(corpus="c", page="small", events=(answer,))
