"""Noun phrases that name a speaker: where they stand, and who is meant."""

from __future__ import annotations

from detente.finding.quotations import openings
from detente.finding.quotations.frame import Frame
from detente.finding.quotations.scene import Scene
from detente.records import Mention
from detente.text import fold

_DUTIES = 12
"""Pieces that what a role is for may take."""
_FAR = 40
"""Pieces after a cue beyond which no inverted subject is looked for."""


def is_governed(scene: Scene, frame: Frame, i: int) -> bool:
    """Whether the phrase that starts at piece ``i`` hangs on a preposition; two articles are of two
    phrases: "proclame en Une le journal"."""
    classes = scene.classes
    if frame.word(i) in classes.contracted:
        return True
    at = openings.beginning(scene, frame, i) - 1
    if at < i - 1 and frame.word(at + 1) in classes.contracted:
        return True
    while (word := frame.word(at)) in classes.bare_articles:
        if word in scene.words.indefinite and frame.word(at + 1) in scene.words.definite:
            return False
        at -= 1
    return word in scene.words.prepositions or is_capital(scene, frame, at)


def is_capital(scene: Scene, frame: Frame, i: int) -> bool:
    """The word at piece ``i`` is the preposition that looks like a verb where it opens a sentence
    in capitals: "A Paris, …"."""
    return i >= 0 and frame.capitals[i] and frame.word(i) in scene.words.have


def is_object(scene: Scene, frame: Frame, i: int) -> bool:
    """A present participle stands before the phrase: "les médecins soignant le maire"."""
    at = i - 1
    while frame.word(at) in scene.classes.articles:
        at -= 1
    return (
        at >= 0
        and _is_participle(scene, frame, at)
        and frame.word(at).endswith(scene.words.gerund_endings)
    )


def is_who(scene: Scene, frame: Frame, i: int) -> bool:
    """The phrase is a pronoun with its relative: "celle qui dirige la ville"."""
    words = scene.words
    return frame.word(i) in words.latter and frame.word(i + 1) in words.relatives


def after(scene: Scene, frame: Frame, i: int) -> int | None:
    """The piece where the inverted subject after a cue starts: "a dit hier à la presse X"; none
    where a clause follows ("a dit hier à la presse que X")."""
    words, at, hanging = scene.words, i, False
    while at < min(frame.size, i + _FAR):
        word = frame.word(at)
        if at in frame.quoted or frame.mark(at) in (":", ";"):
            return None
        if word in words.that and frame.word(at - 1) not in words.subordinators:
            return None
        if at == i and word in words.articles and frame.word(at + 1) in words.moments:
            at, hanging = at + 2, True
            continue
        if at == i and word in words.articles and word not in words.of:
            return at
        if word in words.prepositions or word in words.contracted_to:
            hanging = True
        elif not is_governed(scene, frame, at) and _may_start(scene, frame, at, i, hanging):
            return at
        if frame.mark(at) == ",":
            hanging = False
        at += 1
    return None


def _may_start(scene: Scene, frame: Frame, at: int, first: int, hanging: bool) -> bool:
    word = frame.lows[at]
    if not word or word in scene.words.that:
        return False
    if scene.starting(frame, at) or word in scene.classes.articles:
        return True
    if is_who(scene, frame, at):
        return True
    if at == first and scene.is_human(frame, at):
        return True
    return frame.capitals[at] and not hanging


def stop(scene: Scene, frame: Frame, start: int, limit: int | None = None) -> int:
    """The piece after the phrase that starts at ``start``: up to a comma, a verb's auxiliary, a
    relative, or a preposition other than "de"."""
    words = scene.words
    last = frame.size if limit is None else limit
    at = start + 1
    while at < last:
        word, mark = frame.word(at), frame.mark(at)
        hyphen = mark in ("-", "'") or (mark == "." and frame.word(at - 1) in _short(scene))
        if (mark and not hyphen) or at in frame.quoted:
            break
        if word in scene.classes.closing or word in words.reflexive:
            break
        if word.endswith(words.gerund_endings) and _is_participle(scene, frame, at):
            break
        at += 1
    return at


def _is_participle(scene: Scene, frame: Frame, i: int) -> bool:
    """A present participle with a noun for its object: "les médecins soignant le maire"."""
    reflexive = frame.word(i - 1) in scene.words.reflexive
    people = frame.word(i) in scene.lexicon.table.nouns.human
    if len(frame.word(i)) < 5 or reflexive or (people and not _is_bare_noun(scene, frame, i)):
        return False
    token = scene.parsed(frame, i)
    if token is None or token.pos == "ADJ":
        beside = scene.starting(frame, i + 1) if i + 1 < frame.size else None
        follows = frame.word(i + 1) in scene.words.articles or beside is not None
        return token is not None and follows
    return token.pos in ("VERB", "AUX")


def _is_bare_noun(scene: Scene, frame: Frame, i: int) -> bool:
    """A noun stands right before the word, which may be a participle: "les élus représentant"."""
    token = scene.parsed(frame, i - 1) if i else None
    return token is not None and token.pos in ("NOUN", "PROPN", "ADJ")


def _short(scene: Scene) -> frozenset[str]:
    return scene.ground.language.abbreviations


