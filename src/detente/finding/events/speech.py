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
        spans = sorted(((_span(q), q) for q in quotations), key=lambda one: one[0])
        self._told = [(-last, quotation) for (_, last), quotation in spans]
        self._starts = [first for (first, _), _ in spans]
        cues = {q.cue: q for q in quotations if q.cue is not None and q.speaker is not None}
        self._cues = [(cue, cues[cue]) for cue in sorted(cues)]
        self._cue_starts = [first for (first, _), _ in self._cues]

    def at(self, start: int, end: int) -> Quotation | None:
        """The innermost quotation whose content covers the span."""
        before = bisect_right(self._starts, start)
        for last, quotation in reversed(self._told[max(0, before - DEEPEST) : before]):
            if end <= last:
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

    def introduced_by(self, start: int, end: int) -> Quotation | None:
        """The quotation whose speaker's verb stands in the span ("a averti X", "accuse-t-il")."""
        near = bisect_right(self._cue_starts, end)
        for (first, last), quotation in self._cues[max(0, near - 1) : near]:
            if first < end and start < last:
                return quotation
        return None


def _span(quotation: Quotation) -> tuple[int, int]:
    """From the first to the last character of its content, the last counted down: of two that
    begin together the longer comes first."""
    last = max(quotation.end, quotation.content_end)
    return min(quotation.start, quotation.content_start), -last
