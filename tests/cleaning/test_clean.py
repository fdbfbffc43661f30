from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.cleaning import Recurrence, clean, count
from detente.records import Problem
from detente.sources import Page

BODY = (
    "Le ministre des Ports a annoncé mardi la réouverture du bassin, fermé depuis la tempête qui "
    "avait emporté la jetée au début de l'hiver.\n\n"
    "« Les pêcheurs retrouveront leur quai », a-t-il promis devant les élus de la région, sans "
    "donner de date précise.\n"
)


def page(content: str, **fields: str) -> Page:
    return Page(id="page", content=content, sha256="0", **fields)  # type: ignore[arg-type]


lines = st.lists(
    st.sampled_from(
        [
            "", "  ", "* Accueil", "*", "Partager", "Lire aussi", "12:44", "03 juillet 2013",
            "Publié le 3 mars 2011 à 10h", "Une ligne sans verbe ni point", "©", "\u200b", "\r",
            *BODY.split("\n\n"), "date 2014-09 " + BODY[:120],
        ]
    ),
    max_size=25,
)  # fmt: skip


@given(lines, st.sampled_from(["\n", "\r\n", "\n\n"]))
def test_every_line_is_in_one_block(found: list[str], end: str) -> None:
    text = end.join(found)
    article = clean(page(text))
    covered = [False] * len(text)
    last = 0
    for block in article.blocks:
        assert last <= block.start < block.end
        last = block.end
        covered[block.start : block.end] = [True] * (block.end - block.start)
    at = 0
    for line in text.split("\n"):
        assert not line.strip() or any(covered[at : at + len(line)])
        at += len(line) + 1


@given(lines)
def test_evidence_is_a_slice_of_the_page(found: list[str]) -> None:
    text = "\n".join(found)
    for date in clean(page(text)).declared:
        assert date.text == text[date.start : date.end]


def test_the_caller_outweighs_the_source_and_the_page() -> None:
    text = "Le bassin rouvre\n\nPublié le 5 mars 2012\n\n" + BODY
    article = clean(page(text, published="2012-03-06T10:00:00Z"), published="2012-03-07")
    assert [date.supports for date in article.declared] == [
        "2012-03-07",
        "2012-03-06",
        "2012-03-05",
    ]
    assert [date.start is None for date in article.declared] == [True, True, False]


@pytest.mark.parametrize(
    ("line", "supports"),
    [
        ("Publié le 5 mars 2012 à 8h10", ["2012-03-05"]),
        ("Publié le 1er mars 2012", ["2012-03-01"]),
        ("05/03/2012 - 08h10", ["2012-03-05"]),
        ("05.03.2012", ["2012-03-05"]),
        ("lundi 5 mars 2012", ["2012-03-05"]),
        ("Par Odile Ramberval, le 5 mars 2012", ["2012-03-05"]),
        ("Odile Ramberval | 05.03.2012", ["2012-03-05"]),
        ("Publié le 05-03-2012 à 8h10 - Mis à jour le 06-03-2012", ["2012-03-05", "../2012-03-06"]),
        ("Mis à jour le 6 mars 2012 à 9h", ["../2012-03-06"]),
        ("il y a 3 heures", []),
        ("depuis 6 années", []),
        ("31/02/2012", []),
    ],
)
def test_date_lines(line: str, supports: list[str]) -> None:
    article = clean(page(f"Le bassin rouvre après un hiver de travaux\n\n{line}\n\n{BODY}"))
    assert [date.supports for date in article.declared] == supports


def test_dates_of_other_pages_are_no_evidence() -> None:
    listed = "\nLe maire renonce à se présenter une nouvelle fois\n03 juillet 2013\n"
    for heading in ("Les plus lus", ""):
        story = f"Le bassin rouvre après la tempête\n\n{BODY}\n{heading}"
        assert clean(page(f"{listed * 3}\n{story}\n{listed * 3}")).declared == ()


@pytest.mark.parametrize("published", ["yesterday", "", "12/03/2011", "2011-13-01"])
def test_a_date_that_is_none_is_told(published: str) -> None:
    article = clean(page(BODY, published=published))
    assert article.declared == ()
    assert [problem.severity for problem in article.problems] == (["note"] if published else [])


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (BODY, "fr"),
        ("The minister said on Tuesday that the harbour would be open again, and that it was due "
         "to the work of the last weeks, which has been hard for the town.", "en"),
        ("Der Minister hat am Dienstag gesagt, dass der Hafen wieder geöffnet wird und dass die "
         "Arbeiten nach dem Sturm nicht vor dem Sommer zu Ende sind.", "de"),
        ("Министр заявил во вторник, что порт снова откроется, и поблагодарил всех, кто работал "
         "этой зимой над восстановлением причала после бури.", None),
    ],
)  # fmt: skip
def test_the_language_is_found(text: str, language: str | None) -> None:
    article = clean(page(text))
    assert article.page.language == language
    assert [p.severity for p in article.problems] == ([] if language == "fr" else ["note"])


def test_the_declared_language_is_believed() -> None:
    assert clean(page(BODY, language="fr-BE")).page.language == "fr"
    assert clean(page(BODY, language="en")).problems[0].severity == "note"


def test_a_page_with_an_error_is_not_read() -> None:
    error = Problem(severity="error", what="Broken.", why="", hint="")
    article = clean(Page(id="page", content=BODY, sha256="0", problems=(error,)))
    assert (article.text, article.blocks, article.problems) == ("", (), (error,))


def test_a_page_of_menus_has_no_story() -> None:
    article = clean(page("* Accueil\n* Monde\n* Sports\n" * 9, language="fr"))
    assert [problem.what for problem in article.problems] == ["The page has no story."]


def test_an_endless_line_is_not_read() -> None:
    article = clean(page(f"{BODY}\n{'Le port rouvre. ' * 9_000}"))
    assert [problem.what for problem in article.problems] == ["A line of the page is too long."]
    assert article.blocks[-1].label == "other_boilerplate"


def test_an_endless_story_is_no_page() -> None:
    article = clean(page(BODY * 4_000))
    assert [(p.severity, p.what) for p in article.problems] == [
        ("error", "The page's story is too long.")
    ]


def test_a_flood_of_lines_is_no_page() -> None:
    article = clean(page("a\n" * 60_000))
    assert [(p.severity, p.what) for p in article.problems] == [
        ("error", "The page has too many lines.")
    ]


def test_what_recurs_on_a_site_is_furniture() -> None:
    plea = "Notre journal vit de ses lecteurs et de la publicité, et il a besoin de vous en hiver."
    pages = [
        page(
            f"La jetée numéro {n} rouvre après un hiver de travaux\n\n"
            f"{BODY.replace('mardi', f'le {n} mars').replace('élus', f'{n} élus')}\n{plea}\n",
            url=f"https://quai.example/{n}",
        )
        for n in range(8)
    ]
    alone = clean(pages[0])
    assert alone.blocks[-1].label == "body"
    recurrence = Recurrence()
    for other in pages:
        count(other, recurrence)
    found = clean(pages[0], recurrence=recurrence)
    assert found.blocks[-1].label == "other_boilerplate"
