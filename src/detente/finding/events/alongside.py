"""The day that the verb of a clause takes from what it is told with: the verb before it in a row,
the occasion on which its subject speaks or acts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from detente.finding.events.codes import code
from detente.finding.events.lexicon import Lexicon
from detente.finding.events.scene import Scene
from detente.finding.events.trigger import Trigger
from detente.records import Time
from detente.syntax import Token

LISTED = 3
"""Verbs of a row that are followed back to its first."""

NEAR = 10
"""Tokens before a verb within which its clause opens."""

OBJECTS = ("obj", "obl:arg", "nsubj:pass")
"""Where the noun stands that a verb makes happen."""

AUXILIARIES = ("aux", "aux:tense", "aux:pass")


def alongside(
    scene: Scene, triggers: Sequence[Trigger], told: dict[int, Time], words: Lexicon
) -> dict[int, Time]:
    """The times of triggers that bear none, by what the verb of their clause is told with, given
    the times ``told`` by the word that bears them: "a reçu lundi X et signé un accord", "interrogé
    mardi, X a accusé Y", "a accusé Y dans un entretien publié lundi"."""
    found: dict[int, Time] = {}
    for trigger in triggers if told else ():
        if trigger.i in told:
            continue
        verb = _verb_of(scene, trigger, words)
        time = None if verb is None else _during_which(scene, verb, told, words)
        if verb is not None and time is None and _is_stated(scene, verb, trigger):
            time = _in_a_row(scene, verb, {**found, **told}, words)
            time = time or next(_occasions(scene, verb, told, words), None)
        if time is not None:
            found[trigger.i] = time
    return found


def _verb_of(scene: Scene, trigger: Trigger, words: Lexicon) -> Token | None:
    """The verb that is a trigger or makes it happen."""
    token = scene.parse.tokens[trigger.i]
    if trigger.sort != "noun":
        return token if token.pos == "VERB" else None
    above = scene.parse.tokens[token.head]
    making = words.carrying
    made = token.dep in OBJECTS and above.pos == "VERB" and above.base in making
    return above if made else None


def _during_which(scene: Scene, verb: Token, told: dict[int, Time], words: Lexicon) -> Time | None:
    """The time of what a clause says that it happened during: "un entretien lundi lors duquel"."""
    tokens, opens = scene.parse.tokens, _opens(scene, verb)
    for i in range(opens, max(0, opens - NEAR), -1):
        if scene.follows(i, words.dating.during_which, 0):
            return next((told[k] for k in sorted(told, reverse=True) if k < i), None)
        if i < opens and tokens[i].pos == "VERB":
            return None
    return None


def _opens(scene: Scene, verb: Token) -> int:
    """The first token of a verb with its auxiliaries."""
    return min((t.i for t in scene.parse.kids(verb.i, *AUXILIARIES)), default=verb.i)


def _is_stated(scene: Scene, verb: Token, trigger: Trigger) -> bool:
    """Whether a verb states what was done: a compound past or, in a row, its participle; of a
    verbal act also a present."""
    if verb.dep not in ("ROOT", "conj", "ccomp", "parataxis"):
        return False
    helping = scene.parse.kids(verb.i, *AUXILIARIES)
    if not helping:
        verbal = code(trigger.kind).group == "verbal"
        present = verbal and {"VerbForm=Fin", "Tense=Pres"} <= verb.morph
        return present or "Tense=Past" in verb.morph
    return any({"VerbForm=Fin", "Tense=Pres"} <= t.morph for t in helping)


def _in_a_row(scene: Scene, verb: Token, told: dict[int, Time], words: Lexicon) -> Time | None:
    """The time of the verb before it of which it shares the subject and the tense: not of what has
    been so since then."""
    below = verb
    for _ in range(LISTED):
        above = scene.parse.tokens[below.head]
        alone = not scene.parse.kids(below.i, "nsubj", "nsubj:pass")
        if below.dep != "conj" or above.pos != "VERB" or above.i > below.i or not alone:
            return None
        if _says_when(scene, below, words) or not _is_alike(scene, above, below):
            return None
        time = told.get(above.i)
        if time is not None:
            return time if time.end <= below.start and not _bounds(scene, time, words) else None
        below = above
    return None


