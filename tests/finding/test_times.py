"""Time expressions: phrases with their reference day and value, and what holds for any text."""

from __future__ import annotations

import re
import time
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.cleaning.article import Article
from detente.days import Interval
from detente.errors import DataError
from detente.finding import ground as grounds
from detente.finding.ground import Ground
from detente.finding.times import find, resolve
from detente.finding.times.calendars import days_of, easter
from detente.finding.times.grammar import Grammar
from detente.knowledge import base
from detente.languages import language
from detente.languages.times import Rule, Times
from detente.records import Block, PageInfo, Published, Time, TimexType
from detente.syntax import Sentence, Syntax
from detente.text import Passage

CASES = Path(__file__).parents[1] / "cases" / "fr"
FEWEST_CASES, FEWEST_TRAPS = 400, 80
_MARKED = re.compile(r"\[([^\]]*)\]")


class Group(msgspec.Struct, forbid_unknown_fields=True):
    """Phrases of one value; none for phrases that hold no time. ``failing`` tells why a group is
    known not to pass."""

    day: str
    phrases: list[str]
    value: str | None = None
    type: TimexType = "DATE"
    mod: str | None = None
    failing: str | None = None


class Cases(msgspec.Struct, forbid_unknown_fields=True):
    cases: list[Group]


def _load() -> list[tuple[Group, str]]:
    files = sorted(CASES.glob("times*.toml"))
    groups = [g for f in files for g in msgspec.toml.decode(f.read_bytes(), type=Cases).cases]
    return [(group, phrase) for group in groups for phrase in group.phrases]


def _params() -> list[object]:
    return [
        pytest.param(
            group,
            phrase,
            id=f"{group.value or 'none'}: {phrase}",
            marks=[pytest.mark.xfail(reason=group.failing)] if group.failing else [],
        )
        for group, phrase in _load()
    ]


def lay(text: str) -> Ground:
    """A ground with one body block a line."""
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(start=at, end=at + len(line), label="body"))
        at += len(line) + 1
    article = Article(page=PageInfo(id="page"), text=text, blocks=tuple(blocks))
    return grounds.lay(article, language.load("fr"), base.load())


def read(text: str, day: str | None) -> tuple[Time, ...]:
    ground = lay(text)
    return resolve(ground, find(ground), Published(best=day, earliest=day, latest=day))


@pytest.mark.parametrize(("group", "phrase"), _params())
def test_phrase(group: Group, phrase: str) -> None:
    times = read(_MARKED.sub(r"\1", phrase), group.day)
    expected = [(words, group.value, group.type, group.mod) for words in _MARKED.findall(phrase)]
    assert [(t.text, t.value, t.type, t.mod) for t in times] == expected


def test_there_are_cases_enough() -> None:
    phrases = {phrase for _, phrase in _load()}
    assert len(phrases) >= FEWEST_CASES
    assert sum("[" not in phrase for phrase in phrases) >= FEWEST_TRAPS
