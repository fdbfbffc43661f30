"""Reading plurals and collectives: pairs, governments, those without a name, peoples."""

from __future__ import annotations

from detente.finding.people.bodies import BodyReader
from detente.finding.people.complements import at_phrase
from detente.finding.people.gazetteer import Gazetteer, Hit
from detente.finding.people.nearby import acts
from detente.finding.people.roles import RoleReader
from detente.finding.people.spots import GroupSpot, RoleSpot
from detente.finding.people.vocabulary import Noun, Vocabulary
from detente.finding.people.words import Line


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
        self.bodies = BodyReader(line, hits, words, names, roles)
        self.found = self.bodies.found

    def pair(self, i: int) -> int:
        """Read "les deux présidents", "les trois ministres" at its number into ``found``; the word
        after it, or 0."""
        table = self.words.tables.determiners
        if self.line.low(i - 1) not in table.plural or {i - 1, i} & self.hits.keys():
            return 0
        count = table.few.get(self.line.low(i), 2)
        k = i + 1
        while self.line.plain(k) in self.words.before:
            k += 1
        for kind, phrases in (
            ("persons", self.words.group_persons),
            ("states", self.words.group_states),
            ("bodies", self.words.group_bodies),
        ):
            length = at_phrase(self.line, k, phrases)
            if kind == "bodies" and self.line.low(i) not in table.pair:
                return 0
            if length and at_phrase(self.line, k + length, self.words.charges):
                return 0
            if length and kind == "persons" and self._is_owned(i - 1):
                return k + length
            if length:
                contracted = self.line.low(i - 1) in table.contracted
                spot = GroupSpot(self.line, i if contracted else i - 1, k + length)
                spot.kind, spot.count = kind, count  # type: ignore[assignment]
                spot.narrow = bool(at_phrase(self.line, k + length, self.words.narrowing))
                if k in self.roles.phrases:
                    spot.offices = self.roles.phrases[k][0].offices
                spot.stop = self.roles.after.past_adjectives(spot.stop)
                self.found.append(spot)
                return spot.stop
        return 0

    def _is_owned(self, i: int) -> bool:
        return self.line.low(i) in self.words.classes.owned

    def collective(self, i: int) -> int:
        """Read a government, an army, a body by kind and name, those without a name, at the noun;
        the word after it, or 0."""
        if i in self.hits:
            return 0
        length = at_phrase(self.line, i, self.words.unnamed)
        named = self.bodies.medium(i)
        if named or not length:
            return named or self.bodies.again(i) or self._vague(i)
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
        lettered = self.bodies.lettered(role.first, role.stop)
        if lettered:
            return lettered
        if words[0] in self.words.governments | self.words.administrations:
            spot.kind = "government"
            self._headed(spot, i + length)
        spot.states, spot.possessive = role.states, role.determiner == "possessive"
        if words[0] in self.words.missions:
            self._hosted(spot)
        self.found.append(spot)
        return spot.stop

    def _hosted(self, spot: GroupSpot) -> None:
        """Read where an embassy that acts is, which tells it from the others: "l'ambassade de
        Suède à Riga"; where it does not act, the place stays one."""
        table, own = self.words.tables.prepositions, spot.stop
        k = own + 1 + (self.line.low(own + 1) in table.the)
        if self.line.low(own) in table.bound and k in self.hits and not spot.possessive:
            spot.stop = self.hits[k][0]
            spot.stop = spot.stop if acts(spot, self.words) else own

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
        single = before in self.words.classes.contracted
        if not word.capital or not (single or before in table.plural):
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
