"""The shape of a language's ``published.toml``: words that set an occasion ahead or behind."""

from __future__ import annotations

import msgspec


class Outlook(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words near the name of an occasion that tell whether it is still to come.

    ``ahead`` are lemmas of verbs and adjectives that look forward, ``behind`` words that look
    back; ``idle`` are words too common to tell one occasion from another.
    """

    ahead: frozenset[str]
    behind: frozenset[str]
    idle: frozenset[str]
