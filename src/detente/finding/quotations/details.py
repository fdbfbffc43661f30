"""What a quotation carries besides its words: addressee, subjects, day, polarity, brackets."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Literal

from detente.finding.quotations import phrases
from detente.finding.quotations.drafts import Draft
from detente.finding.quotations.scene import Scene
from detente.records import Published, Span, Time

_EDITORIAL = re.compile(r"\[[^\[\]]{0,160}\]|\([^()]{0,160}\)")
_MONTH = re.compile(r"\d{4}(-\d{2})?")
_OPENING = 4
"""Pieces of a sentence at which a month or a year may open it: "Dès le mois de mars 2014"."""
_FAR = 10
"""Pieces between a cue and a month or a year that tells when it was."""
_STOPS = frozenset({",", ";", ":", "(", ")"})
Polarity = Literal["asserted", "negated", "hypothetical", "asked"]


def editorial(scene: Scene, draft: Draft, parts: list[Span]) -> tuple[Span, ...]:
    """Brackets and parentheses inside the marks: cuts, glosses and "(sic)"."""
    if draft.kind == "indirect":
        return ()
    text = scene.ground.text
    return tuple(
        (a + m.start(), a + m.end()) for a, b in parts for m in _EDITORIAL.finditer(text[a:b])
    )


def about(scene: Scene, draft: Draft) -> tuple[str, ...]:
    """States and persons that the reported words mention, in order, each once."""
    found: dict[str, None] = {}
    spans = draft.parts if draft.kind == "direct" else [draft.content, *draft.parts]
    inside = {m.start: m for low, high in spans for m in scene.within(low, high)}
    for _, mention in sorted(inside.items()):
        actor = scene.actors.get(mention.actor or "")
        if actor and actor.kind in ("state", "person") and mention.form != "pronoun":
            found[actor.id] = None
    return tuple(found)


def addressee(scene: Scene, draft: Draft) -> str | None:
    """To whom it is said: "à son homologue", or the object of a verb like "exhorter"."""
    claim, words = draft.claim, scene.words
    if claim.cue is None or claim.verb is None:
        return None
    frame, verb = claim.frame, claim.verb
    high = claim.low if claim.low >= verb.last else min(verb.last + 12, len(frame.pieces))
    for i in range(verb.last, high):
        if frame.mark(i) in (",", ":", ";") or frame.pieces[i].kind == "quote":
            break
        to = frame.word(i) in words.to | words.contracted_to
        if to or _is_object(scene, draft, i):
            actor = _actor_at(scene, draft, i + 1 if to else i)
            if actor and actor != draft.voice.actor:
                return actor
    return None


def _is_object(scene: Scene, draft: Draft, i: int) -> bool:
    """The piece starts the bare object of a verb that takes one before its infinitive."""
    claim = draft.claim
    if claim.rule != "infinitive" or claim.verb is None:
        return False
    return not phrases.is_governed(scene, claim.frame, i)


def _actor_at(scene: Scene, draft: Draft, i: int) -> str | None:
    frame = draft.claim.frame
    for k in (i - 1, i, i + 1):
        if 0 <= k < len(frame.pieces):
            mention = scene.starting(frame, k)
            if mention and mention.actor:
                return mention.actor
    return None


def days(times: tuple[Time, ...], published: Published) -> list[Time]:
    """The times that name when words of the page may have been said, in order: a day not after
    the page itself, a month or a year that was over before it."""
    first, last = published.earliest, published.latest
    named = [t for t in times if t.type in ("DATE", "TIME") and t.earliest and t.latest]
    may_be = [t for t in named if _is_day(t) and (last is None or (t.earliest or "") <= last)]
    may_be += [t for t in named if _is_past(t) and first is not None and (t.latest or "") < first]
    return sorted(may_be, key=lambda t: t.start)


def _is_day(time: Time) -> bool:
    return time.earliest == time.latest


def _is_past(time: Time) -> bool:
    """A month or a year: "en mars 2014"."""
    return time.type == "DATE" and _MONTH.fullmatch(time.value or "") is not None


def said(scene: Scene, draft: Draft, known: list[Time], others: list[Draft]) -> str | None:
    """The day of the words, if the cue's sentence names one outside what is reported in it and
    outside the relative clauses after the cue. ``known`` are the page's days, ``others`` the
    drafts of that sentence."""
    if draft.cue is None:
        return None
    at = draft.cue[0]
    frame = draft.claim.frame
    low, high = frame.passage.span(frame.start, frame.end)
    spans = [d.content for d in others if not d.content[0] <= at < d.content[1]]
    spans += [span for d in others for span in d.parts]
    first = bisect_left(known, low, key=lambda t: t.start)
    near = [
        t
        for t in known[first : bisect_left(known, high, key=lambda t: t.start)]
        if not any(a <= t.start < b for a, b in spans)
        and not _is_in_relative(scene, draft, t)
        and (_is_day(t) or _dates_cue(scene, draft, t))
    ]
    if not near:
        return None
    nearest = min(near, key=lambda t: abs(t.start - at))
    return nearest.earliest if _is_day(nearest) else nearest.value


def _dates_cue(scene: Scene, draft: Draft, time: Time) -> bool:
    """A month or a year tells when a cue was: it opens the sentence, or stands in one stretch with
    the cue and belongs to no noun ("l'accord de 2015")."""
    frame, cue = draft.claim.frame, draft.claim.cue
    if cue is None:
        return False
    first, last = scene.piece(frame, time.start), scene.piece(frame, time.end - 1)
    if frame.word(first - 1) in scene.words.of | scene.words.contracted_of:
        return False
    low, high = (last, cue[0]) if first < cue[0] else (cue[1], first)
    below = scene.words.that | scene.words.relatives | scene.words.conjunctions
    between = range(low + 1, high)
    whole = not any(frame.mark(k) in _STOPS or frame.word(k) in below for k in between)
    return (first < _OPENING and first < cue[0]) or (whole and high - low <= _FAR)


def _is_in_relative(scene: Scene, draft: Draft, time: Time) -> bool:
    """A relative clause opens between the cue and a time after it: "a dit X, qui partira lundi";
    or one that a comma closes again holds the time: "X, qui a reçu Y lundi, a dit"."""
    frame, verb = draft.claim.frame, draft.claim.verb
    if verb is None:
        return False
    at, relatives = scene.piece(frame, time.start), scene.words.relatives
    if at < verb.first:
        commas = [k for k in range(verb.first) if frame.mark(k) == ","]
        opening = max((k for k in commas if k < at), default=None)
        closed = any(k > at for k in commas)
        return opening is not None and closed and frame.word(opening + 1) in relatives
    return any(frame.word(k) in relatives for k in range(verb.last, at))


def polarity(scene: Scene, draft: Draft) -> Polarity:
    """Asserted, or said not to have been said, only supposed, or asked."""
    claim = draft.claim
    verb = claim.verb
    if verb is None:
        return "asserted"
    if verb.negated:
        return "negated"
    if claim.frame.asks and claim.rule not in ("incise", "colon", "aside"):
        return "asked"
    supposed = claim.frame.word(0) in scene.words.whether and verb.first < 12
    if verb.conditional or (supposed and claim.rule not in ("incise", "aside")):
        return "hypothetical"
    return "asserted"
