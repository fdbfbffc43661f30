"""Bodies and groups without a name: "l'opposition", "les autorités", "d'autres pays arabes".

They are actors under the page's own words, where they act, are a source, or are by nature a party
to what states do. What the page tells of one of them once ("l'opposition russe") holds for all its
mentions.
"""

from __future__ import annotations

from detente.finding.people.cast import Cast, Someone
from detente.finding.people.focus import Focus
from detente.finding.people.here import state_here
from detente.finding.people.institutions import WORLD, Found, in_other_order
from detente.finding.people.nearby import acts, says
from detente.finding.people.spelling import plain
from detente.finding.people.spots import GroupSpot, RoleSpot, Scan
from detente.finding.people.vocabulary import Vocabulary

NEAR, AGAIN = 2, 12
"""Sentences back in which a body stands that is named again."""
TOLD = 6
"""Sentences for which a page that has told whose an institution is need not tell it again."""
MEDIA = ("media", "news_agency")
"""Kinds of institutions that report."""


class Unnamed:
    """Resolves the groups without a name of one page."""

    def __init__(self, cast: Cast, words: Vocabulary, focus: Focus) -> None:
        self.cast, self.words, self.focus = cast, words, focus
        self.home: str | None = None
        self.states: frozenset[str] = frozenset()
        self.told: dict[str, GroupSpot | None] = {}

    def begin(self, scan: Scan, states: frozenset[str], home: str | None) -> None:
        """Take the states that the page names, the country it is about, and what it tells of its
        groups: the words for each noun that it uses of one state only."""
        self.states, self.home = states, home
        for spot in scan.spots:
            if not isinstance(spot, GroupSpot) or spot.kind != "unnamed" or not spot.states:
                continue
            if self.is_bare(spot):
                before = self.told.setdefault(spot.noun, spot)
                if before is not None and before.states != spot.states:
                    self.told[spot.noun] = None

    def resolve(self, spot: GroupSpot) -> Found | None:
        """A body or group kept under the page's words, where it acts, is a source or a party."""
        here = state_here(spot, self.focus, self.words, self.cast.names)
        again = self._again(spot)
        if here is not None:
            spot.states = (here,)
        if again is not None and (here is None or here in again.states):
            return Found(again, "role", f"{again.name}, named before")
        alone = spot.noun in self.words.kinds and self.is_bare(spot)
        before = self.named_before(spot) if alone else None
        if before is not None:
            return before
        spot.aside = not acts(spot, self.words)
        local = self.local(spot) if spot.kind == "unnamed" else None
        if local is not None:
            return Found(local, "name", f"{local.name}, on a page about their country")
        if spot.aside and not self._is_party(spot):
            return None
        return self._kept(spot)

    def _kept(self, spot: GroupSpot) -> Found | None:
        """A body or group under the page's words, the fullest it has for it."""
        told = self._named(spot)
        if told is None:
            return None
        words, states = told
        known = in_other_order(self.cast, words, states) or self._known(spot, words)
        if known is not None:
            return Found(known, "name", f"{known.name}, its words in another order")
        if spot.noun in self.words.institutions:
            body = self.cast.body(words, states)
            return Found(body, "name", "an institution under the page's own words")
        someone = self.cast.unnamed(words, plural=True)
        if spot.noun not in self.words.parties:
            someone.states = someone.states or states
        someone.plural = self._is_many(spot)
        return Found(someone, "role", "a group that the page leaves without a name")

    def _named(self, spot: GroupSpot) -> tuple[str, tuple[str, ...]] | None:
        """What a group is called, and its state; None where nobody knows whose it is."""
        words, states = self._words(spot), spot.states
        fuller = self._told(spot)
        if fuller is not None:
            words, states = bare_words(fuller, self.words), fuller.states
        if spot.possessive:
            owner = self.focus.subject(spot, far=True)
            theirs = spot.line.low(spot.first) in self.words.tables.determiners.possessive_plural
            if owner is None or owner.plural != theirs:
                return None
            words = f"{words} {self.cast.of(owner.article or owner.name)}"
            states = owner.states[:1]
        return words + self._field(spot), states

    def _field(self, spot: GroupSpot) -> str:
        """The field of a ministry told by its state alone, after that of another state: "Le
        ministère grec de la Défense a nié. Le ministère turc …"."""
        if spot.noun not in self.words.fielded or not spot.states or not self.is_bare(spot):
            return ""

        def fits(someone: Someone) -> bool:
            return plain(someone.name).startswith(spot.noun + " ")

        before = self.focus.latest(spot, fits, NEAR)
        words = before.name.split(" ") if before is not None else []
        links = (k for k, word in enumerate(words) if word in self.words.tables.prepositions.all)
        at = next(links, len(words))
        return "".join(f" {word}" for word in words[at:])

    def _known(self, spot: GroupSpot, words: str) -> Someone | None:
        """The body of which a noun in small letters is the name: "les talibans"."""
        if spot.noun not in self.words.parties:
            return None
        named = [n for n in self.cast.knowledge.named(words) if n.kind == "organ"]
        organ = self.cast.knowledge.organ(named[0].id) if len(named) == 1 else None
        return self.cast.organ(organ) if organ is not None else None

    def local(self, spot: GroupSpot) -> Someone | None:
        """The body of a people without a state, in the one country of the page where it has one:
        "les forces kurdes" on a page about Syria."""
        words = (spot.line.plain(k) for k in range(spot.first, spot.stop))
        bodies = next(filter(None, map(self.words.locals.get, words)), {})
        here = [id for state, id in bodies.items() if state in self.states]
        organ = self.cast.knowledge.organ(here[0]) if len(here) == 1 else None
        return self.cast.organ(organ) if organ is not None else None

    def _words(self, spot: GroupSpot) -> str:
        """What the group is called; states told by how many and which others are those of them."""
        if spot.noun not in self.words.tellers:
            return bare_words(spot, self.words)
        table = self.words.tables
        skip = table.determiners.definite | table.determiners.contracted | table.prepositions.of
        skip |= table.determiners.possessive | table.determiners.possessive_plural
        skip |= table.determiners.demonstrative
        first = spot.first
        while first < spot.stop - 1 and spot.line.low(first) in skip:
            first += 1
        return spot.line.text(first, spot.stop)

    def _is_party(self, spot: GroupSpot) -> bool:
        """Whether a group is a party whatever it does here: told by more than its noun, or one that
        a page has only once and that is not the act of the same name ("l'opposition à")."""
        if spot.noun not in self.words.parties:
            return False
        line, table = spot.line, self.words.tables
        if spot.noun in self.words.tellers:
            return spot.told
        after = line.low(spot.stop) in table.prepositions.bound | table.prepositions.of
        inner = any(line.low(k) in table.prepositions.all for k in range(spot.first, spot.stop))
        inner = inner or line.low(spot.first - 1) in table.capitals.state_place
        own = line.low(spot.first) in table.determiners.definite
        own = own or line.low(spot.first - 1) in table.determiners.contracted
        return own and not (after or inner or spot.possessive)

    def _told(self, spot: GroupSpot) -> GroupSpot | None:
        """The fuller words that the page has for a group, where these are only its noun."""
        fuller = None if spot.states or spot.possessive else self.told.get(spot.noun)
        alone = spot.line.plain(spot.stop - 1) == spot.noun and self.is_bare(spot)
        near = fuller is not None and 0 <= spot.sentence - fuller.sentence <= TOLD
        return fuller if alone and (near or spot.noun in self.words.parties) else None

    def is_bare(self, spot: GroupSpot) -> bool:
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

    def is_at_home(self, spot: GroupSpot) -> bool:
        """Whether an institution is that of the country the page is about: no other is told."""
        if self.home is None or spot.states or not self.is_bare(spot):
            return False
        ends = spot.line.plain(spot.stop - 1) == spot.noun
        return ends and (spot.noun in self.words.institutions or acts(spot, self.words))

    def _again(self, spot: GroupSpot) -> Someone | None:
        """The body of the page that was named with this noun: "l'agence onusienne"; however far
        back, if it is the only one of its state."""
        if not self.is_bare(spot):
            return None
        speaks = says(spot, self.words)

        def fits(someone: Someone) -> bool:
            if someone.kind != "organization":
                return False
            names = (someone.name, *someone.aliases)
            heads = {plain(name).split()[0] for name in names if " " in name}
            theirs = not spot.states or bool(set(spot.states) & set(someone.states))
            world = spot.noun in self.words.generic and someone.sort == WORLD
            told = someone.sort not in MEDIA or bool(spot.states) or speaks
            called = (spot.noun in heads or world) and told
            return called and theirs

        near = self.focus.latest(spot, fits, AGAIN)
        if near is not None or not spot.states:
            return near
        found = {someone.id: someone for someone in self.focus.last.since(0) if fits(someone)}
        return found.popitem()[1] if len(found) == 1 else None

    def named_before(self, spot: GroupSpot) -> Found | None:
        """The one body of its kind and state that was named shortly before: "le groupe", "l'ONG";
        nobody where several were."""
        kinds, speaks = self.words.kinds[spot.noun], says(spot, self.words)

        def fits(someone: Someone) -> bool:
            theirs = not spot.states or bool(set(spot.states) & set(someone.states))
            told = someone.sort not in MEDIA or bool(spot.states) or speaks
            return someone.sort in kinds and theirs and told

        for back in (NEAR, AGAIN):
            known = self.focus.last.since(spot.sentence - back)
            found = {someone.id: someone for someone in known if fits(someone)}
            for someone in found.values() if len(found) == 1 else ():
                return Found(someone, "role", f"{someone.name}, named before")
            if found:
                return None
        return None

    def _is_many(self, spot: GroupSpot) -> bool:
        many = spot.line.low(spot.first) in self.words.tables.determiners.plural
        return many or spot.noun in self.words.tellers


def bare_words(spot: GroupSpot | RoleSpot, words: Vocabulary) -> str:
    """The words without article, number and "autre": how someone without a name is called."""
    first, skipped = spot.first, words.classes.skipped
    while first < spot.stop - 1 and (
        spot.line.low(first) in skipped or spot.line.plain(first) in words.other
    ):
        first += 1
    return spot.line.text(first, spot.stop)
