"""Where an event takes place: the place that hangs on its words, or on the verb that carries it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from detente.finding.events.cast import Cast
from detente.finding.events.codes import code
from detente.finding.events.landscape import last_of_landscape, last_of_name
from detente.finding.events.lexicon import Lexicon
from detente.finding.events.order import FAR
from detente.finding.events.scene import CLAUSES, Scene
from detente.finding.events.trigger import Trigger
from detente.memory import Plain
from detente.records import Mention
from detente.syntax import Token
from detente.text import fold

NAMED_AFTER = frozenset({"summit", "meeting", "talks", "agreement", "press_conference"})
"""Kinds that are called after the place where they are held."""

LEFT = frozenset({"withdrawal"})
"""Kinds whose place is the one that is left."""

STRUCK = frozenset({"military"})
"""Kinds that go towards a place."""

SOMEWHERE = NAMED_AFTER | LEFT | STRUCK | {"visit", "ceasefire"}
"""Kinds of which pages say where they happen; a treaty about a country does not happen there."""

NEAR = 8
"""Words between a noun and the place that follows it."""


class Spot(Plain, frozen=True, gc=False):
    """A place in a sentence: its name, the token it hangs by, what introduces it, whether without
    an article."""

    name: str
    token: Token
    first: int
    preposition: str
    is_city: bool
    is_bare: bool


def assign(
    scene: Scene, triggers: Sequence[Trigger], cast: Cast, lexicon: Lexicon
) -> dict[int, str]:
    """For triggers of a sentence, by their governing token, the name of the place of each."""
    found: dict[int, str] = {}
    placed = [t for t in triggers if t.kind in SOMEWHERE]
    spots = list(_spots(scene, cast, lexicon)) if placed else []
    for spot in spots:
        for trigger in _owners(spot, scene, placed, lexicon):
            found.setdefault(trigger.i, spot.name)
    for trigger in placed:
        before = _told_before(scene, trigger, cast, lexicon) if trigger.i not in found else None
        if before is not None:
            found[trigger.i] = before
    for trigger in placed if found else ():
        carrier = _carrier(scene, trigger, placed, lexicon) if trigger.i not in found else None
        if carrier in found:
            found[trigger.i] = found[carrier]
    return found


def _spots(scene: Scene, cast: Cast, lexicon: Lexicon) -> Iterator[Spot]:
    """The places of a sentence, in order: actors that are places, and names that nobody bears."""
    tokens, last = scene.parse.tokens, -1
    landscape = not lexicon.classes["landscape"].isdisjoint(scene.forms)
    names = [t for t in tokens if t.i in scene.named or t.pos == "PROPN"]
    for token in tokens if landscape else names:
        if token.i <= last:
            continue
        mention = scene.named.get(token.i)
        named_after = last_of_landscape(scene, lexicon, token.i) if landscape else None
        if named_after is not None:
            last = named_after
            spot = _unknown(scene, token, last, lexicon)
        elif mention is not None:
            last = scene.parse.at(mention.start, mention.end)[-1].i
            spot = _known(scene, mention, token.i, cast, lexicon)
        elif token.pos == "PROPN" and token.text[:1].isupper():
            last = last_of_name(scene, token.i)
            spot = _unknown(scene, token, last, lexicon)
        else:
            continue
        if spot is not None:
            yield spot


def _known(scene: Scene, mention: Mention, first: int, cast: Cast, lexicon: Lexicon) -> Spot | None:
    """The place that a mention names; a country after "to the" is where something goes to."""
    preposition, written = _introduced(scene, first, lexicon)
    name, is_city = _name(mention, cast) if preposition else (None, False)
    if name is None or (not is_city and written in lexicon.towards):
        return None
    articled = fold(mention.text).split()[0] in lexicon.articles or len(written) > 1
    bare = not articled and (written[0] == lexicon.of or len(written[0]) == 1)
    return Spot(name, scene.head_of(mention), first, preposition, is_city, bare)


def _name(mention: Mention, cast: Cast) -> tuple[str | None, bool]:
    """The name of the place that a mention may be, and whether it is that of a city; a capital
    that stands for who governs there is a place where it says where."""
    actor = cast.actors.get(mention.actor or "")
    if actor is not None and actor.kind == "place":
        return actor.name, True
    if cast.is_capital(mention.text):
        return mention.text, True
    return (actor.name if actor is not None and actor.kind == "state" else None), False


def _unknown(scene: Scene, token: Token, last: int, lexicon: Lexicon) -> Spot | None:
    """A name of which the page says only that something is there ("à Rambouillet"), or that says
    itself what it is ("sur l'île de Kos")."""
    preposition, written = _introduced(scene, token.i, lexicon)
    told = token.text[:1].islower()
    if not preposition or (not told and (preposition in lexicon.onto or len(written) > 1)):
        return None
    preposition = lexicon.inside if preposition in lexicon.onto else preposition
    tokens = scene.parse.tokens[token.i : last + 1]
    name = tokens[0].text
    for before, after in pairwise(tokens):
        name += (" " if after.start > before.end else "") + after.text
    inside = {t.i for t in tokens}
    head = next((t for t in tokens if t.head not in inside or t.head == t.i), token)
    return Spot(name, head, token.i, preposition, True, True)


def _introduced(scene: Scene, first: int, lexicon: Lexicon) -> tuple[str, tuple[str, ...]]:
    """The preposition before a name, and it with its article as written; of one that only says how
    near ("près de", "au large de") what it comes to."""
    before = scene.before(first, 3)
    at = len(before) - 1
    while at >= 0 and before[at] in lexicon.articles:
        at -= 1
    plain = lexicon.contractions.get(before[at], before[at]) if at >= 0 else ""
    if plain != lexicon.of and plain not in lexicon.here:
        return "", ()
    if plain == lexicon.of and at > 0 and before[at - 1] in lexicon.nearby:
        return lexicon.inside, (lexicon.inside,)
    return plain, before[at:]


def _owners(
    spot: Spot, scene: Scene, triggers: Sequence[Trigger], lexicon: Lexicon
) -> list[Trigger]:
    """The triggers that happen at a place: the noun it follows, else what its clause tells."""
    noun = _followed(spot, scene, triggers, lexicon) or _opened(spot, scene, triggers, lexicon)
    if noun is not None:
        return [noun]
    by_token = {i: t for t in triggers for i in t.tokens if _may_be_at(spot, t, lexicon)}
    below = spot.token
    for above in scene.parse.ancestors(spot.token.i) if _is_at(spot, lexicon) else ():
        if below.dep in CLAUSES and below.pos == "VERB":
            return _described(scene, below, by_token, lexicon)
        if above.i in by_token and not _is_added(below, spot):
            return [by_token[above.i]]
        carried = _carried(scene, above, by_token, lexicon)
        if carried or _is_added(below, spot) or _is_apart(scene, above, lexicon):
            return carried
        below = above
    return []


def _is_added(token: Token, spot: Spot) -> bool:
    """Whether a word is one more in a row: where it is says nothing of the first."""
    return token.dep == "conj" and token.i != spot.token.i


def _is_apart(scene: Scene, token: Token, lexicon: Lexicon) -> bool:
    """Whether what hangs on a word tells nothing of where the rest is: somebody who is there, or
    what somebody says there."""
    named = token.i in scene.named and token.i not in scene.timed
    return named or token.base in lexicon.statuses.saying


def _followed(
    spot: Spot, scene: Scene, triggers: Sequence[Trigger], lexicon: Lexicon
) -> Trigger | None:
    """The noun that a place follows, only what describes the noun between: "le sommet annuel de
    X", "une réunion d'urgence à X"."""
    nouns = [t for t in triggers if t.sort == "noun" and t.tokens[-1] < spot.first]
    last = max(nouns, key=lambda t: t.tokens[-1], default=None)
    if last is None or spot.first - last.tokens[-1] > NEAR:
        return None
    if spot.preposition == lexicon.of:
        if not _is_named_after(last, spot):
            return None
    elif not _may_be_at(spot, last, lexicon) or not _is_at(spot, lexicon):
        return None
    between = scene.parse.tokens[last.tokens[-1] + 1 : spot.first]
    return last if all(_describes(scene, t) for t in between) else None


