"""Claims of people of the almanac named beside their role: the page is of their time in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from detente.days import iso
from detente.finding.ground import Ground
from detente.finding.published.claims import Claim, after, held, on
from detente.finding.published.naming import Index, Phrase, Place, Words, index, phrase
from detente.finding.published.weights import WEIGHTS
from detente.knowledge.almanac import Holder, almanac
from detente.languages.language import Language
from detente.languages.published import Outlook
from detente.records import DateEvidence

BESIDE, BEFORE = 10, 2
"""Words between a name and its role, little words aside, and words before either that tell whether
it is over ("ancien") or still to come ("futur").
"""

Terms = tuple[Holder, ...]


def claims(ground: Ground, words: Words) -> Iterator[Claim]:
    """The terms of people whose name stands beside the words of their role."""
    outlook = ground.language.table("published", Outlook)
    for terms, _ in words.named(_people(ground.language)):
        roles: dict[str, tuple[list[Holder], Place, frozenset[str]]] = {}
        for term in terms:
            found = _beside(words, _names(term, ground.language), _roles(term, ground.language))
            if found is not None:
                roles.setdefault(term.role, ([], *found))[0].append(term)
        for held_for, place, before in roles.values():
            if not before & outlook.elect:
                yield from _claim(ground, words, held_for, place, bool(before & outlook.former))


def _claim(
    ground: Ground, words: Words, terms: Sequence[Holder], place: Place, left: bool
) -> Iterator[Claim]:
    ends = [term.when.latest for term in terms if term.when.latest]
    spans = [after(min(ends))] if left and ends else [term.when for term in terms]
    start, end = words.span(place)
    name = terms[0].names[ground.language.code][0]
    shown = DateEvidence(
        start=start,
        end=end,
        text=ground.words(start, end),
        because=f"{name} {'had been' if left else 'was'} {terms[0].role}",
        supports=f"{iso(spans[0].earliest) or '..'}/{iso(spans[-1].latest) or '..'}",
    )
    if not left:
        yield from held(spans, shown)
    elif ends:
        yield on(spans, WEIGHTS["former"], shown)


def _beside(
    words: Words, names: Sequence[Phrase], roles: Sequence[Phrase]
) -> tuple[Place, frozenset[str]] | None:
    """A role and a name that stand in one sentence with few words between, and the words that
    stand before each.
    """
    for name in (place for wanted in names for place in words.find(wanted)):
        for role in (place for wanted in roles for place in words.find(wanted)):
            first, second = sorted((name, role))
            gap = second.first - first.last - 1
            if 0 <= gap <= BESIDE and words.share_sentence(first, second):
                before = words.before(role, BEFORE) | words.before(name, BEFORE)
                return Place(first.first, second.last), before
    return None


def _names(term: Holder, language: Language) -> list[Phrase]:
    return [phrase(name, language) for name in term.names.get(language.code, ())]


def _roles(term: Holder, language: Language) -> list[Phrase]:
    return [phrase(role, language) for role in term.roles.get(language.code, ())]


@lru_cache(maxsize=4)
def _people(language: Language) -> Index[Terms]:
    """The terms of each person, by the names that the person goes under."""
    people: dict[str, list[Holder]] = {}
    for term in almanac().holders:
        people.setdefault(term.names[language.code][0], []).append(term)
    return index(((tuple(terms), _called(terms, language)) for terms in people.values()), language)


def _called(terms: Sequence[Holder], language: Language) -> list[tuple[str]]:
    return [(name,) for term in terms for name in term.names[language.code]]
