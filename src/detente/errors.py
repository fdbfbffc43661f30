"""What can go wrong, named by its consequence.

A message says what happened, to which page or file, and what to do; the command line prints it
without a traceback.
"""

from __future__ import annotations


class DetenteError(Exception):
    """Root of every error raised on purpose."""

    def __init__(self, what: str, why: str = "", hint: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.why = why
        self.hint = hint

    def __str__(self) -> str:
        return " ".join(part for part in (self.what, self.why, self.hint) if part)


class PageError(DetenteError):
    """This page cannot be read: skip it, say so, go on with the next."""


class DataError(DetenteError):
    """A file of words or facts (ours or the user's own) is wrong: stop before reading."""


class RecordError(DetenteError):
    """The record on disk cannot be used or kept safe: stop."""


class UsageError(DetenteError):
    """The call's words are off: exit status 2."""
