"""Pages from web archives: the responses of WARC files, the texts of WET files."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

import msgspec
from fastwarc.stream_io import BrotliReader, ChunkedReader, GzipReader, ZstdReader
from fastwarc.warc import ArchiveIterator, WarcRecordType

from detente.records import Problem
from detente.sources.making import MARKUP, broken_page, largest, page_of_bytes, unreadable
from detente.sources.page import Page

_HTTP_OK = 200
_WINDOW = 2**20
_DECODERS: dict[str, Callable[[BytesIO], Any]] = {
    "chunked": ChunkedReader,
    "gzip": GzipReader,
    "x-gzip": GzipReader,
    "deflate": partial(GzipReader, zlib=True),
    "br": BrotliReader,
    "zstd": ZstdReader,
}
# The head of a record, as it stands inside another whose stated length is too large.
_INNER = re.compile(rb"\r\n(WARC/1\.\d\r\n(?:[A-Za-z-]+:[^\r\n]*\r\n)*?WARC-Type:)")


def pages(path: Path, name: str) -> Iterator[Page]:
    """The pages of an archive: HTML and text responses with status 200, and converted texts.

    ``source`` is the record's URL. A record that cannot be read yields a page with an error; one
    whose stated length is wrong yields what it holds with a warning, and the records that it
    swallowed are read. An archive that breaks off yields a page with an error after the pages
    before the break.
    """
    number = 0
    try:
        with path.open("rb") as stream:
            at: int | None = 0
            while at is not None:
                start, at = at, None
                stream.seek(start)
                for record in _records(stream):
                    number += 1
                    page, swallowed = _page(record, f"{name}:{number}")
                    if page is not None:
                        yield page
                    if swallowed:
                        at = _next_head(stream, start + record.stream_pos)
                        break
    except (OSError, EOFError, ValueError, RuntimeError) as error:
        yield broken_page(f"{name}:{number + 1}", unreadable(error))
        return
    if not number:
        yield broken_page(name, _NO_ARCHIVE)


def _records(stream: BinaryIO) -> Iterator[Any]:
    kinds = WarcRecordType.response | WarcRecordType.conversion
    return iter(ArchiveIterator(stream, record_types=kinds, parse_http=False, quirks_mode=True))


def _next_head(stream: BinaryIO, position: int) -> int | None:
    """Where the first record after the one at ``position`` begins in a file that is not
    compressed."""
    at = position + 1
    while True:
        stream.seek(at)
        window = stream.read(_WINDOW)
        if match := _INNER.search(window):
            return at + match.start(1)
        if len(window) < _WINDOW:
            return None
        at += _WINDOW // 2


def _page(record: Any, where: str) -> tuple[Page | None, bool]:
    """The page of one record (``None`` if the record is no page), and whether it holds others."""
    url = (record.headers.get("WARC-Target-URI") or "").strip("<>") or None
    stated = 0
    try:
        if record.record_type == WarcRecordType.conversion:
            media_type, charset = "text/plain", None
        else:
            record.parse_http(auto_decode="none")
            if record.http_headers is None or record.http_headers.status_code != _HTTP_OK:
                return None, False
            media_type = (record.http_content_type or "").split(";")[0].strip().lower()
            charset = record.http_charset
            stated = _stated_length(record.http_headers)
        if media_type not in MARKUP and media_type != "text/plain":
            return None, False
        most = largest(media_type) + 1
        length = record.content_length
        coded = bytes(record.reader.read(most))
        raw = _decoded(coded, record.http_headers, most)
    except Exception as error:  # whatever one record does, the next is read
        return broken_page(url or where, _broken(error)), False
    inner = _INNER.search(raw)
    raw = raw[: inner.start()].rstrip(b"\r\n") if inner else raw
    page = page_of_bytes(
        raw, url or where, media_type, charset, url, record.headers.get("WARC-Date")
    )
    if inner or len(raw) < stated or len(coded) < min(length, most):
        page = msgspec.structs.replace(page, problems=(*page.problems, _WRONG_LENGTH))
    return page, inner is not None


def _decoded(raw: bytes, headers: Any, most: int) -> bytes:
    """The first bytes of a body as the server had it before it coded it: decoded apart from the
    archive, so that a body that breaks the decoder does not stop the records after it."""
    for name in ("Transfer-Encoding", "Content-Encoding") if headers is not None else ():
        for coding in reversed((headers.get(name) or "").lower().split(",")):
            if reader := _DECODERS.get(coding.strip()):
                raw = bytes(reader(BytesIO(raw)).read(most))
    return raw


def _stated_length(headers: Any) -> int:
    """How many bytes the server said the body has; 0 if the body was coded on the way."""
    if headers.get("Content-Encoding") or headers.get("Transfer-Encoding"):
        return 0
    length = headers.get("Content-Length") or ""
    return int(length) if length.isascii() and length.isdigit() else 0


def _broken(error: Exception) -> Problem:
    return Problem(
        severity="error",
        what="The record cannot be read.",
        why=f"{type(error).__name__}: {error}.".replace("..", "."),
        hint="Fetch the page again.",
    )


_NO_ARCHIVE = Problem(
    severity="error",
    what="The file holds no page.",
    why="No response or conversion record was found in it.",
    hint="Check that it is a WARC or WET file.",
)
_WRONG_LENGTH = Problem(
    severity="warning",
    what="The record's length is wrong.",
    why="Its body is shorter than stated, or another record begins inside it.",
    hint="What the record holds is read; fetch the page again to have it whole.",
)
