"""Occasions of public record that a page speaks of, told or still to come, and their claims."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from detente.days import iso
from detente.finding.ground import Expression, Ground
from detente.finding.published.claims import FIRST, Claim, after, around, before, union
from detente.finding.published.evidence import WEIGHTS
from detente.knowledge.base import Knowledge
from detente.knowledge.facts import Occasion
from detente.languages.language import Language
from detente.languages.published import Outlook
from detente.records import DateEvidence
from detente.syntax import Parse, Sentence, Token
from detente.text import fold

NEAR = 400
"""Days around an occasion that comes again, within which its bare name means this one."""

SCHEDULED = frozenset(
    {
        "summit",
        "election",
        "conference",
        "forum",
        "visit",
        "meeting",
        "assembly",
        "games",
        "commemoration",
        "inauguration",
        "referendum",
        "congress",
    }
)
"""Kinds of occasions that the press names before they take place; the others come unannounced."""

WORDS_BEFORE, BESIDE = 3, 40
"""Words before the name of an occasion that set it in time, and characters within which a time
expression does."""

_WORD = re.compile(r"\w+")
_BRACKETS = re.compile(r"\s*\([^)]*\)")


@dataclass(frozen=True, slots=True)
class Naming:
    """Words of a sentence that name an occasion; several, if it comes again under that name."""

    number: int
    sentence: Sentence
    begin: int
    stop: int
    occasions: tuple[Occasion, ...]


Index = dict[str, list[tuple[frozenset[str], tuple[Occasion, ...]]]]


def claims(ground: Ground, expressions: Sequence[Expression]) -> Iterator[Claim]:
    """What the occasions named on the page say of its day."""
    times: dict[int, list[Expression]] = {}
    for expression in expressions:
        times.setdefault(expression.sentence, []).append(expression)
    outlook = ground.language.table("published", Outlook)
    index = _index(ground.knowledge, ground.language)
    named = [n for i, s in enumerate(ground.sentences) for n in _named(i, s, index)]
    ground.syntax.parse(n.sentence for n in named)
    seen: set[tuple[str, bool | None]] = set()
    for naming in named:
        beside = times.get(naming.number, ())
        ahead = _is_scheduled(naming) and _is_ahead(ground, naming, beside, outlook)
        key = (naming.occasions[0].id, ahead)
        if key not in seen and ahead is not None:
            seen.add(key)
            yield _claim(ground, naming, ahead)


def _claim(ground: Ground, naming: Naming, ahead: bool) -> Claim:
    first, *others = naming.occasions
    if others and _is_scheduled(naming):
        back, on = (NEAR, 0) if ahead else (0, NEAR)
        spans = union(s for o in naming.occasions for s in around([o.when], back, on))
    else:
        begun = min(o.when.earliest or FIRST for o in naming.occasions)
        spans = before(first.when.latest) if ahead else after(begun)
    sure = _is_scheduled(naming) and not others
    start, end = naming.sentence.span(naming.begin, naming.stop)
    name = _BRACKETS.sub("", first.names["en"])
    when = "still to come" if ahead else "told as past"
    return Claim(
        spans,
        WEIGHTS["occasion" if sure else "dated"],
        DateEvidence(
            start=start,
            end=end,
            text=ground.words(start, end),
            because=f"{name} ({iso(first.when.earliest)}) is {when}",
            supports=f"../{iso(first.when.latest)}" if ahead else f"{iso(first.when.earliest)}/..",
        ),
    )


def _is_scheduled(naming: Naming) -> bool:
    return all(o.kind in SCHEDULED for o in naming.occasions)


def _is_ahead(
    ground: Ground, naming: Naming, times: Sequence[Expression], outlook: Outlook
) -> bool | None:
    """Whether the sentence sets the occasion in the future; None where it does not tell.

    The words just before it tell best, then a time beside it, then the verb that governs it.
    """
    before_it = fold(naming.sentence.text[: naming.begin]).split()[-WORDS_BEFORE:]
    for word in reversed(before_it):
        if word in outlook.ahead or word in outlook.behind:
            return word in outlook.ahead
    start, end = naming.sentence.span(naming.begin, naming.stop)
    for time in times:
        if start - BESIDE <= time.start <= end + BESIDE and time.tense in ("past", "future"):
            return time.tense == "future"
    return _by_syntax(ground, naming, outlook)


def _by_syntax(ground: Ground, naming: Naming, outlook: Outlook) -> bool | None:
    parse = ground.syntax.of(naming.sentence)
    inside = parse.at(*naming.sentence.span(naming.begin, naming.stop))
    if not inside:
        return None
    head = min(inside, key=lambda t: (len(list(parse.ancestors(t.i))), t.i))
    votes = [_vote(t, parse, outlook) for t in parse.kids(head.i) if t not in inside]
    for verb in parse.ancestors(head.i):
        votes.append(_vote(verb, parse, outlook))
        if verb.pos in ("VERB", "AUX"):
            votes += [_vote(t, parse, outlook) for t in parse.kids(verb.i, "aux", "cop")]
        if any(v is not None for v in votes):
            break
    return next((v for v in votes if v is not None), None)


def _vote(token: Token, parse: Parse, outlook: Outlook) -> bool | None:
    words = {fold(token.lemma), fold(token.text)}
    if "Tense=Fut" in token.morph or words & outlook.ahead:
        return True
    if words & outlook.behind:
        return False
    finite = "VerbForm=Fin" in token.morph and {"Tense=Past", "Tense=Imp"} & token.morph
    compound = "VerbForm=Part" in token.morph and parse.kids(token.i, "aux")
    return False if token.pos in ("VERB", "AUX") and (finite or compound) else None


def _named(number: int, sentence: Sentence, index: Index) -> Iterator[Naming]:
    """Occasions whose words all stand in the sentence; the fullest naming of each stretch."""
    words = [(fold(m.group()), m.start(), m.end()) for m in _WORD.finditer(sentence.text)]
    present = {w for w, _, _ in words}
    found: list[tuple[frozenset[str], Naming]] = []
    for word in sorted(present):
        for names, occasions in index.get(word, ()):
            if names <= present:
                begin, stop = _tightest(words, names)
                if stop - begin <= _REACH * len(names):
                    found.append((names, Naming(number, sentence, begin, stop, occasions)))
    for names, naming in found:
        if not any(names < other for other, _ in found):
            yield naming


_REACH = 22
"""Characters a word of an occasion's name may spread over in a sentence."""


