"""Drafts: settled claims as canonical spans, with their marked parts cut out of the page."""

from __future__ import annotations

from dataclasses import dataclass, field

from detente.finding.quotations.claims import Claim
from detente.finding.quotations.cue import Cue
from detente.finding.quotations.frame import Frame
from detente.finding.quotations.marks import Stretch
from detente.finding.quotations.memory import Voice
from detente.finding.quotations.scene import Scene
from detente.finding.quotations.voices import Voices
from detente.records import QuotationKind, Span

_DIRECT = frozenset({"incise", "colon", "label", "source"})


@dataclass(slots=True)
class Draft:
    """A quotation before its details are known. ``segments`` are its marked stretches: the parts
    of each, several where an incise or a new paragraph breaks it."""

    claim: Claim
    kind: QuotationKind
    segments: list[list[Span]]
    content: Span
    voice: Voice
    cue: Span | None
    group: int | None = None
    outer: Draft | None = None
    nested: list[Draft] = field(default_factory=list)

    @property
    def parts(self) -> list[Span]:
        """The parts of all segments."""
        return [part for segment in self.segments for part in segment]

    @property
    def start(self) -> int:
        """First quoted character."""
        return self.parts[0][0]

    @property
    def end(self) -> int:
        """After the last quoted character."""
        return self.parts[-1][1]


def draft(scene: Scene, voices: Voices, claim: Claim) -> Draft:
    """A claim as a draft."""
    frame = claim.frame
    stretches = [s for s in (frame.stretches[i] for i in claim.quotes) if s]
    voice, cue = claim.voice, claim.cue
    span = scene.span(frame, *cue) if cue else None
    if claim.rule == "turn":
        passage = frame.passage
        whole = passage.span(frame.starts[claim.low], len(passage.text))
        return Draft(claim, "direct", [[whole]], whole, voice, span)
    if not stretches:
        content = scene.span(frame, _past_tie(scene, claim), claim.high)
        halves = [content]
        if claim.rest is not None:
            halves.append(scene.span(frame, *claim.rest))
            content = (content[0], halves[-1][1])
        return Draft(claim, "indirect", [halves], content, voice, span)
    parts = [frame.passage.span(s.start, s.end) for s in stretches]
    whole_words = _is_direct(claim) and not _hangs(scene, frame, stretches[0])
    kind: QuotationKind = "direct" if whole_words else "mixed"
    if kind == "direct":
        split = split_by_incise(scene, voices, frame, stretches[0], claim)
        if split is not None:
            parts, voice, span = split
            claim.rule = "incise"
        content = (parts[0][0], parts[-1][1])
    else:
        content = scene.span(frame, claim.low, claim.rest[1] if claim.rest else claim.high)
    segments = [parts] if kind == "direct" else [[part] for part in parts]
    return Draft(claim, kind, segments, content, voice, span, stretches[0].group)


def _past_tie(scene: Scene, claim: Claim) -> int:
    """The first piece that is reported of a sentence: what ties it to the one before is not."""
    frame, low = claim.frame, claim.low
    if not frame.capitals[low]:
        return low
    after = low + max(scene.lexicon.ties.at(frame.lows, low), default=0)
    after += after > low and frame.mark(after) == ","
    return after if after < claim.high else low


def _is_direct(claim: Claim) -> bool:
    """The marks hold all that is reported, and no "que" or verb ties it into the sentence."""
    if len(claim.quotes) != 1 or claim.high - claim.low != 1:
        return False
    if claim.rule == "carried":
        return not any(claim.frame.lows)
    if claim.rule in _DIRECT:
        return True
    return claim.rule == "object" and _stands_alone(claim)


def _hangs(scene: Scene, frame: Frame, stretch: Stretch) -> bool:
    """The marked words begin with a "de" that ties them to a word before: "sous peine «de …»"."""
    first = scene.inside(frame.passage, stretch, frame.depth + 1)[:1]
    return any(f.word(0) in scene.words.of and not f.capitals[0] for f in first)


def _stands_alone(claim: Claim) -> bool:
    """Straight after its verb, a marked sentence: a dit «Nous viendrons»."""
    frame, i = claim.frame, claim.quotes[0]
    stretch = frame.stretches[i]
    if claim.verb is None or claim.verb.last != i or stretch is None:
        return False
    text = frame.passage.text
    return text[stretch.start].isupper() and len(text[stretch.start : stretch.end].split()) > 2


def split_by_incise(
    scene: Scene, voices: Voices, frame: Frame, stretch: Stretch, claim: Claim
) -> tuple[list[Span], Voice, Span] | None:
    """The two halves around an incise inside the marks: «A, prévient X. B.»"""
    if claim.cue is not None and claim.rule != "label":
        return None
    for inner in scene.inside(frame.passage, stretch, frame.depth + 1):
        for cue in scene.cues(inner):
            found = _halves(scene, voices, inner, cue, stretch)
            if found:
                return found
    return None


def _halves(
    scene: Scene, voices: Voices, inner: Frame, cue: Cue, stretch: Stretch
) -> tuple[list[Span], Voice, Span] | None:
    if not cue.takes("incise") or cue.is_bare or cue.passive or inner.mark(cue.first - 1) != ",":
        return None
    if inner.word(cue.last) in scene.words.that:
        return None
    voice = voices.inverted(inner, cue)
    if voice.actor is None or voice.mention is None:
        return None
    last = scene.piece(inner, voice.mention[1] - 1)
    after = last + 1
    while after < inner.size and inner.mark(after) not in (",", ".", ":", "!", "?"):
        after += 1
    if after - cue.last > 14:
        return None
    passage = inner.passage
    first = passage.span(stretch.start, inner.ends[cue.first - 2])
    resume = _resume(inner, after, stretch)
    parts = [first]
    if resume is not None:
        parts.append(passage.span(resume, stretch.end))
    return parts, voice, scene.span(inner, cue.first, cue.last)


def _resume(inner: Frame, after: int, stretch: Stretch) -> int | None:
    """Where the quoted words go on after an incise."""
    at = inner.ends[after] if after < inner.size else inner.end
    text = inner.passage.text
    while at < stretch.end and text[at] in " .,:":
        at += 1
    return at if at < stretch.end else None
