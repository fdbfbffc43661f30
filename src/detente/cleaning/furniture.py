"""Furniture: the words that stand around a story, as a language's table, and what they mark."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Literal

import msgspec
from ahocorasick_rs import AhoCorasick, MatchKind

from detente.cleaning.units import are_words, key_of
from detente.errors import DataError
from detente.languages.language import Language
from detente.records import BlockLabel

_LONGEST_ROW, _LONGEST_BUTTON = 12, 4
_LONGEST_COUNTED = 5

Reach = Literal["opens", "line", "start", "hold"]


class _Table(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base of the tables: a field that is not known is an error of the file."""


class Family(_Table, frozen=True, kw_only=True):
    """Phrases of one label: whole lines that head a box, whole lines, beginnings, inner words."""

    opens: tuple[str, ...]
    lines: tuple[str, ...]
    starts: tuple[str, ...]
    holds: tuple[str, ...]


class Sections(_Table, frozen=True, kw_only=True):
    """Names of a newspaper's sections."""

    names: tuple[str, ...]


class Networks(_Table, frozen=True, kw_only=True):
    """Names of social networks, as buttons."""

    names: tuple[str, ...]


class Asides(_Table, frozen=True, kw_only=True):
    """Whole lines that head linked titles within a story."""

    lines: tuple[str, ...]


class Bylines(_Table, frozen=True, kw_only=True):
    """How a line that names the writers begins, what it holds, the words between two names, and
    who signs by name alone."""

    starts: tuple[str, ...]
    holds: tuple[str, ...]
    joins: tuple[str, ...]
    agencies: tuple[str, ...]


class Credits(_Table, frozen=True, kw_only=True):
    """Words and signs of a picture's credit, and words that name a text's source."""

    pictures: tuple[str, ...]
    signs: tuple[str, ...]
    sources: tuple[str, ...]


class Dates(_Table, frozen=True, kw_only=True):
    """Names of months (spellings of each, January first) and weekdays, the ending of the first
    day's number, the marks of hours, and words of date lines."""

    months: tuple[tuple[str, ...], ...]
    ordinal: str
    hours: tuple[str, ...]
    weekdays: tuple[str, ...]
    words: tuple[str, ...]
    published: tuple[str, ...]
    updated: tuple[str, ...]


class Live(_Table, frozen=True, kw_only=True):
    """Words that mark a page told in updates."""

    marks: tuple[str, ...]


class Words(_Table, frozen=True, kw_only=True):
    """The table ``furniture.toml``. Families in order: the first that knows a phrase has it."""

    families: dict[BlockLabel, Family]
    networks: Networks
    asides: Asides
    sections: Sections
    byline: Bylines
    credit: Credits
    dates: Dates
    live: Live


class Cue(msgspec.Struct, frozen=True, gc=False):
    """A family that a line's words point to. ``reach`` tells how much of the line they are, from
    the whole line that heads a box to a word inside; ``count`` how many distinct phrases; ``words``
    how many words the phrase that begins the line has."""

    label: BlockLabel
    reach: Reach
    count: int = 1
    words: int = 0

    @property
    def is_weak(self) -> bool:
        """One word of a menu at the beginning of a line: a sentence may begin with it as well."""
        menu = self.label in {"navigation", "other_boilerplate", "player"}
        return menu and self.reach == "start" and self.count == 1 and self.words == 1


