"""Marked stretches: what stands between quotation marks, of every kind and in every state.

French pages mix «», “”, "", ‘’ and '' freely, nest them, forget one of a pair and open each
paragraph of a long quotation again. A stretch is found by a stack; straight marks open or close
by what stands beside them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from detente.text import Passage

_OPENING = {"«": "»", "“": "”", "„": "“"}
_CLOSING = frozenset("»”")
_STRAIGHT = '"'
_SINGLE, _PLUS = "'", "+"
_MARK = re.compile(r"[«»“”„\"+]|''?")
_BEFORE_OPEN = frozenset(" ([{-–—/:'’«“„\"")
_BEGINS = frozenset("([…@#$€+-–—'«“")
_AFTER_CLOSE = frozenset(" .,;:!?…)]}»”\"-–—/'")
_SENTENCE_BREAK = re.compile(r"[.!?…]\s+")
_PAUSE = re.compile(r"[,;.!?]")
_MANY = 2
"""Pairs of straight marks inside another that show it was never closed."""
LONGEST_SINGLE = 240
"""Characters between single marks beyond which they are apostrophes."""


@dataclass(slots=True)
class Stretch:
    """``text[start:end]`` of a passage stands in marks, ``text[open:close]`` with them.

    ``children`` are the stretches inside it; ``whole`` is false where one of the marks is missing
    on the page; ``group`` is shared by the paragraphs of one quotation.
    """

    open: int
    start: int
    end: int
    close: int
    kind: str
    whole: bool = True
    children: list[Stretch] = field(default_factory=list)
    group: int | None = None


@dataclass(slots=True)
class _Open:
    at: int
    width: int
    kind: str
    children: list[Stretch] = field(default_factory=list)


class _Scan:
    """One passage read from left to right."""

    def __init__(self, passage: Passage) -> None:
        self.text = passage.text
        self.passage = passage
        self.found: list[Stretch] = []
        self.open: list[_Open] = []
        self.stray: int | None = None

    def run(self) -> None:
        for match in _MARK.finditer(self.text):
            mark, at = match.group(), match.start()
            if mark == _SINGLE:
                self._single(at)
            elif mark == _PLUS:
                self._plus(at)
            elif mark in _OPENING and not (mark == "“" and self._is_inside("„")):
                self.open.append(_Open(at, 1, mark))
            elif mark in _CLOSING or mark == "“":
                self._close(at, 1, mark)
            elif self._opens(at, len(mark)):
                self.open.append(_Open(at, len(mark), _STRAIGHT))
            else:
                self._close(at, len(mark), _STRAIGHT)

    def _is_inside(self, kind: str) -> bool:
        return any(o.kind == kind for o in self.open)

    def _beside(self, at: int, width: int) -> tuple[str, str]:
        """What stands before and after a mark on the page; a space that the page lacks does not
        count, for it was put in on a guess of what the mark does."""
        before, after = at - 1, at + width
        while before >= 0 and self._is_put_in(before):
            before -= 1
        while after < len(self.text) and self._is_put_in(after):
            after += 1
        left = self.text[before] if before >= 0 else " "
        return left, self.text[after] if after < len(self.text) else " "

    def _is_put_in(self, i: int) -> bool:
        return self.passage.starts[i] == self.passage.ends[i]

    def _opens(self, at: int, width: int) -> bool:
        before, after = self._beside(at, width)
        begins = after.isalnum() or after in _BEGINS or self.text.startswith("...", at + width)
        may_open = before in _BEFORE_OPEN and begins
        may_close = after in _AFTER_CLOSE and before != " "
        if may_open != may_close:
            return may_open
        return not self._is_inside(_STRAIGHT)

    def _single(self, at: int) -> None:
        before, after = self._beside(at, 1)
        if before in _BEFORE_OPEN and before != _SINGLE and (after.isalnum()):
            self.open.append(_Open(at, 1, _SINGLE))
        elif after in _AFTER_CLOSE and before != " " and self.open:
            last = self.open[-1]
            if last.kind == _SINGLE and at - last.at <= LONGEST_SINGLE:
                self._take(len(self.open) - 1, at, 1)

    def _plus(self, at: int) -> None:
        """Agencies set words apart in this way inside other marks: "Il dit +nous irons+"."""
        before, after = self._beside(at, 1)
        inside = self._is_inside(_PLUS)
        if inside and after in _AFTER_CLOSE and before != " ":
            self._close(at, 1, _PLUS)
        elif self.open and not inside and before in _BEFORE_OPEN and after.isalnum():
            self.open.append(_Open(at, 1, _PLUS))

    def _close(self, at: int, width: int, mark: str) -> None:
        for place in range(len(self.open) - 1, -1, -1):
            if _OPENING.get(self.open[place].kind, self.open[place].kind) == mark:
                if self._runs_away(place, at):
                    return self._give_up(place, at, width)
                return self._take(place, at, width)
        outer = [i for i, o in enumerate(self.open) if o.kind != _SINGLE]
        if outer:
            return self._take(outer[-1], at, width)
        self._stray_close(at, width)
        return None

    def _runs_away(self, place: int, at: int) -> bool:
        """A straight mark that was left open: sentences end before this one, and several marks of
        its own kind stand inside."""
        opened = self.open[place]
        inner = [c for c in opened.children if c.kind == _STRAIGHT]
        if opened.kind != _STRAIGHT or len(inner) < _MANY:
            return False
        gaps = pairwise([opened.at, *(p for c in inner for p in (c.open, c.close)), at])
        outside = list(gaps)[::2]
        return any(_SENTENCE_BREAK.search(self.text, a, b) for a, b in outside)

    def _give_up(self, place: int, at: int, width: int) -> None:
        """End a mark left open at the first comma or full stop; the one at ``at`` may open."""
        opened = self.open[place]
        children = opened.children
        del self.open[place:]
        end = _PAUSE.search(self.text, opened.at, children[0].open)
        if end is not None:
            span = (end.start(), end.start())
            self._add(_stretch(self.text, opened, span, [], False))
        for child in children:
            self._add(child)
        if self._beside(at, width)[1].isalnum():
            self.open.append(_Open(at, width, _STRAIGHT))

    def _take(self, place: int, at: int, width: int) -> None:
        """Close the opening at ``place``; what was left open inside it was no mark."""
        opened = self.open[place]
        children = [c for o in self.open[place:] for c in o.children]
        del self.open[place:]
        self._add(_stretch(self.text, opened, (at, at + width), children, True))

    def _add(self, stretch: Stretch) -> None:
        if stretch.start >= stretch.end:
            return
        (self.open[-1].children if self.open else self.found).append(stretch)

    def _stray_close(self, at: int, width: int) -> None:
        """A closing mark alone: the words begin the paragraph, or the sentence after the last."""
        for single in self.open:
            self.found.extend(single.children)
        self.open.clear()
        last = self.found[-1].close if self.found else 0
        if at <= last:
            if self.found:
                self.found[-1].close = at + width
            return
        if not self.found:
            self.stray = at
        begin = _SENTENCE_BREAK.search(self.text, last, at) if self.found else None
        start = begin.end() if begin else last
        if begin or not self.found:
            opened = _Open(start, 0, _STRAIGHT)
            self._add(_stretch(self.text, opened, (at, at + width), [], False))

    def finish(self) -> None:
        """What is still open runs to the end of the paragraph, or to the next mark's sentence."""
        pending = [o for o in self.open if o.kind != _SINGLE]
        inner = sorted((c for o in self.open for c in o.children), key=lambda s: s.open)
        self.open.clear()
        at = 0
        for opened in pending:
            if opened.at < at:
                continue
            within = [c for c in inner if c.open >= opened.at]
            at = self._unclosed_end(opened, within)
            kept = [c for c in within if c.close <= at]
            inner = [c for c in inner if c not in kept]
            stretch = _stretch(self.text, opened, (at, at), kept, False)
            if stretch.start < stretch.end:
                self.found.append(stretch)
        self.found.extend(inner)
        self.found.sort(key=lambda s: s.open)

    def _unclosed_end(self, opened: _Open, inner: list[Stretch]) -> int:
        if not inner:
            return len(self.text)
        breaks = [m.start() + 1 for m in _SENTENCE_BREAK.finditer(self.text, opened.at)]
        return next((b for b in breaks if b <= inner[0].open), len(self.text))


