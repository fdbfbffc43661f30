"""The project's own pages and answers fit together and are what issue and design promise."""

from __future__ import annotations

from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from detente import cleaning, sources
from detente.evaluation import links, own, sheets
from detente.evaluation.answers import PageAnswers
from detente.records import CONTENT_LABELS

GOLD = Path(__file__).parents[2] / "gold"
PAIRS = 60
"""Pairs of utterances and of occasions that must be there, look-alikes included."""


@cache
def _answers() -> dict[str, PageAnswers]:
    known, actors = sheets.load(GOLD / own.ANSWERS)
    texts = {
        Path(page.source or "").stem: cleaning.clean(page).text
        for page in sources.open_pages([GOLD / own.PAGES])
    }
    assert texts.keys() == known.keys()
    return {name: sheets.resolve(name, known[name], texts[name], actors) for name in texts}


def test_every_answer_leads_to_one_place_and_lies_in_content() -> None:
    for page in _answers().values():
        content = [b.span for b in page.blocks or () if b.label in CONTENT_LABELS]
        spans = [q.span for q in page.quotations or ()] + [e.span for e in page.events or ()]
        for start, end in spans:
            inside = [s for s in content if s[0] <= start and end <= s[1]]
            across = [s for s in content if s[0] <= start < s[1]]
            assert inside or across, (page.page, (page.text or "")[start:end])


def test_four_outlets_and_enough_pages() -> None:
    pages = _answers().values()
    assert len(pages) >= 16
    assert len({page.outlet for page in pages}) == 4


def test_enough_links_and_look_alikes() -> None:
    made = links.load(GOLD / own.ANSWERS, _answers())
    for clusters in (made.utterances, made.occasions):
        together = sum(clusters[a] == clusters[b] for a, b in combinations(clusters, 2))
        assert together >= PAIRS
    assert made.apart_utterances and made.apart_occasions


def test_a_cluster_has_one_speaker_but_for_planted_conflicts() -> None:
    made = links.load(GOLD / own.ANSWERS, _answers())
    planted = {c.of for c in made.conflicts if c.kind == "speaker"}
    speakers: dict[str, set[str]] = {}
    for page in _answers().values():
        for quotation in page.quotations or ():
            if quotation.utterance and quotation.speaker:
                speakers.setdefault(quotation.utterance, set()).add(quotation.speaker.names[0])
    assert {name for name, who in speakers.items() if len(who) > 1} == planted


@pytest.mark.parametrize("kind", ["speaker", "date", "place", "figure", "status"])
def test_a_conflict_of_every_kind_is_planted(kind: str) -> None:
    made = links.load(GOLD / own.ANSWERS, _answers())
    assert kind in {conflict.kind for conflict in made.conflicts}


def test_outcomes_are_of_what_was_announced() -> None:
    made = links.load(GOLD / own.ANSWERS, _answers())
    ahead = {
        event.occasion
        for page in _answers().values()
        for event in page.events or ()
        if event.status in ("planned", "proposed", "hoped") and not event.borderline
    }
    assert set(made.outcomes) <= ahead
