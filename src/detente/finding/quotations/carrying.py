"""Words in marks that no cue claims: whose they are, if they are anybody's."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from detente.finding.quotations import clauses, shapes, subjects
from detente.finding.quotations.claims import Claim, Rule
from detente.finding.quotations.frame import Frame
from detente.finding.quotations.memory import UNKNOWN, Voice
from detente.finding.quotations.scene import Scene
from detente.finding.quotations.voices import Voices

_REACHING: frozenset[Rule] = frozenset({"that", "question", "infinitive", "source", "object"})
"""Rules after which what stands in marks in the same sentence may still be reported."""
_LONG = 12
_STOPS = ".!?…"
_CLOSING = " »”\"'"
_CLAUSE_LENGTH = 5
"""Words from which a marked stretch without a cue of its own is speech rather than a label."""


def carried(scene: Scene, voices: Voices, frame: Frame, claims: list[Claim]) -> list[Claim]:
    """Marked stretches without a cue that go on with the last speaker's words."""
    if not frame.quoted or frame.depth:
        return []
    claimed = {i for c in claims for i in c.quotes}
    left = [i for i in frame.quoted if i not in claimed]
    if not left:
        return []
    if not any(frame.lows):
        voice = voices.carried()
        said = [] if _is_crosshead(scene, frame) else left
        return [Claim("carried", frame, i, i + 1, voice, None, [i]) for i in said]
    signs = scene.lexicon.table.nouns.signs
    speech = [i for i in left if is_speech(scene, frame, i) or _is_verb_marked(scene, frame, i)]
    if any(word in signs for word in frame.lows) and not claims:
        speech = []
    if claims:
        return list(_beside(scene, frame, claims, left))
    return _alone(scene, voices, frame, speech)


def _alone(scene: Scene, voices: Voices, frame: Frame, speech: list[int]) -> list[Claim]:
    """Speech in a sentence that claims nothing: of whom it tells, else of the last speaker."""
    if not speech:
        return []
    told = voices.teller(frame) or _acting(scene, voices, frame, speech[0])
    if told is None and _is_infinitive(scene, frame, speech[0]):
        known = voices.about(frame)
        told = known if known is not None and known.how == "named" else None
    voice = told or voices.carried()
    if told is None and (voice is UNKNOWN or not _begins_with_verb(scene, frame, speech[0])):
        voice = voices.opening(frame) or voice
    if told is None and frame.word(speech[0] - 1) in scene.words.subject_relatives:
        voice = voices.about(frame) or voice
    if voice is UNKNOWN:
        return []
    high = frame.size - (frame.mark(frame.size - 1) != "")
    return [Claim("carried", frame, 0, high, voice, None, speech)]


def _acting(scene: Scene, voices: Voices, frame: Frame, i: int) -> Voice | None:
    """Who opens a sentence whose verb stands in the marks ("Le ministère a «exhorté la ville»"), or
    whose own words they are by a possessive ("La Suède a apporté son «soutien»")."""
    head = scene.starting(frame, 0)
    spoken = _is_verb_marked(scene, frame, i) or frame.word(i - 1) in scene.words.possessives
    return voices.named(head) if spoken and head is not None and head.actor else None


def _is_infinitive(scene: Scene, frame: Frame, i: int) -> bool:
    """The marks open with an infinitive, which hangs on the verb before them: "Portex prévoit de
    «bâtir un port …»"."""
    stretch = frame.stretches[i]
    inside = frame.passage.text[stretch.start : stretch.end].split() if stretch else []
    hangs = frame.word(i - 1) in scene.words.of | scene.words.to
    return hangs and bool(inside) and inside[0].lower().endswith(scene.words.infinitive_endings)


def _is_verb_marked(scene: Scene, frame: Frame, i: int) -> bool:
    """The marks hold the participle of the auxiliary before them, the first verb of the frame."""
    words, before = scene.words, frame.word(i - 1)
    if before not in words.have or before.endswith(words.infinitive_endings + words.gerund_endings):
        return False
    return subjects.leads(scene, frame, i - 1)


def _beside(scene: Scene, frame: Frame, claims: list[Claim], left: list[int]) -> Iterator[Claim]:
    """Words in marks that nothing claims, in a sentence in which somebody is quoted before: that
    one's, if no other speaks in it ("X a parlé de «signes», montrant qu'ils «ont des doutes»")."""
    speakers = {c.voice.actor for c in claims}
    first = min(c.low for c in claims)
    if len(speakers) > 1 or None in speakers:
        return
    for i in left:
        if any(c.rule == "source" and c.low <= i < c.high for c in claims):
            continue
        if i > first and (is_speech(scene, frame, i) or _goes_on(scene, frame, claims, i)):
            low = i
            while low > 0 and not frame.mark(low - 1) and not _opens_clause(scene, frame, low - 1):
                low -= 1
            low += low < i and frame.word(low) in scene.words.conjunctions
            voice = replace(claims[0].voice, how="carried", because="the one quoted here goes on")
            yield Claim("carried", frame, low, i + 1, voice, None, [i])


