"""A page as the quotation rules see it before anybody on it is known: sentences, marks, frames."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from weakref import WeakKeyDictionary

from detente.finding.ground import Ground
from detente.finding.quotations import datelines
from detente.finding.quotations.cue import Cue
from detente.finding.quotations.cues import cues
from detente.finding.quotations.frame import Frame, frames, inner_frames
from detente.finding.quotations.lexicon import lexicon
from detente.finding.quotations.marks import Stretch, stretches
from detente.finding.quotations.prepositions import sources
from detente.syntax import Sentence
from detente.text import Passage


class Sheet:
    """What is read of a page once, whoever speaks on it: it is asked for before parsing and again
    when people are known."""

    def __init__(self, ground: Ground) -> None:
        self._lexicon = lexicon(ground.language)
        self._abbreviations = ground.language.abbreviations
        self._sentences: dict[int, list[Sentence]] = {}
        for sentence in ground.sentences:
            self._sentences.setdefault(sentence.passage.block, []).append(sentence)
        self._begins = {k: [s.begin for s in some] for k, some in self._sentences.items()}
        marked = stretches(ground.passages)
        self.stretches = list(zip(ground.passages, marked, strict=True))
        self.frames = [self.framed(p, m, datelines.past(p.text)) for p, m in self.stretches]
        """The frames of each passage, those behind its dateline."""
        self._inside: dict[tuple[int, int, int], list[Frame]] = {}
        self._cues: dict[Frame, list[Cue]] = {}
        self._sources: dict[Frame, dict[int, int]] = {}

    def framed(self, passage: Passage, marked: list[Stretch], begin: int) -> list[Frame]:
        """The frames of a passage from ``begin``."""
        return frames(passage, marked, self._abbreviations, begin)

    def inside(self, passage: Passage, stretch: Stretch, depth: int) -> list[Frame]:
        """The frames within a marked stretch, read once."""
        place = (passage.block, stretch.open, depth)
        if place not in self._inside:
            self._inside[place] = inner_frames(passage, stretch, self._abbreviations, depth)
        return self._inside[place]

    def cues(self, frame: Frame) -> list[Cue]:
        """The cue verbs of a frame, found once."""
        if frame not in self._cues:
            self._cues[frame] = cues(frame, self._lexicon)
        return self._cues[frame]

    def sources(self, frame: Frame) -> dict[int, int]:
        """Where source prepositions start in a frame, and how many pieces each takes."""
        if frame not in self._sources:
            self._sources[frame] = sources(frame, self._lexicon)
        return self._sources[frame]

    def sentence(self, passage: Passage, position: int) -> Sentence | None:
        """The sentence around a position; ``None`` between two."""
        at = bisect_right(self._begins.get(passage.block, ()), position) - 1
        if at < 0:
            return None
        sentence = self._sentences[passage.block][at]
        return sentence if position < sentence.stop else None

    def sentences(self, wanted: Iterator[tuple[Passage, int]]) -> list[Sentence]:
        """The sentences around some positions, each once."""
        asked = (self.sentence(passage, at) for passage, at in wanted)
        return list({(s.passage.block, s.begin): s for s in asked if s}.values())


_SHEETS: WeakKeyDictionary[Ground, Sheet] = WeakKeyDictionary()


def sheet(ground: Ground) -> Sheet:
    """The sheet of a page, kept with its ground."""
    if ground not in _SHEETS:
        _SHEETS[ground] = Sheet(ground)
    return _SHEETS[ground]
