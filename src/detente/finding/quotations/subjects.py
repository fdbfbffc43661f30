"""The grammatical subject of a verb, by the parse: where its phrase starts and its head stands."""

from __future__ import annotations

from detente.finding.quotations import agreement, phrases, rows, shapes
from detente.finding.quotations.cue import Cue
from detente.finding.quotations.frame import Frame
from detente.finding.quotations.scene import Scene
from detente.syntax import Parse, Token

_OUTSIDE = frozenset({"ADP", "VERB", "AUX", "PUNCT"})
_FEW = 4
"""Pieces of a phrase after its first word."""
Subject = tuple[int, int]
"""First piece and head piece of a phrase."""


def of_verb(scene: Scene, frame: Frame, i: int) -> Subject | None:
    """First piece and head piece of the subject of the verb at ``i``, by the parse."""
    parsed = scene.syntax(frame, i)
    if parsed is None:
        return None
    parse, token = parsed
    chain = [token.i]
    while parse.tokens[chain[-1]].dep in ("conj", "aux:tense", "aux:pass", "cop", "fixed"):
        chain.append(parse.tokens[chain[-1]].head)
    found = (_subject_of(scene, frame, k, i) for k in chain)
    return next((s for s in found if s is not None), None)


def of_cue(scene: Scene, frame: Frame, cue: Cue) -> Subject | None:
    """The subject of a cue; not a pronoun of an adverbial inside it ("a quant à elle affirmé"), nor
    one that takes up its subject ("la police, elle, affirme"), nor what is likened after it."""
    subject = of_verb(scene, frame, cue.head)
    if subject is None:
        return None
    inside = cue.first < subject[1] < cue.last or shapes.is_taken_up(scene, frame, subject[1])
    likened = subject[0] >= cue.last and shapes.is_likened(scene, frame, cue.last)
    other = inside or likened or is_charged(scene, frame, cue, subject[0])
    return None if other or _differs(scene, frame, subject, cue) else subject


def is_charged(scene: Scene, frame: Frame, cue: Cue, start: int) -> bool:
    """Who is named at piece ``start`` after a verb of blaming, before what he is blamed for, is not
    its subject: "…, a accusé X de mentir"."""
    if start < cue.last or not cue.takes("de"):
        return False
    mention = scene.starting(frame, start)
    return mention is not None and frame.word(scene.piece(frame, mention.end)) in scene.words.of


def _differs(scene: Scene, frame: Frame, subject: Subject, cue: Cue) -> bool:
    """A noun in the plural before a verb in the singular, which is another's: "X suit les marins
    qui sont partis, et a promis …"; the name of a body may look like one."""
    noun, verb = scene.parsed(frame, subject[1]), scene.parsed(frame, cue.first)
    described = frame.word(cue.first - 1) in scene.words.subject_relatives
    if noun is None or verb is None or noun.pos != "NOUN" or described:
        return False
    if scene.starting(frame, subject[0]) is not None:
        return False
    apart = "Number=Plur" in noun.morph and "Number=Sing" in verb.morph
    return apart and verb.pos in ("VERB", "AUX") and subject[1] < cue.first


def several(scene: Scene, frame: Frame, cue: Cue) -> int | None:
    """Where the phrase begins of those people right before a verb in the plural who open a clause
    of their own after a conjunction: "… et certains marins la soupçonnent"."""
    words, at = scene.words, cue.first - 1
    while frame.word(at) in scene.classes.before_verb:
        at -= 1
    start = at
    while start > 0 and frame.word(start - 1) and at - start < _FEW:
        if frame.word(start) in words.determiners:
            break
        start -= 1
    opens = frame.word(start) in words.determiners and frame.word(start - 1) in words.conjunctions
    human = any(scene.is_human(frame, k) for k in range(start, at + 1))
    plural = agreement.is_plural(scene, frame, cue)
    return start if opens and human and plural and start < at else None


def of_participle(scene: Scene, frame: Frame, cue: Cue) -> Subject | None:
    """The noun right before a present participle that describes it: "des plaintes accusant le
    maire"."""
    at, words = cue.first - 1, scene.words
    small = words.gerund_marker | words.clitics
    if cue.mood != "gerund" or not frame.word(at) or frame.word(at) in small:
        return None
    parsed = scene.syntax(frame, cue.head)
    if parsed is None:
        return None
    parse, token = parsed
    governed = frame.word(at - 1) in words.articles and frame.word(at - 2) in words.prepositions
    if governed and frame.word(at) in scene.lexicon.table.nouns.human:
        return at, at
    if token.dep != "acl":
        return None
    noun = parse.tokens[token.head]
    if noun.pos not in ("NOUN", "PROPN") or noun.i > token.i:
        return None
    starts = [t.start for t in parse.subtree(noun.i) if t.i <= noun.i]
    return _edges(scene, frame, starts, noun.start)


def governor(scene: Scene, frame: Frame, i: int) -> Subject | None:
    """The subject of the nearest verb above the one at ``i``."""
    parsed = scene.syntax(frame, i)
    if parsed is None:
        return None
    parse, token = parsed
    for above in parse.ancestors(token.i):
        subject = _subject_of(scene, frame, above.i, i)
        if subject is not None:
            return subject
    return None


def above(scene: Scene, frame: Frame, i: int) -> list[Subject]:
    """The subjects of the verbs above piece ``i``, the nearest first."""
    parsed = scene.syntax(frame, i)
    if parsed is None:
        return []
    parse, token = parsed
    found = (_subject_of(scene, frame, t.i, i) for t in parse.ancestors(token.i))
    return [subject for subject in found if subject is not None]


