"""Text pages: lines and, where a dump broke paragraphs at a column, the paragraphs again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from detente.cleaning.units import BULLET, Unit, said
from detente.errors import PageError

_BREAKS = "\r\v\f\x85\u2028\u2029"
_RULED = re.compile(r"[-–—]\s.*\s[-–—]")  # a crosshead as agencies set it: "- Words -"
_NARROW, _WIDE = 50, 100
_FEWEST_FULL = 6
MOST_LINES = 50_000
_DEEPEST = 40
# Names of places by column, for plain lines and for bulleted ones.
_PLACES = [[f"{column}{mark}" for column in range(_DEEPEST + 1)] for mark in ("", "*")]


class _Line(Unit, frozen=True, gc=False):
    """A line is a unit, unless the page broke its paragraphs into lines; ``words`` are as the page
    has them, ``indent`` the blanks before them or their bullet."""

    indent: int = 0
    words: str = ""


def units_of(text: str) -> Sequence[Unit]:
    """The units of a text page, in order: every line that is not blank belongs to one. Raises
    PageError if there are more lines than any press page has."""
    if text.count("\n") > MOST_LINES:
        raise PageError(
            "The page has too many lines.",
            f"It has more than {MOST_LINES:,}, many times those of any press page.",
            "Split the file into its pages.",
        )
    lines = _lines(text)
    width = _wrap_width(lines)
    if not width:
        return lines
    units: list[Unit] = []
    paragraph: list[_Line] = []
    for line in lines:
        if paragraph and not _continues(paragraph, line, width):
            units.append(_joined(paragraph))
            paragraph = []
        paragraph.append(line)
    if paragraph:
        units.append(_joined(paragraph))
    return units


def _lines(text: str) -> list[_Line]:
    found: list[_Line] = []
    at, last = 0, 0
    for line in _parted(text):
        if words := line.strip():
            indent = line.index(words[0])
            start = at + indent
            end = start + len(words)
            gap = at > last + 1 and text.count("\n", last, at) > 1
            bullet = None
            if not words[0].isalpha() or words[0] == "o":
                bullet, cut = _bullet(words)
                words = words[cut:]
                start += cut if words else 0
            plain, key = said(words)
            place = _PLACES[bullet is not None][min(indent, _DEEPEST)]
            found.append(_Line(start, end, plain, key, place, bullet, gap, None, indent, words))
            last = end
        at += len(line) + 1
    return found


def _parted(text: str) -> list[str]:
    for mark in _BREAKS:
        text = text.replace(mark, "\n")
    return text.split("\n")


def _bullet(words: str) -> tuple[str | None, int]:
    """The bullet that a line begins with, and where the words begin after it."""
    mark = BULLET.match(words)
    if mark is None or _RULED.fullmatch(words):
        return None, 0
    return mark[0].strip(), mark.end()


def _wrap_width(lines: list[_Line]) -> int:
    """The column at which the page was broken, 0 if it was not."""
    lengths = sorted(line.indent + line.end - line.start for line in lines if " " in line.words)
    if len(lengths) < _FEWEST_FULL:
        return 0
    width = lengths[-1 - len(lengths) // 100]
    if not _NARROW <= width <= _WIDE or lengths[-1] > width + 15:
        return 0
    broken = sum(
        1
        for line, after in pairwise(lines)
        if not after.gap and after.words[:1].islower() and line.end - line.start > width // 2
    )
    return width if broken >= _FEWEST_FULL else 0


def _continues(paragraph: list[_Line], line: _Line, width: int) -> bool:
    """The line goes on where the one before had no room for its first word."""
    before = paragraph[-1]
    if line.gap or line.bullet or not before.words or not line.words:
        return False
    column = before.indent
    if before.bullet:
        column = line.indent if line.indent > before.indent else column
    if line.indent != column:
        return False
    first = line.words.split(" ", 1)[0]
    length = before.indent + before.end - before.start
    if before.bullet:
        length += len(before.bullet) + 1
    return length + 1 + len(first) >= width - 1


def _joined(paragraph: list[_Line]) -> Unit:
    """The lines of a paragraph as one unit."""
    if len(paragraph) == 1:
        return paragraph[0]
    text, key = said(" ".join([line.words for line in paragraph]))
    return msgspec.structs.replace(paragraph[0], end=paragraph[-1].end, text=text, key=key)
