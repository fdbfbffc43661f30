"""The kinds of events as the measures group them (docs/design/gold.md)."""

from __future__ import annotations

from typing import Literal

Group = Literal["encounters", "measures", "verbal"]

ENCOUNTERS = frozenset(
    {"meeting", "call", "visit", "summit", "talks", "press_conference", "correspondence"}
)
MEASURES = frozenset(
    {
        "agreement",
        "withdrawal",
        "sanction",
        "sanction_relief",
        "expulsion",
        "recall",
        "recognition",
        "aid",
        "release",
        "summons",
        "military",
        "ceasefire",
    }
)
VERBAL = frozenset(
    {
        "offer",
        "demand",
        "threat",
        "accusation",
        "denial",
        "praise",
        "criticism",
        "promise",
        "optimism",
        "pessimism",
        "refusal",
        "mediation",
    }
)
GROUPS: dict[Group, frozenset[str]] = {
    "encounters": ENCOUNTERS,
    "measures": MEASURES,
    "verbal": VERBAL,
}
_NEAR = (
    frozenset({"meeting", "summit", "talks", "visit"}),
    frozenset({"praise", "optimism"}),
    frozenset({"criticism", "pessimism"}),
    frozenset({"demand", "offer", "promise"}),
)


def group_of(kind: str) -> Group | None:
    """The group of a kind; ``None`` for one that the guide does not know."""
    return next((group for group, kinds in GROUPS.items() if kind in kinds), None)


def alike(one: str, other: str) -> bool:
    """Whether two kinds tell one trigger apart only by a hair: a summit is a meeting."""
    return one == other or any(one in family and other in family for family in _NEAR)
