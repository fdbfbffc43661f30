"""Cleaning: a page becomes an article."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from detente.cleaning import furniture
from detente.cleaning.article import Article
from detente.cleaning.dates import calendar
from detente.cleaning.declared import DateLines, by_carrier
from detente.cleaning.glued import Parter
from detente.cleaning.head import Head, declared_dates, merged, read_head
from detente.cleaning.labels import Labeler
from detente.cleaning.language import detect
from detente.cleaning.lines import units_of
from detente.cleaning.markup import parse, text_and_units
from detente.cleaning.metadata import Visible
from detente.cleaning.recurrence import Recurrence, site_of
from detente.cleaning.traits import LONGEST_LINE
from detente.cleaning.units import Unit
from detente.errors import PageError
from detente.languages import language as languages
from detente.records import DateEvidence, PageInfo, Problem
from detente.sources.page import Page

_DEFAULT = "fr"
LONGEST_STORY = 500_000


class Cleaner:
    """Cleans pages of one language."""

    def __init__(self, code: str) -> None:
        known = furniture.load(languages.load(code))
        dates = known.words.dates
        self.labeler = Labeler(known)
        self.parter = Parter(dates, calendar(dates))
        self.dates = DateLines(dates, calendar(dates))
        self.visible = Visible(known)


_supported = cache(languages.supported)


@cache
def _cleaner(code: str) -> Cleaner:
    return Cleaner(code)


def count(page: Page, recurrence: Recurrence) -> None:
    """Counts the lines of a page for its site; a page that cannot be read counts for nothing."""
    if any(problem.severity == "error" for problem in page.problems):
        return
    try:
        _, units, _ = _read(page)
    except PageError:
        return
    recurrence.count(site_of(page), units)


def clean(
    page: Page, published: str | None = None, recurrence: Recurrence | None = None
) -> Article:
    """The article of a page: canonical text, labelled blocks, metadata, publication evidence.

    ``published`` is the caller's date for the page and outweighs all others; ``recurrence`` tells
    which lines recur on the pages of its site (see :func:`count`). A page with an error
    keeps it and has no text; a page in a language that is not supported has its blocks but a note,
    and its ``language`` says which one it is in, if that is known.
    """
    problems = list(page.problems)
    if any(problem.severity == "error" for problem in problems):
        return Article(page=_info(page, "", page.language), text="", problems=tuple(problems))
    try:
        text, units, head = _read(page)
    except PageError as error:
        problem = Problem(severity="error", what=error.what, why=error.why, hint=error.hint)
        return Article(page=_info(page, "", page.language), text="", problems=(*problems, problem))
    code = (page.language or "").lower()[:2] or detect(text)
    cleaner = _cleaner(code if code in _supported() else _DEFAULT)
    units = cleaner.parter.part(text, units)
    blocks, story = cleaner.labeler.blocks(units, head.title, _recurring(page, units, recurrence))
    if code not in _supported():
        problems.append(_foreign(code))
    elif not any(block.is_content for block in blocks):
        problems.append(_NO_CONTENT)
    if sum([block.end - block.start for block in blocks if block.is_content]) > LONGEST_STORY:
        problems.append(_ENDLESS_STORY)
    if any(len(unit.text) > LONGEST_LINE for unit in units):
        problems.append(_ENDLESS_LINE)
    given, unclear = _given(page, published)
    problems.extend(unclear)
    visible = cleaner.visible.metadata(text, blocks, story, page.outlet)
    return Article(
        page=_info(page, text, code),
        text=text,
        blocks=blocks,
        metadata=merged(head, visible),
        declared=(*given, *declared_dates(head), *cleaner.dates.find(text, blocks, story)),
        problems=tuple(problems),
    )


def _given(page: Page, published: str | None) -> tuple[list[DateEvidence], list[Problem]]:
    """The dates that the caller and the source give, and notes on those that are none."""
    found: list[DateEvidence] = []
    problems: list[Problem] = []
    for date, by in ((published, "the caller"), (page.published, "the source")):
        if date and (evidence := by_carrier(date, by)) is not None:
            found.append(evidence)
        elif date:
            problems.append(_no_date(date, by))
    return found, problems


def _recurring(page: Page, units: Sequence[Unit], recurrence: Recurrence | None) -> frozenset[str]:
    if recurrence is None:
        return frozenset()
    site = site_of(page)
    return frozenset(unit.key for unit in units if recurrence.is_furniture(site, unit.key))


def _read(page: Page) -> tuple[str, Sequence[Unit], Head]:
    """Canonical text, units and declarations of a page."""
    if page.media_type != "text/html":
        return page.content, units_of(page.content), Head()
    tree = parse(page.content)
    head = read_head(tree)
    text, units = text_and_units(tree)
    return text, units, head


def _info(page: Page, text: str, language: str | None) -> PageInfo:
    return PageInfo(
        id=page.id,
        source=page.source,
        url=page.url,
        media_type=page.media_type,
        language=language,
        sha256=page.sha256,
        length=len(text),
    )


def _foreign(code: str | None) -> Problem:
    known = ", ".join(_supported())
    return Problem(
        severity="note",
        what="The page is in a language that is not read.",
        why=f"Its language is {code or 'not known'}; the languages read are {known}.",
        hint="Leave the page out, or give its language if this is wrong.",
    )


def _no_date(date: str, by: str) -> Problem:
    return Problem(
        severity="note",
        what="The page's date is not understood.",
        why=f"{date!r}, given by {by}, is no ISO date.",
        hint="Write it as YYYY-MM-DD, YYYY-MM or YYYY.",
    )


_ENDLESS_LINE = Problem(
    severity="warning",
    what="A line of the page is too long.",
    why=f"It has more than {LONGEST_LINE:,} characters; no paragraph has, so it is not read.",
    hint="Break the text into its paragraphs.",
)
_ENDLESS_STORY = Problem(
    severity="error",
    what="The page's story is too long.",
    why=f"It has more than {LONGEST_STORY:,} characters, many times those of any press page.",
    hint="Split the file into its pages.",
)
_NO_CONTENT = Problem(
    severity="warning",
    what="The page has no story.",
    why="No line of it reads like an article's.",
    hint="Check that it is an article and not an index, a paywall or an error page.",
)
