"""The day of a page from what it says: an interval that holds it and no more than is forced."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from detente.cleaning.article import Article
from detente.finding import people, published, times
from detente.finding.ground import lay
from detente.knowledge.base import load
from detente.languages import language
from detente.records import Block, DateEvidence, PageInfo, Published

CASES = Path(__file__).parents[1] / "cases" / "fr" / "published.toml"
ALL: list[dict[str, Any]] = tomllib.loads(CASES.read_text(encoding="utf-8"))["case"]


def infer(text: str, declared: tuple[DateEvidence, ...] = ()) -> Published:
    article = Article(
        page=PageInfo(id="case", language="fr", length=len(text)),
        text=text,
        blocks=(Block(start=0, end=len(text), label="body"),),
        declared=declared,
    )
    ground = lay(article, language.load("fr"), load())
    return published.infer(ground, times.find(ground), people.name(ground))


def contains(found: Published, day: str) -> bool:
    return (found.earliest or "0000") <= day <= (found.latest or "9999")


@pytest.mark.parametrize("case", ALL, ids=[c["name"] for c in ALL])
def test_case(case: dict[str, Any]) -> None:
    found = infer(case["text"])
    shown = [(e.text, e.because, e.supports) for e in found.evidence]
    for bound in ("earliest", "latest"):
        if bound in case:
            assert getattr(found, bound) == case[bound], shown
    for day in case.get("holds", []):
        assert contains(found, day), (day, found.earliest, found.latest, shown)
    for day in case.get("not", []):
        assert not contains(found, day), (day, found.earliest, found.latest, shown)
    if "best" in case:
        assert (found.best or "none") == case["best"], shown


def test_evidence_is_a_slice_of_the_page() -> None:
    text = ALL[0]["text"]
    found = infer(text)
    assert found.evidence
    assert all(text[e.start : e.end] == e.text for e in found.evidence)
    assert all(e.because for e in found.evidence)


def test_the_source_outweighs_the_story() -> None:
    said = DateEvidence(
        start=None, end=None, text="1990-01-05", because="given", supports="1990-01-05"
    )
    found = infer(ALL[1]["text"], (said,))
    assert (found.best, found.earliest, found.latest) == ("1990-01-05",) * 3
