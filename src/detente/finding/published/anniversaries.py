"""Claims of what is counted in years from an occasion: its anniversary, or so many years after."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import NamedTuple

from detente.days import Interval
from detente.finding.ground import Ground
from detente.finding.published import calendar, habits
from detente.finding.published.calendar import Habit
from detente.finding.published.claims import Claim
from detente.finding.published.naming import Words
from detente.languages.published import Outlook
from detente.records import DateEvidence

BETWEEN, COUNTING = 2, 4
"""Words that may stand between the count and the name ("le 70e anniversaire du début de la..."),
and those of the count itself, little words aside."""
_NUMBER = re.compile(r"(\d+)([a-z]*)")


class Counted(NamedTuple):
    """What years may be counted from: its name, its first day, and where a sentence names it."""

    name: str
    begun: dt.date | None
    sentence: int
    begin: int
    stop: int


def claim(ground: Ground, words: Words, thing: Counted) -> Claim | None:
    """The days about so many years after the thing, if the page counts them before its name."""
    outlook = ground.language.table("published", Outlook)
    sentence = words.of(thing.sentence)
    if outlook.anniversary.isdisjoint(sentence) and outlook.after.isdisjoint(sentence):
        return None
    read = [
        (word, begin) for word, (begin, stop) in words.read(thing.sentence) if stop <= thing.begin
    ][-BETWEEN - COUNTING :]
    found = _counted([word for word, _ in read], outlook)
    begun = thing.begun
    if found is None or begun is None:
        return None
    first, years, habit = found
    if begun.year + years > calendar.LAST_YEAR:
        return None
    day = dt.date(begun.year + years, begun.month, min(begun.day, 28 if begun.month == 2 else 31))
    start, end = ground.sentences[thing.sentence].span(read[first][1], thing.stop)
    shown = DateEvidence(
        start=start,
        end=end,
        text=ground.words(start, end),
        because=f"{thing.name} was on {begun.isoformat()}, {years} years before",
        supports=day.isoformat(),
    )
    return Claim(calendar.around(Interval(day, day), habit), shown)


def _counted(before: Sequence[str], outlook: Outlook) -> tuple[int, int, Habit] | None:
    """Where a count of years begins among the words before a name, how many, and how near."""
    for at in range(len(before) - 1, max(0, len(before) - 1 - BETWEEN) - 1, -1):
        if before[at] in outlook.anniversary and at:
            number = _ordinal(before[at - 1], outlook)
            return (at - 1, number, habits.ANNIVERSARY) if number else None
        if before[at] in outlook.after:
            to_the_day = before[max(0, at - 2) : at] == list(outlook.to_the_day)
            years = at - 1 - len(outlook.to_the_day) * to_the_day
            if years < 1 or before[years] not in outlook.year:
                return None
            number = _cardinal(before[years - 1], outlook)
            near = habits.TO_THE_DAY if to_the_day else habits.YEARS_AFTER
            return (years - 1, number, near) if number else None
    return None


def _ordinal(word: str, outlook: Outlook) -> int:
    match = _NUMBER.fullmatch(word)
    if match and match[2] in outlook.ordinals:
        return int(match[1])
    return outlook.ordinal_words.get(word, 0)


def _cardinal(word: str, outlook: Outlook) -> int:
    return int(word) if word.isdecimal() and word.isascii() else outlook.numbers.get(word, 0)
