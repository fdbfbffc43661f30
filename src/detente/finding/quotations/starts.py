"""Where a reported clause begins in its frame: after a "que", an infinitive, an adjective."""

from __future__ import annotations

from detente.finding.quotations.cue import Cue
from detente.finding.quotations.frame import Frame
from detente.finding.quotations.participles import is_adverb
from detente.finding.quotations.scene import Scene
from detente.languages.cues import Words

TO_THAT = 16
"""Pieces between a cue and its "que": an addressee, a day, a place."""
TO_INFINITIVE = 14
FAR = 32
"""Pieces within which the parse may bind a clause to its cue over those named between them."""
_TO_STATE = 5
_COMPLETING = ("obj", "xcomp", "ccomp", "obl:arg", "cop")
"""What a clause with "que" has, and a relative one of the same look lacks."""


def start_of_that(scene: Scene, frame: Frame, cue: Cue, cues: list[Cue]) -> int | None:
    """The first piece after the "que" of a cue: "a dit mardi à la presse que …"."""
    words, auxiliaries = scene.words, scene.classes.auxiliaries
    heads = {c.head for c in cues}
    for i in range(cue.last, min(cue.last + FAR, frame.size)):
        word, mark = frame.lows[i], frame.marks[i]
        if mark == "(" and frame.mark(i + 2) == ")":
            continue
        if i >= cue.last + TO_THAT and word in words.that:
            far = is_bound(scene, frame, cue, i) or _is_all_adverbial(scene, frame, cue, i)
            return i + 1 if far else None
        if word in words.that:
            return i + 1 if _is_that(scene, frame, i, cue) else None
        if mark in (":", ";", "(") or i in frame.quoted:
            return None
        if word in words.subject_relatives or (i > cue.last and word in auxiliaries):
            return None
        if i in heads or (i > cue.last and _is_finite(scene, frame, i)):
            return None
    return None


def _is_finite(scene: Scene, frame: Frame, i: int) -> bool:
    """Another verb stands at ``i``, to which a "que" after it belongs."""
    token = scene.parsed(frame, i) if frame.word(i) else None
    return token is not None and token.pos == "VERB" and "VerbForm=Fin" in token.morph


def _is_that(scene: Scene, frame: Frame, i: int, cue: Cue) -> bool:
    """The word is the conjunction of its own, not part of another ("alors que", "a réagi après
    que"; but "insiste pour que") and not the relative of a noun before it."""
    words, before = scene.words, frame.word(i - 1)
    after = cue.last + (before in scene.lexicon.table.light.purpose)
    hangs = before in words.prepositions and i - 1 >= after
    no_clause = _is_cleft(scene, frame, i, cue) or _is_measure(scene, frame, i, cue)
    near = all(is_adverb(frame, k, words) for k in range(cue.last, i))
    lightly = before in words.lightly and near
    shared = before in words.conjunctions and _has_that(scene, frame, cue.first)
    what = before in words.pointing and frame.word(i - 2) not in words.to | words.of
    if (before in words.joined and not lightly) or hangs or no_clause or shared or what:
        return False
    if frame.mark(cue.last) == "," == frame.mark(i - 1) and i > cue.last + 1:
        return not _is_apart(scene, frame, i, cue)
    sure = i == cue.last or before in words.facts | words.adverbs or before.isdigit()
    return sure or frame.capitals[i - 1] or not _is_relative(scene, frame, i, cue)


def _is_relative(scene: Scene, frame: Frame, i: int, cue: Cue) -> bool:
    """By the parse and the commas the "que" at ``i`` opens a relative clause."""
    parsed = scene.syntax(frame, i)
    if parsed is None:
        return False
    parse, token = parsed
    relative = token.pos == "PRON" or parse.tokens[token.head].dep == "acl:relcl"
    apart = frame.mark(i - 1) == "," and _is_apart(scene, frame, i, cue)
    told = frame.word(cue.last) in scene.classes.towards
    if apart and (relative or told):
        return True
    return (relative or apart) and not _is_all_adverbial(scene, frame, cue, i)


def _is_apart(scene: Scene, frame: Frame, i: int, cue: Cue) -> bool:
    """The comma before the "que" at ``i`` closes no aside, but sets a relative clause apart: "a
    exigé une excuse, que la Suède a refusée"."""
    between = range(cue.last, i - 1)
    opened = sum(frame.mark(k) == "," for k in between) % 2 == 1
    return not opened and not all(is_adverb(frame, k, scene.words) for k in between)


def _has_that(scene: Scene, frame: Frame, high: int) -> bool:
    """A "que" stands before the cue, with which one after a conjunction goes on: "demande que le
    maire annonce la fête et que le conseil vote"."""
    return any(frame.word(k) in scene.words.that for k in range(high))


