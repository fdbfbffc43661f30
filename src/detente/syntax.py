"""Sentences and their syntax: our own splitter, spaCy's parser, plain tokens.

Sentences are found by rule on every content block; the parser runs only on those a finder asks
for, in batches that depend on the page alone, so that a reading never depends on its neighbours.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from detente.errors import DataError
from detente.records import Span
from detente.text import Passage

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline
    from threadpoolctl import ThreadpoolController

BATCH = 16
LONGEST = 2_000
"""Characters of a sentence beyond which it is not parsed: no sentence of prose is so long."""

_END = re.compile(r"[.!?…]+[»”\"')\]]*\s+|\s+(?=[•▪►])")
_LAST_WORD = re.compile(r"([^\W\d_]+)\.$")
_OPENER = re.compile(r"[«“\"'(\[–—•▪►-]*\s*[^\W\d_a-zà-öø-ÿœ]|[«“\"(\[–—•▪►-]*\s*\d|[«“•▪►–—-]")


@dataclass(frozen=True, slots=True)
class Token:
    """One token; ``start`` and ``end`` are canonical offsets, ``head`` the index of its governor
    in the sentence (its own index for a root), ``morph`` universal features as ``Tense=Past``."""

    i: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    dep: str
    head: int
    morph: frozenset[str]


@dataclass(frozen=True, slots=True)
class Sentence:
    """``passage.text[begin:stop]``: a sentence of a passage, addressed within it."""

    passage: Passage
    begin: int
    stop: int

    @property
    def text(self) -> str:
        """The words as read (plain typography)."""
        return self.passage.text[self.begin : self.stop]

    @property
    def start(self) -> int:
        """Canonical offset of the first character."""
        return self.span(0, 1)[0]

    @property
    def end(self) -> int:
        """Canonical offset after the last character."""
        return self.span(0, self.stop - self.begin)[1]

    def span(self, start: int, end: int) -> Span:
        """The canonical span of ``text[start:end]``."""
        return self.passage.span(self.begin + start, self.begin + end)


@dataclass(frozen=True, slots=True)
class Parse:
    """The tokens of a sentence as a tree."""

    tokens: tuple[Token, ...]
    children: tuple[tuple[int, ...], ...]

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    def __len__(self) -> int:
        return len(self.tokens)

    def kids(self, i: int, *deps: str) -> list[Token]:
        """Dependents of token ``i``, in order; of the given relations only, if any are given
        (``obl`` also stands for ``obl:arg`` and its like)."""
        found = [self.tokens[k] for k in self.children[i]]
        return [t for t in found if t.dep in deps or t.dep.split(":")[0] in deps] if deps else found

    def subtree(self, i: int) -> list[Token]:
        """Token ``i`` and all below it, in order of the text."""
        found, open_ = [], [i]
        while open_:
            k = open_.pop()
            found.append(k)
            open_.extend(self.children[k])
        return [self.tokens[k] for k in sorted(found)]

    def ancestors(self, i: int) -> Iterator[Token]:
        """Governors of token ``i``, nearest first."""
        while self.tokens[i].head != i:
            i = self.tokens[i].head
            yield self.tokens[i]

    def at(self, start: int, end: int) -> list[Token]:
        """Tokens that overlap a canonical span."""
        return [t for t in self.tokens if t.start < end and start < t.end]


_EMPTY = Parse((), ())


def split(passage: Passage, abbreviations: frozenset[str]) -> list[Sentence]:
    """Sentences of a passage, by punctuation, abbreviations and what may open a sentence."""
    sentences, begin, text = [], 0, passage.text
    for match in _END.finditer(text):
        if match.start() <= begin or not _ends(text, begin, match, abbreviations):
            continue
        sentences.append(Sentence(passage, begin, len(text[: match.end()].rstrip())))
        begin = match.end()
    if text[begin:].strip():
        sentences.append(Sentence(passage, begin, len(text.rstrip())))
    return sentences


def _ends(text: str, begin: int, match: re.Match[str], abbreviations: frozenset[str]) -> bool:
    mark = match.group().strip()
    if not mark:
        return True
    if not _OPENER.match(text, match.end()):
        return False
    if mark == ".":
        word = _LAST_WORD.search(text, begin, match.start() + 1)
        if word and (word[1].lower() in abbreviations or (len(word[1]) == 1 and word[1].isupper())):
            return False
    return True


class Syntax:
    """The parses of one page's sentences, made when asked for and kept."""

    def __init__(self, model: str) -> None:
        self._model = model
        self._parses: dict[tuple[int, int, int], Parse] = {}

    def parse(self, sentences: Iterable[Sentence]) -> None:
        """Parse those not parsed yet, together: ask for all you need in one call."""
        wanted = [s for s in sentences if _key(s) not in self._parses]
        short = [s for s in wanted if s.stop - s.begin <= LONGEST]
        self._parses.update((_key(s), _EMPTY) for s in wanted)
        if short:
            model = pipeline(self._model)
            with _one_thread().limit(limits=1, user_api="blas"):
                docs = list(model.pipe((s.text for s in short), batch_size=BATCH))
            self._parses.update((_key(s), _tree(s, d)) for s, d in zip(short, docs, strict=True))

    def of(self, sentence: Sentence) -> Parse:
        """The parse of a sentence; empty if it is too long for prose."""
        if _key(sentence) not in self._parses:
            self.parse([sentence])
        return self._parses[_key(sentence)]

    @property
    def parsed(self) -> int:
        """How many sentences were parsed."""
        return len(self._parses)


