"""HTML pages: the canonical text of the whole page and its units, each with its DOM path."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from lxml import etree

from detente.cleaning.hints import hint
from detente.cleaning.units import Markup, Unit, key_of
from detente.errors import PageError

MOST_TAGS = 150_000
MOST_ATTRIBUTES = 5_000
_DROPPED = frozenset({
    "script", "style", "noscript", "template", "svg", "iframe", "head", "object", "embed",
    "select", "option", "canvas", "math", "textarea", "input", "map", "link", "meta",
})  # fmt: skip
_BLOCKS = frozenset({
    "html", "body", "p", "div", "li", "ul", "ol", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5",
    "h6", "section", "article", "aside", "nav", "header", "footer", "main", "table", "tbody",
    "thead", "tfoot", "tr", "td", "th", "caption", "figure", "figcaption", "blockquote", "pre",
    "form", "fieldset", "legend", "address", "hr", "details", "summary", "dialog", "button",
    "label", "menu", "video", "audio", "center",
})  # fmt: skip
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_SPACE = re.compile(r"\s+")
_EMPTY_LINE = re.compile(r"\n[\s\u200b\u2060\ufeff]*\n")
_LARGEST_SHARE = 0.4
_TAG = re.compile(r"<[A-Za-z][\w:-]*\s[^<]*$")
_VALUE = re.compile(r"\"[^\"]*\"|'[^']*'")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")


@dataclass(slots=True)
class _Open:
    """An element on the way down, with what its ancestors say."""

    element: etree._Element
    above: _Open | None
    tag: str
    linked: bool
    heading: int
    hints: tuple[tuple[str, str], ...]
    holder: etree._Element


@dataclass(slots=True)
class _Draft:
    """A unit before the hints around it are weighed."""

    text: str
    linked: int
    where: _Open


def parse(content: str) -> etree._Element:
    """The tree of an HTML page. Raises PageError if there is none."""
    if content.count("<") > MOST_TAGS:
        raise PageError(
            "The page has too many elements.",
            f"It has more than {MOST_TAGS:,} tags, many times those of any press page.",
            "Leave it out, or give its text.",
        )
    if any(_has_too_many_attributes(part) for part in content.split(">")):
        raise PageError(
            "The page has an element with too many attributes.",
            f"It has more than {MOST_ATTRIBUTES:,}, many times those of any press page's.",
            "Leave it out, or give its text.",
        )
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = etree.fromstring(_CONTROLS.sub("", content).encode(), parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise PageError("The page is no HTML.", str(error), "Give it as text.") from error
    if tree is None:
        raise PageError("The page is no HTML.", "It holds no element.", "Give it as text.")
    if any("depth" in entry.message.lower() for entry in parser.error_log):
        raise PageError(
            "The page is nested too deeply.",
            "Its elements nest beyond any press page's; the parser gave up.",
            "Leave it out, or give its text.",
        )
    return tree


def _has_too_many_attributes(part: str) -> bool:
    """What stands before a ``>`` is a tag with more attributes than the parser, which compares
    each with all before it, gets through in bounded time."""
    if len(part) < MOST_ATTRIBUTES:
        return False
    tag = _TAG.search(part)
    return tag is not None and len(_VALUE.sub("", tag[0]).split()) > MOST_ATTRIBUTES


def text_and_units(tree: etree._Element) -> tuple[str, list[Unit]]:
    """The canonical text of a page, furniture included, one line a unit, and the units."""
    drafts = _Walk().drafts(tree)
    misleading = _misleading(drafts)
    paths = etree.ElementTree(tree)
    lines: list[str] = []
    units: list[Unit] = []
    at = 0
    for draft in drafts:
        units.append(_unit(draft, at, misleading, paths))
        lines.append(draft.text)
        at += len(draft.text) + 1
    return "\n".join(lines), units


def _unit(draft: _Draft, start: int, misleading: frozenset[str], paths: etree._ElementTree) -> Unit:
    where = draft.where
    roles = [family for node, family in where.hints if node not in misleading]
    path = paths.getpath(where.holder)
    parent = where.holder.getparent()
    kind = parent.get("class", "") if parent is not None else ""
    chain = re.sub(r"\[\d+\]", "", path.rpartition("/")[0])
    return Unit(
        start=start,
        end=start + len(draft.text),
        text=" ".join(draft.text.split()),
        key=key_of(draft.text),
        place=f"{chain} {kind} {roles[0] if roles else ''}",
        bullet="*" if where.holder.tag == "li" else None,
        gap=where.heading > 0,
        markup=Markup(
            path=path,
            tag=where.holder.tag,
            linked=draft.linked / max(1, len(draft.text)),
            heading=where.heading,
            roles=tuple(reversed(roles)),
        ),
    )


def _misleading(drafts: list[_Draft]) -> frozenset[str]:
    """Kinds of element whose hint cannot be meant of the text inside, for they hold much of the
    page's."""
    mass: Counter[str] = Counter()
    whole = 0
    for draft in drafts:
        size = len(draft.text) if len(draft.text) > 80 and draft.linked * 2 < len(draft.text) else 0
        whole += size
        for node, _ in draft.where.hints:
            mass[node] += size
    return frozenset(node for node, size in mass.items() if size > _LARGEST_SHARE * whole)


