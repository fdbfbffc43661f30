"""The one list of stages, in order: a page becomes a reading."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import wraps
from pathlib import Path

import msgspec

from detente import cleaning, sources
from detente.cleaning.article import Article
from detente.errors import DetenteError, PageError
from detente.finding import events, figures, people, published, quotations, times
from detente.finding.ground import Expression, Ground, Naming, People, lay
from detente.knowledge.base import Knowledge, load
from detente.languages import language
from detente.memory import uncollected
from detente.options import DEFAULTS, Options
from detente.records import (
    Event,
    Figure,
    PageInfo,
    Problem,
    Published,
    Quotation,
    Reading,
    Time,
    Unreadable,
)
from detente.sources.page import Page
from detente.syntax import parse_expected


@dataclass(frozen=True, slots=True)
class Draft:
    """A reading in the making: each stage fills in what the later ones stand on."""

    ground: Ground
    expressions: tuple[Expression, ...] = ()
    namings: tuple[Naming, ...] = ()
    published: Published = field(default_factory=Published)
    times: tuple[Time, ...] = ()
    people: People = field(default_factory=People)
    quotations: tuple[Quotation, ...] = ()
    events: tuple[Event, ...] = ()
    figures: tuple[Figure, ...] = ()


Stage = Callable[[Sequence[Draft]], list[Draft]]


def _page_by_page(stage: Callable[[Draft], Draft]) -> Stage:
    """The stage for several pages, of which none depends on another."""

    @wraps(stage)
    def of_each(drafts: Sequence[Draft]) -> list[Draft]:
        return [stage(draft) for draft in drafts]

    return of_each


@_page_by_page
def _expected(d: Draft) -> Draft:
    d.ground.syntax.expect(d.ground.sentences[n] for n in events.asks(d.ground))
    d.ground.syntax.expect(figures.asks(d.ground, d.expressions))
    d.ground.syntax.expect(quotations.asks(d.ground))
    return d


def _parsed(drafts: Sequence[Draft]) -> list[Draft]:
    parse_expected(draft.ground.syntax for draft in drafts)
    return list(drafts)


@_page_by_page
def _expressions(d: Draft) -> Draft:
    return replace(d, expressions=times.find(d.ground))


@_page_by_page
def _namings(d: Draft) -> Draft:
    return replace(d, namings=people.name(d.ground))


@_page_by_page
def _published(d: Draft) -> Draft:
    return replace(d, published=published.infer(d.ground, d.expressions, d.namings))


@_page_by_page
def _times(d: Draft) -> Draft:
    return replace(d, times=times.resolve(d.ground, d.expressions, d.published))


@_page_by_page
def _people(d: Draft) -> Draft:
    return replace(d, people=people.resolve(d.ground, d.published, d.times))


@_page_by_page
def _quotations(d: Draft) -> Draft:
    found, known = quotations.find(d.ground, d.people, d.times, d.published)
    return replace(d, quotations=found, people=known)


@_page_by_page
def _settled(d: Draft) -> Draft:
    known, found = people.settle(d.ground, d.people, d.quotations)
    return replace(d, people=people.known_as(d.ground, known), quotations=found)


@_page_by_page
def _events(d: Draft) -> Draft:
    found, all_of_them = events.tell(d.ground, d.people, d.times, d.quotations, d.published)
    known = people.known_as(d.ground, all_of_them, told=d.people)
    return replace(d, events=found, people=known)


@_page_by_page
def _figures(d: Draft) -> Draft:
    return replace(d, figures=figures.find(d.ground, d.people, d.times, d.quotations))


STAGES: tuple[Stage, ...] = (
    _expressions,
    _expected,
    _parsed,
    _namings,
    _published,
    _times,
    _people,
    _quotations,
    _settled,
    _events,
    _figures,
)
"""Every finder, in the order in which it runs. What a stage needs stands above it."""


TOGETHER, AT_ONCE = 16, 2_000_000
"""Pages, and characters of these, that go through the stages together."""


def read_pages(
    paths: Sequence[str | Path], options: Options = DEFAULTS
) -> Iterator[Reading | Unreadable]:
    """One reading a page, in input order; a page that cannot be read says why.

    Raises UsageError for a path that does not exist, DataError for wrong data of ours or the
    user's own.
    """
    return read_each(sources.open_pages(paths), options, load(options.knowledge))


def read_each(
    pages: Iterable[Page], options: Options, known: Knowledge
) -> Iterator[Reading | Unreadable]:
    """One reading a page, in order; of some pages at a time."""
    for some in together(pages):
        yield from _read(some, options, known)


def read_page(page: Page, options: Options, known: Knowledge) -> Reading | Unreadable:
    """The reading of one page: a pure function of the page, the program and the knowledge."""
    return _read([page], options, known)[0]


def together(pages: Iterable[Page]) -> Iterator[list[Page]]:
    """Pages some at a time; those before an error come before it."""
    some: list[Page] = []
    try:
        for page in pages:
            some.append(page)
            if len(some) == TOGETHER or sum(len(p.content) for p in some) > AT_ONCE:
                yield some
                some = []
    except Exception:
        yield some
        raise
    yield some


@uncollected()
def _read(pages: Sequence[Page], options: Options, known: Knowledge) -> list[Reading | Unreadable]:
    """The readings of some pages, all at one stage before any at the next: the rules and words of a
    stage are then still in the processor's cache when the next page comes."""
    cleaned = [_cleaned(page, options) for page in pages]
    drafts = {
        n: Draft(lay(article, language.load(article.page.language), known))
        for n, article in enumerate(cleaned)
        if isinstance(article, Article) and article.page.language in language.supported()
    }
    for stage in STAGES:
        drafts = dict(zip(drafts, stage(list(drafts.values())), strict=True))
    return [
        _reading(one, drafts.get(n), options) if isinstance(one, Article) else one
        for n, one in enumerate(cleaned)
    ]


def _cleaned(page: Page, options: Options) -> Article | Unreadable:
    if any(problem.severity == "error" for problem in page.problems):
        return _unreadable(page, page.problems)
    try:
        article = cleaning.clean(page, published=options.published)
    except PageError as error:
        return _unreadable(page, (*page.problems, problem_of(error)))
    if any(problem.severity == "error" for problem in article.problems):
        return _unreadable(page, article.problems)
    return article


def _reading(article: Article, draft: Draft | None, options: Options) -> Reading:
    bare = Reading(
        page=article.page,
        blocks=article.blocks,
        metadata=article.metadata,
        problems=article.problems,
        text=article.text if options.text else None,
    )
    if draft is None:
        return bare
    return msgspec.structs.replace(
        bare,
        published=draft.published,
        times=draft.times,
        actors=draft.people.actors,
        mentions=draft.people.mentions,
        quotations=draft.quotations,
        events=draft.events,
        figures=draft.figures,
    )


def _unreadable(page: Page, problems: tuple[Problem, ...]) -> Unreadable:
    info = PageInfo(
        id=page.id,
        source=page.source,
        url=page.url,
        media_type=page.media_type,
        language=page.language,
        sha256=page.sha256,
        length=len(page.content),
    )
    return Unreadable(page=info, problems=problems)


def problem_of(error: DetenteError) -> Problem:
    """An error as the problem of one page."""
    return Problem(severity="error", what=error.what, why=error.why, hint=error.hint)
