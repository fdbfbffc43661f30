"""What happened between states: encounters, measures and verbal acts, with who, when and status."""

from __future__ import annotations

from detente.finding.events.finder import find, tell
from detente.finding.events.gate import asks

__all__ = ["asks", "find", "tell"]
