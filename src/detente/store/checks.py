"""Whether a record is sound: hashes of files, words under every span, references that resolve."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

import duckdb

from detente.errors import RecordError
from detente.records import Problem, Quotation, Reading, Span
from detente.store import projection, schema, shards

_POINTS = (
    ("quotation", "page_id", "page", "page_id"),
    ("event", "page_id", "page", "page_id"),
    ("participant", "event_id", "event", "event_id"),
    ("utterance_quotation", "utterance_id", "utterance", "utterance_id"),
    ("utterance_quotation", "quotation_id", "quotation", "quotation_id"),
    ("occasion_event", "occasion_id", "occasion", "occasion_id"),
    ("occasion_event", "event_id", "event", "event_id"),
    ("occasion", "within", "occasion", "occasion_id"),
    ("outcome", "occasion_id", "occasion", "occasion_id"),
    ("outcome", "event_id", "event", "event_id"),
    ("outcome", "shown_by", "event", "event_id"),
)
"""Column of a table -> column of another table that must hold its value."""


def check(root: Path) -> list[Problem]:
    """Every problem of the record in that folder. Raises RecordError if it is no record."""
    problems = list(_strays(root))
    readings = root / shards.FOLDER
    for shard in shards.manifest(readings).shards:
        damaged = list(_damage(readings, shard))
        problems += damaged
        if not damaged:
            problems += (
                problem
                for kept in shards.load(readings, shard)
                for problem in reading_problems(kept.reading, kept.text)
            )
    return problems + list(_database(root))


def reading_problems(reading: Reading, text: str) -> Iterator[Problem]:
    """What is wrong within one reading, given its page's canonical text."""
    page = reading.page.id
    if reading.page.length != len(text):
        yield _wrong(f"{page}: its length is {reading.page.length}, its text has {len(text)}.")
    for what, start, end, words in _slices(reading):
        if not 0 <= start < end <= len(text):
            yield _wrong(f"{page}: the {what} at {start}-{end} is no stretch of the page.")
        elif words is not None and text[start:end] != words:
            yield _wrong(
                f"{page}: the {what} at {start}-{end} says {words!r}, "
                f"the page has {text[start:end]!r}."
            )
    actors = {actor.id for actor in reading.actors}
    for what, actor in _actors(reading):
        if actor not in actors:
            yield _wrong(f"{page}: the {what} points to {actor}, which is no actor of the page.")
    quotations = {quotation.id for quotation in reading.quotations}
    for quotation in reading.quotations:
        if quotation.within is not None and quotation.within not in quotations:
            yield _wrong(f"{page}: {quotation.id} is within {quotation.within}, which is missing.")
        if quotation.group is not None and quotation.group not in quotations:
            yield _wrong(f"{page}: {quotation.id} goes with {quotation.group}, which is missing.")
    yield from _overlaps(reading)


def _slices(reading: Reading) -> Iterator[tuple[str, int, int, str | None]]:
    """Every span of a reading: what it is, from, to, and the words it claims, if it does."""
    for block in reading.blocks:
        yield f"{block.label} block", block.start, block.end, None
    for evidence in reading.published.evidence:
        if evidence.start is not None and evidence.end is not None:
            yield "date evidence", evidence.start, evidence.end, evidence.text
    for time in reading.times:
        yield "time", time.start, time.end, time.text
    for mention in reading.mentions:
        yield "mention", mention.start, mention.end, mention.text
    for quotation in reading.quotations:
        yield "quotation", quotation.start, quotation.end, quotation.text
        yield from _within_quotation(quotation)
    for event in reading.events:
        yield "event", event.start, event.end, event.text
        for one in event.participants:
            if one.mention:
                yield "participant", *one.mention, None
    for figure in reading.figures:
        yield "figure", figure.start, figure.end, figure.text


def _within_quotation(quotation: Quotation) -> Iterator[tuple[str, int, int, str | None]]:
    yield "content", quotation.content_start, quotation.content_end, None
    for part in (*quotation.parts, *quotation.editorial):
        yield "part of a quotation", *part, None
    if quotation.speaker_mention:
        yield "speaker mention", *quotation.speaker_mention, None
    if quotation.cue:
        yield "cue", *quotation.cue, None


