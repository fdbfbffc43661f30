"""spaCy's model, run part by part: each word of a batch is embedded once, the sentences of
several pages are parsed in step, and only what finders read is taken out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from detente.errors import DataError
from detente.memory import uncollected
from detente.syntax import tokenizer
from detente.syntax.layers import Affine, Numbers
from detente.syntax.lemmatizer import Lemmas
from detente.syntax.sentences import Sentence
from detente.syntax.steps import Steps
from detente.syntax.trees import Parse, Token
from detente.syntax.vectors import Vectors
from detente.syntax.words import columns
from detente.text import fold

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline
    from spacy.vocab import Vocab
    from threadpoolctl import ThreadpoolController

Tag = tuple[str, frozenset[str]]
"""A part of speech with its features, as ``Tense=Past``."""

BATCH = 64
"""Sentences of a page that are parsed together: more take more memory and no less time."""

UNUSED = ("ner", "senter", "attribute_ruler", "lemmatizer", "tokenizer")
"""Parts of the pipeline that are not loaded: those that nothing here reads (the ruler only copies
the part of speech), and those that are read here, faster."""

NEUTRAL = {"nlp": {"lang": "xx"}}
"""The model brings all that it needs of its language: spaCy's own rules of it stay unread."""

INFLECTED = ("NOUN", "VERB", "AUX", "ADJ", "PROPN")
"""Parts of speech that the lemmatizer treats each in its own way; other words keep their form."""


@cache
def load(name: str) -> Model:
    """The model of that name, loaded once a process."""
    import spacy

    try:
        with uncollected():
            return Model(spacy.load(name, exclude=UNUSED, config=NEUTRAL))
    except OSError as error:
        raise DataError(
            f"The syntax model {name} is not installed.", "", "Install detente with its pins."
        ) from error


class Form(NamedTuple):
    """A word as it is tagged: its text and its lemma, its part of speech and its features, and text
    and lemma folded for comparison."""

    text: str
    lemma: str
    pos: str
    features: frozenset[str]
    word: str
    base: str


class Model:
    """The parts of a spaCy pipeline that make the tree of a sentence."""

    def __init__(self, pipeline: Pipeline) -> None:
        self._tokens = tokenizer.read(pipeline.tokenizer, pipeline.path / "tokenizer")
        self._vocab = pipeline.vocab
        self._lemmas = Lemmas(pipeline.path / "lemmatizer" / "lookups" / "lookups.bin")
        encoder: Any = pipeline.get_pipe("tok2vec")
        self._vectors = Vectors(encoder.model, self._vocab)
        self._tags = Tags(pipeline.get_pipe("morphologizer"))
        self._steps = Steps(pipeline.get_pipe("parser"), self._tokens("."))
        self._strings = Strings(self._vocab)
        self._relations = Relations(self._strings)
        self._forms: dict[tuple[int, int], Form] = {}

    def parse(self, pages: Iterable[Sequence[Sentence]]) -> Iterator[Parse]:
        """The trees of the sentences of some pages, in order. Those of a page do not depend on the
        other pages."""
        from spacy.attrs import DEP, HEAD, IDX, LENGTH, ORTH

        batches = [page[at : at + BATCH] for page in pages for at in range(0, len(page), BATCH)]
        cut = [[self._tokens(sentence.text) for sentence in batch] for batch in batches]
        with _one_thread().limit(limits=1, user_api="blas"):
            vectors = list(map(self._vectors.of, cut))
            labels = [label for some in vectors for label in self._tags.of(some)]
            self._steps.attach(cut, vectors)
        docs = list(chain.from_iterable(cut))
        numbers = columns(docs, [ORTH, IDX, LENGTH, DEP, HEAD]).view(np.int64).tolist()
        tokens = zip(*numbers, labels, strict=True)
        for sentence, doc in zip(chain.from_iterable(batches), docs, strict=True):
            yield self._tree(sentence, islice(tokens, len(doc)))

    def lemmas(self, word: str) -> frozenset[str]:
        """The lemmas that a word may be given, whatever the parse makes of it."""
        return frozenset(self._lemmas.of(word, pos) for pos in INFLECTED)

    def _tree(self, sentence: Sentence, tokens: Iterable[tuple[int, ...]]) -> Parse:
        """The tree of a sentence, of whose tokens the numbers of spaCy's are told."""
        begin, starts, ends = sentence.begin, sentence.passage.starts, sentence.passage.ends
        kinds, forms = self._relations, self._forms
        made = []
        for i, (number, at, size, relation, head, label) in enumerate(tokens):
            first = begin + at
            start, end = starts[first], ends[first + size - 1]
            form = forms.get((number, label)) or self._form(number, label)
            text, lemma, pos, features, word, base = form
            dep, family = kinds[relation]
            made.append(
                Token(i, start, end, text, lemma, pos, dep, family, i + head, features, word, base)
            )
        return Parse.of(tuple(made))

    def _form(self, number: int, label: int) -> Form:
        text, (pos, features) = self._strings[number], self._tags.tags[label]
        lemma = self._lemmas.of(text, pos)
        form = Form(text, lemma, pos, features, fold(text), fold(lemma))
        self._forms[number, label] = form
        return form


class Strings(dict[int, str]):
    """What spaCy's numbers stand for, so that a word is one string wherever it stands."""

    def __init__(self, vocab: Vocab) -> None:
        super().__init__()
        self._store = vocab.strings

    def __missing__(self, number: int) -> str:
        self[number] = self._store[number % 2**64]
        return self[number]


class Relations(dict[int, tuple[str, str]]):
    """How a token may hang on its governor, by spaCy's numbers, and of what kind that is."""

    def __init__(self, strings: Strings) -> None:
        super().__init__()
        self._strings = strings

    def __missing__(self, number: int) -> tuple[str, str]:
        relation = self._strings[number]
        self[number] = relation, relation.partition(":")[0]
        return self[number]


class Tags:
    """The part of speech and the features of each token, by its vector."""

    def __init__(self, tagger: Any) -> None:
        self._scores = Affine(tagger.model.layers[-1].layers[0])
        self.tags = [_tag(tagger, label) for label in tagger.labels]

    def of(self, vectors: Numbers) -> list[int]:
        """The numbers of the tags of tokens, in order."""
        best: list[int] = self._scores.of(vectors).argmax(axis=1).tolist()
        return best


def _tag(tagger: Any, label: str) -> Tag:
    """What a label stands for. A passage has no token that is a space: what the model takes for
    one is of no known part."""
    from spacy.parts_of_speech import IDS

    parts = {number: name for name, number in IDS.items()}
    pos = parts[tagger.cfg["labels_pos"].get(label, 0)]
    features = frozenset(tagger.cfg["labels_morph"].get(label, "").split("|"))
    return ("X", frozenset()) if pos == "SPACE" else (pos, features - {"", "_"})


@cache
def _one_thread() -> ThreadpoolController:
    """Holds numpy to one thread: the matrices of a page are too small to share, and a sum that
    threads share may differ in its last digit."""
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()
