"""The record on disk and its projection."""

from detente.store.record import Decision, Record

__all__ = ["Decision", "Record"]
