"""Figures across pages: which of them measure one thing, and which values exclude one another."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from detente.linking.claims import Claims, Counted
from detente.linking.occasions import Occasion
from detente.text import fold

_REACH = 160
"""Characters between a figure and the event that it counts: a sentence, about."""
_DAYS = 10
"""Days between two pages that speak of one figure without giving its date."""
_MONTH = 31
_COUNTED = frozenset({"expulsion", "release", "aid", "sanction", "military", "recall"})
"""Kinds of events of which a number is told: people sent home, prisoners set free."""


def figures_of_one(
    claims: Claims, occasions: Sequence[Occasion]
) -> Iterator[tuple[str, list[Counted]]]:
    """Figures that measure one thing, under the name of the matter, in order."""
    groups: dict[str, list[Counted]] = defaultdict(list)
    stories = _stories(occasions)
    at = _near(claims.counted, occasions)
    for figure in claims.counted:
        measure = fold(figure.measure or "")
        if measure:
            matter = " ".join(part for part in (measure, figure.unit, figure.date) if part)
            occasion = at.get(figure.id)
            groups[f"{occasion} {matter}" if occasion else matter].append(figure)
    for matter, figures in sorted(groups.items()):
        if matter.startswith("o-"):
            yield matter, figures
        elif not _is_loose(figures):
            for number, some in enumerate(_in_time(figures, claims)):
                known = [one for one in some if _shares_story(one, some, stories)]
                yield matter if not number else f"{matter} ({number + 1})", known


def _is_loose(figures: Iterable[Counted]) -> bool:
    """One page gives several values, so the measure as it is worded names no one thing."""
    pages: dict[str, list[Counted]] = defaultdict(list)
    for one in figures:
        pages[one.page].append(one)
    return any(
        disagree(f"{a.value:.12g}", f"{b.value:.12g}")
        for some in pages.values()
        for a, b in combinations(some, 2)
    )


def _stories(occasions: Iterable[Occasion]) -> Mapping[str, set[str]]:
    """For each page the occasions that it tells together with other pages."""
    found: dict[str, set[str]] = defaultdict(set)
    for occasion in occasions:
        if len(occasion.pages) > 1:
            for page in occasion.pages:
                found[page].add(occasion.id)
    return found


def _shares_story(one: Counted, others: Iterable[Counted], stories: Mapping[str, set[str]]) -> bool:
    """Its page tells some occasion together with the page of another of the figures."""
    own = stories.get(one.page, set())
    return any(not own.isdisjoint(stories.get(x.page, ())) for x in others if x.page != one.page)


def _in_time(figures: Iterable[Counted], claims: Claims) -> Iterator[list[Counted]]:
    """Figures of pages that came out within days of one another; of a page that may have come out
    on any day of months nothing is known."""
    run: list[Counted] = []
    before = 0
    for day, figure in sorted(
        ((_day(one, claims), one) for one in figures), key=lambda pair: (pair[0], pair[1].id)
    ):
        if not day:
            continue
        if run and day - before > _DAYS:
            yield run
            run = []
        run.append(figure)
        before = day
    if run:
        yield run


def _day(figure: Counted, claims: Claims) -> int:
    published = claims.sources[figure.page].published
    is_known = published.latest and (published.days or 9999) <= _MONTH
    return published.latest.toordinal() if published.latest and is_known else 0


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
