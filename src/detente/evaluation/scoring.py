"""Readings against answers: the one way in to all measures of single pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePath

from detente.evaluation import calibration, measuring
from detente.evaluation.answers import PageAnswers
from detente.evaluation.calibration import Bet, Bin
from detente.evaluation.matching import Counts
from detente.evaluation.measuring import Tally
from detente.records import Reading, Unreadable


@dataclass(frozen=True, slots=True)
class Score:
    """One measure on one corpus; its value is the F measure (accuracy where all is judged)."""

    corpus: str
    measure: str
    counts: Counts

    @property
    def value(self) -> float:
        """From 0 to 100."""
        return self.counts.f


@dataclass(frozen=True, slots=True)
class Scores:
    """What was measured, with what calibration rests on and what went wrong on the way."""

    scores: tuple[Score, ...] = ()
    bets: tuple[Bet, ...] = ()
    missing: tuple[str, ...] = field(default=())

    def __add__(self, other: Scores) -> Scores:
        return Scores(
            self.scores + other.scores, self.bets + other.bets, self.missing + other.missing
        )

    def value(self, corpus: str, measure: str) -> float | None:
        """The value of a measure, ``None`` if it was not taken."""
        return next(
            (s.value for s in self.scores if (s.corpus, s.measure) == (corpus, measure)), None
        )

    @property
    def calibration(self) -> tuple[Bin, ...]:
        """The calibration table over all that was read."""
        return calibration.table(self.bets)


def measure(readings: Iterable[Reading | Unreadable], answers: Mapping[str, PageAnswers]) -> Scores:
    """Every measure that the answers allow, by corpus. Readings of pages without answers are
    passed over; a page with answers and no reading counts as missing in the result."""
    tallies: dict[str, dict[str, Counts]] = {}
    bets: list[Bet] = []
    seen: set[str] = set()
    for reading in readings:
        name = page_name(reading, answers)
        if name is None or isinstance(reading, Unreadable):
            continue
        seen.add(name)
        page = answers[name]
        tally = tallies.setdefault(page.corpus, defaultdict(Counts))
        for measured, counts in _measures(page, reading).items():
            tally[measured] += counts
        bets.extend(calibration.bets(page, reading))
    scores = tuple(
        Score(corpus, name, tally[name])
        for corpus, tally in sorted(tallies.items())
        for name in sorted(tally)
    )
    return Scores(scores, tuple(bets), tuple(sorted(set(answers) - seen)))


def page_name(reading: Reading | Unreadable, answers: Mapping[str, PageAnswers]) -> str | None:
    """Under which name the answers know the page: its id or the stem of its file."""
    stem = PurePath(reading.page.source or "").stem
    return next((name for name in (reading.page.id, stem) if name in answers), None)


def _measures(page: PageAnswers, reading: Reading) -> Tally:
    wanted: tuple[tuple[object, Callable[[PageAnswers, Reading], Tally]], ...] = (
        (page.blocks, measuring.blocks),
        (page.published, measuring.published),
        (page.times, measuring.times),
        (page.quotations, measuring.quotations),
        (page.events, measuring.events),
        (page.figures, measuring.figures),
    )
    return {
        name: counts
        for there, measured in wanted
        if there is not None
        for name, counts in measured(page, reading).items()
    }
