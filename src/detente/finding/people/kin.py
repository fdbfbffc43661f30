"""Somebody's kin: "la mère de X", with the first name that follows: "son fils, X, a dit"."""

from __future__ import annotations

from detente.finding.people.names import NameReader
from detente.finding.people.roles import RoleReader
from detente.finding.people.spots import NameSpot, RoleSpot
from detente.finding.people.vocabulary import Vocabulary


def whose(role: RoleSpot, roles: RoleReader, words: Vocabulary) -> NameSpot | None:
    """The name right after the noun of whose kin it is, joined with a title before it: "la mère du
    ministre X"."""
    line, bare = role.line, role.stop == role.head + 1
    linked = line.low(role.stop) in words.tables.prepositions.of
    if role.noun.singular not in words.kin or not bare or not linked:
        return None
    name = roles.people.read(role.stop + 1)
    if name is not None:
        return name
    title = roles.read(role.stop + 1) or roles.read(role.stop + 2)
    name = roles.people.read(title.stop) if title is not None and not title.plural else None
    if title is None or name is None or title.determiner != "definite":
        return None
    title.name, name.role, name.gender = name, title, name.gender or title.gender
    return name


def called(role: RoleSpot, people: NameReader, words: Vocabulary) -> NameSpot | None:
    """The one word after a comma, up to the next mark, that is the name of one of somebody's kin;
    it is nobody's family name."""
    line = role.line
    if role.noun.singular not in words.kin or role.determiner == "indefinite":
        return None
    name = people.read(role.stop + 1) if line.low(role.stop) == "," else None
    alone = name is not None and name.stop == role.stop + 2
    if name is None or not alone or line.low(name.stop)[:1].isalnum():
        return None
    name.new = True
    return name
