"""Records from the rows of the tables, with every id checked and every open term closed in time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeVar

import msgspec

from detente.days import Interval
from detente.knowledge.facts import Occasion, Office, Organ, Person, State, Term
from detente.knowledge.tables import Row

Rows = Mapping[str, Sequence[Row]]
_Fact = TypeVar("_Fact", State, Organ, Office, Person)
_PERSON = ("id", "name_native", "gender", "valid_from", "valid_to", "source", "licence")
_TERM = (
    "person",
    "office",
    "of",
    "valid_from",
    "valid_to",
    "checked_until",
    "note",
    "source",
    "licence",
)


@cache
def _days(cell: str) -> Interval:
    try:
        return Interval.day(dt.date.fromisoformat(cell))
    except ValueError:
        return Interval.of(cell)


@dataclass(frozen=True, slots=True)
class Facts:
    """All records; those with an id by it, terms by office and start, occasions by day."""

    states: dict[str, State]
    organs: dict[str, Organ]
    offices: dict[str, Office]
    people: dict[str, Person]
    terms: tuple[Term, ...]
    occasions: tuple[Occasion, ...]


def assemble(rows: Rows) -> Facts:
    """The records of these rows. Raises DataError where a user's row points to nothing; what is
    wrong among our own rows is for ``check`` to find."""
    states = _by_id([_state(row) for row in rows["states"]])
    organs = _by_id([_organ(row) for row in rows["organs"]])
    offices = _by_id([_office(row) for row in rows["offices"]])
    people = _by_id([_person(row) for row in rows["people"]])
    bodies = {**states, **organs}
    for row in rows["terms"]:
        if row.own:
            _must_be_known(row, "person", row.cell("person"), people)
            _must_be_known(row, "office", row.cell("office").partition(":")[0], offices)
            _must_be_known(row, "of", row.cell("of"), bodies)
    terms = _close([(_term(row), row) for row in rows["terms"]], offices)
    terms.sort(key=_order)
    occasions = sorted((_occasion(row) for row in rows["occasions"]), key=_when)
    return Facts(states, organs, offices, people, tuple(terms), tuple(occasions))


def _by_id(facts: list[_Fact]) -> dict[str, _Fact]:
    return {fact.id: fact for fact in facts}


def _must_be_known(row: Row, column: str, id: str, known: Mapping[str, object]) -> None:
    if id not in known:
        raise row.error(
            f"{id!r} in {column} is not known.",
            "Correct it, or add a row for it in people.csv, offices.csv, states.csv or organs.csv.",
        )


def _close(terms: list[tuple[Term, Row]], offices: Mapping[str, Office]) -> list[Term]:
    """End an open term where the user's own row brings a successor in a single-holder office."""
    starts: dict[tuple[str, str, str | None], list[Term]] = {}
    for term, row in terms:
        office = offices.get(term.office)
        if row.own and office and office.holders == "one":
            starts.setdefault((term.office, term.of, term.subject), []).append(term)
    if not starts:
        return [term for term, _ in terms]
    closed = []
    for term, _ in terms:
        later = [
            t.start
            for t in starts.get((term.office, term.of, term.subject), ())
            if t.person != term.person and _first(term.start) < _first(t.start)
        ]
        followed = later and term.end == Interval()
        closed.append(_ended(term, min(later, key=_first)) if followed else term)
    return closed


def _ended(term: Term, end: Interval) -> Term:
    return msgspec.structs.replace(term, end=end, checked_until=None)


def _first(days: Interval) -> dt.date:
    return days.earliest or dt.date.min


def _order(term: Term) -> tuple[str, str, dt.date, str]:
    return term.of, term.office, _first(term.start), term.person


def _when(occasion: Occasion) -> tuple[dt.date, str]:
    return _first(occasion.when), occasion.id


def _valid(row: Row) -> Interval:
    return Interval(_days(row.cell("valid_from")).earliest, _days(row.cell("valid_to")).latest)


