"""Outcomes: what became of every occasion that was planned, proposed or hoped for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from detente.days import iso
from detente.linking.claims import Claims, Told
from detente.linking.happenings import PLANS
from detente.linking.occasions import Occasion

Row = dict[str, object]

_ANNOUNCED = (*PLANS, "postponed", "cancelled")
"""What was called off had been announced, even if no page read here did so."""


def rows(occasions: Sequence[Occasion], claims: Claims) -> list[Row]:
    """Rows of the table ``outcome``, one for each occasion that some page announced."""
    found = []
    for occasion in occasions:
        announced = [one for one in _by_age(occasion, claims) if one.status in _ANNOUNCED]
        if announced:
            found.append(_row(occasion, announced[0], _shown(occasion, claims), claims))
    return found


def _by_age(occasion: Occasion, claims: Claims) -> list[Told]:
    return sorted(occasion.mentions, key=lambda one: (_age(one, claims), one.page, one.start))


def _age(one: Told, claims: Claims) -> str:
    published = claims.sources[one.page].published
    return iso(published.latest or published.earliest) or ""


def _shown(occasion: Occasion, claims: Claims) -> Told | None:
    """The mention that shows what became of it: the first that says it was held; else the last
    that says it was called off, unless it was announced again later."""
    told = _by_age(occasion, claims)
    held = [one for one in told if one.status in ("held", "ongoing")]
    if held:
        return held[0]
    off = [one for one in told if one.status in ("cancelled", "postponed")]
    if not off:
        return None
    last = _age(off[-1], claims)
    again = [one for one in told if one.status == "planned" and _age(one, claims) > last]
    return None if again else off[-1]


def _row(occasion: Occasion, announced: Told, shown: Told | None, claims: Claims) -> Row:
    outcome = "no_trace" if shown is None else "held" if shown.status == "ongoing" else shown.status
    return {
        "occasion_id": occasion.id,
        "outcome": outcome,
        "as_of": iso(claims.as_of),
        "event_id": announced.id,
        "page_id": announced.page,
        "start": announced.start,
        "end": announced.end,
        "shown_by": shown and shown.id,
        "shown_page_id": shown and shown.page,
        "shown_start": shown and shown.start,
        "shown_end": shown and shown.end,
        "score": round(occasion.score * (shown.confidence if shown else 1.0), 4),
        "because": " ".join(_because(occasion, announced, shown, claims)),
    }


def _because(
    occasion: Occasion, announced: Told, shown: Told | None, claims: Claims
) -> Iterator[str]:
    yield f"{announced.status} as told by {claims.name(announced.page)},"
    if shown is not None:
        yield f"{shown.status} as told by {claims.name(shown.page)}"
        return
    last = iso(claims.as_of) or "the last page read"
    due = occasion.days.earliest if occasion.dated else None
    if due and claims.as_of and due > claims.as_of:
        yield f"for a day after the last page read ({last})"
    else:
        yield f"no page up to {last} tells what became of it"
