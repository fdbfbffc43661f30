"""Comparing two happenings: parties, days, place, status."""

from __future__ import annotations

import datetime as dt

from detente.days import Interval
from detente.linking import judge
from detente.linking.happenings import OFF, ON, PLANS, PRECISE, Happening
from detente.linking.judge import Verdict
from detente.linking.places import Places

_NEARNESS = ("same", "within", "open", "different")
VAGUE = 240
"""Days beyond which an interval tells little."""
_NEWS = dt.timedelta(3)
"""For how long a thing is news."""


class Comparer:
    """Compares happenings of one family by the table of that family."""

    def __init__(self, places: Places) -> None:
        self.places = places

    def judge(self, a: Happening, b: Happening) -> Verdict:
        """Whether two happenings are one occasion, and why."""
        table = judge.table(a.table)
        parties = self.parties(a, b)
        day = between(a, b)
        if "clash" in parties or day == "far":
            return table.judge({"parties": parties, "day": day})
        return table.judge(
            {
                "parties": parties,
                "day": day,
                "place": self.place(a.places, b.places),
                "status": _status(a, b),
                "words": _words(a, b),
                "page": _page(a, b),
            }
        )

    def parties(self, a: Happening, b: Happening) -> str:
        """How those who take part compare."""
        if a.table == "encounters":
            return _encounter(a, b)
        return _directed(a, b) if a.directed or b.directed else _undirected(a, b)

    def place(self, a: tuple[str, ...], b: tuple[str, ...]) -> str:
        """The best that any two of the places compare."""
        levels = {self.places.compare(one, other) for one in a for other in b}
        return min(levels, key=_NEARNESS.index, default="open")


def between(a: Happening, b: Happening) -> str:
    """How the days of two happenings compare."""
    if not (_loosely(a) & _loosely(b)).is_empty:
        return _meeting(a, b)
    gap = gap_of(a.days, b.days)
    if not (a.firm and b.firm):
        return "doubt" if gap <= 30 else "far"
    if gap <= 2:
        return "lasting" if "summit" in a.kinds & b.kinds else "off"
    return "apart" if gap <= 7 else "far"


def _meeting(a: Happening, b: Happening) -> str:
    """How days compare that have some in common."""
    widest = max(a.days.days or 9999, b.days.days or 9999)
    if not (a.dated and b.dated):
        return "open" if widest <= VAGUE else "wide"
    if widest <= PRECISE and a.firm and b.firm:
        return "same" if a.days == b.days else "within"
    if widest > VAGUE:
        return "once" if _was(a) and _was(b) else "vague"
    return "near" if widest <= 31 else "open"


def _loosely(one: Happening) -> Interval:
    """The days of a happening; the edges of a season or a half-year are not sharp, and what is
    the news of a day was on that day or shortly before."""
    if one.dated and not one.firm and one.days.earliest:
        return Interval(one.days.earliest - _NEWS, one.days.latest)
    is_season = one.dated and 45 < (one.days.days or 0) <= VAGUE
    return one.days.widened(20) if is_season else one.days


def told_apart(a: Happening, b: Happening) -> bool:
    """Whether one page tells two happenings as two: on other days, or one took place and the
    other did not, or a measure was taken and another is to come."""
    if a.page != b.page:
        return False
    if a.precise and b.precise and not a.days.meets(b.days):
        return True
    if a.table == "measures" and _is_plan(a) != _is_plan(b):
        return True
    return _undone(a, b)


def _is_plan(one: Happening) -> bool:
    return one.statuses <= set(PLANS)


def _undone(a: Happening, b: Happening) -> bool:
    """One took place and the other did not."""
    return (_was(a) and b.statuses <= OFF) or (a.statuses <= OFF and _was(b))


def _was(one: Happening) -> bool:
    return bool(one.statuses & ON) and not one.statuses & OFF


def _status(a: Happening, b: Happening) -> str:
    if a.reality == b.reality:
        return "undone" if _undone(a, b) else "alike"
    return "unreal" if "denied" in (a.reality, b.reality) else "unsure"


def _page(a: Happening, b: Happening) -> str:
    """Whether one page tells both; of what it names nobody for, it may well speak twice."""
    if a.page != b.page:
        return "other"
    return "bare" if a.is_bare or b.is_bare else "same"


def _words(a: Happening, b: Happening) -> str:
    """Whether the trigger words are the same, and whether a journey is compared with a meeting."""
    if a.words & b.words:
        return "same"
    journeys = [one.kinds == {"visit"} for one in (a, b)]
    summits = "summit" in a.kinds | b.kinds
    return "journey" if journeys[0] != journeys[1] and not summits else "other"


def gap_of(a: Interval, b: Interval) -> int:
    """Days between two intervals that do not meet, 0 if they do."""
    if a.earliest and b.latest and a.earliest > b.latest:
        return (a.earliest - b.latest).days
    if b.earliest and a.latest and b.earliest > a.latest:
        return (b.earliest - a.latest).days
    return 0


def persons_clash(a: dict[str, set[str]], b: dict[str, set[str]]) -> bool:
    """Whether some state is stood for by other people in the one than in the other."""
    return any(persons.isdisjoint(b[state]) for state, persons in a.items() if state in b)


def by_state(one: Happening) -> dict[str, set[str]]:
    """The persons named for each state."""
    found: dict[str, set[str]] = {}
    for person, state in one.persons.items():
        found.setdefault(state or person, set()).add(person)
    return found


def _encounter(a: Happening, b: Happening) -> str:
    if a.bodies and b.bodies and "gathering" in (a.family, b.family):
        return "body" if a.bodies & b.bodies else "clash"
    if not (a.states or a.persons) or not (b.states or b.persons):
        return _unnamed(a, b)
    if persons_clash(by_state(a), by_state(b)) or _misfit(a.states, b.states):
        return "clash"
    return _shared(len(a.persons.keys() & b.persons.keys()), len(a.states & b.states))


def _unnamed(a: Happening, b: Happening) -> str:
    """How parties compare of which one page or both name nobody."""
    if a.is_bare and b.is_bare:
        return "casts" if len(a.cast & b.cast) > 1 else "unknown"
    bare, named = (a, b) if a.is_bare else (b, a)
    is_told = len(named.persons) > 1 and named.persons.keys() <= bare.cast
    return "cast" if is_told else "unknown"


def _shared(persons: int, states: int) -> str:
    if persons > 1:
        return "persons"
    if states > 1:
        return "person_and_state" if persons else "states"
    return "half" if persons or states else "clash"


def _misfit(a: frozenset[str], b: frozenset[str]) -> bool:
    """Two sides against two others: they share one state at most."""
    return len(a) > 1 and len(b) > 1 and len(a & b) < 2


def _directed(a: Happening, b: Happening) -> str:
    from_a, from_b = a.source or a.states, b.source or b.states
    if not from_a or not from_b:
        return "unknown"
    if not from_a & from_b or (a.table == "acts" and persons_clash(by_state(a), by_state(b))):
        return "clash"
    if not a.target or not b.target:
        return "half"
    return "directed" if a.target & b.target else "clash"


def _undirected(a: Happening, b: Happening) -> str:
    if not a.states or not b.states:
        return "unknown"
    if _misfit(a.states, b.states) or not a.states & b.states:
        return "clash"
    return "states" if len(a.states & b.states) > 1 or a.states == b.states else "half"
