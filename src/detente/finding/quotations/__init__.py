"""Quotations: who said what, in whose words (GUIDELINES, section 5)."""

from detente.finding.quotations.reading import find

__all__ = ["find"]
