"""Which pages are independent sources: near-copies and stories of one agency count once.

Two pages are near-copies if the word 5-grams of their content blocks overlap by half, estimated
from bottom-k sketches (Broder 1997).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib import resources
from pathlib import PurePath

import msgspec
import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from detente.days import Interval
from detente.linking import candidates
from detente.linking.claims import Source
from detente.linking.clusters import Links, grow
from detente.linking.ledger import Ledger
from detente.linking.words import Hashes, Ragged, Words, grams
from detente.records import CONTENT_LABELS
from detente.text import fold

SIZE = 64
"""Hashes kept of a page."""
_KEYS = 24
_COPY = 0.5
_AT_ONCE = 2000
_NONE = np.uint64(2**64 - 1)


class _Agencies(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    names: dict[str, tuple[str, ...]]


def read(
    ledger: Ledger, words: Words, memory: pa.Table | None
) -> tuple[dict[str, Source], pa.Table]:
    """Every page as a source, by id, and the sketches to remember."""
    columns = ("page_id", "source", "sha256", "outlet", "language", "credit", "authors")
    days = ("published_earliest", "published_latest")
    pages = ledger.found("page", (*columns, *days)).to_pylist()
    sketches = _sketches(ledger, words, pages, memory)
    copies = _copies([sketches[page["page_id"]] for page in pages])
    found = {
        page["page_id"]: Source(
            page=page["page_id"],
            name=PurePath(page["source"]).name if page["source"] else page["page_id"],
            outlet=page["outlet"],
            language=page["language"],
            published=Interval(
                Interval.of(page["published_earliest"]).earliest,
                Interval.of(page["published_latest"]).latest,
            ),
            agency=agency(" ".join((page["credit"] or "", *(page["authors"] or ())))),
            copies=pages[copies[number]]["page_id"],
        )
        for number, page in enumerate(pages)
    }
    ids = [page["page_id"] for page in pages]
    kept = pa.table(
        {
            "page": pa.array(ids, pa.string()),
            "sha256": pa.array([page["sha256"] for page in pages], pa.string()),
            "sketch": pa.array([sketches[id] for id in ids], pa.list_(pa.uint64())),
        }
    )
    return found, kept


def agency(credit: str) -> str | None:
    """The one news agency that a credit or byline names; none if it names several."""
    folded = fold(credit) if credit.strip() else ""
    if not folded:
        return None
    found = {name for name, pattern in _agencies() if pattern.search(folded)}
    return found.pop() if len(found) == 1 else None


@cache
def _agencies() -> tuple[tuple[str, re.Pattern[str]], ...]:
    data = resources.files(__package__).joinpath("agencies.toml").read_bytes()
    names = msgspec.toml.decode(data, type=_Agencies).names
    return tuple(
        (name, re.compile(rf"\b(?:{'|'.join(re.escape(fold(form)) for form in forms)})\b"))
        for name, forms in names.items()
    )


def _sketches(
    ledger: Ledger,
    words: Words,
    pages: Sequence[Mapping[str, object]],
    memory: pa.Table | None,
) -> dict[str, Hashes]:
    known = _remembered(memory)
    wanted = {(page["page_id"], page["sha256"]) for page in pages}
    found = {str(key[0]): sketch for key, sketch in known.items() if key in wanted}
    missing = sorted(str(page["page_id"]) for page in pages if page["page_id"] not in found)
    for at in range(0, len(missing), _AT_ONCE):
        some = list(_contents(ledger, missing[at : at + _AT_ONCE]))
        hashes, owners = grams(Ragged.of([words.stems(content) for _, content in some]), 5)
        smallest = _smallest(hashes, owners, len(some))
        found.update(zip((page for page, _ in some), smallest, strict=True))
    return found


def _smallest(hashes: Hashes, owners: candidates.Numbers, many: int) -> list[Hashes]:
    """The smallest different hashes of each page, in order."""
    order = np.lexsort((hashes, owners))
    hashes, owners = hashes[order], owners[order]
    fresh = np.ones(len(hashes), bool)
    fresh[1:] = (hashes[1:] != hashes[:-1]) | (owners[1:] != owners[:-1])
    hashes, owners = hashes[fresh], owners[fresh]
    stops = np.searchsorted(owners, np.arange(many), side="right")
    starts = np.searchsorted(owners, np.arange(many), side="left")
    return [
        hashes[start : min(stop, start + SIZE)] for start, stop in zip(starts, stops, strict=True)
    ]


def _remembered(memory: pa.Table | None) -> dict[tuple[str, str | None], Hashes]:
    if memory is None:
        return {}
    flat = pc.list_flatten(memory["sketch"]).to_numpy()
    sizes = pc.list_value_length(memory["sketch"]).to_numpy()
    stops = np.cumsum(sizes)
    pages = zip(memory["page"].to_pylist(), memory["sha256"].to_pylist(), strict=True)
    return {
        (str(page), digest): flat[stop - size : stop]
        for (page, digest), size, stop in zip(pages, sizes, stops, strict=True)
    }


def _contents(ledger: Ledger, ids: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The words of the content blocks of some pages."""
    texts = ledger.found("page", ("page_id", "text"), only=ids).to_pylist()
    blocks: dict[str, list[tuple[int, int]]] = {}
    for block in ledger.found("block", ("page_id", "start", "end", "label"), only=ids).to_pylist():
        if block["label"] in CONTENT_LABELS:
            blocks.setdefault(block["page_id"], []).append((block["start"], block["end"]))
    for row in texts:
        spans = blocks.get(row["page_id"], ())
        yield row["page_id"], "\n".join(row["text"][start:end] for start, end in spans)


