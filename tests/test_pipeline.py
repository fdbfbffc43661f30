"""Pages are read some at a time, and none reads otherwise for it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from detente import pipeline, sources
from detente.errors import UsageError
from detente.knowledge import base
from detente.options import DEFAULTS
from detente.records import Reading, Unreadable
from detente.sources.page import Page

OWN = Path(__file__).parents[1] / "gold" / "pages"


@pytest.fixture(scope="module")
def pages() -> list[Page]:
    return list(sources.open_pages([OWN]))


def test_a_page_reads_the_same_alone_and_among_others(pages: list[Page]) -> None:
    english = Page(id="english", content="The ministers met.", sha256="e", language="en")
    empty = Page(id="empty", media_type="text/html", content="", sha256="0")
    mixed = [pages[0], empty, *pages[1:4], english, pages[4]]
    known = base.load()
    together = list(pipeline.read_each(mixed, DEFAULTS, known))
    assert together == [pipeline.read_page(page, DEFAULTS, known) for page in mixed]
    assert [type(one) for one in together[:3]] == [Reading, Unreadable, Reading]


def test_what_came_before_an_error_of_the_source_is_read(pages: list[Page]) -> None:
    def failing() -> Iterator[Page]:
        yield from pages[:3]
        raise UsageError("There is no such page.")

    found = pipeline.read_each(failing(), DEFAULTS, base.load())
    assert [next(found).page.id for _ in range(3)] == [page.id for page in pages[:3]]
    with pytest.raises(UsageError):
        next(found)


def test_few_long_pages_are_read_at_a_time() -> None:
    short = Page(id="short", content="x", sha256="s")
    long = Page(id="long", content="x" * (pipeline.AT_ONCE + 1), sha256="l")
    pages = [*[short] * (pipeline.TOGETHER + 1), long, short]
    groups = [len(some) for some in pipeline.together(pages) if some]
    assert groups == [pipeline.TOGETHER, 2, 1]
