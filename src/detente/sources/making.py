"""One page from the bytes that a source hands over, whatever is wrong with them."""

from __future__ import annotations

import hashlib

from detente.errors import DetenteError
from detente.records import Problem
from detente.sources.encoding import decode
from detente.sources.page import Page

LARGEST_TEXT = 4 * 2**20
LARGEST_MARKUP = 16 * 2**20
MARKUP = frozenset({"text/html", "application/xhtml+xml"})


def largest(media_type: str) -> int:
    """How many bytes a page of that type may have; no press page comes near."""
    return LARGEST_MARKUP if media_type in MARKUP else LARGEST_TEXT


def page_of_bytes(
    raw: bytes,
    source: str,
    media_type: str,
    charset: str | None = None,
    url: str | None = None,
    fetched: str | None = None,
) -> Page:
    """The page in ``raw``, decoded; with an error among its problems if that cannot be done."""
    digest = hashlib.sha256(raw).hexdigest()
    problems: tuple[Problem, ...] = ()
    content = ""
    if len(raw) > largest(media_type):
        problems = (too_large(len(raw), media_type),)
    else:
        try:
            content, _ = decode(raw, charset, markup=media_type in MARKUP)
        except DetenteError as error:
            problems = (problem_of(error),)
        else:
            problems = () if content.strip() else (EMPTY,)
    return Page(
        id=digest,
        source=source,
        url=url,
        media_type="text/html" if media_type in MARKUP else media_type,
        content=content,
        sha256=digest,
        fetched=fetched,
        problems=problems,
    )


def broken_page(source: str | None, problem: Problem, raw: bytes = b"") -> Page:
    """A page that could not be taken from its source."""
    digest = hashlib.sha256(raw or (source or "").encode()).hexdigest()
    return Page(id=digest, source=source, sha256=digest, problems=(problem,))


def problem_of(error: DetenteError) -> Problem:
    """The error as a problem of the page."""
    return Problem(severity="error", what=error.what, why=error.why, hint=error.hint)


def too_large(length: int, media_type: str) -> Problem:
    """The problem of a page beyond the size of any press page."""
    return Problem(
        severity="error",
        what="The page is too large.",
        why=f"It has at least {length:,} bytes; at most {largest(media_type):,} are read.",
        hint="Split the file into its pages.",
    )


def unreadable(error: BaseException) -> Problem:
    """The problem of a file that the system or a decompressor refuses to give."""
    return Problem(
        severity="error",
        what="The file cannot be read to its end.",
        why=f"{type(error).__name__}: {error}.".replace("..", "."),
        hint="Check the file and its permissions, or fetch it again.",
    )


EMPTY = Problem(
    severity="error", what="The page is empty.", why="It holds no text.", hint="Leave it out."
)
