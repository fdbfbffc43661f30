"""What stands before a title: determiner, number, "former"."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

from detente.knowledge.roles.tokens import Tokens
from detente.knowledge.roles.words import Words
from detente.languages.roles import Determiner, Standing


class Lead(msgspec.Struct, frozen=True, gc=False):
    """What stands before a title, from word ``start`` on."""

    start: int
    determiner: Determiner | None = None
    standing: Standing | None = None
    count: int | None = None
    feminine: bool = False


def lead_of(words: Words, tokens: Tokens, i: int) -> Lead:
    """What stands before word ``i``."""
    lead, at = Lead(i), i
    for _ in range(5):
        if at == 0 or not tokens.joined[at]:
            break
        word = tokens.words[at - 1]
        if found := words.before.behind(tokens, at):
            at = found[0]
            lead = replace(lead, start=at, standing=lead.standing or found[1][0])
        elif word in words.numbers:
            at -= 1
            lead = replace(lead, start=at, count=words.numbers[word])
        elif skipped := words.epithets.behind(tokens, at):
            at = skipped[0]
            lead = replace(lead, start=at)
        else:
            determiner = words.determiners.behind(tokens, at)
            if determiner:
                kind = determiner[1][0]
                start = lead.start if kind == "contracted" else determiner[0]
                feminine = word in words.feminine_determiners
                lead = replace(lead, start=start, determiner=kind, feminine=feminine)
            break
    return lead
