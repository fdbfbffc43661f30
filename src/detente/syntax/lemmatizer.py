"""The lemma of a word as one part of speech, by spaCy's French tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import msgspec

RULED = frozenset(
    ("NOUN", "VERB", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "PRON", "PUNCT", "SCONJ")
)
"""Parts of speech whose words are looked up each in its own tables, in lower case."""


class Lemmas:
    """Looks words up and, where they are not known, takes their endings off.

    spaCy's own lemmatizer gives the same; it copies every table when it is loaded and asks whether
    a form stands in a list of up to 66,000 words.
    """

    def __init__(self, path: Path) -> None:
        from spacy.strings import get_string_id

        tables: Any = msgspec.msgpack.decode(path.read_bytes())
        keys = {pos: get_string_id(pos.lower()) for pos in RULED}
        self._known = {p: frozenset(tables["lemma_index"].get(k, ())) for p, k in keys.items()}
        self._exceptions = {p: tables["lemma_exc"].get(k, {}) for p, k in keys.items()}
        self._endings = {p: _by_last(tables["lemma_rules"].get(k, ())) for p, k in keys.items()}
        self._listed: dict[int, Any] = tables["lemma_lookup"]
        self._key = get_string_id

    def of(self, text: str, pos: str) -> str:
        """The lemma; a word that no table tells of is its own."""
        if not pos:
            return text.lower()
        if pos not in RULED:
            return self._in_list(text)
        word = text.lower()
        if word in self._known[pos]:
            return word
        if exceptions := self._exceptions[pos].get(word):
            return str(exceptions[0])
        return self._without_ending(word, pos) or self._in_list(word)

    def _without_ending(self, word: str, pos: str) -> str | None:
        """The first form that an ending leaves, one that is known before one that is not."""
        left = [
            form
            for ending, instead in self._endings[pos].get(word[-1:], ())
            if word.endswith(ending) and (form := word.removesuffix(ending) + instead)
        ]
        known = (form for form in left if form in self._known[pos] or not form.isalpha())
        return next(known, left[0] if left else None)

    def _in_list(self, word: str) -> str:
        found = self._listed.get(self._key(word), word)
        return found if isinstance(found, str) else str(found[0])


def _by_last(endings: Iterable[Sequence[str]]) -> dict[str, list[Sequence[str]]]:
    """Endings with what stands instead, in order, by their last letter."""
    found: dict[str, list[Sequence[str]]] = {}
    for ending in endings:
        found.setdefault(ending[0][-1:], []).append(ending)
    return found
