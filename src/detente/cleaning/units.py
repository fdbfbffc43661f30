"""Units: the stretches of a page that get one label each, and what can be seen of them."""

from __future__ import annotations

import re
import unicodedata
from codecs import charmap_decode
from functools import lru_cache

import msgspec

_PLAIN = {
    code: (unicodedata.normalize("NFKD", chr(code))[0] if chr(code).isalnum() else " ")
    for code in (*range(0x20, 0x250), *range(0x1E00, 0x1F00), *range(0x2000, 0x2C00))
} | str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d"})
# Most pages keep to the letters of Latin-1 but for these: so they are folded byte by byte, at once.
_BEYOND_BYTES = (
    *(("œ", "oe"), ("Œ", "oe"), ("æ", "ae"), ("Æ", "ae"), ("ß", "ss")),
    *((sign, " ") for sign in "’‘“”…–—•€"),
)
_PLAIN_BYTES = "".join(chr(code).lower().translate(_PLAIN)[0] for code in range(256))
_LONGEST_CACHED = 120


class Markup(msgspec.Struct, frozen=True, gc=False):
    """What the DOM says of a unit: its path, the element that holds it, the share of its
    characters inside links, the heading level (0 for none) and the roles that the elements around
    it declare by tag, ARIA role, class or id, outermost first."""

    path: str
    tag: str
    linked: float
    heading: int
    roles: tuple[str, ...]


class Unit(msgspec.Struct, frozen=True, gc=False):
    """One line, wrapped paragraph or DOM block.

    ``start`` and ``end`` are canonical offsets of its words (of the bullet, if it has no words);
    ``text`` is the words on one line; ``key`` the words folded for comparison; ``place`` where it
    hangs on the page (column of a text, parent of a DOM block): blocks of one story share it;
    ``gap`` tells that a blank line stands before.
    """

    start: int
    end: int
    text: str
    key: str
    place: str
    bullet: str | None
    gap: bool
    markup: Markup | None = None


def key_of(words: str) -> str:
    """Lower case without accents and punctuation, one space between words; quick on short
    lines, which recur."""
    return _kept(words) if len(words) <= _LONGEST_CACHED else _folded(words)


def are_words(line: str) -> bool:
    """The line holds letters and spaces only; most entries of menus do."""
    return line.replace(" ", "").isalpha()


def said(words: str) -> tuple[str, str]:
    """Words on one line, one space between them, and their key."""
    return _said_again(words) if len(words) <= _LONGEST_CACHED else _said(words)


def _said(words: str) -> tuple[str, str]:
    if "](" in words or words.startswith(("#", "**", "__")):
        words = _MARKDOWN.sub(r"\1", words)
    text = " ".join(words.split())
    return text, key_of(text)


_said_again = lru_cache(maxsize=65_536)(_said)


def _folded(words: str) -> str:
    """The key of words that hold no buttons."""
    western = words
    if not words.isascii():
        for letter, plain in _BEYOND_BYTES:
            western = western.replace(letter, plain)
    try:
        folded, _ = charmap_decode(western.encode("latin-1"), "strict", _PLAIN_BYTES)
    except UnicodeEncodeError:
        folded = words.lower().translate(_PLAIN)
    return " ".join(folded.split())


@lru_cache(maxsize=65_536)
def _kept(words: str) -> str:
    if "(" in words or "[" in words or "_" in words:
        words = _WIDGET.sub(" ", words)
    if not words[1:].islower():
        words = _GLUE.sub(" ", words)
    return _folded(words)


# What text browsers write for buttons, empty boxes and the numbers of links.
_WIDGET = re.compile(r"\(BUTTON\)|\[ \]|\[\d{1,3}\]|_{4,}", re.IGNORECASE)
# Buttons lose the space between them: "PartagerCommenter".
_GLUE = re.compile(r"(?<=[a-zà-öø-ÿ])(?=[A-ZÀ-ÖØ-Þ])")

# Markdown, as some crawlers write it: pictures go, links keep their words, headings their text.
_MARKDOWN = re.compile(r"!\[[^\]]*\]\([^)]*\)|\[([^\]]*)\]\([^)]*\)|^#+\s|^[*_]{2}|[*_]{2}$")

BULLET = re.compile(r"(?:[*+•·▪◦●■►▶‣→–—-]|o(?=\s)|\d{1,2}[.)])(?=\s|$)\s*")
