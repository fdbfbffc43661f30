"""Days that are counted: from the news, from a day that is told, over the length of a stay."""

from __future__ import annotations

import datetime as dt
import re

from detente.days import Interval, iso
from detente.finding.events.lexicon import Lexicon
from detente.finding.events.scene import Scene
from detente.finding.events.stretches import SPAN, is_date, shifted
from detente.finding.events.timing import WEEK, on
from detente.finding.events.trigger import Trigger
from detente.records import Time, When

ROUGHLY = 3
"""Days by which "two weeks after" may miss."""

SPAN_GAP = 5
"""Tokens before a noun within which the length of time since then stands."""

AFTER = 3
"""Tokens after a verb within which the length of time since then stands."""

LONGEST = 21
"""Days of the longest stay that is counted."""


def reckoned(scene: Scene, trigger: Trigger, lexicon: Lexicon, today: When) -> When | None:
    """The time counted from the news of what it is told to follow or to come before: "au lendemain
    d'une visite", "à la veille du sommet", "un mois après l'accord"."""
    if not today.earliest or today.earliest != today.latest:
        return None
    news = dt.date.fromisoformat(today.earliest)
    opened = _opened(scene, trigger, lexicon)
    first, words = opened or trigger.tokens[0], lexicon.statuses
    told = trigger.sort == "noun" or opened is not None
    left = countdown(scene, first, lexicon) if told else None
    if not told or (left is None and not scene.follows(first, lexicon.counted_from)):
        return None
    shift = _shift(scene, first, lexicon)
    if shift or scene.follows(first, lexicon.dating.same_day):
        return on(news + dt.timedelta(shift))
    past, ahead = scene.follows(first, words.after), scene.follows(first, words.before)
    ahead = ahead or left is not None
    span = left or (_span_before(scene, first) if past != ahead else None)
    if span is None:
        return None
    count, unit = int(span[1]) * (1 if ahead else -1), span[2]
    if unit != "W":
        return shifted(news, count, unit)
    about = Interval.day(news + dt.timedelta(WEEK * count)).widened(ROUGHLY)
    first_day, last_day = iso(about.earliest), iso(about.latest)
    return When(value=f"{first_day}/{last_day}", earliest=first_day, latest=last_day)


def _opened(scene: Scene, trigger: Trigger, lexicon: Lexicon) -> int | None:
    """Where a clause goes on that "after" or "before" opens, in which a verb names or brings about
    what a trigger does: "six jours après que X a lancé son offensive"."""
    token = scene.parse.tokens[trigger.i]
    verb = scene.parse.tokens[token.head] if trigger.sort == "noun" else token
    if verb.pos != "VERB" or (trigger.sort == "noun" and not token.dep.startswith("obj")):
        return None
    bounds = lexicon.statuses.bounds
    marks = (k.i + 1 for k in scene.parse.kids(verb.i, "mark", "case"))
    return next((first for first in marks if scene.follows(first, bounds, 0)), None)


def next_to(scene: Scene, trigger: Trigger, lexicon: Lexicon, when: When | None) -> When | None:
    """The day before or after the one told of what follows or leads to it: "a dit jeudi, au
    lendemain d'une visite". None if the noun bears that day itself."""
    if when is None or trigger.sort != "noun" or not when.earliest or when.earliest != when.latest:
        return None
    shift = _shift(scene, trigger.tokens[0], lexicon)
    if not shift:
        return None
    for token in scene.parse.tokens[trigger.tokens[-1] + 1 :]:
        time = scene.timed.get(token.i)
        finite = token.pos == "VERB" and "VerbForm=Part" not in token.morph
        if finite or (time is not None and is_date(time)):
            return None if time is not None else _on_shifted(when, shift)
    return _on_shifted(when, shift)


def _shift(scene: Scene, first: int, lexicon: Lexicon) -> int:
    """Days from what is told to the noun that "the day after" or "on the eve of" introduces."""
    words = lexicon.statuses
    return scene.follows(first, words.eve) - scene.follows(first, words.day_after)


