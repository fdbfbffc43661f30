"""Events on own examples: kinds, statuses, who and when; negatives; spans."""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.days import Interval
from detente.finding import events
from detente.finding.events.cast import Cast
from detente.finding.events.codes import codes, plover
from detente.finding.events.lexicon import lexicon as words_of
from detente.finding.ground import People
from detente.languages import language
from detente.languages.triggers import Triggers
from detente.records import Actor, Event
from tests.finding.scenes import Marked, knowledge, published

CASES = Path(__file__).parents[1] / "cases" / "fr"
NEWS = "2019-05-15"


def _groups() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for path in sorted(CASES.glob("events*.toml")):
        found += tomllib.loads(path.read_text(encoding="utf-8"))["group"]
    return found


def _cases() -> list[Any]:
    return [
        pytest.param(text, expected, id=f"{group['name']}: {text[:40]}", marks=_marks(group))
        for group in _groups()
        for text, expected in group["cases"]
    ]


def _marks(group: dict[str, Any]) -> list[Any]:
    return [pytest.mark.xfail(strict=True, reason=group["known"])] if "known" in group else []


def _found(text: str) -> tuple[Event, ...]:
    marked = Marked(text)
    return events.find(marked.ground(), marked.people, marked.times, (), published(NEWS))


def _matches(event: Event, expected: str) -> bool:
    """Whether an event is as told: ``kind status WHO WHO @when ~where #happening``; what is left
    out is free, ``nobody`` says that it has no parties."""
    kind, status, *rest = expected.split()
    names = {word for word in rest if word[0] not in "@~#"}
    who = names - {"nobody"}
    when = next((word[1:] for word in rest if word[0] == "@"), None)
    where = next((word[1:].replace("_", " ") for word in rest if word[0] == "~"), None)
    return (
        event.kind == kind
        and status in (event.status, "*")
        and (not names or {p.actor for p in event.participants} == who)
        and (when is None or str(event.when.value) == when)
        and (where is None or (event.where or "") == where)
    )


@pytest.mark.parametrize(("text", "expected"), _cases())
def test_events_of_a_text(text: str, expected: str) -> None:
    wanted = [part.strip() for part in expected.split(";") if part.strip()]
    found = _found(text)
    told = [f"{e.text} {e.kind} {e.status} {[p.actor for p in e.participants]}" for e in found]
    assert len(found) == len(wanted), told
    for event, one in zip(found, wanted, strict=True):
        assert _matches(event, one), (told, event.when, event.where)
    marks = [_mark(one) for one in wanted]
    pairs = {(mark, e.happening) for mark, e in zip(marks, found, strict=True) if mark}
    assert len(pairs) == len({m for m, _ in pairs}) == len({h for _, h in pairs}), (told, pairs)


def _mark(expected: str) -> str | None:
    """What a case calls the happening of an event: equal marks are one, others are not."""
    return next((word for word in expected.split() if word[0] == "#"), None)


def test_there_are_enough_cases() -> None:
    counts = Counter(
        "none" if not expected else "some" for g in _groups() for _, expected in g["cases"]
    )
    assert sum(counts.values()) >= 300
    unreal = sum(
        not expected or any(s in expected for s in ("denied", "hypothetical", "cancelled"))
        for group in _groups()
        for _, expected in group["cases"]
    )
    assert unreal >= 100


def _entries(table: Triggers) -> list[tuple[str, tuple[str, ...]]]:
    found = [(n.kind, n.words) for n in table.nouns]
    found += [(v.kind, v.words) for v in table.verbs]
    return found + [(a.kind, a.words) for a in table.adjectives]


def test_every_class_of_kinds_has_its_triggers() -> None:
    table = language.load("fr").table("triggers", Triggers)
    counts: Counter[str] = Counter()
    for kind, words in _entries(table):
        counts[codes()[kind, ""].group] += len(words)
    assert min(counts[name] for name in ("encounter", "measure", "verbal")) >= 250


def test_every_entry_of_the_table_can_be_used() -> None:
    table = language.load("fr").table("triggers", Triggers)
    frames = {n.frame for n in table.nouns} | {v.frame for v in table.verbs}
    assert frames | {a.frame for a in table.adjectives} == set(table.frames)
    assert all((kind, "") in codes() for kind, _ in _entries(table))
    for verbs in table.verbs:
        assert {verbs.object, verbs.beside} - {None} <= set(table.classes)
    for nouns in table.nouns:
        assert nouns.word_class is None or nouns.word_class in table.classes


def test_mentions_of_one_happening_share_its_id() -> None:
    found = _found(
        "{Arnov|RUS} a rencontré {Bell|USA} <2019-05-14|mardi> à Sotchi.\n"
        "La rencontre a duré deux heures."
    )
    assert len(found) == 2
    assert len({e.happening for e in found}) == 1
    assert {p.actor for p in found[1].participants} == {"Arnov", "Bell"}
    assert found[1].when.value == "2019-05-14"


