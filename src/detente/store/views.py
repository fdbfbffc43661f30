"""What a record tells of two states, in order of time: the lines of a chronicle."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from detente.store.record import Record

_END = re.compile(r"(?<!\b[A-ZÀ-Þ])[.!?…][»”\"')]*(?:\s|(?=[A-ZÀ-Þ«“]))|\n")
"""Where a sentence ends; text crawlers leave the next one without a space, and a capital with its
full stop is an initial or a title."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: what happened, or who said what, with the words of the page it rests on.

    ``date`` is as precise as is known (``None``: not known); ``order`` is the day it is sorted
    by. ``words`` is the page from ``start`` to ``end``, ``segments`` what of it the source said (a
    writer's words may stand between), ``sentence`` the page around it.
    ``who`` are the persons, and by name the states of which no person is told.
    ``kind`` is that of the event, or the kind of quotation; ``status`` that of the event, or
    whether the page says that the words were said (``asserted``) or not.
    ``outcome`` is what became of an occasion that was announced, ``conflicts`` what pages
    disagree about.
    """

    id: str
    what: Literal["encounter", "act", "words"]
    kind: str
    date: str | None
    order: str
    status: str
    who: tuple[str, ...]
    place: str | None
    outcome: str | None
    conflicts: tuple[str, ...]
    words: str
    segments: tuple[str, ...]
    sentence: str
    page_id: str
    source: str | None
    start: int
    end: int
    pages: int
    because: str


def chronicle(record: Record, a: str, b: str) -> list[Entry]:
    """Everything that a record tells of two states, in order of time: encounters and measures in
    which both take part, and what the one said of the other."""
    states = sorted((a, b))
    rows = record.query(_OCCASIONS, [states]).to_pylist()
    rows += record.query(_UTTERANCES, [*states, *reversed(states)]).to_pylist()
    names = {row["actor_id"]: row["name"] for row in record.query(_STATES).to_pylist()}
    people = {row["name"]: row["states"] for row in record.query(_PEOPLE).to_pylist()}
    for row in rows:
        row["who"] = _who(row["who"], row.pop("states"), names, people)
    entries = [_entry(row) for row in rows]
    return sorted(entries, key=lambda one: (one.order, one.what == "words", one.id))


def _who(
    told: list[str], states: list[str], names: dict[str, str], people: dict[str, list[str]]
) -> tuple[str, ...]:
    """Those who are told by name, and the states that none of them stands for."""
    stood_for = {state for one in told for state in people.get(one, ())}
    return (*told, *(names.get(one, one) for one in states if one not in stood_for))


def _entry(row: dict[str, Any]) -> Entry:
    text, start, end = row.pop("text"), row["start"], row["end"]
    parts = row.pop("parts") or [{"start": start, "end": end}]
    return Entry(
        words=text[start:end],
        segments=tuple(text[part["start"] : part["end"]] for part in parts),
        sentence=_sentence(text, start, end),
        conflicts=tuple(row.pop("conflicts") or ()),
        **row,
    )


def _sentence(text: str, start: int, end: int) -> str:
    """The page from the end of the sentence before to the end of this one."""
    before = [match.end() for match in _END.finditer(text, max(0, start - 600), start)]
    after = _END.search(text, end)
    first = before[-1] if before else max(0, start - 600) if start > 600 else 0
    return text[first : after.end() if after else len(text)].strip()


_STATES = """
SELECT actor_id, any_value(name ORDER BY len(name) DESC, name) AS name
FROM actor WHERE kind = 'state' GROUP BY actor_id
"""
_PEOPLE = """
SELECT name, list_distinct(flatten(list(states))) AS states
FROM actor WHERE kind = 'person' GROUP BY name
"""
_OCCASIONS = """
SELECT o.occasion_id AS id,
       CASE WHEN o.family IN ('encounter', 'gathering', 'visit', 'call', 'letter',
                              'press_conference') THEN 'encounter' ELSE 'act' END AS what,
       o.kind, o.date, coalesce(o.date, o.latest, o.earliest, '') AS "order", o.status,
       o.names AS who, o.states, o.place, u.outcome, NULL AS parts,
       (SELECT list(DISTINCT kind ORDER BY kind) FROM conflict
        WHERE subject = o.occasion_id OR starts_with(subject, o.occasion_id || ' ')) AS conflicts,
       o.page_id, p.source, o.start, o."end", len(o.page_ids) AS pages, o.because, p.text
FROM occasion o JOIN page p USING (page_id) LEFT JOIN outcome u USING (occasion_id)
WHERE list_has_all(o.states, ?)
"""
_UTTERANCES = """
WITH known AS (
  SELECT actor_id, any_value(name ORDER BY len(name) DESC, name) AS name,
         list_distinct(flatten(list(states))) AS states
  FROM actor GROUP BY actor_id
), spoken AS (
  SELECT u.*, s.name, s.states, q.confidence, q.polarity, q.kind AS manner,
         (SELECT list(part ORDER BY part.start) FROM (
            SELECT unnest(g.parts) AS part FROM quotation g
            WHERE g.page_id = q.page_id AND coalesce(g."group", g.quotation_id)
                                          = coalesce(q."group", q.quotation_id))) AS parts,
         (SELECT list_distinct(flatten(list(k.states))) FROM known k
          WHERE k.actor_id IN (SELECT unnest(q.about))) AS about_states
  FROM utterance u
  JOIN quotation q ON (q.page_id = u.page_id AND q.start = u.start
                       AND (q."end" = u."end" OR q.quotation_id = q."group"))
  JOIN known s ON s.actor_id = u.speaker
)
SELECT u.utterance_id AS id, 'words' AS what, u.manner AS kind,
       CASE WHEN u.said IS NOT NULL THEN u.said
            WHEN u.said_earliest[:7] = u.said_latest[:7] THEN u.said_latest[:7]
            WHEN u.said_earliest[:4] = u.said_latest[:4] THEN u.said_latest[:4] END AS date,
       coalesce(u.said, u.said_latest, u.said_earliest, '') AS "order", u.polarity AS status,
       [u.name] AS who, [] AS states, NULL AS place, NULL AS outcome,
       (SELECT list(DISTINCT kind ORDER BY kind) FROM conflict
        WHERE subject = u.utterance_id) AS conflicts,
       u.page_id, p.source, u.start, u."end", len(u.page_ids) AS pages, u.because, p.text, u.parts
FROM spoken u JOIN page p USING (page_id)
WHERE (list_contains(u.states, ?) AND list_contains(u.about_states, ?))
   OR (list_contains(u.states, ?) AND list_contains(u.about_states, ?))
"""
