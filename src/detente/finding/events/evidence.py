"""What is known of how real a happening is, and how strongly."""

from __future__ import annotations

from detente.memory import Plain
from detente.records import EventStatus

DEFAULT, TENSE, WORDS = 0, 1, 2

OFF = frozenset({"postponed", "cancelled"})
"""What becomes of a plan: it outweighs what the plan was."""

WISHED = frozenset({"hoped", "proposed", "hypothetical", "denied"})
"""What is only wished for or doubted, though it be called the next."""

TO_COME = frozenset({"hoped", "planned", "proposed"})
"""What is to come if all goes well."""

PAST = "its verb is in the past"
PRESENT = "its verb is in the present"
TAKEN_FOR_REAL = "other things happen during it"
TAKEN_FOR_DONE = "other things happened during it"
EARLIER = "its verb says that it came before"
IN_FORCE = "it is in force"
SINCE_THEN = "the present tells what has gone on since then"
STAYING = "the stay is told of while it lasts"
CLOSING = "its end is still to come"
NEWS = "the news tells it"
BEGUN = "it has begun and is not said to be over"
RECOGNIZED = "it says what somebody is held to be"
KEPT = "it is told as what somebody keeps to"
ANNOUNCED = "the present tells what its day is to bring"
SEEN_AHEAD = "a future seen from a past verb of saying"
DUE = "it was due, whatever became of it"


class Evidence(Plain, frozen=True, gc=False):
    """A status with its ``strength``: by default, from a tense, or from words that say it.

    ``begun`` marks what has started and is not said to be over, ``must`` what is said to be due;
    ``governor`` is the token of the word that hopes, proposes or denies.
    """

    status: EventStatus
    strength: int
    because: str
    begun: bool = False
    governor: int | None = None
    must: bool = False


HELD = Evidence("held", DEFAULT, "nothing says otherwise")
