"""Plurals and collectives: pairs just named, governments, peoples, and those without a name."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from detente.finding.people.cast import Cast, Someone
from detente.finding.people.couples import in_one_sentence
from detente.finding.people.focus import ALL, Focus
from detente.finding.people.here import state_here
from detente.finding.people.holders import Holders
from detente.finding.people.institutions import Found
from detente.finding.people.nearby import acts
from detente.finding.people.spots import GroupKind, GroupSpot, RoleSpot
from detente.finding.people.unnamed import Unnamed
from detente.finding.people.vocabulary import Vocabulary
from detente.knowledge.facts import State
from detente.records import ActorKind

PAIR = 2
NEAR = 4
"""Sentences back in which the country spoken of stands."""
_PAIRS: dict[GroupKind, ActorKind] = {
    "persons": "person",
    "states": "state",
    "bodies": "organization",
}


class Groups:
    """Resolves the groups of one page."""

    def __init__(self, cast: Cast, words: Vocabulary, focus: Focus, holders: Holders) -> None:
        self.cast, self.words, self.focus, self.holders = cast, words, focus, holders
        self.persons: dict[int, Someone] = {}
        self.states: frozenset[str] = frozenset()
        self.unnamed = Unnamed(cast, words, focus)
        self._ways: dict[GroupKind, Callable[[GroupSpot], Found | None]] = {
            **dict.fromkeys(_PAIRS, self._pair),
            "tied": self._tied,
            "country": self._country,
            "people": self._people,
            "side": self._side,
            "body": self._body,
            "government": self._governing,
            "unnamed": self._unnamed,
            "again": self.unnamed.named_before,
        }

    def resolve(self, spot: GroupSpot) -> Found | None:
        """What a group is; None where it is nobody that acts."""
        return self._ways[spot.kind](spot)

    def _body(self, spot: GroupSpot) -> Found | None:
        body = self.cast.body(spot.title, spot.states, spot.letters)
        body.sort = body.sort or next(iter(self.words.kinds.get(spot.noun, ())), "")
        return Found(body, "name", "a body that the page names")

    def _governing(self, spot: GroupSpot) -> Found | None:
        return self._government(spot) or self.unnamed.resolve(spot)

    def _unnamed(self, spot: GroupSpot) -> Found | None:
        return self._seat(spot) or self.unnamed.resolve(spot)

    def _seat(self, spot: GroupSpot) -> Found | None:
        """The body that somebody heads, for "son ministère", "ses services" that act."""
        kinds = self.words.tables.groups.seats.get(spot.noun, ())
        owner = self.focus.subject(spot, far=True) if spot.possessive and kinds else None
        if owner is None or owner.kind != "person" or not acts(spot, self.words):
            return None
        found = [o for o in self.holders.bodies(owner) if o.kind in kinds]
        if len(found) != 1:
            return None
        return Found(self.cast.organ(found[0]), "role", f"the body that {owner.name} heads")

    # -- two of a kind

    def _pair(self, spot: GroupSpot) -> Found | None:
        """The last two of the kind: "les deux présidents", "les deux pays"; or the few of the
        sentences before, where these are as many as told."""
        kind = _PAIRS[spot.kind]
        offices = frozenset(spot.offices)

        def fits(someone: Someone) -> bool:
            suits = not offices or bool(offices.intersection(self.holders.page.offices(someone)))
            return someone.kind == kind and suits

        if spot.count > PAIR:
            return self._few(spot, fits)
        two = self.focus.last_two(spot, fits)
        if len(two) < PAIR and kind == "person":
            two = self.focus.last_two(spot, lambda s: s.kind == "person" and bool(s.states))
        if kind == "state":
            told = ((s.sentence, s.someone) for s in self.focus.back(spot, PAIR))
            two = self._states(in_one_sentence(told)) or two
            two = two if len(two) == PAIR else self._states_of_people(spot)
        couple = self.focus.couples.of(two, self.focus.last.since(spot.sentence - 1))
        unfit = all(map(fits, two)) and not all(map(fits, couple))
        if not unfit and not self._are_told_together(spot, two):
            two = couple or two
        if spot.narrow and kind == "state":
            two = self.focus.couples.last(kind)
        if kind == "state" and not self.focus.couples.has(two):
            two = self._without_stranger(spot, fits) or two
        if len(two) < PAIR:
            return None
        names = " and ".join(s.name for s in two)
        return Found(self.cast.group(two), "role", f"the last two spoken of: {names}")

    def _are_told_together(self, spot: GroupSpot, two: tuple[Someone, ...]) -> bool:
        """Whether two persons were last spoken of in one sentence, who are then those meant."""
        last: dict[str, int] = {}
        for seen in self.focus.back(spot):
            last.setdefault(seen.someone.id, seen.sentence)
        told = {last.get(s.id) for s in two if s.kind == "person"}
        return len(two) == PAIR and len(told) == 1

    def _few(self, spot: GroupSpot, fits: Callable[[Someone], bool]) -> Found | None:
        """Those last named in one row, or all the persons in the sentences just before, where they
        are as many as told."""
        for someone in self.focus.last.since(spot.sentence - NEAR):
            if len(someone.members) == spot.count and all(map(fits, someone.members)):
                return Found(someone, "role", f"those last named together: {someone.name}")
        if spot.kind == "states":
            return None
        near = self.focus.last.since(spot.sentence - PAIR)
        them = {part.id: part for s in near for part in (s.members or (s,)) if fits(part)}
        if len(them) != spot.count:
            return None
        names = " and ".join(sorted(s.name for s in them.values()))
        group = self.cast.group(reversed(them.values()))
        return Found(group, "role", f"those just spoken of: {names}")

    def _without_stranger(
        self, spot: GroupSpot, fits: Callable[[Someone], bool]
    ) -> tuple[Someone, ...]:
        """The last two but the subject of the sentence, where that is named for the first time:
        "X s'est dit prêt à une médiation entre les deux pays"; nobody if others lack."""
        here = [s for s in self.focus.back(spot, 0) if fits(s.someone)]
        strangers = {s.someone.id for s in here if s.subject and not self.focus.knew(s)}
        if len(here) != 1 or not strangers:
            return ()
        two = self.focus.last_two(spot, lambda s: fits(s) and s.id not in strangers)
        return two if len(two) == PAIR else ()

    def _tied(self, spot: GroupSpot) -> Found | None:
        """Two persons of the page whose family names a hyphen ties."""
        them = [self.cast.short(part) for part in spot.parts]
        if any(len(people) != 1 for people in them):
            return None
        group = self.cast.group(people[0] for people in them)
        return Found(group, "short_name", "both names are of people of the page")

    def _country(self, spot: GroupSpot) -> Found | None:
        """The state of whoever has it ("son pays"), the one just named for "ce pays", and the one
        that was last the subject, by name or capital, for "le pays" that acts."""
        if spot.possessive:
            owner = self.focus.subject(spot)
            theirs = owner.states[:1] if owner is not None and not owner.plural else ()
            return self._of_state(theirs, f"the country of {owner.name}," if owner else "")
        if not acts(spot, self.words):
            return None
        pointing = spot.line.low(spot.first) in self.words.tables.determiners.demonstrative
        for seen in self.focus.back(spot, 1 if pointing else NEAR):
            if isinstance(seen.spot, GroupSpot) or seen.spot.quoted != spot.quoted:
                continue
            if pointing and seen.someone.kind in ("state", "place"):
                return self._of_state(seen.someone.states[:1], "the country just named,")
            if not pointing and seen.subject and seen.someone.kind == "state":
                return Found(
                    seen.someone, "role", f"the country spoken of, {self._english(seen.someone.id)}"
                )
        return None

    def _of_state(self, states: tuple[str, ...], because: str) -> Found | None:
        state = self.cast.knowledge.state(states[0]) if states else None
        return (
            Found(self.cast.state(state), "role", f"{because} {self._english(state.id)}")
            if state
            else None
        )

    def _states_of_people(self, spot: GroupSpot) -> tuple[Someone, ...]:
        """The states of the last two persons of different states."""
        seen: dict[str, None] = {}
        for someone in self.focus.last.since(spot.sentence - ALL):
            if someone.kind in ("person", "state") and someone.states:
                seen.setdefault(someone.states[0])
            if len(seen) == PAIR:
                break
        return self._states(reversed(tuple(seen)))

    def _states(self, ids: Iterable[str]) -> tuple[Someone, ...]:
        return tuple(self.cast.state(s) for id in ids if (s := self.cast.knowledge.state(id)))

    def plural_role(self, role: RoleSpot) -> Found | None:
        """The holders in the states named: "les présidents russe et américain"."""
        people = self.holders.members(role)
        if len(people) < PAIR:
            return None
        names = " and ".join(p.name for p in people)
        return Found(self.cast.group(people), "role", f"the holders of the day: {names}")

    # -- governments and peoples

    def _english(self, state: str) -> str:
        return self.cast.knowledge.english(state)

    def _government(self, spot: GroupSpot) -> Found | None:
        """A government stands for its state: that of its adjective, or of its head."""
        state = self.cast.knowledge.state(spot.states[0]) if spot.states else None
        because = "government of"
        owner = self._owner(spot)
        if state is None and owner is not None and owner.states and not owner.plural:
            state = self.cast.knowledge.state(owner.states[0])
        if state is None and spot.head is None and self.unnamed.is_at_home(spot):
            state, because = self._home(), "government of the country the page is about,"
        if state is None and spot.head is None and owner is None:
            state, because = self._lately(spot), "the government spoken of just before, of"
        bare = state is None and owner is None
        here = state_here(spot, self.focus, self.words, self.cast.names) if bare else None
        if here is not None and spot.head is None:
            state, because = self.cast.knowledge.state(here), "its sentence is set in"
        if state is None and spot.head is not None:
            head = self.persons.get(id(spot.head))
            state = self.cast.knowledge.state(head.states[0]) if head and head.states else None
            because = f"government under {spot.head.text}, of"
        if state is None:
            return None
        return Found(self.cast.state(state), "metonym", f"{because} {self._english(state.id)}")

    def _lately(self, spot: GroupSpot) -> State | None:
        """The state whose government the same paragraph has named just before, for "les autorités"
        without a word more."""
        if spot.stop - spot.first > PAIR or not (
            self.unnamed.is_bare(spot) and acts(spot, self.words)
        ):
            return None
        for seen in self.focus.back(spot, PAIR):
            before = seen.spot
            if isinstance(before, GroupSpot) and before.kind == "government":
                own = before.line is spot.line and seen.someone.kind == "state"
                return self.cast.knowledge.state(seen.someone.id) if own else None
        return None

    def _owner(self, spot: GroupSpot) -> Someone | None:
        """Whose government it is: "son gouvernement", "X, dont le gouvernement"."""
        if spot.noun not in self.words.own:
            return None
        if spot.line.low(spot.first - 1) in self.words.tables.linkers.whose:
            before = next(self.focus.back(spot, 0), None)
            near = before is not None and before.spot.line is spot.line
            return (
                before.someone if before and near and before.spot.stop >= spot.first - 3 else None
            )
        return self.focus.subject(spot, far=True) if spot.possessive else None

    def _home(self) -> State | None:
        return self.cast.knowledge.state(self.unnamed.home)

    def _people(self, spot: GroupSpot) -> Found | None:
        """Russia for "les Russes"; for "l'Américain" the last American spoken of."""
        if spot.id is not None and not spot.states:
            state = self.cast.knowledge.state(spot.id)
            if state is not None:
                return Found(self.cast.state(state), "metonym", f"its members, {state.id}")
            local = self.unnamed.local(spot)
            if local is not None and (self._is_there(spot) or self.focus.known.get(local.id)):
                return Found(local, "name", f"{local.name}, on a page about their country")
            return Found(self.cast.unnamed(spot.id, plural=True), "name", "a people or a side")
        state = self.cast.knowledge.state(spot.states[0]) if spot.states else None
        if state is None:
            return None
        if not self._is_plural(spot):
            someone = self.focus.latest(
                spot, lambda s: s.kind == "person" and state.id in s.states, 6
            )
            because = f"the last person of {self._english(state.id)} spoken of"
            return Found(someone, "role", because) if someone else None
        return Found(self.cast.state(state), "metonym", f"people of {self._english(state.id)}")

    def _is_there(self, spot: GroupSpot) -> bool:
        """Whether a people is told by where it lives: "les Kurdes en Syrie", "... syriens"."""
        table, line, k = self.words.tables, spot.line, spot.stop
        placed = line.low(k) in table.capitals.state_place | table.prepositions.of
        named = placed and any(w.capital for w in line.words[k + 1 : k + 2])
        return named or bool(self.cast.names.states_of(line.plain(k)))

    def _side(self, spot: GroupSpot) -> Found | None:
        """The state of a side ("le Nord"), on a page that names all states of that kind."""
        sides = self.words.sides[spot.noun]
        state = self.cast.knowledge.state(sides[0])
        if state is None or not self.states.issuperset(sides):
            return None
        return Found(self.cast.state(state), "metonym", f"side of {self._english(state.id)}")

    def _is_plural(self, spot: GroupSpot) -> bool:
        return spot.line.words[spot.stop - 1].plain.endswith(self.words.tables.plural_ending) and (
            spot.line.low(spot.stop - 2) in self.words.tables.determiners.plural
        )
