"""The judge: what comparisons found, weighed by a table that anyone can read.

Each comparison of two findings ends in one level; the table gives each level a weight, in the
manner of the log-odds of Fellegi and Sunter (1969), and the words that explain it. Two findings
are linked if the weights and the base add up to more than zero.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

import msgspec

from detente.errors import DataError

VETO = -50.0
"""A weight at or below this stands for "cannot be": no other evidence outweighs it."""


class Level(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One way a comparison can end: its weight and the words that explain it."""

    weight: float
    because: str


class Table(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The weights of one kind of link: ``base`` is how unlikely a link is before looking."""

    base: float
    comparisons: Mapping[str, Mapping[str, Level]]

    def judge(self, levels: Mapping[str, str]) -> Verdict:
        """Weigh the levels that the comparisons ended in."""
        weighed = [self.comparisons[name][level] for name, level in levels.items()]
        return Verdict(
            self.base + sum(one.weight for one in weighed),
            tuple(levels.items()),
            "; ".join(one.because for one in weighed if one.because),
        )


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was decided of two findings: the sum of weights, the levels, the reason in words."""

    weight: float
    levels: tuple[tuple[str, str], ...]
    because: str

    @property
    def linked(self) -> bool:
        """Whether they are one."""
        return self.weight > 0

    @property
    def vetoed(self) -> bool:
        """Whether something forbids that they are one."""
        return self.weight <= VETO / 2

    @property
    def score(self) -> float:
        """The weight as a chance, from 0 to 1."""
        return chance(self.weight)

    def level(self, comparison: str) -> str | None:
        """The level that a comparison ended in."""
        return dict(self.levels).get(comparison)


def chance(weight: float) -> float:
    """Log-odds as a chance, to four digits."""
    return round(1 / (1 + math.exp(-max(-30.0, min(30.0, weight)))), 4)


@cache
def table(name: str) -> Table:
    """The table ``<name>.toml`` of this package. Raises DataError if it is wrong."""
    path = resources.files(__package__).joinpath(f"{name}.toml")
    try:
        return msgspec.toml.decode(path.read_bytes(), type=Table)
    except msgspec.MsgspecError as error:
        raise DataError(f"The table linking/{name}.toml is wrong.", str(error)) from error


@cache
def fingerprint(name: str) -> str:
    """Hash of a table: what was judged by another is judged again."""
    data = resources.files(__package__).joinpath(f"{name}.toml").read_bytes()
    return hashlib.sha256(data).hexdigest()[:16]