def named(scene: Scene, frame: Frame, start: int, end: int) -> Mention | None:
    """The mention that says who the phrase means: the one it starts with, or the name put beside
    it ("un porte-parole du Pentagone, Jean Dupont"). Persons come before what they speak for."""
    first, hanging = None, start
    low, _ = scene.span(frame, start, start + 1)
    own = frame.word(start) in scene.words.possessives and not is_human(scene, frame, start, end)
    may_be = scene.starting(frame, start) or (frame.word(start) in scene.words.articles and not own)
    reach = _with_apposition(scene, frame, start, end) if may_be else end
    beside = _name_beside(scene, frame, start, reach) if reach > end else None
    if beside is not None:
        return beside
    _, high = scene.span(frame, start, reach)
    for mention in scene.within(low, high):
        at = scene.piece(frame, mention.start)
        own = openings.beginning(scene, frame, at) <= start
        if at > start and not own and (at < hanging or is_governed(scene, frame, at)):
            hanging = max(hanging, past_name(scene, frame, mention))
            continue
        if first is None and at <= _head(scene, frame, start):
            first = mention
        if is_person(scene, mention) and mention.form != "pronoun":
            known = first if first and is_person(scene, first) else mention
            if not _is_nameless(scene, known):
                return known
            first = known
            apposed = frame.word(at - 1) not in scene.words.conjunctions
            if mention.form == "name" and apposed:
                return mention
    return first


def _name_beside(scene: Scene, frame: Frame, start: int, reach: int) -> Mention | None:
    """The name after a comma, with a title or none, where the role before it could be somebody
    else's too: "un porte-parole, le colonel Jean Durand, …"."""
    beside, role = scene.starting(frame, reach - 1), scene.starting(frame, start)
    links = scene.words.conjunctions
    if beside is None or role is None or beside.actor == role.actor:
        return None
    if beside.form == "role":
        after = past_name(scene, frame, beside)
        named = past_name(scene, frame, role) > scene.piece(frame, role.end)
        titled = after > scene.piece(frame, beside.end) and bool(frame.mark(after))
        if named or not titled or is_governed(scene, frame, start):
            return None
    elif beside.form != "name":
        return None
    return None if any(frame.word(k) in links for k in range(start, reach)) else beside


def _is_nameless(scene: Scene, mention: Mention) -> bool:
    """The page speaks of somebody only by what he or she is: "l'avocate norvégienne"."""
    theirs = [m.form for m in scene.mentions if m.actor == mention.actor]
    return all(form in ("role", "pronoun") for form in theirs) and mention.actor == _slug(mention)


def _slug(mention: Mention) -> str:
    words = fold(mention.text).split(maxsplit=1)
    return "-".join(words[-1].split())


def _head(scene: Scene, frame: Frame, start: int) -> int:
    """The last piece at which the phrase's own name may start: after articles and a title."""
    at = start
    while frame.word(at) in scene.words.articles:
        at += 1
    return at + 1


def _with_apposition(scene: Scene, frame: Frame, start: int, end: int) -> int:
    """Where a name in apposition after a comma would end."""
    comma = _past_duties(scene, frame, start, end)
    at = comma + 1
    if frame.mark(comma) == "," and at + 1 < frame.size:
        bare = frame.word(at) in scene.words.definite and scene.starting(frame, at) is None
        at += bare and not is_governed(scene, frame, start)
        mention = scene.starting(frame, at)
        actor = scene.actors.get(mention.actor or "") if mention else None
        if mention and actor and actor.kind == "person":
            after = past_name(scene, frame, mention)
            words = scene.words
            ends = words.relatives | words.conjunctions | scene.classes.governing
            if not frame.word(after) or frame.word(after) in ends:
                return at + 1
    return end


def past_name(scene: Scene, frame: Frame, mention: Mention) -> int:
    """The piece after a mention and after the name that follows it: "la présidente Anne Petit"."""
    at = scene.piece(frame, mention.end)
    name = scene.starting(frame, at) if at < frame.size else None
    return scene.piece(frame, name.end) if name and name.actor == mention.actor else at


def _past_duties(scene: Scene, frame: Frame, start: int, end: int) -> int:
    """The comma after what a role is for: "le directeur adjoint du port pour les affaires de la
    digue, Jean Durand"."""
    words = scene.words
    role = scene.starting(frame, start) or scene.starting(frame, start + 1)
    if role is None or role.form != "role" or frame.word(end) not in words.prepositions:
        return end
    for k in range(end, min(end + _DUTIES, frame.size)):
        if frame.mark(k) == ",":
            return k
        token = scene.parsed(frame, k)
        verb = token is not None and token.pos in ("VERB", "AUX")
        if verb or k in frame.quoted or frame.word(k) in words.relatives:
            return end
    return end


def is_person(scene: Scene, mention: Mention) -> bool:
    """Whether a mention points to a person, or to several."""
    actor = scene.actors.get(mention.actor or "")
    return actor is not None and actor.kind in ("person", "group")


def inner(scene: Scene, frame: Frame, start: int, end: int) -> int:
    """The first piece of a phrase after its articles."""
    while start < end and frame.word(start) in scene.words.articles:
        start += 1
    return start


def is_human(scene: Scene, frame: Frame, first: int, end: int) -> bool:
    """A word of a phrase before its first preposition means people; one after it where those before
    only tell how many they are: "nombre de marins"."""
    words, small, stop = scene.words, scene.classes.swallowing, first
    counts = False
    while stop < end and (counts or frame.word(stop) not in small):
        counts = frame.word(stop) in words.quantities
        stop += 1
    apart = [frame.word(k) for k in range(first, stop)]
    whole = frame.words(first, stop).lower().split()
    return any(word in scene.lexicon.table.nouns.human for word in (*whole, *apart))


def opening(scene: Scene, frame: Frame, at: int) -> int:
    """The piece at which the phrase of a name starts, its title and its articles included."""
    at = openings.beginning(scene, frame, at)
    while frame.word(at - 1) in scene.classes.articles:
        at -= 1
    return at
