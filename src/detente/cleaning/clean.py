"""Cleaning: a page becomes an article."""

from __future__ import annotations

from functools import cache

from detente.cleaning import furniture
from detente.cleaning.article import Article
from detente.cleaning.dates import calendar
from detente.cleaning.declared import DateLines, by_carrier
from detente.cleaning.labels import Labeler
from detente.cleaning.language import detect
from detente.cleaning.lines import units_of
from detente.cleaning.metadata import Visible
from detente.languages import language as languages
from detente.records import DateEvidence, PageInfo, Problem
from detente.sources.page import Page

_DEFAULT = "fr"


class Cleaner:
    """Cleans pages of one language."""

    def __init__(self, code: str) -> None:
        known = furniture.load(languages.load(code))
        dates = known.words.dates
        self.labeler = Labeler(known)
        self.dates = DateLines(dates, calendar(dates))
        self.visible = Visible(known.words.byline)


@cache
def _cleaner(code: str) -> Cleaner:
    return Cleaner(code)


def clean(page: Page, published: str | None = None) -> Article:
    """The article of a page: canonical text, labelled blocks, metadata, publication evidence.

    ``published`` is the caller's date for the page and outweighs all others. A page with an error
    keeps it and has no text; a page in a language that is not supported has its blocks but a note,
    and its ``language`` says which one it is in, if that is known.
    """
    problems = list(page.problems)
    if any(problem.severity == "error" for problem in problems):
        return Article(page=_info(page, "", page.language), text="", problems=tuple(problems))
    text = page.content
    units = units_of(text)
    code = page.language or detect(text)
    cleaner = _cleaner(code if code in languages.supported() else _DEFAULT)
    blocks, story = cleaner.labeler.blocks(units)
    if code not in languages.supported():
        problems.append(_foreign(code))
    elif not any(block.is_content for block in blocks):
        problems.append(_NO_CONTENT)
    declared = [
        evidence
        for given, by in ((published, "the caller"), (page.published, "the source"))
        if given and (evidence := by_carrier(given, by)) is not None
    ]
    visible: tuple[DateEvidence, ...] = cleaner.dates.find(text, blocks, story)
    return Article(
        page=_info(page, text, code),
        text=text,
        blocks=blocks,
        metadata=cleaner.visible.metadata(text, blocks, story, page.outlet),
        declared=(*declared, *visible),
        problems=tuple(problems),
    )


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
    known = ", ".join(languages.supported())
    return Problem(
        severity="note",
        what="The page is in a language that is not read.",
        why=f"Its language is {code or 'not known'}; the languages read are {known}.",
        hint="Leave the page out, or give its language if this is wrong.",
    )


_NO_CONTENT = Problem(
    severity="warning",
    what="The page has no story.",
    why="No line of it reads like an article's.",
    hint="Check that it is an article and not an index, a paywall or an error page.",
)
