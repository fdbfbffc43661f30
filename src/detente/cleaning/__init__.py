"""Cleaning: a page becomes an article with labelled blocks."""

from detente.cleaning.article import Article
from detente.cleaning.clean import clean, count
from detente.cleaning.recurrence import Recurrence

__all__ = ["Article", "Recurrence", "clean", "count"]
