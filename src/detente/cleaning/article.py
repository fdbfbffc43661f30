"""An article: a page with its canonical text, labelled blocks and what it says of itself."""

from __future__ import annotations

from detente.records import Block, DateEvidence, Metadata, PageInfo, Problem, Record


class Article(Record, frozen=True, kw_only=True):
    """What cleaning makes of a page.

    ``declared`` is publication evidence outside the story (metadata, date lines, the caller),
    strongest first. ``blocks`` cover every non-empty line, in order.
    """

    page: PageInfo
    text: str
    blocks: tuple[Block, ...] = ()
    metadata: Metadata = Metadata()
    declared: tuple[DateEvidence, ...] = ()
    problems: tuple[Problem, ...] = ()
