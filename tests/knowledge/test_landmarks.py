"""The landmarks: each row names known states, a kind of event and words that can be found."""

from __future__ import annotations

import pytest

from detente.errors import DataError
from detente.finding.events.codes import codes
from detente.knowledge import landmarks as table
from detente.knowledge.base import load
from detente.knowledge.landmarks import landmarks
from detente.text import fold


def test_every_landmark_is_of_a_kind_of_deed_and_of_known_states() -> None:
    states = {state.id for state in load().states}
    for landmark in landmarks():
        assert codes()[landmark.kind, ""].group != "verbal", landmark.name
        assert landmark.by | landmark.beside <= states, landmark.name
        assert not landmark.by & landmark.beside, landmark.name


def test_the_words_of_a_landmark_can_be_found() -> None:
    for landmark in landmarks():
        for part in (part for way in landmark.ways["fr"] for part in way):
            assert len(part.split()) == 1 or "*" not in part, part
            assert fold(part.rstrip("*")) == part.rstrip("*"), part
            assert len(part.split()) <= 5, part


def test_no_landmark_stands_twice() -> None:
    names = [landmark.name for landmark in landmarks()]
    assert len(names) == len(set(names))


def test_a_row_without_a_day_is_an_error() -> None:
    row = {
        "kind": "meeting",
        "name_en": "a meeting",
        "by": "RUS",
        "beside": "",
        "words_fr": "reykjavik",
        "valid_from": "",
        "valid_to": "",
        "source": "compiler",
        "licence": "own",
    }
    with pytest.raises(DataError, match="line 7"):
        table._landmark(row, 7)
