"""Claims of happenings of public record that a page names: mostly it is of the days just after."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

import msgspec

from detente.days import iso
from detente.finding.ground import Expression, Ground
from detente.finding.published import anniversaries, calendar, fading, habits, news
from detente.finding.published.anniversaries import Counted
from detente.finding.published.claims import Claim
from detente.finding.published.naming import Found, Words
from detente.finding.published.news import Standing
from detente.finding.published.phrases import Index, Phrase
from detente.knowledge.almanac import Happening
from detente.knowledge.base import Knowledge
from detente.languages.language import Language
from detente.records import DateEvidence

LEAD_SENTENCES = 3
"""Sentences at the head of a page that tell its news, the title among them."""
TIGHT, CLOSE, NEAR = 10, 25, 60
"""Words within which phrases stand close together, in the lead and further down, and not far off,
little words aside."""
SHORT = 6
"""Days: what lasts longer is of more than one weekday's news."""
_WEEKDAY = re.compile(r"XXXX-WXX-(\d)")
_AWAITED = re.compile(r"(?:\d{4}|XXXX)-(\d\d-\d\d)$")
_MONTH = len("YYYY-")
_DATED = re.compile(r"\d{4}|XXXX-\d")

Times = Mapping[int, Sequence[Expression]]


def claims(
    ground: Ground, words: Words, told: Iterable[Claim], expressions: Sequence[Expression]
) -> Iterator[Claim]:
    """What the happenings named on the page say of its day, but for those whose days the occasions
    ``told`` have counted already.
    """
    counted = {day for claim in told for day in claim.evidence.supports.split("/")}
    times: dict[int, list[Expression]] = {}
    for expression in expressions:
        times.setdefault(expression.sentence, []).append(expression)
    awaited = {match[1] for e in expressions if (match := _AWAITED.match(_told_ahead(e)))}
    for happening, found in words.named(_index(ground.knowledge, ground.language)):
        begun, ended = iso(happening.when.earliest), iso(happening.when.latest)
        if not counted.isdisjoint((begun, ended)):
            continue
        start, end = words.span(found.place)
        shown = DateEvidence(
            start=start,
            end=end,
            text=ground.words(start, end),
            because=f"{happening.name} was in the news from {begun}",
            supports=f"{begun}/{ended or '..'}",
        )
        begin, stop = words.where(found.place)
        number = words.sentence[found.place.first]
        counted_from = Counted(happening.name, happening.when.earliest, number, begin, stop)
        anniversary = anniversaries.claim(ground, words, counted_from)
        if anniversary is not None:
            yield anniversary
        elif happening.echo is not None and begun and begun[_MONTH:] in awaited:
            coming = f"{happening.name} ({begun}) is still to come"
            shown = msgspec.structs.replace(shown, because=coming, supports=f"../{begun}")
            yield Claim(calendar.around(happening.when, habits.AWAITED), shown, "news")
        elif happening.echo is None:
            yield Claim(fading.in_use(happening.when), shown)
        else:
            standing = _standing(words, found, happening, times)
            weights = news.near(happening.when, happening.ahead, happening.echo, standing)
            yield Claim(weights, shown, "news")


def phrases(knowledge: Knowledge, language: Language) -> frozenset[Phrase]:
    """The words of happenings to look for on a page."""
    return _index(knowledge, language).phrases


def _told_ahead(expression: Expression) -> str:
    """The value of a time that its sentence sets in the future, else nothing."""
    return (expression.value or "") if expression.tense == "future" else ""


def _standing(words: Words, found: Found, happening: Happening, times: Times) -> Standing:
    sentence = words.sentence[found.place.first]
    beside = times.get(sentence, ())
    close = found.together or found.spread <= TIGHT
    if sentence < LEAD_SENTENCES and (close or found.spread <= CLOSE):
        standing = news.LEAD
    elif close:
        dated = any(_DATED.match(time.value or "") for time in beside)
        standing = news.DATED if dated else news.TOGETHER
    else:
        standing = news.NEAR if found.spread <= NEAR else news.SCATTERED
    return news.on_its_weekday(standing) if _on_weekday(happening, beside) else standing


def _on_weekday(happening: Happening, beside: Sequence[Expression]) -> bool:
    """Whether a weekday of the happening stands beside it, told as past."""
    first, last = happening.when.earliest, happening.when.latest
    if first is None or last is None or (last - first).days >= SHORT:
        return False
    own = {str(first.isoweekday()), str(last.isoweekday())}
    matches = (_WEEKDAY.match(t.value or "") for t in beside if t.tense != "future")
    return any(match[1] in own for match in matches if match)


@lru_cache(maxsize=4)
def _index(knowledge: Knowledge, language: Language) -> Index[Happening]:
    happenings = knowledge.almanac.happenings
    return Index(((each, each.ways.get(language.code, ())) for each in happenings), language)
