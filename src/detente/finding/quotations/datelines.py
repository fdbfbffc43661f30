"""Datelines: the place, day and agency before a dispatch's first sentence, which nobody says."""

from __future__ import annotations

import re

_NAME = r"[A-ZÀ-ÞŒ][\w'’/-]*"
_PLACE = rf"{_NAME}(?:\s{_NAME}){{0,3}}"
_DAY = r",\s*(?:\w+\.?\s+){0,3}\d[\w./]*(?:\s+\w+\.?){0,3}"
_AGENCY = r"\(\w[\w\s/.&'’-]{1,30}\)"
_DASH = r"(?:\s+--?\s+|\s*[–—]\s*)"
_DATELINE = re.compile(
    rf"\s*(?:{_PLACE}(?:{_DAY}(?:\s*,?\s*{_AGENCY})?|\s*,?\s*{_AGENCY})|{_AGENCY}){_DASH}"
)
_OPENING = frozenset("«\"“'‘")


def past(text: str) -> int:
    """Where a paragraph's first sentence begins: after "VILLE, 8 avril (AGENCE) - ". A place alone
    is none, since a name before a dash may be who speaks."""
    match = _DATELINE.match(text)
    if match is None or match.end() == len(text):
        return 0
    after = text[match.end()]
    return match.end() if after.isupper() or after in _OPENING else 0
