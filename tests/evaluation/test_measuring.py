"""Measures on a small page whose answers and readings are given here."""

from __future__ import annotations

from typing import Any

import pytest

from detente.evaluation import measuring, scoring, slips
from detente.evaluation.answers import (
    BlockAnswer,
    EventAnswer,
    FigureAnswer,
    PageAnswers,
    ParticipantAnswer,
    PublishedAnswer,
    QuotationAnswer,
    TimeAnswer,
    Who,
)
from detente.evaluation.identity import Cast
from detente.evaluation.matching import Counts
from detente.records import (
    Actor,
    Block,
    Event,
    Figure,
    PageInfo,
    Participant,
    Plover,
    Published,
    Quotation,
    Reading,
    Time,
    When,
)

TEXT = (
    "Le roi part\n"
    "Le roi Otto a reçu mardi la reine Ida. « Nous avons parlé de 12 ponts », a dit la reine."
)
OTTO = Actor(id="otto", kind="person", name="Otto Premier", states=("OTT",))
IDA = Actor(id="ida", kind="person", name="Ida de Nord")
WHO_IDA = Who(names=("Ida de Nord",), mention=(79, 88))


def _span(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def _reading(**findings: Any) -> Reading:
    page = PageInfo(id="p", source="folder/small.txt", language="fr")
    return Reading(page=page, actors=(OTTO, IDA), text=TEXT, **findings)


def _quotation(words: str, speaker: str | None = "ida", **more: Any) -> Quotation:
    start, end = _span(words)
    fields: dict[str, Any] = {
        "id": "q1",
        "start": start,
        "end": end,
        "text": words,
        "kind": "direct",
        "parts": ((start, end),),
        "content_start": start,
        "content_end": end,
        "speaker": speaker,
        "speaker_mention": None,
        "cue": None,
        "cue_text": None,
        "confidence": 0.9,
        "because": "test",
    }
    return Quotation(**{**fields, **more})


def _said(borderline: bool = False) -> PageAnswers:
    span = _span("Nous avons parlé de 12 ponts")
    answer = QuotationAnswer(
        span=span,
        spans=(span,),
        parts=(span,),
        kind="direct",
        speaker=WHO_IDA,
        borderline=borderline,
    )
    return PageAnswers(corpus="c", page="small", quotations=(answer,))


def test_a_quotation_with_marks_is_exact_and_its_speaker_right() -> None:
    tally = measuring.quotations(
        _said(), _reading(quotations=(_quotation("« Nous avons parlé de 12 ponts »"),))
    )
    assert tally["quotations.exact"] == Counts(1, 1, 1)
    assert tally["quotations.speaker"] == Counts(1, 1, 1)


@pytest.mark.parametrize(
    ("words", "speaker", "found", "exact", "right"),
    [
        ("avons parlé de 12 ponts", "ida", 1, 0, 1),
        ("Nous avons parlé de 12 ponts", "otto", 1, 1, 0),
        ("Nous avons parlé de 12 ponts", None, 1, 1, 0),
        ("12 ponts", "ida", 0, 0, 0),
    ],
)
def test_a_quotation_can_be_wrong_in_parts(
    words: str, speaker: str | None, found: int, exact: int, right: int
) -> None:
    tally = measuring.quotations(_said(), _reading(quotations=(_quotation(words, speaker),)))
    assert tally["quotations.words"].right == found
    assert tally["quotations.exact"].right == exact
    assert tally["quotations.speaker"].right == right


def test_borderline_answers_are_neither_asked_for_nor_held_against() -> None:
    found = _reading(quotations=(_quotation("Nous avons parlé de 12 ponts"),))
    assert measuring.quotations(_said(borderline=True), found)["quotations.words"] == Counts()


def _time(words: str, value: str | None) -> Time:
    start, end = _span(words)
    return Time(start=start, end=end, text=words, type="DATE", value=value, because="test")


@pytest.mark.parametrize(
    ("words", "value", "right"),
    [
        ("mardi", "1999-01-05", (1, 1, 1)),
        ("reçu mardi", "1999-01-05", (0, 1, 1)),
        ("mardi", "1999-01-12", (1, 1, 0)),
        ("reine Ida", "1999-01-05", (0, 0, 0)),
    ],
)
def test_times(words: str, value: str, right: tuple[int, int, int]) -> None:
    answers = PageAnswers(
        corpus="c",
        page="small",
        times=(TimeAnswer(span=_span("mardi"), type="DATE", value="1999-01-05"),),
    )
    tally = measuring.times(answers, _reading(times=(_time(words, value),)))
    names = ("times.span", "times.overlap", "times.value")
    assert tuple(tally[name].right for name in names) == right


def _event(words: str, kind: str, when: str | None = None, status: Any = "held") -> Event:
    start, end = _span(words)
    return Event(
        id="e1",
        happening="h1",
        start=start,
        end=end,
        text=words,
        kind=kind,
        participants=(Participant(actor="otto", role="participant"),),
        when=When(value=when),
        where=None,
        status=status,
        plover=Plover(type="CONSULT"),
        confidence=0.9,
        because="test",
    )


def _met(when: str) -> PageAnswers:
    parts = (
        ParticipantAnswer(who=Who(names=("Otto Premier",)), role="participant"),
        ParticipantAnswer(who=WHO_IDA, role="participant"),
    )
    answer = EventAnswer(
        span=_span("a reçu"),
        kind="meeting",
        participants=parts,
        when=when,
        where=None,
        status="held",
        occasion="o",
    )
    return PageAnswers(corpus="c", page="small", events=(answer,))


def test_events_by_group_with_their_details() -> None:
    tally = measuring.events(
        _met("1999-01-05"), _reading(events=(_event("reçu", "visit", "1999-01-05TAF"),))
    )
    assert tally["events.encounters"] == Counts(1, 1, 1)
    assert tally["events.status"] == Counts(1, 1, 1)
    assert tally["events.participants"] == Counts(1, 1, 2)
    assert tally["events.when"] == Counts(1, 1, 1)


@pytest.mark.parametrize(
    ("answer", "found", "right"),
    [
        ("1999-01-05", "1999-01-06", False),
        ("1999-01", "1999-01-06", True),
        ("1999-01-06", "1999-01", False),
        ("1999-01-05/1999-01-07", "1999-01-06TEV", True),
        ("1999-01-05/1999-01-07", "1999-01-05/1999-01-06", True),
        ("1999-01-05/1999-01-07", "1999-01", False),
        ("1999-01-05/1999-01-07", None, False),
    ],
)
def test_when(answer: str, found: str | None, right: bool) -> None:
    tally = measuring.events(_met(answer), _reading(events=(_event("reçu", "meeting", found),)))
    assert tally["events.when"] == Counts(int(right), 1, 1)


def test_an_event_of_another_kind_is_missed_and_invented() -> None:
    tally = measuring.events(_met("1999"), _reading(events=(_event("a reçu", "military"),)))
    assert tally["events.encounters"] == Counts(0, 0, 1)
    assert tally["events.measures"] == Counts(0, 1, 0)


def test_lines_told_from_furniture() -> None:
    lines = ("Le roi part", TEXT.split("\n")[1])
    answers = PageAnswers(
        corpus="c",
        page="small",
        blocks=(
            BlockAnswer(span=_span(lines[0]), label="related"),
            BlockAnswer(span=_span(lines[1]), label="body"),
        ),
    )
    found = _reading(blocks=(Block(start=0, end=len(TEXT), label="body"),))
    tally = measuring.blocks(answers, found)
    assert tally["blocks.content_lines"] == Counts(1, 2, 1)
    assert tally["blocks.labels"] == Counts(1, 2, 2)


@pytest.mark.parametrize(
    ("given", "right"),
    [
        (Published(best="1999-01-05", earliest="1999-01-05", latest="1999-01-05"), (1, 1, 1)),
        (Published(best="1999-01-07", earliest="1999-01-01", latest="1999-01-31"), (0, 1, 1)),
        (Published(best="1998", earliest="1998-01-01", latest="1998-12-31"), (0, 0, 0)),
        (Published(best="1999-01-05", earliest="1999-01-01"), (1, 1, 0)),
        (Published(), (0, 0, 0)),
    ],
)
def test_published(given: Published, right: tuple[int, int, int]) -> None:
    day = PublishedAnswer(best="1999-01-05", earliest="1999-01-05", latest="1999-01-05")
    answers = PageAnswers(corpus="c", page="small", published=day)
    tally = measuring.published(answers, _reading(published=given))
    names = ("published.best", "published.near", "published.interval")
    assert tuple(int(tally[name].right) for name in names) == right


def test_figures_found_and_their_value() -> None:
    answers = PageAnswers(
        corpus="c",
        page="small",
        figures=(
            FigureAnswer(span=_span("12 ponts"), value=12, unit="ponts", of=None, claimed_by=None),
        ),
    )
    start, end = _span("12")
    wrong = Figure(
        start=start,
        end=end,
        text="12",
        value=120,
        unit=None,
        of=None,
        when=None,
        claimed_by=None,
        because="test",
    )
    tally = measuring.figures(answers, _reading(figures=(wrong,)))
    assert tally["figures.words"] == Counts(1, 1, 1)
    assert tally["figures.value"] == Counts(0, 1, 1)


@pytest.mark.parametrize(
    ("who", "actor", "right"),
    [
        (Who(id="otto", names=("quelqu'un",)), "otto", True),
        (Who(names=("le roi Premier",)), "otto", True),
        (Who(names=("Ida",)), "otto", False),
        (Who(names=("une reine",), mention=(10, 20)), "ida", False),
        (Who(names=("une reine",), mention=(10, 20), unnamed=True), "ida", False),
        (None, None, True),
        (None, "otto", False),
        (Who(names=("Otto",)), None, False),
    ],
)
def test_identity(who: Who | None, actor: str | None, right: bool) -> None:
    assert Cast(_reading()).is_right(who, actor) is right


def test_measure_by_corpus_with_calibration_and_missing_pages() -> None:
    answers = {"small": _said(), "lost": PageAnswers(corpus="c", page="lost")}
    found = _reading(quotations=(_quotation("Nous avons parlé de 12 ponts"),))
    scores = scoring.measure([found], answers)
    assert scores.value("c", "quotations.speaker") == 100.0
    assert scores.missing == ("lost",)
    assert [(b.finding, b.count, b.right) for b in scores.calibration] == [("quotation", 1, 100.0)]


def test_slips_say_what_differs() -> None:
    answers = {"small": _said(), "other": PageAnswers(corpus="c", page="other")}
    found = _reading(
        quotations=(_quotation("Nous avons parlé de 12 ponts", "otto"), _quotation("Le roi part"))
    )
    lines = list(slips.slips([found], answers))
    assert [line.split(":")[1].split("[")[0].strip() for line in lines] == [
        "speaker otto should be Ida de Nord",
        "quotation invented",
    ]


@pytest.mark.parametrize(("unnamed", "right"), [(True, True), (False, False)])
def test_the_unnamed_are_known_by_where_they_stand(unnamed: bool, right: bool) -> None:
    who = Who(names=("une reine",), mention=(10, 20), unnamed=unnamed)
    assert Cast(_reading()).is_right(who, "ida", (12, 18)) is right