def _is_all_adverbial(scene: Scene, frame: Frame, cue: Cue, i: int) -> bool:
    """Between a verb that needs an object and the "que" at ``i`` stand only adverbials and whom it
    is said to, so that the clause is its object, with a subject of its own: "a assuré pendant la
    fête du port qu'il resterait"."""
    words, at = scene.words, cue.last
    while at < i and is_adverb(frame, at, words) and frame.word(at) not in words.prepositions:
        at += 1
    opens = frame.word(at) in words.prepositions - words.of or frame.word(at) in words.contracted_to
    return opens and (_is_told(scene, frame, cue, at, i) or not _lacks_object(scene, frame, i))


def _is_told(scene: Scene, frame: Frame, cue: Cue, at: int, i: int) -> bool:
    """Between a verb and the "que" at ``i`` stands only whom it is said to, and nothing else can be
    its object: "rappelle aux deux élus que la trêve reste fragile"."""
    words = scene.words
    if frame.word(at) not in scene.classes.towards or cue.takes("reply"):
        return False
    other = words.that | words.of
    between = any(frame.mark(k) or frame.word(k) in other for k in range(at, i))
    later = any(is_infinitive(scene, frame, k) for k in range(i + 1, frame.size))
    return not between and not later and not frame.quotes(i)


def _lacks_object(scene: Scene, frame: Frame, i: int) -> bool:
    """The verb of the clause that opens at ``i`` has no object or attribute after it, so that the
    "que" there is its object: "dans un texte qu'il a publié lundi"."""
    parsed = scene.syntax(frame, i)
    if parsed is None:
        return True
    parse, token = parsed
    verb = parse.tokens[token.head]
    days = scene.words.adverbs | scene.words.moments
    own = [t for t in parse.kids(verb.i, *_COMPLETING) if t.text.lower() not in days]
    return not any(t.i != token.i and (t.dep == "cop" or t.i > verb.i) for t in own)


def is_bound(scene: Scene, frame: Frame, cue: Cue, i: int) -> bool:
    """By the parse the clause or infinitive that the word at ``i`` marks hangs on the cue."""
    parsed = scene.syntax(frame, i)
    head = scene.parsed(frame, cue.head)
    if parsed is None or head is None:
        return False
    parse, token = parsed
    clause = parse.tokens[token.head]
    return clause.head == head.i and clause.dep in ("ccomp", "xcomp")


def _is_measure(scene: Scene, frame: Frame, i: int, cue: Cue) -> bool:
    """The "que" restricts or compares a phrase, and no clause follows: "n'a annoncé que trois
    morts", "plus à son image qu'à creuser"."""
    words = scene.words
    only = cue.negated and i == cue.last
    before = any(frame.word(k) in words.comparing for k in range(cue.last, i))
    restricts = only or _is_restricted(frame, cue, words)
    prepositions = words.prepositions - words.gerund_marker
    phrase = frame.word(i + 1) in prepositions | words.contracted_to
    if not (restricts or before or phrase) or not scene.is_parsed(frame, i):
        return False
    opens = phrase and not (restricts or before)
    stops = (k for k in range(i + 1, frame.size) if _is_stop(frame, k))
    stop = next((k for k in stops if not (opens and frame.mark(k) == ",")), None)
    high = frame.size if stop is None else stop
    if frame.quotes(i, high):
        return False
    begin, end = frame.ends[i], frame.ends[high - 1]
    return not scene.holds_verb(frame.passage, begin, end)


def _is_restricted(frame: Frame, cue: Cue, words: Words) -> bool:
    """A "ne" without its negator stands before the cue."""
    at = cue.first - 1
    while frame.word(at) in words.clitics:
        at -= 1
    inside = any(frame.word(k) in words.negators for k in range(cue.first, cue.last))
    return frame.word(at) in words.negation and not inside


def _is_stop(frame: Frame, k: int) -> bool:
    return frame.mark(k) in (",", ";", ":", ".", "(")


def _is_cleft(scene: Scene, frame: Frame, i: int, cue: Cue) -> bool:
    """The "que" belongs to a "c'est" before the cue, with nothing but a noun of the cue's between:
    "C'est contre un tract dénonçant le régime que la ville s'est élevée"."""
    words = scene.words
    if cue.mood != "gerund" or i == cue.last:
        return False
    opens = (k for k in range(cue.first) if frame.word(k) in words.cleft)
    at = next((k for k in opens if frame.word(k + 1) in words.be), None)
    return at is not None and not any(frame.word(k) in words.that for k in range(at, cue.first))


def start_of_question(scene: Scene, frame: Frame, cue: Cue) -> int | None:
    """The first piece of an indirect question, its "si" left out."""
    for i in range(cue.last, min(cue.last + 6, frame.size)):
        if frame.word(i) in scene.words.whether:
            return i + 1
        if frame.mark(i) or i in frame.quoted:
            return None
    return None


