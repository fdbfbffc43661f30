"""When an event happens: the time expression that hangs on its words, else the day of the news."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from detente.finding.events.clauses import past_place
from detente.finding.events.codes import code
from detente.finding.events.lexicon import Lexicon
from detente.finding.events.nearest import follows_noun, nearer, nearest, put_off_to, verbs_over
from detente.finding.events.order import climbed, set_off
from detente.finding.events.owners import owned, tells_its_day
from detente.finding.events.scene import Scene
from detente.finding.events.stretches import bounded, is_date, ranged
from detente.finding.events.trigger import Trigger
from detente.records import Time, When
from detente.syntax import Token

_CALENDAR = re.compile(r"\d{4}(-\d\d(-\d\d.*)?|-(SP|SU|FA|WI|H[12]|Q[1-4]))?$")

WEEK = 7

RANKED = 4
"""Words before "since" within which the one stands that singles out: "la plus grave depuis"."""

SINCE = 12
"""Words before a time within which the "since" stands that leads to the noun it dates."""

Out = tuple[str | None, str | None]
"""The day on which a page most likely came out, and the last on which it may have."""


def when_of(time: Time) -> When:
    """The time of an expression, as an event carries it: weeks and "today" as days."""
    value = time.value
    if value is not None and not _CALENDAR.match(value):
        value = None
        if time.earliest is not None and time.latest is not None:
            same = time.earliest == time.latest
            value = time.earliest if same else f"{time.earliest}/{time.latest}"
    return When(value=value, earliest=time.earliest, latest=time.latest)


def on(day: dt.date) -> When:
    """A day as an event carries it."""
    return When(value=day.isoformat(), earliest=day.isoformat(), latest=day.isoformat())


def assign(
    scene: Scene,
    triggers: Sequence[Trigger],
    owners: dict[int, list[int]],
    lexicon: Lexicon,
    today: When,
) -> dict[int, Time]:
    """For the triggers of a sentence, by their governing token, the time that dates each, given
    the ``carriers`` of the sentence."""
    found: dict[int, Time] = {}
    brief = {t.i for t in triggers if _is_brief(t) and not _is_told_now(scene, t)}
    loose: list[tuple[int, Time]] = []
    for i, time, whole in _told(scene, lexicon, today) if triggers else ():
        moved = put_off_to(scene, i, triggers, lexicon)
        if moved is not None:
            found[moved] = whole
            continue
        owner = _owner(scene, (i, time, whole), owners, triggers, lexicon)
        if not owner and (time.earliest or "") > (today.latest or time.earliest or ""):
            owner = follows_noun(scene, i, triggers) or owner
        bounds = scene.follows(i, lexicon.statuses.since, 0)
        if bounds and _is_of_the_first(scene, i, lexicon):
            continue
        if owner is None and not bounds:
            loose.append((i, whole))
        behind = behind_since(scene, i, lexicon)
        for trigger in (*(owner or ()), *verbs_over(i, owner or (), triggers)):
            if trigger < behind:
                continue
            aside = bounds and (trigger in brief or not _is_its_own(scene, time, trigger, owners))
            taken = trigger in found and not _is_nearer(scene, found[trigger], trigger, i)
            if not (aside or taken or _dates_the_wish(scene, i, trigger, lexicon)):
                found[trigger] = _explained(scene, whole)
    for i, time in loose:
        near = nearest(scene, i, triggers)
        apart = near is None or near < behind_since(scene, i, lexicon)
        if near is not None and not apart and not _dates_the_wish(scene, i, near, lexicon):
            found.setdefault(near, time)
    return found


def _told(scene: Scene, lexicon: Lexicon, today: When) -> Iterator[tuple[int, Time, Time]]:
    """The dates of a sentence in order, by the token each stands at, with the range that it opens
    or itself; not the end of a stretch ("jusqu'au 5 mai") nor part of a name."""
    done = -1
    for i, expression in sorted(scene.timed.items()):
        time = bounded(scene, expression, lexicon, today) if expression.start >= done else None
        if time is None or not is_date(time):
            continue
        whole = ranged(scene, time, lexicon)
        done = whole.end
        if not (scene.follows(i, lexicon.dating.until, 0) or _is_of_name(scene, whole, lexicon)):
            yield i, time, whole


def _owner(
    scene: Scene,
    told: tuple[int, Time, Time],
    owners: dict[int, list[int]],
    triggers: Sequence[Trigger],
    lexicon: Lexicon,
) -> list[int] | None:
    """The triggers that a time at a token dates, alone or as the first of ``whole`` days."""
    i, time, whole = told
    hung = owned(scene, i, owners, lexicon)
    if not hung and whole is not time:
        last = scene.parse.at(whole.start, whole.end)[-1].i
        hung = owned(scene, last, owners, lexicon) or None
    return nearer(scene, i, hung, triggers, lexicon)


def _is_nearer(scene: Scene, time: Time, trigger: int, i: int) -> bool:
    """Whether what is told after a noun tells its time, where one before it is of what is said of
    it: "feront le point lundi sur les négociations, qui ont repris mardi", "attendu lundi avant une
    visite mardi"."""
    noun, between = scene.parse.tokens[trigger], scene.parse.tokens[trigger + 1 : i]
    if time.start > noun.start or noun.pos != "NOUN" or i < trigger:
        return False
    own = scene.parse.tokens[i].head == trigger and not any(t.text == "," for t in between)
    return own or any("PronType=Rel" in t.morph for t in between)


