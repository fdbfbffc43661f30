"""States, capitals, organs and peoples: who acts, and what is only a place.

A capital is its state's government where it acts, speaks or is addressed ("Moscou estime",
"demander à Moscou", "la position de Moscou"), and a place where something happens ("arrivé à
Moscou", "le sommet de Paris"). A state after a preposition of place is a place too.
"""

from __future__ import annotations

from typing import NamedTuple, TypeVar

from detente.days import Interval
from detente.finding.people.cast import Cast, Someone
from detente.finding.people.complements import follows
from detente.finding.people.gazetteer import Sense
from detente.finding.people.nearby import acts, is_subject
from detente.finding.people.recency import Recency
from detente.finding.people.spots import PlaceSpot, RoleSpot, Scan
from detente.finding.people.vocabulary import Vocabulary
from detente.knowledge.facts import Organ, State
from detente.records import MentionForm
from detente.text import fold

_Fact = TypeVar("_Fact", Organ, State)
SEATS = frozenset({"presidency", "head_of_government_office", "parliament", "other_ministry"})
"""Kinds of organs whose name is also that of their building."""
REACH = 5
"""Words before a capital in which the verb or noun that governs it is looked for."""
WORLD = "international_organization"
"""The kind of the institutions of many states."""
COMMON = frozenset({"court"})
"""The kinds of those that every state has, of which the knowledge base holds few: such a one is
meant only where its state is the one spoken of last."""
WHOLE = 999
"""Sentences back to the beginning of any page."""


class Found(NamedTuple):
    """What a name of a place or body is here: the actor, the form of the mention, and why."""

    someone: Someone
    form: MentionForm
    because: str


