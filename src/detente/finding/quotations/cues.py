"""Cue verbs in a frame: their group of words, mood, polarity and where their subject is said."""

from __future__ import annotations

from detente.finding.quotations import periphrases
from detente.finding.quotations.cue import Cue
from detente.finding.quotations.frame import Frame
from detente.finding.quotations.lexicon import Form, Lexicon, Verb
from detente.finding.quotations.participles import compound, is_adverb
from detente.languages.cues import Words

_NEAR = 6
"""Pieces between the preposition of a purpose and the last infinitive in its row."""


def cues(frame: Frame, lexicon: Lexicon) -> list[Cue]:
    """The cue verbs of a frame, in order, one for each place."""
    found: list[Cue] = []
    known = lexicon.forms
    for i, word in [(i, word) for i, word in enumerate(frame.lows) if word in known]:
        if found and i < found[-1].last:
            continue
        readings = (_read(frame, i, form, lexicon) for form in known[word])
        cue = next((c for c in readings if c), None)
        if cue:
            found.append(cue)
    return found


def _read(frame: Frame, i: int, form: Form, lexicon: Lexicon) -> Cue | None:
    """The cue at ``i`` if that form stands there as a verb."""
    last = _tail(frame, i, form.verb, lexicon.words)
    if last is None:
        return None
    if form.mood == "participle":
        return compound(frame, i, last, form, lexicon)
    if form.mood == "gerund":
        if frame.mark(i - 1) == "-":
            return None
        reflexive = frame.word(i - 1) in lexicon.words.reflexive
        fits = reflexive == form.verb.reflexive
        first = i - 1 if reflexive else i
        return Cue(form.verb, "gerund", first, i, last) if fits else None
    if form.mood == "infinitive":
        told = periphrases.periphrasis(frame, i, last, form, lexicon)
        return told or _infinitive(frame, i, last, form, lexicon)
    return _simple(frame, i, last, form, lexicon.words)


def _tail(frame: Frame, i: int, verb: Verb, words: Words) -> int | None:
    """Index after the verb's fixed words, which adverbs may part from the head."""
    at = i + 1
    if verb.tail and frame.mark(at) == "-":
        pronoun = _inverted(frame, i, words)
        at = at if pronoun is None else pronoun + 1
    for word in verb.tail:
        while frame.word(at) != word and is_adverb(frame, at, words):
            at += 1
        if frame.word(at) != word:
            return None
        at += 1
    return at


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
    many = form.mood == "finite" and frame.word(i).endswith(words.plural_endings)
    sure = reflexive or negated or many or not may_be_article
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
        or frame.capitals[at]
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
    """An infinitive after words that let it be said: "tient à souligner", "avant d'ajouter"; not
    one after another infinitive ("invite X à venir dire")."""
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
    known = light.asserting | light.denying
    moved = frame.word(at) not in known and frame.word(at).endswith(words.infinitive_endings)
    near = {frame.word(k) for k in range(max(0, at - 1), at + 1)}
    if moved or not near & known:
        return None
    denied = negated or bool(near & light.denying) or frame.word(at - 2) in light.denying
    denied = denied or is_idle(frame, at, lexicon)
    first = i - 1 if reflexive else i
    return Cue(form.verb, "infinitive", first, i, last, negated=denied)


def is_idle(frame: Frame, at: int, lexicon: Lexicon) -> bool:
    """The infinitive after piece ``at`` is of a purpose that is denied: "pas pour impressionner et
    s'écrier"."""
    purpose = lexicon.table.light.purpose
    low = at
    if frame.word(at) in lexicon.words.conjunctions:
        near = range(at, max(0, at - _NEAR), -1)
        low = next((k for k in near if frame.word(k) in purpose), at)
    return frame.word(low) in purpose and frame.word(low - 1) in lexicon.words.negators
