"""What a careful reader finds in a page, with its place: the shape that all measures score against.

A kind of finding that a corpus does not annotate is ``None``, and is then not measured on it.
Findings marked ``borderline`` are neither asked for nor held against the program.
"""

from __future__ import annotations

from detente.records import ActorKind, EventStatus, ParticipantRole, QuotationKind, Record, Span


class Who(Record, frozen=True, kw_only=True):
    """A person or institution: any of the names (or the identifier) is right.

    ``members`` are the parties of a group, ``mention`` is where the page speaks of it, ``unnamed``
    is somebody whom the page gives no name.
    """

    id: str | None = None
    names: tuple[str, ...]
    state: str | None = None
    kind: ActorKind = "person"
    members: tuple[Who, ...] = ()
    mention: Span | None = None
    unnamed: bool = False


class BlockAnswer(Record, frozen=True, kw_only=True):
    """One non-empty line and its label."""

    span: Span
    label: str


class PublishedAnswer(Record, frozen=True, kw_only=True):
    """The publication day and the interval that the page's own words force."""

    best: str
    earliest: str
    latest: str


class TimeAnswer(Record, frozen=True, kw_only=True):
    """A time expression with its TIMEX3 value."""

    span: Span
    type: str
    value: str | None
    borderline: bool = False


class QuotationAnswer(Record, frozen=True, kw_only=True):
    """A quotation: ``spans`` holds its words and, if that is more, the whole reported clause.

    ``said`` is the day on which it was said, where the page tells another than its own. Marked
    stretches of one clause are an answer each, with the start of the first as their ``group``.
    """

    span: Span
    spans: tuple[Span, ...]
    parts: tuple[Span, ...]
    kind: QuotationKind
    speaker: Who | None
    cue: Span | None = None
    addressee: Who | None = None
    said: str | None = None
    utterance: str | None = None
    borderline: bool = False
    group: int | None = None


class ParticipantAnswer(Record, frozen=True, kw_only=True):
    """Who takes part in an event, and how."""

    who: Who
    role: ParticipantRole


class EventAnswer(Record, frozen=True, kw_only=True):
    """One mention of a happening; ``occasion`` is the same for all its mentions in all pages."""

    span: Span
    kind: str
    participants: tuple[ParticipantAnswer, ...]
    when: str | None
    where: str | None
    status: EventStatus
    occasion: str | None
    borderline: bool = False


class FigureAnswer(Record, frozen=True, kw_only=True):
    """A number with its unit and who gives it."""

    span: Span
    value: float
    unit: str | None
    of: str | None
    claimed_by: Who | None
    borderline: bool = False


class PageAnswers(Record, frozen=True, kw_only=True):
    """All answers of one page of a corpus; ``page`` is the stem of its file or its id."""

    corpus: str
    page: str
    text: str | None = None
    outlet: str | None = None
    blocks: tuple[BlockAnswer, ...] | None = None
    published: PublishedAnswer | None = None
    times: tuple[TimeAnswer, ...] | None = None
    quotations: tuple[QuotationAnswer, ...] | None = None
    events: tuple[EventAnswer, ...] | None = None
    figures: tuple[FigureAnswer, ...] | None = None
