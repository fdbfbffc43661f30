"""What follows the noun of a role: adjectives, complements, fixed ends.

"porte-parole [adjoint] [du ministère russe] [de la Défense]": each complement is a preposition and
a noun phrase; a person's name ends it, for it is the holder's.
"""

from __future__ import annotations

from detente.finding.people.gazetteer import Gazetteer, Hit
from detente.finding.people.names import NameReader
from detente.finding.people.spots import RoleSpot
from detente.finding.people.vocabulary import Phrases, Vocabulary
from detente.finding.people.words import Line

DEPTH = 5
"""Complements in a chain ("de ... du ... de la ...") beyond which a role has surely ended."""


class ComplementReader:
    """Reads what follows the nouns of one line."""

    def __init__(
        self, line: Line, hits: dict[int, tuple[int, Hit]], words: Vocabulary, names: Gazetteer
    ) -> None:
        self.line, self.hits, self.words, self.names = line, hits, words, names
        self.people = NameReader(line, hits, words, names)

    def past(self, i: int, spot: RoleSpot) -> int:
        """Past the adjectives and complements that follow the noun of a role, from word ``i``."""
        depth = 0
        while True:
            i = self.past_adjectives(i)
            tail = at_phrase(self.line, i, self.words.tails)
            if tail and not at_phrase(self.line, i, self.words.within, lower=True):
                i += tail
                continue
            end = self._complement(i, spot) if depth < DEPTH else i
            if end > i and self._is_loose(i, spot):
                return i
            if end == i:
                return i
            i, depth = end, depth + 1

    def past_adjectives(self, i: int) -> int:
        """Past adjectives, joined by "et" or a comma between two of states."""
        while True:
            word = self.line.plain(i)
            if self._is_adjective(i) or word.removeprefix(self.words.tables.former_prefix) in (
                self.words.adjectives
            ):
                i += 1
            elif self._joins(i) and self._is_adjective(i - 1) and self._is_adjective(i + 1):
                i += 2
            else:
                return i

    def _joins(self, i: int) -> bool:
        return self.line.low(i) in self.words.classes.listing

    def _is_adjective(self, i: int) -> bool:
        """An adjective of the tables or of a state, in lower case."""
        if not 0 <= i < self.line.size:
            return False
        word = self.line.words[i]
        return word.adjective or (not word.capital and word.plain in self.names.adjectives)

    def _complement(self, i: int, spot: RoleSpot) -> int:
        """Past one complement from word ``i``; ``i`` itself if there is none."""
        table, low = self.words.tables.prepositions, self.line.low(i)
        if low in table.of:
            return self._after_of(i, spot)
        within = at_phrase(self.line, i, self.words.within, lower=True)
        within = within or (low in table.bound and spot.noun.singular in self.words.contested)
        if within:
            return self._noun_phrase(i + within, i)
        if self.line.plain(i) in self.words.charged:
            after = self._noun_phrase(i + 2, i) if self.line.low(i + 1) in table.of else i
            return after
        if low in table.bound or low in table.field:
            named = i + 1 in self.hits or (self.line.low(i + 1) in table.the and i + 2 in self.hits)
            capital = self._is_capital(i + 1) or (
                self.line.low(i + 1) in table.the and self._is_capital(i + 2)
            )
            field = spot.noun.singular in self.words.mandated and low in table.field
            inner = i > spot.head + len(spot.noun.words) and (named or capital)
            posted = spot.noun.singular in self.words.posted or not named
            named = (named or capital) and posted and low in table.bound
            named = named or self._is_house(i + 1) or (inner and low in table.field)
            if (named or field) and not self._is_possessive(i + 1):
                return self._noun_phrase(i + 1, i)
            return self._before_name(i)
        return i

    def _after_of(self, i: int, spot: RoleSpot) -> int:
        """Past what follows the "of" at word ``i``: a day, or a noun phrase, "un" before it left
        out."""
        if self._is_number(i + 1):
            return self._past_day(i)
        any_ = self.line.low(i + 1) in self.words.one and spot.noun.words[0] in self.words.nouns
        bare = self.line.low(spot.head - 1) == ","
        return self._noun_phrase(i + 1 + any_, i, bare=bare)

    def _is_number(self, i: int) -> bool:
        return self.line.low(i).isdigit()

    def _past_day(self, i: int) -> int:
        """Past a day or a year after "of": "du 3 novembre", "de 2020"; ``i`` if there is none."""
        stop = i + 2
        stop += self.line.low(stop).isalpha() and not self._is_capital(stop)
        stop += self._is_number(stop)
        return stop if self.line.low(stop) in {",", ".", ")", ""} or self._is_capital(stop) else i

    def _before_name(self, i: int) -> int:
        """Past a body after "à", if a person's full name follows right away: "la cheffe des
        démocrates au Congrès X", "la cheffe des élus au conseil X"; else ``i``."""
        k = i + 1 + (self.line.low(i + 1) in self.words.tables.prepositions.the)
        if k in self.hits and self.hits[k][1].ids("organ"):
            end = self.hits[k][0]
        elif self.line.plain(k) in self.words.institutions:
            end = self.past_adjectives(k + 1)
        else:
            return i
        name = self.people.read(end)
        full = name is not None and (name.known or name.given or len(name.name) > 1)
        return end if full else i

    def _is_house(self, i: int) -> bool:
        """An institution where people work, with its article: "à l'université"."""
        i += self.line.low(i) in self.words.tables.prepositions.the
        return self.line.plain(i) in self.words.houses

    def _is_loose(self, i: int, spot: RoleSpot) -> bool:
        """Whether "de" and a noun without article belong to an earlier noun, for adjectives stand
        between: "les promesses du candidat socialiste de baisse"."""
        apart = i > spot.head + len(spot.noun.words)
        bare = self.line.low(i + 1) not in self.words.tables.prepositions.the
        named = i + 1 in self.hits or self._is_capital(i + 1)
        plain_of = self.line.low(i) in self.words.tables.prepositions.bare_of
        return apart and bare and plain_of and not named

    def _is_possessive(self, i: int) -> bool:
        return self.line.low(i) in self.words.classes.owned

    def _noun_phrase(self, i: int, back: int, *, bare: bool = False) -> int:
        """Past article, noun and adjectives from ``i``; ``back`` if nothing of the kind follows.
        One capital behind them is the body's in a role told ``bare`` of somebody named before: "X,
        cheffe du parti libéral Y"."""
        if self.line.low(i) in self.words.classes.opening:
            i += 1
        while self.line.plain(i) in self.words.before and not self._is_capital(i):
            i += 1
        title = self._title(i)
        if i in self.hits:
            stop, hit = self.hits[i]
            return back if hit.ids("person") else self._acronym(stop)
        if self._is_capital(i) and not title:
            return self._capitals(i, back)
        if not self.line.low(i)[:1].isalpha() or self._is_grammatical(i):
            return back
        i = self.past_adjectives(i + max(title, 1))
        if i in self.hits and not self.hits[i][1].ids("person"):
            return self._acronym(self.hits[i][0])
        person = self.people.read(i)
        single = person is not None and person.stop == i + 1 and not person.civil
        if (person is not None and not (bare and single)) or not self._is_capital(i):
            return self._acronym(i)
        return self._capitals(i, i)

    def _title(self, i: int) -> int:
        """How many words a title of several has at ``i``: "Premier ministre"; 0 for none."""
        for noun in self.words.nouns.get(self.line.plain(i), ()):
            words = noun.words
            if len(words) > 1 and all(self.line.plain(i + k) == w for k, w in enumerate(words)):
                return len(words)
        return 0

    def _is_grammatical(self, i: int) -> bool:
        """A word that is no noun: a preposition, an article, "toute"."""
        table, low = self.words.tables, self.line.low(i)
        return low in table.prepositions.all or low in table.names.openers

    def _capitals(self, i: int, back: int) -> int:
        """Past the capitals of a body's name, up to where a person's name begins."""
        start = i
        while self._is_capital(i) and i not in self.hits:
            person = self.people.read(i)
            full = person and (person.known or person.given) and person.stop - person.first > 1
            if person and (person.civil or full):
                break
            i += 1
        if i == start:
            return back
        return self._acronym(self.past_adjectives(i))

    def _acronym(self, i: int) -> int:
        """Past an acronym in brackets."""
        if self.line.low(i) == "(" and self.line.low(i + 2) == ")":
            return i + 3 if self.line.words[i + 1].text.isupper() else i
        return i

    def _is_capital(self, i: int) -> bool:
        return i < self.line.size and self.line.words[i].capital


def follows(line: Line, i: int, phrase: tuple[str, ...], *, lower: bool = False) -> bool:
    """Whether the words of a phrase stand at word ``i``, compared plain or in ``lower`` case."""
    read = line.lows if lower else line.plains
    return i >= 0 and read[i : i + len(phrase)] == phrase


def at_phrase(line: Line, i: int, phrases: Phrases, *, lower: bool = False) -> int:
    """How many words of a phrase stand at ``i``; 0 for none."""
    first = line.low(i) if lower else line.plain(i)
    for phrase in phrases.get(first, ()):
        if follows(line, i, phrase, lower=lower):
            return len(phrase)
    return 0
