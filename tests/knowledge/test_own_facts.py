"""A user's own folder of facts: what it adds, what it corrects, what it is told."""

import datetime as dt
import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from detente import pipeline
from detente.cli import app
from detente.errors import DataError
from detente.knowledge import base, check, roles
from detente.languages import language
from detente.options import Options
from detente.records import Reading

HOWTO = Path(__file__).parents[2] / "docs" / "howto" / "own-facts.md"
PEOPLE = "id,name_fr,surnames,gender,states\nmaud-ferrandin,Maud Ferrandin,Ferrandin,f,FRA\n"
TERM = "person,office,of,valid_from\nmaud-ferrandin,foreign_minister,FRA,2027-01-15\n"


def folder(path: Path, **files: str) -> Path:
    for name, text in files.items():
        (path / f"{name}.csv").write_text(text, encoding="utf-8")
    return path


def who(phrase: str, on: str, extra: Path | None = None) -> list[str]:
    knowledge = base.load(extra)
    day = dt.date.fromisoformat(on)
    return [a.name for a in roles.who(phrase, day, knowledge, language.load("fr"))]


def examples() -> list[str]:
    return re.findall(r"```csv\n(.*?)```", HOWTO.read_text(encoding="utf-8"), re.DOTALL)


def test_the_new_minister_of_the_docs(tmp_path: Path) -> None:
    people, terms, *_ = examples()
    own = folder(tmp_path, people=people, terms=terms)
    assert who("la cheffe de la diplomatie française", "2027-02-01") == []
    assert who("la cheffe de la diplomatie française", "2027-02-01", own) == ["Maud Ferrandin"]
    assert who("le chef de la diplomatie française", "2025-06-01", own) == ["Jean-Noël Barrot"]
    assert base.load(own).named("Maud Ferrandin")[0].id == "maud-ferrandin"
    assert [p.id for p in base.load(own).surnamed("Ferrandin")] == ["maud-ferrandin"]
    assert not [f for f in check.check(base.load(own)) if f.severity == "error"]


def test_the_correction_of_the_docs(tmp_path: Path) -> None:
    own = folder(tmp_path, terms=examples()[2])
    assert who("le chef de la diplomatie russe", "2026-11-01") == []
    assert who("le chef de la diplomatie russe", "2026-11-01", own) == ["Sergueï Lavrov"]
    assert who("le chef de la diplomatie russe", "2027-04-01", own) == []
    before = base.load().terms_in("foreign_minister", "RUS")[-1]
    after = base.load(own).terms_in("foreign_minister", "RUS")[-1]
    assert after.titles == before.titles
    assert after.until == "2027-03-31"


def test_the_command_answers_with_them(tmp_path: Path) -> None:
    own = folder(tmp_path, people=PEOPLE, terms=TERM)
    words = ["who", "le ministre français des Affaires étrangères", "--on", "2027-02-01"]
    result = CliRunner().invoke(app, [*words, "--format", "jsonl", "--knowledge", str(own)])
    assert json.loads(result.stdout) == {
        "actor": "maud-ferrandin",
        "name": "Maud Ferrandin",
        "office": "foreign_minister",
        "state": "FRA",
        "from": "2027-01-15",
        "to": None,
        "because": "foreign minister of France since 2027-01-15",
    }


def test_a_successor_ends_an_open_term(tmp_path: Path) -> None:
    own = folder(tmp_path, people=PEOPLE, terms=TERM)
    *_, predecessor, successor = base.load(own).terms_in("foreign_minister", "FRA")
    assert successor.person == "maud-ferrandin"
    assert predecessor.until == "2027-01-15"
    assert not predecessor.is_open
    assert len(base.load(own).holders("foreign_minister", "FRA", dt.date(2027, 1, 15))) == 2


def test_an_office_of_many_keeps_its_holders(tmp_path: Path) -> None:
    term = TERM.replace("foreign_minister", "europe_minister")
    own = folder(tmp_path, people=PEOPLE, terms=term)
    before = [t.until for t in base.load().terms_in("europe_minister", "FRA")]
    assert [t.until for t in base.load(own).terms_in("europe_minister", "FRA")][:-1] == before


def test_a_row_can_be_withdrawn(tmp_path: Path) -> None:
    row = "person,office,of,valid_from,withdrawn\nQ58217,foreign_minister,RUS,2004-03-09,yes\n"
    own = folder(tmp_path, terms=row)
    assert who("le chef de la diplomatie russe", "2019-12-10", own) == []


def test_the_fingerprint_tells_facts_apart(tmp_path: Path) -> None:
    own = folder(tmp_path, people=PEOPLE)
    assert base.load(own).fingerprint != base.load().fingerprint
    assert re.fullmatch(r"[0-9a-f]{64}", base.load().fingerprint)


