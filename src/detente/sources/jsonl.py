"""Pages from JSON Lines, plain or gzipped: one page a line, no line lost to a bad one."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator
from typing import Protocol

import msgspec

from detente.records import Problem
from detente.sources.making import (
    EMPTY,
    LARGEST_MARKUP,
    MARKUP,
    broken_page,
    largest,
    too_large,
    unreadable,
)
from detente.sources.page import Page

_CHUNK = 2**20


class LineStream(Protocol):
    """Bytes that are read line by line."""

    def readline(self, size: int, /) -> bytes:
        """The next line, or its first ``size`` bytes; empty at the end."""


class _Line(msgspec.Struct, kw_only=True):
    """The fields of a line; others are let be."""

    content: str
    id: str | int | None = None
    url: str | None = None
    media_type: str | None = None
    published: str | None = None
    outlet: str | None = None
    language: str | None = None
    fetched: str | None = None


_decoder = msgspec.json.Decoder(_Line)


def pages(stream: LineStream, name: str) -> Iterator[Page]:
    """The pages of a stream of lines. A broken line, or a stream that breaks off, yields a page
    with an error whose source is ``name`` and the line's number. Memory is bounded by the largest
    page."""
    number = 0
    try:
        for raw, length in _lines(stream):
            number += 1
            where = f"{name}:{number}"
            if length > len(raw):
                yield broken_page(where, too_large(length, "text/html"))
            elif raw.strip():
                yield _page(raw, where)
    except (OSError, EOFError, zlib.error) as error:
        yield broken_page(f"{name}:{number + 1}", unreadable(error))


def _lines(stream: LineStream) -> Iterator[tuple[bytes, int]]:
    """Lines with their length; of a line beyond the limit only the head is kept."""
    limit = 3 * LARGEST_MARKUP
    while raw := stream.readline(limit):
        length = len(raw)
        if length == limit and not raw.endswith(b"\n"):
            raw = raw[:_CHUNK]
            while rest := stream.readline(_CHUNK):
                length += len(rest)
                if rest.endswith(b"\n"):
                    break
        yield raw, length


def _page(raw: bytes, where: str) -> Page:
    try:
        line = _decoder.decode(raw.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        return broken_page(where, _broken_line(str(error)), raw)
    media_type = (line.media_type or "text/plain").split(";")[0].strip().lower()
    received = line.content.encode()
    digest = hashlib.sha256(received).hexdigest()
    problems: tuple[Problem, ...] = ()
    if media_type not in MARKUP and media_type != "text/plain":
        problems = (_other_type(media_type),)
    elif len(received) > largest(media_type):
        problems = (too_large(len(received), media_type),)
    elif not line.content.strip():
        problems = (EMPTY,)
    return Page(
        id=str(line.id) if line.id not in {None, ""} else digest,
        source=line.url,
        url=line.url,
        media_type="text/html" if media_type in MARKUP else "text/plain",
        content="" if problems else line.content.removeprefix("\ufeff"),
        sha256=digest,
        language=line.language,
        published=line.published,
        outlet=line.outlet,
        fetched=line.fetched,
        problems=problems,
    )


def _broken_line(why: str) -> Problem:
    return Problem(
        severity="error",
        what="The line is not a page.",
        why=why,
        hint='Each line is a JSON object with at least "content", a string.',
    )


def _other_type(media_type: str) -> Problem:
    return Problem(
        severity="error",
        what="The page is neither text nor HTML.",
        why=f"Its media type is {media_type}.",
        hint='Give "text/plain" or "text/html".',
    )
