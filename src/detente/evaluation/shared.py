"""Annotated pages from elsewhere, in the formats they come in, as answers.

They are not part of the project: where the folder is absent nothing is measured on it. One
adapter a folder: ``orange``, ``blocks``, ``dated`` and ``frtb``.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
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
from detente.records import Span

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Corpus:
    """The files to read and the answers to measure the readings by."""

    name: str
    paths: tuple[Path, ...]
    answers: dict[str, PageAnswers]


def corpora(folder: Path) -> tuple[Corpus, ...]:
    """The corpora that are there, in order of name. Raises DataError for a file that is wrong."""
    adapters: dict[str, Callable[[Path], Corpus]] = {
        "blocks": _blocks,
        "dated": _dated,
        "frtb": _frtb,
        "orange": _orange,
    }
    return tuple(
        adapter(folder / name) for name, adapter in adapters.items() if (folder / name).is_dir()
    )


def _rows(path: Path) -> list[Row]:
    try:
        lines = path.read_bytes().splitlines()
        return [msgspec.json.decode(line, type=Row) for line in lines if line.strip()]
    except (OSError, msgspec.MsgspecError) as error:
        raise DataError(f"The annotated file {path.name} cannot be used.", str(error)) from error


def _by_page(rows: Iterable[Row]) -> dict[str, list[Row]]:
    pages: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        pages[str(row["doc"])].append(row)
    return pages


def _day(value: str) -> PublishedAnswer:
    return PublishedAnswer(best=value, earliest=value, latest=value)


def _blocks(folder: Path) -> Corpus:
    answers = {}
    for path in sorted(folder.glob("*.blocks.jsonl")):
        name = path.name.removesuffix(".blocks.jsonl")
        text = (folder / f"{name}.txt").read_bytes().decode("utf-8-sig")
        labels = {int(row["line"]): str(row["label"]) for row in _rows(path)}
        meta = msgspec.json.decode((folder / f"{name}.meta.json").read_bytes(), type=Row)
        answers[name] = PageAnswers(
            corpus="blocks",
            page=name,
            published=_day(str(meta["published"])[:10]),
            blocks=tuple(
                BlockAnswer(span=span, label=labels[number])
                for number, span in enumerate(_lines(text))
                if number in labels and span[0] < span[1]
            ),
        )
    return Corpus("blocks", tuple(folder / f"{name}.txt" for name in answers), answers)


def _lines(text: str) -> Iterator[Span]:
    """The span of every line without the blanks around it; empty for an empty line."""
    start = 0
    for line in text.split("\n"):
        left = len(line) - len(line.lstrip())
        yield start + left, start + max(left, len(line.rstrip()))
        start += len(line) + 1


def _dated(folder: Path) -> Corpus:
    answers = {
        str(row["doc"]): PageAnswers(
            corpus="dated", page=str(row["doc"]), published=_day(str(row["best"]))
        )
        for row in _rows(folder / "dev.gold.jsonl")
    }
    return Corpus("dated", (folder / "dev.jsonl",), answers)


def _frtb(folder: Path) -> Corpus:
    pages = _by_page(_rows(folder / "dev.gold.jsonl"))
    names = [str(row["id"]) for row in _rows(folder / "dev.jsonl")]
    answers = {
        name: PageAnswers(
            corpus="frtb",
            page=name,
            times=tuple(
                TimeAnswer(span=(row["start"], row["end"]), type=row["type"], value=row["value"])
                for row in pages.get(name, [])
            ),
        )
        for name in names
    }
    return Corpus("frtb", (folder / "dev.jsonl",), answers)


def _orange(folder: Path) -> Corpus:
    quotations = _by_page(_rows(folder / "quotations.jsonl"))
    events = _by_page(_rows(folder / "events.jsonl"))
    figures = _by_page(_rows(folder / "figures.jsonl"))
    days = msgspec.json.decode((folder / "published.json").read_bytes(), type=dict[str, str])
    answers = {
        name: PageAnswers(
            corpus="orange",
            page=name,
            published=_day(day),
            quotations=tuple(_quotation(row) for row in quotations.get(name, [])),
            events=tuple(_event(row) for row in events.get(name, [])),
            figures=tuple(_figure(row) for row in figures.get(name, [])),
        )
        for name, day in sorted(days.items())
    }
    return Corpus("orange", tuple(folder / f"{name}.txt" for name in answers), answers)


def _span(row: Row | None) -> Span | None:
    return (row["start"], row["end"]) if row else None


def _who(name: str, state: str | None, mention: Row | None = None) -> Who | None:
    """The names in a row: several persons stand as "A et B"."""
    if not name:
        return None
    plain = re.sub(r"\s*\(.*?\)", "", name).strip()
    several = [part.strip() for part in re.split(r"\s+et\s+|,", plain) if part.strip()]
    members = tuple(Who(names=(part,)) for part in several) if len(several) > 1 else ()
    return Who(names=(plain,), state=state or None, members=members, mention=_span(mention))


def _quotation(row: Row) -> QuotationAnswer:
    whole = (row["start"], row["end"])
    clause = (row["content_start"], row["content_end"])
    return QuotationAnswer(
        span=whole,
        spans=tuple(dict.fromkeys((whole, clause))),
        parts=(whole,),
        kind=row["kind"],
        speaker=_who(row["speaker"], row["speaker_state"], row["speaker_mention"]),
        cue=_span(row["cue"]),
        borderline=bool(row["borderline"]),
    )


def _event(row: Row) -> EventAnswer:
    return EventAnswer(
        span=(row["start"], row["end"]),
        kind=row["kind"],
        participants=tuple(
            ParticipantAnswer(who=who, role=part["role"])
            for part in row["participants"]
            if (who := _who(part["name"], part.get("state")))
        ),
        when=row["when"] or None,
        where=row["where"] or None,
        status=row["status"],
        occasion=row["event_id"],
        borderline=bool(row["borderline"]),
    )


def _figure(row: Row) -> FigureAnswer:
    return FigureAnswer(
        span=(row["start"], row["end"]),
        value=float(row["value"]),
        unit=row["unit"] or None,
        of=row["of"] or None,
        claimed_by=_who(row["claimed_by"], None),
    )