def _describes(scene: Scene, token: Token) -> bool:
    """Whether a word between a noun and its place only says what kind of thing, when, of whom."""
    return token.pos in ("ADJ", "ADP", "DET", "NUM") or (
        token.i in scene.timed or (token.pos in ("NOUN", "PROPN") and token.dep == "nmod")
    )


def _is_named_after(trigger: Trigger, spot: Spot) -> bool:
    if trigger.kind in LEFT:
        return spot.is_bare
    return trigger.kind in NAMED_AFTER and spot.is_city


def _is_at(spot: Spot, lexicon: Lexicon) -> bool:
    return bool(spot.preposition) and spot.preposition != lexicon.of


def _may_be_at(spot: Spot, trigger: Trigger, lexicon: Lexicon) -> bool:
    """What one strikes, one strikes "on" it; a meeting "on" a country is about it."""
    return spot.preposition not in lexicon.onto or trigger.kind in STRUCK


def _told_before(scene: Scene, trigger: Trigger, cast: Cast, lexicon: Lexicon) -> str | None:
    """The place that the clause around a trigger tells of: "pour X, où il rencontrera"."""
    tokens = scene.parse.tokens
    for i in range(trigger.i - 1, max(0, trigger.i - FAR), -1):
        if tokens[i].word in lexicon.where:
            at = i - 1 - (tokens[i - 1].text == ",")
            mention = scene.named.get(at)
            return _name(mention, cast)[0] if mention is not None else None
    return None


