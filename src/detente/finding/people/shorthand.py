"""Reading short ways to speak of somebody: letters of a body, names tied by a hyphen, "le Nord",
"le pays". What they stand for is for the page to tell.
"""

from __future__ import annotations

from detente.finding.people.gazetteer import Gazetteer, Hit
from detente.finding.people.spelling import plain, tied
from detente.finding.people.spots import GroupSpot
from detente.finding.people.vocabulary import Vocabulary
from detente.finding.people.words import Line


class ShorthandReader:
    """Reads the short forms of one line; ``letters`` are those that the page has explained so far,
    with the name of the body."""

    def __init__(
        self,
        line: Line,
        hits: dict[int, tuple[int, Hit]],
        words: Vocabulary,
        names: Gazetteer,
        letters: dict[str, str],
    ) -> None:
        self.line, self.hits, self.words, self.names = line, hits, words, names
        self.letters = letters
        self.found: list[GroupSpot] = []

    def read(self, i: int) -> int:
        """Read the short form at word ``i``; the word after it, or 0."""
        return self._tied(i) or self._lettered(i) or self._side(i) or self._country(i)

    def _first(self, i: int) -> int:
        """Where a group begins whose noun is at ``i``: at its article, unless contracted."""
        table, before = self.words.tables.determiners, self.line.low(i - 1)
        own = before in self.words.classes.pointing and before not in table.contracted
        return i - 1 if own else i

    def _lettered(self, i: int) -> int:
        title = self.letters.get(self.line.words[i].text)
        if title is None or i in self.hits:
            return 0
        self.found.append(GroupSpot(self.line, self._first(i), i + 1, "body", title=title))
        return i + 1

    def _tied(self, i: int) -> int:
        """Two family names as one word: "le sommet Dupont-Durand"."""
        parts = tied(self.line.words[i].text)
        after = self.line.words[i + 1] if i + 1 < self.line.size else None
        if not parts or i in self.hits or (after is not None and after.capital):
            return 0
        if plain(parts[0]) in self.names.given:
            return 0
        self.found.append(GroupSpot(self.line, i, i + 1, "tied", parts=parts))
        return i + 1

    def _side(self, i: int) -> int:
        """A point of the compass with its article, which may be a state's side where nothing makes
        it a place."""
        table, word = self.words.tables, self.line.words[i]
        if word.plain not in self.words.sides or not word.capital:
            return 0
        if self.line.low(i - 1) not in self.words.classes.contracted:
            return 0
        placed = self.line.low(i - 2) in table.capitals.state_place
        if placed or self.line.low(i + 1) in table.prepositions.of | {"-"}:
            return 0
        self.found.append(GroupSpot(self.line, self._first(i), i + 1, "side", noun=word.plain))
        return i + 1

    def _country(self, i: int) -> int:
        """A country without anything that tells which: "le pays", "son pays"."""
        table, low = self.words.tables.determiners, self.line.low(i - 1)
        if self.line.plain(i) not in self.words.countries:
            return 0
        own = low in self.words.classes.owned
        if (not own and low not in self.words.classes.pointing) or low in table.plural:
            return 0
        if not own and self.line.low(i + 1) in self.words.tables.prepositions.of:
            return 0
        spot = GroupSpot(self.line, i - 1, i + 1, "country", noun=self.line.plain(i))
        spot.possessive = own
        self.found.append(spot)
        return i + 1