def of_main_clause(scene: Scene, frame: Frame, i: int) -> int | None:
    """The piece where the subject of the clause above the verb at ``i`` starts, if that
    clause comes after it."""
    parsed = scene.syntax(frame, i)
    if parsed is None:
        return None
    parse, token = parsed
    for above in parse.ancestors(token.i):
        if above.i < token.i:
            return None
        subject = _subject_of(scene, frame, above.i, i)
        if subject is not None and subject[0] > i:
            return subject[0]
    return None


def _subject_of(scene: Scene, frame: Frame, k: int, verb: int) -> Subject | None:
    parsed = scene.syntax(frame, verb)
    assert parsed is not None
    parse, _ = parsed
    kids = [t for t in parse.kids(k, "nsubj") if not _hangs(scene, parse, t)]
    known = [t for t in kids if t.i < k and scene.over(t.start, t.end)] if len(kids) > 1 else []
    for token in known or kids:
        subject, floor = token, max((t.i for t in parse.kids(token.i, "cc")), default=-1)
        floor = floor if floor < token.i else -1
        if token.text.lower() in scene.words.subject_relatives:
            antecedent = _described(parse, k, token)
            if antecedent is None:
                continue
            subject = antecedent
            floor = _floor(parse, subject)
        own = [t.start for t in parse.subtree(subject.i) if t.i > floor]
        before = kids[0] if token in known and kids[0].i < token.i else token
        if before is not token and rows.joins(scene, frame, scene.piece(frame, min(own))):
            own += [t.start for t in parse.subtree(before.i) if t.i <= before.i]
        return _edges(scene, frame, own, subject.start)
    return None


def _hangs(scene: Scene, parse: Parse, noun: Token) -> bool:
    """A preposition stands before a noun, which is then no subject, whatever the parse says:
    "Dans une lettre, le maire dit …"; one that names a source is left to the sources."""
    cases = [t.text.lower() for t in parse.kids(noun.i, "case") if t.i < noun.i]
    of, sources = scene.classes.of, scene.lexicon.sources.first
    binding = [word for word in cases if word not in of and word not in sources]
    return not scene.words.prepositions.isdisjoint(binding)


def _floor(parse: Parse, noun: Token) -> int:
    """The last token before a noun that is no part of its phrase: its preposition, a verb."""
    before = (t.i for t in parse.subtree(noun.i) if t.i < noun.i and t.pos in _OUTSIDE)
    return max(before, default=-1)


def _described(parse: Parse, k: int, relative: Token) -> Token | None:
    """The noun that a relative clause describes: its head by the parse, or what stands behind that
    if it is a verb ("…, déplorent les marins, qui craignent …"); else the noun right before the
    relative ("…, disent ses voisins, qui estiment …")."""
    if parse.tokens[k].dep == "acl:relcl":
        head = parse.tokens[parse.tokens[k].head]
        behind = (*parse.kids(head.i, "obj"), *parse.kids(head.i, "nsubj"))
        nouns = [t for t in behind if head.i < t.i < relative.i] if head.pos == "VERB" else []
        return nouns[0] if nouns else head
    before = relative.i - 1
    while before > 0 and parse.tokens[before].pos == "PUNCT":
        before -= 1
    token = parse.tokens[before] if before >= 0 else None
    return token if token is not None and token.pos in ("NOUN", "PROPN") else None


def _edges(scene: Scene, frame: Frame, starts: list[int], head: int) -> Subject | None:
    at = scene.piece(frame, head)
    if at >= frame.size or not frame.lows[at]:
        return None
    first = scene.piece(frame, min(starts))
    if not frame.start <= frame.passage.index(min(starts)):
        return None
    while first < at and not frame.lows[first]:
        first += 1
    if (
        frame.word(first) in scene.words.moments
        and frame.mark(first + 1) == ","
        and first + 2 <= at
    ):
        first += 2
    return None if phrases.is_capital(scene, frame, first) else (first, at)


def leads(scene: Scene, frame: Frame, i: int, low: int = 0) -> bool:
    """No verb stands before piece ``i``: the phrase there can be what the sentence is about. The
    first word is none: an "A" there is a preposition in capitals."""
    if any(frame.word(k) in scene.classes.auxiliaries for k in range(low + 1, i)):
        return False
    tokens = (scene.parsed(frame, k) for k in range(low, i) if frame.word(k))
    return not any(t is not None and "VerbForm=Fin" in t.morph for t in tokens)


def first(scene: Scene, frame: Frame) -> int | None:
    """Where the first phrase of a frame starts that hangs on no preposition and is not the
    subject of a relative clause ("les preuves dont il dispose")."""
    if frame not in scene.firsts:
        scene.firsts[frame] = _first(scene, frame)
    return scene.firsts[frame]


def _first(scene: Scene, frame: Frame) -> int | None:
    below, pronouns = scene.classes.below, scene.words.subjects
    for i, word in enumerate(frame.lows):
        if not word or not (word in pronouns or scene.starting(frame, i)):
            continue
        if shapes.is_taken_up(scene, frame, i):
            continue
        if frame.word(i - 1) not in below and not phrases.is_governed(scene, frame, i):
            return i
    return None


def right_before(scene: Scene, frame: Frame, cue: Cue, subject: Subject) -> int | None:
    """Where a name begins that stands between a comma and the verb, farther on than the subject of
    the parse: a comma would close it if it were set beside that one."""
    end = cue.first
    while frame.word(end - 1) in scene.classes.beside_verb:
        end -= 1
    at = end
    while at > 0 and frame.capitals[at - 1]:
        at -= 1
    apart = subject[1] < at - 1 < end - 1 and frame.mark(at - 1) == ","
    return at if apart and not agreement.is_plural(scene, frame, cue) else None
