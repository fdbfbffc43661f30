"""The knowledge base: states, organs, offices with their holders, people and occasions, by date."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Literal, NamedTuple

from detente.days import Interval
from detente.knowledge import assembly, tables
from detente.knowledge.almanac import Almanac
from detente.knowledge.almanac import load as almanac
from detente.knowledge.cyrillic import is_cyrillic, latin
from detente.knowledge.facts import Occasion, Office, Organ, Person, State, Term
from detente.memory import uncollected
from detente.text import fold

NameKind = Literal["person", "state", "organ", "capital"]


class Name(NamedTuple):
    """One way to write a name: the surface, whom it names, what that is."""

    surface: str
    id: str
    kind: NameKind


class Knowledge:
    """Facts looked up by id, by name and by day. Everything comes out in a fixed order."""

    def __init__(self, facts: assembly.Facts, fingerprint: str, folder: Path | None = None) -> None:
        self.fingerprint = fingerprint
        """SHA-256 of the data files, for the manifest of a record."""
        self._folder = folder
        self.states: tuple[State, ...] = tuple(facts.states.values())
        self.organs: tuple[Organ, ...] = tuple(facts.organs.values())
        self.organ_ids = frozenset(organ.qid or organ.id for organ in self.organs)
        """The ids that actors have who are organs."""
        self.offices: tuple[Office, ...] = tuple(facts.offices.values())
        self.people: tuple[Person, ...] = tuple(facts.people.values())
        self.occasions: tuple[Occasion, ...] = facts.occasions
        self.all_terms: tuple[Term, ...] = facts.terms
        self._facts = facts

    def state(self, id: str | None) -> State | None:
        """The state of that id, or None."""
        return self._facts.states.get(id or "")

    def organ(self, id: str | None) -> Organ | None:
        """The organ of that id, or None."""
        return self._facts.organs.get(id or "")

    def english(self, id: str) -> str:
        """The name of a state or organ in English, with the article that goes with it, as reasons
        give it; its id if it is not known."""
        known = self.state(id) or self.organ(id)
        return (known.articles.get("en") or known.names.get("en") or id) if known else id

    def body(self, id: str | None) -> Organ | None:
        """The organ that an actor is, whether it bears our id or its Wikidata item."""
        return self.organ(id) or self._by_item.get(id or "")

    @cached_property
    def _by_item(self) -> dict[str, Organ]:
        return {organ.qid: organ for organ in self.organs if organ.qid}

    def person(self, id: str | None) -> Person | None:
        """The person of that id, or None."""
        return self._facts.people.get(id or "")

    def office(self, id: str) -> Office | None:
        """The office of that id, or None."""
        return self._facts.offices.get(id)

    def holders(
        self, office: str, of: str, on: Interval | dt.date, subject: str | None = None
    ) -> tuple[Term, ...]:
        """The terms in an office of a state or organ that a day of ``on`` may lie in, by start.

        On the day of a change that is the predecessor's and the successor's; an acting, contested
        or joint holder stands beside the other: the caller decides. Empty where the office is
        vacant or the holder is not known. ``subject`` narrows to ambassadors to a host, envoys
        for a file.
        """
        days = on if isinstance(on, Interval) else Interval.day(on)
        terms = self._by_office.get((office, of), ())
        return tuple(
            t for t in terms if t.possible.meets(days) and (subject is None or t.subject == subject)
        )

    def terms(self, person: str) -> tuple[Term, ...]:
        """All terms of a person, those of the state named first among the person's before others
        (a French president is also co-prince of Andorra), then by office and start."""
        return self._by_person.get(person, ())

    def terms_in(self, office: str, of: str) -> tuple[Term, ...]:
        """All terms in an office of a state or organ, by start."""
        return self._by_office.get((office, of), ())

    def named(self, words: str) -> tuple[Name, ...]:
        """Everything of which these words are a name, accents, hyphens and case aside. Two people
        of one name both come out."""
        return self._by_name.get(fold(words), ())

    def surnamed(self, word: str) -> tuple[Person, ...]:
        """People who may be meant by a bare surname, those in the higher offices first."""
        return self._by_surname.get(fold(word), ())

    def tier(self, person: str) -> int:
        """How high a person rose: the least tier of the offices held, 5 for none."""
        offices = (self.office(term.office) for term in self.terms(person))
        return min((office.tier for office in offices if office), default=5)

    def names(self) -> Iterator[Name]:
        """Every full name: people (in all spellings of two words or more), states and organs with
        their aliases, capitals. A person's single word is among :meth:`surnames`."""
        for person in self.people:
            for surface in spellings(person):
                if " " in surface:
                    yield Name(surface, person.id, "person")
        for state in self.states:
            own = (*state.names.values(), *(w for ws in state.aliases.values() for w in ws))
            for surface in dict.fromkeys(own):
                yield Name(surface, state.id, "state")
            for surface in dict.fromkeys(w for ws in state.capitals.values() for w in ws):
                yield Name(surface, state.id, "capital")
        for organ in self.organs:
            own = (*organ.names.values(), *(w for ws in organ.aliases.values() for w in ws))
            for surface in dict.fromkeys(own):
                yield Name(surface, organ.id, "organ")

    def surnames(self) -> Iterator[Name]:
        """Every surname, once a person who bears it: ambiguous on purpose."""
        for person in self.people:
            for surface in surnames(person):
                yield Name(surface, person.id, "person")

    @cached_property
    def almanac(self) -> Almanac:
        """The dated facts that tell when a page was written, read when first asked for."""
        return almanac.almanac(self._folder)

    @cached_property
    def _by_office(self) -> dict[tuple[str, str], tuple[Term, ...]]:
        found: dict[tuple[str, str], list[Term]] = {}
        for term in self.all_terms:
            found.setdefault((term.office, term.of), []).append(term)
        return {key: tuple(terms) for key, terms in found.items()}

    @cached_property
    def _by_person(self) -> dict[str, tuple[Term, ...]]:
        found: dict[str, list[Term]] = {}
        for term in self.all_terms:
            found.setdefault(term.person, []).append(term)
        return {key: tuple(sorted(terms, key=self._own_first)) for key, terms in found.items()}

    def _own_first(self, term: Term) -> int:
        """Sorts the terms of one person."""
        person = self.person(term.person)
        states = person.states if person else ()
        return states.index(term.of) if term.of in states else len(states)

    @cached_property
    def _by_name(self) -> dict[str, tuple[Name, ...]]:
        found: dict[str, dict[tuple[str, str], Name]] = {}
        for name in self.names():
            found.setdefault(fold(name.surface), {}).setdefault((name.id, name.kind), name)
        return {key: tuple(names.values()) for key, names in found.items() if key}

    @cached_property
    def _by_surname(self) -> dict[str, tuple[Person, ...]]:
        found: dict[str, dict[str, Person]] = {}
        for name in self.surnames():
            found.setdefault(fold(name.surface), {})[name.id] = self._facts.people[name.id]
        return {
            key: tuple(sorted(people.values(), key=lambda p: (self.tier(p.id), p.id)))
            for key, people in found.items()
            if key
        }


