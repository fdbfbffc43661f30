"""Claims of people of the almanac named beside their role: the page is of their time in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from detente.days import iso
from detente.finding.ground import Ground
from detente.finding.published.claims import Claim, after, held, on
from detente.finding.published.naming import Words
from detente.finding.published.phrases import Index, Phrase, Place, phrase
from detente.finding.published.weights import WEIGHTS
from detente.knowledge.almanac import Holder
from detente.knowledge.base import Knowledge
from detente.languages.language import Language
from detente.languages.published import Outlook
from detente.records import DateEvidence

BESIDE, BEFORE = 10, 2
"""Words between a name and its role, little words aside, and words before either that tell whether
it is over ("ancien") or still to come ("futur").
"""


class Known(NamedTuple):
    """A term in a role, with the words of the name and of the role."""

    term: Holder
    names: tuple[Phrase, ...]
    roles: tuple[Phrase, ...]


class People(NamedTuple):
    """The terms of each person, and all the names and words of roles to look for on a page."""

    terms: Index[tuple[Known, ...]]
    phrases: frozenset[Phrase]


def claims(ground: Ground, words: Words) -> Iterator[Claim]:
    """The terms of people whose name stands beside the words of their role."""
    outlook = ground.language.table("published", Outlook)
    for terms, _ in words.named(_people(ground.knowledge, ground.language).terms):
        roles: dict[str, tuple[list[Holder], Place, frozenset[str]]] = {}
        for known in terms:
            found = _beside(
                words, known.names, [words.phrases.get(role, ()) for role in known.roles]
            )
            if found is not None:
                roles.setdefault(known.term.role, ([], *found))[0].append(known.term)
        for held_for, place, before in roles.values():
            if not before & outlook.elect:
                yield from _claim(ground, words, held_for, place, bool(before & outlook.former))


def phrases(knowledge: Knowledge, language: Language) -> frozenset[Phrase]:
    """The names and the words of roles to look for on a page."""
    return _people(knowledge, language).phrases


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
    words: Words, names: Iterable[Phrase], roles: Sequence[Sequence[Place]]
) -> tuple[Place, frozenset[str]] | None:
    """A role and a name that stand in one sentence with few words between, and the words that
    stand before each.
    """
    if not any(roles):
        return None
    for name in (place for wanted in names for place in words.find(wanted)):
        for role in (place for places in roles for place in places):
            first, second = sorted((name, role))
            gap = second.first - first.last - 1
            if 0 <= gap <= BESIDE and words.share_sentence(first, second):
                before = words.before(role, BEFORE) | words.before(name, BEFORE)
                return Place(first.first, second.last), before
    return None


@lru_cache(maxsize=4)
def _people(knowledge: Knowledge, language: Language) -> People:
    people: dict[str, list[Known]] = {}
    for term in knowledge.almanac.holders:
        names, roles = term.names[language.code], term.roles[language.code]
        known = Known(term, _phrases(names, language), _phrases(roles, language))
        people.setdefault(names[0], []).append(known)
    terms = [tuple(known) for known in people.values()]
    named = [[(n,) for each in known for n in each.term.names[language.code]] for known in terms]
    index = Index(zip(terms, named, strict=True), language)
    return People(index, index.phrases.union(*(each.roles for known in terms for each in known)))


def _phrases(listed: Iterable[str], language: Language) -> tuple[Phrase, ...]:
    return tuple(phrase(each, language) for each in listed)
