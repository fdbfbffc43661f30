"""Linking: readings become links, decisions beside the records."""
