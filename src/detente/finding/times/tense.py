"""The tense that governs an expression, told by the look of verb forms: no parser is needed.

The nearest verb of the clause decides, the one before the expression rather than the one after.
What is not told by form stays open (``None``).
"""

from __future__ import annotations

from functools import cache

from detente.finding.ground import Tense
from detente.finding.times.lexing import Line
from detente.languages.times import Verbs

_FARTHEST = 40


class Tenses:
    """The tenses of words by their forms, remembered."""

    def __init__(self, verbs: Verbs) -> None:
        self._verbs = verbs
        self._endings = sorted(verbs.endings, key=len, reverse=True)
        self._form = cache(self._of_word)

    def of(self, line: Line, first: int, last: int) -> Tense | None:
        """The tense of the verb that governs the words ``first`` to ``last`` of a line."""
        before = self._nearest(line, range(first - 1, max(-1, first - _FARTHEST), -1))
        after = self._nearest(line, range(last, min(len(line), last + _FARTHEST)))
        if before and after:
            return before[1] if before[0] <= after[0] + 2 else after[1]
        return (before or after or (0, None))[1]

    def _nearest(self, line: Line, places: range) -> tuple[int, Tense | None] | None:
        """The nearest verb with its distance; a clause's border adds to it."""
        borders = 0
        for steps, at in enumerate(places):
            word = line.words[at]
            if word in self._verbs.clause_openers:
                borders += 1
            tense = self._at(line, at)
            if tense:
                return steps + 4 * borders, tense
        return None

    def _at(self, line: Line, at: int) -> Tense | None:
        word = line.words[at]
        if word in self._verbs.auxiliaries:
            return self._compound(line, at)
        if word in self._verbs.projecting:
            ahead = line.words[at + 1 : at + 1 + self._verbs.reach]
            if any(self._is_infinitive(w) for w in ahead):
                return "future"
        if at and line.words[at - 1] in self._verbs.infinitive_leads and self._is_infinitive(word):
            return "future"
        return self._form(word)

    def _compound(self, line: Line, at: int) -> Tense | None:
        """Past if a participle follows the auxiliary closely, else what the form itself says."""
        ahead = line.words[at + 1 : at + 1 + self._verbs.reach]
        for word in ahead:
            if word in self._verbs.clause_openers:
                break
            if word in self._verbs.forms:
                return self._verbs.forms[word]
            if len(word) > 2 and word.endswith(self._verbs.participles):
                return "past"
        return self._form(line.words[at])

    def _is_infinitive(self, word: str) -> bool:
        return (
            len(word) > 3
            and word.endswith(self._verbs.infinitives)
            and word not in self._verbs.never
            and word not in self._verbs.auxiliaries
        )

    def _of_word(self, word: str) -> Tense | None:
        if word in self._verbs.forms:
            return self._verbs.forms[word]
        if len(word) < 4 or word in self._verbs.never or word.endswith(self._verbs.never_endings):
            return None
        for ending in self._endings:
            if word.endswith(ending):
                return self._verbs.endings[ending]
        return None
