"""The knowledge base: states, organs, offices with their holders, people and occasions, by date."""

from __future__ import annotations


class Knowledge:
    """Facts looked up by id, by name and by day."""
