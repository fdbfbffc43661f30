"""What an HTML page declares of itself outside its text: JSON-LD, OpenGraph, meta, microdata."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from detente.records import DateEvidence, Metadata

_ARTICLES = ("Article", "Posting", "Report", "News")
_DEEPEST = 6
_PUBLISHED = frozenset({
    "article:published_time", "og:published_time", "datepublished", "date", "pubdate",
    "publishdate", "publish-date", "dc.date", "dc.date.issued", "dcterms.date",
    "dcterms.created", "date.created", "article.published", "parsely-pub-date", "sailthru.date",
    "cxenseparse:recs:publishtime",
})  # fmt: skip
_MODIFIED = frozenset({
    "article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "lastmod",
})  # fmt: skip
_AUTHORS = ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author")
_TAGS = ("article:tag", "news_keywords", "keywords", "parsely-tags")


@dataclass(slots=True)
class Head:
    """The declarations of one page, each kind in order of trust."""

    titles: list[str] = field(default_factory=list)
    outlets: list[str] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)
    sections: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    published: list[tuple[str, str]] = field(default_factory=list)
    modified: list[tuple[str, str]] = field(default_factory=list)

    @property
    def title(self) -> str | None:
        """The title, as the most trusted declaration gives it."""
        return self.titles[0] if self.titles else None


def read_head(tree: etree._Element) -> Head:
    """The declarations of a page; malformed ones are passed over."""
    head = Head()
    for thing in _linked_data(tree):
        _take_thing(thing, head)
    _take_meta(tree, head)
    for element in tree.iterfind(".//title"):
        head.titles.append(" ".join((element.text or "").split()))
        break
    for element in tree.iterfind(".//*[@itemprop='datePublished']"):
        value = element.get("content") or element.get("datetime")
        if value:
            head.published.append((value, "microdata datePublished"))
    for element in tree.iterfind(".//time[@pubdate]"):
        if value := element.get("datetime"):
            head.published.append((value, "time element marked as publication date"))
    head.titles = [title for title in head.titles if title]
    return head


def declared_dates(head: Head) -> list[DateEvidence]:
    """The dates that the head declares, as evidence, publication before last change."""
    found: dict[str, DateEvidence] = {}
    for value, where in head.published:
        if (day := _day(value)) is not None:
            found.setdefault(day, _evidence(value, where, day))
    for value, where in head.modified:
        if (day := _day(value)) is not None:
            found.setdefault(f"../{day}", _evidence(value, where, f"../{day}"))
    return list(found.values())


def merged(head: Head, visible: Metadata) -> Metadata:
    """Metadata of the head, completed by what the page shows."""
    return Metadata(
        title=visible.title or head.title,
        outlet=visible.outlet or (head.outlets[0] if head.outlets else None),
        authors=tuple(dict.fromkeys(head.authors)) or visible.authors,
        section=head.sections[0] if head.sections else visible.section,
        tags=tuple(dict.fromkeys(head.tags)) or visible.tags,
        related=visible.related,
    )


def _day(value: str) -> str | None:
    """The ISO day that a declared time begins with."""
    try:
        return dt.date.fromisoformat(value.strip()[:10]).isoformat()
    except ValueError:
        return None


def _evidence(value: str, where: str, supports: str) -> DateEvidence:
    return DateEvidence(
        start=None,
        end=None,
        text=value,
        because=f"declared by the page: {where}",
        supports=supports,
    )


def _linked_data(tree: etree._Element) -> Iterator[dict[str, Any]]:
    """The article objects of the page's JSON-LD."""
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        try:
            data = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for thing in _things(data, 0):
            kind = thing.get("@type")
            kinds = kind if isinstance(kind, list) else [kind]
            if any(isinstance(k, str) and k.endswith(_ARTICLES) for k in kinds):
                yield thing


def _things(data: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(data, list):
        for item in data:
            yield from _things(item, depth + 1)
    elif isinstance(data, dict):
        yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            if key in data:
                yield from _things(data[key], depth + 1)


def _take_thing(thing: dict[str, Any], head: Head) -> None:
    head.titles.extend(_names(thing.get("headline")))
    head.outlets.extend(_names(thing.get("publisher")))
    head.authors.extend(_names(thing.get("author")))
    head.sections.extend(_names(thing.get("articleSection")))
    head.tags.extend(tag for name in _names(thing.get("keywords")) for tag in _split(name))
    head.published.extend((d, "JSON-LD datePublished") for d in _names(thing.get("datePublished")))
    head.modified.extend((d, "JSON-LD dateModified") for d in _names(thing.get("dateModified")))


def _names(value: Any) -> list[str]:
    """The names in a JSON-LD value: a string, an object with a name, or a list of these."""
    if isinstance(value, str):
        return [" ".join(value.split())] if value.strip() else []
    if isinstance(value, dict):
        return _names(value.get("name"))
    if isinstance(value, list):
        return [name for item in value if not isinstance(item, list) for name in _names(item)]
    return []


def _take_meta(tree: etree._Element, head: Head) -> None:
    for meta in tree.iterfind(".//meta"):
        content = (meta.get("content") or "").strip()
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        if not content or not name:
            continue
        if name in {"og:title", "twitter:title"}:
            head.titles.append(content)
        elif name == "og:site_name":
            head.outlets.append(content)
        elif name in _PUBLISHED:
            head.published.append((content, f"meta {name}"))
        elif name in _MODIFIED:
            head.modified.append((content, f"meta {name}"))
        elif name == "article:section":
            head.sections.append(content)
        elif name in _AUTHORS and "://" not in content:
            head.authors.append(content)
        elif name in _TAGS:
            head.tags.extend(_split(content))


def _split(names: str) -> list[str]:
    return [name.strip() for name in names.split(",") if name.strip()]
