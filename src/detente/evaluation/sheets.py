"""The project's own answers: one TOML sheet a page, by exact words (docs/design/gold.md)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from detente.errors import DataError
from detente.evaluation.answers import (
    BlockAnswer,
    EventAnswer,
    FigureAnswer,
    PageAnswers,
    ParticipantAnswer,
    PublishedAnswer,
    QuotationAnswer,
    TimeAnswer,
    Who,
)
from detente.evaluation.kinds import group_of
from detente.evaluation.references import locate
from detente.records import ActorKind, EventStatus, ParticipantRole, QuotationKind, Span

OWN = "pages"
"""The name of the project's own pages among the corpora."""

ACTORS = "actors.toml"
LINKS = "links.toml"
_QUOTATION_KINDS = ("direct", "mixed", "indirect")


class Strict(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base of the shapes in the sheets: a misspelt field is an error."""


class Person(Strict, frozen=True, kw_only=True):
    """A line of actors.toml."""

    id: str
    name: str
    state: str | None = None
    kind: ActorKind = "person"
    also: tuple[str, ...] = ()


class Day(Strict, frozen=True, kw_only=True):
    """The publication day; the interval is that day (month, year) unless it is given."""

    best: str
    earliest: str | None = None
    latest: str | None = None


class Said(Strict, frozen=True, kw_only=True):
    """A quotation: the words (several where an incise splits them, or where several stretches of
    one clause are marked: then each is an answer), the clause they stand in."""

    kind: QuotationKind
    words: str | tuple[str, ...]
    clause: str | None = msgspec.field(default=None, name="in")
    who: str | None = None
    by: str | None = None
    cue: str | None = None
    addressee: str | None = None
    said: str | None = None
    u: str | None = None
    borderline: bool = False


class Happened(Strict, frozen=True, kw_only=True):
    """An event: its trigger, who takes part (``source > target``), when, where, its occasion."""

    kind: str
    words: str
    who: str = ""
    when: str | None = None
    where: str | None = None
    status: EventStatus = "held"
    of: str | None = None
    borderline: bool = False


class Counted(Strict, frozen=True, kw_only=True):
    """A figure."""

    words: str
    value: float
    unit: str | None = None
    of: str | None = None
    by: str | None = None
    borderline: bool = False


class Sheet(Strict, frozen=True, kw_only=True):
    """One page's answers, still by words. ``blocks`` are the labels of the non-empty lines in
    order (``body*3`` for three), ``times`` are words, value and, if it is not plain, type."""

    outlet: str
    blocks: str
    published: Day
    times: tuple[tuple[str, ...], ...] = ()
    quotations: tuple[dict[str, Any], ...] = ()
    events: tuple[dict[str, Any], ...] = ()
    figures: tuple[Counted, ...] = ()


def load(folder: Path) -> tuple[dict[str, Sheet], dict[str, Person]]:
    """The sheets of a folder by page, and the actors they speak of. Raises DataError."""
    actors = _decode(folder / ACTORS, dict[str, Person])
    paths = sorted(p for p in folder.glob("*.toml") if p.name not in (ACTORS, LINKS))
    return {path.stem: _decode(path, Sheet) for path in paths}, actors


def _decode(path: Path, shape: Any) -> Any:
    try:
        return msgspec.toml.decode(path.read_bytes(), type=shape)
    except (OSError, msgspec.MsgspecError) as error:
        raise DataError(f"The answers in {path.name} cannot be used.", str(error)) from error


def resolve(page: str, sheet: Sheet, text: str, actors: Mapping[str, Person]) -> PageAnswers:
    """The answers of a page with their offsets in its canonical text. Raises DataError, naming
    the page, for words that do not lead to one place and actors that nobody knows."""
    reader = _Reader(text, actors)
    try:
        return PageAnswers(
            corpus=OWN,
            page=page,
            text=text,
            outlet=sheet.outlet,
            blocks=reader.blocks(sheet.blocks),
            published=_published(sheet.published),
            times=tuple(reader.time(*row) for row in sheet.times),
            quotations=tuple(a for row in sheet.quotations for a in reader.quotations(row)),
            events=tuple(reader.event(row) for row in sheet.events),
            figures=tuple(reader.figure(row) for row in sheet.figures),
        )
    except (DataError, msgspec.ValidationError) as error:
        raise DataError(f"In the answers of {page}: {error}") from error


def _published(day: Day) -> PublishedAnswer:
    return PublishedAnswer(
        best=day.best, earliest=day.earliest or day.best, latest=day.latest or day.best
    )


class _Reader:
    """Turns the rows of one sheet into answers."""

    def __init__(self, text: str, actors: Mapping[str, Person]) -> None:
        self._text = text
        self._actors = actors

    def blocks(self, labels: str) -> tuple[BlockAnswer, ...]:
        names = [
            name
            for token in labels.split()
            for name, _, times in [token.partition("*")]
            for _ in range(int(times or 1))
        ]
        lines = [m.span() for m in re.finditer(r"\S(?:.*\S)?", self._text)]
        if len(names) != len(lines):
            raise DataError(f"There are {len(lines)} lines and {len(names)} labels.")
        return tuple(BlockAnswer(span=s, label=n) for s, n in zip(lines, names, strict=True))

    def time(self, words: str, value: str, type_: str = "") -> TimeAnswer:
        bare = value.removeprefix("?")
        return TimeAnswer(
            span=locate(self._text, words),
            type=type_ or _timex_type(bare),
            value=bare,
            borderline=bare != value,
        )

    def quotations(self, row: dict[str, Any]) -> Iterator[QuotationAnswer]:
        kind = next((k for k in _QUOTATION_KINDS if k in row), None)
        rest = {field: value for field, value in row.items() if field != kind}
        said = msgspec.convert({**rest, "kind": kind, "words": row.get(kind or "")}, Said)
        words = (said.words,) if isinstance(said.words, str) else said.words
        parts = tuple(locate(self._text, part) for part in words)
        apart = said.kind == "mixed" and len(parts) > 1
        for own in [(part,) for part in parts] if apart else [parts]:
            yield self._quotation(said, own, parts[0][0] if apart else None)

    def _quotation(self, said: Said, parts: tuple[Span, ...], group: int | None) -> QuotationAnswer:
        whole = (parts[0][0], parts[-1][1])
        clause = locate(self._text, said.clause) if said.clause else whole
        return QuotationAnswer(
            span=whole,
            spans=tuple(dict.fromkeys((whole, clause))),
            parts=parts,
            group=group,
            kind=said.kind,
            speaker=self._who(said.who, self._place(said.by)) if said.who else None,
            cue=self._place(said.cue),
            addressee=self._who(said.addressee) if said.addressee else None,
            said=said.said,
            utterance=said.u,
            borderline=said.borderline,
        )

    def event(self, row: dict[str, Any]) -> EventAnswer:
        kind = next((k for k in row if group_of(k)), None)
        rest = {field: value for field, value in row.items() if field != kind}
        told = msgspec.convert({**rest, "kind": kind, "words": row.get(kind or "")}, Happened)
        return EventAnswer(
            span=locate(self._text, told.words),
            kind=told.kind,
            participants=self._participants(told.who),
            when=told.when,
            where=told.where,
            status=told.status,
            occasion=told.of,
            borderline=told.borderline,
        )

    def figure(self, counted: Counted) -> FigureAnswer:
        return FigureAnswer(
            span=locate(self._text, counted.words),
            value=counted.value,
            unit=counted.unit,
            of=counted.of,
            claimed_by=self._who(counted.by) if counted.by else None,
            borderline=counted.borderline,
        )

    def _participants(self, who: str) -> tuple[ParticipantAnswer, ...]:
        first, directed, second = who.partition(">")
        roles: tuple[ParticipantRole, ParticipantRole] = (
            ("source", "target") if directed else ("participant", "participant")
        )
        return tuple(
            ParticipantAnswer(who=self._who(name.strip()), role=role)
            for side, role in zip((first, second), roles, strict=True)
            for name in side.split(",")
            if name.strip()
        )

    def _who(self, key: str, mention: Span | None = None) -> Who:
        if key.startswith("~"):
            return Who(names=(key[1:],), mention=mention, unnamed=True)
        if "+" in key:
            members = tuple(self._who(part) for part in key.split("+"))
            return Who(
                names=(" et ".join(m.names[0] for m in members),), members=members, mention=mention
            )
        if key not in self._actors:
            raise DataError(f"No actor has the key {key!r}.")
        person = self._actors[key]
        return Who(
            id=person.id,
            names=(person.name, *person.also),
            state=person.state,
            kind=person.kind,
            mention=mention,
        )

    def _place(self, words: str | None) -> Span | None:
        return locate(self._text, words) if words else None


def _timex_type(value: str) -> str:
    if value.startswith("P") and not value.endswith("_REF"):
        return "DURATION"
    return "TIME" if re.match(r"\d{4}-\d\d-\d\dT", value) else "DATE"
