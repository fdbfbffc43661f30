"""The nouns: what a reading holds, as frozen structs that encode to the public contract.

Every offset is a half-open span in Unicode code points into the page's canonical text, and every
record with a span keeps its words, so that ``text == canonical[start:end]`` can be checked by
anyone. Dates are ISO 8601, TIMEX3 values are as in ISO-TimeML; what is unknown is ``None``.

This module imports nothing of ours. The JSON Schema of a reading is generated from it.
"""

from __future__ import annotations

from typing import Literal

import msgspec

Span = tuple[int, int]

CONTRACT = "1"

BlockLabel = Literal[
    "title",
    "standfirst",
    "body",
    "live_update",
    "dateline",
    "byline",
    "pubdate",
    "source_credit",
    "caption",
    "tags",
    "section",
    "related",
    "share",
    "consent",
    "comments",
    "navigation",
    "promo",
    "player",
    "other_boilerplate",
]
CONTENT_LABELS: frozenset[str] = frozenset(
    {"title", "standfirst", "body", "live_update", "caption"}
)

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
WhenBasis = Literal["told", "known", "news"]
ActorKind = Literal["person", "state", "organization", "place", "group"]
MentionForm = Literal["name", "short_name", "role", "pronoun", "metonym", "elided"]
QuotationKind = Literal["direct", "mixed", "indirect"]
EventStatus = Literal[
    "held",
    "ongoing",
    "planned",
    "proposed",
    "hoped",
    "hypothetical",
    "postponed",
    "cancelled",
    "denied",
]
ParticipantRole = Literal["source", "target", "participant"]


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """Base of every record: immutable, compared by value, encoded in field order.

    Subclasses repeat ``frozen=True, kw_only=True``: msgspec inherits the first, the type checker
    neither.
    """


class Problem(Record, frozen=True, kw_only=True):
    """What went wrong on a page: ``what`` happened, ``why``, and a ``hint`` on what to do."""

    severity: Literal["error", "warning", "note"]
    what: str
    why: str
    hint: str


class PageInfo(Record, frozen=True, kw_only=True):
    """Which page a reading speaks of. ``sha256`` is of the bytes as they were received."""

    id: str
    source: str | None = None
    url: str | None = None
    media_type: str = "text/plain"
    language: str | None = None
    sha256: str | None = None
    length: int = 0


class Block(Record, frozen=True, kw_only=True):
    """A stretch of the canonical text with one label; blocks are in order and do not overlap.

    ``time`` is the clock or date an entry of a live page gives itself, as written; ``path`` the
    DOM path of the element in an HTML page.
    """

    start: int
    end: int
    label: BlockLabel
    time: str | None = None
    path: str | None = None

    @property
    def is_content(self) -> bool:
        """Whether findings may come from this block."""
        return self.label in CONTENT_LABELS


class Metadata(Record, frozen=True, kw_only=True):
    """What the page says of itself outside the story."""

    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    section: str | None = None
    tags: tuple[str, ...] = ()
    related: tuple[str, ...] = ()


class DateEvidence(Record, frozen=True, kw_only=True):
    """One reason for a publication date. Evidence from outside the canonical text (a tag's
    attribute, the caller) has no span. ``supports`` is an ISO value, ``X`` for open digits, or an
    interval ``earliest/latest`` with ``..`` for an open end."""

    start: int | None
    end: int | None
    text: str
    because: str
    supports: str


class Published(Record, frozen=True, kw_only=True):
    """The publication day: ``best`` is as precise as the evidence allows (day, month or year);
    ``earliest`` and ``latest`` are the days that the evidence forces, ``None`` where open."""

    best: str | None = None
    earliest: str | None = None
    latest: str | None = None
    evidence: tuple[DateEvidence, ...] = ()


class Time(Record, frozen=True, kw_only=True):
    """A TIMEX3 expression with its value, the interval of days it names, and why."""

    start: int
    end: int
    text: str
    type: TimexType
    value: str | None
    mod: str | None = None
    earliest: str | None = None
    latest: str | None = None
    because: str


class Actor(Record, frozen=True, kw_only=True):
    """A person, state, organization, place or group that the page speaks of.

    ``aliases`` are the names under which the knowledge base or the page knows it, ``members`` the
    actor ids of a group.
    """

    id: str
    kind: ActorKind
    name: str
    states: tuple[str, ...] = ()
    office: str | None = None
    aliases: tuple[str, ...] = ()
    members: tuple[str, ...] = ()