class Institutions:
    """Resolves the places and bodies of one page. ``on`` are the days it may be of."""

    def __init__(self, cast: Cast, words: Vocabulary, on: Interval | None, recent: Recency) -> None:
        self.cast, self.words, self.on, self.recent = cast, words, on, recent
        self.knowledge = cast.knowledge
        self.states: frozenset[str] = frozenset()
        self.home: str | None = None

    def begin(self, scan: Scan, states: frozenset[str], home: str | None) -> None:
        """Take what the page names: ``states``, and those of its institutions that only one state
        has."""
        ids: list[str] = []
        for spot in (s for s in scan.spots if isinstance(s, PlaceSpot)):
            named = _ids(spot.senses, "organ")
            ids += named if named and not self._is_shared(spot) else ()
        ids += [id for s in scan.spots if isinstance(s, RoleSpot) for id in s.organs]
        organs = [o for o in map(self.knowledge.organ, ids) if o is not None]
        self.states = states.union(o.state for o in organs if o.state is not None)
        self.home = home

    def resolve(self, spot: PlaceSpot) -> Found | None:
        """What a name is here; None if it is nothing that acts and no place worth a name."""
        organs = self._organs(spot)
        organ = self._of_day(organs)
        state = self._state(spot.senses, "state")
        capital = self._state(spot.senses, "capital")
        if organ is not None and (capital is None or self._acts(spot)):
            return self._as_organ(spot, organ)
        if organ is None and state is capital is None and spot.senses:
            return self._as_body(spot)
        if state is not None:
            return self._as_state(spot, state)
        return self._as_capital(spot, capital) if capital is not None else None

    def _as_organ(self, spot: PlaceSpot, organ: Organ) -> Found:
        if organ.kind in SEATS and self._is_place(spot):
            name = organ.names.get(self.cast.code, organ.id)
            place = self.cast.place(name, (organ.state,) if organ.state else ())
            return Found(place, "name", f"the place, after {self._before(spot)!r}")
        members = [m for m in map(self.knowledge.state, organ.members) if m is not None]
        if members:
            return Found(self.cast.group(map(self.cast.state, members)), "name", "its members")
        someone = self.cast.organ(organ)
        return Found(someone, "name", f"{organ.kind.replace('_', ' ')} in the knowledge base")

    def _as_body(self, spot: PlaceSpot) -> Found | None:
        """An institution that bears a name of many, in the country that the page is about: "le
        Sénat" where no state is named whose senate is known."""
        first = self._past_article(spot)
        if spot.line.plain(first) not in self.words.institutions:
            return None
        words = spot.line.text(first, spot.stop)
        body = self.cast.body(words, (self.home,) if self.home else ())
        return Found(body, "name", "an institution under the page's own words")

    def _as_state(self, spot: PlaceSpot, state: State) -> Found:
        table, before = self.words.tables.capitals, self._before(spot)
        contracted = before in table.state_place_contracted and not self._is_addressed(spot)
        if before in table.state_place or (contracted and not self._is_owned(spot)):
            name = state.names.get(self.cast.code, state.id)
            place = self.cast.place(name, (state.id,))
            return Found(place, "name", f"the country as a place, after {before!r}")
        return Found(
            self.cast.state(state), "name", f"name of {self.cast.knowledge.english(state.id)}"
        )

    def _as_capital(self, spot: PlaceSpot, state: State) -> Found | None:
        if self._is_dateline(spot):
            return None
        if self._acts(spot):
            because = (
                f"capital of {self.cast.knowledge.english(state.id)} that acts or is addressed"
            )
            return Found(self.cast.state(state), "metonym", because)
        name = spot.line.text(spot.first, spot.stop)
        because = f"the city, capital of {self.cast.knowledge.english(state.id)}"
        return Found(self.cast.place(name, (state.id,)), "name", because)

    # -- what the context says

    def _acts(self, spot: PlaceSpot) -> bool:
        """Whether a capital is a government here."""
        before, tables = self._before(spot), self.words.tables
        if self._is_place(spot) or self._follows_name(spot):
            return False
        if before in tables.prepositions.of:
            return self._is_owned(spot)
        if before in tables.capitals.actor_before:
            if self._has_before(spot, self.words.departing):
                return False
            apart = before in tables.prepositions.and_ and not self._neighbour_acts(spot)
            return not apart or acts(spot, self.words)
        if before in tables.prepositions.bound:
            return self._is_addressed(spot)
        return before not in tables.prepositions.all or is_subject(spot, self.words)

    def _follows_name(self, spot: PlaceSpot) -> bool:
        """Straight after a capital it belongs to a name: "le Salon du livre Paris"."""
        i = spot.first - 1
        return i >= 0 and spot.line.words[i].capital and not spot.line.opens(i)

    def _neighbour_acts(self, spot: PlaceSpot) -> bool:
        """Of "A et B": whether A does; B goes with it."""
        other = PlaceSpot(spot.line, spot.first - 2, spot.first - 1)
        return other.first < 0 or self._acts(other)

    def _is_place(self, spot: PlaceSpot) -> bool:
        """After a preposition or verb of place, unless the verb before addresses it."""
        for back in (1, 2, 3, 4):
            start = spot.first - back
            for phrase in self.words.place_before.get(spot.line.low(start), ()):
                if len(phrase) == back and follows(spot.line, start, phrase, lower=True):
                    return not self._is_addressed(spot)
        contracted = self._before(spot) in self.words.tables.capitals.state_place_contracted
        return contracted and not self._is_addressed(spot)

    def _is_addressed(self, spot: PlaceSpot) -> bool:
        """Whether one of the words before sends something to it: "a demandé à Moscou"."""
        return self._has_before(spot, self.words.addressed)

    def _is_owned(self, spot: PlaceSpot) -> bool:
        """Whether the noun or verb before makes it an owner: "la position de Moscou"."""
        return self._has_before(spot, self.words.owned, 3)

    def _has_before(self, spot: PlaceSpot, wanted: frozenset[str], reach: int = REACH) -> bool:
        line = spot.line
        for k in range(spot.first - 1, max(-1, spot.first - 1 - reach), -1):
            if line.sentences[k] != line.sentences[spot.first]:
                return False
            if line.plain(k) in wanted:
                return True
        return False

    def _before(self, spot: PlaceSpot) -> str:
        return spot.line.low(spot.first - 1)

    def _is_dateline(self, spot: PlaceSpot) -> bool:
        """A capital at the start of a block, before a bracket or a dash: "WASHINGTON (AFP)"."""
        return spot.first == 0 and spot.line.low(spot.stop) in self.words.tables.capitals.dateline

    # -- which one of several

    def _organs(self, spot: PlaceSpot) -> list[Organ]:
        """The institutions of that name. One that states share ("le Sénat") or others bear too is
        of a state that the page names, the one spoken of last first."""
        found = map(self.knowledge.organ, _ids(spot.senses, "organ"))
        organs = [o for o in found if o is not None]
        if not organs or not self._is_shared(spot):
            return organs
        order = {id: k for k, id in enumerate(self._spoken_of(spot))}
        organs = [o for o in organs if o.kind == WORLD or o.state is None or o.state in self.states]
        if len(organs) == 1 and organs[0].kind in COMMON and order.get(organs[0].state or ""):
            return []
        return sorted(organs, key=lambda o: order.get(o.state or "", len(order)))

    def _is_shared(self, spot: PlaceSpot) -> bool:
        """Whether a name is that of institutions of many states, or of others too."""
        if spot.told:
            return False
        line, first = spot.line, self._past_article(spot)
        if line.text(first, spot.stop) in self.words.tables.groups.shared:
            return True
        if line.plain(first) not in self.words.institutions:
            return False
        adjectives = self.cast.names.states_of
        named = any(adjectives(line.plain(k)) for k in range(first, spot.stop))
        return not named and not self._bears(spot, first + 1)

    def _bears(self, spot: PlaceSpot, first: int) -> bool:
        """An institution of that name bears its words from ``first`` on too: "l'agence Tass"."""
        if first >= spot.stop:
            return False
        name = spot.line.text(first, spot.stop)
        found = map(self.knowledge.organ, _ids(spot.senses, "organ"))
        return any(o is not None and name == o.names.get(self.cast.code) for o in found)

    def _past_article(self, spot: PlaceSpot) -> int:
        definite = self.words.tables.determiners.definite
        return spot.first + (spot.line.low(spot.first) in definite)

    def _spoken_of(self, spot: PlaceSpot) -> tuple[str, ...]:
        """The states of those spoken of so far, the last first."""
        seen = self.recent.since(spot.sentence - WHOLE)
        return tuple(dict.fromkeys(id for someone in seen for id in someone.states[:1]))

    def _state(self, senses: tuple[Sense, ...], kind: str) -> State | None:
        states = map(self.knowledge.state, _ids(senses, kind))
        return self._of_day([s for s in states if s is not None])

    def _of_day(self, facts: list[_Fact]) -> _Fact | None:
        """The first that exists on the page's days; the first at all if none does."""
        if not facts:
            return None
        living = [f for f in facts if self.on is None or f.valid.meets(self.on)]
        current = [f for f in living if f.valid.latest is None]
        return (current or living or facts)[0]


