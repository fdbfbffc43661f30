"""Sentences end where a reader ends them; tokens keep the page's offsets."""

from typing import Any

import numpy as np
import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from detente.languages import language
from detente.syntax import Sentence, Syntax, lemmas, parse_expected, split
from detente.syntax.tokenizer import matcher
from detente.syntax.vectors import Vectors
from detente.text import passage

FRENCH = language.load("fr")


def sentences(words: str) -> list[Sentence]:
    return split(passage(words, 0, len(words), 0, "body"), FRENCH.abbreviations)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("M. Durand part. Mme Roy reste.", ["M. Durand part.", "Mme Roy reste."]),
        ("Fini? Non! «Jamais.» Il sort.", ["Fini?", "Non!", "«Jamais.»", "Il sort."]),
        ("Environ 3.5 pour cent. 12 morts.", ["Environ 3.5 pour cent.", "12 morts."]),
        ("J. F. Blanc est venu... puis parti.", ["J. F. Blanc est venu... puis parti."]),
        ("Il regarde la mer. Selon lui, rien.", ["Il regarde la mer.", "Selon lui, rien."]),
        ("Un accord.Les ministres partent.", ["Un accord.", "Les ministres partent."]),
        ("Premier point • Second point", ["Premier point", "• Second point"]),
    ],
)
def test_sentences(words: str, expected: list[str]) -> None:
    assert [s.text for s in sentences(words)] == expected


@given(st.text(alphabet="aB.!? «»\n•M", max_size=80))
def test_sentences_lose_no_word(words: str) -> None:
    line = passage(words, 0, len(words), 0, "body")
    found = split(line, FRENCH.abbreviations)
    kept = "".join(s.text for s in found).replace(" ", "")
    assert kept == line.text.replace(" ", "")
    assert [s.begin for s in found] == sorted(s.begin for s in found)


def test_tokens_are_slices_of_the_page() -> None:
    page = "La  ministre a dit\nqu’elle partait. Elle est partie."
    found = sentences(page)
    syntax = Syntax(FRENCH.model)
    syntax.parse(found)
    tokens = [t for s in found for t in syntax.of(s)]
    assert [page[t.start : t.end] for t in tokens][:6] == [
        "La",
        "ministre",
        "a",
        "dit",
        "qu’",
        "elle",
    ]
    said = next(t for t in tokens if t.text == "dit")
    tree = syntax.of(found[0])
    assert [t.text for t in tree.kids(said.i, "nsubj")] == ["ministre"]
    assert tokens[5] in tree.subtree(said.i)
    assert syntax.parsed == 2


def test_a_parse_does_not_depend_on_what_is_parsed_with_it() -> None:
    page = "Le président arrive à Genève. Les deux hommes se parlent. Il repart mardi."
    together, alone = Syntax(FRENCH.model), Syntax(FRENCH.model)
    together.parse(sentences(page))
    for sentence in sentences(page):
        assert together.of(sentence) == alone.of(sentence)


def test_a_parse_does_not_depend_on_the_pages_parsed_in_step_with_it() -> None:
    pages = [sentences("Il part. Elle reste là."), sentences("Tous dorment ou veillent encore.")]
    together, alone = ([Syntax(FRENCH.model) for _ in pages] for _ in range(2))
    for syntaxes in (together, alone):
        for syntax, page in zip(syntaxes, pages, strict=True):
            syntax.expect(page)
    parse_expected(together)
    for syntax in alone:
        parse_expected([syntax])
    for page, one, other in zip(pages, together, alone, strict=True):
        assert [one.of(sentence) for sentence in page] == [other.of(sentence) for sentence in page]


def test_what_is_too_long_for_prose_is_not_parsed() -> None:
    long = sentences("mot " * 1000)[0]
    assert len(Syntax(FRENCH.model).of(long)) == 0


def test_what_is_expected_is_parsed_with_what_is_asked_for() -> None:
    first, second, third = sentences("Il part. Elle reste là. Tous dorment.")
    syntax = Syntax(FRENCH.model)
    syntax.expect([second])
    syntax.parse([])
    assert syntax.parsed == 0
    syntax.parse([first])
    assert syntax.parsed == 2
    assert syntax.of(third) == Syntax(FRENCH.model).of(third)


def test_the_lemmas_a_word_may_have_hold_the_one_its_parse_gives() -> None:
    found = sentences("Les ministres reçus à Vienne ont conclu deux accords équilibrés.")
    for token in Syntax(FRENCH.model).of(found[0]):
        assert token.lemma in lemmas(FRENCH.model, token.text)


def test_a_parse_is_the_one_that_spacy_makes() -> None:
    words = (
        "Reçus mercredi à Oslo, les deux ministres des Pêches n'ont pas signé l'accord qu'ils "
        "avaient annoncé en mars. «Nous le ferons», a promis leur hôte, «avant l'été». "
        "Chefs-lieux, arrière-pays, Puy-en-Velay et anti-gel: entr'ouverte, la porte l'est-elle?"
    )
    pipeline = spacy.load(FRENCH.model, exclude=["ner", "senter", "attribute_ruler"])
    for sentence in sentences(words):
        expected = pipeline(sentence.text)
        found = Syntax(FRENCH.model).of(sentence)
        assert [(t.text, t.lemma, t.pos, t.dep, t.head) for t in found] == [
            (t.text, t.lemma_, t.pos_, t.dep_, t.head.i) for t in expected
        ]
        assert [t.morph for t in found] == [
            frozenset(str(t.morph).split("|")) - {""} for t in expected
        ]


def test_a_word_stays_whole_where_the_true_pattern_matches() -> None:
    letters = "[" + "".join(map(chr, range(ord("a"), ord("z") + 1))) * 5 + "]"
    whole = matcher(f"(?iu)(?:^porte[-]{letters}+$)|(?:^{letters}+['](?:de[-])?{letters}*$)")
    words = ("Porte-voix", "porte-12", "porte", "d'or", "quelqu'12", "or'de-", "")
    assert [w for w in words if whole(w)] == ["Porte-voix", "d'or", "or'de-"]
    assert matcher("^a+$")("aa")


def test_what_a_word_is_does_not_depend_on_the_words_it_is_met_with() -> None:
    pipeline = spacy.load(FRENCH.model, exclude=["ner", "senter", "attribute_ruler"])
    encoder: Any = pipeline.get_pipe("tok2vec")
    text = "Le ministre de la pêche part demain pour une longue visite de tous les ports du nord."
    words = pipeline.tokenizer(text)
    alone, *late = (Vectors(encoder.model, pipeline.vocab) for _ in range(4))
    for known, vectors in enumerate(late, 1):
        vectors.of([pipeline.tokenizer("Elles ne savent pas y aller seules, dit-on."[: 9 * known])])
        vectors.of([words[4 * known :].as_doc()])
        assert np.array_equal(alone.of([words]), vectors.of([words]))
