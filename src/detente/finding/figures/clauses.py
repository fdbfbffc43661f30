"""Which predicate a word of a sentence belongs to."""

from __future__ import annotations

from detente.syntax import Parse, Token

VERBS = frozenset({"VERB", "AUX"})


def predicate(parse: Parse, at: int) -> int | None:
    """What the clause around token ``at`` tells: its verb, or the noun or adjective that a copula
    or a subject of its own makes one ("14 millions sont au bord"), or that stands beside a verb as
    its equal ("crédité de 80% et au pouvoir")."""
    return next((t.i for t in parse.ancestors(at) if _tells(parse, t)), None)


def _tells(parse: Parse, token: Token) -> bool:
    if token.pos in VERBS:
        return True
    if token.dep == "conj" and parse.tokens[token.head].pos in VERBS:
        return True
    return bool(parse.children[token.i]) and bool(parse.kids(token.i, "cop", "nsubj"))
