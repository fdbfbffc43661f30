"""Labels of blocks, page by page, from cases/fr/blocks.toml."""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from detente.cleaning import Article, clean
from detente.sources import Page

CASES = tomllib.loads(
    (Path(__file__).parents[1] / "cases" / "fr" / "blocks.toml").read_text(encoding="utf-8")
)


def read(case: dict[str, Any]) -> tuple[Article, list[tuple[str, str, str]]]:
    """The article of a case, and each of its lines with the wanted and the found label."""
    rows = [line.partition("|") for line in case["text"].strip("\n").split("\n")]
    text = "\n".join(line for _, _, line in rows)
    article = clean(Page(id="page", content=text, sha256="0"))
    lines, at = [], 0
    for wanted, _, line in rows:
        if line.strip():
            lines.append((line, wanted, label_at(article, at, at + len(line))))
        at += len(line) + 1
    return article, lines


def label_at(article: Article, start: int, end: int) -> str:
    """The label that covers most of a stretch."""
    cover = Counter[str]()
    for block in article.blocks:
        cover[block.label] += max(0, min(end, block.end) - max(start, block.start))
    return cover.most_common(1)[0][0]


@pytest.mark.parametrize("case", CASES["page"], ids=lambda case: str(case["name"]))
def test_lines_have_their_labels(case: dict[str, Any]) -> None:
    article, lines = read(case)
    assert [(line, found) for line, _, found in lines] == [(line, w) for line, w, _ in lines]
    if "times" in case:
        assert [block.time for block in article.blocks if block.time] == case["times"]
    if "glued" in case:
        dates = [b for b in article.blocks if b.label == "pubdate"]
        assert [article.text[b.start : b.end] for b in dates] == [case["glued"]]


@pytest.mark.parametrize("case", CASES["known"], ids=lambda case: str(case["name"]))
@pytest.mark.xfail(reason="known failures, each with its reason in the case", strict=True)
def test_known_failures(case: dict[str, Any]) -> None:
    _, lines = read(case)
    assert [(line, found) for line, _, found in lines] == [(line, w) for line, w, _ in lines]