def _ids(senses: tuple[Sense, ...], kind: str) -> list[str]:
    return [sense.id for sense in senses if sense.kind == kind]


def spelled_out(cast: Cast, words: str, organs: tuple[str, ...]) -> str:
    """A description that ends with the short name of an institution, with its whole name:
    "porte-parole de la Commission [européenne]"."""
    organ = cast.knowledge.organ(organs[0]) if len(organs) == 1 else None
    whole = organ.names.get(cast.code, "") if organ else ""
    for short in organ.aliases.get(cast.code, ()) if organ else ():
        begins = fold(whole).startswith(fold(short) + " ")
        if begins and fold(words).endswith(" " + fold(short)):
            return words[: len(words) - len(short)] + whole
    return words


def in_other_order(cast: Cast, words: str, states: tuple[str, ...]) -> Someone | None:
    """The institution of one state whose name has these words in another order: "le ministère des
    Affaires étrangères suédois" is "le ministère suédois des Affaires étrangères"."""
    if len(states) != 1:
        return None
    own = (organ for organ in cast.knowledge.organs if organ.state == states[0])
    wanted = sorted(fold(words).split())
    alike = (o for o in own if sorted(fold(o.names.get(cast.code, "")).split()) == wanted)
    found = next(alike, None)
    return cast.organ(found) if found is not None else None
