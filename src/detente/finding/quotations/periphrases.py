"""Incises told with a verb before the one of saying: "…, a-t-il tenu à préciser", "…, s'est
empressé d'ajouter le maire"."""

from __future__ import annotations

from detente.finding.quotations.cue import Cue
from detente.finding.quotations.frame import Frame
from detente.finding.quotations.lexicon import Form, Lexicon

_REACH = 9
"""Pieces between the comma before an incise and its infinitive."""
_NEAR = 4
"""Pieces after the infinitive in which marks are its object: "aime à dénoncer la «lenteur»"."""


def periphrasis(frame: Frame, i: int, last: int, form: Form, lexicon: Lexicon) -> Cue | None:
    """The incise whose infinitive stands at ``i``: between a comma, or marks, and the infinitive
    nothing but a light verb with its small words."""
    words, light = lexicon.words, lexicon.table.light.incise
    if frame.word(i - 1) not in light | words.of | words.to | words.agent | words.clitics:
        return None
    if not form.verb.takes & {"incise"} or frame.word(last) in words.that:
        return None
    small = light | lexicon.classes.auxiliaries | lexicon.classes.before_verb | words.negators
    small |= words.of | words.to | words.agent | words.linking | words.gerund_marker
    at, pronoun, told = i - 1, None, False
    while at > 0 and i - at <= _REACH and _is_within(frame, at, small | words.subjects):
        told = told or frame.word(at) in light
        if frame.word(at) in words.subjects and frame.mark(at - 1) == "-":
            pronoun = at
        at -= 1
    parted = frame.mark(at) == "," or at in frame.quoted
    verb = frame.word(at + 1) not in words.of | words.to | words.agent | words.gerund_marker
    if not (parted and told and verb and at + 1 < i):
        return None
    named = last < frame.size and frame.capitals[last]
    opens = (named or frame.word(last) in words.articles) and not frame.quotes(last, last + _NEAR)
    if pronoun is None and not opens:
        return None
    return Cue(form.verb, "finite", at + 1, i, last, pronoun)


def _is_within(frame: Frame, at: int, small: frozenset[str]) -> bool:
    return frame.word(at) in small or frame.mark(at) == "-"
