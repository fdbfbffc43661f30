"""Claims of what comes again under a number: "le 73e festival" is of one year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from detente.days import iso
from detente.finding.ground import Ground
from detente.finding.published import calendar
from detente.finding.published.calendar import Habit, Step
from detente.finding.published.claims import Claim
from detente.finding.published.naming import Words
from detente.finding.published.phrases import Index, Phrase, Place
from detente.knowledge.almanac import Edition
from detente.knowledge.base import Knowledge
from detente.languages.language import Language
from detente.languages.published import Outlook
from detente.records import DateEvidence

NUMBERED = Habit(
    Step(-400, -10),
    Step(-200, 0),
    Step(-30, 6),
    Step(30, 12),
    Step(120, 4),
    Step(400, -2),
    Step(1 << 30, -10),
)
"""How near to a numbered edition a page is that names it."""
BEFORE = 2
"""Words before the name of an edition among which its number stands."""
_NUMBER = re.compile(r"(\d+)([a-z]+)")


def claims(ground: Ground, words: Words) -> Iterator[Claim]:
    """The days near the editions that the page names by number."""
    endings = ground.language.table("published", Outlook).ordinals
    for edition, _, places in _numbered(ground.knowledge, ground.language).on(words.phrases):
        place = next((p for p in places[0] if _number(words, p, endings) == edition.number), None)
        if place is not None:
            start, end = words.span(Place(max(0, place.first - BEFORE), place.last))
            shown = DateEvidence(
                start=start,
                end=end,
                text=ground.words(start, end),
                because=f"{edition.name} took place from {iso(edition.when.earliest)}",
                supports=f"{iso(edition.when.earliest)}/{iso(edition.when.latest)}",
            )
            yield Claim(calendar.around(edition.when, NUMBERED), shown)


def phrases(knowledge: Knowledge, language: Language) -> frozenset[Phrase]:
    """The names to look for on a page."""
    return _numbered(knowledge, language).phrases


def _number(words: Words, place: Place, endings: frozenset[str]) -> int | None:
    """The ordinal just before a name."""
    for word in words.all[max(0, place.first - BEFORE) : place.first]:
        match = _NUMBER.fullmatch(word)
        if match and match[2] in endings:
            return int(match[1])
    return None


@lru_cache(maxsize=4)
def _numbered(knowledge: Knowledge, language: Language) -> Index[Edition]:
    editions = (e for e in knowledge.almanac.editions if e.number is not None)
    return Index(((e, e.ways.get(language.code, ())) for e in editions), language)
