"""Time expressions: phrases with their reference day and value, and what holds for any text."""

from __future__ import annotations

import re
import time
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.cleaning.article import Article
from detente.days import Interval
from detente.errors import DataError
from detente.finding import ground as grounds
from detente.finding.ground import Ground
from detente.finding.times import find, resolve
from detente.finding.times.grammar import Grammar
from detente.knowledge import base
from detente.languages import language
from detente.languages.times import Rule, Times
from detente.records import Block, PageInfo, Published, Time, TimexType
from detente.syntax import Sentence, Syntax
from detente.text import Passage

CASES = Path(__file__).parents[1] / "cases" / "fr"
FEWEST_CASES, FEWEST_TRAPS = 400, 80
_MARKED = re.compile(r"\[([^\]]*)\]")


class Group(msgspec.Struct, forbid_unknown_fields=True):
    """Phrases of one value; none for phrases that hold no time. ``failing`` tells why a group is
    known not to pass."""

    day: str
    phrases: list[str]
    value: str | None = None
    type: TimexType = "DATE"
    mod: str | None = None
    failing: str | None = None


class Cases(msgspec.Struct, forbid_unknown_fields=True):
    cases: list[Group]


def _load() -> list[tuple[Group, str]]:
    files = sorted(CASES.glob("times*.toml"))
    groups = [g for f in files for g in msgspec.toml.decode(f.read_bytes(), type=Cases).cases]
    return [(group, phrase) for group in groups for phrase in group.phrases]


def _params() -> list[object]:
    return [
        pytest.param(
            group,
            phrase,
            id=f"{group.value or 'none'}: {phrase}",
            marks=[pytest.mark.xfail(reason=group.failing)] if group.failing else [],
        )
        for group, phrase in _load()
    ]


def lay(text: str) -> Ground:
    """A ground with one body block a line."""
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(start=at, end=at + len(line), label="body"))
        at += len(line) + 1
    article = Article(page=PageInfo(id="page"), text=text, blocks=tuple(blocks))
    return grounds.lay(article, language.load("fr"), base.load())


def read(text: str, day: str | None) -> tuple[Time, ...]:
    ground = lay(text)
    return resolve(ground, find(ground), Published(best=day, earliest=day, latest=day))


@pytest.mark.parametrize(("group", "phrase"), _params())
def test_phrase(group: Group, phrase: str) -> None:
    times = read(_MARKED.sub(r"\1", phrase), group.day)
    expected = [(words, group.value, group.type, group.mod) for words in _MARKED.findall(phrase)]
    assert [(t.text, t.value, t.type, t.mod) for t in times] == expected


@pytest.mark.parametrize(
    "told",
    [
        "Le roi ira à Oslo samedi prochain. Il a quitté son entretien de samedi avec la reine.",
        "Le roi doit se rendre samedi à Oslo. Il a neigé samedi sur la ville.",
        "Le roi doit se rendre samedi à Oslo. Il a beaucoup neigé la nuit de samedi.",
    ],
)
def test_a_weekday_told_anew_is_not_the_one_told_before(told: str) -> None:
    assert (read(told, "2019-12-10")[-1].value or "")[:10] == "2019-12-07"


def test_there_are_cases_enough() -> None:
    phrases = {phrase for _, phrase in _load()}
    assert len(phrases) >= FEWEST_CASES
    assert sum("[" not in phrase for phrase in phrases) >= FEWEST_TRAPS


_SCRAPS = st.sampled_from(
    [
        *"0123456789",
        " ",
        "\n",
        ".",
        ",",
        "-",
        "/",
        "h",
        ":",
        "«",
        "»",
        "(",
        ")",
        "'",
        "’",
        "12",
        "31 ",
        "2019",
        " janvier ",
        " mars ",
        "mardi",
        " été ",
        "hier",
        "au lendemain de ",
        "les ",
        " ans",
        "il y a ",
        "dans ",
        "fin ",
        "années ",
        "İ",
        "e\u0301te\u0301",
        "\u00a0",
        "9999999999999999",
        "Pâques",
    ]
)
_TEXTS = st.one_of(st.text(), st.lists(_SCRAPS, max_size=60).map("".join))
_DAYS = st.one_of(
    st.none(),
    st.dates().map(lambda d: d.isoformat()),
    st.dates().map(lambda d: d.isoformat()[:7]),
)


@settings(max_examples=150, deadline=None)
@given(_TEXTS, _DAYS)
def test_any_text_can_be_read(text: str, day: str | None) -> None:
    times = read(text, day)
    assert [t.start for t in times] == sorted(t.start for t in times)
    for found, after in pairwise(times):
        assert found.end <= after.start
    for found in times:
        assert found.text == text[found.start : found.end] != ""
        assert found.because
        assert not found.value or "XXXX-XX-XX" not in found.value or found.type == "SET"
        if found.earliest and found.latest:
            assert found.earliest <= found.latest


@pytest.fixture(scope="module")
def spots() -> tuple[int, ...]:
    """The offsets of ten megabytes, made once."""
    return tuple(range(10_000_001))


