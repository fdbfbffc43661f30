from __future__ import annotations

from pathlib import Path

import pytest

from detente.errors import DataError
from detente.evaluation import sheets

ACTORS = '[otto]\nid = "Q1"\nname = "Otto Premier"\nstate = "OTT"\n'
SHEET = """
outlet = "gazette"
blocks = "title body*2"
published = { best = "1999-01-05", latest = "1999-01-06" }
times = [["mardi", "1999-01-05"], ["trois jours", "?P3D"]]
quotations = [
  { mixed = "bon voyage", in = "un « bon voyage", who = "otto", by = "Otto", u = "x" },
  { direct = ["Partons", "Vite"], who = "~un valet" },
]
events = [
  { talks = "pourparlers", who = "otto > ~un valet", of = "o", status = "planned" },
]
figures = [{ words = "12 ponts", value = 12, by = "otto" }]
"""
TEXT = (
    "Départ\n\nMardi, non, mardi… Otto espère un « bon voyage ».\n"
    "« Partons, dit un valet. Vite ! » Les pourparlers dureront trois jours, 12 ponts."
)


def _folder(tmp_path: Path, sheet: str = SHEET) -> Path:
    (tmp_path / "actors.toml").write_text(ACTORS, encoding="utf-8")
    (tmp_path / "page.toml").write_text(sheet, encoding="utf-8")
    return tmp_path


def test_a_sheet_leads_to_answers_with_offsets(tmp_path: Path) -> None:
    known, actors = sheets.load(_folder(tmp_path))
    page = sheets.resolve("page", known["page"], TEXT, actors)
    assert [b.label for b in page.blocks or ()] == ["title", "body", "body"]
    assert page.published is not None and page.published.earliest == "1999-01-05"
    assert [(t.type, t.borderline) for t in page.times or ()] == [
        ("DATE", False),
        ("DURATION", True),
    ]
    mixed, direct = page.quotations or ()
    assert TEXT[slice(*mixed.span)] == "bon voyage" and len(mixed.spans) == 2
    assert mixed.speaker is not None and mixed.speaker.id == "Q1" and mixed.utterance == "x"
    assert [TEXT[slice(*part)] for part in direct.parts] == ["Partons", "Vite"]
    (event,) = page.events or ()
    assert [(p.who.names[0], p.role) for p in event.participants] == [
        ("Otto Premier", "source"),
        ("un valet", "target"),
    ]
    assert event.occasion == "o" and event.status == "planned"


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("title body*2", "title body"),
        ('"bon voyage"', '"mauvais voyage"'),
        ('who = "otto", by', 'who = "personne", by'),
        ('status = "planned"', 'status = "forgotten"'),
        ("talks =", "chatter ="),
    ],
)
def test_what_does_not_fit_is_refused(tmp_path: Path, right: str, wrong: str) -> None:
    assert right in SHEET
    known, actors = sheets.load(_folder(tmp_path, SHEET.replace(right, wrong)))
    with pytest.raises(DataError, match="page"):
        sheets.resolve("page", known["page"], TEXT, actors)


def test_a_misspelt_field_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError):
        sheets.load(_folder(tmp_path, SHEET.replace("outlet", "outlett")))
