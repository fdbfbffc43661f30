from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path

import pytest

from detente.errors import UsageError
from detente.sources import making, open_pages


def test_folders_are_read_in_name_order_and_only_for_pages(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.html", "a.txt", "c.jsonl", "notes.md", ".hidden.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("Bonjour.", encoding="utf-8")
    found = [Path(page.source or "").relative_to(tmp_path) for page in open_pages([tmp_path])]
    assert [path.as_posix() for path in found] == ["a.txt", "b/1.html", "b/2.txt"]


def test_a_file_keeps_its_path_and_the_hash_of_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(b"\xef\xbb\xbfUn \xc3\xa9t\xc3\xa9\r\n")
    (page,) = open_pages([str(path)])
    assert (page.source, page.content) == (str(path), "Un été\r\n")
    assert page.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize("name", ["missing.txt", "missing"])
def test_a_missing_path_is_wrong_usage(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match="no file or folder"):
        open_pages([tmp_path / name])


def test_another_kind_of_file_is_wrong_usage(tmp_path: Path) -> None:
    path = tmp_path / "page.pdf"
    path.write_bytes(b"%PDF")
    with pytest.raises(UsageError, match="no kind of page"):
        open_pages([path])


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"", "The page is empty."),
        (b" \n\t\n", "The page is empty."),
        (bytes(range(256)) * 40, "The page is not text."),
    ],
)
def test_a_bad_file_is_told_and_the_next_is_read(tmp_path: Path, content: bytes, what: str) -> None:
    (tmp_path / "a.txt").write_bytes(content)
    (tmp_path / "b.txt").write_text("Bonjour.", encoding="utf-8")
    bad, good = open_pages([tmp_path])
    assert [problem.what for problem in bad.problems] == [what]
    assert not good.problems


def test_a_file_beyond_any_page_is_hashed_but_not_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(making, "LARGEST_TEXT", 1_000)
    path = tmp_path / "long.txt"
    path.write_bytes(b"a " * 5_000)
    (page,) = open_pages([path])
    assert (page.problems[0].what, page.content) == ("The page is too large.", "")
    assert page.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.skipif(sys.platform == "win32", reason="names there are always text")
def test_a_name_that_is_no_text_is_made_printable(tmp_path: Path) -> None:
    try:
        (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_bytes(b"Bonjour.")
    except OSError:
        pytest.skip("this file system takes no such name")
    (page,) = open_pages([tmp_path])
    assert (page.source or "").endswith("caf\ufffd.txt")
    assert page.content == "Bonjour."


@pytest.mark.skipif(sys.platform == "win32", reason="links and pipes are others there")
def test_folders_that_hold_themselves_are_read_once(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("Bonjour.", encoding="utf-8")
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "up").symlink_to(tmp_path)
    (tmp_path / "turning.txt").symlink_to("turning.txt")
    os.mkfifo(tmp_path / "waiting.txt")
    page, turning = open_pages([tmp_path])
    assert page.content == "Bonjour."
    assert turning.problems[0].what == "The file cannot be read to its end."


def test_a_file_that_vanished_is_told(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text("Bonjour.", encoding="utf-8")
    pages = open_pages([path])
    path.unlink()
    assert next(pages).problems[0].what == "The file cannot be read to its end."