def _goes_on(scene: Scene, frame: Frame, claims: list[Claim], i: int) -> bool:
    """A few words in marks that go on with what is reported before them ("… de «signes» et seraient
    «plus disposés» à parler"), or what a gerund of the speaker's reports ("…, a dit X, tout en
    refusant de «céder»"). A name is none, nor what the writer sets beside it."""
    stretch, words = frame.stretches[i], scene.words
    if stretch is None or frame.word(i - 1) in words.naming:
        return False
    marked = frame.passage.text[stretch.start : stretch.end]
    if marked[0].isupper() or shapes.is_named(scene, marked):
        return False
    told = [c for c in claims if c.rule in _REACHING and c.low < i]
    low = max((c.high for c in told), default=0)
    joined = None if told else _joined(scene, frame, claims, i)
    if joined is not None:
        low = joined
    elif not told:
        opening = [k for k in range(i) if clauses.is_gerund(scene, frame, k + 1)]
        gerunds = [k for k in opening if frame.word(k) in words.gerund_marker]
        low = gerunds[-1] if gerunds else i
        below = scene.classes.below
        return low < i and not any(frame.word(k) in below for k in range(low, i))
    apart = words.places | words.subordinators - words.like - words.prepositions
    between = range(low, i)
    return not any(
        frame.word(k) in apart or frame.mark(k) == ";" or k in scene.sources(frame) for k in between
    )


def _joined(scene: Scene, frame: Frame, claims: list[Claim], i: int) -> int | None:
    """Where a clause begins that a conjunction joins, behind an incise, to what is reported without
    marks: "Le port ferme, a dit X, et seuls restent les «élus»"."""
    after = [c.cue[1] for c in claims if c.rule == "aside" and c.cue is not None]
    if not after:
        return None
    comma = next((k for k in range(max(after), i) if frame.mark(k) == ","), i)
    return comma + 2 if frame.word(comma + 1) in scene.words.conjunctions else None


def _opens_clause(scene: Scene, frame: Frame, i: int) -> bool:
    classes = scene.classes
    return frame.word(i) in classes.below or i in frame.quoted


def _begins_with_verb(scene: Scene, frame: Frame, i: int) -> bool:
    """The marks open with a finite verb, or are said of the subject of "être": they say something
    of that one, who is spoken of."""
    stretch = frame.stretches[i]
    if stretch is None or is_predicate(scene, frame, i):
        return stretch is not None
    small = scene.classes.before_verb
    inside = scene.inside(frame.passage, stretch, frame.depth + 1)[:1]
    begins = [f.starts[k] for f in inside for k, w in enumerate(f.lows) if w not in small][:1]
    token = scene.token(frame.passage, begins[0]) if begins else None
    return token is not None and "VerbForm=Fin" in token.morph


def is_predicate(scene: Scene, frame: Frame, i: int) -> bool:
    """The marks follow "être": X est «soupçonné d'avoir fui»."""
    at = i - 1
    while frame.word(at) in scene.words.third_persons | scene.words.adverbs:
        at -= 1
    return frame.word(at) in scene.words.be


def _is_crosshead(scene: Scene, frame: Frame) -> bool:
    """A paragraph that is nothing but marked words, without a full stop or said elsewhere too: a
    heading, or words pulled out of the story."""
    text = frame.passage.text
    if frame.start != 0 or frame.end != len(text):
        return False
    stretch = frame.stretches[0]
    words = text[stretch.start : stretch.end] if stretch else text
    repeated = any(words in p.text for p in scene.ground.passages if p is not frame.passage)
    return repeated or text.rstrip(_CLOSING)[-1:] not in _STOPS


def is_speech(scene: Scene, frame: Frame, i: int) -> bool:
    """A marked stretch that says something rather than names it: it holds a verb, or is long."""
    stretch = frame.stretches[i]
    if stretch is None:
        return False
    form = "" if is_predicate(scene, frame, i) else "Fin"
    length = len(frame.passage.text[stretch.start : stretch.end].split())
    if length < _CLAUSE_LENGTH:
        return False
    return length >= _LONG or scene.holds_verb(frame.passage, stretch.start, stretch.end, form)
