"""Resolving: the values of expressions, once the page's day is known."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from detente.days import Interval, iso
from detente.finding.ground import Expression, Ground
from detente.finding.times import choosing, governing, occasions
from detente.finding.times.calendars import days_of, filled, moved
from detente.finding.times.choosing import Choice
from detente.finding.times.weekdays import Weekdays
from detente.records import Published, Time

_DAY = re.compile(r"XXXX-XX-(\d\d)$")
_WEEKDAY = re.compile(r"XXXX-WXX-(\d)$")
_NOTICE = 8
"""Words of a line that announces rather than tells."""
_BACK = 6
"""Sentences for which a day that the story has named stays its day."""
_ADJOINING = 3
"""Characters between an hour and its day that stand side by side."""
_FEW = 3
"""Dates of a sentence that are tried as the day of the speech it reports."""
_REFERENCES = frozenset({"PRESENT_REF", "PAST_REF", "FUTURE_REF"})


def resolve(
    ground: Ground, expressions: Sequence[Expression], published: Published
) -> tuple[Time, ...]:
    """The times of a page: every expression with its value, the days it names and why.

    Counts from the page's day; parts of day, clocks and words such as "la veille" count from the
    day that the story has reached. What stays open without the page's day has no value.
    """
    return tuple(_Story(ground, published).tell(governing.settled(ground, expressions)))


@dataclass(frozen=True, slots=True)
class _Reached:
    """The day that the story has reached, and where."""

    day: dt.date
    sentence: int


class _Story:
    """Resolves the expressions of one page in order, and keeps the day that it has reached."""

    def __init__(self, ground: Ground, published: Published) -> None:
        self._ground = ground
        self._base = _page_day(published)
        self._is_precise = Interval.of(published.best).days == 1
        self._now = Interval.of(published.best)
        if not self._is_precise:
            self._now = Interval(_date(published.earliest), _date(published.latest))
        self._reached: _Reached | None = None
        self._told: dict[int, list[Expression]] = {}
        self._weekdays = Weekdays()

    def tell(self, expressions: Sequence[Expression]) -> Iterator[Time]:
        """The times of all expressions, in order."""
        for expression in expressions:
            own = self._told.setdefault(expression.sentence, [])
            if len(own) < _FEW and not expression.quoted and expression.anchor != "narrated":
                own.append(expression)
        for at, expression in enumerate(expressions):
            ahead = expressions[at + 1 : at + 2]
            choice = self._choice(expression, ahead)
            value, because = choice or (None, _why_open(expression))
            yield self._time(expression, value, because)
            self._reach(expression, value)

    def _choice(self, expression: Expression, ahead: Sequence[Expression]) -> Choice | None:
        settled = _settled(expression)
        if settled or expression.value is None:
            return settled
        if expression.shift is not None:
            return self._counted(expression, ahead)
        date, mark, clock = expression.value.partition("T")
        if "/" in date:
            return self._joined(expression, date)
        choice = self._open(expression, date)
        return (choice[0] + mark + clock, choice[1]) if choice else None

    def _joined(self, expression: Expression, date: str) -> Choice | None:
        first, _, last = date.partition("/")
        choice = self._open(expression, first)
        if choice is None:
            return None
        return f"{choice[0]}/{choice[0][:4]}{last[4:]}", choice[1]

    def _open(self, expression: Expression, date: str) -> Choice | None:
        """A date whose year, month or week is open, near the page's day."""
        base = self._base
        if base is None:
            return None
        if expression.easter is not None:
            year = int(date[:4]) if date[:4].isdecimal() else None
            return choosing.feast(expression, base, expression.easter, year)
        if match := _DAY.match(date):
            return choosing.month_of_day(expression, self._near(expression) or base, int(match[1]))
        if match := _WEEKDAY.match(date):
            notice = self._is_notice(expression)
            day = self._weekdays.choose(expression, base, int(match[1]), notice=notice)
            return day if self._is_precise else None
        return choosing.year(expression, base, date)

    def _is_notice(self, expression: Expression) -> bool:
        """A line of few words, as a title or an announcement; a caption tells what is past."""
        sentence = self._ground.sentences[expression.sentence]
        return sentence.passage.label != "caption" and sentence.text.count(" ") < _NOTICE

    def _counted(self, expression: Expression, ahead: Sequence[Expression]) -> Choice | None:
        """An expression that counts units from a day: "hier", "la veille", "il y a trois ans"."""
        unit, steps = expression.shift or ("day", 0)
        template = expression.value or ""
        if expression.anchor == "event":
            return self._from_event(expression)
        base, why = self._base if self._is_precise else None, "the page's day"
        if expression.anchor == "narrated":
            day = self._narrated(expression, ahead)
            if day:
                base, why = day, "the day that the story has reached"
        elif expression.quoted and base and (day := self._spoken(expression)):
            base, why = day, "the day of the speech"
        if base is None and self._base and unit in {"year", "decade", "century"}:
            base = self._base
        if base is None:
            return None
        if expression.anchor == "publication" and self._is_reference(expression):
            return "PRESENT_REF", "the present at large, as the verb's tense says"
        if unit == "weekend" and not steps and expression.tense == "past" and base.isoweekday() < 5:
            steps = -1
        day = moved(base, unit, steps)
        if day is None:
            return None
        return filled(template, day), f"{_counted(unit, steps)}{why}, {base.isoformat()}"

    def _is_reference(self, expression: Expression) -> bool:
        """Whether "today" means the present at large: no event of the day is told with it."""
        if expression.shift != ("day", 0) or expression.value != "XXXX-XX-XX":
            return False
        opens = expression.start == self._ground.sentences[expression.sentence].start
        return expression.tense in {"present", None} or (opens and expression.tense == "past")

    def _from_event(self, expression: Expression) -> Choice | None:
        """A day told by its distance from an event: one of record, else the day that the sentence
        has named for it ("jeudi, au lendemain de la visite")."""
        if self._base is None or expression.shift is None:
            return None
        template, (unit, steps) = expression.value or "", expression.shift
        occasion = occasions.anchor(self._ground, expression, self._base)
        if occasion:
            edge = occasion.when.earliest if steps < 0 else occasion.when.latest
            day = moved(edge, unit, steps) if edge else None
            name = occasion.names.get("en") or occasion.id
            if edge and day:
                because = f"{_counted(unit, steps)}{name}, {edge.isoformat()}"
                return filled(template, day), because
        if self._reached and self._reached.sentence == expression.sentence:
            because = "the day that the sentence has named, told by its distance from an event"
            return filled(template, self._reached.day), because
        return None

    def _narrated(self, expression: Expression, ahead: Sequence[Expression]) -> dt.date | None:
        """The day that the story has reached, unless that is over and an hour still to come."""
        day = self._told_before(expression, ahead)
        hour = expression.type == "TIME" and expression.tense == "future"
        return None if day and hour and self._base and day < self._base else day

    def _told_before(self, expression: Expression, ahead: Sequence[Expression]) -> dt.date | None:
        """The day named before in the sentence or right after the expression ("à 18 heures,
        mardi"), a few sentences back, later in the sentence."""
        reached = self._reached
        if reached and reached.sentence == expression.sentence:
            return reached.day
        later = next((e for e in ahead if self._follows(expression, e)), None)
        choice = self._choice(later, ()) if later else None
        days = days_of(choice[0]) if choice else Interval()
        named = days.earliest if days.days == 1 else None
        if later and named and later.start - expression.end <= _ADJOINING:
            return named
        return self._near(expression) or named

    def _follows(self, expression: Expression, later: Expression) -> bool:
        return later.sentence == expression.sentence and later.anchor != "narrated"

    def _spoken(self, expression: Expression) -> dt.date | None:
        """The day that a sentence gives, outside the marks, to the words inside them."""
        for other in self._told.get(expression.sentence, ()):
            choice = self._choice(other, ()) if other.anchor != "event" else None
            days = days_of(choice[0]) if choice else Interval()
            if days.days == 1 and other.tense == "past":
                return days.earliest
        return None

    def _near(self, expression: Expression) -> dt.date | None:
        """The day reached in the sentence or a few before it; every entry of a live page begins
        on the page's own day."""
        if self._reached is None or expression.sentence - self._reached.sentence > _BACK:
            return None
        own = self._ground.sentences[expression.sentence].passage
        other = self._ground.sentences[self._reached.sentence].passage
        is_entry = own.label == "live_update" and own is not other
        return None if is_entry else self._reached.day

    def _reach(self, expression: Expression, value: str | None) -> None:
        days = days_of(value)
        if expression.type not in {"DATE", "TIME"} or days.days != 1 or days.earliest is None:
            return
        self._weekdays.tell(expression, days.earliest, self._base)
        self._reached = _Reached(days.earliest, expression.sentence)

    def _time(self, expression: Expression, value: str | None, because: str) -> Time:
        days = self._days(expression, value)
        return Time(
            start=expression.start,
            end=expression.end,
            text=expression.text,
            type=expression.type,
            value=value,
            mod=expression.mod,
            earliest=iso(days.earliest),
            latest=iso(days.latest),
            because=because,
        )

    def _days(self, expression: Expression, value: str | None) -> Interval:
        """The days an expression names; for a reference, the side of the page's day."""
        if value == "PRESENT_REF":
            return self._now
        if value == "PAST_REF":
            return Interval(None, self._now.latest)
        if value == "FUTURE_REF":
            return Interval(self._now.earliest, None)
        if expression.type == "DURATION":
            return self._stretch(expression)
        return days_of(value, expression.mod)

    def _stretch(self, expression: Expression) -> Interval:
        """The days of "les trois derniers jours" and its like, from or to the page's day."""
        if expression.shift is None or self._base is None:
            return Interval()
        day = moved(self._base, *expression.shift)
        if day is None:
            return Interval()
        return Interval(min(day, self._base), max(day, self._base))


