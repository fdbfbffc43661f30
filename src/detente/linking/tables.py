"""Claims out of the tables of a record: actors, statements, events, figures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import lru_cache

import pyarrow as pa

from detente.days import Interval
from detente.linking.claims import Counted, Party, Said, Source, Told
from detente.linking.ledger import Ledger


def parties(ledger: Ledger) -> dict[str, Party]:
    """Every actor of the record; what pages say of one actor is put together."""
    found: dict[str, Party] = {}
    columns = ("actor_id", "kind", "name", "states", "members")
    for id, kind, name, states, members in _columns(ledger.found("actor", columns)):
        before = found.get(id)
        own = frozenset(states or ()) | ({id} if kind == "state" else set())
        if before is None:
            found[id] = Party(id, kind, name, own, tuple(members or ()))
        elif not own <= before.states or len(name) > len(before.name):
            best = max(name, before.name, key=lambda words: (len(words), words))
            found[id] = Party(id, before.kind, best, own | before.states, before.members)
    return found


def said(ledger: Ledger, sources: Mapping[str, Source]) -> Iterator[Said]:
    """Every statement, in order of id."""
    columns = ("quotation_id", "page_id", "start", "end", "text", "content", "kind", "speaker")
    more = ("about", "said", "confidence", "polarity", "group", "content_start", "content_end")
    assumed = set(ledger.asked(_ASSUMED)["quotation_id"].to_pylist())
    together: dict[str, list[tuple]] = {}  # type: ignore[type-arg]
    for row in sorted(_columns(ledger.found("quotation", (*columns, *more))), key=_first):
        together.setdefault(row[-3] or row[0], []).append(row)
    for _, rows in sorted(together.items()):
        rows.sort(key=lambda row: (row[2], row[3]))
        id, page, start, end, text, content, kind, speaker, *rest = rows[0]
        about, day, sure, polarity, _, content_start, content_end = rest
        if len(rows) > 1 and content and content_start is not None:
            end = rows[-1][3]
            text = content[start - content_start : end - content_start]
        own = _day_of(None if id in assumed else day)
        yield Said(
            id=id,
            page=page,
            start=start,
            end=end,
            text=text,
            content=content or text,
            kind=kind,
            speaker=speaker,
            about=frozenset(about or ()),
            dated=own.earliest is not None,
            days=own if own.earliest else _spoken(sources[page].published),
            confidence=sure if sure is not None else 1.0,
            polarity=polarity or "asserted",
            whole=(min(start, content_start or start), max(end, content_end or end)),
            segments=tuple((row[0], row[2], row[3]) for row in rows),
        )


def told(
    ledger: Ledger, sources: Mapping[str, Source], known: Mapping[str, Party]
) -> Iterator[Told]:
    """Every event with its participants, in order of id."""
    takes_part: dict[str, list[tuple[str, str, str | None]]] = {}
    columns: tuple[str, ...] = ("event_id", "actor_id", "role", "state")
    for id, actor, role, state in _columns(ledger.found("participant", columns)):
        takes_part.setdefault(id, []).append((actor, role, state))
    columns = ("event_id", "page_id", "happening", "start", "end", "text", "kind", "status")
    more = ("earliest", "latest", "place", "confidence", "date", "basis")
    for row in sorted(_columns(ledger.found("event", (*columns, *more))), key=_first):
        id, page, happening, start, end, text, kind, status, *when, place, sure, date, basis = row
        first, last = when
        own = Interval(_day(first), _day(last)) if first or last else Interval.of(date)
        dated = own != Interval()
        crowd = _Crowd(takes_part.get(id, ()), known)
        yield Told(
            id=id,
            page=page,
            happening=happening,
            start=start,
            end=end,
            text=text,
            kind=kind,
            status=status,
            dated=dated and not own.is_open,
            firm=basis != "news",
            days=own if dated else _told_of(sources[page].published, status),
            place=place,
            persons=crowd.persons,
            bodies=frozenset(crowd.bodies),
            states=frozenset(crowd.states),
            source=frozenset(crowd.sides["source"]),
            target=frozenset(crowd.sides["target"]),
            confidence=sure if sure is not None else 1.0,
        )


def counted(ledger: Ledger) -> Iterator[Counted]:
    """Every figure, in order of page and place."""
    columns = ("figure_id", "page_id", "start", "end", "text", "value", "unit", "measure", "date")
    for row in _columns(ledger.found("figure", columns)):
        if row[5] is not None:
            yield Counted(*row)


class _Crowd:
    """The participants of one event, groups opened."""

    def __init__(
        self, crowd: list[tuple[str, str, str | None]] | tuple[()], known: Mapping[str, Party]
    ) -> None:
        self.persons: dict[str, str] = {}
        self.bodies: set[str] = set()
        self.states: set[str] = set()
        self.sides: dict[str, set[str]] = {"source": set(), "target": set(), "participant": set()}
        for actor, role, state in sorted(crowd, key=lambda one: (one[0], one[1], one[2] or "")):
            party = known.get(actor)
            for member in party.members if party and party.members else (actor,):
                self._add(member, role, state, known.get(member))

    def _add(self, actor: str, role: str, state: str | None, party: Party | None) -> None:
        states = {state} if state else set(party.states if party else ())
        if party is not None and party.kind == "person":
            self.persons[actor] = min(states, default="")
        elif party is not None and party.kind == "organization":
            self.bodies.add(actor)
        elif party is not None and party.kind == "state":
            states = {actor}
        self.states |= states
        self.sides[role] |= states or {actor}


_ASSUMED = """
SELECT quotation_id FROM quotation q JOIN page p USING (page_id)
WHERE q.said = p.published AND NOT EXISTS (
  SELECT 1 FROM "time" t
  WHERE t.page_id = q.page_id AND t.earliest = q.said AND t.latest = q.said
    AND t."end" > least(q.content_start, q.start) - 250
    AND t.start < greatest(q.content_end, q."end") + 150
)
"""
"""Quotations whose day is that of their page, and no time expression beside them says so."""


@lru_cache(maxsize=4096)
def _day_of(value: str | None) -> Interval:
    return Interval.of(value)


@lru_cache(maxsize=4096)
def _spoken(published: Interval) -> Interval:
    """Words without a day of their own were said in the week before the page came out."""
    if published.earliest is None:
        return Interval(None, published.latest)
    return Interval(published.widened(7).earliest, published.latest)


def _told_of(published: Interval, status: str) -> Interval:
    """The days of an event without a date: what was, was of late; what is to come, comes soon."""
    if status in ("held", "ongoing", "denied"):
        early = published.widened(30).earliest if published.earliest else None
        return Interval(early, published.latest)
    late = published.widened(200).latest if published.latest else None
    return Interval(published.earliest + _DAY if published.earliest else None, late)


_DAY = dt.timedelta(1)


def _columns(table: pa.Table) -> Iterator[tuple]:  # type: ignore[type-arg]
    return zip(*(column.to_pylist() for column in table.columns), strict=True)


def _first(row: tuple[str, ...]) -> str:
    return row[0]


def _day(value: str | None) -> dt.date | None:
    return dt.date.fromisoformat(value) if value else None
