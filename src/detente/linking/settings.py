"""Where a quotation stands: the dated happenings that a page tells beside it.

A page that looks back quotes words of years ago without saying when they were said; the meeting
told in the sentence before does.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from detente.days import Interval
from detente.linking.claims import Said
from detente.linking.occasions import Occasion

_REACH = 350
"""Characters between a quotation and a happening told beside it."""
_PRECISE = 31


@dataclass(frozen=True, slots=True)
class Setting:
    """The occasions told beside a quotation, and their days."""

    occasions: frozenset[str] = frozenset()
    days: tuple[Interval, ...] = ()


NOWHERE = Setting()


def settings(said: Iterable[Said], occasions: Sequence[Occasion]) -> Mapping[str, Setting]:
    """For each quotation beside a dated happening, its setting."""
    told: dict[str, list[tuple[int, str, Interval]]] = defaultdict(list)
    for occasion in occasions:
        if occasion.dated and (occasion.days.days or 9999) <= _PRECISE:
            for one in occasion.mentions:
                told[one.page].append((one.start, occasion.id, occasion.days))
    for places in told.values():
        places.sort(key=lambda place: place[:2])
    found = {}
    for quotation in said:
        beside = _beside(quotation, told.get(quotation.page, []))
        if beside:
            found[quotation.id] = Setting(
                frozenset(id for _, id, _ in beside),
                tuple(dict.fromkeys(days for _, _, days in beside)),
            )
    return found


def _beside(said: Said, places: list[tuple[int, str, Interval]]) -> list[tuple[int, str, Interval]]:
    """The nearest happening before a quotation and the nearest after it, within reach."""
    at = bisect_left(places, said.start, key=lambda place: place[0])
    near = places[max(0, at - 1) : at] + places[at : at + 1]
    return [
        place
        for place in near
        if said.start - _REACH <= place[0] <= max(said.end, said.start) + _REACH
    ]
