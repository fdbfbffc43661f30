"""The prepositions that name a source in a frame: "selon", "d'après", "aux yeux de"."""

from __future__ import annotations

from detente.finding.quotations.frame import Frame
from detente.finding.quotations.lexicon import Lexicon


def sources(frame: Frame, lexicon: Lexicon) -> dict[int, int]:
    """Where source prepositions start in a frame, and how many pieces each takes."""
    runs = lexicon.sources
    widths = {i: _width(frame, i, lexicon) for i, w in enumerate(frame.lows) if w in runs.first}
    return {i: width for i, width in widths.items() if width}


def _width(frame: Frame, i: int, lexicon: Lexicon) -> int:
    """How many pieces of a source preposition start at ``i``; 0 if none."""
    table = lexicon.table.sources
    for length in lexicon.sources.at(frame.lows, i):
        after = i + length
        names = not frame.mark(after) or frame.lows[i:after] in table.own
        if names and frame.word(after) not in table.not_source:
            return length
    return 0
