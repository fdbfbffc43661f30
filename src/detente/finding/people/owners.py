"""Names that end a role and are not its own: "le porte-parole du président X", "un responsable de
l'administration X"."""

from __future__ import annotations

from detente.finding.people.roles import RoleReader
from detente.finding.people.spots import NameSpot, RoleSpot
from detente.finding.people.vocabulary import Vocabulary


def is_government(role: RoleSpot, name: NameSpot, words: Vocabulary) -> bool:
    """Whether a bare family name after a role is that under which its government goes."""
    bare = len(name.name) == 1 and not name.civil and role.stop > role.head + 1
    return bare and role.line.plain(role.stop - 1) in words.administrations


def within(role: RoleSpot, name: NameSpot, roles: RoleReader, words: Vocabulary) -> RoleSpot | None:
    """The role within a role that a name after both tells: where the one known by it held only
    the inner one ("le porte-parole du président X"), or where nobody is and the outer one tells
    any of many ("un avocat de l'opposant X") or one beside another ("le frère du roi X"), or
    the inner one is no office ("l'avocat de l'opposante X")."""
    held = {t.office for id in name.known for t in roles.names.knowledge.terms(id)}
    vague = (role.determiner == "indefinite" or role.noun.singular in words.seconds) and not held
    if held.intersection(role.offices):
        return None
    linked = words.tables.prepositions.of
    for k in range(role.head + 1, role.stop):
        inner = roles.within(k, role.stop)
        if inner is None or inner.plural or role.line.low(inner.first - 1) not in linked:
            continue
        if inner.stop == role.stop:
            plain = vague or not (held or inner.offices)
            return inner if plain or held.intersection(inner.offices) else None
    return None
