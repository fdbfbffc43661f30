"""Linking: readings become links, decisions beside the records."""

from detente.linking.linking import Summary, link

__all__ = ["Summary", "link"]
