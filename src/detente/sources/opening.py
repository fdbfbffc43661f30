"""Which pages a list of paths names, in order."""

from __future__ import annotations

import gzip
import hashlib
import os
import stat
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from detente.errors import UsageError
from detente.sources import jsonl, warc
from detente.sources.making import broken_page, largest, page_of_bytes, too_large, unreadable
from detente.sources.page import Page

STANDARD_INPUT = "-"
_TEXT = (".txt",)
_HTML = (".html", ".htm")
_ARCHIVES = (".warc", ".warc.gz", ".wet", ".wet.gz")
_LINES = (".jsonl", ".jsonl.gz")
_CHUNK = 2**20


def open_pages(paths: Sequence[str | Path]) -> Iterator[Page]:
    """The pages of files, folders, archives and JSON Lines, lazily and in order.

    Folders are read recursively, in name order; in them only text, HTML and archives are pages.
    ``-`` is JSON Lines from standard input. A page that cannot be read is yielded with an error
    among its problems. Raises UsageError at once if a path does not exist or names no kind of
    page.
    """
    for path in paths:
        _check(path)
    return (page for path in paths for page in _open(path))


def _check(path: str | Path) -> None:
    if str(path) == STANDARD_INPUT or Path(path).is_dir():
        return
    if not Path(path).exists():
        raise UsageError(f"There is no file or folder {path}.", hint="Check the path.")
    if not str(path).lower().endswith(_TEXT + _HTML + _ARCHIVES + _LINES):
        raise UsageError(
            f"{path} is no kind of page that can be read.",
            hint=f"Give a folder or a file with one of {', '.join(_TEXT + _HTML + _ARCHIVES)}, "
            f"{', '.join(_LINES)}.",
        )


def _open(path: str | Path) -> Iterator[Page]:
    name = str(path)
    if name == STANDARD_INPUT:
        yield from jsonl.pages(sys.stdin.buffer, "standard input")
    elif Path(path).is_dir():
        for found in _files(Path(path)):
            yield from _file(found)
    else:
        yield from _file(Path(path))


def _files(folder: Path) -> Iterator[Path]:
    """The pages under a folder, depth first, in name order; hidden names are left out."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _files(Path(entry.path))
        elif entry.name.lower().endswith(_TEXT + _HTML + _ARCHIVES) and _is_file(entry):
            yield Path(entry.path)


def _is_file(entry: os.DirEntry[str]) -> bool:
    """An entry that is a file, not a pipe or device to wait for; or one of which reading will
    tell why it cannot be read."""
    try:
        return stat.S_ISREG(entry.stat().st_mode)
    except OSError:
        return True


def _printable(path: Path) -> str:
    """The path as text that any encoding takes; systems allow names that are none."""
    return os.fsencode(path).decode("utf-8", errors="replace")


def _file(path: Path) -> Iterator[Page]:
    name = _printable(path)
    lowered = name.lower()
    try:
        if lowered.endswith(_ARCHIVES):
            yield from warc.pages(path, name)
        elif lowered.endswith(_LINES):
            with gzip.open(path) if lowered.endswith(".gz") else path.open("rb") as stream:
                yield from jsonl.pages(stream, name)
        else:
            yield _single(path, name, "text/html" if lowered.endswith(_HTML) else "text/plain")
    except OSError as error:
        yield broken_page(name, unreadable(error))


def _single(path: Path, name: str, media_type: str) -> Page:
    """A file that is one page; one beyond the limit is hashed, not held."""
    with path.open("rb") as stream:
        raw = stream.read(largest(media_type) + 1)
        if len(raw) <= largest(media_type):
            return page_of_bytes(raw, name, media_type)
        digest, length = hashlib.sha256(raw), len(raw)
        while chunk := stream.read(_CHUNK):
            digest.update(chunk)
            length += len(chunk)
    hexadecimal = digest.hexdigest()
    problem = too_large(length, media_type)
    return Page(
        id=hexadecimal, source=name, media_type=media_type, sha256=hexadecimal, problems=(problem,)
    )
