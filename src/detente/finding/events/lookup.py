"""What names, adjectives, capitals and houses stand for, as the knowledge base has them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache

from detente.knowledge.base import Knowledge
from detente.knowledge.facts import Organ, State
from detente.records import Actor
from detente.text import fold

SEATS = frozenset({"presidency", "foreign_ministry", "head_of_government_office"})
"""The kinds of organs whose house is where a state receives."""

MEDIA = frozenset({"media", "news_agency"})
"""The kinds of organs that report what others do."""

CIVIL = frozenset({"international_organization", "court", "ngo"})
"""The kinds of organs that neither bear arms nor are often shot at."""

ARMS = frozenset({"armed_forces"})
"""The kinds of organs that are only an arm of their state."""

GOVERNING = frozenset(
    {"presidency", "head_of_government_office", "foreign_ministry"}
    | {"defence_ministry", "other_ministry"}
)
"""The kinds of organs that take for their state what only states take."""


@cache
def organs(knowledge: Knowledge) -> dict[str, Organ]:
    """Organs by the id of their actor."""
    return {organ.qid or organ.id: organ for organ in knowledge.organs}


@cache
def adjectives(knowledge: Knowledge, code: str) -> dict[str, str]:
    """Folded adjectives and first parts of compounds, each with the state of today it names."""
    return _states_by(knowledge, lambda s: [*s.adjectives.get(code, ()), s.compounds.get(code, "")])


@cache
def names(knowledge: Knowledge, code: str) -> dict[str, str]:
    """Folded names of states, each with the state of today that bears it."""
    return _states_by(knowledge, lambda s: [s.names.get(code, ""), *s.aliases.get(code, ())])


@cache
def capitals(knowledge: Knowledge, code: str) -> dict[str, str]:
    """Folded names of capitals, each with its state of today."""
    return _states_by(knowledge, lambda s: s.capitals.get(code, ()))


def _states_by(knowledge: Knowledge, words: Callable[[State], Iterable[str]]) -> dict[str, str]:
    """The states by those words of theirs, folded; a word of two is that of the state of today."""
    found: dict[str, str] = {}
    for state in sorted(knowledge.states, key=lambda s: (s.valid.latest is not None, s.id)):
        for word in filter(None, words(state)):
            found.setdefault(fold(word), state.id)
    return found


@cache
def seats(knowledge: Knowledge, code: str) -> dict[str, str]:
    """Folded names of seats of power ("Maison-Blanche"), each with the state of its host."""
    found: dict[str, str] = {}
    for organ in sorted(knowledge.organs, key=lambda o: (o.valid.latest is not None, o.id)):
        if organ.kind in SEATS and organ.state is not None:
            for word in (organ.names.get(code, ""), *organ.aliases.get(code, ())):
                found.setdefault(fold(word), organ.state)
    return found


def made_state(knowledge: Knowledge, code: str, id: str | None) -> Actor | None:
    """A state of the knowledge base as an actor; the union of states as the body that it is."""
    known = knowledge.state(id)
    if known is None:
        return None
    name = known.names.get(code, known.id)
    if knowledge.body(known.qid) is not None:
        return Actor(id=known.qid, kind="organization", name=name, states=(known.id,))
    return Actor(id=known.id, kind="state", name=name, states=(known.id,))
