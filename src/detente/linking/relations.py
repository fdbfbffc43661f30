"""Relations: how warm two states were in a month, as a sum of what passed between them.

Each occasion and each utterance counts once, however many pages tell it. Its points are the
weight of its kind (or the stance of its words), less for what is only planned, less for the
second and third of the same kind by the same actor, less for doubt; a common factor keeps the sum
within -10 and 10. Points are rounded first and added after, so the sum can be checked by hand.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence

from detente.linking.moves import Move, scale

Row = dict[str, object]


def rows(moves: Iterable[Move]) -> tuple[list[Row], list[Row]]:
    """Rows of the tables ``relation`` and ``contribution``."""
    months: dict[tuple[str, str, str], list[Move]] = defaultdict(list)
    for move in moves:
        months[(*move.states, move.month)].append(move)
    relations: list[Row] = []
    contributions: list[Row] = []
    for key, some in sorted(months.items()):
        parts = _parts(key, some)
        contributions += parts
        relations.append(_month(key, parts, some))
    return relations, contributions


def _parts(key: tuple[str, str, str], moves: Sequence[Move]) -> list[Row]:
    """Rows of ``contribution``, the strongest first."""
    ordered = sorted(moves, key=lambda one: (-abs(one.weight * one.sure), one.subject))
    times: dict[str, int] = defaultdict(int)
    damped: list[tuple[Move, float]] = []
    for move in ordered:
        times[move.repeats] += 1
        damped.append((move, move.sure / times[move.repeats]))
    crowd = scale().words.crowd
    factor = crowd / (crowd + sum(abs(move.weight) * left for move, left in damped))
    found: list[Row] = []
    for move, left in damped:
        damping = round(left * factor, 4)
        found.append(
            {
                "state_a": key[0],
                "state_b": key[1],
                "month": key[2],
                "subject": move.subject,
                "weight": move.weight,
                "damping": damping,
                "points": round(move.weight * damping, 2),
                "page_id": move.page,
                "start": move.start,
                "end": move.end,
                "because": f"{move.because}: {move.weight:+.2f}, of which {damping:.0%} is left",
            }
        )
    return found


def _month(key: tuple[str, str, str], parts: Sequence[Row], moves: Sequence[Move]) -> Row:
    points = [float(str(part["points"])) for part in parts]
    warmth = round(math.fsum(points), 2)
    sure = {move.subject: move.sure for move in moves}
    doubt = sum(
        p * p * (1 - sure[str(part["subject"])]) for p, part in zip(points, parts, strict=True)
    )
    half = 1.645 * math.sqrt(doubt + 4 / (len(parts) + 1))
    subjects = list(dict.fromkeys(str(part["subject"]) for part in parts))
    return {
        "state_a": key[0],
        "state_b": key[1],
        "month": key[2],
        "warmth": warmth,
        "low": round(max(-10.0, warmth - half), 2),
        "high": round(min(10.0, warmth + half), 2),
        "word": word(warmth, len(subjects)),
        "evidence": len(subjects),
        "moved_by": subjects,
        "because": "sum of " + " ".join(f"{one:+.2f}" for one in points),
    }


def word(warmth: float, evidence: int) -> str:
    """The month in a word."""
    words = scale().words
    if evidence < words.least_evidence:
        return "too little evidence"
    if warmth >= words.thaw:
        return "thaw"
    return "freeze" if warmth <= words.freeze else "standstill"
