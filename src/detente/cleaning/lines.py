"""Text pages: lines and, where a dump broke paragraphs at a column, the paragraphs again."""

from __future__ import annotations

import re
from itertools import pairwise

import msgspec

from detente.cleaning.units import BULLET, Unit, said
from detente.errors import PageError

_LINE = re.compile(r"([^\S\n\r\v\f\x85\u2028\u2029]*)(\S[^\n\r\v\f\x85\u2028\u2029]*)")
_RULED = re.compile(r"[-–—]\s.*\s[-–—]")  # a crosshead as agencies set it: "- Words -"
_NARROW, _WIDE = 50, 100
_FEWEST_FULL = 6
MOST_LINES = 50_000
_DEEPEST = 40
# Names of places by column, for plain lines and for bulleted ones.
_PLACES = [[f"{column}{mark}" for column in range(_DEEPEST + 1)] for mark in ("", "*")]


class _Line(msgspec.Struct, frozen=True, gc=False):
    start: int
    end: int
    indent: int
    bullet: str | None
    words: str
    gap: bool


def units_of(text: str) -> list[Unit]:
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
        return [_unit([line]) for line in lines]
    units: list[Unit] = []
    paragraph: list[_Line] = []
    for line in lines:
        if paragraph and not _continues(paragraph, line, width):
            units.append(_unit(paragraph))
            paragraph = []
        paragraph.append(line)
    if paragraph:
        units.append(_unit(paragraph))
    return units


def _lines(text: str) -> list[_Line]:
    found: list[_Line] = []
    last = 0
    for match in _LINE.finditer(text):
        words = match[2].rstrip()
        start = match.start(2)
        indent = start - match.start()
        mark = BULLET.match(words)
        if mark and _RULED.fullmatch(words):
            mark = None
        bullet = mark[0].strip() if mark else None
        end = start + len(words)
        if mark and mark.end() < len(words):
            start += mark.end()
            words = words[mark.end() :]
        elif mark:
            words = ""
        gap = match.start() > last + 1 and text.count("\n", last, start) > 1
        found.append(_Line(start, end, indent, bullet, words, gap))
        last = end
    return found


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


def _unit(lines: list[_Line]) -> Unit:
    first = lines[0]
    words = first.words if len(lines) == 1 else " ".join(line.words for line in lines)
    text, key = said(words)
    return Unit(
        start=first.start,
        end=lines[-1].end,
        text=text,
        key=key,
        place=_PLACES[first.bullet is not None][min(first.indent, _DEEPEST)],
        bullet=first.bullet,
        gap=first.gap,
    )
