"""What is remembered while pages are read, what is made by the thousand for it, and when the
interpreter looks for things that only point to each other."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

import msgspec

Value = TypeVar("Value")

PAGES = 64
"""Pages of which something is remembered: more than are read together."""


class Plain(msgspec.Struct, frozen=True, gc=False):
    """A record of which a page makes many: it never changes, the search for cycles passes it by.

    Compiled modules heed what a record has from here, not what its own head says: that must be the
    same (``frozen=True, gc=False``), which is what the interpreter and the type checker heed.
    """


class Kept(dict[str, Value]):
    """What is made of words and other short texts, each made once. When there are too many, all are
    forgotten: to tell which was asked for last would cost more than to make them again.
    """

    def __init__(self, make: Callable[[str], Value], most: int) -> None:
        super().__init__()
        self._make = make
        self._most = most

    def __missing__(self, text: str) -> Value:
        value = self._make(text)
        if len(self) >= self._most:
            self.clear()
        self[text] = value
        return value


@contextmanager
def uncollected() -> Iterator[None]:
    """Without the search for cycles: where millions of small things are made and next to no cycle
    among them, walking them again and again would free nothing.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