def _is_hidden(attributes: dict[str, str]) -> bool:
    return "hidden" in attributes or _HIDDEN.search(attributes.get("style", "")) is not None


class _Walk:
    """Goes through a tree in document order without recursion and cuts it into units."""

    def __init__(self) -> None:
        self._drafts: list[_Draft] = []
        self._pieces: list[str] = []
        self._linked = 0

    def drafts(self, tree: etree._Element) -> list[_Draft]:
        """The units of the tree that have words, in order."""
        root = _Open(tree, None, "html", False, 0, (), tree)
        stack: list[tuple[_Open, bool]] = [(root, False)]
        while stack:
            here, leaving = stack.pop()
            if leaving:
                self._leave(here)
            elif here.tag in _DROPPED:
                self._add(here.element.tail, here.above)
            else:
                self._enter(here)
                stack.append((here, True))
                children = (c for c in reversed(here.element) if isinstance(c.tag, str))
                stack.extend((self._open(child, here), False) for child in children)
        return self._drafts

    def _open(self, element: etree._Element, above: _Open) -> _Open:
        tag = element.tag
        hints = above.hints
        attributes = element.attrib
        block = tag in _BLOCKS
        if block or attributes:
            named = {str(name): str(value) for name, value in attributes.items()}
            found = "hidden" if _is_hidden(named) else hint(tag, named)
            if found is not None:
                name = named.get("class") or named.get("id") or tag
                hints = ((f"{tag} {name}", found), *hints)
        return _Open(
            element,
            above,
            tag,
            above.linked or tag == "a",
            _HEADINGS.get(tag, above.heading),
            hints,
            element if block else above.holder,
        )

    def _enter(self, here: _Open) -> None:
        if here.tag == "br":
            self._pieces.append("\n")
        elif here.tag in _BLOCKS and here.above is not None:
            self._flush(here.above)
        self._add(here.element.text, here)

    def _leave(self, here: _Open) -> None:
        if here.tag in _BLOCKS:
            self._flush(here)
        if here.above is not None:
            self._add(here.element.tail, here.above)

    def _add(self, words: str | None, where: _Open | None) -> None:
        if words and where is not None:
            plain = _SPACE.sub(" ", words)
            self._pieces.append(plain)
            if where.linked:
                self._linked += len(plain)

    def _flush(self, where: _Open) -> None:
        """Ends the unit that ``where`` holds; an empty line inside it parts it in two."""
        if not self._pieces:
            return
        flowed = "".join(self._pieces)
        linked = self._linked
        self._pieces, self._linked = [], 0
        for part in _EMPTY_LINE.split(flowed):
            lines = (" ".join(line.split()) for line in part.split("\n"))
            if text := "\n".join(line for line in lines if line):
                self._drafts.append(_Draft(text, min(linked, len(text)), where))
