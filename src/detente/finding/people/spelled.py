"""A name under each name of the body of many states that stands in it: "experts de l'ONU" and
"experts des Nations unies"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from detente.finding.people.gazetteer import Gazetteer
from detente.finding.people.vocabulary import Vocabulary
from detente.finding.people.wording import Wording
from detente.knowledge.facts import Organ

UNION = "EUE"
"""The state of institutions that are many states'."""


def others(name: str, wording: Wording) -> Iterator[str]:
    """The name with the other names of a body that follows "of" in it."""
    pattern, ways = _genitives(wording.words, wording.gazetteer)
    for found in pattern.finditer(name):
        # "Organisation des Nations unies" holds a shorter name of its own.
        said = found.group()
        longer = (w.split("'")[-1] for w in ways[said] if said in w and w != said)
        if any(name[: found.end()].endswith(w) for w in longer):
            continue
        for way in ways[found.group()]:
            if way != found.group():
                yield name[: found.start()] + way + name[found.end() :]


@lru_cache(maxsize=1)
def _genitives(
    words: Vocabulary, names: Gazetteer
) -> tuple[re.Pattern[str], dict[str, tuple[str, ...]]]:
    """The names of bodies of many states after "of", each with the others of the same body."""
    wording, found = Wording(words, names, ""), dict[str, tuple[str, ...]]()
    for organ in names.knowledge.organs:
        if organ.state in (None, UNION) and organ.kind in words.tables.forms.worldwide:
            ways = tuple(dict.fromkeys(map(wording.of, articled(organ, wording))))
            found.update(dict.fromkeys(ways, ways) if len(ways) > 1 else {})
    alike = "|".join(map(re.escape, sorted(found, key=len, reverse=True)))
    return re.compile(rf"(?<= )(?:{alike})(?!\w)"), found


def articled(organ: Organ, wording: Wording) -> Iterator[str]:
    """A body with its article, under its name and its other ones: letters have the article of the
    name, or that of a vowel."""
    forms, code, many = wording.forms, wording.code, wording.words.tables.plural_ending
    usual = organ.articles.get(code, organ.names["en"])
    yield usual
    article = usual.split(" ")[0] + " " if usual[:1].islower() and " " in usual else ""
    for alias in organ.aliases.get(code, ()):
        if alias[:1] in forms.vowels and alias[:1].isupper():
            yield forms.article_vowel + alias
        elif " " not in alias and alias[:1].isupper() and article in forms.articles.values():
            yield article + alias
        elif " " in alias and all(w.endswith(many) for w in alias.split(" ")):
            yield forms.article_plural + alias
