"""Reported clauses and objects: the cue comes first, "X affirme que …", "X dénonce une «…»"."""

from __future__ import annotations

from collections.abc import Iterator

from detente.finding.quotations import borders, clauses, gapping, starts, subjects
from detente.finding.quotations.claims import Claim, Hearing, Rule
from detente.finding.quotations.cue import Cue
from detente.finding.quotations.participles import is_agent


def reported(hearing: Hearing, cue: Cue) -> Iterator[Claim]:
    """The clause, the infinitive or the marked object that a cue takes after it."""
    clause = _clause(hearing, cue)
    if clause is None:
        yield from _object(hearing, cue)
        return
    rule, low = clause
    frame, agent = hearing.frame, hearing.scene.words.agent
    while frame.mark(low) == ",":
        low += 1
    finite = rule == "that"
    high = clauses.end(hearing.scene, frame, low, hearing.cues, hearing.bounds, finite)
    told = not cue.passive or any(frame.word(k) in agent for k in range(cue.last, low))
    if low < high and (frame.quotes(low, high) or told):
        yield _claim(hearing, rule, cue, low, high)


def _clause(hearing: Hearing, cue: Cue) -> tuple[Rule, int] | None:
    scene, frame = hearing.scene, hearing.frame
    if cue.takes("que"):
        at = starts.start_of_that(scene, frame, cue, hearing.cues)
        if at is not None:
            return "that", at
    if cue.takes("si"):
        at = starts.start_of_question(scene, frame, cue)
        if at is not None:
            return "question", at
    at = starts.start_of_infinitive(scene, frame, cue)
    if at is not None and not cue.takes("state"):
        return "infinitive", at
    state = starts.start_of_state(scene, frame, cue)
    if state is not None:
        return "state", state
    return ("infinitive", at) if at is not None else None


def _claim(hearing: Hearing, rule: Rule, cue: Cue, low: int, high: int) -> Claim:
    frame = hearing.frame
    voice = hearing.voices.of(frame, cue, hearing.is_reported(cue))
    high = max(low + 1, min(high, _before_main_clause(hearing, cue, low)))
    high = max(low + 1, min(high, _before_resumed(hearing, cue, low, high)))
    if rule == "infinitive":
        high = borders.of_infinitive(hearing, cue, low, high)
    elif rule == "that":
        high = borders.of_clause(hearing, low, high)
    quotes = frame.quotes(low, high)
    return Claim(rule, frame, low, high, voice, (cue.first, cue.last), quotes, cue)


def _before_main_clause(hearing: Hearing, cue: Cue, low: int) -> int:
    """Where a subordinate clause at the head of a frame ends: at the comma before the main
    subject ("Alors que X accuse Y de mentir, Z assure …")."""
    frame = hearing.frame
    words = hearing.scene.words
    first = frame.word(1) if frame.word(0) in words.conjunctions else frame.word(0)
    leads = not cue.is_bare and subjects.of_verb(hearing.scene, frame, cue.head) is not None
    opens = first in words.subordinators or (cue.mood == "gerund" and cue.first <= 1)
    if leads and not opens:
        return frame.size
    subject = subjects.of_main_clause(hearing.scene, frame, cue.head)
    if opens and (subject is None or subject <= low):
        subject = _main_start(hearing, low)
    if subject is None or subject <= low:
        return frame.size
    commas = [k for k in range(low, subject) if frame.mark(k) == ","]
    return commas[-1] if commas else frame.size


def _before_resumed(hearing: Hearing, cue: Cue, low: int, high: int) -> int:
    """Where what a gerund or a relative clause between subject and verb reports ends, at the comma
    before the verb ("Le maire, jugeant que …, a fermé le pont"), and what an infinitive ends before
    a second verb ("Le maire menace de partir, exclut de revenir")."""
    frame, words = hearing.frame, hearing.scene.words
    opening = _aside_start(hearing, cue)
    if opening is not None and opening > 0 and hearing.has_verb(0, opening, "Fin"):
        opening = None
    if opening is not None and cue.mood != "gerund":
        return _last_resumed(hearing, low, high)
    listed = frame.word(low - 1) not in words.that and not cue.is_bare
    if opening is None and not listed:
        return high
    for k in range(low + 1, high - 1):
        if cue.mood != "gerund" and frame.word(k) in hearing.scene.classes.below:
            return high
        if _resumes(hearing, k):
            return k
    return high


def _last_resumed(hearing: Hearing, low: int, high: int) -> int:
    """The last comma after which a verb stands without a subject: the main one ("Le maire, qui
    accuse le port d'avoir caché une fuite qui a coûté cher, a démissionné")."""
    for k in range(high - 2, low, -1):
        if _resumes(hearing, k):
            return k
    return high


def _resumes(hearing: Hearing, comma: int) -> bool:
    """Whether a finite verb without a subject stands after a comma, past its clitics."""
    frame, classes = hearing.frame, hearing.scene.classes
    at = comma + 1
    while frame.word(at) in classes.before_verb:
        at += 1
    return frame.mark(comma) == "," and _is_finite(hearing, at)


def _aside_start(hearing: Hearing, cue: Cue) -> int | None:
    """The comma that opens the gerund or the relative clause in which a cue stands."""
    frame, words = hearing.frame, hearing.scene.words
    if cue.mood == "gerund":
        return cue.first - 1 if frame.mark(cue.first - 1) == "," else None
    commas = [k for k in range(cue.first) if frame.mark(k) == ","]
    if not commas or cue.is_bare:
        return None
    return commas[-1] if frame.word(commas[-1] + 1) in words.relatives else None


