"""A page as it came from a source, decoded but not yet cleaned."""

from __future__ import annotations

from detente.records import Problem, Record


class Page(Record, frozen=True, kw_only=True):
    """One press page. ``content`` is the decoded text or HTML; ``sha256`` is of its bytes.

    ``language``, ``published``, ``outlet`` and ``fetched`` are what the source declares, if it
    does. A page with an error among its ``problems`` is not read further.
    """

    id: str
    source: str | None = None
    url: str | None = None
    media_type: str = "text/plain"
    content: str = ""
    sha256: str
    language: str | None = None
    published: str | None = None
    outlet: str | None = None
    fetched: str | None = None
    problems: tuple[Problem, ...] = ()
