from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.errors import DataError
from detente.evaluation.references import locate

PAGE = (
    "Le ministre a reçu la presse. « On verra bien », a-t-il dit.\n"
    "Le ministre s’est tu,\n   puis la presse est partie.\n"
)


def _found(reference: str) -> str:
    start, end = locate(PAGE, reference)
    return PAGE[start:end]


@pytest.mark.parametrize(
    ("reference", "words"),
    [
        ("On verra bien", "On verra bien"),
        ("reçu {la presse}", "la presse"),
        ("la presse #2", "la presse"),
        ("s'est tu", "s’est tu"),
        ("tu, puis", "tu,\n   puis"),
        ("On verra ~ dit", "On verra bien », a-t-il dit"),
        ("a-t-{il} dit", "il"),
        ("{dit}.\n", "dit"),
    ],
)
def test_words_lead_to_their_place(reference: str, words: str) -> None:
    assert _found(reference) == words


def test_the_number_tells_which_of_them() -> None:
    assert locate(PAGE, "Le ministre #1")[0] == 0
    assert locate(PAGE, "Le ministre #2")[0] == PAGE.index("Le ministre", 1)


@pytest.mark.parametrize(
    "reference",
    ["Le ministre", "le roi", "la presse #3", "minist", "{la presse", "verr ~ dit"],
)
def test_words_that_are_gone_or_not_alone_are_refused(reference: str) -> None:
    with pytest.raises(DataError):
        locate(PAGE, reference)


@given(st.integers(0, len(PAGE) - 1), st.integers(1, len(PAGE)))
def test_a_number_in_order_of_the_text(start: int, length: int) -> None:
    words = PAGE[start : start + length].strip()
    if not words or any(mark in words for mark in "{}~#"):
        return
    try:
        found = locate(PAGE, f"{words} #1")
    except DataError:
        return
    assert " ".join(PAGE[slice(*found)].split()) == " ".join(words.split())
