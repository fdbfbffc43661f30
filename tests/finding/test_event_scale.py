"""Finding events takes time in proportion to the length of a page."""

from __future__ import annotations

import cProfile
import time
from dataclasses import replace

from detente.finding import events
from detente.finding.ground import Ground, People
from tests.finding.scenes import Marked, published

NEWS = "2019-05-15"

PEOPLE = ("Arnov|RUS", "Bell|USA", "Sato|JPN", "Tang|CHN", "Lenoir|FRA", "Demir|TUR", "Hale|GBR")
PLACES = ("Paris|FRA", "Berlin|DEU", "Ankara|TUR", "Moscou|RUS", "Tokyo|JPN")


def _page(paragraphs: int) -> Marked:
    """A page of many happenings: some told with parties and day, some that borrow both."""
    return Marked(
        "\n".join(
            f"{{{PEOPLE[n % 7]}}} a rencontré {{{PEOPLE[(n + 1 + n % 5) % 7]}}} au siège {n} "
            f"<2019-05-{n % 28 + 1:02}|le {n % 28 + 1} mai>, et {{={PLACES[n % 5]}}} a menacé "
            f"{{={PLACES[(n + 2) % 5]}}} de sanctions. La signature numéro {n} a été reportée, "
            f"ce retrait et la visite inquiètent."
            for n in range(paragraphs)
        )
    )


def _work(marked: Marked, ground: Ground, share: int) -> tuple[int, int, float]:
    """The events of the first paragraphs of a page, one in so many, the calls that finding them
    takes, and the seconds. The trees are those of the whole page."""
    sentences = ground.sentences[: len(ground.sentences) // share]
    part = replace(ground, sentences=sentences)
    end = sentences[-1].end
    mentions = tuple(m for m in marked.mentions if m.end <= end)
    people = People(actors=marked.people.actors, mentions=mentions)
    times = [t for t in marked.times if t.end <= end]
    start = time.process_time()
    found = events.find(part, people, times, (), published(NEWS))
    seconds = time.process_time() - start
    profile = cProfile.Profile(builtins=False)
    profile.runcall(events.find, part, people, times, (), published(NEWS))
    return len(found), sum(entry.callcount for entry in profile.getstats()), seconds


def test_time_grows_with_the_length_not_its_square() -> None:
    marked = _page(320)
    assert len(marked.text) > 50_000
    ground = marked.ground()
    ground.syntax.parse(ground.sentences)
    _work(marked, ground, 32)
    counts, calls, seconds = zip(*(_work(marked, ground, n) for n in (4, 2, 1)), strict=True)
    assert counts[2] >= 3.9 * counts[0]
    assert calls[1] < 2.2 * calls[0]
    assert calls[2] < 4.4 * calls[0]
    assert seconds[2] < 10 * max(seconds[0], 0.05)