def _state(row: Row) -> State:
    return State(
        id=row.cell("id"),
        iso2=row.cell("iso2"),
        qid=row.cell("qid"),
        names=_names(row),
        articles=row.by_language("article"),
        aliases=row.lists_by_language("aliases"),
        adjectives=row.lists_by_language("adjectives"),
        compounds=row.by_language("compound"),
        capitals=row.lists_by_language("capitals"),
        monarchy=_monarchy(row),
        valid=_valid(row),
        source=row.cell("source"),
        licence=row.cell("licence"),
    )


def _monarchy(row: Row) -> tuple[Interval, ...]:
    """``always``, or stretches such as ``..1970-10-09|1993-09-24..``."""
    if row.cell("monarchy") == "always":
        return (Interval(),)
    stretches = [stretch.partition("..") for stretch in row.values("monarchy")]
    return tuple(Interval(_days(a).earliest, _days(b).latest) for a, _, b in stretches)


def _office_of(row: Row, office: str, of: str) -> tuple[str, str] | None:
    if not row.cell(office):
        return None
    return row.cell(office), row.cell(of) or row.cell("state") or row.cell("id")


def _organ(row: Row) -> Organ:
    return Organ(
        id=row.cell("id"),
        kind=row.cell("kind"),
        state=row.cell("state") or None,
        head=_office_of(row, "head_office", "head_of"),
        spokesperson=_office_of(row, "spokesperson_office", "spokesperson_of"),
        members=row.values("members"),
        qid=row.cell("qid"),
        names=_names(row),
        articles=row.by_language("article"),
        aliases=row.lists_by_language("aliases"),
        valid=_valid(row),
        source=row.cell("source"),
        licence=row.cell("licence"),
    )


def _office(row: Row) -> Office:
    if row.cell("holders") not in ("one", "many"):
        raise row.error(f"{row.cell('holders')!r} in holders.", "Write one or many.")
    if not row.cell("tier").isdigit():
        raise row.error(f"{row.cell('tier')!r} in tier is no number.", "Write 1, 2, 3 or 4.")
    holders: Literal["one", "many"] = "one" if row.cell("holders") == "one" else "many"
    return Office(
        id=row.cell("id"),
        name=_names(row)["en"],
        holders=holders,
        tier=int(row.cell("tier")),
        source=row.cell("source"),
        licence=row.cell("licence"),
    )


def _person(row: Row) -> Person:
    id, native, gender, born, died, source, licence = row.pick(_PERSON)
    return Person(
        id=id,
        names=_names(row),
        native=native,
        surnames=row.values("surnames"),
        aliases=row.lists_by_language("aliases"),
        gender=gender or None,
        states=row.values("states"),
        born=_days(born),
        died=_days(died),
        source=source,
        licence=licence,
    )


def _term(row: Row) -> Term:
    person, office, of, start, end, checked, note, source, licence = row.pick(_TERM)
    office, _, subject = office.partition(":")
    return Term(
        person=person,
        office=office,
        of=of,
        subject=subject or None,
        start=_days(start),
        end=_days(end),
        checked_until=None if end else _days(checked).earliest,
        titles=row.by_language("title"),
        note=note,
        source=source,
        licence=licence,
    )


def _occasion(row: Row) -> Occasion:
    days = _days(row.cell("valid_from"))
    return Occasion(
        id=row.cell("id"),
        kind=row.cell("kind"),
        status=row.cell("status"),
        states=row.values("states"),
        names=_names(row),
        aliases=row.lists_by_language("aliases"),
        places=row.by_language("place"),
        when=Interval(
            days.earliest, (_days(row.cell("valid_to")) if row.cell("valid_to") else days).latest
        ),
        source=row.cell("source"),
        licence=row.cell("licence"),
    )


def _names(row: Row) -> dict[str, str]:
    """Names by language; a row with a name in any language has one under ``en``."""
    names = row.by_language("name")
    if not names:
        raise row.error("no name.", "Fill name_en or name_fr.")
    return names if "en" in names else names | {"en": next(iter(names.values()))}
