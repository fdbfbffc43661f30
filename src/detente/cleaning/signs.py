"""Signs: lines that say who wrote a page, when, and after which sources."""

from __future__ import annotations

import re
from functools import lru_cache

from detente.cleaning.furniture import Furniture, folded
from detente.cleaning.traits import Observer, Trait
from detente.cleaning.units import key_of

_SLASHED = re.compile(r"[A-ZÀ-Þ][^/]{1,30}(?:\s?/\s?[A-ZÀ-Þ][^/]{1,40}){1,3}")
_NAME_WORD = r"(?:[A-ZÀ-Þ][\w'’.-]+|[a-z]{1,3})"
_NAME = re.compile(rf"[A-ZÀ-Þ][\w'’.-]+(?:[ ,]+{_NAME_WORD})*")
_INITIALS = re.compile(r"[A-Za-z]{2,4}(?:\s?[/,-]\s?[A-Za-z]{2,8})*")
_YEAR = re.compile(r"\b\d\d(?:\d\d)?\b")
LONGEST_BYLINE = 110
_LONGEST_DATED = 140


class Signs:
    """Bylines, date lines and sources, by the words of a language."""

    def __init__(self, furniture: Furniture, observer: Observer) -> None:
        words = furniture.words
        self.calendar = observer.calendar
        self.sections = furniture.sections
        self.alone = furniture.alone
        self._agencies = folded(words.byline.agencies)
        self._starts = _by_first_word(folded(words.byline.starts))
        self._holds = tuple(f" {phrase} " for phrase in sorted(folded(words.byline.holds)))
        self._published = tuple(sorted(folded(words.dates.published + words.dates.updated)))
        self._sources = folded(words.credit.sources)
        self._names_writers_again = lru_cache(maxsize=16_384)(self._names_writers)

    def is_pubdate(self, trait: Trait) -> bool:
        """A date line, or a short line that says "published" or signs, with a full date."""
        text = trait.unit.text
        if trait.kind == "date":
            return bool(self.calendar.find(text)) or " " in text
        short = trait.size <= _LONGEST_DATED and trait.kind != "prose"
        if not short or not _YEAR.search(text) or not self.calendar.find(text):
            return False
        said = any(phrase in trait.unit.key for phrase in self._published)
        return said or (self.is_byline(trait, True) and not self.is_signed(trait))

    def is_signed(self, trait: Trait) -> bool:
        """A name with a date beside it, the name the longer: "Prénom Nom | 04.12.2022"."""
        text = trait.unit.text
        dates = self.calendar.find(text) if trait.size <= LONGEST_BYLINE else []
        if not dates:
            return False
        name = (text[: dates[0].start] + text[dates[-1].end :]).strip(" |,-–—·•/:")
        longer = len(name) > sum(date.end - date.start for date in dates)
        return longer and len(name.split()) >= 2 and _NAME.fullmatch(name) is not None

    def is_signature(self, trait: Trait) -> bool:
        """A short line that names the writers, or says when the page was published."""
        if trait.kind == "date":
            return any(phrase in trait.unit.key for phrase in self._published)
        if trait.kind not in {"short", "headline"} or trait.cue is not None:
            return False
        return self.is_byline(trait, False) or self.is_pubdate(trait)

    def is_dateline(self, trait: Trait) -> bool:
        """Agency, place and writer between slashes: "AG / Ville / Prénom Nom"."""
        return trait.size <= 80 and _SLASHED.fullmatch(trait.unit.text) is not None

    def is_byline(self, trait: Trait, at_edge: bool) -> bool:
        """A line that names the writers; at the edge of the story a bare name, or a word of the
        trade, is enough."""
        if trait.size > LONGEST_BYLINE or trait.kind == "prose":
            return False
        return self._names_writers_again(trait.unit.text, trait.unit.key, at_edge)

    def _names_writers(self, text: str, key: str, at_edge: bool) -> bool:
        if key in self._agencies:
            return True
        for start, size in self._starts.get(key.split(" ", 1)[0], ()):
            if key == start or key.startswith(start + " "):
                return key == start or text.split(None, size)[-1][:1].isupper()
        if not at_edge:
            return False
        words = text.split()
        if any(key_of(word) in self.sections for word in (text, *words)):
            return False
        named = 2 <= len(words) <= 6 and _NAME.fullmatch(text) is not None
        trade = any(phrase in f" {key} " for phrase in self._holds)
        return named or trade or (_INITIALS.fullmatch(text) is not None and text.islower())

    def is_source(self, trait: Trait) -> bool:
        """The line names the sources of the text."""
        first = trait.unit.key.split(" ", 1)[0]
        return trait.size <= 120 and first in self._sources and ":" in trait.unit.text[:12]


def _by_first_word(phrases: frozenset[str]) -> dict[str, list[tuple[str, int]]]:
    """Phrases with their number of words, longest first, by the word they begin with."""
    found: dict[str, list[tuple[str, int]]] = {}
    for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase)):
        found.setdefault(phrase.split(" ", 1)[0], []).append((phrase, phrase.count(" ") + 1))
    return found
