"""Reading names of persons: civilities, known names, and runs of capitals that may be one."""

from __future__ import annotations

from detente.finding.people.gazetteer import Gazetteer, Hit
from detente.finding.people.spelling import plain, tied
from detente.finding.people.spots import NameSpot
from detente.finding.people.vocabulary import Gender, Vocabulary
from detente.finding.people.words import Line

PAIR = 2
SHORT = 3
"""Letters of a word that is rather "Jr" or "III" than part of a name."""
SURNAMED = frozenset({"surname", "people"})
"""What a known name is that may stand within another."""
LONGEST = 7
"""Words beyond which a run of capitals is a headline, not a name."""


class NameReader:
    """Reads the names of one line; ``hits`` are its known names by word number."""

    def __init__(
        self, line: Line, hits: dict[int, tuple[int, Hit]], words: Vocabulary, names: Gazetteer
    ) -> None:
        self.line, self.hits, self.words, self.names = line, hits, words, names
        self.nameless: set[int] = set()
        """Words at which no name begins: most are asked about several times."""
        self.walls = frozenset(i for i, (_, hit) in hits.items() if not hit.kinds <= SURNAMED)

    def read(self, i: int) -> NameSpot | None:
        """The name that begins at word ``i`` (at its civility, if it has one)."""
        civil = i < self.line.size and self.line.words[i].civil
        first, gender, civil = self._civility(i) if civil else (i, None, False)
        spot = self._bare(first)
        if spot is None:
            return None
        if civil:
            spot.first, spot.civil = i, True
            spot.gender = gender or spot.gender
        elif self._is_barred(spot):
            return None
        return spot

    def labelled(self, i: int) -> NameSpot | None:
        """The name after an article and a word with a capital that is none: "l'Insoumis X Y"."""
        spot = self._bare(i)
        if spot is None or not self._is_barred(spot):
            return None
        article = self.line.low(spot.first - 1) in self.words.tables.prepositions.the
        second = self.line.plain(spot.first + 1)
        beside = self._known(spot.stop) if article and spot.stop == spot.first + 1 else None
        if beside is not None and beside.known and not self._is_barred(beside):
            return beside
        long = spot.stop - spot.first > PAIR and not spot.given and not spot.known
        if not (article and long and second in self.names.given):
            return None
        spot.first += 1
        spot.given, spot.gender = True, self.names.given[second]
        return spot

    def past_barred(self, i: int) -> int:
        """The word after a name that belongs to a street, a prize, a firm; 0 for none."""
        spot = self._bare(i)
        if spot is None or not self._is_barred(spot):
            return 0
        stop = spot.stop
        while self._is_name_word(stop):
            stop += 1
        return stop if stop - i > 1 else 0

    def _bare(self, i: int) -> NameSpot | None:
        if i in self.nameless or i >= self.line.size:
            return None
        spot = self._known(i) or self._run(i)
        if spot is None:
            self.nameless.add(i)
        return spot

    def _civility(self, i: int) -> tuple[int, Gender | None, bool]:
        """The word after a civility at ``i``, its gender, and whether there is one."""
        table, low = self.words.tables.civilities, self.line.plain(i)
        gender: Gender | None
        if low in table.masculine:
            gender = "m"
        elif low in table.feminine:
            gender = "f"
        elif low in table.either:
            gender = None
        else:
            return i, None, False
        after = i + 2 if self.line.low(i + 1) == "." else i + 1
        capital = after < self.line.size and self._is_name_word(after)
        return (after, gender, True) if capital else (i, None, False)

    def _known(self, i: int) -> NameSpot | None:
        hit = self.hits.get(i)
        if hit is None:
            return None
        stop, known = hit
        people, surnamed = known.ids("person"), known.ids("surname")
        if not people and not surnamed:
            return None
        if known.ids("state", "capital", "organ") and not people:
            return None
        if not people and self._is_given_then_name(i):
            return None
        stop = self._extend(stop)
        stop += bool(people) and self._is_fuller(stop)
        given = self.names.given.get(self.line.plain(i))
        spot = NameSpot(self.line, i, stop, tuple(people), surnamed, gender=given)
        spot.given = bool(people)
        return spot

    def _extend(self, stop: int) -> int:
        """Past "Al Saoud", "ben Ali" after a known name."""
        while self._is_linked(stop) or (stop > 0 and self._ends_open(stop)):
            stop += 1
        return stop

    def _is_fuller(self, i: int) -> bool:
        """One more word of a known name, alone: "Moussa Faki Mahamat"."""
        if not self._is_name_word(i) or i in self.hits or self._is_name_word(i + 1):
            return False
        word, words = self.line.plain(i), self.words
        small = word in words.ordinary or self.line.low(i) in words.tables.names.openers
        other = word in words.bodies or word in words.nouns or self.line.opens(i)
        return len(word) > SHORT and not (small or other or self.line.words[i].text.isupper())

    def _ends_open(self, stop: int) -> bool:
        """Whether the word before is a particle that needs the one that follows."""
        return self.line.low(stop - 1) in self.words.tables.names.particles and (
            self._is_name_word(stop)
        )

    def _run(self, i: int) -> NameSpot | None:
        """A run of capitals from word ``i``, if it may be a name."""
        if not self._is_name_word(i) or (i in self.walls and not self._is_given_then_name(i)):
            return None
        if self.line.low(i) in self.words.tables.names.openers:
            return None
        stop = self._run_end(i)
        plains = [w.plain for w in self.line.words[i:stop]]
        given = plains[0] in self.names.given
        if stop - i > LONGEST or any(p in self.words.bodies for p in plains):
            return None
        if stop - i == 1:
            return NameSpot(self.line, i, stop, surnamed=self._surnamed(i))
        known = self.names.ending(" ".join(plains))
        gender = self.names.given.get(plains[0])
        return NameSpot(self.line, i, stop, known, gender=gender, given=given)

    def _is_given_then_name(self, i: int) -> bool:
        """A given name that is also a place, before a family name: "Israël Katz"."""
        stop, _ = self.hits[i]
        return (
            stop == i + 1
            and self.line.plain(i) in self.names.given
            and self._is_name_word(stop)
            and stop not in self.walls
            and self.line.plain(stop) not in self.words.bodies
        )

    def _run_end(self, i: int) -> int:
        words, stop = self.line.words, i + 1
        given = self.line.plain(i) in self.names.given
        if self._is_initial(i):
            stop = i + 2
        if stop == i + 1 and given:
            stop = self._noble(stop)
        while stop < len(words) and (stop not in self.walls or self._is_middle(i, stop)):
            if self._is_initial(stop):
                stop += 2
            elif not given and self._is_tied(stop):
                break
            elif self._is_name_word(stop) or self._is_linked(stop):
                if self.line.low(stop) in self.words.tables.names.openers and not (
                    self._ends_open(stop) or self._is_name_word(stop + 1)
                ):
                    break
                stop += 1
            elif given and self._is_noble(stop):
                stop += 2
            elif self._noble(stop) > stop and self._is_doubled(stop):
                return self._noble(stop)
            else:
                break
        return stop

    def _is_doubled(self, stop: int) -> bool:
        """Whether the word before is a family name that "de" and another may follow."""
        end = self._noble(stop)
        spanish = self.line.plain(stop - 1).endswith(self.words.tables.names.doubled)
        body = self._is_name_word(end) or self.line.plain(end - 1) in self.words.bodies
        return spanish and not body

    def _is_tied(self, i: int) -> bool:
        """Two family names tied by a hyphen, which are no part of a longer name."""
        parts = tied(self.line.words[i].text)
        return bool(parts) and plain(parts[0]) not in self.names.given

    def _is_noble(self, i: int) -> bool:
        """An elided particle and a capital inside a name: "Revault d'Allonnes"."""
        elided = self.line.low(i) in self.words.tables.names.elided
        return elided and self._is_name_word(i + 1) and i + 1 not in self.walls

    def _is_middle(self, i: int, stop: int) -> bool:
        """A known name within a longer one, after a given name: "Aaron David Miller"."""
        person = bool(self.hits[stop][1].ids("person"))
        return person and stop == i + 1 and self.line.plain(i) in self.names.given

    def _noble(self, stop: int) -> int:
        """Past "de Villepin" after a given name."""
        for phrase in self.words.noble.get(self.line.plain(stop), ()):
            end = stop + len(phrase)
            if all(self.line.plain(stop + k) == w for k, w in enumerate(phrase)) and (
                self._is_name_word(end) and end not in self.walls
            ):
                return end + 1
        return stop

    def _is_initial(self, i: int) -> bool:
        """One capital letter and a full stop inside a name: "George W. Bush"."""
        word = self.line.words[i] if i < self.line.size else None
        return bool(
            word
            and len(word.text) == 1
            and word.capital
            and self.line.low(i + 1) == "."
            and i + 2 < self.line.size
            and self.line.words[i + 2].capital
        )

    def _is_linked(self, i: int) -> bool:
        """A particle and a capital ("ben Salmane"), or a joined particle ("al-Assad")."""
        if self._has_joined(i):
            return True
        particles = self.words.tables.names.particles
        after = i + 2 if self.line.low(i + 1) in particles else i + 1
        return self.line.low(i) in particles and self._is_name_word(after)

    def _has_joined(self, i: int) -> bool:
        word = self.line.words[i] if i < self.line.size else None
        if word is None or not word.plain.startswith(self.words.joined):
            return False
        return word.text.rsplit("-", 1)[-1][:1].isupper()

    def _is_name_word(self, i: int) -> bool:
        """A word with a capital that is no acronym and runs on in letters."""
        if i >= self.line.size:
            return False
        word = self.line.words[i]
        if not word.capital or not word.text[0].isalpha():
            return False
        if len(word.text) == 1 or word.text.endswith("'"):
            return False
        return not (word.text.isupper() and len(word.text) < 5) or self._is_shouted(i)

    def _is_shouted(self, i: int) -> bool:
        """A short family name in capitals after a given name: "Jinping XI"."""
        before = self.line.words[i - 1] if i else None
        return (
            bool(before and before.plain in self.names.given and not before.text.isupper())
            and len(self.line.words[i].text) > 2
        )

    def _surnamed(self, i: int) -> tuple[str, ...]:
        return tuple(p.id for p in self.names.knowledge.surnamed(self.line.words[i].text))

    def _is_barred(self, spot: NameSpot) -> bool:
        """Whether the word before makes it the name of a street, a prize, a body."""
        before = self.line.plain(spot.first - 1)
        if before in self.words.not_person_after:
            return not self._is_led(spot)
        of = before in self.words.tables.prepositions.of and not spot.known
        heads = (self.line.plain(spot.first - 2), self.line.plain(spot.first - 3))
        if of and not self.words.not_person_after.isdisjoint(heads):
            return True
        if spot.known:
            return False
        classes, definite = self.words.classes, self.words.tables.determiners.definite
        if before in classes.gendered and before not in definite:
            return True
        return before in classes.articles and not (spot.given and spot.stop - spot.first > 1)

    def _is_led(self, spot: NameSpot) -> bool:
        """Whether the noun before a full name is of the body that somebody leads: "le patron du
        parti X Y"."""
        line, table, k = self.line, self.words.tables.prepositions, spot.first - 2
        full = spot.given and spot.stop - spot.first > 1 and line.plain(k + 1) in self.words.led
        k -= line.low(k) in table.the
        return full and line.low(k) in table.of and line.plain(k - 1) in self.words.nouns
