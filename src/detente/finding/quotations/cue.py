"""What a cue verb is: its words in a frame, its mood and polarity."""

from __future__ import annotations

from detente.finding.quotations.lexicon import Mood, Verb
from detente.memory import Plain


class Cue(Plain, frozen=True, gc=False):
    """A cue verb with its auxiliaries: ``pieces[first:last]``; ``head`` is the verb itself.

    ``pronoun`` is the inverted subject's piece ("a-t-il dit"), ``coordinated`` says that subject
    and auxiliary are those of an earlier verb ("et ajouté").
    """

    verb: Verb
    mood: Mood
    first: int
    head: int
    last: int
    pronoun: int | None = None
    coordinated: bool = False
    passive: bool = False
    negated: bool = False
    conditional: bool = False

    def takes(self, construction: str) -> bool:
        """Whether the verb has that construction."""
        return construction in self.verb.takes

    @property
    def may_announce(self) -> bool:
        """What follows a colon may be its words."""
        return any(self.takes(c) for c in ("incise", "que", "object"))

    @property
    def is_bare(self) -> bool:
        """It has no subject of its own: a gerund, an infinitive or a coordinated participle."""
        return self.mood in ("gerund", "infinitive") or self.coordinated
