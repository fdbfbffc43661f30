"""The record on disk and its projection."""

from detente.store.record import Decision, Record
from detente.store.views import Entry, chronicle

__all__ = ["Decision", "Entry", "Record", "chronicle"]
