"""What the rules look at: the page's frames with their cues, its mentions and its syntax."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from detente.finding.ground import Ground, People
from detente.finding.quotations import datelines
from detente.finding.quotations.frame import Frame
from detente.finding.quotations.lexicon import Lexicon, lexicon
from detente.finding.quotations.marks import Stretch
from detente.finding.quotations.sheet import sheet
from detente.records import Actor, Mention, Span
from detente.syntax import Parse, Token
from detente.text import Passage

_VERB_FORMS = frozenset({"VerbForm=Fin", "VerbForm=Inf", "VerbForm=Part"})


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
        self._parses: dict[tuple[int, int], Parse] = {}
        self._tokens: dict[tuple[int, int], Token | None] = {}
        self.firsts: dict[Frame, int | None] = {}
        """The first free phrase of each frame, once it was asked for: many rules do."""
        self.sheet = sheet(ground)
        self.stretches = self.sheet.stretches
        self.inside, self.cues = self.sheet.inside, self.sheet.cues
        self.sources = self.sheet.sources
        self.frames = [
            frame
            for (passage, marked), known in zip(self.stretches, self.sheet.frames, strict=True)
            for frame in self._frames(passage, marked, known)
        ]
        self._places = [(f.passage.block, f.start) for f in self.frames]

    def _frames(self, passage: Passage, marked: list[Stretch], known: list[Frame]) -> list[Frame]:
        """The frames of a passage behind its dateline; a person with a party or a paper in
        brackets before a dash is no dateline, but who speaks."""
        begin = datelines.past(passage.text)
        named = self.within(*passage.span(0, begin)) if begin else []
        kinds = {self.actors[m.actor].kind for m in named if m.actor in self.actors}
        return self.sheet.framed(passage, marked, 0) if "person" in kinds else known

    def place(self, frame: Frame) -> int:
        """The place of a frame among those of the page; of the first of its passage after it, if
        it stands inside marks."""
        return bisect_left(self._places, (frame.passage.block, frame.start))

    def before(self, frame: Frame) -> list[Frame]:
        """The frames of its passage that begin before one."""
        first = bisect_left(self._places, (frame.passage.block, 0))
        return self.frames[first : self.place(frame)]

    def parse(self, wanted: Iterator[tuple[Passage, int]]) -> None:
        """Parse the sentences at those positions together."""
        found = self.sheet.sentences(wanted)
        self.ground.syntax.parse(found)
        self._tokens.clear()
        self._parses.update(((s.passage.block, s.begin), self.ground.syntax.of(s)) for s in found)

    def closes_quote(self, frame: Frame, i: int) -> bool:
        """A marked stretch ends right before piece ``i + 1``, a comma left out."""
        at = i - 1 if frame.mark(i) else i
        return at >= 0 and at in frame.quoted

    def _parse(self, passage: Passage, position: int) -> Parse | None:
        """The parse of the sentence around a position; ``None`` if it was not parsed."""
        sentence = self.sheet.sentence(passage, position)
        return None if sentence is None else self._parses.get((passage.block, sentence.begin))

    def syntax(self, frame: Frame, i: int) -> tuple[Parse, Token] | None:
        """The parse around piece ``i`` and its token there; ``None`` if it was not parsed."""
        parse = self._parse(frame.passage, frame.starts[i])
        tokens = parse.at(*self.span(frame, i, i + 1)) if parse is not None else None
        return (parse, tokens[0]) if parse is not None and tokens else None

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
        return self.token(frame.passage, frame.starts[i])

    def holds_verb(self, passage: Passage, start: int, end: int, form: str = "Fin") -> bool:
        """Whether a verb of that form (any, if empty) stands in that part of a passage's text,
        where it was parsed."""
        forms = {f"VerbForm={form}"} if form else _VERB_FORMS
        at = start
        while at < end:
            sentence = self.sheet.sentence(passage, at)
            if sentence is None:
                return False
            parse = self._parses.get((passage.block, sentence.begin))
            if parse is not None:
                tokens = parse.at(*passage.span(at, end))
                if any(forms.intersection(t.morph) for t in tokens):
                    return True
            at = sentence.stop + 1
        return False

    def token(self, passage: Passage, position: int) -> Token | None:
        """The token at a position of a passage's text; ``None`` if it was not parsed."""
        place = passage.block, position
        if place not in self._tokens:
            parse = self._parse(passage, position)
            found = parse.at(*passage.span(position, position + 1)) if parse is not None else None
            self._tokens[place] = found[0] if found else None
        return self._tokens[place]

    def span(self, frame: Frame, low: int, high: int) -> Span:
        """The canonical span of ``pieces[low:high]``."""
        return frame.passage.span(frame.starts[low], frame.ends[high - 1])

    def piece(self, frame: Frame, offset: int) -> int:
        """The piece at a canonical offset."""
        return frame.at(frame.passage.index(offset))

    def starting(self, frame: Frame, i: int) -> Mention | None:
        """The longest mention that starts at piece ``i``; None past the end of the frame."""
        if i >= frame.size:
            return None
        return self._longest.get(frame.passage.starts[frame.starts[i]])

    def within(self, start: int, end: int) -> list[Mention]:
        """The mentions that start in a canonical span, in order."""
        return self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def over(self, start: int, end: int) -> Mention | None:
        """A mention that covers a canonical span, the shortest."""
        at = bisect_right(self._starts, start)
        covering = [m for m in self.mentions[max(0, at - 6) : at] if m.end >= end]
        return min(covering, key=lambda m: m.end - m.start) if covering else None
