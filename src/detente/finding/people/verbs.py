"""The forms of the verbs that stand beside who speaks, from the cue verbs of the language."""

from __future__ import annotations

from collections.abc import Iterator

from detente.languages.cues import Cues
from detente.languages.language import Language

_MOODS = ("finite", "future", "conditional", "participle")


def speaking(language: Language) -> frozenset[str]:
    """Third persons and participles of every cue verb that may follow or split what it reports
    ("..., affirme X"); reflexives without their pronoun."""
    table = language.table("cues", Cues)
    groups = [group for group in table.verbs if "incise" in group.takes]
    heads = {_head(verb, table) for group in groups for verb in group.words}
    return frozenset(form for head in sorted(heads) for form in _forms(head, table))


def _head(verb: str, table: Cues) -> str:
    words = verb.replace("'", "' ").split()
    return words[1] if words[0] in table.words.reflexive and len(words) > 1 else words[0]


def _forms(head: str, table: Cues) -> Iterator[str]:
    irregular = table.irregular.get(head)
    if irregular is not None:
        for mood in _MOODS:
            yield from getattr(irregular, mood)
        return
    rule = next((r for r in table.conjugation if head.endswith(r.ending)), None)
    if rule is not None:
        stem = head[: -len(rule.cut)]
        for mood in _MOODS:
            yield from (stem + ending for ending in getattr(rule, mood))