@pytest.mark.parametrize(
    "words",
    [
        "12 janvier 2019 3 mars 4 avril 17h30 1er mai 2020 les 7 et 8 juillet . ",
        "1, 2, 3 et 4 janv, 5 ",
        "0123456789 mars août ",
        "2019 personnes ",
        "mardi 1, ",
        "les 1, 2, 3, 4, 5, 6, 7, ",
        "deux cent ",
    ],
)
@pytest.mark.parametrize("stop", [10_000_000, 60])
def test_ten_megabytes_of_digits_and_months_are_read_in_two_seconds(
    words: str, stop: int, spots: tuple[int, ...]
) -> None:
    text = (words * (10_000_000 // len(words) + 1))[:10_000_000]
    passage = Passage(text, spots[:-1], spots[1:], 0, "body")
    sentences = tuple(Sentence(passage, at, at + stop) for at in range(0, len(text), stop))
    french = language.load("fr")
    article = Article(page=PageInfo(id="page"), text=text)
    ground = Ground(article, french, base.load(), (passage,), sentences, Syntax(french.model))
    find(lay("hier"))
    before = time.process_time()
    find(ground)
    assert time.process_time() - before < 2


def test_what_the_page_does_not_tell_stays_open() -> None:
    hier, mardi, full, lasting = read("Hier ou mardi. Le 3 mai 2016 ; trois jours.", None)
    assert (hier.value, hier.earliest, mardi.value) == (None, None, None)
    assert (full.value, full.earliest, full.latest) == ("2016-05-03", "2016-05-03", "2016-05-03")
    assert lasting.value == "P3D"


def test_a_month_of_publication_tells_the_year() -> None:
    ground = lay("Le traité a été signé le 3 mai. Il est arrivé hier.")
    published = Published(best="2017-06", earliest="2017-06-01", latest="2017-06-30")
    signed, arrived = resolve(ground, find(ground), published)
    assert signed.value == "2017-05-03"
    assert arrived.value is None


def test_the_story_carries_its_day() -> None:
    text = (
        "Le ministre est arrivé à Ankara le 3 décembre. Le lendemain, il a vu le président. "
        "Dans la soirée, il est reparti. La veille, rien n'était sûr."
    )
    arrival, after, evening, before = read(text, "2019-12-10")
    assert arrival.value == "2019-12-03"
    assert after.value == "2019-12-04"
    assert evening.value == "2019-12-04TEV"
    assert before.value == "2019-12-03"
    assert "the story has reached, 2019-12-03" in after.because


def test_an_hour_to_come_is_not_of_a_day_that_is_over() -> None:
    said = "Après avoir vu lundi le maire, le préfet doit recevoir dans la soirée le directeur."
    told = "Le préfet a vu lundi le maire et a reçu dans la soirée le directeur."
    assert [t.value for t in read(said, "2019-12-10")] == ["2019-12-09", "2019-12-10TEV"]
    assert [t.value for t in read(told, "2019-12-10")] == ["2019-12-09", "2019-12-09TEV"]


def test_a_day_counts_from_an_event_of_record() -> None:
    (found,) = read("Ils se parlent au lendemain du sommet du G7 de Biarritz.", "2019-08-27")
    assert (found.text, found.value) == ("au lendemain", "2019-08-27")
    assert "Biarritz" in found.because


def test_words_in_marks_count_from_the_day_of_the_speech() -> None:
    text = "« Je l'ai vu hier », a déclaré lundi le porte-parole."
    seen, said = read(text, "2019-12-12")
    assert (seen.value, said.value) == ("2019-12-08", "2019-12-09")
    ground = lay(text)
    assert [e.quoted for e in find(ground)] == [True, False]


def test_only_content_is_read() -> None:
    article = Article(
        page=PageInfo(id="page"),
        text="hier\nhier",
        blocks=(Block(start=0, end=4, label="tags"), Block(start=5, end=9, label="body")),
    )
    ground = grounds.lay(article, language.load("fr"), base.load())
    assert [e.start for e in find(ground)] == [5]


def test_expressions_keep_what_the_page_must_settle() -> None:
    day, week, past, ahead = find(
        lay("Ce mardi 10 décembre, il a promis, mardi, ce qu'il avait dit hier ; il viendra jeudi.")
    )
    assert (day.value, day.weekday, day.anchor) == ("XXXX-12-10", 2, "publication")
    assert week.value == "XXXX-WXX-2"
    assert (past.shift, past.anchor) == (("day", -1), "publication")
    assert ahead.tense == "future"


def test_a_rule_that_cannot_be_read_is_named() -> None:
    table = language.load("fr").table("times", Times)
    for match in ("( MONTH", "WRONG", "@NONE", "MONTH?", "MONTH )"):
        rule = Rule(name="broken", match=match, reads="date")
        with pytest.raises(DataError, match="broken"):
            Grammar(msgspec.structs.replace(table, rules=(rule,)))


def test_ranges_of_the_page_bound_references() -> None:
    now, then = read("Le ministre actuel a changé d'avis. Naguère, il était maire.", None)
    assert (now.value, then.value) == ("PRESENT_REF", "PAST_REF")
    (ahead,) = read("Il viendra bientôt.", "2019-12-10")
    assert Interval.of(ahead.earliest).earliest is not None
    assert ahead.latest is None


def test_the_parser_tells_the_present_that_no_form_tells() -> None:
    text = "Le chef de la diplomatie française arrive lundi à Téhéran pour une visite."
    (expression,) = find(lay(text))
    assert expression.tense is None
    (found,) = read(text, "2019-05-15")
    assert (found.value, found.because) == (
        "2019-05-20",
        "that weekday after 2019-05-15, as the present verb says",
    )
