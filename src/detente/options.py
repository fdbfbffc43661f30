"""The one set of choices a caller can make about reading."""

from __future__ import annotations

from pathlib import Path

import msgspec


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """How to read pages.

    ``published`` fixes the publication date of every page (ISO, may be partial); ``knowledge`` is
    a folder of the user's own facts; ``text`` keeps the canonical text in each reading.
    """

    published: str | None = None
    knowledge: Path | None = None
    text: bool = False


DEFAULTS = Options()
"""Read pages as they are."""
