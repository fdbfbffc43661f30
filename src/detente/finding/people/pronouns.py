"""Reading pronouns, without those that stand for nobody ("il faut")."""

from __future__ import annotations

import re

from detente.finding.people.complements import follows
from detente.finding.people.spots import PronounSpot
from detente.finding.people.vocabulary import Pronoun, Vocabulary
from detente.finding.people.words import Line

_MARKS = re.compile(r"[\"«»“”]\s?")
_CLOSING = frozenset('"»”')
IMPERSONAL = 120
"""Characters after "il" that tell whether it stands for nobody."""


class PronounReader:
    """Reads the pronouns of one line."""

    def __init__(self, line: Line, words: Vocabulary) -> None:
        self.line, self.words = line, words

    def read(self, i: int) -> tuple[PronounSpot | None, int]:
        """The pronoun at word ``i`` and the word after it; an impersonal one is read past without
        a spot. The word is ``i`` itself if there is no pronoun."""
        for pronoun in self.words.pronouns.get(self.line.low(i), ()):
            if follows(self.line, i, pronoun.words, lower=True):
                hung = self._is_hung(i)
                stop = i + len(pronoun.words)
                if not self._is_impersonal(i, hung=hung) and not self._is_adjunct(pronoun, stop):
                    spot = PronounSpot(
                        self.line, i, stop, pronoun.gender, pronoun.plural, pronoun.nearest
                    )
                    conjunction = self._conjunction(i)
                    opens = conjunction is not None and self.line.opens(conjunction)
                    spot.hung, spot.forward = hung and self._says(i), opens
                    spot.asked = hung and not spot.hung
                    spot.clause = conjunction is not None and not opens
                    before = self.line.low(i - 1)
                    spot.told = self._is_told(i)
                    spot.relative = before in self.words.tables.pronouns.after_relative
                    return spot, stop
                return None, stop
        found = self._strong(i) or self._pointing(i)
        return found, found.stop if found else i

    def _pointing(self, i: int) -> PronounSpot | None:
        """Who speaks, told anew: "a dit celle qui ..."."""
        form = self.words.tables.pronouns.pointing.get(self.line.low(i))
        relative = self.line.low(i + 1) in self.words.tables.linkers.relative
        if form is None or not relative or self.line.low(i - 1) not in self.words.saying:
            return None
        spot = PronounSpot(self.line, i, i + 1, "f" if form == "f" else "m")
        spot.hung = True
        return spot

    def _is_adjunct(self, pronoun: Pronoun, stop: int) -> bool:
        """Whether a pronoun of two words goes with a noun: "ces dernières années"."""
        if len(pronoun.words) == 1:
            return False
        low, endings = self.line.low(stop), self.words.tables.linkers.verb_endings
        verbal = low in self.words.classes.after_subject or low.endswith(endings)
        return low.isalpha() and not verbal

    def _is_told(self, i: int) -> bool:
        """After "que", or "que" and an aside between commas: "maintient que, malgré tout, il"."""
        that, k = self.words.tables.linkers.that, i - 1
        if self.line.low(k) != ",":
            return self.line.low(k) in that
        number = self.line.sentences[i]
        while k > 0 and self.line.sentences[k] == number:
            k -= 1
            if self.line.low(k) == ",":
                return self.line.low(k - 1) in that
        return False

    def _says(self, i: int) -> bool:
        """Whether the verb that a pronoun hangs on says something: "dit-il", "a-t-il ajouté"."""
        saying, table = self.words.saying, self.words.tables.linkers
        verb = i - 2 if self.line.low(i - 1) == self.words.tables.euphonic else i - 1
        quoted = any(self.line.low(k) in _CLOSING for k in range(verb - 3, verb))
        if quoted or self.line.low(verb) in saying:
            return True
        after = i + 1
        while self.line.low(after) in table.asides or self.line.low(after) in table.clitics:
            after += 1
        first = self.line.low(verb) in table.auxiliaries
        return first and any(self.line.low(k) in saying for k in (after, after + 1))

    def _conjunction(self, i: int) -> int | None:
        """Where a conjunction of time or condition right before word ``i`` begins."""
        for back in (2, 1):
            start = i - back
            phrases = self.words.forward.get(self.line.low(start), ()) if start >= 0 else ()
            for phrase in phrases:
                if len(phrase) == back and follows(self.line, start, phrase, lower=True):
                    return start
        return None

    def _is_hung(self, i: int) -> bool:
        """Whether a pronoun is tied to the verb before it: "dit-il"."""
        text, start = self.line.passage.text, self.line.begins[i]
        return start > 1 and text[start - 1] == "-" and text[start - 2].isalpha()

    def _is_impersonal(self, i: int, *, hung: bool) -> bool:
        """Whether a pronoun stands for nobody ("il faut", "y a-t-il") or for a thing ("il a été
        signé")."""
        table = self.words.tables.pronouns
        line, text = self.line, self.line.passage.text
        after = _MARKS.sub("", text[line.stops[i] : line.stops[i] + IMPERSONAL].lower()).lstrip()
        if not hung and self.words.things.match(after):
            return True
        if self.line.low(i) != table.impersonal_subject:
            return False
        if hung:
            verb = text[line.begins[max(0, i - 2)] : line.begins[i] - 1].lower()
            verb = verb.removesuffix(f"-{self.words.tables.euphonic}")
            stated = self.line.low(i + 1) in table.impersonal_after
            if stated and self.line.low(i - 1) in self.words.tables.linkers.auxiliaries:
                return self.line.low(i - 1) not in table.having
            return bool(self.words.impersonal.match(verb.lstrip(' "«»“”,') + " "))
        return bool(self.words.impersonal.match(after))

    def _strong(self, i: int) -> PronounSpot | None:
        table = self.words.tables.pronouns
        form = table.strong.get(self.line.low(i))
        if form is None:
            return None
        infinitive = self.line.low(i + 1).endswith(table.infinitives)
        after = self.line.low(i - 1) in table.strong_after and not infinitive
        after = after or "-" in self.line.low(i)
        if after or self.line.low(i + 1) in table.strong_before:
            spot = PronounSpot(self.line, i, i + 1, "f" if "f" in form else "m", "p" in form)
            spot.strong, spot.doubled = True, "-" in self.line.low(i)
            spot.tied = self.line.low(i - 2) in table.tying or not after
            return spot
        return None
