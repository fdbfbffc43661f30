"""Role phrases: where they begin and end, which posts they name, whom they resolve to."""

import datetime as dt
import itertools
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.days import Interval
from detente.knowledge import base, roles
from detente.languages import language

CASES = tomllib.loads(
    (Path(__file__).parents[1] / "cases" / "fr" / "role_phrases.toml").read_text(encoding="utf-8")
)["cases"]
FRENCH = language.load("fr")


def posts(phrase: roles.RolePhrase) -> str:
    members = [",".join(f"{p.office or '?'}@{p.of or '?'}" for p in m) for m in phrase.members]
    return ";".join(members)


def traits(phrase: roles.RolePhrase) -> set[str]:
    found = {
        "counterpart": phrase.counterpart,
        "possessive": phrase.possessive,
        "indefinite": phrase.determiner == "indefinite",
        "former": phrase.former,
        "feminine": phrase.feminine,
        "plural": phrase.plural,
        "two": phrase.count == 2,
    }
    return {trait for trait, holds in found.items() if holds}


def params() -> list[Any]:
    return [
        pytest.param(
            case,
            id=case["text"],
            marks=[pytest.mark.xfail(strict=True, reason=case["known_failure"])]
            if "known_failure" in case
            else [],
        )
        for case in CASES
    ]


@pytest.mark.parametrize("case", params())
def test_phrases_are_found_with_their_posts(case: dict[str, Any]) -> None:
    found = roles.find(case["text"], base.load(), FRENCH)
    assert [phrase.text for phrase in found] == [want["words"] for want in case["found"]]
    for phrase, want in zip(found, case["found"], strict=True):
        assert phrase.text == case["text"][phrase.start : phrase.end]
        assert phrase.start <= phrase.head < phrase.end
        assert traits(phrase) == set(want.get("is", []))
        assert list(phrase.subjects) == want.get("subjects", [])
        if "posts" in want:
            assert posts(phrase) == want["posts"]


VOCABULARY = (
    "le la les du de l' d' deux ancien ex- président présidents ministre chef patron porte-parole "
    "secrétaire d'Etat diplomatie affaires étrangères russe américaine France Russie Kremlin ONU "
    "à Moscou et , . ( » par intérim E\u0301lyse\u0301e chancelière İ ﬁ œuvre 2019"
)
WORDS = st.sampled_from(VOCABULARY.split())


@given(st.lists(WORDS, max_size=30), st.sampled_from([" ", "\u00a0", "\n", "  "]))
def test_phrases_are_slices_in_order(words: list[str], space: str) -> None:
    text = space.join(words)
    found = roles.find(text, base.load(), FRENCH)
    assert all(text[phrase.start : phrase.end] == phrase.text for phrase in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


def answer(phrase: str, on: str) -> list[str]:
    found = roles.who(phrase, Interval.of(on), base.load(), FRENCH)
    return [f"{answer.name}: {answer.because}" for answer in found]


def test_an_answer_says_why() -> None:
    assert answer("secrétaire d'Etat américain", "2017-05-11") == [
        "Rex Tillerson: foreign minister of the United States from 2017-02-01 to 2018-03-31"
    ]
    assert answer("le chef de la diplomatie russe", "2019-12-10") == [
        "Sergueï Lavrov: foreign minister of Russia since 2004-03-09"
    ]
    assert answer("l'ambassadeur de Russie à Paris", "2019") == [
        "Alexeï Mechkov: ambassador of Russia to France since 2017-10-19"
    ]


def test_a_month_with_two_holders_has_no_answer() -> None:
    assert answer("le chef de la diplomatie russe", "2004-03") == []
    assert len(answer("le chef de la diplomatie russe", "2004-04")) == 1


def test_a_possessive_is_answered_once_its_state_is_known() -> None:
    knowledge, day = base.load(), dt.date(2019, 12, 10)
    (phrase,) = roles.find(
        "sa porte-parole du ministère des Affaires étrangères", knowledge, FRENCH
    )
    assert roles.candidates(phrase, day, knowledge, "fr") == ()
    ((found,),) = roles.candidates(phrase.within("RUS"), day, knowledge, "fr")
    assert found.name == "Maria Zakharova"


def test_both_holders_of_a_handover_are_candidates() -> None:
    knowledge = base.load()
    (phrase,) = roles.find("le ministre russe des Affaires étrangères", knowledge, FRENCH)
    (found,) = roles.candidates(phrase, dt.date(2004, 3, 9), knowledge, "fr")
    assert [candidate.name for candidate in found] == ["Igor Ivanov", "Sergueï Lavrov"]


def test_leaders_known_by_their_power_alone_answer_for_their_office() -> None:
    (found,) = roles.who("le président zambien", dt.date(1989, 6, 1), base.load(), FRENCH)
    assert (found.name, found.office) == ("Kenneth Kaunda", "effective_leader")
    assert answer("le président malaisien", "1989-06-01") == []
    assert answer("le dirigeant turc", "2020-03-05")[0].startswith("Recep Tayyip Erdogan")
    assert answer("le dirigeant allemand", "2020-03-05")[0].startswith("Angela Merkel")
