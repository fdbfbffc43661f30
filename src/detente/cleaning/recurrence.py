"""Lines that recur on many pages of a site, counted in bounded memory."""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Iterable
from pathlib import PurePath
from urllib.parse import urlsplit

from detente.cleaning.units import Unit
from detente.sources.page import Page

_WIDTH = 2**20
_ROWS = 2
_MOST = 2**16 - 1
_FEWEST_PAGES = 5
_SHARE = 0.25


class Recurrence:
    """Counts on how many pages of its site a line stands (a count-min sketch, after Cormode and
    Muthukrishnan 2005: four megabytes however many pages are read; a count is never too low).

    First every page of a build is counted, then each is cleaned with the counts, so that the
    order of the pages does not matter.
    """

    def __init__(self) -> None:
        self._rows = tuple(array("H", bytes(2 * _WIDTH)) for _ in range(_ROWS))

    def count(self, site: str, units: Iterable[Unit]) -> None:
        """Counts one page."""
        self._add(site, "")
        for key in {unit.key for unit in units if unit.key}:
            self._add(site, key)

    def is_furniture(self, site: str, key: str) -> bool:
        """The line stands on at least five pages of the site and on a quarter of those counted."""
        seen = self._of(site, key)
        return seen >= _FEWEST_PAGES and seen >= _SHARE * self._of(site, "")

    def _add(self, site: str, key: str) -> None:
        for row, at in zip(self._rows, _places(site, key), strict=True):
            row[at] = min(_MOST, row[at] + 1)

    def _of(self, site: str, key: str) -> int:
        return min(row[at] for row, at in zip(self._rows, _places(site, key), strict=True))


def site_of(page: Page) -> str:
    """The site of a page: the host of its address, else the folder of its file."""
    host = urlsplit(page.url or "").hostname
    return host or str(PurePath(page.source or "").parent)


def _places(site: str, key: str) -> list[int]:
    words = f"{site}\n{key}".encode()
    return [zlib.crc32(words, seed * 0x9E3779B1 & 0xFFFFFFFF) % _WIDTH for seed in range(_ROWS)]