def _actors(reading: Reading) -> Iterator[tuple[str, str]]:
    """Every reference to an actor: from what, to which."""
    pointers: list[tuple[str, Iterable[str | None]]] = []
    pointers += ((f"group {actor.id}", actor.members) for actor in reading.actors)
    pointers += ((f"mention {m.text!r}", (m.actor,)) for m in reading.mentions)
    for quotation in reading.quotations:
        ends = (quotation.speaker, quotation.addressee, *quotation.about)
        pointers.append((f"quotation {quotation.id}", ends))
    for event in reading.events:
        parties = (one.actor for one in event.participants)
        pointers.append((f"event {event.id}", (event.attributed_to, *parties)))
    pointers += ((f"figure {f.text!r}", (f.claimed_by,)) for f in reading.figures)
    for what, ids in pointers:
        yield from ((what, id) for id in ids if id is not None)


def _overlaps(reading: Reading) -> Iterator[Problem]:
    spans: list[Span] = [(block.start, block.end) for block in reading.blocks]
    for before, after in pairwise(spans):
        if after[0] < before[1]:
            yield _wrong(f"{reading.page.id}: the blocks at {before} and {after} overlap.")


def _strays(root: Path) -> Iterator[Problem]:
    for name in shards.strays(root / shards.FOLDER):
        yield Problem(
            severity="warning",
            what=f"{shards.FOLDER}/{name} is not part of the record.",
            why="A run was cut off before it was named in the manifest.",
            hint="It is ignored; remove it when no program is writing.",
        )


def _damage(readings: Path, shard: shards.Shard) -> Iterator[Problem]:
    path = readings / shard.name
    if not path.is_file():
        yield _wrong(f"The shard {shard.name} is missing.", "Restore it from a copy.")
    elif shards.sha256(path) != shard.sha256:
        yield _wrong(
            f"The shard {shard.name} is not the file that was written: its hash differs.",
            "Restore it from a copy.",
        )
    else:
        rows = sum(1 for _ in shards.keys(readings, shard))
        if rows != shard.rows:
            yield _wrong(f"The shard {shard.name} holds {rows} readings, not {shard.rows}.")


def _database(root: Path) -> Iterator[Problem]:
    path = root / projection.DATABASE
    if not path.is_file():
        yield Problem(
            severity="note",
            what="The record has no database yet.",
            why="It was not linked.",
            hint="Run `detente link --record DIR`.",
        )
        return
    try:
        with duckdb.connect(str(path), read_only=True) as base:
            yield from _tables(base)
            yield from _age(root, base)
    except (duckdb.Error, RecordError) as error:
        yield _wrong(f"The database cannot be read: {error}", "Run `detente link --record DIR`.")


def _tables(base: duckdb.DuckDBPyConnection) -> Iterator[Problem]:
    for table, column, other, key in _POINTS:
        query = (
            f'SELECT DISTINCT "{column}" FROM "{table}" WHERE "{column}" IS NOT NULL '
            f'AND "{column}" NOT IN (SELECT "{key}" FROM "{other}") ORDER BY 1'
        )
        for (value,) in base.execute(query).fetchall():
            yield _wrong(f"{table}.{column} points to {value}, which is not in {other}.")
    for table in schema.shapes():
        names = schema.shape(table).names
        if {"page_id", "start", "end"} <= set(names) and table != "page":
            yield from _spans(base, table, "text" if "text" in names else None)


def _spans(base: duckdb.DuckDBPyConnection, table: str, words: str | None) -> Iterator[Problem]:
    differ = f'OR substr(p.text, t.start + 1, t."end" - t.start) <> t.{words}' if words else ""
    query = (
        f'SELECT t.page_id, t.start, t."end" FROM "{table}" t LEFT JOIN page p USING (page_id) '
        f"WHERE t.start IS NOT NULL AND (p.page_id IS NULL OR t.start < 0 "
        f'OR t."end" <= t.start OR t."end" > p.length {differ}) ORDER BY ALL'
    )
    for page, start, end in base.execute(query).fetchall():
        yield _wrong(f"{table}: {start}-{end} of page {page} does not hold its words.")


def _age(root: Path, base: duckdb.DuckDBPyConnection) -> Iterator[Problem]:
    made_from = base.execute("SELECT value FROM about WHERE key = 'readings'").fetchone()
    now = shards.sha256(root / shards.FOLDER / shards.MANIFEST)
    if made_from != (now,):
        yield Problem(
            severity="warning",
            what="The database does not hold the last readings.",
            why="Pages were added after it was made.",
            hint="Run `detente link --record DIR`.",
        )


def _wrong(what: str, hint: str = "") -> Problem:
    return Problem(severity="error", what=what, why="", hint=hint)
