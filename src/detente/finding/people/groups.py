"""Plurals and collectives: pairs just named, governments, peoples, and those without a name."""

from __future__ import annotations

from collections.abc import Callable

from detente.finding.people.cast import Cast, Someone
from detente.finding.people.focus import ALL, Focus
from detente.finding.people.holders import Holders
from detente.finding.people.institutions import Found, in_other_order
from detente.finding.people.nearby import acts
from detente.finding.people.spots import GroupKind, GroupSpot, RoleSpot
from detente.finding.people.vocabulary import Vocabulary, plain
from detente.knowledge.facts import State
from detente.records import ActorKind

PAIR = 2
NEAR, AGAIN = 4, 12
"""Sentences back in which the country spoken of stands, and a body that is named again."""
WORLD, MEDIA = "international_organization", ("media", "news_agency")
"""Kinds of institutions: those of many states, and those that report."""
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
        self.home: str | None = None
        self._ways: dict[GroupKind, Callable[[GroupSpot], Found | None]] = {
            **dict.fromkeys(_PAIRS, self._pair),
            "tied": self._tied,
            "country": self._country,
            "people": self._people,
            "side": self._side,
            "body": self._body,
            "government": self._governing,
            "unnamed": self._unnamed,
        }

    def resolve(self, spot: GroupSpot) -> Found | None:
        """What a group is; None where it is nobody that acts."""
        return self._ways[spot.kind](spot)

    def _body(self, spot: GroupSpot) -> Found | None:
        body = self.cast.body(spot.title, spot.states, spot.letters)
        return Found(body, "name", "a body that the page names")

    def _governing(self, spot: GroupSpot) -> Found | None:
        return self._government(spot) or self._unnamed(spot)

    # -- two of a kind

    def _pair(self, spot: GroupSpot) -> Found | None:
        """The last two of the kind: "les deux présidents", "les deux pays"."""
        kind = _PAIRS[spot.kind]
        offices = frozenset(spot.offices)

        def fits(someone: Someone) -> bool:
            suits = not offices or bool(offices.intersection(self.holders.page.offices(someone)))
            return someone.kind == kind and suits

        two = self.focus.last_two(spot, fits)
        if len(two) < PAIR and kind == "person":
            two = self.focus.last_two(spot, lambda s: s.kind == "person" and bool(s.states))
        if len(two) < PAIR and kind == "state":
            two = self._states_of_people(spot)
        two = self.focus.couple(two) or two
        if kind == "state" and not self.focus.is_couple(two):
            two = self._without_stranger(spot, fits) or two
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

    def _tied(self, spot: GroupSpot) -> Found | None:
        """Two persons of the page whose family names a hyphen ties."""
        them = [self.cast.short(part) for part in spot.parts]
        if any(len(people) != 1 for people in them):
            return None
        group = self.cast.group(people[0] for people in them)
        return Found(group, "short_name", "both names are of people of the page")

    def _country(self, spot: GroupSpot) -> Found | None:
        """The state that was last the subject, by name or capital, for "le pays" that acts."""
        if not acts(spot, self.words):
            return None
        for seen in self.focus.back(spot, NEAR):
            own = not isinstance(seen.spot, GroupSpot) and seen.spot.quoted == spot.quoted
            if seen.subject and own and seen.someone.kind == "state":
                return Found(seen.someone, "role", f"the country spoken of, {seen.someone.id}")
        return None

    def _states_of_people(self, spot: GroupSpot) -> tuple[Someone, ...]:
        """The states of the last two persons of different states."""
        seen: dict[str, None] = {}
        for someone in self.focus.last.since(spot.sentence - ALL):
            if someone.kind in ("person", "state") and someone.states:
                seen.setdefault(someone.states[0])
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
        owned = spot.possessive and spot.noun in self.words.own
        owner = self.focus.subject(spot, far=True) if owned else None
        if state is None and owner is not None and owner.states and not owner.plural:
            state = self.cast.knowledge.state(owner.states[0])
        if state is None and spot.head is None and self._is_at_home(spot):
            state, because = self._home(), "government of the country the page is about,"
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
        again = self._again(spot)
        if again is not None:
            return Found(again, "role", f"{again.name}, named before")
        if not acts(spot, self.words):
            return None
        words = bare_words(spot, self.words)
        states = spot.states
        if self._is_at_home(spot) and spot.noun in self.words.institutions:
            states = (self.home,) if self.home else ()
        if spot.possessive:
            owner = self.focus.subject(spot, far=True)
            theirs = spot.line.low(spot.first) in self.words.tables.determiners.possessive_plural
            if owner is None or owner.plural != theirs:
                return None
            words, states = f"{words} {self.cast.of(owner.name)}", owner.states[:1]
        known = in_other_order(self.cast, words, states)
        if known is not None:
            return Found(known, "name", f"{known.name}, its words in another order")
        if spot.noun in self.words.institutions:
            body = self.cast.body(words, states, *self._called(spot, states))
            return Found(body, "name", "an institution under the page's own words")
        someone = self.cast.unnamed(words, plural=True)
        someone.states = someone.states or states
        someone.plural = self._is_many(spot)
        return Found(someone, "role", "a group that the page leaves without a name")

    def _is_bare(self, spot: GroupSpot) -> bool:
        """Whether nothing but adjectives follows the noun, and a definite article stands before."""
        table, line = self.words.tables, spot.line
        definite = table.determiners.definite | table.determiners.contracted
        opens = {line.low(spot.first), line.low(spot.first - 1)} & (
            definite | table.determiners.demonstrative
        )
        goes_on = line.low(spot.stop) in table.prepositions.of
        return (
            bool(opens)
            and not (spot.possessive or goes_on)
            and not any(
                line.low(k) in table.prepositions.all for k in range(spot.first + 1, spot.stop)
            )
        )

    def _is_at_home(self, spot: GroupSpot) -> bool:
        """Whether an institution is that of the country the page is about: no other is told."""
        if self.home is None or spot.states or not self._is_bare(spot):
            return False
        ends = spot.line.plain(spot.stop - 1) == spot.noun
        return ends and (spot.noun in self.words.institutions or acts(spot, self.words))

    def _home(self) -> State | None:
        return self.cast.knowledge.state(self.home)

    def _again(self, spot: GroupSpot) -> Someone | None:
        """The body of the page that was named with this noun: "l'agence onusienne"."""
        if not self._is_bare(spot):
            return None

        def fits(someone: Someone) -> bool:
            names = (someone.name, *someone.aliases)
            heads = {plain(name).split()[0] for name in names if " " in name}
            theirs = not spot.states or bool(set(spot.states) & set(someone.states))
            world = spot.noun in self.words.generic and someone.sort == WORLD
            told = someone.sort not in MEDIA or bool(spot.states)
            called = (spot.noun in heads or world) and told
            return someone.kind == "organization" and called and theirs

        return self.focus.latest(spot, fits, AGAIN)

    def _called(self, spot: GroupSpot, states: tuple[str, ...]) -> tuple[str, ...]:
        """Other names of an institution of one state, told by an adjective or by the page."""
        state = self.cast.knowledge.state(states[0]) if len(states) == 1 else None
        if state is None or spot.possessive or not (self._is_bare(spot)):
            return ()
        table, first = self.words.tables.determiners, spot.line.low(spot.first)
        return self.cast.full_names(spot.noun, "f" if first in table.feminine else None, state)

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
