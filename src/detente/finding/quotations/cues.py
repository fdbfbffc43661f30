"""Cue verbs in a frame: their group of words, mood, polarity and where their subject is said."""

from __future__ import annotations

from dataclasses import dataclass

from detente.finding.quotations.frame import Frame
from detente.finding.quotations.lexicon import Form, Lexicon, Mood, Verb
from detente.languages.cues import Words

_REACH = 14
"""Pieces between an auxiliary and its participle ("a, de son côté, mardi à Vienne, déclaré")."""


_CLOSE = 6
"""Pieces between a participle without an auxiliary and the marks it is said of."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue verb with its auxiliaries: ``pieces[first:last]``; ``head`` is the verb itself.

    ``pronoun`` is the inverted subject's piece ("a-t-il dit"), ``coordinated`` says that subject
    and auxiliary are those of an earlier verb ("et ajouté").
    """

    verb: Verb
    mood: Mood
    first: int
    head: int
    last: int
    pronoun: int | None = None
    coordinated: bool = False
    passive: bool = False
    negated: bool = False
    conditional: bool = False

    def takes(self, construction: str) -> bool:
        """Whether the verb has that construction."""
        return construction in self.verb.takes

    @property
    def may_announce(self) -> bool:
        """What follows a colon may be its words."""
        return any(self.takes(c) for c in ("incise", "que", "object"))

    @property
    def is_bare(self) -> bool:
        """It has no subject of its own: a gerund, an infinitive or a coordinated participle."""
        return self.mood in ("gerund", "infinitive") or self.coordinated


def cues(frame: Frame, lexicon: Lexicon) -> list[Cue]:
    """The cue verbs of a frame, in order, one for each place."""
    found: list[Cue] = []
    for i, word in enumerate(frame.lows):
        forms = lexicon.forms.get(word)
        if forms is None or (found and i < found[-1].last):
            continue
        readings = (_read(frame, i, form, lexicon, bool(found)) for form in forms)
        cue = next((c for c in readings if c), None)
        if cue:
            found.append(cue)
    return found


def _read(frame: Frame, i: int, form: Form, lexicon: Lexicon, after_cue: bool) -> Cue | None:
    """The cue at ``i`` if that form stands there as a verb."""
    last = _tail(frame, i, form.verb, lexicon.words)
    if last is None:
        return None
    if form.mood == "participle":
        return _compound(frame, i, last, form, lexicon)
    if form.mood == "gerund":
        if frame.mark(i - 1) == "-":
            return None
        reflexive = frame.word(i - 1) in lexicon.words.reflexive
        fits = reflexive == form.verb.reflexive
        first = i - 1 if reflexive else i
        return Cue(form.verb, "gerund", first, i, last) if fits else None
    if form.mood == "infinitive":
        return _infinitive(frame, i, last, form, lexicon)
    return _simple(frame, i, last, form, lexicon.words)


def _tail(frame: Frame, i: int, verb: Verb, words: Words) -> int | None:
    """Index after the verb's fixed words, which adverbs may part from the head."""
    at = i + 1
    if verb.tail and frame.mark(at) == "-":
        pronoun = _inverted(frame, i, words)
        at = at if pronoun is None else pronoun + 1
    for word in verb.tail:
        while frame.word(at) != word and _is_adverb(frame, at, words):
            at += 1
        if frame.word(at) != word:
            return None
        at += 1
    return at


def _is_adverb(frame: Frame, i: int, words: Words) -> bool:
    word = frame.word(i)
    return word in words.adverbs or (len(word) > 5 and word.endswith(words.adverb_endings))


def _compound(frame: Frame, i: int, last: int, form: Form, lexicon: Lexicon) -> Cue | None:
    words = lexicon.words
    at, pronoun, negators, passive = i - 1, None, False, False
    while at >= 0 and i - at <= _REACH:
        word = frame.word(at)
        if word in words.have or word in words.be:
            break
        if word in words.been:
            passive = True
        elif word in words.subjects and frame.mark(at - 1) == "-":
            pronoun = at
        elif word in words.negators:
            negators = True
        elif not _may_part(frame, at, words) or _is_participle(lexicon, word):
            coordinated = _coordinated(frame, i, last, form, lexicon)
            return coordinated or _reduced(frame, i, last, form, lexicon.words)
        at -= 1
    auxiliary = frame.word(at) if i - at <= _REACH else ""
    reflexive = frame.word(at - 1) in words.reflexive
    if auxiliary in words.be and not (form.verb.reflexive and reflexive):
        passive = True
    if reflexive and (not form.verb.reflexive or auxiliary not in words.be):
        return None
    if (form.verb.reflexive and not reflexive) or not auxiliary:
        return None
    first = at - 1 if reflexive else at
    before = first - 1
    while frame.word(before) in words.clitics:
        before -= 1
    negated = frame.word(before) in words.negation and negators
    conditional = auxiliary in words.conditional_auxiliaries
    return Cue(
        form.verb, "participle", first, i, last, pronoun, False, passive, negated, conditional
    )


def _is_participle(lexicon: Lexicon, word: str) -> bool:
    return any(form.mood == "participle" for form in lexicon.forms.get(word, ()))


def _may_part(frame: Frame, at: int, words: Words) -> bool:
    """Whether a piece may stand between an auxiliary and its participle."""
    return (
        _is_adverb(frame, at, words)
        or frame.mark(at) in (",", "-", "'")
        or frame.word(at) in words.linking
        or frame.word(at) in words.clitics
        or _is_in_aside(frame, at)
    )


