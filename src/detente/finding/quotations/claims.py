"""Claims: what each cue of a frame says it reports. Claims may overlap; settling comes after."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from detente.finding.quotations import starts
from detente.finding.quotations.cue import Cue
from detente.finding.quotations.frame import Frame
from detente.finding.quotations.memory import Voice
from detente.finding.quotations.participles import is_adverb
from detente.finding.quotations.scene import Scene
from detente.finding.quotations.voices import Voices

Rule = Literal[
    "incise",
    "aside",
    "colon",
    "label",
    "that",
    "question",
    "infinitive",
    "state",
    "object",
    "attribute",
    "passive",
    "source",
    "noun",
    "turn",
    "carried",
]
COMMAS = frozenset({",", "-", "–", "—"})


@dataclass(slots=True)
class Claim:
    """``pieces[low:high]`` of a frame are reported by ``voice``; ``cue`` are the pieces of the
    words that say so, ``quotes`` the marked stretches among what is reported, ``rest`` the pieces
    after an aside that breaks into it ("Le canal, a-t-il dit, sera creusé")."""

    rule: Rule
    frame: Frame
    low: int
    high: int
    voice: Voice
    cue: tuple[int, int] | None
    quotes: list[int]
    verb: Cue | None = None
    rest: tuple[int, int] | None = None
    relay: str | None = None

    @property
    def width(self) -> int:
        """How many pieces it reports."""
        return self.high - self.low

    def holds(self, other: Claim) -> bool:
        """The other's words lie inside these."""
        return self.low <= other.low and other.high <= self.high and self is not other


