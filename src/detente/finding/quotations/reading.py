"""The finder: frames in order, claims, settling, drafts, quotations."""

from __future__ import annotations

from typing import NamedTuple

from detente.finding.ground import Ground, People
from detente.finding.quotations import (
    announced,
    days,
    details,
    given,
    incises,
    inscribed,
    mouths,
    reports,
    sources,
    subjects,
    views,
)
from detente.finding.quotations.addressees import addressees
from detente.finding.quotations.carrying import carried
from detente.finding.quotations.claims import Claim, Hearing
from detente.finding.quotations.confidence import confidence, reason
from detente.finding.quotations.cue import Cue
from detente.finding.quotations.drafts import Draft, draft
from detente.finding.quotations.frame import Frame
from detente.finding.quotations.memory import UNKNOWN
from detente.finding.quotations.presented import presented
from detente.finding.quotations.scene import Scene
from detente.finding.quotations.settling import settle, speaker_after
from detente.finding.quotations.turns import turns
from detente.finding.quotations.voices import Voices
from detente.finding.quotations.wanting import wanted
from detente.records import Published, Quotation, Time

_DAY = 10
"""Characters of an ISO value that names a day."""
_IN_MARKS = (views.reported, inscribed.reported, *announced.RULES)
"""Rules for words in marks that no verb reports."""


class Told(NamedTuple):
    """What the page around a draft tells of its words: their day, and whom they are said to."""

    day: str | None
    to: str | None


def find(
    ground: Ground, people: People, times: tuple[Time, ...], published: Published
) -> tuple[tuple[Quotation, ...], People]:
    """The quotations of a page in order of the text, and its people, enlarged by the sources
    that only quotations name ("un diplomate européen").

    The parser is asked once, for the sentences that hold a cue outside the marks.
    """
    scene, found = drafts(ground, people)
    numbers = _numbers(found)
    known_days = _days_said(scene, found, times, published)
    heard = addressees(scene, found)
    by_id = {id(d): d for d in found}
    quoted = tuple(
        _quotation(scene, (by_id[key], n), numbers, Told(known_days[key], heard[key]))
        for key, n in numbers
    )
    return quoted, People(actors=tuple(scene.actors.values()), mentions=people.mentions)


def drafts(ground: Ground, people: People) -> tuple[Scene, list[Draft]]:
    """The quotations of a page before their details, in order of the text."""
    scene = Scene(ground, people)
    scene.parse(wanted(scene))
    voices = Voices(scene)
    found: list[Draft] = []
    said = turns(scene, voices)
    for frame in scene.frames:
        if frame.passage.block not in said:
            found.extend(_read(scene, voices, frame))
    found.extend(draft(scene, voices, claim) for claim in said.values())
    return scene, sorted(_joined(found), key=lambda d: (d.start, -d.end, d.content))


def _read(scene: Scene, voices: Voices, frame: Frame) -> list[Draft]:
    """The drafts of one frame and of the marks inside its marks."""
    voices.current = None
    claims = settle(scene, _heard(scene, voices, frame))
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
        spoken = any(c.voice.actor for c in claims)
        told = None if spoken or frame.quotes() else voices.teller(frame)
        if told is not None:
            voices.last = voices.subject = told
        voices.spoke, voices.told = voices.last if spoken or told else None, told
        voices.shown = None if spoken or told else presented(scene, frame)
        voices.heard += [c.voice for c in sorted(claims, key=lambda c: c.low) if c.voice.actor]
        for d in drafts:
            if d.claim.cue is None and d.cue is not None:
                voices.last = voices.subject = d.voice
    return drafts


