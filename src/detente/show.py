"""What a person sees on a terminal. Colours when it is one, plain words when it is a pipe."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

import msgspec
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.text import Text

from detente.errors import UsageError
from detente.records import Event, Problem, Quotation, Reading, Time, Unreadable

if TYPE_CHECKING:
    from detente.knowledge.check import Finding
    from detente.knowledge.roles import Answer
    from detente.linking.relation import Month
    from detente.store import Record
    from detente.store.views import Entry

Item = TypeVar("Item")
PIPE = 100_000
"""Columns where there is no terminal: nothing is wrapped or cut."""
EVIDENCE = 4
"""Pieces of evidence that are printed; the reading holds all."""
AROUND = 120
"""Characters of a sentence that are shown before and after the words an event rests on."""
_STATUS_STYLE = {
    "held": "green",
    "ongoing": "green",
    "planned": "cyan",
    "proposed": "cyan",
    "hoped": "cyan",
    "hypothetical": "yellow",
    "postponed": "yellow",
    "cancelled": "red",
    "denied": "red",
}


def console() -> Console:
    """Standard output, as wide as the terminal; a line stays a line in a pipe."""
    width = None if sys.stdout.isatty() else PIPE
    return Console(file=sys.stdout, highlight=False, width=width)


def progress(items: Iterable[Item]) -> Iterator[Item]:
    """The items, counted on standard error as they pass."""
    columns = (SpinnerColumn(), TextColumn("{task.completed} pages"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        for item in items:
            yield item
            bar.advance(task)


def reading(found: Reading | Unreadable) -> None:
    """Print what was read on one page: title, day, who said what, what happened."""
    out = console()
    if isinstance(found, Reading):
        _heading(out, found)
        _quotations(out, found)
        _events(out, found)
        _times(out, found.times)
    else:
        out.print(Text(found.page.source or found.page.id, style="bold red"))
    _problems(out, found.problems)
    out.print()


def _indented(out: Console, line: Text, by: int = 2) -> None:
    """A line with its wrapped lines under it, and no spaces after its end."""
    for part in line.wrap(out, max(20, out.width - by)):
        part.rstrip()
        out.print(Text(" " * by) + part)


def _heading(out: Console, found: Reading) -> None:
    out.print(Text(found.metadata.title or found.page.source or found.page.id, style="bold"))
    where = " · ".join(part for part in (found.metadata.outlet, found.page.source) if part)
    if where:
        out.print(Text(where, style="dim"))
    day = found.published
    if day.best or day.earliest or day.latest:
        exact = day.earliest == day.latest
        interval = "" if exact else f" ({day.earliest or '…'} to {day.latest or '…'})"
        out.print(Text.assemble(("Published ", "dim"), day.best or "", interval))
        for evidence in day.evidence[:EVIDENCE]:
            words = " ".join(evidence.text.split())
            _indented(out, Text(f"«{words}»: {evidence.because}", style="dim"))


def _quotations(out: Console, found: Reading) -> None:
    if found.quotations:
        out.print(Text("\nWho said what", style="bold blue"))
    for statement in found.statements:
        _indented(out, _statement(statement, found))


def _words(segments: Iterable[str], kind: str) -> str:
    """Words in marks, each segment in its own; what is only reported bears none."""
    opening, closing = ("«", "»") if kind != "indirect" else ("", "")
    each = (" ".join(segment.split()) for segment in segments)
    return opening + f"{closing} … {opening}".join(each) + closing


def _statement(segments: Sequence[Quotation], found: Reading) -> Text:
    quotation = segments[0]
    speaker = found.actor(quotation.speaker)
    line = Text.assemble((speaker.name if speaker else "?", "bold"), ": ")
    if quotation.polarity != "asserted":
        line.append(f"[{quotation.polarity}] ", style="yellow")
    line.append(_words([one.text for one in segments], quotation.kind), style="italic")
    tail = [quotation.kind, quotation.said or "", f"{quotation.start}–{segments[-1].end}"]
    line.append("  " + " · ".join(part for part in tail if part), style="dim")
    return line


def _events(out: Console, found: Reading) -> None:
    if found.events:
        out.print(Text("\nWhat happened", style="bold blue"))
    for event in found.events:
        _indented(out, _event(event, found))


def _event(event: Event, found: Reading) -> Text:
    names = [actor.name for p in event.participants if (actor := found.actor(p.actor))]
    line = Text.assemble((event.when.value or "????", "bold"), " ")
    line.append(event.status, style=_STATUS_STYLE[event.status])
    line.append(f" {event.kind}", style="bold")
    if names:
        line.append(": " + ", ".join(dict.fromkeys(names)))
    if event.where:
        line.append(f" ({event.where})")
    line.append(f"  «{' '.join(event.text.split())}» {event.start}–{event.end}", style="dim")
    return line


def _times(out: Console, times: Sequence[Time]) -> None:
    if times:
        out.print(Text("\nWhen", style="bold blue"))
    for time in times:
        line = Text.assemble((time.value or "?", "bold"), f"  «{' '.join(time.text.split())}»")
        line.append(f"  {time.because}", style="dim")
        _indented(out, line)


def _problems(out: Console, problems: Sequence[Problem]) -> None:
    for problem in problems:
        style = {"error": "red", "warning": "yellow", "note": "dim"}[problem.severity]
        words = " ".join(part for part in (problem.what, problem.why, problem.hint) if part)
        out.print(Text(f"{problem.severity}: {words}", style=style))


def answers(found: Sequence[Answer], jsonl: bool) -> None:
    """Print who held an office: a line each, or one JSON object each."""
    for answer in found:
        if jsonl:
            sys.stdout.write(msgspec.json.encode(answer).decode() + "\n")
        else:
            console().print(Text.assemble((answer.name, "bold"), f"  {answer.because}"))


def findings(found: Iterable[Finding]) -> int:
    """Print what a check of the facts found; the number of errors."""
    errors = 0
    for finding in found:
        errors += finding.severity == "error"
        sys.stdout.write(f"{finding}\n")
    return errors


def relation(record: Record, first: str, second: str, month: str | None) -> None:
    """Print how warm two states were month by month, or what moved one month."""
    from detente.linking.relation import curve as curve_of

    out = console()
    curve = curve_of(record, first, second)
    if not curve:
        raise UsageError(
            f"The record tells nothing of {first} and {second}.",
            hint="Write states as ISO 3166-1 alpha-3; `detente export relation` lists the pairs.",
        )
    shown = [one for one in curve if month in (None, one.month)]
    if not shown:
        raise UsageError(f"The record tells nothing of {month}.")
    for run in _runs(shown):
        one = run[0]
        if len(run) > 1:
            out.print(Text.assemble((f"{one.month} to {run[-1].month}", "dim"), f"  {one.word}"))
            continue
        out.print(_month(one))
        for moved in one.contributions if month else ():
            line = Text.assemble((f"{moved.points:+.2f}", "bold"), f"  {moved.because}")
            line.append(f"  «{' '.join(moved.words.split())}»", style="italic")
            line.append(f"  {moved.source or moved.page_id} {moved.start}–{moved.end}", style="dim")
            _indented(out, line)


def _runs(months: Sequence[Month]) -> Iterator[list[Month]]:
    """Months one by one, but those in a row without any evidence together."""
    run: list[Month] = []
    for one in months:
        if run and (run[-1].warmth is not None or one.warmth is not None):
            yield run
            run = []
        run.append(one)
    if run:
        yield run


def _month(one: Month) -> Text:
    if one.warmth is None:
        return Text.assemble((one.month, "bold"), (f"  {one.word}", "dim"))
    style = "red" if one.warmth < 0 else "green"
    bar = "█" * max(1, round(abs(one.warmth) * 2))
    interval = f"  ({one.low:+.1f} to {one.high:+.1f})" if one.low is not None else ""
    return Text.assemble(
        (one.month, "bold"),
        (f"  {one.warmth:+5.2f}", style),
        f"{interval}  {one.word}  ",
        (bar, style),
    )


# What became of an event, where the table's word for it is none for people.
_BECAME = {"no_trace": "no trace since"}


def chronicle(record: Record, first: str, second: str) -> None:
    """Print what passed between two states, in order of time, each line with its page."""
    from detente.store.views import chronicle as entries_of

    out = console()
    entries = entries_of(record, first, second)
    if not entries:
        raise UsageError(
            f"The record tells nothing of {first} and {second}.",
            hint="Write states as ISO 3166-1 alpha-3: USA, RUS, SUN before 1992.",
        )
    for entry in entries:
        out.print(_entry(entry))
        if entry.what != "words" or entry.kind == "mixed":
            _indented(out, _told(entry), by=12)
        for conflict in entry.conflicts:
            _indented(out, Text(f"{conflict} disputed", style="yellow"), by=12)


def _told(entry: Entry) -> Text:
    """The words that an event rests on, or some marked words, in their sentence, which is cut on
    both sides where it is long."""
    before, _, after = entry.sentence.partition(entry.words)
    if len(before) > AROUND:
        before = "… " + before[-AROUND:].partition(" ")[2]
    if len(after) > AROUND:
        after = after[:AROUND].rpartition(" ")[0] + " …"
    parts = ((before, "dim"), (entry.words, "italic"), (after, "dim"))
    return Text.assemble(*((part.replace("\n", " "), style) for part, style in parts))


def _entry(entry: Entry) -> Text:
    line = Text.assemble((f"{entry.date or '????':<10}", "bold"), "  ")
    if entry.what == "words":
        line.append(", ".join(entry.who) or "?", style="bold").append(": ")
        line.append("" if entry.status == "asserted" else f"[{entry.status}] ", style="yellow")
        line.append(_words(entry.segments, entry.kind), style="italic")
    else:
        line.append(entry.status, style=_STATUS_STYLE.get(entry.status, ""))
        line.append(f" {entry.kind.replace('_', ' ')}", style="bold")
        line.append(f": {', '.join(entry.who)}" if entry.who else "")
        line.append(f" ({entry.place})" if entry.place else "")
        became = entry.outcome if entry.outcome != entry.status else None
        line.append(f", {_BECAME.get(became, became)}" if became else "", style="cyan")
    pages = f", {entry.pages} pages" if entry.pages > 1 else ""
    line.append(f"  {entry.source or entry.page_id} {entry.start}–{entry.end}{pages}", style="dim")
    return line
