"""Traits: what kind of line a unit is, before anything is known of the page around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

import msgspec

from detente.cleaning.dates import Calendar, calendar
from detente.cleaning.furniture import Cue, Furniture, folded
from detente.cleaning.units import Markup, Unit, are_words, key_of
from detente.records import BlockLabel

Kind = Literal["prose", "headline", "short", "date", "clock", "signs"]

_CLOSING = "»”\"')]’ "
_SENTENCE = re.compile(r"[.!?…][»”\"')\]]?\s+[«“\"(]?\s?[A-ZÀ-Þ]")
_CODE_LINE = re.compile(r"[{};]\s*$|^#\w+$|^/\w+/|^\[\s*\w*\s*\]$")
_CODE_WORD = re.compile(r"https?://|www\.|[?&]\w+=|^\W?\w{40,}|^[a-z]+_[a-z]+")
_CODE_MARKS = ("_", "//", "www.", "{", "}", ";", "[", "=", "%")
_PLAYED = re.compile(r"[/|•·]\s*\d+\s*min\b")
_ELAPSED = re.compile(r"\d{1,2}:\d\d(?::\d\d)?\s*/\s*\d{1,2}:\d\d(?::\d\d)?")
_SHORTEST_PROSE = 55
_LONG = 180
_LONGEST_CREDIT = 6
_LONGEST_CODE = 600
_LONGEST_WORD = 40
_CREDIT_REACH = 60
_LINKED = 0.7
# Boxes that hold no paragraphs: one inside is the story's, and the name means something else.
_SLIGHT = frozenset({"share", "tags", "player", "promo"})
_FURNITURE: dict[str | None, BlockLabel] = {
    "navigation": "navigation",
    "share": "share",
    "promo": "promo",
    "tags": "tags",
    "related": "related",
    "comments": "comments",
    "consent": "consent",
    "player": "player",
    "hidden": "other_boilerplate",
}
_HEADLINE = 36
_SHORT_LINE = 160
_LONGEST_NOTICE = 160
LONGEST_LINE = 100_000
_LONGEST_DATE = 120
_DIGIT = re.compile(r"\d")
_BEFORE_CREDIT = (". ", "(", "/", " - ", ") ", " via ")


_RECURRING = Cue("other_boilerplate", "line")


class Trait(msgspec.Struct, frozen=True, gc=False):
    """A unit with its kind, its ``size`` in characters, the furniture that its words or its
    elements point to, whether it credits a picture (and does nothing else) or heads linked titles
    within a story, whether it is a social network's button, and the role that the innermost
    telling element around it declares.

    ``is_furniture`` tells that its words alone make it furniture, ``is_paragraph`` that it is
    prose and no furniture, ``opens`` that it heads a box of furniture.
    """

    unit: Unit
    kind: Kind
    cue: Cue | None
    is_furniture: bool
    is_paragraph: bool
    opens: bool
    size: int
    credit: bool
    bare_credit: bool
    heads_aside: bool
    network: bool
    role: str | None = None

    def says(self, label: str) -> bool:
        """Its words point to that family."""
        return self.cue is not None and self.cue.label == label


class _Look(NamedTuple):
    """What the words of a line alone tell; fields as in :class:`Trait`."""

    kind: Kind
    cue: Cue | None
    is_furniture: bool
    is_paragraph: bool
    opens: bool
    size: int
    credit: bool
    bare_credit: bool
    heads_aside: bool
    network: bool

    def seen_as(self, kind: Kind, cue: Cue | None) -> _Look:
        """The same words, of another kind or as other furniture."""
        furniture, paragraph, opens = _weighed(kind, cue, self.size)
        return self._replace(
            kind=kind, cue=cue, is_furniture=furniture, is_paragraph=paragraph, opens=opens
        )


def _weighed(kind: Kind, cue: Cue | None, size: int) -> tuple[bool, bool, bool]:
    """Whether a line is furniture, a paragraph, and heads a box. A paragraph is furniture if it
    has more than one phrase inside, or is short and begins with one."""
    if cue is None:
        return False, kind == "prose", False
    furniture = kind != "prose" or cue.reach in {"opens", "line"} or cue.count > 1
    if not furniture:
        furniture = cue.reach == "start" and size < _LONGEST_NOTICE and not cue.is_weak
    return furniture, kind == "prose" and not furniture, cue.reach == "opens"


class Observer:
    """Sees the traits of units with the words of a language."""

    def __init__(self, furniture: Furniture) -> None:
        self._furniture = furniture
        self.calendar: Calendar = calendar(furniture.words.dates)
        credit = furniture.words.credit
        self._pictures = folded(credit.pictures)
        self._signs = credit.signs
        self._longest_phrase = max(len(phrase.split()) for phrase in self._pictures)
        # Menus recur from page to page of a site, and within one.
        self._look_again = lru_cache(maxsize=32_768)(self._look)

    def traits(self, units: Sequence[Unit], recurring: frozenset[str] = frozenset()) -> list[Trait]:
        """The traits of every unit, in order. A paragraph whose key is ``recurring`` on the site
        is furniture whatever it says."""
        return [self._trait(unit, recurring) for unit in units]

    def _trait(self, unit: Unit, recurring: frozenset[str]) -> Trait:
        short = len(unit.text) <= _SHORT_LINE
        look = (self._look_again if short else self._look)(unit.text, unit.key)
        role = None
        if unit.markup is not None:
            role = unit.markup.roles[-1] if unit.markup.roles else None
            look = _marked_up(look, role, unit.markup)
        if look.kind == "prose" and unit.key in recurring:
            look = look.seen_as("prose", _RECURRING)
        return Trait(unit, *look, role)

    def _look(self, text: str, key: str) -> _Look:
        kind, size = self._kind(text, key), len(text)
        cue = None if kind in {"date", "clock"} else self._furniture.cue(key)
        played = kind == "headline" and _PLAYED.search(text)
        if (cue is None and played) or (kind != "prose" and _ELAPSED.fullmatch(text)):
            cue = Cue("player", "line")
        networks = self._furniture.networks
        row = cue is not None and cue.label == "promo" and cue.reach == "line"
        network = key in networks or (row and key.split(" ", 1)[0] in networks)
        before = self._before_credit(text)
        bare = before is not None and len(before.split()) <= 2 and kind != "prose"
        aside = key in self._furniture.asides
        weighed = _weighed(kind, cue, size)
        return _Look(kind, cue, *weighed, size, before is not None, bare, aside, network)

    def _kind(self, text: str, key: str) -> Kind:
        size = len(text)
        if size > LONGEST_LINE:
            return "signs"
        if size <= 1 or not key or (size <= _LONGEST_CODE and is_code(text)):
            return "signs"
        if size < _LONGEST_DATE and _DIGIT.search(text):
            if size < 20 and self.calendar.is_clock(text):
                return "clock"
            if self.calendar.is_date_line(text):
                return "date"
        if is_prose(text):
            return "prose"
        return "headline" if size >= _HEADLINE and " " in text else "short"

    def _before_credit(self, text: str) -> str | None:
        """What stands before the credit that ends the line ("© Agence", "(Prénom Nom/AFP)");
        ``None`` if there is no credit."""
        if len(text) > 700:
            return None
        if signs := [at for sign in self._signs if (at := text.find(sign)) >= 0]:
            return text[: min(signs)]
        if are_words(text) and " via " not in text:
            return None
        start = max(0, len(text) - _CREDIT_REACH)
        cut = max([text.rfind(mark, start) for mark in _BEFORE_CREDIT])
        if cut < 0:
            return None
        words = key_of(text[cut:]).split()
        known = len(words) <= _LONGEST_CREDIT and any(
            " ".join(words[:n]) in self._pictures or " ".join(words[-n:]) in self._pictures
            for n in range(1, self._longest_phrase + 1)
        )
        return text[:cut] if known else None


def _marked_up(look: _Look, role: str | None, markup: Markup) -> _Look:
    """What the words tell, corrected by the elements around them."""
    kind, cue = look.kind, look.cue
    if kind == "prose" and markup.linked >= _LINKED:
        kind = "headline"
    known = cue is not None and cue.reach != "hold" and kind != "prose"
    if role in _FURNITURE and not known and not (kind == "prose" and role in _SLIGHT):
        cue = Cue(_FURNITURE[role], "hold", 2)
    return look if (kind, cue) == (look.kind, look.cue) else look.seen_as(kind, cue)


def is_code(text: str) -> bool:
    """A line for machines: an address, a script, names of icons, a token without end."""
    if " " not in text:
        plain = len(text) < _LONGEST_WORD and text.isalpha()
    else:
        plain = are_words(text) or not any(mark in text for mark in _CODE_MARKS)
    if plain:
        return False
    if _CODE_LINE.search(text):
        return True
    words = text.split()
    odd = [word for word in words if len(word) >= _LONGEST_WORD or not word.isalpha()]
    return 3 * len([word for word in odd if _CODE_WORD.search(word)]) >= len(words)


def is_prose(text: str) -> bool:
    """Sentences rather than a heading: long enough, mostly in lower case, and closed by a full
    stop (or so long that it can be nothing else)."""
    size = len(text)
    if size < _SHORTEST_PROSE:
        return False
    words = text.split()
    lower = sum(map(str.islower, [word[0] for word in words]))
    if len(words) < 8 or lower * 3 < len(words):
        return False
    last = text.rstrip(_CLOSING)[-1:]
    if last in {".", ":", ";"} and not text.endswith("..."):
        return True
    if lower * 2 < len(words):
        return False
    return (last in {"!", "?", "…", "."} and size >= 120) or (
        size >= 130 and (_SENTENCE.search(text) is not None or size >= 250)
    )
