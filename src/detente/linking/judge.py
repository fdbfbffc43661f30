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
from detente.languages import language


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
        weight = self.base
        for comparison, level in levels.items():
            weight += self.comparisons[comparison][level].weight
        return Verdict(weight, levels, self)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was decided of two findings: the sum of weights, and the levels it comes from."""

    weight: float
    levels: Mapping[str, str]
    table: Table

    @property
    def linked(self) -> bool:
        """Whether they are one."""
        return self.weight > 0

    @property
    def because(self) -> str:
        """The reason in words."""
        said = (self.table.comparisons[name][level].because for name, level in self.levels.items())
        return "; ".join(words for words in said if words)


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
def fingerprint() -> str:
    """Hash of the program and the tables that link: what others made is made again."""
    home = resources.files(__package__)
    files = sorted((one.name, one) for one in home.iterdir() if one.name.endswith((".py", ".toml")))
    data = [file.read_bytes() for _, file in files]
    for code in language.supported():
        folder = resources.files(language.__package__).joinpath(code)
        data += [folder.joinpath(f"{name}.toml").read_bytes() for name in ("linking", "stance")]
    return hashlib.sha256(b"".join(data)).hexdigest()[:16]