def _copies(sketches: Sequence[Hashes]) -> list[int]:
    """For each page, the first page of its group of near-copies."""
    keys = [sketch[:_KEYS] for sketch in sketches]
    owners = np.repeat(np.arange(len(keys), dtype=np.int32), [len(key) for key in keys])
    flat = np.concatenate(keys) if keys else np.empty(0, np.uint64)
    pairs = candidates.unpacked(candidates.codes(flat, owners, at_least=_KEYS // 4))
    overlaps = _overlaps(sketches, pairs)
    links = Links(pairs[overlaps >= _COPY], overlaps[overlaps >= _COPY])
    first = list(range(len(sketches)))
    for cluster in grow(len(sketches), links, _Copies()):
        for member in cluster.members:
            first[member] = cluster.members[0]
    return first


class _Copies:
    """A copy of a copy is a copy."""

    def start(self, number: int) -> None:
        return None

    def fits(self, a: None, b: None, low: int, high: int) -> bool:
        return True

    def joined(self, a: None, b: None) -> None:
        return None


def _overlaps(sketches: Sequence[Hashes], pairs: candidates.Pairs) -> npt.NDArray[np.float64]:
    """Jaccard similarity of pairs of pages, estimated from the smallest hashes of both."""
    if not len(pairs):
        return np.empty(0)
    table = np.full((len(sketches), SIZE), _NONE)
    for number, sketch in enumerate(sketches):
        table[number, : len(sketch)] = sketch
    found = [_overlap(table[some]) for some in np.array_split(pairs, len(pairs) // _AT_ONCE + 1)]
    return np.concatenate(found)


def _overlap(sketches: Hashes) -> npt.NDArray[np.float64]:
    """The same for an array of pairs of sketches: shared hashes among the smallest of both."""
    both = np.sort(sketches.reshape(len(sketches), 2 * SIZE), axis=1)
    fresh = np.ones(both.shape, bool)
    fresh[:, 1:] = both[:, 1:] != both[:, :-1]
    fresh &= both != _NONE
    smallest = fresh & (np.cumsum(fresh, axis=1) <= SIZE)
    shared = smallest[:, :-1] & ~fresh[:, 1:] & (both[:, 1:] != _NONE)
    many = smallest.sum(axis=1)
    return np.asarray(shared.sum(axis=1) / np.maximum(1, many))
