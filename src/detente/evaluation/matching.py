"""Who is matched with whom: spans one to one, best overlap first; and what the counts come to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from detente.records import Span

Wanted = TypeVar("Wanted")
Given = TypeVar("Given")


@dataclass(frozen=True, slots=True)
class Counts:
    """How many are right, of how many found and how many to be found."""

    right: float = 0
    found: float = 0
    wanted: float = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.right + other.right, self.found + other.found, self.wanted + other.wanted
        )

    @property
    def precision(self) -> float:
        """Of those found, the share that is right, from 0 to 100."""
        return share(self.right, self.found)

    @property
    def recall(self) -> float:
        """Of those to be found, the share that is found right, from 0 to 100."""
        return share(self.right, self.wanted)

    @property
    def f(self) -> float:
        """The harmonic mean of precision and recall, from 0 to 100."""
        return share(2 * self.right, self.found + self.wanted)


def share(part: float, whole: float) -> float:
    """``part`` in a hundred of ``whole``; 0 if there is nothing."""
    return 100 * part / whole if whole else 0.0


def overlap(one: Span, other: Span) -> float:
    """Shared characters over covered characters (Jaccard), from 0 to 1."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    covered = max(one[1], other[1]) - min(one[0], other[0])
    return shared / covered if shared > 0 else 0.0


def bare(text: str, span: Span) -> Span:
    """The span without white space and punctuation at its edges."""
    start, end = span
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return start, end


def match(
    wanted: Sequence[Wanted],
    given: Sequence[Given],
    likeness: Callable[[Wanted, Given], float],
    least: float,
) -> dict[int, int]:
    """Pairs of places in ``wanted`` and ``given``, each used once, the likest pairs first.

    A pair needs a likeness above 0 and of at least ``least``; of two equal pairs the earlier one
    is taken. Greedy, so that a pair can be explained by itself.
    """
    pairs = [
        (-alike, w, g)
        for w, one in enumerate(wanted)
        for g, other in enumerate(given)
        if (alike := likeness(one, other)) >= least and alike > 0
    ]
    taken: dict[int, int] = {}
    used: set[int] = set()
    for _, w, g in sorted(pairs):
        if w not in taken and g not in used:
            taken[w] = g
            used.add(g)
    return taken
