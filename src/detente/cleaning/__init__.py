"""Cleaning: a page becomes an article with labelled blocks."""

from detente.cleaning.article import Article
from detente.cleaning.clean import clean

__all__ = ["Article", "clean"]
