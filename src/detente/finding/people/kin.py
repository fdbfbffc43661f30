"""Somebody's kin: "la mère de X", with the first name that follows: "son fils, X, a dit"."""

from __future__ import annotations

from detente.finding.people.names import NameReader
from detente.finding.people.spots import NameSpot, RoleSpot
from detente.finding.people.vocabulary import Vocabulary


def whose(role: RoleSpot, people: NameReader, words: Vocabulary) -> NameSpot | None:
    """The name right after the noun of whose kin it is."""
    line, bare = role.line, role.stop == role.head + 1
    if role.noun.singular not in words.kin or not bare:
        return None
    linked = line.low(role.stop) in words.tables.prepositions.of
    return people.read(role.stop + 1) if linked else None


def called(role: RoleSpot, people: NameReader, words: Vocabulary) -> NameSpot | None:
    """The one word between commas after it that is the name of one of somebody's kin."""
    line = role.line
    if role.noun.singular not in words.kin or role.determiner == "indefinite":
        return None
    name = people.read(role.stop + 1) if line.low(role.stop) == "," else None
    alone = name is not None and name.stop == role.stop + 2 and line.low(name.stop) == ","
    return name if alone else None
