"""A parsed sentence: its tokens as a tree."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from operator import attrgetter

_PLACE = attrgetter("i")


@dataclass(slots=True)
class Token:
    """One token; ``start`` and ``end`` are canonical offsets, ``head`` the index of its governor
    in the sentence (its own index for a root), ``dep`` how it hangs on it, and ``family`` of what
    kind that is (``obl`` for ``obl:arg``), ``morph`` universal features as ``Tense=Past``.
    ``word`` is its text, ``base`` its lemma as folded for comparison.

    No token is ever changed; that the class does not forbid it makes one six times as fast.
    """

    i: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    dep: str
    family: str
    head: int
    morph: frozenset[str]
    word: str
    base: str

    def hung(self, head: int, dep: str, pos: str | None = None) -> Token:
        """The token as it should hang, where the parser has hung it otherwise."""
        family = dep.partition(":")[0]
        return replace(self, head=head, dep=dep, family=family, pos=pos or self.pos)


@dataclass(frozen=True, slots=True)
class Parse:
    """The tokens of a sentence as a tree, with the dependents of each, how these hang on it, and
    the offsets of all side by side: a span or a dependent is looked up much oftener than a sentence
    is parsed."""

    tokens: tuple[Token, ...]
    children: tuple[tuple[Token, ...], ...]
    relations: tuple[frozenset[str], ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, tokens: tuple[Token, ...]) -> Parse:
        """The tree of tokens that know their heads."""
        children: list[list[Token]] = [[] for _ in tokens]
        relations: list[list[str]] = [[] for _ in tokens]
        for token in tokens:
            if token.head != token.i:
                children[token.head].append(token)
                relations[token.head] += (token.dep, token.family)
        starts, ends = tuple([t.start for t in tokens]), tuple([t.end for t in tokens])
        below = tuple(map(tuple, children))
        return cls(tokens, below, tuple(map(frozenset, relations)), starts, ends)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    def __len__(self) -> int:
        return len(self.tokens)

    def kids(self, i: int, *deps: str) -> list[Token]:
        """Dependents of token ``i``, in order; of the given relations only, if any are given
        (``obl`` also stands for ``obl:arg`` and its like)."""
        if not deps:
            return list(self.children[i])
        found: list[Token] = []
        if self.relations[i].isdisjoint(deps):
            return found
        # A comprehension is a call of its own, and this is asked a thousand times a page.
        for token in self.children[i]:
            if token.dep in deps or token.family in deps:
                found.append(token)  # noqa: PERF401
        return found

    def subtree(self, i: int) -> list[Token]:
        """Token ``i`` and all below it, in order of the text."""
        found = [self.tokens[i]]
        for token in found:
            found += self.children[token.i]
        return sorted(found, key=_PLACE)

    def ancestors(self, i: int) -> Iterator[Token]:
        """Governors of token ``i``, nearest first."""
        while self.tokens[i].head != i:
            i = self.tokens[i].head
            yield self.tokens[i]

    def at(self, start: int, end: int) -> tuple[Token, ...]:
        """Tokens that overlap a canonical span."""
        first = bisect_right(self.ends, start)
        return self.tokens[first : bisect_left(self.starts, end, first)]
