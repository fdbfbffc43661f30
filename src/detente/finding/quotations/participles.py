"""Cue verbs as participles: with an auxiliary, sharing one, or with an agent alone."""

from __future__ import annotations

from detente.finding.quotations.cue import Cue
from detente.finding.quotations.frame import Frame
from detente.finding.quotations.lexicon import Form, Lexicon
from detente.languages.cues import Words

_REACH = 14
"""Pieces between an auxiliary and its participle ("a, de son côté, mardi à Vienne, déclaré")."""


_CLOSE = 6
"""Pieces between a participle without an auxiliary and the marks it is said of."""


def is_adverb(frame: Frame, i: int, words: Words) -> bool:
    """An adverb, or a word of an adverbial ("de son côté, mardi"), stands at ``i``."""
    word = frame.word(i)
    return word in words.adverbs or (len(word) > 5 and word.endswith(words.adverb_endings))


def compound(frame: Frame, i: int, last: int, form: Form, lexicon: Lexicon) -> Cue | None:
    """The participle at ``i`` as a cue: its auxiliary may stand some words before it."""
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
            parted = _before_adverbial(frame, i, lexicon)
            if parted is None:
                coordinated = _coordinated(frame, i, last, form, lexicon)
                return coordinated or _reduced(frame, i, last, form, lexicon.words)
            at = parted
            break
        at -= 1
    auxiliary = frame.word(at) if i - at <= _REACH else ""
    reflexive = frame.word(at - 1) in words.reflexive
    if auxiliary in words.be and not (form.verb.reflexive and reflexive):
        passive = True
    if reflexive and (not form.verb.reflexive or auxiliary not in words.be):
        return None
    if not auxiliary and not form.verb.reflexive:
        return _reduced(frame, i, last, form, words)
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


def _joins_adverbs(frame: Frame, at: int, words: Words) -> bool:
    """A conjunction stands between two adverbs: "a d'ores et déjà dit"."""
    joins = frame.word(at) in words.conjunctions
    return joins and frame.word(at - 1) in words.adverbs and is_adverb(frame, at + 1, words)


def _may_part(frame: Frame, at: int, words: Words) -> bool:
    """Whether a piece may stand between an auxiliary and its participle."""
    return (
        is_adverb(frame, at, words)
        or _joins_adverbs(frame, at, words)
        or frame.mark(at) in (",", "-", "'")
        or frame.word(at) in words.linking
        or frame.word(at) in words.clitics
        or _is_in_aside(frame, at)
    )


def _before_adverbial(frame: Frame, i: int, lexicon: Lexicon) -> int | None:
    """The auxiliary that an adverbial of several words parts from the participle at ``i``: "a, dans
    le même temps, affirmé", "a au cours de la soirée indiqué". An object has an article too many:
    "a dans la région un objectif affirmé"."""
    words, at, nouns, links = lexicon.words, i - 1, 0, 0
    stops = lexicon.classes.auxiliaries
    while at >= 0 and i - at <= _REACH and frame.word(at) not in stops:
        word = frame.word(at)
        hidden = at in frame.quoted or frame.mark(at) in (":", ";", "(", ")")
        if hidden or word in lexicon.classes.turning:
            return None
        if _is_participle(lexicon, word):
            return None
        nouns += word in lexicon.classes.bare_articles
        links += word in lexicon.classes.governing
        at -= 1
    first = at + 1
    while is_adverb(frame, first, words) and frame.word(first) not in words.prepositions:
        first += 1
    opens = frame.word(first) in lexicon.classes.governing
    found = at >= 0 and frame.word(at) in stops and opens and nouns <= links
    return at if found else None


def _is_in_aside(frame: Frame, at: int) -> bool:
    """The piece stands between two commas close by: "a, en dépit des faits, affirmé"."""
    left = any(frame.mark(k) == "," for k in range(max(0, at - 7), at))
    right = any(frame.mark(k) == "," for k in range(at + 1, at + 8))
    return left and right and frame.lows[at] != ""


def _coordinated(frame: Frame, i: int, last: int, form: Form, lexicon: Lexicon) -> Cue | None:
    """A participle that shares the auxiliary of an earlier one: "a salué … et estimé que"."""
    words = lexicon.words
    at = i - 1
    while at > 0 and is_adverb(frame, at, words) and frame.word(at) not in words.conjunctions:
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
    stop = next((k for k in range(last, frame.size) if frame.mark(k)), frame.size)
    near = range(last, min(last + _REACH, stop))
    agent = next((k for k in near if is_agent(frame, k, words)), None)
    if agent is None:
        charged = "charge" in form.verb.takes and frame.word(last) in words.of
        passive = Cue(form.verb, "participle", i, i, last, passive=True)
        return passive if charged and frame.quotes(last) else None
    links = words.of | words.like
    marked = any(k - last < _CLOSE for k in frame.quotes(last, agent))
    if not marked and not any(frame.word(k) in links for k in range(agent, near.stop)):
        return None
    return Cue(form.verb, "participle", i, i, last, passive=True)


def is_agent(frame: Frame, i: int, words: Words) -> bool:
    """A "par" that names who acts, not one of an adverb ("par ailleurs"), or a "côté" that names
    the side ("salué côté suédois comme …")."""
    after = frame.word(i + 1)
    if frame.word(i) in words.side and after:
        return frame.word(i - 1) not in words.determiners | words.prepositions
    return frame.word(i) in words.agent and (after not in words.adverbs or after in words.articles)


def _list_goes_on(frame: Frame, i: int, words: Words) -> bool:
    return frame.word(i + 1) in words.that