def _is_finite(hearing: Hearing, i: int) -> bool:
    token = hearing.scene.parsed(hearing.frame, i) if hearing.has(i) else None
    return token is not None and "VerbForm=Fin" in token.morph


def _main_start(hearing: Hearing, low: int) -> int | None:
    """After "Alors que …", the phrase after a comma that a verb follows without another."""
    frame, words = hearing.frame, hearing.scene.words
    for k in range(low, frame.size - 2):
        first = frame.word(k + 1)
        opens = first in words.articles or first in words.subjects
        may_open = frame.mark(k) == "," and (opens or frame.capitals[k + 1])
        if may_open and _verb_follows(hearing, k + 1):
            return k + 1
    return None


def _verb_follows(hearing: Hearing, low: int) -> bool:
    """A verb stands after ``low`` before the next comma."""
    frame, classes = hearing.frame, hearing.scene.classes
    heads = {c.head for c in hearing.cues}
    for j in range(low, min(low + 20, frame.size)):
        if frame.mark(j) == ",":
            return False
        token = hearing.scene.parsed(frame, j)
        finite = token is not None and "VerbForm=Fin" in token.morph
        if finite or frame.word(j) in classes.auxiliaries or j in heads:
            return True
    return False


def _object(hearing: Hearing, cue: Cue) -> Iterator[Claim]:
    frame = hearing.frame
    if _is_called(hearing, cue):
        return
    straight = cue.takes("incise") and hearing.is_quote(cue.last)
    if not (cue.takes("object") or cue.takes("like") or straight):
        return
    high = clauses.end(hearing.scene, frame, cue.last, hearing.cues, hearing.bounds)
    high = min(high, _next_object(hearing, cue))
    quotes = frame.quotes(cue.last, high)
    likened = straight or cue.takes("object") or _is_likened(hearing, cue.last, quotes[:1])
    if quotes and likened and _reaches(hearing, cue.last, quotes[0], cue.passive):
        low = object_start(hearing, cue.last, quotes[0])
        rule: Rule = "passive" if cue.passive else "object"
        if cue.passive:
            high = _before_agent(hearing, quotes[0], high)
            if high <= quotes[0]:
                return
        claim = _claim(hearing, rule, cue, low, high)
        yield claim
        if rule == "object":
            yield from _taken_up(hearing, cue, claim)


def _taken_up(hearing: Hearing, cue: Cue, first: Claim) -> Iterator[Claim]:
    """What another says with the verb of the first: "X dénonce une «faute», Y une «erreur»"."""
    frame, scene = hearing.frame, hearing.scene
    for i in frame.quotes(cue.last):
        start = gapping.gap(scene, frame, cue.last, i)
        if start is None:
            continue
        voice = hearing.voices.phrase(frame, start, i)
        if voice.actor is None:
            continue
        first.high = min(first.high, start - 1)
        first.quotes = [k for k in first.quotes if k < start]
        low = object_start(hearing, start + 1, i)
        yield Claim("object", frame, low, i + 1, voice, first.cue, [i], cue)


def _is_called(hearing: Hearing, cue: Cue) -> bool:
    """What somebody is called stands between commas: "Jean Durand, dit «le Rouge», …"."""
    frame, words = hearing.frame, hearing.scene.words
    alone = cue.last == cue.first + 1 and frame.mark(cue.first - 1) == ","
    quoted = hearing.is_quote(cue.last) and frame.mark(cue.last + 1) == ","
    return alone and quoted and frame.word(cue.head) in words.naming


def _before_agent(hearing: Hearing, quote: int, high: int) -> int:
    """Where what a passive reports ends: before its agent ("une «folie» par le maire")."""
    frame, words = hearing.frame, hearing.scene.words
    agents = (k for k in range(quote + 1, high) if is_agent(frame, k, words))
    return next(agents, high)


def _is_likened(hearing: Hearing, low: int, quotes: list[int]) -> bool:
    """A "comme" stands between a verb and the first marks after it."""
    frame, like = hearing.frame, hearing.scene.words.like
    return any(frame.word(k) in like for i in quotes for k in range(low, i))


def _next_object(hearing: Hearing, cue: Cue) -> int:
    """Where the next verb stands that takes an object in marks of its own."""
    later = (c.first for c in hearing.cues if c.first >= cue.last and c.takes("object"))
    return next((i for i in later if hearing.frame.quotes(i)), hearing.frame.size)


def _reaches(hearing: Hearing, low: int, quote: int, passive: bool) -> bool:
    """No colon and no other clause stands between a verb and the marks of its object; after an
    agent not even a relative one ("invité par Jean Durand qui aime ce «fort»") or a second verb
    ("voté par les élus et «vite appliqué»")."""
    frame, words = hearing.frame, hearing.scene.words
    if passive and any(frame.word(k) in words.relatives for k in range(low, quote)):
        return False
    if passive and frame.word(quote - 1) in words.conjunctions:
        return False
    for k in range(low, quote):
        finite = words.have if not frame.word(k).endswith(words.gerund_endings) else ()
        if frame.mark(k) == ":" or frame.word(k) in finite:
            return any(frame.word(j) in words.relatives for j in range(low, k))
    return True


def object_start(hearing: Hearing, low: int, quote: int) -> int:
    """The first piece of the phrase that marks stand in, its preposition left out."""
    words, at = hearing.scene.words, quote
    closing = words.to | words.of | words.like
    while at > low:
        word = hearing.frame.word(at - 1)
        if (not word and not hearing.is_short(at - 1)) or word in closing:
            break
        at -= 1
    if hearing.frame.word(at - 1) in words.to:
        opening = (k for k in range(at + 1, quote) if hearing.frame.word(k) in words.indefinite)
        at = next(opening, at)
    return at
