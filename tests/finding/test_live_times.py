"""Times of live pages, and times that only bound a day."""

from __future__ import annotations

from detente.cleaning.article import Article
from detente.finding import ground as grounds
from detente.finding.events.stretches import is_date
from detente.finding.times import find, resolve
from detente.knowledge import base
from detente.languages import language
from detente.records import Block, PageInfo, Published, Time

TEXT = """• 19h05 Les deux ministres se sont quittés sans un mot.
• 18h10 Une lettre est connue. Elle avait été remise le 3 mars, à 9 heures, par un courrier.
• 17h40 Le port est rouvert, annonce la mairie."""


def test_every_entry_of_a_live_page_begins_on_the_day_of_the_page() -> None:
    blocks, at = [], 0
    for line in TEXT.split("\n"):
        blocks.append(Block(start=at, end=at + len(line), label="live_update"))
        at += len(line) + 1
    article = Article(page=PageInfo(id="case", language="fr"), text=TEXT, blocks=tuple(blocks))
    ground = grounds.lay(article, language.load("fr"), base.load())
    times = resolve(ground, find(ground), Published(best="2019-03-14"))
    assert [(t.text, t.earliest) for t in times] == [
        ("19h05", "2019-03-14"),
        ("18h10", "2019-03-14"),
        ("le 3 mars", "2019-03-03"),
        ("9 heures", "2019-03-03"),
        ("17h40", "2019-03-14"),
    ]


def test_what_only_bounds_a_day_dates_nothing() -> None:
    day = {"earliest": "2019-03-28", "latest": "2019-03-28", "because": "marked"}
    soon = Time(start=0, end=5, text="x", type="DATE", value="2019-03-28", mod="LESS_THAN", **day)
    now = Time(start=0, end=5, text="x", type="DATE", value="PRESENT_REF", **day)
    told = Time(start=0, end=5, text="x", type="DATE", value="2019-03-28", **day)
    assert [is_date(time) for time in (soon, now, told)] == [False, False, True]
