"""Days counted from an event: "au lendemain du sommet de Paris", by the knowledge base."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

from detente.finding.ground import Expression, Ground
from detente.knowledge.base import Knowledge
from detente.knowledge.facts import Occasion
from detente.languages.language import Language
from detente.text import fold

REACH = 70
"""Characters after the expression within which the event must be named."""
NEAR = 400
"""Days from the page's day within which a bare name means that occasion."""

_BRACKETS = re.compile(r"\s*\([^)]*\)")
_YEAR = re.compile(r"\b\d{4}\b")
_FEWEST = 2
Index = tuple[tuple[frozenset[str], Occasion], ...]


def anchor(ground: Ground, expression: Expression, base: dt.date) -> Occasion | None:
    """The occasion named right after the expression, the one nearest to the page's day; the
    fullest name wins. ``None`` if none is named or none is near."""
    sentence = ground.sentences[expression.sentence]
    after = ground.words(expression.end, min(sentence.end, expression.end + REACH))
    words = frozenset(fold(after).split())
    best: tuple[int, int, str] | None = None
    chosen: Occasion | None = None
    for name, occasion in _names(ground.knowledge, ground.language):
        first = occasion.when.earliest
        if not name <= words or first is None or abs((first - base).days) > NEAR:
            continue
        rank = (-len(name), abs((first - base).days), occasion.id)
        if best is None or rank < best:
            best, chosen = rank, occasion
    return chosen


@lru_cache(maxsize=4)
def _names(knowledge: Knowledge, language: Language) -> Index:
    """The words that name each occasion, without brackets, years and function words."""
    found: dict[tuple[frozenset[str], str], Occasion] = {}
    for occasion in knowledge.occasions:
        own = (occasion.names.get(language.code, ""), *occasion.aliases.get(language.code, ()))
        for name in own:
            bare = _YEAR.sub("", _BRACKETS.sub("", name))
            words = frozenset(fold(bare).split()) - language.function_words
            if len(words) >= _FEWEST:
                found.setdefault((words, occasion.id), occasion)
    return tuple((words, occasion) for (words, _), occasion in found.items())
