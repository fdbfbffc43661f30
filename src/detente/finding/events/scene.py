"""A sentence as the event finder sees it: tokens, the actors at them, and the words between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, chain

from detente.finding.events.lexicon import Lexicon
from detente.finding.events.status_words import Phrases
from detente.records import Mention, Span, Time
from detente.syntax import Parse, Sentence, Token

LINKS = frozenset({",", "(", ")", ":", "/"})
"""Marks between the members of a list, or before its first."""

TIES = frozenset({"CCONJ", "DET", "ADP"})

WIDEST = 5
"""Tokens that may stand between two members of a list."""

Told = tuple[Mention, tuple[Token, ...]]
"""A mention of somebody, with its tokens."""

CLAUSES = frozenset({"acl", "acl:relcl", "advcl", "ccomp", "parataxis", "csubj", "xcomp"})


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What scenes are read with: the lexicon, and the adjectives of states, which may stand before
    a name in a list ("les dirigeants italien X, espagnol Y et grec Z")."""

    lexicon: Lexicon
    adjectives: frozenset[str]


@dataclass(frozen=True, slots=True)
class Scene:
    """One parsed sentence. ``words`` are folded words, ``owners`` the token each belongs to,
    ``plain`` the same words without contractions, ``singulars`` without plural endings, ``begins``
    the number of words before each token, and ``forms`` all that a class may hold one of its tokens
    by; ``named`` maps a token to the widest mention that covers it, ``timed`` a token to its time,
    ``joined`` the first token of a mention to those of the others in its list ("A, B et C")."""

    number: int
    sentence: Sentence
    parse: Parse
    words: tuple[str, ...]
    owners: tuple[int, ...]
    plain: tuple[str, ...]
    singulars: tuple[str, ...]
    begins: tuple[int, ...]
    forms: frozenset[str]
    named: dict[int, Mention]
    timed: dict[int, Time]
    is_title: bool
    contractions: dict[str, str]
    joined: dict[int, tuple[int, ...]]

    def lemma(self, i: int) -> str:
        """The folded lemma of a token."""
        return self.parse.tokens[i].base

    def head_of(self, mention: Mention) -> Token:
        """The token of a mention that the rest of it hangs on."""
        inside = self.parse.at(mention.start, mention.end)
        places = {token.i for token in inside}
        heads = [t for t in inside if t.head not in places or t.head == t.i]
        return heads[0] if heads else inside[0]

    def preposition(self, i: int) -> tuple[str, ...]:
        """The folded words that introduce token ``i``, simple or compound, in order."""
        cases = self.parse.kids(i, "case", "mark")
        if not cases:
            return ()
        found = [t.i for t in cases if t.i < i]
        for case in cases:
            if self.parse.children[case.i]:
                found += [t.i for t in self.parse.kids(case.i, "fixed") if t.i < i]
        words = [self.parse.tokens[k].word for k in sorted(found)]
        return tuple(" ".join(words).split())

    def before(self, i: int, count: int) -> tuple[str, ...]:
        """Up to ``count`` folded words that stand straight before token ``i``."""
        at = self.begins[i]
        return self.words[max(0, at - count) : at]

    def follows(self, i: int, phrases: Phrases, gap: int = 2) -> bool:
        """Whether one of the phrases stands before token ``i``, at most ``gap`` words away, no day
        between ("préside depuis lundi une réunion")."""
        stop = self.begins[i]
        if phrases.lasts.isdisjoint(self.plain[max(0, stop - gap - 1) : stop]):
            return False
        end = phrases.near(self.plain, stop, gap)
        return end is not None and not any(map(self._is_day, self.owners[end:stop]))

    def _is_day(self, i: int) -> bool:
        """Whether a word belongs to a time that names days."""
        time = self.timed.get(i)
        if time is None or time.type != "DATE" or time.earliest is None:
            return False
        return not (time.value or "").endswith("_REF")

    def span(self, tokens: Sequence[int]) -> Span:
        """From the first to the last of tokens in order, as canonical offsets."""
        return self.parse.tokens[tokens[0]].start, self.parse.tokens[tokens[-1]].end


def scenes(
    sentences: Sequence[tuple[int, Sentence, Parse]],
    mentions: Sequence[Mention],
    times: Sequence[Time],
    vocabulary: Vocabulary,
) -> list[Scene]:
    """The scenes of parsed sentences; linear, since both lists are walked in order once."""
    by_start = sorted(mentions, key=lambda m: (m.start, -m.end))
    dated = sorted(times, key=lambda t: (t.start, -t.end))
    found, m, t = [], 0, 0
    for number, sentence, parse in sentences:
        start, end = sentence.start, sentence.end
        while m < len(by_start) and by_start[m].start < start:
            m += 1
        while t < len(dated) and dated[t].start < start:
            t += 1
        here, now = [], []
        while m < len(by_start) and by_start[m].start < end:
            here.append(by_start[m])
            m += 1
        while t < len(dated) and dated[t].start < end:
            now.append(dated[t])
            t += 1
        found.append(_scene((number, sentence, parse), here, now, vocabulary))
    return found


