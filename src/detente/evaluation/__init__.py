"""Measures of quality and their floors."""
