"""A weight for every day, kept as stretches of days that weigh the same.

A clue tells some dozen stretches among sixty thousand days, so that weighing clues against one
another costs what they tell, not what the calendar holds.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Days = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.int32]


class Weights:
    """``values[n]`` weighs the days up to, not with, day ``ends[n]``; no stretch is empty."""

    __slots__ = ("ends", "values")

    def __init__(self, ends: Days, values: Numbers) -> None:
        self.ends = ends
        self.values = values

    @classmethod
    def of(cls, ends: Days, values: Numbers) -> Weights:
        """The same, of ends that never fall, but may leave stretches empty."""
        held = np.empty(len(ends), dtype=bool)
        held[0] = ends[0] > 0
        np.greater(ends[1:], ends[:-1], out=held[1:])
        return cls(ends[held], values[held])

    def __getitem__(self, day: int) -> int:
        return int(self.values[self.stretch(day)])

    def stretch(self, day: int) -> int:
        """The number of the stretch that holds a day."""
        return int(self.ends.searchsorted(day, side="right"))

    def __add__(self, other: Weights) -> Weights:
        return total((self, other))

    def times(self, factor: float) -> Weights:
        """So many times the weight, down to whole numbers."""
        return Weights(self.ends, (self.values * factor).astype(np.int32))

    def halved(self) -> Weights:
        """Half the weight."""
        return Weights(self.ends, self.values // 2)

    def at_least(self, least: int) -> Weights:
        """The weights, of which none falls below the least."""
        return Weights(self.ends, np.maximum(self.values, np.int32(least)))

    @property
    def most(self) -> int:
        """The greatest weight."""
        return int(self.values.max())

    @property
    def least(self) -> int:
        """The smallest weight."""
        return int(self.values.min())

    def run(self, least: int) -> tuple[int, Weights]:
        """The stretches from the first to the last that weigh more than the least, and the day on
        which they begin, from which their ends are counted."""
        above = np.flatnonzero(self.values > least)
        first, stop = int(above[0]), int(above[-1]) + 1
        begun = int(self.ends[first - 1]) if first else 0
        return begun, Weights(self.ends[first:stop] - begun, self.values[first:stop])

    def by_day(self) -> Numbers:
        """The weight of each day."""
        return np.repeat(self.values, np.diff(self.ends, prepend=0))


def total(weights: Sequence[Weights]) -> Weights:
    """The sum of the weights, day by day: it changes where one of them does, by as much."""
    ends = np.concatenate([each.ends[:-1] for each in weights])
    changes = np.concatenate([each.values[1:] - each.values[:-1] for each in weights])
    order = ends.argsort()
    first = sum(int(each.values[0]) for each in weights)
    values = np.cumsum(np.append(first, changes[order]), dtype=np.int32)
    return Weights.of(np.append(ends[order], weights[0].ends[-1]), values)


def greatest(weights: Sequence[Weights]) -> Weights:
    """The greatest of the weights, day by day."""
    if len(weights) == 1:
        return weights[0]
    ends = np.sort(np.concatenate([each.ends for each in weights]))
    ends = ends[np.append(ends[1:] != ends[:-1], True)]
    aligned = [each.values[each.ends.searchsorted(ends)] for each in weights]
    return Weights(ends, np.maximum.reduce(aligned))
