"""Words that name an event."""

from __future__ import annotations

from typing import Literal

from detente.languages.triggers import Frame
from detente.memory import Plain

Sort = Literal["noun", "verb", "adjective"]


class Trigger(Plain, frozen=True, gc=False):
    """Words that name an event: ``i`` is the token that governs, ``tokens`` are all, in order."""

    i: int
    tokens: tuple[int, ...]
    sort: Sort
    kind: str
    frame: Frame
    needs: tuple[str, ...] = ()
    least: int = 0
    weak: bool = False
    noun_wins: bool = False
    object: int | None = None
    variant: str = ""
    standing: bool = False
    occasion: bool = False
    lasting: bool = False
    alone: bool = False
    vague: bool = False
    passive: bool = False
    noun_goes: bool = False
    ahead: bool = False
    people: bool = False
    verbally: str | None = None
