"""Claims: what each cue of a frame says it reports. Claims may overlap; settling comes after."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from detente.finding.quotations import clauses, phrases
from detente.finding.quotations.cues import Cue
from detente.finding.quotations.frame import Frame
from detente.finding.quotations.scene import Scene
from detente.finding.quotations.voices import UNKNOWN, Voice, Voices

Rule = Literal[
    "incise",
    "aside",
    "colon",
    "label",
    "that",
    "question",
    "infinitive",
    "object",
    "passive",
    "source",
    "noun",
    "carried",
]


@dataclass(slots=True)
class Claim:
    """``pieces[low:high]`` of a frame are reported by ``voice``; ``cue`` are the pieces of the
    words that say so, ``quotes`` the marked stretches among what is reported."""

    rule: Rule
    frame: Frame
    low: int
    high: int
    voice: Voice
    cue: tuple[int, int] | None
    quotes: list[int]
    verb: Cue | None = None
    relay: str | None = None

    def holds(self, other: Claim) -> bool:
        """The other's words lie inside these."""
        return self.low <= other.low and other.high <= self.high and self is not other


class Claims:
    """The claims of one frame. Incises come first: they bound the clauses of the others."""

    def __init__(self, scene: Scene, voices: Voices, frame: Frame) -> None:
        self.scene, self.voices, self.frame = scene, voices, frame
        self.cues = scene.cues(frame)
        self.incises = [c for c in self.cues if self._is_incise(c)]
        self.bounds = {c.first for c in self.incises}
        self.plain = [c for c in self.cues if c not in self.incises]

    def all(self) -> list[Claim]:
        """Every claim of the frame, in no order of worth."""
        found: list[Claim] = []
        for cue in self.cues:
            inside = any(c.low <= cue.first < c.high for c in found)
            found.extend(self._incise(cue) if cue in self.incises else self._plain(cue, inside))
        found.extend(self._sources())
        found.extend(self._colons(found))
        found.extend(self._nouns(found))
        return found

    # ------------------------------------------------------------------ incises
    def _is_incise(self, cue: Cue) -> bool:
        if not cue.takes("incise") or cue.passive or cue.mood in ("gerund", "infinitive"):
            return False
        frame, scene = self.frame, self.scene
        if frame.word(cue.last) in scene.words.that or cue.coordinated:
            return False
        before = cue.first - 1
        parted = frame.mark(before) in (",", "-", "–", "—") and self._is_quote(before - 1)
        quoted = parted or (self._is_quote(before) and before <= 1)
        if cue.pronoun is not None:
            return quoted or frame.mark(before) in (",", "-", "–", "—") or before < 0
        if before < 0:
            return False
        start = phrases.after(scene, frame, cue.last)
        if start is None:
            return False
        if quoted:
            return not self._is_object(cue)
        return frame.mark(before) == "," and self._is_bare_incise(cue, start)

    def _is_quote(self, i: int) -> bool:
        return 0 <= i < len(self.frame.pieces) and self.frame.pieces[i].kind == "quote"

    def _is_object(self, cue: Cue) -> bool:
        """X, «furieux», dénonce le plan: marks in apposition to a subject that stands before."""
        quote = self.frame.quotes(0, cue.first)[-1]
        return self.frame.mark(quote - 1) == "," and self._subject_before(cue)

    def _colon_before(self, i: int) -> int | None:
        return next((k for k in range(i - 1, -1, -1) if self.frame.mark(k) == ":"), None)

    def _subject_before(self, cue: Cue) -> bool:
        subject = self.voices.grammatical(self.frame, cue.head)
        return subject is not None and subject[1] < cue.first

    def _is_bare_incise(self, cue: Cue, start: int) -> bool:
        """An incise in a sentence without marks: "X viendra, a annoncé le ministre"."""
        if not cue.takes("que") or self._subject_before(cue) or cue.first < 4:
            return False
        if clauses.start_of_that(self.scene, self.frame, cue, self.cues) is not None:
            return False
        if clauses.start_of_infinitive(self.scene, self.frame, cue) is not None:
            return False
        voice = self.voices.phrase(self.frame, start)
        return voice.actor is not None

    def _incise(self, cue: Cue) -> Iterator[Claim]:
        high = cue.first
        while high and self.frame.mark(high - 1) in (",", "-", "–", "—"):
            high -= 1
        low = self._left(high)
        if low >= high:
            return
        voice = self.voices.inverted(self.frame, cue)
        quotes = self.frame.quotes(low, high)
        rule: Rule = "incise" if quotes else "aside"
        span = (cue.first, cue.last)
        if quotes and self._is_row(low, high, quotes):
            for i in quotes:
                yield Claim(rule, self.frame, i, i + 1, voice, span, [i], cue)
        else:
            yield Claim(rule, self.frame, low, high, voice, span, quotes, cue)
        after = self._resumed(cue)
        if after is not None:
            yield Claim(rule, self.frame, after, after + 1, voice, span, [after], cue)

    def _is_row(self, low: int, high: int, quotes: list[int]) -> bool:
        """Nothing but conjunctions and commas stands between the marked stretches."""
        small = self.scene.words.conjunctions
        between = [i for i in range(low, high) if i not in quotes]
        return all(self.frame.word(i) in small or self.frame.mark(i) == "," for i in between)

    def _left(self, high: int) -> int:
        """Where what an incise reports begins: the frame's start, a colon, an earlier incise."""
        low = 0
        for i in range(high):
            if self.frame.mark(i) in (":", ";", "•") and i + 1 < high:
                low = i + 1
        for cue in self.incises:
            if cue.last <= high and cue.first < high:
                low = max(low, self._after_subject(cue))
        while low < high and self.frame.mark(low) and self.frame.mark(low) not in "([":
            low += 1
        return low

    def _after_subject(self, cue: Cue) -> int:
        at = cue.last
        while at < len(self.frame.pieces) and self.frame.mark(at) not in (",", ".", ";"):
            at += 1
        return at + 1

    def _resumed(self, cue: Cue) -> int | None:
        """A marked stretch that goes on after an incise outside the marks: «A», dit X, «b»."""
        later = list(self.frame.quotes(cue.last))
        if not later or any(cue.last < c.first < later[0] for c in self.cues):
            return None
        only_subject = later[0] - cue.last <= 8 and self.frame.mark(later[0] - 1) in (",", ":")
        return later[0] if only_subject else None

    # ------------------------------------------------------------------ clauses and objects
    def _plain(self, cue: Cue, inside: bool) -> Iterator[Claim]:
        scene, frame = self.scene, self.frame
        found: tuple[Rule, int] | None = None
        if cue.takes("que"):
            at = clauses.start_of_that(scene, frame, cue, self.cues)
            found = ("that", at) if at is not None else None
        if found is None and cue.takes("si"):
            at = clauses.start_of_question(scene, frame, cue)
            found = ("question", at) if at is not None else None
        if found is None:
            at = clauses.start_of_infinitive(scene, frame, cue)
            found = ("infinitive", at) if at is not None else None
        if found is not None:
            rule, low = found
            high = clauses.end(scene, frame, low, self.cues, self.bounds)
            if low < high and not (cue.passive and not frame.quotes(low, high)):
                yield self._claim(rule, cue, low, high, inside)
            return
        yield from self._object(cue, inside)

    def _claim(self, rule: Rule, cue: Cue, low: int, high: int, inside: bool) -> Claim:
        voice = self.voices.of(self.frame, cue, inside)
        high = min(high, self._before_main_clause(cue, low))
        quotes = self.frame.quotes(low, high)
        return Claim(rule, self.frame, low, high, voice, (cue.first, cue.last), quotes, cue)

    def _before_main_clause(self, cue: Cue, low: int) -> int:
        """Where a subordinate clause at the head of a frame ends: at the comma before the main
        subject ("Alors que X accuse Y de mentir, Z assure …")."""
        frame = self.frame
        subject = self.voices.main_subject(frame, cue.head)
        if subject is None or subject <= low:
            return len(frame.pieces)
        commas = [k for k in range(low, subject) if frame.mark(k) == ","]
        return commas[-1] if commas else len(frame.pieces)

    def _object(self, cue: Cue, inside: bool) -> Iterator[Claim]:
        frame = self.frame
        if not cue.takes("object"):
            return
        high = clauses.end(self.scene, frame, cue.last, self.cues, self.bounds)
        quotes = frame.quotes(cue.last, high)
        if not quotes or not self._reaches(cue.last, quotes[0]):
            return
        low = self._object_start(cue.last, quotes[0])
        rule: Rule = "passive" if cue.passive else "object"
        yield self._claim(rule, cue, low, high, inside)

    def _reaches(self, low: int, quote: int) -> bool:
        """No colon and no other clause stands between a verb and the marks of its object."""
        words = self.scene.words
        for k in range(low, quote):
            if self.frame.mark(k) == ":" or self.frame.word(k) in words.have:
                return any(self.frame.word(j) in words.relatives for j in range(low, k))
        return True

    def _object_start(self, low: int, quote: int) -> int:
        """The object's first piece: prepositions, adverbs and addressees left out."""
        words, at = self.scene.words, quote
        while at > low:
            word = self.frame.word(at - 1)
            if not word or word in words.to or word in words.of or word in words.like:
                break
            at -= 1
        return at

    # ------------------------------------------------------------------ sources
    def _sources(self) -> Iterator[Claim]:
        frame = self.frame
        for i in range(len(frame.pieces)):
            width = clauses.is_source(self.scene, frame, i) or self._opening(i)
            if width:
                yield from self._source(i, i + width)

    def _opening(self, i: int) -> int:
        """The width of "pour" before a named source and a comma, at the head of a frame."""
        table = self.scene.lexicon.table.sources
        if i and not (i == 1 and self.frame.word(0) in self.scene.words.conjunctions):
            return 0
        for phrase in table.opening:
            if all(self.frame.word(i + k) == w for k, w in enumerate(phrase)):
                start = i + len(phrase)
                voice = self.voices.phrase(self.frame, start) if self._has(start) else UNKNOWN
                actor = self.scene.actors.get(voice.actor or "")
                comma = any(self.frame.mark(k) == "," for k in range(start, start + 12))
                if comma and actor and actor.kind != "place":
                    return len(phrase)
        return 0

    def _has(self, i: int) -> bool:
        return i < len(self.frame.pieces)

    def _source(self, at: int, start: int) -> Iterator[Claim]:
        frame = self.frame
        if not self._has(start):
            return
        voice = self.voices.source(frame, start)
        if voice.actor is None:
            return
        stop = self._source_end(start)
        if at <= 1:
            low = stop + 1 if frame.mark(stop) == "," else stop
            high = clauses.end(self.scene, frame, low, self.cues, self.bounds)
        else:
            high = at
            while high and frame.mark(high - 1) == ",":
                high -= 1
            low = self._left(high)
        if low < high:
            quotes = frame.quotes(low, high)
            yield Claim("source", frame, low, high, voice, (at, start), quotes)

    def _source_end(self, start: int) -> int:
        """The comma after a source at the head of a frame, its appositions passed over: the last
        before a marked stretch or a subject."""
        frame, words = self.frame, self.scene.words
        commas = [k for k in range(start, len(frame.pieces)) if frame.mark(k) == ","]
        if not commas:
            return phrases.stop(self.scene, frame, start)
        for n, comma in enumerate(commas):
            if n == len(commas) - 1 or self._is_quote(comma + 1):
                return comma
            word = frame.word(comma + 1)
            first = frame.pieces[comma + 1]
            if word in words.subjects or (word in words.articles and not self._apposed(comma)):
                return comma
            if first.capital and self.scene.starting(frame, comma + 1) is None:
                return comma
        return commas[-1]

    def _apposed(self, comma: int) -> bool:
        """What follows a comma is closed by another before any verb: an apposition."""
        frame, words = self.frame, self.scene.words
        for k in range(comma + 1, len(frame.pieces)):
            if frame.mark(k) == ",":
                return True
            if frame.word(k) in words.have | words.be or frame.pieces[k].kind == "quote":
                return False
            token = self.scene.token(frame.passage, frame.pieces[k].start)
            if token is not None and "VerbForm=Fin" in token.morph:
                return False
        return False

    # ------------------------------------------------------------------ colons and nouns
    def _colons(self, found: list[Claim]) -> Iterator[Claim]:
        frame = self.frame
        claimed = {i for c in found for i in c.quotes if c.rule in ("incise",)}
        for i in frame.quotes():
            if i in claimed or not i or frame.mark(i - 1) not in (":", "-", "–", "—"):
                continue
            colon = self._colon_before(i)
            if colon is None or i - colon > 2:
                continue
            yield from self._colon(colon, i)

    def _colon(self, colon: int, quote: int) -> Iterator[Claim]:
        frame = self.frame
        before = [c for c in self.plain if c.last <= colon and not c.passive]
        cue = before[-1] if before else None
        rest = frame.quotes(quote + 1)
        if cue is not None:
            voice = self.voices.of(frame, cue, False)
            span = (cue.first, cue.last)
            yield Claim("colon", frame, quote, quote + 1, voice, span, [quote], cue)
            if rest and not any(c.first > quote for c in self.cues):
                yield Claim("colon", frame, quote + 2, rest[-1] + 1, voice, span, rest, cue)
            return
        voice = self.voices.label(frame, colon)
        if voice.actor is not None:
            yield Claim("label", frame, quote, quote + 1, voice, (colon, colon + 1), [quote])

    def _nouns(self, found: list[Claim]) -> Iterator[Claim]:
        """Words after a noun of saying: "les propos de X sur une alliance «morte»"."""
        frame, saying = self.frame, self.scene.lexicon.table.nouns.saying
        claimed = {i for c in found for i in c.quotes}
        for i in frame.quotes():
            if i in claimed or any(q < i and q > i - 16 for q in frame.quotes()):
                continue
            nouns = [k for k in range(max(0, i - 16), i) if frame.word(k) in saying]
            if not nouns:
                continue
            voice = self.voices.owner(frame, nouns[-1] + 1, i)
            if voice.actor is not None:
                low = self._object_start(nouns[-1] + 1, i)
                yield Claim("noun", frame, low, i + 1, voice, (nouns[-1], nouns[-1] + 1), [i])