def _heard(scene: Scene, voices: Voices, frame: Frame) -> list[Claim]:
    """All that the cues of a frame claim. Incises come first: they bound the other clauses."""
    cues = [c for c in scene.cues(frame) if is_verb(scene, frame, c)]
    hearing = Hearing(scene, voices, frame, cues)
    hearing.incises = [c for c in hearing.cues if incises.is_incise(hearing, c)]
    for cue in hearing.cues:
        if cue in hearing.incises:
            hearing.claims.extend(incises.reported(hearing, cue))
            continue
        said = list(sources.as_said(hearing, cue))
        hearing.claims.extend(said or reports.reported(hearing, cue))
    hearing.claims.extend(sources.reported(hearing))
    for rule in _IN_MARKS if frame.quoted else ():
        hearing.claims.extend(rule(hearing))
    mouths.trace(hearing)
    return hearing.claims


def is_verb(scene: Scene, frame: Frame, cue: Cue) -> bool:
    """Whether the parse, if there is one, takes the form for a verb ("son conseiller" is none)."""
    if given.is_calling(scene, frame, cue.first) or _is_wished(scene, frame, cue):
        return False
    if cue.mood == "infinitive" and _is_source(scene, frame, cue):
        return False
    if cue.mood == "gerund" and _is_adjective(scene, frame, cue):
        return False
    if cue.pronoun is not None or cue.mood in ("participle", "gerund"):
        return True
    before = cue.first - 1
    named = before >= 0 and frame.capitals[before]
    that, quoted = frame.word(cue.last) in scene.words.that, frame.quotes(cue.last, cue.last + 1)
    sure = that or quoted or named or _is_attributed(frame, cue) or _is_joined(scene, frame, cue)
    sure = sure or _is_resumed(scene, frame, cue)
    token = None if sure else scene.parsed(frame, cue.head)
    return token is None or token.pos not in ("NOUN", "PROPN", "ADJ", "ADP")


def _is_adjective(scene: Scene, frame: Frame, cue: Cue) -> bool:
    """A participle behind its noun that takes nothing: "un résultat encourageant en mai"."""
    words, after = scene.words, frame.word(cue.last)
    alone = frame.word(cue.first - 1) not in words.gerund_marker | scene.classes.before_verb
    takes = after in words.that | words.to | scene.classes.of | words.articles
    if not alone or takes or not frame.word(cue.first - 1) or frame.quotes(cue.last, cue.last + 1):
        return False
    token = scene.parsed(frame, cue.head)
    return token is not None and token.pos == "ADJ"


def _is_source(scene: Scene, frame: Frame, cue: Cue) -> bool:
    """The infinitive belongs to words that name a source: "à l'en croire"."""
    found = scene.sources(frame)
    return any(i <= cue.head < i + width for i, width in found.items())


def _is_wished(scene: Scene, frame: Frame, cue: Cue) -> bool:
    """What one is to say some day is not said: "une lettre pour qu'il justifie sa «colère»"."""
    words, at = scene.words, cue.first - 1
    while frame.word(at) in scene.classes.before_verb:
        at -= 1
    to = frame.word(at) in words.subjects and frame.word(at - 1) in words.that
    return to and frame.word(at - 2) in scene.lexicon.table.light.purpose


def _is_attributed(frame: Frame, cue: Cue) -> bool:
    """Between a comma and a name, a verb's form is a verb: "…, note Jean Durand"."""
    i, before = cue.last, frame.mark(cue.first - 1)
    follows = i < frame.size and frame.lows[i] != ""
    return cue.takes("incise") and before == "," and follows and frame.capitals[i]


def _is_resumed(scene: Scene, frame: Frame, cue: Cue) -> bool:
    """Between a comma and an article, a verb's form is a verb: "Le maire, élu en mai, juge la
    digue …"; a superlative is not ("sa peur, menace la plus grave")."""
    parted = cue.mood == "finite" and frame.mark(cue.first - 1) == ","
    words, i = scene.words, cue.last
    follows = frame.word(i) in (words.definite | words.indefinite | words.possessives)
    follows = follows or (cue.takes("de") and frame.word(i) in scene.classes.towards)
    return parted and follows and frame.word(i + 1) not in words.comparing