class Furniture:
    """The phrases of one language, ready for lookup by folded line."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.networks = folded(words.networks.names)
        self.asides = folded(words.asides.lines)
        self.sections = folded(words.sections.names)
        self._lines: dict[str, Cue] = {}
        self._alone: dict[str, BlockLabel] = {}
        self._starts: dict[str, list[tuple[str, BlockLabel]]] = {}
        self._held: list[tuple[str, BlockLabel]] = []
        for label, family in words.families.items():
            self._add(label, family)
        for name in self.networks:
            self._lines.setdefault(name, Cue("promo", "line"))
            self._alone.setdefault(name, "promo")
        self._firsts = frozenset(line.split(" ", 1)[0] for line in self._lines)
        phrases = [phrase for phrase, _ in self._held]
        self._matcher = AhoCorasick(phrases, matchkind=MatchKind.LeftmostLongest)

    def _add(self, label: BlockLabel, family: Family) -> None:
        for phrase in family.opens:
            self._lines.setdefault(key_of(phrase), Cue(label, "opens"))
        for phrase in family.lines:
            self._lines.setdefault(key_of(phrase), Cue(label, "line"))
            self._alone.setdefault(key_of(phrase), label)
        for phrase in family.starts:
            key = key_of(phrase)
            if key:
                self._starts.setdefault(key.split(" ", 1)[0], []).append((key, label))
        self._held.extend((key_of(phrase), label) for phrase in family.holds)

    def alone(self, key: str) -> BlockLabel | None:
        """What a whole line is when it heads nothing."""
        return self._alone.get(key)

    def cue(self, key: str) -> Cue | None:
        """What the folded line points to, by its strongest phrase."""
        if not key:
            return None
        if exact := self._lines.get(key):
            return exact
        if key.count(" ") < _LONGEST_ROW:
            line = key.split()
            if not are_words(key) and (exact := self._counted(line)):
                return exact
            if (row := self._row(line)) is not None:
                return Cue(row, "line")
        held = self._hold(key)
        if start := self._start(key):
            label, words = start
            count = 1 + (held.count if held and held.label == label else 0)
            return Cue(label, "start", count, words)
        return held

    def _counted(self, words: Sequence[str]) -> Cue | None:
        """A whole line with a number beside it: "12 commentaires"."""
        if len(words) > _LONGEST_COUNTED:
            return None
        bare = [word for word in words if not word.isdigit()]
        return self._lines.get(" ".join(bare)) if 0 < len(bare) < len(words) else None

    def _row(self, words: Sequence[str]) -> BlockLabel | None:
        """The first label of a line that is nothing but several known lines side by side."""
        if words[0] not in self._firsts or len(words) < 2:
            return None
        first: BlockLabel | None = None
        at = 0
        while at < len(words):
            for size in range(min(_LONGEST_BUTTON, len(words) - at), 0, -1):
                known = self._lines.get(" ".join(words[at : at + size]))
                if known is not None:
                    first = first or known.label
                    at += size
                    break
            else:
                return None
        return first

    def _start(self, key: str) -> tuple[BlockLabel, int] | None:
        """The label of the longest phrase that begins the line, and how many words it has."""
        best: tuple[int, BlockLabel, int] | None = None
        for phrase, label in self._starts.get(key.split(" ", 1)[0], ()):
            whole_words = key.startswith(phrase) and key[len(phrase) : len(phrase) + 1] in {"", " "}
            if whole_words and (best is None or len(phrase) > best[0]):
                best = len(phrase), label, phrase.count(" ") + 1
        return (best[1], best[2]) if best else None

    def _hold(self, key: str) -> Cue | None:
        matches = self._matcher.find_matches_as_indexes(key)
        if not matches:
            return None
        counts: dict[BlockLabel, set[int]] = {}
        for number, start, end in matches:
            if (start == 0 or key[start - 1] == " ") and key[end : end + 1] in {"", " "}:
                counts.setdefault(self._held[number][1], set()).add(number)
        if not counts:
            return None
        label = max(counts, key=lambda name: len(counts[name]))
        return Cue(label, "hold", len(counts[label]))


def folded(phrases: tuple[str, ...]) -> frozenset[str]:
    """The phrases folded as lines are."""
    return frozenset(key_of(phrase) for phrase in phrases)


@cache
def load(language: Language) -> Furniture:
    """The furniture of a language. Raises DataError if its table is wrong."""
    words = language.table("furniture", Words)
    if len(words.dates.months) != 12:
        raise DataError(
            f"The table languages/{language.code}/furniture.toml is wrong.",
            f"It names {len(words.dates.months)} months.",
            "Name twelve.",
        )
    return Furniture(words)