def _says_when(scene: Scene, verb: Token, words: Lexicon) -> bool:
    """Whether a verb is told with a word that sets it apart in time: "a depuis envoyé"."""
    since = {phrase[0] for phrase in words.statuses.since}
    inside = scene.parse.tokens[_opens(scene, verb) : verb.i]
    return any(t.word in since or t.i in scene.timed for t in inside)


def _is_alike(scene: Scene, first: Token, second: Token) -> bool:
    """Whether the second verb of a row has the tense of the first, or shares its auxiliary."""
    one, other = (_helper(scene, v) for v in (first, second))
    if other is None:
        return one is not None and "VerbForm=Part" in second.morph
    return one is not None and _tense(one) == _tense(other)


def _helper(scene: Scene, verb: Token) -> Token | None:
    return next(iter(scene.parse.kids(verb.i, *AUXILIARIES)), None)


def _tense(token: Token) -> frozenset[str]:
    return frozenset(m for m in token.morph if m.startswith(("Tense", "Mood", "VerbForm")))


def _bounds(scene: Scene, time: Time, words: Lexicon) -> bool:
    first = scene.parse.at(time.start, time.end)[0].i
    return scene.follows(first, words.statuses.since, 0) or scene.follows(
        first, words.dating.until, 0
    )


def _occasions(scene: Scene, verb: Token, told: dict[int, Time], words: Lexicon) -> Iterator[Time]:
    """The times of what the subject of a verb speaks or acts on: what stands before the verb and
    what stands after it, no other statement between."""
    tokens = scene.parse.tokens
    opens = _opens(scene, verb)
    for i, time in sorted(told.items()):
        inside = scene.parse.at(time.start, time.end)
        if not inside or _bounds(scene, time, words):
            continue
        first, last = min(i, inside[0].i), max(i, inside[-1].i)
        between = tokens[last + 1 : opens] if i < opens else tokens[verb.i + 1 : first]
        if any("VerbForm=Fin" in t.morph and t.pos in ("VERB", "AUX") for t in between):
            continue
        if (i < opens and last >= opens) or verb.i == i:
            continue
        if _is_occasion(scene, tokens[i], i < opens, words):
            yield time


def _is_occasion(scene: Scene, token: Token, before: bool, words: Lexicon) -> bool:
    """Whether what bears a time is where somebody speaks or acts: an encounter during or after
    which he does ("lors d'une conférence de presse lundi"), words of his that came out then
    ("dans un communiqué diffusé lundi"), what he was doing ("interrogé lundi", "qui recevait
    lundi")."""
    if token.pos in ("NOUN", "PROPN"):
        return _is_around(scene, token, words)
    noun = scene.parse.tokens[token.head]
    if (
        token.dep == "acl"
        and noun.pos == "NOUN"
        and noun.i < token.i
        and _is_around(scene, noun, words)
    ):
        return True
    over = any("VerbForm=Inf" in t.morph for t in scene.parse.kids(token.i, *AUXILIARIES))
    return before and not over and token.base in words.dating.appearing


def _is_around(scene: Scene, noun: Token, words: Lexicon) -> bool:
    """Whether a noun is an occasion by the words that introduce it."""
    first = min(chain((noun.i,), (t.i for t in scene.parse.kids(noun.i, "det", "amod", "nummod"))))
    around = (words.dating.during, words.statuses.closing, words.statuses.staying)
    if any(scene.follows(first, phrases, 0) for phrases in around):
        return True
    said = noun.base in words.dating.utterances
    return said and bool(set(scene.before(first, 1)) & words.statuses.within)
