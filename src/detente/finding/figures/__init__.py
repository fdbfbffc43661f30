"""How many, how much: numbers with what they measure, their unit, their time and who gives them."""

from __future__ import annotations

from detente.finding.figures.finder import asks, find

__all__ = ["asks", "find"]