def spellings(person: Person) -> tuple[str, ...]:
    """The full names of a person: as known, and by rule from a Cyrillic name."""
    known = (*person.names.values(), *(w for ws in person.aliases.values() for w in ws))
    ruled = latin(person.native, person.states).values() if is_cyrillic(person.native) else ()
    native = (person.native,) if person.native else ()
    return tuple(dict.fromkeys((*known, *ruled, *native)))


def surnames(person: Person) -> tuple[str, ...]:
    """The short forms of a person: surnames as known, and by rule from a Cyrillic name; names of
    one word ("Akihito")."""
    single = (surface for surface in spellings(person) if " " not in surface)
    ruled: Iterable[str] = ()
    if is_cyrillic(person.native) and " " in person.native:
        ruled = latin(person.native.rsplit(" ", 1)[1], person.states).values()
    return tuple(dict.fromkeys((*person.surnames, *ruled, *single)))


@lru_cache(maxsize=4)
def load(extra: Path | None = None) -> Knowledge:
    """The knowledge base of the package, with the user's own folder over it.

    Read once a process. Raises DataError, with file and line, if a file is wrong.
    """
    with uncollected():
        files = tables.read(extra)
        both = hashlib.sha256((files.fingerprint + almanac.fingerprint(extra)).encode())
        knowledge = Knowledge(assembly.assemble(files.rows), both.hexdigest(), extra)
        if extra is not None:
            _ = knowledge.almanac
        return knowledge