def _is_in_aside(frame: Frame, at: int) -> bool:
    """The piece stands between two commas close by: "a, en dépit des faits, affirmé"."""
    left = any(frame.mark(k) == "," for k in range(max(0, at - 7), at))
    right = any(frame.mark(k) == "," for k in range(at + 1, at + 8))
    return left and right and frame.pieces[at].kind == "word"


def _coordinated(frame: Frame, i: int, last: int, form: Form, lexicon: Lexicon) -> Cue | None:
    """A participle that shares the auxiliary of an earlier one: "a salué … et estimé que"."""
    words = lexicon.words
    at = i - 1
    while at > 0 and _is_adverb(frame, at, words) and frame.word(at) not in words.conjunctions:
        at -= 1
    if frame.word(at) not in words.conjunctions and frame.mark(at) != ",":
        return None
    if frame.mark(at) == "," and not _list_goes_on(frame, i, words):
        return None
    elided = at == 0 and frame.word(i + 1) in words.that
    shared = elided or any(frame.word(k) in words.have for k in range(at))
    if not shared or form.verb.reflexive:
        return None
    marks = [k for k in frame.quotes(last) if k - last < _REACH][:1]
    passive = any(frame.word(k + 1) in words.agent for k in marks)
    return Cue(form.verb, "participle", i, i, last, coordinated=True, passive=passive)


def _reduced(frame: Frame, i: int, last: int, form: Form, words: Words) -> Cue | None:
    """A participle with its agent and no auxiliary: "un plan jugé «fou» par X", "présenté par X
    comme «fou»", "accusé par X de mentir"."""
    if form.verb.reflexive or frame.word(i - 1) in words.determiners:
        return None
    stop = next((k for k in range(last, len(frame.pieces)) if frame.mark(k)), len(frame.pieces))
    near = range(last, min(last + _REACH, stop))
    agent = next((k for k in near if is_agent(frame, k, words)), None)
    if agent is None:
        return None
    links = words.of | words.like
    marked = any(k - last < _CLOSE for k in frame.quotes(last, agent))
    if not marked and not any(frame.word(k) in links for k in range(agent, near.stop)):
        return None
    return Cue(form.verb, "participle", i, i, last, passive=True)


def is_agent(frame: Frame, i: int, words: Words) -> bool:
    """A "par" that names who acts, not one of an adverb ("par ailleurs")."""
    after = frame.word(i + 1)
    return frame.word(i) in words.agent and (after not in words.adverbs or after in words.articles)


def _list_goes_on(frame: Frame, i: int, words: Words) -> bool:
    return frame.word(i + 1) in words.that


def _simple(frame: Frame, i: int, last: int, form: Form, words: Words) -> Cue | None:
    """A verb in a simple tense; the same letters are often a noun ("la demande", "un juge")."""
    at = i - 1
    reflexive = False
    while frame.word(at) in words.clitics:
        reflexive = reflexive or frame.word(at) in words.reflexive
        at -= 1
    if reflexive != form.verb.reflexive:
        return None
    negated = frame.word(at) in words.negation
    clitics = i - 1 - at
    may_be_article = frame.word(i - 1) in words.articles
    sure = reflexive or negated or not may_be_article
    if clitics and not sure and not _is_subject(frame, at, words):
        return None
    if not clitics and (frame.word(at) in words.determiners or frame.word(at) in words.articles):
        return None
    if frame.word(at) in words.prepositions and not negated:
        return None
    pronoun = _inverted(frame, i, words)
    end = max(last, pronoun + 1 if pronoun is not None else last)
    first = i - 1 if reflexive else i
    return Cue(
        form.verb,
        form.mood,
        first,
        i,
        end,
        pronoun,
        negated=negated,
        conditional=form.mood == "conditional",
    )


def _is_subject(frame: Frame, at: int, words: Words) -> bool:
    """A pronoun, a name or a comma stands there, so that "la" or "le" after it is an object."""
    if at < 0:
        return False
    return (
        frame.word(at) in words.subjects
        or frame.word(at) in words.subject_relatives
        or frame.pieces[at].capital
        or frame.mark(at) == ","
    )


def _inverted(frame: Frame, i: int, words: Words) -> int | None:
    """The piece of an inverted pronoun: "prévient-il", "ajoute-t-elle"."""
    if frame.mark(i + 1) != "-":
        return None
    at = i + 2
    if frame.word(at) in words.linking:
        at += 2
    return at if frame.word(at) in words.subjects else None


def _infinitive(frame: Frame, i: int, last: int, form: Form, lexicon: Lexicon) -> Cue | None:
    """An infinitive after words that let it be said: "tient à souligner", "avant d'ajouter"."""
    words, light = lexicon.words, lexicon.table.light
    at, reflexive, negated = i - 1, False, False
    while (
        frame.word(at) in words.clitics - lexicon.words.gerund_marker
        or frame.word(at) in words.negators
        or frame.word(at) in words.negation
    ):
        reflexive = reflexive or frame.word(at) in words.reflexive
        negated = negated or frame.word(at) in words.negation
        at -= 1
    if reflexive != form.verb.reflexive:
        return None
    near = {frame.word(k) for k in range(max(0, at - 1), at + 1)}
    if not near & (light.asserting | light.denying):
        return None
    denied = negated or bool(near & light.denying) or frame.word(at - 2) in light.denying
    first = i - 1 if reflexive else i
    return Cue(form.verb, "infinitive", first, i, last, negated=denied)
