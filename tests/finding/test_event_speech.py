"""A verbal act by the verb that introduces somebody's words: who says them is its source."""

from __future__ import annotations

import pytest

from detente.finding import events
from detente.finding.events.speech import Speech
from detente.records import Quotation
from tests.finding.scenes import Marked, published

NEWS = "2019-05-15"


def _said(text: str, words: str, cue: str, speaker: str | None) -> Quotation:
    start, at = text.index(words), text.index(cue)
    return Quotation(
        id="q1",
        start=start,
        end=start + len(words),
        text=words,
        kind="direct",
        parts=((start, start + len(words)),),
        content_start=start,
        content_end=start + len(words),
        speaker=speaker,
        speaker_mention=None,
        cue=(at, at + len(cue)),
        cue_text=cue,
        confidence=0.9,
        because="an example",
    )


@pytest.mark.parametrize(
    ("marked", "words", "cue", "kind"),
    [
        (
            "« Le port est fermé », a dénoncé hier {Orlo|BLR}.",
            "Le port est fermé",
            "a dénoncé",
            "criticism",
        ),
        (
            "« Le port sera fermé si rien ne change », a averti {Orlo|BLR}.",
            "Le port sera fermé si rien ne change",
            "a averti",
            "threat",
        ),
    ],
)
def test_the_speaker_is_the_source(marked: str, words: str, cue: str, kind: str) -> None:
    one = Marked(marked)
    said = _said(one.ground().text, words, cue, "Orlo")
    found = events.find(one.ground(), one.people, one.times, (said,), published(NEWS))
    assert [e.kind for e in found] == [kind]
    assert [(p.actor, p.role) for p in found[0].participants] == [("Orlo", "source")]


def test_a_cue_is_looked_up_by_any_of_its_words() -> None:
    text = "Le port est fermé, a dénoncé Orlo. La route est ouverte, a répondu Bell."
    first = _said(text, "Le port est fermé", "a dénoncé", "Orlo")
    second = _said(text, "La route est ouverte", "a répondu", "Bell")
    speech = Speech((second, first))
    at = text.index("dénoncé")
    assert speech.introduced_by(at, at + 7) == first
    assert speech.introduced_by(text.index("répondu"), len(text)) == second
    assert speech.introduced_by(0, 5) is None


def test_words_of_nobody_known_tell_no_source() -> None:
    text = "Le port est fermé, a dénoncé un passant."
    speech = Speech((_said(text, "Le port est fermé", "a dénoncé", None),))
    assert speech.introduced_by(text.index("dénoncé"), len(text)) is None
