"""What a number counts or measures, read from the parse of its sentence."""

from __future__ import annotations

from dataclasses import dataclass

from detente.finding.figures.numbers import Words
from detente.syntax import Parse, Token

WORDS = 7
"""Words of what is counted that are kept."""

REACH = 3
"""Words between a number and the noun that it counts."""

NOUNS = frozenset({"NOUN", "PROPN"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: its noun and its tokens ``first`` up to ``last``, included."""

    noun: Token
    first: int
    last: int


def counted(parse: Parse, at: int, large: bool, table: Words) -> Phrase | None:
    """The noun phrase that a number before token ``at`` counts: "new cases of cholera". A number
    that ends with a noun of its own ("a hundred of") is joined to it by a linking word."""
    if large:
        linked = at < len(parse) and _links(parse.tokens[at], table)
        return _phrase(parse, at + 1, table) if linked else _people(parse, at, table)
    return _phrase(parse, at, table)


def measured(parse: Parse, amount: range, rate: bool, table: Words) -> Phrase | None:
    """What an amount of the tokens ``amount`` is of: the noun joined to it ("tonnes of rice"), else
    the noun that it is joined to ("a loan of"), else the subject of a verb of amounting ("the debt
    reaches"). A ``rate`` need not hang on the noun that it is joined to."""
    tokens, after = parse.tokens, amount.stop
    if after < len(parse) and _links(tokens[after], table):
        below = _phrase(parse, _past_article(parse, after + 1), table)
        if below is not None:
            return below
    return _joined_to(parse, amount, rate, table) or _subject(parse, amount.start, after, table)


def _past_article(parse: Parse, at: int) -> int:
    """The token after an article or a possessive at ``at``: "90% de son eau"."""
    return at + (at + 1 < len(parse) and parse.tokens[at].pos == "DET")


def undergone(parse: Parse, noun: Token) -> Token | None:
    """The participle that tells what happened to a subject: "7 people were arrested"."""
    verb = parse.tokens[noun.head]
    if not noun.dep.startswith("nsubj") or "VerbForm=Part" not in verb.morph:
        return None
    return verb if parse.kids(verb.i, "aux:pass") and verb.i > noun.i else None


def _phrase(parse: Parse, at: int, table: Words, stop: int | None = None) -> Phrase | None:
    """The noun phrase that opens at a token, with the adjectives and complements that follow it up
    to token ``stop``, and one participle ("people arrested")."""
    head = _noun(parse, at, table)
    if head is None:
        return None
    tokens, last, k = parse.tokens, head, head + 1
    end = min(len(tokens) if stop is None else stop, at + WORDS)
    while k < end:
        token = tokens[k]
        if token.pos == "ADJ" or (token.pos == tokens[last].pos == "PROPN"):
            last, k = k, k + 1
        elif token.pos == "VERB" and "VerbForm=Part" in token.morph and "Tense=Past" in token.morph:
            following = tokens[k + 1].word if k + 1 < len(tokens) else ""
            last = last if {token.base, following} & table.likening else k
            break
        elif _links(token, table) and (noun := _complement(parse, k, end)) is not None:
            last, k = noun, noun + 1
        else:
            break
    return Phrase(tokens[head], at, last)


def _noun(parse: Parse, at: int, table: Words) -> int | None:
    """The noun after a number, past its adjectives; an adjective or a participle that names who is
    counted stands for one ("8.000 wounded")."""
    for k in range(at, min(len(parse), at + REACH)):
        token = parse.tokens[k]
        if token.pos in NOUNS:
            next_too = k + 1 < len(parse) and parse.tokens[k + 1].pos in NOUNS
            return k + (next_too and token.head == k + 1)
        if token.pos not in ("ADJ", "VERB"):
            return None
        follows = k + 1 < len(parse) and parse.tokens[k + 1].pos in ("NOUN", "ADJ")
        if _is_thing(token, table) and not follows:
            return k
    return None


def _people(parse: Parse, at: int, table: Words) -> Phrase | None:
    """Who is counted right after a number without a linking word: "une centaine blessés"."""
    named = at < len(parse) and _is_thing(parse.tokens[at], table)
    return Phrase(parse.tokens[at], at, at) if named else None


def _is_thing(token: Token, table: Words) -> bool:
    return token.base in table.things or table.singular(token.word) in table.things


def _links(token: Token, table: Words) -> bool:
    """Whether a token joins a noun to what it is of; "dès" looks like it without its accent."""
    return token.pos == "ADP" and token.base in table.linking


def _complement(parse: Parse, at: int, end: int) -> int | None:
    """The noun of a complement that a linking word at a token opens, an article between."""
    for k in (at + 1, at + 2):
        token = parse.tokens[k] if k < end else None
        if token is None or not (token.pos == "DET" or token.pos in NOUNS):
            return None
        if token.pos in NOUNS:
            return k
    return None


def _joined_to(parse: Parse, amount: range, rate: bool, table: Words) -> Phrase | None:
    """The noun phrase before an amount that a linking word joins to it; of a noun that stands for
    an amount ("a contract of a value of") what that one hangs on, unless it is one of several nouns
    that may have that value. A noun in a fixed turn ("en échange de") is none."""
    tokens, first = parse.tokens, amount.start
    link = first - 1 - (first > 0 and tokens[first - 1].pos == "DET")
    if link < 1 or not _links(tokens[link], table):
        return None
    noun = _measured_noun(parse, amount, rate, link)
    if noun is None or _is_turn(parse, noun):
        return None
    if tokens[noun].base not in table.amounts:
        return Phrase(tokens[noun], noun, link - 1)
    above = tokens[tokens[noun].head]
    if above.pos != "NOUN" or above.i > noun or above.dep in ("nmod", "conj"):
        return None
    return _phrase(parse, above.i, table, noun)


def _measured_noun(parse: Parse, amount: range, rate: bool, link: int) -> int | None:
    """The noun right before the linking word, past its adjectives, or the one that has that as its
    complement ("des droits de douane de 25%"), that the amount hangs on."""
    tokens = parse.tokens
    heads = {tokens[i].head for i in amount}
    noun = link - 1
    while noun > 0 and tokens[noun].pos == "ADJ":
        noun -= 1
    while noun not in heads and tokens[noun].dep == "nmod" and tokens[noun].head < noun:
        noun = tokens[noun].head
    hangs = rate or noun in heads
    return noun if hangs and tokens[noun].pos == "NOUN" else None


def _is_turn(parse: Parse, noun: int) -> bool:
    """A bare noun after a preposition: "en échange de", "à raison de"."""
    before = parse.tokens[noun - 1] if noun else None
    return before is not None and before.pos == "ADP" and not parse.kids(noun, "det")


def _subject(parse: Parse, first: int, after: int, table: Words) -> Phrase | None:
    """The subject of the verb of amounting that an amount hangs on, or that joins the two; of a
    verb of reckoning only what is reckoned ("is put at")."""
    verb = next((t for t in parse.ancestors(after - 1) if t.pos in ("VERB", "AUX")), None)
    whole = [t.i for t in parse.tokens[first:after] if parse.kids(t.i, "cop")]
    governor = whole[0] if whole else verb.i if verb is not None else first
    joins = parse.kids(governor, "cop")[0] if whole else parse.tokens[governor]
    passive = bool(parse.kids(governor, "aux:pass"))
    amounting = table.amounting | table.reckoning if passive else table.amounting
    if joins.base not in amounting or joins.i >= first:
        return None
    subject = next((t for t in parse.kids(governor, "nsubj") if t.pos in NOUNS), None)
    return _phrase(parse, subject.i, table) if subject is not None else None
