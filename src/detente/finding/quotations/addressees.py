"""To whom words are said: with "à" after the cue, as the object of a verb that urges, by a pronoun
before it, to the paper that they are given to; and to the same as before, where they go on."""

from __future__ import annotations

from collections.abc import Iterator

from detente.finding.quotations import described, phrases
from detente.finding.quotations.cue import Cue
from detente.finding.quotations.drafts import Draft
from detente.finding.quotations.frame import Frame
from detente.finding.quotations.scene import Scene

_REACH = 12
"""Pieces after a verb within which it names whom it speaks to."""
_TITLE = 3
"""Pieces between "à" and a name: "à la chaîne", "au grand quotidien"."""
_MEDIA = frozenset({"media", "news_agency"})
"""The kinds of bodies that are told something to be printed."""
_NEAR = 3
"""Sentences over which somebody goes on talking to the same paper."""


def addressees(scene: Scene, found: list[Draft]) -> dict[int, str | None]:
    """The actor id of whom each draft's words are said to, by the id of the draft."""
    heard: dict[int, str | None] = {}
    last: tuple[Draft, str] | None = None
    for draft in found:
        actor = _named(scene, draft)
        if actor is None and last is not None and _goes_on(scene, last[0], draft):
            actor = last[1]
        heard[id(draft)] = actor
        if actor is not None and _is_medium(scene, actor):
            last = draft, actor
    return heard


def _is_medium(scene: Scene, actor: str) -> bool:
    """A paper, a channel or an agency."""
    organ = scene.ground.knowledge.body(actor)
    return organ is not None and organ.kind in _MEDIA


def _goes_on(scene: Scene, before: Draft, draft: Draft) -> bool:
    """Who has just told a paper something says more, without a name of its own for the listener."""
    if before.voice.actor is None or before.voice.actor != draft.voice.actor or draft.outer:
        return False
    frames = scene.place(draft.claim.frame) - scene.place(before.claim.frame)
    return 0 <= frames <= _NEAR


def _named(scene: Scene, draft: Draft) -> str | None:
    """Whom the sentence names, other than who speaks."""
    for way in (_after, _before, _opening, _told):
        for actor in way(scene, draft):
            if actor != draft.voice.actor:
                return actor
    return None


def _after(scene: Scene, draft: Draft) -> Iterator[str]:
    """Whom the words after the verb name: "à son homologue", or what a verb such as "exhorter" has
    as its object."""
    claim, verb = draft.claim, draft.claim.verb
    if claim.cue is None or verb is None:
        return
    frame, classes = claim.frame, scene.classes
    high = claim.low if claim.low >= verb.last else min(verb.last + _REACH, frame.size)
    for i in range(verb.last, high):
        if frame.mark(i) in (",", ":", ";") or i in frame.quoted:
            return
        if frame.word(i) in classes.facing:
            actor = _whom(scene, frame, i + 1, high)
            if actor and not _is_elsewhere(scene, frame, verb, i, actor):
                yield actor
        elif _is_urged(scene, draft, verb, i):
            actor = _whom(scene, frame, i, high)
            if actor:
                yield actor


def _whom(scene: Scene, frame: Frame, i: int, high: int) -> str | None:
    """Somebody whom a phrase names, or people whom it only tells."""
    return _actor_past(scene, frame, i) or _people(scene, frame, i, high)


def _actor_past(scene: Scene, frame: Frame, i: int) -> str | None:
    """The actor that a phrase names, past its article and what a paper is: "la chaîne Mir"."""
    nouns = scene.lexicon.table.nouns.media
    for k in range(i - 1, min(i + _TITLE, frame.size)):
        mention = scene.starting(frame, k) if k >= 0 else None
        if mention is not None and mention.actor is not None:
            return mention.actor
        if k >= i and frame.word(k) not in scene.classes.owning and frame.word(k) not in nouns:
            return None
    return None


def _people(scene: Scene, frame: Frame, i: int, high: int) -> str | None:
    """The people without a name that a phrase tells: "aux journalistes", "ses partisans"."""
    words = scene.words
    swallowed = frame.word(i - 1) in words.contracted_to
    if i >= high or scene.starting(frame, i) is not None:
        return None
    if not swallowed and frame.word(i) not in scene.classes.owning:
        return None
    end = _end(scene, frame, i, phrases.stop(scene, frame, i, high))
    while end > i and frame.word(end - 1) in words.to | words.of:
        end -= 1
    if end == i or not phrases.is_human(scene, frame, phrases.inner(scene, frame, i, end), end):
        return None
    name = described.source_name(scene, frame, i, end)
    span = scene.span(frame, i, end)
    return described.voice(scene, name, span).actor if name is not None else None


