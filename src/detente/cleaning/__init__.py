"""Cleaning: a page becomes an article with labelled blocks."""
