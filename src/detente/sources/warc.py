"""Pages from web archives: the responses of WARC files, the texts of WET files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from fastwarc.warc import ArchiveIterator, WarcRecordType

from detente.records import Problem
from detente.sources.making import MARKUP, broken_page, largest, page_of_bytes, unreadable
from detente.sources.page import Page

_HTTP_OK = 200


def pages(path: Path, name: str) -> Iterator[Page]:
    """The pages of an archive: HTML and text responses with status 200, and converted texts.

    ``source`` is the record's URL. A record that cannot be read yields a page with an error; so
    does an archive that breaks off, after the pages before the break.
    """
    number = 0
    try:
        with path.open("rb") as stream:
            records = ArchiveIterator(
                stream,
                record_types=WarcRecordType.response | WarcRecordType.conversion,
                parse_http=False,
                quirks_mode=True,
            )
            for record in records:
                number += 1
                page = _page(record, f"{name}:{number}")
                if page is not None:
                    yield page
    except (OSError, EOFError, ValueError, RuntimeError) as error:
        yield broken_page(f"{name}:{number + 1}", unreadable(error))
        return
    if not number:
        yield broken_page(name, _no_archive())


def _page(record: Any, where: str) -> Page | None:
    """The page of one record; ``None`` if the record is no page."""
    url = (record.headers.get("WARC-Target-URI") or "").strip("<>") or None
    try:
        if record.record_type == WarcRecordType.conversion:
            media_type, charset = "text/plain", None
        else:
            record.parse_http(auto_decode="all")
            if record.http_headers is None or record.http_headers.status_code != _HTTP_OK:
                return None
            media_type = (record.http_content_type or "").split(";")[0].strip().lower()
            charset = record.http_charset
        if media_type not in MARKUP and media_type != "text/plain":
            return None
        raw = record.reader.read(largest(media_type) + 1)
    except Exception as error:  # whatever one record does, the next is read
        return broken_page(url or where, unreadable(error))
    fetched = record.headers.get("WARC-Date")
    return page_of_bytes(raw, url or where, media_type, charset, url, fetched)


def _no_archive() -> Problem:
    return Problem(
        severity="error",
        what="The file holds no page.",
        why="No response or conversion record was found in it.",
        hint="Check that it is a WARC or WET file.",
    )
