"""Claims of happenings of public record that a page names: it is of a day soon after the latest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from detente.days import iso
from detente.finding.ground import Ground
from detente.finding.published import fading
from detente.finding.published.claims import Claim
from detente.finding.published.naming import Index, Words, index
from detente.knowledge.almanac import Happening, almanac
from detente.languages.language import Language
from detente.records import DateEvidence

SCATTERED = 3
"""By how much less it tells that the words of a happening stand here and there on a page."""


def claims(ground: Ground, words: Words, told: Iterable[Claim]) -> Iterator[Claim]:
    """What the happenings named on the page say of its day, but for those whose days the occasions
    ``told`` have counted already.
    """
    counted = {day for claim in told for day in claim.evidence.supports.split("/")}
    for happening, place, is_close in words.named(_index(ground.language)):
        begun, ended = iso(happening.when.earliest), iso(happening.when.latest)
        if not counted.isdisjoint((begun, ended)):
            continue
        start, end = words.span(place)
        shown = DateEvidence(
            start=start,
            end=end,
            text=ground.words(start, end),
            because=f"{happening.name} was in the news from {begun}",
            supports=f"{begun}/{ended or '..'}",
        )
        when, ahead = happening.when, happening.ahead
        trust = 1 if is_close else SCATTERED
        yield Claim(fading.floor(when, ahead) // trust, shown)
        yield Claim(fading.nearness(when, ahead, happening.echo) // trust, shown)


@lru_cache(maxsize=4)
def _index(language: Language) -> Index[Happening]:
    ways = (
        (happening, happening.ways.get(language.code, ())) for happening in almanac().happenings
    )
    return index(ways, language)
