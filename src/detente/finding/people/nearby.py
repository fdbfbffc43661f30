"""What stands around a spot: whether it is the subject of a verb, a source, a complement."""

from __future__ import annotations

from detente.finding.people.spots import PronounSpot, Spot
from detente.finding.people.vocabulary import Vocabulary
from detente.finding.people.words import Line

APPOSITION = 30
"""Words between two commas that may stand between a subject and its verb."""
NEAREST = 6
"""Words before "ce dernier" in which a thing is what it points to."""
INCISE = frozenset(',"»”)–—-')
"""Marks after which an attribution may begin with its verb."""
INVERSION = 6
"""Words between a verb of saying and its subject: "a déclaré mardi à la presse X"."""


def leads_and_speaks(spot: Spot, words: Vocabulary) -> tuple[bool, bool]:
    """Whether the words are the subject of a finite verb, or its source, and whether somebody
    speaks by them: a verb of saying stands beside them, or they are a source."""
    if is_source(spot, words) or follows_verb(spot, words):
        return True, True
    return _has_predicate(spot, words), _precedes_saying(spot, words)


def is_subject(spot: Spot, words: Vocabulary) -> bool:
    """Whether the words are the subject of a finite verb, before or after it, or its source."""
    return is_source(spot, words) or follows_verb(spot, words) or _has_predicate(spot, words)


def _has_predicate(spot: Spot, words: Vocabulary) -> bool:
    """Whether the words are the subject of what follows them."""
    line = spot.line
    if line.low(spot.stop) == ":":
        return True
    before = line.low(spot.first - 1)
    if before in words.tables.prepositions.all:
        return False
    of_noun = line.low(spot.first) in words.tables.determiners.contracted and before.isalpha()
    if of_noun and not line.opens(spot.first):
        return False
    return _has_verb(line, spot.stop, words) or _has_verb_after_comma(line, spot.stop, words)


def acts(spot: Spot, words: Vocabulary) -> bool:
    """Whether the words are the subject of what is surely a finite verb, or a source: asked of
    those who have no name, lest every noun become an actor."""
    line, table = spot.line, words.tables
    if not is_subject(spot, words):
        return False
    if is_source(spot, words) or follows_verb(spot, words) or line.low(spot.stop) in {":", ","}:
        return True
    at = _past_asides(line, spot.stop, words)
    plural = line.low(spot.first) in table.determiners.plural
    endings = table.linkers.verb_endings + table.linkers.plural_verb_endings * plural
    return _is_finite(line, spot.stop, words) or line.low(at).endswith(endings)


def says(spot: Spot, words: Vocabulary) -> bool:
    """Whether a verb of saying stands right before or after the words."""
    return _precedes_saying(spot, words) or follows_verb(spot, words)


def speaks(spot: Spot, words: Vocabulary) -> bool:
    """Whether a verb of saying stands beside the words, or they are a source."""
    return says(spot, words) or is_source(spot, words)


def _precedes_saying(spot: Spot, words: Vocabulary) -> bool:
    line, i = spot.line, _past_asides(spot.line, spot.stop, words)
    low = line.low(i)
    if low in words.saying or low not in words.tables.linkers.auxiliaries:
        return low in words.saying
    return line.low(_past_asides(line, i + 1, words)) in words.saying


def is_opening(spot: Spot, words: Vocabulary) -> bool:
    """Whether a preposition and these words, up to a comma, open their sentence: "A Madrid,"."""
    line, first = spot.line, spot.first - 1
    placed = line.low(first) in words.tables.prepositions.all and line.opens(first)
    return placed and line.low(spot.stop) == ","


def opens_after(spot: Spot, words: Vocabulary) -> bool:
    """Whether only when or where stands before the words in their sentence, up to a comma: "A
    Madrid, une source", "Samedi, un diplomate"."""
    line, table, first = spot.line, words.tables, spot.first - 1
    while first > 0 and line.sentences[first - 1] == spot.sentence:
        first -= 1
    opening = line.low(first) in table.prepositions.all - table.prepositions.source
    opening = opening or line.low(first) in table.linkers.asides
    return opening and all(line.low(k) != "," for k in range(first, spot.first - 1))


def is_source(spot: Spot, words: Vocabulary) -> bool:
    """Whether the words follow "selon" or its like ("pour" only where it opens the sentence), or
    stand before "selon qui"."""
    line, before = spot.line, spot.line.low(spot.first - 1)
    if before not in words.tables.prepositions.source:
        return _precedes_source(spot, words)
    return before not in words.tables.prepositions.bound or (
        line.opens(spot.first - 1) and line.low(spot.stop) in {",", "(", '"', "«", "“"}
    )


def _precedes_source(spot: Spot, words: Vocabulary) -> bool:
    """Whether a clause follows that tells what the one named says: "X, selon qui"."""
    line, after, tables = spot.line, spot.stop, words.tables
    low = line.low(after)
    if low == ",":
        after += 1
        low = line.low(after)
    return low in tables.prepositions.source and line.low(after + 1) in tables.linkers.relative


def follows_verb(spot: Spot, words: Vocabulary) -> bool:
    """Whether a verb of saying before the words has them as its subject: "a déclaré lundi X"."""
    known = spot.line.inverted
    if spot.first not in known:
        known[spot.first] = _follows_verb(spot.line, spot.first - 1, words)
    return known[spot.first]