def _settled(expression: Expression) -> Choice | None:
    """The value of what needs no day to count from."""
    value = expression.value
    if value is None or (expression.shift is not None and expression.type in {"DATE", "TIME"}):
        return None
    if expression.type in {"DURATION", "SET"}:
        return value, "a length of time" if expression.type == "DURATION" else "a time that recurs"
    if value in _REFERENCES or value.startswith("T"):
        return value, "a time relative to the telling"
    date = value.partition("T")[0]
    if (date[:4].isdecimal() and "XX-XX" not in date) or date.rstrip("X").isdecimal():
        return value, "the words give it in full"
    return None


def _why_open(expression: Expression) -> str:
    if expression.anchor == "event":
        return "the event it counts from is not dated"
    return "the page does not tell the day it counts from"


def _counted(unit: str, steps: int) -> str:
    """A distance in words, for what follows: "2 days before "; empty for none."""
    if not steps:
        return ""
    plural = "s" if abs(steps) != 1 else ""
    return f"{abs(steps)} {unit}{plural} {'before' if steps < 0 else 'after'} "


def _page_day(published: Published) -> dt.date | None:
    """The page's day, or one inside the interval, good enough to choose a year."""
    days = Interval.of(published.best)
    if days.is_open:
        days = Interval(_date(published.earliest), _date(published.latest))
    if days.earliest is None or days.latest is None:
        return None
    return days.earliest + (days.latest - days.earliest) / 2


def _date(day: str | None) -> dt.date | None:
    return Interval.of(day).earliest if day else None
