"""Plurals and collectives: pairs just named, governments, peoples, and those without a name."""

from __future__ import annotations

from collections.abc import Callable

from detente.finding.people.cast import Cast, Someone
from detente.finding.people.focus import Focus
from detente.finding.people.holders import Holders
from detente.finding.people.institutions import Found
from detente.finding.people.nearby import acts
from detente.finding.people.spots import GroupSpot, RoleSpot
from detente.finding.people.vocabulary import Vocabulary

PAIR = 2


class Groups:
    """Resolves the groups of one page."""

    def __init__(self, cast: Cast, words: Vocabulary, focus: Focus, holders: Holders) -> None:
        self.cast, self.words, self.focus, self.holders = cast, words, focus, holders
        self.persons: dict[int, Someone] = {}
        self.states: frozenset[str] = frozenset()

    def resolve(self, spot: GroupSpot) -> Found | None:
        """What a group is; None where it is nobody that acts."""
        if spot.kind in ("persons", "states"):
            return self._pair(spot)
        if spot.kind == "people":
            return self._people(spot)
        if spot.kind == "side":
            return self._side(spot)
        if spot.kind == "body":
            body = self.cast.body(spot.title, spot.states)
            return Found(body, "name", "a body that the page names")
        if spot.kind == "government":
            return self._government(spot) or self._unnamed(spot)
        return self._unnamed(spot)

    # -- two of a kind

    def _pair(self, spot: GroupSpot) -> Found | None:
        """The last two of the kind: "les deux présidents", "les deux pays"."""
        kind = "person" if spot.kind == "persons" else "state"
        offices = frozenset(spot.offices)

        def fits(someone: Someone) -> bool:
            suits = not offices or bool(offices.intersection(self.holders.page.offices(someone)))
            return someone.kind == kind and suits

        two = self.focus.last_two(spot, fits)
        if kind == "state":
            two = self._without_stranger(spot, fits) or two
        if len(two) < PAIR and kind == "person":
            two = self.focus.last_two(spot, lambda s: s.kind == "person" and bool(s.states))
        if len(two) < PAIR and kind == "state":
            two = self._states_of_people(spot)
        if len(two) < PAIR:
            return None
        names = " and ".join(s.name for s in two)
        return Found(self.cast.group(two), "role", f"the last two spoken of: {names}")

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

    def _states_of_people(self, spot: GroupSpot) -> tuple[Someone, ...]:
        """The states of the last two persons of different states."""
        seen: dict[str, None] = {}
        for mention in self.focus.back(spot, 999):
            if mention.someone.kind in ("person", "state") and mention.someone.states:
                seen.setdefault(mention.someone.states[0])
            if len(seen) == PAIR:
                break
        states = [self.cast.knowledge.state(id) for id in reversed(tuple(seen))]
        return tuple(self.cast.state(s) for s in states if s is not None)

    def plural_role(self, role: RoleSpot) -> Found | None:
        """The holders in the states named: "les présidents russe et américain"."""
        people = self.holders.members(role)
        if len(people) < PAIR:
            return None
        names = " and ".join(p.name for p in people)
        return Found(self.cast.group(people), "role", f"the holders of the day: {names}")

    # -- governments and peoples

    def _government(self, spot: GroupSpot) -> Found | None:
        """A government stands for its state: that of its adjective, or of its head."""
        state = self.cast.knowledge.state(spot.states[0]) if spot.states else None
        because = "government of"
        if state is None and spot.head is not None:
            head = self.persons.get(id(spot.head))
            state = self.cast.knowledge.state(head.states[0]) if head and head.states else None
            because = f"government under {spot.head.text}, of"
        if state is None:
            return None
        return Found(self.cast.state(state), "metonym", f"{because} {state.id}")

    def _people(self, spot: GroupSpot) -> Found | None:
        """Russia for "les Russes"; for "l'Américain" the last American spoken of."""
        if spot.id is not None and not spot.states:
            state = self.cast.knowledge.state(spot.id)
            if state is not None:
                return Found(self.cast.state(state), "metonym", f"its members, {state.id}")
            return Found(self.cast.unnamed(spot.id, plural=True), "name", "a people or a side")
        state = self.cast.knowledge.state(spot.states[0]) if spot.states else None
        if state is None:
            return None
        if not self._is_plural(spot):
            someone = self.focus.latest(
                spot, lambda s: s.kind == "person" and state.id in s.states, 6
            )
            because = f"the last person of {state.id} spoken of"
            return Found(someone, "role", because) if someone else None
        return Found(self.cast.state(state), "metonym", f"people of {state.id}")

    def _side(self, spot: GroupSpot) -> Found | None:
        """The state of a side ("le Nord"), on a page that names all states of that kind."""
        sides = self.words.sides[spot.noun]
        state = self.cast.knowledge.state(sides[0])
        if state is None or not self.states.issuperset(sides):
            return None
        return Found(self.cast.state(state), "metonym", f"side of {state.id}")

    def _is_plural(self, spot: GroupSpot) -> bool:
        return spot.line.words[spot.stop - 1].plain.endswith(self.words.tables.plural_ending) and (
            spot.line.low(spot.stop - 2) in self.words.tables.determiners.plural
        )

    # -- without a name

    def _unnamed(self, spot: GroupSpot) -> Found | None:
        """A body or group kept under the page's words, where it acts or is a source."""
        if not acts(spot, self.words):
            return None
        words = bare_words(spot, self.words)
        states = spot.states
        if spot.possessive:
            owner = self.focus.subject(spot, far=True)
            theirs = spot.line.low(spot.first) in self.words.tables.determiners.possessive_plural
            if owner is None or owner.plural != theirs:
                return None
            words, states = f"{words} {self.cast.of(owner.name)}", owner.states[:1]
        if spot.noun in self.words.institutions:
            body = self.cast.body(words, states)
            return Found(body, "name", "an institution under the page's own words")
        someone = self.cast.unnamed(words, plural=True)
        someone.states = someone.states or states
        someone.plural = self._is_many(spot)
        return Found(someone, "role", "a group that the page leaves without a name")

    def _is_many(self, spot: GroupSpot) -> bool:
        return spot.line.low(spot.first) in self.words.tables.determiners.plural


def bare_words(spot: GroupSpot | RoleSpot, words: Vocabulary) -> str:
    """The words without article, number and "autre": how someone without a name is called."""
    table, first = words.tables.determiners, spot.first
    skip = table.definite | table.demonstrative | table.possessive | table.possessive_plural
    skip |= table.contracted | table.feminine | table.masculine | table.plural | table.numbers
    while first < spot.stop - 1 and (
        spot.line.low(first) in skip | words.tables.prepositions.bare_of
        or spot.line.plain(first) in words.other
    ):
        first += 1
    return spot.line.text(first, spot.stop)
