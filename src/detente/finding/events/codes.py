"""How a kind of event is coded elsewhere: PLOVER type and mode, CAMEO root, quad class, weight.

The table ``kinds.csv`` holds one row a kind (and variant of it); the weights are in the manner of
Goldstein's scale (1992), from -10, an attack, to 10. ``docs/design/events.md`` explains it.
"""

from __future__ import annotations

import csv
from functools import cache
from importlib import resources
from typing import Literal

from detente.memory import Plain
from detente.records import EventStatus, Plover

EventClass = Literal["encounter", "measure", "verbal"]

AHEAD: frozenset[EventStatus] = frozenset({"planned"})
WISHED: frozenset[EventStatus] = frozenset({"proposed", "hoped"})
OFF: frozenset[EventStatus] = frozenset({"cancelled", "postponed"})
HOSTILE = ("3", "4")


class Code(Plain, frozen=True, gc=False):
    """One row of ``kinds.csv``. ``durable`` kinds go on for days, others are done once they are
    announced; ``of_states`` kinds are deeds of a state, whoever ordered them; ``quad`` is the quad
    class (1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict)."""

    kind: str
    variant: str
    group: EventClass
    durable: bool
    done_by_announcing: bool
    of_states: bool
    type: str
    mode: str | None
    cameo: str
    quad: str
    weight: float


@cache
def codes() -> dict[tuple[str, str], Code]:
    """The codes by kind and variant (empty for the plain kind), in the order of the table."""
    text = resources.files(__package__).joinpath("kinds.csv").read_text(encoding="utf-8")
    return {
        (row["kind"], row["variant"]): Code(
            kind=row["kind"],
            variant=row["variant"],
            group=row["class"],  # type: ignore[arg-type]
            durable=row["durable"] == "yes",
            done_by_announcing=row["announced"] == "done",
            of_states=row["by"] == "state",
            type=row["type"],
            mode=row["mode"] or None,
            cameo=row["cameo"],
            quad=row["quad"],
            weight=float(row["weight"]),
        )
        for row in csv.DictReader(text.splitlines())
    }


@cache
def code(kind: str, variant: str = "") -> Code:
    """The code of a kind; of its plain form where the variant has no row of its own."""
    table = codes()
    return table.get((kind, variant)) or table[kind, ""]


def told_as(kind: str, variant: str) -> str:
    """The kind that a reading gives an event: of a variant that is a kind of its own, that one."""
    return variant if (variant, "") in codes() else kind


def plover(kind: str, variant: str, status: EventStatus) -> Plover:
    """The PLOVER type and mode of an event with that status.

    PLOVER has no status: an encounter or a favour to come is an AGREE, a penalty to come a
    THREATEN, what is asked or hoped for a REQUEST, what is called off a REJECT; the mode then
    keeps the type that was spoken of.
    """
    base = code(kind, variant)
    if base.group == "verbal":
        return Plover(type=base.type, mode=base.mode)
    spoken = base.type.lower()
    if status in AHEAD:
        return Plover(type="THREATEN" if base.quad in HOSTILE else "AGREE", mode=spoken)
    if status in WISHED:
        return Plover(type="REQUEST", mode=spoken)
    if status in OFF:
        return Plover(type="REJECT", mode=spoken)
    return Plover(type=base.type, mode=base.mode)
