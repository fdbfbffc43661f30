"""Blocks of the annotated press pages, where they are at hand: never below what was reached."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from detente.cleaning import clean
from detente.records import CONTENT_LABELS
from detente.sources import open_pages
from tests.cleaning.test_blocks import label_at

PAGES = Path(__file__).parents[2] / "../shared/gold/blocks"
NEUTRAL = frozenset({"byline", "section", "tags", "source_credit", "dateline", "pubdate"})

pytestmark = pytest.mark.skipif(not PAGES.is_dir(), reason="the annotated pages are not here")


def gold() -> Iterator[tuple[Path, list[tuple[str, str]]]]:
    """Each text page with its lines and their labels."""
    for path in sorted(PAGES.glob("*.txt")):
        with path.with_suffix(".blocks.jsonl").open(encoding="utf-8") as rows:
            labels = {row["line"]: row["label"] for row in map(json.loads, rows)}
        lines = path.read_bytes().decode("utf-8-sig").split("\n")
        yield path, [(line, labels.get(number, "")) for number, line in enumerate(lines)]


def test_text_pages() -> None:
    right = total = both = found = wanted = 0
    for path, lines in gold():
        (page,) = open_pages([path])
        article, at = clean(page), 0
        for line, label in lines:
            if line.strip() and label:
                got = label_at(article, at, at + len(line))
                right, total = right + (got == label), total + 1
                if label not in NEUTRAL:
                    size = len(line.strip())
                    both += size * (got in CONTENT_LABELS and label in CONTENT_LABELS)
                    found += size * (got in CONTENT_LABELS)
                    wanted += size * (label in CONTENT_LABELS)
            at += len(line) + 1
    assert 2 * both / (found + wanted) >= 0.99
    assert right / total >= 0.91


def test_html_pages() -> None:
    shares = []
    for path, lines in gold():
        (page,) = open_pages([path.with_suffix(".html")])
        article = clean(page)
        got = words(article.text[b.start : b.end] for b in article.blocks if b.is_content)
        want = words(line for line, label in lines if label in CONTENT_LABELS)
        aside = words(line for line, label in lines if label in NEUTRAL)
        both = sum((got & want).values())
        extra = sum((got - want - aside).values())
        shares.append(2 * both / (both + extra + sum(want.values())))
    assert sum(shares) / len(shares) >= 0.98


def words(texts: Iterator[str]) -> Counter[str]:
    """Words with how often they stand there."""
    return Counter(re.findall(r"\w+", " ".join(texts)))
