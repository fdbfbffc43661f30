"""Where pages come from: text, HTML, folders, JSON Lines, WARC and WET."""

from detente.sources.opening import open_pages
from detente.sources.page import Page

__all__ = ["Page", "open_pages"]
