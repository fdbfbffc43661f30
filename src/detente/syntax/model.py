"""spaCy's model, run part by part: each word of a batch is embedded once, the sentences are
parsed in step, and only what finders read is taken out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

from detente.errors import DataError
from detente.syntax.sentences import Sentence
from detente.syntax.steps import Steps
from detente.syntax.trees import Parse, Token

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline
    from spacy.tokens import Doc
    from threadpoolctl import ThreadpoolController

BATCH = 64
"""Sentences that are parsed together: more take more memory and no less time."""

UNUSED = ("ner", "senter", "attribute_ruler")
"""Parts of the pipeline that nothing here reads: the ruler only copies the part of speech."""

INFLECTED = ("NOUN", "VERB", "AUX", "ADJ", "PROPN")
"""Parts of speech that the lemmatizer treats each in its own way; other words keep their form."""


@cache
def load(name: str) -> Model:
    """The model of that name, loaded once a process."""
    import spacy

    try:
        return Model(spacy.load(name, exclude=UNUSED))
    except OSError as error:
        raise DataError(
            f"The syntax model {name} is not installed.", "", "Install detente with its pins."
        ) from error


class Model:
    """The parts of a spaCy pipeline that make the tree of a sentence."""

    def __init__(self, pipeline: Pipeline) -> None:
        self._tokens = pipeline.tokenizer
        self._vocab = pipeline.vocab
        self._encoder: Any = pipeline.get_pipe("tok2vec")
        self._tagger: Any = pipeline.get_pipe("morphologizer")
        self._lemmatizer: Any = pipeline.get_pipe("lemmatizer")
        parser: Any = pipeline.get_pipe("parser")
        _multiply_with_numpy(self._encoder, self._tagger, parser)
        self._steps = Steps(parser, self._tokens("."))
        _index_lemmas(self._lemmatizer)
        self._strings: dict[int, str] = {}
        self._senses: dict[tuple[int, int], tuple[str, frozenset[str]]] = {}
        self._lemmas: dict[tuple[int, str], str] = {}

    def parse(self, sentences: Sequence[Sentence]) -> Iterator[Parse]:
        """The trees of the sentences, in order."""
        for at in range(0, len(sentences), BATCH):
            batch = sentences[at : at + BATCH]
            docs = [self._tokens(sentence.text) for sentence in batch]
            with _one_thread().limit(limits=1, user_api="blas"):
                self._encode(docs)
                self._tagger.set_annotations(docs, self._tagger.predict(docs))
                self._steps.attach(docs)
            yield from map(self._tree, batch, docs)

    def lemmas(self, word: str) -> frozenset[str]:
        """The lemmas that a word may be given, whatever the parse makes of it."""
        from spacy.tokens import Doc

        [token] = Doc(self._vocab, words=[word])
        return frozenset(self._lemma(token.orth, pos, token) for pos in INFLECTED)

    def _encode(self, docs: Sequence[Doc]) -> None:
        """Give every token its vector. A word looks the same to the first layers wherever it
        stands, so that they see each word of the batch once."""
        from spacy.attrs import ORTH, SPACY
        from spacy.tokens import Doc

        embedding, context = self._encoder.model.layers
        rows: dict[tuple[int, int], int] = {}
        places = [
            [rows.setdefault((word, spaced), len(rows)) for word, spaced in looks]
            for looks in (doc.to_array([ORTH, SPACY]).tolist() for doc in docs)
        ]
        words = [self._vocab.strings[word] for word, _ in rows]
        [embedded] = embedding.predict(
            [Doc(self._vocab, words=words, spaces=[bool(spaced) for _, spaced in rows])]
        )
        vectors = context.predict([embedded[place] for place in places])
        self._encoder.set_annotations(docs, vectors)

    def _tree(self, sentence: Sentence, doc: Doc) -> Parse:
        from spacy.attrs import DEP, HEAD, IDX, LENGTH, MORPH, ORTH, POS

        columns = doc.to_array([ORTH, IDX, LENGTH, POS, DEP, HEAD, MORPH]).astype(np.int64)
        text, starts, ends = sentence.passage.text, sentence.passage.starts, sentence.passage.ends
        tokens = []
        for i, (word, at, length, part, relation, head, morph) in enumerate(columns.tolist()):
            first, stop = sentence.begin + at, sentence.begin + at + length
            pos, features = self._sense(part, morph)
            tokens.append(
                Token(
                    i,
                    starts[first],
                    ends[stop - 1],
                    text[first:stop],
                    self._lemma(word, pos, doc[i]),
                    pos,
                    self._string(relation),
                    i + head,
                    features,
                )
            )
        return Parse.of(tuple(tokens))

    def _sense(self, part: int, morph: int) -> tuple[str, frozenset[str]]:
        """The part of speech and the features behind their numbers. A passage has no token that
        is a space: what the model takes for one is of no known part."""
        known = self._senses.get((part, morph))
        if known is None:
            pos, features = self._string(part), frozenset(self._string(morph).split("|"))
            known = ("X", frozenset()) if pos == "SPACE" else (pos, features - {"", "_"})
            self._senses[part, morph] = known
        return known

    def _lemma(self, word: int, pos: str, token: Any) -> str:
        known = self._lemmas.get((word, pos))
        if known is None:
            token.pos_ = pos
            known = self._lemmas[word, pos] = self._lemmatizer.lemmatize(token)[0]
        return known

    def _string(self, number: int) -> str:
        known = self._strings.get(number)
        if known is None:
            known = self._strings[number] = self._vocab.strings[number % 2**64]
        return known


def _index_lemmas(lemmatizer: Any) -> None:
    """The lemmatizer asks whether a form is in lists of up to 66,000 words: sets answer at once,
    and the same.
    """
    index = lemmatizer.lookups.get_table("lemma_index", {})
    for part in list(index):
        index[part] = frozenset(index[part])


def _multiply_with_numpy(*parts: Any) -> None:
    """Let numpy multiply the matrices of the model: more than twice as fast as spaCy's own way."""
    from thinc.api import NumpyOps

    ops = NumpyOps(use_blis=False)
    for part in parts:
        for node in part.model.walk():
            node.ops = ops


@cache
def _one_thread() -> ThreadpoolController:
    """Holds numpy to one thread: the matrices of a page are too small to share, and a sum that
    threads share may differ in its last digit."""
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()
