"""The nouns of the almanac."""

from __future__ import annotations

from detente.days import Interval
from detente.knowledge.facts import Words
from detente.records import Record

Way = tuple[str, ...]
"""One way to name a thing: phrases that must all stand on the page."""
Ways = dict[str, tuple[Way, ...]]
"""The ways to name a thing, by language."""


class Happening(Record, frozen=True, kw_only=True):
    """Something that took place, or words that came into use, on known days.

    ``ahead`` is for how many days before the press names it, ``echo`` for how many days after its
    end half of the pages that name it are written; ``None`` where words stay in use.
    """

    name: str
    ways: Ways
    when: Interval
    ahead: int
    echo: int | None


class Holder(Record, frozen=True, kw_only=True):
    """A person's time in a role, told by the words of the role beside the name."""

    names: Words
    role: str
    roles: Words
    when: Interval


class Life(Record, frozen=True, kw_only=True):
    """When a person was born and died; either may be unknown."""

    names: Words
    born: Interval
    died: Interval


class Edition(Record, frozen=True, kw_only=True):
    """One edition of what comes again under a number or a year."""

    name: str
    ways: Ways
    number: int | None
    when: Interval


class Almanac(Record, frozen=True, kw_only=True):
    """All of it."""

    happenings: tuple[Happening, ...] = ()
    holders: tuple[Holder, ...] = ()
    lives: tuple[Life, ...] = ()
    editions: tuple[Edition, ...] = ()