def _scene(
    place: tuple[int, Sentence, Parse],
    here: list[Mention],
    now: list[Time],
    vocabulary: Vocabulary,
) -> Scene:
    number, sentence, parse = place
    named: dict[int, Mention] = {}
    timed: dict[int, Time] = {}
    told = [(m, parse.at(m.start, m.end)) for m in here if m.actor is not None]
    for mention, tokens in told:
        for token in tokens:
            named.setdefault(token.i, mention)
    for time in now:
        for token in parse.at(time.start, time.end):
            timed.setdefault(token.i, time)
    lexicon = vocabulary.lexicon
    said = [token.word for token in parse.tokens]
    split = list(map(str.split, said))
    words = tuple(chain.from_iterable(split))
    singulars = tuple(map(lexicon.singular, words))
    bases = [token.base for token in parse.tokens]
    whole = [lexicon.singular(word) for word in said if " " in word]
    return Scene(
        number,
        sentence,
        parse,
        words,
        tuple([n for n, some in enumerate(split) for _ in some]),
        tuple(map(lexicon.contractions.get, words, words)),
        singulars,
        tuple(accumulate(map(len, split), initial=0)),
        frozenset((*bases, *singulars, *whole)),
        named,
        timed,
        sentence.passage.label == "title",
        lexicon.contractions,
        _lists(parse, told, vocabulary),
    )


def _lists(parse: Parse, told: list[Told], vocabulary: Vocabulary) -> dict[int, tuple[int, ...]]:
    """Mentions in a list that a conjunction closes, read from the words between them: the parser
    often hangs the last one elsewhere."""
    members, also = _members(parse, told), vocabulary.lexicon.also
    found: dict[int, tuple[int, ...]] = {}
    run: list[int] = []
    for n, (first, last, _) in enumerate(members):
        following = members[n + 1] if n + 1 < len(members) else None
        between = parse.tokens[last + 1 : following[0]] if following else ()
        before = members[n - 1] if n and not run else None
        aside = before is not None and _is_aside(parse.tokens[before[1] + 1 : first], between)
        run.append(before[0] if before is not None and aside else first)
        if following is None or not _is_link(between, vocabulary):
            run = []
        elif any(t.pos == "CCONJ" for t in between) or _phrase(between, vocabulary) in also:
            run.append(following[0])
            found.update((i, tuple(k for k in run if k != i)) for i in run)
            run = []
    for first, _, starts in members:
        found.update((i, found[first]) for i in starts if first in found)
    return found


def _is_aside(before: Sequence[Token], after: Sequence[Token]) -> bool:
    """Whether a name only tells what the one before it is, and the list goes on past it: "X, allié
    de Y, et Z"."""
    if len(before) < 2 or not after or not before[0].text == after[0].text == ",":
        return False
    opened = before[1].pos != "DET" and before[-1].pos in TIES
    said = opened and any(t.pos in ("NOUN", "VERB", "ADJ") for t in before)
    return said and any(t.pos == "CCONJ" for t in after)


def _members(parse: Parse, told: list[Told]) -> list[tuple[int, int, list[int]]]:
    """What may stand in a list: the first and the last token, and where each mention in it begins.
    A role and a name side by side that are one actor are one member ("la chancelière X"), and so
    are a name and its short form in brackets."""
    members: list[tuple[int, int, list[int]]] = []
    owner: str | None = None
    for mention, tokens in told:
        if not tokens:
            continue
        first, last = tokens[0].i, tokens[-1].i
        if members and first <= members[-1][1]:
            continue
        beside = first - members[-1][1] if members else 0
        bracketed = beside == 2 and parse.tokens[first - 1].text == "("
        if members and mention.actor == owner and (beside == 1 or bracketed):
            begun, _, starts = members.pop()
            members.append((begun, last, [*starts, first]))
        else:
            members.append((first, last, [first]))
        owner = mention.actor
    return members


def _is_link(between: Sequence[Token], vocabulary: Vocabulary) -> bool:
    """Whether words only tie the members of a list: conjunctions, articles, prepositions, marks,
    what stands for "and", and whose the next one is ("espagnol Y")."""
    if not 0 < len(between) <= WIDEST:
        return False
    also = _phrase(between, vocabulary)
    if also:
        return also in vocabulary.lexicon.also
    return any(t.pos == "CCONJ" or t.text in LINKS for t in between)


def _phrase(between: Sequence[Token], vocabulary: Vocabulary) -> str:
    """The words between two members of a list but for those that any list has."""
    spoken = [t for t in between if t.text not in LINKS]
    whole = " ".join(t.word for t in spoken if t.pos != "DET")
    if whole in vocabulary.lexicon.also:
        return whole
    rest = [t.word for t in spoken if t.pos not in TIES]
    if rest and rest[-1] in vocabulary.adjectives and between[-1].word == rest[-1]:
        rest = rest[:-1]
    return " ".join(rest)
