"""The record on disk and its projection."""