def countdown(scene: Scene, first: int, lexicon: Lexicon) -> re.Match[str] | None:
    """The length of time that is left before what a noun from token ``first`` on names: "à trois
    jours du sommet"."""
    tokens, words = scene.parse.tokens, lexicon.statuses
    last = first - 1
    while last > 0 and tokens[last].pos == "DET":
        last -= 1
    time = scene.timed.get(last - 1) if last > 0 else None
    if time is None or time.type != "DURATION":
        return None
    linked = scene.contractions.get(tokens[last].word, tokens[last].word).rstrip("'’")
    opens = scene.parse.at(time.start, time.end)[0].i
    left = linked in words.none_of and words.hanging.intersection(scene.before(opens, 1))
    return SPAN.match(time.value or "") if left else None


def _on_shifted(when: When, shift: int) -> When:
    return on(dt.date.fromisoformat(when.earliest or "") + dt.timedelta(shift))


def _span_before(scene: Scene, first: int) -> re.Match[str] | None:
    """The length of time a few words before a token: "un mois après le"."""
    near = (scene.timed.get(i) for i in range(first - 1, max(-1, first - SPAN_GAP), -1))
    time = next((t for t in near if t is not None), None)
    return SPAN.match(time.value or "") if time is not None and time.type == "DURATION" else None


def counted_back(scene: Scene, trigger: Trigger, lexicon: Lexicon) -> When | None:
    """The time a length before the one told before it in the sentence: "a quitté en 2018 l'accord
    signé trois ans plus tôt"."""
    time = _length_after(scene, trigger.tokens[-1], lexicon) if scene.timed else None
    span = SPAN.match(time.value or "") if time is not None else None
    if span is None:
        return None
    told = [t for i, t in scene.timed.items() if i < trigger.i and is_date(t)]
    base = Interval.of(max(told, key=lambda t: t.start).earliest).earliest if told else None
    if base is None:
        return None
    return shifted(base, -int(span[1]), span[2])


def _length_after(scene: Scene, last: int, lexicon: Lexicon) -> Time | None:
    """The length of time after a token that words say is counted back."""
    tokens = scene.parse.tokens
    near = (scene.timed.get(t.i) for t in tokens[last + 1 : last + 1 + AFTER])
    time = next((t for t in near if t is not None and t.type == "DURATION"), None)
    if time is None:
        return None
    end = scene.parse.at(time.start, time.end)[-1].i
    words = tuple(w for t in tokens[end + 1 : end + 3] for w in t.word.split())
    return (
        time if words[:1] in lexicon.dating.earlier or words[:2] in lexicon.dating.earlier else None
    )


def stay(
    scene: Scene, trigger: Trigger, lexicon: Lexicon, told: When | None, today: When
) -> When | None:
    """The day on which a visit begins, told or counted from the news ("au deuxième jour de"), with
    the days after it that the visit is said to last ("une visite de trois jours")."""
    first, words = trigger.tokens[0], lexicon.dating
    length = _length_of(scene, trigger)
    number = next((n for n, p in words.day_of.items() if scene.follows(first, p)), 0)
    begins = Interval.of((told or today).earliest).earliest if told or number else None
    known = told is None or told.earliest == told.latest
    closes = scene.lemma(scene.parse.tokens[trigger.i].head) in words.closing
    over = closes or scene.follows(first, lexicon.statuses.trailing)
    if begins is None or not known or over or not (length or number):
        return None
    begins -= dt.timedelta(max(0, number - 1))
    if not length:
        return on(begins)
    ends = begins + dt.timedelta(length - 1)
    return When(value=f"{begins}/{ends}", earliest=iso(begins), latest=iso(ends))


def _length_of(scene: Scene, trigger: Trigger) -> int:
    """The days that a noun is said to last ("une visite de trois jours"), 0 if it is not said."""
    for kid in scene.parse.kids(trigger.i, "nmod", "obl", "obl:mod"):
        time = scene.timed.get(kid.i)
        span = SPAN.match(time.value or "") if time is not None else None
        if span is not None and span[2] == "D" and 1 < int(span[1]) <= LONGEST:
            return int(span[1])
    return 0
