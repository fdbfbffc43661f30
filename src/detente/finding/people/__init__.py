"""Who the page speaks of: actors, and the words that point to them."""

from __future__ import annotations

from detente.finding.people.aliases import known_as
from detente.finding.people.finder import name, resolve, settle

__all__ = ["known_as", "name", "resolve", "settle"]
