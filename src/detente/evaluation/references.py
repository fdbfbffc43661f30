"""References by exact words: an answer names the words it means, and they lead to their offsets.

A reference is the words themselves, found exactly once in the page::

    s'est entretenu                 all of it is meant
    avant le {sommet}               only the words in braces; the rest tells which of them
    Le monde quitte ~ une autre     from the first words to the nearest last ones
    rencontre #2                    the second time these words stand in the page

A space stands for any white space, a straight apostrophe for a curved one. So an answer cannot
drift from its page: words that are gone or no longer alone are an error.
"""

from __future__ import annotations

import re
from functools import lru_cache

from detente.errors import DataError
from detente.records import Span

_NUMBER = re.compile(r" #(\d+)$")
_GAP = " ~ "
_BLANKS = re.compile(r"(\s+)")


def locate(text: str, reference: str) -> Span:
    """The span of the referred words. Raises DataError if they are not there, or not alone."""
    number = _NUMBER.search(reference)
    pattern = _pattern(reference[: number.start()] if number else reference)
    spans = [match.span("words") for match in pattern.finditer(text)]
    wanted = int(number[1]) if number else 1
    if len(spans) < wanted or (number is None and len(spans) > 1):
        raise DataError(
            f"The words {reference!r} stand {len(spans)} times in the page.",
            hint="Give more words around {them}, or a number.",
        )
    return spans[wanted - 1]


@lru_cache(maxsize=4096)
def _pattern(reference: str) -> re.Pattern[str]:
    before, opened, rest = reference.partition("{")
    words, closed, after = rest.partition("}")
    if bool(opened) != bool(closed):
        raise DataError(f"The braces of {reference!r} do not close.")
    if not opened:
        before, words, after = "", reference, ""
    target = ".*?".join(_bounded(part) for part in words.split(_GAP))
    return re.compile(f"{_context(before)}(?P<words>{target}){_context(after)}", re.DOTALL)


def _context(words: str) -> str:
    return ".*?".join(_bounded(part) if part else "" for part in words.split(_GAP))


def _bounded(words: str) -> str:
    """Whole words only, where the reference begins or ends with one."""
    parts = (_blank(p) if p.isspace() else _plain(p) for p in _BLANKS.split(words))
    start = r"(?<!\w)" if words[:1].isalnum() else ""
    end = r"(?!\w)" if words[-1:].isalnum() else ""
    return start + "".join(parts) + end


def _blank(blank: str) -> str:
    return r"\s*?\n" if "\n" in blank else r"\s+"


def _plain(words: str) -> str:
    return re.escape(words).replace("'", "['\u2019]")
