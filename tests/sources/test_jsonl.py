from __future__ import annotations

import gzip
import hashlib
import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from detente.sources import Page, jsonl, open_pages


def pages(tmp_path: Path, content: bytes, name: str = "pages.jsonl") -> list[Page]:
    path = tmp_path / name
    path.write_bytes(content)
    return list(open_pages([path]))


def line(**fields: Any) -> bytes:
    return json.dumps(fields, ensure_ascii=False).encode() + b"\n"


def test_fields_are_taken_over(tmp_path: Path) -> None:
    (page,) = pages(
        tmp_path,
        line(
            id="un", url="https://un.example/", media_type="text/html", content="<p>été",
            published="2010-02-03", outlet="Le Quai", language="fr", fetched="2011-01-01",
        ),
    )  # fmt: skip
    assert (page.id, page.source, page.media_type) == ("un", "https://un.example/", "text/html")
    assert (page.published, page.outlet, page.language) == ("2010-02-03", "Le Quai", "fr")
    assert page.sha256 == hashlib.sha256("<p>été".encode()).hexdigest()


def test_without_an_id_the_content_names_the_page(tmp_path: Path) -> None:
    (page,) = pages(tmp_path, line(content="été"))
    assert page.id == page.sha256 == hashlib.sha256("été".encode()).hexdigest()
    assert page.source is None


@pytest.mark.parametrize(
    ("broken", "what"),
    [
        (b"{not json\n", "The line is not a page."),
        (b'{"id": "a"}\n', "The line is not a page."),
        (b'{"content": 3}\n', "The line is not a page."),
        (b'["content"]\n', "The line is not a page."),
        (b'{"content": "\xff"}\n', "The line is not a page."),
        (b"[" * 100_000 + b"\n", "The line is not a page."),
        (b'{"content": "  "}\n', "The page is empty."),
        (b'{"content": "x", "media_type": "image/png"}\n', "The page is neither text nor HTML."),
    ],
)
def test_a_bad_line_is_told_and_the_next_is_read(tmp_path: Path, broken: bytes, what: str) -> None:
    bad, good = pages(tmp_path, broken + line(id="good", content="Bonjour."))
    assert (bad.problems[0].severity, bad.problems[0].what) == ("error", what)
    assert bad.problems[0].hint
    assert (good.id, good.problems) == ("good", ())


def test_a_truncated_stream_keeps_the_lines_before(tmp_path: Path) -> None:
    whole = gzip.compress(b"".join(line(id=f"p{i}", content=f"Page {i} " * 99) for i in range(90)))
    found = pages(tmp_path, whole[: len(whole) // 2], "pages.jsonl.gz")
    assert len(found) > 2
    assert [bool(page.problems) for page in found] == [False] * (len(found) - 1) + [True]


def test_what_is_not_gzip_is_told(tmp_path: Path) -> None:
    (page,) = pages(tmp_path, b"hello", "pages.jsonl.gz")
    assert page.problems[0].what == "The file cannot be read to its end."


def test_an_endless_line_is_not_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonl, "LARGEST_MARKUP", 10_000)
    monkeypatch.setattr(jsonl, "_CHUNK", 1_000)
    long, good = pages(tmp_path, line(content="x" * 100_000) + line(id="good", content="Bonjour."))
    assert long.problems[0].what == "The page is too large."
    assert good.id == "good"


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(line(id="a", content="Oui."))))
    assert [page.id for page in open_pages(["-"])] == ["a"]
