"""When an event happens: the time expression that hangs on its words, else the day of the news."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from detente.days import Interval, iso
from detente.finding.events.codes import code
from detente.finding.events.lexicon import Lexicon
from detente.finding.events.moods import DEFAULT, SEEN_AHEAD, Evidence
from detente.finding.events.scene import CLAUSES, Scene
from detente.finding.events.trigger import Trigger
from detente.records import Time, When
from detente.syntax import Token
from detente.text import fold

ROUGHLY = 3
"""Days by which "two weeks after" may miss."""

SPAN_GAP = 5
"""Tokens before a noun within which the length of time since then stands."""

_SPAN = re.compile(r"P(\d+)([DWMY])$")

_CALENDAR = re.compile(r"\d{4}(-\d\d(-\d\d.*)?|-(SP|SU|FA|WI|H[12]|Q[1-4]))?$")

WEEK = 7

NEAR = 14
"""Tokens between a trigger and a time that the parser hung elsewhere."""


def when_of(time: Time) -> When:
    """The time of an expression, as an event carries it: weeks and "today" as days."""
    value = time.value
    if value is not None and not _CALENDAR.match(value):
        value = None
        if time.earliest is not None and time.latest is not None:
            same = time.earliest == time.latest
            value = time.earliest if same else f"{time.earliest}/{time.latest}"
    return When(value=value, earliest=time.earliest, latest=time.latest)


def own_time(time: Time | None, kind: str, evidence: Evidence, latest: str | None) -> When | None:
    """The time of a trigger, unless it cannot be its: what is over is not dated after the page
    (``latest``), and what is said is said by then."""
    if time is None:
        return None
    when = when_of(time)
    if when.value is None:
        return None
    sure = evidence.strength > DEFAULT
    over = code(kind).group == "verbal" or (evidence.status == "held" and sure)
    if over and when.earliest and latest and when.earliest > latest:
        return _other_week(time, latest, -WEEK)
    if evidence.because == SEEN_AHEAD and when.latest and latest and when.latest < latest:
        return _other_week(time, latest, WEEK) or when
    return when


def _other_week(time: Time, news: str, shift: int) -> When | None:
    """The weekday on the other side of the news, where the one was read that cannot be meant: what
    is over was not to come, what is to come is not over."""
    if time.earliest is None or time.earliest != time.latest:
        return None
    day = dt.date.fromisoformat(time.earliest)
    away = (dt.date.fromisoformat(news) - day).days * (1 if shift > 0 else -1)
    if any(c.isdigit() for c in time.text) or not 0 < away <= WEEK:
        return None
    return _on(day + dt.timedelta(shift))


def reckoned(scene: Scene, trigger: Trigger, lexicon: Lexicon, today: When) -> When | None:
    """The time counted from the news of what it is told to follow or to come before: "au lendemain
    d'une visite", "à la veille du sommet", "un mois après l'accord"."""
    if trigger.sort != "noun" or not today.earliest or today.earliest != today.latest:
        return None
    news = dt.date.fromisoformat(today.earliest)
    first, words = min(trigger.tokens), lexicon.statuses
    shift = _shift(scene, first, lexicon)
    if shift:
        return _on(news + dt.timedelta(shift))
    past, ahead = scene.follows(first, words.after), scene.follows(first, words.before)
    span = _span_before(scene, first) if past != ahead else None
    if span is None:
        return None
    count, unit = int(span[1]) * (1 if ahead else -1), span[2]
    if unit == "D":
        return _on(news + dt.timedelta(count))
    if unit == "W":
        about = Interval.day(news + dt.timedelta(WEEK * count)).widened(ROUGHLY)
        first_day, last_day = iso(about.earliest), iso(about.latest)
        return When(value=f"{first_day}/{last_day}", earliest=first_day, latest=last_day)
    months = news.year * 12 + news.month - 1 + count * (12 if unit == "Y" else 1)
    month = f"{months // 12:04}-{months % 12 + 1:02}"
    value = month if unit == "M" else month[:4]
    days = Interval.of(value)
    return When(value=value, earliest=iso(days.earliest), latest=iso(days.latest))


def next_to(scene: Scene, trigger: Trigger, lexicon: Lexicon, when: When | None) -> When | None:
    """The day before or after the one told of what follows or leads to it: "a dit jeudi, au
    lendemain d'une visite". None if the noun bears that day itself."""
    if when is None or trigger.sort != "noun" or not when.earliest or when.earliest != when.latest:
        return None
    shift = _shift(scene, min(trigger.tokens), lexicon)
    if not shift:
        return None
    for token in scene.parse.tokens[max(trigger.tokens) + 1 :]:
        time = scene.timed.get(token.i)
        if token.pos == "VERB" or (time is not None and is_date(time)):
            return None if time is not None else _on_shifted(when, shift)
    return _on_shifted(when, shift)