def _follows_verb(line: Line, k: int, words: Vocabulary) -> bool:
    if line.low(k) in words.tables.prepositions.all:
        return False
    for back in range(k, max(-1, k - INVERSION), -1):
        low = line.low(back)
        if not low or not low[0].isalnum():
            return False
        if low in words.saying and _is_incise(line, back, words):
            return True
        if not _may_intervene(line, back, words):
            return False
    return False


def _is_incise(line: Line, i: int, words: Vocabulary) -> bool:
    """Whether the verb of saying at word ``i`` opens its clause, so that its subject follows it:
    after a comma, a mark or "comme", short words and auxiliaries aside."""
    k = i - 1
    while line.low(k) in words.classes.beside_verb:
        k -= 1
    low = line.low(k)
    if low == "," and _closes_apposition(line, k, words):
        return False
    return low in INCISE or low in words.tables.saying.openers


def _closes_apposition(line: Line, comma: int, words: Vocabulary) -> bool:
    """Whether a comma ends what stands beside the name that opens the sentence: "X, maire de Y, a
    félicité Z" has its subject before the verb."""
    number, opening = line.sentences[comma], comma - 1
    while opening > 0 and line.low(opening) != "," and line.sentences[opening] == number:
        opening -= 1
    if line.low(opening) != "," or not line.words[opening - 1].capital:
        return False
    first = opening - 1
    while first > 0 and line.sentences[first - 1] == number and line.words[first - 1].capital:
        first -= 1
    finite = any(line.low(k) in words.classes.verbal for k in range(opening + 1, comma))
    return not finite and line.opens(first)


def _may_intervene(line: Line, i: int, words: Vocabulary) -> bool:
    """A word between a verb and the subject after it: a day, an adverb, "à la presse", "dans un
    communiqué"."""
    classes, before = words.classes, line.low(i - 1)
    if before in classes.of_one and line.low(i - 2) in words.tables.prepositions.all:
        return True
    return (
        line.lows[i] in classes.before_subject
        or before in classes.governing
        or line.words[i].text.isupper()
    )


def _past_asides(line: Line, i: int, words: Vocabulary) -> int:
    while line.low(i) in words.classes.passing:
        i += 1
    return i


def _has_verb(line: Line, i: int, words: Vocabulary) -> bool:
    """Whether a finite verb stands at word ``i``, short words aside."""
    if i >= line.size or line.sentences[i] != line.sentences[max(0, i - 1)]:
        return False
    at = _past_asides(line, i, words)
    if at >= line.size:
        return False
    word, table = line.words[at], words.tables
    if word.low in table.linkers.auxiliaries or word.low in words.saying:
        return True
    if not word.text.isalpha() or word.capital:
        return False
    if word.low in words.classes.no_verb or word.plain in words.adjectives:
        return False
    return at > i or word.low.endswith(table.linkers.verb_endings) or len(word.low) > 2


def _has_verb_after_comma(line: Line, i: int, words: Vocabulary) -> bool:
    """Whether a verb follows an apposition in commas or brackets: "X, ministre, a dit"."""
    opening = line.low(i)
    if opening not in {",", "("}:
        return False
    if opening == "," and _is_finite(line, i + 1, words):
        return True
    closing = ")" if opening == "(" else ","
    for k in range(i + 1, min(i + APPOSITION, line.size)):
        if line.sentences[k] != line.sentences[i]:
            return False
        if line.low(k) == closing and _is_finite(line, k + 1, words):
            return True
    return False


def _is_finite(line: Line, i: int, words: Vocabulary) -> bool:
    """Whether the word at ``i`` is surely a finite verb."""
    at = _past_asides(line, i, words)
    low, table = line.low(at), words.tables
    return (
        low in table.linkers.auxiliaries
        or low in words.saying
        or (
            at > i
            and low.isalpha()
            and low not in table.prepositions.all
            and line.low(i) not in table.prepositions.the
        )
    )


def has_rival(earlier: Spot, later: PronounSpot, words: Vocabulary) -> bool:
    """Whether a thing of the pronoun's gender is the subject of a verb between a mention and a
    pronoun: "X promet que, si un vaccin est trouvé, il ..."."""
    if later.plural:
        return False
    line, table = later.line, words.tables.determiners
    begin = earlier.stop if earlier.line is line else 0
    gendered = table.feminine if later.gender == "f" else table.masculine - table.contracted
    reach = later.first - NEAREST if later.nearest else begin
    return any(
        line.low(i) in gendered
        and _is_noun(line, i + 1, words)
        and (
            later.nearest
            or any(line.low(k) in words.tables.linkers.auxiliaries for k in (i + 2, i + 3))
        )
        for i in range(max(begin, reach), later.first - 1)
        if not line.quoted[i]
    )


def _is_noun(line: Line, i: int, words: Vocabulary) -> bool:
    """A word in lower case that is no role and no grammatical word."""
    word, table = line.words[i], words.tables
    grammatical = word.low in table.prepositions.all or word.low in table.names.openers
    named = word.capital or word.plain in words.nouns
    return word.text.isalpha() and not (named or grammatical)
