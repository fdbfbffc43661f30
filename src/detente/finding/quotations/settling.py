"""Settling: which claim reports which words, where several cues reach for them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from detente.finding.quotations.claims import Claim, Rule
from detente.finding.quotations.frame import Frame
from detente.finding.quotations.memory import UNKNOWN, Voice
from detente.finding.quotations.scene import Scene
from detente.finding.quotations.voices import Voices

_WITHOUT_MARKS: frozenset[Rule] = frozenset(
    {"incise", "aside", "that", "question", "infinitive", "source"}
)
_LONG = 12
_STOPS = ".!?…"
_CLOSING = " »”\"'"
_CLAUSE_LENGTH = 5
"""Words from which a marked stretch without a cue of its own is speech rather than a label."""


def settle(scene: Scene, frame: Frame, claims: list[Claim]) -> list[Claim]:
    """The claims that stand: each marked stretch with one cue, relays taken off, and no clause
    without marks or without a speaker twice."""
    for claim in claims:
        claim.quotes = [i for i in claim.quotes if not is_name(scene, claim, i)]
    claims = _without_relays([c for c in claims if not _is_unsaid(c)])
    claims = [c for c in claims if not _is_view(c, claims)]
    _share_out(claims)
    kept = [c for c in claims if c.quotes or _may_be_indirect(scene, c)]
    return [c for c in kept if not _is_inside(c, kept)]


def _is_unsaid(claim: Claim) -> bool:
    """Nobody says it: a passive without an agent, a noun phrase whose verb has no subject."""
    unknown = claim.voice.actor is None and claim.voice.mention is None
    verb = claim.verb
    if verb is not None and verb.mood == "infinitive" and claim.rule == "object":
        unknown = unknown or claim.voice.how == "carried"
    return unknown and claim.rule in ("object", "passive", "noun", "infinitive")


def _is_view(claim: Claim, claims: list[Claim]) -> bool:
    """In "Pour X, «…», a dit Y", whoever speaks names the one whose view it is; a pronoun there
    goes on with that one ("Selon X, «…», a-t-il dit")."""
    if claim.rule != "source" or claim.cue is None:
        return False
    at = claim.cue[0]
    over = [c for c in claims if c.rule in ("incise", "aside") and c.low <= at < c.high]
    for c in over:
        if claim.cue[0] <= c.low + 1 and set(c.quotes) <= set(claim.quotes):
            c.low = max(c.low, claim.low)
        if c.verb is not None and c.verb.pronoun is not None and claim.voice.actor is not None:
            c.voice = replace(
                claim.voice, how="pronoun", because="the pronoun goes on with the source"
            )
    return any(c.voice.actor is not None for c in over)


def is_name(scene: Scene, claim: Claim, i: int) -> bool:
    """A marked stretch inside a clause that names a thing: le traité «Horizon»."""
    if claim.width == 1 or (claim.cue is not None and claim.cue[1] == i):
        return False
    word, stretch = claim.frame.word(i - 1), claim.frame.pieces[i].stretch
    capital = stretch is not None and claim.frame.passage.text[stretch.start].isupper()
    return word in scene.words.naming or (capital and word in scene.words.named_things)


def _without_relays(claims: list[Claim]) -> list[Claim]:
    """In «…», a dit X, selon l'agence Y, the source passes on what a cue already reports."""
    told = [c for c in claims if c.rule != "source" and c.verb is not None]
    kept = []
    for claim in claims:
        passed = [c for c in told if claim.rule == "source" and _tells(claim, c)]
        for other in passed:
            other.relay = claim.voice.actor
        if not passed:
            kept.append(claim)
    return kept


def _tells(source: Claim, told: Claim) -> bool:
    """The source's words are those of the cue and its subject, not only what is reported."""
    assert told.verb is not None
    inside = source.low <= told.verb.first < source.high
    return inside and told.voice.actor is not None and not told.verb.is_bare


def _share_out(claims: list[Claim]) -> None:
    """Give each marked stretch to one claim: the narrowest, unless a wider one has the same
    voice."""
    for claim in sorted(claims, key=_width):
        for other in claims:
            if other is claim or not _may_yield(claim, other):
                continue
            shared = set(claim.quotes) & set(other.quotes)
            loser = other if _keeps(claim, other) else claim
            loser.quotes = [q for q in loser.quotes if q not in shared]


def _width(claim: Claim) -> tuple[int, int]:
    return claim.high - claim.low, claim.low


def _may_yield(claim: Claim, other: Claim) -> bool:
    return bool(set(claim.quotes) & set(other.quotes)) and _width(claim) <= _width(other)


def _keeps(narrow: Claim, wide: Claim) -> bool:
    """Whether the narrower of two claims keeps the marks they share."""
    if narrow.voice.actor is None or narrow.rule == "noun":
        return wide.voice.actor is None
    if narrow.rule == "object" and wide.rule in ("that", "question", "infinitive"):
        return False
    if wide.rule == "incise" and _is_purpose(narrow):
        return False
    return narrow.voice.actor != wide.voice.actor or wide.rule == "object"


def _is_purpose(claim: Claim) -> bool:
    """An infinitive parted from the marks by a comma: "Pour finir, «…», a dit X"."""
    bare = claim.verb is not None and claim.verb.mood == "infinitive"
    return bare and claim.rule == "object" and claim.frame.mark(claim.low - 1) == ","


