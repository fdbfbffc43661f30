"""What a person sees of two states: each line with the words it rests on."""

from __future__ import annotations

from pathlib import Path

import pytest

from detente import linking, show
from detente.store import Record
from tests.press import press

LONG = "Après de longues journées de silence et d'attente dans les deux capitales, " * 3


def printed(folder: Path, page: str, capsys: pytest.CaptureFixture[str]) -> list[str]:
    record = Record.create(folder / "record")
    record.add([press("gazette-1", page)], "1", "k")
    linking.link(record)
    show.chronicle(record, "USA", "RUS")
    return capsys.readouterr().out.splitlines()


def test_an_event_stands_in_its_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = (
        'Il pleuvait.M. Varela <e kind="meeting" with="varela boret" when="2001-05-09">a rencontré'
        "</e> Boret hier. Puis il est rentré."
    )
    line, sentence = printed(tmp_path, page, capsys)
    assert line.startswith("2001-05-09  held meeting: Boret, Varela")
    assert sentence.strip() == "M. Varela a rencontré Boret hier."


def test_a_long_sentence_is_cut_around_its_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = f'{LONG}Varela <e kind="meeting" with="varela boret">a vu</e> Boret, {LONG}et repart.'
    _, sentence = printed(tmp_path, page, capsys)
    assert sentence.strip().startswith("… ")
    assert sentence.endswith(" …")
    assert "Varela a vu Boret, Après" in sentence


def test_a_state_is_named_that_no_person_stands_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = 'Varela <e kind="threat" from="varela" to="RUS">menace</e> Moscou.'
    line, _ = printed(tmp_path, page, capsys)
    assert "held threat: Varela, RUS" in line


@pytest.mark.parametrize(
    ("kind", "polarity", "shown"),
    [
        ("direct", "asserted", "Varela: «l'heure a sonné»  "),
        ("indirect", "asserted", "Varela: l'heure a sonné  "),
        ("indirect", "negated", "Varela: [negated] l'heure a sonné  "),
    ],
)
def test_only_quoted_words_bear_marks_and_only_said_ones_are_told_as_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], kind: str, polarity: str, shown: str
) -> None:
    page = (
        f'Selon lui, <q by="varela" about="RUS" said="2001-05-09" kind="{kind}" '
        f'polarity="{polarity}">l\'heure a sonné</q>.'
    )
    (line,) = printed(tmp_path, page, capsys)
    assert line.startswith(f"2001-05-09  {shown}")


def test_marked_words_stand_apart_and_in_their_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tag = 'q by="varela" about="RUS" said="2001-05-09" kind="mixed" group="q1"'
    page = f'Varela juge "<{tag}>tardif</q>" ce pas de Moscou, et "<{tag}>bien timide</q>".'
    line, sentence = printed(tmp_path, page, capsys)
    assert "Varela: «tardif» … «bien timide»  " in line
    assert sentence.strip() == 'Varela juge "tardif" ce pas de Moscou, et "bien timide".'
