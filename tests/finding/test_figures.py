"""Figures on own examples: values, units, what they count; times and claimants; what is none."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.finding import figures
from detente.records import Figure, Quotation
from tests.finding.scenes import Marked

CASES = Path(__file__).parents[1] / "cases" / "fr" / "figures.toml"
GROUPS: list[dict[str, Any]] = tomllib.loads(CASES.read_text(encoding="utf-8"))["group"]


def _marks(group: dict[str, Any]) -> list[Any]:
    return [pytest.mark.xfail(strict=True, reason=group["known"])] if "known" in group else []


def _found(text: str, quotations: tuple[Quotation, ...] = ()) -> tuple[Figure, ...]:
    marked = Marked(text)
    return figures.find(marked.ground(), marked.people, marked.times, quotations)


@pytest.mark.parametrize(
    ("text", "expected"),
    [pytest.param(*case, marks=_marks(g)) for g in GROUPS for case in g["cases"]],
)
def test_figures_of_a_text(text: str, expected: str) -> None:
    wanted = [part.strip() for part in expected.split(";") if part.strip()]
    found = _found(text)
    assert len(found) == len(wanted), [(f.text, f.value, f.unit) for f in found]
    for figure, one in zip(found, wanted, strict=True):
        measure, _, thing = one.partition(" of ")
        value, unit = measure.split()
        assert (figure.value, figure.unit or "-") == (float(value), unit)
        assert not thing or figure.of == thing


def test_a_raised_digit_before_a_word_is_no_number() -> None:
    assert [f.value for f in _found("²Selon le rapport, 3 000 soldats sont morts.")] == [3000]


def test_the_two_ends_keep_their_own_times() -> None:
    found = _found(
        "Le commerce est passé de 20 milliards de dollars <2016|en 2016> "
        "à 27 milliards de dollars <2018|en 2018>."
    )
    assert [f.when for f in found] == ["2016", "2018"]


@pytest.mark.parametrize(
    ("text", "whens"),
    [
        ("Les rebelles ont tué 40 soldats <2019-05-14|mardi>.", ["2019-05-14"]),
        ("<2019-05-14|Mardi>, 40 soldats ont été tués par les rebelles.", ["2019-05-14"]),
        ("Les 40 marins arrêtés <2019-05-14|mardi> attendent.", ["2019-05-14"]),
        ("Le pays compte 900 soldats <2016|depuis 2016>.", ["2016"]),
        ("Le pays abrite depuis <2016|2016> plus de 900 soldats.", ["2016/.."]),
        ("Le traité, qui a été signé <2002|en 2002>, lie 120 pays.", [None]),
        ("L'accord lie 120 pays et il a été signé <2002|en 2002>.", [None]),
        ("Depuis le vote du <2019-05-14|14 mai>, 300 personnes ont fui.", [None]),
        ("Il y eut 31 morts, et l'enquête fut close <2002|en 2002>.", [None]),
        ("Depuis le début <2017|en 2017> du siège, 300 soldats sont morts.", ["2017/.."]),
        ("Les lignes ont cédé <2015|en 2015> et 900 soldats sont au repos.", [None]),
        ("Le taux a atteint 30% <2019|en 2019>, contre 12% <2018|en 2018>.", ["2019", "2018"]),
        ("Le parti a 30% des voix, contre 12% <2015|en 2015>.", [None, "2015"]),
    ],
)
def test_a_figure_holds_for_the_time_of_its_own_clause(text: str, whens: list[str | None]) -> None:
    assert [f.when for f in _found(text)] == whens


def test_a_figure_in_quoted_words_is_claimed_by_their_speaker() -> None:
    text = "{Arnov|RUS} affirme : «Nous comptons 400 soldats.»"
    plain = Marked(text).text
    start, end = plain.index("Nous"), plain.index("»")
    quotation = Quotation(
        id="q1",
        start=start,
        end=end,
        text=plain[start:end],
        kind="direct",
        parts=((start, end),),
        content_start=start,
        content_end=end,
        speaker="Arnov",
        speaker_mention=None,
        cue=None,
        cue_text=None,
        confidence=0.9,
        because="marked",
    )
    assert [f.claimed_by for f in _found(text, (quotation,))] == ["Arnov"]
    assert [f.claimed_by for f in _found(text)] == [None]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("{=Minsk|BLR} dénombre au moins 23 blessés.", "BLR"),
        ("Les routes sont coupées, selon {=Minsk|BLR}, qui recense 146.000 déplacés.", "BLR"),
        ("{=Minsk|BLR}, qui ne reconnaît que trois morts, a protesté.", "BLR"),
        ("{=Minsk|BLR} ne fait état que de douze blessés.", "BLR"),
        ("Un rapport de {=Minsk|BLR} recense 40 morts.", "BLR"),
        ("Les opposants à {=Minsk|BLR} dénombrent 40 morts.", None),
        ("{=Minsk|BLR} compte 40.000 habitants.", None),
        ("{=Minsk|BLR} recense les dégâts, et 40 soldats l'aident.", None),
    ],
)
def test_who_counts_gives_the_figure(text: str, by: str | None) -> None:
    assert [f.claimed_by for f in _found(text)] == [by]


PARTS = ("20", "milliards", "de", "dollars", "à", "une", "centaine", "d'", "euros", "%", "1.5", ".")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PARTS), min_size=1, max_size=12))
def test_spans_hold_whatever_the_words(parts: list[str]) -> None:
    marked = Marked(" ".join(parts))
    for figure in figures.find(marked.ground(), marked.people, marked.times, ()):
        assert marked.text[figure.start : figure.end] == figure.text != ""
        assert figure.value > 0