def _shift(scene: Scene, first: int, lexicon: Lexicon) -> int:
    """Days from what is told to the noun that "the day after" or "on the eve of" introduces."""
    words = lexicon.statuses
    return scene.follows(first, words.eve) - scene.follows(first, words.day_after)


def _on_shifted(when: When, shift: int) -> When:
    return _on(dt.date.fromisoformat(when.earliest or "") + dt.timedelta(shift))


def _on(day: dt.date) -> When:
    return When(value=day.isoformat(), earliest=day.isoformat(), latest=day.isoformat())


def _span_before(scene: Scene, first: int) -> re.Match[str] | None:
    """The length of time a few words before a token: "un mois après le"."""
    near = (scene.timed.get(i) for i in range(first - 1, max(-1, first - SPAN_GAP), -1))
    time = next((t for t in near if t is not None), None)
    return _SPAN.match(time.value or "") if time is not None and time.type == "DURATION" else None


def assign(scene: Scene, triggers: Sequence[Trigger], lexicon: Lexicon) -> dict[int, Time]:
    """For the triggers of a sentence, by their governing token, the time that dates each."""
    carriers = _carriers(scene, triggers, lexicon)
    found: dict[int, Time] = {}
    brief = {t.i for t in triggers if code(t.kind).group == "encounter" and not t.lasting}
    loose: list[tuple[int, Time]] = []
    seen: set[int] = set()
    for i, time in sorted(scene.timed.items()):
        if time.start in seen or not is_date(time):
            continue
        seen.add(time.start)
        owner = _owner(scene, i, carriers, lexicon)
        if owner is None:
            loose.append((i, time))
        bounds = scene.follows(i, lexicon.statuses.since, 0)
        for trigger in owner or ():
            other = (bounds and trigger in brief) or _dates_the_wish(scene, i, trigger, lexicon)
            if not other:
                found.setdefault(trigger, _explained(scene, time))
    for i, time in loose:
        near = _nearest(scene, i, triggers, lexicon)
        if near is not None:
            found.setdefault(near, time)
    return found


def _explained(scene: Scene, time: Time) -> Time:
    """The time in brackets straight after a time, which the writer put there to explain it:
    "hier (mardi)"."""
    last = scene.parse.at(time.start, time.end)[-1].i
    bracket = last + 1 < len(scene.parse) and scene.parse.tokens[last + 1].text == "("
    inside = scene.timed.get(last + 2) if bracket else None
    return inside if inside is not None and is_date(inside) else time


def _dates_the_wish(scene: Scene, i: int, trigger: int, lexicon: Lexicon) -> bool:
    """Whether a time before the noun tells when it was planned, wished for or called off: "a annulé
    mardi la rencontre"."""
    above = scene.parse.tokens[scene.parse.tokens[trigger].head]
    mood = lexicon.statuses.governors.get(scene.lemma(above.i))
    if mood in (None, "ongoing", "held") or above.pos != "VERB" or i > trigger:
        return False
    return bool(scene.parse.kids(above.i, "aux:tense")) and not scene.parse.kids(i, "case")


def is_date(time: Time) -> bool:
    """Whether a time names days, not a length or a habit, nor only bounds them ("d'ici à", "dans
    moins de deux semaines")."""
    bounds = time.value == "PRESENT_REF" or time.mod in ("LESS_THAN", "MORE_THAN")
    return time.type in ("DATE", "TIME") and time.earliest is not None and not bounds


def _carriers(scene: Scene, triggers: Sequence[Trigger], lexicon: Lexicon) -> dict[int, list[int]]:
    """Tokens on which a time dates a trigger: its own, and the verb that makes it happen."""
    found: dict[int, list[int]] = {}
    verbs = {t.i for t in triggers if t.sort == "verb" and code(t.kind).group == "encounter"}
    for trigger in triggers:
        for i in trigger.tokens:
            found.setdefault(i, []).append(trigger.i)
        token = scene.parse.tokens[trigger.i]
        above = scene.parse.tokens[token.head]
        if trigger.sort == "noun" and above.i != token.i and above.pos in ("VERB", "AUX"):
            lemma = scene.lemma(above.i)
            carried = lemma in lexicon.statuses.occurrence or lemma in lexicon.statuses.governors
            carried = carried and token.dep != "nsubj"
            carried = carried or (above.i in verbs and _is_aim(scene, trigger.i, lexicon))
            if carried or _is_what_goes_on(token, above, lemma, lexicon):
                found.setdefault(above.i, []).append(trigger.i)
    return found


