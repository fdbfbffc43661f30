"""Reading roles: a determiner, a noun for a person, and what belongs to it.

"le nouveau porte-parole adjoint du ministère russe de la Défense" is read from its determiner to
the last word of its complements; what the role means is for the cast to say.
"""

from __future__ import annotations

from detente.finding.people.complements import ComplementReader, at_phrase, follows
from detente.finding.people.gazetteer import Gazetteer, Hit
from detente.finding.people.spots import Determiner, PlaceSpot, RoleSpot
from detente.finding.people.vocabulary import Gender, Noun, Vocabulary
from detente.finding.people.words import Line
from detente.knowledge.roles import RolePhrase, find

MANKIND = 5
"""Words of a phrase in which a noun for somebody means everybody."""


class RoleReader:
    """Reads the roles of one line."""

    def __init__(
        self, line: Line, hits: dict[int, tuple[int, Hit]], words: Vocabulary, names: Gazetteer
    ) -> None:
        self.line, self.hits, self.words, self.names = line, hits, words, names
        self.after = ComplementReader(line, hits, words, names)
        self.people = self.after.people
        self.phrases = self._phrases()

    def read(self, i: int) -> RoleSpot | None:
        """The role whose noun is at word ``i``, with its determiner and complements."""
        noun, former = self._noun(i)
        if noun is None:
            return self._national(i)
        if at_phrase(self.line, i + len(noun.words), self.words.charges) or self._is_mankind(i):
            return None
        spot = self.of(i, noun)
        if spot is not None:
            spot.former |= former
        return spot

    def _is_mankind(self, i: int) -> bool:
        """The noun at word ``i`` is everybody: "les droits de l'homme"."""
        if self.line.plain(i) not in self.words.everybody:
            return False
        back = range(1, MANKIND)
        return any(at_phrase(self.line, i - k, self.words.mankind) > k for k in back)

    def within(self, i: int, stop: int) -> RoleSpot | None:
        """The role at word ``i`` inside another that ends at ``stop``, as it is read alone."""
        spot = self.read(i)
        if spot is not None and spot.phrase is None:
            start, end = self.line.begins[i], self.line.stops[stop - 1]
            text = self.line.passage.text[start:end]
            found = find(text, self.names.knowledge, self.names.tongue)
            spot.phrase = next((p for p in found if p.head == 0), None)
        return spot

    def _national(self, i: int) -> RoleSpot | None:
        """One of a nation, right before a name: "l'Argentin X", "la Britannique Y"."""
        if not self.names.states_of(self.line.plain(i)) or not self.line.words[i].capital:
            return None
        table, before = self.words.tables.determiners, self.line.low(i - 1)
        single = before in table.definite | table.contracted | table.feminine | table.masculine
        if not single or before in table.plural or self.people.read(i + 1) is None:
            return None
        gender: Gender | None = (
            "f" if before in table.feminine else "m" if before in table.masculine else None
        )
        word = self.line.plain(i)
        spot = RoleSpot(self.line, i, i + 1, Noun((word,), gender, False, word), i)
        spot.first, spot.gender = i - (before not in table.contracted), gender
        spot.determiner, spot.states = "definite", self.names.states_of(word)[:1]
        return spot

    def of(self, i: int, noun: Noun) -> RoleSpot | None:
        """The noun phrase around ``noun`` at word ``i``."""
        first, spot = self._left(i, noun)
        if first is None:
            return None
        spot.first = first
        spot.stop = self.after.past(i + len(noun.words), spot)
        if i in self.phrases:
            spot.phrase, stop = self.phrases[i]
            spot.stop = max(spot.stop, self.after.past(stop, spot))
            spot.former |= spot.phrase.former
        self._fill(spot)
        return spot

    def _phrases(self) -> dict[int, tuple[RolePhrase, int]]:
        """The role phrases of the knowledge base by the number of their noun, with the word after
        them."""
        line, prefix = self.line, len(self.words.tables.former_prefix)
        found = {}
        for phrase in find(line.passage.text, self.names.knowledge, self.names.tongue):
            head, last = line.starting(phrase.head), line.ending(phrase.end)
            if head is None:
                head = line.starting(phrase.head - prefix)
            if head is not None and last is not None:
                found[head] = (phrase, last + 1)
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
            spot.gender = spot.gender or self.words.shown.get(word)
            k -= 1
        counted = self.line.low(k) in self.words.tables.determiners.numbers and spot.plural
        k -= counted
        determiner, begin = self._determiner(k, noun)
        if counted and determiner == "none" and noun.words[0] in self.words.nouns:
            determiner = "indefinite"
        if (
            spot.other
            and spot.plural
            and self.line.low(k) in self.words.tables.prepositions.bare_of
        ):
            determiner, begin = "indefinite", k
        spot.determiner = determiner
        if noun.singular in self.words.genderless:
            spot.gender = None
        elif spot.gender is None and not noun.plural:
            table, low = self.words.tables.determiners, self.line.low(k)
            spot.gender = "f" if low in table.feminine else "m" if low in table.masculine else None
        if determiner == "none" and not self._may_stand_bare(begin, i, noun):
            return None, spot
        return begin, spot

    def _is_before(self, k: int) -> bool:
        """A word that may stand between the determiner and the noun: "nouveau", "45e"."""
        word = self.line.plain(k)
        number = word[:1].isdigit() and self.words.ordinal.fullmatch(self.line.low(k))
        return word in self.words.before or bool(number)

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

    def _fill(self, spot: RoleSpot) -> None:
        """The states and organs named within a role."""
        states: list[str] = []
        organs: list[str] = []
        for k in range(spot.first, spot.stop):
            if k in self.hits:
                stop, hit = self.hits[k]
                if spot.owner is None and k > spot.head:
                    spot.owner = PlaceSpot(self.line, k, stop, hit.senses)
                states += hit.ids("state", "capital")[:1]
                organs += hit.ids("organ")[:1]
            elif k >= spot.head and not self.line.words[k].capital:
                states += self.names.states_of(self.line.plain(k))[:1]
        party = (self.words.partisan.get(p) for p in self.line.plains[spot.head : spot.stop])
        spot.states = tuple(dict.fromkeys(states or filter(None, party)))
        spot.organs = tuple(dict.fromkeys(organs))
