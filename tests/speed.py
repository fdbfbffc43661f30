"""How fast pages are read, stage by stage: ``python -m tests.speed PATH... [--pages N]``.

With ``--cleaning`` only the cleaning of pages is measured: how many a second on one core, at their
best of several rounds, when their lines are met for the first time and when they were met before,
as the menus of a site are from its second page on.

Otherwise prints the time of the processor (not of the clock: other programs do not count) a page,
the share of sentences that were parsed, and pages a second on one core. Pages are read once before,
so that what is built once a process is not counted. As in the program, no cycles are searched for
while a page is read.
"""

import argparse
import time
from collections import Counter
from itertools import islice

from detente import cleaning, pipeline, sources
from detente.finding.ground import lay
from detente.knowledge.base import load
from detente.languages import language
from detente.memory import uncollected
from detente.options import DEFAULTS
from detente.sources.page import Page
from detente.syntax import Syntax

PARSING = "parsed"


class Clock:
    """Adds up the processor's time by stage; parsing counts apart from the stage that asks."""

    def __init__(self) -> None:
        self.spent: Counter[str] = Counter()
        self._since = time.process_time_ns()

    def lap(self, stage: str) -> None:
        now = time.process_time_ns()
        self.spent[stage] += now - self._since
        self._since = now


def _timed_parsing(clock: Clock) -> None:
    parse = Syntax.parse

    def timed(self: Syntax, sentences: object) -> None:
        before = time.process_time_ns()
        parse(self, sentences)  # type: ignore[arg-type]
        spent = time.process_time_ns() - before
        clock.spent[PARSING] += spent
        clock._since += spent

    Syntax.parse = timed  # type: ignore[method-assign]


@uncollected()
def _read(pages: list[Page], clock: Clock) -> tuple[int, int, int]:
    """Sentences of pages that are read together, those parsed, and words."""
    clock.lap("between pages")
    articles = [cleaning.clean(page) for page in pages]
    clock.lap("cleaning")
    grounds = [
        lay(article, language.load(article.page.language), load(DEFAULTS.knowledge))
        for article in articles
        if article.page.language in language.supported()
    ]
    clock.lap("sentences")
    drafts = [pipeline.Draft(ground) for ground in grounds]
    for stage in pipeline.STAGES:
        drafts = stage(drafts)
        clock.lap(stage.__name__.strip("_"))
    sentences = sum(len(ground.sentences) for ground in grounds)
    parsed = sum(ground.syntax.parsed for ground in grounds)
    return sentences, parsed, sum(len(ground.text.split()) for ground in grounds)


def _print_cleaning(pages: list[Page], rounds: int = 20) -> None:
    """Pages cleaned a second, by the type of the pages."""
    for media_type in sorted({page.media_type for page in pages}):
        ours = [page for page in pages if page.media_type == media_type]
        cleaning.clean(ours[0])
        times = [[_cleaning_time(page) for page in ours] for _ in range(rounds)]
        new = len(ours[1:]) / (sum(times[0][1:]) or 1)
        known = len(ours) / sum(map(min, zip(*times, strict=True)))
        size = sum(len(page.content) for page in ours) / len(ours)
        print(
            f"{media_type:12} {len(ours)} pages of {size:.0f} characters on average: "
            f"{new:.0f} a second, {known:.0f} where their lines were met before"
        )


def _cleaning_time(page: Page) -> float:
    before = time.process_time_ns()
    cleaning.clean(page)
    return (time.process_time_ns() - before) / 1e9


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.speed", description=__doc__)
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--pages", type=int, default=150)
    parser.add_argument("--cleaning", action="store_true", help="measure cleaning only")
    asked = parser.parse_args()
    pages = list(islice(sources.open_pages(asked.paths), asked.pages))
    if asked.cleaning:
        _print_cleaning(pages)
        return
    clock = Clock()
    for some in pipeline.together(pages):
        _read(some, clock)
    _timed_parsing(clock)
    clock.spent.clear()
    counts = [_read(some, clock) for some in pipeline.together(pages)]
    sentences, parsed, words = map(sum, zip(*counts, strict=True))
    del clock.spent["between pages"]
    for stage, spent in clock.spent.most_common():
        print(f"{stage:12} {spent / len(pages) / 1e6:7.1f} ms a page")
    total = clock.spent.total() / 1e9
    print(f"{len(pages)} pages of {words / len(pages):.0f} words on average")
    print(f"{parsed / max(1, sentences):.0%} of {sentences} sentences parsed")
    print(f"{len(pages) / total:.1f} pages a second on one core")


if __name__ == "__main__":
    main()
