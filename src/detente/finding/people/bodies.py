"""Reading bodies by what they are: with their name ("l'agence officielle X"), with their letters
("l'Organisation de X (OX)"), and anew after they were named ("le groupe").
"""

from __future__ import annotations

from detente.finding.people.complements import at_phrase
from detente.finding.people.gazetteer import Gazetteer, Hit
from detente.finding.people.roles import RoleReader
from detente.finding.people.spelling import plain
from detente.finding.people.spots import GroupSpot, PlaceSpot, RoleSpot
from detente.finding.people.vocabulary import Noun, Vocabulary
from detente.finding.people.words import Line

LONGEST_NAME = 14
"""Words of the name of a body before its letters in brackets."""
WORD = 6
"""Letters up to which a short form is written like a word: "Finul"."""
PAIR = 2
"""Words of the name of a city: "Mountain View"."""


class BodyReader:
    """Reads the bodies of one line with the reader of its roles."""

    def __init__(
        self,
        line: Line,
        hits: dict[int, tuple[int, Hit]],
        words: Vocabulary,
        names: Gazetteer,
        roles: RoleReader,
    ) -> None:
        self.line, self.hits, self.words, self.names = line, hits, words, names
        self.roles = roles
        self.found: list[GroupSpot | PlaceSpot] = []
        self.letters: dict[str, str] = {}

    def medium(self, i: int) -> int:
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
            self.found.append(PlaceSpot(self.line, role.first, stop, hit.senses, told=True))
            return stop
        stop = self._past_name(k)
        spot = GroupSpot(self.line, role.first, stop, "body", role.states, noun=noun.singular)
        spot.title = self.line.text(k, stop)
        if spot.title.isupper():
            self.letters[spot.title] = spot.title
        self.found.append(spot)
        return stop

    def _past_name(self, i: int) -> int:
        """The word after the name of a body from its capital on: "Médecins du monde", "Terre et
        Paix". A noun in the plural or for a body goes on in small letters, others in capitals."""
        words, table, stop = self.line.words, self.words.tables, i
        first, title = words[i].plain, words[i].text[1:].islower()
        common = title and (first.endswith(table.plural_ending) or first in self.words.bodies)
        while stop < len(words):
            if self._is_capital(stop) and stop not in self.hits:
                stop += 1
                continue
            after = stop + 1 + (self.line.low(stop + 1) in table.prepositions.the)
            joined = stop > i and self.line.low(stop) in table.media.linking
            paired = self.line.low(stop) in table.prepositions.and_ or common
            goes_on = (paired and self._is_capital(after)) or (common and self._is_noun(after))
            if not joined or after in self.hits or not goes_on:
                break
            stop = after + 1
        return stop

    def _is_noun(self, i: int) -> bool:
        """Whether a word in small letters stands at ``i`` that is no verb and no small word."""
        low, table = self.line.low(i), self.words.tables
        small = low in table.prepositions.all or low in table.names.openers
        return low.isalpha() and not (
            small
            or self._is_capital(i)
            or low in self.words.saying
            or low in table.linkers.auxiliaries
        )

    def _spell_out(self, i: int, role: RoleSpot) -> int:
        """Read a body with a capital and its letters in brackets ("l'Organisation de X (OX)"): the
        word after, or 0. The letters must begin words of the name, in order, or be capitals."""
        opening = next((k for k in range(i, i + LONGEST_NAME) if self.line.low(k) == "("), 0)
        if not opening or not self.line.words[i].capital or self.line.low(opening + 2) != ")":
            return 0
        letters = self.line.words[opening + 1].text
        k = i if plain(letters)[:1] == self.line.plain(i)[:1] else i + 1
        if k in self.hits and self.hits[k][1].ids("organ"):
            return 0
        initials = iter(self.line.plain(j)[:1] for j in range(k, opening))
        short = letters.isupper() or (letters[:1].isupper() and len(letters) <= WORD)
        own = short and all(c in initials for c in plain(letters))
        if not own and not (letters.isupper() and self._is_one_name(i, opening)):
            return 0
        k = k if own else i
        spot = GroupSpot(self.line, role.first, opening + 3, "body", role.states)
        spot.title, spot.letters = self.line.text(k, opening), letters
        spot.noun = self.line.plain(i)
        self.letters[letters] = spot.title
        self.found.append(spot)
        return spot.stop

    def _is_one_name(self, i: int, stop: int) -> bool:
        """Whether no verb, mark or relative word parts the name of a body from its letters."""
        table, words = self.words.tables.linkers, self.words
        apart = table.auxiliaries | table.relative | words.saying | {","}
        return not any(self.line.low(k) in apart or k in self.hits for k in range(i, stop))

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

    def again(self, i: int) -> int:
        """Read a noun for a body named before ("le groupe", "la firme de Shenzhen", "le géant de
        l'acier"); the word after it, or 0."""
        line = self.line
        length, before = at_phrase(line, i, self.words.kind_nouns), line.low(i - 1)
        if not length or before not in self.words.classes.single:
            return 0
        first = i - (before in self.words.classes.pointing)
        noun = line.plain(i)
        stop = self.roles.after.past_adjectives(i + length)
        role = RoleSpot(line, i, stop, Noun((noun,), None, False, noun), i)
        lettered = self.lettered(first, self.roles.after.past(stop, role))
        if lettered:
            return lettered
        known = [self.names.states_of(line.plain(k)) for k in range(i + length, stop)]
        if not all(known) or not self._is_whole(stop):
            return 0
        states = [found[0] for found in known]
        if line.low(stop) in self.words.tables.prepositions.of and noun not in self.words.makers:
            stop, seats = self._past_seat(stop + 1)
            states += seats
        if stop:
            spot = GroupSpot(line, first, stop, "again", tuple(states[:1]))
            spot.noun = " ".join(line.plain(i + k) for k in range(length))
            self.found.append(spot)
        return stop

    def _is_whole(self, stop: int) -> bool:
        """Whether nothing at ``stop`` makes the noun that of another body, as an adjective would
        ("la société civile"): a mark, a capital, a small word, or what looks like a verb."""
        low, table = self.line.low(stop), self.words.tables
        if not low.isalpha() or self._is_capital(stop):
            return True
        return low in self.words.classes.small or low.endswith(table.linkers.verb_endings)

    def _past_seat(self, i: int) -> tuple[int, tuple[str, ...]]:
        """The word after the city where a body sits and the state that it is the capital of; 0 if
        word ``i`` begins another name."""
        stop, hit = self.hits.get(i, (i, None))
        if hit is not None:
            capital = hit.ids("capital") if not hit.ids("organ", "person") else ()
            return (stop, capital[:1]) if capital else (0, ())
        while self._is_capital(stop) and stop not in self.hits:
            stop += 1
        return (stop if i < stop <= i + PAIR else 0), ()

    def lettered(self, first: int, i: int) -> int:
        """Read a known body in brackets at ``i``, or after the place there, that explains the words
        from ``first`` on ("la police fédérale (FBI)", "la mission de l'ONU au Mali (Minusma)"); the
        word after these words, or 0."""
        if self.line.low(i) in self.words.tables.prepositions.bound and i + 1 in self.hits:
            i = self.hits[i + 1][0]
        stop, hit = self.hits.get(i + 1, (i, None))
        bracket = self.line.low(i) == "(" and self.line.low(stop) == ")"
        if hit is None or not bracket or not hit.ids("organ"):
            return 0
        self.found.append(PlaceSpot(self.line, first, i, hit.senses, told=True))
        return i

    def _is_capital(self, i: int) -> bool:
        return i < self.line.size and self.line.words[i].capital