@dataclass(slots=True)
class Hearing:
    """One frame being heard: its cues, which of them are incises, and what is claimed so far."""

    scene: Scene
    voices: Voices
    frame: Frame
    cues: list[Cue]
    incises: list[Cue] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)

    @property
    def bounds(self) -> set[int]:
        """Pieces at which an incise starts."""
        return {c.first for c in self.incises}

    def is_quote(self, i: int) -> bool:
        """Piece ``i`` is a marked stretch."""
        return 0 <= i < self.frame.size and i in self.frame.quoted

    def has(self, i: int) -> bool:
        """There is a piece ``i``."""
        return 0 <= i < self.frame.size

    def is_short(self, i: int) -> bool:
        """The full stop of an abbreviation stands at piece ``i``: "M. Durand"."""
        short = self.scene.ground.language.abbreviations
        return self.frame.mark(i) == "." and self.frame.word(i - 1) in short

    def is_reported(self, cue: Cue) -> bool:
        """The cue stands inside what another cue reports."""
        return any(c.low <= cue.first < c.high for c in self.claims)

    def claimed(self) -> set[int]:
        """The marked stretches that some claim reports."""
        return {i for c in self.claims for i in c.quotes}

    def colon_before(self, i: int) -> int | None:
        """The nearest colon before piece ``i``."""
        before = [k for k, mark in enumerate(self.frame.marks[:i]) if mark == ":"]
        return before[-1] if before else None

    def comma_before(self, i: int) -> int:
        """Piece ``i`` with the commas and dashes before it left out."""
        while i and self.frame.mark(i - 1) in COMMAS:
            i -= 1
        return i

    def left(self, high: int) -> int:
        """Where what ends at ``high`` begins: the frame's start, a colon, an earlier incise."""
        frame, low = self.frame, 0
        for i, mark in enumerate(frame.marks[: max(0, high - 1)]):
            if mark in (":", ";", "•"):
                low = i + 1
        for cue in self.incises:
            if cue.last <= high and cue.first < high:
                low = max(low, self._after_subject(cue))
        while low < high and frame.mark(low) and frame.mark(low) not in ("(", "["):
            low += 1
        return low

    def rest(self, low: int, high: int, after: int, sure: bool) -> tuple[int, int] | None:
        """The other half of a sentence that an aside breaks into. A cue does so before the verb
        ("Le canal, a-t-il dit, sera creusé"); where it is ``sure`` that the aside interrupts, as
        with a source, any verb after it will do."""
        frame, scene = self.frame, self.scene
        if frame.mark(high) != "," or "," not in frame.marks[after:]:
            return None
        if not scene.is_parsed(frame, high):
            return None
        start = frame.marks.index(",", after) + 1
        end = frame.size - (frame.mark(frame.size - 1) != "")
        cut = self._is_cut(high, start, sure) or (sure and self._awaits(high, start))
        may = cut or self._may_resume(start)
        if start >= end or not may or (not cut and self._describes(high, start)):
            return None
        if cut or (sure and self.is_quote(start)):
            return (start, end)
        if not sure and (self.has_verb(low, high, "Fin") or not self.has_verb(start, end, "Fin")):
            return None
        return (start, end) if self.has_verb(start, end, "") else None

    def clause_around(self, low: int, high: int) -> int:
        """Where the clause begins that an aside breaks into: after the conjunction that opens it,
        if no comma parts it from the aside ("…, alors qu'il menait, selon le maire, un vote")."""
        classes = self.scene.classes
        for k in range(high - 1, low, -1):
            if self.frame.mark(k) in COMMAS:
                return low
            if self.frame.word(k) in classes.below:
                return k + 1
        return low

    def _is_cut(self, high: int, start: int, sure: bool) -> bool:
        """The aside parts a verb from what it takes: "menait, selon le maire, plusieurs travaux",
        "reviendrait, a-t-il dit, à céder", "avait, a-t-il dit, retardé le vote"."""
        token = self.scene.parsed(self.frame, high - 1)
        words, word = self.scene.words, self.frame.word(start)
        if token is None or not self.has(start + 1):
            return False
        before = high - 1
        while is_adverb(self.frame, before, words):
            before -= 1
        if self.frame.word(before) in self.scene.classes.auxiliaries:
            return word not in words.relatives | words.closers
        if "VerbForm=Fin" not in token.morph:
            return False
        linked = start + (word in words.to | words.of)
        if starts.is_infinitive(self.scene, self.frame, linked):
            return True
        return sure and token.pos == "VERB" and word in words.determiners

    def _awaits(self, high: int, start: int) -> bool:
        """A verb that takes a clause stands close before the aside, its "que" after it: "La ville
        veut, selon le maire, que le port ferme"."""
        words = self.scene.words
        if self.frame.word(start) not in words.that:
            return False
        tokens = (self.scene.parsed(self.frame, k) for k in range(max(0, high - 4), high))
        return any(t is not None and "VerbForm=Fin" in t.morph for t in tokens)

    def _describes(self, high: int, start: int) -> bool:
        """A participle after the aside says more of who speaks ("selon le maire, interrogé par la
        presse"), unless the verb before the aside waits for it ("sera, selon le maire, fermé")."""
        token = self.scene.parsed(self.frame, start) if self.frame.word(start) else None
        waits = self.frame.word(high - 1) in self.scene.classes.auxiliaries
        return token is not None and "VerbForm=Part" in token.morph and not waits

    def _may_resume(self, start: int) -> bool:
        words = self.scene.words
        word, following = self.frame.word(start), self.frame.word(start + 1)
        closing = words.relatives | words.closers | words.last_closers
        gerund = (word + " " + following).split()
        return word not in closing and not any(g.endswith(words.gerund_endings) for g in gerund)

    def has_verb(self, low: int, high: int, form: str) -> bool:
        """A verb of that form stands in ``pieces[low:high]``."""
        frame = self.frame
        start, end = frame.starts[low], frame.ends[high - 1]
        return self.scene.holds_verb(frame.passage, start, end, form)

    def _after_subject(self, cue: Cue) -> int:
        at = cue.last
        while self.has(at) and (self.frame.mark(at) not in (",", ".", ";") or self.is_short(at)):
            at += 1
        return at + 1