def _is_what_goes_on(token: Token, verb: Token, lemma: str, lexicon: Lexicon) -> bool:
    """Whether a noun is the subject of a verb that tells that it goes on, not of what someone says
    of it or what comes of it."""
    words = lexicon.statuses
    goes_on = words.taking_place | words.inceptive | words.copulas | words.future
    return token.dep.startswith("nsubj") and (lemma in goes_on or verb.pos == "AUX")


def _is_aim(scene: Scene, i: int, lexicon: Lexicon) -> bool:
    """Whether a noun is what an encounter is for or what it takes the form of: one day for both
    in "se rendra mardi à X pour des entretiens"."""
    words = lexicon.statuses
    return scene.follows(i, words.purpose + words.during)


def _owner(
    scene: Scene, i: int, carriers: dict[int, list[int]], lexicon: Lexicon
) -> list[int] | None:
    """The triggers that a time dates by what it hangs on; None if it hangs on none of them."""
    below = scene.parse.tokens[i]
    for above in scene.parse.ancestors(i):
        if _is_clause(below, above, i):
            return _described(scene, i, carriers)
        if above.i in carriers:
            return carriers[above.i]
        if scene.lemma(above.i) in lexicon.statuses.saying or _is_its_date(
            scene, i, above, lexicon
        ):
            return []
        below = above
    return None


def _is_clause(token: Token, above: Token, time: int) -> bool:
    """Whether a word opens a clause that tells of something else than the word it hangs on: not
    one that describes a noun, nor what someone comes for."""
    if "VerbForm=Inf" in token.morph or token.dep == "xcomp":
        return False
    if token.dep == "conj":
        return token.pos == "VERB" and token.i < time
    return token.dep in CLAUSES and token.pos == "VERB" and above.pos in ("VERB", "AUX", "PROPN")


def _is_its_date(scene: Scene, i: int, noun: Token, lexicon: Lexicon) -> bool:
    """Whether a time only says which noun is meant: "l'élection du 9 août"; the hours of a day are
    that day itself ("dans la nuit de mardi")."""
    time = scene.timed.get(i)
    inside = scene.parse.at(time.start, time.end) if time is not None else []
    if noun.i not in {t.head for t in inside} or noun.pos != "NOUN" or noun.i in scene.timed:
        return False
    first = fold(inside[0].text)
    words = (first,) if inside[0].pos == "ADP" else scene.before(inside[0].i, 1)
    introduced = {lexicon.contractions.get(w, w) for w in words} & lexicon.parties
    return bool(introduced) and scene.lemma(noun.i) not in lexicon.statuses.hours


def _described(scene: Scene, i: int, carriers: dict[int, list[int]]) -> list[int]:
    """The triggers of the noun phrase that the relative clause around a time is about: "le sommet
    de l'Alliance, qui a lieu lundi"."""
    tokens = scene.parse.tokens
    near = range(i - 1, max(-1, i - NEAR), -1)
    pronoun = next((k for k in near if "PronType=Rel" in tokens[k].morph), None)
    if pronoun is None or sum(t.text == "," for t in tokens[pronoun + 1 : i]):
        return []
    for k in range(pronoun - 1, max(-1, pronoun - NEAR), -1):
        if tokens[k].pos in ("VERB", "AUX", "PRON", "SCONJ"):
            return []
        if k in carriers:
            return [t for t in carriers[k] if tokens[t].pos not in ("VERB", "AUX")]
    return []


def _nearest(scene: Scene, i: int, triggers: Sequence[Trigger], lexicon: Lexicon) -> int | None:
    near = [(abs(t.i - i), t.i) for t in triggers if abs(t.i - i) <= NEAR]
    at = min(near)[1] if near else None
    return at if at is not None and not _is_parted(scene, i, at, triggers) else None


def _is_parted(scene: Scene, i: int, at: int, triggers: Sequence[Trigger]) -> bool:
    """Whether a verb that tells something else stands between a time and a trigger."""
    own = {k for t in triggers for k in t.tokens}
    between = scene.parse.tokens[min(i, at) + 1 : max(i, at)]
    return any(
        t.pos == "VERB" and t.i not in own and "VerbForm=Inf" not in t.morph for t in between
    )
