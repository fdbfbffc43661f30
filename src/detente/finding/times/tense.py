"""The tense that governs an expression, told by the look of verb forms: no parser is needed.

The nearest verb of the clause decides, the one before the expression rather than the one after.
What is not told by form stays open (``None``).
"""

from __future__ import annotations

from typing import Literal

from detente.finding.ground import Tense
from detente.finding.times.lexing import Line
from detente.languages.times import Verbs

Told = Tense | Literal["due"]
"""A tense, or the future seen from the past: "devait se rendre", "était prévu"."""

_FARTHEST = 30
_LEADS = 2
"""Words that lead an infinitive: its preposition and the pronoun before it."""
_MOST_KEPT = 100_000
_NONE, _BORDER, _AUXILIARY, _PROJECTING, _INFINITIVE = (
    "none",
    "border",
    "auxiliary",
    "projecting",
    "infinitive",
)


class Tenses:
    """The tenses of words by their forms, remembered."""

    def __init__(self, verbs: Verbs) -> None:
        self._verbs = verbs
        self._endings = sorted(verbs.endings, key=len, reverse=True)
        self._roles: dict[str, str] = {}

    def of(self, line: Line, first: int, last: int) -> Told | None:
        """The tense of the verb that governs the words ``first`` to ``last`` of a line."""
        before = self._nearest(line, range(first - 1, max(-1, first - _FARTHEST), -1))
        after = self._nearest(
            line, range(last, min(len(line), last + _FARTHEST)), infinitives=False
        )
        if before and after:
            return before[1] if before[0] <= after[0] + 2 else after[1]
        return (before or after or (0, None))[1]

    def _nearest(
        self, line: Line, places: range, *, infinitives: bool = True
    ) -> tuple[int, Told | None] | None:
        """The nearest verb with its distance; a clause's border adds to it. An infinitive after
        the expression hangs on the verb before it, and does not count."""
        borders, words, roles = 0, line.words, self._roles
        for at in places:
            word = words[at]
            role = roles.get(word) or self._role(word)
            if role == _NONE or (role == _INFINITIVE and not infinitives):
                continue
            if role == _BORDER:
                borders += 1
                continue
            tense = None if line.is_name(at) else self._at(line, at, role)
            if tense:
                return abs(at - places.start) + 4 * borders, tense
        return None

    def _role(self, word: str) -> str:
        """What a word may be to a tense, kept while there is room."""
        verbs = self._verbs
        if word in verbs.clause_openers:
            role = _BORDER
        elif word in verbs.auxiliaries:
            role = _AUXILIARY
        elif word in verbs.projecting:
            role = _PROJECTING
        elif self._is_infinitive(word):
            role = _INFINITIVE
        else:
            role = self._form(word) or _NONE
        if len(self._roles) >= _MOST_KEPT:
            self._roles.clear()
        self._roles[word] = role
        return role

    def _at(self, line: Line, at: int, role: str) -> Told | None:
        word = line.words[at]
        if role == _AUXILIARY:
            return self._compound(line, at)
        if role == _PROJECTING:
            ahead = line.words[at + 1 : at + 1 + self._verbs.reach]
            if any(w.endswith(self._verbs.infinitives) for w in ahead):
                return "due" if word in self._verbs.due else "future"
        elif role == _INFINITIVE:
            return self._of_infinitive(line, at)
        elif self._is_compounded(line, at):
            return None
        elif self._was_due(line, at):
            return "due"
        return self._form(word)

    def _of_infinitive(self, line: Line, at: int) -> Told | None:
        """What an infinitive that is led by a small word looks ahead from: "doit se rendre"."""
        verbs = self._verbs
        modal = line.words[max(0, at - 1 - _LEADS) : at]
        due = any(w in verbs.due and w in verbs.projecting for w in modal)
        return None if not self._is_led(line, at) else "due" if due else "future"

    def _was_due(self, line: Line, at: int) -> bool:
        """Whether a participle that looks ahead stands in the past: "était prévu"."""
        before = line.words[max(0, at - self._verbs.reach + 1) : at]
        ahead = self._verbs.forms.get(line.words[at]) == "future"
        return ahead and any(w in self._verbs.due for w in before)

    def _is_led(self, line: Line, at: int) -> bool:
        """Whether an infinitive looks ahead: led by a preposition, but not by a word that tells
        how far it got ("avant de", "a commencé à se")."""
        leads, first = self._verbs.infinitive_leads, at
        while first and at - first < _LEADS and line.words[first - 1] in leads:
            first -= 1
        return first < at and not (first and line.words[first - 1] in self._verbs.neutral)

    def _compound(self, line: Line, at: int) -> Told | None:
        """Past if a participle follows the auxiliary closely, else what the form itself says."""
        for word in line.words[at + 1 : at + 1 + self._verbs.reach]:
            if word in self._verbs.marks:
                continue
            if word in self._verbs.clause_openers:
                break
            if self._verbs.forms.get(word) == "future":
                return "future"
            if self._is_participle(word):
                return "past"
        return self._form(line.words[at])

    def _is_compounded(self, line: Line, at: int) -> bool:
        """Whether a participle belongs to an auxiliary before it, which then tells the tense."""
        verbs = self._verbs
        word = line.words[at]
        if verbs.forms.get(word) == "future" or not self._is_participle(word):
            return False
        before = line.words[max(0, at - verbs.reach + 1) : at]
        return any(w in verbs.auxiliaries or w in verbs.copulas for w in before)

    def _is_participle(self, word: str) -> bool:
        verbs = self._verbs
        if word in verbs.never and word not in verbs.verbal_nouns:
            return False
        return len(word) > 2 and word.endswith(verbs.participles)

    def _is_infinitive(self, word: str) -> bool:
        return (
            len(word) > 3
            and word.endswith(self._verbs.infinitives)
            and word not in self._verbs.never
            and word not in self._verbs.auxiliaries
        )

    def _form(self, word: str) -> Told | None:
        verbs = self._verbs
        if word in verbs.forms:
            return verbs.forms[word]
        if len(word) < 4 or word in verbs.never or word.endswith(verbs.never_endings):
            return None
        for ending in self._endings:
            if word.endswith(ending):
                return verbs.endings[ending]
        return None
