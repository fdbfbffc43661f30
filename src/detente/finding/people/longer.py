"""Known names that are only part of a longer name: "Air France", "l'Alliance pour le climat".

In a French sentence a state stands with its article or after a preposition. Between capitals and
without either it is part of the name of a company, a medium or a branch, which is not the state. A
body that is called by a common noun is another one where the noun has a complement.
"""

from __future__ import annotations

from detente.finding.people.complements import at_phrase
from detente.finding.people.gazetteer import Gazetteer, Hit
from detente.finding.people.vocabulary import Vocabulary
from detente.finding.people.words import Line

LONGEST = 10
"""Words of the name of a body before its letters."""
Hits = dict[int, tuple[int, Hit]]
"""The known names of a line by the number of their first word, with the word after them."""


def apart(line: Line, hits: Hits, names: Gazetteer, words: Vocabulary) -> Hits:
    """The known names of a line but those that a longer name holds."""
    ends = {stop: first for first, (stop, _) in hits.items()}
    setting = _Setting(line, hits, ends, names, words)
    return {i: (stop, hit) for i, (stop, hit) in hits.items() if not setting.holds(i, stop, hit)}


def _is_country(hit: Hit) -> bool:
    return all(sense.kind in ("state", "capital") for sense in hit.senses)


class _Setting:
    """What stands around a known name of a line; ``ends`` tell where the names that end there
    begin."""

    def __init__(
        self, line: Line, hits: Hits, ends: dict[int, int], names: Gazetteer, words: Vocabulary
    ) -> None:
        self.line, self.hits, self.ends, self.names, self.words = line, hits, ends, names, words

    def holds(self, i: int, stop: int, hit: Hit) -> bool:
        """Whether the words from ``i`` up to ``stop`` are part of a longer name."""
        if not _is_country(hit):
            return self._is_completed(i, stop, hit)
        if at_phrase(self.line, i, self.words.lands) > stop - i:
            return True
        if self.line.text(i, stop).isupper():
            return False
        before, table = self.line.low(i - 1), self.words.tables
        if before in table.determiners.definite:
            return bool(hit.ids("capital")) and self._goes_on(stop)
        if before in table.prepositions.all:
            return False
        return self._is_ending(i) or self._goes_on(stop)

    def _is_completed(self, i: int, stop: int, hit: Hit) -> bool:
        """Whether a common noun that names a body alone has a complement that makes it another:
        not what the body is of anyway ("la Commission de l'Union européenne")."""
        table = self.words.tables
        if self.line.low(i) not in table.names.whole or stop - i > 1 or not hit.ids("organ"):
            return False
        if self.line.low(stop) not in table.names.parts:
            return False
        k = stop + 1 + (self.line.low(stop + 1) in table.prepositions.the)
        after = self.hits[k][1].ids("state", "organ", "capital") if k in self.hits else ()
        whose = [o.state for o in map(self.names.knowledge.organ, hit.ids("organ")) if o]
        return not set(after) & set(whose)

    def _is_ending(self, i: int) -> bool:
        """Whether the name begins before: with a capital that is no known name but a body's."""
        before = self.line.low(i - 1)
        if not self._is_capital(i - 1) or before in self.words.tables.names.openers:
            return False
        if self.line.opens(i - 1) and not self._has_article(self.hits[i][1]):
            return False
        known = self.hits.get(self.ends.get(i, -1))
        return known is None or bool(known[1].ids("organ"))

    def _has_article(self, hit: Hit) -> bool:
        """Whether a sentence would give a state its article: "la France", but "Cuba"."""
        code, state = self.names.language, self.names.knowledge.state
        known = filter(None, map(state, hit.ids("state")))
        return any(s.articles.get(code) not in (None, s.names.get(code)) for s in known)

    def _goes_on(self, stop: int) -> bool:
        """Whether a capital goes on with it that begins no other name."""
        if not self._is_capital(stop) or stop in self.hits:
            return False
        word = self.line.plain(stop)
        named = word in self.names.given or self.names.knowledge.surnamed(word)
        return not named and self.line.low(stop) not in self.words.tables.names.openers

    def _is_capital(self, k: int) -> bool:
        return 0 <= k < self.line.size and self.line.words[k].capital


def before_letters(line: Line, i: int, hits: Hits, words: Vocabulary) -> str:
    """The name of a body before its known letters in brackets at word ``i``: "l'Autorité pour le
    développement (Igad)"; "" if none stands there."""
    stop, table = i - 1, words.tables
    if line.low(stop) != "(" or line.low(hits[i][0]) != ")":
        return ""
    article = table.prepositions.the | table.determiners.contracted
    inner = article | table.names.parts
    small = table.prepositions.all | table.linkers.words
    ends = {k for k, _ in hits.values()}
    first, k = stop, stop - 1
    while k > 0 and stop - k <= LONGEST and k not in hits and k + 1 not in ends:
        low = line.low(k)
        verb = low in words.saying or low in table.linkers.auxiliaries
        if verb or low in small - inner or not (low.isalpha() or low in inner):
            break
        if line.words[k].capital and line.low(k - 1) in article:
            first = k
        k -= 1
    return line.text(first, stop) if stop - first > 1 else ""
