"""The time that a trigger borrows from the words it hangs on, where it bears none of its own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from detente.days import Interval
from detente.finding.events.alongside import alongside
from detente.finding.events.codes import code
from detente.finding.events.lexicon import Lexicon
from detente.finding.events.scene import Scene
from detente.finding.events.stretches import is_date
from detente.finding.events.timing import behind_since
from detente.finding.events.trigger import Trigger
from detente.records import Time, When
from detente.syntax import Token

OLD = 60
"""Days before the news from which a time is of the background: what hangs on it is so, too."""

FINITE = frozenset({"acl:relcl", "ccomp", "parataxis", "csubj"})
"""Clauses that tell something of their own."""

SAID = frozenset({"correspondence", "press_conference"})
"""Kinds in which people say something."""

SEATED = "summit"
"""A kind at which people do things."""

SIGNED = frozenset({"agreement"})
"""Measures for which people come together: done on the day on which they do."""

NEAR = 14
"""Tokens before a trigger within which its clause opens."""

DONE = frozenset({"Tense=Past", "Tense=Imp"})
"""Marks of what is over in the words of a verb."""

HIGHEST = 6
"""Words above a trigger that are looked at."""


def borrow(
    scene: Scene, triggers: Sequence[Trigger], dates: dict[int, Time], today: When, words: Lexicon
) -> dict[int, Time]:
    """For triggers without a time, that of the nearest word above which has one, or that their
    clause tells more of: of what it goes on during ("a déclaré mardi lors de"), of the clause whose
    verb it follows ("a quitté en mai X avant de", "en signant"), of what happened long before the
    news."""
    if all(trigger.i in dates for trigger in triggers):
        return {}
    hung = _hung(scene)
    came = {t.i for t in triggers if code(t.kind).group == "encounter" and t.sort == "verb"}
    found: dict[int, Time] = {}
    for trigger in triggers:
        if trigger.i in dates or not (dates or hung):
            continue
        during = _is_during(scene, trigger, words)
        time, at = _above(scene, trigger, {**hung, **dates}, words)
        if time is not None and not during and _is_beside(scene, trigger, at in came, words):
            first = scene.parse.at(time.start, time.end)[0].i
            during = not scene.follows(first, words.statuses.since, 0)
        if time is not None and (during or _is_old(time, today)):
            found[trigger.i] = time
            continue
        opened = _opens(scene, trigger, words) or _came_to(
            scene, trigger, {**hung, **dates}, words, today
        )
        if opened is not None:
            found[trigger.i] = opened
    return found | alongside(scene, triggers, {**hung, **dates, **found}, words)


def _is_during(scene: Scene, trigger: Trigger, words: Lexicon) -> bool:
    """Whether something is told to happen during it, or to be said in it ("dans une lettre")."""
    first = trigger.tokens[0]
    said = trigger.kind in SAID and bool(set(scene.before(first, 2)) & words.statuses.within)
    said = said or (trigger.kind == SEATED and _is_at(scene, trigger, words))
    return said or scene.follows(first, words.statuses.during)


def _is_at(scene: Scene, trigger: Trigger, words: Lexicon) -> bool:
    """Whether something is told to happen at a summit: "adopté en mai au sommet de X"; not that
    somebody goes or is asked there."""
    table, verb = words.statuses, scene.parse.tokens[scene.parse.tokens[trigger.i].head]
    at = trigger.sort == "noun" and table.hanging.intersection(scene.before(trigger.tokens[0], 1))
    if not at or verb.pos != "VERB":
        return False
    names = {verb.base, *words.lemmas(verb.lemma, verb.text, is_verb=True)}
    there = table.attending | table.inviting | words.classes["moving"]
    return not names & there and not any(name in table.governors for name in names)


def _opens(scene: Scene, trigger: Trigger, words: Lexicon) -> Time | None:
    """The time that the clause around a trigger tells more of: "fin août, lorsque X a tiré"."""
    tokens = scene.parse.tokens
    path = {trigger.i}
    for above in scene.parse.ancestors(trigger.i):
        path.add(above.i)
    for i in range(trigger.tokens[0] - 1, 0, -1):
        if tokens[i].word in words.dating.when and tokens[i].head in path:
            before = i - 2 if tokens[i - 1].text == "," else i - 1
            time = scene.timed.get(before)
            return time if time is not None and is_date(time) else None
    return None


def _came_to(
    scene: Scene, trigger: Trigger, dated: dict[int, Time], words: Lexicon, today: When
) -> Time | None:
    """The time of the journey at whose end something happens: "est attendu lundi à X, où il doit
    rencontrer Y"; not of what came before, unless the journey did too, nor of a start that is over
    for what is still to come."""
    if code(trigger.kind).group != "encounter" and trigger.kind not in SIGNED:
        return None
    tense = _tense(scene, trigger.i)
    tokens, inner = scene.parse.tokens, {trigger.i}
    for above in scene.parse.ancestors(trigger.i):
        inner.add(above.i)
    for i in range(trigger.tokens[0] - 1, max(0, trigger.tokens[0] - NEAR), -1):
        heads = {tokens[i].head, *([tokens[tokens[i].head].head] if trigger.sort == "verb" else ())}
        if tokens[i].word in words.where and heads & inner:
            ends = [t.i for t in scene.parse.ancestors(i) if t.i < i]
            near = (k for k in range(i - 1, max(0, i - NEAR), -1) if k in dated)
            end = next((k for k in ends if k in dated), None)
            end = next(near, None) if end is None and trigger.sort == "verb" else end
            if end is None or ("Tense=Imp" in tense and "Tense=Imp" not in _tense(scene, end)):
                return None
            over = (dated[end].latest or "") < (today.earliest or "")
            return None if over and not tense & DONE else dated[end]
    return None


def _tense(scene: Scene, i: int) -> frozenset[str]:
    """What the finite verbs around a token tell: its own, its auxiliaries, the modal above."""
    token = scene.parse.tokens[i]
    above = scene.parse.tokens[token.head] if token.dep == "xcomp" else token
    around = (token, above, *scene.parse.kids(i, "aux", "cop"))
    return frozenset().union(*(t.morph for t in around))


def _is_since(scene: Scene, time: Time, trigger: Trigger, words: Lexicon) -> bool:
    """Whether a time is of what there was none like since: "la troisième rencontre depuis leur
    sommet en juin"."""
    return behind_since(scene, scene.parse.at(time.start, time.end)[0].i, words) > trigger.i


