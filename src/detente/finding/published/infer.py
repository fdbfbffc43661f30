"""From claims to an interval and its best day."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

import numpy as np
import numpy.typing as npt

from detente.days import iso
from detente.finding.ground import Expression, Ground, Naming
from detente.finding.published import (
    ages,
    calendar,
    dates,
    editions,
    evidence,
    habits,
    happenings,
    journeys,
    occasions,
    roles,
)
from detente.finding.published.calendar import FIRST_YEAR, LAST_YEAR, NEW_YEARS, SCALE, WEEKDAYS
from detente.finding.published.claims import Claim
from detente.finding.published.naming import Words
from detente.finding.published.phrases import Phrases
from detente.finding.published.stretches import Numbers, Weights, total
from detente.knowledge.base import Knowledge
from detente.languages.language import Language
from detente.languages.published import Outlook
from detente.records import DateEvidence, Published

CONFIDENCE = 0.97
"""How much of what the evidence allows lies in the interval."""
LIKELY = 11
"""Decibans below the likeliest day within which a day is never left out at the ends."""
AGREEING = 1.1
"""How much more clues tell together than the sum of what each of them tells: their habits were
counted one by one, and made milder."""
REPEATED: dict[str | None, float] = {"news": 0.3, "held": 0.65}
"""How much less clues of a kind tell the more there are: by default as the root of their number."""
WEEK = 7
CLEAR = 0.3
"""How much of it must lie within three days of the best day for that to be told as a day."""
LEAD_SENTENCES = 6
"""Sentences at the head of a page whose bare weekday is that of the page itself."""
EDGE = (FIRST_YEAR + 1, LAST_YEAR - 1)
"""Years at the horizon: days there mean that the evidence leaves that side open."""
DEEPEST = 90
"""Decibans below the likeliest day at which a day counts for nothing."""

Mass = npt.NDArray[np.int64]
_SHARES: Mass = np.array(
    [round(10 ** (9 - depth / (10 * SCALE))) for depth in range(DEEPEST * SCALE)] + [0],
    dtype=np.int64,
)
"""What a day counts for by how far it lies below the likeliest: whole numbers, for exact sums."""
_NO_LEAD: Numbers = np.zeros(WEEK, dtype=np.int32)
_BARE_WEEKDAY = re.compile(r"XXXX-WXX-(\d)")


def infer(
    ground: Ground, expressions: Sequence[Expression], namings: Sequence[Naming]
) -> Published:
    """The publication date of a page, empty if nothing on it tells."""
    claims = _claims(ground, expressions, namings)
    if not claims:
        return Published()
    heights = _sum(claims)
    first, last = _likely(heights)
    best, precise = _best(*_with_lead(heights, expressions))
    return Published(
        best=precise,
        earliest=iso(first) if first.year > EDGE[0] else None,
        latest=iso(last) if last.year < EDGE[1] else None,
        evidence=_shown(claims, best),
    )


def _claims(
    ground: Ground, expressions: Sequence[Expression], namings: Sequence[Naming]
) -> list[Claim]:
    words = Words(ground, _phrases(ground.knowledge, ground.language))
    told = list(occasions.claims(ground, words, expressions))
    return [
        *evidence.declared(ground),
        *dates.claims(ground, expressions),
        *evidence.holders(ground, namings),
        *evidence.careers(ground, namings),
        *roles.claims(ground, words),
        *ages.claims(ground, words, namings),
        *journeys.claims(ground, expressions, namings),
        *told,
        *happenings.claims(ground, words, told, expressions),
        *editions.claims(ground, words),
    ]


@lru_cache(maxsize=4)
def _phrases(knowledge: Knowledge, language: Language) -> Phrases:
    """All that the finders of claims look for, so that one pass over a page finds it."""
    idle = language.table("published", Outlook).idle
    finders = (ages, editions, happenings, roles)
    wanted = (phrase for finder in finders for phrase in finder.phrases(knowledge, language))
    return Phrases(wanted, idle)


def _sum(claims: Sequence[Claim]) -> Weights:
    """The weight of all claims together."""
    groups: dict[str | None, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(claim.group, []).append(claim)
    counted = [calendar.in_years(1, habits.ERA)]
    counted += (claim.weights for claim in groups.pop(None, ()))
    for group, members in groups.items():
        share = len(members) ** -REPEATED.get(group, 0.5)
        counted += (claim.weights.times(share) for claim in members)
    return total(counted).times(AGREEING)


def mass(heights: Numbers) -> Mass:
    """How much of all that the evidence allows falls on each of the days of these heights."""
    return _SHARES[np.minimum(int(heights.max()) - heights, len(_SHARES) - 1)]


def shortest(shares: Mass, part: float, begun: int = 0) -> tuple[dt.date, dt.date]:
    """The shortest run of days that holds that part of the mass; of several that with the most.
    ``begun`` is the day of the first share."""
    counted = np.flatnonzero(shares)
    begun, shares = begun + int(counted[0]), shares[counted[0] : counted[-1] + 1]
    sums = np.concatenate(([0], np.cumsum(shares)))
    wanted = max(1, int(sums[-1] * part))
    ends = np.searchsorted(sums, sums[:-1] + wanted, side="left")
    lengths = np.where(ends < len(sums), ends - np.arange(len(shares)), len(sums))
    starts = np.flatnonzero(lengths == lengths.min())
    start = int(starts[(sums[ends[starts]] - sums[starts]).argmax()])
    return calendar.day(begun + start), calendar.day(begun + int(ends[start]) - 1)


def _likely(heights: Weights) -> tuple[dt.date, dt.date]:
    """The shortest run that holds most of the mass, with the days beside it that are likely too."""
    begun, run = heights.run(heights.most - DEEPEST * SCALE)
    shares = np.repeat(mass(run.values), np.diff(run.ends, prepend=0))
    first, last = (calendar.number(day) for day in shortest(shares, CONFIDENCE, begun))
    likely = heights.values >= heights.most - LIKELY * SCALE
    while first > 0 and likely[before := heights.stretch(first - 1)]:
        first = int(heights.ends[before - 1]) if before else 0
    while last < calendar.SIZE - 1 and likely[after := heights.stretch(last + 1)]:
        last = int(heights.ends[after]) - 1
    return calendar.day(first), calendar.day(last)


def _best(begun: int, shares: Mass) -> tuple[dt.date, str]:
    """The likeliest day of the likeliest week of the likeliest year, and as precise as the evidence
    allows. ``begun`` is the day of the first share.
    """
    sums = np.concatenate(([0], np.cumsum(shares)))
    wanted = int(int(sums[-1]) * CLEAR)
    bounds = (NEW_YEARS - begun).clip(0, len(shares))
    year = int(np.diff(sums[bounds]).argmax())
    first, stop = bounds[year : year + 2].tolist()
    before, after = min(WEEK, begun + first), min(WEEK, calendar.SIZE - begun - stop)
    near = np.zeros(before + stop - first + after, dtype=np.int64)
    near[before : before + stop - first] = shares[first:stop]
    sums = np.concatenate(([0], np.cumsum(near)))
    start = int((sums[WEEK:] - sums[:-WEEK]).argmax())
    at = start + int(near[start : start + WEEK].argmax())
    best = calendar.day(begun + first - before + at)
    if near[max(0, at - 3) : at + 4].sum() >= wanted:
        return best, best.isoformat()
    whole_month = near[max(0, at - 15) : at + 16].sum() >= wanted
    return best, f"{best:%Y-%m}" if whole_month else f"{best:%Y}"


def _with_lead(heights: Weights, expressions: Iterable[Expression]) -> tuple[int, Mass]:
    """How much falls on each day, from the first that counts on, with what the weekday of the lead
    tells of the day in the week."""
    weekday = _lead_weekday(expressions)
    lead = _lead(weekday) if weekday is not None else _NO_LEAD
    begun, run = heights.run(heights.most - DEEPEST * SCALE - int(np.ptp(lead)))
    days = run.by_day()
    return begun, mass(days + lead[np.arange(begun, begun + len(days)) % WEEK])


@cache
def _lead(weekday: int) -> Numbers:
    """What the weekday of the lead tells of the first days of the calendar, which tell of all."""
    habit = calendar.since(calendar.FIRST, habits.LEAD)
    lead = np.array([habit[lag] for lag in range(WEEK)], dtype=np.int32)
    return lead[(WEEKDAYS[:WEEK] - weekday) % WEEK]


def _lead_weekday(expressions: Iterable[Expression]) -> int | None:
    for expression in expressions:
        match = _BARE_WEEKDAY.match(expression.value or "")
        if match and expression.sentence < LEAD_SENTENCES and expression.tense != "future":
            return int(match[1])
    return None


def _shown(claims: Sequence[Claim], best: dt.date) -> tuple[DateEvidence, ...]:
    """The evidence that holds on the best day, strongest first, each supported value once."""
    shown: dict[tuple[str, str], DateEvidence] = {}
    at = calendar.number(best)
    held = [(weight, claim.evidence) for claim in claims if (weight := claim.weight_if_held(at))]
    for _, told in sorted(held, key=lambda h: (-h[0], h[1].start or 0)):
        shown.setdefault((told.supports, told.because), told)
    return tuple(shown.values())
