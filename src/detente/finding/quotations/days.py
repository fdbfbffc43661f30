"""The day on which words were said, where the page tells another than its own."""

from __future__ import annotations

import re
from bisect import bisect_left

from detente.finding.quotations import subjects
from detente.finding.quotations.drafts import Draft
from detente.finding.quotations.frame import Frame
from detente.finding.quotations.scene import Scene
from detente.records import Published, Time

_MONTH = re.compile(r"\d{4}(-\d{2})?")
_HEAD = 8
"""Pieces of a sentence at which a time may open it: "A Genève, dès le mois de mars 2014"."""
_PARAGRAPH = 6
"""Sentences of a paragraph whose day is told by its first; more are a page in one piece."""
_FAR = 10
"""Pieces between a cue and a month or a year that tells when it was."""
_STOPS = frozenset({",", ";", ":", "(", ")"})


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
    own = _beside_cue(scene, draft, known, others)
    return own or _told_then(scene, draft, known)


def _beside_cue(scene: Scene, draft: Draft, known: list[Time], others: list[Draft]) -> str | None:
    assert draft.cue is not None
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
    return _value(min(near, key=lambda t: abs(t.start - at)))


def _value(time: Time) -> str | None:
    return time.earliest if _is_day(time) else time.value


def _told_then(scene: Scene, draft: Draft, known: list[Time]) -> str | None:
    """The day that opens the paragraph, where it tells of the past as if it were now: "Le 3 mai
    1960, les deux villes se réunissent. «Enfin», dit le maire."."""
    frame, verb = draft.claim.frame, draft.claim.verb
    if verb is not None and verb.mood != "finite":
        return None
    before = scene.before(frame)[:_PARAGRAPH]
    if not before or len(before) == _PARAGRAPH or before[0].start:
        return None
    low, high = before[0].passage.span(before[0].start, before[-1].end)
    first = bisect_left(known, low, key=lambda t: t.start)
    told = known[first : bisect_left(known, high, key=lambda t: t.start)]
    if len(told) != 1 or not _opens(scene, before[0], told[0]) or not _is_now(scene, before[0]):
        return None
    return _value(told[0])


def _opens(scene: Scene, frame: Frame, time: Time) -> bool:
    """A time stands before the first verb of its sentence, in its first words."""
    if time.start >= frame.passage.span(frame.start, frame.end)[1]:
        return False
    first = scene.piece(frame, time.start)
    return first < _HEAD and subjects.leads(scene, frame, first)


def _is_now(scene: Scene, frame: Frame) -> bool:
    """No auxiliary stands in a sentence: it tells in the present, or in the simple past."""
    return not any(word in scene.classes.auxiliaries for word in frame.lows[1:])


def _dates_cue(scene: Scene, draft: Draft, time: Time) -> bool:
    """A month or a year tells when a cue was: it opens the sentence, or stands in one stretch with
    the cue and belongs to no noun ("l'accord de 2015")."""
    frame, cue = draft.claim.frame, draft.claim.cue
    if cue is None:
        return False
    first, last = scene.piece(frame, time.start), scene.piece(frame, time.end - 1)
    if frame.word(first - 1) in scene.classes.of:
        return False
    low, high = (last, cue[0]) if first < cue[0] else (cue[1], first)
    below = scene.classes.below | scene.words.conjunctions
    between = range(low + 1, high)
    whole = not any(frame.mark(k) in _STOPS or frame.word(k) in below for k in between)
    opens = first < _HEAD and subjects.leads(scene, frame, first)
    return (opens and first < cue[0]) or (whole and high - low <= _FAR)


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
