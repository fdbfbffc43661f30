"""An event in the making: one trigger with what its sentence and its page tell of it."""

from __future__ import annotations

from detente.finding.events.evidence import HELD, Evidence
from detente.finding.events.participants import Company
from detente.finding.events.scene import Scene
from detente.finding.events.trigger import Trigger
from detente.memory import Plain
from detente.records import When


class Draft(Plain, frozen=True, gc=False):
    """One mention of a happening, of the ``kind`` that its trigger names. ``when`` is what its own
    words say; ``speaker`` the actor who tells, hopes or denies it, if the page does not do so
    itself; ``this`` marks what takes up the words before, ``ordinal`` which of several it is;
    ``unnamed`` are parties called by a role alone; ``about`` the tokens that a verbal act speaks
    of; ``reckoned`` marks a time counted from the day of the news ("a month after"), ``recalled``
    the day on record of a deed that the words call to mind, ``drawn_out`` what is told of a stretch
    of time that no date bounds; ``opens`` marks what stands in the title or the first paragraph,
    ``announced`` a measure that a verb of the past announces, ``kept`` what somebody says as long
    as nothing changes, ``at_home`` what goes on among the people of one state, ``since`` that since
    which what comes before is the first, or which it answers."""

    scene: Scene
    trigger: Trigger
    kind: str
    company: Company
    speaker: str | None
    definite: bool
    evidence: Evidence = HELD
    when: When | None = None
    this: bool = False
    ordinal: int = 0
    unnamed: frozenset[str] = frozenset()
    about: tuple[int, ...] = ()
    reckoned: bool = False
    recalled: bool = False
    drawn_out: bool = False
    opens: bool = False
    announced: bool = False
    kept: bool = False
    at_home: bool = False
    since: bool = False

    @property
    def word(self) -> str:
        """The folded lemma of the trigger."""
        return self.scene.parse.tokens[self.trigger.i].base

    @property
    def sort(self) -> tuple[str, str]:
        """The kind with its variant."""
        return self.trigger.kind, self.trigger.variant
