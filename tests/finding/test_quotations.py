"""Quotations of the example sentences, and what holds of every quotation of every text."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from detente.cleaning.article import Article
from detente.finding import people, quotations
from detente.finding.ground import Ground, People, lay
from detente.finding.quotations.frame import LONGEST, frames
from detente.finding.quotations.marks import stretches
from detente.knowledge import base
from detente.languages import language
from detente.records import (
    CONTENT_LABELS,
    Block,
    PageInfo,
    Published,
    Quotation,
    Reading,
    Time,
)
from detente.text import fold, passage

CASES = Path(__file__).parents[1] / "cases" / "fr"
DAY = "2019-05-15"
MARKS = "«»“”\"'‘’"


def ground(text: str) -> Ground:
    """A page whose lines are blocks: ``title|…`` names the label, body is understood."""
    blocks, at = [], 0
    for line in text.split("\n"):
        label, bar, _ = line.partition("|")
        known = bool(bar) and label in CONTENT_LABELS
        start = at + len(label) + 1 if known else at
        if line.strip():
            kind: Any = label if known else "body"
            blocks.append(Block(start=start, end=at + len(line), label=kind))
        at += len(line) + 1
    article = Article(page=PageInfo(id="case", language="fr"), text=text, blocks=tuple(blocks))
    return lay(article, language.load("fr"), base.load(None))


def read(text: str, day: str = DAY) -> tuple[tuple[Quotation, ...], People]:
    """The quotations of a text written on that day, and its people."""
    page, published = ground(text), Published(best=day, earliest=day, latest=day)
    return quotations.find(page, people.resolve(page, published, ()), (), published)


def cases() -> Iterator[Any]:
    """Every example as ``(text, expected)``; known failures are strict."""
    for path in sorted(CASES.glob("quotations*.toml")):
        for group in tomllib.loads(path.read_text("utf-8"))["group"]:
            for number, (text, *said) in enumerate(group["cases"], 1):
                marks = [pytest.mark.xfail(strict=True)] if group.get("fails") else []
                name = f"{group['construction']} {number}"
                yield pytest.param(text, said, group.get("day", DAY), id=name, marks=marks)


def statements(found: tuple[Quotation, ...]) -> tuple[tuple[Quotation, ...], ...]:
    """The quotations of a page, the marked stretches of one clause together."""
    return Reading(page=PageInfo(id="case"), quotations=found).statements


def shown(text: str, segments: tuple[Quotation, ...], known: People) -> list[str]:
    """A statement as the case files write it: kind, words, speaker, then what else they ask."""
    quotation = segments[0]
    actor = next((a for a in known.actors if a.id == quotation.speaker), None)
    words = " / ".join(text[a:b] for one in segments for a, b in one.parts)
    clause = text[quotation.content_start : quotation.content_end].strip(MARKS + " ")
    more = [
        f"clause: {clause}",
        f"polarity: {quotation.polarity}",
        f"cue: {quotation.cue_text}",
        f"to: {quotation.addressee}",
        f"relay: {quotation.relay}",
        f"said: {quotation.said}",
        f"within: {quotation.within}",
        f"about: {', '.join(quotation.about)}",
        f"editorial: {' '.join(text[a:b] for one in segments for a, b in one.editorial)}",
    ]
    return [quotation.kind, words, actor.name if actor else "-", *more]


def agrees(found: list[str], expected: str) -> bool:
    """Whether a quotation is what a line of the case file says."""
    kind, words, speaker, *more = [part.strip() for part in expected.split("|")]
    return (
        found[0] == kind
        and found[1] == words
        and (speaker == "?" or fold(speaker) == fold(found[2]))
        and all(extra in found[3:] for extra in more)
    )


@pytest.mark.parametrize(("text", "expected", "day"), list(cases()))
def test_case(text: str, expected: list[str], day: str) -> None:
    found, known = read(text, day)
    got = [shown(text, one, known) for one in statements(found)]
    assert len(got) == len(expected), got
    for line, quotation in zip(expected, got, strict=True):
        assert agrees(quotation, line), (line, quotation)


def test_marked_stretches_of_one_clause_are_one_statement() -> None:
    text = "Odile Ramberval a salué un accord « solide » et une équipe « loyale »."
    found, _ = read(text)
    assert [q.text for q in found] == ["solide", "loyale"]
    assert [q.group for q in found] == [found[0].id] * 2
    assert len(statements(found)) == 1


def test_halves_around_an_incise_are_one_quotation() -> None:
    (found,), _ = read("« La route est coupée, dit Odile Ramberval. Attendons la nuit. »")
    assert len(found.parts) == 2 and found.group is None


@pytest.mark.parametrize(
    ("text", "when", "value", "said"),
    [
        (
            "Jean Durand avait dit en mars 2014 que le port fermait.",
            "mars 2014",
            "2014-03",
            "2014-03",
        ),
        ("En 2014, Jean Durand avait dit que le port fermait.", "2014", "2014", "2014"),
        ("« Le port ferme », avait dit Jean Durand dès 2014.", "2014", "2014", "2014"),
        ("Jean Durand a dit que le port fermait en 2014.", "2014", "2014", DAY),
        ("Jean Durand, auteur du plan de 2014, a dit que le port fermait.", "2014", "2014", DAY),
        ("Jean Durand, qui a quitté le port en 2014, a dit qu'il fermait.", "2014", "2014", DAY),
        (
            "A Sarnaville, en mars 2014, Jean Durand s'était borné à dire qu'il fermait.",
            "mars 2014",
            "2014-03",
            "2014-03",
        ),
        # A paragraph that tells of the past as if it were now, and one that does not.
        (
            "A Orvanne, en 2014, tout brûle. « C'est fini », dit Jean Durand.",
            "2014",
            "2014",
            "2014",
        ),
        ("En 2014, tout a brûlé. « C'est fini », dit Jean Durand.", "2014", "2014", DAY),
        ("En 2014, tout brûle. « C'est fini », a dit Jean Durand.", "2014", "2014", DAY),
        ("En 2014, tout brûle.\n« C'est fini », dit Jean Durand.", "2014", "2014", DAY),
    ],
)
def test_a_month_or_a_year_beside_the_cue_dates_the_words(
    text: str, when: str, value: str, said: str
) -> None:
    page, published = ground(text), Published(best=DAY, earliest=DAY, latest=DAY)
    month = len(value) > len("2014")
    first, last = ("-01", "-31") if month else ("-01-01", "-12-31")
    at = text.index(when)
    time = Time(
        start=at,
        end=at + len(when),
        text=when,
        type="DATE",
        value=value,
        earliest=value + first,
        latest=value + last,
        because="named",
    )
    (found,), _ = quotations.find(page, people.resolve(page, published, ()), (time,), published)
    assert found.said == said


def test_enough_examples() -> None:
    """The issue asks for at least 300 examples, 80 of them without any quotation."""
    params = list(cases())
    assert len(params) >= 300
    assert sum(not p.values[1] for p in params) >= 80


def well_formed(text: str, found: tuple[Quotation, ...], known: People) -> None:
    ids = {a.id for a in known.actors}
    names = {q.id for q in found}
    for q in found:
        assert q.text == text[q.start : q.end]
        assert q.parts[0][0] == q.start and q.parts[-1][1] == q.end
        assert all(a < b for a, b in q.parts)
        assert all(b <= c for (_, b), (c, _) in pairwise(q.parts))
        assert 0 <= q.content_start < q.content_end <= len(text)
        assert q.speaker is None or q.speaker in ids
        assert q.within is None or (q.within in names and q.within != q.id)
        assert 0 <= q.confidence <= 1
    for first, *others in statements(found):
        assert first.group == (first.id if others else None)
        for one in others:
            assert one.kind == "mixed" and one.start > first.end
            same = ("content_start", "content_end", "cue", "speaker", "within", "said", "group")
            assert all(getattr(one, field) == getattr(first, field) for field in same)


def test_every_case_is_well_formed() -> None:
    for param in cases():
        text = str(param.values[0])
        found, known = read(text)
        well_formed(text, found, known)
        assert [q.start for q in found] == sorted(q.start for q in found)


WORDS = st.sampled_from(
    [
        *"«»“”\"',.:!()-\n",
        *(" a dit ", " affirme que ", "selon ", "le ministre", "Paul Durand"),
        *("l'accord", " est ", "mort", "a-t-il dit"),
    ]
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(WORDS, max_size=30).map("".join))
@example("«\n«»")
@example(' a dit :"«""«')
def test_any_text_gives_well_formed_quotations(text: str) -> None:
    found, known = read(text)
    well_formed(text, found, known)


@given(st.lists(WORDS, max_size=40).map("".join))
def test_stretches_nest_and_never_cross(text: str) -> None:
    line = passage(text, 0, len(text), 0, "body")
    for found in stretches([line]):
        for inner in found:
            assert inner.open <= inner.start < inner.end <= inner.close
            assert all(inner.start <= c.open and c.close <= inner.end for c in inner.children)
        assert all(a.close <= b.open for a, b in pairwise(found))


def test_the_same_page_reads_the_same() -> None:
    text = "« Nous partons », a dit Paul Durand. Il a ajouté que le train était prêt."
    assert read(text) == read(text)


def test_a_page_without_full_stops_is_cut_into_frames() -> None:
    line = passage(text := "Paul Durand dit que oui et " * 200, 0, len(text), 0, "body")
    cut = frames(line, [], frozenset())
    assert max(f.size for f in cut) <= LONGEST + 1
    assert "".join(line.text[f.start : f.end] for f in cut).replace(" ", "") == "".join(
        line.text.split()
    )