@cache
def pipeline(model: str) -> Pipeline:
    """The spaCy pipeline of that name, without its name recogniser; loaded once a process."""
    import spacy

    try:
        made = spacy.load(model, exclude=["ner"])
    except OSError as error:
        raise DataError(
            f"The syntax model {model} is not installed.", "", "Install detente with its pins."
        ) from error
    _index_lemmas(made)
    _multiply_with_numpy(made)
    return made


def _multiply_with_numpy(made: Pipeline) -> None:
    """Let numpy multiply the matrices of the model: more than twice as fast as spaCy's own way."""
    from thinc.api import Model, NumpyOps

    ops = NumpyOps(use_blis=False)
    for _, part in made.pipeline:
        model = getattr(part, "model", None)
        for node in model.walk() if isinstance(model, Model) else ():
            node.ops = ops


@cache
def _one_thread() -> ThreadpoolController:
    """Holds numpy to one thread: the matrices of a page are too small to share, and a sum that
    threads share may differ in its last digit. Made once numpy is loaded."""
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()


def _index_lemmas(made: Pipeline) -> None:
    """The lemmatizer asks whether a form is in lists of up to 66,000 words: sets answer at once,
    and the same.
    """
    if "lemmatizer" in made.pipe_names:
        lookups: Any = made.get_pipe("lemmatizer")
        index = lookups.lookups.get_table("lemma_index", {})
        for part in list(index):
            index[part] = frozenset(index[part])


def _key(sentence: Sentence) -> tuple[int, int, int]:
    return sentence.passage.block, sentence.begin, sentence.stop


def _tree(sentence: Sentence, doc: Any) -> Parse:
    place = {t.i: k for k, t in enumerate(t for t in doc if not t.is_space)}
    tokens = tuple(_token(sentence, t, place) for t in doc if not t.is_space)
    children: list[list[int]] = [[] for _ in tokens]
    for token in tokens:
        if token.head != token.i:
            children[token.head].append(token.i)
    return Parse(tokens, tuple(tuple(c) for c in children))


def _token(sentence: Sentence, token: Any, place: dict[int, int]) -> Token:
    start, end = sentence.span(token.idx, token.idx + len(token))
    i = place[token.i]
    return Token(
        i=i,
        start=start,
        end=end,
        text=token.text,
        lemma=token.lemma_,
        pos=token.pos_,
        dep=token.dep_,
        head=place.get(token.head.i, i),
        morph=frozenset(str(token.morph).split("|")) - {""},
    )


def sentences_of(
    passages: Sequence[Passage], abbreviations: frozenset[str]
) -> tuple[Sentence, ...]:
    """All sentences of the passages, in order."""
    return tuple(s for p in passages for s in split(p, abbreviations))
