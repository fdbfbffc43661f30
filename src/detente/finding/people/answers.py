"""What a role turns out to mean, and the small tests that lead there."""

from __future__ import annotations

from typing import NamedTuple

from detente.finding.people.cast import Someone, Taught
from detente.finding.people.spots import RoleSpot
from detente.knowledge.roles import RolePhrase


class Answer(NamedTuple):
    """Who, and why."""

    someone: Someone | None
    because: str


NOBODY = Answer(None, "no holder is known for the day, and the page names none")
SEVERAL = Answer(None, "several people may have held it then")


def changed(phrase: RolePhrase, **fields: object) -> RolePhrase:
    """The phrase with some fields changed: one member of a plural, a possessive as if it named
    its state itself."""
    own = {name: getattr(phrase, name) for name in phrase.__struct_fields__}
    return RolePhrase(**own | fields)


def last(someone: Someone | None) -> Answer:
    """The answer that the last person spoken of is meant."""
    return Answer(someone, f"the last person spoken of is {someone.name}") if someone else NOBODY


def may_be(someone: Someone, role: RoleSpot) -> bool:
    """Whether a person's gender suits a role."""
    return role.gender is None or someone.gender in (None, role.gender)


def matches(taught: Taught, role: RoleSpot, said: frozenset[str]) -> bool:
    """Whether a role taught by the page covers the words of another."""
    same = taught.noun == role.noun.singular
    return same and said <= taught.words and (taught.former or not role.former)
