"""Who gives a figure: who is said to count it, else the speaker of the words around it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from detente.finding.figures.measures import Measure
from detente.finding.figures.numbers import Words
from detente.finding.ground import People
from detente.records import Mention, Quotation
from detente.syntax import Parse, Token

DEEPEST = 8
"""How many quotations, or mentions, that begin before a place are looked at, the latest first."""

NEAR = 6
"""Words before a figure within which the verb stands that it is counted with."""


class Claims:
    """The sources of the figures of a page."""

    def __init__(self, quotations: Sequence[Quotation], people: People, table: Words) -> None:
        self._quotations = sorted(quotations, key=lambda q: (min(q.start, q.content_start), q.end))
        self._starts = [min(q.start, q.content_start) for q in self._quotations]
        self._mentions = sorted(people.mentions, key=lambda m: (m.start, m.end))
        self._named = [m.start for m in self._mentions]
        self._table = table

    def by(self, parse: Parse, measure: Measure) -> str | None:
        """The actor who counts what is measured ("X recense 40 morts"), else the speaker of the
        innermost quotation over it, if any."""
        return self._counter(parse, measure) or self._speaker(measure)

    def _speaker(self, measure: Measure) -> str | None:
        before = bisect_right(self._starts, measure.start)
        for quotation in reversed(self._quotations[max(0, before - DEEPEST) : before]):
            if measure.end <= max(quotation.end, quotation.content_end):
                return quotation.speaker
        return None

    def _counter(self, parse: Parse, measure: Measure) -> str | None:
        """Read from the words before the figure, as a parser often takes a verb of counting in the
        present for a participle."""
        verb = self._verb(parse, measure.tokens.start)
        if verb is None:
            return None
        at, relative = verb - 1, False
        while at >= 0 and self._is_between(parse.tokens[at]):
            relative |= "PronType=Rel" in parse.tokens[at].morph
            at -= 1
        named = self._ending_at(parse.tokens[at]) if at >= 0 else None
        if named is None or not (relative or self._is_subject(parse, named)):
            return None
        return named.actor

    def _verb(self, parse: Parse, figure: int) -> int | None:
        """The nearest verb before a figure within its clause, if it is one of counting, or one
        with its object ("faire état de")."""
        for k in range(figure - 1, max(-1, figure - 1 - NEAR), -1):
            token = parse.tokens[k]
            if token.pos == "PUNCT":
                return None
            if token.pos == "VERB":
                object_ = parse.tokens[k + 1].base
                known = token.base in self._table.tallying
                return k if known or (token.base, object_) in self._table.tallying_with else None
        return None

    def _is_between(self, token: Token) -> bool:
        """Whether a word may stand between who counts and the verb: "qui ne ... pas"."""
        relative = "PronType=Rel" in token.morph
        return relative or (token.pos in ("AUX", "ADV", "PUNCT") and token.text not in ".;:")

    def _ending_at(self, token: Token) -> Mention | None:
        before = bisect_right(self._named, token.start)
        near = reversed(self._mentions[max(0, before - DEEPEST) : before])
        ending = [m for m in near if m.end == token.end and m.actor is not None]
        return ending[-1] if ending else None

    def _is_subject(self, parse: Parse, named: Mention) -> bool:
        """Nothing that the name only tells more of stands before it, but a report of its own."""
        tokens = parse.at(named.start, named.end)
        first = tokens[0].i
        before = [t for t in parse.tokens[max(0, first - 2) : first] if t.pos != "DET"]
        if not before or before[-1].pos != "ADP":
            return True
        link = before[-1].i
        nouns = {t.base for t in parse.tokens[max(0, link - 2) : link]}
        return not nouns.isdisjoint(self._table.tallies)
