"""A role phrase: words that name people by what they are."""

from __future__ import annotations

from typing import NamedTuple

import msgspec

from detente.languages.roles import Determiner, Requirement, Standing
from detente.records import Record


class Post(NamedTuple):
    """An office of a state or organ. ``office`` is None for a counterpart ("his colleague"), whose
    office is another's; ``of`` is None where the words name no state."""

    office: str | None
    of: str | None


class RolePhrase(Record, frozen=True, kw_only=True):
    """``text[start:end]`` of the text that was read, from the determiner on (a contracted one, as
    in "du président", is left out); ``head`` is where the title itself begins.

    ``members`` has one entry a person meant, each the posts that the words may name (tried in
    order if ``ranked``); none for a plural that names no state ("les deux présidents"), of which
    ``offices`` still tells the offices. ``only`` are the states that know the title, if they are
    few. ``subjects`` are the possible hosts of an ambassador or files of an envoy.
    """

    start: int
    end: int
    head: int
    text: str
    members: tuple[tuple[Post, ...], ...]
    offices: tuple[str, ...]
    ranked: bool = False
    only: tuple[str, ...] = ()
    requires: tuple[Requirement, ...] = ()
    subjects: tuple[str, ...] = ()
    standing: Standing = "current"
    determiner: Determiner | None = None
    plural: bool = False
    count: int | None = None
    feminine: bool = False
    counterpart: bool = False

    @property
    def former(self) -> bool:
        """Whether the office is said to be in the past."""
        return self.standing == "former"

    @property
    def possessive(self) -> bool:
        """Whether the state is that of someone named before ("son ministre")."""
        return self.determiner == "possessive"

    @property
    def of(self) -> tuple[str, ...]:
        """The states and organs that the words name, in order."""
        named = (post.of for member in self.members for post in member)
        return tuple(dict.fromkeys(of for of in named if of))

    def within(self, of: str) -> RolePhrase:
        """The phrase with its state filled in, for one that names none ("son ministre"); as it is
        where that state has no such title."""
        if self.only and of not in self.only:
            return self
        posts = tuple(Post(office, of) for office in self.offices or (None,))
        return msgspec.structs.replace(self, members=(posts,), determiner="definite")