def behind_since(scene: Scene, i: int, lexicon: Lexicon) -> int:
    """The "since" behind which a time stands with a noun of its own, which it dates and not what
    comes before: "sa première visite en Inde depuis son voyage à Rome le 3 mars"; -1 for none."""
    noun = False
    for token in reversed(scene.parse.tokens[max(0, i - SINCE) : i]):
        if token.text == "," or token.pos in ("VERB", "AUX"):
            return -1
        noun = noun or (token.pos == "NOUN" and token.i not in scene.timed)
        if noun and scene.follows(token.i, lexicon.statuses.since, 0):
            return token.i
    return -1


def _is_of_name(scene: Scene, time: Time, lexicon: Lexicon) -> bool:
    """Whether a time in brackets says when those named before it did the like: "après X (1979) et Y
    (1994)"."""
    first = scene.parse.at(time.start, time.end)[0].i
    before = scene.parse.tokens[max(0, first - 2) : first]
    if len(before) < 2 or before[1].text != "(" or before[0].i not in scene.named:
        return False
    name = scene.head_of(scene.named[before[0].i])
    listed = (name, scene.parse.tokens[name.head]) if name.dep == "conj" else (name,)
    return any(scene.follows(t.i, lexicon.statuses.after, 1) for t in listed)


def _is_brief(trigger: Trigger) -> bool:
    """Whether a trigger tells of an encounter that does not go on since a day: "leur première
    rencontre depuis", unlike "négocient depuis"."""
    goes_on = trigger.lasting or (trigger.kind == "talks" and trigger.sort == "verb")
    return code(trigger.kind).group == "encounter" and not goes_on


def _is_told_now(scene: Scene, trigger: Trigger) -> bool:
    """Whether the present tells of an encounter: "effectue depuis lundi une visite"."""
    token = scene.parse.tokens[trigger.i]
    verb = scene.parse.tokens[token.head] if trigger.sort == "noun" else token
    around = (verb, *scene.parse.kids(verb.i, "aux:pass", "cop"))
    return verb.pos == "VERB" and any({"VerbForm=Fin", "Tense=Pres"} <= t.morph for t in around)


def _is_of_the_first(scene: Scene, i: int, lexicon: Lexicon) -> bool:
    """Whether a time only says since when there was none like it: "les premiers depuis 2016", "le
    plus grave depuis mai"."""
    first = next((k for k in range(i - 1, -1, -1) if k not in scene.timed), 0)
    before = scene.parse.tokens[max(0, first - RANKED) : first + 1]
    ranked = (
        t for t in before if t.base in lexicon.statuses.ordinals or t.word in lexicon.dating.most
    )
    return any(not any(k.text == "," for k in before[before.index(t) :]) for t in ranked)


