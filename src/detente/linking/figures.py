"""Figures across pages: which of them measure one thing, and which values exclude one another."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from detente.linking.claims import Claims, Counted
from detente.linking.occasions import Occasion
from detente.text import fold

_REACH = 160
"""Characters between a figure and the event that it counts: a sentence, about."""
_DAYS = 10
"""Days between two pages that speak of one figure without giving its date."""
_COUNTED = frozenset({"expulsion", "release", "aid", "sanction", "military", "recall"})
"""Kinds of events of which a number is told: people sent home, prisoners set free."""


def figures_of_one(
    claims: Claims, occasions: Sequence[Occasion]
) -> Iterator[tuple[str, list[Counted]]]:
    """Figures that measure one thing, under the name of the matter, in order."""
    groups: dict[str, list[Counted]] = defaultdict(list)
    at = _near(claims.counted, occasions)
    for figure in claims.counted:
        measure = fold(figure.measure or "")
        if measure:
            matter = " ".join(part for part in (measure, figure.unit, figure.date) if part)
            occasion = at.get(figure.id)
            groups[f"{occasion} {matter}" if occasion else matter].append(figure)
    for matter, figures in sorted(groups.items()):
        dated = matter.startswith("o-") or figures[0].date is not None
        for number, some in enumerate([figures] if dated else _in_time(figures, claims)):
            yield matter if not number else f"{matter} ({number + 1})", some


def _in_time(figures: Iterable[Counted], claims: Claims) -> Iterator[list[Counted]]:
    """Figures without a date, of pages that came out within days of one another."""
    run: list[Counted] = []
    before = 0
    for day, figure in sorted(
        ((_day(one, claims), one) for one in figures), key=lambda pair: (pair[0], pair[1].id)
    ):
        if run and day - before > _DAYS:
            yield run
            run = []
        run.append(figure)
        before = day
    if run:
        yield run


def _day(figure: Counted, claims: Claims) -> int:
    published = claims.sources[figure.page].published
    day = published.latest or published.earliest
    return day.toordinal() if day else 0


def _near(counted: Iterable[Counted], occasions: Sequence[Occasion]) -> Mapping[str, str]:
    """For each figure, the occasion of the nearest event of its page within a sentence, if that
    is of a kind that is counted."""
    events: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for occasion in occasions:
        if occasion.kind in _COUNTED:
            for one in occasion.mentions:
                events[one.page].append((one.start, occasion.id))
    for places in events.values():
        places.sort()
    found = {}
    for figure in counted:
        places = events.get(figure.page, [])
        at = bisect_left(places, (figure.start, ""))
        best = min(
            places[max(0, at - 1) : at + 1],
            key=lambda place: (abs(place[0] - figure.start), place),
            default=None,
        )
        if best and abs(best[0] - figure.start) <= _REACH:
            found[figure.id] = best[1]
    return found


def disagree(a: str, b: str) -> bool:
    """Whether two values exclude one another: they differ even when the finer is rounded as the
    coarser is."""
    one, other = float(a), float(b)
    digits = min(_digits(one), _digits(other))
    return _rounded(one, digits) != _rounded(other, digits)


def _digits(value: float) -> int:
    """Significant digits of a value as it is written."""
    return max(1, len(f"{abs(value):.9e}".partition("e")[0].replace(".", "").rstrip("0")))


def _rounded(value: float, digits: int) -> str:
    return f"{value:.{digits - 1}e}"
