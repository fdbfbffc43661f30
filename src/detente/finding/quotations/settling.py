"""Settling: which claim reports which words, where several cues reach for them."""

from __future__ import annotations

from msgspec.structs import replace

from detente.finding.quotations import shapes
from detente.finding.quotations.claims import Claim, Rule
from detente.finding.quotations.frame import Frame
from detente.finding.quotations.memory import Voice
from detente.finding.quotations.scene import Scene
from detente.finding.quotations.voices import Voices

_WITHOUT_MARKS: frozenset[Rule] = frozenset(
    {"incise", "aside", "that", "question", "infinitive", "state", "source"}
)
_LENT: frozenset[Rule] = frozenset({"that", "infinitive", "object", "state"})
"""What a body says, where it stands before the words of whoever speaks for it."""

_MEDIA = ("media", "news_agency")
"""Kinds of bodies that report what others say."""
_INITIALS = 5
"""Letters that the initials of a name or a thing have at most: la juge «RVT»."""
_NESTED = 3
"""Pieces that a clause without marks has at least to be told apart from the one it stands in."""


def settle(scene: Scene, claims: list[Claim]) -> list[Claim]:
    """The claims that stand: each marked stretch with one cue, relays taken off, and no clause
    without marks or without a speaker twice."""
    if not claims:
        return []
    for claim in claims:
        claim.quotes = [i for i in claim.quotes if not is_name(scene, claim, i)]
    claims = _without_relays(scene, [c for c in claims if not _is_unsaid(c)])
    claims = [c for c in claims if not _is_view(c, claims) and not _is_lent(scene, c, claims)]
    _share_out(claims)
    kept = [c for c in claims if c.quotes or _may_be_indirect(scene, c)]
    kept = [c for c in kept if not _has_source(c, kept)]
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


def _is_lent(scene: Scene, claim: Claim, claims: list[Claim]) -> bool:
    """A body says it by whoever speaks for it: "L'ONG exhorte les élus à «la retenue», a dit sa
    porte-parole"."""
    if claim.rule not in _LENT or not claim.quotes:
        return False
    over = (c for c in claims if c.rule in ("incise", "aside") and c.holds(claim))
    return any(
        _speaks_for(scene, c, claim.voice) for c in over if set(c.quotes) & set(claim.quotes)
    )


def _speaks_for(scene: Scene, claim: Claim, voice: Voice) -> bool:
    """Whoever speaks is called "son porte-parole" of the other, or is a person of the same state as
    that body."""
    one, other = (scene.actors.get(v.actor or "") for v in (claim.voice, voice))
    if one is None or other is None or one.id == other.id or one.kind != "person":
        return False
    if claim.cue is None or claim.voice.mention is None:
        return False
    frame, low = claim.frame, claim.cue[1]
    high = scene.piece(frame, claim.voice.mention[1] - 1)
    if any(frame.word(k) in scene.words.possessives for k in range(low, high)):
        return True
    return other.kind != "person" and bool(set(one.states) & set(other.states))


def is_name(scene: Scene, claim: Claim, i: int) -> bool:
    """A marked stretch inside a clause that names a thing: le traité «Horizon»."""
    if claim.width == 1 or (claim.cue is not None and claim.cue[1] == i):
        return False
    word, stretch = claim.frame.word(i - 1), claim.frame.stretches[i]
    marked = claim.frame.passage.text[stretch.start : stretch.end] if stretch is not None else ""
    capital = marked[:1].isupper()
    initials = marked.isupper() and marked.isalpha() and len(marked) <= _INITIALS
    named = shapes.is_named(scene, marked) or (capital and word in scene.words.named_things)
    called = claim.frame.word(i - 2) in scene.words.names and word in scene.words.of and capital
    return initials or named or called or word in scene.words.naming


def _without_relays(scene: Scene, claims: list[Claim]) -> list[Claim]:
    """In «…», a dit X, selon l'agence Y, the source passes on what a cue already reports; who
    opens the sentence and is no medium says so itself ("Selon un élu, la Suède dit vouloir …")."""
    told = [c for c in claims if c.rule != "source" and c.verb is not None]
    kept = []
    for claim in claims:
        passed = [c for c in told if claim.rule == "source" and _tells(claim, c)]
        for other in passed:
            other.relay = claim.voice.actor
        if not passed or _is_teller(scene, claim):
            kept.append(claim)
    return kept


