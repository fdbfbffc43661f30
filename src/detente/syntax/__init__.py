"""Sentences and their syntax: our own splitter, spaCy's parser, plain tokens.

Sentences are found by rule on every content block; the parser runs only on those a finder asks
for, in batches that depend on the page alone, so that a reading never depends on its neighbours.
"""

from detente.syntax.page import Syntax, lemmas, parse_expected
from detente.syntax.sentences import Sentence, sentences_of, split
from detente.syntax.trees import Parse, Token

__all__ = [
    "Parse",
    "Sentence",
    "Syntax",
    "Token",
    "lemmas",
    "parse_expected",
    "sentences_of",
    "split",
]
