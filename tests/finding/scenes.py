"""Sentences with their actors and times marked by hand, as the earlier finders would hand them on.

``{Arnov|RUS}`` is a person who acts for a state, ``{=Moscou|RUS}`` a state, ``{+OTAN|}`` a body,
``{@Genève|}`` a place, ``{&les deux présidents|Arnov Bell}`` a group with members, and
``<2019-05-14|mardi>`` a time with its value (``<P1M|un mois>`` a length of time).
``{Arnov#Q42|RUS}`` has an id of his own.
"""

from __future__ import annotations

import re
from functools import cache

from detente.cleaning.article import Article
from detente.days import Interval, iso
from detente.finding.ground import Ground, People, lay
from detente.knowledge.base import Knowledge, load
from detente.languages import language
from detente.records import Actor, ActorKind, Block, BlockLabel, Mention, PageInfo, Published, Time

_MARK = re.compile(r"\{([=+@&]?)([^|{}]+)\|([^{}]*)\}|<([^|<>]+)\|([^<>]+)>")
_KINDS: dict[str, ActorKind] = {
    "": "person",
    "=": "state",
    "+": "organization",
    "@": "place",
    "&": "group",
}


class Marked:
    """A marked page: its plain text, actors, mentions and times."""

    def __init__(self, marked: str) -> None:
        self.text = ""
        self.actors: dict[str, Actor] = {}
        self.mentions: list[Mention] = []
        self.times: list[Time] = []
        at = 0
        for match in _MARK.finditer(marked):
            self.text += marked[at : match.start()]
            at = match.end()
            if match[4]:
                self._time(match[4], match[5])
            else:
                self._actor(match[1], match[2], match[3])
        self.text += marked[at:]

    def _actor(self, sign: str, name: str, tail: str) -> None:
        kind = _KINDS[sign]
        name, _, known = name.partition("#")
        id = known or (tail if kind == "state" else name)
        states = () if kind in ("group", "place") else tuple(tail.split())
        members = tuple(tail.split()) if kind == "group" else ()
        actor = Actor(id=id, kind=kind, name=name, states=states, members=members)
        self.actors.setdefault(id, actor)
        start, end = self._add(name)
        self.mentions.append(
            Mention(start=start, end=end, text=name, actor=id, form="name", because="marked")
        )

    def _time(self, value: str, words: str) -> None:
        start, end = self._add(words)
        span = value.startswith("P")
        first, _, last = ("", "", "") if span else value.partition("/")
        days = Interval(Interval.of(first).earliest, Interval.of(last or first).latest)
        time = Time(
            start=start,
            end=end,
            text=words,
            type="DURATION" if span else "DATE",
            value=value,
            earliest=iso(days.earliest),
            latest=iso(days.latest),
            because="marked",
        )
        self.times.append(time)

    def _add(self, words: str) -> tuple[int, int]:
        start = len(self.text)
        self.text += words
        return start, len(self.text)

    @property
    def people(self) -> People:
        return People(actors=tuple(self.actors.values()), mentions=tuple(self.mentions))

    def ground(self) -> Ground:
        blocks, at = [], 0
        for line in self.text.split("\n"):
            if line.strip():
                title = line.startswith("# ")
                start = at + 2 * title
                label: BlockLabel = "title" if title else "body"
                blocks.append(Block(start=start, end=at + len(line), label=label))
            at += len(line) + 1
        page = PageInfo(id="case", language="fr")
        article = Article(page=page, text=self.text, blocks=tuple(blocks))
        return lay(article, language.load("fr"), knowledge())


@cache
def knowledge() -> Knowledge:
    return load()


def published(day: str) -> Published:
    return Published(best=day, earliest=day, latest=day)
