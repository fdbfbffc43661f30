"""From bytes to text: which encoding a page is in, and whether it is text at all."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from detente.errors import PageError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""")
_HEAD = 4096
_SAMPLE = 65_536
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
# What French and its neighbours write beyond ASCII in running text, and the encodings that old
# pages have it in, most likely first.
_WESTERN = frozenset("àâçéèêëîïôùûüÿœæáíóúñãõäößåøìòÉÈÊÀÂÇÔÎŒ«»‘’“”–—…•€°·©®™†\xa0")
_OLD = ("cp1252", "mac-roman", "cp850")
_FEW, _MOST = 0.35, 0.97


def decode(raw: bytes, declared: str | None = None, markup: bool = False) -> tuple[str, str]:
    """The text of ``raw`` without its byte-order mark, and the encoding it was in.

    In order: byte-order mark, UTF-8, the encoding ``declared`` by the carrier (HTTP), the one that
    the markup declares, windows-1252 (or an older encoding) if that makes French of the bytes
    above ASCII, and what charset-normalizer finds. UTF-8 with a few broken bytes stays UTF-8,
    the bytes replaced. Raises PageError if the bytes are no text.
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _checked(raw[len(mark) :].decode(encoding, errors="replace")), encoding
    try:
        return _checked(raw.decode("utf-8")), "utf-8"
    except UnicodeDecodeError:
        pass
    if b"\x00" in raw[:_SAMPLE]:
        raise PageError("The page is not text.", "It holds zero bytes.", "Give text or HTML.")
    for encoding in _candidates(raw, declared, markup):
        text = _attempt(raw, encoding)
        if text is not None:
            return _checked(text), encoding
    raise PageError(
        "The page's encoding is not known.",
        "It is neither UTF-8 nor any encoding that its bytes or its markup suggest.",
        "Convert it to UTF-8.",
    )


def _candidates(raw: bytes, declared: str | None, markup: bool) -> list[str]:
    found = [declared] if declared else []
    if markup and (match := _DECLARED.search(raw, 0, _HEAD)):
        found.append(match[1].decode("ascii"))
    # A page that declares UTF-8 and is nearly all UTF-8 has a few broken bytes, no other encoding.
    if _is_nearly_utf8(raw):
        found.insert(0, "utf-8")
    elif (western := _western(raw)) is not None:
        found.append(western)
    best = from_bytes(raw[:_SAMPLE]).best()
    if best is not None:
        found.append(best.encoding)
    return found


def _attempt(raw: bytes, encoding: str) -> str | None:
    try:
        name = codecs.lookup(encoding).name
    except LookupError:
        return None
    if name in {"iso8859-1", "ascii"}:
        name = "cp1252"  # as browsers read it: the C1 controls of Latin-1 never occur in pages
    lenient = name in {"utf-8", "cp1252"}
    if name == "utf-8" and not _is_nearly_utf8(raw):
        return None
    try:
        return raw.decode(name, errors="replace" if lenient else "strict")
    except (UnicodeDecodeError, LookupError, ValueError):
        return None


def _is_nearly_utf8(raw: bytes) -> bool:
    """At least nine in ten of the characters above ASCII are sound UTF-8."""
    text = raw.decode("utf-8", errors="replace")
    broken = text.count("�")
    beyond = sum(1 for char in text if char > "\x7f")
    return broken * 10 <= beyond


def _western(raw: bytes) -> str | None:
    """The old encoding in which the few bytes above ASCII are letters and marks of French."""
    sample = raw[:_SAMPLE]
    high = bytes(byte for byte in sample if byte > 0x7F)
    if not high or len(high) > _FEW * len(sample):
        return None
    shares = {
        name: sum(char in _WESTERN for char in high.decode(name, errors="replace")) / len(high)
        for name in _OLD
    }
    best = max(_OLD, key=lambda name: shares[name])
    return best if shares[best] >= _MOST else None


def _checked(text: str) -> str:
    """The text itself, unless it is binary data that happened to decode."""
    sample = text[:_SAMPLE]
    if len(_CONTROL.findall(sample)) > 0.01 * len(sample) + 2:
        raise PageError(
            "The page is not text.", "It is full of control characters.", "Give text or HTML."
        )
    return text
