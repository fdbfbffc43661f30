"""Whether confidence can be believed: of the findings given 0.9, are nine in ten right?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from detente.evaluation.answers import PageAnswers
from detente.evaluation.identity import Cast
from detente.evaluation.kinds import alike, group_of
from detente.evaluation.matching import share
from detente.evaluation.measuring import pair_events, pair_quotations
from detente.records import Reading

EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0)
"""The bins of confidence; the last takes in its upper edge."""


@dataclass(frozen=True, slots=True)
class Bet:
    """A finding with the confidence it was given and whether it is right."""

    finding: str
    confidence: float
    right: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """Findings of like confidence: how many, their mean confidence and share right (0 to 100)."""

    finding: str
    low: float
    high: float
    count: int
    confidence: float
    right: float


def bets(answers: PageAnswers, reading: Reading) -> Iterator[Bet]:
    """Every quotation (right: its words and its speaker) and every encounter or measure (right:
    its trigger and like kind) of a page that has answers for them; borderline ones left out."""
    if answers.quotations is not None:
        yield from _quotations(answers, reading)
    if answers.events is not None:
        yield from _events(answers, reading)


def _quotations(answers: PageAnswers, reading: Reading) -> Iterator[Bet]:
    cast, wanted = Cast(reading), answers.quotations or ()
    back = {g: w for w, g in pair_quotations(answers, reading).items()}
    for g, given in enumerate(reading.quotations):
        answer = wanted[back[g]] if g in back else None
        if answer is not None and answer.borderline:
            continue
        right = answer is not None and cast.is_right(
            answer.speaker, given.speaker, given.speaker_mention
        )
        yield Bet("quotation", given.confidence, right)


def _events(answers: PageAnswers, reading: Reading) -> Iterator[Bet]:
    wanted = answers.events or ()
    back = {g: w for w, g in pair_events(answers, reading).items()}
    for g, given in enumerate(reading.events):
        answer = wanted[back[g]] if g in back else None
        if group_of(given.kind) in ("verbal", None) or (answer and answer.borderline):
            continue
        yield Bet("event", given.confidence, answer is not None and alike(answer.kind, given.kind))


def table(all_bets: Iterable[Bet]) -> tuple[Bin, ...]:
    """The bins that hold anything, by finding and confidence."""
    kept = sorted(all_bets, key=lambda bet: (bet.finding, bet.confidence))
    bins = []
    for finding in sorted({bet.finding for bet in kept}):
        for low, high in pairwise(EDGES):
            inside = [
                bet
                for bet in kept
                if bet.finding == finding
                and (low <= bet.confidence < high or bet.confidence == high == EDGES[-1])
            ]
            if inside:
                mean = sum(bet.confidence for bet in inside) / len(inside)
                right = share(sum(bet.right for bet in inside), len(inside))
                bins.append(Bin(finding, low, high, len(inside), 100 * mean, right))
    return tuple(bins)
