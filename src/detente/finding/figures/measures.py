"""Numbers that measure: which unit, of what, and which numbers are dates, ages or scores."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from detente.finding.figures.numbers import Number, Piece, Words, numbers, pieces
from detente.records import Time
from detente.syntax import Sentence

CURRENCY = 3
"""Letters of a currency's code."""

SMALL = 13
"""Numbers in words below this count things in passing ("les deux présidents")."""

LONGEST_OF = 6
"""Words of what is measured that are kept."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A number of a sentence with its unit and what it counts; places are in the sentence."""

    start: int
    end: int
    value: float
    unit: str | None
    of: str | None
    written: str
    opens: bool
    closes: bool


def measures(sentence: Sentence, times: Sequence[Time], table: Words) -> list[Measure]:
    """The figures of a sentence, in order."""
    if not table.may_count(sentence.text):
        return []
    found = pieces(sentence.text)
    taken = [(t.start, t.end) for t in times]
    read = []
    for number in numbers(found, table):
        start, end = sentence.span(found[number.first].start, found[number.last - 1].end)
        if any(a < end and start < b for a, b in taken):
            continue
        measure = _measure(sentence, found, number, table)
        if measure is not None:
            read.append(measure)
    return _compared(read)


def _measure(
    sentence: Sentence, found: list[Piece], number: Number, table: Words
) -> Measure | None:
    after = [p.word for p in found[number.last : number.last + 1]]
    before = found[number.first - 1].word if number.first else ""
    counted = [p.word for p in found[number.last : number.last + 2]]
    counted = [word for word in counted if word not in table.origins][:1]
    if set(counted) & table.never_after or before in table.never_before:
        return None
    unit, stop = _unit(found, number.last, table)
    money = unit is not None and len(unit) == CURRENCY and unit.isupper()
    thing, end = _thing(sentence, found, stop if money else number.last, table)
    first = _approximated(found, number.first, table)
    before = found[first - 1].word if first else ""
    bare = unit is None and thing is None
    if bare and not (before in table.origins and set(after) & table.ranges):
        return None
    if not bare and not _counts(found, number, unit, table):
        return None
    last = max(number.last, stop if unit is not None else end)
    start, end = found[first].start, found[last - 1].end
    return Measure(
        start=start,
        end=end,
        value=number.value,
        unit=unit,
        of=thing,
        written=sentence.text[start:end],
        opens=before in table.origins,
        closes=before in table.ranges,
    )


def _counts(found: list[Piece], number: Number, unit: str | None, table: Words) -> bool:
    """Small numbers in words only count with a unit that is worth it; years need one too."""
    if number.plain:
        following = [table.singular(p.word) for p in found[number.last : number.last + 2]]
        strong = any(word in table.strong for word in following)
        return number.value >= SMALL or (number.value > 1 and strong)
    if found[number.first].digits is not None and 1900 <= number.value <= 2100:
        return unit is not None
    return True


def _unit(found: list[Piece], at: int, table: Words) -> tuple[str | None, int]:
    """The unit at a place, perhaps after a linking word, and the place after it."""
    k = at + 1 if at < len(found) and found[at].word in table.linking else at
    for size in (2, 1):
        window = tuple(table.singular(p.word) for p in found[k : k + size])
        unit = table.units.get(window) or table.units.get(
            tuple(p.text for p in found[k : k + size])
        )
        if unit is not None and len(window) == size:
            return unit, k + size
    return None, at


def _thing(sentence: Sentence, found: list[Piece], at: int, table: Words) -> tuple[str | None, int]:
    """The words of what is counted, up to a mark, a function word or a number; and the place
    after the first of them."""
    start = at + 1 if at < len(found) and found[at].word in table.linking else at
    k = start
    while k < len(found) and k - start < LONGEST_OF and _is_content(found[k], table):
        k += 1
        if (
            k + 1 < len(found)
            and found[k].word in table.linking
            and _is_content(found[k + 1], table)
        ):
            k += 1
    if k == start:
        return None, at
    return sentence.text[found[start].start : found[k - 1].end], start + 1


def _is_content(piece: Piece, table: Words) -> bool:
    return (
        piece.text[0].isalpha()
        and piece.digits is None
        and piece.word not in table.function_words
        and piece.word not in table.numbers
    )


def _approximated(found: list[Piece], at: int, table: Words) -> int:
    """The first piece of the figure with an approximator before it, if there is one."""
    for phrase in table.approximators:
        size = len(phrase)
        if at >= size and tuple(p.word for p in found[at - size : at]) == phrase:
            return at - size
    return at


def _compared(read: list[Measure]) -> list[Measure]:
    """The two ends of "from ... to" measure the same: each lends the other what it lacks."""
    for n in range(len(read) - 1):
        left, right = read[n], read[n + 1]
        if left.opens and right.closes:
            unit = left.unit or right.unit
            read[n] = replace(left, unit=unit, of=left.of or right.of)
            read[n + 1] = replace(right, unit=right.unit or unit, of=right.of or left.of)
    return [measure for measure in read if measure.unit is not None or measure.of is not None]
