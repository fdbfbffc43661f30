"""Readings in a notebook: HTML that opens a page into who said what and what happened."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from detente.records import Event, Quotation, Reading, Unreadable


def readings(found: Sequence[Reading], unreadable: Sequence[Unreadable]) -> str:
    """Pages, each folded unless it is the only one."""
    pages = "".join(_page(one, is_open=len(found) == 1) for one in found)
    lost = "".join(
        f"<p><b>{escape(one.page.source or one.page.id)}</b>: "
        f"{escape('; '.join(problem.what for problem in one.problems))}</p>"
        for one in unreadable
    )
    return f"<div>{pages}{lost}</div>"


def _page(one: Reading, is_open: bool) -> str:
    title = escape(one.metadata.title or one.page.source or one.page.id)
    day = escape(one.published.best or "undated")
    because = escape("; ".join(evidence.because for evidence in one.published.evidence))
    body = _table("Who said what", (_statement(s, one) for s in one.statements))
    body += _table("What happened", (_event(e, one) for e in one.events))
    return (
        f"<details{' open' if is_open else ''}><summary><b>{title}</b> "
        f'<span title="{because}">{day}</span></summary>{body}</details>'
    )


def _table(heading: str, rows: Iterable[str]) -> str:
    cells = "".join(rows)
    return f"<h4>{heading}</h4><table>{cells}</table>" if cells else ""


def _statement(segments: Sequence[Quotation], one: Reading) -> str:
    quotation = segments[0]
    speaker = one.actor(quotation.speaker)
    name = speaker.name if speaker else "?"
    marks = ("«", "»") if quotation.kind != "indirect" else ("", "")
    words = " … ".join(f"{marks[0]}{segment.text}{marks[1]}" for segment in segments)
    return _row(quotation.because, name, words, quotation.said or "")


def _event(event: Event, one: Reading) -> str:
    parties = (one.actor(party.actor) for party in event.participants)
    names = ", ".join(dict.fromkeys(party.name for party in parties if party))
    return _row(event.because, event.when.value or "", f"{event.status} {event.kind}", names)


def _row(because: str, *cells: str) -> str:
    inner = "".join(f"<td>{escape(cell)}</td>" for cell in cells)
    return f'<tr title="{escape(because)}">{inner}</tr>'
