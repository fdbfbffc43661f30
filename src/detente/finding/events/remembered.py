"""What is told of a word once and remembered: rules ask for it at every word of a sentence."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

MOST = 65_536
"""Words that are remembered."""

Told = TypeVar("Told")


class Remembered(dict[str, Told], Generic[Told]):
    """What is told of words, each asked for once; forgotten all at once when they are too many."""

    def __init__(self, tell: Callable[[str], Told]) -> None:
        self._tell = tell

    def __missing__(self, word: str) -> Told:
        if len(self) >= MOST:
            self.clear()
        self[word] = self._tell(word)
        return self[word]
