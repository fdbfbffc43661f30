"""When: time expressions, found without knowing the page's day, then resolved against it."""

from detente.finding.times.find import find
from detente.finding.times.resolve import resolve

__all__ = ["find", "resolve"]
