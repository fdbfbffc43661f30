"""What is part of what: the meetings of a visit, the talks beside a summit of many."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from detente.days import Interval
from detente.linking.happenings import LONG
from detente.linking.occasions import Occasion
from detente.linking.places import Places

PARTS = frozenset({"encounter", "press_conference"})
_LONGEST = 45
"""Days of the longest journey: a vaguer date holds nothing."""


def within(occasions: Sequence[Occasion], places: Places) -> Mapping[str, str]:
    """For each occasion that is part of a visit or gathering, the id of that."""
    wholes: dict[str, list[Occasion]] = defaultdict(list)
    for one in occasions:
        if _is_whole(one) and one.dated and (one.days.days or 9999) <= _LONGEST:
            for key in _keys(one):
                wholes[key].append(one)
    found = {}
    for part in occasions:
        if part.family in PARTS and not _is_whole(part) and _is_sharp(part):
            fitting = {
                whole.id: whole
                for key in _keys(part)
                for whole in wholes.get(key, ())
                if _holds(whole, part, places)
            }
            if fitting:
                found[part.id] = min(fitting.values(), key=lambda one: _looseness(one, part)).id
    return found


def _is_sharp(one: Occasion) -> bool:
    return one.dated and (one.days.days or 9999) <= LONG


def _is_whole(one: Occasion) -> bool:
    """A summit of many, or a journey."""
    return one.family == "gathering" or {mention.kind for mention in one.mentions} == {"visit"}


def _keys(one: Occasion) -> Iterator[str]:
    """The months it may touch, by year and month."""
    first, last = one.days.earliest, one.days.latest
    if first is None or last is None:
        return
    at = first.year * 12 + first.month
    for month in range(at, min(last.year * 12 + last.month, at + 12) + 1):
        yield str(month)


def _holds(whole: Occasion, part: Occasion, places: Places) -> bool:
    if not _covers(whole.days, part.days):
        return False
    there = places.compare(whole.place, part.place)
    if there == "different":
        return False
    if whole.family == "gathering":
        return there == "same" and set(part.states) <= set(whole.states or part.states)
    shared = whole.persons.keys() & part.persons.keys()
    return bool(shared) and set(whole.states) <= {*part.states, *places.states(whole.place)}


def _covers(whole: Interval, part: Interval) -> bool:
    """The part lies in the whole, or may."""
    return whole.meets(part)


def _looseness(whole: Occasion, part: Occasion) -> tuple[int, int, str]:
    return -len(whole.persons.keys() & part.persons.keys()), whole.days.days or 9999, whole.id
