"""Settings of the whole test run."""

from __future__ import annotations

from hypothesis import settings

# The first example of a property may build a language or a base of facts: no deadline.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
