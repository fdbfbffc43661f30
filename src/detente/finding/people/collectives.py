"""Reading plurals and collectives: pairs, governments, bodies by kind and name, peoples."""

from __future__ import annotations

from detente.finding.people.complements import at_phrase
from detente.finding.people.gazetteer import Gazetteer, Hit
from detente.finding.people.roles import RoleReader
from detente.finding.people.spots import GroupSpot, PlaceSpot, RoleSpot
from detente.finding.people.vocabulary import Noun, Vocabulary, plain
from detente.finding.people.words import Line

LONGEST_NAME = 14
"""Words of the name of a body before its letters in brackets."""


class CollectiveReader:
    """Reads the collectives of one line with the reader of its roles."""

    def __init__(
        self,
        line: Line,
        hits: dict[int, tuple[int, Hit]],
        words: Vocabulary,
        names: Gazetteer,
        roles: RoleReader,
    ) -> None:
        self.line, self.hits, self.words, self.names = line, hits, words, names
        self.roles, self.persons = roles, roles.people
        self.found: list[GroupSpot | PlaceSpot] = []
        self.letters: dict[str, str] = {}

    def pair(self, i: int) -> int:
        """Read "les deux présidents" at its number into ``found``; the word after it, or 0."""
        table = self.words.tables.determiners
        if self.line.low(i) not in table.pair or self.line.low(i - 1) not in table.plural:
            return 0
        k = i + 1
        while self.line.plain(k) in self.words.before:
            k += 1
        for kind, phrases in (
            ("persons", self.words.group_persons),
            ("states", self.words.group_states),
            ("bodies", self.words.group_bodies),
        ):
            length = at_phrase(self.line, k, phrases)
            if length and kind == "persons" and self._is_owned(i - 1):
                return k + length
            if length:
                contracted = self.line.low(i - 1) in table.contracted
                spot = GroupSpot(self.line, i if contracted else i - 1, k + length)
                spot.kind = kind  # type: ignore[assignment]
                if k in self.roles.phrases:
                    spot.offices = self.roles.phrases[k][0].offices
                spot.stop = self.roles.after.past_adjectives(spot.stop)
                self.found.append(spot)
                return spot.stop
        return 0

    def _is_owned(self, i: int) -> bool:
        table = self.words.tables.determiners
        return self.line.low(i) in table.possessive | table.possessive_plural

    def collective(self, i: int) -> int:
        """Read a government, an army, a body by kind and name, those without a name, at the noun;
        the word after it, or 0."""
        if i in self.hits:
            return 0
        length = at_phrase(self.line, i, self.words.unnamed)
        medium = self._medium(i)
        if medium or not length:
            return medium or self._vague(i)
        words = tuple(self.line.plain(i + k) for k in range(length))
        noun = Noun(
            words, None, self.line.plain(i).endswith(self.words.tables.plural_ending), words[0]
        )
        role = self.roles.of(i, noun)
        counted = self._counted(i) if words[0] in self.words.tellers else i
        if role is None and counted < i:
            role = RoleSpot(self.line, counted, i + length, noun, i)
            role.stop = self.roles.after.past(role.stop, role)
        if role is None or (role.determiner == "none" and counted == i):
            return 0
        spot = GroupSpot(self.line, min(role.first, counted), role.stop, noun=words[0])
        spot.told = role.stop > i + length or role.other or counted < i or self._is_some(role)
        free = role.determiner not in ("possessive", "demonstrative")
        if words[0] in self.words.tellers and not (spot.told and free and self._is_many(role, i)):
            return 0
        if self._is_lettered(role.stop):
            senses = self.hits[role.stop + 1][1].senses
            self.found.append(PlaceSpot(self.line, role.first, role.stop, senses))
            return role.stop
        if words[0] in self.words.governments | self.words.administrations:
            spot.kind = "government"
            self._headed(spot, i + length)
        spot.states, spot.possessive = role.states, role.determiner == "possessive"
        self.found.append(spot)
        return spot.stop

    def _is_lettered(self, i: int) -> bool:
        """Whether a known body stands in brackets at ``i``: "la police fédérale (FBI)"."""
        stop, hit = self.hits.get(i + 1, (i, None))
        named = hit is not None and bool(hit.ids("organ"))
        return named and self.line.low(i) == "(" and self.line.low(stop) == ")"

    def _counted(self, i: int) -> int:
        """Where a group begins that is told by how many there are ("une soixantaine de", "34");
        ``i`` if it is not."""
        table = self.words.tables
        if self.line.low(i - 1).isdigit():
            return i - 1
        if self.line.low(i - 1) in table.prepositions.of:
            quantity = self.line.plain(i - 2) in self.words.quantities
            article = self.line.low(i - 3) in table.determiners.feminine | table.prepositions.the
            return i - 2 - article if quantity else i
        return i

    def _is_some(self, role: RoleSpot) -> bool:
        """Whether the determiner tells some of many: "plusieurs", "certains", "trois"."""
        table, low = self.words.tables.determiners, self.line.low(role.first)
        return low in table.numbers or (low in table.plural - table.contracted - table.definite)

    def _is_many(self, role: RoleSpot, i: int) -> bool:
        """Whether the words before the noun at ``i`` are of a plural: "pays" does not tell."""
        table, ending = self.words.tables.determiners, self.words.tables.plural_ending
        before = [self.line.low(k) for k in range(max(0, role.first - 1), i)]
        others = any(w in self.words.other and w.endswith(ending) for w in before)
        some = any(w in table.plural | table.numbers for w in before) or self._counted(i) < i
        single = set(before) & (table.feminine | table.masculine) - table.plural
        return some or others or (role.determiner == "indefinite" and not single)

    def _headed(self, spot: GroupSpot, after: int) -> None:
        """Read who heads a government: "l'administration X", "le gouvernement de X", "de la
        chancelière X" (which is read again as a role of its own)."""
        k = self.roles.after.past_adjectives(after)
        linked = self.line.low(k) in self.words.tables.prepositions.of
        name = self.persons.read(k + linked)
        if name is not None and (name.known or name.surnamed):
            spot.stop, spot.head = name.stop, name
            return
        role = next(filter(None, map(self.roles.read, range(k + 1, k + 3))), None)
        if linked and role is not None and role.first <= k + 2:
            head = self.persons.read(role.stop)
            spot.stop, spot.head = k, head

    def _medium(self, i: int) -> int:
        """A body told by its kind and name: "l'agence officielle X", "la chaîne Y"."""
        length = at_phrase(self.line, i, self.words.media)
        noun = Noun((self.line.plain(i),), None, False, self.line.plain(i))
        role = self.roles.of(i, noun) if length else None
        if role is None or role.determiner == "none":
            return 0
        spelled = self._spell_out(i, role)
        if spelled:
            return spelled
        k = self._named_at(i + length, role.stop)
        if k is None:
            return 0
        if k in self.hits:
            stop, hit = self.hits[k]
            self.found.append(PlaceSpot(self.line, role.first, stop, hit.senses))
            return stop
        stop = k
        while self._is_capital(stop) and stop not in self.hits:
            stop += 1
        spot = GroupSpot(self.line, role.first, stop, "body", role.states, noun=noun.singular)
        spot.title = self.line.text(k, stop)
        if spot.title.isupper():
            self.letters[spot.title] = spot.title
        self.found.append(spot)
        return stop

    def _spell_out(self, i: int, role: RoleSpot) -> int:
        """Read a body with a capital and its letters in brackets ("l'Organisation de X (OX)"): the
        word after, or 0. The letters must begin words of the name, in order."""
        opening = next((k for k in range(i, i + LONGEST_NAME) if self.line.low(k) == "("), 0)
        if not opening or not self.line.words[i].capital or self.line.low(opening + 2) != ")":
            return 0
        letters = self.line.words[opening + 1].text
        initials = iter(self.line.plain(k)[:1] for k in range(i, opening))
        if not letters.isupper() or not all(c in initials for c in plain(letters)):
            return 0
        spot = GroupSpot(self.line, role.first, opening + 3, "body", role.states)
        spot.title, spot.letters = self.line.text(i, opening), letters
        self.letters[letters] = spot.title
        self.found.append(spot)
        return spot.stop

    def _named_at(self, i: int, stop: int) -> int | None:
        """Where the name begins in "l'agence de presse officielle X": the first body or capital
        after a noun or an adjective."""
        table = self.words.tables.prepositions
        for k in range(i, stop + 1):
            body = k in self.hits and bool(self.hits[k][1].ids("organ"))
            if body or (self._is_capital(k) and k not in self.hits):
                before = self.line.low(k - 1)
                return None if before in table.all or before in table.the else k
        return None

    def _is_capital(self, i: int) -> bool:
        return i < len(self.line.words) and self.line.words[i].capital

    def _vague(self, i: int) -> int:
        length = at_phrase(self.line, i, self.words.vague, lower=True)
        verb = self.line.low(i + length)
        if length and (verb in self.words.saying or verb in self.words.tables.linkers.auxiliaries):
            self.found.append(GroupSpot(self.line, i, i + length, noun=self.line.plain(i)))
            return i + length
        return 0

    def people(self, i: int) -> int:
        """Read a people with its article ("les Russes", "l'Américain"); the word after it, or 0."""
        word, table = self.line.words[i], self.words.tables.determiners
        before = self.line.low(i - 1)
        if not word.capital or before not in table.definite | table.contracted | table.plural:
            return 0
        states = self.names.states_of(word.plain)
        own = self.words.peoples.get(word.plain)
        if not states and own is None:
            return 0
        first = i if before in table.contracted and before not in table.definite else i - 1
        self.found.append(
            GroupSpot(self.line, first, i + 1, "people", states[:1], own, noun=word.plain)
        )
        return i + 1
