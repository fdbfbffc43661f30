"""The finder: frames in order, claims, settling, drafts, quotations."""

from __future__ import annotations

from detente.finding.ground import Ground, People
from detente.finding.quotations import details
from detente.finding.quotations.claims import Claims
from detente.finding.quotations.confidence import confidence, reason
from detente.finding.quotations.drafts import Draft, draft
from detente.finding.quotations.frame import Frame
from detente.finding.quotations.scene import Scene
from detente.finding.quotations.settling import carried, settle, speaker_after
from detente.finding.quotations.voices import Voices
from detente.records import Published, Quotation, Time
from detente.text import Passage


def find(
    ground: Ground, people: People, times: tuple[Time, ...], published: Published
) -> tuple[tuple[Quotation, ...], People]:
    """The quotations of a page in order of the text, and its people, enlarged by the sources
    that only quotations name ("un diplomate européen").

    The parser is asked once, for the sentences that hold a cue outside the marks.
    """
    scene = Scene(ground, people)
    scene.parse(_wanted(scene))
    voices = Voices(scene)
    drafts: list[Draft] = []
    for frame in scene.frames:
        drafts.extend(_read(scene, voices, frame))
    drafts = _joined(drafts)
    drafts.sort(key=lambda d: (d.start, -d.end, d.content))
    numbers = {id(d): f"q{n}" for n, d in enumerate(drafts, 1)}
    found = tuple(_quotation(scene, d, numbers, times, published) for d in drafts)
    actors = people.actors + tuple(voices.made.values())
    return found, People(actors=actors, mentions=people.mentions)


def _wanted(scene: Scene) -> list[tuple[Passage, int]]:
    """Positions whose sentences need syntax: cues with a clause or an object after them."""
    return [
        (frame.passage, frame.pieces[cue.head].start)
        for frame in scene.frames
        for cue in scene.cues(frame)
        if cue.pronoun is None
    ]


def _read(scene: Scene, voices: Voices, frame: Frame) -> list[Draft]:
    """The drafts of one frame and of the marks inside its marks."""
    voices.current = None
    claims = settle(scene, frame, Claims(scene, voices, frame).all())
    claims += carried(scene, voices, frame, claims)
    drafts = [draft(scene, voices, c) for c in claims]
    for outer in drafts:
        for inner in drafts:
            if outer.claim.holds(inner.claim) and outer.voice.actor != inner.voice.actor:
                inner.outer = outer
    for outer in list(drafts):
        drafts.extend(_nested(scene, voices, outer))
    if frame.depth == 0:
        voices.last, voices.subject = speaker_after(voices, frame, claims)
        for d in drafts:
            if d.claim.rule == "carried" and d.claim.cue is None and d.cue is not None:
                voices.last = voices.subject = d.voice
    return drafts


def _nested(scene: Scene, voices: Voices, outer: Draft) -> list[Draft]:
    """Quotations inside the marks of a quotation."""
    found: list[Draft] = []
    frame = outer.claim.frame
    for i in outer.claim.quotes:
        stretch = frame.pieces[i].stretch
        if stretch is None or not stretch.children or frame.depth > 1:
            continue
        for inner in scene.inside(frame.passage, stretch, frame.depth + 1):
            for nested in _read(scene, voices, inner):
                nested.outer = nested.outer or outer
                found.append(nested)
    return found


def _joined(drafts: list[Draft]) -> list[Draft]:
    """The paragraphs of one quotation as one draft, with the speaker that any of them names."""
    kept: list[Draft] = []
    groups: dict[int, Draft] = {}
    for current in drafts:
        first = groups.get(current.group) if current.group is not None else None
        if first is None:
            kept.append(current)
            if current.group is not None:
                groups[current.group] = current
            continue
        first.parts = first.parts + current.parts
        first.content = (first.content[0], current.content[1])
        if first.cue is None and current.cue is not None:
            first.voice, first.cue, first.claim = current.voice, current.cue, current.claim
    return kept


def _quotation(
    scene: Scene,
    draft: Draft,
    numbers: dict[int, str],
    times: tuple[Time, ...],
    published: Published,
) -> Quotation:
    start, end = draft.start, draft.end
    text = scene.ground.text
    return Quotation(
        id=numbers[id(draft)],
        start=start,
        end=end,
        text=text[start:end],
        kind=draft.kind,
        parts=tuple(draft.parts),
        content_start=draft.content[0],
        content_end=draft.content[1],
        speaker=draft.voice.actor,
        speaker_mention=draft.voice.mention,
        cue=draft.cue,
        cue_text=text[slice(*draft.cue)] if draft.cue else None,
        addressee=details.addressee(scene, draft),
        about=details.about(scene, draft),
        said=details.said(scene, draft, times, published),
        within=numbers.get(id(draft.outer)) if draft.outer else None,
        confidence=confidence(draft),
        because=reason(draft),
        polarity=details.polarity(scene, draft),
        relay=draft.claim.relay,
        editorial=details.editorial(scene, draft),
    )
