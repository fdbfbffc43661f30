"""Readings made by hand for tests: a page in which the findings are marked with tags.

``<q by="varela" said="2001-05-09">…</q>`` is a quotation, ``<e kind="meeting" with="varela boret"
when="2001-05-12" where="Genève" status="planned">…</e>`` an event, ``<n of="expelled" value="35">``
a figure. The persons are invented; each acts for the state that is given here.
"""

from __future__ import annotations

import hashlib
import re

from detente.days import Interval, iso
from detente.records import (
    Actor,
    Block,
    Event,
    Figure,
    Metadata,
    PageInfo,
    Participant,
    ParticipantRole,
    Plover,
    Published,
    Quotation,
    Reading,
    When,
)

STATES = {
    "varela": "USA",
    "holt": "USA",
    "boret": "RUS",
    "zimine": "RUS",
    "marsac": "FRA",
    "lindqvist": "SWE",
}
_TAG = re.compile(r"<(/?)(q|e|n)((?: \w+=\"[^\"]*\")*)>")
_PAIR = re.compile(r'(\w+)="([^"]*)"')

Mark = tuple[str, dict[str, str], int, int]


def press(
    id: str, marked: str, published: str | None = "2001-05-10", credit: str | None = None
) -> Reading:
    """The reading of a marked page, with its text."""
    text, marks = _unmarked(marked)
    length = len(text)
    blocks = [Block(start=0, end=length, label="body")] if text else []
    if credit:
        text += f"\nSource: {credit}"
        blocks.append(Block(start=length + 1, end=len(text), label="source_credit"))
    day = Interval.of(published)
    names = sorted(_names(marks))
    return Reading(
        page=PageInfo(
            id=id,
            source=f"{id}.txt",
            language="fr",
            sha256=hashlib.sha256(text.encode()).hexdigest(),
            length=len(text),
        ),
        blocks=tuple(blocks),
        metadata=Metadata(title=text[:40] or None, outlet=id.partition("-")[0]),
        published=Published(
            best=published, earliest=iso(day.earliest), latest=iso(day.latest), evidence=()
        ),
        actors=tuple(actor(name) for name in names),
        quotations=tuple(_quotations(marks, text)),
        events=tuple(_events(marks, text)),
        figures=tuple(_figures(marks, text)),
        text=text,
    )


def actor(name: str) -> Actor:
    """An invented person, a state if the name is its code, else somebody only described."""
    if name.isupper():
        return Actor(id=name, kind="state", name=name, states=(name,))
    if name not in STATES:
        return Actor(id=name, kind="person", name=name.replace("-", " "))
    return Actor(id=name, kind="person", name=name.capitalize(), states=(STATES[name],))


def _names(marks: list[Mark]) -> set[str]:
    lists = (values.get(key, "") for _, values, _, _ in marks for key in _POINTERS)
    return {name for names in lists for name in names.split()}


_POINTERS = ("by", "with", "from", "to", "about")


def _unmarked(marked: str) -> tuple[str, list[Mark]]:
    text, marks, open_, at = "", list[Mark](), list[tuple[str, dict[str, str], int]](), 0
    for tag in _TAG.finditer(marked):
        text += marked[at : tag.start()]
        at = tag.end()
        if tag[1]:
            name, values, start = open_.pop()
            marks.append((name, values, start, len(text)))
        else:
            open_.append((tag[2], dict(_PAIR.findall(tag[3])), len(text)))
    return text + marked[at:], sorted(marks, key=lambda mark: (mark[2], mark[3]))


def _quotations(marks: list[Mark], text: str) -> list[Quotation]:
    return [
        Quotation(
            id=f"q{number}",
            start=start,
            end=end,
            text=text[start:end],
            kind=values.get("kind", "direct"),  # type: ignore[arg-type]
            parts=((start, end),),
            content_start=start,
            content_end=end,
            speaker=values.get("by"),
            speaker_mention=None,
            cue=None,
            cue_text=None,
            about=tuple(values.get("about", "").split()),
            said=values.get("said"),
            confidence=0.9,
            because="marked by hand",
            polarity=values.get("polarity", "asserted"),  # type: ignore[arg-type]
            group=values.get("group"),
        )
        for number, (_, values, start, end) in enumerate(_only(marks, "q"), 1)
    ]


def _events(marks: list[Mark], text: str) -> list[Event]:
    return [_event(f"e{n}", mark, text) for n, mark in enumerate(_only(marks, "e"), 1)]


def _event(id: str, mark: Mark, text: str) -> Event:
    _, values, start, end = mark
    day = Interval.of(values.get("when"))
    parties = tuple(
        Participant(actor=name, role=role, state=next(iter(actor(name).states), None))
        for key, role in _ROLES
        for name in values.get(key, "").split()
    )
    return Event(
        id=id,
        happening=values.get("id", f"h{id[1:]}"),
        start=start,
        end=end,
        text=text[start:end],
        kind=values["kind"],
        participants=parties,
        when=When(
            value=values.get("when"),
            earliest=iso(day.earliest),
            latest=iso(day.latest),
            basis=values.get("basis"),  # type: ignore[arg-type]
        ),
        where=values.get("where"),
        status=values.get("status", "held"),  # type: ignore[arg-type]
        plover=Plover(type="CONSULT"),
        confidence=0.9,
        because="marked by hand",
    )


_ROLES: tuple[tuple[str, ParticipantRole], ...] = (
    ("with", "participant"),
    ("from", "source"),
    ("to", "target"),
)


def _figures(marks: list[Mark], text: str) -> list[Figure]:
    return [
        Figure(
            start=start,
            end=end,
            text=text[start:end],
            value=float(values["value"]),
            unit=values.get("unit"),
            of=values.get("of"),
            when=values.get("when"),
            claimed_by=None,
            because="marked by hand",
        )
        for _, values, start, end in _only(marks, "n")
    ]


def _only(marks: list[Mark], name: str) -> list[Mark]:
    return [mark for mark in marks if mark[0] == name]
