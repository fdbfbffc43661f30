"""The two faces of this finder: persons named with an office, and everybody on the page."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from detente.days import Interval
from detente.finding.ground import Ground, Naming, People
from detente.finding.people.cast import Cast, Someone
from detente.finding.people.gazetteer import Gazetteer, gazetteer
from detente.finding.people.heard import heard
from detente.finding.people.persons import Census
from detente.finding.people.resolution import Resolution
from detente.finding.people.scan import scan
from detente.finding.people.spots import NameSpot, RoleSpot, Scan
from detente.finding.people.vocabulary import Vocabulary, vocabulary
from detente.finding.people.whose import Whose
from detente.records import Published, Quotation, Time

WIDEST = 800
"""Days of a publication interval beyond which no office-holder can be told from it."""


def name(ground: Ground) -> tuple[Naming, ...]:
    """Persons of public record, named with an office or alone, in order; nothing here depends on
    the page's day.
    """
    words, names = _data(ground)
    found = _scan(ground, words, names)
    persons = Census(Cast(words, names), words, None).take(found, frozenset())
    namings = []
    for spot in found.spots:
        if isinstance(spot, RoleSpot) and spot.name is not None and spot.offices:
            namings.append(_in_office(ground, spot, persons.get(id(spot.name))))
        elif isinstance(spot, NameSpot) and not (spot.role and spot.role.offices):
            someone = persons.get(id(spot))
            if someone and someone.person:
                namings.append(_alone(spot, someone))
    return tuple(namings)


def _in_office(ground: Ground, role: RoleSpot, someone: Someone | None) -> Naming:
    start, end = _extent(role)
    office, of = _post(ground, role, someone)
    return Naming(
        start=start,
        end=end,
        person=someone.id if someone and someone.person else None,
        office=office,
        state=of,
        former=role.former,
        titled=not role.of and role.name is not None and len(role.name.name) == 1,
        sentence=role.sentence,
    )


def _post(ground: Ground, role: RoleSpot, someone: Someone | None) -> tuple[str, str | None]:
    """The office of a naming and whose it is: the one that the person did hold, of those that the
    words may name; else the first."""
    for term in ground.knowledge.terms(someone.id) if someone and someone.person else ():
        if term.office in role.offices and (not role.of or term.of in role.of):
            return term.office, term.of
    return role.offices[0], role.of[0] if role.of else None


def _alone(spot: NameSpot, someone: Someone) -> Naming:
    start, end = spot.line.span(spot.first, spot.stop)
    return Naming(
        start=start, end=end, person=someone.id, office=None, state=None, sentence=spot.sentence
    )


def resolve(ground: Ground, published: Published, times: tuple[Time, ...]) -> People:
    """The actors of a page and the mentions that point to them, in order of the text."""
    words, names = _data(ground)
    return Resolution(ground, words, names, _days(published)).run(
        _scan(ground, words, names), times
    )


def settle(
    ground: Ground, people: People, quotations: tuple[Quotation, ...]
) -> tuple[People, tuple[Quotation, ...]]:
    """The people of a page and its quotations, once these have named their sources: bodies and
    groups under names that tell whose they are."""
    words, names = _data(ground)
    known = heard(people, quotations)
    return Whose(ground, _scan(ground, words, names), words, names).tell(known, quotations)


_SCANS: WeakKeyDictionary[Ground, Scan] = WeakKeyDictionary()


def _scan(ground: Ground, words: Vocabulary, names: Gazetteer) -> Scan:
    """The scan of a page, kept with its ground: every face reads the same."""
    if ground not in _SCANS:
        _SCANS[ground] = scan(ground, words, names)
    return _SCANS[ground]


def _data(ground: Ground) -> tuple[Vocabulary, Gazetteer]:
    words = vocabulary(ground.language)
    return words, gazetteer(ground.knowledge, ground.language, words)


def _extent(role: RoleSpot) -> tuple[int, int]:
    """The span of a role and the name joined with it."""
    ends = (role, role.name or role)
    return role.line.span(min(e.first for e in ends), max(e.stop for e in ends))


def _days(published: Published) -> Interval | None:
    """The days a page may be of: its best day, else its interval if that is narrow enough."""
    best = Interval.of(published.best)
    width = best.days
    if width is None:
        bounds = Interval.of(published.earliest), Interval.of(published.latest)
        best = Interval(bounds[0].earliest, bounds[1].latest)
        width = best.days
    return best if width is not None and width <= WIDEST else None
