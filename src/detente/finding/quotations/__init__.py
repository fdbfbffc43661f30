"""Quotations: who said what, in whose words (GUIDELINES, section 5)."""

from detente.finding.quotations.reading import find
from detente.finding.quotations.wanting import asks

__all__ = ["asks", "find"]
