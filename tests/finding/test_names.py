"""What actors are called: the names of bodies and groups, and whose they are."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

import detente
from detente.records import Reading
from tests.finding.examples import params

CASES = Path(__file__).parents[1] / "cases" / "fr" / "names.toml"


class Case(msgspec.Struct, forbid_unknown_fields=True):
    """A page, and what its actors are called."""

    name: str
    day: str
    text: str
    known: dict[str, list[str]] = {}
    unknown: list[str] = []
    speakers: list[str] = []
    mentions: dict[str, str] = {}
    kinds: dict[str, str] = {}
    failing: str | None = None


class Cases(msgspec.Struct, forbid_unknown_fields=True):
    cases: list[Case]


def _params() -> list[object]:
    cases = msgspec.toml.decode(CASES.read_bytes(), type=Cases).cases
    return params(cases)


def _read(case: Case) -> Reading:
    (reading,) = detente.read(text=case.text, published=case.day)
    return reading


@pytest.mark.parametrize("case", _params())
def test_actors_are_called(case: Case) -> None:
    reading = _read(case)
    names = {a.id: {a.name, *a.aliases} for a in reading.actors}
    for id, wanted in case.known.items():
        assert id in names, sorted(names)
        assert not set(wanted) - names[id], sorted(names[id])
    everything = {name for known in names.values() for name in known}
    assert not everything & set(case.unknown)
    meant = {m.text: m.actor or "?" for m in reading.mentions}
    assert {words: meant.get(words, "-") for words in case.mentions} == case.mentions
    assert {a.id: a.kind for a in reading.actors if a.id in case.kinds} == case.kinds
    if case.speakers:
        assert [q.speaker or "?" for q in reading.quotations] == case.speakers


def test_no_actor_has_a_name_twice() -> None:
    for case in msgspec.toml.decode(CASES.read_bytes(), type=Cases).cases:
        for actor in _read(case).actors:
            assert len({actor.name, *actor.aliases}) == 1 + len(actor.aliases)