def _is_joined(scene: Scene, frame: Frame, cue: Cue) -> bool:
    """A verb's form after a conjunction, without an article and before whom it is said to, is the
    second verb of a sentence: "s'y oppose et demande au maire de partir"."""
    words, before = scene.words, cue.first - 1
    told = frame.word(cue.last) in scene.classes.towards
    joined = cue.mood == "finite" and frame.word(before) in words.conjunctions
    return joined and told and not subjects.leads(scene, frame, before)


def _nested(scene: Scene, voices: Voices, outer: Draft) -> list[Draft]:
    """Quotations inside the marks of a quotation; whoever speaks there calls nobody else's words
    his own by a pronoun of the third person."""
    found: list[Draft] = []
    frame = outer.claim.frame
    for i in outer.claim.quotes:
        stretch = frame.stretches[i]
        if stretch is None or not stretch.children or frame.depth > 1:
            continue
        for inner in scene.inside(frame.passage, stretch, frame.depth + 1):
            for nested in _read(scene, voices, inner):
                nested.outer = nested.outer or outer
                if nested.voice.how == "pronoun" and nested.voice.actor == outer.voice.actor:
                    nested.voice = UNKNOWN
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
        first.segments[-1] = first.segments[-1] + current.segments[0]
        first.segments += current.segments[1:]
        first.content = (first.content[0], current.content[1])
        if first.cue is None and current.cue is not None:
            first.voice, first.cue, first.claim = current.voice, current.cue, current.claim
    return kept


def _days_said(
    scene: Scene, found: list[Draft], times: tuple[Time, ...], published: Published
) -> dict[int, str | None]:
    """The day of each draft's words: one named beside its cue, else that of the page."""
    known = days.days(times, published)
    together: dict[int, list[Draft]] = {}
    for each in found:
        together.setdefault(id(each.claim.frame), []).append(each)
    best = published.best if published.best and len(published.best) == _DAY else None
    return {id(d): days.said(scene, d, known, together[id(d.claim.frame)]) or best for d in found}


def _numbers(found: list[Draft]) -> dict[tuple[int, int], str]:
    """The id of each segment of each draft, in order of the text: a quotation apiece."""
    cut = [(d, n, segment) for d in found for n, segment in enumerate(d.segments)]
    cut.sort(key=lambda one: (one[2][0][0], -one[2][-1][1], one[0].content))
    return {(id(d), n): f"q{number}" for number, (d, n, _) in enumerate(cut, 1)}


def _quotation(
    scene: Scene, one: tuple[Draft, int], numbers: dict[tuple[int, int], str], told: Told
) -> Quotation:
    draft, n = one
    parts = draft.segments[n]
    start, end = parts[0][0], parts[-1][1]
    text = scene.ground.text
    return Quotation(
        id=numbers[id(draft), n],
        start=start,
        end=end,
        text=text[start:end],
        kind=draft.kind,
        parts=tuple(parts),
        content_start=draft.content[0],
        content_end=draft.content[1],
        speaker=draft.voice.actor,
        speaker_mention=draft.voice.mention,
        cue=draft.cue,
        cue_text=text[slice(*draft.cue)] if draft.cue else None,
        addressee=told.to,
        about=details.about(scene, draft),
        said=told.day,
        within=_within(draft, numbers),
        confidence=confidence(draft),
        because=reason(draft),
        polarity=details.polarity(scene, draft),
        relay=draft.claim.relay,
        editorial=details.editorial(scene, draft, parts),
        group=numbers[id(draft), 0] if len(draft.segments) > 1 else None,
    )


def _within(draft: Draft, numbers: dict[tuple[int, int], str]) -> str | None:
    """The quotation that holds this one: of several segments, the one it stands in."""
    outer = draft.outer
    if outer is None or (id(outer), 0) not in numbers:
        return None
    over = (n for n, s in enumerate(outer.segments) if s[0][0] <= draft.start < s[-1][1])
    return numbers[id(outer), next(over, 0)]
