"""Examples of a case file as parameters of a test."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

import pytest


class Example(Protocol):
    """A case with a name and, where it is known to fail, why."""

    name: str
    failing: str | None


def params(cases: Iterable[Example]) -> list[object]:
    """One parameter a case; those known to fail have to."""
    return [
        pytest.param(
            case,
            id=case.name,
            marks=[pytest.mark.xfail(strict=True, reason=case.failing)] if case.failing else [],
        )
        for case in cases
    ]