def _tightest(words: Sequence[tuple[str, int, int]], names: frozenset[str]) -> tuple[int, int]:
    """The shortest stretch that holds all the words."""
    last: dict[str, int] = {}
    best = (0, 1 << 30)
    for word, begin, stop in words:
        if word in names:
            last[word] = begin
            if len(last) == len(names):
                first = min(last.values())
                if stop - first < best[1] - best[0]:
                    best = (first, stop)
    return best


@lru_cache(maxsize=4)
def _index(knowledge: Knowledge, language: Language) -> Index:
    """The occasions by the rarest word of each name that they go under."""
    idle = language.table("published", Outlook).idle
    names: dict[frozenset[str], list[Occasion]] = {}
    code = language.code
    for occasion in knowledge.occasions:
        for name in (occasion.names.get(code, ""), *occasion.aliases.get(code, ())):
            words = fold(_BRACKETS.sub("", name)).split()
            key = frozenset(w for w in words if w not in idle)
            if key and occasion not in names.setdefault(key, []):
                names[key].append(occasion)
    counts: dict[str, int] = {}
    for key in names:
        for word in key:
            counts[word] = counts.get(word, 0) + 1
    index: Index = {}
    for key, occasions in sorted(names.items(), key=lambda pair: sorted(pair[0])):
        rarest = min(key, key=lambda w: (counts[w], w))
        index.setdefault(rarest, []).append((key, tuple(occasions)))
    return index
