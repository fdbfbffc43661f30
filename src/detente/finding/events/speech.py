"""Who tells a stretch of the page: the speaker of the innermost quotation that covers it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from detente.records import Quotation

DEEPEST = 8
"""How many quotations that begin before a place are looked at, the latest first."""


class Speech:
    """Looks up the quotation at a place."""

    def __init__(self, quotations: Sequence[Quotation]) -> None:
        self._quotations = sorted(quotations, key=lambda q: (_start(q), -_end(q)))
        self._starts = [_start(q) for q in self._quotations]

    def at(self, start: int, end: int) -> Quotation | None:
        """The innermost quotation whose content covers the span."""
        before = bisect_right(self._starts, start)
        for quotation in reversed(self._quotations[max(0, before - DEEPEST) : before]):
            if _start(quotation) <= start and end <= _end(quotation):
                return quotation
        return None

    def quotes(self, start: int, end: int) -> bool:
        """Whether the words of the span stand in marks, whole sentences of someone's."""
        quotation = self.at(start, end)
        return quotation is not None and quotation.kind == "direct"

    def speaker(self, start: int, end: int) -> str | None:
        """The actor who says the words of the span, None if the page does."""
        quotation = self.at(start, end)
        return quotation.speaker if quotation is not None else None


def _start(quotation: Quotation) -> int:
    return min(quotation.start, quotation.content_start)


def _end(quotation: Quotation) -> int:
    return max(quotation.end, quotation.content_end)
