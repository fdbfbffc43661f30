"""What scanning a line finds, before anybody is resolved."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from detente.finding.people.gazetteer import Sense
from detente.finding.people.vocabulary import Gender, Noun
from detente.finding.people.words import Line
from detente.knowledge.roles import RolePhrase

GroupKind = Literal[
    "persons",
    "states",
    "bodies",
    "unnamed",
    "government",
    "people",
    "body",
    "again",
    "side",
    "country",
    "tied",
]
Determiner = Literal["definite", "demonstrative", "indefinite", "possessive", "none"]


@dataclass(slots=True)
class Spot:
    """Words ``first`` up to ``stop`` of a line that may point to an actor."""

    line: Line
    first: int
    stop: int

    @property
    def text(self) -> str:
        """The words as read."""
        return self.line.text(self.first, self.stop)

    @property
    def sentence(self) -> int:
        """The number of the sentence on the page."""
        return self.line.sentences[self.first]

    @property
    def quoted(self) -> bool:
        """Whether the words stand inside marks."""
        return self.line.quoted[self.first]

    @property
    def place(self) -> tuple[int, int]:
        """Where the spot stands on the page, for ordering."""
        return self.line.number, self.first


@dataclass(slots=True)
class NameSpot(Spot):
    """A name of a person, or what may be one. ``known`` are the people of that full name,
    ``civil`` marks a civility before it, ``role`` the role it is joined with, ``given`` a first
    name, ``new`` that the words around present somebody: "une femme disant s'appeler X"."""

    known: tuple[str, ...] = ()
    surnamed: tuple[str, ...] = ()
    civil: bool = False
    gender: Gender | None = None
    given: bool = False
    new: bool = False
    role: RoleSpot | None = None
    said: tuple[str, ...] = ()
    """The name as the census of the page reads it, once it has."""

    @property
    def name(self) -> tuple[str, ...]:
        """The words of the name, without a civility."""
        return tuple(w.text for w in self.line.words[self.first : self.stop])


@dataclass(slots=True)
class PlaceSpot(Spot):
    """A state, capital, organ or people by name; ``told`` with a noun for what it is, ``spelled``
    the words that its letters stand for."""

    senses: tuple[Sense, ...] = ()
    told: bool = False
    spelled: str = ""


@dataclass(slots=True)
class RoleSpot(Spot):
    """A role: its noun, determiner and what it belongs to.

    ``states`` and ``organs`` are those named within it, ``phrase`` is the office that the knowledge
    base reads in it, ``name`` the name it is joined with, ``owner`` the first state or organ that
    is named within it, ``around`` tells that it ends with a name that is another's, which is
    ``whose`` where the role is one of that person's kin.
    """

    noun: Noun
    head: int
    determiner: Determiner = "none"
    plural: bool = False
    gender: Gender | None = None
    states: tuple[str, ...] = ()
    organs: tuple[str, ...] = ()
    former: bool = False
    other: bool = False
    phrase: RolePhrase | None = None
    name: NameSpot | None = None
    owner: PlaceSpot | None = None
    around: bool = False
    whose: NameSpot | None = None

    @property
    def offices(self) -> tuple[str, ...]:
        """The offices that the role may name."""
        return self.phrase.offices if self.phrase else ()

    @property
    def of(self) -> tuple[str, ...]:
        """The states and organs whose office it is, as far as the words tell."""
        return self.phrase.of if self.phrase else ()


@dataclass(slots=True)
class PronounSpot(Spot):
    """A personal or demonstrative pronoun.

    ``nearest`` points to the last one named; ``strong`` follows a preposition, ``doubled`` is
    "lui-même", ``tied`` is "quant à lui"; ``hung`` stands after a verb of saying ("dit-il"),
    ``told`` in a clause after "que"; ``speaks`` has a verb of saying beside it;
    ``asked`` after another, whose subject it repeats ("le conflit s'étend-il"); ``forward``
    follows a conjunction that opens the sentence, ``clause`` one within it, ``relative`` a relative
    word."""

    gender: Gender | None = None
    plural: bool = False
    nearest: bool = False
    strong: bool = False
    hung: bool = False
    forward: bool = False
    doubled: bool = False
    relative: bool = False
    clause: bool = False
    asked: bool = False
    told: bool = False
    aside: bool = False
    speaks: bool = False
    tied: bool = False


@dataclass(slots=True)
class GroupSpot(Spot):
    """A plural or collective: a pair of persons or states just named, or those without a name.
    ``title`` is the name of a body and ``letters`` its acronym, ``head`` who heads a government,
    ``count`` how many they are, ``parts`` are names tied by a hyphen, ``told`` that more than an
    article stands with the noun, ``aside`` that it is spoken of and does not act, ``narrow`` that
    not all of the kind are such: "les deux pays arabes"."""

    kind: GroupKind = "unnamed"
    states: tuple[str, ...] = ()
    id: str | None = None
    possessive: bool = False
    offices: tuple[str, ...] = ()
    noun: str = ""
    title: str = ""
    head: NameSpot | None = None
    letters: str = ""
    parts: tuple[str, ...] = ()
    count: int = 2
    told: bool = False
    aside: bool = False
    narrow: bool = False


@dataclass(slots=True)
class Scan:
    """Everything found in the lines of a page, in order."""

    lines: tuple[Line, ...]
    spots: list[Spot] = field(default_factory=list)

    @property
    def states(self) -> frozenset[str]:
        """The states that the page names, by name, capital, adjective or organ."""
        named = [
            s.id
            for p in self.spots
            if isinstance(p, PlaceSpot)
            for s in p.senses
            if s.kind in ("state", "capital")
        ]
        held = [s for p in self.spots if isinstance(p, RoleSpot | GroupSpot) for s in p.states]
        return frozenset((*named, *held))