def test_a_happening_of_the_docs_dates_pages(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(
        "Le pont de Brumeval a cédé lundi, a dit le maire de la commune. Personne n'a été blessé, "
        "mais la route restera fermée tant que les experts n'auront pas rendu leur avis.\n",
        encoding="utf-8",
    )
    (tmp_path / "own").mkdir()
    own = folder(tmp_path / "own", happenings_mine=examples()[3])
    best = []
    for extra in (None, own):
        options = Options(knowledge=extra)
        (reading,) = pipeline.read_pages([str(page)], options)
        assert isinstance(reading, Reading)
        best.append(reading.published.best or "")
    assert not best[0]
    assert best[1].startswith("2027-02-0")
    assert base.load(own).fingerprint != base.load().fingerprint


def test_a_wrong_line_of_an_own_almanac_is_named_before_a_page_is_read(tmp_path: Path) -> None:
    own = folder(tmp_path, lives_mine="name_fr,aliases_fr,valid_from,valid_to\nX Y,,1990-13,\n")
    with pytest.raises(DataError, match=r"lives_mine\.csv, line 2"):
        base.load(own)


WRONG = {
    "a date": (TERM.replace("2027-01-15", "15 janvier"), "line 2: '15 janvier' in valid_from"),
    "a day that is none": (TERM.replace("2027-01-15", "2027-02-30"), "line 2: '2027-02-30'"),
    "an office": (
        TERM.replace("foreign_minister", "grand_vizier"),
        "line 2: 'grand_vizier' in office",
    ),
    "a state": (TERM.replace("FRA", "FRX"), "line 2: 'FRX' in of is not known"),
    "a person": (TERM.replace("maud-", "max-"), "line 2: 'max-ferrandin' in person"),
    "a column": (TERM.replace("office,", "post,"), "line 1: unknown column 'post'"),
    "a missing column": ("person,office,of\nx,y,z\n", "line 1: no column 'valid_from'"),
    "too many cells": (TERM.replace("FRA,", "FRA,,"), "line 2: 5 cells under 4 columns"),
    "a key twice": (TERM + TERM.splitlines()[1] + "\n", "line 3: the same person"),
    "an empty key": (TERM.replace(",FRA,", ",,"), "line 2: no of"),
    "an open quotation mark": (TERM.replace("maud", '"maud'), "not readable as CSV"),
    "a withdrawal of nothing": (
        "person,office,of,valid_from,withdrawn\nx,y,z,2001,yes\n",
        "line 2: there is no such row",
    ),
}


@pytest.mark.parametrize("kind", WRONG)
def test_a_wrong_file_is_named_with_its_line(kind: str, tmp_path: Path) -> None:
    text, message = WRONG[kind]
    own = folder(tmp_path, people=PEOPLE, terms=text)
    with pytest.raises(DataError) as caught:
        base.load(own)
    assert message in caught.value.what
    assert str(own / "terms.csv") in caught.value.what
    assert caught.value.hint


@pytest.mark.parametrize(
    ("files", "message"),
    [({}, "has no .csv file"), ({"ministers": "id\n"}, "is no table of the knowledge base")],
)
def test_a_folder_without_tables_is_refused(
    files: dict[str, str], message: str, tmp_path: Path
) -> None:
    with pytest.raises(DataError, match=message):
        base.load(folder(tmp_path, **files))


def test_a_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="is no folder"):
        base.load(tmp_path / "nowhere")


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_bytes(PEOPLE.replace("Maud", "Édith").encode("latin-1"))
    with pytest.raises(DataError, match="UTF-8"):
        base.load(tmp_path)


def test_an_added_fact_changes_the_reading(tmp_path: Path) -> None:
    """From the folder to the speaker of a quotation, through the whole program."""
    own = folder(tmp_path, people=PEOPLE, terms=TERM)
    page = tmp_path / "page.txt"
    page.write_text(
        "Paris hausse le ton\n\n"
        "La cheffe de la diplomatie française a reçu lundi son homologue suédoise à Paris. "
        '"Nous ne céderons rien", a déclaré la ministre française des Affaires étrangères.\n',
        encoding="utf-8",
    )
    readings = {}
    for extra in (None, own):
        options = Options(published="2027-02-01", knowledge=extra)
        (readings[extra],) = pipeline.read_pages([str(page)], options)
    without, with_it = readings[None], readings[own]
    assert isinstance(without, Reading)
    assert isinstance(with_it, Reading)
    assert "maud-ferrandin" not in {actor.id for actor in without.actors}
    (mention,) = (m for m in with_it.mentions if m.text == "La cheffe de la diplomatie française")
    assert (mention.actor, mention.form) == ("maud-ferrandin", "role")
    assert mention.because == "foreign minister of France since 2027-01-15"
    assert [q.speaker for q in with_it.quotations] == ["maud-ferrandin"]
    assert [q.speaker for q in without.quotations] != ["maud-ferrandin"]
