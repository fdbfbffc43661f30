"""Reading roles: a determiner, a noun for a person, and what belongs to it.

"le nouveau porte-parole adjoint du ministère russe de la Défense" is read from its determiner to
the last word of its complements; what the role means is for the cast to say.
"""

from __future__ import annotations

from detente.finding.people.gazetteer import Gazetteer, Hit
from detente.finding.people.names import NameReader
from detente.finding.people.spots import Determiner, RoleSpot
from detente.finding.people.vocabulary import Noun, Phrases, Vocabulary
from detente.finding.people.words import Line
from detente.knowledge.roles import RolePhrase, find

DEPTH = 5
"""Complements in a chain ("de ... du ... de la ...") beyond which a role has surely ended."""


class RoleReader:
    """Reads the roles of one line."""

    def __init__(
        self, line: Line, hits: dict[int, tuple[int, Hit]], words: Vocabulary, names: Gazetteer
    ) -> None:
        self.line, self.hits, self.words, self.names = line, hits, words, names
        self.people = NameReader(line, hits, words, names)
        self.phrases = self._phrases()

    def read(self, i: int) -> RoleSpot | None:
        """The role whose noun is at word ``i``, with its determiner and complements."""
        noun, former = self._noun(i)
        if noun is None:
            return None
        spot = self.of(i, noun)
        if spot is not None:
            spot.former |= former
        return spot

    def of(self, i: int, noun: Noun) -> RoleSpot | None:
        """The noun phrase around ``noun`` at word ``i``."""
        first, spot = self._left(i, noun)
        if first is None:
            return None
        spot.first = first
        spot.stop = self._right(i + len(noun.words), spot)
        if i in self.phrases:
            spot.phrase, stop = self.phrases[i]
            spot.stop = max(spot.stop, self._right(stop, spot))
            spot.former |= spot.phrase.former
        self._fill(spot)
        return spot

    def _phrases(self) -> dict[int, tuple[RolePhrase, int]]:
        """The role phrases of the knowledge base by the number of their noun, with the word after
        them."""
        starts = {word.start: i for i, word in enumerate(self.line.words)}
        ends = {word.end: i for i, word in enumerate(self.line.words)}
        prefix = len(self.words.tables.former_prefix)
        found = {}
        for phrase in find(self.line.passage.text, self.names.knowledge, self.names.tongue):
            head = starts.get(phrase.head, starts.get(phrase.head - prefix))
            if head is not None and phrase.end in ends:
                found[head] = (phrase, ends[phrase.end] + 1)
        return found

    def _noun(self, i: int) -> tuple[Noun | None, bool]:
        """The noun at ``i``, and whether its own prefix makes it a former one."""
        prefix = self.words.tables.former_prefix
        word = self.line.plain(i)
        former = word.startswith(prefix)
        word = word.removeprefix(prefix)
        for noun in self.words.nouns.get(word, ()):
            rest = noun.words[1:]
            if self.line.low(i).removeprefix(prefix) not in (word, noun.written.lower()):
                continue
            if all(self.line.plain(i + 1 + k) == w for k, w in enumerate(rest)):
                return noun, former
        if i in self.phrases:
            phrase = self.phrases[i][0]
            return Noun((word,), "f" if phrase.feminine else None, phrase.plural, word), former
        return None, False

    def _left(self, i: int, noun: Noun) -> tuple[int | None, RoleSpot]:
        """Where the role begins, and what stands before its noun."""
        spot = RoleSpot(self.line, i, i + len(noun.words), noun, i)
        spot.plural, spot.gender = noun.plural, noun.gender
        k = i - 1
        while self._is_before(k):
            word = self.line.plain(k)
            spot.former |= word in self.words.former
            spot.other |= word in self.words.other
            k -= 1
        if self.line.low(k) in self.words.tables.determiners.numbers and spot.plural:
            k -= 1
        determiner, begin = self._determiner(k, noun)
        spot.determiner = determiner
        if spot.gender is None and not noun.plural:
            table, low = self.words.tables.determiners, self.line.low(k)
            spot.gender = "f" if low in table.feminine else "m" if low in table.masculine else None
        if determiner == "none" and not self._may_stand_bare(begin, i, noun):
            return None, spot
        return begin, spot

    def _is_before(self, k: int) -> bool:
        """A word that may stand between the determiner and the noun: "nouveau", "45e"."""
        word = self.line.plain(k)
        return word in self.words.before or bool(self.words.ordinal.fullmatch(self.line.low(k)))

    def _determiner(self, k: int, noun: Noun) -> tuple[Determiner, int]:
        """What determines a noun from word ``k`` leftwards, and where the role begins: a
        contracted article ("du") stays outside."""
        table, low = self.words.tables.determiners, self.line.low(k)
        if low in table.contracted and not (low in table.plural and noun.plural):
            return ("none", k + 1) if low in table.plural else ("definite", k + 1)
        if low in table.definite:
            return "definite", k
        if low in table.demonstrative:
            return "demonstrative", k
        if low in table.possessive or low in table.possessive_plural:
            return "possessive", k
        for start in range(k, max(-1, k - 3), -1):
            for phrase in self.words.indefinite.get(self.line.low(start), ()):
                if start + len(phrase) == k + 1 and follows(self.line, start, phrase, lower=True):
                    return "indefinite", start
        return ("definite", k + 1) if low in table.contracted else ("none", k + 1)

    def _may_stand_bare(self, begin: int, i: int, noun: Noun) -> bool:
        """Without determiner a role counts only where one may lack: after a comma, at the start
        of a line, in brackets, or right before a name ("Président X")."""
        before = self.line.low(begin - 1)
        if self.line.low(i) in self.words.saying and self.people.read(i + 1) is not None:
            return False
        if begin == 0 or before in {",", "(", "[", "-", "–", "—", "•", ":", "|"}:
            return True
        if (
            before in self.words.tables.linkers.asides
            or self.line.plain(begin - 1) in self.words.asides
        ):
            return True
        if self.line.words[i].capital and not self.line.opens(i) and i not in self.phrases:
            return False
        return self.people.read(i + len(noun.words)) is not None and not noun.plural

    def _right(self, i: int, spot: RoleSpot) -> int:
        """Past the adjectives and complements that follow the noun."""
        depth = 0
        while True:
            i = self.past_adjectives(i)
            tail = at_phrase(self.line, i, self.words.tails)
            if tail:
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
            elif self._is_adjective(i - 1) and self._joins(i) and self._is_adjective(i + 1):
                i += 2
            else:
                return i

    def _joins(self, i: int) -> bool:
        return self.line.low(i) in self.words.tables.prepositions.and_ or (
            self.line.low(i) in {",", *self.words.tables.prepositions.alike}
        )

    def _is_adjective(self, i: int) -> bool:
        """An adjective of the tables or of a state, in lower case."""
        if not 0 <= i < len(self.line.words) or self.line.words[i].capital:
            return False
        word, roles = self.line.plain(i), self.words.tables.roles
        if word in self.words.adjectives or self.names.states_of(word):
            return True
        if word.startswith(roles.sided):
            return True
        other = word in self.words.no_adjectives or self.line.low(i) in self.words.saying
        return word.endswith(roles.adjective_endings) and not other and word not in self.words.nouns

    def _complement(self, i: int, spot: RoleSpot) -> int:
        """Past one complement from word ``i``; ``i`` itself if there is none."""
        table, low = self.words.tables.prepositions, self.line.low(i)
        if low in table.of:
            return self._noun_phrase(i + 1, i) if not self._is_number(i + 1) else self._past_day(i)
        if low in table.bound and spot.noun.singular in self.words.contested:
            return self._noun_phrase(i + 1, i)
        if self.line.plain(i) in self.words.charged:
            after = self._noun_phrase(i + 2, i) if self.line.low(i + 1) in table.of else i
            return after
        if low in table.bound | table.field:
            named = i + 1 in self.hits or (self.line.low(i + 1) in table.the and i + 2 in self.hits)
            capital = self._is_capital(i + 1) or (
                self.line.low(i + 1) in table.the and self._is_capital(i + 2)
            )
            field = spot.noun.singular in self.words.mandated and low in table.field
            posted = spot.noun.singular in self.words.posted or not named
            named = (named or capital) and posted and low in table.bound
            named = named or self._is_house(i + 1)
            if (named or field) and not self._is_possessive(i + 1):
                return self._noun_phrase(i + 1, i)
        return i

    def _is_number(self, i: int) -> bool:
        return self.line.low(i).isdigit()

    def _past_day(self, i: int) -> int:
        """Past a day or a year after "of": "du 3 novembre", "de 2020"; ``i`` if there is none."""
        stop = i + 2
        stop += self.line.low(stop).isalpha() and not self._is_capital(stop)
        stop += self._is_number(stop)
        return stop if self.line.low(stop) in {",", ".", ")", ""} or self._is_capital(stop) else i

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
        table = self.words.tables.determiners
        return self.line.low(i) in table.possessive | table.possessive_plural

    def _noun_phrase(self, i: int, back: int) -> int:
        """Past article, noun and adjectives from ``i``; ``back`` if nothing of the kind follows."""
        table = self.words.tables
        if self.line.low(i) in table.prepositions.the or self._is_possessive(i):
            i += 1
        while self.line.plain(i) in self.words.before and not self._is_capital(i):
            i += 1
        if i in self.hits:
            stop, hit = self.hits[i]
            return back if hit.ids("person") else self._acronym(stop)
        if self._is_capital(i):
            return self._capitals(i, back)
        if not self.line.low(i)[:1].isalpha() or self._is_grammatical(i):
            return back
        i = self.past_adjectives(i + 1)
        if i in self.hits and not self.hits[i][1].ids("person"):
            return self._acronym(self.hits[i][0])
        person = self.people.read(i)
        if person is not None or not self._is_capital(i):
            return self._acronym(i)
        return self._capitals(i, i)

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
        return i < len(self.line.words) and self.line.words[i].capital

    def _fill(self, spot: RoleSpot) -> None:
        """The states and organs named within a role."""
        states: list[str] = []
        organs: list[str] = []
        for k in range(spot.first, spot.stop):
            if k in self.hits:
                hit = self.hits[k][1]
                states += hit.ids("state", "capital")[:1]
                organs += hit.ids("organ")[:1]
            elif k >= spot.head and not self.line.words[k].capital:
                states += self.names.states_of(self.line.plain(k))[:1]
        party = (self.words.partisan.get(p) for p in self.line.plains[spot.head : spot.stop])
        spot.states = tuple(dict.fromkeys(states or filter(None, party)))
        spot.organs = tuple(dict.fromkeys(organs))


def follows(line: Line, i: int, phrase: tuple[str, ...], *, lower: bool = False) -> bool:
    """Whether the words of a phrase stand at word ``i``, compared plain or in ``lower`` case."""
    read = line.low if lower else line.plain
    return all(read(i + k) == w for k, w in enumerate(phrase))


def at_phrase(line: Line, i: int, phrases: Phrases, *, lower: bool = False) -> int:
    """How many words of a phrase stand at ``i``; 0 for none."""
    first = line.low(i) if lower else line.plain(i)
    for phrase in phrases.get(first, ()):
        if follows(line, i, phrase, lower=lower):
            return len(phrase)
    return 0
