from __future__ import annotations

import msgspec
import pytest

from detente.evaluation import measuring
from detente.evaluation.answers import (
    BlockAnswer,
    FigureAnswer,
    PageAnswers,
    PublishedAnswer,
    TimeAnswer,
)
from detente.evaluation.matching import Counts
from detente.records import (
    Block,
    Figure,
    Published,
)
from tests.evaluation.small import TEXT, quotation_of, reading_of, said_by_ida, span_of, time_of


def test_a_quotation_with_marks_is_exact_and_its_speaker_right() -> None:
    tally = measuring.quotations(
        said_by_ida(), reading_of(quotations=(quotation_of("« Nous avons parlé de 12 ponts »"),))
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
    tally = measuring.quotations(
        said_by_ida(), reading_of(quotations=(quotation_of(words, speaker),))
    )
    assert tally["quotations.words"].right == found
    assert tally["quotations.exact"].right == exact
    assert tally["quotations.speaker"].right == right


def test_borderline_answers_are_neither_asked_for_nor_held_against() -> None:
    found = reading_of(quotations=(quotation_of("Nous avons parlé de 12 ponts"),))
    assert measuring.quotations(said_by_ida(borderline=True), found)["quotations.words"] == Counts()


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
        times=(TimeAnswer(span=span_of("mardi"), type="DATE", value="1999-01-05"),),
    )
    tally = measuring.times(answers, reading_of(times=(time_of(words, value),)))
    names = ("times.span", "times.overlap", "times.value")
    assert tuple(tally[name].right for name in names) == right


def test_lines_told_from_furniture() -> None:
    lines = ("Le roi part", TEXT.split("\n")[1])
    answers = PageAnswers(
        corpus="c",
        page="small",
        blocks=(
            BlockAnswer(span=span_of(lines[0]), label="related"),
            BlockAnswer(span=span_of(lines[1]), label="body"),
        ),
    )
    found = reading_of(blocks=(Block(start=0, end=len(TEXT), label="body"),))
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
    tally = measuring.published(answers, reading_of(published=given))
    names = ("published.best", "published.near", "published.interval")
    assert tuple(int(tally[name].right) for name in names) == right


def test_figures_found_and_their_value() -> None:
    answers = PageAnswers(
        corpus="c",
        page="small",
        figures=(
            FigureAnswer(
                span=span_of("12 ponts"), value=12, unit="ponts", of=None, claimed_by=None
            ),
        ),
    )
    start, end = span_of("12")
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
    tally = measuring.figures(answers, reading_of(figures=(wrong,)))
    assert tally["figures.words"] == Counts(1, 1, 1)
    assert tally["figures.value"] == Counts(0, 1, 1)


@pytest.mark.parametrize(("said", "right"), [("1999-01-05", 1), ("1999-01-06", 0), (None, 0)])
def test_when_it_was_said(said: str | None, right: int) -> None:
    page = said_by_ida()
    answer = msgspec.structs.replace((page.quotations or ())[0], said="1999-01-05")
    found = reading_of(quotations=(quotation_of("Nous avons parlé de 12 ponts", said=said),))
    tally = measuring.quotations(msgspec.structs.replace(page, quotations=(answer,)), found)
    assert tally["quotations.said"] == Counts(right, 1, 1)
