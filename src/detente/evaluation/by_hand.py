"""Readings made of answers: what linking would be given if every page were read without a slip.

So linking can be measured by itself, and again on what the program really found.
"""

from __future__ import annotations

import msgspec

from detente.days import Interval, iso
from detente.evaluation.answers import (
    EventAnswer,
    FigureAnswer,
    PageAnswers,
    QuotationAnswer,
    Who,
)
from detente.finding.events.codes import plover
from detente.finding.times.calendars import days_of
from detente.records import (
    Actor,
    Block,
    Event,
    Figure,
    Mention,
    Participant,
    Published,
    Quotation,
    Reading,
    When,
)
from detente.text import fold

_BECAUSE = "a reader's answer"


def reading(answers: PageAnswers, read: Reading) -> Reading:
    """The program's reading of a page with its findings replaced by the answers.

    Borderline answers are left out; the page, its text and metadata stay as they were read.
    """
    cast = _Cast()
    text = read.text or ""
    quotations = [q for q in answers.quotations or () if not q.borderline]
    first = {q.span[0]: f"q{n}" for n, q in enumerate(quotations, 1)}
    events = [e for e in answers.events or () if not e.borderline]
    figures = [f for f in answers.figures or () if not f.borderline]
    return msgspec.structs.replace(
        read,
        blocks=tuple(_block(b.span, b.label) for b in answers.blocks or ()),
        published=_published(answers),
        times=(),
        quotations=tuple(
            msgspec.structs.replace(
                _quotation(n, q, text, cast),
                group=None if q.group is None else first.get(q.group),
            )
            for n, q in enumerate(quotations, 1)
        ),
        events=tuple(_event(n, e, text, cast) for n, e in enumerate(events, 1)),
        figures=tuple(_figure(f, text, cast) for f in figures),
        actors=cast.actors(),
        mentions=cast.mentions(text),
    )


class _Cast:
    """The actors that the answers of one page speak of, as they come up."""

    def __init__(self) -> None:
        self._actors: dict[str, Actor] = {}
        self._mentions: dict[tuple[int, int], str] = {}

    def id(self, who: Who | None) -> str | None:
        """The identifier of an actor, taken down if it is new."""
        if who is None:
            return None
        members = tuple(self._known(member) for member in who.members)
        id_ = who.id or "-".join(members) or fold(who.names[0]).replace(" ", "-")
        self._actors.setdefault(
            id_,
            Actor(
                id=id_,
                kind="group" if members else who.kind,
                name=who.names[0],
                states=(who.state,) if who.state else (),
                aliases=who.names[1:],
                members=members,
            ),
        )
        if who.mention:
            self._mentions.setdefault(who.mention, id_)
        return id_

    def _known(self, who: Who) -> str:
        return self.id(who) or ""

    def participant(self, who: Who, role: str) -> Participant:
        """A participant who takes part in an event."""
        return msgspec.convert(
            {"actor": self._known(who), "role": role, "state": who.state}, Participant
        )

    def actors(self) -> tuple[Actor, ...]:
        """All of them, in the order in which they came up."""
        return tuple(self._actors.values())

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Where speakers are named, in order."""
        return tuple(
            Mention(
                start=start,
                end=end,
                text=text[start:end],
                actor=actor,
                form="name",
                because=_BECAUSE,
            )
            for (start, end), actor in sorted(self._mentions.items())
        )


def _block(span: tuple[int, int], label: str) -> Block:
    return msgspec.convert({"start": span[0], "end": span[1], "label": label}, Block)


def _published(answers: PageAnswers) -> Published:
    known = answers.published
    if known is None:
        return Published()
    days = Interval(days_of(known.earliest).earliest, days_of(known.latest).latest)
    return Published(best=known.best, earliest=iso(days.earliest), latest=iso(days.latest))


def _quotation(number: int, answer: QuotationAnswer, text: str, cast: _Cast) -> Quotation:
    start, end = answer.span
    clause = answer.spans[-1]
    return Quotation(
        id=f"q{number}",
        start=start,
        end=end,
        text=text[start:end],
        kind=answer.kind,
        parts=answer.parts,
        content_start=clause[0],
        content_end=clause[1],
        speaker=cast.id(answer.speaker),
        speaker_mention=answer.speaker.mention if answer.speaker else None,
        cue=answer.cue,
        cue_text=text[slice(*answer.cue)] if answer.cue else None,
        addressee=cast.id(answer.addressee),
        said=answer.said,
        confidence=1.0,
        because=_BECAUSE,
    )


def _event(number: int, answer: EventAnswer, text: str, cast: _Cast) -> Event:
    start, end = answer.span
    return Event(
        id=f"e{number}",
        happening=answer.occasion or f"h{number}",
        start=start,
        end=end,
        text=text[start:end],
        kind=answer.kind,
        participants=tuple(cast.participant(p.who, p.role) for p in answer.participants),
        when=_when(answer.when),
        where=answer.where,
        status=answer.status,
        plover=plover(answer.kind, "", answer.status),
        confidence=1.0,
        because=_BECAUSE,
    )


def _when(value: str | None) -> When:
    first, _, last = (value or "").partition("/")
    days = Interval(days_of(first or None).earliest, days_of(last or first or None).latest)
    return When(value=value, earliest=iso(days.earliest), latest=iso(days.latest))


def _figure(answer: FigureAnswer, text: str, cast: _Cast) -> Figure:
    start, end = answer.span
    return Figure(
        start=start,
        end=end,
        text=text[start:end],
        value=answer.value,
        unit=answer.unit,
        of=answer.of,
        when=None,
        claimed_by=cast.id(answer.claimed_by),
        because=_BECAUSE,
    )