def test_two_visits_are_two_happenings() -> None:
    found = _found(
        "{Arnov|RUS} s'est rendu en {=France|FRA} <2019-04-02|le 2 avril>.\n"
        "{Bell|USA} s'est rendu en {=Allemagne|DEU} <2019-04-20|le 20 avril>."
    )
    assert len({e.happening for e in found}) == 2


def _happenings(text: str, kind: str) -> list[str]:
    return [e.happening for e in _found(text) if e.kind == kind]


@pytest.mark.parametrize(
    "text",
    [
        "{=Washington|USA} a quitté le traité <2017-06-01|le 1er juin 2017>.\n"
        "Ce retrait avait surpris ses alliés.",
        "{=Washington|USA} a quitté le traité <2017-06-01|le 1er juin 2017>.\n"
        "{=Paris|FRA} a peu parlé depuis. Le retrait de {=Washington|USA} avait surpris.",
        "# Un ministre|\n{Arnov|RUS} a effectué une visite à {@Lyon|} <2019-05-14|mardi>. "
        "La visite de {Arnov|RUS} a duré deux heures.",
    ],
)
def test_what_is_taken_up_is_one_happening(text: str) -> None:
    kind = "visit" if "visite" in text else "withdrawal"
    found = _happenings(text, kind)
    assert len(found) > 1
    assert len(set(found)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Le premier sommet entre {Arnov|RUS} et {Bell|USA} avait ravi. "
        "Le deuxième sommet entre {Arnov|RUS} et {Bell|USA} a déçu.",
        "Le sommet de {@Lyon|} entre {Arnov|RUS} et {Bell|USA} avait ravi. "
        "Le sommet de {@Cracovie|} entre {Arnov|RUS} et {Bell|USA} a déçu.",
        "{Arnov|RUS} et {Bell|USA} ont tenu un sommet <2019-05-14|mardi>. "
        "Un troisième sommet entre {Arnov|RUS} et {Bell|USA} est attendu.",
    ],
)
def test_a_count_or_a_place_tells_summits_apart(text: str) -> None:
    found = _happenings(text, "summit")
    assert len(found) == len(set(found)) == 2


def test_who_is_called_by_a_role_may_have_a_name() -> None:
    found = _found(
        "# Visite d'{un ministre russe|RUS} en {=France|FRA}\n"
        "La visite de {Arnov|RUS} en {=France|FRA} a duré deux jours."
    )
    assert len({e.happening for e in found if e.kind == "visit"}) == 1


@pytest.mark.parametrize(
    ("kind", "status", "type_"),
    [
        ("meeting", "held", "CONSULT"),
        ("meeting", "planned", "AGREE"),
        ("summit", "cancelled", "REJECT"),
        ("sanction", "planned", "THREATEN"),
        ("visit", "hoped", "REQUEST"),
        ("criticism", "held", "ACCUSE"),
        ("military", "held", "ASSAULT"),
    ],
)
def test_plover_type(kind: str, status: Any, type_: str) -> None:
    assert plover(kind, "", status).type == type_


def test_a_show_of_force_is_not_an_assault() -> None:
    assert plover("military", "show", "held").type == "MOBILIZE"


WORDS = (
    "{Arnov|RUS}",
    "{=Paris|FRA}",
    "rencontre",
    "a signé",
    "un accord",
    "avec",
    "et",
    "ne",
    "pas",
    "<2019-05-14|mardi>",
    "visite",
    "sommet",
    ".",
    "?",
    "sanctions",
    "menace",
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=14))
def test_spans_and_references_hold_whatever_the_words(words: list[str]) -> None:
    marked = Marked(" ".join(words))
    found = events.find(marked.ground(), marked.people, marked.times, (), published(NEWS))
    for event in found:
        assert marked.text[event.start : event.end] == event.text != ""
        known = {id for a in marked.actors.values() for id in (a.id, *a.states)}
        assert {p.actor for p in event.participants} <= known
        assert 0 < event.confidence < 1
        assert event.because


def test_the_design_note_shows_every_code() -> None:
    note = (Path(__file__).parents[2] / "docs" / "design" / "events.md").read_text(encoding="utf-8")
    for code in codes().values():
        name = code.type + (f" / {code.mode}" if code.mode else "")
        assert f"| {name} | {code.cameo} | {code.quad} | {code.weight} |" in note, code.kind


def test_a_minister_of_two_states_in_turn_acts_for_that_of_the_day() -> None:
    minister = knowledge().person("Q151929")
    assert minister is not None and minister.states[0] == "GEO"
    actor = Actor(id=minister.id, kind="person", name="Chevardnadze", states=minister.states)
    ground = Marked("").ground()
    for day, state in (("1987-09-15", "SUN"), ("1999-05-14", "GEO"), ("1950-01-01", "GEO")):
        cast = Cast(ground, People(actors=(actor,)), Interval.of(day), words_of(ground.language))
        assert cast.state_of(actor) == state
