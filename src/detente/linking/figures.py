"""Figures across pages: which of them measure one thing, and which values exclude one another."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from detente.linking.claims import Counted
from detente.linking.occasions import Occasion
from detente.text import fold

_REACH = 160
"""Characters between a figure and the event that it counts: a sentence, about."""


def near(counted: Iterable[Counted], occasions: Sequence[Occasion]) -> Mapping[str, str]:
    """For each figure, the occasion of the nearest event of its page within a sentence."""
    events: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for occasion in occasions:
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


def subject_of(figure: Counted, occasion: str | None) -> Iterator[tuple[str, str]]:
    """What a figure is about, as kind of conflict and subject; nothing if it says too little."""
    measure = fold(figure.measure or "")
    if not measure:
        return
    unit = figure.unit or ""
    if occasion:
        yield "count", f"{occasion} {measure} {unit}".strip()
    elif figure.date:
        yield "figure", f"{measure} {unit} {figure.date}"


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