def _stretch(
    text: str, opened: _Open, closing: tuple[int, int], children: list[Stretch], whole: bool
) -> Stretch:
    start, end = opened.at + opened.width, closing[0]
    while start < end and text[start] in " ,":
        start += 1
    while end > start and text[end - 1] in " ,":
        end -= 1
    inside = [c for c in children if c.open >= start and c.close <= end]
    return Stretch(opened.at, start, end, closing[1], opened.kind, whole, inside)


def stretches(passages: Sequence[Passage]) -> list[list[Stretch]]:
    """The outermost marked stretches of each passage of a page, in order, linked over paragraphs.

    A paragraph that leaves a mark open is continued by the next ones as long as each opens with
    a mark again, or up to the paragraph that closes it. Linear in the length of the page.
    """
    scans = []
    for passage in passages:
        scan = _Scan(passage)
        scan.run()
        scans.append(scan)
    groups = _links(scans)
    for scan in scans:
        scan.finish()
    for number, (first, last) in enumerate(groups):
        if scans[first].found:
            _join(scans, first, last, number)
    return [scan.found for scan in scans]


_REACH = 8
"""Paragraphs over which an open mark is followed."""


def _links(scans: list[_Scan]) -> list[tuple[int, int]]:
    """Pairs of passages (first, last) over which one open mark runs."""
    found, at = [], 0
    while at < len(scans):
        last = _continued_to(scans, at) if _left_open(scans[at]) else None
        if last is not None:
            found.append((at, last))
            at = last
        else:
            at += 1
    return found


def _left_open(scan: _Scan) -> bool:
    return any(o.kind != _SINGLE for o in scan.open)


def _continued_to(scans: list[_Scan], first: int) -> int | None:
    for at in range(first + 1, min(first + 1 + _REACH, len(scans))):
        scan = scans[at]
        opens = scan.text[:1] in {"«", "“", _STRAIGHT}
        if scan.stray is not None:
            return at
        if opens and not _left_open(scan):
            return at
        if not opens and (_left_open(scan) or scan.found):
            return None
    return None


def _join(scans: list[_Scan], first: int, last: int, number: int) -> None:
    for at in range(first, last + 1):
        scan = scans[at]
        if at == first:
            stretch = scan.found[-1]
        elif scan.found and scan.found[0].open <= 1:
            stretch = scan.found[0]
        else:
            whole = _Open(0, 0, _STRAIGHT)
            stretch = _stretch(scan.text, whole, (len(scan.text),) * 2, [], False)
            scan.found.insert(0, stretch)
        stretch.group = number
