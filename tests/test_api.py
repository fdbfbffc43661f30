"""Detente from Python: reading, building and opening, as a user calls them."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pytest

import detente
from detente import api
from detente.errors import RecordError
from detente.options import Options

PAGE = """Une rencontre à Oslo

Le ministre a déclaré : « La porte reste ouverte ».
"""


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "a.txt").write_text(PAGE, "utf-8")
    (folder / "b.txt").write_text(PAGE.replace("Oslo", "Vienne"), "utf-8")
    (folder / "empty.txt").write_bytes(b"")
    return folder


def test_read_gives_a_sequence_of_readings_and_tables(pages: Path) -> None:
    readings = api.read([pages / "a.txt", pages / "b.txt"], published="2001-05-10")
    assert [Path(one.page.source or "").name for one in readings] == ["a.txt", "b.txt"]
    assert readings[0].published.best == "2001-05-10"
    assert isinstance(readings.table("page"), pa.Table)
    assert readings.table("page")["text"].to_pylist() == [one.text for one in readings]
    assert readings.quotations.num_rows == sum(len(one.quotations) for one in readings)
    with pytest.raises(KeyError):
        readings.table("nothing")


def test_read_takes_the_text_of_a_page() -> None:
    (reading,) = api.read(text=PAGE)
    assert reading.text == PAGE


def test_readings_print_in_a_notebook() -> None:
    readings = api.read(text=PAGE.replace("Oslo", "Oslo <b>"))
    html = readings._repr_html_()
    assert "<details open>" in html
    assert "<b>\n" not in html
    assert "Oslo &lt;b&gt;" in html
    assert repr(readings) == "<1 readings, 0 pages not read>"


def test_build_adds_only_what_is_new_and_says_what_was_lost(pages: Path, tmp_path: Path) -> None:
    built = api.build(pages, tmp_path / "record")
    assert (built.pages, built.added) == (2, 2)
    assert "empty.txt" in built.summary()
    assert built.check() == []

    again = api.build(pages, tmp_path / "record")
    assert (again.pages, again.added) == (2, 0)
    (pages / "c.txt").write_text(PAGE.replace("Oslo", "Berne"), "utf-8")
    assert api.build(pages, tmp_path / "record").added == 1
    assert api.open_record(tmp_path / "record").table("page").num_rows == 3


def test_a_page_is_read_again_for_another_publication_date(pages: Path, tmp_path: Path) -> None:
    api.build(pages / "a.txt", tmp_path / "record")
    options = Options(published="2001-05-10")
    built = api.build(pages / "a.txt", tmp_path / "record", options)
    assert built.added == 1
    (page,) = built.table("page").to_pylist()
    assert page["published"] == "2001-05-10"


def test_open_record_needs_a_record(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="is not a record"):
        api.open_record(tmp_path)


def test_the_package_gives_the_verbs() -> None:
    assert (detente.read, detente.build, detente.open_record) == (
        api.read,
        api.build,
        api.open_record,
    )


def test_marked_stretches_of_one_clause_are_shown_as_one_line() -> None:
    line = "Odile Ramberval, ministre des Transports, a salué un accord {} et une équipe {}."
    page = PAGE + "\n" + line.format("« solide »", "« loyale »")
    html = api.read(text=page)._repr_html_()
    assert "«solide» … «loyale»" in html