def start_of_infinitive(scene: Scene, frame: Frame, cue: Cue) -> int | None:
    """The first piece of the infinitive a cue takes, its preposition left out: "accuse X d'avoir
    menti", "affirme ne pas savoir"."""
    words, far, near = scene.words, False, cue.last + TO_INFINITIVE
    stop = min(cue.last + FAR, frame.size - 1)
    aside: int | None = None
    charges, asks, bare = cue.takes("de"), cue.takes("a"), cue.takes("infinitive")
    if not (charges or asks or bare):
        return None
    for i in range(cue.last, stop):
        word, mark = frame.lows[i], frame.marks[i]
        if mark in (":", ";") or i in frame.quoted:
            return None
        parted = mark == "," and frame.word(i + 1) not in words.conjunctions
        if parted and aside is None:
            aside = _after_aside(frame, i, min(near, stop))
            near += aside - i
        if i < (aside or 0):
            continue
        far = far or (parted and aside != i + 1) or word in words.relatives or i >= near
        linked = (charges and word in words.of) or (asks and word in words.to)
        if linked and frame.word(i - 1) in words.prepositions:
            continue
        if linked and is_infinitive(scene, frame, i + 1):
            if not far or _closes_list(scene, frame, cue, i) or is_bound(scene, frame, cue, i):
                return i + 1
            continue
        if not far and bare and is_infinitive(scene, frame, i):
            return i if frame.word(i - 1) not in words.prepositions else None
    return None


def _closes_list(scene: Scene, frame: Frame, cue: Cue, i: int) -> bool:
    """The comma before the "de" at ``i`` closes a row of those it is asked of, without a verb: "a
    reproché à X, ancien maire, et à Y, d'avoir menti"."""
    between = range(cue.last, i)
    words = scene.words
    relatives = (k for k in between if frame.word(k) in words.relatives)
    below = any(frame.word(k - 1) not in words.joined for k in relatives)
    asked = frame.word(cue.last) in scene.classes.towards
    plain = frame.mark(i - 1) == "," and asked and not below
    return plain and not any(_is_finite(scene, frame, k) for k in between)


def start_of_state(scene: Scene, frame: Frame, cue: Cue) -> int | None:
    """The adjective that a reflexive verb of saying takes with an infinitive: "s'est dit vendredi
    prêt à parler", "se disant inquiet de le voir partir"."""
    if not cue.takes("state"):
        return None
    words = scene.words
    for i in range(cue.last, min(cue.last + _TO_STATE, frame.size - 1)):
        if frame.mark(i) == "," or frame.word(i) in words.third_persons:
            continue
        at = i + 1
        turns = words.to | words.of | words.contracted_to
        while is_adverb(frame, at, words) and frame.word(at) not in turns:
            at += 1
        linked = frame.word(at) in words.to | words.of and is_infinitive(scene, frame, at + 1)
        linked = linked or _is_turned(frame, at, words)
        token = scene.parsed(frame, i) if frame.word(i) else None
        if linked and token is not None and token.pos in ("ADJ", "VERB"):
            return i
        if not frame.word(i) or frame.word(i) in words.that | words.articles:
            return None
    return None


def _is_turned(frame: Frame, at: int, words: Words) -> bool:
    """What an adjective is turned to follows it, at once or after an adverbial: "favorable au
    vote", "favorable sur le principe à un vote"."""
    to = words.to | words.contracted_to
    opens = frame.word(at) in words.prepositions - words.of
    near = range(at, at + _TO_STATE if opens else at + 1)
    return any(frame.word(k) in to for k in near)


def _after_aside(frame: Frame, comma: int, stop: int) -> int:
    """The piece after the comma that closes an aside: "a affirmé, au début, être prêt"."""
    closing = (k for k in range(comma + 1, stop) if frame.mark(k) == ",")
    return next(closing, comma - 1) + 1


def is_infinitive(scene: Scene, frame: Frame, i: int) -> bool:
    """An infinitive, or its negation or pronoun with one close by, starts at ``i``."""
    words, at = scene.words, i
    while at < min(i + 4, frame.size) and (
        frame.word(at) in words.negation
        or frame.word(at) in words.negators
        or frame.word(at) in words.clitics
    ):
        at += 1
    if at >= frame.size or frame.marks[at]:
        return False
    if at in frame.quoted:
        stretch = frame.stretches[at]
        position = stretch.start if stretch else 0
        return _is_infinitive_at(scene, frame, position)
    return _is_infinitive_at(scene, frame, frame.starts[at])


def _is_infinitive_at(scene: Scene, frame: Frame, position: int) -> bool:
    token = scene.token(frame.passage, position)
    return token is not None and "VerbForm=Inf" in token.morph