def _end(scene: Scene, frame: Frame, start: int, limit: int) -> int:
    """Where the phrase of some people ends: before the next ("devant les députés le maire"); at its
    start, if it only tells more of somebody named ("la cheffe des élus au conseil Anne Petit")."""
    small = scene.classes.governing
    for k in range(start + 1, limit):
        if frame.word(k - 1) in small:
            continue
        if frame.word(k) in scene.classes.bare_articles and k > start + 1:
            return k
        mention = scene.starting(frame, k)
        if mention is not None and mention.form == "name" and phrases.is_person(scene, mention):
            return start
    return limit


def _is_elsewhere(scene: Scene, frame: Frame, verb: Cue, i: int, actor: str) -> bool:
    """The "à" at piece ``i`` follows a participle of its own ("une lettre adressée à Minsk"), or
    tells where it is said: before a bare town, unless the verb asks for somebody ("a ironisé à
    Tachkent", but "a demandé à Tachkent de")."""
    apart = i - 1 >= verb.last and not frame.capitals[i - 1]
    token = scene.parsed(frame, i - 1) if apart else None
    if token is not None and "VerbForm=Part" in token.morph:
        return True
    known = scene.actors.get(actor)
    bare = frame.word(i) in scene.words.to and frame.capitals[i + 1]
    place = known is None or known.kind in ("state", "place")
    return bare and place and not verb.takes("whom")


def _is_urged(scene: Scene, draft: Draft, verb: Cue, i: int) -> bool:
    """The piece starts the bare object of a verb of urging."""
    if verb.passive or draft.claim.rule == "incise" or not verb.takes("urging"):
        return False
    return not phrases.is_governed(scene, draft.claim.frame, i)


def _before(scene: Scene, draft: Draft) -> Iterator[str]:
    """The one for whom a pronoun before the verb stands: "lui a demandé", "l'appelle à"."""
    verb, frame, words = draft.claim.verb, draft.claim.frame, scene.words
    if verb is None or draft.claim.cue is None:
        return
    for k in (verb.first - 1, verb.first - 2):
        word = frame.word(k)
        if word in words.datives or (word in words.objects and verb.takes("urging")):
            mention = scene.starting(frame, k)
            known = mention is not None and mention.form == "pronoun" and mention.actor is not None
            actor = mention.actor if mention and known else _other(scene, draft, k)
            if actor is not None:
                yield actor


def _other(scene: Scene, draft: Draft, k: int) -> str | None:
    """The one other person that the sentence names before a pronoun: "a vu X et lui a dit"."""
    frame = draft.claim.frame
    if not k or frame.word(k) not in scene.words.datives:
        return None
    low, high = scene.span(frame, 0, k)
    named = {m.actor for m in scene.within(low, high) if m.actor and phrases.is_person(scene, m)}
    others = named - {draft.voice.actor}
    return others.pop() if len(others) == 1 and len(named) > 1 else None


def _opening(scene: Scene, draft: Draft) -> Iterator[str]:
    """Before whom a sentence opens: "Devant les députés, …"."""
    frame = draft.claim.frame
    if frame.word(0) not in scene.words.facing or "," not in frame.marks:
        return
    comma = frame.marks.index(",")
    if draft.claim.low > comma:
        actor = _whom(scene, frame, 1, comma)
        if actor is not None:
            yield actor


def _told(scene: Scene, draft: Draft) -> Iterator[str]:
    """The paper that the sentence names outside what is reported: "Interrogé par X", "dans un
    entretien à X", "a dit, pour X,"."""
    frame, words = draft.claim.frame, scene.words
    towards, purpose = scene.classes.towards, scene.lexicon.table.light.purpose
    low, high = draft.claim.low, draft.claim.high
    for k, before in enumerate(frame.lows[:-1], 1):
        asked = before in words.agent and frame.word(k - 2) in words.asked
        if low <= k < high or not (asked or before in towards or before in purpose):
            continue
        actor = _actor_past(scene, frame, k)
        if actor is not None and _is_medium(scene, actor):
            yield actor
