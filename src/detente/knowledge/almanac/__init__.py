"""The almanac: dated facts of public record that tell when a page was written.

Each table is any number of files ``TABLE_PART.csv`` in this folder, so that a period or a subject
is a file of its own. ``python -m detente.knowledge.almanac`` checks them.
"""

from detente.knowledge.almanac.load import almanac
from detente.knowledge.almanac.rows import Almanac, Edition, Happening, Holder, Life

__all__ = ["Almanac", "Edition", "Happening", "Holder", "Life", "almanac"]