def _may_be_indirect(scene: Scene, claim: Claim) -> bool:
    if claim.rule not in _WITHOUT_MARKS or claim.voice.actor is None or claim.frame.depth:
        return False
    if claim.width < 2 and not claim.rest:
        return False
    return claim.voice.how != "unknown"


def _is_inside(claim: Claim, kept: list[Claim]) -> bool:
    """A clause without marks inside another reported clause is part of it."""
    if claim.quotes:
        return False
    return any(other.holds(claim) and _width(other) > _width(claim) for other in kept)


def carried(scene: Scene, voices: Voices, frame: Frame, claims: list[Claim]) -> list[Claim]:
    """Marked stretches without a cue that go on with the last speaker's words."""
    claimed = {i for c in claims for i in c.quotes}
    left = [i for i in frame.quotes() if i not in claimed]
    if not left or frame.depth:
        return []
    if all(piece.kind != "word" for piece in frame.pieces):
        voice = voices.carried()
        said = [] if _is_crosshead(scene, frame) else left
        return [Claim("carried", frame, i, i + 1, voice, None, [i]) for i in said]
    signs = scene.lexicon.table.nouns.signs
    speech = [i for i in left if is_speech(scene, frame, i)]
    speech = [i for i in speech if not any(frame.word(k) in signs for k in range(i))]
    if claims:
        return list(_beside(scene, frame, claims, speech))
    return _alone(scene, voices, frame, speech)


def _alone(scene: Scene, voices: Voices, frame: Frame, speech: list[int]) -> list[Claim]:
    """Speech in a sentence that claims nothing: of whom it tells, else of the last speaker."""
    if not speech:
        return []
    told = voices.teller(frame) or _acting(scene, voices, frame, speech[0])
    voice = told or voices.carried()
    if told is None and (voice is UNKNOWN or not _begins_with_verb(scene, frame, speech[0])):
        voice = voices.opening(frame) or voice
    if voice is UNKNOWN:
        return []
    high = len(frame.pieces) - (frame.mark(len(frame.pieces) - 1) != "")
    return [Claim("carried", frame, 0, high, voice, None, speech)]


def _acting(scene: Scene, voices: Voices, frame: Frame, i: int) -> Voice | None:
    """Who opens a sentence whose verb stands in the marks: "Le ministère a «exhorté la ville»"."""
    head = scene.starting(frame, 0)
    spoken = frame.word(i - 1) in scene.words.have
    return voices.named(head) if spoken and head is not None and head.actor else None


def _beside(scene: Scene, frame: Frame, claims: list[Claim], speech: list[int]) -> Iterator[Claim]:
    """Words in marks that nothing claims, in a sentence in which somebody is quoted before: that
    one's, if no other speaks in it ("X a parlé de «signes», montrant qu'ils «ont des doutes»")."""
    speakers = {c.voice.actor for c in claims}
    first = min(c.low for c in claims)
    if len(speakers) > 1 or None in speakers:
        return
    for i in speech:
        if i > first:
            low = i
            while low > 0 and not frame.mark(low - 1) and not _opens_clause(scene, frame, low - 1):
                low -= 1
            voice = replace(claims[0].voice, how="carried", because="the one quoted here goes on")
            yield Claim("carried", frame, low, i + 1, voice, None, [i])


def _opens_clause(scene: Scene, frame: Frame, i: int) -> bool:
    words = scene.words
    return frame.word(i) in words.that | words.relatives or frame.pieces[i].kind == "quote"


def _begins_with_verb(scene: Scene, frame: Frame, i: int) -> bool:
    """The marks open with a finite verb, or are said of the subject of "être": they say something
    of that one, who is spoken of."""
    stretch = frame.pieces[i].stretch
    if stretch is None or is_predicate(scene, frame, i):
        return stretch is not None
    small = scene.words.negation | scene.words.clitics
    inside = scene.inside(frame.passage, stretch, frame.depth + 1)[:1]
    begins = [p.start for f in inside for p in f.pieces if p.text not in small][:1]
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
    stretch = frame.pieces[0].stretch
    words = text[stretch.start : stretch.end] if stretch else text
    repeated = any(words in p.text for p in scene.ground.passages if p is not frame.passage)
    return repeated or text.rstrip(_CLOSING)[-1:] not in _STOPS


def is_speech(scene: Scene, frame: Frame, i: int) -> bool:
    """A marked stretch that says something rather than names it: it holds a verb, or is long."""
    stretch = frame.pieces[i].stretch
    if stretch is None:
        return False
    form = "" if is_predicate(scene, frame, i) else "Fin"
    length = len(frame.passage.text[stretch.start : stretch.end].split())
    if length < _CLAUSE_LENGTH:
        return False
    return length >= _LONG or scene.holds_verb(frame.passage, stretch.start, stretch.end, form)


def speaker_after(
    voices: Voices, frame: Frame, claims: list[Claim]
) -> tuple[Voice | None, Voice | None]:
    """Who spoke last and whom the sentence was about, once a frame is read."""
    spoken = [c for c in claims if c.voice.actor and c.rule != "noun"]
    main = min(spoken, key=lambda c: (c.verb is not None and c.verb.is_bare, c.low), default=None)
    if main is not None:
        return main.voice, main.voice
    return voices.last, voices.opening(frame) or voices.subject
