"""A reading as rows of the tables: one function a table, ids made global by the page's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
import pyarrow as pa

from detente.records import Event, Quotation, Reading, Span
from detente.store import schema

Row = dict[str, Any]


class Stored(msgspec.Struct, frozen=True, kw_only=True):
    """A reading as it is kept: with the canonical text, and with what it was read by."""

    reading: Reading
    text: str
    program: str
    knowledge: str


def tables(kept: Iterable[Stored]) -> dict[str, pa.Table]:
    """The rows of some readings in every table that holds readings."""
    rows: dict[str, list[Row]] = {name: [] for name in schema.found_tables()}
    for one in kept:
        for name, row in _rows(one):
            rows[name].append(row)
    return {name: schema.table(name, found) for name, found in rows.items()}


def _rows(kept: Stored) -> Iterator[tuple[str, Row]]:
    reading = kept.reading
    page = reading.page.id
    yield "page", _page(kept)
    for number, block in enumerate(reading.blocks):
        row = msgspec.structs.asdict(block)
        yield "block", {"block_id": f"{page}/b{number}", "page_id": page, **row}
    for number, time in enumerate(reading.times):
        row = msgspec.structs.asdict(time)
        yield "time", {"time_id": f"{page}/t{number}", "page_id": page, **row}
    for actor in reading.actors:
        row = msgspec.structs.asdict(actor)
        yield "actor", {"page_id": page, "actor_id": row.pop("id"), **row}
    for number, mention in enumerate(reading.mentions):
        row = msgspec.structs.asdict(mention)
        row["actor_id"] = row.pop("actor")
        yield "mention", {"mention_id": f"{page}/m{number}", "page_id": page, **row}
    for quotation in reading.quotations:
        yield "quotation", _quotation(page, quotation, kept.text)
    for event in reading.events:
        yield from _event(page, event)
    for number, figure in enumerate(reading.figures):
        row = msgspec.structs.asdict(figure)
        row["measure"], row["date"] = row.pop("of"), row.pop("when")
        yield "figure", {"figure_id": f"{page}/f{number}", "page_id": page, **row}


def _page(kept: Stored) -> Row:
    reading, meta, published = kept.reading, kept.reading.metadata, kept.reading.published
    credits = [b for b in reading.blocks if b.label == "source_credit"]
    return {
        "page_id": reading.page.id,
        "source": reading.page.source,
        "url": reading.page.url,
        "media_type": reading.page.media_type,
        "language": reading.page.language,
        "sha256": reading.page.sha256,
        "length": reading.page.length,
        "outlet": meta.outlet,
        "title": meta.title,
        "authors": list(meta.authors),
        "section": meta.section,
        "credit": " ".join(kept.text[b.start : b.end].strip() for b in credits) or None,
        "published": published.best,
        "published_earliest": published.earliest,
        "published_latest": published.latest,
        "published_because": "; ".join(e.because for e in published.evidence) or None,
        "problems": msgspec.json.encode(reading.problems).decode() if reading.problems else None,
        "program": kept.program,
        "knowledge": kept.knowledge,
        "text": kept.text,
    }


def _quotation(page: str, quotation: Quotation, text: str) -> Row:
    row = msgspec.structs.asdict(quotation)
    mention, cue = row.pop("speaker_mention"), row.pop("cue")
    return {
        **row,
        "quotation_id": f"{page}/{row.pop('id')}",
        "page_id": page,
        "parts": _spans(quotation.parts),
        "editorial": _spans(quotation.editorial),
        "content": text[quotation.content_start : quotation.content_end],
        "speaker_start": mention and mention[0],
        "speaker_end": mention and mention[1],
        "cue_start": cue and cue[0],
        "cue_end": cue and cue[1],
        "within": quotation.within and f"{page}/{quotation.within}",
        "group": quotation.group and f"{page}/{quotation.group}",
    }


def _event(page: str, event: Event) -> Iterator[tuple[str, Row]]:
    id = f"{page}/{event.id}"
    yield (
        "event",
        {
            "event_id": id,
            "page_id": page,
            "happening": f"{page}/{event.happening}",
            "start": event.start,
            "end": event.end,
            "text": event.text,
            "kind": event.kind,
            "date": event.when.value,
            "earliest": event.when.earliest,
            "latest": event.when.latest,
            "basis": event.when.basis,
            "place": event.where,
            "status": event.status,
            "attributed_to": event.attributed_to,
            "plover_type": event.plover.type,
            "plover_mode": event.plover.mode,
            "confidence": event.confidence,
            "because": event.because,
        },
    )
    for one in event.participants:
        yield (
            "participant",
            {
                "event_id": id,
                "page_id": page,
                "actor_id": one.actor,
                "role": one.role,
                "state": one.state,
                "start": one.mention and one.mention[0],
                "end": one.mention and one.mention[1],
            },
        )


def _spans(spans: Iterable[Span]) -> list[dict[str, int]]:
    return [{"start": start, "end": end} for start, end in spans]