def _is_its_own(scene: Scene, time: Time, trigger: int, carriers: dict[int, list[int]]) -> bool:
    """Whether a time hangs on a trigger or its verb straight: not in "à l'arrêt depuis"."""
    inside = scene.parse.at(time.start, time.end)
    return any(trigger in carriers.get(t.head, ()) for t in inside)


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
    _, above = climbed(scene, lexicon, trigger)
    mood = lexicon.statuses.governors.get(above.base)
    own = above.i == trigger
    if own or mood in (None, "ongoing", "held") or above.pos != "VERB" or i > trigger:
        return False
    return bool(scene.parse.kids(above.i, "aux:tense")) and not scene.parse.kids(i, "case")


def carriers(scene: Scene, triggers: Sequence[Trigger], lexicon: Lexicon) -> dict[int, list[int]]:
    """Tokens on which a time dates a trigger: its own, and the verb that makes it happen."""
    found: dict[int, list[int]] = {}
    verbs = {t.i for t in triggers if t.sort == "verb" and code(t.kind).group == "encounter"}
    for trigger in triggers:
        for i in trigger.tokens:
            found.setdefault(i, []).append(trigger.i)
        token = scene.parse.tokens[trigger.i]
        above = scene.parse.tokens[token.head]
        if trigger.sort == "noun" and above.base in lexicon.statuses.counts:
            token, above = climbed(scene, lexicon, trigger.i)
        if _is_put_ahead(scene, token, above, lexicon):
            found.setdefault(above.i, []).append(trigger.i)
        apart = set_off(scene, trigger.i) if trigger.sort == "noun" else None
        if apart is not None and tells_its_day(apart, lexicon):
            found.setdefault(apart.i, []).append(trigger.i)
        if trigger.sort == "noun" and _is_phase(scene, above, trigger, lexicon):
            found.setdefault(above.i, []).append(trigger.i)
        if trigger.sort == "noun" and above.i != token.i and above.pos in ("VERB", "AUX"):
            lemma = above.base
            carried = lemma in lexicon.carrying or lemma in lexicon.statuses.governors
            carried = carried and token.dep != "nsubj"
            carried = carried or (above.i in verbs and _is_aim(scene, trigger.i, lexicon))
            if carried or _is_what_goes_on(token, above, lemma, lexicon):
                found.setdefault(above.i, []).append(trigger.i)
        elif trigger.sort == "noun" and _is_aim(scene, trigger.i, lexicon):
            verb = past_place(scene, token)
            if verb.i in verbs:
                found.setdefault(verb.i, []).append(trigger.i)
    return found


def _is_put_ahead(scene: Scene, verb: Token, above: Token, lexicon: Lexicon) -> bool:
    """Whether a verb is what somebody is to do or can do: "lundi, X doit rencontrer Y"."""
    words = lexicon.statuses
    modal = above.base in words.ahead
    return modal and verb.dep == "xcomp" and "VerbForm=Inf" in verb.morph


def _is_phase(scene: Scene, above: Token, trigger: Trigger, lexicon: Lexicon) -> bool:
    """Whether a noun is a part or the form of what follows it straight: "la cérémonie de
    signature", "la reprise lundi des pourparlers"."""
    between = scene.parse.tokens[above.i + 1 : trigger.tokens[0]]
    close = all(t.pos in ("ADP", "DET", "ADJ") or t.i in scene.timed for t in between)
    return bool(between) and close and above.base in lexicon.statuses.phases


def _is_what_goes_on(token: Token, verb: Token, lemma: str, lexicon: Lexicon) -> bool:
    """Whether a noun is the subject of a verb that tells that it goes on, not of what someone says
    of it or what comes of it."""
    words = lexicon.statuses
    return token.dep.startswith("nsubj") and (lemma in words.going_on or verb.pos == "AUX")


def _is_aim(scene: Scene, i: int, lexicon: Lexicon) -> bool:
    """Whether a noun is what an encounter is for or what it takes the form of: one day for both
    in "se rendra mardi à X pour des entretiens"."""
    return scene.follows(i, lexicon.statuses.serving)
