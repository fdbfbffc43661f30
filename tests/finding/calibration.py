"""How often quotations of each class are right on annotated pages: the source of confidence.toml.

``python -m tests.finding.calibration`` prints the rows of that file. The annotated pages and the
scorer whose matching is used live beside the repository and may be absent.
"""

from __future__ import annotations

import importlib.util
import json
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec

from detente import cleaning, sources
from detente.finding import people, quotations
from detente.finding.ground import lay
from detente.finding.quotations import reading
from detente.finding.quotations.confidence import Class, class_of, confidence_of
from detente.knowledge import base
from detente.languages import language
from detente.records import Published, Quotation

SHARED = Path(__file__).parents[2] / "../shared"
GOLD = SHARED / "gold" / "orange"

Graded = tuple[str, Class, bool]
"""A page, the class of one of its quotations, and whether it is right with its speaker."""


def scorer() -> ModuleType:
    """The scorer beside the gold pages."""
    spec = importlib.util.spec_from_file_location("score", SHARED / "measure" / "score.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def graded() -> list[Graded]:
    """Every quotation of the annotated pages that the annotation settles."""
    score, found = scorer(), []
    lines = (GOLD / "quotations.jsonl").read_text("utf-8").splitlines()
    gold = score.gold_quotations([json.loads(line) for line in lines])
    days = json.loads((GOLD / "published.json").read_text("utf-8"))
    pages = sorted(GOLD.glob("*.txt"))
    known, words = base.load(None), language.load("fr")
    for path, page in zip(pages, sources.open_pages(pages), strict=True):
        ground = lay(cleaning.clean(page), words, known)
        day = Published(best=days[path.stem], earliest=days[path.stem], latest=days[path.stem])
        cast = people.resolve(ground, day, ())
        quoted, cast = quotations.find(ground, cast, (), day)
        drafts = reading.drafts(ground, people.resolve(ground, day, ()))[1]
        classes = {(d.start, d.content): class_of(d) for d in drafts}
        starts = {q.id: q.start for q in quoted}
        actors = {a.id: msgspec.to_builtins(a) for a in cast.actors}
        for quotation in quoted:
            content = quotation.content_start, quotation.content_end
            kind = classes[starts[quotation.group or quotation.id], content]
            right = _is_right(score, ground.text, quotation, gold[path.stem], actors)
            if right is not None:
                found.append((path.stem, kind, right))
    return found


def _is_right(
    score: ModuleType, text: str, found: Quotation, gold: list[Any], actors: dict[str, Any]
) -> bool | None:
    """Whether the words and the speaker are those of some annotation; ``None`` if borderline."""
    ours = [(found.start, found.end), (found.content_start, found.content_end)]
    ours = [score.trim(text, *span) for span in ours]
    best, matched = 0.0, None
    for one in gold:
        theirs = [score.trim(text, *span) for span in one["spans"]]
        near = max(score.iou(a, b) for a in ours for b in theirs)
        if near > best:
            best, matched = near, one
    if matched is not None and best >= 0.3 and not matched["core"]:
        return None
    if matched is None or best < 0.5:
        return False
    return bool(score.same_actor(matched["speaker"], actors.get(found.speaker or "")))


def counts(rows: list[Graded]) -> dict[Class, tuple[int, int]]:
    """Right and found of each class."""
    right = Counter(kind for _, kind, fine in rows if fine)
    return {kind: (right[kind], n) for kind, n in Counter(k for _, k, _ in rows).items()}


def held_out(rows: list[Graded]) -> list[tuple[float, bool]]:
    """The confidence of each quotation by the other pages alone, and whether it is right."""
    found = []
    for page in sorted({page for page, _, _ in rows}):
        others = counts([row for row in rows if row[0] != page])
        found += [(confidence_of(kind, others), fine) for p, kind, fine in rows if p == page]
    return found


def main() -> None:
    """Print the rows of confidence.toml."""
    for (rule, how), (right, found) in sorted(counts(graded()).items()):
        print(f'  {{rule = "{rule}", how = "{how}", right = {right}, found = {found}}},')


if __name__ == "__main__":
    main()
