"""Where pages only seem to disagree: no conflict is made of a doubtful reading or of a copy."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec
import pytest

from detente import linking
from detente.linking import judge
from detente.linking.claims import Party
from detente.linking.quoting import Comparer, namesakes
from detente.records import Reading
from detente.store import Record
from tests.press import press

WORDS = "Cette caserne vide ne rassure que ceux qui ne vivent pas à côté"
SEA = "La mer était grise, les phares tournaient et nul ne savait quand partirait le dernier bac."
RAIN = "Des guetteurs frileux comptaient les voitures sous une pluie qui tombait depuis l'aube."


def kinds(folder: Path, pages: Iterable[Reading]) -> set[str]:
    record = Record.create(folder / "record")
    record.add(pages, "1", "k")
    linking.link(record)
    return {row["kind"] for row in record.table("conflict").to_pylist()}


def quoted(page: str, by: str, beside: str) -> Reading:
    return press(page, f'<q by="{by}" said="2001-05-09">{WORDS}</q>. {beside}')


def doubtful(reading: Reading) -> Reading:
    said = (msgspec.structs.replace(one, confidence=0.6) for one in reading.quotations)
    return msgspec.structs.replace(reading, quotations=tuple(said))


def test_two_speakers_of_one_sentence_disagree(tmp_path: Path) -> None:
    pages = [quoted("a", "varela", SEA), quoted("b", "lindqvist", RAIN)]
    assert kinds(tmp_path, pages) == {"speaker"}


def test_a_doubtful_speaker_stands_against_nobody(tmp_path: Path) -> None:
    pages = [quoted("a", "varela", SEA), doubtful(quoted("b", "lindqvist", RAIN))]
    assert kinds(tmp_path, pages) == set()


def test_a_text_does_not_disagree_with_its_copy(tmp_path: Path) -> None:
    pages = [quoted("a", "varela", f"{SEA} {RAIN}"), quoted("b", "lindqvist", f"{SEA} {RAIN}")]
    assert kinds(tmp_path, pages) == set()


def test_who_quotes_and_who_is_quoted_do_not_disagree(tmp_path: Path) -> None:
    page = press("a", f'<q by="varela">Il nous a dit : <q by="boret">{WORDS}</q></q>')
    record = Record.create(tmp_path / "record")
    record.add([page], "1", "k")
    linking.link(record)
    assert record.table("utterance").num_rows == 2


@pytest.mark.parametrize(
    ("when", "basis", "found"),
    [
        ("2001-05-12", "told", {"date"}),
        ("2001-05-12", "news", set()),
    ],
)
def test_only_a_day_that_is_told_stands_against_another(
    tmp_path: Path, when: str, basis: str, found: set[str]
) -> None:
    met = '<e kind="meeting" with="varela boret" where="Vienne" when="{}" basis="{}">vu</e> {}'
    pages = [
        press("a", met.format("2001-05-10", "told", SEA)),
        press("b", met.format(when, basis, RAIN), "2001-05-12"),
    ]
    assert kinds(tmp_path, pages) == found


def test_a_measure_that_one_page_gives_two_values_is_no_figure(tmp_path: Path) -> None:
    count = '<n of="cas" value="{0}">{0}</n>'
    met = '<e kind="meeting" with="varela boret" when="2001-05-09">vu</e>'
    pages = [
        press("a", f"{met} {count.format(12)} {SEA}"),
        press("b", f"{met} {count.format(45)} puis {count.format(7)} {RAIN}"),
    ]
    assert kinds(tmp_path, pages) == set()
    assert kinds(tmp_path / "2", [pages[0], press("b", f"{met} {count.format(45)}")]) == {"figure"}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Youssef Karimat", "Yousef Karimat", True),
        ("Karimat", "Youssef Karimat", True),
        ("Ana Varela", "Ana Valera-Ruiz", False),
        ("Ana Varela", "Luis Varela", False),
    ],
)
def test_namesakes(one: str, other: str, same: bool) -> None:
    a = Party(one.lower().replace(" ", "-"), "person", one, frozenset({"OMN"}))
    assert namesakes(a, Party("Q1", "person", other, frozenset({"OMN"}))) is same


def test_a_page_that_recalls_long_after_stands_against_nobody(tmp_path: Path) -> None:
    late = f'<q by="lindqvist" said="2001-05-09">{WORDS}</q>. {RAIN}'
    pages = [quoted("a", "varela", SEA), press("b", late, "2003-12-30")]
    assert kinds(tmp_path, pages) == set()


def test_a_page_whose_own_day_is_inferred_tells_no_other_day(tmp_path: Path) -> None:
    def met(page: str, day: str, beside: str) -> Reading:
        words = f'<e kind="meeting" with="varela boret" when="{day}" where="Genève">vus</e>'
        return press(page, f"{words}. {beside}", "2001-05-12")

    one, other = met("a", "2001-05-09", SEA), met("b", "2001-05-10", RAIN)
    assert kinds(tmp_path / "told", [one, other]) == {"date"}
    day = msgspec.structs.replace(other.published, earliest="2001-05-02", latest="2001-06-30")
    guessed = msgspec.structs.replace(other, published=day)
    assert kinds(tmp_path / "guessed", [one, guessed]) == set()


def test_a_government_stands_for_its_state() -> None:
    known = {
        "OMN": Party("OMN", "state", "Oman", frozenset({"OMN"})),
        "diwan": Party("diwan", "organization", "Diwan", frozenset({"OMN"})),
        "majlis": Party("majlis", "organization", "Majlis", frozenset({"OMN"})),
    }
    comparer = Comparer(judge.table("utterances"), known)
    assert not comparer.apart("OMN", "diwan")
    assert comparer.apart("diwan", "majlis")
