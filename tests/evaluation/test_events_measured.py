from __future__ import annotations

import msgspec
import pytest

from detente.evaluation import measuring
from detente.evaluation.matching import Counts
from tests.evaluation.small import event_of, met, reading_of


def test_events_by_group_with_their_details() -> None:
    tally = measuring.events(
        met("1999-01-05"), reading_of(events=(event_of("reçu", "visit", "1999-01-05TAF"),))
    )
    assert tally["events.encounters"] == Counts(1, 1, 1)
    assert tally["events.status"] == Counts(1, 1, 1)
    assert tally["events.participants"] == Counts(1, 1, 2)
    assert tally["events.when"] == Counts(1, 1, 1)


@pytest.mark.parametrize(
    ("answer", "found", "right"),
    [
        ("1999-01-05", "1999-01-06", False),
        ("1999-01", "1999-01-06", True),
        ("1999-01-06", "1999-01", False),
        ("1999-01-05/1999-01-07", "1999-01-06TEV", True),
        ("1999-01-05/1999-01-07", "1999-01-05/1999-01-06", True),
        ("1999-01-05/1999-01-07", "1999-01", False),
        ("1999-01-05/1999-01-07", None, False),
    ],
)
def test_when(answer: str, found: str | None, right: bool) -> None:
    tally = measuring.events(met(answer), reading_of(events=(event_of("reçu", "meeting", found),)))
    assert tally["events.when"] == Counts(int(right), 1, 1)


def test_an_event_of_another_kind_is_missed_and_invented() -> None:
    tally = measuring.events(met("1999"), reading_of(events=(event_of("a reçu", "military"),)))
    assert tally["events.encounters"] == Counts(0, 0, 1)
    assert tally["events.measures"] == Counts(0, 1, 0)


@pytest.mark.parametrize(
    ("answer", "found", "right"),
    [
        ("Genève", "genève", True),
        ("Cuba; Londres", "Londres", True),
        ("villa Nord", "la villa Nord", True),
        ("Genève", "Vienne", False),
        ("Genève", None, False),
    ],
)
def test_where(answer: str, found: str | None, right: bool) -> None:
    page = met("1999")
    event = msgspec.structs.replace((page.events or ())[0], where=answer)
    given = msgspec.structs.replace(event_of("reçu", "meeting"), where=found)
    tally = measuring.events(
        msgspec.structs.replace(page, events=(event,)), reading_of(events=(given,))
    )
    assert tally["events.where"] == Counts(int(right), 1, 1)
