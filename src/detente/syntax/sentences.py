"""Where sentences begin and end: by punctuation, abbreviations and what may open one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from detente.records import Span
from detente.text import Passage

_END = re.compile(r"[.!?…]+[»”\"')\]]*\s+")
_END_OR_BULLET = re.compile(rf"{_END.pattern}|\s+(?=[•▪►])")
_BULLET = re.compile(r"[•▪►]")
_LAST_WORD = re.compile(r"([^\W\d_]+)\.$")
_OPENER = re.compile(r"[«“\"'(\[–—•▪►-]*\s*[^\W\d_a-zà-öø-ÿœ]|[«“\"(\[–—•▪►-]*\s*\d|[«“•▪►–—-]")


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


def split(passage: Passage, abbreviations: frozenset[str]) -> list[Sentence]:
    """Sentences of a passage, by punctuation, abbreviations and what may open a sentence."""
    sentences, begin, text = [], 0, passage.text
    end = _END_OR_BULLET if _BULLET.search(text) else _END
    for match in end.finditer(text):
        if match.start() <= begin or not _ends(text, begin, match, abbreviations):
            continue
        sentences.append(Sentence(passage, begin, match.start() + len(match.group().rstrip())))
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
        space = text.rfind(" ", begin, match.start())
        word = _LAST_WORD.search(text, max(begin, space + 1), match.start() + 1)
        if word and (word[1].lower() in abbreviations or (len(word[1]) == 1 and word[1].isupper())):
            return False
    return True


def sentences_of(
    passages: Sequence[Passage], abbreviations: frozenset[str]
) -> tuple[Sentence, ...]:
    """All sentences of the passages, in order."""
    return tuple(s for p in passages for s in split(p, abbreviations))