def _is_teller(scene: Scene, source: Claim) -> bool:
    """A source before its words that is neither a medium nor a document."""
    media, document = scene.lexicon.table.nouns.media, scene.lexicon.table.nouns.document
    organ = scene.ground.knowledge.organ(source.voice.actor)
    if (
        (organ is not None and organ.kind in _MEDIA)
        or source.cue is None
        or not source.voice.mention
    ):
        return False
    named = scene.ground.words(*source.voice.mention).lower().replace("'", " ").split()
    passes = set(named) & (media | document) or source.voice.how not in ("named", "unnamed")
    first, last = scene.span(source.frame, source.cue[1], max(source.low, source.cue[1] + 1))
    inside = first <= source.voice.mention[0] and source.voice.mention[1] <= last
    return source.cue[0] < source.low and inside and not passes


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
    if wide.rule in ("incise", "source") and (_is_purpose(narrow) or _is_thought(narrow)):
        return False
    return narrow.voice.actor != wide.voice.actor or wide.rule == "object"


def _is_thought(claim: Claim) -> bool:
    """What somebody wishes or thinks: if another tells of it, the words are that one's ("X souhaite
    «partir», a ironisé Y")."""
    return claim.rule == "object" and claim.verb is not None and claim.verb.takes("thought")


def _is_purpose(claim: Claim) -> bool:
    """An infinitive parted from the marks by a comma: "Pour finir, «…», a dit X"."""
    bare = claim.verb is not None and claim.verb.mood == "infinitive"
    return bare and claim.rule == "object" and claim.frame.mark(claim.low - 1) == ","


def _may_be_indirect(scene: Scene, claim: Claim) -> bool:
    if claim.rule not in _WITHOUT_MARKS or claim.voice.actor is None or claim.frame.depth:
        return False
    single = claim.rule != "infinitive" or _is_relative(scene, claim)
    if claim.width < 2 and not claim.rest and single:
        return False
    return claim.voice.how != "unknown"


def _is_relative(scene: Scene, claim: Claim) -> bool:
    """The object of an infinitive stands before its cue: "un port qu'il promet de fermer"."""
    words = scene.words.relatives - scene.words.subject_relatives
    low = claim.cue[0] if claim.cue is not None else 0
    return any(claim.frame.word(k) in words for k in range(low))


def _has_source(claim: Claim, kept: list[Claim]) -> bool:
    """A source at the end of a sentence that another opens: whose the whole is, is not said
    ("D'après X, les ports, qui sont dix, selon Y")."""
    if claim.rule != "source" or claim.quotes or claim.rest:
        return False
    sources = [c for c in kept if c is not claim and c.rule == "source" and c.cue is not None]
    return any(c.cue is not None and claim.low <= c.cue[0] < claim.high for c in sources)


def _is_inside(claim: Claim, kept: list[Claim]) -> bool:
    """A clause without marks inside another reported clause is part of it."""
    if claim.quotes:
        return False
    same = [c for c in kept if (c.low, c.high) == (claim.low, claim.high) and not c.quotes]
    if claim.rest is None and same[0] is not claim:
        return True
    over = [c for c in kept if c.holds(claim) and _width(c) > _width(claim)]
    return any(not _tells_of(c, claim) for c in over)


def _tells_of(outer: Claim, inner: Claim) -> bool:
    """In what somebody reports another is said to report something: "X a dit que Y avait promis de
    partir"."""
    verb, known = inner.verb, outer.voice.actor is not None
    told = inner.rule in ("that", "infinitive") and verb is not None and not verb.is_bare
    clear = told and inner.voice.how in ("named", "unnamed") and inner.width >= _NESTED
    return known and clear and outer.voice.actor != inner.voice.actor


def speaker_after(
    voices: Voices, frame: Frame, claims: list[Claim]
) -> tuple[Voice | None, Voice | None]:
    """Who spoke last and whom the sentence was about, once a frame is read."""
    spoken = [c for c in claims if c.voice.actor and c.rule != "noun"]
    main = min(spoken, key=lambda c: (c.verb is not None and c.verb.is_bare, c.low), default=None)
    if main is not None:
        return main.voice, main.voice
    return voices.last, voices.opening(frame) or voices.subject
