"""detente: a sourced record of how states deal with one another, from press pages.

    >>> import detente
    >>> readings = detente.read("pages/")
    >>> record = detente.build("pages/", "R")

The names below are loaded when they are first used, so that `detente --help` answers at once.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from detente.api import Built, Readings, build, open_record, read
    from detente.records import Reading
    from detente.store import Record

__all__ = ["Built", "Reading", "Readings", "Record", "build", "open_record", "read"]

_HOMES = {"Reading": "detente.records", "Record": "detente.store"}


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module 'detente' has no attribute {name!r}")
    return getattr(import_module(_HOMES.get(name, "detente.api")), name)