def _above(
    scene: Scene, trigger: Trigger, dated: dict[int, Time], words: Lexicon
) -> tuple[Time | None, int]:
    """The time of the nearest word above that has one, and that word; none beyond a clause that
    tells something of its own."""
    below = scene.parse.tokens[trigger.i]
    for n, above in enumerate(scene.parse.ancestors(trigger.i)):
        if n >= HIGHEST or below.dep in FINITE or _is_told(scene, below):
            break
        time = dated.get(above.i) if above.i not in trigger.tokens else None
        if time is not None and not _is_since(scene, time, trigger, words):
            return dated[above.i], above.i
        below = above
    return None, -1


def _is_told(scene: Scene, token: Token) -> bool:
    """Whether a word is the finite verb of a clause beside or within another."""
    if token.dep not in ("conj", "advcl", "acl"):
        return False
    around = (token, *scene.parse.kids(token.i, "aux", "cop"))
    return any("VerbForm=Fin" in t.morph for t in around)


def _is_beside(scene: Scene, trigger: Trigger, came: bool, words: Lexicon) -> bool:
    """Whether a trigger is, or is done by, the verb of a clause without a subject that tells what
    the verb above it consists in or is for: "a protesté mardi en dénonçant", "se rendra jeudi à X
    pour rencontrer Y"; not of what comes before or after ("après avoir rompu"). What is done for
    the sake of an encounter or an accord has its day only where somebody ``came`` for it."""
    verb = scene.parse.tokens[trigger.i]
    if trigger.sort == "noun":
        made = words.carrying
        above = scene.parse.tokens[verb.head]
        if verb.dep not in ("obj", "obl:arg") or above.base not in made:
            return False
        verb = above
    aside = verb.dep in ("advcl", "acl", "obl:mod", "obl", "obl:arg", "xcomp")
    if verb.pos not in ("VERB", "AUX") or not aside or _is_told(scene, verb):
        return False
    group = code(trigger.kind).group
    if "VerbForm=Inf" in verb.morph:
        came_for = came and (group == "encounter" or trigger.kind in SIGNED)
        aim = scene.follows(verb.i, words.statuses.purpose)
        return aim and (group == "verbal" or came_for)
    return group != "measure"


def _hung(scene: Scene) -> dict[int, Time]:
    """The times that hang on verbs and nouns straight, by the word they hang on; not those that
    only bound it ("depuis mai")."""
    found: dict[int, Time] = {}
    seen: set[int] = set()
    for i, time in sorted(scene.timed.items()):
        if time.start in seen or not is_date(time):
            continue
        seen.add(time.start)
        inside = scene.parse.at(time.start, time.end)
        heads = [t.head for t in inside if t.head not in {k.i for k in inside}]
        if heads and heads[0] != i and _is_within(time):
            found.setdefault(heads[0], time)
    return found


def _is_within(time: Time) -> bool:
    return time.value is not None and not time.value.endswith("_REF")


def _is_old(time: Time, today: When) -> bool:
    """Whether a time is over well before the news."""
    news, last = Interval.of(today.earliest).earliest, Interval.of(time.latest).latest
    return bool(news and last and last < news - dt.timedelta(OLD))
