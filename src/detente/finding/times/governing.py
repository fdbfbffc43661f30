"""The tense of the governing verb by the parse, for expressions whose look tells nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from detente.finding.ground import Expression, Ground, Tense
from detente.syntax import Token

_OPEN = re.compile(r"XXXX-(?:WXX-\d|\d\d)")
_TENSES: dict[str, Tense] = {
    "Tense=Fut": "future",
    "Tense=Pres": "present",
    "Tense=Imp": "past",
    "Tense=Past": "past",
}


def settled(ground: Ground, expressions: Sequence[Expression]) -> tuple[Expression, ...]:
    """The expressions, those of an open day with the tense of the verb they hang on.

    Only sentences that hold such an expression without a tense are parsed, all at once.
    """
    open_ = [e for e in expressions if _is_open(e)]
    ground.syntax.parse(ground.sentences[n] for n in dict.fromkeys(e.sentence for e in open_))
    tenses = {e.start: _tense(ground, e) for e in open_}
    return tuple(
        msgspec.structs.replace(e, tense=tenses[e.start]) if tenses.get(e.start) else e
        for e in expressions
    )


def _is_open(expression: Expression) -> bool:
    return (
        expression.tense is None
        and expression.direction is None
        and expression.type in {"DATE", "TIME"}
        and _OPEN.match(expression.value or "") is not None
    )


def _tense(ground: Ground, expression: Expression) -> Tense | None:
    parse = ground.syntax.of(ground.sentences[expression.sentence])
    inside = {t.i for t in parse.at(expression.start, expression.end)}
    if not inside:
        return None
    for governor in parse.ancestors(min(inside)):
        if governor.i in inside or governor.pos not in {"VERB", "AUX"}:
            continue
        tense = _of(parse.kids(governor.i, "aux", "cop"), governor)
        if tense:
            return tense
    return None


def _of(auxiliaries: Sequence[Token], verb: Token) -> Tense | None:
    """The tense of a verb with its auxiliaries: that of a future one, past for a participle."""
    own = next((t for m, t in _TENSES.items() if m in verb.morph), None)
    beside = [t for a in auxiliaries for m, t in _TENSES.items() if m in a.morph]
    return "future" if "future" in beside else own
