from __future__ import annotations

from detente.evaluation import scoring, slips
from detente.evaluation.answers import (
    PageAnswers,
)
from tests.evaluation.small import quotation_of, reading_of, said_by_ida


def test_measure_by_corpus_with_calibration_and_missing_pages() -> None:
    answers = {"small": said_by_ida(), "lost": PageAnswers(corpus="c", page="lost")}
    found = reading_of(quotations=(quotation_of("Nous avons parlé de 12 ponts"),))
    scores = scoring.measure([found], answers)
    assert scores.value("c", "quotations.speaker") == 100.0
    assert scores.missing == ("lost",)
    assert [(b.finding, b.count, b.right) for b in scores.calibration] == [("quotation", 1, 100.0)]


def test_slips_say_what_differs() -> None:
    answers = {"small": said_by_ida(), "other": PageAnswers(corpus="c", page="other")}
    found = reading_of(
        quotations=(
            quotation_of("Nous avons parlé de 12 ponts", "otto"),
            quotation_of("Le roi part"),
        )
    )
    lines = list(slips.slips([found], answers))
    assert [line.split(":")[1].split("[")[0].strip() for line in lines] == [
        "speaker otto should be Ida de Nord",
        "quotation invented",
    ]
