"""Links between pages: what is one, what is not, what became of it, where pages disagree."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from detente import linking
from detente.linking import relation
from detente.records import Reading
from detente.store import Record, chronicle
from tests.press import press

CASES = Path(__file__).parents[1] / "cases" / "linking"
DAY = "2001-05-10"


def linked(folder: Path, pages: Iterable[Reading]) -> Record:
    record = Record.create(folder / "record")
    record.add(pages, "1", "k")
    linking.link(record)
    assert record.check() == []
    return record


def cases(name: str) -> list[Any]:
    table = tomllib.loads((CASES / f"{name}.toml").read_text("utf-8"))
    return [
        pytest.param(case, verdict == "same", id=case["name"])
        for verdict, some in table.items()
        for case in some
    ]


def two_pages(case: dict[str, Any]) -> list[Reading]:
    days = case.get("days", [DAY, DAY])
    names = ("gazette-1", "courrier-1")
    return [press(n, page, d) for n, page, d in zip(names, case["pages"], days, strict=True)]


def cluster_of(record: Record, table: str, finding: str) -> str:
    for row in record.table(table).to_pylist():
        whole, part = list(row.values())[:2]
        if part == finding:
            return str(whole)
    raise AssertionError(f"{finding} is in no {table}")


@pytest.mark.parametrize(("case", "same"), cases("utterances"))
def test_utterances(tmp_path: Path, case: dict[str, Any], same: bool) -> None:
    record = linked(tmp_path, two_pages(case))
    one, other = (
        cluster_of(record, "utterance_quotation", f"{page}/q1")
        for page in ("gazette-1", "courrier-1")
    )
    assert (one == other) is same


def test_marked_stretches_of_one_clause_are_one_statement(tmp_path: Path) -> None:
    words = "Une entente « solide » et « franche »"
    page = press("gazette-1", f'<q by="boret" about="USA">{words}</q>', DAY)
    (whole,) = page.quotations
    stretches = [
        msgspec.structs.replace(
            whole,
            id=f"q{n}",
            start=page.text.index(words),
            end=page.text.index(words) + len(words),
            text=words,
            kind="mixed",
            parts=(),
            group="q1",
        )
        for n, words in enumerate(("solide", "franche"), 1)
        if page.text
    ]
    record = linked(tmp_path, [msgspec.structs.replace(page, quotations=tuple(stretches))])
    (utterance,) = record.table("utterance").to_pylist()
    assert utterance["words"] == "solide » et « franche" and utterance["quotations"] == 1
    parts = record.table("utterance_quotation").to_pylist()
    assert [row["quotation_id"] for row in parts] == ["gazette-1/q1", "gazette-1/q2"]


@pytest.mark.parametrize(("case", "same"), cases("occasions"))
def test_occasions(tmp_path: Path, case: dict[str, Any], same: bool) -> None:
    record = linked(tmp_path, two_pages(case))
    one, other = (
        cluster_of(record, "occasion_event", f"{page}/e1") for page in ("gazette-1", "courrier-1")
    )
    assert (one == other) is same


LONG = "Cette caserne vide ne rassure que ceux qui ne vivent pas à côté"
PRESS = (
    press(
        "gazette-1",
        '<e kind="meeting" with="varela boret" when="2001-05-20" status="planned" '
        'where="Genève">se verront</e> ; <e kind="threat" from="boret" to="USA">menace</e> ; '
        f'«<q by="varela" about="RUS" said="2001-05-09">{LONG}</q>» '
        "Le port dormait encore, les grues restaient levées et personne ne voulait parler du gel.",
    ),
    press(
        "courrier-1",
        '<e kind="meeting" with="varela boret" when="2001-05-20" where="Suisse">se sont vus</e> '
        f'«<q by="lindqvist" about="RUS" said="2001-05-09">{LONG}</q>» '
        '<n of="delegates" unit="person" when="2001-05-20" value="35">35</n> '
        "Dehors, cent marins attendaient sous la pluie que les portes se rouvrent enfin.",
        "2001-05-21",
    ),
    press(
        "matin-1",
        '<e kind="meeting" with="varela boret" when="2001-05-21" where="Genève">se sont vus</e> '
        '«<q by="varela" said="2001-05-09">ne rassure que ceux qui ne vivent pas à côté</q>» '
        '<n of="delegates" unit="person" when="2001-05-20" value="53">53</n>',
        "2001-05-22",
    ),
    press(
        "soir-1",
        '<e kind="visit" with="zimine USA" when="2001-06" status="planned">ira</e>, '
        '<e kind="call" with="holt zimine" when="2001-05-25" status="cancelled">appel</e> '
        '«<q by="zimine" about="USA">Nous sommes amis, une percée historique</q>»',
        "2001-05-24",
    ),
)


def test_outcomes(tmp_path: Path) -> None:
    record = linked(tmp_path, PRESS)
    found = {row["event_id"]: row for row in record.table("outcome").to_pylist()}
    assert {id: row["outcome"] for id, row in found.items()} == {
        "gazette-1/e1": "held",
        "soir-1/e1": "no_trace",
        "soir-1/e2": "cancelled",
    }
    assert found["gazette-1/e1"]["shown_by"] == "courrier-1/e1"
    assert found["soir-1/e1"]["as_of"] == "2001-05-24"
    assert "after the last page read" in found["soir-1/e1"]["because"]


def test_conflicts_keep_both_sides(tmp_path: Path) -> None:
    record = linked(tmp_path, PRESS)
    sides: dict[str, dict[str, set[str]]] = {}
    for row in record.table("conflict").to_pylist():
        sides.setdefault(row["kind"], {}).setdefault(row["value"], set()).add(row["page_id"])
    assert sides == {
        "speaker": {"varela": {"gazette-1", "matin-1"}, "lindqvist": {"courrier-1"}},
        "date": {"2001-05-20": {"courrier-1"}, "2001-05-21": {"matin-1"}},
        "figure": {"35": {"courrier-1"}, "53": {"matin-1"}},
    }


def test_a_visit_contains_its_meetings(tmp_path: Path) -> None:
    pages = [
        press("a", '<e kind="visit" with="varela RUS" when="2001-05" id="v">visite</e>'),
        press(
            "b",
            '<e kind="meeting" with="varela zimine" when="2001-05-04" where="Moscou">vu</e> '
            '<e kind="meeting" with="varela marsac" when="2001-05-04" where="Paris">vu</e>',
        ),
    ]
    record = linked(tmp_path, pages)
    visit = cluster_of(record, "occasion_event", "a/e1")
    within = {row["text"] + str(row["place"]): row for row in record.table("occasion").to_pylist()}
    assert within["vuMoscou"]["within"] in (visit, None)
    assert within["vuParis"]["within"] is None


def test_copies_of_one_agency_count_once(tmp_path: Path) -> None:
    story = f'Varela : «<q by="varela">{LONG}</q>», a-t-elle dit hier soir devant la presse.'
    pages = [
        press("a", "Un mot. " + story, credit="AFP"),
        press("b", "Deux mots. " + story, credit="avec AFP"),
        press("c", "Un tout autre début, des faits et encore des faits. " + story),
    ]
    record = linked(tmp_path, pages)
    (row,) = record.table("utterance").to_pylist()
    assert (row["quotations"], row["sources"]) == (3, 2)


def test_contributions_add_up_to_the_warmth(tmp_path: Path) -> None:
    record = linked(tmp_path, PRESS)
    months = relation.curve(record, "RUS", "USA")
    assert months
    for month in months:
        assert month.warmth is not None
        assert round(sum(part.points for part in month.contributions), 2) == month.warmth
        assert -10 <= month.warmth <= 10
        assert month.low is not None
        assert month.high is not None
        assert month.low <= month.warmth <= month.high
    assert {month.word for month in months} <= {
        "thaw",
        "freeze",
        "standstill",
        "too little evidence",
    }


def test_a_month_without_evidence_says_so(tmp_path: Path) -> None:
    pages = [
        press("a", '<e kind="meeting" with="varela boret" when="2001-01-05">vu</e>'),
        press("b", '<e kind="meeting" with="varela boret" when="2001-03-05">vu</e>'),
    ]
    months = relation.curve(linked(tmp_path, pages), "USA", "RUS")
    assert [(m.month, m.word) for m in months] == [
        ("2001-01", "too little evidence"),
        ("2001-02", "too little evidence"),
        ("2001-03", "too little evidence"),
    ]
    assert months[1].warmth is None


def test_repetition_is_damped(tmp_path: Path) -> None:
    threats = " ".join(
        f'<e kind="threat" from="boret" to="USA" when="2001-05-{day:02d}">menace</e>,'
        for day in (1, 9, 17, 25)
    )
    (month,) = relation.curve(linked(tmp_path, [press("a", threats)]), "USA", "RUS")
    points = [part.points for part in month.contributions]
    assert len(points) == 4
    assert points == sorted(points)
    assert points[0] < points[1] < points[3] < 0
    assert month.word == "freeze"


def test_the_chronicle_is_in_order_and_shows_its_words(tmp_path: Path) -> None:
    record = linked(tmp_path, PRESS)
    texts = {row["page_id"]: row["text"] for row in record.table("page").to_pylist()}
    entries = chronicle(record, "USA", "RUS")
    assert [one.order for one in entries] == sorted(one.order for one in entries)
    assert {one.what for one in entries} == {"encounter", "act", "words"}
    for one in entries:
        assert texts[one.page_id][one.start : one.end] == one.words
        assert one.words in one.sentence
    assert all(one.date for one in entries if one.what == "words")
    met = next(one for one in entries if one.outcome == "held")
    assert (met.pages, met.conflicts) == (3, ("date",))


def test_the_chronicle_tells_states_by_name_where_it_has_no_persons(tmp_path: Path) -> None:
    page = press("gazette-1", 'Une <e kind="threat" from="RUS" to="USA">menace</e>.', DAY)
    names = {"RUS": "Russie", "USA": "États-Unis"}
    actors = tuple(msgspec.structs.replace(one, name=names[one.id]) for one in page.actors)
    (one,) = chronicle(
        linked(tmp_path, [msgspec.structs.replace(page, actors=actors)]), "USA", "RUS"
    )
    assert sorted(one.who) == ["Russie", "États-Unis"]


def test_an_empty_record_links(tmp_path: Path) -> None:
    record = linked(tmp_path, [])
    assert record.table("utterance").num_rows == 0