class Mention(Record, frozen=True, kw_only=True):
    """Words that point to an actor; ``actor`` is ``None`` where the page does not tell which."""

    start: int
    end: int
    text: str
    actor: str | None
    form: MentionForm
    because: str


class Quotation(Record, frozen=True, kw_only=True):
    """Words or a thought that the page attributes to a source (GUIDELINES, section 5).

    ``parts`` are the marked stretches (one for an indirect quotation: the clause); ``start`` and
    ``end`` run from the first to the last quoted word; the content span is the whole reported
    clause. ``polarity`` tells asserted from negated, hypothetical and asked speech; ``relay`` is
    the medium that passes the words on; ``editorial`` are spans inside the words that an editor
    put there. Several marked stretches of one clause are a quotation each; ``group`` is the id of
    the first of them.
    """

    id: str
    start: int
    end: int
    text: str
    kind: QuotationKind
    parts: tuple[Span, ...]
    content_start: int
    content_end: int
    speaker: str | None
    speaker_mention: Span | None
    cue: Span | None
    cue_text: str | None
    addressee: str | None = None
    about: tuple[str, ...] = ()
    said: str | None = None
    within: str | None = None
    confidence: float
    because: str
    polarity: Literal["asserted", "negated", "hypothetical", "asked"] = "asserted"
    relay: str | None = None
    editorial: tuple[Span, ...] = ()
    group: str | None = None


class Participant(Record, frozen=True, kw_only=True):
    """Who takes part in an event, with the state acted for; ``mention`` is where it is named."""

    actor: str
    role: ParticipantRole
    state: str | None = None
    mention: Span | None = None


class When(Record, frozen=True, kw_only=True):
    """The time of an event or figure: a value and the interval of days it names.

    ``basis`` says where it comes from: ``told`` by the page's words, ``known`` from the record of
    public events, or only the day of the ``news`` that the page brings.
    """

    value: str | None = None
    earliest: str | None = None
    latest: str | None = None
    basis: WhenBasis | None = None


class Plover(Record, frozen=True, kw_only=True):
    """The event in the PLOVER scheme: type, mode and, where one fits, contexts."""

    type: str
    mode: str | None = None


class Event(Record, frozen=True, kw_only=True):
    """One mention of a happening; mentions of one happening in a page share ``happening``."""

    id: str
    happening: str
    start: int
    end: int
    text: str
    kind: str
    participants: tuple[Participant, ...]
    when: When
    where: str | None
    status: EventStatus
    attributed_to: str | None = None
    plover: Plover
    confidence: float
    because: str


class Figure(Record, frozen=True, kw_only=True):
    """A number with what it measures, its unit, its time and who gives it."""

    start: int
    end: int
    text: str
    value: float
    unit: str | None
    of: str | None
    when: str | None
    claimed_by: str | None
    because: str


class Reading(Record, frozen=True, kw_only=True):
    """All that the program says of one page; the encoding is the contract in docs/reading.md."""

    detente: str = CONTRACT
    page: PageInfo
    blocks: tuple[Block, ...] = ()
    metadata: Metadata = Metadata()
    published: Published = Published()
    times: tuple[Time, ...] = ()
    actors: tuple[Actor, ...] = ()
    mentions: tuple[Mention, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    events: tuple[Event, ...] = ()
    figures: tuple[Figure, ...] = ()
    problems: tuple[Problem, ...] = ()
    text: str | None = None

    def actor(self, id: str | None) -> Actor | None:
        """The actor of that id on this page, or ``None``."""
        return next((actor for actor in self.actors if actor.id == id), None)

    @property
    def statements(self) -> tuple[tuple[Quotation, ...], ...]:
        """The quotations, the marked stretches of one clause together."""
        found: dict[str, list[Quotation]] = {}
        for quotation in self.quotations:
            found.setdefault(quotation.group or quotation.id, []).append(quotation)
        return tuple(map(tuple, found.values()))


class Unreadable(Record, frozen=True, kw_only=True):
    """The line written for a page that could not be read."""

    page: PageInfo
    problems: tuple[Problem, ...]
