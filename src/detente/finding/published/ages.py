"""Claims of ages: "Alexei Navalny, 44 ans" is of the year after a birthday of public record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import lru_cache

from detente.days import Interval, iso
from detente.finding.ground import Ground, Naming
from detente.finding.published.claims import Claim, on
from detente.finding.published.naming import Words
from detente.finding.published.phrases import Index, Phrase, Place
from detente.finding.published.weights import WEIGHTS
from detente.knowledge.almanac import Life
from detente.knowledge.base import Knowledge
from detente.languages.language import Language
from detente.languages.published import Outlook
from detente.records import DateEvidence

OLDEST = 120


def claims(ground: Ground, words: Words, namings: Sequence[Naming]) -> Iterator[Claim]:
    """The years in which people had the age that stands beside their name."""
    if not _tells_age(words, ground.language.table("published", Outlook)):
        return
    known: dict[str, tuple[Interval, Place]] = {}
    for naming in namings:
        person = ground.knowledge.person(naming.person)
        if person and not person.born.is_open:
            place = words.place(naming.start, naming.end)
            known.setdefault(person.name(ground.language.code), (person.born, place))
    for life, (place, _, _) in words.named(_lives(ground.knowledge, ground.language)):
        if not life.born.is_open:
            known.setdefault(life.names[ground.language.code][0], (life.born, place))
    for name, (born, place) in known.items():
        for stated in _named_again(words, place):
            found = _age(ground, words, stated)
            if found is not None:
                yield _claim(ground, words, name, born, found)
                break


def phrases(knowledge: Knowledge, language: Language) -> frozenset[Phrase]:
    """The names to look for on a page."""
    return _lives(knowledge, language).phrases


def _tells_age(words: Words, outlook: Outlook) -> bool:
    """Whether a number of years stands anywhere: names are not looked at where none does."""
    years = (place.first for word in outlook.years for place in words.find((word,)))
    return any(words.all[at - 1].isdigit() for at in years if at)


def _named_again(words: Words, place: Place) -> Iterator[Place]:
    """A name, and wherever its last word stands."""
    yield place
    yield from words.find((words.all[place.last],))


def _age(ground: Ground, words: Words, name: Place) -> tuple[Place, int] | None:
    """The number of years that stands right after a name: "X, 44 ans", "X, âgé de 44 ans"."""
    outlook = ground.language.table("published", Outlook)
    skipped = int(words.at(name.last + 1) in outlook.aged)
    number = name.last + 1 + skipped
    years, is_years = words.at(number), words.at(number + 1) in outlook.years
    if not (years.isdigit() and is_years) or words.at(number + 2) in outlook.since:
        return None
    place = Place(name.first, number + 1)
    return (place, int(years)) if words.share_sentence(name, place) else None


def _claim(
    ground: Ground, words: Words, name: str, born: Interval, found: tuple[Place, int]
) -> Claim:
    place, age = found
    start, end = words.span(place)
    span = Interval(_birthday(born.earliest, age), _birthday(born.latest, age + 1))
    shown = DateEvidence(
        start=start,
        end=end,
        text=ground.words(start, end),
        because=f"{name}, born {iso(born.earliest)}, was {age}",
        supports=f"{iso(span.earliest)}/{iso(span.latest)}",
    )
    return on([span], WEIGHTS["age"], shown)


def _birthday(born: dt.date | None, age: int) -> dt.date | None:
    if born is None or age > OLDEST:
        return None
    return dt.date(born.year + age, born.month, min(born.day, 28))


@lru_cache(maxsize=4)
def _lives(knowledge: Knowledge, language: Language) -> Index[Life]:
    lives = knowledge.almanac.lives
    named = ((life, [(name,) for name in life.names[language.code]]) for life in lives)
    return Index(named, language)
