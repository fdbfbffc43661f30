"""What the rules look at: the page's frames with their cues, its mentions and its syntax."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from operator import attrgetter

from detente.finding.ground import Ground, People
from detente.finding.quotations import datelines
from detente.finding.quotations.cue import Cue
from detente.finding.quotations.cues import cues
from detente.finding.quotations.frame import Frame, frames, inner_frames
from detente.finding.quotations.lexicon import Lexicon, lexicon
from detente.finding.quotations.marks import Stretch, stretches
from detente.records import Actor, Mention, Span
from detente.syntax import Parse, Sentence, Token
from detente.text import Passage

_BEGIN = attrgetter("begin")


class Scene:
    """One page as the quotation rules see it. Offsets of mentions and tokens are canonical,
    those of frames are positions in their passage's text."""

    def __init__(self, ground: Ground, people: People) -> None:
        self.ground = ground
        self.lexicon: Lexicon = lexicon(ground.language)
        self.words = self.lexicon.words
        self.classes = self.lexicon.classes
        self.actors: dict[str, Actor] = {a.id: a for a in people.actors}
        self.mentions = sorted(people.mentions, key=lambda m: (m.start, -m.end))
        self._starts = [m.start for m in self.mentions]
        self._longest = {m.start: m for m in reversed(self.mentions)}
        self._parsed: set[tuple[int, int]] = set()
        self._sentences: dict[int, list[Sentence]] = {}
        for sentence in ground.sentences:
            self._sentences.setdefault(sentence.passage.block, []).append(sentence)
        marked = stretches(ground.passages)
        self.stretches: list[tuple[Passage, list[Stretch]]] = list(
            zip(ground.passages, marked, strict=True)
        )
        self.frames = [f for p, m in self.stretches for f in self._frames(p, m)]
        self._places = [(f.passage.block, f.start) for f in self.frames]
        self._cues: dict[tuple[int, int, int], list[Cue]] = {}

    def _frames(self, passage: Passage, marked: list[Stretch]) -> list[Frame]:
        return frames(
            passage, marked, self.ground.language.abbreviations, self._past_dateline(passage)
        )

    def _past_dateline(self, passage: Passage) -> int:
        """Where the sentences of a passage begin; a person with a party or a paper in brackets
        before a dash is no dateline, but who speaks."""
        begin = datelines.past(passage.text)
        named = self.within(*passage.span(0, begin)) if begin else []
        kinds = {self.actors[m.actor].kind for m in named if m.actor in self.actors}
        return 0 if "person" in kinds else begin

    def inside(self, passage: Passage, stretch: Stretch, depth: int) -> list[Frame]:
        """The frames within a marked stretch."""
        return inner_frames(passage, stretch, self.ground.language.abbreviations, depth)

    def cues(self, frame: Frame) -> list[Cue]:
        """The cue verbs of a frame, found once."""
        key = (frame.passage.block, frame.start, frame.depth)
        if key not in self._cues:
            self._cues[key] = cues(frame, self.lexicon)
        return self._cues[key]

    def place(self, frame: Frame) -> int:
        """The place of a frame among those of the page; of the first of its passage after it, if
        it stands inside marks."""
        return bisect_left(self._places, (frame.passage.block, frame.start))

    def parse(self, wanted: Iterable[tuple[Passage, int]]) -> None:
        """Parse the sentences at those positions together."""
        asked = (self._sentence(p, at) for p, at in wanted)
        found = {(s.passage.block, s.begin): s for s in asked if s}
        self._parsed.update(found)
        self.ground.syntax.parse(found.values())

    def closes_quote(self, frame: Frame, i: int) -> bool:
        """A marked stretch ends right before piece ``i + 1``, a comma left out."""
        at = i - 1 if frame.mark(i) else i
        return at >= 0 and frame.pieces[at].kind == "quote"

    def _sentence(self, passage: Passage, position: int) -> Sentence | None:
        inside = self._sentences.get(passage.block, [])
        at = bisect_right(inside, position, key=_BEGIN) - 1
        return inside[at] if at >= 0 and position < inside[at].stop else None

    def syntax(self, frame: Frame, i: int) -> tuple[Parse, Token] | None:
        """The parse around piece ``i`` and its token there; ``None`` if it was not parsed."""
        sentence = self._sentence(frame.passage, frame.pieces[i].start)
        if sentence is None or (sentence.passage.block, sentence.begin) not in self._parsed:
            return None
        parse = self.ground.syntax.of(sentence)
        tokens = parse.at(*self.span(frame, i, i + 1))
        return (parse, tokens[0]) if tokens else None

    def is_human(self, frame: Frame, i: int) -> bool:
        """A noun for people stands at piece ``i``, of one word or of two with a hyphen."""
        human, first = self.lexicon.table.nouns.human, frame.word(i)
        whole = f"{first}-{frame.word(i + 2)}" if frame.mark(i + 1) == "-" else first
        return first in human or whole in human

    def is_parsed(self, frame: Frame, i: int) -> bool:
        """The sentence around piece ``i`` was parsed."""
        return self.parsed(frame, i) is not None

    def parsed(self, frame: Frame, i: int) -> Token | None:
        """The token at piece ``i``; ``None`` if its sentence was not parsed."""
        return self.token(frame.passage, frame.pieces[i].start)

    def holds_verb(self, passage: Passage, start: int, end: int, form: str = "Fin") -> bool:
        """Whether a verb of that form (any, if empty) stands in that part of a passage's text,
        where it was parsed."""
        at = start
        while at < end:
            sentence = self._sentence(passage, at)
            if sentence is None:
                return False
            if (passage.block, sentence.begin) in self._parsed:
                tokens = self.ground.syntax.of(sentence).at(*passage.span(at, end))
                forms = {m for t in tokens for m in t.morph if m.startswith("VerbForm=")}
                if f"VerbForm={form}" in forms or (forms and not form):
                    return True
            at = sentence.stop + 1
        return False

    def token(self, passage: Passage, position: int) -> Token | None:
        """The token at a position of a passage's text; ``None`` if it was not parsed."""
        sentence = self._sentence(passage, position)
        if sentence is None or (sentence.passage.block, sentence.begin) not in self._parsed:
            return None
        found = self.ground.syntax.of(sentence).at(*passage.span(position, position + 1))
        return found[0] if found else None

    def span(self, frame: Frame, low: int, high: int) -> Span:
        """The canonical span of ``pieces[low:high]``."""
        return frame.passage.span(frame.pieces[low].start, frame.pieces[high - 1].end)

    def piece(self, frame: Frame, offset: int) -> int:
        """The piece at a canonical offset."""
        return frame.at(frame.passage.index(offset))

    def starting(self, frame: Frame, i: int) -> Mention | None:
        """The longest mention that starts at piece ``i``; None past the end of the frame."""
        if i >= len(frame.pieces):
            return None
        return self._longest.get(frame.passage.starts[frame.pieces[i].start])

    def within(self, start: int, end: int) -> list[Mention]:
        """The mentions that start in a canonical span, in order."""
        return self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def over(self, start: int, end: int) -> Mention | None:
        """A mention that covers a canonical span, the shortest."""
        before = self.mentions[: bisect_right(self._starts, start)]
        covering = [m for m in before[-6:] if m.end >= end]
        return min(covering, key=lambda m: m.end - m.start) if covering else None
