"""Finding: the time expressions of a page, before its day is known."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from itertools import islice

from detente.finding.ground import Expression, Ground
from detente.finding.times import grammar as grammars
from detente.finding.times.compose import Draft, compose
from detente.finding.times.grammar import Found, Grammar
from detente.finding.times.lexing import Line
from detente.finding.times.tense import Tenses, Told
from detente.languages.language import Language
from detente.records import TimexType
from detente.syntax import Sentence
from detente.text import Passage

LONGEST = 2_000
"""Characters that are read at a time: a sentence beyond is a table, and is cut."""
MOST = 5_000
"""Matches in a page, traps included: beyond, it is a list of numbers and is not read on."""

FARTHEST = 1_000_000
"""Characters of a page that are read: no page of the press is so long."""

_MONTH = re.compile(r"XXXX-\d\d")
_MARK = re.compile(r"[«»“”\"]")
_OPENING, _CLOSING = "«“", "»”"


def find(ground: Ground) -> tuple[Expression, ...]:
    """The time expressions of a page in order, as far as its own words settle them.

    Linear in the length of the page; of a page, ``FARTHEST`` characters and ``MOST`` matches are
    read.
    """
    return tuple(_finder(ground.language).find(ground))


@cache
def _finder(language: Language) -> Finder:
    return Finder(language)


class Finder:
    """Finds the time expressions of one language."""

    def __init__(self, language: Language) -> None:
        self.grammar: Grammar = grammars.of(language)
        self.tenses = Tenses(self.grammar.table.verbs)

    def find(self, ground: Ground) -> Iterator[Expression]:
        """The expressions of all sentences, in order."""
        passage: Passage | None = None
        marks: list[int] = []
        for number, line, found in islice(self._matches(ground), MOST):
            sentence = ground.sentences[number]
            text = sentence.passage.text
            draft = self._draft(found, line, text, sentence.begin)
            if draft is None:
                continue
            if passage is not sentence.passage:
                passage, marks = sentence.passage, quotation_marks(text)
            yield self._expression(ground, (number, sentence), line, found, draft, marks)

    def _matches(self, ground: Ground) -> Iterator[tuple[int, Line, Found]]:
        gate, left = self.grammar.gate, FARTHEST
        for number, sentence in enumerate(ground.sentences):
            if left <= 0:
                return
            stop = min(sentence.stop, sentence.begin + left)
            left -= sentence.stop - sentence.begin
            for line in self._lines(sentence, stop):
                if gate.search(line.codes):
                    for found in self.grammar.search(line):
                        yield number, line, found

    def _lines(self, sentence: Sentence, stop: int) -> Iterator[Line]:
        text, read = sentence.passage.text, self.grammar.lexicon.read
        for begin in range(sentence.begin, stop, LONGEST):
            yield read(text, begin, min(stop, begin + LONGEST))

    def _draft(self, found: Found, line: Line, text: str, begin: int) -> Draft | None:
        if found.rule.reads == "nothing":
            return None
        if found.rule.plain:
            start, end = line.span(found.first, found.last)
            if start > begin and not text[start:end].islower():
                return None
        return compose(found, line, self.grammar)

    def _expression(
        self,
        ground: Ground,
        where: tuple[int, Sentence],
        line: Line,
        found: Found,
        draft: Draft,
        marks: list[int],
    ) -> Expression:
        tense = self._tense(line, found, draft)
        kind: TimexType = draft.type
        if "habit" in found.rule.fixed and tense != "past":
            kind = "SET"
        begin, stop = line.span(found.first, found.last)
        start, end = where[1].passage.span(begin, stop)
        return Expression(
            start=start,
            end=end,
            text=ground.words(start, end),
            type=kind,
            value=draft.value,
            mod=draft.mod,
            shift=draft.shift,
            anchor=draft.anchor,
            weekday=draft.weekday,
            direction=draft.direction,
            easter=draft.easter,
            tense="future" if tense == "due" else tense,
            due=tense == "due",
            attributive=self._is_attributive(line, found.first),
            quoted=bisect_right(marks, begin) % 2 == 1,
            sentence=where[0],
            rule=found.rule.name,
        )

    def _is_attributive(self, line: Line, first: int) -> bool:
        """Whether an expression hangs on a noun, but no part of a day: not "la nuit de lundi"."""
        verbs, words = self.grammar.table.verbs, line.words
        hangs = first > 1 and words[first - 1] in verbs.attributive
        return hangs and words[first - 2] not in verbs.hours

    def _tense(self, line: Line, found: Found, draft: Draft) -> Told | None:
        """What the words right before turn it to, else the tense of its verb."""
        verbs, words, first = self.grammar.table.verbs, line.words, found.first
        attributive = first and words[first - 1] in verbs.attributive
        if attributive and "range" not in found.rule.fixed and _MONTH.fullmatch(draft.value or ""):
            return "present"
        for at in range(max(0, first - 3), first):
            lead = verbs.leads.get(" ".join(words[at:first]))
            if lead:
                return lead
        for word in reversed(words[max(0, first - verbs.near_reach) : first]):
            if word in verbs.clause_openers:
                break
            if word in verbs.near:
                return verbs.near[word]
        told = self.tenses.of(line, found.first, found.last)
        lasts = told in (None, "present") and first and words[first - 1] in verbs.ends
        return "future" if lasts else told


def quotation_marks(text: str) -> list[int]:
    """Offsets where words in marks begin and end, in turn. A mark that does not fit the state
    (an opening one inside a quotation) is passed over; a straight one turns it."""
    turns: list[int] = []
    for match in _MARK.finditer(text):
        inside = len(turns) % 2 == 1
        mark = match.group()
        if (mark in _OPENING and inside) or (mark in _CLOSING and not inside):
            continue
        turns.append(match.start())
    return turns
