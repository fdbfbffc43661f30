"""The knowledge base: lookups by id, by name and by day."""

import datetime as dt

import pytest

from detente.days import Interval
from detente.knowledge import base
from detente.text import fold

KNOWLEDGE = base.load()


def holders(office: str, of: str, on: str) -> list[str]:
    return [term.person for term in KNOWLEDGE.holders(office, of, Interval.of(on))]


def test_ids_lead_to_their_facts() -> None:
    france, kremlin = KNOWLEDGE.state("FRA"), KNOWLEDGE.organ("kremlin")
    assert france is not None and france.names["fr"] == "France"
    assert france.adjectives["fr"][:4] == ("français", "française", "français", "françaises")
    assert kremlin is not None and kremlin.head == ("head_of_state", "RUS")
    assert KNOWLEDGE.state("FRX") is None
    assert KNOWLEDGE.person(None) is None
    assert KNOWLEDGE.organ("x") is None


@pytest.mark.parametrize(
    ("on", "who"),
    [
        ("2004-03-08", ["Q378027"]),
        ("2004-03-09", ["Q378027", "Q58217"]),
        ("2004-03-10", ["Q58217"]),
        ("2004", ["Q378027", "Q58217"]),
        ("2026-11-01", []),
    ],
)
def test_a_day_has_its_holders(on: str, who: list[str]) -> None:
    assert holders("foreign_minister", "RUS", on) == who


def test_an_open_term_is_known_up_to_the_day_it_was_checked() -> None:
    term = KNOWLEDGE.terms_in("foreign_minister", "RUS")[-1]
    assert term.is_open and term.until is None
    assert term.possible.latest == term.checked_until
    assert term.since == "2004-03-09"


def test_a_partial_date_is_an_interval() -> None:
    (term,) = (
        t for t in KNOWLEDGE.terms("Q4317737") if t.office == "spokesperson_foreign_ministry"
    )
    assert (term.since, term.until) == ("2008-05-22", "2011-03")
    assert term.certain.latest == dt.date(2011, 3, 1)
    assert term.possible.latest == dt.date(2011, 3, 31)


def test_an_ambassador_has_a_host() -> None:
    day = dt.date(2019, 1, 10)
    (term,) = KNOWLEDGE.holders("ambassador_to", "USA", day, "RUS")
    assert KNOWLEDGE.person(term.person) in KNOWLEDGE.surnamed("Huntsman")
    assert len(KNOWLEDGE.holders("ambassador_to", "USA", day)) > 50


def test_two_people_of_one_name_both_come_out() -> None:
    found = [KNOWLEDGE.person(name.id) for name in KNOWLEDGE.named("andris berzins")]
    assert [(p.id, p.born.earliest) for p in found if p] == [
        ("Q380986", dt.date(1951, 8, 4)),
        ("Q57506", dt.date(1944, 12, 10)),
    ]
    held = [{t.office for t in KNOWLEDGE.terms(p.id)} for p in found if p]
    assert held[0] & {"head_of_government"} and held[1] == {"head_of_state"}


@pytest.mark.parametrize(
    "spelling",
    ["Sergueï Lavrov", "Sergei Lavrov", "SERGUEI LAVROV", "Sergej Lavrov", "Sergei Lawrow"],
)
def test_a_name_is_known_in_every_spelling(spelling: str) -> None:
    assert [(name.id, name.kind) for name in KNOWLEDGE.named(spelling)] == [("Q58217", "person")]


def test_names_of_places_tell_what_they_are() -> None:
    assert {(n.id, n.kind) for n in KNOWLEDGE.named("Moscou")} == {
        ("RUS", "capital"),
        ("SUN", "capital"),
    }
    assert ("USA", "state") in {(n.id, n.kind) for n in KNOWLEDGE.named("etats unis")}
    assert [n.id for n in KNOWLEDGE.named("Quai d\u2019Orsay")] == ["quai-orsay"]


def test_the_better_known_bearers_of_a_surname_come_first() -> None:
    tiers = [KNOWLEDGE.tier(person.id) for person in KNOWLEDGE.surnamed("Ivanov")]
    assert len(tiers) > 2
    assert tiers == sorted(tiers)


def test_a_name_of_one_word_is_no_full_name() -> None:
    assert KNOWLEDGE.named("Akihito") == ()
    assert [person.names["fr"] for person in KNOWLEDGE.surnamed("Akihito")] == ["Akihito"]


def test_every_name_can_be_found_again() -> None:
    surfaces = [name for name in KNOWLEDGE.names() if fold(name.surface)]
    assert len(surfaces) > 15_000
    assert all(name.id in {n.id for n in KNOWLEDGE.named(name.surface)} for name in surfaces[::97])


def test_no_full_name_is_a_bare_title_or_article() -> None:
    people = {p.id: p for p in KNOWLEDGE.people}
    odd = [p.names["fr"] for p in people.values() if p.names["fr"].split()[0].islower()]
    assert odd == []


def test_monarchies_know_since_when() -> None:
    spain = KNOWLEDGE.state("ESP")
    assert spain is not None
    assert spain.monarchy == (Interval(dt.date(1975, 11, 22), None),)


def test_both_sides_of_a_disputed_office_come_out() -> None:
    terms = KNOWLEDGE.holders("head_of_state", "CIV", dt.date(2011, 1, 15))
    people = [KNOWLEDGE.person(term.person) for term in terms]
    assert {p.names["fr"] for p in people if p} == {"Laurent Gbagbo", "Alassane Ouattara"}
    assert any("contested" in term.note for term in terms)


def test_a_vacant_office_has_no_holder() -> None:
    assert KNOWLEDGE.holders("head_of_state", "LBN", dt.date(2015, 6, 1)) == ()
    assert KNOWLEDGE.holders("head_of_state", "VAT", dt.date(2025, 5, 1)) == ()