def _opened(
    spot: Spot, scene: Scene, triggers: Sequence[Trigger], lexicon: Lexicon
) -> Trigger | None:
    """The noun whose clause tells where it is held: "le sommet que X doit tenir à Y"."""
    nouns = [t for t in triggers if t.sort == "noun" and t.tokens[-1] < spot.first]
    last = max(nouns, key=lambda t: t.tokens[-1], default=None)
    if last is None or not _is_at(spot, lexicon) or not _may_be_at(spot, last, lexicon):
        return None
    between = scene.parse.tokens[last.tokens[-1] + 1 : spot.first]
    if not between or between[0].word not in lexicon.relatives:
        return None
    verbs = [t for t in between if t.pos == "VERB"]
    held = verbs and scene.lemma(verbs[-1].i) in lexicon.statuses.occurrence | lexicon.gathering
    return last if held else None


def _described(
    scene: Scene, verb: Token, by_token: dict[int, Trigger], lexicon: Lexicon
) -> list[Trigger]:
    """The noun that the clause around a place is about: "le sommet que X doit tenir à Y"."""
    above = scene.parse.tokens[verb.head]
    own = by_token.get(verb.i)
    if own is not None:
        return [own]
    happens = verb.base in lexicon.statuses.occurrence
    happens = happens or verb.base in lexicon.statuses.governors
    trigger = by_token.get(above.i)
    return [trigger] if trigger is not None and happens and trigger.sort == "noun" else []


def _carried(
    scene: Scene, verb: Token, by_token: dict[int, Trigger], lexicon: Lexicon
) -> list[Trigger]:
    """The nouns that a verb makes happen or lets go on: "tenir une réunion", "se tiendra"."""
    words = lexicon.statuses
    lemma = verb.base
    happens = lemma in words.occurrence or lemma in words.governors
    if verb.pos not in ("VERB", "AUX") or not happens:
        return []
    kids = scene.parse.children[verb.i]
    core = [k for k in kids if k.dep.startswith(("nsubj", "obj", "obl:arg"))]
    return [by_token[k.i] for k in core if k.i in by_token]


def _carrier(
    scene: Scene, trigger: Trigger, triggers: Sequence[Trigger], lexicon: Lexicon
) -> int | None:
    """The journey or the meeting at whose place a thing is: what somebody goes there for ("ira à X
    rencontrer Y"), the form that it takes ("s'est entretenu lors d'une réunion")."""
    token = scene.parse.tokens[trigger.i]
    words = lexicon.statuses
    aim = trigger.sort == "verb" and "VerbForm=Inf" in token.morph
    if not aim and not scene.follows(trigger.tokens[0], words.serving):
        return None
    own = {i: t for t in triggers for i in t.tokens if code(t.kind).group == "encounter"}
    for above in scene.parse.ancestors(trigger.i):
        if above.i in own and own[above.i] is not trigger:
            return own[above.i].i
        if above.pos == "VERB":
            return None
    return None
